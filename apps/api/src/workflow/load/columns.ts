import { type Currency, isCurrency } from '@zahlwerk/domain/money/currency';
import { type Money, money } from '@zahlwerk/domain/money/money';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { PhaseEvidence } from '@zahlwerk/domain/workflow/payment-case';

export const currencyOf = (code: string): Currency => {
  if (!isCurrency(code)) throw new RangeError(`Unknown currency: ${code}`);
  return code;
};

export const moneyOf = (row: { readonly amountMinor: bigint; readonly currency: string }): Money =>
  money(row.amountMinor, currencyOf(row.currency));

export const actorOf = (kind: Actor['kind'] | null, id: string | null): Actor | null => {
  if (kind === null) return null;
  if (kind === 'SYSTEM') return { kind, id: null };
  if (kind === 'CUSTOMER') return { kind, id };
  return id === null ? null : { kind, id };
};

/** Only this package writes these JSON columns, always from the type it reads them as. */
export const readJson = <Shape>(json: unknown): Shape => json as Shape;

export const phase = (at: Date | null, evidence: string | null): PhaseEvidence | null =>
  at && evidence !== null ? { at, evidence } : null;
