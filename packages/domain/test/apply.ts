import { add, negate, subtract, sum, zero } from '../src/money/money.ts';
import { mayMove } from '../src/payments/attempt-edges.ts';
import { isRunning, mayMoveRefund } from '../src/payments/refund-edges.ts';
import type { Change, Env } from '../src/workflow/decision.ts';
import { deriveStatus, isLive } from '../src/workflow/money-track.ts';
import type { CasePayment, PaymentCase, Refund, StepRun } from '../src/workflow/payment-case.ts';
import type { Step } from '../src/workflow/step.ts';

type Apply = {
  readonly [Type in Change['type']]: (
    state: PaymentCase,
    change: Extract<Change, { type: Type }>,
    env: Env,
  ) => Partial<PaymentCase>;
};

/** What the database would refuse: an impossible change is a bug of the rule that decided it. */
const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`Impossible change: ${what}`);
};

const runOf = (state: PaymentCase, step: Step, run: number): StepRun | undefined =>
  state.runs.find((one) => one.step === step && one.run === run);

const withRun = (state: PaymentCase, next: StepRun): Pick<PaymentCase, 'runs'> => ({
  runs: runOf(state, next.step, next.run)
    ? state.runs.map((one) => (one.step === next.step && one.run === next.run ? next : one))
    : [...state.runs, next],
});

const changeById = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  change: (row: Row) => Row,
): readonly Row[] => {
  demand(
    rows.some((row) => row.id === id),
    `there is no ${id}`,
  );
  return rows.map((row) => (row.id === id ? change(row) : row));
};

const existing = (state: PaymentCase, step: Step, run: number): StepRun => {
  const found = runOf(state, step, run);
  if (!found) throw new Error(`Impossible change: ${step} has no run ${run}`);
  return found;
};

/** What has gone back of each payment, and what is promised from its credit, follows from its refunds. */
const withRefunds = (state: PaymentCase, refunds: readonly Refund[]): Partial<PaymentCase> => {
  const total = (payment: CasePayment, of: (refund: Refund) => boolean) =>
    sum(
      payment.amount.currency,
      refunds.filter((one) => one.paymentId === payment.id && of(one)).map(({ amount }) => amount),
    );
  return {
    refunds,
    payments: state.payments.map((payment) => ({
      ...payment,
      refunded: total(payment, (one) => one.state === 'SUCCEEDED'),
      reserved: total(payment, (one) => isRunning(one) && one.effect === 'FROM_CREDIT'),
    })),
  };
};

const APPLY: Apply = {
  'plan-step': (state, { step, run, origin }) => {
    demand(!runOf(state, step, run), `${step} ${run} is planned twice`);
    const planned = { state: 'PENDING', openedAt: null, doneAt: null, doneBy: null, stop: null } as const;
    return withRun(state, { step, run, origin, subject: { paymentId: null, decision: null }, ...planned });
  },
  'open-step': (state, { step, run, origin, subject }, { now }) => {
    const before = runOf(state, step, run);
    demand(!before || before.state === 'PENDING', `${step} ${run} is opened from ${before?.state}`);
    demand(!state.runs.some((one) => one.state === 'OPEN'), `${step} ${run} is opened beside another`);
    const opened = { state: 'OPEN', openedAt: now, doneAt: null, doneBy: null, stop: null } as const;
    return withRun(state, { step, run, origin: before ? before.origin : origin, subject, ...opened });
  },
  'set-subject': (state, { step, run, subject }) => {
    const before = existing(state, step, run);
    demand(before.state === 'OPEN', `the subject of ${step} ${run} is changed when ${before.state}`);
    return withRun(state, { ...before, subject });
  },
  'finish-step': (state, { step, run, state: result }, { now, actor }) => {
    const before = existing(state, step, run);
    const allowed = before.state === 'OPEN' || (before.state === 'PENDING' && result === 'SKIPPED');
    demand(allowed, `${step} ${run} goes from ${before.state} to ${result}`);
    return withRun(state, { ...before, state: result, doneAt: now, doneBy: actor });
  },
  'stop-step': (state, { step, run, code, detail }) => {
    const before = existing(state, step, run);
    demand(before.state === 'OPEN', `${step} ${run} stops when ${before.state}`);
    return withRun(state, { ...before, stop: code ? { code, detail } : null });
  },
  'record-check': (state, { item }, { now, actor }) => ({
    checkItems: [
      ...state.checkItems.filter(
        (one) => one.step !== item.step || one.run !== item.run || one.key !== item.key,
      ),
      { ...item, at: now, by: actor },
    ],
  }),
  'raise-discrepancy': (state, { type: _, ...discrepancy }) => {
    const { step, run, key } = discrepancy;
    demand(
      !state.discrepancies.some(
        (one) => one.state === 'OPEN' && one.step === step && one.run === run && one.key === key,
      ),
      `a second open discrepancy of ${key}`,
    );
    return { discrepancies: [...state.discrepancies, { ...discrepancy, state: 'OPEN', resolution: null }] };
  },
  'resolve-discrepancy': (state, { id, resolution, reason }) => {
    demand(resolution !== 'ACCEPT' || Boolean(reason), 'an acceptance without a reason');
    return {
      discrepancies: changeById(state.discrepancies, id, (one) => ({
        ...one,
        state: 'RESOLVED',
        resolution,
      })),
    };
  },
  'set-customer-data': ({ customer }, { data }) => ({
    customer: {
      ...customer,
      data,
      emailBounced: customer.emailBounced && customer.data.email === data.email,
    },
  }),
  'save-customer-version': ({ customer }, { version, data }) => {
    demand(version === customer.version + 1, `version ${version} after ${customer.version}`);
    return {
      customer: { ...customer, version, savedData: data, number: customer.number ?? 'K-000001' },
    };
  },
  'confirm-customer-version': ({ customer }, { version }) => {
    demand(version === customer.version && customer.savedData !== null, `version ${version} is confirmed`);
    demand(version !== customer.confirmedVersion, `version ${version} is confirmed twice`);
    return {
      customer: {
        ...customer,
        state: 'CONFIRMED',
        confirmedVersion: version,
        confirmedData: customer.savedData,
      },
    };
  },
  'create-task': (state, { id, kind, reason, assigneeId }) => {
    const lying = state.tasks.some(
      (one) =>
        one.kind === 'EXCEPTION' && kind === 'EXCEPTION' && one.reason === reason && one.state !== 'DONE',
    );
    demand(kind !== 'PAYMENT' || !state.tasks.some((one) => one.kind === 'PAYMENT'), 'a second payment task');
    if (lying) return {};
    const task = { id, kind, reason, assigneeId, state: assigneeId ? 'CLAIMED' : 'OPEN' } as const;
    return { tasks: [...state.tasks, task] };
  },
  'assign-task': (state, { id, assigneeId }) => ({
    tasks: changeById(state.tasks, id, (task) => ({ ...task, assigneeId, state: 'CLAIMED' })),
  }),
  'finish-task': (state, { id }) => ({
    tasks: changeById(state.tasks, id, (task) => {
      demand(task.state !== 'DONE', `task ${task.reason} ends twice`);
      return { ...task, state: 'DONE' };
    }),
  }),
  'add-attempt': (state, { id, via, amount, methodType }, { now }) => {
    demand(amount.minor > 0n, 'an attempt over nothing');
    demand(!state.attempts.some(isLive), 'a second live attempt');
    const nothing = { providerRef: null, sessionRef: null, failure: null, initiation: null } as const;
    const unproved = { verification: null, verificationFailed: false, approval: null, createdAt: now };
    const attempt = { id, via, state: 'CREATED', amount, methodType, ...nothing, ...unproved } as const;
    return { attempts: [...state.attempts, attempt] };
  },
  'update-attempt': (state, { id, patch }) => ({
    attempts: changeById(state.attempts, id, (attempt) => {
      const to = patch.state ?? attempt.state;
      demand(to === attempt.state || mayMove(attempt.state, to), `an attempt from ${attempt.state} to ${to}`);
      const { sessionUrl: _, checkAt: __, ...rest } = patch;
      return { ...attempt, ...rest };
    }),
  }),
  'record-failed-try': (state, { attemptId }) => {
    demand(
      state.attempts.some(({ id }) => id === attemptId),
      'a failed try is one of an attempt',
    );
    return {};
  },
  'book-payment': (state, { payment }, { now, actor }) => {
    const { vouched, sourceRef: _, documentId: __, ...rest } = payment;
    demand(payment.amount.minor > 0n, 'a payment of nothing');
    demand((payment.source === 'MANUAL') === vouched, 'a manual payment is vouched for');
    const none = zero(payment.amount.currency);
    const vouchedBy = vouched ? actor : null;
    const fee = payment.fee?.amount ?? none;
    const untouched = { refunded: none, reserved: none, returned: none, disputed: none, allocated: none };
    return { payments: [...state.payments, { ...rest, fee, vouchedBy, bookedAt: now, ...untouched }] };
  },
  allocate: (state, { id, paymentId, amount }) => {
    demand(amount.minor > 0n, 'an allocation of nothing');
    return {
      allocations: [...state.allocations, { id, paymentId, amount, reversesId: null }],
      payments: changeById(state.payments, paymentId, (payment) => ({
        ...payment,
        allocated: add(payment.allocated, amount),
      })),
    };
  },
  'take-back': (state, { id, reverses, paymentId, amount }) => {
    const taken = state.allocations.find((one) => one.id === reverses);
    demand(taken?.paymentId === paymentId && taken.amount.minor === amount.minor, `${reverses} is undone`);
    demand(taken?.reversesId === null, 'a counter-entry is undone');
    demand(
      !state.allocations.some(({ reversesId }) => reversesId === reverses),
      `${reverses} is undone twice`,
    );
    return {
      allocations: [...state.allocations, { id, paymentId, amount: negate(amount), reversesId: reverses }],
      payments: changeById(state.payments, paymentId, (payment) => ({
        ...payment,
        allocated: subtract(payment.allocated, amount),
      })),
    };
  },
  'add-refund': (state, { refund }, { actor, now }) => {
    demand(refund.amount.minor > 0n, 'a refund of nothing');
    const asked = { requestedBy: actor, requestedAt: now, transferredBy: null };
    const waits = { ...asked, failure: null, succeededAt: null, finishedAt: null };
    return withRefunds(state, [...state.refunds, { ...refund, ...waits }]);
  },
  'update-refund': (state, { id, patch }, { actor, now }) =>
    withRefunds(
      state,
      changeById(state.refunds, id, (refund) => {
        const to = patch.state ?? refund.state;
        demand(
          to === refund.state || mayMoveRefund(refund.state, to),
          `a refund from ${refund.state} to ${to}`,
        );
        const { transferReference, ...rest } = patch;
        const transferredBy = transferReference ? actor : refund.transferredBy;
        const succeededAt = patch.state === 'SUCCEEDED' ? now : refund.succeededAt;
        const finishedAt = patch.state && !isRunning({ state: to }) ? now : refund.finishedAt;
        return { ...refund, ...rest, transferredBy, succeededAt, finishedAt };
      }),
    ),
  adjust: (state, { id, kind, amount }) => {
    demand(amount.minor !== 0n, 'an adjustment by nothing');
    return { adjustments: [...state.adjustments, { id, kind, amount }] };
  },
  post: () => ({}),
  'issue-invoice': (state, { id, kind }) => {
    demand(
      !state.invoices.some((one) => one.kind !== 'STORNO' && one.state === 'ISSUED'),
      'a second effective invoice',
    );
    const number = `RE-2026-${String(state.invoices.length + 1).padStart(4, '0')}`;
    return { invoices: [...state.invoices, { id, kind, state: 'ISSUED', number }] };
  },
  'cancel-invoice': (state, { id, stornoId }) => {
    const number = `RE-2026-${String(state.invoices.length + 1).padStart(4, '0')}`;
    const canceled = changeById(state.invoices, id, (invoice) => ({
      ...invoice,
      state: 'CANCELED' as const,
    }));
    return { invoices: [...canceled, { id: stornoId, kind: 'STORNO', state: 'ISSUED', number }] };
  },
  'issue-correction': (state, { id, correctsId, amount }) => {
    demand(amount.minor > 0n, 'a correction by nothing');
    demand(
      state.invoices.some((one) => one.id === correctsId && one.state === 'ISSUED'),
      'such a correction',
    );
    const number = `RE-2026-${String(state.invoices.length + 1).padStart(4, '0')}`;
    return { invoices: [...state.invoices, { id, kind: 'CORRECTION', state: 'ISSUED', number }] };
  },
  'issue-receipt': (state, { paymentId, allocated, openAfter }) => {
    const payment = state.payments.find(({ id }) => id === paymentId);
    demand(payment !== undefined && allocated.minor > 0n && openAfter.minor >= 0n, 'such a receipt');
    return {};
  },
  'ask-approval': (state, { id, kind, subjectId, amount, reason }, { actor }) => {
    if (actor.kind !== 'MEMBER') throw new Error('Impossible change: an approval not asked by a member');
    demand(
      !state.approvals.some((one) => one.state === 'OPEN' && one.subjectId === subjectId),
      'a second open approval',
    );
    return {
      approvals: [
        ...state.approvals,
        { id, kind, subjectId, amount, reason, state: 'OPEN', askedBy: actor.id },
      ],
    };
  },
  'decide-approval': (state, { id, granted }, { actor }) => ({
    approvals: changeById(state.approvals, id, (approval) => {
      demand(approval.state === 'OPEN' && approval.askedBy !== actor.id, 'such a decision');
      return { ...approval, state: granted ? 'GRANTED' : 'REFUSED' };
    }),
  }),
  'queue-message': (state, { template, subjectId, to }) => {
    const recipient = to === 'CUSTOMER' ? state.customer.data.email : state.organization.accountsEmail;
    const queued = state.messages.some((one) => one.template === template && one.subjectId === subjectId);
    return recipient && !queued
      ? { messages: [...state.messages, { template, subjectId, state: 'QUEUED' }] }
      : {};
  },
  'create-link': () => ({}),
  'use-link': () => ({}),
  attach: (state, { id, item, signedBy, signedOn }) => ({
    attachments: [...state.attachments, { id, item, signedBy, signedOn }],
  }),
  'request-job': (state, job) => {
    const subjects = job.job === 'send-refund' ? state.refunds : state.attempts;
    const wanted = job.job === 'send-refund' ? job.refundId : job.attemptId;
    demand(
      subjects.some(({ id }) => id === wanted),
      `there is no ${wanted} for ${job.job}`,
    );
    return {};
  },
  reopen: (state) => {
    demand(state.state === 'CLOSED', `a ${state.state} case is reopened`);
    return { state: 'OPEN' };
  },
  close: (state, _change, { actor }) => {
    demand(actor.kind === 'MEMBER', 'a case closed by nobody');
    demand(state.state === 'OPEN', `a ${state.state} case is closed`);
    return { state: 'CLOSED' };
  },
  cancel: (state) => {
    demand(state.state === 'OPEN', `a ${state.state} case is canceled`);
    return { state: 'CANCELED' };
  },
  'publish-status': (_state, { status }) => ({ publishedStatus: status }),
};

/** The case after a decision, as the save layer would write and read it again: one version up, its status published. */
export const apply = (state: PaymentCase, changes: readonly Change[], env: Env): PaymentCase => {
  let after = state;
  for (const change of changes) after = { ...after, ...applyOne(after, change, env) };
  return { ...after, version: state.version + 1, publishedStatus: deriveStatus(after) };
};

const applyOne = <Type extends Change['type']>(
  state: PaymentCase,
  change: Extract<Change, { type: Type }>,
  env: Env,
): Partial<PaymentCase> => (APPLY[change.type as Type] as Apply[Type])(state, change, env);
