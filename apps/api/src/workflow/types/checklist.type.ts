import { CHECKLIST_EVIDENCE, type ChecklistEvidence } from '@zahlwerk/domain/workflow/definition';
import type { CheckItem, Discrepancy } from '@zahlwerk/domain/workflow/payment-case';
import type { PreCheck } from '@zahlwerk/domain/workflow/steps/close-payment-task';
import { ActorType } from '../../graphql/actor.type.ts';
import { builder } from '../../graphql/builder.ts';
import { encodeId } from '../../graphql/ids.ts';
import { StepEnum } from '../../graphql/step.type.ts';
import { CheckStateEnum } from './enums.ts';

/** One line of a checklist, answered by a machine or a person. */
export interface ChecklistLine {
  readonly key: string;
  readonly label: string | null;
  readonly required: boolean;
  /** What a yes rests on; null for the machine's checks. */
  readonly evidence: ChecklistEvidence | null;
  readonly item: CheckItem | null;
}

const ChecklistEvidenceEnum = builder.enumType('ChecklistEvidence', {
  description: "What a yes to one of the business's own items rests on.",
  values: CHECKLIST_EVIDENCE,
});

export const ChecklistItemType = builder.objectRef<ChecklistLine>('ChecklistItem').implement({
  description: 'One item of a checklist, with the evidence of its answer.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Stable key of the item.' }),
    label: t.exposeString('label', {
      nullable: true,
      description:
        "The business's own wording; null for the machine's checks, which clients name by their key.",
    }),
    required: t.exposeBoolean('required', { description: 'Whether the step can end without it.' }),
    evidence: t.expose('evidence', {
      type: ChecklistEvidenceEnum,
      nullable: true,
      description:
        "What a yes needs: the word of a member, or a file put to this item with addAttachment, signed where it says so. Null for the machine's checks.",
    }),
    state: t.field({
      type: CheckStateEnum,
      nullable: true,
      description: 'Null while nobody has answered.',
      resolve: ({ item }) => item?.state ?? null,
    }),
    code: t.string({
      nullable: true,
      description: 'Why it failed, as a code.',
      resolve: ({ item }) => item?.code ?? null,
    }),
    source: t.string({
      nullable: true,
      description: 'Who was asked.',
      resolve: ({ item }) => item?.source ?? null,
    }),
    detail: t.string({
      nullable: true,
      description: 'The answer in short.',
      resolve: ({ item }) => item?.detail ?? null,
    }),
    at: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was answered.',
      resolve: ({ item }) => item?.at ?? null,
    }),
    by: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who answered: a member, or the machine.',
      resolve: ({ item }) => item?.by ?? null,
    }),
  }),
});

export const DiscrepancyType = builder.objectRef<Discrepancy>('Discrepancy').implement({
  description: 'Something that does not agree, and is to be corrected or accepted with a reason.',
  fields: (t) => ({
    id: t.id({
      description: 'For verifyCustomerData and confirmAmount.',
      resolve: ({ id }) => encodeId('Discrepancy', id),
    }),
    step: t.expose('step', { type: StepEnum, description: 'The step that raised it.' }),
    key: t.exposeString('key', { description: 'The check that failed.' }),
    expected: t.exposeString('expected', {
      nullable: true,
      description: 'What it should be, if there is one such value.',
    }),
    found: t.exposeString('found', { nullable: true, description: 'What was found.' }),
    resolved: t.boolean({
      description: 'Whether it has been settled.',
      resolve: ({ state }) => state === 'RESOLVED',
    }),
  }),
});

const PreCheckKeyEnum = builder.enumType('PreCheckKey', {
  description: 'What the machine looks at before a case is signed off.',
  values: [
    'AMOUNT_SETTLED',
    'INVOICE',
    'RECEIPT',
    'CUSTOMER_CONFIRMED',
    'CUSTOMER_TOLD',
    'NOTHING_RUNNING',
    'STATUS_PUBLISHED',
    'DIFFERENCES',
    'CHECKLISTS',
  ] as const,
});

export const PreCheckType = builder.objectRef<PreCheck>('PreCheck').implement({
  description: "One line of the machine's look at the whole case, reds first.",
  fields: (t) => ({
    key: t.expose('key', { type: PreCheckKeyEnum, description: 'What was looked at.' }),
    state: t.expose('state', { type: CheckStateEnum, description: 'What was found.' }),
    detail: t.exposeString('detail', { nullable: true, description: 'Amount, number or status found.' }),
  }),
});
