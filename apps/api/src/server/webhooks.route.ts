import { findProviderAccounts, withSystem } from '@zahlwerk/db/system';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isUuid } from '../graphql/ids.ts';
import { applyDelivery } from '../notifications/apply-delivery.ts';
import type { Ports } from '../ports.ts';
import { type ReportedDelivery, readDelivery } from '../resend/resend.webhook.ts';
import { receive } from '../stripe/stripe.webhook.ts';
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

const NOT_SIGNED = Symbol('not signed');

/** What Resend tells of the mails of all businesses here; 2xx only after the commit. */
const resendRoute = (ports: Ports): Hono<Shell> =>
  new Hono<Shell>().post('/', limit, async (c) => {
    const { resend } = ports.env;
    if (!resend?.webhookSecret) return refuse(c, 404, 'NOT_FOUND', 'Nobody listens here.');
    const header = (name: string) => c.req.header(`svix-${name}`) ?? '';
    const [id, timestamp, signature] = [header('id'), header('timestamp'), header('signature')];
    const body = await c.req.text();
    const { apiKey, webhookSecret } = resend;
    let told: ReportedDelivery | null | typeof NOT_SIGNED;
    try {
      told = readDelivery({ apiKey, webhookSecret }, { body, id, timestamp, signature });
    } catch {
      told = NOT_SIGNED;
    }
    if (told === NOT_SIGNED) return refuse(c, 400, 'NOT_ACCEPTED', 'The delivery was not accepted.');
    try {
      if (told) await applyDelivery(ports, told);
    } catch (error) {
      ports.log.error({ err: error, svixId: id }, 'A report of a delivery could not be taken in');
      return refuse(c, 503, 'DATABASE_AWAY', 'Send it again later.');
    }
    return c.json({ received: true });
  });

/** What providers call. `/webhooks/stripe/<id>` names our own provider account, whose secrets verify the delivery. */
export const webhooksRoute = (ports: Ports): Hono<Shell> => {
  const inbox = { ports, clock: Date.now };
  return new Hono<Shell>().route('/resend', resendRoute(ports)).post('/stripe/:account', limit, async (c) => {
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
