import { withTenant } from '@zahlwerk/db/tenant';
import { storeDocument } from '../src/documents/render-document.ts';
import { encodeId } from '../src/graphql/ids.ts';
import { workshopOf } from '../src/workflow/workshop.ts';
import type { ConnectedDesk } from './a-connected-desk.ts';
import { call } from './case-call.ts';
import { paidByCard } from './refunding.ts';

const FIELDS = `replayed case {
  state currentStep version amountOpen { amount } moneyTrack { status }
  disputes { id state reason needsResponse isInquiry dueBy amount { amount } fee { amount }
    response { kind state failureCode } }
}`;

/** The customer's bank takes back what a charge has brought, or asks first. */
export const dispute = async (
  stage: ConnectedDesk,
  charge: string,
  how: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  await stage.sandbox.press(`charges/${charge}/dispute`, how);
  await stage.settle();
};

/** A case that was paid by card, signed off, and is disputed. */
export const aDisputedCase = async (stage: ConnectedDesk, how: Readonly<Record<string, unknown>> = {}) => {
  const paid = await paidByCard(stage);
  await stage.desk.run(paid.caseId, stage.business.lead, 'closePaymentTask', {});
  await dispute(stage, paid.charge, { reason: 'product_not_received', ...how });
  const [found] = (await stage.desk.read(paid.caseId)).disputes;
  if (!found) throw new Error('Nobody has heard of the dispute.');
  return { ...paid, disputeId: found.id, disputeRef: found.providerRef };
};

type Disputed = Pick<Awaited<ReturnType<typeof aDisputedCase>>, 'caseId' | 'disputeId'>;

const inputOf = ({ caseId, disputeId }: Disputed) => ({
  caseId: encodeId('PaymentCase', caseId),
  disputeId: encodeId('Dispute', disputeId),
});

/** Contradicts, as the role says: with these words, and with these files of the case. */
export const submitEvidence = async (
  stage: ConnectedDesk,
  disputed: Disputed,
  statement: string,
  files: readonly { readonly attachmentId: string; readonly kind: string }[] = [],
) =>
  call(
    await stage.signIn('CLERK'),
    'submitDisputeEvidence',
    { ...inputOf(disputed), statement, files },
    FIELDS,
  );

export const acceptDispute = async (stage: ConnectedDesk, disputed: Disputed) =>
  call(await stage.signIn('TEAM_LEAD'), 'acceptDispute', inputOf(disputed), FIELDS);

/** Puts a file to a case and gives back the id of the attachment. */
export const attach = async (
  { ports, desk, business, organizationId }: ConnectedDesk,
  caseId: string,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
): Promise<string> => {
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${name}`);
  const documentId = await withTenant(ports.db, organizationId, (tx) =>
    storeDocument(tx, workshopOf(ports), organizationId, { name, mediaType, bytes }),
  );
  const nothing = { purpose: null, signedBy: null, signedOn: null, item: null };
  const { attachments } = await desk.run(caseId, business.clerk, 'addAttachment', {
    documentId,
    name,
    ...nothing,
  });
  return encodeId('Attachment', attachments.at(-1)?.id ?? '');
};
