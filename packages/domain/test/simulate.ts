import { priceInvoice } from '../src/invoices/invoice-lines.ts';
import type { AccountKey } from '../src/ledger/accounts.ts';
import { isBalanced, type JournalDraft } from '../src/ledger/journal.ts';
import { postInvoice, postStorno } from '../src/ledger/post-claims.ts';
import { type Actor, SYSTEM } from '../src/workflow/actor.ts';
import { assessOpenStep } from '../src/workflow/advance.ts';
import { type Command, type CommandInputs, type CommandName, decide } from '../src/workflow/decide.ts';
import type { Change, Env, EventDraft, Outcome } from '../src/workflow/decision.ts';
import { evolve } from '../src/workflow/evolve/evolve.ts';
import type { PaymentCase } from '../src/workflow/payment-case.ts';
import { openRun } from '../src/workflow/progress.ts';
import type { Step } from '../src/workflow/step.ts';
import { initiatePayment } from '../src/workflow/steps/initiate-payment.ts';
import { anEnv, aPaymentCase, as, CLERK, NOW } from './a-payment-case.ts';

/** A case with what the rules have posted and told about it, and the steps that a person or the machine has ended. */
export interface World {
  readonly state: PaymentCase;
  readonly journal: readonly JournalDraft[];
  readonly log: readonly (EventDraft & { readonly actor: Actor })[];
}

export const worldOf = (state: PaymentCase): World => ({ state, journal: [], log: [] });

const MINUTE = 60_000;

/** Each change of the case lies a minute after the one before; ids carry the version, so that they never repeat. */
const envOf = ({ state }: World, actor: Actor): Env =>
  anEnv({
    actor,
    now: new Date(NOW.getTime() + state.version * MINUTE),
    prefix: `v${state.version.toString().padStart(4, '0')}`,
  });

/** What the save layer posts for a change: the rule's own entry, or that of the document it has built. */
const entriesOf = (world: World, change: Change, env: Env): readonly JournalDraft[] => {
  const { state, journal } = world;
  if (change.type === 'post') return [change.entry];
  if (change.type === 'issue-invoice' && change.kind === 'INVOICE')
    return [postInvoice(change.id, priceInvoice(state, state.amountDue.currency), env.today)];
  if (change.type !== 'cancel-invoice') return [];
  const kind = state.invoices.find(({ id }) => id === change.id)?.kind;
  const source = kind === 'STATEMENT' ? `case:${state.id}` : `invoice:${change.id}`;
  const original = journal.find((entry) => entry.source === source);
  if (!original) throw new Error(`Impossible change: nothing is posted for ${source}`);
  return [postStorno(change.stornoId, original, env.today)];
};

const post = (journal: readonly JournalDraft[], entry: JournalDraft): readonly JournalDraft[] => {
  if (!isBalanced(entry)) throw new Error(`Impossible change: ${entry.source} does not balance`);
  if (journal.some(({ source, purpose }) => source === entry.source && purpose === entry.purpose))
    throw new Error(`Impossible change: ${entry.source} ${entry.purpose} is posted twice`);
  return [...journal, entry];
};

const write = (world: World, outcome: Extract<Outcome, { ok: true }>, env: Env): World => {
  if (outcome.changes.length === 0 && outcome.events.length === 0) return world;
  const entries = outcome.changes.flatMap((change) => entriesOf(world, change, env));
  return {
    state: evolve(world.state, outcome.changes, env),
    journal: entries.reduce(post, world.journal),
    log: [...world.log, ...outcome.events.map((event) => ({ ...event, actor: env.actor }))],
  };
};

/** Asks one thing of a case; a refusal leaves the world as it was. */
export const ask = (
  world: World,
  actor: Actor,
  command: Command,
): { readonly world: World; readonly outcome: Outcome } => {
  const env = envOf(world, actor);
  const outcome = decide(world.state, command, env);
  return { world: outcome.ok ? write(world, outcome, env) : world, outcome };
};

/** Asks one thing that must not be refused. */
export const run = <Name extends CommandName>(
  world: World,
  actor: Actor,
  name: Name,
  input: CommandInputs[Name],
): World => {
  const asked = ask(world, actor, { name, input } as Command);
  if (!asked.outcome.ok) throw new Error(`${name} is refused: ${JSON.stringify(asked.outcome.refusal)}`);
  return asked.world;
};

const MOST_TURNS = 50;

/** Lets the machine take its turns until it decides nothing more. */
export const runToRest = (start: World): World => {
  let world = start;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = run(world, SYSTEM, 'advance', {});
    if (next === world) return world;
    world = next;
  }
  throw new Error(`The machine goes in circles at ${openRun(world.state)?.step}`);
};

/** Asks one thing that must not be refused, then lets the machine do what is clean. */
export const runOn = <Name extends CommandName>(
  world: World,
  actor: Actor,
  name: Name,
  input: CommandInputs[Name],
): World => runToRest(run(world, actor, name, input));

/** A case as step 1 starts it, with its payment request on the way and step 2 open. */
export const started = (
  deviation: Parameters<typeof aPaymentCase>[0] = {},
  actor: Actor = as(CLERK),
): World => {
  const draft = aPaymentCase({ ...deviation, runs: [], version: 0 });
  const env = envOf(worldOf(draft), actor);
  const initiation = initiatePayment(
    draft.definition,
    draft.organization,
    {
      ...draft,
      customer: { id: draft.customer.id },
      externalRef: null,
    },
    { caseId: draft.id, payLinkId: 'pay-link' },
    env,
  );
  if (!initiation.ok) throw new Error(`The start is refused: ${JSON.stringify(initiation.refusal)}`);
  return write(worldOf(draft), initiation, env);
};

export const stepOf = ({ state }: World): Step | undefined => openRun(state)?.step;

export const stopOf = ({ state }: World): string | null => openRun(state)?.stop?.code ?? null;

/** What the machine waits for, or null when it does not wait. */
export const waitsFor = ({ state }: World): string | null => {
  const assessment = assessOpenStep(state);
  return assessment?.kind === 'WAIT' ? assessment.for : null;
};

/** Debits less credits of an account, in minor units. */
export const balanceOf = ({ journal }: World, account: AccountKey): bigint =>
  journal
    .flatMap(({ lines }) => lines)
    .filter((line) => line.account === account)
    .reduce((total, line) => total + line.minor, 0n);
