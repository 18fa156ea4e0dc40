import { isCurrency } from '@zahlwerk/domain/money/currency';
import { money, toDecimal } from '@zahlwerk/domain/money/money';
import type { Movement } from '@zahlwerk/domain/payments/reconcile';

/** As many as can be looked after one by one. */
const NAMED = 5;

const amountOf = ({ gross, currency }: Movement): string =>
  isCurrency(currency) ? `${toDecimal(money(gross, currency))} ${currency}` : currency;

/** Names movements of the balance as the provider's own panel does: `ch_3Q 119.00 EUR, po_1T -45.10 EUR, +3`. */
export const describeMovements = (movements: readonly Movement[]): string =>
  [
    ...movements
      .slice(0, NAMED)
      .map((movement) => `${movement.sourceRef ?? movement.ref} ${amountOf(movement)}`),
    ...(movements.length > NAMED ? [`+${movements.length - NAMED}`] : []),
  ].join(', ');
