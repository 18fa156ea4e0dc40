import { type Context, Hono } from 'hono';
import { type Actions, isStep } from '../control/actions.ts';
import { toFault, toTimes } from '../control/levers.ts';
import { message } from '../stripe/hosted/layout.ts';
import { languageOf, TEXTS } from '../stripe/hosted/texts.ts';
import type { World } from '../stripe/world.ts';
import { eventList } from './events.ts';
import { objectList, objectPage } from './objects.ts';
import { type Links, overview } from './overview.ts';
import { isBrowsable } from './view.ts';

type Form = Record<string, string>;

/** The sandbox's own page: looks into the stand-ins and takes the next step in them. */
export const pageRoutes = (world: World, actions: Actions, links: () => Links): Hono => {
  const app = new Hono();
  const languageFor = (c: Context) => languageOf(null, c.req.header('Accept-Language'));
  const notFound = (c: Context) => {
    const language = languageFor(c);
    return c.html(message(language, TEXTS[language].notFoundTitle, TEXTS[language].notFoundText), 404);
  };

  app.get('/', (c) => c.html(overview(world, links(), languageFor(c))));
  app.get('/accounts/:account/events', (c) =>
    c.html(eventList(world, c.req.param('account'), languageFor(c))),
  );
  app.get('/accounts/:account/:name', (c) => {
    const name = c.req.param('name');
    return isBrowsable(name)
      ? c.html(objectList(world, c.req.param('account'), name, languageFor(c)))
      : notFound(c);
  });
  app.get('/objects/:id', (c) => {
    const found = objectPage(world, c.req.param('id'), languageFor(c));
    return found ? c.html(found) : notFound(c);
  });

  const steps: Record<string, (form: Form) => void> = {
    clock: ({ advanceSeconds }) => world.clock.advance(Number.parseInt(advanceSeconds ?? '0', 10) || 0),
    payout: ({ account = '', arrive }) => void actions.runPayout(account, arrive === 'true'),
    release: ({ id = '' }) => world.faults.release(id),
    fault: (form) => {
      const fault = toFault(form);
      if (fault) world.faults.pull(fault, toTimes(form));
    },
  };

  app.post('/do/:step', async (c) => {
    const name = c.req.param('step');
    const form: Form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const take = steps[name];
    if (take) take(form);
    else if (isStep(name)) actions.take(name, form.id ?? '', form);
    else return notFound(c);
    const from = c.req.header('Referer');
    return c.redirect(from ? new URL(from).pathname : '/', 303);
  });

  return app;
};
