import { describe, expect, it } from 'vitest';
import {
  aKnownCustomer,
  anAttempt,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  eur,
  NOW,
  runsAt,
} from '../../test/a-payment-case.ts';
import { ask, runOn, runToRest, stepOf, stopOf, type World, worldOf } from '../../test/simulate.ts';
import { aCompany, aPerson } from '../customers/customer.fixture.ts';
import { mismatchesOf, unsettledMismatches } from './account-data.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';
import type { ConfirmAmount } from './resolve-amount.ts';

const byCard = (payer: string | null, deviation: Partial<CasePayment> = {}) =>
  aPayment({ source: 'PROVIDER', attemptId: 'attempt', payer, evidence: 'stripe:ch_1', ...deviation });

const paid = (payment: CasePayment, deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({
    at: 'CONFIRM_AMOUNT',
    attempts: [anAttempt({ state: 'SUCCEEDED' })],
    payments: [payment],
    ...deviation,
  });

const failedCheck = anAttempt({
  state: 'SUCCEEDED',
  verification: { at: NOW, evidence: 'card:checks=fail,3ds=failed' },
  verificationFailed: true,
});

describe('the account that paid', () => {
  it.each<[string, CasePayment]>([
    ['the company', byCard('BAECKEREI SONNENSCHEIN GMBH')],
    ['its contact, as cards shorten names', byCard('J MUESSIG')],
    ['nobody, where the provider names none', byCard(null)],
    ['somebody else, seen at the bank: that is judged with the transfer', aPayment({ payer: 'Erika Fremd' })],
  ])('agrees when it is that of %s', (_whose, payment) => {
    expect(mismatchesOf(paid(payment), payment)).toEqual([]);
  });

  it("is held against the customer's confirmed version", () => {
    const customer = aKnownCustomer({ data: aPerson({ familyName: 'Fremd' }), confirmedData: aCompany() });
    const payment = byCard('Anna Fremd');
    expect(mismatchesOf(paid(payment, { customer }), payment)).toEqual([
      { key: 'holder', expected: 'Bäckerei Sonnenschein GmbH', found: 'Anna Fremd' },
    ]);
  });

  it('may differ in the checks of the provider as well', () => {
    const payment = byCard('Erika Fremd');
    expect(mismatchesOf(paid(payment, { attempts: [failedCheck] }), payment)).toEqual([
      { key: 'verification', expected: null, found: 'card:checks=fail,3ds=failed' },
      { key: 'holder', expected: 'Bäckerei Sonnenschein GmbH', found: 'Erika Fremd' },
    ]);
  });
});

describe('money from an account that does not agree', () => {
  const stopped = (payment = byCard('Erika Fremd'), deviation: Partial<PaymentCase> = {}): World =>
    runToRest(worldOf(paid(payment, deviation)));

  const exact = (accepted: ConfirmAmount['accepted'] = []) =>
    ({ paymentId: null, resolution: 'EXACT', reason: null, accepted }) as const;

  const open = ({ state }: World) => state.discrepancies.filter((one) => one.state === 'OPEN');

  const confirmWith = (world: World, reason: string) =>
    ask(world, as(CLERK), {
      name: 'confirmAmount',
      input: exact(open(world).map(({ id }) => ({ discrepancyId: id, reason }))),
    }).outcome;

  it('stops step 6 with what was expected and what was found, once', () => {
    const world = stopped();
    expect([stepOf(world), stopOf(world)]).toEqual(['CONFIRM_AMOUNT', 'HOLDER_DIFFERS']);
    expect(world.state.discrepancies).toMatchObject([
      { key: 'holder', expected: 'Bäckerei Sonnenschein GmbH', found: 'Erika Fremd', state: 'OPEN' },
    ]);
    expect(world.log.map(({ type }) => type)).toEqual(['discrepancy.raised', 'step.stopped']);
    expect(runToRest(world)).toBe(world);
  });

  it('is confirmed when a person accepts it with a reason, and goes on by itself', () => {
    const world = stopped();
    expect(confirmWith(world, ' ')).toMatchObject({ refusal: { code: 'REASON_REQUIRED' } });
    const accepted = open(world).map(({ id }) => ({ discrepancyId: id, reason: 'Ehefrau, angerufen' }));
    const on = runOn(world, as(CLERK), 'confirmAmount', exact(accepted));
    expect(stepOf(on)).toBe('CLOSE_PAYMENT_TASK');
    expect(on.state.discrepancies).toMatchObject([
      { key: 'holder', state: 'RESOLVED', resolution: 'ACCEPT' },
    ]);
  });

  it('is not confirmed while something about it is left, nor by accepting something else', () => {
    const world = stopped(byCard('Erika Fremd'), { attempts: [failedCheck] });
    expect(open(world).map(({ key }) => key)).toEqual(['verification', 'holder']);
    const [verification] = open(world);
    const half = [{ discrepancyId: verification?.id ?? '', reason: 'Kunde am Telefon' }];
    const refusals = [exact(), exact(half), exact([{ discrepancyId: 'elsewhere', reason: 'x' }])].map(
      (input) => ask(world, as(CLERK), { name: 'confirmAmount', input }).outcome,
    );
    expect(refusals).toMatchObject([
      { refusal: { code: 'DISCREPANCY_OPEN', detail: 'verification, holder' } },
      { refusal: { code: 'DISCREPANCY_OPEN', detail: 'holder' } },
      { refusal: { code: 'DISCREPANCY_UNKNOWN' } },
    ]);
  });

  it('is raised for what comes after a rejection too, so that it can be accepted', () => {
    const stop = { code: 'REJECTED', detail: 'bitte prüfen' };
    const rejected = aPaymentCase({
      runs: runsAt('CONFIRM_AMOUNT', { stop }),
      payments: [byCard('Erika Fremd')],
    });
    const world = runToRest(worldOf(rejected));
    expect(open(world)).toMatchObject([{ key: 'holder', found: 'Erika Fremd' }]);
    expect(stopOf(world)).toBe('REJECTED');
    expect(confirmWith(world, 'Ehefrau')).toMatchObject({ ok: true });
  });

  it('is asked about one stranger after the other', () => {
    const payments = [
      byCard('Erika Fremd', { amount: eur(9_000) }),
      byCard('Otto Anders', { id: 'second', amount: eur(2_900) }),
    ];
    const world = runToRest(worldOf(aPaymentCase({ at: 'CONFIRM_AMOUNT', payments })));
    expect(open(world)).toMatchObject([{ found: 'Erika Fremd' }]);
    const [first] = open(world);
    const on = runOn(world, as(CLERK), 'confirmAmount', {
      ...exact([{ discrepancyId: first?.id ?? '', reason: 'Ehefrau' }]),
      ...{ paymentId: payments[0]?.id ?? null, resolution: 'PARTIAL' },
    });
    expect(open(on)).toMatchObject([{ found: 'Otto Anders' }]);
  });

  it('is settled by correcting the record, and comes back when it is not the customer’s any more', () => {
    const world = stopped(undefined, {
      payments: [byCard('Erika Fremd'), byCard('Erika Fremd', { id: 'second' })],
    });
    const named = (company: string): World => ({
      ...world,
      state: { ...world.state, customer: { ...world.state.customer, confirmedData: aCompany({ company }) } },
    });
    const corrected = runToRest(named('Erika Fremd'));
    expect(corrected.state.discrepancies).toMatchObject([{ state: 'RESOLVED', resolution: 'CORRECT' }]);
    const back = runToRest({ ...corrected, state: { ...corrected.state, customer: world.state.customer } });
    expect(open(back)).toMatchObject([{ found: 'Erika Fremd' }]);
  });

  it('is counted all the same: what has come is never refused', () => {
    const world = stopped();
    expect(world.state.payments).toHaveLength(1);
    expect(world.state.publishedStatus).toBe('SETTLED');
  });

  it('stays accepted for the next payment from the same account', () => {
    const first = byCard('Erika Fremd', { amount: eur(9_000) });
    const world = stopped(first);
    const accepted = open(world).map(({ id }) => ({ discrepancyId: id, reason: 'Ehefrau' }));
    const part = runOn(world, as(CLERK), 'confirmAmount', { ...exact(accepted), resolution: 'PARTIAL' });
    const second = byCard('Erika Fremd', { id: 'second', amount: eur(2_900) });
    expect(unsettledMismatches(part.state, second)).toEqual([]);
    expect(unsettledMismatches(part.state, byCard('Otto Anders'))).toHaveLength(1);
  });

  it('is asked about before a second person is asked to agree to a write-off', () => {
    const world = stopped(byCard('Erika Fremd', { amount: eur(9_000) }));
    const writeOff = { paymentId: null, resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;
    expect(ask(world, as(CLERK), { name: 'confirmAmount', input: writeOff }).outcome).toMatchObject({
      refusal: { code: 'DISCREPANCY_OPEN' },
    });
  });
});
