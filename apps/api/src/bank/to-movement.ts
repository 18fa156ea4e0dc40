import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { BankTransaction } from '@zahlwerk/db/generated/client';
import type { BankMovement } from '@zahlwerk/domain/matching/incoming-credit';
import { money } from '@zahlwerk/domain/money/money';
import { currencyOf } from '../workflow/load/columns.ts';

/** A stored movement as matching looks at it, with what of it is still to be given away. */
export const toMovement = (row: BankTransaction, rest: bigint): BankMovement => ({
  direction: row.direction,
  // Nothing else is stored.
  isBooked: true,
  isGoingBack: row.isReversal || row.returnReason !== null,
  amount: money(rest, currencyOf(row.currency)),
  valueOn: dateToDay(row.valueOn),
  payer: row.counterpartyName,
  payerIban: row.counterpartyIban,
  texts: [row.remittance, row.structuredReference, row.endToEndId].filter((text) => text !== null),
});
