import type { Money } from '../money/money.ts';

/** A case as far as money that comes in may belong to it. */
export interface OpenClaim {
  readonly caseId: string;
  readonly caseNumber: string;
  /** Numbers of its invoices, also of those that are written elsewhere. */
  readonly invoiceNumbers: readonly string[];
  /** What the customer calls the order. */
  readonly orderReferences: readonly string[];
  /** The customer's names as a bank may write them: person, company, contact. */
  readonly names: readonly string[];
  /** Accounts from which the customer is known to pay. */
  readonly ibans: readonly string[];
  /** What is still owed; zero for a case that is paid. */
  readonly open: Money;
  readonly dueOn: string;
  /** What settles the claim if the money is there by a day (Skonto). */
  readonly discount: { readonly amount: Money; readonly until: string } | null;
}

/** What a claim can be called by whoever pays it. */
export type ReferenceKind = 'CASE_NUMBER' | 'INVOICE_NUMBER' | 'ORDER_REFERENCE';

export interface ClaimReference {
  readonly kind: ReferenceKind;
  readonly text: string;
  readonly claim: OpenClaim;
}

/** Everything a claim may be called (rule 11). */
export const referencesOf = (claim: OpenClaim): readonly ClaimReference[] => [
  { kind: 'CASE_NUMBER', text: claim.caseNumber, claim },
  ...claim.invoiceNumbers.map((text) => ({ kind: 'INVOICE_NUMBER' as const, text, claim })),
  ...claim.orderReferences.map((text) => ({ kind: 'ORDER_REFERENCE' as const, text, claim })),
];
