import { describe, expect, it } from 'vitest';
import { ADVISER, anEnv, aPaymentCase, as, CLERK, CUSTOMER, PARTNER } from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, eventsOf, refusalOf, stepsOf } from '../../test/outcome.ts';
import { aMethod } from '../../test/stored-methods.ts';
import { finishTask } from '../tasks/finish-task.ts';
import { deskOfCase } from '../tasks/task-desk.ts';
import { SYSTEM } from './actor.ts';
import type { PaymentCase } from './payment-case.ts';
import { reviewPaymentMethod } from './review-payment-method.ts';

const OTHER = aMethod({
  id: 'other',
  reference: 'pm_other',
  state: 'REVIEW',
  isDefault: false,
  isFirst: false,
  holder: 'Backstube Mond',
});

const inReview = (deviation: Partial<PaymentCase> = {}): PaymentCase =>
  aPaymentCase({
    at: 'UPDATE_PAYMENT_METHOD',
    methods: [aMethod(), OTHER],
    tasks: [{ id: 'task', kind: 'EXCEPTION', reason: 'METHOD_REVIEW', state: 'OPEN', assigneeId: null }],
    ...deviation,
  });

const review = (
  accepted: boolean,
  { state = inReview(), actor = as(CLERK), methodId = 'other', reason = 'Ausweis gesehen' } = {},
) => reviewPaymentMethod(state, { methodId, accepted, reason }, anEnv({ actor }));

const METHOD_CHANGES = ['retire-method', 'activate-method', 'finish-task', 'queue-message'];
const done = (outcome: ReturnType<typeof review>) =>
  decisionOf(outcome)
    .changes.filter(({ type }) => METHOD_CHANGES.includes(type))
    .map(
      (change) =>
        `${change.type} ${'id' in change ? change.id : 'template' in change ? change.template : ''}`,
    );

describe('a method in review', () => {
  it('that is accepted takes the place of the old one, ends the step and its task, and the customer is told', () => {
    expect(done(review(true))).toEqual([
      'retire-method method',
      'activate-method other',
      'finish-task task',
      'queue-message method-reviewed',
    ]);
    expect(stepsOf(review(true))).toEqual(['DONE UPDATE_PAYMENT_METHOD 1', 'OPEN CREATE_PAYMENT_TASK 1']);
    expect(decisionOf(review(true)).events[0]).toMatchObject({
      type: 'method.accepted',
      data: { methodId: 'other' },
      reason: 'Ausweis gesehen',
    });
  });

  it('that is refused is retired, the old one and the step stay as they are, and the customer is told', () => {
    expect(done(review(false))).toEqual([
      'retire-method other',
      'finish-task task',
      'queue-message method-reviewed',
    ]);
    expect(stepsOf(review(false))).toEqual([]);
    expect(eventsOf(review(false))).toEqual(['method.refused']);
  });

  it('can be decided about on a closed case, which stays as it is', () => {
    const state = inReview({ state: 'CLOSED', runs: [] });
    expect(stepsOf(review(true, { state }))).toEqual([]);
    expect(changesOf(review(true, { state }), 'activate-method')).toHaveLength(1);
  });

  it('keeps its task while another one waits', () => {
    const state = inReview({ methods: [aMethod(), OTHER, { ...OTHER, id: 'third', reference: 'pm_third' }] });
    expect(changesOf(review(true, { state }), 'finish-task')).toEqual([]);
  });

  it('is decided about by the desk, with a reason', () => {
    for (const actor of [as(ADVISER), PARTNER, CUSTOMER, SYSTEM])
      expect(refusalOf(review(true, { actor }))).toBe('ROLE_NOT_ALLOWED');
    for (const accepted of [true, false])
      expect(refusalOf(review(accepted, { reason: ' ' }))).toBe('REASON_REQUIRED');
  });

  it.each(['method', 'unknown'])('is the only one that can be decided about, not %s', (methodId) => {
    expect(refusalOf(review(true, { methodId }))).toBe('METHOD_NOT_IN_REVIEW');
    expect(refusalOf(review(true, { state: inReview({ methods: [aMethod()] }) }))).toBe(
      'METHOD_NOT_IN_REVIEW',
    );
  });

  it('is not passed over by ending its task', () => {
    const finish = (state: PaymentCase) =>
      finishTask(deskOfCase(state, 'task'), { taskId: 'task', note: 'Erledigt' }, anEnv());
    expect(refusalOf(finish(inReview()))).toBe('TASK_ENDS_BY_ITSELF');
    expect(refusalOf(finish(inReview({ methods: [aMethod()] })))).toBeNull();
  });
});
