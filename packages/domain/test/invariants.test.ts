import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsFor } from '../src/workflow/actions.ts';
import type { Change, Outcome } from '../src/workflow/decision.ts';
import { DEFAULT_DEFINITION } from '../src/workflow/definition.ts';
import { isSingleControl, mayClose } from '../src/workflow/four-eyes.ts';
import type { PaymentCase, Refund } from '../src/workflow/payment-case.ts';
import type { Refusal } from '../src/workflow/refusal.ts';
import { LEAD, OWNER, TODAY } from './a-payment-case.ts';
import { bringToEnd } from './bring-to-end.ts';
import { violations } from './invariants.ts';
import { someStart } from './random-start.ts';
import { type Asking, askingOf, COMMAND, someTry, type Try } from './random-walk.ts';
import { ask, runToRest, stepOf, type World } from './simulate.ts';

const REPORTING = ['applyAttempt', 'applyRefund', 'applyDispute', 'reportResponse'];
const RUNS = { numRuns: 200 };
const LIMIT = BigInt(DEFAULT_DEFINITION.limits.adjustmentWithoutSecond);
const REFUND_LIMIT = BigInt(DEFAULT_DEFINITION.limits.refundWithoutSecond ?? '0');
/** States of a refund whose money goes, or has gone. */
const GOING: ReadonlySet<Refund['state']> = new Set(['APPROVED', 'SENT', 'UNKNOWN', 'SUCCEEDED']);
const someTries = fc.array(someTry, { minLength: 20, maxLength: 60, size: 'max' });

type Adjusting = Extract<Change, { type: 'adjust' }>;

interface Stage extends Asking {
  readonly before: World;
  readonly outcome: Outcome;
  readonly after: World;
}

/** Walks through the tries, the machine running to its rest after every second one, and shows each stage to `look`. */
const walk = (start: World, tries: readonly Try[], look: (stage: Stage) => void): World => {
  let world = start;
  tries.forEach((one, index) => {
    const asking = askingOf(world.state, one);
    const { world: after, outcome } = ask(world, asking.actor, asking.command);
    look({ ...asking, before: world, outcome, after });
    world = index % 2 === 0 ? runToRest(after) : after;
  });
  return world;
};

const always = (look: (stage: Stage) => void, runs = RUNS): void =>
  fc.assert(
    fc.property(someStart, someTries, (start, tries) => {
      walk(start, tries, look);
    }),
    runs,
  );

/** A credit note gives nothing up: it follows a refund, which has a limit of its own. */
const givenUp = ({ adjustments }: PaymentCase): bigint =>
  adjustments.reduce(
    (minor, { kind, amount }) => (kind === 'CREDIT_NOTE' ? minor : minor + amount.minor),
    0n,
  );

/** What keeps a member from closing. */
const closingOf = (state: PaymentCase, id: string): Refusal | null | undefined =>
  actionsFor(state, { kind: 'MEMBER', id }, TODAY).find(({ action }) => action === 'CLOSE_PAYMENT_TASK')
    ?.refusal;

describe('whatever is asked of a case, in whatever order', () => {
  it('keeps its runs, its money and its ledger in order', () => {
    always(({ before, after }) => expect([...violations(before), ...violations(after)]).toEqual([]));
  });

  it('writes nothing when it refuses', () => {
    always(({ before, outcome, after }) => {
      if (outcome.ok) return;
      expect(after).toBe(before);
      expect(outcome).toEqual({ ok: false, refusal: expect.objectContaining({ code: expect.any(String) }) });
    });
  });

  it('decides nothing the second time a provider reports the same', () => {
    always(({ command, actor, outcome, after }) => {
      if (!REPORTING.includes(command.name) || !outcome.ok) return;
      expect(ask(after, actor, command).outcome).toEqual({ ok: true, changes: [], events: [] });
    });
  });

  it('is never closed by anybody who handled its money, nor by anybody but a lead', () => {
    const HANDLING = [
      'createPaymentTask',
      'confirmAmount',
      'recordPayment',
      'registerReceipt',
      'requestRefund',
      'recordRefundTransfer',
      'acceptDispute',
    ];
    fc.assert(
      fc.property(someStart, someTries, (start, tries) => {
        const handlers = new Set<string | null>();
        walk(start, tries, ({ before, command: { name }, actor, outcome }) => {
          if (!outcome.ok || actor.kind === 'SYSTEM') return;
          if (HANDLING.includes(name)) handlers.add(actor.id);
          if (name !== 'closePaymentTask') return;
          expect([OWNER.id, LEAD.id]).toContain(actor.id);
          expect(!handlers.has(actor.id) || isSingleControl(before.state)).toBe(true);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('writes off alone no more than the limit in all; above it a lead who did not ask has agreed', () => {
    always(({ before, outcome }) => {
      if (!outcome.ok) return;
      const writeOffs = outcome.changes.filter(
        (change): change is Adjusting => change.type === 'adjust' && change.kind !== 'CREDIT_NOTE',
      );
      for (const { amount, approvalId } of writeOffs) {
        const approval = before.state.approvals.find(({ id }) => id === approvalId);
        if (approval) expect(approval.state).toBe('GRANTED');
        else if (!isSingleControl(before.state))
          expect(givenUp(before.state) + amount.minor <= LIMIT).toBe(true);
      }
    });
  });

  it('lowers a claim by a refund that has gone, and by nothing else', () => {
    always(({ before, outcome }) => {
      if (!outcome.ok) return;
      const notes = outcome.changes.filter(
        (change): change is Adjusting => change.type === 'adjust' && change.kind === 'CREDIT_NOTE',
      );
      for (const { id, amount } of notes) {
        const refund = before.state.refunds.find((one) => one.id === id);
        expect(refund).toMatchObject({ effect: 'REDUCE', amount });
        expect(outcome.changes).toContainEqual({ type: 'update-refund', id, patch: { state: 'SUCCEEDED' } });
      }
    });
  });

  it('sends back alone no more than the limit in all; above it a lead who did not ask has agreed', () => {
    const hasConsent = ({ approvals }: PaymentCase, { approvalId, requestedBy }: Refund): boolean =>
      approvals.some(
        (one) => one.id === approvalId && one.state === 'GRANTED' && one.askedBy === requestedBy.id,
      );
    always(({ before, after, outcome, actor, command: { name } }) => {
      if (!outcome.ok) return;
      const going = after.state.refunds.filter(({ state }) => GOING.has(state));
      for (const refund of going.filter(({ approvalId }) => approvalId)) {
        expect(hasConsent(after.state, refund)).toBe(true);
        const waited = before.state.refunds.some(
          ({ id, state }) => id === refund.id && state === 'REQUESTED',
        );
        if (waited) expect(actor.id).not.toBe(refund.requestedBy.id);
      }
      if (name !== 'requestRefund' || isSingleControl(before.state)) return;
      const asked = after.state.refunds.at(-1);
      if (asked?.approvalId) return;
      const alone = going.filter(
        ({ approvalId, requestedBy }) => !approvalId && requestedBy.kind === 'MEMBER',
      );
      expect(alone.reduce((minor, { amount }) => minor + amount.minor, 0n) <= REFUND_LIMIT).toBe(true);
    });
  });

  it('is not left without anybody who may close unless its last one was warned', () => {
    always(({ before, after, actor, command: { name } }) => {
      const isOpen = before.state.state === 'OPEN' && after.state.state === 'OPEN';
      if (!isOpen || mayClose(before.state).length === 0 || mayClose(after.state).length > 0) return;
      const answers = actionsFor(before.state, actor, TODAY).filter(({ action }) => COMMAND[action] === name);
      expect(answers.some(({ warning }) => warning !== null)).toBe(true);
    });
  });

  it('can be brought to its end by a sensible desk, unless everybody who may close has handled the money', () => {
    fc.assert(
      fc.property(someStart, someTries, (start, tries) => {
        const ended = bringToEnd(walk(start, tries, () => {}));
        expect(violations(ended)).toEqual([]);
        if (ended.state.state !== 'OPEN') return;
        expect(stepOf(ended)).toBe('CLOSE_PAYMENT_TASK');
        expect(mayClose(ended.state)).toEqual([]);
        // Whoever looks at it is told how to go on, and who can do that.
        for (const { id } of ended.state.organization.members)
          expect(closingOf(ended.state, id)?.unblockedBy).toBe(OWNER.name);
      }),
      RUNS,
    );
  });
});
