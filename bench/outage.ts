import { setTimeout as pause } from 'node:timers/promises';
import { openDesk } from './desk.ts';
import { untilQuiet } from './until-quiet.ts';

// What an outage has kept out is taken in and applied afterwards: how fast, and whether all of it. The events are of
// payments that somebody else takes over the same account, so that what is measured is the inbox and not the papers.
const EVENTS = Number(process.argv[2] ?? 2_000);
const HOUR = 3_600;

const desk = await openDesk();
/** What the API's process holds, in MB: of the machine, and of it what its program uses. */
const memory = async () => {
  const megabytes = async (name: string): Promise<number> => Math.round((await desk.metric(name)) / 2 ** 20);
  return {
    'RSS MB': await megabytes('process_resident_memory_bytes'),
    'heap used MB': await megabytes('nodejs_heap_size_used_bytes'),
    'heap MB': await megabytes('nodejs_heap_size_total_bytes'),
    'external MB': await megabytes('nodejs_external_memory_bytes'),
  };
};
const move = (advanceSeconds: number): Promise<Response> =>
  fetch(`${desk.stack.stripeUrl}/_sandbox/clock`, {
    method: 'POST',
    body: JSON.stringify({ advanceSeconds }),
  });

try {
  await untilQuiet(desk);
  const before = await memory();
  desk.gate.close(true);
  const foreign = { amount: '1190', currency: 'eur', payment_method: 'pm_card_visa', confirm: 'true' };
  // Each is told twice.
  for (let paid = 0; paid < EVENTS / 2; paid += 1)
    await desk.provider('payment_intents', { ...foreign, return_url: 'https://example.org' });
  await pause(1_000);
  desk.gate.close(false);
  const started = performance.now();
  // The provider comes again after a while, by its own clock.
  await move(2 * HOUR);
  while (desk.gate.letThrough() < EVENTS) await pause(100);
  const taken = performance.now();
  await untilQuiet(desk);
  const applied = performance.now() - 2_000;
  const perSecond = (until: number): number => Math.round((EVENTS / (until - started)) * 1_000);
  console.table({
    'taken in': {
      events: desk.gate.letThrough(),
      seconds: Math.round((taken - started) / 100) / 10,
      'per second': perSecond(taken),
    },
    applied: {
      events: EVENTS,
      seconds: Math.round((applied - started) / 100) / 10,
      'per second': perSecond(applied),
    },
  });
  console.table({ before, after: await memory() });
} finally {
  await desk.stop();
}
