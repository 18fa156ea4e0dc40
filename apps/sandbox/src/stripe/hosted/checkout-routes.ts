import { Hono } from 'hono';
import type Stripe from 'stripe';
import {
  completeIfDone,
  intentOf,
  isCheckoutType,
  paySession,
  successUrlOf,
} from '../checkout/pay-session.ts';
import type { ApiApp, ApiContext } from '../http/api-routes.ts';
import { toBillingDetails } from '../http/common-fields.ts';
import { newId } from '../ids.ts';
import { challengeUrl, openChallengeOf } from '../payments/challenges.ts';
import { createBalanceMethod, createCardMethod, createSepaMethod } from '../payments/payment-method.ts';
import { openScope, type Scope, type World } from '../world.ts';
import { asksFor, type Entered, FIELD_NAMES, readForm, type Values } from './checkout-form.ts';
import { type CheckoutView, checkoutPage } from './checkout-page.ts';
import { reasonInWords } from './decline-texts.ts';
import { message } from './layout.ts';
import { type Language, languageOf, TEXTS } from './texts.ts';

interface Opened {
  readonly scope: Scope;
  readonly session: Stripe.Checkout.Session;
  readonly language: Language;
}

const knownEmail = ({ scope, session }: Opened): string | null => {
  const customer =
    typeof session.customer === 'string' ? scope.tables.customers.get(session.customer) : undefined;
  return session.customer_email ?? (customer && !customer.deleted ? customer.email : null);
};

const typeOf = (session: Stripe.Checkout.Session, wanted: string | undefined): CheckoutView['type'] =>
  isCheckoutType(wanted) && session.payment_method_types.includes(wanted)
    ? wanted
    : (session.payment_method_types.find(isCheckoutType) ?? 'card');

const failureOf = ({ scope, session, language }: Opened): string | null => {
  const intent = intentOf(scope, session);
  if (intent?.status !== 'requires_payment_method') return null;
  const failure = intent.object === 'payment_intent' ? intent.last_payment_error : intent.last_setup_error;
  return failure ? reasonInWords(failure, language) : null;
};

const show = (opened: Opened, wanted: string | undefined, values?: Values, errors: Values = {}) => {
  const { scope, session, language } = opened;
  const plan = scope.tables.sessionPlans.get(session.id);
  const intent = intentOf(scope, session);
  const challenge = intent ? openChallengeOf(scope, intent.id) : undefined;
  return checkoutPage({
    session,
    items: plan?.items ?? [],
    language,
    type: typeOf(session, wanted),
    asked: asksFor(session, knownEmail(opened)),
    values: values ?? { name: plan?.payer?.name ?? '', email: plan?.payer?.email ?? '' },
    errors,
    reason: failureOf(opened),
    challengeUrl: challenge ? challengeUrl(scope, challenge.id) : null,
    formId: newId('form'),
  });
};

const transferPageOf = (intent: Stripe.PaymentIntent): string | null =>
  intent.next_action?.display_bank_transfer_instructions?.hosted_instructions_url ?? null;

/** Where a session leads after a try: on, to the bank, or back to its own page. */
const wayOn = ({ scope, session }: Opened): string => {
  const current = completeIfDone(scope, session.id) ?? session;
  const intent = intentOf(scope, current);
  const transfer = intent?.object === 'payment_intent' ? transferPageOf(intent) : null;
  if (transfer) return transfer;
  if (current.status === 'complete') return successUrlOf(current);
  const challenge = intent ? openChallengeOf(scope, intent.id) : undefined;
  return challenge ? challengeUrl(scope, challenge.id) : `/c/pay/${session.id}`;
};

const methodFrom = (
  scope: Scope,
  method: Extract<Entered, { ok: true }>['method'],
  billing: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod => {
  switch (method.type) {
    case 'card':
      return createCardMethod(scope, method.entry, billing);
    case 'sepa_debit':
      return createSepaMethod(scope, method.iban, billing);
    case 'customer_balance':
      return createBalanceMethod(scope, billing);
  }
};

const pay = (
  opened: Opened,
  values: Values,
  type: CheckoutView['type'],
  formId: string,
  c: ApiContext,
): Values | string => {
  const { scope, session, language } = opened;
  const sent = formId ? scope.tables.sentForms.get(formId) : undefined;
  if (sent) return sent.location;
  const email = knownEmail(opened);
  const entered = readForm(values, type, asksFor(session, email), email, scope.now(), language);
  if (!entered.ok) return entered.errors;
  const { payer, method } = entered;
  const billing = toBillingDetails({
    name: payer.name,
    ...(payer.email ? { email: payer.email } : {}),
    ...(payer.phone ? { phone: payer.phone } : {}),
  });
  const details = { ...billing, address: payer.address ?? billing.address };
  const created = methodFrom(scope, method, details);
  paySession(scope, session, created, payer, {
    acceptedAt: null,
    type: 'online',
    ipAddress: c.env.incoming.socket.remoteAddress ?? null,
    userAgent: c.req.header('User-Agent') ?? null,
  });
  const location = wayOn(opened);
  if (formId) scope.tables.sentForms.put({ id: formId, location });
  return location;
};

/** The hosted Checkout page: `GET` shows it, `POST` pays. */
export const checkoutRoutes = (world: World, afterEach: () => void): ApiApp => {
  const app: ApiApp = new Hono();

  const open = (c: ApiContext): Opened | undefined => {
    const entry = world.store.shelves.checkoutSessions.find(c.req.param('id') ?? '');
    return (
      entry && {
        scope: openScope(world, entry.account),
        session: entry.value,
        language: languageOf(entry.value.locale, c.req.header('Accept-Language')),
      }
    );
  };
  const closed = (c: ApiContext, { session, language }: Opened) => {
    const t = TEXTS[language];
    return session.status === 'complete'
      ? c.html(
          message(language, t.completeTitle, t.completeText, {
            href: successUrlOf(session),
            label: t.continue,
          }),
        )
      : c.html(
          message(
            language,
            t.expiredTitle,
            t.expiredText,
            session.cancel_url ? { href: session.cancel_url, label: t.continue } : undefined,
          ),
        );
  };
  const notFound = (c: ApiContext) => {
    const language = languageOf(null, c.req.header('Accept-Language'));
    return c.html(message(language, TEXTS[language].notFoundTitle, TEXTS[language].notFoundText), 404);
  };

  app.get('/c/pay/:id', (c) => {
    const opened = open(c);
    if (!opened) return notFound(c);
    if (opened.session.status !== 'open') return closed(c, opened);
    c.header('Cache-Control', 'no-store');
    return c.html(show(opened, c.req.query('method')));
  });

  app.post('/c/pay/:id', async (c) => {
    const body = await c.req.parseBody();
    const opened = open(c);
    if (!opened) return notFound(c);
    if (opened.session.status === 'complete') return c.redirect(successUrlOf(opened.session), 303);
    if (opened.session.status !== 'open') return closed(c, opened);
    const values: Values = Object.fromEntries(FIELD_NAMES.map((name) => [name, String(body[name] ?? '')]));
    const type = typeOf(opened.session, String(body.method ?? ''));
    const outcome = world.store.work(() => pay(opened, values, type, String(body.form ?? ''), c));
    afterEach();
    return typeof outcome === 'string'
      ? c.redirect(outcome, 303)
      : c.html(show(opened, type, values, outcome), 422);
  });

  return app;
};
