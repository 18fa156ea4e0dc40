import type { MergeRefusal } from '@zahlwerk/domain/customers/merge';
import type { CodeProblem } from '@zahlwerk/domain/customers/one-time-code';
import type { Refusal } from '@zahlwerk/domain/workflow/refusal';
import type { Step } from '@zahlwerk/domain/workflow/step';

/** The path of an argument, such as `['input', 'lines', '0', 'unitPrice']`. */
export type ErrorPath = readonly string[];

export interface FieldError {
  readonly path: ErrorPath;
  readonly code: string;
}

/**
 * What a caller may expect and react to. Thrown inside a transaction it rolls everything back; the errors plugin
 * turns it into a member of the field's union. `message` is for logs; callers read a sentence in their language.
 */
export abstract class ExpectedError extends Error {
  abstract readonly code: string;
  readonly path: ErrorPath | null;
  readonly retryable: boolean = false;

  constructor(message: string, path: ErrorPath | null = null) {
    super(message);
    this.path = path;
  }
}

/** The input is not valid; every wrong field is named. */
export class ValidationFailed extends ExpectedError {
  override readonly name = 'ValidationFailed';
  readonly code = 'VALIDATION_FAILED';
  readonly fields: readonly FieldError[];

  constructor(fields: readonly FieldError[]) {
    super(`Not valid: ${fields.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ')}`);
    this.fields = fields;
  }
}

/** Nothing with this id exists for the caller; another organization's ids answer alike. */
export class NotFound extends ExpectedError {
  override readonly name = 'NotFound';
  readonly code = 'NOT_FOUND';
  /** Name of the GraphQL type that was looked for. */
  readonly type: string;

  constructor(type: string, path: ErrorPath | null = null) {
    super(`${type} not found`, path);
    this.type = type;
  }
}

/** A rule of the business says no, whoever asks with which scope. */
export class NotAllowed extends ExpectedError {
  override readonly name = 'NotAllowed';
  readonly code: NotAllowedCode;
  /** Names of those who could do it instead. */
  readonly unblockedBy: string | null;

  constructor(code: NotAllowedCode, path: ErrorPath | null = null, unblockedBy: string | null = null) {
    super(code, path);
    this.code = code;
    this.unblockedBy = unblockedBy;
  }
}

export type NotAllowedCode =
  | 'LAST_OWNER'
  | 'LIVE_KEY_IN_DEMO'
  | 'TEST_KEY_IN_PRODUCTION'
  | 'ALREADY_MEMBER'
  | 'ALREADY_CONNECTED'
  | 'ALREADY_REVOKED'
  | 'INVITATION_FOR_ANOTHER_ADDRESS'
  | 'SINGLE_CONTROL_NEEDS_ONE_CLOSER'
  | 'DEMO_ONLY'
  | 'ADDRESS_INCOMPLETE'
  | 'PAYOUTS_ARE_AUTOMATIC'
  | 'NOTHING_TO_PAY_OUT'
  | 'IMPORT_NOT_FAILED'
  | 'PAYOUT_NOT_PROPOSED'
  | 'SECOND_PERSON_REQUIRED'
  | 'NO_SECOND_PERSON'
  | 'LEAD_REQUIRED'
  | 'CUSTOMER_PUT_AWAY'
  | 'NO_DELIVERABLE_ADDRESS'
  | 'STATEMENT_MAILED_TODAY'
  | 'VAT_ID_NOT_IN_REGISTER'
  | MergeRefusal;

/** A step's rule refuses the command. */
export class StepRefused extends ExpectedError {
  override readonly name = 'StepRefused';
  readonly code: Refusal['code'];
  readonly refusal: Refusal;
  readonly step: Step;

  constructor(refusal: Refusal, step: Step, path: ErrorPath | null = null) {
    super(`${step}: ${refusal.code}`, path);
    this.refusal = refusal;
    this.code = refusal.code;
    this.step = step;
  }
}

/** A command on a case is refused by a rule that belongs to no single step. */
export class CaseRefused extends ExpectedError {
  override readonly name = 'CaseRefused';
  readonly code: Refusal['code'];
  readonly refusal: Refusal;

  constructor(refusal: Refusal, path: ErrorPath | null = null) {
    super(refusal.code, path);
    this.refusal = refusal;
    this.code = refusal.code;
  }
}

/** Somebody has changed it since the caller read it. */
export class VersionConflict extends ExpectedError {
  override readonly name = 'VersionConflict';
  readonly code = 'VERSION_CONFLICT';
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super(`Current version is ${currentVersion}`, ['input', 'expectedVersion']);
    this.currentVersion = currentVersion;
  }
}

/** The idempotency key belongs to another operation or to other input. */
export class IdempotencyKeyReused extends ExpectedError {
  override readonly name = 'IdempotencyKeyReused';
  readonly code = 'IDEMPOTENCY_KEY_REUSED';

  constructor() {
    super('The key was used with another request', ['input', 'idempotencyKey']);
  }
}

/** A link is unknown, expired, used or revoked; which of these is not told. */
export class LinkInvalid extends ExpectedError {
  override readonly name = 'LinkInvalid';
  readonly code = 'LINK_NOT_VALID';

  constructor(path: ErrorPath | null = ['input', 'token']) {
    super('The link is not valid', path);
  }
}

/** A one-time code does not open its link, or cannot be sent. */
export class CodeRefused extends ExpectedError {
  override readonly name = 'CodeRefused';
  readonly code: CodeProblem | 'CODE_NOT_DELIVERABLE';
  /** How many more wrong tries this code bears. */
  readonly triesLeft: number;

  constructor(code: CodeRefused['code'], triesLeft = 0) {
    super(code, code === 'CODE_NOT_DELIVERABLE' ? null : ['input', 'code']);
    this.code = code;
    this.triesLeft = triesLeft;
  }
}

/** Too much of the same from one place; says after how long the next try is welcome. */
export class TooManyRequests extends ExpectedError {
  override readonly name = 'TooManyRequests';
  readonly code = 'TOO_MANY_REQUESTS';
  override readonly retryable = true;
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`Try again in ${retryAfterSeconds} seconds`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The payment provider cannot be asked: it is out of reach for the moment, or the business has none (any more). */
export class ProviderUnavailable extends ExpectedError {
  override readonly name = 'ProviderUnavailable';
  readonly code: 'PROVIDER_UNAVAILABLE' | 'PROVIDER_NOT_CONNECTED';
  override readonly retryable: boolean;

  constructor(code: ProviderUnavailable['code'], options: ErrorOptions = {}) {
    super(code);
    this.code = code;
    this.retryable = code === 'PROVIDER_UNAVAILABLE';
    if (options.cause) this.cause = options.cause;
  }
}

/** The same thing is being written at this very moment, or the database asks for another try. */
export class TemporarilyUnavailable extends ExpectedError {
  override readonly name = 'TemporarilyUnavailable';
  readonly code = 'TEMPORARILY_UNAVAILABLE';
  override readonly retryable = true;

  constructor(options: ErrorOptions = {}) {
    super('Try again in a moment');
    if (options.cause) this.cause = options.cause;
  }
}
