import { appendEvents, type EventToAppend } from '@zahlwerk/db/events';
import type { Message } from '@zahlwerk/db/generated/client';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { MessageTemplate } from '@zahlwerk/domain/workflow/decision';
import type { Ports } from '../ports.ts';
import type { MailOutcome } from '../resend/mailer.ts';
import { type ExceptionAbout, raiseException } from '../tasks/raise-exception.ts';
import type { SmsOutcome } from '../twilio/texter.ts';
import { composeMail } from './compose-mail.ts';
import { NO_PROVIDER, sendSms } from './send-sms.ts';

/**
 * Sends one queued message. The mail provider gets the message's id as its key, so that a try after a lost answer is not a
 * second mail; a provider that fails is tried again by the queue while the case goes on. An SMS is tried once.
 */
export const sendMessage = async (ports: Ports, organizationId: string, messageId: string): Promise<void> => {
  const message = await claim(ports, organizationId, messageId);
  if (!message) return;
  const { title, outcome } = await deliver(ports, message);
  await withTenant(ports.db, organizationId, (tx) => record(ports, tx, message, title, outcome));
  ports.doorbell.ring(organizationId);
};

/** An address whose mails come back is written to no more until somebody changes it; the task about it is there already. */
const COMES_BACK: MailOutcome = { state: 'REFUSED', reason: 'ADDRESS_BOUNCED' };

/** The payment was given back to the pool before its mail had gone: to this customer it is not theirs. */
const GIVEN_BACK: MailOutcome = { state: 'REFUSED', reason: 'PAYMENT_GIVEN_BACK' };

/** Why a message is not sent that nobody has to be told of once more. */
const KNOWN: ReadonlySet<MailOutcome | SmsOutcome> = new Set([COMES_BACK, GIVEN_BACK, NO_PROVIDER]);

const comesBack = async ({ db }: Ports, message: Message): Promise<boolean> => {
  const { organizationId, customerId, recipient, channel } = message;
  if (channel !== 'EMAIL' || !customerId) return false;
  const bounced = { organizationId, id: customerId, email: recipient, emailBouncedAt: { not: null } };
  return (await withTenant(db, organizationId, (tx) => tx.customer.count({ where: bounced }))) > 0;
};

const ABOUT_PAYMENT: ReadonlySet<string> = new Set<MessageTemplate>(['receipt', 'partial-received']);

const isGivenBack = async (
  { db }: Ports,
  { organizationId, template, subjectId }: Message,
): Promise<boolean> => {
  if (!ABOUT_PAYMENT.has(template)) return false;
  const given = { organizationId, id: subjectId, unassignedAt: { not: null } };
  return (await withTenant(db, organizationId, (tx) => tx.payment.count({ where: given }))) > 0;
};

const deliver = async (
  ports: Ports,
  message: Message,
): Promise<{ readonly title: string | null; readonly outcome: MailOutcome | SmsOutcome }> => {
  if (await comesBack(ports, message)) return { title: null, outcome: COMES_BACK };
  if (await isGivenBack(ports, message)) return { title: null, outcome: GIVEN_BACK };
  if (message.channel === 'SMS') return { title: null, outcome: await sendSms(ports, message) };
  const mail = await composeMail(ports, message);
  return { title: mail.subject, outcome: await ports.mailer.send(mail) };
};

const claim = (ports: Ports, organizationId: string, id: string): Promise<Message | null> =>
  withTenant(ports.db, organizationId, async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { organizationId, id, state: { in: ['QUEUED', 'SENDING'] } },
      data: { state: 'SENDING', attempts: { increment: 1 } },
    });
    return count === 1
      ? tx.message.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id } } })
      : null;
  });

/** A message that the queue could not send in hours of trying is given up: somebody has to look after it. */
export const giveUpMessage = async (
  ports: Ports,
  organizationId: string,
  messageId: string,
): Promise<void> => {
  const message = await claim(ports, organizationId, messageId);
  if (!message) return;
  const outcome: MailOutcome = { state: 'REFUSED', reason: 'The mail provider could not be reached.' };
  await withTenant(ports.db, organizationId, (tx) => record(ports, tx, message, null, outcome));
  ports.doorbell.ring(organizationId);
};

const record = async (
  ports: Ports,
  tx: TenantTransaction,
  message: Message,
  title: string | null,
  outcome: MailOutcome | SmsOutcome,
): Promise<void> => {
  const { organizationId, id, caseId } = message;
  const { now, today } = await businessTime(tx, organizationId);
  const sent = outcome.state === 'SENT';
  const { count } = await tx.message.updateMany({
    where: { organizationId, id, state: 'SENDING' },
    data: sent
      ? { state: 'SENT', title, providerRef: outcome.providerRef, sentAt: now, sendAt: null, lastError: null }
      : { state: 'FAILED', title, lastError: outcome.reason, failedAt: now, sendAt: null },
  });
  if (count === 0) {
    // A report of its delivery has been faster than the answer.
    if (sent)
      await tx.message.updateMany({
        where: { organizationId, id, sentAt: null },
        data: { title, providerRef: outcome.providerRef, sentAt: now },
      });
    return;
  }
  const told: EventToAppend = {
    stream: 'message',
    streamId: id,
    type: sent ? 'message.sent' : 'message.failed',
    at: now,
    actor: SYSTEM,
    caseId,
    data: { messageId: id, template: message.template },
  };
  // A reminder that cannot be sent makes no task of which somebody would have to be reminded.
  const needsPerson = !sent && message.template !== 'task-overdue' && !KNOWN.has(outcome);
  const raised = needsPerson
    ? [await raiseException(tx, ports.newId(), aboutMessage(message), { now, today })]
    : [];
  await appendEvents(tx, organizationId, [told, ...raised]);
};

const aboutMessage = ({ organizationId, id, caseId, template }: Message): ExceptionAbout => ({
  organizationId,
  caseId,
  reason: 'MESSAGE_FAILED',
  subject: 'MESSAGE',
  subjectId: id,
  detail: template,
});
