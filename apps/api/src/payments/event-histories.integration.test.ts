import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { deliver } from '../../test/deliver.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import { chance } from '../demo/moments.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk({ isSwept: false });
  // What the provider has to tell is delivered by the test: late, in any order, and more than once.
  await stage.sandbox.press('faults', { lever: 'webhook_drop' });
});
afterAll(() => stage.stop());

/** What has happened so far to one case's payment, at the provider alone. */
interface History {
  readonly attemptId: string;
  intentId: string | null;
}

type Act = (history: History) => Promise<unknown>;

const confirm = async (history: History, method: string): Promise<unknown> => {
  const { paymentIntents } = stage.account.stripe;
  const how = { payment_method: method, return_url: 'https://example.org' };
  if (history.intentId) return paymentIntents.confirm(history.intentId, how);
  const { attemptId } = history;
  const asked = { amount: 119_00, currency: 'eur', confirm: true, metadata: { attemptId } };
  const made = await paymentIntents.create({ ...asked, ...how });
  history.intentId = made.id;
};

const declines: Act = (history) =>
  confirm(history, 'pm_card_visa_chargeDeclined').catch((error: Stripe.errors.StripeCardError) => {
    history.intentId = error.payment_intent?.id ?? null;
  });
const pays: Act = (history) => confirm(history, 'pm_card_visa');
const refunds =
  (amount: number): Act =>
  ({ intentId }) =>
    stage.account.stripe.refunds.create({ payment_intent: intentId ?? '', amount });
const disputes: Act = async ({ intentId }) => {
  const { latest_charge: charge } = await stage.account.stripe.paymentIntents.retrieve(intentId ?? '');
  await stage.sandbox.press(`charges/${charge}/dispute`, { reason: 'product_not_received' });
};
const givesIn: Act = async ({ intentId }) => {
  const { data } = await stage.account.stripe.disputes.list({ payment_intent: intentId ?? '' });
  await stage.account.stripe.disputes.close(data[0]?.id ?? '');
};

const HISTORIES: readonly (readonly [what: string, acts: readonly Act[]])[] = [
  ['a payment after two declines', [declines, declines, pays]],
  ['a payment of which parts go back', [pays, refunds(19_00), refunds(5_00)]],
  ['a payment that is disputed and lost', [declines, pays, disputes, givesIn]],
  ['a payment of which a part goes back before it is disputed', [pays, refunds(19_00), disputes]],
];

/**
 * Where the money is in the end, which the order of the news must not change. How much of it is given to the claim may
 * differ: the machine only confirms what comes exactly, and leaves to people what had shrunk before it was heard of.
 */
const endOf = async (caseId: string) => {
  const { publishedStatus, ...found } = await stage.desk.read(caseId);
  return {
    publishedStatus,
    attempts: found.attempts.map(({ state }) => state),
    payments: found.payments.map(({ amount, fee, refunded, disputed }) => ({
      amount,
      fee,
      refunded,
      disputed,
    })),
    refunds: found.refunds.map(({ amount, state }) => `${amount.minor} ${state}`).sort(),
    disputes: found.disputes.map(({ amount, fee, state }) => ({ amount, fee, state })),
    ledger: await queryAll(
      stage.database,
      `SELECT CASE WHEN key IN ('RECEIVABLE', 'CUSTOMER_CREDIT') THEN 'CUSTOMER' ELSE key END AS key,
              sum(amount_minor) AS minor
       FROM journal_line line
       JOIN journal_entry entry ON entry.organization_id = line.organization_id AND entry.id = line.entry_id
       JOIN ledger_account account ON account.organization_id = line.organization_id AND account.id = line.account_id
       WHERE case_id = $1 GROUP BY 1 ORDER BY 1`,
      [caseId],
    ),
  };
};

/** When which news comes in: in order and at once, or as it happens to be, the same way for the same name. */
interface Post {
  /** Which of the news that wait come in after an act. */
  readonly comesNow: () => boolean;
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
}

const PUNCTUAL: Post = { comesNow: () => true, shuffled: (list) => list };

const disorderly = (name: string): Post => {
  let asked = 0;
  const next = (): number => {
    asked += 1;
    return chance(`${name}:${asked}`);
  };
  return {
    comesNow: () => next() < 0.5,
    shuffled: (list) =>
      list
        .map((one) => [next(), one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one),
  };
};

const told = new Set<string>();

/** The provider's events since this was asked last, oldest first. */
const fresh = async (): Promise<readonly Stripe.Event[]> => {
  await stage.sandbox.settled();
  const { data } = await stage.account.stripe.events.list({ limit: 100 });
  const news = data.filter(({ id }) => !told.has(id)).reverse();
  for (const { id } of news) told.add(id);
  return news;
};

const play = async (acts: readonly Act[], { comesNow, shuffled }: Post) => {
  const caseId = await stage.desk.waiting();
  await stage.openCheckout(caseId);
  const [attempt] = (await stage.desk.read(caseId)).attempts;
  const history: History = { attemptId: attempt?.id ?? '', intentId: null };
  await fresh();
  const all: Stripe.Event[] = [];
  let waiting: readonly Stripe.Event[] = [];
  for (const act of acts) {
    await act(history);
    const news = await fresh();
    all.push(...news);
    waiting = shuffled([...waiting, ...news]);
    const now = waiting.filter(comesNow);
    waiting = waiting.filter((one) => !now.includes(one));
    for (const event of now) await deliver(stage, { ...event });
    if (comesNow()) await stage.workOff();
  }
  // What was late comes in at last, and everything once more.
  for (const event of shuffled([...waiting, ...all])) await deliver(stage, { ...event });
  await stage.workOff();
  return endOf(caseId);
};

const ORDERS = 5;

describe('the news of the provider', { timeout: 120_000 }, () => {
  it.each(HISTORIES)('about %s lead to one end, late, twice and in any order', async (what, acts) => {
    const punctual = await play(acts, PUNCTUAL);
    for (let order = 1; order <= ORDERS; order += 1)
      expect(await play(acts, disorderly(`${what}:${order}`))).toEqual(punctual);
    expect(await readViolations(stage.database)).toEqual([]);
  });
});
