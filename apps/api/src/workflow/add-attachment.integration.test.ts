import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call } from '../../test/case-call.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const FILES = `case {
  version
  attachments {
    id name purpose url mediaType size signedBy signedOn addedAt
    item { step key } addedBy { kind name } vouchedBy { name }
  }
}`;

describe('a file', () => {
  let stage: Stage;
  let clerk: TestClient;
  let caseId: string;
  let file: () => Promise<{ caseId: string; documentId: string; name: string }>;

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
    caseId = encodeId('PaymentCase', await stage.own.at('CONFIRM_AMOUNT'));
    file = async () => ({
      caseId,
      documentId: encodeId('Document', await stage.own.document()),
      name: 'Auftrag',
    });
  });

  afterAll(() => stage.stop());

  const versionNow = async (): Promise<number> =>
    (await clerk.query('query ($id: ID!) { paymentCase(id: $id) { version } }', { id: caseId })).data
      .paymentCase.version;

  it('is shown with what it is, who put it there, and who vouches for its signature', async () => {
    const signed = { purpose: 'AGREEMENT', signedBy: 'Frieda Lorenzen', signedOn: '2026-01-31' };
    const { case: changed } = await call(clerk, 'addAttachment', { ...(await file()), ...signed }, FILES);
    expect(changed.attachments.at(-1)).toMatchObject({
      ...signed,
      name: 'Auftrag',
      mediaType: 'application/pdf',
      size: 36,
      url: expect.stringMatching(/^\/documents\//),
      item: null,
      addedBy: { kind: 'MEMBER', name: 'Mina Aydin' },
      vouchedBy: { name: 'Mina Aydin' },
    });
  });

  it('without a signature has nobody who vouches', async () => {
    const { case: changed } = await call(clerk, 'addAttachment', await file(), FILES);
    expect(changed.attachments.at(-1)).toMatchObject({ signedBy: null, vouchedBy: null });
  });

  it('can prove one item of a checklist', async () => {
    const item = { step: 'VERIFY_CUSTOMER_DATA', key: 'email' };
    const { case: changed } = await call(clerk, 'addAttachment', { ...(await file()), item }, FILES);
    expect(changed.attachments.at(-1)).toMatchObject({ item });
  });

  it('cannot prove an item that is on no checklist', async () => {
    const item = { step: 'VERIFY_CUSTOMER_DATA', key: 'made-up' };
    expect(await call(clerk, 'addAttachment', { ...(await file()), item })).toMatchObject({
      __typename: 'CaseRefused',
      code: 'CHECK_UNKNOWN',
    });
  });

  it('leaves the version alone, so that forms which are open on the case stay valid', async () => {
    const before = await versionNow();
    await call(clerk, 'addAttachment', await file());
    expect(await versionNow()).toBe(before);
  });
});
