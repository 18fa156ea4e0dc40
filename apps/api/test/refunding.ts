import { encodeId } from '../src/graphql/ids.ts';
import type { ConnectedDesk } from './a-connected-desk.ts';
import { aStranger } from './a-desk.ts';
import { call } from './case-call.ts';
import { CARDS, enterCard } from './on-the-hosted-page.ts';
import { queryAll } from './rows.ts';

/** Cards whose refunds take their time at the provider, or fail after all. */
export const REFUND_PENDING = '4000000000007726';
export const REFUND_FAILING = '4000000000005126';

export interface Wish {
  readonly caseId: string;
  readonly paymentId: string;
  readonly amount?: string;
  readonly effect?: 'REDUCE' | 'FROM_CREDIT' | 'CLAIM_STAYS_OPEN';
}

const FIELDS = `replayed case {
  state currentStep version amountOpen { amount } moneyTrack { status }
  refunds { id state effect amount { amount } approvalId failureCode }
  refundOffers { effect most { amount } aloneUpTo { amount } byHand }
}`;

let customers = 0;

/** A case that was paid by card, on the provider's own page, and waits for its sign-off. */
export const paidByCard = async (stage: ConnectedDesk, number: string = CARDS.good) => {
  customers += 1;
  const email = `erstattung.${customers}@example.org`;
  const caseId = await stage.desk.waiting({ customer: { data: aStranger({ email }) } });
  await enterCard(await stage.openCheckout(caseId), number, 'Frieda Lorenzen');
  await stage.settle();
  const [payment] = (await stage.desk.read(caseId)).payments;
  const charge = payment?.evidence.split(':')[1] ?? '';
  return { caseId, email, charge, paymentId: encodeId('Payment', payment?.id ?? '') };
};

/** Asks for 19.00 EUR to go back, or for what is wished. */
export const requestRefund = async (
  stage: ConnectedDesk,
  { caseId, paymentId, amount = '19.00', effect = 'REDUCE' }: Wish,
  role: 'CLERK' | 'TEAM_LEAD' = 'CLERK',
) =>
  call(
    await stage.signIn(role),
    'requestRefund',
    {
      caseId: encodeId('PaymentCase', caseId),
      paymentId,
      amount: { amount, currency: 'EUR' },
      effect,
      reason: 'Kratzer in der Platte',
    },
    FIELDS,
  );

/** Debits less credits of an account on one case, in minor units. */
export const balanceOnCase = async (
  { database }: ConnectedDesk,
  caseId: string,
  account: string,
): Promise<number> => {
  const [row] = await queryAll<{ minor: string | null }>(
    database,
    `SELECT sum(line.amount_minor) AS minor
     FROM journal_entry entry
     JOIN journal_line line ON line.organization_id = entry.organization_id AND line.entry_id = entry.id
     JOIN ledger_account account
       ON account.organization_id = line.organization_id AND account.id = line.account_id
     WHERE entry.case_id = $1 AND account.key = $2`,
    [caseId, account],
  );
  return Number(row?.minor ?? 0);
};

/** What the provider has of a charge's refunds, whoever has made them. */
export const refundsOfCharge = async ({ account }: ConnectedDesk, charge: string) =>
  (await account.stripe.refunds.list({ charge, limit: 100 })).data;
