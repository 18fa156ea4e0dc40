import { html } from 'hono/html';
import type { Delivery } from '../state/records.ts';
import { type Markup, page } from '../stripe/hosted/layout.ts';
import { formatDate, type Language } from '../stripe/hosted/texts.ts';
import { openScope, type World } from '../stripe/world.ts';
import { PAGE_TEXTS } from './texts.ts';
import { step } from './view.ts';

const SHOWN = 200;

const deliveryLine = (delivery: Delivery, language: Language): Markup => {
  const t = PAGE_TEXTS[language];
  const attempts = delivery.attempts.map(
    ({ at, status, error }) =>
      html`<br><span class="soft">${formatDate(at, language)}: ${status ?? ''} ${error ?? 'OK'}</span>`,
  );
  return html`<div>${delivery.endpoint}: <strong>${delivery.state}</strong> · ${t.attempts}: ${delivery.attempts.length}${
    delivery.nextTryAt === null ? '' : html` · ${t.nextTry}: ${formatDate(delivery.nextTryAt, language)}`
  }${attempts}</div>`;
};

/** An account's events, newest first, each with its deliveries and their attempts. */
export const eventList = (world: World, account: string, language: Language): Markup => {
  const t = PAGE_TEXTS[language];
  const { events, deliveries } = openScope(world, account).tables;
  const byEvent = Map.groupBy(deliveries.newestFirst(), (delivery) => delivery.event);
  const rows = events
    .newestFirst()
    .slice(0, SHOWN)
    .map((event) => {
      const own = byEvent.get(event.id) ?? [];
      const subject: unknown = Reflect.get(event.data.object, 'id');
      return html`<tr><td><strong>${event.type}</strong><br>${
        typeof subject === 'string' ? html`<a href="/objects/${subject}">${subject}</a><br>` : ''
      }<span class="soft">${event.id} · ${formatDate(event.created, language)}</span></td>
<td>${own.length === 0 ? html`<span class="soft">${t.noEndpoint}</span>` : own.map((delivery) => deliveryLine(delivery, language))}
${own.length === 0 ? '' : step('/do/redeliver', t.redeliver, { id: event.id })}</td></tr>`;
    });
  return page(
    language,
    t.events,
    html`<main><section class="sheet"><a class="up" href="/">${t.back}</a><h1>${t.events}</h1><p class="soft">${account}</p>
${rows.length === 0 ? html`<p>${t.nothing}</p>` : html`<table>${rows}</table>`}</section></main>`,
  );
};
