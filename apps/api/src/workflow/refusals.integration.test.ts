import { readFileSync } from 'node:fs';
import { STEPS, type Step } from '@zahlwerk/domain/workflow/step';
import { buildSchema, GraphQLInputObjectType, getNamedType } from 'graphql';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call, freshKey, send } from '../../test/case-call.ts';
import { CASE_CALLS, type CaseCall } from '../../test/case-calls.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const SDL = readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8');

/** Money is never refused, so this one is accepted on a case in any state (rule 20). */
const IN_ANY_STATE = new Set(['registerReceipt']);
/** Decided by what a case has, whatever its state and step: what they say to a case that has nothing of theirs. */
const BY_CONTENT: Readonly<Record<string, RegExp>> = {
  requestRefund: /^(NOTHING_TO_REFUND|PAYMENT_UNKNOWN)$/,
  recordRefundTransfer: /^REFUND_UNKNOWN$/,
  reverseAllocation: /^(NOTHING_ALLOCATED|ALLOCATION_UNKNOWN)$/,
  unassignPayment: /^(NOT_FROM_POOL|PAYMENT_UNKNOWN)$/,
  stopPlannedCharge: /^(CASE_NOT_OPEN|NO_CHARGE_PLANNED)$/,
  cancelReaderPayment: /^(CASE_NOT_OPEN|NOTHING_AT_READER)$/,
  releaseAuthorization: /^(CASE_NOT_OPEN|NOTHING_AUTHORIZED)$/,
  reviewPaymentMethod: /^METHOD_NOT_IN_REVIEW$/,
  remindCustomer: /^(CASE_NOT_OPEN|NOT_OVERDUE)$/,
};
/** Allowed at any step of an open case; the others belong to one step. */
const AT_ANY_STEP = new Set([
  'addAttachment',
  'cancelPaymentCase',
  'registerReceipt',
  'requestPaymentMethodUpdate',
  'updatePaymentStatus',
]);

/** Accepted only where a provider is connected: proved beside its source. */
const NEEDS_PROVIDER = new Set([
  'acceptDispute',
  'startAppPayment',
  'startReaderPayment',
  'submitDisputeEvidence',
]);

const idOf = (caseId: string): string => encodeId('PaymentCase', caseId);

describe('a mutation on a case', () => {
  let stage: Stage;
  let adviser: TestClient;
  const clients = new Map<string, TestClient>();
  const over = { canceled: '', foreign: '' };
  const waiting = new Map<Step, string>();

  beforeAll(async () => {
    stage = await aStage();
    adviser = await stage.signIn('ADVISER');
    for (const role of ['TEAM_LEAD', 'CLERK'] as const) clients.set(role, await stage.signIn(role));
    const { at, desk, business } = stage.own;
    for (const step of ['VERIFY_CUSTOMER_DATA', 'CONFIRM_AMOUNT'] as const) waiting.set(step, await at(step));
    over.canceled = await at('VERIFY_CUSTOMER_DATA');
    await desk.run(over.canceled, business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
    over.foreign = await stage.foreign.at('CONFIRM_AMOUNT');
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  /** Runs a call that must be refused, and proves that it has left nothing behind. */
  const refused = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const before = await readRows(stage.database);
    const answer = await ask();
    expect(await readRows(stage.database)).toEqual(before);
    return answer;
  };

  it('stands in the table of this test', () => {
    const schema = buildSchema(SDL);
    const onCases = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(({ type }) => {
        const input = getNamedType(type);
        return input instanceof GraphQLInputObjectType && 'caseId' in input.getFields();
      }),
    );
    const names = onCases.map(({ name }) => name).filter((name) => !NEEDS_PROVIDER.has(name));
    expect(Object.keys(CASE_CALLS).toSorted()).toEqual(names.toSorted());
  });

  describe.each(Object.entries(CASE_CALLS))('%s', (name, { role, scope, ready }: CaseCall) => {
    let client: TestClient;
    let input: Readonly<Record<string, unknown>>;

    beforeAll(async () => {
      client = clients.get(role) ?? stage.anonymous;
      input = await ready(stage.own);
    });

    /** Asks once per input, which must all be refused. */
    const refusedWith = (changes: readonly Readonly<Record<string, unknown>>[]) =>
      refused(async () => {
        const answers: unknown[] = [];
        for (const change of changes) answers.push(await call(client, name, { ...input, ...change }));
        return answers;
      });

    it('is refused to an adviser, who is told the missing scope, and to nobody in particular', async () => {
      const [fromAdviser, fromNobody] = await refused(async () => [
        await send(adviser, name, input),
        await send(stage.anonymous, name, input),
      ]);
      expect(fromAdviser).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: 'FORBIDDEN', requiredScope: scope } }],
      });
      expect(fromNobody).toMatchObject({
        status: 401,
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    });

    it("answers another organization's case like one that does not exist, and like no id at all", async () => {
      const cases = [over.foreign, newId(), newId().toUpperCase(), '1'].map(idOf);
      const ids = [...cases, encodeId('Customer', newId()), 'no id', '', 'A'.repeat(10_000)];
      const notFound = {
        __typename: 'NotFound',
        code: 'NOT_FOUND',
        message: 'This was not found.',
        path: ['input', 'caseId'],
        retryable: false,
        type: 'PaymentCase',
      };
      expect(await refusedWith(ids.map((caseId) => ({ caseId })))).toEqual(ids.map(() => notFound));
    });

    it('refuses a version that is no longer the current one, and says which one is', async () => {
      const { data } = await client.query('query ($id: ID) { paymentCase(id: $id) { version } }', {
        id: input.caseId,
      });
      const { version } = data.paymentCase;
      const stale = [version - 1, version + 1, -1].map((expectedVersion) => ({ expectedVersion }));
      const conflict = { __typename: 'VersionConflict', currentVersion: version };
      expect(await refusedWith(stale)).toMatchObject(stale.map(() => conflict));
    });

    it('refuses a case that is over', async () => {
      const ask = () => call(client, name, { ...input, caseId: idOf(over.canceled) });
      if (IN_ANY_STATE.has(name)) expect(await ask()).toMatchObject({ replayed: false });
      else {
        const code = expect.stringMatching(BY_CONTENT[name] ?? /^CASE_NOT_OPEN$/);
        expect(await refused(ask)).toMatchObject({ __typename: 'CaseRefused', code });
      }
    });

    const atAnotherStep = async () => {
      const step = scope === 'customer:check' ? 'CONFIRM_AMOUNT' : 'VERIFY_CUSTOMER_DATA';
      const caseId = idOf(waiting.get(step) ?? '');
      const answer = await refused(() => call(client, name, { ...input, caseId }));
      const byContent = BY_CONTENT[name];
      if (name === 'decideApproval') expect(answer).toMatchObject({ code: 'APPROVAL_UNKNOWN' });
      else if (byContent) expect(answer.code).toMatch(byContent);
      else expect(answer).toMatchObject({ __typename: 'StepRefused', code: 'STEP_NOT_OPEN' });
      expect(answer.step === undefined || STEPS.includes(answer.step)).toBe(true);
    };
    if (!AT_ANY_STEP.has(name)) it('refuses a case at another step', atAnotherStep);

    it('refuses an idempotency key that is none', async () => {
      const keys = ['', '1234567', 'with space', 'zeilen\numbruch', 'schlüssel', 'x'.repeat(256)];
      const malformed = {
        __typename: 'ValidationFailed',
        fields: [{ path: ['input', 'idempotencyKey'], code: 'MALFORMED' }],
      };
      expect(await refusedWith(keys.map((idempotencyKey) => ({ idempotencyKey })))).toMatchObject(
        keys.map(() => malformed),
      );
    });

    it('is accepted once everything is right', async () => {
      expect(await call(client, name, { ...input, idempotencyKey: freshKey() })).toMatchObject({
        replayed: false,
      });
    });
  });
});
