import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { BankTransaction } from '@zahlwerk/db/generated/client';
import { type ExpectedPayout, payoutBehind } from '@zahlwerk/domain/matching/banked-payout';
import { money } from '@zahlwerk/domain/money/money';
import { currencyOf } from '../workflow/load/columns.ts';
import type { Storing } from './store-statements.ts';
import { toMovement } from './to-movement.ts';

/** Payouts that have gone and that no statement has shown yet. */
const loadExpected = async ({ tx, organizationId }: Storing): Promise<ExpectedPayout[]> => {
  const rows = await tx.payout.findMany({
    where: { organizationId, state: { in: ['SENT', 'PAID'] }, bankTransactionId: null, netMinor: { gt: 0 } },
  });
  return rows.map(({ id, netMinor, currency, arrivalOn }) => ({
    ...{ id, net: money(netMinor, currencyOf(currency)) },
    arrivalOn: arrivalOn ? dateToDay(arrivalOn) : null,
  }));
};

/**
 * Notes which credits are payouts of the provider, whose money has been posted by the provider's own word, and gives
 * back the others.
 */
export const linkPayouts = async (
  storing: Storing,
  credits: readonly BankTransaction[],
): Promise<readonly BankTransaction[]> => {
  const { tx, organizationId } = storing;
  const expected = credits.length > 0 ? await loadExpected(storing) : [];
  const others: BankTransaction[] = [];
  for (const credit of credits) {
    const payout = payoutBehind(toMovement(credit, credit.amountMinor), expected);
    if (!payout) {
      others.push(credit);
      continue;
    }
    expected.splice(expected.indexOf(payout), 1);
    await tx.payout.update({
      where: { organizationId_id: { organizationId, id: payout.id } },
      data: { bankTransactionId: credit.id },
    });
  }
  return others;
};
