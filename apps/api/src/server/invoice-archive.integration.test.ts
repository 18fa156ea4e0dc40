import { createHash } from 'node:crypto';
import { withTenant } from '@zahlwerk/db/tenant';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import type { TestClient } from '../../test/test-client.ts';
import { renderDocument } from '../documents/render-document.ts';
import { encodeId } from '../graphql/ids.ts';
import { workshopOf } from '../workflow/workshop.ts';

describe('the archive of invoices', () => {
  let stage: Stage;
  let adviser: TestClient;

  const path = (period: string, organizationId = stage.organizationId): string =>
    `/api/invoices.zip?${period}&organization=${encodeId('Organization', organizationId)}`;

  const thisDay = `from=${today()}&until=${today()}`;

  beforeAll(async () => {
    stage = await aStage();
    adviser = await stage.signIn('ADVISER');
    const { at, desk, business } = stage.own;
    const canceled = await at('CONFIRM_AMOUNT');
    await desk.run(canceled, business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
    await at('CONFIRM_AMOUNT');
    await stage.foreign.at('CONFIRM_AMOUNT');
    const { ports, organizationId } = stage;
    const rows = await withTenant(ports.db, organizationId, (tx) =>
      tx.invoice.findMany({ orderBy: { number: 'asc' } }),
    );
    // The last one is still to be rendered.
    for (const { id } of rows.slice(0, 2))
      await renderDocument(workshopOf(ports), { organizationId, kind: 'INVOICE', id });
  });

  afterAll(() => stage.stop());

  it('holds every file of a period as it is kept, and an index with figures and hashes', async () => {
    const answer = await adviser.get(path(thisDay));
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toContain(`invoices-${today()}-${today()}.zip`);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const { 'index.csv': index, ...others } = files;
    const [head = '', ...lines] = strFromU8(index ?? new Uint8Array())
      .trim()
      .split('\r\n');
    const rows = lines.map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(head.split(',').map((name, at) => [name, cells[at] ?? '']));
    });
    expect(rows.map(({ kind, gross }) => [kind, gross])).toEqual([
      ['INVOICE', '119.00'],
      ['STORNO', '-119.00'],
      ['INVOICE', '119.00'],
    ]);
    expect(Object.keys(others)).toHaveLength(4);
    for (const { pdf = '', pdf_sha256, xml = '', xml_sha256 } of rows.slice(0, 2)) {
      const hashOf = (name: string) =>
        createHash('sha256')
          .update(others[name] ?? '')
          .digest('hex');
      expect([hashOf(pdf), hashOf(xml)]).toEqual([pdf_sha256, xml_sha256]);
    }
    expect(rows[2]?.pdf).toBe('');
  });

  it('of a period without invoices is an index alone', async () => {
    const answer = await adviser.get(path('from=2001-01-01&until=2001-12-31'));
    expect(Object.keys(unzipSync(new Uint8Array(await answer.arrayBuffer())))).toEqual(['index.csv']);
  });

  it('is nobody else’s: of a foreign business, without a session, without a scope', async () => {
    const { foreign, anonymous } = stage;
    expect((await adviser.get(path(thisDay, foreign.business.organizationId))).status).toBe(401);
    expect((await adviser.get(path(thisDay, 'rubbish'))).status).toBe(401);
    expect((await anonymous.get(path(thisDay))).status).toBe(401);
  });

  it.each([
    '',
    'from=2026-01-01',
    'from=2026-02-30&until=2026-03-01',
    'from=2026-02-02&until=2026-02-01',
    'from=2025-01-01&until=2026-01-01',
    "from=2026-01-01'&until=2026-01-02",
  ])('needs a period of at most a year: %s', async (period) => {
    expect((await adviser.get(path(period))).status).toBe(400);
  });
});
