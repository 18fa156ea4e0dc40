import type { ErrorResponse } from 'resend';

/** An error as Resend answers it. */
export class ResendError extends Error {
  readonly body: ErrorResponse;
  readonly status: number;

  constructor(status: number, name: ErrorResponse['name'], message: string) {
    super(message);
    this.status = status;
    this.body = { statusCode: status, name, message };
  }
}

export const invalidField = (message: string): ResendError =>
  new ResendError(422, 'validation_error', message);

export const missingField = (field: string): ResendError =>
  new ResendError(422, 'missing_required_field', `Missing \`${field}\` field.`);
