import { describe, expect, it } from 'vitest';
import {
  aDispute,
  anEnv,
  aPaymentCase,
  as,
  CLERK,
  fullyPaid,
  LEAD,
  NOW,
  PARTNER,
} from '../../test/a-payment-case.ts';
import { changesOf, refusalOf } from '../../test/outcome.ts';
import { handled } from '../workflow/four-eyes.ts';
import type { Dispute, PaymentCase } from '../workflow/payment-case.ts';
import { acceptDispute } from './accept-dispute.ts';
import { reportResponse } from './report-response.ts';
import { type SubmitDisputeEvidence, submitDisputeEvidence } from './submit-dispute-evidence.ts';

const file = { id: 'file', item: null, signedBy: null, signedOn: null };
const task = {
  id: 'task',
  kind: 'EXCEPTION',
  reason: 'DISPUTE_TO_ANSWER',
  state: 'OPEN',
  assigneeId: null,
} as const;
const inDispute = (dispute: Partial<Dispute> = {}, deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({
    at: 'CONFIRM_AMOUNT',
    ...fullyPaid(),
    attachments: [file],
    tasks: [task],
    disputes: [aDispute(dispute)],
    ...deviation,
  });
const EVIDENCE: SubmitDisputeEvidence = {
  disputeId: 'dispute',
  statement: 'Am 3.11. geliefert',
  files: [{ attachmentId: 'file', kind: 'SHIPPING_DOCUMENTATION' }],
};
const submit = (state: PaymentCase, deviation: Partial<SubmitDisputeEvidence> = {}, now = NOW) =>
  submitDisputeEvidence(state, { ...EVIDENCE, ...deviation }, anEnv({ now }));
const accept = (state: PaymentCase, actor = as(LEAD)) =>
  acceptDispute(state, { disputeId: 'dispute' }, anEnv({ actor }));
const response = { id: 'response', kind: 'EVIDENCE', state: 'RECORDED', by: as(CLERK) } as const;

describe('evidence', () => {
  it('is recorded with what will be sent, ends the task, and is sent by a job', () => {
    const outcome = submit(inDispute());
    const { statement, files } = EVIDENCE;
    expect(changesOf(outcome, 'record-response')).toMatchObject([
      { disputeId: 'dispute', response: { kind: 'EVIDENCE', statement, files } },
    ]);
    expect(changesOf(outcome, 'finish-task')).toMatchObject([{ id: 'task' }]);
    expect(changesOf(outcome, 'request-job')).toMatchObject([{ job: 'answer-dispute' }]);
  });

  it.each<[string, PaymentCase, Partial<SubmitDisputeEvidence>, string]>([
    ['of another dispute', inDispute(), { disputeId: 'other' }, 'DISPUTE_UNKNOWN'],
    ['of a decided one', inDispute({ state: 'LOST' }), {}, 'DISPUTE_DECIDED'],
    ['where the bank waits for none', inDispute({ needsResponse: false }), {}, 'DISPUTE_ANSWERED'],
    ['beside an answer that is on its way', inDispute({ response }), {}, 'DISPUTE_ANSWERED'],
    ['without a word or a file', inDispute(), { statement: ' ', files: [] }, 'EVIDENCE_MISSING'],
    ['with a file of another case', inDispute({}, { attachments: [] }), {}, 'ATTACHMENT_UNKNOWN'],
    [
      'with two files of a kind',
      inDispute({}, { attachments: [file, { ...file, id: 'more' }] }),
      { files: [...EVIDENCE.files, { attachmentId: 'more', kind: 'SHIPPING_DOCUMENTATION' }] },
      'EVIDENCE_KIND_TWICE',
    ],
  ])('%s is refused', (_what, state, deviation, code) => {
    expect(refusalOf(submit(state, deviation))).toBe(code);
  });

  it('is taken until the deadline, and not a second longer', () => {
    const dueBy = new Date('2026-12-09T23:59:59Z');
    expect(refusalOf(submit(inDispute(), {}, dueBy))).toBeNull();
    expect(refusalOf(submit(inDispute(), {}, new Date(dueBy.getTime() + 1_000)))).toBe(
      'DISPUTE_DEADLINE_PASSED',
    );
  });

  it('that the provider has refused may be followed by other evidence', () => {
    const failure = { code: 'file_unreadable', message: 'Unreadable' };
    const report = { disputeId: 'dispute', responseId: 'response', failure };
    const outcome = reportResponse(inDispute({ response }), report, anEnv());
    expect(changesOf(outcome, 'update-response')).toMatchObject([{ state: 'FAILED', failure }]);
    expect(changesOf(outcome, 'create-task')).toMatchObject([
      { reason: 'DISPUTE_TO_ANSWER', dueOn: '2026-12-09', remindAfter: '2026-12-05' },
    ]);
    expect(refusalOf(submit(inDispute({ response: { ...response, state: 'FAILED' } })))).toBeNull();
  });

  it('is reported once', () => {
    const sent = inDispute({ response: { ...response, state: 'SENT' }, needsResponse: false });
    const report = { disputeId: 'dispute', responseId: 'response', failure: null };
    expect(reportResponse(sent, report, anEnv())).toEqual({ ok: true, changes: [], events: [] });
  });
});

describe('accepting a dispute', () => {
  it('is for leads', () => {
    expect(refusalOf(accept(inDispute(), as(CLERK)))).toBe('ROLE_NOT_ALLOWED');
    expect(refusalOf(accept(inDispute(), PARTNER))).toBe('ROLE_NOT_ALLOWED');
    expect(changesOf(accept(inDispute()), 'record-response')).toMatchObject([
      { response: { kind: 'ACCEPTANCE', files: [] } },
    ]);
  });

  it('has handled the money', () => {
    const accepted = inDispute({ response: { ...response, kind: 'ACCEPTANCE', by: as(LEAD) } });
    expect(handled(accepted, LEAD.id)).toContain('ACCEPT_DISPUTE');
  });

  it('needs a loss', () => {
    expect(refusalOf(accept(inDispute({ withdrawnAt: null })))).toBe('DISPUTE_IS_INQUIRY');
  });
});
