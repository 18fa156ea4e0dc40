import { describe, expect, it } from 'vitest';
import {
  aDefinition,
  anAllocation,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  eur,
  OWNER,
} from '../../test/a-payment-case.ts';
import { ask, balanceOf, run, runOn, runToRest, started, stepOf, type World } from '../../test/simulate.ts';
import { aLine } from '../invoices/invoice.fixture.ts';
import { SYSTEM } from './actor.ts';
import { amountOpen } from './balance.ts';
import { offeredResolutions, postedBy } from './offered-resolutions.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';
import { previewRecording } from './steps/record-payment.ts';

const at = 'CONFIRM_AMOUNT' as const;
const TERMS = { basisPoints: 200, days: 14 } as const;
/** The cases of these tests begin on 23 November. */
const [LAST_DAY, TOO_LATE] = ['2026-12-07', '2026-12-08'] as const;

const offered = (state: PaymentCase, payment?: CasePayment) =>
  offeredResolutions(state, payment).map(({ resolution }) => resolution);

/** 1,000.00 EUR with 2 % Skonto, of which so much has come. */
const received = (cents: number, deviation: Partial<CasePayment> = {}, claim: Partial<PaymentCase> = {}) => {
  const payment = aPayment({ amount: eur(cents), valueOn: LAST_DAY, ...deviation });
  return {
    payment,
    state: aPaymentCase({ at, amountDue: eur(100_000), skonto: TERMS, payments: [payment], ...claim }),
  };
};

const offersFor = (...given: Parameters<typeof received>) => {
  const { state, payment } = received(...given);
  return offered(state, payment);
};

describe('Skonto', () => {
  it('is offered first while the window is open, and gone the day after', () => {
    expect(offersFor(98_000)).toEqual(['SKONTO', 'FEE', 'PARTIAL', 'WRITE_OFF']);
    expect(offersFor(98_000, { valueOn: TOO_LATE })).toEqual(['FEE', 'PARTIAL', 'WRITE_OFF']);
    expect(offersFor(98_000, {}, { skonto: null })).not.toContain('SKONTO');
  });

  it.each([
    [98_001, true],
    [97_999, true],
    [98_002, false],
    [97_998, false],
  ])('forgives a cent: %i of 98000', (cents, isOffered) => {
    expect(offersFor(cents).includes('SKONTO')).toBe(isOffered);
  });

  it('asks nobody, however high the claim: it was agreed on', () => {
    const { state, payment } = received(98_000);
    expect(offeredResolutions(state, payment)[0]).toMatchObject({
      ...{ resolution: 'SKONTO', allocate: 98_000n, writeOff: 2_000n, credit: 0n },
      ...{ needsReason: false, needsSecondPerson: false },
    });
  });

  it('is lost when an earlier part came too late, and taken only once', () => {
    const late = aPayment({ id: 'late', amount: eur(50_000), allocated: eur(50_000), valueOn: TOO_LATE });
    const rest = aPayment({ amount: eur(48_000), valueOn: LAST_DAY });
    const allocations = [anAllocation(eur(50_000), { paymentId: 'late' })];
    const inParts = (first: CasePayment) => ({
      ...received(48_000).state,
      ...{ payments: [first, rest], allocations },
    });
    expect(offered(inParts({ ...late, valueOn: LAST_DAY }), rest)).toContain('SKONTO');
    expect(offered(inParts(late), rest)).not.toContain('SKONTO');
    const taken = {
      id: 'skonto',
      kind: 'SKONTO',
      amount: eur(2_000),
      allocationId: null,
      reversesId: null,
    } as const;
    expect(
      offered({ ...received(96_000).state, adjustments: [taken] }, received(96_000).payment),
    ).not.toContain('SKONTO');
  });
});

describe('cents, fees and what comes twice', () => {
  it('are a rounding difference up to the tolerance of the version', () => {
    expect(offersFor(99_995)).toContain('ROUNDING');
    expect(offersFor(99_994)).not.toContain('ROUNDING');
    const strict = aDefinition();
    const definition = { ...strict, limits: { ...strict.limits, roundingTolerance: '0' } };
    expect(offersFor(99_999, {}, { definition })).not.toContain('ROUNDING');
  });

  it('a fee up to the limit is borne without a reason, above it with one and a second person', () => {
    const feeOf = (cents: number) => {
      const { state, payment } = received(cents);
      return offeredResolutions(state, payment).find(({ resolution }) => resolution === 'FEE');
    };
    expect(feeOf(99_500)).toMatchObject({ writeOff: 500n, needsReason: false, needsSecondPerson: false });
    expect(feeOf(99_499)).toMatchObject({ writeOff: 501n, needsReason: true, needsSecondPerson: true });
  });

  it('the same amount again may be credit as a whole', () => {
    const first = aPayment({ id: 'first', amount: eur(100_000), allocated: eur(100_000) });
    const { state, payment } = received(100_000);
    const twice = {
      ...state,
      payments: [first, payment],
      allocations: [anAllocation(eur(100_000), { paymentId: 'first' })],
    };
    expect(offeredResolutions(twice, payment)).toMatchObject([
      { resolution: 'OVER', allocate: 0n, credit: 100_000n },
      { resolution: 'DUPLICATE', allocate: 0n, credit: 100_000n, needsReason: false },
    ]);
  });
});

describe('the posting of Skonto', () => {
  /** 1,000.00 gross of two rates: 595.00 at 19 % and 405.00 at 7 %, invoiced here. */
  const lines = [
    aLine({ quantity: '1', unitPrice: '500.00', taxCase: 'DE_19' }),
    aLine({ quantity: '1', unitPrice: '378.50', taxCase: 'DE_7' }),
  ];
  const invoiced = (deviation: Partial<PaymentCase> = {}): World =>
    runToRest(started({ amountDue: eur(100_000), skonto: TERMS, lines, ...deviation }));
  const paid = (world: World): World =>
    runOn(world, SYSTEM, 'bookCredit', {
      ...{ transactionId: 'movement', amount: eur(98_000), valueOn: LAST_DAY, payer: null },
      ...{ payerIban: null, reference: null, bankReference: null },
    });
  const settled = (world: World): World =>
    runOn(paid(world), as(CLERK), 'confirmAmount', { paymentId: null, resolution: 'SKONTO', reason: null });

  it('splits it over the rates of the invoice into net and VAT, to the cent', () => {
    const world = settled(invoiced());
    expect(stepOf(world)).toBe('CLOSE_PAYMENT_TASK');
    expect(amountOpen(world.state)).toEqual(eur(0));
    const { entry } = { entry: world.journal.find(({ purpose }) => purpose === 'ADJUSTMENT') };
    expect(entry?.lines.map(({ account, minor }) => [account, minor])).toEqual([
      ['SKONTO_19', 1_000n],
      ['VAT_19', 190n],
      ['SKONTO_7', 757n],
      ['VAT_7', 53n],
      ['RECEIVABLE', -2_000n],
    ]);
    expect(balanceOf(world, 'RECEIVABLE')).toBe(0n);
  });

  it('lowers the claim alone where the invoice is written elsewhere', () => {
    const world = settled(invoiced({ invoicing: 'EXTERNAL', externalInvoiceNumber: 'X-1', lines: [] }));
    const entry = world.journal.find(({ purpose }) => purpose === 'ADJUSTMENT');
    expect(entry?.lines).toMatchObject([
      { account: 'INVOICED_ELSEWHERE', minor: 2_000n },
      { account: 'RECEIVABLE', minor: -2_000n },
    ]);
  });

  it('is shown before the click as it is posted afterwards', () => {
    const world = paid(invoiced());
    const [offer] = offeredResolutions(world.state, world.state.payments[0]);
    const shown = offer ? postedBy(world.state, offer) : [];
    const after = settled(invoiced());
    const posted = after.journal
      .filter(({ purpose }) => purpose === 'ALLOCATION' || purpose === 'ADJUSTMENT')
      .flatMap((entry) => entry.lines);
    expect(shown).toEqual(posted);
  });

  it('is undone with the payment that it was granted with', () => {
    const closed = run(settled(invoiced()), as(OWNER), 'closePaymentTask', {});
    const allocationId = closed.state.allocations[0]?.id ?? '';
    const { world, outcome } = ask(closed, as(CLERK), {
      name: 'reverseAllocation',
      input: { allocationId, reason: 'Falscher Kunde' },
    });
    expect(outcome.ok).toBe(true);
    expect(amountOpen(world.state)).toEqual(eur(100_000));
    for (const account of ['SKONTO_19', 'SKONTO_7'] as const) expect(balanceOf(world, account)).toBe(0n);
    expect(balanceOf(world, 'RECEIVABLE')).toBe(100_000n);
    expect(previewRecording(world.state).writeOff).toEqual(eur(0));
  });
});
