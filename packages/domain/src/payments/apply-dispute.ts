import { equals, type Money } from '../money/money.ts';
import {
  type Change,
  type DisputePatch,
  decided,
  type Env,
  type EventDraft,
  type Outcome,
  refused,
} from '../workflow/decision.ts';
import type { CasePayment, Dispute, DisputeState, PaymentCase } from '../workflow/payment-case.ts';
import { backToAmount } from '../workflow/reopen.ts';
import { mayMoveDispute } from './dispute-edges.ts';
import { decide, moveMoney, open } from './dispute-effects.ts';
import { answerTask } from './dispute-tasks.ts';

/** What the provider says about a dispute right now, translated from its own objects. */
export interface DisputeReport {
  readonly paymentId: string;
  readonly providerRef: string;
  readonly amount: Money;
  readonly state: DisputeState;
  readonly reason: string;
  /** The money has left the balance; an inquiry takes none. */
  readonly isWithdrawn: boolean;
  readonly isReinstated: boolean;
  /** What the provider keeps for it, after what it has given back. */
  readonly fee: Money;
  readonly dueBy: Date | null;
  readonly needsResponse: boolean;
}

/** Nobody can contradict what a debtor's bank has taken back: a debit's return is final, whatever it is called on its way (rule 14). */
const finalIfDebit = (kind: Dispute['kind'], report: DisputeReport): DisputeReport =>
  kind === 'DEBIT_RETURN' && report.state === 'OPEN'
    ? { ...report, state: 'LOST', isWithdrawn: true, dueBy: null, needsResponse: false }
    : report;

const kindOf = ({ attempts }: PaymentCase, { attemptId }: CasePayment): Dispute['kind'] =>
  attempts.find(({ id }) => id === attemptId)?.methodType === 'SEPA_DEBIT' ? 'DEBIT_RETURN' : 'CARD';

/** True when the report speaks of another payment or amount than before, or of more than has come: it must be quarantined. */
const contradicts = (known: Dispute | undefined, payment: CasePayment, { amount }: DisputeReport): boolean =>
  known
    ? known.paymentId !== payment.id || !equals(known.amount, amount)
    : payment.source !== 'PROVIDER' ||
      amount.currency !== payment.amount.currency ||
      amount.minor <= 0n ||
      amount.minor > payment.amount.minor;

/** A word that was overtaken on its way: what it does not know yet has happened already. */
const isOld = ({ state, withdrawnAt, reinstatedAt }: Dispute, report: DisputeReport): boolean =>
  (state !== 'OPEN' && report.state === 'OPEN') ||
  (withdrawnAt !== null && !report.isWithdrawn) ||
  (reinstatedAt !== null && !report.isReinstated);

/** The bank that has only asked takes the money now, and waits for another answer. */
const escalates = (known: Dispute | undefined, { isWithdrawn, state }: DisputeReport): boolean =>
  known !== undefined && known.withdrawnAt === null && isWithdrawn && state === 'OPEN';

/** What has changed beside the money and the decision. What has been answered does not wait for an answer again. */
const newsOf = (dispute: Dispute, report: DisputeReport, asksAnew: boolean): DisputePatch => {
  const isAsked = report.state === 'OPEN' && report.needsResponse;
  const needsResponse = asksAnew ? isAsked : dispute.needsResponse && isAsked;
  return {
    ...(needsResponse === dispute.needsResponse ? {} : { needsResponse }),
    ...(report.reason === dispute.reason ? {} : { reason: report.reason }),
    ...(report.dueBy?.getTime() === dispute.dueBy?.getTime() ? {} : { dueBy: report.dueBy }),
  };
};

/** Applies the provider's report along the edge table: in any order and however often, the end is the same. */
export const applyDispute = (state: PaymentCase, told: DisputeReport, env: Env): Outcome => {
  const payment = state.payments.find(({ id }) => id === told.paymentId);
  if (!payment) return refused('PAYMENT_UNKNOWN');
  const known = state.disputes.find(({ providerRef }) => providerRef === told.providerRef);
  const kind = known?.kind ?? kindOf(state, payment);
  const report = finalIfDebit(kind, told);
  if (contradicts(known, payment, report)) return refused('AMOUNT_DIFFERS', { detail: report.providerRef });
  if (known && isOld(known, report)) return decided([], []);
  const moves = known ? mayMoveDispute(known.state, report.state) : report.state !== 'OPEN';
  if (known && !moves && known.state !== report.state)
    return refused('DISPUTE_DECIDED', { detail: report.providerRef });
  const opened = known ? null : open(kind, report, env);
  const dispute = known ?? opened?.dispute;
  if (!dispute) return decided([], []);
  const asksAnew = escalates(known, report);
  const money = moveMoney(dispute, report, env);
  const end = moves ? decide(state, payment, dispute, report.state, env) : null;
  const patch: DisputePatch = {
    ...newsOf(dispute, report, asksAnew),
    ...money.patch,
    ...(moves ? { state: report.state } : {}),
  };
  const reopens = opened !== null || (end !== null && report.state === 'LOST');
  const back = reopens ? backToAmount(state) : { changes: [], events: [] };
  const changes: readonly Change[] = [
    ...(opened?.changes ?? []),
    ...(Object.keys(patch).length > 0 ? [{ type: 'update-dispute', id: dispute.id, patch } as const] : []),
    ...money.changes,
    ...(asksAnew ? [answerTask(report, env)] : []),
    ...(end?.changes ?? []),
    ...back.changes,
  ];
  const events: readonly EventDraft[] = [
    ...(opened?.events ?? []),
    ...(asksAnew ? [{ type: 'dispute.escalated', data: { disputeId: dispute.id } } as const] : []),
    ...(end?.events ?? []),
    ...money.events,
    ...back.events,
  ];
  return decided(changes, events);
};
