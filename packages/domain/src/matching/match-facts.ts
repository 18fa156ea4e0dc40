import { normalizeName } from '../customers/normalize-name.ts';
import { type Money, subtract } from '../money/money.ts';
import type { BankMovement } from './incoming-credit.ts';
import type { ClaimReference, OpenClaim, ReferenceKind } from './open-claim.ts';
import { areSimilar } from './similar-names.ts';

export type AmountFact = 'EXACT' | 'DISCOUNT' | 'PARTIAL' | 'OVER' | 'OTHER_CURRENCY';
export type PayerFact = 'KNOWN_IBAN' | 'SAME_NAME' | 'SIMILAR_NAME' | 'OTHER' | 'NOT_TOLD';

/** What speaks for a movement and a claim belonging together, and what against it. Facts for a person, never a score. */
export interface MatchFacts {
  readonly caseId: string;
  /** What the payer wrote; null when he wrote nothing of it. */
  readonly reference: { readonly kind: ReferenceKind; readonly text: string } | null;
  readonly amount: AmountFact;
  /** What was paid beyond what is open, below zero for what lacks; null in another currency. */
  readonly difference: Money | null;
  readonly payer: PayerFact;
  /** Days after the due day on which the money came; below zero for early. */
  readonly daysLate: number;
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

const amountFact = ({ amount, valueOn }: BankMovement, { open, discount }: OpenClaim): AmountFact => {
  if (amount.currency !== open.currency) return 'OTHER_CURRENCY';
  if (amount.minor === open.minor) return 'EXACT';
  if (discount && amount.minor === discount.amount.minor && valueOn <= discount.until) return 'DISCOUNT';
  return amount.minor < open.minor ? 'PARTIAL' : 'OVER';
};

const payerFact = ({ payer, payerIban }: BankMovement, { names, ibans }: OpenClaim): PayerFact => {
  if (payerIban !== null && ibans.includes(payerIban)) return 'KNOWN_IBAN';
  const name = normalizeName(payer ?? '');
  if (name === '') return 'NOT_TOLD';
  const known = names.map(normalizeName).filter((one) => one !== '');
  if (known.includes(name)) return 'SAME_NAME';
  return known.some((one) => areSimilar(one, name)) ? 'SIMILAR_NAME' : 'OTHER';
};

export const factsOf = (
  movement: BankMovement,
  claim: OpenClaim,
  reference: ClaimReference | null,
): MatchFacts => {
  const amount = amountFact(movement, claim);
  return {
    caseId: claim.caseId,
    reference: reference && { kind: reference.kind, text: reference.text },
    amount,
    difference: amount === 'OTHER_CURRENCY' ? null : subtract(movement.amount, claim.open),
    payer: payerFact(movement, claim),
    daysLate: daysBetween(claim.dueOn, movement.valueOn),
  };
};

const AMOUNTS: Readonly<Record<AmountFact, number>> = {
  EXACT: 0,
  DISCOUNT: 1,
  PARTIAL: 2,
  OVER: 2,
  OTHER_CURRENCY: 3,
};
const PAYERS: Readonly<Record<PayerFact, number>> = {
  KNOWN_IBAN: 0,
  SAME_NAME: 1,
  SIMILAR_NAME: 2,
  NOT_TOLD: 3,
  OTHER: 4,
};

/** What is worth looking at first: a reference, then the amount, then who paid. The claim that is due longest breaks a tie. */
export const byEvidence = (a: MatchFacts, b: MatchFacts): number =>
  Number(b.reference !== null) - Number(a.reference !== null) ||
  AMOUNTS[a.amount] - AMOUNTS[b.amount] ||
  PAYERS[a.payer] - PAYERS[b.payer] ||
  b.daysLate - a.daysLate ||
  (a.caseId < b.caseId ? -1 : 1);
