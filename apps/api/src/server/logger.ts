import { type Logger, pino } from 'pino';
import type { Env } from '../env.ts';

/** Never in a log: credentials, tokens of links, and what people have typed. */
const SECRET = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'apiKey',
  'iban',
  'email',
  'phone',
  'credential',
  'webhookSecret',
];

const redact = {
  paths: [...SECRET, ...SECRET.map((name) => `*.${name}`), ...SECRET.map((name) => `*.*.${name}`)],
  censor: '[redacted]',
};

/** One line of JSON per event, to standard output. */
export const createLogger = ({ logLevel }: Pick<Env, 'logLevel'>): Logger =>
  pino({ level: logLevel, base: null, redact, timestamp: pino.stdTimeFunctions.isoTime });

/** Paths that carry a token of a link are logged without it. */
export const loggedPath = (path: string): string =>
  path.replace(/^\/(pay|method|data|link|invitation)\/[^/]+/, '/$1/…');
