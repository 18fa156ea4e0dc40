import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../sandbox/src/main.ts', import.meta.url));
/** Whoever started it may be killed, or fail before it can end it: then it ends by itself. */
const LEASH = new URL('../../../scripts/launch/leash.mjs', import.meta.url).href;
const PORTS = ['SANDBOX_PORT', 'SANDBOX_STRIPE_PORT', 'SANDBOX_RESEND_PORT', 'SANDBOX_TWILIO_PORT'] as const;

/** What the Twilio stand-in knows the desk by. */
export const TWILIO = {
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000000',
  TWILIO_AUTH_TOKEN: 'twilio_test_auth_token',
  TWILIO_FROM: '+4915735990000',
} as const;

/** A mail as the stand-in's inbox keeps it. */
export interface SentMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly filename: string;
    /** Base64. */
    readonly content: string;
    readonly contentType: string;
    readonly contentId: string | null;
  }[];
}

export interface SandboxProcess {
  readonly stripeUrl: string;
  readonly resendUrl: string;
  readonly twilioUrl: string;
  readonly viesUrl: string;
  /** Presses one of the levers and buttons under /_sandbox and gives back the answer. */
  readonly press: (path: string, body?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  /** Lets go of every lever. */
  readonly release: () => Promise<void>;
  /** Resolves once every delivery that is due has been answered. */
  readonly settled: () => Promise<void>;
  /** Mails to this address, oldest first. */
  readonly mailsTo: (address: string) => Promise<readonly SentMail[]>;
  /** Texts of the SMS to this number, oldest first. */
  readonly smsTo: (number: string) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** All are held open until all are found, so that none is given out twice. */
const freePorts = async (): Promise<Record<(typeof PORTS)[number], string>> => {
  const servers = PORTS.map((name) => [name, createServer().listen(0, '127.0.0.1')] as const);
  await Promise.all(servers.map(([, server]) => once(server, 'listening')));
  const ports = servers.map(
    ([name, server]) => [name, String((server.address() as AddressInfo).port)] as const,
  );
  await Promise.all(servers.map(([, server]) => once(server.close(), 'close')));
  return Object.fromEntries(ports) as Record<(typeof PORTS)[number], string>;
};

const untilReady = async (child: ChildProcess): Promise<void> => {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const ended = once(child, 'close').then(() => {
    throw new Error(`The sandbox did not start. ${said}`);
  });
  ended.catch(() => {});
  await Promise.race([once(child.stdout ?? child, 'data'), ended]);
};

/**
 * The real stand-ins for Stripe and Resend in a process of their own, as in the demo: nothing of theirs is imported
 * here, they are only spoken to over HTTP.
 */
export const startSandboxProcess = async (): Promise<SandboxProcess> => {
  const ports = await freePorts();
  const child = spawn(process.execPath, ['--import', LEASH, MAIN], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...ports },
  });
  await untilReady(child);
  const stripeUrl = `http://127.0.0.1:${ports.SANDBOX_STRIPE_PORT}`;
  const resendUrl = `http://127.0.0.1:${ports.SANDBOX_RESEND_PORT}`;
  const twilioUrl = `http://127.0.0.1:${ports.SANDBOX_TWILIO_PORT}`;
  const press: SandboxProcess['press'] = async (path, body = {}) => {
    const response = await fetch(`${stripeUrl}/_sandbox/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`The sandbox refused ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    stripeUrl,
    resendUrl,
    twilioUrl,
    viesUrl: `http://127.0.0.1:${ports.SANDBOX_PORT}/vies/rest-api`,
    press,
    release: async () => {
      await fetch(`${stripeUrl}/_sandbox/faults`, { method: 'DELETE' });
    },
    settled: async () => {
      await press('settle');
    },
    mailsTo: async (address) => {
      const response = await fetch(`${resendUrl}/_sandbox/mails?to=${encodeURIComponent(address)}`);
      const { mails } = (await response.json()) as { mails: SentMail[] };
      return mails.toReversed();
    },
    smsTo: async (number) => {
      const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = TWILIO;
      const credentials = Buffer.from(`${sid}:${token}`).toString('base64');
      const response = await fetch(`${twilioUrl}/2010-04-01/Accounts/${sid}/Messages.json`, {
        headers: { authorization: `Basic ${credentials}` },
      });
      const { messages } = (await response.json()) as { messages: { to: string; body: string }[] };
      return messages.filter(({ to }) => to === number).map(({ body }) => body);
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
};
