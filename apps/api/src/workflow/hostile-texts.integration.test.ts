import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aStranger, today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call, send } from '../../test/case-call.ts';
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

/** A text, and why it is refused in a single line. */
const UNFIT_LINES = [
  ['a\r\nBcc: alle@example.org', 'CONTROL_CHARACTER'],
  ['eins\nzwei', 'CONTROL_CHARACTER'],
  ['\u0007', 'CONTROL_CHARACTER'],
  ['\u202egnp.exe', 'BIDI_CONTROL'],
  ['4242 4242 4242 4242', 'CARD_NUMBER'],
  ['x'.repeat(10_000), 'TOO_LONG'],
  ['😀'.repeat(10_000), 'TOO_LONG'],
] as const;

/** The same for a text of several lines. */
const UNFIT_TEXTS = UNFIT_LINES.filter(([text]) => !/\n/.test(text));

/** What Postgres itself could not keep, or not give back as it was. */
const NO_TEXT = ['a\u0000b', '\ud800', 'x\udfffy'] as const;

describe('a hostile text', () => {
  let stage: Stage;
  let clerk: TestClient;
  let before: Readonly<Record<string, string>>;
  const cases = { verify: '', method: '', confirm: '', approval: '', close: '' };
  let approvalId = '';

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
    const { at, desk, business } = stage.own;
    const idOf = (id: string) => encodeId('PaymentCase', id);
    cases.verify = idOf(await at('VERIFY_CUSTOMER_DATA'));
    cases.method = idOf(await at('UPDATE_PAYMENT_METHOD'));
    cases.close = idOf(await at('CLOSE_PAYMENT_TASK'));
    const partlyPaid = await at('CONFIRM_AMOUNT');
    await desk.run(partlyPaid, business.clerk, 'registerReceipt', desk.receipt(100_00n));
    cases.confirm = idOf(partlyPaid);
    const asked = await at('CONFIRM_AMOUNT');
    await desk.run(asked, business.clerk, 'registerReceipt', desk.receipt(100_00n));
    const writeOff = { paymentId: null, resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;
    const { approvals } = await desk.run(asked, business.clerk, 'confirmAmount', writeOff);
    cases.approval = idOf(asked);
    approvalId = encodeId('Approval', approvals[0]?.id ?? '');
  });

  beforeEach(async () => {
    before = await readRows(stage.database);
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  const expectNothingWritten = async () => expect(await readRows(stage.database)).toEqual(before);

  it.each(['reference', 'externalRef', 'externalInvoiceNumber'])(
    'in %s of a new case is refused',
    async (field) => {
      for (const [text, code] of UNFIT_LINES)
        expect(await call(clerk, 'initiatePayment', claim({ [field]: text }))).toMatchObject({
          __typename: 'ValidationFailed',
          fields: [{ path: ['input', field], code }],
        });
      await expectNothingWritten();
    },
  );

  it('in the reference of a receipt is refused, and so is none at all', async () => {
    const money = { amount: '1.00', currency: 'EUR' };
    const receipt = { caseId: cases.confirm, amount: money, valueOn: today(), kind: 'BANK_TRANSFER' };
    for (const [text, code] of [...UNFIT_LINES, [' ', 'REQUIRED'], ['', 'REQUIRED']] as const)
      expect(await call(clerk, 'registerReceipt', { ...receipt, reference: text })).toMatchObject({
        fields: [{ path: ['input', 'reference'], code }],
      });
    await expectNothingWritten();
  });

  it('in a reason is refused, whatever it is the reason of', async () => {
    const lead = await stage.signIn('TEAM_LEAD');
    const reasons: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
      ['cancelPaymentCase', { caseId: cases.verify }],
      ['skipPaymentMethodUpdate', { caseId: cases.method }],
      ['confirmAmount', { caseId: cases.confirm, resolution: 'WRITE_OFF' }],
      ['decideApproval', { caseId: cases.approval, approvalId, granted: false }],
      ['rejectPaymentTask', { caseId: cases.close, backTo: 'CONFIRM_AMOUNT' }],
    ];
    for (const [name, input] of reasons)
      for (const [reason, code] of UNFIT_TEXTS)
        expect(await call(lead, name, { ...input, reason })).toMatchObject({
          __typename: 'ValidationFailed',
          fields: [{ path: ['input', 'reason'], code }],
        });
    await expectNothingWritten();
  });

  it('in what is said about a check is refused', async () => {
    const accepted = [{ discrepancyId: encodeId('Discrepancy', stage.ports.newId()), reason: '\u202e' }];
    const answers = [{ key: 'own', passed: true, note: '4242424242424242' }];
    expect(await call(clerk, 'verifyCustomerData', { caseId: cases.verify, accepted })).toMatchObject({
      fields: [{ path: ['input', 'accepted', '0', 'reason'], code: 'BIDI_CONTROL' }],
    });
    expect(await call(clerk, 'verifyCustomerData', { caseId: cases.verify, answers })).toMatchObject({
      fields: [{ path: ['input', 'answers', '0', 'note'], code: 'CARD_NUMBER' }],
    });
    await expectNothingWritten();
  });

  it('that is no text at all is refused at the door, in variables, in documents, in keys', async () => {
    for (const text of NO_TEXT) {
      const everywhere = [
        await send(clerk, 'initiatePayment', claim({ reference: text })),
        await send(clerk, 'initiatePayment', claim({ metadata: { deep: [{ in: text }] } })),
        await send(clerk, 'initiatePayment', claim({ metadata: { [text]: 1 } })),
        await send(clerk, 'cancelPaymentCase', { caseId: cases.verify, reason: text }),
        await send(clerk, 'cancelPaymentCase', { caseId: `${cases.verify}${text}`, reason: 'x' }),
        await clerk.query('query ($q: String) { customers(search: $q) { totalCount } }', { q: text }),
        await clerk.query('query ($q: String) { paymentCase(number: $q) { id } }', { q: text }),
      ];
      for (const { status, errors } of everywhere) {
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
        expect(status).toBe(400);
      }
    }
    for (const text of NO_TEXT) {
      const literal = `{ paymentCases(filter: { search: ${JSON.stringify(text)} }) { totalCount } }`;
      expect(await clerk.query(literal)).toMatchObject({ status: 400 });
    }
    await expectNothingWritten();
  });

  it('that only cannot be seen is tidied away', async () => {
    const reference = '\u200bA-\u00ad47\u200f11\ufeff';
    const answer = await call(clerk, 'initiatePayment', claim({ reference }), 'case { reference }');
    expect(answer).toMatchObject({ case: { reference: 'A-4711' } });
  });
});
