import { today } from './a-desk.ts';

/** A line of a statement; a negative amount went. */
export interface Line {
  readonly amount: string;
  readonly text: string;
  readonly payer: string;
}

const IBAN = 'DE89370400440532013000';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

let statements = 0;

/** The number that the statement, and with it the references of its lines, begin with. */
const numberOf = (statement: string): string => /<Stmt><Id>(\d+)</.exec(statement)?.[1] ?? '';

/** A day's statement as a bank writes it, of the account of the businesses in the tests; `of` one goes on with its lines. */
export const aStatement = (lines: readonly Line[], { iban = IBAN, of = '' } = {}): string => {
  statements += 1;
  const number = numberOf(of) || String(statements);
  const day = today();
  const total = lines.reduce((sum, { amount }) => sum + cents(amount), 0n);
  const balance = (code: string, minor: bigint): string => {
    const text = String(minor < 0n ? -minor : minor).padStart(3, '0');
    const amount = `<Amt Ccy="EUR">${text.slice(0, -2)}.${text.slice(-2)}</Amt>`;
    const direction = `<CdtDbtInd>${minor < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
    return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount}${direction}<Dt><Dt>${day}</Dt></Dt></Bal>`;
  };
  const entry = ({ amount, text, payer }: Line, at: number): string => {
    const isDebit = amount.startsWith('-');
    const role = isDebit ? 'Cdtr' : 'Dbtr';
    return `<Ntry><Amt Ccy="EUR">${amount.replace('-', '')}</Amt><CdtDbtInd>${isDebit ? 'DBIT' : 'CRDT'}</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>${number}-${at}</AcctSvcrRef>
<NtryDtls><TxDtls><RltdPties><${role}><Pty><Nm>${escaped(payer)}</Nm></Pty></${role}></RltdPties>
<RmtInf><Ustrd>${escaped(text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>${number}</Id>
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', 100_000n)}${balance('CLBD', 100_000n + total)}
${lines.map(entry).join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
};
