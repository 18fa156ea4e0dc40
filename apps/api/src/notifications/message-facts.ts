import type { Message } from '@zahlwerk/db/generated/client';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { type Money, money } from '@zahlwerk/domain/money/money';
import type {
  Attempt,
  CasePayment,
  PaymentCase,
  TransferInstructions,
} from '@zahlwerk/domain/workflow/payment-case';
import type { Ports } from '../ports.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { localMoment } from './local-moment.ts';

/** Everything that a mail about a case may mention. */
export interface MessageFacts {
  readonly message: Message;
  readonly state: PaymentCase;
  readonly isTest: boolean;
  readonly today: string;
  readonly timeZone: string;
  readonly publicUrl: string;
  /** Where the customer pays. */
  readonly payUrl: string;
  /** The link that the message itself is about, with its end; null for messages about something else. */
  readonly link: { readonly url: string; readonly validUntil: Date | null } | null;
  /** The try that failed, where the message is about one. */
  readonly failedTry: { readonly attempt: Attempt; readonly code: string } | null;
  /** The part of a transfer that has come, where the message is about one. */
  readonly credit: {
    readonly amount: Money;
    readonly missing: Money;
    readonly seenOn: string;
    readonly instructions: TransferInstructions;
  } | null;
  readonly payment: CasePayment | null;
  readonly invoice: Awaited<ReturnType<TenantTransaction['invoice']['findFirst']>>;
  readonly receipt: Awaited<ReturnType<TenantTransaction['receipt']['findFirst']>>;
}

const PAGE = {
  PAY: 'pay',
  METHOD: 'method',
  DATA: 'data',
  INVITATION: 'invitation',
  FEEDBACK: 'feedback',
  START: 'link',
} as const;

const failedTryOf = async (
  tx: TenantTransaction,
  { organization: { id: organizationId }, attempts }: PaymentCase,
  id: string,
): Promise<MessageFacts['failedTry']> => {
  const row = await tx.failedTry.findUnique({ where: { organizationId_id: { organizationId, id } } });
  const attempt = row && attempts.find((one) => one.id === row.attemptId);
  return row && attempt ? { attempt, code: row.code } : null;
};

const creditOf = async (
  tx: TenantTransaction,
  { organization: { id: organizationId }, attempts }: PaymentCase,
  id: string,
  timeZone: string,
): Promise<MessageFacts['credit']> => {
  const row = await tx.transferCredit.findUnique({ where: { organizationId_id: { organizationId, id } } });
  const attempt = row && attempts.find((one) => one.id === row.attemptId);
  if (!row || !attempt?.transfer) return null;
  const { currency } = attempt.amount;
  return {
    amount: money(row.amountMinor, currency),
    missing: money(row.missingMinor, currency),
    seenOn: localMoment(row.seenAt, timeZone).slice(0, 10),
    instructions: attempt.transfer,
  };
};

/** Reads what a mail needs, in one transaction. Throws when the message belongs to no case. */
export const readMessageFacts = ({ db, links, publicUrl }: Ports, message: Message): Promise<MessageFacts> =>
  withTenant(db, message.organizationId, async (tx) => {
    const { organizationId, caseId, subjectId } = message;
    const state = caseId ? (await loadCases(tx, organizationId, [caseId])).get(caseId) : undefined;
    if (!state) throw new Error(`Message ${message.id} is about no case.`);
    const { today, timeZone } = await businessTime(tx, organizationId);
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    const ofCase = await tx.accessLink.findMany({ where: { organizationId, caseId: state.id } });
    const pay = ofCase.find(({ purpose }) => purpose === 'PAY');
    const own = ofCase.find(({ id }) => id === subjectId);
    const where = { organizationId, caseId: state.id };
    return {
      message,
      state,
      isTest: organization.mode === 'DEMO',
      today,
      timeZone,
      publicUrl,
      payUrl: pay ? `${publicUrl}/pay/${links.tokenOf(pay.id)}` : publicUrl,
      link: own
        ? { url: `${publicUrl}/${PAGE[own.purpose]}/${links.tokenOf(own.id)}`, validUntil: own.expiresAt }
        : null,
      credit: await creditOf(tx, state, subjectId, timeZone),
      failedTry: await failedTryOf(tx, state, subjectId),
      payment: state.payments.find(({ id }) => id === subjectId) ?? null,
      invoice: await tx.invoice.findFirst({ where: { ...where, id: subjectId } }),
      receipt: await tx.receipt.findFirst({
        where: { ...where, paymentId: subjectId },
        orderBy: { issuedAt: 'desc' },
      }),
    };
  });
