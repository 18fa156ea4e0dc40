import { useTranslation } from 'react-i18next';
import { useEvidence } from '../format/use-evidence.ts';
import { type CodeTable, useCode } from '../i18n/use-code.ts';

/** Which parts of a check's answer are codes: how they are set apart, and where their words stand. */
const CODES: Readonly<Record<string, readonly [RegExp, CodeTable]>> = {
  'required-fields': [/[A-Za-z]+/g, 'customerField'],
  duplicates: [/\b[A-Z_]{4,}\b/g, 'duplicateFact'],
  iban: [/[A-Za-z]+/g, 'ibanProblem'],
  phone: [/\b[A-Z_]{4,}\b/g, 'phoneType'],
  'vat-register': [/\b[A-Z_]{4,}\b/g, 'vatReason'],
  'vat-id': [/\b[A-Z_]{4,}\b/g, 'vatIdFact'],
};

/** The answer of a check in words: the API gives codes and values, so that it reads the same in every language. */
export const useCheckDetail = (): ((key: string, detail: string) => string) => {
  const { t } = useTranslation();
  const code = useCode();
  const evidence = useEvidence();
  return (key, detail) => {
    if (key === 'verification') return evidence(detail);
    if (key === 'duplicates' && /^\d+$/.test(detail))
      return t('checkDetail.compared', { count: Number(detail) });
    const [pattern, table] = CODES[key] ?? [];
    return pattern && table ? detail.replace(pattern, (one) => code(table, one)) : detail;
  };
};
