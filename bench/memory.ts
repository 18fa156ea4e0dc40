import { setTimeout as pause } from 'node:timers/promises';
import { type BenchDesk, openDesk } from './desk.ts';
import { untilQuiet } from './until-quiet.ts';

// What the API's process has grown to after each tenth of many events, the first tenth being the reference: what is kept
// of an event, and never given back, shows between the two.
const EVENTS = Number(process.argv[2] ?? 100_000);
const TENTHS = 10;
/** Payments that are on their way at once, so that the inbox never holds more than a little. */
const ROUND = 250;
const EVENTS_PER_PAYMENT = 2;
const FOREIGN = {
  ...{ amount: '1190', currency: 'eur', confirm: 'true' },
  ...{ payment_method: 'pm_card_visa', return_url: 'https://example.org' },
};

const megabytes = async ({ metric }: BenchDesk, name: string): Promise<number> =>
  Math.round((await metric(name)) / 2 ** 20);

/** Lets payments of somebody else on the same account be told until that many deliveries have been taken in. */
const deliver = async (desk: BenchDesk, events: number): Promise<void> => {
  let told = desk.gate.letThrough();
  while (told < events) {
    for (let paid = 0; paid < ROUND && told < events; paid += 1, told += EVENTS_PER_PAYMENT)
      await desk.provider('payment_intents', FOREIGN);
    while (desk.gate.letThrough() < told) await pause(50);
  }
};

const desk = await openDesk();
try {
  let first: number | null = null;
  for (let tenth = 1; tenth <= TENTHS; tenth += 1) {
    await deliver(desk, (EVENTS / TENTHS) * tenth);
    await untilQuiet(desk);
    const rss = await megabytes(desk, 'process_resident_memory_bytes');
    first ??= rss;
    const used = await megabytes(desk, 'nodejs_heap_size_used_bytes');
    console.log(
      `${desk.gate.letThrough()} events: RSS ${rss} MB (${rss - first} more), heap used ${used} MB`,
    );
  }
} finally {
  await desk.stop();
}
