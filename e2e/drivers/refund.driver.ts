import type { Page } from 'playwright-core';
import { fill, press } from './form.ts';

/** Asks at an open case for money to go back, as it lowers the claim or leaves it open. */
export const requestRefund = async (
  page: Page,
  wish: {
    readonly amount: string;
    readonly effect: 'Forderung mindern' | 'Aus dem Guthaben' | 'Forderung bleibt offen';
    readonly reason: string;
  },
): Promise<void> => {
  await press(page, 'Aktionen');
  await page.getByRole('menuitem', { name: 'Geld erstatten' }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, { Betrag: wish.amount, 'Grund (steht auf dem Korrekturbeleg)': wish.reason });
  await dialog.getByRole('radio', { name: wish.effect }).check();
  await press(dialog, 'Geld erstatten');
  await dialog.waitFor({ state: 'detached' });
};

/** Waits until the refund of this amount stands like this: "Wartet auf Zustimmung", "Erstattet". */
export const seeRefund = (page: Page, amount: string, state: string): Promise<void> =>
  page
    .getByRole('region', { name: 'Erstattungen' })
    .getByRole('listitem')
    .filter({ hasText: amount })
    .getByText(state, { exact: true })
    .waitFor();
