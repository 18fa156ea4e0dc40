import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PORTS } from '../launch/settings.mjs';
import { processesBelow } from './processes.mjs';

const MINUTE = 60_000;
const LIMITS = { cold: 10 * MINUTE, warm: MINUTE / 2, end: 10_000 };

/**
 * Clones, starts cold, asks every address, ends; starts warm, asks again, ends. Throws at the first thing that is not
 * as README.md promises.
 * @param {object} with
 * @param {string} with.home the clone to clone
 * @param {ReturnType<typeof import('./commands.mjs').commandsIn>} with.commands
 * @param {import('./actors.mjs').Person} with.person
 * @param {boolean} with.withTests
 */
export const trial = async ({ home, commands, person, withTests }) => {
  const folder = cloneFor(person, home);
  const ports = await freePorts();
  const env = { ...environmentOf(person), ...ports };
  const place = { folder, env, person };
  const dataDir = await startAndEnd({
    place,
    command: commands.start,
    ports,
    limit: LIMITS.cold,
    name: 'cold',
  });
  await startAndEnd({ place, command: commands.start, ports, limit: LIMITS.warm, name: 'warm' });
  if (withTests) await runTests(place, commands.test);
  // Root's data lie outside the clone.
  if (dataDir && !dataDir.startsWith(folder)) rmSync(dataDir, { recursive: true, force: true });
};

/** A bundle is a file like any other: whose clone it comes from does not matter to git. */
const cloneFor = ({ uid, gid, home: personal }, home) => {
  const bundle = join(personal, 'zahlwerk.bundle');
  const folder = join(personal, 'zahlwerk');
  execFileSync('git', ['-c', 'safe.directory=*', 'bundle', 'create', '--quiet', bundle, 'HEAD'], {
    cwd: home,
  });
  chownSync(bundle, uid, gid);
  execFileSync('git', ['-c', 'advice.detachedHead=false', 'clone', '--quiet', bundle, folder], {
    cwd: personal,
    uid,
    gid,
    env: { PATH: process.env.PATH, HOME: personal },
  });
  return folder;
};

const environmentOf = ({ home }) => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|ZAHLWERK_|SANDBOX_|DATABASE_URL|XDG_|INIT_CWD|NODE_ENV|CI$)/.test(name),
    ),
  ),
  HOME: home,
});

const startAndEnd = async ({ place, command, ports, limit, name }) => {
  const since = Date.now();
  const { child, said } = shell(place, command);
  const exit = once(child, 'exit');
  try {
    await within(limit, `The ${name} start`, () => untilReady(child, said), said);
    console.log(`✓ ${name} start: ready after ${seconds(since)}`);
    await askEverywhere(ports);
    if (!/Sign in: /.test(said())) throw new Error(`The start does not say how to sign in:\n${said()}`);
  } catch (error) {
    child.kill('SIGTERM');
    await exit;
    throw error;
  }
  const dataDir = /Data and logs\s+(\S+),/.exec(said())?.[1] ?? '';
  const left = () => processesBelow([place.folder, dataDir]);
  const asked = Date.now();
  child.kill('SIGINT');
  const ended = async () => {
    await exit;
    while (left().length > 0) await pause(50);
  };
  await within(LIMITS.end, `Ending after the ${name} start`, ended, () => left().join('\n'));
  await refuseTakenPorts(ports);
  console.log(`✓ ended after ${seconds(asked)}: no process left, all ports free`);
  return dataDir;
};

const untilReady = async (child, said) => {
  while (!said().includes('Zahlwerk is ready')) {
    if (child.exitCode !== null)
      throw new Error(`The start has ended with code ${child.exitCode}:\n${said()}`);
    await pause(100);
  }
};

/** `exec`, so that the signal reaches npm and not only the shell around it. */
const shell = ({ folder, env, person: { uid, gid } }, command) => {
  const lines = [];
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd: folder,
    env,
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => lines.push(text));
  return { child, said: () => lines.join('') };
};

const askEverywhere = async (ports) => {
  const desk = `http://localhost:${ports.ZAHLWERK_PORT}`;
  const addresses = [
    ...['/', '/healthz', '/readyz', '/schema.graphql'].map((path) => desk + path),
    `http://localhost:${ports.SANDBOX_PORT}/`,
    `http://localhost:${ports.SANDBOX_RESEND_PORT}/inbox`,
  ];
  for (const address of addresses) {
    const { status } = await fetch(address);
    if (status !== 200) throw new Error(`${address} answers ${status}.`);
  }
  const answer = await fetch(`${desk}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  const { data } = await answer.json();
  if (data?.__typename !== 'Query') throw new Error(`${desk}/graphql does not answer a query.`);
  // The stand-ins of Stripe and Twilio want a key; that they answer at all is enough.
  for (const name of ['SANDBOX_STRIPE_PORT', 'SANDBOX_TWILIO_PORT'])
    await fetch(`http://localhost:${ports[name]}/`);
  console.log(`✓ all ${addresses.length + 3} addresses answer`);
};

const runTests = async (place, command) => {
  const since = Date.now();
  const { child, said } = shell(place, command);
  const [code] = await once(child, 'exit');
  const last = said().trimEnd().split('\n').at(-1) ?? '';
  if (code !== 0 || !/^\d+ passed, 0 failed$/.test(last))
    throw new Error(`The tests have failed:\n${said()}`);
  console.log(`✓ ${command}: ${last} (${seconds(since)})`);
};

const within = async (limit, what, work, state) => {
  const late = pause(limit, undefined, { ref: false }).then(() => {
    throw new Error(`${what} takes longer than ${limit / 1_000} s:\n${state()}`);
  });
  late.catch(() => {});
  await Promise.race([work(), late]);
};

const seconds = (since) => `${((Date.now() - since) / 1_000).toFixed(1)} s`;

const listen = async (port) => {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

const freePorts = async () => {
  const servers = await Promise.all(
    Object.values(PORTS).map(async ({ variable }) => [variable, await listen(0)]),
  );
  const ports = servers.map(([variable, server]) => [variable, String(server.address().port)]);
  for (const [, server] of servers) server.close();
  return Object.fromEntries(ports);
};

const refuseTakenPorts = async (ports) => {
  for (const [variable, port] of Object.entries(ports))
    await listen(Number(port)).then(
      (server) => server.close(),
      () => {
        throw new Error(`Port ${port} (${variable}) is still taken after the end.`);
      },
    );
};
