import type { Page } from 'playwright-core';
import { dayFromNow } from './claim.driver.ts';
import { press, seeHeading } from './form.ts';

/** A credit as it stands on a statement. */
export interface Credit {
  readonly amount: string;
  readonly payer: string;
  readonly text: string;
}

const balance = (code: string, cents: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${(cents / 100).toFixed(2)}</Amt>
   <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${dayFromNow(0)}</Dt></Dt></Bal>`;

const entry = ({ amount, payer, text }: Credit, opening: number, at: number): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
   <BookgDt><Dt>${dayFromNow(0)}</Dt></BookgDt><ValDt><Dt>${dayFromNow(0)}</Dt></ValDt><AcctSvcrRef>B-${opening}-${at}</AcctSvcrRef>
   <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr></RltdPties>
   <RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

/** A day's statement of the business's account, as its bank would write it; `opening` in cents. */
export const statementWith = (credits: readonly Credit[], opening = 100_000): string => {
  const total = credits.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>${dayFromNow(0)}</Id>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', opening)}${balance('CLBD', opening + total)}${credits.map((credit, at) => entry(credit, opening, at)).join('')}
</Stmt></BkToCstmrStmt></Document>`;
};

/** Chooses a file of the bank on the screen for it. */
export const importStatement = async (page: Page, name: string, text: string): Promise<void> => {
  await page.goto('/bank');
  await seeHeading(page, 'Bank & Differenzen');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });
};

/** Waits for what an import has come to. */
export const seeOutcome = (page: Page, outcome: string): Promise<void> =>
  page.getByRole('region', { name: 'Zuletzt eingelesen' }).getByText(outcome).first().waitFor();

/** Gives the credit of a payer to the case that is proposed for it: one click. */
export const assignTo = (page: Page, payer: string, number: string): Promise<void> =>
  press(page, `Zahlung von ${payer} dem Vorgang ${number} zuordnen`);

/** Gives the credit of a payer to a case that nothing on the statement points to. */
export const assignByHand = async (page: Page, payer: string, number: string): Promise<void> => {
  const credit = page
    .getByRole('list', { name: 'Nicht zugeordnetes Geld' })
    .locator('> li', { hasText: payer });
  await press(credit, 'Vorgang wählen');
  const dialog = page.getByRole('dialog', { name: 'Zahlung zuordnen' });
  await dialog.getByLabel('Vorgang').fill(number);
  await page.getByRole('option', { name: new RegExp(number) }).click();
  await press(dialog, 'Zuordnen');
};

/** Settles the difference of a case with one of the resolutions that stand beside it. */
export const settle = (page: Page, number: string, resolution: string): Promise<void> =>
  press(page.getByRole('list', { name: `Entscheidungen für ${number}` }), resolution);
