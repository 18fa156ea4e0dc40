import { describe, expect, it } from 'vitest';
import { anItem, aPaymentCase, aRun, as, CLERK, NOW, withItems } from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, refusalOf } from '../../test/outcome.ts';
import { answerChecklist, type ChecklistAnswer, completeChecklist, unansweredItems } from './checklist.ts';
import type { CaseAttachment, CheckItem } from './payment-case.ts';

const step = 'CONFIRM_AMOUNT' as const;

const definition = withItems({
  CONFIRM_AMOUNT: [
    anItem('lawful'),
    anItem('slip', { evidence: 'FILE' }),
    anItem('agreement', { evidence: 'SIGNED_FILE' }),
    anItem('remark', { required: false }),
  ],
});

const aFile = (key: string, deviation: Partial<CaseAttachment> = {}): CaseAttachment => ({
  id: 'file',
  item: { step, key },
  signedBy: null,
  signedOn: null,
  ...deviation,
});

const SIGNED = { signedBy: 'J. Müßig', signedOn: '2026-11-01' } as const;

const yes = (key: string): ChecklistAnswer => ({ key, passed: true, note: null });
const no = (key: string): ChecklistAnswer => ({ key, passed: false, note: 'fehlt' });

const answer = (answers: readonly ChecklistAnswer[], attachments: readonly CaseAttachment[] = []) =>
  answerChecklist(aPaymentCase({ at: step, definition, attachments }), aRun(step), answers);

describe('an answer to an item of the business', () => {
  it('is recorded for the run, and told in the log without the note', () => {
    expect(changesOf(answer([yes('lawful'), no('remark')]), 'record-check').map(({ item }) => item)).toEqual([
      {
        ...{ step, run: 1, key: 'lawful', state: 'PASSED', required: true },
        ...{ code: null, source: 'PERSON', detail: null },
      },
      {
        ...{ step, run: 1, key: 'remark', state: 'FAILED', required: false },
        ...{ code: null, source: 'PERSON', detail: 'fehlt' },
      },
    ]);
    expect(decisionOf(answer([no('remark')])).events).toEqual([
      { type: 'check.recorded', data: { step, run: 1, key: 'remark', state: 'FAILED' } },
    ]);
  });

  it.each<[string, readonly CaseAttachment[], string | null]>([
    ['no file', [], 'CHECK_NEEDS_FILE'],
    ['a file of another item', [aFile('agreement')], 'CHECK_NEEDS_FILE'],
    [
      'a file of another step',
      [aFile('slip', { item: { step: 'CLOSE_PAYMENT_TASK', key: 'slip' } })],
      'CHECK_NEEDS_FILE',
    ],
    ['a file of the case', [aFile('slip', { item: null })], 'CHECK_NEEDS_FILE'],
    ['its file', [aFile('slip')], null],
  ])('of yes needs a file where the item asks for one: with %s', (_what, attachments, code) => {
    expect(refusalOf(answer([yes('slip')], attachments))).toBe(code);
  });

  it.each<[string, readonly CaseAttachment[], string | null]>([
    ['no file', [], 'CHECK_NEEDS_SIGNATURE'],
    ['an unsigned file', [aFile('agreement')], 'CHECK_NEEDS_SIGNATURE'],
    ['a name without a day', [aFile('agreement', { signedBy: 'J. Müßig' })], 'CHECK_NEEDS_SIGNATURE'],
    ['a day without a name', [aFile('agreement', { signedOn: '2026-11-01' })], 'CHECK_NEEDS_SIGNATURE'],
    ['a signed file of another item', [aFile('slip', SIGNED)], 'CHECK_NEEDS_SIGNATURE'],
    [
      'name and day in two files',
      [aFile('agreement', { signedBy: 'A' }), aFile('agreement', { signedOn: '2026-11-01' })],
      'CHECK_NEEDS_SIGNATURE',
    ],
    ['a signed file', [aFile('agreement'), aFile('agreement', SIGNED)], null],
  ])('of yes needs a signature where the item asks for one: with %s', (_what, attachments, code) => {
    expect(refusalOf(answer([yes('agreement')], attachments))).toBe(code);
  });

  it('of no needs no proof', () => {
    expect(refusalOf(answer([no('slip'), no('agreement')]))).toBeNull();
  });

  it('is refused to an item that there is not, and twice to the same', () => {
    expect(refusalOf(answer([yes('made-up')]))).toBe('CHECK_UNKNOWN');
    expect(answer([yes('lawful'), no('lawful')])).toMatchObject({
      refusal: { code: 'VALIDATION_FAILED', fields: [{ field: 'answers.1.key', code: 'REPEATED' }] },
    });
  });
});

describe('a checklist', () => {
  const given = (key: string, run: number, state: CheckItem['state']): CheckItem => ({
    ...{ step, run, key, state, required: true, code: null, source: 'PERSON', detail: null, at: NOW },
    by: as(CLERK),
  });
  const attachments = [aFile('slip'), aFile('agreement', SIGNED)];
  const state = aPaymentCase({ at: step, definition, attachments });
  const all = ['lawful', 'slip', 'agreement'].map(yes);

  it('is complete when every required item was answered with yes', () => {
    expect(unansweredItems(state, step)).toEqual(['lawful', 'slip', 'agreement']);
    expect(unansweredItems(state, step, all)).toEqual([]);
    expect(completeChecklist(state, aRun(step), all.slice(1))).toMatchObject({
      refusal: { code: 'CHECK_NOT_PASSED', step, detail: 'lawful' },
    });
    expect(changesOf(completeChecklist(state, aRun(step), all), 'record-check')).toHaveLength(3);
  });

  it('goes by the newest answer: this one, else that of the newest run', () => {
    const before = { ...state, checkItems: [given('lawful', 1, 'PASSED'), given('lawful', 2, 'FAILED')] };
    expect(unansweredItems(before, step)).toContain('lawful');
    expect(unansweredItems(before, step, [yes('lawful')])).not.toContain('lawful');
    const since = { ...state, checkItems: [given('lawful', 2, 'PASSED'), given('lawful', 1, 'FAILED')] };
    expect(unansweredItems(since, step)).not.toContain('lawful');
    expect(unansweredItems(since, step, [no('lawful')])).toContain('lawful');
  });

  it('that asks nothing is always complete', () => {
    expect(decisionOf(completeChecklist(aPaymentCase({ at: step }), aRun(step)))).toMatchObject({
      changes: [],
    });
  });
});
