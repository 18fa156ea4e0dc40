import { eInvoiceGaps } from '@zahlwerk/domain/invoices/e-invoice-gaps';
import { invoiceSnapshotSchema } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { isZero } from '@zahlwerk/domain/money/money';
import { amountCollectable } from '@zahlwerk/domain/workflow/balance';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { todayOf } from '../graphql/today.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { caseOf } from '../workflow/types/case-loader.ts';
import { EInvoiceGapType } from './e-invoice-gap.type.ts';
import { InvoiceStandingEnum, standingOf } from './invoice-standing.ts';

const InvoiceKindEnum = builder.enumType('InvoiceKind', {
  description: 'INVOICE, its STORNO, a CORRECTION, or a billing STATEMENT where no invoice is due.',
  values: ['INVOICE', 'STORNO', 'CORRECTION', 'STATEMENT'] as const,
});

const InvoiceStateEnum = builder.enumType('InvoiceState', {
  description: 'ISSUED is effective; CANCELED was taken back by a Storno.',
  values: ['DRAFT', 'ISSUED', 'CANCELED'] as const,
});

/** Where a stored document can be fetched; null while it is being rendered. */
export const documentUrl = (documentId: string | null): string | null =>
  documentId ? `/documents/${encodeId('Document', documentId)}` : null;

const amount = (minor: bigint, currency: string) => ({ minor, currency: currencyOf(currency) });

builder.prismaNode('Invoice', {
  description: 'An issued document of a claim. It is never changed.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'invoice:read' },
  select: { id: true, currency: true, netMinor: true, vatMinor: true, grossMinor: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: InvoiceKindEnum, description: 'What it is.' }),
    state: t.expose('state', { type: InvoiceStateEnum, description: 'Whether it is effective.' }),
    number: t.exposeString('number', { nullable: true, description: 'RE-2026-0042; null for a draft.' }),
    standing: t.field({
      type: InvoiceStandingEnum,
      description: 'How it stands to its money today.',
      select: { organizationId: true, caseId: true, state: true, kind: true, dueOn: true },
      resolve: async ({ organizationId, caseId, state, kind, dueOn }, _args, ctx) => {
        const today = await todayOf(ctx, organizationId);
        const claim = await caseOf(ctx, caseId);
        const awaits = claim.state === 'OPEN' && !isZero(amountCollectable(claim));
        return standingOf({ state, kind, dueOn, awaits }, today);
      },
    }),
    issuedOn: t.expose('issuedOn', { type: 'Date', nullable: true, description: 'Day of issue.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'Day on which it is due.' }),
    net: t.field({
      type: MoneyType,
      description: 'Without VAT.',
      resolve: (row) => amount(row.netMinor, row.currency),
    }),
    vat: t.field({
      type: MoneyType,
      description: 'The VAT.',
      resolve: (row) => amount(row.vatMinor, row.currency),
    }),
    gross: t.field({
      type: MoneyType,
      description: 'With VAT.',
      resolve: (row) => amount(row.grossMinor, row.currency),
    }),
    pdfUrl: t.string({
      nullable: true,
      description: 'Path of the PDF; null while it is being rendered.',
      select: { documentId: true },
      resolve: ({ documentId }) => documentUrl(documentId),
    }),
    xmlUrl: t.string({
      nullable: true,
      description:
        'Path of the XML of EN 16931, the same that lies in the PDF (ZUGFeRD); null while it is being rendered and for what is no e-invoice.',
      select: { xmlDocumentId: true },
      resolve: ({ xmlDocumentId }) => documentUrl(xmlDocumentId),
    }),
    xrechnungUrl: t.string({
      nullable: true,
      description:
        'Path of the same invoice as XRechnung; null while it is being rendered, and where xrechnungGaps says what is missing.',
      select: { xrechnungDocumentId: true },
      resolve: ({ xrechnungDocumentId }) => documentUrl(xrechnungDocumentId),
    }),
    xrechnungGaps: t.field({
      type: [EInvoiceGapType],
      description:
        'What is missing for a valid XRechnung. The document is frozen: what is entered now counts for the next one.',
      select: { snapshot: true },
      resolve: ({ snapshot }) =>
        snapshot === null ? [] : eInvoiceGaps(invoiceSnapshotSchema.parse(snapshot), 'XRECHNUNG'),
    }),
    case: t.relation('paymentCase', { description: 'The case.' }),
    customer: t.relation('customer', { description: 'To whom.' }),
  }),
});

builder.prismaNode('Receipt', {
  description: 'What the customer gets for money that was recorded.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'invoice:read' },
  select: { id: true, currency: true, allocatedMinor: true, openAfterMinor: true },
  fields: (t) => ({
    number: t.exposeString('number', { description: 'QU-2026-0042.' }),
    issuedOn: t.expose('issuedOn', { type: 'Date', description: 'Day of issue.' }),
    allocated: t.field({
      type: MoneyType,
      description: 'What went to the claim.',
      resolve: (row) => amount(row.allocatedMinor, row.currency),
    }),
    openAfter: t.field({
      type: MoneyType,
      description: 'What was still open afterwards.',
      resolve: (row) => amount(row.openAfterMinor, row.currency),
    }),
    pdfUrl: t.string({
      nullable: true,
      description: 'Path of the PDF; null while it is being rendered.',
      select: { documentId: true },
      resolve: ({ documentId }) => documentUrl(documentId),
    }),
  }),
});
