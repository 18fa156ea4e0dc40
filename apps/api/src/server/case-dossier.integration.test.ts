import { createHash } from 'node:crypto';
import { withTenant } from '@zahlwerk/db/tenant';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import type { TestClient } from '../../test/test-client.ts';
import { renderDocument } from '../documents/render-document.ts';
import { encodeId } from '../graphql/ids.ts';
import { workshopOf } from '../workflow/workshop.ts';

interface Facts {
  readonly number: string;
  readonly amountDueMinor: string;
  readonly invoices: readonly unknown[];
  readonly journalEntries: readonly { readonly lines: readonly { readonly amountMinor: string }[] }[];
  readonly events: readonly { readonly type: string; readonly hash: string; readonly prevHash: string }[];
  readonly people: readonly { readonly displayName: string }[];
}

describe('the dossier of a case', () => {
  let stage: Stage;
  let adviser: TestClient;
  let caseId: string;

  const path = (id: string, organizationId = stage.organizationId): string =>
    `/api/cases/${id}/dossier.zip?organization=${encodeId('Organization', organizationId)}`;

  const read = async () => {
    const answer = await adviser.get(path(encodeId('PaymentCase', caseId)));
    expect(answer.headers.get('content-type')).toBe('application/zip');
    return { answer, files: unzipSync(new Uint8Array(await answer.arrayBuffer())) };
  };

  beforeAll(async () => {
    stage = await aStage();
    adviser = await stage.signIn('ADVISER');
    caseId = await stage.own.at('CONFIRM_AMOUNT');
    const { ports, organizationId } = stage;
    const bytes = new TextEncoder().encode('Unterschrieben am Montag.');
    await withTenant(ports.db, organizationId, async (tx) => {
      const by = { createdByKind: 'SYSTEM' as const, createdAt: new Date() };
      const document = { organizationId, id: ports.newId(), name: 'kept.txt', mediaType: 'text/plain' };
      const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest());
      await tx.document.create({ data: { ...document, sha256, size: bytes.length, bytes, ...by } });
      for (const name of ['=HYPERLINK("x").txt', '../../Vertrag, "alt".txt'])
        await tx.attachment.create({
          data: {
            ...{
              organizationId,
              id: ports.newId(),
              documentId: document.id,
              subject: 'CASE',
              subjectId: caseId,
            },
            ...{ caseId, name, addedByKind: 'SYSTEM', addedAt: new Date() },
          },
        });
    });
    const [invoice] = await withTenant(ports.db, organizationId, (tx) =>
      tx.invoice.findMany({ where: { caseId } }),
    );
    if (!invoice) throw new Error('The case has no invoice.');
    await renderDocument(workshopOf(ports), { organizationId, kind: 'INVOICE', id: invoice.id });
  });

  afterAll(() => stage.stop());

  it('holds every file with its hash, and an index first', async () => {
    const { answer, files } = await read();
    const { 'index.csv': index, ...others } = files;
    const lines = strFromU8(index ?? new Uint8Array())
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => /^"([^"]+)",([A-Z_]+),([a-z/]+),(\d+),([0-9a-f]{64})$/.exec(line)?.slice(1) ?? [line]);
    expect(lines.map(([name]) => name)).toEqual(Object.keys(others));
    expect(lines.map(([, what]) => what)).toEqual([
      ...['CASE', 'INVOICE', 'INVOICE', 'ATTACHMENT', 'ATTACHMENT'],
    ]);
    for (const [name = '', , , size, sha256] of lines) {
      const bytes = others[name] ?? new Uint8Array();
      expect([String(bytes.length), createHash('sha256').update(bytes).digest('hex')]).toEqual([
        size,
        sha256,
      ]);
    }
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[A-Z0-9-]+\.zip"$/);
  });

  it('keeps names that people gave from leaving their folder or becoming formulas', async () => {
    const { files } = await read();
    expect(Object.keys(files).filter((name) => name.startsWith('attachments/'))).toEqual([
      'attachments/01-=HYPERLINK( x ).txt',
      'attachments/02-Vertrag, alt .txt',
    ]);
  });

  it('tells all that was recorded: claim, postings that balance, the log with its chain, and who people are', async () => {
    const { files } = await read();
    const text = strFromU8(files['case.json'] ?? new Uint8Array());
    const facts = JSON.parse(text) as Facts;
    expect(facts).toMatchObject({ number: expect.any(String), amountDueMinor: '11900' });
    expect(facts.invoices).toHaveLength(1);
    expect(facts.journalEntries.length).toBeGreaterThan(0);
    for (const { lines } of facts.journalEntries)
      expect(lines.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n)).toBe(0n);
    expect(facts.events[0]).toMatchObject({
      type: 'case.initiated',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(facts.people.length).toBeGreaterThan(1);
    expect(text).not.toMatch(/tokenHash|organizationId|sessionUrl|providerKey": "re_/);
  });

  it('is nobody else’s: of a foreign business, without a session, of what is no case', async () => {
    const id = encodeId('PaymentCase', caseId);
    expect((await stage.anonymous.get(path(id))).status).toBe(401);
    expect((await adviser.get(path(id, stage.foreign.business.organizationId))).status).toBe(401);
    const foreign = await stage.foreign.at('CONFIRM_AMOUNT');
    for (const wanted of [encodeId('PaymentCase', foreign), encodeId('Customer', caseId), 'rubbish'])
      expect((await adviser.get(path(wanted))).status).toBe(404);
  });
});
