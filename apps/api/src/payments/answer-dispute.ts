import { withTenant } from '@zahlwerk/db/tenant';
import type { EvidenceFile, EvidenceKind } from '@zahlwerk/domain/payments/dispute-answer';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { DisputeResponse } from '@zahlwerk/domain/workflow/payment-case';
import type Stripe from 'stripe';
import type { Ports } from '../ports.ts';
import { isAnswerableAt, uploadEvidence } from '../stripe/disputes.ts';
import { refusalOf } from '../stripe/provider-error.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyDisputeOf } from './apply-dispute-event.ts';

/** A dispute as it is asked about, with the answer that the provider has yet to get. */
interface Asking {
  readonly organizationId: string;
  readonly disputeId: string;
  readonly caseId: string;
  readonly providerAccountId: string;
  readonly providerRef: string;
  readonly answer: {
    readonly id: string;
    readonly kind: DisputeResponse['kind'];
    readonly statement: string | null;
    readonly files: readonly EvidenceFile[];
  } | null;
}

const readAsking = ({ db }: Ports, organizationId: string, disputeId: string): Promise<Asking | null> =>
  withTenant(db, organizationId, async (tx) => {
    const row = await tx.dispute.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: disputeId } },
      include: { payment: { select: { providerAccountId: true } } },
    });
    const { caseId, providerRef, responseId, responseKind, responseState } = row;
    const { providerAccountId } = row.payment;
    if (!caseId || !providerAccountId) return null;
    const answer =
      responseId && responseKind && responseState === 'RECORDED'
        ? {
            id: responseId,
            kind: responseKind,
            statement: row.responseText,
            // Only the writer of responses fills this column, from the type that it is read as.
            files: (row.responseFiles ?? []) as unknown as readonly EvidenceFile[],
          }
        : null;
    return { organizationId, disputeId, caseId, providerAccountId, providerRef, answer };
  });

const readFile = ({ db }: Ports, organizationId: string, id: string) =>
  withTenant(db, organizationId, async (tx) => {
    const { name, document } = await tx.attachment.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id } },
      include: { document: true },
    });
    return { name, mediaType: document.mediaType, bytes: document.bytes };
  });

type Answer = NonNullable<Asking['answer']>;

const evidenceOf = async (
  ports: Ports,
  stripe: Stripe,
  { organizationId }: Asking,
  { id, statement, files }: Answer,
): Promise<Stripe.DisputeUpdateParams.Evidence> => {
  const uploads: Partial<Record<Lowercase<EvidenceKind>, string>> = {};
  for (const { attachmentId, kind } of files) {
    const file = await readFile(ports, organizationId, attachmentId);
    const place = kind.toLowerCase() as Lowercase<EvidenceKind>;
    uploads[place] = await uploadEvidence(stripe, file, `${id}:${attachmentId}`);
  }
  return { ...(statement ? { uncategorized_text: statement } : {}), ...uploads };
};

/** Gives the provider the answer; its id is the key, so that it is given once. */
const give = async (
  ports: Ports,
  stripe: Stripe,
  asking: Asking,
  answer: Answer,
): Promise<Stripe.Dispute> => {
  const once = { idempotencyKey: answer.id };
  if (answer.kind === 'ACCEPTANCE') return stripe.disputes.close(asking.providerRef, {}, once);
  const evidence = await evidenceOf(ports, stripe, asking, answer);
  return stripe.disputes.update(asking.providerRef, { evidence, submit: true }, once);
};

/** An answer that came too late, or that a bank's decision has overtaken, was not given. */
const LATE = { code: 'dispute_closed', message: null };

/** True when what the provider has is our answer, given by a try whose outcome never reached us. */
const isGiven = (
  { status, evidence_details: { submission_count: sent } }: Stripe.Dispute,
  { kind }: Answer,
) => (kind === 'ACCEPTANCE' ? status === 'lost' : sent > 0);

interface Outcome {
  readonly dispute: Stripe.Dispute;
  readonly failure: { readonly code: string; readonly message: string | null } | null;
}

/** The provider is looked at first: a key is forgotten after a day, and an answer that it has is not given again. */
const answerOnce = async (ports: Ports, stripe: Stripe, asking: Asking, answer: Answer): Promise<Outcome> => {
  const dispute = await stripe.disputes.retrieve(asking.providerRef);
  if (!isAnswerableAt(dispute)) return { dispute, failure: isGiven(dispute, answer) ? null : LATE };
  try {
    return { dispute: await give(ports, stripe, asking, answer), failure: null };
  } catch (error) {
    const failure = refusalOf(error);
    if (!failure) throw error;
    return { dispute, failure };
  }
};

/**
 * Sends the answer that is recorded for a dispute, if there is one, and applies how the dispute stands then. What the
 * provider could not answer is thrown and asked again.
 */
export const answerDispute = async (
  ports: Ports,
  organizationId: string,
  disputeId: string,
): Promise<void> => {
  const asking = await readAsking(ports, organizationId, disputeId);
  if (!asking) return;
  const { answer, caseId, providerAccountId } = asking;
  const { stripe } = await ports.stripe.open(organizationId, providerAccountId);
  const { dispute, failure } = answer
    ? await answerOnce(ports, stripe, asking, answer)
    : { dispute: await stripe.disputes.retrieve(asking.providerRef), failure: null };
  const workshop = workshopOf(ports);
  if (answer)
    await transition(workshop, {
      organizationId,
      actor: SYSTEM,
      caseId,
      command: { name: 'reportResponse', input: { disputeId, responseId: answer.id, failure } },
      expectedVersion: null,
      idempotency: null,
      cause: 'answer-dispute',
    });
  await applyDisputeOf(workshop, { organizationId, providerAccountId, cause: 'answer-dispute' }, dispute);
};
