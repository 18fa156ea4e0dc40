import { askSystem, findProviderAccounts, type KnownProviderAccount } from '@zahlwerk/db/system';
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

const accountAt = async (ports: Ports, id: string): Promise<KnownProviderAccount | null> => {
  const [account] = await askSystem(ports.systemDb, (tx) => findProviderAccounts(tx, { id }));
  return account && !account.disabledAt ? account : null;
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
      let account: KnownProviderAccount | null;
      try {
        account = await accountAt(ports, providerAccountId);
      } catch {
        return refuse(c, 503, 'DATABASE_AWAY', 'Send it again later.');
      }
      if (!account) return refuse(c, 404, 'NOT_FOUND', 'There is no such account.');
      const answer = await receive(inbox, { account, body, signature });
      if (answer !== 200) return refuse(c, answer, 'NOT_ACCEPTED', 'The delivery was not accepted.');
      return c.json({ received: true });
    });
};
