import type { ParseDecimalCode } from '@zahlwerk/domain/money/parse-decimal';
import { useTranslation } from 'react-i18next';

const TEXT = {
  MALFORMED: 'form.invalidAmount',
  TOO_MANY_DECIMALS: 'form.tooManyDecimals',
  OUT_OF_RANGE: 'form.amountTooLarge',
} as const satisfies Record<ParseDecimalCode, string>;

/** Why a typed amount could not be read, in words. */
export const useAmountError = (): ((code: ParseDecimalCode) => string) => {
  const { t } = useTranslation();
  return (code) => t(TEXT[code]);
};
