import { describe, expect, it } from 'vitest';
import {
  aKnownCustomer,
  anEnv,
  anOrganization,
  aPaymentCase,
  as,
  CLERK,
  CUSTOMER,
  OWNER,
  PARTNER,
} from '../../../test/a-payment-case.ts';
import { changesOf, decisionOf, eventsOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { run, runToRest, stepOf, stopOf, worldOf } from '../../../test/simulate.ts';
import { aMethod, aMethodDraft, HOLDER } from '../../../test/stored-methods.ts';
import { aCompany } from '../../customers/customer.fixture.ts';
import { SYSTEM } from '../actor.ts';
import { DEFAULT_DEFINITION } from '../definition.ts';
import type { StoredMethod } from '../payment-case.ts';
import {
  assess,
  replacePaymentMethod,
  requestPaymentMethodUpdate,
  skipPaymentMethodUpdate,
} from './update-payment-method.ts';

const at = 'UPDATE_PAYMENT_METHOD' as const;

const expired = () => aPaymentCase({ at, methods: [aMethod()], dueOn: '2026-12-07' });

describe('step 4 by the machine', () => {
  it.each<[string, readonly StoredMethod[]]>([
    ['no method is stored', []],
    ['the stored method is still good on the due date', [aMethod({ expiresOn: '2026-12-07' })]],
    ['the stored method never expires', [aMethod({ expiresOn: null })]],
    ['the expired method is retired', [aMethod({ state: 'RETIRED' })]],
    ['the expired method is not the default', [aMethod({ isDefault: false })]],
  ])('is skipped when %s', (_when, methods) => {
    expect(assess(aPaymentCase({ at, methods }))).toEqual({ kind: 'CLEAN' });
    const world = run(worldOf(aPaymentCase({ at, methods })), SYSTEM, 'advance', {});
    expect(world.state.runs.find(({ step }) => step === at)?.state).toBe('SKIPPED');
    expect(stepOf(world)).toBe('CREATE_PAYMENT_TASK');
  });

  it('stops when the method that will be charged expires before the due date', () => {
    expect(stopOf(runToRest(worldOf(expired())))).toBe('METHOD_EXPIRED');
  });

  it('is skipped when the claim is to be paid in another way than by the expired method', () => {
    expect(assess({ ...expired(), preferredMethod: 'BANK_TRANSFER' })).toEqual({ kind: 'CLEAN' });
    expect(assess({ ...expired(), preferredMethod: 'CARD' })).toMatchObject({ code: 'METHOD_EXPIRED' });
  });
});

describe('requestPaymentMethodUpdate', () => {
  const request = (state: ReturnType<typeof aPaymentCase>, actor = as(CLERK)) =>
    requestPaymentMethodUpdate(state, { linkId: 'link' }, anEnv({ actor }));

  it('sends a one-time link, at any step of an open case, and leaves the step as it is', () => {
    for (const step of [at, 'CONFIRM_AMOUNT'] as const) {
      const outcome = request(aPaymentCase({ at: step }));
      expect(changesOf(outcome, 'create-link')).toMatchObject([{ id: 'link', purpose: 'METHOD' }]);
      expect(changesOf(outcome, 'queue-message')).toMatchObject([
        { template: 'method-link', subjectId: 'link' },
      ]);
      expect(stepsOf(outcome)).toEqual([]);
    }
  });

  it.each([
    ['there is no address', aKnownCustomer({ data: aCompany({ email: null }) })],
    ['mail to the address has bounced', aKnownCustomer({ emailBounced: true })],
  ])('is refused when %s', (_when, customer) => {
    expect(refusalOf(request(aPaymentCase({ at, customer })))).toBe('ADDRESS_NOT_DELIVERABLE');
  });

  it('is refused while no provider is connected, and says who could connect one', () => {
    const organization = anOrganization({ hasProvider: false });
    expect(request(aPaymentCase({ at, organization }))).toMatchObject({
      refusal: { code: 'PROVIDER_NOT_CONNECTED', unblockedBy: OWNER.name },
    });
  });

  it('is refused where only transfers are allowed: there is nothing to store', () => {
    const definition = { ...DEFAULT_DEFINITION, allowedMethodTypes: ['BANK_TRANSFER'] as const };
    expect(refusalOf(request(aPaymentCase({ at, definition })))).toBe('METHOD_NOT_ALLOWED');
  });

  it('is open to keys, not to customers, and not on a closed case', () => {
    expect(refusalOf(request(aPaymentCase({ at }), PARTNER))).toBeNull();
    expect(refusalOf(request(aPaymentCase({ at }), CUSTOMER))).toBe('ROLE_NOT_ALLOWED');
    expect(refusalOf(request(aPaymentCase({ state: 'CLOSED', runs: [] })))).toBe('CASE_NOT_OPEN');
  });
});

describe('skipPaymentMethodUpdate', () => {
  const skip = (state: ReturnType<typeof aPaymentCase>, reason = 'Karte gilt noch', actor = as(CLERK)) =>
    skipPaymentMethodUpdate(state, { reason }, anEnv({ actor }));

  it('goes on to step 5 with the reason', () => {
    expect(stepsOf(skip(expired()))).toEqual([
      'SKIPPED UPDATE_PAYMENT_METHOD 1',
      'OPEN CREATE_PAYMENT_TASK 1',
    ]);
    expect(changesOf(skip(expired()), 'finish-step')).toMatchObject([{ reason: 'Karte gilt noch' }]);
  });

  it('wants a reason, the open step, and a person', () => {
    expect(refusalOf(skip(expired(), '  '))).toBe('REASON_REQUIRED');
    expect(refusalOf(skip(aPaymentCase()))).toBe('STEP_NOT_OPEN');
    expect(refusalOf(skip(expired(), 'weil', PARTNER))).toBe('ROLE_NOT_ALLOWED');
    expect(refusalOf(skip(expired(), 'weil', SYSTEM))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('replacePaymentMethod', () => {
  const replace = (state: ReturnType<typeof aPaymentCase>, method = aMethodDraft()) =>
    replacePaymentMethod(state, { method, linkId: 'link' }, anEnv({ actor: SYSTEM }));

  it('ends the step when it was waiting, and takes its exception task along', () => {
    const stopped = runToRest(worldOf(expired()));
    const input = { method: aMethodDraft(), linkId: 'link' };
    const world = run(stopped, SYSTEM, 'replacePaymentMethod', input);
    expect(stepOf(world)).toBe('CREATE_PAYMENT_TASK');
    expect(world.state.tasks.map(({ reason, state }) => [reason, state])).toEqual([
      ['METHOD_EXPIRED', 'DONE'],
    ]);
  });

  it('retires the old one before the new one comes into use, and uses up the link', () => {
    const { changes } = decisionOf(replace(expired()));
    expect(changes.slice(0, 3)).toMatchObject([
      { type: 'use-link', id: 'link' },
      { type: 'retire-method', id: 'method' },
      { type: 'store-method', method: { id: 'new' }, reviewReason: null },
    ]);
  });

  it('leaves the work as it is when the step is not open', () => {
    for (const state of [
      aPaymentCase({ at: 'CONFIRM_AMOUNT' }),
      aPaymentCase({ state: 'CLOSED', runs: [] }),
    ]) {
      expect(stepsOf(replace(state))).toEqual([]);
      expect(eventsOf(replace(state))).toEqual(['method.updated']);
    }
  });

  it.each([
    [
      'the holder differs from that of the first method',
      aMethodDraft({ holder: 'Backstube Mond' }),
      'HOLDER_DIFFERS',
    ],
    ['nobody is named as its holder', aMethodDraft({ holder: null }), 'HOLDER_DIFFERS'],
    ['the version allows no such type', aMethodDraft({ type: 'SEPA_DEBIT' }), 'TYPE_NOT_ALLOWED'],
  ] as const)('is never silently accepted: it goes to review when %s', (_when, method, reviewReason) => {
    const definition = { ...DEFAULT_DEFINITION, allowedMethodTypes: ['CARD', 'BANK_TRANSFER'] as const };
    const outcome = replace({ ...expired(), definition }, method);
    expect(changesOf(outcome, 'store-method')).toMatchObject([{ reviewReason }]);
    expect(changesOf(outcome, 'create-task')).toMatchObject([{ reason: 'METHOD_REVIEW', kind: 'EXCEPTION' }]);
    expect(changesOf(outcome, 'retire-method')).toEqual([]);
    expect(stepsOf(outcome)).toEqual([]);
    expect(eventsOf(outcome)).toEqual(['method.review_needed']);
  });

  it('compares with the first method, not with the last, and a changed type alone is no mismatch', () => {
    const methods = [
      aMethod({ id: 'first', state: 'RETIRED', isDefault: false }),
      aMethod({ isFirst: false, holder: 'Backstube Mond', reference: 'pm_2' }),
    ];
    const debit = aMethodDraft({ type: 'SEPA_DEBIT', expiresOn: null, holder: HOLDER.toUpperCase() });
    const outcome = replace({ ...expired(), methods }, debit);
    expect(changesOf(outcome, 'store-method')).toMatchObject([{ reviewReason: null }]);
  });

  it('changes nothing when the provider tells of the same method again', () => {
    expect(decisionOf(replace(expired(), aMethodDraft({ reference: 'pm_first' })))).toMatchObject({
      changes: [],
      events: [],
    });
  });
});
