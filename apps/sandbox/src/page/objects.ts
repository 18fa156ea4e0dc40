import { html } from 'hono/html';
import { type Markup, page } from '../stripe/hosted/layout.ts';
import { formatDate, type Language } from '../stripe/hosted/texts.ts';
import { openScope, type World } from '../stripe/world.ts';
import { stepsFor } from './next-steps.ts';
import { PAGE_TEXTS } from './texts.ts';
import { BROWSABLE, type Browsable, glance } from './view.ts';

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
