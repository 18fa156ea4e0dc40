import type { Page } from 'playwright-core';
import type { Stack } from '../stack.ts';
import { fill, press } from './form.ts';

/** Cards as they lie ready on the stand-in's page. */
export const CARD_AT_READER = { withPin: '4001000360000005', withoutFunds: '4000000000009995' } as const;

/** The card readers of the business in its settings. */
export const openReaders = async (page: Page): Promise<void> => {
  await page.goto('/settings');
  await page.getByRole('tab', { name: 'Kartenleser' }).click();
};

/** Registers a reader by the code on its display. */
export const registerReader = async (page: Page, code: string, label: string): Promise<void> => {
  await fill(page, { Registrierungscode: code, Bezeichnung: label });
  await press(page, 'Kartenleser einrichten');
};

interface Readers {
  readonly data: readonly { readonly id: string; readonly label: string }[];
}

/** The stand-in's page of a reader, on which the customer takes the next step. */
export const openReaderOf = async (
  page: Page,
  { stripeUrl, sandboxUrl }: Stack,
  providerKey: string,
  label: string,
): Promise<void> => {
  const headers = { Authorization: `Bearer ${providerKey}` };
  const response = await fetch(`${stripeUrl}/v1/terminal/readers`, { headers });
  const reader = ((await response.json()) as Readers).data.find((one) => one.label === label);
  if (!reader) throw new Error(`The provider knows no reader called ${label}.`);
  await page.goto(`${sandboxUrl}/objects/${reader.id}`);
};

/** Holds a card to the reader that this page shows. */
export const presentCard = async (page: Page, number: string): Promise<void> => {
  await page.reload();
  await page.getByRole('combobox', { name: 'Karte' }).selectOption(number);
  await press(page, 'Karte vorhalten');
};
