import { describe, expect, it } from 'vitest';
import {
  aDefinition,
  anAdjustment,
  anAllocation,
  anOrganization,
  aPayment,
  aPaymentCase,
  aRun,
  as,
  CLERK,
  eur,
  fullyPaid,
  LEAD,
  OWNER,
  runsAt,
} from '../../test/a-payment-case.ts';
import { offeredResolutions } from './offered-resolutions.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';

const at = 'CONFIRM_AMOUNT' as const;

const received = (...payments: readonly CasePayment[]) => aPaymentCase({ at, payments });

/** 90.00 of 119.00 EUR are recorded, the case waits for the rest. */
const partlyPaid = (deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({
    runs: [...runsAt('UPDATE_PAYMENT_STATUS').filter(({ state }) => state === 'DONE'), aRun(at, { run: 2 })],
    payments: [aPayment({ amount: eur(9_000), allocated: eur(9_000) })],
    allocations: [anAllocation(eur(9_000))],
    ...deviation,
  });

describe('what step 6 offers', () => {
  it.each([
    ['the open amount to the cent', 11_900, [['EXACT', 11_900n, 0n, 0n]]],
    [
      'a part',
      9_000,
      [
        ['FEE', 9_000n, 2_900n, 0n],
        ['PARTIAL', 9_000n, 0n, 0n],
        ['WRITE_OFF', 9_000n, 2_900n, 0n],
      ],
    ],
    [
      'a cent less',
      11_899,
      [
        ['FEE', 11_899n, 1n, 0n],
        ['ROUNDING', 11_899n, 1n, 0n],
        ['PARTIAL', 11_899n, 0n, 0n],
        ['WRITE_OFF', 11_899n, 1n, 0n],
      ],
    ],
    ['a cent more', 11_901, [['OVER', 11_900n, 0n, 1n]]],
    ['the double', 23_800, [['OVER', 11_900n, 0n, 11_900n]]],
  ])('for %s', (_what, minor, expected) => {
    const payment = aPayment({ amount: eur(minor) });
    const offered = offeredResolutions(received(payment), payment);
    expect(
      offered.map(({ resolution, allocate, writeOff, credit }) => [resolution, allocate, writeOff, credit]),
    ).toEqual(expected);
  });

  it('counts only what of a payment is neither refunded nor allocated', () => {
    const payment = aPayment({ amount: eur(20_000), refunded: eur(4_100), allocated: eur(4_000) });
    expect(offeredResolutions(received(payment), payment)).toMatchObject([
      { resolution: 'EXACT', allocate: 11_900n },
    ]);
  });

  it('for a claim that is settled already is the whole payment as credit', () => {
    const late = aPayment({ id: 'late' });
    const state = aPaymentCase({ at, ...fullyPaid(), payments: [...fullyPaid().payments, late] });
    expect(offeredResolutions(state, late)).toMatchObject([
      { resolution: 'OVER', allocate: 0n, credit: 11_900n },
      { resolution: 'DUPLICATE', allocate: 0n, credit: 11_900n },
    ]);
  });

  it('for the unpaid rest alone is its write-off, once something has been paid', () => {
    expect(offeredResolutions(partlyPaid())).toMatchObject([
      { resolution: 'WRITE_OFF', allocate: 0n, writeOff: 2_900n },
    ]);
    expect(offeredResolutions(received())).toEqual([]);
  });

  it('is no write-off while other money waits', () => {
    const part = aPayment({ amount: eur(9_000) });
    const other = aPayment({ id: 'other', amount: eur(2_900) });
    expect(offeredResolutions(received(part, other), part).map(({ resolution }) => resolution)).toEqual([
      'PARTIAL',
    ]);
    const waiting = partlyPaid();
    expect(offeredResolutions({ ...waiting, payments: [...waiting.payments, other] })).toEqual([]);
  });

  it.each([
    ['the limit', 500n, 0n, false],
    ['a cent more', 501n, 0n, true],
    ['a cent', 1n, 0n, false],
    ['what is left of the limit after an earlier adjustment', 200n, 300n, false],
    ['a cent more than is left of it', 201n, 300n, true],
  ])('needs a second person for no more than the limit: %s', (_what, rest, earlier, needed) => {
    const adjustments = earlier > 0n ? [anAdjustment('WRITE_OFF', eur(earlier))] : [];
    const payment = aPayment({ amount: eur(11_900n - earlier - rest) });
    const state = { ...received(payment), adjustments };
    for (const actor of [as(OWNER), as(LEAD), as(CLERK), undefined])
      expect(offeredResolutions(state, payment, actor).slice(-2)).toMatchObject([
        { resolution: 'PARTIAL', needsSecondPerson: false },
        { resolution: 'WRITE_OFF', writeOff: rest, needsSecondPerson: needed },
      ]);
  });

  it('leaves the limit alone where a credit note has lowered the claim', () => {
    const adjustments = [anAdjustment('CREDIT_NOTE', eur(5_000))];
    const payment = aPayment({ amount: eur(6_400) });
    const writeOff = offeredResolutions({ ...received(payment), adjustments }, payment).at(-1);
    expect(writeOff).toMatchObject({ writeOff: 500n, needsSecondPerson: false });
  });

  it("takes the limit of the case's own version, of which nothing may be meant as well", () => {
    const payment = aPayment({ amount: eur(11_899) });
    const definition = aDefinition({}, { limits: { adjustmentWithoutSecond: '0' } });
    const offered = offeredResolutions({ ...received(payment), definition }, payment);
    expect(offered.at(-1)).toMatchObject({ writeOff: 1n, needsSecondPerson: true });
  });

  it.each([
    ['two leads', [OWNER, LEAD, CLERK], true, OWNER, true],
    ['one lead, for the lead, under single control', [OWNER, CLERK], true, OWNER, false],
    ['one lead, for the clerk, under single control', [OWNER, CLERK], true, CLERK, true],
    ['one lead, without single control', [OWNER, CLERK], false, OWNER, true],
  ])('needs a second person for a write-off with %s', (_who, members, singleControl, member, needed) => {
    const state = partlyPaid({ organization: anOrganization({ members, singleControl }) });
    expect(offeredResolutions(state, undefined, as(member))[0]?.needsSecondPerson).toBe(needed);
  });
});
