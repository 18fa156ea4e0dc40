import { STEPS } from '@zahlwerk/domain/workflow/step';
import { builder } from '../../graphql/builder.ts';
import { StepEnum } from '../../graphql/step.type.ts';
import { documentUrl } from '../../invoices/invoice.type.ts';
import { EventInterface } from '../../live/event.type.ts';
import { isSo, numberOf, oneOf, placeOf, textOf, told } from '../../live/event-data.ts';
import { caseOf } from './case-loader.ts';
import { DiscrepancyType } from './checklist.type.ts';
import { StopReasonType } from './work-track.type.ts';

builder.prismaObject('Event', {
  variant: 'CaseEvent',
  interfaces: [EventInterface],
  description: 'A case was started, sent back, signed off or canceled.',
  fields: (t) => ({
    backTo: t.field({
      type: StepEnum,
      nullable: true,
      description: 'The step that a rejection has sent it back to.',
      resolve: (event) => oneOf(event, 'backTo', STEPS),
    }),
    singleControl: t.boolean({
      description: 'Signed off by the only person there is.',
      resolve: (event) => isSo(event, 'singleControl'),
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'StepEvent',
  interfaces: [EventInterface],
  description: 'A step was opened, done or skipped, or the machine has stopped at it.',
  fields: (t) => ({
    step: t.field({
      type: StepEnum,
      description: 'Which step.',
      resolve: (event) => told(oneOf(event, 'step', STEPS)),
    }),
    run: t.int({
      description: 'Number of the run, from 1.',
      resolve: (event) => told(numberOf(event, 'run')),
    }),
    stoppedBecause: t.field({
      type: StopReasonType,
      nullable: true,
      description: 'Why the machine has stopped there.',
      resolve: (event) => {
        const code = textOf(event, 'code');
        return code === null ? null : { code, detail: null };
      },
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'CheckEvent',
  interfaces: [EventInterface],
  description: 'Something was checked: a discrepancy has been raised or settled.',
  fields: (t) => ({
    discrepancy: t.field({
      type: DiscrepancyType,
      nullable: true,
      authScopes: { permission: 'case:read' },
      description: 'What does not agree, as it stands now.',
      resolve: async (event, _args, ctx) => {
        const id = textOf(event, 'discrepancyId');
        if (id === null || event.caseId === null) return null;
        return (await caseOf(ctx, event.caseId)).discrepancies.find((one) => one.id === id) ?? null;
      },
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'ApprovalEvent',
  interfaces: [EventInterface],
  description: 'A second person was asked, or has decided.',
  fields: (t) => ({
    approval: t.prismaField({
      type: 'Approval',
      nullable: true,
      authScopes: { permission: 'case:read' },
      description: 'What was asked for, as it stands now.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'approvalId');
        return where && db.approval.findUnique({ ...query, where });
      },
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'DocumentEvent',
  interfaces: [EventInterface],
  description: 'A document was drawn up, or a file put to the case.',
  fields: (t) => ({
    url: t.string({
      nullable: true,
      description: 'Path of the file; it opens with the scope document:read.',
      resolve: (event) => documentUrl(textOf(event, 'documentId')),
    }),
    attachment: t.prismaField({
      type: 'Attachment',
      nullable: true,
      authScopes: { permission: 'case:read' },
      description: 'What was put to the case; null for documents of our own.',
      resolve: (query, event, _args, { db }) => {
        const where = placeOf(event, 'attachmentId');
        return where && db.attachment.findUnique({ ...query, where });
      },
    }),
  }),
});
