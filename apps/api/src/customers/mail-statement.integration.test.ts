import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBusiness } from '../../test/a-business.ts';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger, today } from '../../test/a-desk.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { type MailGate, openMailGate } from '../../test/mail-gate.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { giveUp } from '../give-up.ts';
import { encodeId } from '../graphql/ids.ts';

const MESSAGES = 'messages(first: 20) { edges { node { template title recipient state } } }';

describe('a statement of account by mail', { timeout: 60_000 }, () => {
  let gate: MailGate;
  let stage: ConnectedDesk;
  let clerk: TestClient;

  beforeAll(async () => {
    gate = await openMailGate();
    stage = await aConnectedDesk({ env: { RESEND_BASE_URL: gate.url } });
    gate.passTo(stage.sandbox.resendUrl);
    clerk = await stage.signIn('CLERK');
  });
  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
    await gate.close();
  });

  /** A customer who owes 119.00. */
  const aDebtor = async (language: 'de' | 'en' = 'de'): Promise<{ id: string; email: string }> => {
    const data = aStranger({ language });
    const { customer } = await stage.desk.read(await stage.desk.waiting({ customer: { data } }));
    await stage.workOff('send-message');
    return { id: encodeId('Customer', customer.id), email: data.email ?? '' };
  };

  const mail = (customerId: string, more: object = {}, client = clerk): Promise<Data> =>
    call(
      client,
      'mailAccountStatement',
      { customerId, from: today(), until: today(), ...more },
      `replayed customer { ${MESSAGES} }`,
    );

  /** The statements among the messages of a customer. */
  const statementsOf = ({ messages }: Data): readonly Data[] =>
    messages.edges
      .map(({ node }: Data) => node)
      .filter(({ template }: Data) => template === 'account-statement');

  it('goes to the customer in their language with the PDF, and tells how its delivery went', async () => {
    const { id, email } = await aDebtor('en');
    const queued = await mail(id);
    expect(queued.replayed).toBe(false);
    expect(statementsOf(queued.customer)).toMatchObject([{ recipient: email, state: 'QUEUED' }]);
    await stage.workOff('send-message');
    const { data } = await clerk.query(`query ($id: ID!) { customer(id: $id) { ${MESSAGES} } }`, { id });
    expect(statementsOf(data.customer)).toMatchObject([
      { state: 'SENT', title: expect.stringContaining('Statement of account from') },
    ]);
    const mails = await stage.sandbox.mailsTo(email);
    expect(mails.flatMap(({ attachments }) => attachments.map((file) => file.contentType))).toContain(
      'application/pdf',
    );
    const { data: events } = await clerk.query(
      '{ latestEvents(first: 5) { edges { node { type ... on CustomerEvent { customer { id } } } } } }',
    );
    expect(events.latestEvents.edges).toContainEqual({
      node: { type: 'CUSTOMER_STATEMENT_MAILED', customer: { id } },
    });
  });

  it('goes once per key and once a day, unless somebody says that it is to go again', async () => {
    const { id } = await aDebtor();
    const idempotencyKey = freshKey();
    await mail(id, { idempotencyKey });
    expect(await mail(id, { idempotencyKey })).toMatchObject({ replayed: true });
    expect(await mail(id)).toMatchObject({ code: 'STATEMENT_MAILED_TODAY' });
    const again = await mail(id, { again: true });
    expect(statementsOf(again.customer)).toHaveLength(2);
    await stage.passDays(1);
    expect(await mail(id, { until: today() })).toMatchObject({ replayed: false });
  });

  it('needs an address to which mails get through, and some days', async () => {
    const { id } = await aDebtor();
    expect(await mail(id, { from: '2026-01-02', until: '2026-01-01' })).toMatchObject({
      fields: [{ path: ['input', 'until'], code: 'OUT_OF_RANGE' }],
    });
    const change = (column: string) =>
      queryAll(stage.database, `UPDATE customer SET ${column} RETURNING 1`, []).then(() => mail(id));
    expect(await change('email_bounced_at = now()')).toMatchObject({ code: 'NO_DELIVERABLE_ADDRESS' });
    expect(await change('email = NULL, email_bounced_at = NULL')).toMatchObject({
      code: 'NO_DELIVERABLE_ADDRESS',
    });
  });

  it('is not the adviser’s to send, and nobody of another business gets one', async () => {
    const { id } = await aDebtor();
    await expect(mail(id, {}, await stage.signIn('ADVISER'))).rejects.toThrow('case:advance');
    const { organizationId } = await aBusiness(stage.database);
    expect(await mail(encodeId('Customer', organizationId))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is a person’s task when the mail provider has been away for hours, and may be sent again', async () => {
    const { id } = await aDebtor();
    gate.next('AWAY');
    await mail(id);
    await stage.workOff('send-message').catch(() => 0);
    const [row] = await queryAll<{ id: string; organization_id: string }>(
      stage.database,
      `SELECT id, organization_id FROM message WHERE template = 'account-statement' ORDER BY queued_at DESC, id DESC LIMIT 1`,
    );
    await giveUp(stage.ports, { organizationId: row?.organization_id ?? '', messageId: row?.id ?? '' });
    const failed = await queryAll(
      stage.database,
      `SELECT detail FROM task WHERE reason = 'MESSAGE_FAILED' AND subject_id = $1`,
      [row?.id],
    );
    expect(failed).toEqual([{ detail: 'account-statement' }]);
    expect(await mail(id)).toMatchObject({ replayed: false });
  });
});
