import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START = join(import.meta.dirname, '../scripts/start.mjs');

/** A desk without the demo's business. */
export const EMPTY = { ZAHLWERK_SEED: '0' };

/** One port per variable of `npm start`. */
const PORTS = {
  desk: 'ZAHLWERK_PORT',
  sandbox: 'SANDBOX_PORT',
  stripe: 'SANDBOX_STRIPE_PORT',
  resend: 'SANDBOX_RESEND_PORT',
  twilio: 'SANDBOX_TWILIO_PORT',
  postgres: 'ZAHLWERK_POSTGRES_PORT',
} as const;
type Part = keyof typeof PORTS;

/** All that is needed to find, kill or start a stack again from another process. */
export interface StackAddress {
  readonly dataDir: string;
  readonly ports: Readonly<Record<Part, number>>;
  /** Added to the environment of `npm start`. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Stack {
  readonly address: StackAddress;
  /** "http://localhost:40123": the panel, and the API below it. */
  readonly deskUrl: string;
  readonly sandboxUrl: string;
  readonly stripeUrl: string;
  readonly resendUrl: string;
  readonly twilioUrl: string;
  readonly dataDir: string;
  /** kill -9 of the launcher, as a power cut would; `restart` then starts again with the same data and ports. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Ends everything and throws the data away. */
  readonly stop: () => Promise<void>;
}

/** Starts the whole desk as `npm start` does, in demo mode, on free ports and with an empty data folder. */
export const startStack = async (env: Readonly<Record<string, string>> = {}): Promise<Stack> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zahlwerk-stack-'));
  // The user that runs root's Postgres has to pass through it.
  chmodSync(dataDir, 0o711);
  const address = { dataDir, ports: await freePorts(), env };
  await launch(address);
  return stackAt(address);
};

/** The stack that another process has started. */
export const stackAt = (address: StackAddress): Stack => {
  const { dataDir, ports } = address;
  const url = (part: Part): string => `http://localhost:${ports[part]}`;
  return {
    address,
    deskUrl: url('desk'),
    sandboxUrl: url('sandbox'),
    stripeUrl: url('stripe'),
    resendUrl: url('resend'),
    twilioUrl: url('twilio'),
    dataDir,
    kill: () => end(dataDir, 'SIGKILL'),
    restart: async () => {
      await end(dataDir, 'SIGTERM');
      await launch(address);
    },
    stop: async () => {
      await end(dataDir, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** Resolves when the launcher has printed the addresses. */
const launch = async ({ dataDir, ports, env }: StackAddress): Promise<void> => {
  const settings = Object.fromEntries(
    Object.entries(PORTS).map(([part, name]) => [name, String(ports[part as Part])]),
  );
  const launcher = spawn(process.execPath, [START], {
    env: { ...process.env, ...settings, ZAHLWERK_DATA_DIR: dataDir, DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ready = new Promise<void>((resolve) => {
    for (const stream of [launcher.stdout, launcher.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said.push(text);
        if (text.includes('Zahlwerk is ready')) resolve();
      });
  });
  const ended = once(launcher, 'close').then(() => {
    throw new Error(`The stack did not start.\n${said.join('')}\n${logsOf(dataDir)}`);
  });
  await Promise.race([ready, ended]);
  ended.catch(() => {});
};

/** The launcher is found by the lock it holds on its data folder: whoever has started it. */
const end = async (dataDir: string, signal: NodeJS.Signals): Promise<void> => {
  const lock = join(dataDir, 'launcher.lock');
  if (!existsSync(lock)) return;
  const { pid } = JSON.parse(readFileSync(lock, 'utf8')) as { pid: number };
  if (!isAlive(pid)) return;
  process.kill(pid, signal);
  while (isAlive(pid)) await pause(50);
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The last lines of every log, for whoever has to find out why a story failed. */
export const logsOf = (dataDir: string): string => {
  const folder = join(dataDir, 'logs');
  return readdirSync(folder)
    .map(
      (name) => `--- ${name}\n${readFileSync(join(folder, name), 'utf8').split('\n').slice(-20).join('\n')}`,
    )
    .join('\n');
};

/** All are held open until all are found, so that none is given out twice. */
const freePorts = async (): Promise<Record<Part, number>> => {
  const servers = Object.keys(PORTS).map((part) => [part, createServer().listen(0, '127.0.0.1')] as const);
  await Promise.all(servers.map(([, server]) => once(server, 'listening')));
  const ports = servers.map(([part, server]) => [part, (server.address() as AddressInfo).port] as const);
  await Promise.all(servers.map(([, server]) => once(server.close(), 'close')));
  return Object.fromEntries(ports) as Record<Part, number>;
};
