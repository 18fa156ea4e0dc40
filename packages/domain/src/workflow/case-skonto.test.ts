import { expect, test } from 'vitest';
import { aDefinition, anOrganization, aPaymentCase, eur } from '../../test/a-payment-case.ts';
import { agreedSkonto, openSkonto, type SkontoWish, skontoOf, skontoProblems } from './case-skonto.ts';
import type { CaseOrganization } from './payment-case.ts';

const terms = { basisPoints: 200, days: 14 };
const TODAY = '2026-11-23';
const ACCOUNTS = { transfersTo: 'PROVIDER', hasProvider: true } as const;

const aWish = (deviation: Partial<SkontoWish> = {}): SkontoWish => ({
  channel: 'ONLINE',
  amountDue: eur(11_900),
  dueOn: '2026-12-07',
  ...deviation,
});

const agreed = (wish: SkontoWish, house: Partial<CaseOrganization> = {}, definition = aDefinition()) =>
  agreedSkonto(anOrganization({ skonto: terms, ...house }), definition, wish, TODAY);

const problems = (wish: SkontoWish, house: Partial<CaseOrganization> = {}) =>
  skontoProblems(anOrganization(house), aDefinition(), wish, TODAY).map(
    ({ field, code }) => `${field} ${code}`,
  );

const withoutTransfers = { ...aDefinition(), allowedMethodTypes: ['CARD'] as const };

test('the terms of the business hold where nobody says otherwise', () => {
  expect(agreed(aWish())).toEqual(terms);
  expect(agreed(aWish({ skonto: null }))).toBeNull();
  expect(agreed(aWish({ skonto: { basisPoints: 300, days: 7 } }))).toEqual({ basisPoints: 300, days: 7 });
  expect(agreed(aWish(), { skonto: null })).toBeNull();
});

test('the usual terms stay away where they cannot be meant', () => {
  expect(agreed(aWish({ channel: 'IN_PERSON' }))).toBeNull();
  expect(agreed(aWish({ dueOn: '2026-12-06' }))).toBeNull();
  expect(agreed(aWish(), ACCOUNTS)).toBeNull();
  expect(agreed(aWish(), {}, withoutTransfers)).toBeNull();
});

test('terms that were named are refused where they cannot be kept', () => {
  expect(problems(aWish({ skonto: terms }))).toEqual([]);
  expect(problems(aWish({ skonto: terms, dueOn: '2026-12-06' }))).toEqual([
    'skonto.days SKONTO_OUTLASTS_TERM',
  ]);
  expect(problems(aWish({ skonto: terms }), ACCOUNTS)).toEqual(['skonto SKONTO_NEEDS_OWN_TRANSFERS']);
  expect(problems(aWish(), ACCOUNTS)).toEqual([]);
});

test('the period is counted from the first day of the case, and from the invoice once there is one', () => {
  const state = aPaymentCase({ skonto: terms });
  expect(skontoOf(state)?.lastDay).toBe('2026-12-07');
  const invoice = { id: 'invoice', kind: 'INVOICE', state: 'ISSUED', number: 'RE-2026-0001' } as const;
  expect(skontoOf({ ...state, invoices: [{ ...invoice, issuedOn: '2026-11-30' }] })?.lastDay).toBe(
    '2026-12-14',
  );
});

test('customers are told of it up to and on the last day', () => {
  const state = aPaymentCase({ skonto: terms });
  expect(openSkonto(state, '2026-12-07')?.reduced).toEqual(eur(11_662));
  expect(openSkonto(state, '2026-12-08')).toBeNull();
  expect(openSkonto({ ...state, state: 'CANCELED' }, '2026-11-24')).toBeNull();
  expect(openSkonto({ ...state, skonto: null }, '2026-11-24')).toBeNull();
});
