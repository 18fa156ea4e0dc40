import type { ChecklistItem } from '@zahlwerk/domain/workflow/definition';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { BY_HAND } from '../../test/by-hand.ts';
import { call } from '../../test/case-call.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const anItem = (key: string, evidence: ChecklistItem['evidence'], required = true): ChecklistItem => ({
  key,
  label: { de: `Prüfpunkt ${key}`, en: `Item ${key}` },
  required,
  evidence,
});

const definition = {
  ...BY_HAND,
  checklist: {
    VERIFY_CUSTOMER_DATA: [],
    CONFIRM_AMOUNT: [anItem('agreement', 'SIGNED_FILE'), anItem('lawful', 'WORD')],
    CLOSE_PAYMENT_TASK: [anItem('policy', 'WORD'), anItem('minutes', 'FILE', false)],
  },
};

const STEP = `query ($id: ID) {
  paymentCase(id: $id) {
    currentStep
    step6: checklist(step: CONFIRM_AMOUNT) { key label required evidence state detail at by { kind name } }
    step10: checklist(step: CLOSE_PAYMENT_TASK) { key required evidence state by { name } }
    preCheck { key state detail }
    events(first: 50) { edges { node { type } } }
  }
}`;

const yes = (...keys: readonly string[]) =>
  keys.map((key) => ({ key, passed: true, note: `gesehen: ${key}` }));

describe("the business's own checklists over GraphQL", () => {
  let stage: Stage;
  let clerk: TestClient;
  let lead: TestClient;
  let id: string;
  let confirm: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    stage = await aStage({ definition });
    clerk = await stage.signIn('CLERK');
    lead = await stage.signIn('TEAM_LEAD');
    const { at, desk, business } = stage.own;
    const caseId = await at('CONFIRM_AMOUNT');
    await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n));
    id = encodeId('PaymentCase', caseId);
    confirm = { caseId: id, resolution: 'EXACT' };
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const read = async () => (await clerk.query(STEP, { id })).data.paymentCase;

  const refused = async (client: TestClient, field: string, input: Readonly<Record<string, unknown>>) => {
    const before = await readRows(stage.database);
    const answer = await call(client, field, input);
    expect(await readRows(stage.database)).toEqual(before);
    return answer;
  };

  it('show what each item asks for before anybody has answered', async () => {
    expect((await read()).step6).toEqual([
      {
        ...{ key: 'agreement', label: 'Item agreement', required: true, evidence: 'SIGNED_FILE' },
        ...{ state: null, detail: null, at: null, by: null },
      },
      {
        ...{ key: 'lawful', label: 'Item lawful', required: true, evidence: 'WORD' },
        ...{ state: null, detail: null, at: null, by: null },
      },
    ]);
  });

  it('refuse step 6 while something is left, unproved, unknown or said twice, and write nothing', async () => {
    const attempts = [
      [],
      yes('lawful'),
      yes('agreement', 'lawful'),
      [...yes('lawful'), { key: 'agreement', passed: false }],
      yes('made-up'),
      yes('lawful', 'lawful'),
    ];
    const answers: unknown[] = [];
    for (const given of attempts)
      answers.push(await refused(clerk, 'confirmAmount', { ...confirm, answers: given }));
    expect(answers).toMatchObject([
      { __typename: 'StepRefused', code: 'CHECK_NOT_PASSED', step: 'CONFIRM_AMOUNT' },
      { code: 'CHECK_NOT_PASSED' },
      { code: 'CHECK_NEEDS_SIGNATURE' },
      { code: 'CHECK_NOT_PASSED' },
      { code: 'CHECK_UNKNOWN' },
      { code: 'VALIDATION_FAILED', fields: [{ path: ['input', 'answers', '1', 'key'], code: 'REPEATED' }] },
    ]);
  });

  it('let step 6 end once they hold, and keep who said so, when, and what was seen', async () => {
    const item = { step: 'CONFIRM_AMOUNT', key: 'agreement' };
    const file = {
      caseId: id,
      documentId: encodeId('Document', await stage.own.document()),
      name: 'Vertrag',
      item,
    };
    const signed = { signedBy: 'Frieda Lorenzen', signedOn: '2026-01-31' };
    expect(await call(clerk, 'addAttachment', { ...file, ...signed })).toMatchObject({ replayed: false });
    expect(
      await call(clerk, 'confirmAmount', { ...confirm, answers: yes('agreement', 'lawful') }),
    ).toMatchObject({ replayed: false });
    const after = await read();
    expect(after.currentStep).toBe('RECORD_PAYMENT');
    const by = { kind: 'MEMBER', name: 'Mina Aydin' };
    expect(after.step6).toMatchObject([
      { key: 'agreement', state: 'PASSED', detail: 'gesehen: agreement', by },
      { key: 'lawful', state: 'PASSED', detail: 'gesehen: lawful', by },
    ]);
    expect(
      after.events.edges.filter((one: { node: { type: string } }) => one.node.type === 'CHECK_RECORDED'),
    ).toHaveLength(2);
    expect(after.preCheck).toContainEqual({ key: 'CHECKLISTS', state: 'PASSED', detail: null });
  });

  it('are part of the sign-off of step 10', async () => {
    for (const field of ['recordPayment', 'updatePaymentStatus', 'notifyCustomer'])
      expect(await call(clerk, field, { caseId: id })).toMatchObject({ replayed: false });
    expect(await refused(lead, 'closePaymentTask', { caseId: id })).toMatchObject({
      ...{ code: 'CHECK_NOT_PASSED', message: 'A required check has not passed: policy.' },
    });
    const answers = yes('policy');
    expect(
      await refused(lead, 'closePaymentTask', { caseId: id, answers: yes('policy', 'minutes') }),
    ).toMatchObject({ code: 'CHECK_NEEDS_FILE' });
    expect(await call(lead, 'closePaymentTask', { caseId: id, answers })).toMatchObject({ replayed: false });
    expect((await read()).step10).toMatchObject([
      { key: 'policy', state: 'PASSED', by: { name: expect.any(String) } },
      { key: 'minutes', state: null, by: null },
    ]);
  });
});
