import { decided, type Env, invalid, type Outcome, refused } from './decision.ts';
import { ownItems } from './definition.ts';
import { guard } from './guard.ts';
import type { PaymentCase } from './payment-case.ts';
import { pastDayProblem } from './plausible-day.ts';
import type { Refusal } from './refusal.ts';
import type { Step } from './step.ts';

/** One line of a step's checklist, answered or not. */
export interface ChecklistPlace {
  readonly step: Step;
  readonly key: string;
}

/** A stored file put to the case; who adds a signed one vouches for the signature. */
export interface AddAttachment {
  readonly documentId: string;
  readonly name: string;
  readonly purpose: string | null;
  readonly signedBy: string | null;
  /** Calendar day of the signature. */
  readonly signedOn: string | null;
  /** What it proves; null for a file of the case as a whole. */
  readonly item: ChecklistPlace | null;
}

const OLDEST_AGREEMENT_YEARS = 80;

export const refuseAttachment = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'ADD_ATTACHMENT');

/** Items of the business are known before they are answered, the machine's checks once they have run. */
const isKnown = (state: PaymentCase, { step, key }: ChecklistPlace): boolean =>
  ownItems(state, step).some((item) => item.key === key) ||
  state.checkItems.some((item) => item.step === step && item.key === key);

export const addAttachment = (state: PaymentCase, input: AddAttachment, env: Env): Outcome => {
  const refusal = refuseAttachment(state, env);
  if (refusal) return { ok: false, refusal };
  const code = input.signedOn && pastDayProblem(input.signedOn, env.today, OLDEST_AGREEMENT_YEARS);
  if (code) return invalid([{ field: 'signedOn', code }]);
  if (input.item && !isKnown(state, input.item)) return refused('CHECK_UNKNOWN');
  const id = env.newId();
  return decided(
    [{ type: 'attach', id, ...input }],
    [{ type: 'attachment.added', data: { attachmentId: id, documentId: input.documentId } }],
  );
};
