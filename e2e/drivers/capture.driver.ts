import type { Page } from 'playwright-core';
import { fill, press } from './form.ts';

/** The owner has cards reserved first from now on. */
export const reserveCards = async (page: Page): Promise<void> => {
  await page.goto('/settings?tab=provider');
  await page.getByRole('radio', { name: 'Erst reservieren' }).check();
  await page.getByText('Gespeichert.').waitFor();
};

/** What the head of a case says of an amount that is reserved. */
export const seeReserved = (page: Page, amount: string): Promise<void> =>
  page.getByText(`${amount} sind auf der Karte reserviert`).waitFor();

/** Confirms what is reserved at step 6, after one question that says what will happen. */
export const capture = async (page: Page, amount: string): Promise<void> => {
  await press(page, `Bestätigen und ${amount} einziehen`);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`Die Karte des Kunden wird mit ${amount} belastet.`, { exact: false }).waitFor();
  await press(dialog, `Bestätigen und ${amount} einziehen`);
  await dialog.waitFor({ state: 'detached' });
};

/** Gives a reserved amount back, with a reason. */
export const release = async (page: Page, reason: string): Promise<void> => {
  await press(page, 'Reservierung freigeben');
  const dialog = page.getByRole('dialog');
  await fill(dialog, { Grund: reason });
  await press(dialog, 'Reservierung freigeben');
  await dialog.waitFor({ state: 'detached' });
};
