import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CASE_ACTIONS } from './permissions.ts';
import { REFUSAL_TEXT } from './refusal.ts';
import { REJECTION_TARGETS, STEP_SLUG, STEPS, stepNumber, stepsFrom } from './step.ts';

const folder = new URL('./steps/', import.meta.url);
const ruleFiles = readdirSync(folder).filter((name) => !name.endsWith('.test.ts'));

describe('the ten steps', () => {
  it('run in this order', () => {
    expect(STEPS.map((step) => `${stepNumber(step)} ${STEP_SLUG[step]}`)).toEqual([
      '1 initiate-payment',
      '2 verify-customer-data',
      '3 save-customer-record',
      '4 update-payment-method',
      '5 create-payment-task',
      '6 confirm-amount',
      '7 record-payment',
      '8 update-payment-status',
      '9 notify-customer',
      '10 close-payment-task',
    ]);
  });

  it('have one rule file each, named by their slug, and a test beside it', () => {
    expect(ruleFiles.sort()).toEqual(
      Object.values(STEP_SLUG)
        .map((slug) => `${slug}.ts`)
        .sort(),
    );
    const tests = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
    expect(tests.sort()).toEqual(
      Object.values(STEP_SLUG)
        .map((slug) => `${slug}.test.ts`)
        .sort(),
    );
  });

  it('never import each other', () => {
    expect(ruleFiles.length).toBeGreaterThan(0);
    for (const file of ruleFiles) {
      const imported = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/from '(\.\/[^']+)'/g)];
      expect(
        imported.map(([, path]) => path),
        file,
      ).toEqual([]);
    }
  });

  it('have an action of their own each, but the first, which starts a case', () => {
    const own = STEPS.filter((step) => (CASE_ACTIONS as readonly string[]).includes(step));
    expect(STEPS.filter((step) => !own.includes(step))).toEqual([
      'INITIATE_PAYMENT',
      'UPDATE_PAYMENT_METHOD',
    ]);
  });

  it('can be sent back to 2, 3, 5, 6 and 9 (rule 6)', () => {
    expect(REJECTION_TARGETS.map(stepNumber)).toEqual([2, 3, 5, 6, 9]);
  });

  it('lie behind each other', () => {
    expect(stepsFrom('NOTIFY_CUSTOMER')).toEqual(['NOTIFY_CUSTOMER', 'CLOSE_PAYMENT_TASK']);
    expect(stepsFrom('INITIATE_PAYMENT')).toEqual(STEPS);
  });
});

describe('the reasons of a refusal', () => {
  it.each(Object.entries(REFUSAL_TEXT))('%s is one sentence in both languages', (_code, text) => {
    for (const language of ['de', 'en'] as const) {
      expect(text[language]).toMatch(/^[A-ZÄÖÜ{].*\.$/);
      expect(text[language].match(/\{\w+\}/g)?.sort() ?? []).toEqual(text.de.match(/\{\w+\}/g)?.sort() ?? []);
    }
    expect(text.de).not.toBe(text.en);
  });
});
