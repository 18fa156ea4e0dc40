import { compare, sum } from '../src/money/money.ts';
import { unsettledMismatches } from '../src/workflow/account-data.ts';
import { actionsFor } from '../src/workflow/actions.ts';
import type { Actor } from '../src/workflow/actor.ts';
import { assessOpenStep } from '../src/workflow/advance.ts';
import { amountOpen, creditOf } from '../src/workflow/balance.ts';
import { unansweredItems } from '../src/workflow/checklist.ts';
import { isLive } from '../src/workflow/money-track.ts';
import type { CasePayment, PaymentCase } from '../src/workflow/payment-case.ts';
import type { CaseAction } from '../src/workflow/permissions.ts';
import { STEPS } from '../src/workflow/step.ts';
import { TODAY } from './a-payment-case.ts';
import { balanceOf, type World } from './simulate.ts';

const duplicates = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, index) => keys.indexOf(key) !== index);

const runsAreInOrder = ({ runs, state }: PaymentCase): readonly string[] => {
  const open = runs.filter((run) => run.state === 'OPEN').length;
  const wrongOpen = open === (state === 'OPEN' ? 1 : 0) ? [] : [`${open} open runs of a ${state} case`];
  const left = state === 'OPEN' ? [] : runs.filter((run) => run.state === 'PENDING');
  const gaps = STEPS.filter((step) => {
    const numbers = runs.filter((run) => run.step === step).map(({ run }) => run);
    return [...numbers].sort((a, b) => a - b).some((number, index) => number !== index + 1);
  });
  return [
    ...wrongOpen,
    ...left.map(({ step }) => `${step} is still planned in a ${state} case`),
    ...gaps.map((step) => `gaps between the runs of ${step}`),
  ];
};

const promised = ({ refunds }: PaymentCase, payment: CasePayment): bigint =>
  refunds
    .filter(({ paymentId, state }) => paymentId === payment.id && state !== 'FAILED' && state !== 'REFUSED')
    .reduce((minor, { amount }) => minor + amount.minor, 0n);

const moneyIsThere = (state: PaymentCase): readonly string[] => {
  const overspent = state.payments.filter((payment) => {
    const own = state.allocations.filter(({ paymentId }) => paymentId === payment.id);
    return (
      compare(
        sum(
          payment.amount.currency,
          own.map(({ amount }) => amount),
        ),
        payment.amount,
      ) > 0
    );
  });
  return [
    ...overspent.map(({ id }) => `more than ${id} has been allocated`),
    ...state.payments
      .filter(({ reserved, disputed, returned, ...one }) => {
        const isAtPeace = disputed.minor === 0n && returned.minor === 0n;
        return isAtPeace && creditOf({ ...one, reserved, disputed, returned }).minor < reserved.minor;
      })
      .map(({ id }) => `${id} is overdrawn`),
    ...state.payments
      .filter((one) => one.disputed.minor === 0n && creditOf(one).minor < 0n)
      .map(({ id }) => `a claim has been given money of ${id} that a bank has taken back`),
    ...state.payments
      .filter((one) => promised(state, one) > one.amount.minor)
      .map(({ id }) => `more goes back than ${id}`),
    ...(amountOpen(state).minor < 0n ? ['a negative amount is open'] : []),
    ...(state.attempts.filter(isLive).length > 1 ? ['two live attempts'] : []),
    ...(state.state === 'CLOSED' && state.runs.length > 0 && amountOpen(state).minor > 0n
      ? ['closed with an amount open']
      : []),
  ];
};

/** The accounts say the same as the case: what is owed, what is the customer's credit, what is nobody's. */
const ledgerAgrees = (world: World): readonly string[] => {
  const { state, journal } = world;
  const total = journal.flatMap(({ lines }) => lines).reduce((minor, line) => minor + line.minor, 0n);
  const isClaimPosted = state.runs.some(
    ({ step, state: run }) => step === 'CREATE_PAYMENT_TASK' && run === 'DONE',
  );
  const owed = isClaimPosted && state.state !== 'CANCELED' ? amountOpen(state).minor : 0n;
  const credit = sum('EUR', state.payments.map(creditOf) as never).minor;
  return [
    ...(total === 0n ? [] : ['debits and credits differ']),
    ...(balanceOf(world, 'RECEIVABLE') === owed
      ? []
      : [`receivable ${balanceOf(world, 'RECEIVABLE')}, owed ${owed}`]),
    ...(balanceOf(world, 'CUSTOMER_CREDIT') === -credit ? [] : ['the credit of the customer differs']),
  ];
};

/** The machine has a next thing to do, says what it waits for, or has noted why it stopped. */
const nothingIsStuck = (state: PaymentCase): readonly string[] =>
  state.state === 'OPEN' && assessOpenStep(state) === null ? ['an open case that nobody looks at'] : [];

const tasksAreOnce = ({ tasks }: PaymentCase): readonly string[] => {
  const lying = tasks.filter(({ kind, state }) => kind === 'EXCEPTION' && state !== 'DONE');
  return duplicates(lying.map(({ reason }) => `${reason}`)).map((reason) => `two open tasks for ${reason}`);
};

/** Money is allocated only when its account agreed with the customer, or a person has accepted that it does not. */
const accountsAreSettled = (state: PaymentCase): readonly string[] =>
  state.payments
    .filter(({ id }) => state.allocations.some(({ paymentId }) => paymentId === id))
    .flatMap((payment) => unsettledMismatches(state, payment))
    .map(({ key, found }) => `${key} ${found} was accepted by nobody`);

/** Nothing is signed off against the business's own checklists. */
const checklistsHold = (state: PaymentCase): readonly string[] =>
  state.state === 'CLOSED'
    ? STEPS.flatMap((step) => unansweredItems(state, step)).map((key) => `closed without a yes to ${key}`)
    : [];

/** Everything that must hold after every command; empty when it does. */
export const violations = (world: World): readonly string[] => [
  ...runsAreInOrder(world.state),
  ...moneyIsThere(world.state),
  ...ledgerAgrees(world),
  ...nothingIsStuck(world.state),
  ...tasksAreOnce(world.state),
  ...checklistsHold(world.state),
  ...accountsAreSettled(world.state),
  ...duplicates(world.state.messages.map(({ template, subjectId }) => `${template} ${subjectId} sent twice`)),
];

/** Actions that the rules allow this actor now. */
export const allowedFor = (state: PaymentCase, actor: Actor): readonly CaseAction[] =>
  actionsFor(state, actor, TODAY).flatMap(({ action, refusal }) => (refusal ? [] : [action]));
