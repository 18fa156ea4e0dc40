import { isLive } from '@zahlwerk/domain/workflow/money-track';
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call } from '../../test/case-call.ts';
import { CARDS } from '../../test/on-the-hosted-page.ts';
import { readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { chance } from '../demo/moments.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
let clerk: TestClient;
let readers: readonly { readonly id: string; readonly device: string }[];

beforeAll(async () => {
  stage = await aConnectedDesk();
  clerk = await stage.signIn('CLERK');
  const owner = await stage.signIn('OWNER');
  for (const label of ['Tresen', 'Messe'])
    await call(owner, 'registerReader', { registrationCode: 'simulated-s700', label });
  const { data } = await clerk.query('{ readerStatuses { reader { id label } } }');
  const devices = (await stage.account.stripe.terminal.readers.list()).data;
  readers = data.readerStatuses.map(({ reader }: { reader: { id: string; label: string } }) => ({
    id: reader.id,
    device: devices.find(({ label }) => label === reader.label)?.id ?? '',
  }));
});
afterAll(() => stage.stop());

/** Something at one of the readers; what is not possible just then does not happen. */
type Act = (caseId: string, reader: (typeof readers)[number]) => Promise<unknown>;

const press =
  (lever: string, body: Readonly<Record<string, unknown>>): Act =>
  (_caseId, { device }) =>
    stage.sandbox.press(`readers/${device}/${lever}`, body).catch(() => null);

const onCase =
  (name: string, ofReader = false): Act =>
  (id, { id: readerId }) =>
    call(clerk, name, { caseId: encodeId('PaymentCase', id), ...(ofReader ? { readerId } : {}) });

/** Everything that can happen on a counter, the likely more than once. */
const ACTS: readonly Act[] = [
  ...Array<Act>(5).fill(onCase('startReaderPayment', true)),
  onCase('cancelReaderPayment'),
  onCase('updatePaymentStatus'),
  press('present', { number: CARDS.good }),
  ...Array<Act>(2).fill(press('present', { number: CARDS.withoutFunds })),
  press('abandon', { code: 'customer_canceled' }),
  press('abandon', { code: 'terminal_reader_timeout' }),
  press('status', { status: 'offline' }),
  ...Array<Act>(2).fill(press('status', { status: 'online' })),
  (_caseId, { device }) => stage.account.stripe.terminal.readers.cancelAction(device).catch(() => null),
  (caseId) => stage.openCheckout(caseId).catch(() => null),
];

const pick = <Item>(list: readonly Item[], name: string): Item =>
  list[Math.floor(chance(name) * list.length)] as Item;

const paidAtProvider = async (caseId: string): Promise<readonly Stripe.PaymentIntent[]> => {
  const { data } = await stage.account.stripe.paymentIntents.list({ limit: 100 });
  return data.filter(({ metadata, status }) => metadata.caseId === caseId && status === 'succeeded');
};

const WALKS = 8;
const STEPS = 10;

describe('whatever happens on a counter', { timeout: 180_000 }, () => {
  it.each(Array.from({ length: WALKS }, (_, index) => `walk ${index + 1}`))(
    'the case can be paid, once, and what was paid is booked (%s)',
    async (walk) => {
      const caseId = await stage.desk.waiting({ channel: 'IN_PERSON' });
      const isDeaf = chance(walk) < 0.5;
      if (isDeaf) await stage.sandbox.press('faults', { lever: 'webhook_drop' });
      for (let step = 1; step <= STEPS; step += 1) {
        await pick(ACTS, `${walk}:${step}`)(caseId, pick(readers, `${walk}:${step}:at`));
        if (chance(`${walk}:${step}:heard`) < 0.5) await stage.settle();
      }
      await stage.sandbox.release();
      const counter = readers[0] as (typeof readers)[number];
      for (const reader of readers) await press('status', { status: 'online' })(caseId, reader);
      await stage.settle();
      await onCase('updatePaymentStatus')(caseId, counter);
      // Whatever it has come to, it can be brought to an end, and only once.
      for (const act of [onCase('startReaderPayment', true), press('present', { number: CARDS.good })]) {
        await act(caseId, counter);
        await stage.settle();
      }
      expect(await paidAtProvider(caseId)).toHaveLength(1);
      const { payments, attempts, publishedStatus } = await stage.desk.read(caseId);
      expect([payments.length, publishedStatus]).toEqual([1, 'SETTLED']);
      expect(attempts.filter(isLive)).toEqual([]);
      expect(await readViolations(stage.database)).toEqual([]);
    },
  );
});
