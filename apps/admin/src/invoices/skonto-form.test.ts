import { expect, test } from 'vitest';
import { NO_SKONTO, skontoProblems, skontoToForm, skontoToInput } from './skonto-form.ts';

test('terms go into the form and come back as they were, in both languages', () => {
  for (const locale of ['de', 'en'] as const)
    for (const basisPoints of [1, 50, 200, 225, 1250, 9999]) {
      const terms = { basisPoints, days: 14 };
      expect(skontoToInput(skontoToForm(terms, locale), locale)).toEqual(terms);
    }
  expect(skontoToInput(skontoToForm(null, 'de'), 'de')).toBeNull();
});

test('a percentage is read the way people of this language type it', () => {
  const typed = (skontoPercent: string) => skontoToInput({ skontoPercent, skontoDays: '10' }, 'de');
  expect(typed('2,5 %')).toEqual({ basisPoints: 250, days: 10 });
  expect(typed('3')).toEqual({ basisPoints: 300, days: 10 });
});

test('half an answer and impossible numbers are named by their field', () => {
  const problems = (skontoPercent: string, skontoDays: string) =>
    skontoProblems({ skontoPercent, skontoDays }, 'de');
  expect(skontoProblems(NO_SKONTO, 'de')).toEqual([]);
  expect(problems('2', '')).toEqual(['skontoDays']);
  expect(problems('', '14')).toEqual(['skontoPercent']);
  expect(problems('0', '91')).toEqual(['skontoPercent', 'skontoDays']);
  expect(problems('100', '0')).toEqual(['skontoPercent', 'skontoDays']);
  expect(problems('2,125', '1,5')).toEqual(['skontoPercent', 'skontoDays']);
});
