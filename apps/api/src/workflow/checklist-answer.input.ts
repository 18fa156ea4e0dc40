import type { ChecklistAnswer } from '@zahlwerk/domain/workflow/checklist';
import { builder } from '../graphql/builder.ts';
import { reasonText } from './free-text.ts';

export const ChecklistAnswerInput = builder.inputType('ChecklistAnswerInput', {
  description: "A person's answer to one of the business's own items; each item is answered at most once.",
  fields: (t) => ({
    key: t.string({ description: 'Key of the item.' }),
    passed: t.boolean({
      description:
        'Whether it holds. Yes is refused without the file, or the signature, that the item asks for.',
    }),
    note: t.string({ required: false, description: 'What was seen.' }),
  }),
});

/** The answers as the rules take them. */
export const checklistAnswers = (
  answers: readonly (typeof ChecklistAnswerInput.$inferInput)[],
): readonly ChecklistAnswer[] =>
  answers.map(({ key, passed, note }, index) => ({
    key,
    passed,
    note: reasonText(note, ['input', 'answers', String(index), 'note']),
  }));
