import type { Page } from 'playwright-core';
import { choose, fill, press, seeHeading } from './form.ts';

export interface Line {
  readonly name: string;
  readonly quantity?: string;
  /** As it is typed in German: "640,00". */
  readonly unitPrice: string;
  readonly tax?: string;
  /** As it is typed: "10 %", "5,00". */
  readonly discount?: string;
}

interface NewCase {
  readonly lines: readonly Line[];
  readonly reference?: string;
  readonly discount?: string;
  /** As the form calls it; by a pay link when left out. */
  readonly channel?: string;
  /** How its prices are meant, as the form calls it; as last time when left out. */
  readonly prices?: string;
}

/** Fields by their labels; see the form of step 1. */
export type CustomerFields = Readonly<Record<string, string>>;

/** Step 1 for somebody who has never bought here. Returns the number of the case. */
export const startCaseForNewCustomer = async (
  page: Page,
  customer: CustomerFields,
  claim: NewCase,
): Promise<string> => {
  await openNewCase(page);
  await fill(page, customer);
  return send(page, claim);
};

/** Step 1 for a known customer, found by name. */
export const startCaseFor = async (page: Page, customer: string, claim: NewCase): Promise<string> => {
  await openNewCase(page);
  await page.getByRole('combobox', { name: 'Kunde' }).fill(customer);
  await page.getByRole('option', { name: new RegExp(customer) }).click();
  return send(page, claim);
};

/** The form of step 1. */
export const openNewCase = async (page: Page): Promise<void> => {
  await page.goto('/cases');
  await page.getByRole('link', { name: 'Neuer Vorgang' }).first().click();
  await seeHeading(page, 'Neuer Vorgang');
};

const send = async (
  page: Page,
  { lines, reference = '', discount, channel, prices }: NewCase,
): Promise<string> => {
  if (prices) await choose(page, 'Preise', prices);
  const isGross = prices?.startsWith('brutto') ?? false;
  for (const [index, line] of lines.entries()) {
    if (index > 0) await press(page, 'Position hinzufügen');
    const row = page.getByRole('group', { name: `Position ${index + 1}` });
    await fill(row, {
      Leistung: line.name,
      Menge: line.quantity ?? '1',
      [isGross ? 'Einzelpreis brutto' : 'Einzelpreis netto']: line.unitPrice,
    });
    if (line.discount) await fill(row, { Rabatt: line.discount });
    if (line.tax) await choose(row, 'Steuer', line.tax);
  }
  if (discount) await fill(page, { 'Rabatt auf alles': discount });
  if (channel) await page.getByRole('radio', { name: channel }).check();
  if (reference) await fill(page, { Bestellung: reference });
  await press(page, 'Zahlung auslösen');
  const number = page.getByRole('heading', { level: 1, name: /^[A-Z]+-?\d|^\d/ });
  await number.waitFor();
  return (await number.textContent()) ?? '';
};
