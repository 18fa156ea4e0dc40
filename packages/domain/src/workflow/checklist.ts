import { type Change, decided, type EventDraft, invalid, type Outcome, refused } from './decision.ts';
import { type ChecklistItem, ownItems } from './definition.ts';
import type { CheckItem, PaymentCase, StepRun } from './payment-case.ts';
import type { Refusal } from './refusal.ts';
import type { Step } from './step.ts';

/** A person's answer to one of the business's own items. */
export interface ChecklistAnswer {
  readonly key: string;
  readonly passed: boolean;
  readonly note: string | null;
}

/** The newest answer to an item, from whatever run: older runs and their evidence stay (rule 1). */
const lastAnswer = (state: PaymentCase, step: Step, key: string): CheckItem | undefined =>
  state.checkItems.filter((item) => item.step === step && item.key === key).sort((a, b) => b.run - a.run)[0];

/** A yes needs more than a word where the item asks for a file, or for one that somebody vouches is signed. */
const refuseUnproved = (state: PaymentCase, step: Step, { key, evidence }: ChecklistItem): Refusal | null => {
  const files = state.attachments.filter(({ item }) => item?.step === step && item.key === key);
  if (evidence === 'FILE' && files.length === 0) return { code: 'CHECK_NEEDS_FILE', step, detail: key };
  const isSigned = files.some(({ signedBy, signedOn }) => signedBy !== null && signedOn !== null);
  return evidence === 'SIGNED_FILE' && !isSigned
    ? { code: 'CHECK_NEEDS_SIGNATURE', step, detail: key }
    : null;
};

const refuseAnswer = (state: PaymentCase, step: Step, { key, passed }: ChecklistAnswer): Refusal | null => {
  const item = ownItems(state, step).find((one) => one.key === key);
  if (!item) return { code: 'CHECK_UNKNOWN', step };
  return passed ? refuseUnproved(state, step, item) : null;
};

const toItem = ({ definition }: PaymentCase, run: StepRun, answer: ChecklistAnswer): Change => ({
  type: 'record-check',
  item: {
    step: run.step,
    run: run.run,
    key: answer.key,
    state: answer.passed ? 'PASSED' : 'FAILED',
    required: ownItems({ definition }, run.step).some(({ key, required }) => key === answer.key && required),
    code: null,
    source: 'PERSON',
    detail: answer.note,
  },
});

const told = ({ step, run }: StepRun, { key, passed }: ChecklistAnswer): EventDraft => ({
  type: 'check.recorded',
  data: { step, run, key, state: passed ? 'PASSED' : 'FAILED' },
});

/** Records what a person answers to the business's own items of the open step. */
export const answerChecklist = (
  state: PaymentCase,
  run: StepRun,
  answers: readonly ChecklistAnswer[],
): Outcome => {
  const repeated = answers.findIndex(({ key }, index) => answers.findIndex((one) => one.key === key) < index);
  if (repeated >= 0) return invalid([{ field: `answers.${repeated}.key`, code: 'REPEATED' }]);
  for (const answer of answers) {
    const refusal = refuseAnswer(state, run.step, answer);
    if (refusal) return { ok: false, refusal };
  }
  return decided(
    answers.map((answer) => toItem(state, run, answer)),
    answers.map((answer) => told(run, answer)),
  );
};

/** Required items of a step to which the newest answer, of these or of those before, is not yes. */
export const unansweredItems = (
  state: PaymentCase,
  step: Step,
  answers: readonly ChecklistAnswer[] = [],
): readonly string[] =>
  ownItems(state, step)
    .filter(({ key, required }) => {
      const given = answers.find((one) => one.key === key);
      return required && !(given ? given.passed : lastAnswer(state, step, key)?.state === 'PASSED');
    })
    .map(({ key }) => key);

/** Answers the checklist and demands that nothing required is left: what a step starts to end with. */
export const completeChecklist = (
  state: PaymentCase,
  run: StepRun,
  answers: readonly ChecklistAnswer[] = [],
): Outcome => {
  const answered = answerChecklist(state, run, answers);
  if (!answered.ok) return answered;
  const [missing] = unansweredItems(state, run.step, answers);
  return missing ? refused('CHECK_NOT_PASSED', { step: run.step, detail: missing }) : answered;
};
