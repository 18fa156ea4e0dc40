import { useTranslation } from 'react-i18next';
import { readEvidence } from './evidence.ts';

/** Evidence in words; a code without words is shown as it is. */
export const useEvidence = (): ((code: string) => string) => {
  const { t } = useTranslation();
  return (code) => {
    const evidence = readEvidence(code);
    return evidence ? t(`evidence.${evidence.word}`, { detail: evidence.detail ?? '' }) : code;
  };
};
