import type { InputFieldBuilder } from '@pothos/core';
import { type ApiSchemaTypes, builder } from '../graphql/builder.ts';
import { CaseRefused, StepRefused, VersionConflict } from '../graphql/errors.ts';
import type { CaseChanged } from './run-command.ts';

/** The ways in which a command on a case can be refused, besides those that every mutation knows. */
export const CASE_ERRORS = [StepRefused, CaseRefused, VersionConflict];

type InputFields = InputFieldBuilder<ApiSchemaTypes, 'InputObject'>;

/** The fields that the input of every command on a case has. */
export const caseFields = (t: InputFields) => ({
  caseId: t.id({ description: 'The case.' }),
  expectedVersion: t.int({
    required: false,
    description: 'The version the caller has seen; a newer one is refused. Left out, any version will do.',
  }),
  idempotencyKey: t.string({
    description:
      'Unique per call, 8 to 255 characters. The same key with the same input returns the first outcome.',
  }),
});

/** The success of a command on a case: the changed case, and whether this key had been used before. */
export const caseSuccess = (operation: string) =>
  builder.objectRef<CaseChanged>(`${operation}Success`).implement({
    description: `What ${operation.charAt(0).toLowerCase()}${operation.slice(1)} returns when it was accepted.`,
    fields: (t) => ({
      case: t.prismaField({
        type: 'PaymentCase',
        description: 'The case as it stands now.',
        resolve: (query, { caseId }, _args, ctx) =>
          ctx.db.paymentCase.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId: ctx.organizationId ?? '', id: caseId } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'True when the idempotency key had been used and nothing was done again.',
      }),
    }),
  });
