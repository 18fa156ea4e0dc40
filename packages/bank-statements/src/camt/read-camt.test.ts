import { money, toDecimal } from '@zahlwerk/domain/money/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBankStatement } from '../../test/bank-statement.arbitrary.ts';
import { bytesOf, readTestFile } from '../../test/read-file.ts';
import { writeCamt053 } from '../../test/write-camt.ts';
import type { BankStatement, StatementEntry, StatementTransaction } from '../bank-statement.ts';
import { readCamt } from './read-camt.ts';

const read = (name: string): BankStatement => {
  const [statement] = readCamt(readTestFile(`../test/${name}`));
  if (!statement) throw new Error('no statement');
  return statement;
};

const aDay = read('own/a-day.camt053.v8.xml');

const entryOf = (statement: BankStatement, at: number): StatementEntry => {
  const entry = statement.entries[at];
  if (!entry) throw new Error(`no entry ${at}`);
  return entry;
};

const partOf = (entry: StatementEntry, at = 0): StatementTransaction => {
  const part = entry.transactions[at];
  if (!part) throw new Error(`no part ${at}`);
  return part;
};

describe('a statement of .001.08', () => {
  it('has its account, its number and its balances', () => {
    expect(aDay).toMatchObject({
      kind: 'STATEMENT',
      id: '2026-11-23-0227',
      sequence: '227',
      account: { iban: 'DE89370400440532013000', currency: 'EUR' },
      opening: { amount: money(100000n, 'EUR'), on: '2026-11-23' },
      closing: { amount: money(131600n, 'EUR'), on: '2026-11-23' },
    });
  });

  it('puts a text together that the bank has cut inside a word and at a space', () => {
    expect(partOf(entryOf(aDay, 0)).remittance).toBe('Rechnung RE-2026-0042 vom 3. November');
  });

  it('names the payer with umlauts, account and bank, and takes NOTPROVIDED for no id', () => {
    expect(partOf(entryOf(aDay, 0))).toMatchObject({
      counterparty: { name: 'Jörg Müßig & Söhne', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
      endToEndId: null,
      bankReference: '2026112300001',
      bankCode: { domain: 'PMNT-RCDT-ESCT', proprietary: 'NTRF+166' },
    });
    expect(entryOf(aDay, 0)).toMatchObject({
      bookedOn: '2026-11-23',
      valueOn: '2026-11-22',
      split: 'SINGLE',
    });
  });

  it('splits a batch into its payers', () => {
    const batch = entryOf(aDay, 1);
    expect(batch.split).toBe('BATCH');
    expect(
      batch.transactions.map(({ counterparty, amount }) => [counterparty.name, toDecimal(amount)]),
    ).toEqual([
      ['Anna Adler', '100.50'],
      ['Bruno Bär', '199.50'],
    ]);
    expect(partOf(batch).mandateId).toBe('M-7');
  });

  it('tells a debit that came back, by whom and why, with the charge and what was collected', () => {
    expect(partOf(entryOf(aDay, 2))).toMatchObject({
      direction: 'DEBIT',
      isReversal: true,
      returnReason: 'MD06',
      counterparty: { name: 'Carla Clausen', iban: 'DE02500105170137075030' },
      amount: money(10300n, 'EUR'),
      charges: money(300n, 'EUR'),
      originalAmount: money(10000n, 'EUR'),
    });
  });

  it('does not count what is only pending', () => {
    expect(entryOf(aDay, 3)).toMatchObject({ status: 'PENDING', bookedOn: '2026-11-24' });
  });
});

describe('files of others', () => {
  it('reads a German statement of .001.02', () => {
    const statement = read('foreign/viafintech-camt053.v2.xml');
    expect(statement.account.iban).toBe('DE14740618130000033626');
    expect(statement.entries.map(({ split, transactions }) => [split, transactions.length])).toEqual([
      ['SINGLE', 1],
      ['SINGLE', 1],
      ['SINGLE', 1],
      ['BATCH', 2],
    ]);
    expect(partOf(entryOf(statement, 0))).toMatchObject({
      counterparty: { name: 'Testkonto Nummer 2', iban: 'DE09300606010012345671', bic: 'DAAEDEDDXXX' },
      endToEndId: 'EndToEndReference',
      mandateId: 'MandateReference',
      bankReference: 'BankReference',
      bankCode: { domain: null, proprietary: 'NTRF+020' },
    });
  });

  it('never takes the business for its own counterparty', () => {
    const batch = entryOf(read('foreign/viafintech-camt053.v2.xml'), 3);
    expect(batch.transactions.map(({ counterparty }) => counterparty.name)).toEqual([
      'Testkonto Nummer 2',
      'Testkonto Nummer 2',
    ]);
  });

  it('reads a report within the day, with a batch of which the bank tells no parts', () => {
    const report = read('foreign/genkgo-camt052.v8.xml');
    expect(report).toMatchObject({ kind: 'REPORT', opening: null, closing: null });
    expect(entryOf(report, 0)).toMatchObject({
      amount: money(20000000n, 'SEK'),
      bookedOn: '2007-10-18',
      split: 'SINGLE',
      bankReference: 'AAAASESS-FP-ACCR-01',
    });
  });

  it('refuses a sample whose balances are in four currencies', () => {
    expect(() => read('foreign/genkgo-camt053.v8.xml')).toThrow('BALANCE_DIFFERS');
  });
});

describe('any statement', () => {
  it.each(['001.02', '001.08'] as const)('is read back from %s as it was written', (version) => {
    fc.assert(
      fc.property(aBankStatement, (statement) => {
        expect(readCamt(bytesOf(writeCamt053(statement, version)))).toEqual([statement]);
      }),
    );
  });

  it('has transactions that add up to what was booked', () => {
    fc.assert(
      fc.property(aBankStatement, fc.bigInt({ min: 1n, max: 1000n }), (statement, more) => {
        // A part that was changed on the way: the booking stays, and stays in one piece.
        const changed = statement.entries.map((entry) => ({
          ...entry,
          transactions: entry.transactions.map((part, at) =>
            at === 0 ? { ...part, amount: money(part.amount.minor + more, 'EUR') } : part,
          ),
        }));
        const [found] = readCamt(bytesOf(writeCamt053({ ...statement, entries: changed }, '001.08')));
        for (const [at, { amount, transactions, split }] of (found?.entries ?? []).entries()) {
          expect(transactions.reduce((minor, part) => minor + part.amount.minor, 0n)).toBe(amount.minor);
          const parts = statement.entries[at]?.transactions.length ?? 0;
          expect(split).toBe(parts > 1 ? 'PARTS_DIFFER' : 'SINGLE');
        }
      }),
    );
  });
});
