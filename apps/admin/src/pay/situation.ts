import type { PayViewFragment } from '#pay-gql/graphql';

/** What the customer is looking at, in one word; the page has one face for each. */
export type Situation =
  | 'PAY'
  | 'INCOMPLETE'
  | 'FAILED'
  | 'RESERVED'
  | 'PROCESSING'
  | 'CONFIRMING'
  | 'PAID'
  | 'CANCELED'
  | 'REFUSED';

type PayState = Pick<
  PayViewFragment,
  'state' | 'amountOpen' | 'amountReceived' | 'moneyTrack' | 'refusal' | 'amountReserved'
>;

/** `hasReturned`: the customer has just come back from the provider, whose report may still be on its way. */
export const situationOf = (page: PayState, hasReturned: boolean): Situation => {
  const { status, failure } = page.moneyTrack;
  const owesNothing = BigInt(page.amountOpen.minor) <= 0n;
  if (page.state === 'CANCELED') return 'CANCELED';
  if (owesNothing && BigInt(page.amountReceived.minor) > 0n) return 'PAID';
  if (page.state === 'CLOSED') return 'PAID';
  if (page.amountReserved) return 'RESERVED';
  if (status === 'PROCESSING' || status === 'APPROVED' || status === 'UNKNOWN') return 'PROCESSING';
  // What has begun and is asked for again was given up here: nothing more of it is to come.
  const isUnheard =
    status === 'REQUESTED' && page.moneyTrack.phases.every(({ state }) => state === 'PENDING');
  if (hasReturned && !failure && (isUnheard || status === 'INITIATED' || status === 'VERIFIED'))
    return 'CONFIRMING';
  if (page.refusal?.code === 'TRANSFER_INCOMPLETE') return 'INCOMPLETE';
  if (page.refusal) return 'REFUSED';
  return failure ? 'FAILED' : 'PAY';
};
