import type { Page } from 'playwright-core';
import { fill, press } from './form.ts';
import { CARD, passChallenge } from './pay-page.driver.ts';

interface StoredCard {
  /** A good one unless told otherwise; the bank's question about another is answered. */
  readonly number?: string;
  readonly validUntil: string;
  readonly holder: string;
}

/** The customer's page for a new method: a code, on to the provider, a card, and back. */
export const storeCard = async (
  page: Page,
  link: string,
  nextCode: () => Promise<string>,
  { number = CARD.good, validUntil, holder }: StoredCard,
): Promise<void> => {
  await page.goto(link);
  await press(page, 'Code senden');
  await fill(page, { 'Code (6 Ziffern)': await nextCode() });
  await press(page, 'Weiter zur gesicherten Seite');
  await fill(page, {
    Kartennummer: number,
    'Gültig bis (MM/JJ)': validUntil,
    'Prüfnummer (CVC)': '123',
    'Name auf der Karte': holder,
  });
  await page.getByRole('button', { name: /speichern$/i }).click();
  if (number === CARD.challenged) await passChallenge(page);
  await page.getByText('Danke, Ihre neue Zahlungsart ist hinterlegt').waitFor();
};
