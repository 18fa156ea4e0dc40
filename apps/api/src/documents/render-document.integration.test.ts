import { createHash } from 'node:crypto';
import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { composeMail } from '../notifications/compose-mail.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { renderDocument } from './render-document.ts';

const INVOICES = `query { invoices(first: 100) { edges { node {
  kind number pdfUrl xmlUrl xrechnungUrl xrechnungGaps { code field rule message } case { id } } } } }`;

describe('the files of an issued document', () => {
  let stage: Stage;
  let adviser: TestClient;

  const rendered = async (caseId: string): Promise<readonly Data[]> => {
    const { ports, organizationId } = stage;
    const rows = await withTenant(ports.db, organizationId, (tx) =>
      tx.invoice.findMany({ where: { caseId } }),
    );
    for (const { id } of rows)
      await renderDocument(workshopOf(ports), { organizationId, kind: 'INVOICE', id });
    const { data } = await adviser.query(INVOICES, {});
    const numbers = new Set(rows.map(({ number }) => number));
    return data.invoices.edges
      .map(({ node }: Data) => node)
      .filter(({ number }: Data) => numbers.has(number));
  };

  const bytesAt = async (url: string): Promise<Buffer> =>
    Buffer.from(await (await adviser.get(url)).arrayBuffer());

  beforeAll(async () => {
    stage = await aStage();
    adviser = await stage.signIn('ADVISER');
  });

  afterAll(() => stage.stop());

  it('are the PDF with the XML inside, the XML beside it, and what is missing for an XRechnung', async () => {
    const [invoice] = await rendered(await stage.own.at('CONFIRM_AMOUNT'));
    expect(invoice).toMatchObject({
      kind: 'INVOICE',
      xrechnungUrl: null,
      xrechnungGaps: [
        { code: 'SELLER_PHONE_MISSING', field: 'seller.phone', rule: 'BR-DE-6, BR-DE-27' },
        { code: 'SELLER_EMAIL_MISSING', field: 'seller.email' },
      ],
    });
    expect(invoice?.xrechnungGaps[0].message).toMatch(/Telefonnummer|phone number/);
    const answer = await adviser.get(invoice?.xmlUrl);
    expect(answer.headers.get('content-type')).toContain('text/xml');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="RE-\d{4}-\d{4}\.xml"/);
    expect(await answer.text()).toContain('<ram:ID>urn:cen.eu:en16931:2017</ram:ID>');
    expect((await bytesAt(invoice?.pdfUrl)).toString('latin1')).toContain('/AFRelationship /Alternative');
  });

  it('are an XRechnung as well where everything is known, of the Storno too', async () => {
    const { ports, organizationId } = stage;
    await withTenant(ports.db, organizationId, (tx) =>
      tx.organization.update({
        where: { id: organizationId },
        data: { phone: '+49 40 123456', email: 'rechnung@sommer-moebel.example' },
      }),
    );
    const caseId = await stage.own.at('CONFIRM_AMOUNT');
    await stage.own.desk.run(caseId, stage.own.business.clerk, 'cancelPaymentCase', { reason: 'Irrtum' });
    const invoices = await rendered(caseId);
    expect(invoices.map(({ kind }) => kind).toSorted()).toEqual(['INVOICE', 'STORNO']);
    for (const { kind, xrechnungUrl, xrechnungGaps } of invoices) {
      expect(xrechnungGaps).toEqual([]);
      const xml = (await bytesAt(xrechnungUrl)).toString('utf8');
      expect(xml).toContain('xeinkauf.de:kosit:xrechnung_3.0');
      expect(xml).toContain(`<ram:TypeCode>${kind === 'STORNO' ? 384 : 380}</ram:TypeCode>`);
    }
  });

  it('are stored once with their hash, and nobody puts others in their place', async () => {
    const { ports, organizationId } = stage;
    const [invoice] = await rendered(await stage.own.at('CONFIRM_AMOUNT'));
    const where = { organizationId, number: invoice?.number };
    const read = () =>
      withTenant(ports.db, organizationId, (tx) =>
        tx.invoice.findFirstOrThrow({ where, include: { xml: true, xrechnung: true } }),
      );
    const { id, xml, xrechnung } = await read();
    for (const file of [xml, xrechnung])
      expect(Buffer.from(file?.sha256 ?? [])).toEqual(
        createHash('sha256')
          .update(file?.bytes ?? '')
          .digest(),
      );
    await renderDocument(workshopOf(ports), { organizationId, kind: 'INVOICE', id });
    expect((await read()).xmlDocumentId).toBe(xml?.id);
    await expect(
      withTenant(ports.db, organizationId, (tx) =>
        tx.invoice.update({
          where: { organizationId_id: { organizationId, id } },
          data: { xmlDocumentId: xrechnung?.id ?? null },
        }),
      ),
    ).rejects.toThrow(/xml_document_id is set only once/);
  });

  it('go to the customer with the mail of the invoice', async () => {
    const { ports, organizationId } = stage;
    await stage.own.at('CONFIRM_AMOUNT');
    const message = await withTenant(ports.db, organizationId, (tx) =>
      tx.message.findFirstOrThrow({ where: { template: 'invoice' }, orderBy: { id: 'desc' } }),
    );
    const { attachments } = await composeMail(ports, message);
    const pdf = attachments.find(({ contentType }) => contentType === 'application/pdf');
    expect(Buffer.from(pdf?.content ?? '').toString('latin1')).toContain('(factur-x.xml)');
  });
});
