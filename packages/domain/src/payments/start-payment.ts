import { equals } from '../money/money.ts';
import { refuseWithoutReader } from '../readers/refuse-without-reader.ts';
import { amountCollectable } from '../workflow/balance.ts';
import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { guard } from '../workflow/guard.ts';
import { hasMoneyUnderway, isPartlyFunded } from '../workflow/money-track.ts';
import type { Attempt, AttemptVia, Channel, MethodType, PaymentCase } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';
import { captureModeOf } from './authorization.ts';
import { cancelAttempts, isCancelable } from './cancel-attempts.ts';

export interface StartPayment {
  readonly methodType: MethodType;
  /** Left out: on the provider's hosted page. */
  readonly via?: AttemptVia;
  /** Which reader of the business; only with READER. */
  readonly readerId?: string;
}

/** An attempt that the provider already collects without a hosted page cannot get one: its provider ref is settled. */
const mayHavePage = ({ sessionRef, providerRef }: Attempt): boolean =>
  sessionRef !== null || providerRef === null;

/** The attempt that the customer can simply go on with: same way, place, method and amount, still payable. */
export const reusableAttempt = (
  state: PaymentCase,
  { methodType, via = 'HOSTED_PAGE', readerId }: StartPayment,
): Attempt | undefined =>
  state.attempts.find(
    (attempt) =>
      isCancelable(attempt) &&
      attempt.methodType === methodType &&
      attempt.via === via &&
      attempt.readerId === (readerId ?? null) &&
      (via !== 'HOSTED_PAGE' || mayHavePage(attempt)) &&
      equals(attempt.amount, amountCollectable(state)),
  );

/** The channel of the cases that are collected this way; a page and a stored method serve them all. */
const CHANNEL_OF = {
  HOSTED_PAGE: null,
  APP: 'MOBILE_APP',
  READER: 'IN_PERSON',
  TRANSFER: null,
  STORED_METHOD: null,
} as const satisfies Record<AttemptVia, Channel | null>;

export const refuseStart = (
  state: PaymentCase,
  { methodType, via = 'HOSTED_PAGE' }: StartPayment,
): Refusal | null => {
  const channel = CHANNEL_OF[via];
  if (state.state !== 'OPEN') return { code: 'CASE_NOT_OPEN' };
  if (channel && state.channel !== channel) return { code: 'CHANNEL_DIFFERS' };
  if (!state.definition.allowedMethodTypes.includes(methodType)) return { code: 'METHOD_NOT_ALLOWED' };
  if (via === 'TRANSFER' && state.transfersTo !== 'PROVIDER') return { code: 'METHOD_NOT_ALLOWED' };
  if (hasMoneyUnderway(state)) return { code: 'ATTEMPT_IN_FLIGHT', unblockedBy: 'PROVIDER' };
  if (state.attempts.some(isPartlyFunded)) return { code: 'TRANSFER_INCOMPLETE', unblockedBy: 'CUSTOMER' };
  return amountCollectable(state).minor > 0n ? null : { code: 'NOTHING_OPEN' };
};

/** A transfer to the account that the provider keeps for the customer (rule 25). */
export const BY_TRANSFER = { methodType: 'BANK_TRANSFER', via: 'TRANSFER' } as const satisfies StartPayment;

/** What a reader can take: the network may book it to a debit card, but never to a bank account. */
export const AT_READER = { methodType: 'CARD', via: 'READER' } as const satisfies StartPayment;

/** Customers start on their own page; before a reader somebody of the business has to stand. */
export const refuseStartAtReader = (state: PaymentCase, { actor }: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, actor, 'START_READER_PAYMENT') ??
  refuseStart(state, AT_READER) ??
  refuseWithoutReader(state.organization);

/**
 * A new attempt over what is open, decided under the case's lock; a cancelable live one is canceled first, and none is
 * started beside one whose outcome lies with the provider (rule 13). An attempt that can go on is used again, so that
 * reload, back and double click never pay twice.
 */
export const startPayment = (state: PaymentCase, input: StartPayment, env: Env): Outcome => {
  const { via = 'HOSTED_PAGE', readerId = null, methodType } = input;
  const refusal = via === 'READER' ? refuseStartAtReader(state, env) : refuseStart(state, input);
  if (refusal) return { ok: false, refusal };
  if (reusableAttempt(state, input)) return decided([], []);
  const id = env.newId();
  const amount = amountCollectable(state);
  return decided(
    [
      ...cancelAttempts(state),
      {
        type: 'add-attempt',
        ...{ id, via, readerId, amount, methodType, capture: captureModeOf(state, { methodType, via }) },
      },
    ],
    [{ type: 'attempt.started', data: { attemptId: id, minor: amount.minor.toString() } }],
  );
};
