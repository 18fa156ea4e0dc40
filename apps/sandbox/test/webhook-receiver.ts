import Stripe from 'stripe';
import { afterAll } from 'vitest';
import { listen } from '../src/listen.ts';

export const WEBHOOK_SECRET = 'whsec_test_receiver';

interface Received {
  readonly event: Stripe.Event;
  readonly path: string;
}

/** A webhook endpoint that checks every signature with the SDK and answers what it is told to. */
export const openReceiver = async (secretOf: (path: string) => string = () => WEBHOOK_SECRET) => {
  const received: Received[] = [];
  const forged: string[] = [];
  const answers: number[] = [];
  const listener = await listen(
    async (request: Request) => {
      const body = await request.text();
      const path = new URL(request.url).pathname;
      try {
        const signature = request.headers.get('Stripe-Signature') ?? '';
        received.push({ event: Stripe.webhooks.constructEvent(body, signature, secretOf(path)), path });
      } catch (error) {
        forged.push(String(error));
      }
      return new Response(null, { status: answers.shift() ?? 200 });
    },
    '127.0.0.1',
    0,
  );
  afterAll(() => listener.close());
  return {
    url: `http://127.0.0.1:${listener.port}`,
    received,
    forged,
    /** The next answers, in order; 200 afterwards. */
    answerNext: (...statuses: number[]) => answers.push(...statuses),
    types: () => received.map(({ event }) => event.type),
    clear: () => received.splice(0),
  };
};
