import { optionalLine, optionalParagraphs, requiredLine } from '@zahlwerk/domain/customers/safe-text.schema';
import type { ErrorPath } from '../graphql/errors.ts';
import { parseInput } from '../graphql/parse-input.ts';

const NUMBER = optionalLine(120);
const REMITTANCE = requiredLine(500);
const REASON = optionalParagraphs(1_000);

type Given = string | null | undefined;

/** An order, invoice or reference number as people and partners write them: one line that is safe in mail and PDF. */
export const numberText = (text: Given, path: ErrorPath): string | null => parseInput(NUMBER, text, path);

/** What stands beside money: remittance text or slip number; blank is refused. */
export const remittanceText = (text: Given, path: ErrorPath): string => parseInput(REMITTANCE, text, path);

/** What a person gives as the reason, or notes. Blank becomes null: whether there must be one is for the rule to say. */
export const reasonText = (text: Given, path: ErrorPath = ['input', 'reason']): string | null =>
  parseInput(REASON, text, path);
