/** The roles that own nothing: app sees one organization, system works before the organization is known. */
export type DatabaseRole = 'zahlwerk_app' | 'zahlwerk_system';

/** Limits of every connection, in milliseconds. They end what would otherwise hold locks or stall the event feed. */
const LIMITS = {
  lock_timeout: 2_000,
  statement_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
};

export interface ConnectionOptions {
  readonly connectionString: string;
  readonly options: string;
  readonly application_name: string;
  readonly connectionTimeoutMillis: number;
  readonly keepAlive: boolean;
}

/**
 * How to connect with the owner's login and step down to a role in the same breath: the role is a startup option,
 * so there is no moment in which a connection has the owner's rights. Fits `pg`, Prisma's adapter and pg-boss.
 */
export const connectionOptions = (url: string, role: DatabaseRole): ConnectionOptions => {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  // In the address they would win over the ones set here.
  parsed.searchParams.delete('options');
  const settings = Object.entries({ ...LIMITS, role }).map(([name, value]) => `-c ${name}=${value}`);
  return {
    connectionString: parsed.href,
    options: [given, ...settings].filter(Boolean).join(' '),
    application_name: role,
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
  };
};
