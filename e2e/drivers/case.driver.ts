import type { Page } from 'playwright-core';
import type { Claim } from './claim.driver.ts';
import { fill, press, seeHeading } from './form.ts';

/** The ten steps as the rail names them. */
export const STEP = {
  initiate: 'Zahlung auslösen',
  verify: 'Kundendaten überprüfen',
  save: 'Kundendaten speichern',
  method: 'Zahlungsart aktualisieren',
  task: 'Aufgabe anlegen',
  confirm: 'Zahlungsbetrag bestätigen',
  record: 'Zahlung erfassen',
  status: 'Zahlungsstatus aktualisieren',
  notify: 'Kunden benachrichtigen',
  close: 'Aufgabe abschließen',
} as const;

/** Opens a case at one of its steps, by its address. */
export const openCaseAt = async (page: Page, { id, number }: Claim, slug: string): Promise<void> => {
  await page.goto(`/cases/${encodeURIComponent(id)}?step=${slug}`);
  await seeHeading(page, number);
};

export const openCase = async (page: Page, number: string): Promise<void> => {
  await page.goto('/cases');
  await page.getByRole('row', { name: number }).getByRole('link').first().click();
  await seeHeading(page, number);
};

/** Waits until the rail says that this step stands like this: "An der Reihe", "Erledigt", "Angehalten". */
export const seeStep = (page: Page, step: string, state: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Schritte' })
    .getByRole('link', { name: new RegExp(`${step}.*${state}`) })
    .waitFor();

export const openStep = (page: Page, step: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Schritte' })
    .getByRole('link', { name: new RegExp(step) })
    .click();

/** Reads the stored record back and confirms this very version. */
export const confirmRecord = async (page: Page): Promise<void> => {
  await openStep(page, STEP.save);
  await page.getByRole('button', { name: /^Fassung \d+ bestätigen$/ }).click();
  await seeStep(page, STEP.save, 'Erledigt');
};

/** Vouches for money that was seen on the bank account; a person has to look at it, so step 6 stops. */
export const registerReceipt = async (page: Page, amount: string): Promise<void> => {
  await press(page, 'Aktionen');
  await page.getByRole('menuitem', { name: 'Zahlungseingang melden' }).click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, { Betrag: amount });
  await press(dialog, 'Buchen');
  await dialog.waitFor({ state: 'detached' });
  await seeStep(page, STEP.confirm, 'Angehalten');
};

/** Decides step 6 with the resolution that fits. */
export const confirmAmount = async (page: Page, resolution?: string): Promise<void> => {
  await openStep(page, STEP.confirm);
  if (resolution) await page.getByRole('radio', { name: new RegExp(resolution) }).check();
  await press(page, 'Betrag bestätigen');
};

/** Sends the case back, with a reason; step 6 is what the form proposes. */
export const rejectToAmount = async (page: Page, reason: string): Promise<void> => {
  await openStep(page, STEP.close);
  await press(page, 'Zurückweisen');
  await fill(page, { Grund: reason });
  await press(page, 'Zurückweisen');
};

/** Signs the case off; it asks once before. */
export const closeCase = async (page: Page): Promise<void> => {
  await openStep(page, STEP.close);
  await press(page, 'Abschließen');
  await press(page.getByRole('dialog'), 'Abschließen');
  await seeStep(page, STEP.close, 'Erledigt');
};

/** Waits until a figure in the head of the case reads like this: "Offen", "100,00 €". */
export const seeFigure = (
  page: Page,
  label: 'Betrag' | 'Eingegangen' | 'Offen',
  amount: string,
): Promise<void> => page.getByRole('group', { name: label, exact: true }).getByText(amount).waitFor();

/** Waits for a refusal in words, which says that nothing was written. */
export const seeRefusal = (page: Page, reason: string | RegExp): Promise<void> =>
  page
    .getByRole('alert')
    .filter({ hasText: 'Es wurde nichts gespeichert.' })
    .getByText(reason)
    .first()
    .waitFor();

/** Why a button may not be pressed, as it stands below it. */
export const whyBlocked = async (page: Page, action: string): Promise<string | null> => {
  const button = page.getByRole('button', { name: action, disabled: true });
  const id = await button.getAttribute('aria-describedby');
  return page.locator(`[id="${id}"]`).textContent();
};
