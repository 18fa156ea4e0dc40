import type { Page } from 'playwright-core';
import { fill, press } from './form.ts';
import { CARD } from './pay-page.driver.ts';

interface StoredCard {
  readonly validUntil: string;
  readonly holder: string;
}

/** The customer's page for a new method: a code, on to the provider, a card, and back. */
export const storeCard = async (
  page: Page,
  link: string,
  nextCode: () => Promise<string>,
  { validUntil, holder }: StoredCard,
): Promise<void> => {
  await page.goto(link);
  await press(page, 'Code senden');
  await fill(page, { 'Code (6 Ziffern)': await nextCode() });
  await press(page, 'Weiter zur gesicherten Seite');
  await fill(page, {
    Kartennummer: CARD.good,
    'Gültig bis (MM/JJ)': validUntil,
    'Prüfnummer (CVC)': '123',
    'Name auf der Karte': holder,
  });
  await page.getByRole('button', { name: /speichern$/i }).click();
  await page.getByText('Danke, Ihre neue Zahlungsart ist hinterlegt').waitFor();
};
