import { html } from 'hono/html';
import { type Markup, page } from '../stripe/hosted/layout.ts';
import { formatDate, type Language } from '../stripe/hosted/texts.ts';
import { openScope, type World } from '../stripe/world.ts';
import { PAGE_TEXTS } from './texts.ts';
import { BROWSABLE, type Browsable, glance, step } from './view.ts';

/** All objects of one kind of one account. */
export const objectList = (world: World, account: string, name: Browsable, language: Language): Markup => {
  const t = PAGE_TEXTS[language];
  const objects = openScope(world, account).tables[name].newestFirst();
  return page(
    language,
    name,
    html`<main><section class="sheet"><a class="up" href="/">${t.back}</a><h1>${name}</h1><p class="soft">${account}</p>
${
  objects.length === 0
    ? html`<p>${t.nothing}</p>`
    : html`<table>${objects.map(
        (object) =>
          html`<tr><td><a href="/objects/${object.id}">${object.id}</a></td><td>${glance(object, language)}</td></tr>`,
      )}</table>`
}</section></main>`,
  );
};

/** What can be done with an object instead of waiting. */
const stepsFor = (world: World, name: Browsable, object: { id: string }, language: Language): Markup[] => {
  const t = PAGE_TEXTS[language];
  const { id } = object;
  const status: unknown = Reflect.get(object, 'status');
  const url: unknown = Reflect.get(object, 'url');
  const intent = (outcome: string, label: string) => step('/do/authenticate', label, { id, outcome });
  if ((name === 'paymentIntents' || name === 'setupIntents') && status === 'requires_action') {
    return [intent('complete', t.authenticate), intent('fail', t.failAuthentication)];
  }
  if (name === 'paymentIntents' && status === 'processing') {
    return [
      step('/do/debit', t.debitSucceeds, { id, outcome: 'succeed' }),
      step('/do/debit', t.debitFails, { id, outcome: 'fail' }),
    ];
  }
  if (name === 'checkoutSessions' && typeof url === 'string')
    return [html`<a class="button" href="${url}">${t.openPage}</a>`];
  if (name === 'payouts' && status !== 'failed') {
    const arrive = status === 'in_transit' ? [step('/do/payout-arrive', t.arrivePayout, { id })] : [];
    return [...arrive, step('/do/payout-fail', t.failPayout, { id })];
  }
  const isWaiting = world.store.shelves.dueWork.entries().some(({ value }) => value.subject === id);
  return name === 'refunds' && isWaiting ? [step('/do/refund', t.settleRefund, { id })] : [];
};

/** One object with its next steps and its whole content, ids in it as links. */
export const objectPage = (world: World, id: string, language: Language): Markup | undefined => {
  const t = PAGE_TEXTS[language];
  const name = BROWSABLE.find((candidate) => world.store.shelves[candidate].find(id));
  const entry = name && world.store.shelves[name].find(id);
  if (!name || !entry) return undefined;
  const steps = stepsFor(world, name, entry.value, language);
  const lines = JSON.stringify(entry.value, null, 2).split(/("[a-z]{2,8}_[A-Za-z0-9_]{16,}")/);
  const created: unknown = Reflect.get(entry.value, 'created');
  return page(
    language,
    id,
    html`<main><section class="sheet"><a class="up" href="/accounts/${entry.account}/${name}">${name}</a><h1>${id}</h1>
<p class="soft">${entry.account}${typeof created === 'number' ? ` · ${formatDate(created, language)}` : ''}</p>
${steps.length > 0 ? html`<h2>${t.nextSteps}</h2>${steps}` : ''}
<pre>${lines.map((part, index) =>
      index % 2 === 1 && part !== `"${id}"`
        ? html`"<a href="/objects/${part.slice(1, -1)}">${part.slice(1, -1)}</a>"`
        : part,
    )}</pre></section></main>`,
  );
};
