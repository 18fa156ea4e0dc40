import { type Context, Hono } from 'hono';
import type { MailHooks } from '../resend/mail-hooks.ts';
import type { Heartbeat } from '../stripe/heartbeat.ts';
import type { World } from '../stripe/world.ts';
import { isViesLever, type Vies } from '../vies/vies.ts';
import { type Actions, isStep, STEPS } from './actions.ts';
import { toFault, toTimes } from './levers.ts';

const bodyOf = async (c: Context): Promise<Record<string, unknown>> => {
  const text = await c.req.text();
  if (text === '') return {};
  const isJson = text.trimStart().startsWith('{');
  const parsed: unknown = isJson ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
};

/** Unix seconds from a number or an ISO date. */
const toUnix = (value: unknown): number | undefined => {
  if (value === undefined || value === '') return undefined;
  const seconds = /^\d+$/.test(String(value)) ? Number(value) : Math.floor(Date.parse(String(value)) / 1000);
  return Number.isFinite(seconds) ? seconds : undefined;
};

interface Beside {
  readonly hooks: MailHooks;
  readonly vies: Vies;
}

/** The levers under /_sandbox: clock, faults and next steps, for tests and for scripts. No key is asked for. */
export const controlRoutes = (
  world: World,
  heartbeat: Heartbeat,
  actions: Actions,
  { hooks, vies }: Beside,
): Hono => {
  const app = new Hono();
  const { clock, faults, store } = world;

  const clockState = () => ({
    now: clock.now(),
    iso: new Date(clock.now() * 1000).toISOString(),
    stopped: clock.isStopped(),
  });

  app.get('/_sandbox/clock', (c) => c.json(clockState()));
  app.post('/_sandbox/clock', async (c) => {
    const body = await bodyOf(c);
    const now = toUnix(body.now);
    const advance = body.advanceSeconds === undefined ? undefined : Number(body.advanceSeconds);
    if (now === undefined && body.now !== undefined)
      return c.json({ error: 'now: unix seconds or an ISO date' }, 400);
    if (advance !== undefined && !Number.isInteger(advance))
      return c.json({ error: 'advanceSeconds: an integer' }, 400);
    if (body.stopped === true || body.stopped === 'true') clock.stop();
    if (body.stopped === false || body.stopped === 'false') clock.start();
    if (now !== undefined) clock.set(now);
    if (advance !== undefined) clock.advance(advance);
    return c.json(clockState());
  });

  app.get('/_sandbox/faults', (c) => c.json({ faults: faults.all() }));
  app.post('/_sandbox/faults', async (c) => {
    const body = await bodyOf(c);
    const fault = toFault(body);
    return fault ? c.json(faults.pull(fault, toTimes(body)), 201) : c.json({ error: 'unknown lever' }, 400);
  });
  app.delete('/_sandbox/faults', (c) => {
    faults.releaseAll();
    return c.json({ done: true });
  });
  app.delete('/_sandbox/faults/:id', (c) => {
    faults.release(c.req.param('id'));
    return c.json({ done: true });
  });

  app.get('/_sandbox/deliveries', (c) => {
    const event = c.req.query('event');
    const deliveries = store.shelves.deliveries
      .entries()
      .filter(({ value }) => event === undefined || value.event === event)
      .map(({ account, value }) => ({ account, ...value }));
    return c.json({ deliveries });
  });
  /** Answers once no delivery is under way or due. */
  app.post('/_sandbox/settle', async (c) => {
    await heartbeat.pump.settled();
    await hooks.settled();
    return c.json({ done: true });
  });
  app.post('/_sandbox/resend-webhook', async (c) => {
    const { url, secret } = await bodyOf(c);
    hooks.pointTo(typeof url === 'string' && typeof secret === 'string' ? { url, secret } : null);
    return c.json({ done: true });
  });
  app.get('/_sandbox/vies', (c) => c.json({ asked: vies.asked() }));
  app.post('/_sandbox/vies', async (c) => {
    const { lever, vatId, times } = await bodyOf(c);
    if (!isViesLever(lever)) return c.json({ error: 'unknown lever' }, 400);
    vies.pull(lever, typeof vatId === 'string' && vatId !== '' ? vatId : null, toTimes({ times }));
    return c.json({ done: true }, 201);
  });
  app.delete('/_sandbox/vies', (c) => {
    vies.release();
    return c.json({ done: true });
  });
  app.post('/_sandbox/payouts/run', async (c) => {
    const { account, arrive } = await bodyOf(c);
    const all = new Set(store.shelves.balanceTransactions.entries().map((entry) => entry.account));
    const accounts = typeof account === 'string' && account !== '' ? [account] : [...all];
    const payouts = accounts.flatMap((id) => actions.runPayout(id, arrive === true || arrive === 'true'));
    return c.json({ payouts: payouts.map(({ id }) => id) });
  });
  for (const name of Object.keys(STEPS).filter(isStep)) {
    app.post(`/_sandbox/${STEPS[name].path}`, async (c) => {
      const found = actions.take(name, c.req.param('id') ?? '', await bodyOf(c));
      return c.json(found ? { done: true } : { error: 'nothing to do' }, found ? 200 : 404);
    });
  }

  return app;
};
