import { Hono } from 'hono';
import { isUuid } from '../graphql/ids.ts';
import { applyDelivery, type ReportedDelivery } from '../notifications/apply-delivery.ts';
import type { Ports } from '../ports.ts';
import { readDelivery } from '../resend/resend.webhook.ts';
import { readReport } from '../twilio/twilio.webhook.ts';
import { refuse, type Shell, type ShellContext } from './shell.ts';

const NOT_SIGNED = Symbol('not signed');

/** Takes a report in: 400 for what the provider has not signed, 2xx only after the commit. */
const take = async (
  c: ShellContext,
  ports: Ports,
  read: () => ReportedDelivery | null | Promise<ReportedDelivery | null>,
): Promise<Response> => {
  let told: ReportedDelivery | null | typeof NOT_SIGNED;
  try {
    told = await read();
  } catch {
    told = NOT_SIGNED;
  }
  if (told === NOT_SIGNED) return refuse(c, 400, 'NOT_ACCEPTED', 'The delivery was not accepted.');
  try {
    if (told) await applyDelivery(ports, told);
  } catch (error) {
    ports.log.error({ err: error }, 'A report of a delivery could not be taken in');
    return refuse(c, 503, 'DATABASE_AWAY', 'Send it again later.');
  }
  return c.json({ received: true });
};

const nobody = (c: ShellContext): Response => refuse(c, 404, 'NOT_FOUND', 'Nobody listens here.');

/** What Resend tells of the mails of all businesses here. */
export const resendRoute = (ports: Ports): Hono<Shell> =>
  new Hono<Shell>().post('/', async (c) => {
    const { resend } = ports.env;
    if (!resend?.webhookSecret) return nobody(c);
    const header = (name: string) => c.req.header(`svix-${name}`) ?? '';
    const signed = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') };
    const body = await c.req.text();
    const { apiKey, webhookSecret } = resend;
    return take(c, ports, () => readDelivery({ apiKey, webhookSecret }, { body, ...signed }));
  });

/** What Twilio tells of one SMS, whose own address this is. */
export const twilioRoute = (ports: Ports): Hono<Shell> =>
  new Hono<Shell>().post('/:organization/:message', async (c) => {
    const { twilio } = ports.env;
    const { organization: organizationId, message: messageId } = c.req.param();
    if (!twilio || !isUuid(organizationId) || !isUuid(messageId)) return nobody(c);
    const signature = c.req.header('x-twilio-signature') ?? '';
    const params = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const { authToken } = twilio;
    return take(c, ports, () =>
      readReport({ authToken, publicUrl: ports.publicUrl }, { organizationId, messageId, signature, params }),
    );
  });
