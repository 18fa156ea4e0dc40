import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aStranger, today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call, freshKey, mutationDocument, send } from '../../test/case-call.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const claim = (deviation: Readonly<Record<string, unknown>> = {}) => ({
  customer: aStranger(),
  amount: { amount: '119.00', currency: 'EUR' },
  invoicing: 'EXTERNAL',
  externalInvoiceNumber: 'R-1',
  dueOn: addDays(today(), 14),
  ...deviation,
});

describe('a hostile value', () => {
  let stage: Stage;
  let clerk: TestClient;
  let caseId: string;
  let before: Readonly<Record<string, string>>;

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
    caseId = encodeId('PaymentCase', await stage.own.at('CONFIRM_AMOUNT'));
  });

  beforeEach(async () => {
    before = await readRows(stage.database);
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const expectNothingWritten = async () => expect(await readRows(stage.database)).toEqual(before);

  const AMOUNTS = [
    ['1e3', 'MALFORMED'],
    ['119,00', 'MALFORMED'],
    ['+1', 'MALFORMED'],
    ['１００', 'MALFORMED'],
    ['NaN', 'MALFORMED'],
    ['Infinity', 'MALFORMED'],
    ['0x10', 'MALFORMED'],
    [' 1', 'MALFORMED'],
    ['01', 'MALFORMED'],
    ['', 'MALFORMED'],
    ['1.', 'MALFORMED'],
    ['1.000', 'TOO_MANY_DECIMALS'],
    ['0.001', 'TOO_MANY_DECIMALS'],
    ['9007199254740993', 'OUT_OF_RANGE'],
    ['9'.repeat(60), 'OUT_OF_RANGE'],
    ['0', 'NOT_POSITIVE'],
    ['-0', 'NOT_POSITIVE'],
    ['0.00', 'NOT_POSITIVE'],
    ['-1', 'NOT_POSITIVE'],
  ] as const;

  it.each(AMOUNTS)('amount %j is refused as %s, asked or seen', async (amount, code) => {
    const money = { amount, currency: 'EUR' };
    const receipt = {
      caseId,
      amount: money,
      valueOn: today(),
      kind: 'BANK_TRANSFER',
      reference: 'x',
    };
    const answers = [
      await call(clerk, 'initiatePayment', claim({ amount: money })),
      await call(clerk, 'registerReceipt', receipt),
    ];
    const refused = {
      __typename: 'ValidationFailed',
      fields: [{ path: ['input', 'amount', 'amount'], code }],
    };
    expect(answers).toMatchObject([refused, refused]);
    await expectNothingWritten();
  });

  it.each([100, 0.1, -1, 2 ** 53, true, null, ['1'], { amount: '1' }])(
    'amount %j is no text and does not get as far as the rules',
    async (amount) => {
      const answer = await send(clerk, 'initiatePayment', claim({ amount: { amount, currency: 'EUR' } }));
      expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(answer.data).toBeUndefined();
      await expectNothingWritten();
    },
  );

  it.each(['eur', 'EUR ', 'XXX', 'EU', '', '€', '\u0395UR'])('currency %j is unknown', async (currency) => {
    const answer = await call(clerk, 'initiatePayment', claim({ amount: { amount: '1.00', currency } }));
    expect(answer.fields).toEqual([{ path: ['input', 'amount', 'currency'], code: 'UNKNOWN_CURRENCY' }]);
    await expectNothingWritten();
  });

  it('currency JPY has no cents', async () => {
    const yen = claim({ amount: { amount: '119.00', currency: 'JPY' } });
    expect(await call(clerk, 'initiatePayment', yen)).toMatchObject({
      fields: [{ code: 'TOO_MANY_DECIMALS' }],
    });
    await expectNothingWritten();
  });

  it('currency of a receipt must be that of the case', async () => {
    const amount = { amount: '1.00', currency: 'CHF' };
    const receipt = {
      caseId,
      amount,
      valueOn: today(),
      kind: 'BANK_TRANSFER',
      reference: 'x',
    };
    expect(await call(clerk, 'registerReceipt', receipt)).toMatchObject({ code: 'CURRENCY_DIFFERS' });
    await expectNothingWritten();
  });

  const DAYS = [
    ['0001-01-01', 'IN_THE_PAST', 'TOO_LONG_AGO', 'TOO_LONG_AGO'],
    ['9999-12-31', 'TOO_FAR_AHEAD', 'IN_THE_FUTURE', 'TOO_FAR_AHEAD'],
  ] as const;

  it.each(DAYS)(
    'day %s cannot be meant: due %s, credited %s, supplied %s',
    async (day, due, past, supply) => {
      const task = encodeId('PaymentCase', await stage.own.at('CREATE_PAYMENT_TASK'));
      const documentId = encodeId('Document', await stage.own.document());
      before = await readRows(stage.database);
      const amount = { amount: '1.00', currency: 'EUR' };
      const receipt = { caseId, amount, valueOn: day, kind: 'BANK_TRANSFER', reference: 'x' };
      const problems = (answer: { fields?: readonly { path: readonly string[]; code: string }[] }) =>
        answer.fields?.map(({ path, code }) => [path.join('.'), code]);
      expect([
        problems(await call(clerk, 'initiatePayment', claim({ dueOn: day }))),
        problems(await call(clerk, 'initiatePayment', claim({ supply: { from: day, to: day } }))),
        problems(await call(clerk, 'createPaymentTask', { caseId: task, dueOn: day })),
        problems(await call(clerk, 'registerReceipt', receipt)),
        problems(await call(clerk, 'addAttachment', { caseId, documentId, name: 'x', signedOn: day })),
      ]).toEqual([
        [['input.dueOn', due]],
        [
          ['input.supply.from', supply],
          ['input.supply.to', supply],
        ],
        [['input.dueOn', due]],
        [['input.valueOn', past]],
        [['input.signedOn', past]],
      ]);
      await expectNothingWritten();
    },
  );

  it('of an assignee who may only read is refused by name', async () => {
    const task = encodeId('PaymentCase', await stage.own.at('CREATE_PAYMENT_TASK'));
    const assigneeId = encodeId('Member', stage.memberIds.ADVISER);
    before = await readRows(stage.database);
    expect(await call(clerk, 'createPaymentTask', { caseId: task, assigneeId })).toMatchObject({
      ...{
        __typename: 'StepRefused',
        code: 'MEMBER_ONLY_READS',
        message: expect.stringContaining('may only read'),
      },
    });
    await expectNothingWritten();
  });

  it('among fields that the input does not have is refused as a whole', async () => {
    for (const extra of [
      { organizationId: stage.foreign.business.organizationId },
      { state: 'CLOSED' },
      { number: 'ZV-1' },
    ]) {
      const { errors } = await send(clerk, 'initiatePayment', claim(extra));
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    await expectNothingWritten();
  });

  it('for a prototype is left out of metadata and reaches no prototype', async () => {
    const input = `{ "idempotencyKey": "${freshKey()}", ${JSON.stringify(claim()).slice(1, -1)},
      "metadata": { "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }, "own": 2 } }`;
    const query = mutationDocument('initiatePayment', 'case { metadata }');
    const { body } = await clerk.post(
      '/graphql',
      `{ "query": ${JSON.stringify(query)}, "variables": { "input": ${input} } }`,
    );
    expect(body).toMatchObject({ data: { initiatePayment: { case: { metadata: { own: 2 } } } } });
    expect(JSON.stringify(body)).not.toContain('polluted');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
