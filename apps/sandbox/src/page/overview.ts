import { html } from 'hono/html';
import { API_LEVERS, WEBHOOK_LEVERS } from '../stripe/faults.ts';
import { type Markup, page } from '../stripe/hosted/layout.ts';
import { formatAmount, formatDate, type Language } from '../stripe/hosted/texts.ts';
import { balanceOf } from '../stripe/money/balance.ts';
import { openScope, type World } from '../stripe/world.ts';
import { PAGE_TEXTS } from './texts.ts';
import { BROWSABLE, step } from './view.ts';

export interface Links {
  readonly inbox: string;
  readonly sms: string;
}

const accountsOf = (world: World): string[] => {
  const { customers, paymentIntents, checkoutSessions, setupIntents, webhookEndpoints } = world.store.shelves;
  const entries = [customers, paymentIntents, checkoutSessions, setupIntents, webhookEndpoints].flatMap(
    (shelf) => shelf.entries().map((entry) => entry.account),
  );
  return [...new Set(entries)].sort();
};

const accountPart = (world: World, account: string, language: Language): Markup => {
  const t = PAGE_TEXTS[language];
  const scope = openScope(world, account);
  const balance = balanceOf(scope);
  const sums = balance.available.map(({ amount, currency }) => {
    const pending = balance.pending.find((part) => part.currency === currency)?.amount ?? 0;
    return `${formatAmount(amount, currency, language)} / ${formatAmount(pending, currency, language)}`;
  });
  const counted = BROWSABLE.map((name) => ({ name, count: scope.tables[name].newestFirst().length }));
  return html`<section class="sheet"><h2>${account}</h2><p class="soft">${t.balance}: ${sums.join(', ')}</p>
<table>${counted
    .filter(({ count }) => count > 0)
    .map(
      ({ name, count }) =>
        html`<tr><td><a href="/accounts/${account}/${name}">${name}</a></td><td class="number">${count}</td></tr>`,
    )}
<tr><td><a href="/accounts/${account}/events">${t.events}</a></td><td class="number">${scope.tables.events.newestFirst().length}</td></tr></table>
${step('/do/payout', t.runPayout, { account })}${step('/do/payout', t.runPayoutArrive, { account, arrive: 'true' })}</section>`;
};

const clockPart = (world: World, language: Language): Markup => {
  const t = PAGE_TEXTS[language];
  const ahead = (seconds: number, label: string) =>
    step('/do/clock', label, { advanceSeconds: String(seconds) });
  return html`<section class="sheet"><h2>${t.clock}</h2><p><strong>${formatDate(world.clock.now(), language)}</strong></p>
<p class="soft">${t.clockLead}</p>${ahead(3600, t.hour)}${ahead(86_400, t.day)}${ahead(7 * 86_400, t.week)}</section>`;
};

const faultPart = (world: World, language: Language): Markup => {
  const t = PAGE_TEXTS[language];
  const pulled = world.faults.all();
  return html`<section class="sheet"><h2>${t.faults}</h2>
${
  pulled.length === 0
    ? html`<p class="soft">${t.noFaults}</p>`
    : html`<table>${pulled.map(
        ({ id, fault, left }) =>
          html`<tr><td>${fault.lever}</td><td class="number">${left ?? '∞'}</td><td>${step('/do/release', t.release, { id })}</td></tr>`,
      )}</table>`
}
<form method="post" action="/do/fault"><div class="pair"><div class="field"><label for="lever">${t.lever}</label>
<select id="lever" name="lever">${[...WEBHOOK_LEVERS, ...API_LEVERS].map(
    (name) => html`<option>${name}</option>`,
  )}</select></div>
<div class="field"><label for="times">${t.times}</label><input id="times" name="times" inputmode="numeric"></div></div>
<button type="submit">${t.pull}</button></form></section>`;
};

/** The first page: where everything is, the clock, the accounts, the levers. */
export const overview = (world: World, links: Links, language: Language): Markup => {
  const t = PAGE_TEXTS[language];
  const accounts = accountsOf(world);
  return page(
    language,
    t.title,
    html`<main><section class="sheet"><h1>${t.title}</h1><p>${t.lead}</p>
<p><a href="${links.inbox}">${t.inbox}</a> · <a href="${links.sms}">${t.sms}</a></p></section>
${clockPart(world, language)}
${accounts.length === 0 ? html`<section class="sheet"><h2>${t.accounts}</h2><p class="soft">${t.noAccounts}</p></section>` : accounts.map((account) => accountPart(world, account, language))}
${faultPart(world, language)}</main>`,
  );
};
