import { withTenant } from '@zahlwerk/db/tenant';
import { CODE_TRIES } from '@zahlwerk/domain/customers/one-time-code';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger } from '../../test/a-desk.ts';
import { askForCode, enterCode, newestCode, receiveCode } from '../../test/by-method-link.ts';

const PHONE = '+4915112345678';

let stage: ConnectedDesk;
let token: string;
let linkId: string;

/** A link that was sent to a customer who is reached in this way. */
const sendLink = async (phone: string | null): Promise<void> => {
  const caseId = await stage.desk.waiting({ customer: { data: aStranger({ phone }) } });
  linkId = stage.ports.newId();
  await stage.desk.ask(caseId, stage.business.clerk, 'requestPaymentMethodUpdate', { linkId });
  token = stage.ports.links.tokenOf(linkId);
  await stage.settle();
};

const linkRow = () =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.accessLink.findFirstOrThrow({ where: { id: linkId } }),
  );

const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

beforeAll(async () => {
  stage = await aConnectedDesk({ texts: true });
});
afterAll(() => stage.stop());

describe('the code of a method link', { timeout: 60_000 }, () => {
  it('goes by SMS to the stored phone, is asked for on the page and lies nowhere', async () => {
    await sendLink(PHONE);
    const document = `query ($token: String!) { methodPage(token: $token) {
      ... on MethodPage { current { type } codeTo { channel masked } } } }`;
    const { data } = await stage.anonymous.query(document, { token });
    expect(data.methodPage).toEqual({ current: null, codeTo: { channel: 'SMS', masked: '•••78' } });
    expect(await enterCode(stage, token, '123456')).toMatchObject({ code: 'CODE_NOT_SENT' });
    const code = await receiveCode(stage, token);
    expect(await stage.sandbox.smsTo(PHONE)).toEqual([expect.stringContaining(`${code} ist Ihr Einmalcode`)]);
    const { codeHash } = await linkRow();
    expect(Buffer.from(codeHash ?? '').toString('latin1')).not.toContain(code);
    const kept = await withTenant(stage.ports.db, stage.organizationId, (tx) => tx.message.findMany());
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  it('opens the page once: the next time another code is needed', async () => {
    const code = await newestCode(stage);
    expect((await enterCode(stage, token, code)).url).toMatch(/^http/);
    expect(await enterCode(stage, token, code)).toMatchObject({
      __typename: 'CodeRefused',
      code: 'CODE_NOT_SENT',
      path: ['input', 'code'],
    });
  });

  it('bears a few wrong tries, also many at once, and then not even the right one', async () => {
    const first = await receiveCode(stage, token);
    const code = await receiveCode(stage, token);
    expect(await enterCode(stage, token, first)).toMatchObject({ code: 'CODE_WRONG' });
    const tries = await Promise.all(
      Array.from({ length: CODE_TRIES + 3 }, () => enterCode(stage, token, wrong(code))),
    );
    expect(tries.filter((answer) => answer.code === 'CODE_WRONG')).toHaveLength(CODE_TRIES - 1);
    expect(await enterCode(stage, token, code)).toMatchObject({ code: 'CODE_LOCKED' });
  });

  it('expires', async () => {
    const code = await receiveCode(stage, token);
    await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.accessLink.updateMany({ where: { id: linkId }, data: { codeExpiresAt: new Date() } }),
    );
    expect(await enterCode(stage, token, code)).toMatchObject({ code: 'CODE_EXPIRED' });
  });

  it('is sent only so often, by whichever link', async () => {
    expect(await askForCode(stage, token)).toMatchObject({ to: { channel: 'SMS' } });
    expect(await askForCode(stage, token)).toMatchObject({ __typename: 'TooManyRequests' });
  });

  it('goes by mail where no phone is stored, and not at all where mails come back', async () => {
    await sendLink(null);
    expect(await askForCode(stage, token)).toMatchObject({
      to: { channel: 'EMAIL', masked: expect.stringMatching(/^f•••@example.org$/) },
      validMinutes: 10,
    });
    await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.customer.updateMany({ data: { emailBouncedAt: new Date() } }),
    );
    expect(await askForCode(stage, token)).toMatchObject({ code: 'CODE_NOT_DELIVERABLE' });
  });
});
