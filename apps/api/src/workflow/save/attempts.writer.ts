import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { PhaseEvidence } from '@zahlwerk/domain/workflow/payment-case';
import { CaseRefused, NotFound } from '../../graphql/errors.ts';
import { accountInUse } from '../../organizations/account-in-use.ts';
import { actorColumns, type Saving, type Writer } from './writer.ts';

/** The account of the reader that the card is presented at. */
const accountAtReader = async (tx: TenantTransaction, organizationId: string, readerId: string) => {
  const reader = await tx.reader.findFirst({
    where: { organizationId, id: readerId, removedAt: null, providerAccount: { disabledAt: null } },
    include: { providerAccount: true },
  });
  if (!reader) throw new NotFound('Reader', ['input', 'readerId']);
  return reader.providerAccount;
};

/** A stored method and a reader lie on an account of their own; everything else is new. */
const accountFor = (
  { tx, organizationId }: Pick<Saving, 'tx' | 'organizationId'>,
  method: { readonly providerAccountId: string } | null,
  readerId: string | null,
) => {
  if (readerId) return accountAtReader(tx, organizationId, readerId);
  return method
    ? tx.providerAccount.findFirst({
        where: { organizationId, id: method.providerAccountId, disabledAt: null },
      })
    : accountInUse(tx, organizationId);
};

/** The recorded intent: its own id is the provider's idempotency key, its parameters are frozen here. */
export const addAttempt: Writer<'add-attempt'> = async (
  saving,
  { id, via, readerId = null, amount, methodType, capture, charge },
) => {
  const { tx, organizationId, state, env } = saving;
  const method = charge
    ? await tx.paymentMethod.findUniqueOrThrow({
        where: { organizationId_id: { organizationId, id: charge.methodId } },
      })
    : null;
  const account = await accountFor(saving, method, readerId);
  // Without a provider there is no page to lead to; transfers go on as before.
  if (!account) throw new CaseRefused({ code: 'METHOD_NOT_ALLOWED' });
  const sync = await tx.customerSync.findFirst({
    where: { organizationId, customerId: state.customer.id, target: 'PROVIDER', targetRef: account.id },
  });
  await tx.paymentAttempt.create({
    data: {
      organizationId,
      id,
      caseId: state.id,
      providerAccountId: account.id,
      readerId,
      methodType,
      currency: amount.currency,
      amountMinor: amount.minor,
      capture,
      state: 'CREATED',
      providerKey: id,
      parameters: {
        amount: amount.minor.toString(),
        currency: amount.currency,
        methodType,
        via,
        reference: state.number,
        locale: state.customer.data.language,
        email: state.customer.data.email,
        customerRef: sync?.externalRef ?? null,
        ...(method ? { methodRef: method.reference } : {}),
      },
      ...(charge
        ? { paymentMethodId: charge.methodId, tryNumber: charge.tryNumber, chargeAt: charge.at }
        : {}),
      createdAt: env.now,
      updatedAt: env.now,
      ...actorColumns('createdBy', saving),
    },
  });
};

const phase = <Name extends 'initiation' | 'verification' | 'approval'>(
  name: Name,
  evidence?: PhaseEvidence,
) => (evidence ? { [`${name}At`]: evidence.at, [`${name}Evidence`]: evidence.evidence } : {});

export const updateAttempt: Writer<'update-attempt'> = ({ tx, organizationId, env }, { id, patch }) =>
  tx.paymentAttempt.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      ...(patch.state ? { state: patch.state } : {}),
      ...(patch.providerRef ? { providerRef: patch.providerRef } : {}),
      ...(patch.sessionRef ? { sessionRef: patch.sessionRef } : {}),
      ...(patch.sessionUrl ? { sessionUrl: patch.sessionUrl } : {}),
      ...(patch.failure !== undefined
        ? {
            failureCode: patch.failure?.code ?? null,
            failureMessage: patch.failure?.message ?? null,
            failureRef: patch.failure?.ref ?? null,
          }
        : {}),
      ...phase('initiation', patch.initiation),
      ...phase('verification', patch.verification),
      ...(patch.verificationFailed === undefined ? {} : { verificationFailed: patch.verificationFailed }),
      ...phase('approval', patch.approval),
      ...(patch.transfer ? { transferInstructions: { ...patch.transfer } } : {}),
      ...(patch.authorizedUntil === undefined ? {} : { authorizationExpiresAt: patch.authorizedUntil }),
      ...(patch.warnAt === undefined ? {} : { warnAt: patch.warnAt }),
      ...(patch.payer === undefined ? {} : { payer: patch.payer }),
      ...(patch.checkAt === undefined ? {} : { checkAt: patch.checkAt }),
      updatedAt: env.now,
    },
  });

export const recordFailedTry: Writer<'record-failed-try'> = (
  { tx, organizationId, env },
  { id, attemptId, failure },
) =>
  tx.failedTry.create({
    data: { ...failure, organizationId, id, attemptId, failedAt: env.now },
  });

export const recordTransferCredit: Writer<'record-transfer-credit'> = async (
  { tx, organizationId, env },
  { id, attemptId, amount, missing },
) => {
  await tx.transferCredit.create({
    data: {
      ...{ organizationId, id, attemptId, currency: amount.currency },
      ...{ amountMinor: amount.minor, missingMinor: missing.minor, seenAt: env.now },
    },
  });
  await tx.paymentAttempt.update({
    where: { organizationId_id: { organizationId, id: attemptId } },
    data: { fundedMinor: { increment: amount.minor } },
  });
};

export const requestJob: Writer<'request-job'> = async ({ followUps }, job) => {
  switch (job.job) {
    case 'send-capture':
      followUps.push({ job: job.job, captureId: job.captureId });
      return;
    case 'send-refund':
      followUps.push({ job: job.job, refundId: job.refundId });
      return;
    case 'answer-dispute':
      followUps.push({ job: job.job, disputeId: job.disputeId });
      return;
    default:
      followUps.push({ job: job.job, attemptId: job.attemptId });
  }
};
