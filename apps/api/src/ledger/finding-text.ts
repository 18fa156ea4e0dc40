import { readInvariants } from '@zahlwerk/db/invariants';
import { ofDetail } from '@zahlwerk/domain/ledger/books-check';
import type { Language } from '../graphql/error-text.ts';

/** The reason of a task about a rule that does not hold. */
export const BOOKS_BROKEN = 'BOOKS_BROKEN';

/** The sentence of a rule in somebody's language; one that is asked no longer keeps the words it was stored with. */
export const ruleText = async (rule: string, language: Language): Promise<string> => {
  const known = (await readInvariants()).find(({ name }) => name === rule);
  const text = language === 'de' ? (known?.de ?? rule) : rule;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
};

/** What a task about broken books says in somebody's language: the rule, and what breaks it. */
export const findingText = async (detail: string, language: Language): Promise<string> => {
  const { rule, rows } = ofDetail(detail);
  const text = await ruleText(rule, language);
  return rows.length > 0 ? `${text}: ${rows.join(', ')}` : text;
};
