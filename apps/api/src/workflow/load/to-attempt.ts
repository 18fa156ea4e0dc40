import { money } from '@zahlwerk/domain/money/money';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type {
  Attempt,
  AttemptVia,
  ChargePlan,
  TransferInstructions,
} from '@zahlwerk/domain/workflow/payment-case';
import type { CaseRow } from './case-row.ts';
import { actorOf, currencyOf, moneyOf, phase, readJson } from './columns.ts';

type AttemptRow = CaseRow['attempts'][number];

/** The way of an attempt, as it was frozen with it; one that is older than the other ways says nothing of its own. */
export const viaOf = ({ parameters }: Pick<AttemptRow, 'parameters'>): AttemptVia =>
  (parameters as { readonly via?: AttemptVia }).via ?? 'HOSTED_PAGE';

/** Which stored method it charges and when; null for whatever the customer pays by hand. */
export const chargeOf = ({
  paymentMethodId: methodId,
  tryNumber,
  chargeAt: at,
}: Pick<AttemptRow, 'paymentMethodId' | 'tryNumber' | 'chargeAt'>): ChargePlan | null =>
  methodId && tryNumber && at ? { methodId, tryNumber, at } : null;

export const toAttempt = (row: CaseRow['attempts'][number]): Attempt => ({
  id: row.id,
  via: viaOf(row),
  readerId: row.readerId,
  state: row.state,
  amount: moneyOf(row),
  methodType: row.methodType,
  providerRef: row.providerRef,
  sessionRef: row.sessionRef,
  failure: row.failureCode
    ? { code: row.failureCode, message: row.failureMessage, ref: row.failureRef }
    : null,
  initiation: phase(row.initiationAt, row.initiationEvidence),
  verification: phase(row.verificationAt, row.verificationEvidence),
  verificationFailed: row.verificationFailed,
  approval: phase(row.approvalAt, row.approvalEvidence),
  charge: chargeOf(row),
  transfer:
    row.transferInstructions === null ? null : readJson<TransferInstructions>(row.transferInstructions),
  funded: money(row.fundedMinor, currencyOf(row.currency)),
  capture: row.capture,
  authorizedUntil: row.authorizationExpiresAt,
  warnAt: row.warnAt,
  payer: row.payer,
  startedBy: actorOf(row.createdByKind, row.createdById) ?? SYSTEM,
  createdAt: row.createdAt,
});
