import type { PaymentCase, StepRun } from '../payment-case.ts';
import type { Step } from '../step.ts';

import { changeById, demand, type Evolve, UNDRAWN } from './impossible.ts';

const runOf = (state: PaymentCase, step: Step, run: number): StepRun | undefined =>
  state.runs.find((one) => one.step === step && one.run === run);

const withRun = (state: PaymentCase, next: StepRun): Pick<PaymentCase, 'runs'> => ({
  runs: runOf(state, next.step, next.run)
    ? state.runs.map((one) => (one.step === next.step && one.run === next.run ? next : one))
    : [...state.runs, next],
});

const existing = (state: PaymentCase, step: Step, run: number): StepRun => {
  const found = runOf(state, step, run);
  if (!found) throw new Error(`Impossible change: ${step} has no run ${run}`);
  return found;
};

/** Changes of the work: steps, checks, the customer's record, tasks, approvals, messages. */
export const EVOLVE_WORK = {
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
  'ask-vat-register': ({ customer }) => {
    demand(!customer.vatStanding?.isAsked, 'the register is asked twice at once');
    return {
      customer: { ...customer, vatStanding: { last: customer.vatStanding?.last ?? null, isAsked: true } },
    };
  },
  'save-customer-version': ({ customer }, { version, data }) => {
    demand(version === customer.version + 1, `version ${version} after ${customer.version}`);
    return {
      customer: { ...customer, version, savedData: data, number: customer.number ?? UNDRAWN },
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
  'queue-sms': (state, { template, subjectId }) =>
    state.customer.data.phone
      ? { messages: [...state.messages, { template, subjectId, state: 'QUEUED' }] }
      : {},
  'create-link': () => ({}),
  'use-link': () => ({}),
  'store-method': (state, { method, reviewReason }, { now }) => {
    const inUse = reviewReason === null;
    demand(!inUse || !state.methods.some((one) => one.isDefault), 'a second method in use');
    const isFirst = inUse && !state.methods.some((one) => one.isFirst);
    const stored = {
      ...method,
      state: inUse ? 'ACTIVE' : 'REVIEW',
      isDefault: inUse,
      isFirst,
      activatedAt: inUse ? now : null,
      noticeOn: null,
    } as const;
    return { methods: [...state.methods, stored] };
  },
  'activate-method': (state, { id }, { now }) => ({
    methods: changeById(state.methods, id, (method) => {
      demand(method.state === 'REVIEW', `a ${method.state} method is accepted`);
      demand(!state.methods.some((one) => one.isDefault), 'a second method in use');
      const isFirst = !state.methods.some((one) => one.isFirst);
      return { ...method, state: 'ACTIVE', isDefault: true, isFirst, activatedAt: now };
    }),
  }),
  'plan-notice': (state, { methodId, noticeOn }) => ({
    methods: changeById(state.methods, methodId, (method) => ({ ...method, noticeOn })),
  }),
  'retire-method': (state, { id }) => ({
    methods: changeById(state.methods, id, (method) => {
      demand(method.state !== 'RETIRED', 'a method is retired twice');
      return { ...method, state: 'RETIRED', isDefault: false };
    }),
  }),
  attach: (state, { id, item, signedBy, signedOn }) => ({
    attachments: [...state.attachments, { id, item, signedBy, signedOn }],
  }),
  'request-job': (state, job) => {
    const subjects = [...state.refunds, ...state.disputes, ...state.attempts, ...state.captures];
    const { type: _, job: name, ...subject } = job;
    const [wanted] = Object.values(subject);
    demand(
      subjects.some(({ id }) => id === wanted),
      `there is no ${wanted} for ${name}`,
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
} satisfies Partial<Evolve>;
