import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type Stripe from 'stripe';
import type { World } from '../world.ts';
import { message, page } from './layout.ts';
import { formatAmount, type Language, languageOf, TEXTS } from './texts.ts';

type Instructions = Stripe.PaymentIntent.NextAction.DisplayBankTransferInstructions;

const spaced = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');

const instructionsPage = (given: Instructions, language: Language) => {
  const t = TEXTS[language];
  const account = given.financial_addresses?.[0]?.iban;
  const amount = formatAmount(given.amount_remaining ?? 0, given.currency ?? 'eur', language);
  const line = (label: string, value: string) =>
    html`<tr><td>${label}</td><td><strong>${value}</strong></td></tr>`;
  return page(
    language,
    t.transferTitle,
    html`<main><section class="sheet narrow"><h1>${t.transferTitle}</h1><p class="amount">${amount}</p>
<table>${line(t.accountHolder, account?.account_holder_name ?? '')}${line(t.iban, spaced(account?.iban ?? ''))}
${line('BIC', account?.bic ?? '')}${line(t.transferReference, given.reference ?? '')}</table>
<p class="soft">${t.transferNote}</p></section></main>`,
  );
};

/** The page that tells a customer where to transfer what is still open. */
export const transferRoutes = (world: World): Hono =>
  new Hono().get('/c/transfer/:id', (c: Context) => {
    const language = languageOf(null, c.req.header('Accept-Language'));
    const t = TEXTS[language];
    const intent = world.store.shelves.paymentIntents.find(c.req.param('id') ?? '')?.value;
    const given = intent?.next_action?.display_bank_transfer_instructions;
    if (!intent) return c.html(message(language, t.notFoundTitle, t.notFoundText), 404);
    if (!given) return c.html(message(language, t.transferTitle, t.transferDone));
    c.header('Cache-Control', 'no-store');
    return c.html(instructionsPage(given, language));
  });
