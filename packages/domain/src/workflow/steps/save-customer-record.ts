import type { CustomerData } from '../../customers/customer-data.ts';
import { isSameData } from '../../customers/diff.ts';
import { missingFields } from '../../customers/required-fields.ts';
import {
  type Decision,
  decided,
  type Env,
  type EventDraft,
  invalid,
  type Outcome,
  refused,
} from '../decision.ts';
import { type Assessment, CLEAN, guard, stop } from '../guard.ts';
import type { CaseCustomer, PaymentCase } from '../payment-case.ts';
import { afterCustomerRecord, finish, openRun } from '../progress.ts';
import type { Refusal } from '../refusal.ts';

const STEP = 'SAVE_CUSTOMER_RECORD' as const;

export interface SaveCustomerRecord {
  readonly data: CustomerData;
}

export interface ConfirmCustomerRecord {
  /** The version that was read back; a newer one is refused (RECORD_CHANGED). */
  readonly version: number;
}

export const refuseSave = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'SAVE_CUSTOMER_RECORD', STEP);

/** Stage one: the validated data become the newest version of the record, which gets its number with the first. */
export const saveCustomerRecord = (state: PaymentCase, { data }: SaveCustomerRecord, env: Env): Outcome => {
  const refusal = refuseSave(state, env);
  if (refusal) return { ok: false, refusal };
  const missing = missingFields(data, state.definition.requiredCustomerFields);
  if (missing.length > 0) return invalid(missing);
  const { customer } = state;
  if (isSaved({ ...customer, data })) return backToSaved(customer, data);
  const version = customer.version + 1;
  return decided(
    [
      { type: 'set-customer-data', data },
      { type: 'save-customer-version', version, data },
    ],
    [{ type: 'customer.saved', data: { customerId: customer.id, version } }],
  );
};

/** The newest version says it already; data that were changed elsewhere in the meantime follow it again. */
const backToSaved = (customer: CaseCustomer, data: CustomerData): Decision =>
  isSameData(customer.data, data)
    ? decided([], [])
    : decided(
        [{ type: 'set-customer-data', data }],
        [{ type: 'customer.data_changed', data: { customerId: customer.id } }],
      );

export const refuseConfirm = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'CONFIRM_CUSTOMER_RECORD', STEP) ??
  (state.customer.version === 0 ? { code: 'RECORD_NOT_SAVED', step: STEP } : null);

/** Stage two: a person confirms exactly the version that was read back, and the step is done. */
export const confirmCustomerRecord = (
  state: PaymentCase,
  { version }: ConfirmCustomerRecord,
  env: Env,
): Outcome => {
  const refusal = refuseConfirm(state, env);
  if (refusal) return { ok: false, refusal };
  const { customer } = state;
  if (version !== customer.version || !isSaved(customer)) return refused('RECORD_CHANGED', { step: STEP });
  // After a rejection the version may have been confirmed before; a version is confirmed only once.
  if (version === customer.confirmedVersion) return completeRecord(state);
  return completeRecord(
    state,
    [{ type: 'confirm-customer-version', version }],
    [{ type: 'customer.confirmed', data: { customerId: state.customer.id, version } }],
  );
};

/** The newest version is what the customer's data say; they may have been changed elsewhere since it was saved. */
const isSaved = ({ savedData, data }: CaseCustomer): boolean =>
  savedData !== null && isSameData(savedData, data);

/** The record is confirmed and equals the data of the case. */
const isConfirmed = ({ customer }: PaymentCase): boolean =>
  customer.confirmedData !== null && isSameData(customer.confirmedData, customer.data);

const completeRecord = (
  state: PaymentCase,
  changes: Decision['changes'] = [],
  events: readonly EventDraft[] = [],
): Decision => {
  const run = openRun(state);
  if (!run) return decided(changes, events);
  const [done, doneEvent] = finish(run);
  const [next, nextEvent] = afterCustomerRecord(state);
  return decided([...changes, done, next], [...events, doneEvent, nextEvent]);
};

/** A first-time customer stops here once: the machine saves, a person confirms (rule 8). */
export const assess = (state: PaymentCase): Assessment =>
  isConfirmed(state) ? CLEAN : stop('CONFIRMATION_REQUIRED');

/** The machine's part: the record needs no new version, so the step is done. */
export const advance = (state: PaymentCase): Outcome => completeRecord(state);

/** Before the step stops for its confirmation, the machine does stage one, so that the person only reads back and confirms. */
export const prepare = (state: PaymentCase, env: Env): Outcome =>
  isConfirmed(state) ? decided([], []) : saveCustomerRecord(state, { data: state.customer.data }, env);
