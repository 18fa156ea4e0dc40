import { dayFromNow } from '@zahlwerk/e2e/drivers/claim.driver';

export interface BankLine {
  readonly cents: number;
  readonly payer: string;
  readonly text: string;
}

const amountOf = (cents: number): string => (cents / 100).toFixed(2);

const balance = (code: string, cents: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amountOf(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${dayFromNow(0)}</Dt></Dt></Bal>`;

const entry = ({ cents, payer, text }: BankLine, at: number): string =>
  `<Ntry><Amt Ccy="EUR">${amountOf(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${dayFromNow(0)}</Dt></BookgDt><ValDt><Dt>${dayFromNow(0)}</Dt></ValDt><AcctSvcrRef>BENCH-${at}</AcctSvcrRef>
<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr></RltdPties>
<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

/** A day's statement of the account of the benchmarks' business. */
export const statementFile = (lines: readonly BankLine[]): string => {
  const total = lines.reduce((sum, { cents }) => sum + cents, 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>BENCH</Id>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', 100_000)}${balance('CLBD', 100_000 + total)}
${lines.map(entry).join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
};
