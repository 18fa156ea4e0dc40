import { type AmountMeant, amountMeant } from '@zahlwerk/domain/money/amount-meant';
import type { Currency } from '@zahlwerk/domain/money/currency';

/** What somebody looks for, as its form tells: an exact kind is found over an index, a text anywhere within. */
export type Needle =
  | { readonly kind: 'AMOUNT'; readonly text: string; readonly amount: AmountMeant }
  | { readonly kind: 'EMAIL'; readonly text: string }
  | { readonly kind: 'NUMBER'; readonly text: string }
  | { readonly kind: 'TEXT'; readonly text: string; readonly amount: AmountMeant | null };

/** ZV-2026-000042, RE-2026-0042, K-000042; also while its last digits are still being typed. */
const NUMBER = /^[a-z]{1,3}-(\d{4}-)?\d{3,}$/i;
const EMAIL = /^\S+@\S*$/;

const LONGEST = 100;

export const readNeedle = (search: string, home: Currency): Needle => {
  const text = search.trim().slice(0, LONGEST);
  if (EMAIL.test(text)) return { kind: 'EMAIL', text };
  if (NUMBER.test(text)) return { kind: 'NUMBER', text };
  const amount = amountMeant(text, home);
  return amount?.isCertain ? { kind: 'AMOUNT', text, amount } : { kind: 'TEXT', text, amount };
};
