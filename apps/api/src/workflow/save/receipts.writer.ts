import { dayToDate } from '@zahlwerk/db/calendar-day';
import { nextNumber } from '@zahlwerk/db/numbers';
import { buildReceipt } from '@zahlwerk/domain/invoices/build-receipt';
import { receiptMethodOf } from '@zahlwerk/domain/invoices/receipt-method';
import { effectiveInvoice } from '@zahlwerk/domain/workflow/claim';
import type { Writer } from './writer.ts';

/** The receipt of one recorded payment, frozen; its PDF is rendered from the snapshot after the commit. */
export const issueReceipt: Writer<'issue-receipt'> = async (saving, { paymentId, allocated, openAfter }) => {
  const { tx, organizationId, state, env } = saving;
  const payment = state.payments.find(({ id }) => id === paymentId);
  if (!payment) throw new Error('A receipt is for a payment of the case.');
  const number = await nextNumber(tx, organizationId, 'receipt', env.today);
  const receipt = buildReceipt({
    number,
    locale: state.customer.data.language,
    issuedOn: env.today,
    seller: state.organization.seller,
    customer: state.customer.data,
    customerNumber: state.customer.number,
    payment: {
      amount: payment.amount,
      receivedOn: payment.valueOn,
      method: receiptMethodOf(state, payment),
      payer: payment.payer,
      reference: payment.reference,
    },
    allocations: [
      {
        caseNumber: state.number,
        invoiceNumber: effectiveInvoice(state)?.number ?? state.externalInvoiceNumber,
        orderReference: state.reference,
        amount: allocated,
        openAfter,
      },
    ],
  });
  if (!receipt.ok) throw new Error(`Receipt refused: ${receipt.code}`);
  const id = env.newId();
  await tx.receipt.create({
    data: {
      organizationId,
      id,
      number,
      caseId: state.id,
      paymentId,
      currency: allocated.currency,
      allocatedMinor: allocated.minor,
      openAfterMinor: openAfter.minor,
      snapshot: receipt.snapshot,
      issuedOn: dayToDate(env.today),
      issuedAt: env.now,
    },
  });
  saving.followUps.push({ job: 'render-document', kind: 'RECEIPT', id });
};
