import { decided, type Env, type Outcome, refused } from './decision.ts';
import { guard } from './guard.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';

/** A stored file put to the case; who adds a signed one vouches for the signature. */
export interface AddAttachment {
  readonly documentId: string;
  readonly name: string;
  readonly purpose: string | null;
  readonly signedBy: string | null;
  /** Calendar day of the signature. */
  readonly signedOn: string | null;
}

export const refuseAttachment = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'ADD_ATTACHMENT');

export const addAttachment = (state: PaymentCase, input: AddAttachment, env: Env): Outcome => {
  const refusal = refuseAttachment(state, env);
  if (refusal) return { ok: false, refusal };
  if (input.signedOn && input.signedOn > env.today) return refused('DATE_IN_FUTURE');
  const id = env.newId();
  return decided(
    [{ type: 'attach', id, ...input }],
    [{ type: 'attachment.added', data: { attachmentId: id, documentId: input.documentId } }],
  );
};
