import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { EVENTS } from './connect-provider.ts';
import { RENEW_SUBSCRIPTION, renewSubscriptions } from './renew-subscriptions.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());

/** What the provider tells us by itself about the account, and the address that it tells it to. */
const endpoint = async () => {
  const { data } = await stage.account.stripe.webhookEndpoints.list({ limit: 10 });
  const found = data.find(({ url }) => url.endsWith(stage.account.id));
  if (!found) throw new Error('The provider has no address of ours.');
  return found;
};

const renew = async (): Promise<number> => {
  await renewSubscriptions(stage.ports);
  return stage.workOff(RENEW_SUBSCRIPTION);
};

describe('an account that an older desk has connected', { timeout: 60_000 }, () => {
  it('tells us what a newer one wants to know, and still what somebody has added', async () => {
    const { id } = await endpoint();
    const before = ['payment_intent.succeeded', 'customer.updated'] as const;
    await stage.account.stripe.webhookEndpoints.update(id, { enabled_events: [...before] });
    const foreign = await stage.account.stripe.webhookEndpoints.create({
      url: 'https://elsewhere.example/webhooks',
      enabled_events: ['charge.updated'],
    });
    expect(await renew()).toBe(1);
    const after = await endpoint();
    expect(after.id).toBe(id);
    expect(new Set(after.enabled_events)).toEqual(new Set([...EVENTS, 'customer.updated']));
    const untouched = await stage.account.stripe.webhookEndpoints.retrieve(foreign.id);
    expect(untouched.enabled_events).toEqual(['charge.updated']);
  });

  it('stays as it is when nothing is missing, or when it is told everything', async () => {
    const before = await endpoint();
    await renew();
    expect(await endpoint()).toEqual(before);
    await stage.account.stripe.webhookEndpoints.update(before.id, { enabled_events: ['*'] });
    await renew();
    expect((await endpoint()).enabled_events).toEqual(['*']);
  });
});
