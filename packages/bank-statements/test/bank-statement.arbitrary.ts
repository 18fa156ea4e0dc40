import { money } from '@zahlwerk/domain/money/money';
import fc from 'fast-check';
import type { BankStatement, StatementEntry, StatementTransaction } from '../src/bank-statement.ts';

const OWN_IBAN = 'DE89370400440532013000';

/** Text as people write it, with what XML gives a meaning to, and without what a bank trims or breaks. */
const text = fc
  .string({ unit: fc.constantFrom(...'abzÄöüß€ &<>"\'/-+0123456789'), minLength: 1, maxLength: 60 })
  .map((written) => written.trim().replace(/ +/g, ' '))
  .filter((written) => written !== '');

const reference = fc.string({ unit: fc.constantFrom(...'ABZ0123456789-'), minLength: 1, maxLength: 35 });
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 3 });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someMoney = fc.bigInt({ min: 1n, max: 10n ** 12n }).map((minor) => money(minor, 'EUR'));

const transaction = fc.record({
  amount: someMoney,
  counterparty: fc.record({
    name: text,
    iban: optional(fc.constantFrom('DE02120300000000202051', 'AT611904300234573201')),
    bic: optional(fc.constant('BYLADEM1001')),
  }),
  remittance: text,
  structuredReference: optional(reference),
  endToEndId: optional(reference),
  mandateId: optional(reference),
  returnReason: optional(fc.constantFrom('MD06', 'AC04')),
  originalAmount: optional(someMoney),
});

const entry = fc
  .record({
    bankReference: reference,
    direction: fc.constantFrom('CREDIT' as const, 'DEBIT' as const),
    status: fc.constantFrom('BOOKED' as const, 'BOOKED' as const, 'PENDING' as const),
    bookedOn: day,
    valueOn: day,
    isReversal: fc.boolean(),
    parts: fc.array(transaction, { minLength: 1, maxLength: 4 }),
  })
  .map(
    ({ parts, isReversal, ...of }): Omit<StatementEntry, 'index'> => ({
      ...of,
      amount: money(
        parts.reduce((minor, part) => minor + part.amount.minor, 0n),
        'EUR',
      ),
      split: parts.length > 1 ? 'BATCH' : 'SINGLE',
      transactions: parts.map(
        (part, index): StatementTransaction => ({
          ...part,
          index,
          direction: of.direction,
          bankReference: of.bankReference,
          bankCode: { domain: 'PMNT-RCDT-ESCT', proprietary: null },
          isReversal,
          charges: null,
        }),
      ),
    }),
  );

/** A random statement whose balances add up. */
export const aBankStatement: fc.Arbitrary<BankStatement> = fc
  .record({
    id: reference,
    sequence: optional(fc.constantFrom('1', '227')),
    opening: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
    on: day,
    entries: fc.array(entry, { maxLength: 8 }),
  })
  .map(({ id, sequence, opening, on, entries }) => {
    const closing = entries
      .filter(({ status }) => status === 'BOOKED')
      .reduce(
        (minor, { amount, direction }) => minor + (direction === 'CREDIT' ? amount.minor : -amount.minor),
        opening,
      );
    return {
      kind: 'STATEMENT' as const,
      id,
      sequence,
      account: { iban: OWN_IBAN, other: null, currency: 'EUR' as const },
      opening: { amount: money(opening, 'EUR'), on },
      closing: { amount: money(closing, 'EUR'), on },
      entries: entries.map((of, index) => ({ ...of, index })),
    };
  });
