import { expect, test } from 'vitest';
import { readMessages } from './event-source.ts';

const stream = (...chunks: string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

const collect = async (body: ReadableStream<Uint8Array>) => {
  const messages = [];
  for await (const message of readMessages(body)) messages.push(message);
  return messages;
};

test('messages are read whole even when the network cuts them anywhere, also inside a character', async () => {
  const bytes = new TextEncoder().encode('event: next\ndata: {"name":"Müller"}\n\n');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await collect(body)).toEqual([{ event: 'next', data: '{"name":"Müller"}' }]);
});

test('keep-alives are skipped and several messages in one chunk are told apart', async () => {
  expect(
    await collect(
      stream(':\n\n', 'event: next\ndata: 1\n\nevent: next\ndata: 2\n\nevent: complete\ndata:\n\n'),
    ),
  ).toEqual([
    { event: 'next', data: '1' },
    { event: 'next', data: '2' },
    { event: 'complete', data: '' },
  ]);
});

test('a message without its end is not delivered', async () => {
  expect(await collect(stream('event: next\ndata: 1\n\n', 'event: next\ndata: 2'))).toEqual([
    { event: 'next', data: '1' },
  ]);
});
