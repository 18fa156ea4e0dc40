import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { follow } from './stream.ts';

/**
 * The reference: posts go in and come out of a stream again, and nothing is stored, verified or asked for in between.
 * Gives back how long each took, in milliseconds.
 */
export const measureBareServer = async (count: number, pauseMs: number): Promise<readonly number[]> => {
  let reader: ServerResponse | null = null;
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      reader = response.writeHead(200, { 'content-type': 'text/event-stream' });
      reader.flushHeaders();
      return;
    }
    const body = await text(request);
    response.writeHead(200).end();
    reader?.write(`data: ${body}\n\n`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const durations: number[] = [];
  const leave = await follow({ url, headers: {}, query: null }, ({ sentAt }: { sentAt: number }, at) => {
    durations.push(at - sentAt);
  });
  for (let sent = 0; sent < count; sent += 1) {
    void fetch(url, { method: 'POST', body: JSON.stringify({ sentAt: performance.now() }) });
    await pause(pauseMs);
  }
  while (durations.length < count) await pause(10);
  leave();
  server.closeAllConnections();
  server.close();
  return durations;
};
