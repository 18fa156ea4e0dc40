import { type Money, toDecimal } from '@zahlwerk/domain/money/money';
import type {
  Balance,
  BankStatement,
  Counterparty,
  Direction,
  StatementEntry,
  StatementTransaction,
} from '../src/bank-statement.ts';

/** The two versions put the same facts in different places. */
export type Version = '001.02' | '001.08';

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);

const tag = (name: string, content: string | null): string =>
  content === null || content === '' ? '' : `<${name}>${content}</${name}>`;

const amount = (name: string, { minor, currency }: Money): string =>
  `<${name} Ccy="${currency}">${toDecimal({ minor: minor < 0n ? -minor : minor, currency })}</${name}>`;

const indicator = (direction: Direction): string =>
  tag('CdtDbtInd', direction === 'CREDIT' ? 'CRDT' : 'DBIT');

const balance = (code: string, { amount: of, on }: Balance): string =>
  tag(
    'Bal',
    tag('Tp', tag('CdOrPrtry', tag('Cd', code))) +
      amount('Amt', of) +
      indicator(of.minor < 0n ? 'DEBIT' : 'CREDIT') +
      tag('Dt', tag('Dt', on)),
  );

const party = (role: string, { name, iban }: Counterparty, version: Version): string => {
  const named = tag('Nm', name && escapeText(name));
  return (
    tag(role, version === '001.08' ? tag('Pty', named) : named) +
    tag(`${role}Acct`, tag('Id', tag('IBAN', iban)))
  );
};

/** Cut where a bank may cut: anywhere. */
const pieces = (text: string, at: number): string =>
  [text.slice(0, at), text.slice(at)].map((piece) => tag('Ustrd', escapeText(piece))).join('');

const details = (transaction: StatementTransaction, version: Version): string => {
  const { counterparty, direction, isReversal, returnReason, remittance } = transaction;
  const isGoingBack = isReversal || returnReason !== null;
  const role = (direction === 'CREDIT') !== isGoingBack ? 'Dbtr' : 'Cdtr';
  const bic = tag(version === '001.08' ? 'BICFI' : 'BIC', counterparty.bic);
  const instructed = transaction.originalAmount;
  return tag(
    'TxDtls',
    tag(
      'Refs',
      tag('AcctSvcrRef', transaction.bankReference) +
        tag('EndToEndId', transaction.endToEndId ?? 'NOTPROVIDED') +
        tag('MndtId', transaction.mandateId),
    ) +
      (version === '001.08' ? amount('Amt', transaction.amount) : '') +
      tag(
        'AmtDtls',
        (instructed ? tag('InstdAmt', amount('Amt', instructed)) : '') +
          (version === '001.02' ? tag('TxAmt', amount('Amt', transaction.amount)) : ''),
      ) +
      tag('RltdPties', party(role, counterparty, version)) +
      tag('RltdAgts', tag(`${role}Agt`, tag('FinInstnId', bic))) +
      tag(
        'RmtInf',
        pieces(remittance, Math.floor(remittance.length / 2)) +
          tag('Strd', tag('CdtrRefInf', tag('Ref', transaction.structuredReference))),
      ) +
      tag('RtrInf', tag('Rsn', tag('Cd', returnReason))),
  );
};

const entry = (of: StatementEntry, version: Version): string => {
  const status = of.status === 'BOOKED' ? 'BOOK' : 'PDNG';
  const [domain, family, subFamily] = of.transactions[0]?.bankCode.domain?.split('-') ?? [];
  return tag(
    'Ntry',
    amount('Amt', of.amount) +
      indicator(of.direction) +
      tag('RvslInd', String(of.transactions[0]?.isReversal ?? false)) +
      tag('Sts', version === '001.08' ? tag('Cd', status) : status) +
      tag('BookgDt', tag('Dt', of.bookedOn)) +
      tag('ValDt', tag('DtTm', `${of.valueOn}T09:30:00+01:00`)) +
      tag('AcctSvcrRef', of.bankReference) +
      tag(
        'BkTxCd',
        tag(
          'Domn',
          `${tag('Cd', domain ?? '')}${tag('Fmly', tag('Cd', family ?? '') + tag('SubFmlyCd', subFamily ?? ''))}`,
        ),
      ) +
      tag('NtryDtls', of.transactions.map((transaction) => details(transaction, version)).join('')),
  );
};

/** Writes a statement as a bank would, for tests to read it back. */
export const writeCamt053 = (statement: BankStatement, version: Version): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.${version}">${tag(
    'BkToCstmrStmt',
    tag(
      'Stmt',
      tag('Id', statement.id) +
        tag('ElctrncSeqNb', statement.sequence) +
        tag('Acct', tag('Id', tag('IBAN', statement.account.iban)) + tag('Ccy', statement.account.currency)) +
        (statement.opening ? balance('OPBD', statement.opening) : '') +
        (statement.closing ? balance('CLBD', statement.closing) : '') +
        statement.entries.map((of) => entry(of, version)).join('\n'),
    ),
  )}</Document>`;
