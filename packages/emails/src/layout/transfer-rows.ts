import { formatIban } from '@zahlwerk/domain/invoices/iban';
import { formatMoney, type Locale } from '@zahlwerk/domain/money/format-money';
import type { Fact, TransferBlock } from '../mail.ts';
import { facts } from '../words.ts';
import { FRAME_WORDS } from './frame-words.ts';

/** What a payer types into the banking form, in the order in which it asks. */
export const transferRows = (
  { account, amount, reference }: TransferBlock,
  locale: Locale,
): readonly Fact[] => {
  const words = FRAME_WORDS[locale];
  return facts(
    [words.holder, account.holder],
    ['IBAN', formatIban(account.iban)],
    ['BIC', account.bic],
    [words.bank, account.bankName],
    [words.amount, formatMoney(amount, locale)],
    [words.purpose, reference],
  );
};
