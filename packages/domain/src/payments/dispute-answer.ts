import type { DisputeResponse } from '../workflow/payment-case.ts';

/** What a file proves to the bank; the provider has one place for each. */
export const EVIDENCE_KINDS = [
  'CANCELLATION_POLICY',
  'CUSTOMER_COMMUNICATION',
  'CUSTOMER_SIGNATURE',
  'DUPLICATE_CHARGE_DOCUMENTATION',
  'RECEIPT',
  'REFUND_POLICY',
  'SERVICE_DOCUMENTATION',
  'SHIPPING_DOCUMENTATION',
  'UNCATEGORIZED_FILE',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A file of the case that goes to the bank. */
export interface EvidenceFile {
  readonly attachmentId: string;
  readonly kind: EvidenceKind;
}

/** The answer as it is recorded, before the provider has it: what is sent with its id as the key is frozen here. */
export interface DisputeAnswer {
  readonly kind: DisputeResponse['kind'];
  /** What the business says to it, in its own words. */
  readonly statement: string | null;
  readonly files: readonly EvidenceFile[];
}
