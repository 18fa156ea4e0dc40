import { useEvidence } from '../format/use-evidence.ts';
import { useCode } from '../i18n/use-code.ts';

const CODE = /^[a-z]+(-[a-z]+)*$/;
const EVIDENCE = /^\w+:\S+$/;

/** What exactly a task is about: codes in words, what people wrote as they wrote it. */
export const useTaskDetail = (): ((detail: string) => string) => {
  const code = useCode();
  const evidenceText = useEvidence();
  return (detail) => {
    if (EVIDENCE.test(detail)) return evidenceText(detail);
    const bankReason = code('disputeReason', detail);
    if (bankReason !== detail) return bankReason;
    const parts = detail.split(', ');
    return parts.every((part) => CODE.test(part))
      ? parts.map((part) => code('checkKey', part)).join(', ')
      : detail;
  };
};
