import { withTenant } from '@zahlwerk/db/tenant';
import { createTestDatabase, type TestDatabase } from '@zahlwerk/db/test-database';
import { money } from '@zahlwerk/domain/money/money';
import { type Actor, SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { CommandInputs, CommandName } from '@zahlwerk/domain/workflow/decide';
import { DEFAULT_DEFINITION, type WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import { STEPS } from '@zahlwerk/domain/workflow/step';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness, type Business } from '../../test/a-business.ts';
import { aCredit } from '../../test/a-credit.ts';
import { aDesk, aReservation, aStranger, aSuccess } from '../../test/a-desk.ts';
import { aReader } from '../../test/a-reader.ts';
import { aWorkshop } from '../../test/a-workshop.ts';
import { atTheBarrier } from '../../test/at-the-barrier.ts';
import { storeDocument } from '../documents/render-document.ts';
import { transition } from './transition.ts';

/** Everything is done by hand, so that each command finds its step open. */
const BY_HAND: WorkflowDefinition = {
  ...DEFAULT_DEFINITION,
  capture: 'MANUAL',
  policies: Object.fromEntries(STEPS.map((step) => [step, 'MANUAL'])) as WorkflowDefinition['policies'],
};

interface Race<Name extends CommandName> {
  readonly caseId: string;
  readonly actor: Actor;
  readonly input: CommandInputs[Name];
  /** For commands that may well happen twice: then the same key makes it one. */
  readonly keyed?: true;
}

type Races = { readonly [Name in CommandName]: () => Promise<Race<Name>> };

const RUNNERS = 4;

describe('transition', () => {
  let database: TestDatabase;
  let business: Business;
  let byHand: Business;

  beforeAll(async () => {
    database = await createTestDatabase();
    business = await aBusiness(database);
    byHand = await aBusiness(database, { definition: BY_HAND });
  });

  afterAll(() => database.drop());

  const auto = () => aDesk(database, aWorkshop(database), business);
  const hand = () => aDesk(database, aWorkshop(database), byHand);
  const NOTHING = { data: null, accepted: [], answers: [], complete: true };
  const exact = { paymentId: null, resolution: 'EXACT', reason: null } as const;

  /** A case that is done by hand up to (not including) the named step. */
  const upTo = async (step: (typeof STEPS)[number]): Promise<string> => {
    const desk = hand();
    const caseId = await desk.start();
    await desk.rest(caseId);
    const commands: readonly (() => Promise<unknown>)[] = [
      () => desk.run(caseId, byHand.clerk, 'verifyCustomerData', NOTHING),
      async () => {
        const { version } = (await desk.read(caseId)).customer;
        if (version === 0)
          await desk.run(caseId, byHand.clerk, 'saveCustomerRecord', {
            data: (await desk.read(caseId)).customer.data,
          });
        await desk.run(caseId, byHand.clerk, 'confirmCustomerRecord', { version: 1 });
      },
      () => desk.run(caseId, byHand.clerk, 'skipPaymentMethodUpdate', { reason: 'Überweisung' }),
      () =>
        desk.run(caseId, byHand.clerk, 'createPaymentTask', {
          assigneeId: null,
          dueOn: null,
          priority: 'NORMAL',
        }),
      async () => {
        await desk.run(caseId, byHand.clerk, 'registerReceipt', desk.receipt(119_00n));
        await desk.run(caseId, byHand.clerk, 'confirmAmount', exact);
      },
      () => desk.run(caseId, byHand.clerk, 'recordPayment', {}),
      () => desk.run(caseId, byHand.clerk, 'updatePaymentStatus', {}),
      () => desk.run(caseId, byHand.clerk, 'notifyCustomer', {}),
    ];
    for (const command of commands.slice(0, STEPS.indexOf(step) - 1)) await command();
    return caseId;
  };

  /** A card as the provider tells of it once the customer has stored it by a link. */
  const aStoredCard = async (
    caseId: string,
    holder: string,
  ): Promise<CommandInputs['replacePaymentMethod']> => {
    const { organizationId, clerk } = await ownerOf(caseId);
    const desk = organizationId === byHand.organizationId ? hand() : auto();
    const linkId = newId();
    await desk.ask(caseId, clerk, 'requestPaymentMethodUpdate', { linkId });
    const account = await withTenant(database.app, organizationId, (tx) =>
      tx.providerAccount.findFirstOrThrow({ where: { organizationId } }),
    );
    const facts = {
      brand: 'visa',
      last4: '4242',
      expiresOn: '2034-12-31',
      fingerprint: null,
      singleChannel: true,
    };
    const reference = `pm_${linkId}`;
    const method = { id: newId(), providerAccountId: account.id, reference, holder, ...facts };
    return { method: { ...method, type: 'CARD' }, linkId };
  };

  const started = async (): Promise<{ caseId: string; attemptId: string }> => {
    const desk = auto();
    const caseId = await desk.waiting();
    const state = await desk.run(caseId, { kind: 'CUSTOMER', id: newId() }, 'startPayment', {
      methodType: 'CARD',
    });
    return { caseId, attemptId: state.attempts[0]?.id ?? '' };
  };

  const aRefund = async (caseId: string, minor: bigint): Promise<CommandInputs['requestRefund']> => {
    const [payment] = (await auto().read(caseId)).payments;
    return { paymentId: payment?.id ?? '', amount: money(minor, 'EUR'), effect: 'REDUCE', reason: 'Mangel' };
  };

  /** A case that was paid over the provider, 19.00 EUR of which may go back. */
  const refundable = async () => {
    const { caseId, attemptId } = await started();
    await auto().run(caseId, SYSTEM, 'applyAttempt', aSuccess(attemptId, 119_00n));
    const input = await aRefund(caseId, 19_00n);
    const { refunds } = await auto().run(caseId, business.clerk, 'requestRefund', input);
    return { caseId, refundId: refunds[0]?.id ?? '', paymentId: input.paymentId };
  };

  /** A case that was paid over the provider, and what the provider says of its dispute. */
  const disputable = async () => {
    const { caseId, attemptId } = await started();
    const { payments } = await auto().run(caseId, SYSTEM, 'applyAttempt', aSuccess(attemptId, 119_00n));
    const word: CommandInputs['applyDispute'] = {
      ...{ paymentId: payments[0]?.id ?? '', providerRef: `du_${attemptId}`, reason: 'fraudulent' },
      ...{ amount: money(119_00n, 'EUR'), fee: money(20_00n, 'EUR'), state: 'OPEN', dueBy: null },
      ...{ isWithdrawn: true, isReinstated: false, needsResponse: true },
    };
    return { caseId, word };
  };

  const disputed = async () => {
    const { caseId, word } = await disputable();
    const { disputes } = await auto().run(caseId, SYSTEM, 'applyDispute', word);
    return { caseId, disputeId: disputes[0]?.id ?? '' };
  };

  /** A case that waits for money of a customer with a stored card. */
  const withCard = async (): Promise<string> => {
    const caseId = await auto().waiting();
    await auto().ask(caseId, SYSTEM, 'replacePaymentMethod', await aStoredCard(caseId, 'Frieda Lorenzen'));
    return caseId;
  };

  const charged = async (): Promise<{ caseId: string; attemptId: string }> => {
    const caseId = await withCard();
    const { attempts } = await auto().run(caseId, business.clerk, 'chargeStoredMethod', {});
    return { caseId, attemptId: attempts[0]?.id ?? '' };
  };

  /** A case on whose customer's card the whole amount is reserved. */
  const reserved = async (): Promise<{ caseId: string; attemptId: string }> => {
    const caseId = await upTo('CONFIRM_AMOUNT');
    const start = { methodType: 'CARD' } as const;
    const { attempts } = await hand().run(caseId, { kind: 'CUSTOMER', id: newId() }, 'startPayment', start);
    const attemptId = attempts[0]?.id ?? '';
    await hand().run(caseId, SYSTEM, 'applyAttempt', aReservation(attemptId));
    return { caseId, attemptId };
  };

  const capturing = async (): Promise<{ caseId: string; captureId: string }> => {
    const { caseId } = await reserved();
    const { captures } = await hand().run(caseId, byHand.clerk, 'confirmAmount', exact);
    return { caseId, captureId: captures[0]?.id ?? '' };
  };

  const RACES: Races = {
    verifyCustomerData: async () => ({
      caseId: await upTo('VERIFY_CUSTOMER_DATA'),
      actor: byHand.clerk,
      input: NOTHING,
    }),
    requestCustomerData: async () => ({
      caseId: await upTo('VERIFY_CUSTOMER_DATA'),
      actor: byHand.clerk,
      input: { linkId: newId() },
      keyed: true,
    }),
    remindCustomer: async () => {
      const caseId = await upTo('CONFIRM_AMOUNT');
      await hand().lapse(caseId);
      return { caseId, actor: byHand.clerk, input: {}, keyed: true };
    },
    completeCustomerData: async () => {
      const { start, rest } = hand();
      const caseId = await start({ customer: { data: aStranger({ city: null }) } });
      await rest(caseId);
      return { caseId, actor: { kind: 'CUSTOMER', id: newId() }, input: { given: { city: 'Husum' } } };
    },
    submitCustomerData: async () => {
      const desk = hand();
      const caseId = await upTo('VERIFY_CUSTOMER_DATA');
      const linkId = newId();
      await desk.ask(caseId, byHand.clerk, 'requestCustomerData', { linkId });
      return {
        caseId,
        actor: { kind: 'CUSTOMER', id: linkId },
        input: { data: aStranger(), linkId },
        keyed: true,
      };
    },
    saveCustomerRecord: async () => ({
      caseId: await upTo('SAVE_CUSTOMER_RECORD'),
      actor: byHand.clerk,
      input: { data: aStranger({ city: 'Flensburg', postalCode: '24937' }) },
    }),
    confirmCustomerRecord: async () => {
      const desk = auto();
      const caseId = await desk.start();
      await desk.rest(caseId);
      return { caseId, actor: business.clerk, input: { version: 1 } };
    },
    requestPaymentMethodUpdate: async () => ({
      caseId: await upTo('UPDATE_PAYMENT_METHOD'),
      actor: byHand.clerk,
      input: { linkId: newId() },
      keyed: true,
    }),
    skipPaymentMethodUpdate: async () => ({
      caseId: await upTo('UPDATE_PAYMENT_METHOD'),
      actor: byHand.clerk,
      input: { reason: 'Überweisung' },
    }),
    replacePaymentMethod: async () => {
      const caseId = await upTo('UPDATE_PAYMENT_METHOD');
      return { caseId, actor: SYSTEM, input: await aStoredCard(caseId, 'Frieda Lorenzen'), keyed: true };
    },
    reviewPaymentMethod: async () => {
      const caseId = await upTo('UPDATE_PAYMENT_METHOD');
      for (const holder of ['Frieda Lorenzen', 'Wer anders'])
        await hand().ask(caseId, SYSTEM, 'replacePaymentMethod', await aStoredCard(caseId, holder));
      const { methods } = await hand().read(caseId);
      const methodId = methods.find(({ state }) => state === 'REVIEW')?.id ?? '';
      return { caseId, actor: byHand.clerk, input: { methodId, accepted: true, reason: 'Geprüft' } };
    },
    announceExpiry: async () => {
      const caseId = await upTo('UPDATE_PAYMENT_METHOD');
      const { method, linkId } = await aStoredCard(caseId, 'Frieda Lorenzen');
      await hand().ask(caseId, SYSTEM, 'replacePaymentMethod', { method, linkId });
      await withTenant(database.app, byHand.organizationId, (tx) =>
        tx.paymentMethod.updateMany({ where: { id: method.id }, data: { noticeOn: new Date('2026-01-01') } }),
      );
      return { caseId, actor: SYSTEM, input: { methodId: method.id, linkId: newId() }, keyed: true };
    },
    createPaymentTask: async () => ({
      caseId: await upTo('CREATE_PAYMENT_TASK'),
      actor: byHand.clerk,
      input: { assigneeId: null, dueOn: null, priority: 'NORMAL' },
    }),
    confirmAmount: async () => {
      const desk = auto();
      const caseId = await desk.waiting();
      await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n));
      return { caseId, actor: business.clerk, input: exact };
    },
    sendCapture: async () => {
      const { caseId, captureId } = await capturing();
      return { caseId, actor: SYSTEM, input: { captureId } };
    },
    reportCapture: async () => {
      const { caseId, captureId } = await capturing();
      const failure = { code: 'charge_expired_for_capture', message: null };
      return { caseId, actor: SYSTEM, input: { captureId, failure } };
    },
    releaseAuthorization: async () => {
      const { caseId } = await reserved();
      return { caseId, actor: byHand.clerk, input: { reason: 'Auftrag geändert' } };
    },
    warnOfExpiry: async () => {
      const { caseId, attemptId } = await reserved();
      await withTenant(database.app, byHand.organizationId, (tx) =>
        tx.paymentAttempt.updateMany({ where: { id: attemptId }, data: { warnAt: new Date(0) } }),
      );
      return { caseId, actor: SYSTEM, input: { attemptId } };
    },
    decideApproval: async () => {
      const desk = auto();
      const caseId = await desk.waiting();
      await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(100_00n));
      const state = await desk.run(caseId, business.clerk, 'confirmAmount', {
        paymentId: null,
        resolution: 'WRITE_OFF',
        reason: 'Kulanz',
      });
      const approvalId = state.approvals[0]?.id ?? '';
      return { caseId, actor: business.lead, input: { approvalId, granted: true, reason: null } };
    },
    recordPayment: async () => ({ caseId: await upTo('RECORD_PAYMENT'), actor: byHand.clerk, input: {} }),
    updatePaymentStatus: async () => ({
      caseId: await upTo('UPDATE_PAYMENT_STATUS'),
      actor: byHand.clerk,
      input: {},
      keyed: true,
    }),
    notifyCustomer: async () => ({ caseId: await upTo('NOTIFY_CUSTOMER'), actor: byHand.clerk, input: {} }),
    closePaymentTask: async () => ({ caseId: await auto().settled(), actor: business.lead, input: {} }),
    rejectPaymentTask: async () => ({
      caseId: await auto().settled(),
      actor: business.lead,
      input: { backTo: 'CONFIRM_AMOUNT', reason: 'Bitte noch einmal ansehen' },
    }),
    cancelPaymentCase: async () => ({
      caseId: await auto().waiting(),
      actor: business.clerk,
      input: { reason: 'Irrtum' },
    }),
    registerReceipt: async () => {
      const desk = auto();
      return {
        caseId: await desk.waiting(),
        actor: business.clerk,
        input: desk.receipt(119_00n),
        keyed: true,
      };
    },
    bookCredit: async () => {
      const caseId = await auto().waiting();
      const input = await aCredit(database.app, business.organizationId, 119_00n);
      return { caseId, actor: business.clerk, input };
    },
    reverseAllocation: async () => {
      const caseId = await auto().settled();
      const [given] = (await auto().read(caseId)).allocations;
      return {
        caseId,
        actor: business.owner,
        input: { allocationId: given?.id ?? '', reason: 'Falscher Vorgang' },
      };
    },
    unassignPayment: async () => {
      const caseId = await auto().waiting();
      const credit = await aCredit(database.app, business.organizationId, 119_00n);
      const { payments } = await auto().run(caseId, business.clerk, 'bookCredit', credit);
      const input = { paymentId: payments[0]?.id ?? '', reason: 'Falscher Kunde' };
      return { caseId, actor: business.clerk, input };
    },
    requestRefund: async () => {
      const caseId = await auto().settled();
      return { caseId, actor: business.owner, input: await aRefund(caseId, 119_00n) };
    },
    recordRefundTransfer: async () => {
      const desk = auto();
      const caseId = await desk.settled();
      const input = await aRefund(caseId, 19_00n);
      const { refunds } = await desk.run(caseId, business.clerk, 'requestRefund', input);
      return {
        caseId,
        actor: business.clerk,
        input: { refundId: refunds[0]?.id ?? '', reference: 'Auszug 12' },
      };
    },
    sendRefund: async () => {
      const { caseId, refundId } = await refundable();
      return { caseId, actor: SYSTEM, input: { refundId } };
    },
    applyRefund: async () => {
      const { caseId, refundId, paymentId } = await refundable();
      await auto().ask(caseId, SYSTEM, 'sendRefund', { refundId });
      const amount = money(19_00n, 'EUR');
      const input = { refundId, paymentId, amount, providerRef: `re_${refundId}`, failure: null };
      return { caseId, actor: SYSTEM, input: { ...input, state: 'SUCCEEDED' } };
    },
    applyDispute: async () => {
      const { caseId, word } = await disputable();
      return { caseId, actor: SYSTEM, input: word };
    },
    submitDisputeEvidence: async () => {
      const { caseId, disputeId } = await disputed();
      return { caseId, actor: business.clerk, input: { disputeId, statement: 'Geliefert', files: [] } };
    },
    acceptDispute: async () => {
      const { caseId, disputeId } = await disputed();
      return { caseId, actor: business.lead, input: { disputeId } };
    },
    reportResponse: async () => {
      const { caseId, disputeId } = await disputed();
      const { disputes } = await auto().run(caseId, business.lead, 'acceptDispute', { disputeId });
      const input = { disputeId, responseId: disputes[0]?.response?.id ?? '', failure: null };
      return { caseId, actor: SYSTEM, input };
    },
    addAttachment: async () => {
      const caseId = await auto().start();
      const documentId = await aDocument();
      const input = {
        documentId,
        name: 'Auftrag',
        purpose: null,
        signedBy: null,
        signedOn: null,
        item: null,
      };
      return { caseId, actor: business.clerk, input, keyed: true };
    },
    claimTask: async () => {
      const caseId = await auto().waiting();
      const task = (await auto().read(caseId)).tasks.find(({ kind }) => kind === 'PAYMENT');
      return { caseId, actor: business.clerk, input: { taskId: task?.id ?? '' } };
    },
    assignTask: async () => {
      const caseId = await auto().waiting();
      const task = (await auto().read(caseId)).tasks.find(({ kind }) => kind === 'PAYMENT');
      const assigneeId = business.lead.id ?? '';
      return { caseId, actor: business.clerk, input: { taskId: task?.id ?? '', assigneeId, note: null } };
    },
    finishTask: async () => {
      const desk = auto();
      const caseId = await desk.waiting();
      await desk.ask(caseId, business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
      await desk.ask(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n));
      const task = (await desk.read(caseId)).tasks.find(({ reason }) => reason === 'LATE_MONEY');
      return {
        caseId,
        actor: business.clerk,
        input: { taskId: task?.id ?? '', note: 'Zurück überwiesen' },
      };
    },
    startPayment: async () => ({
      caseId: await auto().waiting(),
      actor: { kind: 'CUSTOMER', id: newId() },
      input: { methodType: 'CARD' },
    }),
    cancelReaderPayment: async () => {
      const readerId = await aReader(database.app, business.organizationId);
      const caseId = await auto().waiting({ channel: 'IN_PERSON' });
      const input = { methodType: 'CARD', via: 'READER', readerId } as const;
      await auto().run(caseId, business.clerk, 'startPayment', input);
      return { caseId, actor: business.clerk, input: {}, keyed: true };
    },
    attachSession: async () => {
      const { caseId, attemptId } = await started();
      const input = { attemptId, sessionRef: `cs_${attemptId}`, sessionUrl: 'https://pay.example.org/cs' };
      return { caseId, actor: SYSTEM, input };
    },
    chargeStoredMethod: async () => ({ caseId: await withCard(), actor: business.clerk, input: {} }),
    stopPlannedCharge: async () => {
      const { caseId } = await charged();
      return { caseId, actor: business.clerk, input: {} };
    },
    sendCharge: async () => {
      const { caseId, attemptId } = await charged();
      return { caseId, actor: SYSTEM, input: { attemptId, isAlone: true } };
    },
    abandonCharge: async () => {
      const { caseId, attemptId } = await charged();
      await auto().ask(caseId, SYSTEM, 'sendCharge', { attemptId, isAlone: true });
      const failure = { code: 'resource_missing', message: 'No such payment method' };
      return { caseId, actor: SYSTEM, input: { attemptId, failure } };
    },
    applyAttempt: async () => {
      const { caseId, attemptId } = await started();
      return { caseId, actor: SYSTEM, input: aSuccess(attemptId, 119_00n) };
    },
    advance: async () => {
      const desk = auto();
      const caseId = await desk.start();
      await desk.ask(caseId, SYSTEM, 'advance', {});
      return { caseId, actor: SYSTEM, input: {} };
    },
  };

  const aDocument = (): Promise<string> => {
    const { organizationId } = business;
    const file = {
      name: 'auftrag.pdf',
      mediaType: 'application/pdf',
      bytes: new TextEncoder().encode(newId()),
    };
    return withTenant(database.app, organizationId, (tx) =>
      storeDocument(tx, aWorkshop(database), organizationId, file),
    );
  };

  const race = async <Name extends CommandName>(name: Name): Promise<number> => {
    const { caseId, actor, input, keyed } = await RACES[name]();
    const { organizationId } = await ownerOf(caseId);
    const key = newId();
    const outcomes = await atTheBarrier(database, { caseId, runners: RUNNERS }, () =>
      transition(aWorkshop(database), {
        organizationId,
        actor,
        caseId,
        command: { name, input },
        expectedVersion: null,
        idempotency: keyed ? { key, requestHash: new Uint8Array(32) } : null,
      }),
    );
    return outcomes.filter((one) => one.status === 'fulfilled' && one.value.changed && !one.value.replayed)
      .length;
  };

  const ownerOf = async (caseId: string): Promise<Business> => {
    const { organizationId } = byHand;
    const found = await withTenant(database.app, organizationId, (tx) =>
      tx.paymentCase.count({ where: { organizationId, id: caseId } }),
    );
    return found === 1 ? byHand : business;
  };

  const TWICE: ReadonlySet<CommandName> = new Set(['advance']);

  it.each(Object.keys(RACES) as CommandName[])(
    'lets exactly one of four simultaneous %s through',
    async (name) => {
      const changed = await race(name);
      if (TWICE.has(name)) expect(changed).toBeGreaterThanOrEqual(1);
      else expect(changed).toBe(1);
    },
  );

  it('lets either a capture or the end of its case through, never both', async () => {
    const { caseId } = await reserved();
    const asking = { organizationId: byHand.organizationId, actor: byHand.clerk, caseId };
    const commands = [
      { name: 'confirmAmount', input: exact },
      { name: 'cancelPaymentCase', input: { reason: 'Irrtum' } },
    ] as const;
    let next = 0;
    const outcomes = await atTheBarrier(database, { caseId, runners: 2 }, () => {
      const command = commands[next++ % 2] ?? commands[0];
      const unseen = { expectedVersion: null, idempotency: null };
      return transition<CommandName>(aWorkshop(database), { ...asking, command, ...unseen });
    });
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state, captures, attempts } = await hand().read(caseId);
    expect([state, captures.length, attempts[0]?.state]).toEqual(
      state === 'OPEN' ? ['OPEN', 1, 'AUTHORIZED'] : ['CANCELED', 0, 'CANCELED'],
    );
  });
});
