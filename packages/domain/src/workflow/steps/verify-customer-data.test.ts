import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aDefinition,
  aKnownCustomer,
  anEnv,
  anItem,
  aPaymentCase,
  aRun,
  as,
  CLERK,
  CUSTOMER,
  OWNER,
  runsAt,
  withItems,
} from '../../../test/a-payment-case.ts';
import { changesOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { run, runToRest, stepOf, stopOf, worldOf } from '../../../test/simulate.ts';
import { aCompany } from '../../customers/customer.fixture.ts';
import type { CustomerData } from '../../customers/customer-data.ts';
import type { PaymentCase } from '../payment-case.ts';
import { assess, type VerifyCustomerData, verifyCustomerData } from './verify-customer-data.ts';

const asIs: VerifyCustomerData = { data: null, accepted: [], answers: [], complete: true };

const aCustomerWith = (data: Partial<CustomerData>) => aKnownCustomer({ data: aCompany(data) });

const verify = (state: PaymentCase, input: Partial<VerifyCustomerData> = {}, actor = as(CLERK)) =>
  verifyCustomerData(state, { ...asIs, ...input }, anEnv({ actor }));

/** A case that has stopped at step 2 because of the customer's data. */
const stopped = (data: Partial<CustomerData>, deviation: Parameters<typeof aPaymentCase>[0] = {}) =>
  runToRest(worldOf(aPaymentCase({ customer: aCustomerWith(data), ...deviation })));

const corrected = (world: ReturnType<typeof stopped>, data: Partial<CustomerData>) =>
  run(world, as(CLERK), 'verifyCustomerData', { ...asIs, data: aCompany(data), complete: false });

const openKeys = ({ state }: ReturnType<typeof stopped>) =>
  state.discrepancies.filter((one) => one.state === 'OPEN').map(({ key }) => key);

describe('verifyCustomerData', () => {
  it('is done when every check passes, and opens step 3', () => {
    expect(stepsOf(verify(aPaymentCase()))).toEqual([
      'DONE VERIFY_CUSTOMER_DATA 1',
      'OPEN SAVE_CUSTOMER_RECORD 1',
    ]);
  });

  it('records each check with its source', () => {
    expect(
      changesOf(verify(aPaymentCase()), 'record-check').map(({ item }) => [item.key, item.state]),
    ).toEqual([
      ['required-fields', 'PASSED'],
      ['email', 'PASSED'],
      ['phone', 'PASSED'],
      ['postal-code', 'PASSED'],
      ['iban', 'PASSED'],
      ['vat-id', 'PASSED'],
      ['duplicates', 'PASSED'],
    ]);
  });

  it('takes what cannot be checked for no failure', () => {
    const state = aPaymentCase({ customer: aCustomerWith({ country: 'AF', vatId: null, phone: null }) });
    const checks = changesOf(verify(state), 'record-check');
    expect(checks.find(({ item }) => item.key === 'postal-code')?.item.state).toBe('NOT_CHECKABLE');
    expect(checks.find(({ item }) => item.key === 'phone')?.item.state).toBe('NOT_APPLICABLE');
  });

  it('keeps the step open where only the changes are wanted', () => {
    expect(stepsOf(verify(aPaymentCase(), { complete: false }))).toEqual([]);
  });

  it('refuses to end with a discrepancy, naming it, and writes nothing', () => {
    const state = aPaymentCase({ customer: aCustomerWith({ email: 'kaputt@' }) });
    expect(verify(state)).toEqual({
      ok: false,
      refusal: { code: 'DISCREPANCY_OPEN', step: 'VERIFY_CUSTOMER_DATA', detail: 'email' },
    });
  });

  it.each(['CONFIRM_AMOUNT', 'SAVE_CUSTOMER_RECORD'] as const)('refuses while %s is open', (at) => {
    expect(refusalOf(verify(aPaymentCase({ at })))).toBe('STEP_NOT_OPEN');
  });

  it('refuses on a closed case, and to an adviser', () => {
    expect(refusalOf(verify(aPaymentCase({ state: 'CLOSED', runs: [] })))).toBe('CASE_NOT_OPEN');
    expect(refusalOf(verify(aPaymentCase(), {}, as(ADVISER)))).toBe('ROLE_NOT_ALLOWED');
  });

  it('takes data from the customer, but leaves what is to be accepted, answered or ended to the desk', () => {
    const accepted = [{ discrepancyId: 'one', reason: 'stimmt so' }];
    const answers = [{ key: 'passport', passed: true, note: null }];
    const by = (input: Partial<VerifyCustomerData>) => refusalOf(verify(aPaymentCase(), input, CUSTOMER));
    expect(by({ data: aCompany(), complete: false })).toBeNull();
    expect(by({ complete: true })).toBe('ROLE_NOT_ALLOWED');
    expect(by({ accepted, complete: false })).toBe('ROLE_NOT_ALLOWED');
    expect(by({ answers, complete: false })).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('a discrepancy of the customer data', () => {
  it('stops the case with an exception task and shows what was found', () => {
    const world = stopped({ email: 'kaputt@' });
    expect([stepOf(world), stopOf(world)]).toEqual(['VERIFY_CUSTOMER_DATA', 'DISCREPANCY_OPEN']);
    expect(world.state.discrepancies).toMatchObject([{ key: 'email', found: 'kaputt@', state: 'OPEN' }]);
    expect(world.state.tasks).toMatchObject([
      { kind: 'EXCEPTION', reason: 'DISCREPANCY_OPEN', state: 'OPEN' },
    ]);
  });

  it('is resolved by a correction, and the machine goes on', () => {
    const world = runToRest(corrected(stopped({ email: 'kaputt@' }), {}));
    expect(world.state.discrepancies).toMatchObject([
      { key: 'email', state: 'RESOLVED', resolution: 'CORRECT' },
    ]);
    expect(world.state.tasks.filter(({ kind }) => kind === 'EXCEPTION').map(({ state }) => state)).toContain(
      'DONE',
    );
    expect(stepOf(world)).toBe('SAVE_CUSTOMER_RECORD');
  });

  it('is accepted as it is for a reason, and stays accepted in a later run', () => {
    const before = stopped({ iban: 'DE00123' });
    const [discrepancy] = before.state.discrepancies;
    const accepted = [{ discrepancyId: discrepancy?.id ?? '', reason: 'zahlt per Karte' }];
    const world = run(before, as(CLERK), 'verifyCustomerData', { ...asIs, accepted });
    expect(world.state.discrepancies).toMatchObject([{ state: 'RESOLVED', resolution: 'ACCEPT' }]);
    const again = worldOf({
      ...world.state,
      runs: [
        ...runsAt('SAVE_CUSTOMER_RECORD').filter(({ state }) => state !== 'OPEN'),
        aRun('VERIFY_CUSTOMER_DATA', { run: 2 }),
      ],
    });
    expect(stopOf(runToRest(again))).not.toBe('DISCREPANCY_OPEN');
  });

  it('that was accepted for one value does not excuse another', () => {
    const before = stopped({ email: 'kaputt@' });
    const accepted = [{ discrepancyId: before.state.discrepancies[0]?.id ?? '', reason: 'nur Post' }];
    const after = run(before, as(CLERK), 'verifyCustomerData', { ...asIs, accepted, complete: false });
    expect(openKeys(corrected(after, { email: 'auch kaputt' }))).toEqual(['email']);
  });

  it('that was corrected and comes back is a discrepancy again', () => {
    const mended = corrected(stopped({ email: 'kaputt@' }), {});
    expect(openKeys(mended)).toEqual([]);
    expect(openKeys(corrected(mended, { email: 'kaputt@' }))).toEqual(['email']);
  });

  it('gives way to the one about the new value', () => {
    const world = corrected(stopped({ email: 'kaputt@' }), { email: 'auch kaputt' });
    expect(world.state.discrepancies.map(({ found, state }) => [found, state])).toEqual([
      ['kaputt@', 'RESOLVED'],
      ['auch kaputt', 'OPEN'],
    ]);
  });

  it('says which one stops the case when another one remains', () => {
    const before = stopped({ email: 'kaputt@', iban: 'DE00123' });
    expect(before.state.runs.find(({ state }) => state === 'OPEN')?.stop?.detail).toBe('email, iban');
    const world = runToRest(corrected(before, { iban: 'DE00123' }));
    expect(world.state.runs.find(({ state }) => state === 'OPEN')?.stop?.detail).toBe('iban');
    expect(world.state.tasks.filter(({ kind }) => kind === 'EXCEPTION')).toHaveLength(1);
  });

  it('is raised by a possible duplicate among the own customers', () => {
    const twin = { customerId: 'twin', number: 'K-000007', data: aCompany({ email: 'andere@example.com' }) };
    const world = runToRest(worldOf(aPaymentCase({ customer: aKnownCustomer({ duplicates: [twin] }) })));
    expect(openKeys(world)).toEqual(['duplicates']);
    expect(world.state.discrepancies[0]?.found).toContain('K-000007');
  });

  it('that turns up after the checks is recorded, so that the machine is never stuck', () => {
    const checked = run(worldOf(aPaymentCase()), as(CLERK), 'verifyCustomerData', {
      ...asIs,
      complete: false,
    });
    const changed = worldOf({ ...checked.state, customer: aCustomerWith({ email: 'kaputt@' }) });
    const world = runToRest(changed);
    expect(stopOf(world)).toBe('DISCREPANCY_OPEN');
    expect(openKeys(world)).toEqual(['email']);
  });

  it.each([
    ['an unknown discrepancy', 'nowhere', 'weil', 'DISCREPANCY_UNKNOWN'],
    ['an acceptance without a reason', 'raised', ' ', 'REASON_REQUIRED'],
  ])('refuses %s', (_what, discrepancyId, reason, code) => {
    const state = aPaymentCase({
      discrepancies: [
        {
          id: 'raised',
          step: 'VERIFY_CUSTOMER_DATA',
          run: 1,
          key: 'email',
          expected: null,
          found: 'kaputt@',
          state: 'OPEN',
          resolution: null,
        },
      ],
    });
    expect(refusalOf(verify(state, { accepted: [{ discrepancyId, reason }] }))).toBe(code);
  });
});

describe("the business's own checklist of step 2", () => {
  const definition = (required = true) =>
    withItems({ VERIFY_CUSTOMER_DATA: [anItem('passport', { required })] });
  const answer = (passed: boolean) => ({ answers: [{ key: 'passport', passed, note: null }] });

  it('stops the machine until a person has answered', () => {
    const world = runToRest(worldOf(aPaymentCase({ definition: definition() })));
    expect(stopOf(world)).toBe('CHECK_NOT_PASSED');
    const answered = runToRest(
      run(world, as(CLERK), 'verifyCustomerData', { ...asIs, ...answer(true), complete: false }),
    );
    expect(stepOf(answered)).toBe('CONFIRM_AMOUNT');
  });

  it('refuses the end while a required item is unanswered or failed', () => {
    const state = aPaymentCase({ definition: definition() });
    expect(refusalOf(verify(state))).toBe('CHECK_NOT_PASSED');
    expect(refusalOf(verify(state, answer(false)))).toBe('CHECK_NOT_PASSED');
    expect(refusalOf(verify(state, answer(true)))).toBeNull();
  });

  it('asks nothing where the item is not required', () => {
    expect(refusalOf(verify(aPaymentCase({ definition: definition(false) }), answer(false)))).toBeNull();
  });

  it('goes by the newest answer, whatever older runs said', () => {
    const given = (runNumber: number, state: 'PASSED' | 'FAILED') => ({
      step: 'VERIFY_CUSTOMER_DATA' as const,
      run: runNumber,
      key: 'passport',
      state,
      required: true,
      code: null,
      source: 'PERSON',
      detail: null,
      at: new Date(0),
      by: as(CLERK),
    });
    const state = aPaymentCase({
      definition: definition(),
      runs: [
        ...runsAt('SAVE_CUSTOMER_RECORD').filter((one) => one.state !== 'OPEN'),
        aRun('VERIFY_CUSTOMER_DATA', { run: 2 }),
      ],
      checkItems: [given(1, 'PASSED'), given(2, 'FAILED')],
    });
    expect(refusalOf(verify(state))).toBe('CHECK_NOT_PASSED');
  });
});

describe('with the policy MANUAL', () => {
  it('the machine checks all the same, and a person ends the step', () => {
    const world = runToRest(
      worldOf(aPaymentCase({ definition: aDefinition({ VERIFY_CUSTOMER_DATA: 'MANUAL' }) })),
    );
    expect([stepOf(world), stopOf(world)]).toEqual(['VERIFY_CUSTOMER_DATA', 'POLICY_MANUAL']);
    expect(world.state.checkItems).toHaveLength(7);
    expect(assess(world.state)).toEqual({ kind: 'CLEAN' });
    expect(stepOf(run(world, as(OWNER), 'verifyCustomerData', asIs))).toBe('SAVE_CUSTOMER_RECORD');
  });
});
