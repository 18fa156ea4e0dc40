import type { Message } from '@zahlwerk/db/generated/client';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger } from '../../test/a-desk.ts';
import { type MailGate, openMailGate } from '../../test/mail-gate.ts';
import { queryAll } from '../../test/rows.ts';
import { giveUp } from '../give-up.ts';

let gate: MailGate;
let stage: ConnectedDesk;
beforeAll(async () => {
  gate = await openMailGate();
  stage = await aConnectedDesk({ env: { RESEND_BASE_URL: gate.url } });
  gate.passTo(stage.sandbox.resendUrl);
});
afterAll(async () => {
  await stage.stop();
  await gate.close();
});

interface Asked {
  readonly caseId: string;
  readonly email: string;
}

/** A case whose customer is to be mailed the payment request; nothing has been sent yet. */
const aRequest = async (): Promise<Asked> => {
  const data = aStranger();
  const caseId = await stage.desk.start({ customer: { data } });
  return { caseId, email: data.email ?? '' };
};

type Row = Pick<Message, 'id' | 'state' | 'attempts'> & {
  readonly provider_ref: string | null;
  readonly last_error: string | null;
};

const messageOf = async ({ caseId }: Asked, template = 'payment-request'): Promise<Row> => {
  const [row] = await queryAll<Row>(
    stage.database,
    'SELECT id, state, attempts, provider_ref, last_error FROM message WHERE case_id = $1 AND template = $2',
    [caseId, template],
  );
  if (!row) throw new Error(`There is no ${template}.`);
  return row;
};

const failedTasks = ({ caseId }: Asked) =>
  queryAll<{ state: string; detail: string }>(
    stage.database,
    `SELECT state, detail FROM task WHERE case_id = $1 AND reason = 'MESSAGE_FAILED'`,
    [caseId],
  );

const eventsOf = async ({ caseId }: Asked, type: string): Promise<number> =>
  (await queryAll(stage.database, 'SELECT 1 FROM event WHERE case_id = $1 AND type = $2', [caseId, type]))
    .length;

const send = (): Promise<number> => stage.workOff('send-message');

describe('a mail provider that is away', () => {
  it('is asked again, while the case goes on', async () => {
    const asked = await aRequest();
    gate.next('AWAY', 'AWAY');
    await expect(send()).rejects.toThrow();
    await expect(send()).rejects.toThrow();
    expect(await messageOf(asked)).toMatchObject({ state: 'SENDING', attempts: 2 });
    await stage.desk.rest(asked.caseId);
    expect(openRun(await stage.desk.read(asked.caseId))?.step).toBe('SAVE_CUSTOMER_RECORD');
    await send();
    expect(await messageOf(asked)).toMatchObject({ state: 'SENT', attempts: 3, last_error: null });
    expect(await stage.sandbox.mailsTo(asked.email)).toHaveLength(1);
    expect(await eventsOf(asked, 'message.sent')).toBe(1);
    expect(await failedTasks(asked)).toEqual([]);
  });

  it('for hours is given up: the message has failed, and somebody is to look after it', async () => {
    const asked = await aRequest();
    const { organizationId, ports } = stage;
    gate.next('AWAY');
    await expect(send()).rejects.toThrow();
    const { id } = await messageOf(asked);
    await giveUp(ports, { organizationId, messageId: id });
    await giveUp(ports, { organizationId, messageId: id });
    expect(await messageOf(asked)).toMatchObject({ state: 'FAILED' });
    expect(await failedTasks(asked)).toEqual([{ state: 'OPEN', detail: 'payment-request' }]);
    expect(await eventsOf(asked, 'message.failed')).toBe(1);
    // The queue's own last retry comes too late to send it after all.
    await send();
    expect(await stage.sandbox.mailsTo(asked.email)).toEqual([]);
  });
});

describe('an answer of the mail provider that gets lost', () => {
  it('does not make two mails of one', async () => {
    const asked = await aRequest();
    gate.next('ANSWER_LOST');
    await expect(send()).rejects.toThrow();
    await send();
    const [mail, ...more] = await stage.sandbox.mailsTo(asked.email);
    expect(more).toEqual([]);
    expect(await messageOf(asked)).toMatchObject({ state: 'SENT', provider_ref: mail?.id });
  });

  it('is asked for with what was said first, although money has come since', async () => {
    const { desk, business } = stage;
    const asked = await aRequest();
    gate.next('ANSWER_LOST');
    await expect(send()).rejects.toThrow();
    await desk.run(asked.caseId, business.clerk, 'registerReceipt', desk.receipt(50_00n));
    await send();
    const [mail, ...more] = await stage.sandbox.mailsTo(asked.email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain('119,00');
    expect(await messageOf(asked)).toMatchObject({ state: 'SENT', provider_ref: mail?.id });
  });

  it('is no refusal when the mail reads differently now: it was sent with the first try', async () => {
    const asked = await aRequest();
    gate.next('ANSWER_LOST');
    await expect(send()).rejects.toThrow();
    // As a newer version of the desk would say it in other words.
    await queryAll(
      stage.database,
      `UPDATE message SET parameters = jsonb_set(parameters, '{orderReference}', '"B-1"') WHERE id = $1`,
      [(await messageOf(asked)).id],
    );
    await send();
    expect(await stage.sandbox.mailsTo(asked.email)).toHaveLength(1);
    expect(await messageOf(asked)).toMatchObject({ state: 'SENT', provider_ref: null, last_error: null });
    expect(await failedTasks(asked)).toEqual([]);
  });
});

describe('a mail that the provider refuses', () => {
  it('has failed with the first try, and somebody is to look after it', async () => {
    const asked = await aRequest();
    gate.next('REFUSED');
    await send();
    expect(await messageOf(asked)).toMatchObject({ state: 'FAILED', last_error: 'Invalid `to` field.' });
    expect(await failedTasks(asked)).toEqual([{ state: 'OPEN', detail: 'payment-request' }]);
    expect(await eventsOf(asked, 'message.failed')).toBe(1);
  });
});

describe('what a message keeps', () => {
  it('opens no link', async () => {
    const asked = await aRequest();
    await send();
    const { id } = await messageOf(asked);
    const [row] = await queryAll<{ parameters: object }>(
      stage.database,
      'SELECT parameters FROM message WHERE id = $1',
      [id],
    );
    expect(row?.parameters).toMatchObject({ amount: { minor: { $bigint: '11900' }, currency: 'EUR' } });
    const [mail] = await stage.sandbox.mailsTo(asked.email);
    const token = /\/pay\/([\w-]{43})/.exec(mail?.text ?? '')?.[1];
    expect(token).toBeDefined();
    expect(JSON.stringify(row?.parameters)).not.toContain(token);
  });
});
