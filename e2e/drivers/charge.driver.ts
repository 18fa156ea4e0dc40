import type { Page } from 'playwright-core';
import { press } from './form.ts';

/** Charges the stored method from the task's step: it says which and how much, and asks once. */
export const chargeFromTask = async (page: Page, method: string, amount: string): Promise<void> => {
  await press(page.getByRole('region', { name: 'Hinterlegte Zahlungsart' }), `${method} belasten: ${amount}`);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(method, { exact: true }).waitFor();
  await press(dialog, `${amount} belasten`);
  await dialog.waitFor({ state: 'detached' });
};

/** Charges it from the actions of the case. */
export const chargeFromMenu = async (page: Page, amount: string): Promise<void> => {
  await press(page, 'Aktionen');
  await page.getByRole('menuitem', { name: 'Hinterlegte Zahlungsart belasten' }).click();
  const dialog = page.getByRole('dialog');
  await press(dialog, `${amount} belasten`);
  await dialog.waitFor({ state: 'detached' });
};
