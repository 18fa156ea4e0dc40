import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { Message, Task } from '@zahlwerk/db/generated/client';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { customerName } from '@zahlwerk/domain/customers/customer-data';
import { amountOpen } from '@zahlwerk/domain/workflow/balance';
import { isRefusalCode, refusalText } from '@zahlwerk/domain/workflow/refusal';
import type { InternalNotice } from '@zahlwerk/emails/templates/internal-notice';
import { encodeId } from '../graphql/ids.ts';
import { BOOKS_BROKEN, findingText } from '../ledger/finding-text.ts';
import type { Ports } from '../ports.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { sellerOf } from '../workflow/load/load-organization.ts';

type Language = 'de' | 'en';

/** What a task is about whose reason is no refusal of a rule, in a few words. */
const ABOUT: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  PAYMENT_EXPECTED: { de: 'Zahlung erwartet', en: 'Payment expected' },
  APPROVAL_ASKED: { de: 'Zustimmung erbeten', en: 'Approval asked for' },
  LATE_MONEY: { de: 'Geld nach Abschluss eingegangen', en: 'Money came after the end' },
  CHARGE_NOT_MADE: { de: 'Hinterlegte Zahlungsart nicht belastet', en: 'Stored method not charged' },
  AUTHORIZATION_EXPIRES: {
    de: 'Reservierter Betrag verfällt bald',
    en: 'A reserved amount is about to be lost',
  },
  AUTHORIZATION_ENDED: { de: 'Reservierter Betrag ist verfallen', en: 'A reserved amount is lost' },
  REFUND_TO_TRANSFER: { de: 'Erstattung überweisen', en: 'Transfer a refund' },
  REFUND_FAILED: { de: 'Erstattung fehlgeschlagen', en: 'Refund failed' },
  REFUND_AT_PROVIDER: {
    de: 'Erstattung beim Zahlungsanbieter prüfen',
    en: 'Look at a refund made at the payment provider',
  },
  DISPUTE_TO_ANSWER: { de: 'Rückbelastung beantworten', en: 'Answer a dispute' },
  DISPUTE_LOST: {
    de: 'Rückbelastung verloren: Forderung wieder offen',
    en: 'Dispute lost: the claim is open again',
  },
  PAYMENT_RETURNED: { de: 'Lastschrift zurückgekommen', en: 'A debit has come back' },
  METHOD_REVIEW: { de: 'Neue Zahlungsart prüfen', en: 'Review a new payment method' },
  METHOD_EXPIRES: { de: 'Hinterlegte Karte läuft ab', en: 'A card on file expires' },
  MESSAGE_FAILED: { de: 'Nachricht nicht gesendet', en: 'Message not sent' },
  MESSAGE_BOUNCED: { de: 'Nachricht unzustellbar', en: 'Message not deliverable' },
  EVENT_QUARANTINED: {
    de: 'Meldung des Zahlungsanbieters prüfen',
    en: 'Look at a report of the payment provider',
  },
  BALANCE_DIFFERS: {
    de: 'Buchungen beim Zahlungsanbieter prüfen, die hier fehlen',
    en: 'Check entries at the payment provider that are missing here',
  },
  OUTCOME_UNKNOWN: {
    de: 'Ausgang einer Zahlung beim Anbieter klären',
    en: 'Find out at the provider what became of a payment',
  },
  CASH_UNCLAIMED: {
    de: 'Geld eines Kunden liegt ohne Zahlung beim Zahlungsanbieter',
    en: 'A customer’s money lies at the payment provider without a payment',
  },
  BANK_RETURN: {
    de: 'Zurückgekommenes Geld auf dem Bankkonto klären',
    en: 'Look into money that came back on the bank account',
  },
  BANK_IMPORT_FAILED: {
    de: 'Kontoauszug konnte nicht gelesen werden',
    en: 'A bank statement could not be read',
  },
  STATEMENT_GAP: { de: 'Kontoauszug fehlt', en: 'A bank statement is missing' },
  OTHER_RECEIPT_ASKED: {
    de: 'Geldeingang ohne Kunden: Zustimmung erbeten',
    en: 'Money of no customer: consent asked for',
  },
  PAYOUT_FAILED: { de: 'Auszahlung fehlgeschlagen', en: 'Payout failed' },
  VAT_ID_NOT_CONFIRMED: {
    de: 'USt-IdNr. eines Kunden nicht bestätigt',
    en: 'VAT id of a customer not confirmed',
  },
  SYNC_FAILED: { de: 'Kundendaten nicht weitergegeben', en: 'Customer data not passed on' },
};

const aboutOf = async ({ reason, detail }: Task, language: Language): Promise<string | null> => {
  if (!reason) return null;
  if (reason === BOOKS_BROKEN && detail) return findingText(detail, language);
  if (isRefusalCode(reason)) return refusalText({ code: reason, ...(detail ? { detail } : {}) }, language);
  return ABOUT[reason]?.[language] ?? null;
};

/** What the mail says that reminds of a task that is overdue, or whose deadline comes near, be it of a case or not. */
export const taskOverdueProps = (ports: Ports, message: Message): Promise<InternalNotice> =>
  withTenant(ports.db, message.organizationId, async (tx) => {
    const { organizationId, subjectId, recipient, recipientKind, locale } = message;
    const task = await tx.task.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: subjectId } },
    });
    const { today } = await businessTime(tx, organizationId);
    const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    const member =
      recipientKind === 'MEMBER'
        ? await tx.member.findFirst({ where: { organizationId, email: recipient, state: 'ACTIVE' } })
        : null;
    const state = task.caseId ? (await loadCases(tx, organizationId, [task.caseId])).get(task.caseId) : null;
    return {
      business: sellerOf(organization),
      isTest: organization.mode === 'DEMO',
      kind: dateToDay(task.dueOn) < today ? 'TASK_OVERDUE' : 'DEADLINE_NEAR',
      recipientName: member?.displayName ?? null,
      reference: state?.number ?? null,
      orderReference: state?.reference ?? null,
      customerName: state ? customerName(state.customer.data) || null : null,
      amount: state ? amountOpen(state) : null,
      received: null,
      dueOn: dateToDay(task.dueOn),
      detail: await aboutOf(task, locale),
      panelUrl: state
        ? `${ports.publicUrl}/cases/${encodeId('PaymentCase', state.id)}`
        : `${ports.publicUrl}/tasks`,
    };
  });
