import { optionalParagraphs } from '@zahlwerk/domain/customers/safe-text.schema';
import { EVIDENCE_KINDS } from '@zahlwerk/domain/payments/dispute-answer';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { CASE_ERRORS, caseFields, caseSuccess } from '../workflow/case-mutation.ts';
import { runCommand } from '../workflow/run-command.ts';
import { requireUploadable } from './uploadable.ts';

const EvidenceKindEnum = builder.enumType('EvidenceKind', {
  description: 'What a file proves to the bank.',
  values: EVIDENCE_KINDS,
});

const EvidenceFileInput = builder.inputType('EvidenceFileInput', {
  description: 'A file of the case that goes to the bank: PDF, JPEG or PNG.',
  fields: (t) => ({
    attachmentId: t.id({ description: 'The attachment of the case.' }),
    kind: t.field({
      type: EvidenceKindEnum,
      description: 'What it proves; the bank takes one of each kind.',
    }),
  }),
});

const SubmitDisputeEvidenceInput = builder.inputType('SubmitDisputeEvidenceInput', {
  description: 'What the business says to a dispute: in words, with files, or both.',
  fields: (t) => ({
    ...caseFields(t),
    disputeId: t.id({ description: 'The dispute that waits for an answer.' }),
    statement: t.string({
      required: false,
      description: 'What the business says to it, at most 20,000 characters. Left out, the files speak.',
    }),
    files: t.field({
      type: [EvidenceFileInput],
      description: 'Files of the case; none, if words are enough.',
    }),
  }),
});

/** The most that the provider passes on. */
const STATEMENT = optionalParagraphs(20_000);

builder.mutationField('submitDisputeEvidence', (t) =>
  t.withAuth({ permission: 'dispute:answer' }).field({
    type: caseSuccess('SubmitDisputeEvidence'),
    description:
      'Contradicts a dispute: the files are uploaded and sent to the bank with the statement. The bank takes one answer, and none after its deadline. It is sent by a job; `response` tells what has become of it.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: SubmitDisputeEvidenceInput, description: 'The evidence.' }) },
    resolve: async (_root, { input }, ctx) => {
      const files = input.files.map(({ attachmentId, kind }, at) => ({
        attachmentId: decodeId('Attachment', attachmentId, ['input', 'files', String(at), 'attachmentId']),
        kind,
      }));
      await requireUploadable(
        ctx,
        files.map(({ attachmentId }) => attachmentId),
      );
      return runCommand(ctx, input, {
        name: 'submitDisputeEvidence',
        input: {
          disputeId: decodeId('Dispute', input.disputeId, ['input', 'disputeId']),
          statement: parseInput(STATEMENT, input.statement, ['input', 'statement']),
          files,
        },
      });
    },
  }),
);
