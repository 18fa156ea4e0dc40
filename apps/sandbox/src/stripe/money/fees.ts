/** What Stripe keeps of a payment: a share in hundredths of a percent plus a fixed part, both in minor units. */
const PRICES = {
  card: { basisPoints: 150n, fixed: 25n, atMost: null },
  card_present: { basisPoints: 140n, fixed: 10n, atMost: null },
  sepa_debit: { basisPoints: 0n, fixed: 35n, atMost: null },
  customer_balance: { basisPoints: 50n, fixed: 0n, atMost: 500n },
} as const;

/** What a dispute costs in Germany, in minor units; it comes back with a dispute that is won. */
export const DISPUTE_FEE = { card: 2_000, sepa_debit: 1_500 } as const;

/** The fee in minor units, rounded half up to the cent: 1.5 % + 0.25 for cards, 1.4 % + 0.10 at a reader, 0.35 for SEPA debits, 0.5 % up to 5.00 for transfers. */
export const feeFor = (method: keyof typeof PRICES, amount: number): number => {
  const { basisPoints, fixed, atMost } = PRICES[method];
  const fee = (BigInt(amount) * basisPoints + 5_000n) / 10_000n + fixed;
  return Number(atMost !== null && fee > atMost ? atMost : fee);
};
