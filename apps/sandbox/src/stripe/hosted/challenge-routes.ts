import { Hono } from 'hono';
import { html } from 'hono/html';
import type Stripe from 'stripe';
import type { Challenge } from '../../state/records.ts';
import { completeIfDone, successUrlOf } from '../checkout/pay-session.ts';
import type { ApiApp, ApiContext } from '../http/api-routes.ts';
import { endChallenge } from '../payments/authenticate.ts';
import { openScope, type Scope, type World } from '../world.ts';
import { message, page } from './layout.ts';
import { formatAmount, languageOf, TEXTS } from './texts.ts';

const intentOf = (
  scope: Scope,
  challenge: Challenge,
): Stripe.PaymentIntent | Stripe.SetupIntent | undefined =>
  scope.tables.paymentIntents.get(challenge.intent) ?? scope.tables.setupIntents.get(challenge.intent);

/** The merchant's page with what Stripe appends to it. */
const returnUrl = (
  challenge: Challenge,
  intent: Stripe.PaymentIntent | Stripe.SetupIntent,
): string | null => {
  if (challenge.returnUrl === null) return null;
  const url = new URL(challenge.returnUrl);
  url.searchParams.set(intent.object, intent.id);
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret ?? '');
  url.searchParams.set(
    'redirect_status',
    challenge.state === 'completed' && intent.status !== 'requires_payment_method' ? 'succeeded' : 'failed',
  );
  return url.toString();
};

/** The bank's page: the customer passes or fails 3-D Secure, and is sent back to where he came from. */
export const challengeRoutes = (world: World, afterEach: () => void): ApiApp => {
  const app: ApiApp = new Hono();

  const find = (c: ApiContext) => {
    const entry = world.store.shelves.challenges.find(c.req.param('id') ?? '');
    if (!entry) return undefined;
    const scope = openScope(world, entry.account);
    const id = entry.value.checkoutSession;
    const session = id ? scope.tables.checkoutSessions.get(id) : undefined;
    return {
      scope,
      challenge: entry.value,
      intent: intentOf(scope, entry.value),
      session,
      language: languageOf(session?.locale, c.req.header('Accept-Language')),
    };
  };
  const notFound = (c: ApiContext) => {
    const language = languageOf(null, c.req.header('Accept-Language'));
    return c.html(message(language, TEXTS[language].notFoundTitle, TEXTS[language].notFoundText), 404);
  };
  const onward = (c: ApiContext) => {
    const found = find(c);
    if (!found?.intent) return notFound(c);
    const { session, challenge, intent, language } = found;
    if (session)
      return c.redirect(session.status === 'complete' ? successUrlOf(session) : `/c/pay/${session.id}`, 303);
    const target = returnUrl(challenge, intent);
    return target
      ? c.redirect(target, 303)
      : c.html(message(language, TEXTS[language].challengeTitle, TEXTS[language].challengeDone));
  };

  app.get('/c/authenticate/:id', (c) => {
    const found = find(c);
    if (!found?.intent) return notFound(c);
    const { scope, challenge, intent, session, language } = found;
    if (challenge.state !== 'open') return onward(c);
    const t = TEXTS[language];
    const method =
      typeof intent.payment_method === 'string'
        ? scope.tables.paymentMethods.get(intent.payment_method)
        : undefined;
    const name = session?.branding_settings?.display_name ?? 'Zahlwerk Sandbox';
    c.header('Cache-Control', 'no-store');
    return c.html(
      page(
        language,
        t.challengeTitle,
        html`<main><section class="sheet narrow"><h1>${t.challengeTitle}</h1><p>${t.challengeText(name)}</p>
${intent.object === 'payment_intent' ? html`<p class="amount">${formatAmount(intent.amount, intent.currency, language)}</p>` : ''}
<p class="soft">${t.challengeCard(method?.card?.last4 ?? '')}</p>
<form method="post"><button type="submit" name="outcome" value="complete">${t.complete}</button>
<button class="quiet" type="submit" name="outcome" value="fail">${t.fail}</button></form></section></main>`,
      ),
    );
  });

  app.post('/c/authenticate/:id', async (c) => {
    const passed = String((await c.req.parseBody()).outcome ?? '') === 'complete';
    const found = find(c);
    if (!found?.intent) return notFound(c);
    const { scope, challenge, session } = found;
    world.store.work(() => {
      endChallenge(scope, challenge, passed);
      if (session) completeIfDone(scope, session.id);
    });
    afterEach();
    return onward(c);
  });

  return app;
};
