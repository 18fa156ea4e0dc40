import { type BuiltInvoice, buildInvoice } from '../invoices/build-invoice.ts';
import { buildStatement } from '../invoices/build-statement.ts';
import type { DocumentFrame } from '../invoices/document-frame.ts';
import type { InvoiceSnapshot } from '../invoices/invoice-snapshot.schema.ts';
import { amountReceived } from './balance.ts';
import { effectiveInvoice } from './claim.ts';
import type { PaymentCase } from './payment-case.ts';

export type CaseDocument =
  | { readonly ok: true; readonly snapshot: InvoiceSnapshot }
  /** What keeps it from being issued: paths of fields, or codes of a statement. */
  | { readonly ok: false; readonly reasons: readonly string[] };

const laterOf = (...days: readonly [string, string]): string => days.toSorted()[1] ?? days[0];

const frameOf = (state: PaymentCase, number: string, today: string): DocumentFrame => ({
  number,
  locale: state.customer.data.language,
  currency: state.amountDue.currency,
  issuedOn: today,
  // A document cannot be due before it exists.
  dueOn: laterOf(state.dueOn, today),
  seller: state.organization.seller,
  customer: state.customer.data,
  customerNumber: state.customer.number,
  skonto: state.skonto,
  paid: amountReceived(state),
  paymentReference: state.number,
  orderReference: state.reference,
  intro: null,
  closing: null,
});

/** The document of a claim as it is issued on this day under this number. */
export const caseDocument = (
  state: PaymentCase,
  kind: 'INVOICE' | 'STATEMENT',
  number: string,
  today: string,
): CaseDocument => {
  const frame = frameOf(state, number, today);
  if (kind === 'INVOICE') {
    const { lines, discount, taxBehavior, supply } = state;
    return withReasons(buildInvoice({ ...frame, lines, discount, taxBehavior, supply }));
  }
  const name = state.reference ?? state.number;
  const built = buildStatement({ ...frame, lines: [{ name, description: null, amount: state.amountDue }] });
  return built.ok ? built : { ok: false, reasons: built.codes };
};

const withReasons = (built: BuiltInvoice): CaseDocument =>
  built.ok ? built : { ok: false, reasons: built.refusals.map(({ field }) => field) };

/** Stands where the number will be; a draft takes none. */
const NO_NUMBER = '-';

/** What would be issued today; null where nothing is to be issued: there is a document, or it is written elsewhere. */
export const draftDocument = (state: PaymentCase, today: string): CaseDocument | null => {
  const { invoicing } = state;
  if (state.state !== 'OPEN' || invoicing === 'EXTERNAL' || effectiveInvoice(state)) return null;
  return caseDocument(state, invoicing === 'ISSUE' ? 'INVOICE' : 'STATEMENT', NO_NUMBER, today);
};
