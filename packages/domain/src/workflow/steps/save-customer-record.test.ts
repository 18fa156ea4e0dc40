import { describe, expect, it } from 'vitest';
import {
  aDefinition,
  aKnownCustomer,
  aNewCustomer,
  anEnv,
  aPaymentCase,
  aRun,
  as,
  CLERK,
  LEAD,
  PARTNER,
  runsAt,
} from '../../../test/a-payment-case.ts';
import { changesOf, decisionOf, eventsOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { run, runToRest, stepOf, stopOf, worldOf } from '../../../test/simulate.ts';
import { aCompany } from '../../customers/customer.fixture.ts';
import { assess, confirmCustomerRecord, saveCustomerRecord } from './save-customer-record.ts';

const at = 'SAVE_CUSTOMER_RECORD' as const;
const moved = aCompany({ street: 'Rosenweg 3' });

const save = (state: ReturnType<typeof aPaymentCase>, data = aCompany(), actor = as(CLERK)) =>
  saveCustomerRecord(state, { data }, anEnv({ actor }));
const confirm = (state: ReturnType<typeof aPaymentCase>, version = 1, actor = as(CLERK)) =>
  confirmCustomerRecord(state, { version }, anEnv({ actor }));

/** A new customer whose first version has been saved. */
const saved = aNewCustomer({ version: 1, number: 'K-000001', savedData: aCompany() });

describe('saveCustomerRecord, stage one', () => {
  it('makes the data the first version of the record', () => {
    const outcome = save(aPaymentCase({ at, customer: aNewCustomer() }));
    expect(changesOf(outcome, 'save-customer-version')).toMatchObject([{ version: 1, data: aCompany() }]);
    expect(eventsOf(outcome)).toEqual(['customer.saved']);
  });

  it('adds a version for every change and keeps the others', () => {
    expect(changesOf(save(aPaymentCase({ at }), moved), 'save-customer-version')).toMatchObject([
      { version: 2 },
    ]);
  });

  it('saves nothing that has been saved', () => {
    expect(decisionOf(save(aPaymentCase({ at }))).changes).toEqual([]);
  });

  it('brings data that were changed elsewhere back to the saved version', () => {
    const customer = aKnownCustomer({ data: moved, savedData: aCompany(), confirmedData: aCompany() });
    expect(decisionOf(save(aPaymentCase({ at, customer }))).changes).toEqual([
      { type: 'set-customer-data', data: aCompany() },
    ]);
  });

  it('names every missing field at once', () => {
    expect(save(aPaymentCase({ at }), aCompany({ city: null, email: null }))).toMatchObject({
      refusal: {
        code: 'VALIDATION_FAILED',
        fields: [
          { field: 'email', code: 'REQUIRED' },
          { field: 'city', code: 'REQUIRED' },
        ],
      },
    });
  });

  it('is refused at another step', () => {
    expect(refusalOf(save(aPaymentCase()))).toBe('STEP_NOT_OPEN');
  });
});

describe('confirmCustomerRecord, stage two', () => {
  it('confirms the version that was read back and opens step 4', () => {
    const outcome = confirm(aPaymentCase({ at, customer: saved }));
    expect(changesOf(outcome, 'confirm-customer-version')).toMatchObject([{ version: 1 }]);
    expect(stepsOf(outcome)).toEqual(['DONE SAVE_CUSTOMER_RECORD 1', 'OPEN UPDATE_PAYMENT_METHOD 1']);
    expect(eventsOf(outcome)).toContain('customer.confirmed');
  });

  it('may be done by whoever did stage one', () => {
    const world = run(
      worldOf(aPaymentCase({ at, customer: aNewCustomer() })),
      as(CLERK),
      'saveCustomerRecord',
      {
        data: aCompany(),
      },
    );
    expect(stepOf(run(world, as(CLERK), 'confirmCustomerRecord', { version: 1 }))).toBe(
      'UPDATE_PAYMENT_METHOD',
    );
  });

  it('is refused before stage one', () => {
    expect(refusalOf(confirm(aPaymentCase({ at, customer: aNewCustomer() }), 0))).toBe('RECORD_NOT_SAVED');
  });

  it.each([
    ['of an older version', 1, aKnownCustomer({ version: 2 })],
    ['of a version that does not exist yet', 2, saved],
    ['when the data have been changed since the save', 1, { ...saved, data: moved }],
  ])('is refused %s', (_what, version, customer) => {
    expect(refusalOf(confirm(aPaymentCase({ at, customer }), version))).toBe('RECORD_CHANGED');
  });

  it('confirms no version twice: after a rejection the step is just done', () => {
    const state = aPaymentCase({
      runs: [
        ...runsAt('CLOSE_PAYMENT_TASK').filter((one) => one.state === 'DONE'),
        aRun(at, { run: 2, origin: 'REJECTION', stop: { code: 'REJECTED', detail: 'prüfen' } }),
      ],
    });
    const outcome = confirm(state, 1, as(LEAD));
    expect(changesOf(outcome, 'confirm-customer-version')).toEqual([]);
    expect(stepsOf(outcome)).toEqual(['DONE SAVE_CUSTOMER_RECORD 2', 'OPEN CREATE_PAYMENT_TASK 2']);
  });

  it('is never open to a key', () => {
    expect(refusalOf(confirm(aPaymentCase({ at, customer: saved }), 1, PARTNER))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('step 3 by the machine', () => {
  it('is clean when the confirmed version equals the data', () => {
    expect(assess(aPaymentCase({ at }))).toEqual({ kind: 'CLEAN' });
    expect(assess(aPaymentCase({ at, customer: aKnownCustomer({ confirmedData: moved }) }))).toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
    });
    expect(assess(aPaymentCase({ at, customer: saved }))).toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
  });

  it('saves before it stops, so that the person only reads back and confirms', () => {
    const world = runToRest(worldOf(aPaymentCase({ at, customer: aNewCustomer() })));
    expect(world.state.customer).toMatchObject({ version: 1, savedData: aCompany(), confirmedVersion: null });
    expect(stopOf(world)).toBe('CONFIRMATION_REQUIRED');
  });

  it('stops without saving where required fields are missing', () => {
    const world = runToRest(
      worldOf(aPaymentCase({ at, customer: aNewCustomer({ data: aCompany({ city: null }) }) })),
    );
    expect(world.state.customer.version).toBe(0);
    expect(stopOf(world)).toBe('CONFIRMATION_REQUIRED');
  });

  it('leaves even a confirmed record to a person when the policy is MANUAL', () => {
    const world = runToRest(worldOf(aPaymentCase({ at, definition: aDefinition({ [at]: 'MANUAL' }) })));
    expect([stepOf(world), stopOf(world)]).toEqual([at, 'POLICY_MANUAL']);
    expect(stepOf(run(world, as(CLERK), 'confirmCustomerRecord', { version: 1 }))).toBe(
      'UPDATE_PAYMENT_METHOD',
    );
  });
});
