import { optionalLine, requiredLine } from '@zahlwerk/domain/customers/safe-text.schema';
import { z } from 'zod';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { StepEnum } from '../graphql/step.type.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from './case-mutation.ts';
import { runCommand } from './run-command.ts';

const ChecklistPlaceInput = builder.inputType('ChecklistPlaceInput', {
  description: 'One line of a checklist.',
  fields: (t) => ({
    step: t.field({ type: StepEnum, description: 'Whose checklist.' }),
    key: t.string({ description: 'Key of the item.' }),
  }),
});

const AddAttachmentInput = builder.inputType('AddAttachmentInput', {
  description: 'A file that was uploaded before (POST /api/attachments), put to a case.',
  fields: (t) => ({
    ...caseFields(t),
    documentId: t.id({ description: 'The uploaded file.' }),
    name: t.string({ description: 'How it is called here.' }),
    purpose: t.string({ required: false, description: 'What it is, such as agreement.' }),
    signedBy: t.string({ required: false, description: 'Who has signed it; the caller vouches for it.' }),
    signedOn: t.field({ type: 'Date', required: false, description: 'When it was signed.' }),
    item: t.field({
      type: ChecklistPlaceInput,
      required: false,
      description: 'The line of a checklist that it proves. Left out, it belongs to the case as a whole.',
    }),
  }),
});

const texts = z.object({ name: requiredLine(200), purpose: optionalLine(80), signedBy: optionalLine(120) });

builder.mutationField('addAttachment', (t) =>
  t.withAuth({ permission: 'attachment:write' }).field({
    type: caseSuccess('AddAttachment'),
    description: 'Puts an uploaded file to a case, or to one item of a checklist of it.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: AddAttachmentInput, description: 'The file.' }) },
    resolve: (_root, { input }, ctx) => {
      const { name, purpose, signedBy } = input;
      return runCommand(ctx, input, {
        name: 'addAttachment',
        input: {
          ...parseInput(texts, { name, purpose, signedBy }),
          documentId: decodeId('Document', input.documentId, ['input', 'documentId']),
          signedOn: input.signedOn ?? null,
          item: input.item ?? null,
        },
      });
    },
  }),
);
