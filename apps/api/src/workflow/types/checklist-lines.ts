import { ownItems } from '@zahlwerk/domain/workflow/definition';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import type { Step } from '@zahlwerk/domain/workflow/step';
import type { ChecklistLine } from './checklist.type.ts';

/** The newest answer per item: the machine's checks first, then the items of the business, answered or not. */
export const checklistLines = (
  state: PaymentCase,
  step: Step,
  language: 'de' | 'en',
): readonly ChecklistLine[] => {
  const newestFirst = state.checkItems.filter((item) => item.step === step).sort((a, b) => b.run - a.run);
  const answer = (key: string) => newestFirst.find((item) => item.key === key) ?? null;
  const items = ownItems(state, step);
  const machineKeys = new Set(
    newestFirst.map(({ key }) => key).filter((key) => !items.some((item) => item.key === key)),
  );
  return [
    ...[...machineKeys].map((key) => {
      const item = answer(key);
      return { key, label: null, required: item?.required ?? false, evidence: null, item };
    }),
    ...items.map(({ key, label, required, evidence }) => ({
      key,
      label: label[language],
      required,
      evidence,
      item: answer(key),
    })),
  ];
};
