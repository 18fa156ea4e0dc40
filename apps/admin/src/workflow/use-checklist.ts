import { useState } from 'react';
import type { Step } from '#gql/graphql';
import type { CheckView } from './checklist.tsx';
import {
  type Answer,
  type AnswerProblem,
  type Answers,
  answerOf,
  answerProblem,
  isOwn,
  type OwnItem,
  toAnswers,
} from './checklist-answers.ts';
import type { CaseView } from './use-case.ts';

export interface Checklist {
  readonly isDirty: boolean;
  readonly answerOf: (item: OwnItem) => Answer;
  readonly onAnswer: (item: OwnItem, answer: Answer) => void;
  /** Null until somebody wanted to go on in spite of it. */
  readonly problemOf: (item: OwnItem) => AnswerProblem | null;
  /** What is to be sent; null while something is in the way, which then stands at its item and has the focus. */
  readonly complete: () => ReturnType<typeof toAnswers> | null;
  readonly given: () => ReturnType<typeof toAnswers>;
  readonly forget: () => void;
}

/** Where the focus goes when an item is in the way. */
export const answerId = (step: Step, key: string): string => `${step}-${key}`;

/** The answers that somebody is giving to the business's own items of a step. */
export const useChecklist = (
  paymentCase: Pick<CaseView, 'attachments'>,
  step: Step,
  items: readonly CheckView[],
): Checklist => {
  const [answers, setAnswers] = useState<Answers>({});
  const [isChecked, setChecked] = useState(false);
  const filesOf = ({ key }: OwnItem) =>
    paymentCase.attachments.filter(({ item }) => item?.step === step && item.key === key);
  const problemNow = (item: OwnItem) => answerProblem(item, answerOf(item, answers), filesOf(item));
  return {
    isDirty: Object.keys(answers).length > 0,
    answerOf: (item) => answerOf(item, answers),
    onAnswer: (item, answer) => setAnswers({ ...answers, [item.key]: answer }),
    problemOf: (item) => (isChecked ? problemNow(item) : null),
    given: () => toAnswers(answers),
    complete: () => {
      setChecked(true);
      const inTheWay = items.filter(isOwn).find((item) => problemNow(item) !== null);
      if (!inTheWay) return toAnswers(answers);
      document.getElementById(answerId(step, inTheWay.key))?.focus();
      return null;
    },
    forget: () => {
      setAnswers({});
      setChecked(false);
    },
  };
};
