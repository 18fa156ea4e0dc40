import { connectAccount } from '../organizations/connect-account.ts';
import { importPayout } from '../payouts/import-payout.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { keyOf } from './business.ts';
import { accountAt, noteDone, type Stage, timeOf } from './stage.ts';

/** The provider lists what a payout carries a minute after it was made. */
const RECONCILED_AFTER_MS = 120_000;

/** What happens to the business as a whole. Played again after an interruption it leaves nothing twice. */
export type StageAct = (stage: Stage, name: string) => Promise<unknown>;

const stripeOf = async (stage: Stage) => {
  const { organizationId } = stage.business;
  const account = await accountAt(stage);
  const { stripe } = await stage.ports.stripe.open(organizationId, account.id);
  return { account, stripe };
};

const setPayouts = async (stage: Stage, interval: 'daily' | 'manual'): Promise<void> => {
  const { stripe } = await stripeOf(stage);
  await stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval } } } });
};

/** The owner connects the account at the provider; for the story it is paid out once a week. */
export const connectProvider: StageAct = async (stage, name) => {
  const { ports, business } = stage;
  const { organizationId, members } = business;
  const secretKey = ports.env.stripe?.secretKey ?? '';
  const asking = { organizationId, actor: members.OWNER, idempotency: keyOf(name) };
  await connectAccount({ ports, reads: { end: async () => {} } }, { ...asking, secretKey });
  await setPayouts(stage, 'manual');
};

/** From now on the provider pays out by itself, day by day. */
export const payOutDaily = (stage: Stage): Promise<void> => setPayouts(stage, 'daily');

/** Asks the provider for its newest payouts, as its events would have us do. */
const importNewest = async (stage: Stage, cause: string): Promise<void> => {
  const { ports, business } = stage;
  const { account, stripe } = await stripeOf(stage);
  const { data } = await stripe.payouts.list({ limit: 2 });
  for (const { id } of data.toReversed())
    await importPayout(workshopOf(ports), ports.stripe, {
      organizationId: business.organizationId,
      providerAccountId: account.id,
      payoutRef: id,
      cause,
    });
};

const utcDay = (at: Date): string => at.toISOString().slice(0, 10);

/** The provider counts days in UTC: a payout on the last minutes of one would be at the bank before it is listed. */
const clearOfMidnight = async (stage: Stage): Promise<{ readonly now: Date }> => {
  const { now } = await timeOf(stage);
  const listed = new Date(now.getTime() + RECONCILED_AFTER_MS);
  if (utcDay(listed) === utcDay(now)) return { now };
  await stage.clock.moveTo(listed);
  return timeOf(stage);
};

/** The provider's weekly payout leaves for the bank. */
export const sendPayout: StageAct = async (stage, name) => {
  const { account } = await stripeOf(stage);
  const { now } = await clearOfMidnight(stage);
  await stage.sandbox?.payOut(account.externalId);
  await stage.clock.moveTo(new Date(now.getTime() + RECONCILED_AFTER_MS));
  await importNewest(stage, name);
  await noteDone(stage, name);
};

/** The payout has arrived at the bank. */
export const receivePayout: StageAct = async (stage, name) => {
  await importNewest(stage, name);
  await noteDone(stage, name);
};
