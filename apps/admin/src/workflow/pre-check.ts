import { isCurrency } from '@zahlwerk/domain/money/currency';
import { parseDecimal } from '@zahlwerk/domain/money/parse-decimal';
import { useTranslation } from 'react-i18next';
import type { CheckState, PreCheckKey } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { STATUSES } from './case-search.ts';
import type { CheckView } from './checklist.tsx';

interface PreCheck {
  readonly key: PreCheckKey;
  readonly state: CheckState;
  readonly detail: string | null;
}

/** The pre-check in words; amounts and statuses come as codes and are written the local way. */
export const usePreCheck = (): ((checks: readonly PreCheck[]) => readonly CheckView[]) => {
  const { t } = useTranslation();
  const format = useFormat();
  const detailOf = ({ key, detail }: PreCheck): string | null => {
    if (detail === null) return null;
    if (key === 'STATUS_PUBLISHED') {
      const status = STATUSES.find((one) => one === detail);
      return status ? t(`status.${status}`) : detail;
    }
    const [, decimal = '', currency = ''] = /^(\S+) ([A-Z]{3})$/.exec(detail) ?? [];
    if (key !== 'AMOUNT_SETTLED' || !isCurrency(currency)) return detail;
    const parsed = parseDecimal(decimal, currency);
    return parsed.ok
      ? t('closing.open', { amount: format.money({ minor: parsed.value.minor.toString(), currency }) })
      : detail;
  };
  return (checks) =>
    checks.map((check) => ({ ...check, label: t(`preCheck.${check.key}`), detail: detailOf(check) }));
};
