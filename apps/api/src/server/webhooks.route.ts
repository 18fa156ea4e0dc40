import { findProviderAccounts, withSystem } from '@zahlwerk/db/system';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isUuid } from '../graphql/ids.ts';
import type { Ports } from '../ports.ts';
import { receive } from '../stripe/stripe.webhook.ts';
import { resendRoute, twilioRoute } from './delivery-reports.route.ts';
import { refuse, type Shell } from './shell.ts';

const MAX_BODY = 256_000;

const limit = bodyLimit({
  maxSize: MAX_BODY,
  onError: (c) => refuse(c, 413, 'BODY_TOO_LARGE', 'This is no event.'),
});

const organizationOf = async (ports: Ports, accountId: string): Promise<string | null> => {
  const [account] = await withSystem(ports.systemDb, (tx) => findProviderAccounts(tx, { id: accountId }));
  return account && !account.disabledAt ? account.organizationId : null;
};

/** What providers call. `/webhooks/stripe/<id>` names our own provider account, whose secrets verify the delivery. */
export const webhooksRoute = (ports: Ports): Hono<Shell> => {
  const inbox = { ports, clock: Date.now };
  return new Hono<Shell>()
    .use('*', limit)
    .route('/resend', resendRoute(ports))
    .route('/twilio', twilioRoute(ports))
    .post('/stripe/:account', async (c) => {
      const providerAccountId = c.req.param('account');
      if (!isUuid(providerAccountId)) return refuse(c, 404, 'NOT_FOUND', 'There is no such account.');
      const body = await c.req.text();
      const signature = c.req.header('stripe-signature') ?? '';
      let organizationId: string | null;
      try {
        organizationId = await organizationOf(ports, providerAccountId);
      } catch {
        return refuse(c, 503, 'DATABASE_AWAY', 'Send it again later.');
      }
      if (!organizationId) return refuse(c, 404, 'NOT_FOUND', 'There is no such account.');
      const answer = await receive(inbox, { organizationId, providerAccountId, body, signature });
      if (answer !== 200) return refuse(c, answer, 'NOT_ACCEPTED', 'The delivery was not accepted.');
      ports.jobs.kick('apply-provider-event');
      return c.json({ received: true });
    });
};
