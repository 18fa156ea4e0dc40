import { setTimeout as pause } from 'node:timers/promises';
import { measureBareServer } from './bare-server.ts';
import { openDesk, startAppPayment, type WaitingPayment } from './desk.ts';
import { percentilesOf, printDurations } from './percentiles.ts';
import { follow } from './stream.ts';
import { untilQuiet } from './until-quiet.ts';

// How long after a delivery of the provider has reached the desk a subscriber sees the case's new status.
const PAYMENTS = Number(process.argv[2] ?? 400);
/** Each payment is told twice: that it has succeeded, and that it has reached the balance. */
const EVENTS_PER_PAYMENT = 2;
const EVENTS_PER_SECOND = Number(process.argv[3] ?? 50);
/** Told before what is measured: a desk that has just started has compiled none of its queries, and none of its code. */
const WARMING = 40;

interface StatusSeen {
  readonly data?: { readonly eventAppended?: { readonly case: { readonly id: string } | null } };
}

const reference = await measureBareServer(PAYMENTS, (1_000 * EVENTS_PER_PAYMENT) / EVENTS_PER_SECOND);
const desk = await openDesk();
try {
  const waiting: WaitingPayment[] = [];
  for (let number = 1; number <= WARMING + PAYMENTS; number += 1)
    waiting.push(await startAppPayment(desk, number));
  await untilQuiet(desk);
  const firstSeen = new Map<string, number>();
  const query = 'subscription { eventAppended(types: [PAYMENT_STATUS_CHANGED]) { case { id } } }';
  const url = `${desk.stack.deskUrl}/graphql`;
  const leave = await follow({ url, headers: desk.headers, query }, ({ data }: StatusSeen, at) => {
    const id = data?.eventAppended?.case?.id;
    if (id && !firstSeen.has(id)) firstSeen.set(id, at);
  });
  const card = { payment_method: 'pm_card_visa', return_url: 'https://example.org' };
  /** Lets payments succeed and delivers what is told of them at the pace asked for; gives back the pace that was reached. */
  const tell = async (payments: readonly WaitingPayment[]): Promise<number> => {
    desk.gate.hold();
    for (const { intentId } of payments) await desk.provider(`payment_intents/${intentId}/confirm`, card);
    while (desk.gate.held() < payments.length * EVENTS_PER_PAYMENT) await pause(50);
    const started = performance.now();
    const before = desk.gate.letThrough();
    await desk.gate.release(EVENTS_PER_SECOND);
    const reached = ((desk.gate.letThrough() - before) / (performance.now() - started)) * 1_000;
    const patience = performance.now() + 60_000;
    while (payments.some(({ caseId }) => !firstSeen.has(caseId)) && performance.now() < patience)
      await pause(50);
    return reached;
  };
  await tell(waiting.slice(0, WARMING));
  await untilQuiet(desk);
  const measured = waiting.slice(WARMING);
  const reached = await tell(measured);
  leave();
  const took = measured.flatMap(({ caseId, intentId }) => {
    const [from, until] = [desk.gate.firstDelivery.get(intentId), firstSeen.get(caseId)];
    return from !== undefined && until !== undefined ? [until - from] : [];
  });
  console.log(`${Math.round(reached)} deliveries a second, ${EVENTS_PER_SECOND} asked for.`);
  printDurations({ 'bare server': percentilesOf(reference), 'delivery → status seen': percentilesOf(took) });
  if (took.length < PAYMENTS) console.log(`${PAYMENTS - took.length} were not seen within a minute.`);
} finally {
  await desk.stop();
}
