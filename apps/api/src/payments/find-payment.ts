import type { TenantTransaction } from '@zahlwerk/db/tenant';

/** Whose account something has happened on, and what told us so. */
export interface Origin {
  readonly organizationId: string;
  readonly providerAccountId: string;
  readonly cause: string;
}

export interface OfCharge {
  readonly charge: string | { readonly id: string } | null;
  readonly payment_intent: string | { readonly id: string } | null;
}

const idOf = (reference: OfCharge['charge']): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);

/** Money of ours that has not been booked yet: whoever asks has to come again. */
export class PaymentNotBooked extends Error {}

/** The payment behind a charge of the provider, with its case; null when the charge is none of ours. */
export const findPayment = async (
  tx: TenantTransaction,
  { organizationId, providerAccountId }: Origin,
  { charge, payment_intent: intent }: OfCharge,
): Promise<{ readonly paymentId: string; readonly caseId: string } | null> => {
  const payment = await tx.payment.findFirst({
    where: { organizationId, providerAccountId, source: 'PROVIDER', sourceRef: idOf(charge) ?? '' },
  });
  if (payment?.caseId) return { paymentId: payment.id, caseId: payment.caseId };
  const attempt = await tx.paymentAttempt.findFirst({
    where: { organizationId, providerAccountId, providerRef: idOf(intent) ?? '' },
  });
  if (attempt) throw new PaymentNotBooked(`The money of attempt ${attempt.id} is not booked yet.`);
  return null;
};
