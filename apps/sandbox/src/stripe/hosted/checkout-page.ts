import { html } from 'hono/html';
import type Stripe from 'stripe';
import type { WireLineItem } from '../../state/records.ts';
import { type CheckoutType, isCheckoutType } from '../checkout/pay-session.ts';
import type { asksFor, FieldName, Values } from './checkout-form.ts';
import { type Markup, page } from './layout.ts';
import { formatAmount, type Language, TEXTS } from './texts.ts';

export interface CheckoutView {
  readonly session: Stripe.Checkout.Session;
  readonly items: readonly WireLineItem[];
  readonly language: Language;
  readonly type: CheckoutType;
  readonly asked: ReturnType<typeof asksFor>;
  readonly values: Values;
  readonly errors: Values;
  /** Why the last try failed, in words. */
  readonly reason: string | null;
  /** A 3-D Secure challenge that is still open. */
  readonly challengeUrl: string | null;
  /** Makes a second sending of this very form harmless. */
  readonly formId: string;
}

const SAMPLES = [
  ['4242 4242 4242 4242', { de: 'wird bezahlt', en: 'succeeds' }],
  ['4000 0027 6000 3184', { de: 'verlangt 3-D Secure', en: 'asks for 3-D Secure' }],
  ['4000 0000 0000 0002', { de: 'wird abgelehnt', en: 'is declined' }],
  ['4000 0000 0000 9995', { de: 'Konto nicht gedeckt', en: 'insufficient funds' }],
  ['4000 0000 0000 0069', { de: 'Karte abgelaufen', en: 'expired card' }],
  ['DE89 3704 0044 0532 0130 00', { de: 'Lastschrift wird bezahlt', en: 'debit succeeds' }],
  ['DE62 3704 0044 0532 0130 01', { de: 'Lastschrift scheitert', en: 'debit fails' }],
] as const;

const nameOf = (session: Stripe.Checkout.Session) =>
  session.branding_settings?.display_name ?? 'Zahlwerk Sandbox';

const field = (
  { values, errors }: CheckoutView,
  name: FieldName,
  label: string,
  extra: { autocomplete: string; inputmode?: string; type?: string; secret?: true },
): Markup => {
  const error = errors[name];
  return html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${extra.type ?? 'text'}" autocomplete="${extra.autocomplete}" inputmode="${extra.inputmode ?? 'text'}" value="${extra.secret ? '' : (values[name] ?? '')}" aria-invalid="${error ? 'true' : 'false'}"${error ? html` aria-describedby="${name}-error"` : ''} required>
${error ? html`<p class="error" id="${name}-error">${error}</p>` : ''}</div>`;
};

const summary = ({ session, items, language }: CheckoutView): Markup => {
  const t = TEXTS[language];
  if (session.mode === 'setup') {
    return html`<section class="sheet"><h1>${t.saveTitle(nameOf(session))}</h1><p class="soft">${t.saveLead}</p></section>`;
  }
  const amount = formatAmount(session.amount_total ?? 0, session.currency ?? 'eur', language);
  return html`<section class="sheet"><h1>${t.payTitle(nameOf(session))}</h1><p class="amount">${amount}</p>
<ul class="items">${items.map(
    (
      item,
    ) => html`<li><span>${item.description}${(item.quantity ?? 1) > 1 ? html`<br><span class="soft">${t.quantity(item.quantity ?? 1)}</span>` : ''}</span>
<span>${formatAmount(item.amount_total, item.currency, language)}</span></li>`,
  )}<li class="total"><span>${t.total}</span><span>${amount}</span></li></ul></section>`;
};

const LABELS: Record<CheckoutType, (language: Language) => string> = {
  card: (language) => TEXTS[language].card,
  sepa_debit: (language) => TEXTS[language].sepaDebit,
  customer_balance: (language) => TEXTS[language].transfer,
};

const methodTabs = ({ session, language, type }: CheckoutView): Markup | string => {
  const t = TEXTS[language];
  if (session.payment_method_types.length < 2) return '';
  const tab = (name: CheckoutType) =>
    html`<a href="?method=${name}"${type === name ? html` aria-current="true"` : ''}>${LABELS[name](language)}</a>`;
  return html`<nav class="methods" aria-label="${t.method}">${session.payment_method_types.filter(isCheckoutType).map(tab)}</nav>`;
};

const fields = (view: CheckoutView): Markup => {
  const { asked, language, session, type } = view;
  const t = TEXTS[language];
  return html`${asked.email ? field(view, 'email', t.email, { autocomplete: 'email', type: 'email', inputmode: 'email' }) : ''}
${
  type === 'card'
    ? html`${field(view, 'number', t.cardNumber, { autocomplete: 'cc-number', inputmode: 'numeric', secret: true })}
<div class="pair">${field(view, 'expiry', t.expiry, { autocomplete: 'cc-exp', inputmode: 'numeric' })}
${field(view, 'cvc', t.cvc, { autocomplete: 'cc-csc', inputmode: 'numeric', secret: true })}</div>
${field(view, 'name', t.nameOnCard, { autocomplete: 'cc-name' })}`
    : type === 'sepa_debit'
      ? html`${field(view, 'iban', t.iban, { autocomplete: 'off' })}
${field(view, 'name', t.accountHolder, { autocomplete: 'name' })}
<p class="soft">${t.mandate(nameOf(session))}</p>`
      : html`${field(view, 'name', t.accountHolder, { autocomplete: 'name' })}<p class="soft">${t.transferLead}</p>`
}
${asked.phone ? field(view, 'phone', t.phone, { autocomplete: 'tel', type: 'tel', inputmode: 'tel' }) : ''}
${
  asked.address
    ? html`${field(view, 'line1', t.street, { autocomplete: 'address-line1' })}
<div class="pair">${field(view, 'postal_code', t.postalCode, { autocomplete: 'postal-code' })}
${field(view, 'city', t.city, { autocomplete: 'address-level2' })}</div>
${field(view, 'country', t.country, { autocomplete: 'country' })}`
    : ''
}`;
};

const alert = ({ reason, challengeUrl, language }: CheckoutView): Markup | string => {
  const t = TEXTS[language];
  if (challengeUrl) {
    return html`<div class="alert" role="status"><strong>${t.pendingTitle}</strong><p><a href="${challengeUrl}">${t.pendingLink}</a></p></div>`;
  }
  return reason
    ? html`<div class="alert" role="alert"><strong>${t.declined} ${reason}</strong><p>${t.tryAgain}</p></div>`
    : '';
};

/** The hosted page of an open Checkout session. */
export const checkoutPage = (view: CheckoutView): Markup => {
  const { session, language, type, formId } = view;
  const t = TEXTS[language];
  const label =
    session.mode === 'setup'
      ? type === 'card'
        ? t.saveCard
        : t.saveDebit
      : type === 'customer_balance'
        ? t.showAccount
        : t.pay(formatAmount(session.amount_total ?? 0, session.currency ?? 'eur', language));
  const title = session.mode === 'setup' ? t.saveTitle(nameOf(session)) : t.payTitle(nameOf(session));
  return page(
    language,
    title,
    html`<main class="two">${summary(view)}
<section class="sheet">${alert(view)}${methodTabs(view)}
<form method="post" novalidate onsubmit="this.querySelector('button').disabled=true">
<input type="hidden" name="form" value="${formId}"><input type="hidden" name="method" value="${type}">
${fields(view)}
${session.custom_text.submit ? html`<p class="soft">${session.custom_text.submit.message}</p>` : ''}
<button type="submit">${label}</button>
${session.custom_text.after_submit ? html`<p class="soft">${session.custom_text.after_submit.message}</p>` : ''}
</form>
${session.cancel_url ? html`<a class="back" href="${session.cancel_url}">${t.cancel(nameOf(session))}</a>` : ''}
<details><summary>${t.testCards}</summary><table>${SAMPLES.map(
      ([number, does]) => html`<tr><td class="number">${number}</td><td>${does[language]}</td></tr>`,
    )}</table></details>
</section></main>`,
  );
};
