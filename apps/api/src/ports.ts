import type { Database } from '@zahlwerk/db/client';
import type { Logger } from 'pino';
import type { LinkTokens } from './auth/link-token.ts';
import type { OneTimeCodes } from './auth/one-time-code.ts';
import type { SecretBox } from './auth/secret-box.ts';
import type { Env } from './env.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Doorbell } from './live/doorbell.ts';
import type { StreamPlaces } from './live/stream-places.ts';
import type { Mailer } from './resend/mailer.ts';
import type { StripeAccounts } from './stripe/accounts.ts';
import type { Texter } from './twilio/texter.ts';
import type { VatRegister } from './vies/vat-register.ts';

/** Everything outside the process's own logic that commands and readers may use. */
export interface Ports {
  readonly env: Env;
  /** The address people reach the desk under, without a trailing slash. */
  readonly publicUrl: string;
  readonly db: Database;
  /** Outside the tenants' walls: users and sessions, and the finders that know no organization yet. */
  readonly systemDb: Database;
  readonly jobs: Jobs;
  readonly doorbell: Doorbell;
  readonly streams: StreamPlaces;
  /** Aborted when the process ends: streams end with it. */
  readonly closing: AbortSignal;
  /** Tokens of access links, derived from the link's id. */
  readonly links: LinkTokens;
  /** One-time codes, derived from an id of their own. */
  readonly codes: OneTimeCodes;
  /** Seals what must not lie readable in the database. */
  readonly box: SecretBox;
  readonly stripe: StripeAccounts;
  readonly mailer: Mailer;
  /** Null where the business sends no SMS. */
  readonly texter: Texter | null;
  /** Null where no register of VAT ids is in use. */
  readonly vatRegister: VatRegister | null;
  readonly log: Logger;
  /** Fresh uuid, version 7. */
  readonly newId: () => string;
}
