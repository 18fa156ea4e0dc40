import type { ChecklistAnswerInput, ChecklistEvidence } from '#gql/graphql';
import type { CheckView } from './checklist.tsx';

/** What somebody is about to answer; null as long as they have not chosen. */
export interface Answer {
  readonly passed: boolean | null;
  readonly note: string;
}

export type Answers = Readonly<Record<string, Answer>>;

/** One of the business's own items: it has words of its own and is answered by a person. */
export type OwnItem = CheckView & { readonly label: string; readonly evidence: ChecklistEvidence };

export const isOwn = (item: CheckView): item is OwnItem => item.label !== null && Boolean(item.evidence);

interface FileView {
  readonly signedBy: string | null;
  readonly signedOn: string | null;
}

/** What keeps an item from holding; said at the item before anything is sent. The server judges again. */
export type AnswerProblem = 'UNANSWERED' | 'NOT_HELD' | 'NEEDS_FILE' | 'NEEDS_SIGNATURE';

/** What has been answered before, until somebody answers anew. */
export const answerOf = (item: CheckView, answers: Answers): Answer =>
  answers[item.key] ?? {
    passed: item.state === 'PASSED' ? true : item.state === 'FAILED' ? false : null,
    note: item.source === 'PERSON' ? (item.detail ?? '') : '',
  };

export const answerProblem = (
  item: OwnItem,
  { passed }: Answer,
  files: readonly FileView[],
): AnswerProblem | null => {
  if (!passed) {
    if (!item.required) return null;
    return passed === null ? 'UNANSWERED' : 'NOT_HELD';
  }
  if (item.evidence === 'FILE' && files.length === 0) return 'NEEDS_FILE';
  const isSigned = files.some(({ signedBy, signedOn }) => signedBy !== null && signedOn !== null);
  return item.evidence === 'SIGNED_FILE' && !isSigned ? 'NEEDS_SIGNATURE' : null;
};

/** What is sent: only what was chosen now, so that nobody signs for what somebody else has answered. */
export const toAnswers = (answers: Answers): ChecklistAnswerInput[] =>
  Object.entries(answers).flatMap(([key, { passed, note }]) =>
    passed === null ? [] : [{ key, passed, note: note.trim() || null }],
  );
