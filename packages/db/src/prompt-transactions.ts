import type { Client, QueryResult } from 'pg';

type Send = (query: unknown, ...rest: unknown[]) => unknown;

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const ISOLATION = /^SET TRANSACTION ISOLATION LEVEL [A-Z ]+$/;
const TENANT =
  "SELECT set_config('app.organization', $1, true), set_config('transaction_read_only', $2, true)";
const VALUES = [/^[0-9a-f-]{36}$/i, /^(on|off)$/] as const;
const SPACES = /\s+/g;

const NOTHING: QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

const statementIn = (query: unknown): Statement | null => {
  if (typeof query !== 'object' || query === null || !('text' in query)) return null;
  const values = 'values' in query && Array.isArray(query.values) ? query.values : [];
  return { text: String(query.text), values };
};

/** The statement with its values in it, which one message can carry behind others; null for any other one, and for odd values. */
const namesTenant = ({ text, values }: Statement): string | null => {
  if (text.replace(SPACES, ' ') !== TENANT) return null;
  const known = values.map(String);
  if (known.length !== VALUES.length || !VALUES.every((form, at) => form.test(known[at] ?? ''))) return null;
  return TENANT.replace(/\$(\d)/g, (_, at) => `'${known[Number(at) - 1]}'`);
};

/**
 * Makes a connection open each transaction of an organization with one message. Prisma sends BEGIN, the isolation level
 * and our first statement one after the other, and waits for each answer: three round trips before anything is read. What
 * only opens is held back here, and goes along with the statement that says whose transaction it is (`withTenant`).
 */
export const openPromptly = (client: Pick<Client, 'query'>): void => {
  const send = client.query.bind(client) as Send;
  let held: readonly string[] = [];
  const sendHeld = async (): Promise<void> => {
    const texts = held;
    held = [];
    for (const text of texts) await send(text);
  };
  const query: Send = (asked, ...rest) => {
    const statement = statementIn(asked);
    const text = statement?.text ?? String(asked);
    if (text === 'BEGIN' || (held.length > 0 && ISOLATION.test(text))) {
      held = [...held, text];
      return Promise.resolve(NOTHING);
    }
    if (held.length === 0) return send(asked, ...rest);
    if (text === 'COMMIT' || text === 'ROLLBACK') {
      held = [];
      return Promise.resolve(NOTHING);
    }
    const named = statement && namesTenant(statement);
    if (!named) return sendHeld().then(() => send(asked, ...rest));
    const opening = [...held, named].join('; ');
    held = [];
    return Promise.resolve(send(opening)).then((results) => (results as QueryResult[]).at(-1));
  };
  client.query = query as Client['query'];
};
