import type { Locator, Page } from 'playwright-core';
import { press } from './form.ts';

const askFromTask = async (page: Page, method: string, amount: string): Promise<Locator> => {
  await press(page.getByRole('region', { name: 'Hinterlegte Zahlungsart' }), `${method} belasten: ${amount}`);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(method, { exact: true }).waitFor();
  return dialog;
};

/** Charges the stored card from the task's step: it says which and how much, and asks once. */
export const chargeFromTask = async (page: Page, method: string, amount: string): Promise<void> => {
  const dialog = await askFromTask(page, method, amount);
  await press(dialog, `${amount} belasten`);
  await dialog.waitFor({ state: 'detached' });
};

/** The same of an account: its customer is told, and the debit is made later. */
export const announceDebit = async (page: Page, method: string, amount: string): Promise<void> => {
  const dialog = await askFromTask(page, method, amount);
  await dialog.getByText('Der Kunde bekommt jetzt eine Ankündigung.', { exact: false }).waitFor();
  await press(dialog, 'Lastschrift ankündigen');
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
