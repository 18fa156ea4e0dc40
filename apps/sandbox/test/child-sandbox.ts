import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

export interface Running {
  readonly child: ChildProcess;
  readonly stripeUrl: string;
  readonly pageUrl: string;
  readonly resendUrl: string;
}

/** Ports for a sandbox process; the same ones serve its next start. */
export const somePorts = async (): Promise<Record<string, string>> => ({
  SANDBOX_PORT: String(await freePort()),
  SANDBOX_STRIPE_PORT: String(await freePort()),
  SANDBOX_RESEND_PORT: String(await freePort()),
  SANDBOX_TWILIO_PORT: String(await freePort()),
});

/** Starts `main.ts` as `npm start` does; resolves with what it prints first, or with its exit. */
export const launch = async (
  environment: Record<string, string>,
): Promise<{ child: ChildProcess; out: string; err: string; code: number | null }> => {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...environment },
  });
  children.push(child);
  let [out, err] = ['', ''];
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const [code] = await Promise.race([
    once(child, 'close').then(([status]: number[]) => [status ?? null] as const),
    once(child.stdout, 'data').then(([chunk]) => {
      out = String(chunk);
      return [null] as const;
    }),
  ]);
  return { child, out, err, code };
};

export const start = async (
  ports: Record<string, string>,
  environment: Record<string, string> = {},
): Promise<Running> => {
  const { child, out, err } = await launch({ ...ports, ...environment });
  if (!out.startsWith('Sandbox http')) throw new Error(`The sandbox did not start: ${out}${err}`);
  const at = (name: string) => `http://127.0.0.1:${ports[name]}`;
  return {
    child,
    stripeUrl: at('SANDBOX_STRIPE_PORT'),
    pageUrl: at('SANDBOX_PORT'),
    resendUrl: at('SANDBOX_RESEND_PORT'),
  };
};

/** Sends a signal and waits for the end; answers with exit code or signal. */
export const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | string> => {
  const closed = once(child, 'close');
  child.kill(signal);
  const [code, by] = (await closed) as [number | null, string | null];
  return code ?? by ?? 'unknown';
};
