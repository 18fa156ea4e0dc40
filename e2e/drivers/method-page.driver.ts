import type { Page } from 'playwright-core';
import { fill, press } from './form.ts';
import { CARD, passChallenge } from './pay-page.driver.ts';

interface StoredCard {
  /** A good one unless told otherwise; the bank's question about another is answered. */
  readonly number?: string;
  readonly validUntil: string;
  readonly holder: string;
}

/** From the link to the provider's page, by a code. */
const openSetupPage = async (page: Page, link: string, nextCode: () => Promise<string>): Promise<void> => {
  await page.goto(link);
  await press(page, 'Code senden');
  await fill(page, { 'Code (6 Ziffern)': await nextCode() });
  await press(page, 'Weiter zur gesicherten Seite');
};

const seeThatItIsStored = (page: Page): Promise<void> =>
  page.getByText('Danke, Ihre neue Zahlungsart ist hinterlegt').waitFor();

/** The customer's page for a new method: a code, on to the provider, the mandate for an account, and back. */
export const storeAccount = async (
  page: Page,
  link: string,
  nextCode: () => Promise<string>,
  { iban, holder }: { readonly iban: string; readonly holder: string },
): Promise<void> => {
  await openSetupPage(page, link, nextCode);
  await page.getByRole('link', { name: 'SEPA-Lastschrift' }).click();
  await fill(page, { IBAN: iban, Kontoinhaber: holder });
  await press(page, 'Lastschrift speichern');
  await seeThatItIsStored(page);
};

/** The customer's page for a new method: a code, on to the provider, a card, and back. */
export const storeCard = async (
  page: Page,
  link: string,
  nextCode: () => Promise<string>,
  { number = CARD.good, validUntil, holder }: StoredCard,
): Promise<void> => {
  await openSetupPage(page, link, nextCode);
  await fill(page, {
    Kartennummer: number,
    'Gültig bis (MM/JJ)': validUntil,
    'Prüfnummer (CVC)': '123',
    'Name auf der Karte': holder,
  });
  await page.getByRole('button', { name: /speichern$/i }).click();
  if (number === CARD.challenged) await passChallenge(page);
  await seeThatItIsStored(page);
};
