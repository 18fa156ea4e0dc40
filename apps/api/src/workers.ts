import { MAIL_PASSWORD_RESET, mailPasswordReset, type ResetMail } from './auth/mail-password-reset.ts';
import { importStatement } from './bank/import-statement.ts';
import { announceExpiries } from './customers/announce-expiries.ts';
import { checkDueVatIds } from './customers/check-vat-ids.ts';
import { syncCustomer } from './customers/sync-customer.ts';
import { renderDocument } from './documents/render-document.ts';
import { giveUp } from './give-up.ts';
import { DEAD_LETTERS } from './jobs/jobs.ts';
import { LOOK_AROUND, lookAround } from './jobs/look-around.ts';
import { checkDueBooks } from './ledger/check-books.ts';
import { sendMessage } from './notifications/send-message.ts';
import {
  RENEW_SUBSCRIPTION,
  renewSubscription,
  renewSubscriptions,
} from './organizations/renew-subscriptions.ts';
import { answerDispute } from './payments/answer-dispute.ts';
import { applyProviderEvents } from './payments/apply-provider-events.ts';
import { askDueCaptures } from './payments/ask-for-captures.ts';
import { askDueDisputes } from './payments/ask-for-disputes.ts';
import { askDueRefunds } from './payments/ask-for-refunds.ts';
import { askDueAttempts } from './payments/ask-provider.ts';
import { cancelAttempt } from './payments/cancel-attempt.ts';
import { chargeAttempt } from './payments/charge-attempt.ts';
import { chargeDueAttempts } from './payments/charge-due-attempts.ts';
import { reconcileDueBalances } from './payments/reconcile-balance.ts';
import { sendCapture } from './payments/send-capture.ts';
import { sendRefund } from './payments/send-refund.ts';
import { sweepDueEvents } from './payments/sweep-events.ts';
import { warnAuthorizations } from './payments/warn-authorizations.ts';
import { sendPayout } from './payouts/send-payout.ts';
import { setPayoutSchedule } from './payouts/set-payout-schedule.ts';
import type { Ports } from './ports.ts';
import { remindTasks } from './tasks/remind-tasks.ts';
import { advanceCase } from './workflow/advance-case.ts';
import { workshopOf } from './workflow/workshop.ts';

/** Lets this process work on every queue of the house. */
export const registerWorkers = async (ports: Ports): Promise<void> => {
  const workshop = workshopOf(ports);
  const { jobs, stripe } = ports;
  await jobs.work<{ organizationId: string; caseId: string }>(
    'advance-case',
    ({ data }) => advanceCase(workshop, data.organizationId, data.caseId),
    { concurrency: 2 },
  );
  await jobs.work<{ organizationId: string; importId: string }>(
    'import-statement',
    ({ data }) => importStatement(workshop, data),
    { expireInSeconds: 900 },
  );
  await jobs.workInBatches<{ organizationId: string; inboxId: string }>(
    'apply-provider-event',
    (runs) =>
      applyProviderEvents(
        ports,
        runs.map(({ data }) => data),
      ),
    { size: 4, concurrency: 2 },
  );
  await jobs.work<{ organizationId: string; kind: 'INVOICE' | 'RECEIPT'; id: string }>(
    'render-document',
    async ({ data }) => {
      await renderDocument(workshop, data);
    },
  );
  await jobs.work<{ organizationId: string; messageId: string }>(
    'send-message',
    ({ data }) => sendMessage(ports, data.organizationId, data.messageId),
    { concurrency: 4 },
  );
  await jobs.work<ResetMail>(MAIL_PASSWORD_RESET, ({ data }) => mailPasswordReset(ports, data));
  await jobs.work<{ organizationId: string; customerId: string }>('sync-customer', ({ data }) =>
    syncCustomer(workshop, stripe, data.organizationId, data.customerId),
  );
  await jobs.work<{ organizationId: string }>('check-vat-ids', ({ data }) =>
    checkDueVatIds(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string; payoutId: string }>('send-payout', ({ data }) =>
    sendPayout(ports, data.organizationId, data.payoutId),
  );
  await jobs.work<{ organizationId: string }>('set-payout-schedule', ({ data }) =>
    setPayoutSchedule(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string; captureId: string }>('send-capture', ({ data }) =>
    sendCapture(ports, data.organizationId, data.captureId),
  );
  await jobs.work<{ organizationId: string }>('ask-due-captures', ({ data }) =>
    askDueCaptures(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string }>('warn-authorizations', ({ data }) =>
    warnAuthorizations(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string; refundId: string }>('send-refund', ({ data }) =>
    sendRefund(ports, data.organizationId, data.refundId),
  );
  await jobs.work<{ organizationId: string; attemptId: string }>('cancel-attempt', ({ data }) =>
    cancelAttempt(ports, data.organizationId, data.attemptId),
  );
  await jobs.work<{ organizationId: string; attemptId: string }>('charge-attempt', ({ data }) =>
    chargeAttempt(ports, data.organizationId, data.attemptId),
  );
  await jobs.work<{ organizationId: string }>('charge-due-attempts', ({ data }) =>
    chargeDueAttempts(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string }>('ask-due-attempts', ({ data }) =>
    askDueAttempts(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string }>('remind-tasks', ({ data }) =>
    remindTasks(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string }>('announce-expiries', ({ data }) =>
    announceExpiries(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string }>('ask-due-refunds', ({ data }) =>
    askDueRefunds(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string }>('sweep-events', ({ data }) =>
    sweepDueEvents(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string }>('reconcile-balance', ({ data }) =>
    reconcileDueBalances(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string }>(
    'check-books',
    ({ data }) => checkDueBooks(ports, data.organizationId),
    { expireInSeconds: 900 },
  );
  await jobs.work<{ organizationId: string; disputeId: string }>('answer-dispute', ({ data }) =>
    answerDispute(ports, data.organizationId, data.disputeId),
  );
  await jobs.work<{ organizationId: string }>('ask-due-disputes', ({ data }) =>
    askDueDisputes(ports, data.organizationId),
  );
  await jobs.work<{ organizationId: string; providerAccountId: string }>(RENEW_SUBSCRIPTION, ({ data }) =>
    renewSubscription(ports, data.organizationId, data.providerAccountId),
  );
  await jobs.work(LOOK_AROUND, () => lookAround(ports));
  await jobs.every('* * * * *', LOOK_AROUND);
  await renewSubscriptions(ports);
  await jobs.work(DEAD_LETTERS, ({ data }) => giveUp(ports, data));
};
