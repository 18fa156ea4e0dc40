import { add, equals, negate, subtract, sum, zero } from '../../money/money.ts';
import { mayMove } from '../../payments/attempt-edges.ts';
import { isCaptureRunning, mayMoveCapture } from '../../payments/capture-edges.ts';
import { holdsMoney, isAnswerable, mayMoveDispute } from '../../payments/dispute-edges.ts';
import { isRunning, mayMoveRefund } from '../../payments/refund-edges.ts';
import { isLive } from '../money-track.ts';
import type { CasePayment, Dispute, PaymentCase, Refund } from '../payment-case.ts';

import { changeById, demand, type Evolve, UNDRAWN } from './impossible.ts';

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

/** What a bank holds back of each payment, and what it has taken for good, follows from its disputes. */
const withDisputes = (state: PaymentCase, disputes: readonly Dispute[]): Partial<PaymentCase> => {
  const total = (payment: CasePayment, of: (dispute: Dispute) => boolean) =>
    sum(
      payment.amount.currency,
      disputes.filter((one) => one.paymentId === payment.id && of(one)).map(({ amount }) => amount),
    );
  return {
    disputes,
    payments: state.payments.map((payment) => ({
      ...payment,
      disputed: total(payment, holdsMoney),
      returned: total(payment, (one) => one.state === 'LOST'),
    })),
  };
};

/** Changes of the money: attempts, payments, allocations, refunds, disputes, documents. */
export const EVOLVE_MONEY = {
  'add-attempt': (state, { type: _, readerId = null, charge = null, ...draft }, { now, actor }) => {
    demand(draft.amount.minor > 0n, 'an attempt over nothing');
    demand((draft.via === 'STORED_METHOD') === (charge !== null), 'a charge of nothing that is stored');
    demand(!state.attempts.some(isLive), 'a second live attempt');
    const nothing = { providerRef: null, sessionRef: null, failure: null, initiation: null } as const;
    const unproved = { verification: null, verificationFailed: false, approval: null };
    const unreserved = { authorizedUntil: null, warnAt: null, payer: null };
    const awaited = { transfer: null, funded: zero(draft.amount.currency) };
    const begun = { readerId, charge, startedBy: actor, createdAt: now };
    const yet = { ...nothing, ...unproved, ...unreserved, ...awaited };
    const attempt = { ...draft, state: 'CREATED', ...yet, ...begun } as const;
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
  'record-transfer-credit': (state, { attemptId, amount, missing }) => ({
    attempts: changeById(state.attempts, attemptId, (attempt) => {
      const funded = add(attempt.funded, amount);
      demand(attempt.transfer !== null && amount.minor > 0n, 'a credit of no transfer');
      demand(
        missing.minor > 0n && equals(add(funded, missing), attempt.amount),
        'a transfer that is not missing it',
      );
      return { ...attempt, funded };
    }),
  }),
  'add-capture': (state, { id, attemptId, amount }, { now, actor }) => {
    const attempt = state.attempts.find((one) => one.id === attemptId);
    demand(attempt?.state === 'AUTHORIZED' && attempt.capture === 'MANUAL', 'a capture of nothing');
    demand(
      amount.minor > 0n && amount.minor <= (attempt?.amount.minor ?? 0n),
      `a capture of ${amount.minor}`,
    );
    demand(!state.captures.some(isCaptureRunning), 'a second capture');
    const recorded = { state: 'RECORDED', failure: null, requestedBy: actor, requestedAt: now } as const;
    return { captures: [...state.captures, { id, attemptId, amount, ...recorded }] };
  },
  'update-capture': (state, { id, state: to, failure }) => ({
    captures: changeById(state.captures, id, (capture) => {
      demand(mayMoveCapture(capture.state, to), `a capture from ${capture.state} to ${to}`);
      return { ...capture, state: to, failure };
    }),
  }),
  'book-payment': (state, { payment }, { now, actor }) => {
    const { vouched, sourceRef: _, documentId: __, ...rest } = payment;
    demand(payment.amount.minor > 0n, 'a payment of nothing');
    demand((payment.source === 'MANUAL') === vouched, 'a manual payment is vouched for');
    const none = zero(payment.amount.currency);
    const vouchedBy = vouched ? actor : null;
    const fee = payment.fee?.amount ?? none;
    const untouched = { refunded: none, reserved: none, returned: none, disputed: none, allocated: none };
    const seen = {
      payerIban: payment.payerIban ?? null,
      bankTransactionId: payment.bankTransactionId ?? null,
    };
    demand((payment.source === 'BANK') === (seen.bankTransactionId !== null), 'a credit names its movement');
    return {
      payments: [...state.payments, { ...rest, ...seen, fee, vouchedBy, bookedAt: now, ...untouched }],
    };
  },
  'merge-payment': (state, { paymentId, bankTransactionId }) => ({
    payments: changeById(state.payments, paymentId, (payment) => {
      demand(payment.source === 'MANUAL' && payment.bankTransactionId === null, 'a receipt that is merged');
      return { ...payment, bankTransactionId };
    }),
  }),
  'unassign-payment': (state, { paymentId, reason }, { actor }) => {
    const payment = state.payments.find(({ id }) => id === paymentId);
    demand(payment?.source === 'BANK' && reason.trim() !== '', `${paymentId} goes back to the pool`);
    demand(payment?.allocated.minor === 0n && payment.refunded.minor === 0n, `${paymentId} is given away`);
    return {
      payments: state.payments.filter(({ id }) => id !== paymentId),
      unassigned: [...state.unassigned, { id: paymentId, by: actor }],
    };
  },
  allocate: (state, { id, paymentId, amount }, { now, actor }) => {
    demand(amount.minor > 0n, 'an allocation of nothing');
    return {
      allocations: [
        ...state.allocations,
        { id, paymentId, amount, reversesId: null, reason: null, at: now, by: actor },
      ],
      payments: changeById(state.payments, paymentId, (payment) => ({
        ...payment,
        allocated: add(payment.allocated, amount),
      })),
    };
  },
  'take-back': (state, { id, reverses, paymentId, amount, reason = null }, { now, actor }) => {
    const taken = state.allocations.find((one) => one.id === reverses);
    demand(taken?.paymentId === paymentId && taken.amount.minor === amount.minor, `${reverses} is undone`);
    demand(taken?.reversesId === null, 'a counter-entry is undone');
    demand(
      !state.allocations.some(({ reversesId }) => reversesId === reverses),
      `${reverses} is undone twice`,
    );
    return {
      allocations: [
        ...state.allocations,
        { id, paymentId, amount: negate(amount), reversesId: reverses, reason, at: now, by: actor },
      ],
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
  'add-dispute': (state, { dispute }) => {
    demand(dispute.amount.minor > 0n, 'a dispute of nothing');
    const untouched = { withdrawnAt: null, reinstatedAt: null, decidedAt: null, response: null };
    const fee = zero(dispute.amount.currency);
    return withDisputes(state, [...state.disputes, { ...dispute, ...untouched, state: 'OPEN', fee }]);
  },
  'update-dispute': (state, { id, patch }, { now }) =>
    withDisputes(
      state,
      changeById(state.disputes, id, (dispute) => {
        const { isWithdrawn, isReinstated, ...rest } = patch;
        const to = patch.state ?? dispute.state;
        demand(to === dispute.state || mayMoveDispute(dispute.state, to), `a dispute to ${to}`);
        demand(!(isWithdrawn && dispute.withdrawnAt), 'money that is taken twice');
        demand(!(isReinstated && dispute.reinstatedAt), 'money that comes back twice');
        return {
          ...dispute,
          ...rest,
          withdrawnAt: isWithdrawn ? now : dispute.withdrawnAt,
          reinstatedAt: isReinstated ? now : dispute.reinstatedAt,
          decidedAt: patch.state ? now : dispute.decidedAt,
        };
      }),
    ),
  'record-response': (state, { id, disputeId, response: { kind } }, { actor }) => ({
    disputes: changeById(state.disputes, disputeId, (dispute) => {
      demand(isAnswerable(dispute), 'a second answer');
      return { ...dispute, response: { id, kind, state: 'RECORDED', by: actor } };
    }),
  }),
  'update-response': (state, { disputeId, state: to }) => ({
    disputes: changeById(state.disputes, disputeId, (dispute) => {
      demand(dispute.response?.state === 'RECORDED', 'an answer that was not waited for');
      return dispute.response ? { ...dispute, response: { ...dispute.response, state: to } } : dispute;
    }),
  }),
  adjust: (state, { id, kind, amount, allocationId = null, reverses = null }) => {
    demand(amount.minor !== 0n, 'an adjustment by nothing');
    const undone = state.adjustments.find((one) => one.id === reverses);
    demand(reverses === null || undone?.amount.minor === -amount.minor, `${reverses} is undone`);
    demand(
      reverses === null || !state.adjustments.some(({ reversesId }) => reversesId === reverses),
      `${reverses} is undone twice`,
    );
    return {
      adjustments: [...state.adjustments, { id, kind, amount, allocationId, reversesId: reverses }],
    };
  },
  post: () => ({}),
  'issue-invoice': (state, { id, kind }, { today }) => {
    demand(
      !state.invoices.some((one) => one.kind !== 'STORNO' && one.state === 'ISSUED'),
      'a second effective invoice',
    );
    return { invoices: [...state.invoices, { id, kind, state: 'ISSUED', number: UNDRAWN, issuedOn: today }] };
  },
  'cancel-invoice': (state, { id, stornoId }, { today }) => {
    const canceled = changeById(state.invoices, id, (invoice) => ({
      ...invoice,
      state: 'CANCELED' as const,
    }));
    const storno = {
      id: stornoId,
      kind: 'STORNO',
      state: 'ISSUED',
      number: UNDRAWN,
      issuedOn: today,
    } as const;
    return { invoices: [...canceled, storno] };
  },
  'issue-correction': (state, { id, correctsId, amount }, { today }) => {
    demand(amount.minor > 0n, 'a correction by nothing');
    demand(
      state.invoices.some((one) => one.id === correctsId && one.state === 'ISSUED'),
      'such a correction',
    );
    const correction = { id, kind: 'CORRECTION', state: 'ISSUED', number: UNDRAWN, issuedOn: today } as const;
    return { invoices: [...state.invoices, correction] };
  },
  'issue-receipt': (state, { paymentId, allocated, openAfter }) => {
    const payment = state.payments.find(({ id }) => id === paymentId);
    demand(payment !== undefined && allocated.minor > 0n && openAfter.minor >= 0n, 'such a receipt');
    return {};
  },
} satisfies Partial<Evolve>;
