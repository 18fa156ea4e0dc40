import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aDefinition,
  aKnownCustomer,
  anAttempt,
  anEnv,
  anOrganization,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  eur,
  OWNER,
} from '../../test/a-payment-case.ts';
import { decisionOf, refusalOf } from '../../test/outcome.ts';
import { aMethod } from '../../test/stored-methods.ts';
import { DEFAULT_DEFINITION } from '../workflow/definition.ts';
import { handled } from '../workflow/four-eyes.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';
import { chargeStoredMethod } from './charge-stored-method.ts';
import { stopPlannedCharge } from './stop-planned-charge.ts';

const aCharge = anAttempt({
  via: 'STORED_METHOD',
  charge: { methodId: 'method', tryNumber: 1, at: new Date(0) },
  startedBy: as(CLERK),
});

const waiting = (deviation: Partial<PaymentCase> = {}): PaymentCase =>
  aPaymentCase({ at: 'CONFIRM_AMOUNT', methods: [aMethod()], ...deviation });

const charge = (state: PaymentCase, actor = as(CLERK)) => chargeStoredMethod(state, {}, anEnv({ actor }));

describe('charging a stored method', () => {
  it('records an attempt over what is open, with the method, and has a job send it', () => {
    const changes = decisionOf(charge(waiting({ payments: [aPayment({ amount: eur(1_900) })] }))).changes;
    expect(changes).toMatchObject([
      {
        type: 'add-attempt',
        via: 'STORED_METHOD',
        amount: eur(10_000),
        methodType: 'CARD',
        charge: { methodId: 'method', tryNumber: 1 },
      },
      { type: 'request-job', job: 'charge-attempt' },
    ]);
  });

  it('of a debit announces it, and makes it once the notice period of the version is over', () => {
    const methods = [aMethod({ type: 'SEPA_DEBIT', expiresOn: null })];
    const { changes } = decisionOf(charge(waiting({ methods })));
    const at = new Date(anEnv().now.getTime() + 86_400_000);
    expect(changes).toMatchObject([
      { type: 'add-attempt', methodType: 'SEPA_DEBIT', charge: { at } },
      { type: 'queue-message', template: 'pre-notice', to: 'CUSTOMER' },
    ]);
    expect(changes[1]).toMatchObject({ subjectId: changes[0] && 'id' in changes[0] ? changes[0].id : '' });
  });

  it('of a debit is made at once where the version wants no notice; it is announced all the same', () => {
    const methods = [aMethod({ type: 'SEPA_DEBIT', expiresOn: null })];
    const deadlines = { ...DEFAULT_DEFINITION.deadlines, debitNoticeDays: 0 };
    const { changes } = decisionOf(charge(waiting({ methods, definition: aDefinition({}, { deadlines }) })));
    expect(changes.map(({ type }) => type)).toEqual(['add-attempt', 'queue-message', 'request-job']);
  });

  it('first ends what the customer could still pay on a page', () => {
    const changes = decisionOf(charge(waiting({ attempts: [anAttempt({ sessionRef: 'cs_1' })] }))).changes;
    expect(changes.map(({ type }) => type)).toEqual([
      'update-attempt',
      'request-job',
      'add-attempt',
      'request-job',
    ]);
  });

  it.each<[string, PaymentCase]>([
    ['CASE_NOT_OPEN', waiting({ state: 'CLOSED' })],
    ['STEP_NOT_OPEN', aPaymentCase({ at: 'SAVE_CUSTOMER_RECORD', methods: [aMethod()] })],
    ['NOTHING_OPEN', waiting({ payments: [aPayment()] })],
    ['NO_STORED_METHOD', waiting({ methods: [aMethod({ state: 'RETIRED', isDefault: false })] })],
    ['METHOD_IN_REVIEW', waiting({ methods: [aMethod({ state: 'REVIEW', isDefault: false })] })],
    ['METHOD_HAS_EXPIRED', waiting({ methods: [aMethod({ expiresOn: '2026-10-31' })] })],
    [
      'ADDRESS_NOT_DELIVERABLE',
      waiting({
        methods: [aMethod({ type: 'SEPA_DEBIT', expiresOn: null })],
        customer: aKnownCustomer({ emailBounced: true }),
      }),
    ],
    ['PROVIDER_NOT_CONNECTED', waiting({ organization: anOrganization({ hasProvider: false }) })],
    ['CHARGE_PLANNED', waiting({ attempts: [aCharge] })],
    ['ATTEMPT_IN_FLIGHT', waiting({ attempts: [anAttempt({ state: 'PROCESSING' })] })],
    ['ATTEMPT_IN_FLIGHT', waiting({ attempts: [anAttempt({ state: 'UNKNOWN' })] })],
    ['ATTEMPT_IN_FLIGHT', waiting({ attempts: [anAttempt({ state: 'SUCCEEDED' })] })],
    [
      'METHOD_REFUSED',
      waiting({
        attempts: [
          { ...aCharge, state: 'DECLINED', failure: { code: 'stolen_card', message: null, ref: null } },
        ],
      }),
    ],
  ])('is refused with %s', (code, state) => {
    expect(refusalOf(charge(state))).toBe(code);
  });

  it('may be made before the next try of a failed one, which it ends', () => {
    const next = { ...aCharge, charge: { methodId: 'method', tryNumber: 2, at: new Date(0) } };
    expect(decisionOf(charge(waiting({ attempts: [next] }))).changes).toMatchObject([
      { type: 'update-attempt', id: next.id, patch: { state: 'CANCELED' } },
      { type: 'request-job', job: 'cancel-attempt' },
      { type: 'add-attempt', charge: { tryNumber: 1 } },
      { type: 'request-job', job: 'charge-attempt' },
    ]);
  });

  it('says who could review the method', () => {
    const outcome = charge(waiting({ methods: [aMethod({ state: 'REVIEW', isDefault: false })] }));
    expect(outcome).toMatchObject({ refusal: { unblockedBy: expect.stringContaining(OWNER.name) } });
  });

  it('is nothing for an adviser', () => {
    expect(refusalOf(charge(waiting(), as(ADVISER)))).toBe('ROLE_NOT_ALLOWED');
  });

  it('is handling the money (rule 7), also once it has been stopped', () => {
    const attempts = [{ ...aCharge, state: 'CANCELED' as const }];
    expect(handled(waiting({ attempts }), CLERK.id)).toEqual(['CHARGE_STORED_METHOD']);
    expect(handled(waiting({ attempts }), OWNER.id)).toEqual([]);
  });
});

describe('stopping a planned charge', () => {
  const stop = (state: PaymentCase) => stopPlannedCharge(state, {}, anEnv({ actor: as(CLERK) }));

  it('cancels the attempt before the provider hears of it', () => {
    expect(decisionOf(stop(waiting({ attempts: [aCharge] }))).changes).toMatchObject([
      { type: 'update-attempt', id: aCharge.id, patch: { state: 'CANCELED' } },
    ]);
  });

  it('is too late once it has been sent', () => {
    expect(refusalOf(stop(waiting({ attempts: [{ ...aCharge, state: 'PROCESSING' }] })))).toBe(
      'NO_CHARGE_PLANNED',
    );
    expect(refusalOf(stop(waiting()))).toBe('NO_CHARGE_PLANNED');
  });
});
