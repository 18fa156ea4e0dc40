import { withTenant } from '@zahlwerk/db/tenant';
import twilio from 'twilio';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger } from '../../test/a-desk.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import { TWILIO } from '../../test/sandbox-process.ts';
import { sendMessage } from './send-message.ts';

let stage: ConnectedDesk;
let customers = 0;
beforeAll(async () => {
  stage = await aConnectedDesk({ texts: true });
});
afterAll(() => stage.stop());
afterEach(async () => {
  expect(await readViolations(stage.database)).toEqual([]);
});

/** A case whose customer wants SMS, and of which this much has been paid and recorded. */
const recorded = async (minor: bigint): Promise<{ readonly caseId: string; readonly phone: string }> => {
  customers += 1;
  const phone = `+491511234567${customers}`;
  const data = aStranger({ phone, wantsSms: true, email: `sms.${customers}@example.org` });
  const { desk, business } = stage;
  const caseId = await desk.waiting({ customer: { data } });
  await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(minor));
  const resolution = minor === 119_00n ? 'EXACT' : 'PARTIAL';
  await desk.run(caseId, business.clerk, 'confirmAmount', { paymentId: null, resolution, reason: null });
  return { caseId, phone };
};

const smsOf = (caseId: string) =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.message.findMany({ where: { caseId, channel: 'SMS' } }),
  );

const tasksAbout = (detail: string) =>
  queryAll(stage.database, `SELECT reason FROM task WHERE detail = $1 AND reason LIKE 'MESSAGE%'`, [detail]);

/** Twilio reports on an SMS, signed with this token. */
const report = async (
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
  params: Readonly<Record<string, string>>,
  token: string = TWILIO.TWILIO_AUTH_TOKEN,
): Promise<number> => {
  const path = `/webhooks/twilio/${organizationId}/${id}`;
  const signature = twilio.getExpectedTwilioSignature(token, `${stage.ports.publicUrl}${path}`, params);
  const answer = await fetch(`${stage.url}${path}`, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(params),
  });
  return answer.status;
};

describe('whoever wants an SMS', { timeout: 60_000 }, () => {
  it('gets one beside the mail about a payment, and is asked for the rest of a part', async () => {
    const whole = await recorded(119_00n);
    const part = await recorded(100_00n);
    await stage.settle();
    expect(await stage.sandbox.smsTo(whole.phone)).toEqual([
      expect.stringMatching(/^Sommer Möbel: Ihre Zahlung von 119,00 € ist am .* eingegangen \(ZV-/),
    ]);
    expect(await stage.sandbox.smsTo(part.phone)).toEqual([
      expect.stringMatching(/100,00 € sind am .* eingegangen .* Noch offen: 19,00 €\. http/),
    ]);
    const { messages } = await stage.desk.read(whole.caseId);
    expect(messages.filter(({ template }) => template === 'receipt')).toHaveLength(2);
  });

  it('is known to have got it once Twilio has said so', async () => {
    const { caseId } = await recorded(119_00n);
    await stage.settle();
    const [sms] = await smsOf(caseId);
    if (!sms) throw new Error('No SMS was queued.');
    expect(sms).toMatchObject({ state: 'SENT', providerRef: expect.stringMatching(/^SM/) });
    expect(await report(sms, { MessageStatus: 'delivered' }, 'of somebody else')).toBe(400);
    expect(await report(sms, { MessageStatus: 'sent' })).toBe(200);
    expect(await smsOf(caseId)).toMatchObject([{ state: 'SENT' }]);
    expect(await report(sms, { MessageStatus: 'delivered' })).toBe(200);
    expect(await smsOf(caseId)).toMatchObject([{ state: 'DELIVERED' }]);
    expect(await report({ ...sms, id: 'nobody' }, { MessageStatus: 'delivered' })).toBe(404);
  });

  it('and cannot be reached is a task, once', async () => {
    const { caseId, phone } = await recorded(119_00n);
    await stage.settle();
    const [sms] = await smsOf(caseId);
    if (!sms) throw new Error('No SMS was queued.');
    for (let times = 0; times < 2; times += 1)
      expect(await report(sms, { MessageStatus: 'undelivered', ErrorCode: '30003' })).toBe(200);
    expect(await smsOf(caseId)).toMatchObject([{ state: 'FAILED', lastError: 'undelivered 30003' }]);
    expect(await tasksAbout(phone)).toEqual([{ reason: 'MESSAGE_FAILED' }]);
  });

  it('gets none from a desk without a provider for SMS, which is no task', async () => {
    const { caseId, phone } = await recorded(119_00n);
    const [sms] = await smsOf(caseId);
    await sendMessage({ ...stage.ports, texter: null }, stage.organizationId, sms?.id ?? '');
    await stage.settle();
    expect(await smsOf(caseId)).toMatchObject([{ state: 'FAILED', lastError: 'NO_SMS_PROVIDER' }]);
    expect(await stage.sandbox.smsTo(phone)).toEqual([]);
    expect(
      await queryAll(stage.database, `SELECT reason FROM task WHERE subject_id = $1`, [sms?.id]),
    ).toEqual([]);
  });
});
