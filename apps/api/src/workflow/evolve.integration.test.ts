import { withTenant } from '@zahlwerk/db/tenant';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import { money } from '@zahlwerk/domain/money/money';
import { canceledReport } from '@zahlwerk/domain/payments/apply-attempt';
import { BY_TRANSFER } from '@zahlwerk/domain/payments/start-payment';
import { type Actor, SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { isRestless } from '@zahlwerk/domain/workflow/advance';
import { type Command, type CommandInputs, type CommandName, decide } from '@zahlwerk/domain/workflow/decide';
import { DEFAULT_DEFINITION, type WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import { evolve } from '@zahlwerk/domain/workflow/evolve/evolve';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness, type Business } from '../../test/a-business.ts';
import { aCredit } from '../../test/a-credit.ts';
import { aDesk, aReservation, aStranger, aSuccess, today } from '../../test/a-desk.ts';
import { aReader } from '../../test/a-reader.ts';
import { aWorkshop } from '../../test/a-workshop.ts';
import type { Workshop } from './workshop.ts';

const CUSTOMER: Actor = { kind: 'CUSTOMER', id: null };

/** What only the database knows, or writes in its own way. */
const OWN = new Set(['number', 'duplicates', 'version', 'organization', 'definition']);

/** A case without what differs each time it is written: ids and moments; rows in an order of their own. */
const shapeOf = (value: unknown): unknown => {
  if (value instanceof Date) return 'a moment';
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'string') return value.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id');
  if (Array.isArray(value))
    return value.map(shapeOf).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !OWN.has(key))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, shapeOf(part)]),
  );
};

/** These are taken as the rows they are read from, with columns that no rule knows. */
const COLUMNS = {
  tasks: ['kind', 'reason', 'state', 'assigneeId'],
  checkItems: ['step', 'run', 'key', 'state', 'required', 'code', 'source', 'detail', 'at', 'by'],
  attachments: ['item', 'signedBy', 'signedOn'],
  discrepancies: ['step', 'run', 'key', 'expected', 'found', 'state', 'resolution'],
  methods: [
    'type',
    'state',
    'isDefault',
    'isFirst',
    'reference',
    'holder',
    'last4',
    'activatedAt',
    'noticeOn',
  ],
  messages: ['template', 'subjectId', 'state'],
} satisfies { readonly [Rows in keyof PaymentCase]?: readonly string[] };

const known = (state: PaymentCase): PaymentCase => ({
  ...state,
  ...Object.fromEntries(
    Object.entries(COLUMNS).map(([name, columns]) => [
      name,
      (state[name as keyof typeof COLUMNS] as readonly object[]).map((row) =>
        Object.fromEntries(columns.map((column) => [column, row[column as keyof typeof row]])),
      ),
    ]),
  ),
});

describe('what follows from a decision', () => {
  let database: TestDatabase;
  let workshop: Workshop;
  let business: Business;
  /** Here cards are only reserved. */
  let reserving: Business;
  let desk: ReturnType<typeof aDesk>;

  beforeAll(async () => {
    database = await createTestDatabase();
    workshop = aWorkshop(database);
    business = await aBusiness(database);
    desk = aDesk(database, workshop, business);
    const definition: WorkflowDefinition = { ...DEFAULT_DEFINITION, capture: 'MANUAL' };
    reserving = await aBusiness(database, { definition });
  });
  afterAll(() => database.drop());

  /** Decides beforehand what the command will decide, and compares what follows with what is read afterwards. */
  const one = async <Name extends CommandName>(
    caseId: string,
    actor: Actor,
    name: Name,
    input: CommandInputs[Name],
  ): Promise<PaymentCase> => {
    const before = await desk.read(caseId);
    const env = { actor, now: new Date(), today: today(), newId: workshop.newId };
    const outcome = decide(before, { name, input } as Command, env);
    if (!outcome.ok) throw new Error(`${name} is refused: ${outcome.refusal.code}`);
    await desk.ask(caseId, actor, name, input);
    const after = await desk.read(caseId);
    const expected = evolve(before, outcome.changes, env);
    expect(shapeOf(known(after)), name).toEqual(shapeOf(known(expected)));
    return after;
  };

  const ask = async <Name extends CommandName>(
    caseId: string,
    actor: Actor,
    name: Name,
    input: CommandInputs[Name],
  ): Promise<PaymentCase> => {
    let state = await one(caseId, actor, name, input);
    while (isRestless(state, { actor: SYSTEM, now: new Date(), today: today(), newId: workshop.newId }))
      state = await one(caseId, SYSTEM, 'advance', {});
    return state;
  };

  const waiting = async (deviation: Parameters<typeof desk.start>[0] = {}): Promise<string> => {
    const caseId = await desk.start(deviation);
    await ask(caseId, SYSTEM, 'advance', {});
    await ask(caseId, business.clerk, 'confirmCustomerRecord', { version: 1 });
    return caseId;
  };

  const exact = { paymentId: null, resolution: 'EXACT', reason: null } as const;

  it('is what is read again: by receipt, rejected once, closed', async () => {
    const caseId = await waiting();
    await ask(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n));
    await ask(caseId, business.clerk, 'confirmAmount', exact);
    await ask(caseId, business.lead, 'rejectPaymentTask', {
      backTo: 'CONFIRM_AMOUNT',
      reason: 'Bitte prüfen',
    });
    await ask(caseId, business.clerk, 'confirmAmount', exact);
    const { state, publishedStatus } = await ask(caseId, business.lead, 'closePaymentTask', {});
    expect([state, publishedStatus]).toEqual(['CLOSED', 'SETTLED']);
  });

  it('is what is read again: a credit with Skonto that goes back to the pool', async () => {
    const caseId = await waiting({ skonto: { basisPoints: 200, days: 14 } });
    const credit = await aCredit(database.app, business.organizationId, 116_62n);
    const { payments } = await ask(caseId, business.clerk, 'bookCredit', credit);
    await ask(caseId, business.clerk, 'confirmAmount', { ...exact, resolution: 'SKONTO' });
    const paymentId = payments[0]?.id ?? '';
    const input = { paymentId, reason: 'Falscher Kunde' };
    const { adjustments } = await ask(caseId, business.clerk, 'unassignPayment', input);
    expect(adjustments).toHaveLength(2);
  });

  it('is what is read again: an allocation undone after the end, and given once more', async () => {
    const caseId = await waiting();
    await ask(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n));
    await ask(caseId, business.clerk, 'confirmAmount', exact);
    const { allocations } = await ask(caseId, business.lead, 'closePaymentTask', {});
    const allocationId = allocations[0]?.id ?? '';
    await ask(caseId, business.clerk, 'reverseAllocation', { allocationId, reason: 'Falscher Vorgang' });
    const { state } = await ask(caseId, business.clerk, 'confirmAmount', exact);
    expect(state).toBe('OPEN');
  });

  it('is what is read again: paid in part and told by SMS too, the rest written off by two', async () => {
    const data = aStranger({ phone: '+4915112345678', wantsSms: true });
    const caseId = await waiting({ customer: { data } });
    await ask(caseId, business.clerk, 'registerReceipt', desk.receipt(100_00n));
    await ask(caseId, business.clerk, 'confirmAmount', { ...exact, resolution: 'PARTIAL', reason: null });
    const writeOff = { ...exact, resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;
    const { approvals } = await ask(caseId, business.clerk, 'confirmAmount', writeOff);
    const approvalId = approvals[0]?.id ?? '';
    await ask(caseId, business.lead, 'decideApproval', { approvalId, granted: true, reason: null });
    expect((await desk.read(caseId)).adjustments.map(({ kind }) => kind)).toEqual(['WRITE_OFF']);
  });

  it('is what is read again: paid by card, given back in part', async () => {
    const caseId = await waiting();
    const { attempts } = await ask(caseId, CUSTOMER, 'startPayment', { methodType: 'CARD' });
    const attemptId = attempts[0]?.id ?? '';
    const { payments } = await ask(caseId, SYSTEM, 'applyAttempt', aSuccess(attemptId, 119_00n));
    expect(openRun(await desk.read(caseId))?.step).toBe('CLOSE_PAYMENT_TASK');
    const paymentId = payments[0]?.id ?? '';
    const back = {
      paymentId,
      amount: money(19_00n, 'EUR'),
      effect: 'REDUCE',
      reason: 'Kratzer',
    } as const;
    await ask(caseId, business.lead, 'requestRefund', back);
    expect((await desk.read(caseId)).refunds).toHaveLength(1);
  });

  it('is what is read again: declined at one reader, taken off it, paid at another', async () => {
    const [counter = '', fair = ''] = await Promise.all(
      ['Tresen', 'Messe'].map((label) => aReader(database.app, business.organizationId, label)),
    );
    const caseId = await desk.start({ channel: 'IN_PERSON' });
    await ask(caseId, SYSTEM, 'advance', {});
    const start = { methodType: 'CARD', via: 'READER' } as const;
    const { attempts } = await ask(caseId, business.clerk, 'startPayment', { ...start, readerId: counter });
    const failure = { code: 'insufficient_funds', message: null, ref: 'ch_first' };
    const declined = { ...aSuccess(attempts[0]?.id ?? '', 119_00n), settlement: null, failure };
    await ask(caseId, SYSTEM, 'applyAttempt', { ...declined, state: 'DECLINED' });
    expect((await desk.read(caseId)).messages).toEqual([]);
    await ask(caseId, business.clerk, 'cancelReaderPayment', {});
    const again = await ask(caseId, business.clerk, 'startPayment', { ...start, readerId: fair });
    const live = again.attempts.find(({ state }) => state === 'CREATED');
    expect(live).toMatchObject({ via: 'READER', readerId: fair });
    const paid = await ask(caseId, SYSTEM, 'applyAttempt', aSuccess(live?.id ?? '', 119_00n));
    expect(paid.publishedStatus).toBe('SETTLED');
  });

  it('is what is read again: transferred to the provider in two parts', async () => {
    const { organizationId: id, clerk } = business;
    const choose = (transfersTo: 'PROVIDER' | 'OWN_ACCOUNT') =>
      withTenant(database.app, id, (tx) => tx.organization.update({ where: { id }, data: { transfersTo } }));
    await choose('PROVIDER');
    const caseId = await waiting();
    await choose('OWN_ACCOUNT');
    const { attempts } = await ask(caseId, clerk, 'startPayment', BY_TRANSFER);
    const whole = aSuccess(attempts[0]?.id ?? '', 119_00n);
    const instructions = { holder: 'Anbieter', iban: 'DE00', bic: null, reference: 'ABCD' };
    const transfer = { instructions, funded: money(50_00n, 'EUR') };
    const part = { ...whole, state: 'REQUIRES_ACTION', settlement: null, transfer } as const;
    const partly = await ask(caseId, SYSTEM, 'applyAttempt', part);
    expect(partly.attempts).toMatchObject([{ transfer: instructions, funded: transfer.funded }]);
    const paid = await ask(caseId, SYSTEM, 'applyAttempt', whole);
    expect(paid.publishedStatus).toBe('SETTLED');
  });

  it('is what is read again: canceled before anything was paid', async () => {
    const caseId = await waiting();
    await ask(caseId, business.lead, 'cancelPaymentCase', { reason: 'Auftrag zurückgezogen' });
    expect((await desk.read(caseId)).publishedStatus).toBe('CANCELED');
  });

  describe('where cards are only reserved', () => {
    const start = { methodType: 'CARD' } as const;

    beforeAll(() => {
      desk = aDesk(database, workshop, reserving);
      business = reserving;
    });

    const reserved = async (caseId: string): Promise<string> => {
      const { attempts } = await ask(caseId, CUSTOMER, 'startPayment', start);
      const attemptId = attempts.find(({ state }) => state === 'CREATED')?.id ?? '';
      await ask(caseId, SYSTEM, 'applyAttempt', aReservation(attemptId));
      return attemptId;
    };

    it('is what is read again: captured by the machine, refused, captured by hand, paid', async () => {
      const caseId = await waiting();
      const attemptId = await reserved(caseId);
      const { captures } = await desk.read(caseId);
      const captureId = captures[0]?.id ?? '';
      await ask(caseId, SYSTEM, 'sendCapture', { captureId });
      await ask(caseId, SYSTEM, 'reportCapture', { captureId, failure: null });
      const failure = { code: 'amount_too_large', message: 'Zu viel' };
      await ask(caseId, SYSTEM, 'reportCapture', { captureId, failure });
      await ask(caseId, business.clerk, 'confirmAmount', exact);
      const paid = await ask(caseId, SYSTEM, 'applyAttempt', aSuccess(attemptId, 119_00n));
      expect(paid.captures.map(({ state }) => state)).toEqual(['FAILED', 'SUCCEEDED']);
      expect(openRun(paid)?.step).toBe('CLOSE_PAYMENT_TASK');
    });

    it('is what is read again: released, reserved again, expired while it was captured', async () => {
      const caseId = await waiting();
      await ask(caseId, business.clerk, 'registerReceipt', desk.receipt(19_00n));
      const attemptId = await reserved(caseId);
      await ask(caseId, business.clerk, 'releaseAuthorization', { reason: 'Falsche Karte' });
      expect((await desk.read(caseId)).attempts.map(({ id, state }) => [id, state])).toEqual([
        [attemptId, 'CANCELED'],
      ]);
      const again = await reserved(caseId);
      const expired = { code: 'authorization_expired', message: null, ref: 'ch_1' };
      const { tasks } = await ask(caseId, SYSTEM, 'applyAttempt', {
        ...canceledReport(again),
        failure: expired,
      });
      expect(tasks.map(({ reason }) => reason)).toContain('AUTHORIZATION_ENDED');
    });
  });
});
