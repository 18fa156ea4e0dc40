import { today } from './a-desk.ts';

/** A line of a statement; a negative amount went. */
export interface Line {
  readonly amount: string;
  readonly text: string;
  readonly payer: string;
  readonly endToEndId?: string;
  /** Why a bank sends the money back, as its code. */
  readonly returnReason?: string;
}

interface Said {
  readonly iban?: string;
  /** Goes on with the lines of this statement. */
  readonly of?: string;
  readonly sequence?: string;
  readonly opening?: bigint;
}

const IBAN = 'DE89370400440532013000';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

let statements = 0;

/** The number that the statement, and with it the references of its lines, begin with. */
const numberOf = (statement: string): string => /<Stmt><Id>(\d+)</.exec(statement)?.[1] ?? '';

/** A day's statement as a bank writes it, of the account of the businesses in the tests. */
export const aStatement = (
  lines: readonly Line[],
  { iban = IBAN, of = '', sequence, opening = 100_000n }: Said = {},
): string => {
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
  const entry = ({ amount, text, payer, endToEndId, returnReason }: Line, at: number): string => {
    const isDebit = amount.startsWith('-');
    const role = isDebit ? 'Cdtr' : 'Dbtr';
    return `<Ntry><Amt Ccy="EUR">${amount.replace('-', '')}</Amt><CdtDbtInd>${isDebit ? 'DBIT' : 'CRDT'}</CdtDbtInd>
<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt><AcctSvcrRef>${number}-${at}</AcctSvcrRef>
<NtryDtls><TxDtls>${endToEndId ? `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>` : ''}<RltdPties><${role}><Pty><Nm>${escaped(payer)}</Nm></Pty></${role}></RltdPties>
<RmtInf><Ustrd>${escaped(text)}</Ustrd></RmtInf>${returnReason ? `<RtrInf><Rsn><Cd>${returnReason}</Cd></Rsn></RtrInf>` : ''}</TxDtls></NtryDtls></Ntry>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>${number}</Id>${sequence ? `<ElctrncSeqNb>${sequence}</ElctrncSeqNb>` : ''}
<Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', opening)}${balance('CLBD', opening + total)}
${lines.map(entry).join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
};
