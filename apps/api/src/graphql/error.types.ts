import { REFUSAL_TEXT, type Refusal, refusalText } from '@zahlwerk/domain/workflow/refusal';
import { builder } from './builder.ts';
import type { ApiContext } from './context.ts';
import { errorText, isPlainCode, type Language } from './error-text.ts';
import {
  CaseRefused,
  CodeRefused,
  type ExpectedError,
  type FieldError,
  IdempotencyKeyReused,
  LinkInvalid,
  NotAllowed,
  NotFound,
  ProviderUnavailable,
  StepRefused,
  TemporarilyUnavailable,
  TooManyRequests,
  ValidationFailed,
  VersionConflict,
} from './errors.ts';
import { fieldText } from './field-text.ts';
import { StepEnum } from './step.type.ts';

/** The errors plugin hands out a proxy that is an instance of no class of ours; it is told by its field. */
const refusalOf = (error: ExpectedError): Refusal | null =>
  'refusal' in error ? (error as StepRefused | CaseRefused).refusal : null;

const messageOf = (error: ExpectedError, language: Language): string => {
  const refusal = refusalOf(error);
  if (refusal && refusal.code in REFUSAL_TEXT) return refusalText(refusal, language);
  return isPlainCode(error.code) ? errorText(error.code, language) : error.message;
};

const docsUrlOf = (error: ExpectedError, { ports }: ApiContext): string =>
  `${ports.publicUrl}/docs/errors#${error.code.toLowerCase().replaceAll('_', '-')}`;

export const ErrorInterface = builder.interfaceRef<ExpectedError>('Error').implement({
  description: 'Something that a caller may expect and react to. Nothing has been written.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What went wrong, for programs. Stable.' }),
    message: t.string({
      description: "What went wrong, for people, in the caller's language.",
      resolve: (error, _args, { language }) => messageOf(error, language),
    }),
    path: t.stringList({
      nullable: true,
      description: 'Path of the argument that is wrong, where it is one argument.',
      resolve: ({ path }) => path && [...path],
    }),
    retryable: t.exposeBoolean('retryable', {
      description: 'Whether the very same request may succeed a moment later.',
    }),
    docsUrl: t.string({
      nullable: true,
      description: 'Where this error is explained.',
      resolve: (error, _args, context) => docsUrlOf(error, context),
    }),
  }),
});

const FieldErrorType = builder.objectRef<FieldError>('FieldError').implement({
  description: 'One wrong field of the input.',
  fields: (t) => ({
    path: t.stringList({
      description: 'Path of the field, from the argument on.',
      resolve: ({ path }) => [...path],
    }),
    code: t.exposeString('code', { description: 'Why it is wrong, for programs.' }),
    message: t.string({
      description: "Why it is wrong, for people, in the caller's language.",
      resolve: ({ code }, _args, { language }) => fieldText(code, language),
    }),
  }),
});

const interfaces = [ErrorInterface];

builder.objectType(ValidationFailed, {
  name: 'ValidationFailed',
  description: 'The input is not valid. Every wrong field is named at once.',
  interfaces,
  fields: (t) => ({
    fields: t.field({
      type: [FieldErrorType],
      description: 'The wrong fields.',
      resolve: ({ fields }) => [...fields],
    }),
  }),
});

builder.objectType(NotFound, {
  name: 'NotFound',
  description: "There is no such object for the caller; another organization's ids answer alike.",
  interfaces,
  fields: (t) => ({ type: t.exposeString('type', { description: 'The type that was looked for.' }) }),
});

const unblockedBy = 'Who or what can unblock it: names of members, or what is awaited.';

builder.objectType(StepRefused, {
  name: 'StepRefused',
  description: "The step's rule refuses the command.",
  interfaces,
  fields: (t) => ({
    step: t.field({
      type: StepEnum,
      description: 'The step whose rule refuses.',
      resolve: ({ step }) => step,
    }),
    unblockedBy: t.string({
      nullable: true,
      description: unblockedBy,
      resolve: ({ refusal }) => refusal.unblockedBy ?? null,
    }),
  }),
});

builder.objectType(CaseRefused, {
  name: 'CaseRefused',
  description: 'A rule that belongs to no single step refuses the command.',
  interfaces,
  fields: (t) => ({
    unblockedBy: t.string({
      nullable: true,
      description: unblockedBy,
      resolve: ({ refusal }) => refusal.unblockedBy ?? null,
    }),
  }),
});

builder.objectType(VersionConflict, {
  name: 'VersionConflict',
  description: 'Somebody has changed it since the caller read it.',
  interfaces,
  fields: (t) => ({
    currentVersion: t.exposeInt('currentVersion', { description: 'The version it has now.' }),
  }),
});

builder.objectType(NotAllowed, {
  name: 'NotAllowed',
  description: 'A rule of the business says no, whoever asks.',
  interfaces,
  fields: (t) => ({
    unblockedBy: t.exposeString('unblockedBy', {
      nullable: true,
      description: 'Names of members who could do it instead.',
    }),
  }),
});

builder.objectType(IdempotencyKeyReused, {
  name: 'IdempotencyKeyReused',
  description: 'The idempotency key was used for another operation or with other input.',
  interfaces,
});

builder.objectType(LinkInvalid, {
  name: 'LinkInvalid',
  description: 'The link is unknown, expired, used or revoked.',
  interfaces,
});

builder.objectType(CodeRefused, {
  name: 'CodeRefused',
  description: 'A one-time code does not open its link, or cannot be sent.',
  interfaces,
  fields: (t) => ({
    triesLeft: t.exposeInt('triesLeft', { description: 'How many more wrong tries this code bears.' }),
  }),
});

builder.objectType(ProviderUnavailable, {
  name: 'ProviderUnavailable',
  description:
    'The payment provider does not answer right now (retryable), or the business has connected none that would.',
  interfaces,
});

builder.objectType(TemporarilyUnavailable, {
  name: 'TemporarilyUnavailable',
  description: 'Something else is being written at this very moment; try again.',
  interfaces,
});

builder.objectType(TooManyRequests, {
  name: 'TooManyRequests',
  description: 'Too much of the same from one place; try again later.',
  interfaces,
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', { description: 'How long to wait.' }),
  }),
});
