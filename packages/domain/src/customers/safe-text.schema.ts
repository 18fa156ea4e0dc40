import { z } from 'zod';
import { textProblem, tidyLine, tidyParagraphs } from './safe-text.ts';

/** Missing, null and blank are all the same: nothing was said. Messages are codes: `NOT_TEXT` or a `TextProblem`. */
const maybeText = z.string({ error: 'NOT_TEXT' }).nullish();

const nullIfEmpty = (text: string): string | null => (text === '' ? null : text);

const safeLine = (maxLength: number, mayBeNumber: boolean) =>
  maybeText
    .transform((text) => tidyLine(text ?? ''))
    .superRefine((text, context) => {
      const problem = textProblem(text, { maxLength, mayBeNumber });
      if (problem) context.addIssue({ code: 'custom', message: problem, input: text });
    });

/** A line of free text as people type it, tidied first and then judged; blank is refused with REQUIRED. */
export const requiredLine = (maxLength: number) =>
  safeLine(maxLength, false).refine((text) => text !== '', { error: 'REQUIRED' });

/** As `requiredLine`, but blank becomes null. */
export const optionalLine = (maxLength: number) => safeLine(maxLength, false).transform(nullIfEmpty);

/** As `optionalLine`, for a phone number, a tax number or an IBAN: long digits are not taken for a card. */
export const numberLine = (maxLength: number) => safeLine(maxLength, true).transform(nullIfEmpty);

/** A longer text with line breaks, for notes and descriptions; blank becomes null. */
export const optionalParagraphs = (maxLength: number) =>
  maybeText
    .transform((text) => tidyParagraphs(text ?? ''))
    .superRefine((text, context) => {
      const problem = textProblem(text, { maxLength, multiline: true });
      if (problem) context.addIssue({ code: 'custom', message: problem, input: text });
    })
    .transform(nullIfEmpty);
