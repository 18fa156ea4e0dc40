import { useTranslation } from 'react-i18next';

export type CodeTable =
  | 'disputeReason'
  | 'customerField'
  | 'duplicateFact'
  | 'ibanProblem'
  | 'messageError'
  | 'phoneType'
  | 'vatIdFact'
  | 'vatReason'
  | 'filePurpose'
  | 'taskReason'
  | 'checkKey'
  | 'checkSource'
  | 'payoutFailure'
  | 'payoutItem'
  | 'purpose'
  | 'reasonCode'
  | 'template';

/** Words for codes that the API leaves open; one that has no words yet is shown as it is. */
export const useCode = (): ((table: CodeTable, code: string) => string) => {
  const { i18n } = useTranslation();
  return (table, code) => {
    const word: unknown = i18n.getResource(i18n.language, 'translation', `${table}.${code}`);
    return typeof word === 'string' ? word : code;
  };
};
