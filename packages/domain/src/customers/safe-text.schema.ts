import { z } from 'zod';
import { textProblem, tidyLine, tidyParagraphs } from './safe-text.ts';

/** Messages are codes: `NOT_TEXT`, `REQUIRED` or a `TextProblem`. */
const raw = z.string({ error: (issue) => (issue.input === undefined ? 'REQUIRED' : 'NOT_TEXT') });

/** A line of free text as people type it: tidied first, then judged. Empty is allowed. */
export const safeLine = (maxLength: number) =>
  raw.transform(tidyLine).superRefine((text, context) => {
    const problem = textProblem(text, { maxLength });
    if (problem) context.addIssue({ code: 'custom', message: problem, input: text });
  });

/** As `safeLine`, refused when nothing is left after tidying. */
export const requiredLine = (maxLength: number) =>
  safeLine(maxLength).refine((text) => text !== '', { error: 'REQUIRED' });

/** A line that may be left out: missing, null and blank all become null. */
export const optionalLine = (maxLength: number) =>
  z.preprocess((value) => value ?? '', safeLine(maxLength)).transform((text) => (text === '' ? null : text));

/** A longer text with line breaks, for notes and descriptions; blank becomes null. */
export const optionalParagraphs = (maxLength: number) =>
  z
    .preprocess((value) => value ?? '', raw.transform(tidyParagraphs))
    .superRefine((text, context) => {
      const problem = textProblem(text, { maxLength, multiline: true });
      if (problem) context.addIssue({ code: 'custom', message: problem, input: text });
    })
    .transform((text) => (text === '' ? null : text));
