import { formatMoney } from '@zahlwerk/domain/money/format-money';
import type { Money } from '@zahlwerk/domain/money/money';
import { bilingual } from '../bilingual.ts';
import { type Day, formatDay } from '../format-day.ts';
import { letterToTeam } from '../letter.ts';
import type { Business, Template, Tone } from '../mail.ts';
import { facts, WORDS } from '../words.ts';

export type NoticeKind =
  | 'PAYMENT_EXPECTED'
  | 'TASK_OVERDUE'
  | 'DEADLINE_NEAR'
  | 'AMOUNT_DEVIATION'
  | 'APPROVAL_ASKED'
  | 'STEP_STOPPED'
  | 'REJECTED'
  | 'PAYMENT_FAILED'
  | 'METHOD_REVIEW'
  | 'SYNC_FAILED'
  | 'DELIVERY_FAILED'
  | 'AUTHORIZATION_EXPIRES'
  | 'PAYMENT_REVERSED'
  | 'LATE_MONEY'
  | 'PAYOUT_FAILED';

/** Tells the accounts department, an assignee or the team lead that something waits for them in the panel. */
export interface InternalNotice {
  readonly business: Business;
  readonly isTest: boolean;
  readonly kind: NoticeKind;
  /** Null for a team's address. */
  readonly recipientName: string | null;
  readonly reference: string | null;
  readonly customerName: string | null;
  readonly orderReference: string | null;
  /** What is due, or what it is about. */
  readonly amount: Money | null;
  /** What has arrived, where that differs from what is due. */
  readonly received: Money | null;
  /** When the task or the payment is due. */
  readonly dueOn: Day | null;
  /** A reason that a person has written, or what the machine found, in one line. */
  readonly detail: string | null;
  readonly panelUrl: string;
}

const TONES: Readonly<Record<NoticeKind, Tone>> = {
  PAYMENT_EXPECTED: 'neutral',
  TASK_OVERDUE: 'bad',
  DEADLINE_NEAR: 'bad',
  AMOUNT_DEVIATION: 'warn',
  APPROVAL_ASKED: 'warn',
  STEP_STOPPED: 'warn',
  REJECTED: 'warn',
  PAYMENT_FAILED: 'bad',
  METHOD_REVIEW: 'warn',
  SYNC_FAILED: 'bad',
  DELIVERY_FAILED: 'bad',
  AUTHORIZATION_EXPIRES: 'warn',
  PAYMENT_REVERSED: 'bad',
  LATE_MONEY: 'warn',
  PAYOUT_FAILED: 'bad',
};

interface NoticeText {
  readonly title: string;
  readonly body: string;
}

const NOTICES = bilingual<Readonly<Record<NoticeKind, NoticeText>>>({
  de: {
    PAYMENT_EXPECTED: {
      title: 'Zahlung erwartet',
      body: 'eine neue Aufgabe zur Zahlungsverarbeitung ist angelegt. Sie brauchen erst etwas zu tun, wenn die Zahlung nicht glatt durchläuft.',
    },
    TASK_OVERDUE: {
      title: 'Aufgabe überfällig',
      body: 'diese Aufgabe ist überfällig und noch nicht erledigt.',
    },
    DEADLINE_NEAR: {
      title: 'Frist läuft ab',
      body: 'diese Aufgabe ist noch nicht erledigt, und ihre Frist läuft bald ab.',
    },
    AMOUNT_DEVIATION: {
      title: 'Betrag weicht ab',
      body: 'der erhaltene Betrag stimmt nicht mit dem erwarteten überein. Bitte entscheiden Sie, wie die Abweichung aufgelöst wird.',
    },
    APPROVAL_ASKED: {
      title: 'Zustimmung gefragt',
      body: 'jemand bittet um die Zustimmung einer zweiten Person.',
    },
    STEP_STOPPED: {
      title: 'Vorgang wartet',
      body: 'dieser Vorgang läuft nicht von selbst weiter. Bitte sehen Sie nach, was zu klären ist.',
    },
    REJECTED: {
      title: 'Vorgang zurückgewiesen',
      body: 'die Schlussprüfung hat diesen Vorgang an einen früheren Schritt zurückgegeben.',
    },
    PAYMENT_FAILED: {
      title: 'Zahlungsversuch fehlgeschlagen',
      body: 'ein Zahlungsversuch ist fehlgeschlagen. Der Kunde ist benachrichtigt und kann es erneut versuchen.',
    },
    METHOD_REVIEW: {
      title: 'Neue Zahlungsart prüfen',
      body: 'die neue Zahlungsart stimmt nicht mit der ursprünglichen überein. Bitte prüfen Sie, ob sie angenommen wird.',
    },
    SYNC_FAILED: {
      title: 'Abgleich fehlgeschlagen',
      body: 'ein verbundenes System konnte nicht auf den neuesten Stand gebracht werden.',
    },
    DELIVERY_FAILED: {
      title: 'Nachricht nicht zustellbar',
      body: 'eine Nachricht an den Kunden kam nicht an. Erinnerungen sind angehalten, bis die Adresse geklärt ist.',
    },
    AUTHORIZATION_EXPIRES: {
      title: 'Autorisierung läuft ab',
      body: 'die Bank hat den Betrag nur noch kurze Zeit für Sie reserviert. Bitte bestätigen Sie den Betrag vorher.',
    },
    PAYMENT_REVERSED: {
      title: 'Zahlung zurückgeholt',
      body: 'eine Zahlung wurde zurückgebucht oder bestritten. Der Vorgang ist wieder geöffnet.',
    },
    LATE_MONEY: {
      title: 'Geld zu einem beendeten Vorgang',
      body: 'zu einem beendeten Vorgang ist noch Geld eingegangen. Es liegt als Guthaben bereit und muss zugeordnet werden.',
    },
    PAYOUT_FAILED: {
      title: 'Auszahlung fehlgeschlagen',
      body: 'eine Auszahlung konnte nicht ausgeführt werden.',
    },
  },
  en: {
    PAYMENT_EXPECTED: {
      title: 'Payment expected',
      body: 'A new payment processing task has been created. There is nothing to do unless the payment does not go through cleanly.',
    },
    DEADLINE_NEAR: {
      title: 'Deadline near',
      body: 'This task is not done yet, and its deadline is near.',
    },
    TASK_OVERDUE: { title: 'Task overdue', body: 'This task is overdue and not done yet.' },
    AMOUNT_DEVIATION: {
      title: 'Amount differs',
      body: 'The amount received does not match the amount expected. Please decide how to resolve the difference.',
    },
    APPROVAL_ASKED: { title: 'Approval asked', body: 'Somebody asks for the approval of a second person.' },
    STEP_STOPPED: {
      title: 'Case is waiting',
      body: 'This case does not go on by itself. Please look at what needs to be cleared up.',
    },
    REJECTED: {
      title: 'Case sent back',
      body: 'The final check has sent this case back to an earlier step.',
    },
    PAYMENT_FAILED: {
      title: 'Payment attempt failed',
      body: 'A payment attempt has failed. The customer has been told and can try again.',
    },
    METHOD_REVIEW: {
      title: 'New payment method to review',
      body: 'The new payment method does not match the original one. Please check whether to accept it.',
    },
    SYNC_FAILED: { title: 'Update failed', body: 'A connected system could not be brought up to date.' },
    DELIVERY_FAILED: {
      title: 'Message not deliverable',
      body: 'A message to the customer did not arrive. Reminders are held back until the address has been cleared up.',
    },
    AUTHORIZATION_EXPIRES: {
      title: 'Authorization expires',
      body: 'The bank holds the amount for you only for a short time. Please confirm the amount before it expires.',
    },
    PAYMENT_REVERSED: {
      title: 'Payment taken back',
      body: 'A payment was returned or disputed. The case has been reopened.',
    },
    LATE_MONEY: {
      title: 'Money on a finished case',
      body: 'Money has arrived for a finished case. It is kept as credit and needs to be allocated.',
    },
    PAYOUT_FAILED: { title: 'Payout failed', body: 'A payout could not be carried out.' },
  },
});

const TEXTS = bilingual({
  de: {
    urgency: { neutral: 'Zur Information', ok: 'Zur Information', warn: 'Bitte ansehen', bad: 'Eilt' },
    customer: 'Kunde',
    expected: 'Erwartet',
    case: 'Vorgang',
    received: 'Erhalten',
    detail: 'Anmerkung',
    button: 'Im Zahlungsbüro öffnen',
  },
  en: {
    urgency: {
      neutral: 'For your information',
      ok: 'For your information',
      warn: 'Please look',
      bad: 'Urgent',
    },
    customer: 'Customer',
    expected: 'Expected',
    case: 'Case',
    received: 'Received',
    detail: 'Remark',
    button: 'Open in the payment desk',
  },
});

export const internalNotice: Template<InternalNotice> = (props, locale) => {
  const text = TEXTS[locale];
  const words = WORDS[locale];
  const { title, body } = NOTICES[locale][props.kind];
  const amount = props.amount && formatMoney(props.amount, locale);
  return letterToTeam(props, props.recipientName, locale, {
    subject: [title, props.reference, props.customerName, amount].filter(Boolean).join(' · '),
    preview: [props.customerName, amount].filter(Boolean).join(', '),
    status: { tone: TONES[props.kind], word: text.urgency[TONES[props.kind]] },
    title,
    blocks: [
      { type: 'paragraph', text: body },
      {
        type: 'facts',
        rows: facts(
          [text.case, props.reference],
          [text.customer, props.customerName],
          [props.received ? text.expected : words.amount, amount],
          [text.received, props.received && formatMoney(props.received, locale)],
          [words.dueOn, props.dueOn && formatDay(props.dueOn, locale)],
          [words.order, props.orderReference],
          [text.detail, props.detail],
        ),
      },
      { type: 'button', rank: 'primary', label: text.button, url: props.panelUrl },
    ],
  });
};
