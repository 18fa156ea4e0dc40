import { describe, expect, it } from 'vitest';
import { openPromptly } from './prompt-transactions.ts';

const ORGANIZATION = '01234567-89ab-7def-8123-456789abcdef';
const NAMING = {
  text: "SELECT set_config('app.organization', $1, true),\n  set_config('transaction_read_only', $2, true)",
  values: [ORGANIZATION, 'off'],
};
const ISOLATION = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ';

type Asked = string | { readonly text: string; readonly values?: readonly unknown[] };

/** A connection that notes what it is sent; to several statements in one message it answers with as many results. */
const connect = () => {
  const sent: string[] = [];
  const query = (asked: Asked) => {
    const text = typeof asked === 'string' ? asked : asked.text;
    sent.push(text);
    const results = text
      .split('; ')
      .map((command) => ({ command, rowCount: 1, rows: [], fields: [], oid: 0 }));
    return Promise.resolve(results.length > 1 ? results : results[0]);
  };
  const client = { query: query as never };
  openPromptly(client);
  return { sent, ask: client.query as (asked: Asked) => Promise<{ readonly rowCount: number }> };
};

describe('a connection that opens promptly', () => {
  it('sends what opens the transaction of an organization in one message', async () => {
    const { sent, ask } = connect();
    await ask({ text: 'BEGIN', values: [] });
    await ask({ text: ISOLATION, values: [] });
    expect(sent).toEqual([]);
    expect((await ask(NAMING)).rowCount).toBe(1);
    await ask({ text: 'SELECT 1' });
    await ask({ text: 'COMMIT', values: [] });
    expect(sent).toEqual([
      `BEGIN; ${ISOLATION}; SELECT set_config('app.organization', '${ORGANIZATION}', true), set_config('transaction_read_only', 'off', true)`,
      'SELECT 1',
      'COMMIT',
    ]);
  });

  it('begins before any other first statement, in order', async () => {
    const { sent, ask } = connect();
    await ask({ text: 'BEGIN', values: [] });
    await ask({ text: 'INSERT', values: [1] });
    expect(sent).toEqual(['BEGIN', 'INSERT']);
  });

  it('sends nothing of a transaction in which nothing is asked', async () => {
    const { sent, ask } = connect();
    await ask({ text: 'BEGIN', values: [] });
    await ask({ text: 'ROLLBACK', values: [] });
    await ask('SELECT 1');
    expect(sent).toEqual(['SELECT 1']);
  });

  it.each([["x' OR true --", 'off'], [ORGANIZATION, "off'; DROP TABLE payment; --"], [ORGANIZATION]])(
    'never writes a value into a statement that is no id or switch: %s',
    async (...values) => {
      const { sent, ask } = connect();
      await ask({ text: 'BEGIN', values: [] });
      await ask({ ...NAMING, values });
      expect(sent).toEqual(['BEGIN', NAMING.text]);
    },
  );

  it('leaves what is asked outside of a transaction alone', async () => {
    const { sent, ask } = connect();
    await ask(NAMING);
    await ask('LISTEN bell');
    expect(sent).toEqual([NAMING.text, 'LISTEN bell']);
  });
});
