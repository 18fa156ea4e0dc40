import { money } from '@zahlwerk/domain/money/money';
import { type Role, SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { v7 as newId } from 'uuid';
import { encodeId } from '../src/graphql/ids.ts';
import { aReservation, aStranger, today } from './a-desk.ts';
import type { Cast } from './a-stage.ts';

export interface CaseCall {
  /** Who calls: somebody whose role allows it and who has not handled the money. */
  readonly role: Role;
  /** The scope that an adviser lacks. */
  readonly scope: string;
  /** A case on which the call is accepted, and what it is called with besides the key. */
  readonly ready: (cast: Cast) => Promise<Readonly<Record<string, unknown>>>;
  /** The same call, meant otherwise. Left out where the case is all there is to say. */
  readonly otherwise?: Readonly<Record<string, unknown>>;
}

const caseInput = (caseId: string) => ({ caseId: encodeId('PaymentCase', caseId) });

/** Called on a case at this step. */
const at =
  (step: Parameters<Cast['at']>[0], input: Readonly<Record<string, unknown>> = {}): CaseCall['ready'] =>
  async (cast) => ({ ...caseInput(await cast.at(step)), ...input });

const RECEIPT = {
  amount: { amount: '119.00', currency: 'EUR' },
  valueOn: today(),
  kind: 'BANK_TRANSFER',
  reference: 'Rechnung',
};

const withReceipt: CaseCall['ready'] = async ({ at: caseAt, desk, business }) => {
  const caseId = await caseAt('CONFIRM_AMOUNT');
  await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(119_00n));
  return { ...caseInput(caseId), resolution: 'EXACT' };
};

const withApproval: CaseCall['ready'] = async ({ at: caseAt, desk, business }) => {
  const caseId = await caseAt('CONFIRM_AMOUNT');
  await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(100_00n));
  const writeOff = { paymentId: null, resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;
  const { approvals } = await desk.run(caseId, business.clerk, 'confirmAmount', writeOff);
  return { ...caseInput(caseId), approvalId: encodeId('Approval', approvals[0]?.id ?? ''), granted: true };
};

const refundable: CaseCall['ready'] = async ({ at: caseAt, desk }) => {
  const caseId = await caseAt('CLOSE_PAYMENT_TASK');
  const [payment] = (await desk.read(caseId)).payments;
  return {
    ...caseInput(caseId),
    paymentId: encodeId('Payment', payment?.id ?? ''),
    amount: { amount: '19.00', currency: 'EUR' },
    effect: 'REDUCE',
    reason: 'Mangel',
  };
};

/** A case on the counter, for whose card a reader waits. */
const atReader: CaseCall['ready'] = async ({ desk, business, reader }) => {
  const readerId = await reader();
  const caseId = await desk.start({ channel: 'IN_PERSON' });
  await desk.run(caseId, business.clerk, 'startPayment', { methodType: 'CARD', via: 'READER', readerId });
  return caseInput(caseId);
};

/** A case on whose customer's card the whole amount is reserved. */
const withReservation: CaseCall['ready'] = async ({ at: caseAt, desk }) => {
  const caseId = await caseAt('CONFIRM_AMOUNT');
  const start = { methodType: 'CARD' } as const;
  const { attempts } = await desk.run(caseId, { kind: 'CUSTOMER', id: newId() }, 'startPayment', start);
  await desk.run(caseId, SYSTEM, 'applyAttempt', aReservation(attempts[0]?.id ?? ''));
  return { ...caseInput(caseId), reason: 'Auftrag geändert' };
};

/** A refund of transferred money that somebody has to transfer back. */
const withRefund: CaseCall['ready'] = async ({ at: caseAt, desk, business }) => {
  const caseId = await caseAt('CLOSE_PAYMENT_TASK');
  const [payment] = (await desk.read(caseId)).payments;
  const { refunds } = await desk.run(caseId, business.clerk, 'requestRefund', {
    paymentId: payment?.id ?? '',
    amount: money(19_00n, 'EUR'),
    effect: 'REDUCE',
    reason: 'Mangel',
  });
  return {
    ...caseInput(caseId),
    refundId: encodeId('Refund', refunds[0]?.id ?? ''),
    reference: 'Auszug 12',
  };
};

/** The customer stores a card in this holder's name. */
const storeCard = async ({ desk, business, accountId }: Cast, caseId: string, holder: string) => {
  const [id, linkId] = [newId(), newId()];
  const facts = { brand: 'visa', last4: '4242', expiresOn: '2034-12-31', fingerprint: null };
  const account = { providerAccountId: await accountId(), reference: `pm_${id}` };
  const method = { ...facts, ...account, id, holder, type: 'CARD', singleChannel: true } as const;
  await desk.ask(caseId, business.clerk, 'requestPaymentMethodUpdate', { linkId });
  await desk.ask(caseId, SYSTEM, 'replacePaymentMethod', { method, linkId });
};

/** A case that waits for money of a customer with a stored card. */
const withCard = async (cast: Cast): Promise<string> => {
  const caseId = await cast.at('CONFIRM_AMOUNT');
  await storeCard(cast, caseId, 'Frieda Lorenzen');
  return caseId;
};

/** A card in another name than the first waits for a person. */
const withReview: CaseCall['ready'] = async (cast) => {
  const { desk } = cast;
  const caseId = await cast.at('UPDATE_PAYMENT_METHOD');
  for (const holder of ['Frieda Lorenzen', 'Wer anders']) await storeCard(cast, caseId, holder);
  const waiting = (await desk.read(caseId)).methods.find(({ state }) => state === 'REVIEW');
  const methodId = encodeId('PaymentMethod', waiting?.id ?? '');
  return { ...caseInput(caseId), methodId, accepted: true, reason: 'Angerufen' };
};

/** Every mutation on a case, ready to be accepted. */
export const CASE_CALLS: Readonly<Record<string, CaseCall>> = {
  verifyCustomerData: {
    role: 'CLERK',
    scope: 'customer:check',
    ready: at('VERIFY_CUSTOMER_DATA'),
    otherwise: { complete: false },
  },
  requestCustomerData: { role: 'CLERK', scope: 'customer:check', ready: at('VERIFY_CUSTOMER_DATA') },
  saveCustomerRecord: {
    role: 'CLERK',
    scope: 'customer:save',
    ready: at('SAVE_CUSTOMER_RECORD', { data: aStranger() }),
    otherwise: { data: aStranger({ city: 'Flensburg', postalCode: '24937' }) },
  },
  confirmCustomerRecord: {
    role: 'CLERK',
    scope: 'customer:confirm',
    ready: async ({ at: caseAt, desk, business }) => {
      const caseId = await caseAt('SAVE_CUSTOMER_RECORD');
      const { data } = (await desk.read(caseId)).customer;
      await desk.run(caseId, business.clerk, 'saveCustomerRecord', { data });
      return { ...caseInput(caseId), version: 1 };
    },
    otherwise: { version: 2 },
  },
  requestPaymentMethodUpdate: { role: 'CLERK', scope: 'method:request', ready: at('UPDATE_PAYMENT_METHOD') },
  skipPaymentMethodUpdate: {
    role: 'CLERK',
    scope: 'case:advance',
    ready: at('UPDATE_PAYMENT_METHOD', { reason: 'Überweisung' }),
    otherwise: { reason: 'Bar gibt es nicht' },
  },
  reviewPaymentMethod: {
    role: 'CLERK',
    scope: 'method:review',
    ready: withReview,
    otherwise: { accepted: false },
  },
  createPaymentTask: {
    role: 'CLERK',
    scope: 'task:write',
    ready: at('CREATE_PAYMENT_TASK'),
    otherwise: { priority: 'HIGH' },
  },
  chargeStoredMethod: {
    role: 'CLERK',
    scope: 'method:charge',
    ready: async (cast) => caseInput(await withCard(cast)),
  },
  stopPlannedCharge: {
    role: 'CLERK',
    scope: 'method:charge',
    ready: async (cast) => {
      const caseId = await withCard(cast);
      await cast.desk.run(caseId, cast.business.clerk, 'chargeStoredMethod', {});
      return caseInput(caseId);
    },
  },
  confirmAmount: {
    role: 'CLERK',
    scope: 'payment:confirm',
    ready: withReceipt,
    otherwise: { resolution: 'OVER' },
  },
  releaseAuthorization: {
    role: 'CLERK',
    scope: 'payment:confirm',
    ready: withReservation,
    otherwise: { reason: 'Doppelt bezahlt' },
  },
  recordPayment: { role: 'CLERK', scope: 'payment:record', ready: at('RECORD_PAYMENT') },
  reverseAllocation: {
    role: 'CLERK',
    scope: 'payment:reverse',
    ready: async ({ at: caseAt, desk }) => {
      const caseId = await caseAt('CLOSE_PAYMENT_TASK');
      const [given] = (await desk.read(caseId)).allocations;
      const allocationId = encodeId('Allocation', given?.id ?? '');
      return { ...caseInput(caseId), allocationId, reason: 'Falscher Vorgang' };
    },
    otherwise: { reason: 'Falscher Kunde' },
  },
  unassignPayment: {
    role: 'CLERK',
    scope: 'payment:reverse',
    ready: async ({ at: caseAt, desk, business, credit }) => {
      const caseId = await caseAt('CONFIRM_AMOUNT');
      const { payments } = await desk.run(caseId, business.clerk, 'bookCredit', await credit(119_00n));
      const paymentId = encodeId('Payment', payments[0]?.id ?? '');
      return { ...caseInput(caseId), paymentId, reason: 'Falscher Kunde' };
    },
    otherwise: { reason: 'Falscher Auftrag' },
  },
  updatePaymentStatus: { role: 'CLERK', scope: 'status:update', ready: at('UPDATE_PAYMENT_STATUS') },
  notifyCustomer: { role: 'CLERK', scope: 'case:advance', ready: at('NOTIFY_CUSTOMER') },
  remindCustomer: {
    role: 'CLERK',
    scope: 'case:advance',
    ready: async ({ at: caseAt, desk }) => {
      const caseId = await caseAt('CONFIRM_AMOUNT');
      await desk.lapse(caseId);
      return caseInput(caseId);
    },
  },
  closePaymentTask: { role: 'TEAM_LEAD', scope: 'case:close', ready: at('CLOSE_PAYMENT_TASK') },
  rejectPaymentTask: {
    role: 'TEAM_LEAD',
    scope: 'case:reject',
    ready: at('CLOSE_PAYMENT_TASK', { backTo: 'CONFIRM_AMOUNT', reason: 'Noch einmal ansehen' }),
    otherwise: { backTo: 'NOTIFY_CUSTOMER' },
  },
  cancelPaymentCase: {
    role: 'CLERK',
    scope: 'case:cancel',
    ready: at('CONFIRM_AMOUNT', { reason: 'Irrtum' }),
    otherwise: { reason: 'Doch kein Irrtum' },
  },
  registerReceipt: {
    role: 'CLERK',
    scope: 'receipt:register',
    ready: at('CONFIRM_AMOUNT', RECEIPT),
    otherwise: { reference: 'Auszug 12' },
  },
  cancelReaderPayment: { role: 'CLERK', scope: 'payment:start', ready: atReader },
  requestRefund: {
    role: 'CLERK',
    scope: 'refund:request',
    ready: refundable,
    otherwise: { reason: 'Kulanz' },
  },
  recordRefundTransfer: {
    role: 'CLERK',
    scope: 'refund:request',
    ready: withRefund,
    otherwise: { reference: 'Auszug 13' },
  },
  addAttachment: {
    role: 'CLERK',
    scope: 'attachment:write',
    ready: async (cast) => ({
      ...caseInput(await cast.at('VERIFY_CUSTOMER_DATA')),
      documentId: encodeId('Document', await cast.document()),
      name: 'Auftrag',
    }),
    otherwise: { name: 'Angebot' },
  },
  decideApproval: {
    role: 'TEAM_LEAD',
    scope: 'approval:decide',
    ready: withApproval,
    otherwise: { granted: false, reason: 'Nein' },
  },
};
