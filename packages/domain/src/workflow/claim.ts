import type { CaseInvoice, PaymentCase } from './payment-case.ts';

/** The invoice, or the statement in its place, that holds for the case: the one that no Storno has taken back. */
export const effectiveInvoice = (state: PaymentCase): CaseInvoice | undefined =>
  state.invoices.find(
    ({ kind, state: invoiceState }) =>
      (kind === 'INVOICE' || kind === 'STATEMENT') && invoiceState === 'ISSUED',
  );

/** True once step 5 has posted a claim whose invoice is written elsewhere: it has no document here that would show it. */
export const isPostedWithoutDocument = (state: PaymentCase): boolean =>
  state.invoicing === 'EXTERNAL' &&
  state.runs.some((run) => run.step === 'CREATE_PAYMENT_TASK' && run.state === 'DONE');
