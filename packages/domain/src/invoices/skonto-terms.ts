import { type Money, money, subtract } from '../money/money.ts';
import { addDays } from '../workflow/calendar.ts';
import { percentOf } from './decimal.ts';

/** What a customer may keep who transfers early (§ 14(4) Nr. 7 UStG calls it an agreed reduction). */
export interface SkontoTerms {
  /** Hundredths of a percent: 200 is 2 %. */
  readonly basisPoints: number;
  /** Days after the invoice's own day. */
  readonly days: number;
}

/** The last day on which money has to be there; counted from the day of issue, and until then from the case's first day. */
export const skontoLastDay = ({ days }: SkontoTerms, from: string): string => addDays(from, days);

/** What may be kept of a gross amount, rounded half away from zero. */
export const skontoDiscount = ({ basisPoints }: SkontoTerms, due: Money): Money =>
  money(percentOf(due.minor, skontoPercent({ basisPoints })), due.currency);

/** Whether money of this value date came in time; the last day counts. */
export const isWithinSkonto = (lastDay: string, valueOn: string): boolean => valueOn <= lastDay;

/** The percentage as a decimal with two places, as XRechnung writes it: `2.00`. */
export const skontoPercent = ({ basisPoints }: Pick<SkontoTerms, 'basisPoints'>): string =>
  `${Math.trunc(basisPoints / 100)}.${String(basisPoints % 100).padStart(2, '0')}`;

/** Terms with what they come to on one claim. */
export interface SkontoOffer extends SkontoTerms {
  readonly lastDay: string;
  readonly discount: Money;
  /** What is to be transferred up to and on the last day. */
  readonly reduced: Money;
}

/** What terms offer on a claim of which `open` is left to pay; null where so much is paid that the discount has no room. */
export const skontoOffer = (
  terms: SkontoTerms | null,
  { from, due, open }: { readonly from: string; readonly due: Money; readonly open: Money },
): SkontoOffer | null => {
  if (!terms) return null;
  const discount = skontoDiscount(terms, due);
  if (discount.minor <= 0n || open.minor <= discount.minor) return null;
  const { basisPoints, days } = terms;
  return {
    basisPoints,
    days,
    lastDay: skontoLastDay(terms, from),
    discount,
    reduced: subtract(open, discount),
  };
};
