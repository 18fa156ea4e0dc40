import { expect, test } from 'vitest';
import { answerOf, answerProblem, isOwn, type OwnItem, toAnswers } from './checklist-answers.ts';

const anItem = (deviation: Partial<OwnItem> = {}): OwnItem => ({
  key: 'agreement',
  label: 'Vertrag liegt vor',
  required: true,
  evidence: 'WORD',
  state: null,
  ...deviation,
});
const yes = { passed: true, note: '' };
const no = { passed: false, note: '' };
const open = { passed: null, note: '' };

test("the business's own items are those that have words and ask for evidence", () => {
  expect(isOwn(anItem())).toBe(true);
  expect(isOwn({ ...anItem(), label: null, evidence: null })).toBe(false);
});

test('a required item has to hold', () => {
  expect(answerProblem(anItem(), open, [])).toBe('UNANSWERED');
  expect(answerProblem(anItem(), no, [])).toBe('NOT_HELD');
  expect(answerProblem(anItem(), yes, [])).toBeNull();
});

test('another item may be left open, and may be a no', () => {
  for (const answer of [open, no, yes])
    expect(answerProblem(anItem({ required: false }), answer, [])).toBeNull();
});

test('a yes needs the file that the item asks for, signed where it says so', () => {
  const file = { signedBy: null, signedOn: null };
  const signed = { signedBy: 'Frieda Lorenzen', signedOn: '2026-11-20' };
  expect(answerProblem(anItem({ evidence: 'FILE' }), yes, [])).toBe('NEEDS_FILE');
  expect(answerProblem(anItem({ evidence: 'FILE' }), yes, [file])).toBeNull();
  expect(answerProblem(anItem({ evidence: 'SIGNED_FILE' }), yes, [file])).toBe('NEEDS_SIGNATURE');
  expect(answerProblem(anItem({ evidence: 'SIGNED_FILE' }), yes, [file, signed])).toBeNull();
  expect(answerProblem(anItem({ evidence: 'FILE', required: false }), no, [])).toBeNull();
});

test('what was answered before stands until somebody answers anew, and is not sent again', () => {
  const before = anItem({ state: 'PASSED', source: 'PERSON', detail: 'im Ordner' });
  expect(answerOf(before, {})).toEqual({ passed: true, note: 'im Ordner' });
  expect(answerOf(before, { agreement: no })).toEqual(no);
  expect(toAnswers({})).toEqual([]);
  expect(toAnswers({ agreement: { passed: false, note: '  fehlt ' }, other: open })).toEqual([
    { key: 'agreement', passed: false, note: 'fehlt' },
  ]);
});
