import type { Page } from 'playwright-core';
import { fill } from './form.ts';
import { CARD } from './pay-page.driver.ts';

/** The customer's page for a new method: on to the provider, a card, and back. */
export const storeCard = async (
  page: Page,
  link: string,
  { validUntil, holder }: { readonly validUntil: string; readonly holder: string },
): Promise<void> => {
  await page.goto(link);
  await page.getByRole('button', { name: 'Weiter zur gesicherten Seite' }).click();
  await fill(page, {
    Kartennummer: CARD.good,
    'Gültig bis (MM/JJ)': validUntil,
    'Prüfnummer (CVC)': '123',
    'Name auf der Karte': holder,
  });
  await page.getByRole('button', { name: /speichern$/i }).click();
  await page.getByText('Danke, Ihre neue Zahlungsart ist hinterlegt').waitFor();
};
