import { Hono } from 'hono';
import { html } from 'hono/html';
import type { ApiApp, ApiContext } from '../http/api-routes.ts';
import type { World } from '../world.ts';
import { message, page } from './layout.ts';
import { formatAmount, formatDate, languageOf, TEXTS } from './texts.ts';

/** The pages behind a charge's `receipt_url` and a mandate's `url`. */
export const paperRoutes = (world: World): ApiApp => {
  const app: ApiApp = new Hono();
  const languageFor = (c: ApiContext) => languageOf(null, c.req.header('Accept-Language'));
  const notFound = (c: ApiContext) => {
    const language = languageFor(c);
    return c.html(message(language, TEXTS[language].notFoundTitle, TEXTS[language].notFoundText), 404);
  };

  app.get('/receipts/:id', (c) => {
    const charge = world.store.shelves.charges.find(c.req.param('id'))?.value;
    if (!charge?.paid) return notFound(c);
    const language = languageFor(c);
    const t = TEXTS[language];
    const details = charge.payment_method_details;
    const paidBy = details?.card
      ? `${details.card.brand ?? ''} •••• ${details.card.last4 ?? ''}`
      : details?.sepa_debit
        ? `SEPA •••• ${details.sepa_debit.last4 ?? ''}`
        : t.transfer;
    return c.html(
      page(
        language,
        t.receiptTitle,
        html`<main><section class="sheet narrow"><h1>${t.receiptTitle}</h1>
<p class="amount">${formatAmount(charge.amount_captured || charge.amount, charge.currency, language)}</p>
<p>${charge.description ?? ''}</p>
<dl><dt>${t.receiptDate}</dt><dd>${formatDate(charge.created, language)}</dd>
<dt>${t.receiptMethod}</dt><dd>${paidBy}</dd>
${charge.amount_refunded > 0 ? html`<dt>${t.receiptRefunded}</dt><dd>${formatAmount(charge.amount_refunded, charge.currency, language)}</dd>` : ''}</dl></section></main>`,
      ),
    );
  });

  app.get('/mandates/:id', (c) => {
    const entry = world.store.shelves.mandates.find(c.req.param('id'));
    if (!entry) return notFound(c);
    const { payment_method: methodId, payment_method_details: details } = entry.value;
    const method =
      typeof methodId === 'string' ? world.store.shelves.paymentMethods.find(methodId)?.value : undefined;
    const language = languageFor(c);
    const t = TEXTS[language];
    return c.html(
      page(
        language,
        t.mandateTitle,
        html`<main><section class="sheet narrow"><h1>${t.mandateTitle}</h1><p>${t.mandate('Zahlwerk Sandbox')}</p>
<dl><dt>${t.mandateReference}</dt><dd>${details.sepa_debit?.reference ?? ''}</dd>
<dt>${t.accountHolder}</dt><dd>${method?.billing_details.name ?? ''}</dd>
<dt>${t.mandateAccount}</dt><dd>${method?.sepa_debit?.country ?? ''} •••• ${method?.sepa_debit?.last4 ?? ''}</dd></dl></section></main>`,
      ),
    );
  });

  return app;
};
