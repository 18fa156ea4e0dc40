import type { Change, Decision, EventDraft, Outcome } from '../src/workflow/decision.ts';
import type { RefusalCode } from '../src/workflow/refusal.ts';

/** Why a command was refused, or null when it was not. */
export const refusalOf = (outcome: Outcome): RefusalCode | null => (outcome.ok ? null : outcome.refusal.code);

/** The decision of a command that must not be refused. */
export const decisionOf = (outcome: Outcome): Decision => {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
};

/** The changes of one kind that a command decides. */
export const changesOf = <Type extends Change['type']>(
  outcome: Outcome,
  type: Type,
): readonly Extract<Change, { type: Type }>[] =>
  decisionOf(outcome).changes.filter((change) => change.type === type) as never;

export const eventsOf = (outcome: Outcome): readonly EventDraft['type'][] =>
  decisionOf(outcome).events.map(({ type }) => type);

/** The steps that a command ends and opens, in words: `DONE CONFIRM_AMOUNT 1`, `OPEN RECORD_PAYMENT 1`. */
export const stepsOf = (outcome: Outcome): readonly string[] =>
  decisionOf(outcome).changes.flatMap((change) => {
    if (change.type === 'finish-step') return [`${change.state} ${change.step} ${change.run}`];
    if (change.type === 'open-step') return [`OPEN ${change.step} ${change.run}`];
    return change.type === 'plan-step' ? [`PENDING ${change.step} ${change.run}`] : [];
  });
