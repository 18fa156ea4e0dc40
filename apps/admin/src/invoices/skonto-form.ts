import type { Locale } from '@zahlwerk/domain/money/format-money';
import { toPlainDecimal } from '@zahlwerk/domain/money/parse-amount';
import type { SkontoInput } from '#gql/graphql';

/** Skonto terms while they are typed; both empty for none. */
export interface SkontoValues {
  readonly skontoPercent: string;
  readonly skontoDays: string;
}

export const NO_SKONTO: SkontoValues = { skontoPercent: '', skontoDays: '' };

export const skontoToForm = (terms: SkontoInput | null, locale: Locale): SkontoValues => {
  if (!terms) return NO_SKONTO;
  const percent = String(terms.basisPoints / 100);
  return {
    skontoPercent: locale === 'de' ? percent.replace('.', ',') : percent,
    skontoDays: String(terms.days),
  };
};

const isEmpty = ({ skontoPercent, skontoDays }: SkontoValues): boolean =>
  skontoPercent.trim() === '' && skontoDays.trim() === '';

/** Counted by its digits, so that no float rounds it. */
const basisPointsOf = (typed: string, locale: Locale): number | null => {
  const [, whole = '', fraction = ''] =
    /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(toPlainDecimal(typed.replace(/[\s%]/g, ''), locale) ?? '') ?? [];
  const basisPoints = Number(whole + fraction.padEnd(2, '0'));
  return whole !== '' && basisPoints > 0 ? basisPoints : null;
};

const daysOf = (typed: string): number | null => {
  const days = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= 90 ? days : null;
};

/** Which of the two fields cannot be read. */
export const skontoProblems = (values: SkontoValues, locale: Locale): readonly (keyof SkontoValues)[] => {
  if (isEmpty(values)) return [];
  return [
    ...(basisPointsOf(values.skontoPercent, locale) === null ? (['skontoPercent'] as const) : []),
    ...(daysOf(values.skontoDays) === null ? (['skontoDays'] as const) : []),
  ];
};

/** The terms as the API wants them, null for none; call it only when `skontoProblems` has found nothing. */
export const skontoToInput = (values: SkontoValues, locale: Locale): SkontoInput | null => {
  const basisPoints = basisPointsOf(values.skontoPercent, locale);
  const days = daysOf(values.skontoDays);
  return basisPoints !== null && days !== null ? { basisPoints, days } : null;
};
