/** The embedded Postgres cannot run; the message is one sentence for the person who started the program. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
