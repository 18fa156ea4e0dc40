import type { Currency } from '../money/currency.ts';
import type { CaseOrganization, PaymentCase, TransfersTo } from '../workflow/payment-case.ts';

/** The provider keeps accounts for transfers in euros alone (https://docs.stripe.com/payments/bank-transfers, EU). */
const CURRENCY_AT_PROVIDER: Currency = 'EUR';

/** Where the customer of a new case transfers to: never to both accounts (rule 25). */
export const transfersToOf = (
  { transfersTo, hasProvider }: Pick<CaseOrganization, 'transfersTo' | 'hasProvider'>,
  currency: Currency,
): TransfersTo =>
  transfersTo === 'PROVIDER' && hasProvider && currency === CURRENCY_AT_PROVIDER ? 'PROVIDER' : 'OWN_ACCOUNT';

/** The transfer that the customer of this case may make to the provider's account; the newest one, if any. */
export const liveTransfer = ({ attempts }: Pick<PaymentCase, 'attempts'>) =>
  attempts.find(({ via, state, transfer }) => via === 'TRANSFER' && state === 'REQUIRES_ACTION' && transfer);
