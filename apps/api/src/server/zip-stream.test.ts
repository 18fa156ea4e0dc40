import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipStream } from './zip-stream.ts';

const file = (name: string, mediaType = 'text/xml') => ({
  name,
  mediaType,
  day: '2026-11-23',
  bytes: new TextEncoder().encode(`${name} `.repeat(500)),
});

describe('zipStream', () => {
  it('packs every file, the same bytes for the same files', async () => {
    const read = async () => {
      async function* files() {
        yield file('a.pdf', 'application/pdf');
        yield file('b.xml');
      }
      return new Uint8Array(await new Response(zipStream(files())).arrayBuffer());
    };
    const [once, again] = [await read(), await read()];
    expect(Buffer.from(once).equals(again)).toBe(true);
    const unpacked = Object.entries(unzipSync(once)).map(([name, bytes]) => [name, strFromU8(bytes)]);
    expect(unpacked).toEqual([
      ['a.pdf', 'a.pdf '.repeat(500)],
      ['b.xml', 'b.xml '.repeat(500)],
    ]);
  });

  it('asks for no further file when the reader has gone', async () => {
    const asked: string[] = [];
    let isGivenBack = false;
    async function* files() {
      try {
        for (const name of ['a.xml', 'b.xml', 'c.xml', 'd.xml']) {
          asked.push(name);
          yield file(name);
        }
      } finally {
        isGivenBack = true;
      }
    }
    const reader = zipStream(files()).getReader();
    await reader.read();
    await reader.cancel();
    expect(isGivenBack).toBe(true);
    expect(asked.length).toBeLessThan(4);
  });

  it('breaks off when a file cannot be read, so that nobody takes a part for the whole', async () => {
    async function* files() {
      yield file('a.xml');
      throw new Error('The database is away.');
    }
    await expect(new Response(zipStream(files())).arrayBuffer()).rejects.toThrow('The database is away.');
  });
});
