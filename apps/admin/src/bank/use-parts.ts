import { isCurrency } from '@zahlwerk/domain/money/currency';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankTransactionFieldsFragment } from '#gql/graphql';
import { amountForInput } from '../form/amount-input.tsx';
import { useAmountError } from '../form/use-amount-error.ts';
import { useFormat } from '../format/use-format.ts';
import { splitSum } from './split-sum.ts';
import type { Assignment } from './use-assignment.ts';

export interface Part {
  readonly key: number;
  readonly caseId: string | null;
  readonly amount: string;
}

/** The parts of a credit while somebody types them, with what they come to. */
export const useParts = ({ unassigned }: BankTransactionFieldsFragment) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const amountError = useAmountError();
  const currency = isCurrency(unassigned.currency) ? unassigned.currency : 'EUR';
  const [parts, setParts] = useState<readonly Part[]>([
    { key: 1, caseId: null, amount: amountForInput(unassigned.amount, locale) },
  ]);
  const [isChecked, setChecked] = useState(false);
  const sum = splitSum(
    parts.map(({ amount }) => amount),
    BigInt(unassigned.minor),
    locale,
    currency,
  );
  const problemsOf = ({ caseId, amount }: Part) => {
    const parsed = parseAmount(amount, locale, currency);
    return {
      amount: isChecked && !parsed.ok ? amountError(parsed.code) : null,
      case: isChecked && !caseId ? t('bank.caseMissing') : null,
    };
  };
  const change = (key: number, said: Partial<Part>): void =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...said } : part)));
  /** What is to be sent; null while something is missing, which is then said beside it. */
  const allocations = (): Assignment['allocations'] | null => {
    setChecked(true);
    const complete = parts.flatMap(({ caseId, amount }) => {
      const parsed = parseAmount(amount, locale, currency);
      return parsed.ok && caseId ? [{ caseId, amount: { amount: parsed.decimal, currency } }] : [];
    });
    return complete.length === parts.length && sum.rest.minor >= 0n ? complete : null;
  };
  return {
    ...{ parts, sum, currency, problemsOf, change, allocations },
    add: () => setParts([...parts, { key: (parts.at(-1)?.key ?? 0) + 1, caseId: null, amount: '' }]),
    remove: (key: number) => setParts(parts.filter((part) => part.key !== key)),
  };
};
