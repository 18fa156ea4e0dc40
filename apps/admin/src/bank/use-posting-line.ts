import { useTranslation } from 'react-i18next';
import { absolute } from '../format/absolute.ts';
import { useFormat } from '../format/use-format.ts';

interface PostingLine {
  readonly account: { readonly number: string; readonly name: string };
  readonly amount: Parameters<typeof absolute>[0];
}

/** A line of the journal as it will be written, in words: which side, which account, how much. */
export const usePostingLine = (): ((line: PostingLine) => string) => {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ account, amount }) =>
    t(amount.minor.startsWith('-') ? 'differences.credited' : 'differences.debit', {
      account: `${account.number} ${account.name}`,
      amount: format.money(absolute(amount)),
    });
};
