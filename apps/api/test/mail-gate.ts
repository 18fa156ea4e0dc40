import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of one mail at the gate: nothing gets through, the answer gets lost, or it is refused for good. */
export type MailFate = 'AWAY' | 'ANSWER_LOST' | 'REFUSED';

export interface MailGate {
  readonly url: string;
  /** Where mails go that get through. */
  readonly passTo: (resendUrl: string) => void;
  /** The fates of the next mails, in order; after them mails get through again. */
  readonly next: (...fates: readonly MailFate[]) => void;
  readonly close: () => Promise<void>;
}

const REFUSAL = { statusCode: 422, name: 'validation_error', message: 'Invalid `to` field.' };

/** Stands between the desk and the mail provider and does what networks and providers do on bad days. */
export const openMailGate = async (): Promise<MailGate> => {
  let target = '';
  let fates: readonly MailFate[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [fate, ...rest] = fates;
    fates = rest;
    if (fate === 'AWAY') return void response.writeHead(503).end();
    if (fate === 'REFUSED')
      return void response
        .writeHead(422, { 'content-type': 'application/json' })
        .end(JSON.stringify(REFUSAL));
    const { authorization = '', 'idempotency-key': key = '' } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: 'POST',
      headers: { authorization, 'idempotency-key': String(key), 'content-type': 'application/json' },
      body: Buffer.concat(chunks),
    });
    const body = await answer.text();
    if (fate === 'ANSWER_LOST') return void response.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passTo: (resendUrl) => {
      target = resendUrl;
    },
    next: (...wanted) => {
      fates = wanted;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
