import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { isRestless } from '@zahlwerk/domain/workflow/advance';
import { type CommandInputs, type CommandName, decide } from '@zahlwerk/domain/workflow/decide';
import type { Change, Env, EventDraft } from '@zahlwerk/domain/workflow/decision';
import { evolve } from '@zahlwerk/domain/workflow/evolve/evolve';
import { deriveStatus } from '@zahlwerk/domain/workflow/money-track';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { VersionConflict } from '../graphql/errors.ts';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import { lockCase, reloadCase } from './load/load-cases.ts';
import { caseNotFound, refusalError } from './refused.ts';
import { publish } from './save/case.writer.ts';
import { saveChanges } from './save/save.ts';
import type { FollowUp, Saving } from './save/writer.ts';
import type { Workshop } from './workshop.ts';

/** One thing that is asked of a case, by whom, and how it is recognized when it is asked again. */
export interface Asking<Name extends CommandName> extends Keyed {
  readonly caseId: string;
  readonly command: { readonly name: Name; readonly input: CommandInputs[Name] };
  /** The version the caller has seen; null where the caller cannot have seen one (provider, machine). */
  readonly expectedVersion: number | null;
  /** What made it happen, for the log: a provider event, a job. */
  readonly cause?: string;
}

export interface Transitioned {
  readonly caseId: string;
  readonly replayed: boolean;
  /** False when the rule had nothing to write. */
  readonly changed: boolean;
  /** The machine's turn is next: an automatic step is clean, or has a new reason to stop. */
  readonly restless: boolean;
}

/**
 * The only writer of a case: one transaction that locks the row, loads the case, lets the pure rule decide, saves,
 * posts, enqueues and appends to the event log, whose head is locked last. A refusal is thrown inside, so nothing is
 * written.
 */
export const transition = async <Name extends CommandName>(
  workshop: Workshop,
  asking: Asking<Name>,
): Promise<Transitioned> => {
  let followUps: readonly FollowUp[] = [];
  const result = await withTenant(workshop.database, asking.organizationId, async (tx) => {
    const replayed = await findReplay(tx, asking, asking.command.name);
    if (replayed) return { caseId: replayed, replayed: true, changed: false, restless: false };
    const state = await lockCase(tx, asking.organizationId, asking.caseId);
    if (!state) throw caseNotFound();
    if (asking.expectedVersion !== null && asking.expectedVersion !== state.version)
      throw new VersionConflict(state.version);
    const env = await environment(workshop, tx, asking);
    const outcome = decide(state, asking.command, env);
    if (!outcome.ok) throw refusalError(outcome.refusal);
    const changed = outcome.changes.length > 0 || outcome.events.length > 0;
    const written = changed ? await write(workshop, tx, asking, state, env, outcome) : null;
    followUps = written?.followUps ?? [];
    const restless = written?.restless ?? false;
    await storeOutcome(tx, asking, asking.command.name, asking.caseId);
    return { caseId: asking.caseId, replayed: false, changed, restless };
  });
  if (result.changed) workshop.ring(asking.organizationId, followUps);
  return result;
};

const environment = async (
  workshop: Workshop,
  tx: TenantTransaction,
  { organizationId, actor }: { readonly organizationId: string; readonly actor: Actor },
): Promise<Env> => {
  const { now, today } = await businessTime(tx, organizationId);
  return { actor, now, today, newId: workshop.newId };
};

const write = async (
  workshop: Workshop,
  tx: TenantTransaction,
  { organizationId, command, cause }: Pick<Asking<CommandName>, 'organizationId' | 'command' | 'cause'>,
  state: PaymentCase,
  env: Env,
  outcome: { readonly changes: readonly Change[]; readonly events: readonly EventDraft[] },
): Promise<{ readonly restless: boolean; readonly followUps: readonly FollowUp[] }> => {
  const followUps: FollowUp[] = [];
  const saving: Saving = { tx, organizationId, state, env, tokenHash: workshop.tokenHash, followUps };
  await saveChanges(saving, outcome.changes);
  await tx.paymentCase.update({
    where: { organizationId_id: { organizationId, id: state.id } },
    data: { ...(isBeside(outcome.changes) ? {} : { version: { increment: 1 } }), updatedAt: env.now },
  });
  const after = await caseAfter(tx, state, outcome.changes, env);
  const status = deriveStatus(after);
  const statusEvents: EventDraft[] =
    status === state.publishedStatus
      ? []
      : [{ type: 'payment.status_changed', data: { from: state.publishedStatus, to: status } }];
  if (statusEvents.length > 0) await publish(tx, organizationId, state.id, status, env.now);
  const restless = isRestless(after, env);
  // Whoever advances a case goes on with it, and is asked again when that breaks off.
  if (restless && command.name !== 'advance') followUps.push({ job: 'advance-case', caseId: state.id });
  await workshop.enqueue(tx, organizationId, followUps);
  await appendCaseEvents(tx, organizationId, state.id, env, [...outcome.events, ...statusEvents], cause);
  return { restless, followUps };
};

/** Known from the decision alone, unless the customer has new data: then whose else they are is looked up. */
const caseAfter = async (
  tx: TenantTransaction,
  state: PaymentCase,
  changes: readonly Change[],
  env: Env,
): Promise<PaymentCase> =>
  changes.some(({ type }) => type === 'set-customer-data')
    ? reloadCase(tx, state)
    : evolve(state, changes, env);

/** Changes that no open form was built on: a noted stop, a file put beside, who does a task. */
const isBeside = (changes: readonly Change[]): boolean =>
  isOnlyNote(changes) || isOnly(changes, ['attach']) || isOnly(changes, ['assign-task', 'finish-task']);

const NOTES: readonly Change['type'][] = ['stop-step', 'create-task', 'finish-task'];

/** A stop is noted, with the exception task that comes with it and the one of the stop before. */
const isOnlyNote = (changes: readonly Change[]): boolean =>
  changes.some(({ type }) => type === 'stop-step') && changes.every(({ type }) => NOTES.includes(type));

const isOnly = (changes: readonly Change[], kinds: readonly Change['type'][]): boolean =>
  changes.length > 0 && changes.every(({ type }) => kinds.includes(type));

/** Appends to the organization's log in the case's stream; called last, because it locks the log's head. */
export const appendCaseEvents = (
  tx: TenantTransaction,
  organizationId: string,
  caseId: string,
  env: Env,
  events: readonly EventDraft[],
  cause?: string,
) =>
  appendEvents(
    tx,
    organizationId,
    events.map((event) => ({
      stream: 'case',
      streamId: caseId,
      type: event.type,
      at: env.now,
      actor: env.actor,
      cause: cause ?? null,
      caseId,
      data: event.data ?? {},
      reason: event.reason ?? null,
    })),
  );
