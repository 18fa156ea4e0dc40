import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBankStatement } from '../test/bank-statement.arbitrary.ts';
import { bytesOf, readTestFile } from '../test/read-file.ts';
import { readCamt } from './camt/read-camt.ts';
import { identify } from './transaction-identity.ts';

const IBAN = 'DE89370400440532013000';
const aDay = new TextDecoder().decode(readTestFile('own/a-day.camt053.v8.xml'));

const identitiesIn = (text: string): readonly string[] =>
  readCamt(bytesOf(text)).flatMap(({ entries }) => identify(IBAN, entries).map(({ identity }) => identity));

describe('a movement', () => {
  it('is the same in the report within the day as in the statement of the day', () => {
    const report = aDay
      .replace('camt.053', 'camt.052')
      .replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt')
      .replaceAll('Stmt>', 'Rpt>');
    expect(identitiesIn(report)).toEqual(identitiesIn(aDay));
    expect(identitiesIn(aDay).length).toBe(4);
  });

  it('is another one for another account, day or amount', () => {
    const [mine = '', ...rest] = identitiesIn(aDay);
    expect(rest).not.toContain(mine);
    const [entry] = readCamt(bytesOf(aDay))[0]?.entries ?? [];
    if (!entry) throw new Error('no entry');
    const others = [
      identify('DE02120300000000202051', [entry]),
      identify(IBAN, [{ ...entry, bookedOn: '2026-11-24' }]),
      identify(IBAN, [{ ...entry, bankReference: null }]),
    ];
    expect(new Set([mine, ...others.map(([one]) => one?.identity)]).size).toBe(4);
  });

  it('is told apart from an equal one, in the same way every time', () => {
    fc.assert(
      fc.property(aBankStatement, ({ entries }) => {
        const twice = [...entries, ...entries];
        const identities = identify(IBAN, twice).map(({ identity }) => identity);
        expect(new Set(identities).size).toBe(identities.length);
        expect(identities.slice(0, identities.length / 2)).toEqual(
          identify(IBAN, entries).map(({ identity }) => identity),
        );
      }),
    );
  });
});
