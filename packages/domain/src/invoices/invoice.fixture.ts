import { aCompany } from '../customers/customer.fixture.ts';
import { buildInvoice, type InvoiceDraft } from './build-invoice.ts';
import type { InvoiceLine, Priceable } from './invoice-lines.ts';
import type { InvoiceSnapshot, Seller } from './invoice-snapshot.schema.ts';

/** A complete seller for tests; override what the test is about. */
export const aSeller = (overrides: Partial<Seller> = {}): Seller => ({
  name: 'Atelier Nordlicht GmbH',
  street: 'Hansaring 7',
  postalCode: '50670',
  city: 'Köln',
  country: 'DE',
  taxNumber: '215/5815/0815',
  vatId: 'DE136695976',
  smallBusiness: false,
  email: 'hallo@nordlicht.example',
  phone: '+49 221 9876543',
  website: 'nordlicht.example',
  register: 'Amtsgericht Köln, HRB 12345',
  management: 'Geschäftsführerin: Dr. Frauke Lüders',
  bankAccount: {
    holder: 'Atelier Nordlicht GmbH',
    iban: 'DE89370400440532013000',
    bic: 'COBADEFFXXX',
    bankName: 'Beispielbank Köln',
  },
  ...overrides,
});

export const aLine = (overrides: Partial<InvoiceLine> = {}): InvoiceLine => ({
  name: 'Beratung',
  description: null,
  quantity: '2',
  unit: 'HUR',
  unitPrice: '50.00',
  discount: null,
  taxCase: 'DE_19',
  exemptionReason: null,
  ...overrides,
});

/** Lines as they are, with nothing taken off the whole. */
export const charged = (lines: readonly InvoiceLine[]): Priceable => ({
  lines,
  discount: null,
  taxBehavior: 'EXCLUSIVE',
});

export const aDraft = (overrides: Partial<InvoiceDraft> = {}): InvoiceDraft => ({
  number: 'RE-2026-0042',
  locale: 'de',
  currency: 'EUR',
  issuedOn: '2026-11-23',
  supply: { from: '2026-11-01', to: '2026-11-20' },
  dueOn: '2026-12-07',
  seller: aSeller(),
  customer: aCompany(),
  customerNumber: 'K-000042',
  lines: [
    aLine(),
    aLine({ name: 'Fachbuch', quantity: '1', unit: 'C62', unitPrice: '30.00', taxCase: 'DE_7' }),
  ],
  discount: null,
  taxBehavior: 'EXCLUSIVE',
  skonto: null,
  paid: null,
  paymentReference: 'ZV-2026-000042',
  orderReference: 'B-77',
  intro: null,
  closing: null,
  ...overrides,
});

/** The snapshot of an invoice that may be issued; throws when the draft is refused. */
export const anInvoice = (overrides: Partial<InvoiceDraft> = {}): InvoiceSnapshot => {
  const built = buildInvoice(aDraft(overrides));
  if (!built.ok) throw new Error(`The fixture is refused: ${JSON.stringify(built.refusals)}`);
  return built.snapshot;
};
