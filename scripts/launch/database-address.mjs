import { connect } from 'node:net';
import { Refusal } from './refusal.mjs';

/**
 * Refuses with one sentence when nothing answers at the address; whether the login is right, Postgres says later.
 * @param {string} databaseUrl
 */
export const refuseAbsentDatabase = async (databaseUrl) => {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new Refusal('DATABASE_URL must be an address like postgres://user:password@host:5432/name.');
  // Without a host it is a socket file, named in the address's options.
  if (url.hostname === '') return;
  const port = Number(url.port || 5432);
  const problem = await problemWith(url.hostname.replace(/^\[|\]$/g, ''), port);
  if (problem)
    throw new Refusal(
      `No database answers at ${url.hostname}:${port}, which DATABASE_URL names (${problem}).`,
    );
};

const problemWith = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 });
    const settle = (problem) => {
      socket.destroy();
      resolve(problem);
    };
    socket.once('connect', () => settle(null));
    socket.once('timeout', () => settle('no answer'));
    socket.once('error', ({ code }) => settle(code));
  });
