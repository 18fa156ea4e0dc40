import { vi } from 'vitest';
import type { Stack } from '../stack.ts';

/** What the stand-in knows the desk of the demo by. */
const SID = 'AC00000000000000000000000000000000';
const CREDENTIALS = Buffer.from(`${SID}:twilio_test_auth_token`).toString('base64');

export interface Phone {
  /** Waits for the next code that comes by SMS. */
  readonly nextCode: () => Promise<string>;
}

/** The phone with this number, as its owner reads it: each code once. */
export const phoneOf = ({ twilioUrl }: Stack, number: string): Phone => {
  const seen = new Set<string>();
  const arrived = async (): Promise<readonly string[]> => {
    const response = await fetch(`${twilioUrl}/2010-04-01/Accounts/${SID}/Messages.json`, {
      headers: { authorization: `Basic ${CREDENTIALS}` },
    });
    const { messages } = (await response.json()) as { messages: { to: string; body: string }[] };
    return messages.filter(({ to }) => to === number).map(({ body }) => body);
  };
  return {
    nextCode: () =>
      vi.waitFor(
        async () => {
          const codes = (await arrived()).flatMap((text) => /\b\d{6}\b/.exec(text) ?? []);
          const code = codes.find((one) => !seen.has(one));
          if (!code) throw new Error(`${number} has got no further code.`);
          seen.add(code);
          return code;
        },
        { timeout: 20_000, interval: 200 },
      ),
  };
};
