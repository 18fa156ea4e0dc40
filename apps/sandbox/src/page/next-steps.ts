import { html } from 'hono/html';
import type { StepName } from '../control/actions.ts';
import { CARD_REASONS } from '../stripe/disputes/kinds.ts';
import type { Markup } from '../stripe/hosted/layout.ts';
import type { Language } from '../stripe/hosted/texts.ts';
import type { World } from '../stripe/world.ts';
import { PAGE_TEXTS } from './texts.ts';
import { type Browsable, step } from './view.ts';

interface Shown {
  readonly world: World;
  readonly object: { readonly id: string };
  readonly language: Language;
}
type Steps = (shown: Shown) => Array<Markup | ''>;

const read = ({ object }: Shown, key: string): unknown => Reflect.get(object, key);

/** A button that takes one of the sandbox's steps on the object shown. */
const take = ({ object }: Shown, name: StepName, label: string, given: Record<string, string> = {}) =>
  step(`/do/${name}`, label, { id: object.id, ...given });

/** The same with something to choose first. */
const choice = (
  { object }: Shown,
  name: StepName,
  field: {
    readonly name: string;
    readonly label: string;
    /** Each stands for itself, or has words of its own. */
    readonly values: readonly (string | readonly [value: string, words: string])[];
  },
  label: string,
): Markup =>
  html`<form method="post" action="/do/${name}" class="step"><input type="hidden" name="id" value="${object.id}">
<select name="${field.name}" aria-label="${field.label}">${field.values.map((one) => {
    const [value, words] = typeof one === 'string' ? [one, one] : one;
    return html`<option value="${value}">${words}</option>`;
  })}</select>
<button type="submit">${label}</button></form>`;

const authentication: Steps = (shown) => {
  const t = PAGE_TEXTS[shown.language];
  return read(shown, 'status') === 'requires_action'
    ? [
        take(shown, 'authenticate', t.authenticate, { outcome: 'complete' }),
        take(shown, 'authenticate', t.failAuthentication, { outcome: 'fail' }),
      ]
    : [];
};

const awaitsTransfer = (shown: Shown): boolean => {
  const action: unknown = read(shown, 'next_action');
  return typeof action === 'object' && action !== null && 'display_bank_transfer_instructions' in action;
};

const transfer: Steps = (shown) => {
  const t = PAGE_TEXTS[shown.language];
  return [
    take(shown, 'transfer', t.transferExact, { outcome: 'exact' }),
    take(shown, 'transfer', t.transferUnder, { outcome: 'under' }),
    take(shown, 'transfer', t.transferOver, { outcome: 'over' }),
  ];
};

const APP_CARDS = [
  'pm_card_visa',
  'pm_card_authenticationRequired',
  'pm_card_chargeDeclined',
  'pm_card_chargeDeclinedInsufficientFunds',
];

/** An intent nobody has paid yet, and no hosted page will: the customer has it in an app. */
const isInApp = (shown: Shown): boolean => {
  const types: unknown = read(shown, 'payment_method_types');
  return (
    ['requires_payment_method', 'requires_confirmation'].includes(String(read(shown, 'status'))) &&
    Array.isArray(types) &&
    types.includes('card')
  );
};

const payment: Steps = (shown) => {
  const t = PAGE_TEXTS[shown.language];
  if (awaitsTransfer(shown)) return transfer(shown);
  if (isInApp(shown))
    return [choice(shown, 'pay', { name: 'method', label: t.cardNumber, values: APP_CARDS }, t.payInApp)];
  if (read(shown, 'status') !== 'processing') return authentication(shown);
  return [
    take(shown, 'debit', t.debitSucceeds, { outcome: 'succeed' }),
    take(shown, 'debit', t.debitFails, { outcome: 'fail' }),
  ];
};

const charge: Steps = (shown) => {
  const t = PAGE_TEXTS[shown.language];
  if (read(shown, 'paid') !== true || read(shown, 'disputed') === true) return [];
  const details: unknown = read(shown, 'payment_method_details');
  if (typeof details !== 'object' || details === null) return [];
  if ('sepa_debit' in details) return [take(shown, 'dispute', t.returnDebit)];
  if (!('card' in details)) return [];
  return [
    choice(shown, 'dispute', { name: 'reason', label: t.disputeReason, values: CARD_REASONS }, t.openDispute),
    take(shown, 'dispute', t.openInquiry, { inquiry: 'true' }),
  ];
};

const dispute: Steps = (shown) => {
  const t = PAGE_TEXTS[shown.language];
  switch (read(shown, 'status')) {
    case 'needs_response':
    case 'under_review':
      return [
        take(shown, 'decide', t.disputeWon, { outcome: 'won' }),
        take(shown, 'decide', t.disputeLost, { outcome: 'lost' }),
      ];
    case 'warning_needs_response':
    case 'warning_under_review':
      return [
        take(shown, 'decide', t.closeInquiry, { outcome: 'close' }),
        take(shown, 'decide', t.escalateInquiry, { outcome: 'escalate' }),
      ];
    default:
      return [];
  }
};

/** What a customer may hold to a reader, with what comes of it. */
const CARDS = [
  ['4242424242424242', 'cardGood'],
  ['4001000360000005', 'cardWithPin'],
  ['4000000000000002', 'cardDeclined'],
  ['4000000000009995', 'cardWithoutFunds'],
] as const;

const reader: Steps = (shown) => {
  const t = PAGE_TEXTS[shown.language];
  if (read(shown, 'status') === 'offline')
    return [take(shown, 'reader-status', t.plugIn, { status: 'online' })];
  const action: unknown = read(shown, 'action');
  const isWaiting =
    typeof action === 'object' && action !== null && Reflect.get(action, 'status') === 'in_progress';
  return [
    ...(isWaiting
      ? [
          choice(
            shown,
            'present',
            {
              name: 'number',
              label: t.cardNumber,
              values: CARDS.map(([number, words]) => [number, `${t[words]} (${number})`] as const),
            },
            t.presentCard,
          ),
          take(shown, 'abandon', t.customerCancels, { code: 'customer_canceled' }),
          take(shown, 'abandon', t.nobodyComes, { code: 'terminal_reader_timeout' }),
        ]
      : []),
    take(shown, 'reader-status', t.unplug, { status: 'offline' }),
  ];
};

const payout: Steps = (shown) => {
  const t = PAGE_TEXTS[shown.language];
  const status = read(shown, 'status');
  if (status === 'failed' || status === 'canceled') return [];
  return [
    status === 'in_transit' || status === 'pending' ? take(shown, 'payout-arrive', t.arrivePayout) : '',
    take(shown, 'payout-fail', t.failPayout),
  ];
};

const refund: Steps = (shown) => {
  const isWaiting = shown.world.store.shelves.dueWork
    .entries()
    .some(({ value }) => value.subject === shown.object.id);
  return isWaiting ? [take(shown, 'refund', PAGE_TEXTS[shown.language].settleRefund)] : [];
};

const session: Steps = (shown) => {
  const url = read(shown, 'url');
  return typeof url === 'string'
    ? [html`<a class="button" href="${url}">${PAGE_TEXTS[shown.language].openPage}</a>`]
    : [];
};

const STEPS_FOR: Partial<Record<Browsable, Steps>> = {
  checkoutSessions: session,
  setupIntents: authentication,
  paymentIntents: payment,
  charges: charge,
  disputes: dispute,
  readers: reader,
  refunds: refund,
  payouts: payout,
};

/** What can be done with an object instead of waiting. */
export const stepsFor = (
  world: World,
  name: Browsable,
  object: { readonly id: string },
  language: Language,
): Markup[] =>
  (STEPS_FOR[name]?.({ world, object, language }) ?? []).filter((part): part is Markup => part !== '');
