import { expect, test } from 'vitest';
import {
  EMPTY_LINE,
  emptyCase,
  fromDraft,
  newCaseProblems,
  ofChannel,
  priceOf,
  toInitiatePayment,
} from './new-case.ts';

const values = {
  ...emptyCase('2026-11-23'),
  customerId: 'c1',
  lines: [
    { ...EMPTY_LINE, name: 'Beratung', quantity: '1,5', unit: 'HUR', unitPrice: '100,00' },
    { ...EMPTY_LINE, name: 'Buch', unitPrice: '20', taxCase: 'DE_7' },
  ],
} as const;

test('lines at two rates come to the amount that the invoice will say', () => {
  const priced = priceOf(values, 'de', 'EUR');
  expect(priced?.gross.minor).toBe(19990n);
  expect(toInitiatePayment(values, 'de', 'EUR')).toMatchObject({
    customerId: 'c1',
    customer: null,
    amount: { amount: '199.90', currency: 'EUR' },
    dueOn: '2026-12-07',
    supply: { from: '2026-11-23', to: '2026-11-23' },
    lines: [
      { quantity: '1.5', unitPrice: '100.00' },
      { quantity: '1', unitPrice: '20' },
    ],
  });
});

test('in person is due today, and the usual term comes back with the other channel', () => {
  const inPerson = { ...values, ...ofChannel('IN_PERSON', '2026-11-23') };
  expect(toInitiatePayment(inPerson, 'de', 'EUR')).toMatchObject({
    channel: 'IN_PERSON',
    dueOn: '2026-11-23',
  });
  expect(ofChannel('ONLINE', '2026-11-23').dueOn).toBe('2026-12-07');
});

test('every wrong line is named at once', () => {
  const lines = [{ ...EMPTY_LINE, quantity: 'zwei', unitPrice: '' }];
  expect(newCaseProblems({ ...values, lines }, 'de', 'EUR')).toEqual({
    'lines.0.name': 'REQUIRED',
    'lines.0.quantity': 'INVALID_QUANTITY',
    'lines.0.unitPrice': 'INVALID_AMOUNT',
  });
});

test('without lines the amount itself is asked for, and must be above zero', () => {
  const statement = { ...values, invoicing: 'STATEMENT', amount: '0,00' } as const;
  expect(newCaseProblems(statement, 'de', 'EUR')).toEqual({ amount: 'NOT_POSITIVE' });
  expect(toInitiatePayment({ ...statement, amount: '1.234,5' }, 'de', 'EUR')).toMatchObject({
    amount: { amount: '1234.50', currency: 'EUR' },
    lines: [],
    supply: null,
  });
});

test('discounts lower the amount that is asked for', () => {
  const [work, book] = values.lines;
  const discounted = {
    ...values,
    lines: [
      { ...work, discount: '10 %' },
      { ...book, discount: '5', discountReason: 'Mängelexemplar' },
    ],
    discount: '50,00',
  };
  expect(newCaseProblems(discounted, 'de', 'EUR')).toEqual({});
  expect(toInitiatePayment(discounted, 'de', 'EUR')).toMatchObject({
    // 135.00 and 15.00; of 50.00 off the whole 45.00 and 5.00.
    amount: { amount: '117.80', currency: 'EUR' },
    discount: { percent: null, amount: '50.00' },
    lines: [{ discount: { percent: '10' } }, { discount: { amount: '5.00', reason: 'Mängelexemplar' } }],
  });
});

test('a discount that cannot be read is named at its place', () => {
  const [work, book] = values.lines;
  const lines = [{ ...work, discount: 'viel' }, book];
  expect(newCaseProblems({ ...values, lines, discount: '-1' }, 'de', 'EUR')).toEqual({
    'lines.0.discount': 'INVALID_DISCOUNT',
    discount: 'INVALID_DISCOUNT',
  });
});

test('a draft from before discounts is still a form', () => {
  const { discount: _none, discountReason: _nothing, ...old } = EMPTY_LINE;
  const draft = fromDraft(emptyCase('2026-11-23'), { lines: [old as typeof EMPTY_LINE] });
  expect(draft.lines).toEqual([EMPTY_LINE]);
});

test('an exempt line names its paragraph, and no other line does', () => {
  const line = { ...EMPTY_LINE, name: 'Kurs', unitPrice: '20', exemptionReason: ' § 4 Nr. 21 UStG ' };
  const exempt = { ...values, lines: [{ ...line, taxCase: 'DE_EXEMPT' as const }, line] };
  const sent = toInitiatePayment(exempt, 'de', 'EUR').lines ?? [];
  expect(sent.map(({ exemptionReason }) => exemptionReason)).toEqual(['§ 4 Nr. 21 UStG', null]);
  const silent = { ...exempt, lines: [{ ...line, taxCase: 'DE_EXEMPT' as const, exemptionReason: ' ' }] };
  expect(newCaseProblems(silent, 'de', 'EUR')).toEqual({ 'lines.0.exemptionReason': 'REQUIRED' });
});

test('Skonto goes with the case unless it is paid at the reader', () => {
  const granted = { ...values, skontoPercent: '2,5', skontoDays: '10' };
  expect(toInitiatePayment(granted, 'de', 'EUR').skonto).toEqual({ basisPoints: 250, days: 10 });
  expect(toInitiatePayment(values, 'de', 'EUR').skonto).toBeNull();
  const inPerson = { ...granted, ...ofChannel('IN_PERSON', '2026-11-23') };
  expect(toInitiatePayment(inPerson, 'de', 'EUR').skonto).toBeNull();
  expect(newCaseProblems({ ...granted, skontoDays: '' }, 'de', 'EUR')).toEqual({
    skontoDays: 'INVALID_DAYS',
  });
});
