import { addDays } from '@zahlwerk/domain/workflow/calendar';
import type { GraphQLInterfaceType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payTokenOf } from '../../test/a-connected-desk.ts';
import { aStranger, today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { enterCode } from '../../test/by-method-link.ts';
import { call, freshKey, mutationDocument, send } from '../../test/case-call.ts';
import { asSuperuser, readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';
import { schema } from '../schema.ts';

const claim = (deviation: Readonly<Record<string, unknown>> = {}) => ({
  customer: aStranger(),
  amount: { amount: '119.00', currency: 'EUR' },
  lines: [{ name: 'Inspektion', quantity: '1', unitPrice: '100.00', taxCase: 'DE_19' }],
  supply: { from: today(), to: today() },
  dueOn: addDays(today(), 14),
  ...deviation,
});

describe('an expected error', () => {
  let stage: Stage;
  let clerk: TestClient;

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  /** The types of error that have been seen. */
  const seen = new Set<string | undefined>();

  const writesNothing = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const before = await readRows(stage.database);
    const answer = await ask();
    expect(await readRows(stage.database)).toEqual(before);
    for (const one of [answer].flat()) seen.add((one as { __typename?: string }).__typename);
    return answer;
  };

  it('of type ValidationFailed names every wrong field at once, with a code and a sentence', async () => {
    const input = claim({
      customer: { ...aStranger(), country: 'XX', givenName: 'Frieda\nBcc: alle@example.org' },
      amount: { amount: '119.00', currency: 'EUR' },
    });
    expect(await writesNothing(() => call(clerk, 'initiatePayment', input))).toMatchObject({
      __typename: 'ValidationFailed',
      code: 'VALIDATION_FAILED',
      message: 'Please check the marked fields.',
      fields: [
        { path: ['input', 'customer', 'givenName'], code: 'CONTROL_CHARACTER' },
        { path: ['input', 'customer', 'country'], code: 'UNKNOWN_COUNTRY' },
      ],
    });
  });

  it('of type ValidationFailed comes from the rules as well: lines that make another amount', async () => {
    const input = claim({ amount: { amount: '119.01', currency: 'EUR' }, dueOn: addDays(today(), -1) });
    expect(await writesNothing(() => call(clerk, 'initiatePayment', input))).toMatchObject({
      __typename: 'ValidationFailed',
      fields: [
        { path: ['input', 'dueOn'], code: 'IN_THE_PAST' },
        { path: ['input', 'amount'], code: 'DIFFERS_FROM_LINES' },
      ],
    });
  });

  it('of type NotFound names the type that was looked for', async () => {
    const customerId = encodeId('Customer', stage.ports.newId());
    const input = claim({ customer: null, customerId });
    expect(await writesNothing(() => call(clerk, 'initiatePayment', input))).toMatchObject({
      __typename: 'NotFound',
      code: 'NOT_FOUND',
      type: 'Customer',
      path: ['input', 'customerId'],
    });
  });

  it('of type StepRefused names the step and says why in the language of the caller', async () => {
    const caseId = encodeId('PaymentCase', await stage.own.at('VERIFY_CUSTOMER_DATA'));
    const input = { caseId, idempotencyKey: freshKey() };
    const body = { query: mutationDocument('recordPayment'), variables: { input } };
    const german = await writesNothing(() => clerk.post('/graphql', body, { 'accept-language': 'de' }));
    expect(german.body).toMatchObject({
      data: {
        recordPayment: {
          __typename: 'StepRefused',
          code: 'STEP_NOT_OPEN',
          step: 'RECORD_PAYMENT',
          message: 'Dieser Schritt ist gerade nicht an der Reihe.',
        },
      },
    });
    expect(await call(clerk, 'recordPayment', { caseId })).toMatchObject({
      message: 'This step is not the open one.',
    });
  });

  it('of type StepRefused tells who may when four eyes are needed', async () => {
    const { at, desk, business } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    await desk.run(caseId, business.lead, 'registerReceipt', desk.receipt(119_00n));
    await desk.run(caseId, business.clerk, 'confirmAmount', {
      paymentId: null,
      resolution: 'EXACT',
      reason: null,
    });
    for (const step of ['recordPayment', 'updatePaymentStatus', 'notifyCustomer'] as const)
      await desk.run(caseId, business.clerk, step, {});
    const lead = await stage.signIn('TEAM_LEAD');
    const input = { caseId: encodeId('PaymentCase', caseId) };
    const answer = await writesNothing(() => call(lead, 'closePaymentTask', input));
    expect(answer).toMatchObject({
      __typename: 'StepRefused',
      code: 'HANDLED_THE_MONEY',
      step: 'CLOSE_PAYMENT_TASK',
      unblockedBy: 'Hanna Sommer',
    });
    expect(answer.message).toBe(
      'You handled the money in this case (registered the receipt); it may be closed by: Hanna Sommer.',
    );
  });

  it('of type CaseRefused belongs to no step', async () => {
    const caseId = encodeId('PaymentCase', await stage.own.at('VERIFY_CUSTOMER_DATA'));
    const input = { caseId, reason: '  ' };
    expect(await writesNothing(() => call(clerk, 'cancelPaymentCase', input))).toMatchObject({
      __typename: 'CaseRefused',
      code: 'REASON_REQUIRED',
      message: 'Please give a reason.',
    });
  });

  it('of type VersionConflict says which version it is now', async () => {
    const caseId = encodeId('PaymentCase', await stage.own.at('VERIFY_CUSTOMER_DATA'));
    const input = { caseId, reason: 'Irrtum', expectedVersion: 99 };
    expect(await writesNothing(() => call(clerk, 'cancelPaymentCase', input))).toMatchObject({
      __typename: 'VersionConflict',
      currentVersion: 2,
      path: ['input', 'expectedVersion'],
    });
  });

  it('of type IdempotencyKeyReused protects what the key did first', async () => {
    const idempotencyKey = freshKey();
    await call(clerk, 'initiatePayment', claim({ idempotencyKey }));
    const other = claim({ idempotencyKey, reference: 'B-2' });
    expect(await writesNothing(() => call(clerk, 'initiatePayment', other))).toMatchObject({
      __typename: 'IdempotencyKeyReused',
      path: ['input', 'idempotencyKey'],
    });
  });

  it('of type NotAllowed is a rule that no scope opens', async () => {
    const lead = await stage.signIn('TEAM_LEAD');
    expect(await writesNothing(() => call(lead, 'proposePayout', {}))).toMatchObject({
      __typename: 'NotAllowed',
      code: 'PAYOUTS_ARE_AUTOMATIC',
      message: 'The provider pays out on its schedule; there is nothing to propose.',
    });
  });

  it.each(['', 'x', 'a'.repeat(43), 'a'.repeat(10_000), '\u202e'.repeat(43)])(
    'of type LinkInvalid does not tell what is wrong with the link %j',
    async (token) => {
      const invalid = { __typename: 'LinkInvalid', code: 'LINK_NOT_VALID', path: ['input', 'token'] };
      const answers = await writesNothing(async () => [
        (await clerk.query(mutationDocument('startPayment', 'url'), { input: { token, methodType: 'CARD' } }))
          .data.startPayment,
        (
          await clerk.query(mutationDocument('submitCustomerData', 'accepted'), {
            input: { token, data: aStranger() },
          })
        ).data.submitCustomerData,
      ]);
      expect(answers).toMatchObject([invalid, invalid]);
    },
  );

  it('of type TooManyRequests says when to come again', async () => {
    const input = { token: 'x'.repeat(43), customer: aStranger(), idempotencyKey: freshKey() };
    const ask = async () =>
      (await stage.anonymous.query(mutationDocument('startFromLink', 'url'), { input })).data.startFromLink;
    for (let use = 1; use <= 30; use += 1) expect(await ask()).toMatchObject({ __typename: 'LinkInvalid' });
    expect(await writesNothing(ask)).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryable: true });
  });

  it('of type ProviderUnavailable says that nobody has connected one', async () => {
    const caseId = await stage.own.at('CONFIRM_AMOUNT');
    const input = { token: await payTokenOf(stage, caseId), methodType: 'CARD' };
    const { data } = await stage.anonymous.query(mutationDocument('startPayment', 'url'), { input });
    seen.add(data.startPayment.__typename);
    expect(data.startPayment).toMatchObject({ code: 'PROVIDER_NOT_CONNECTED', retryable: false });
  });

  it('of type CodeRefused asks for the code of a link', async () => {
    const caseId = await stage.own.at('CONFIRM_AMOUNT');
    const linkId = stage.ports.newId();
    await stage.own.desk.ask(caseId, stage.own.business.clerk, 'requestPaymentMethodUpdate', { linkId });
    const token = stage.ports.links.tokenOf(linkId);
    expect(await writesNothing(() => enterCode(stage, token, '123456'))).toMatchObject({
      code: 'CODE_NOT_SENT',
      message: 'Please ask for a code first.',
    });
  });

  it('of type TemporarilyUnavailable may be sent again as it is', async () => {
    const caseId = await stage.own.at('CONFIRM_AMOUNT');
    const input = { caseId: encodeId('PaymentCase', caseId), reason: 'doppelt', idempotencyKey: freshKey() };
    await asSuperuser(stage.database, async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT id FROM payment_case WHERE id = $1 FOR UPDATE', [caseId]);
      const answer = await writesNothing(() => call(clerk, 'cancelPaymentCase', input));
      expect(answer).toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE', retryable: true });
      await client.query('ROLLBACK');
    });
    expect(await call(clerk, 'cancelPaymentCase', input)).toMatchObject({ replayed: false });
  });

  it('has been seen in every type that there is', () => {
    const types = schema.getImplementations(schema.getType('Error') as GraphQLInterfaceType).objects;
    expect(types.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('that lies at the top is FORBIDDEN with the scope, or UNAUTHENTICATED', async () => {
    const adviser = await stage.signIn('ADVISER');
    expect(await writesNothing(() => send(adviser, 'initiatePayment', claim()))).toMatchObject({
      status: 403,
      data: null,
      errors: [
        { path: ['initiatePayment'], extensions: { code: 'FORBIDDEN', requiredScope: 'case:initiate' } },
      ],
    });
    expect(await writesNothing(() => send(stage.anonymous, 'initiatePayment', claim()))).toMatchObject({
      status: 401,
      data: null,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});
