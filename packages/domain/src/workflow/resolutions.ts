export type AdjustmentKind = 'SKONTO' | 'FEE' | 'ROUNDING' | 'WRITE_OFF' | 'CREDIT_NOTE';

/** How a payment, or an unpaid rest, is settled with the claim, in the order in which people are offered it. */
export const RESOLUTIONS = [
  'EXACT',
  'SKONTO',
  'FEE',
  'ROUNDING',
  'PARTIAL',
  'OVER',
  'DUPLICATE',
  'WRITE_OFF',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** As what the part of the claim is posted that a resolution gives up; null where it gives nothing up. */
export const ADJUSTMENT_OF = {
  EXACT: null,
  SKONTO: 'SKONTO',
  FEE: 'FEE',
  ROUNDING: 'ROUNDING',
  PARTIAL: null,
  OVER: null,
  DUPLICATE: null,
  WRITE_OFF: 'WRITE_OFF',
} as const satisfies Record<Resolution, AdjustmentKind | null>;
