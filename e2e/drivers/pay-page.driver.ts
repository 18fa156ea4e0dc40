import type { Page } from 'playwright-core';
import { fill, press } from './form.ts';

export const CARD = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  challenged: '4000 0027 6000 3184',
} as const;

export const openPayPage = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByText('Zu zahlen', { exact: true }).waitFor();
};

/** From the pay page to the provider's page. */
export const goToCheckout = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Karte/ }).check();
  await page.getByRole('button', { name: /zahlen$/ }).click();
  await page.getByRole('textbox', { name: 'Kartennummer' }).waitFor();
};

/** Asks for the account to transfer to; the page shows it. */
export const askForAccount = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /Überweisung/ }).check();
  await press(page, 'Kontodaten anzeigen');
  await page.getByText('GiroCode mit der Banking-App scannen').waitFor();
};

/** Fills in the provider's form; what happens then depends on the card. */
export const enterCard = async (page: Page, number: string, holder: string): Promise<void> => {
  await fill(page, {
    Kartennummer: number,
    'Gültig bis (MM/JJ)': '12/34',
    'Prüfnummer (CVC)': '123',
    'Name auf der Karte': holder,
  });
  await page.getByRole('button', { name: /bezahlen$/ }).click();
};

/** Confirms at the customer's bank. */
export const passChallenge = (page: Page): Promise<void> => press(page, 'Authentifizierung abschließen');

export const seeThatItIsPaid = (page: Page): Promise<void> =>
  page.getByText('Danke, alles ist bezahlt').waitFor({ timeout: 30_000 });

/** Leaves the provider's page without paying. */
export const turnBack = (page: Page): Promise<void> =>
  page.getByRole('link', { name: /^Abbrechen und zurück/ }).click();

/** The four phases as the customer reads them: name, time, evidence. */
export const phasesOf = (page: Page): Promise<readonly string[]> =>
  page.getByRole('region', { name: 'Stand Ihrer Zahlung' }).getByRole('listitem').allInnerTexts();

export const payByCard = async (page: Page, link: string, holder: string): Promise<void> => {
  await openPayPage(page, link);
  await goToCheckout(page);
  await enterCard(page, CARD.good, holder);
  await seeThatItIsPaid(page);
};

/** Pays by direct debit; the bank's answer takes days. */
export const payByDebit = async (
  page: Page,
  link: string,
  { iban, holder }: { readonly iban: string; readonly holder: string },
): Promise<void> => {
  await openPayPage(page, link);
  await page.getByRole('radio', { name: /Lastschrift/ }).check();
  await page.getByRole('button', { name: /zahlen$/ }).click();
  await fill(page, { IBAN: iban, Kontoinhaber: holder });
  await page.getByRole('button', { name: /bezahlen$/ }).click();
  await page.getByText('Ihre Zahlung ist unterwegs').waitFor();
};
