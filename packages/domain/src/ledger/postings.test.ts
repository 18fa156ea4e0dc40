import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eur, TODAY } from '../../test/a-payment-case.ts';
import { someLines } from '../invoices/invoice.arbitrary.ts';
import { aLine, charged } from '../invoices/invoice.fixture.ts';
import { priceInvoice } from '../invoices/invoice-lines.ts';
import { TAX_CASE_NAMES } from '../invoices/tax-case.ts';
import { isBalanced, type JournalDraft, journal } from './journal.ts';
import { postInvoice, postStatement, postStorno, takeBackStatement } from './post-claims.ts';
import { postFee, postPayment, postPayout, takeBackPayout } from './post-money.ts';
import { postAllocation, postGivenUp } from './post-settlement.ts';

const linesOf = ({ lines }: JournalDraft) => lines.map(({ account, minor }) => `${account} ${minor}`);
const amount = eur(11_900);

describe('postings: debit is positive, credit negative', () => {
  it.each<[string, JournalDraft, readonly string[]]>([
    ['a statement', postStatement('case', amount, TODAY), ['RECEIVABLE 11900', 'INVOICED_ELSEWHERE -11900']],
    [
      'a statement taken back',
      takeBackStatement('case', amount, TODAY),
      ['INVOICED_ELSEWHERE 11900', 'RECEIVABLE -11900'],
    ],
    [
      'money at the provider',
      postPayment('p', 'PROVIDER', amount, TODAY),
      ['CLEARING 11900', 'CUSTOMER_CREDIT -11900'],
    ],
    ['money at the bank', postPayment('p', 'BANK', amount, TODAY), ['BANK 11900', 'CUSTOMER_CREDIT -11900']],
    [
      'money seen by a member',
      postPayment('p', 'MANUAL', amount, TODAY),
      ['BANK 11900', 'CUSTOMER_CREDIT -11900'],
    ],
    ['an allocation', postAllocation('a', amount, TODAY), ['CUSTOMER_CREDIT 11900', 'RECEIVABLE -11900']],
    ['a fee', postFee('fee:t', eur(200), TODAY), ['FEES 200', 'CLEARING -200']],
    ['a write-off', postGivenUp('w', 'WRITE_OFF', eur(900), TODAY), ['WRITE_OFF 900', 'RECEIVABLE -900']],
    ['a fee that is borne', postGivenUp('w', 'FEE', eur(900), TODAY), ['FEES 900', 'RECEIVABLE -900']],
    ['cents', postGivenUp('w', 'ROUNDING', eur(4), TODAY), ['ROUNDING 4', 'RECEIVABLE -4']],
    ['a payout', postPayout('o', eur(11_700), TODAY), ['BANK 11700', 'CLEARING -11700']],
    [
      'the counter-entry of a payout',
      takeBackPayout('o', eur(11_700), TODAY),
      ['CLEARING 11700', 'BANK -11700'],
    ],
  ])('%s', (_what, entry, lines) => {
    expect(linesOf(entry)).toEqual(lines);
    expect(isBalanced(entry)).toBe(true);
    expect(entry).toMatchObject({ postedOn: TODAY, currency: 'EUR' });
  });

  it('name their source and purpose, which are unique together', () => {
    const entries = [
      postStatement('1', amount, TODAY),
      takeBackStatement('1', amount, TODAY),
      postPayment('1', 'BANK', amount, TODAY),
      postAllocation('1', amount, TODAY),
      postGivenUp('1', 'WRITE_OFF', amount, TODAY),
      postPayout('1', amount, TODAY),
      takeBackPayout('1', amount, TODAY),
      postInvoice('1', priceInvoice(charged([aLine()]), 'EUR'), TODAY),
    ];
    expect(new Set(entries.map(({ source, purpose }) => `${source} ${purpose}`)).size).toBe(entries.length);
  });
});

describe('the posting of an invoice', () => {
  it.each(TAX_CASE_NAMES)('balances with %s', (taxCase) => {
    const exemptionReason = taxCase === 'DE_EXEMPT' ? '§ 4 Nr. 11 UStG' : null;
    const entry = postInvoice(
      '1',
      priceInvoice(charged([aLine({ taxCase, exemptionReason })]), 'EUR'),
      TODAY,
    );
    expect(isBalanced(entry)).toBe(true);
    expect(entry.lines[0]).toEqual({
      account: 'RECEIVABLE',
      minor: taxCase === 'DE_19' ? 11_900n : taxCase === 'DE_7' ? 10_700n : 10_000n,
    });
  });

  it('shows revenue and VAT per rate', () => {
    const lines = [aLine(), aLine({ unitPrice: '10.00', taxCase: 'DE_7' })];
    expect(linesOf(postInvoice('1', priceInvoice(charged(lines), 'EUR'), TODAY))).toEqual([
      'RECEIVABLE 14040',
      'REVENUE_19 -10000',
      'VAT_19 -1900',
      'REVENUE_7 -2000',
      'VAT_7 -140',
    ]);
  });

  it('balances whatever the lines', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const entry = postInvoice('1', priceInvoice(charged(lines), 'EUR'), TODAY);
        expect(entry.lines.reduce((total, { minor }) => total + minor, 0n)).toBe(0n);
        expect(entry.lines.some(({ minor }) => minor === 0n)).toBe(false);
      }),
    );
  });

  it('is mirrored by its Storno, line by line', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const original = postInvoice('1', priceInvoice(charged(lines), 'EUR'), TODAY);
        const storno = postStorno('2', original, '2026-12-01');
        expect(storno).toMatchObject({ source: 'invoice:2', purpose: 'STORNO', postedOn: '2026-12-01' });
        expect(storno.lines).toEqual(
          original.lines.map(({ account, minor }) => ({ account, minor: -minor })),
        );
      }),
    );
  });
});

describe('a journal entry', () => {
  it('has no line of nothing', () => {
    expect(journal('s', 'FEE', TODAY, 'EUR', [{ account: 'FEES', minor: 0n }]).lines).toEqual([]);
  });

  it.each([
    ['with one line', [{ account: 'BANK', minor: 0n }]],
    ['without lines', []],
    [
      'with a cent too much',
      [
        { account: 'BANK', minor: 101n },
        { account: 'CLEARING', minor: -100n },
      ],
    ],
  ] as const)('does not balance %s', (_what, lines) => {
    expect(isBalanced({ source: 's', purpose: 'FEE', postedOn: TODAY, currency: 'EUR', lines })).toBe(false);
  });
});
