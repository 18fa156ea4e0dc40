import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelRoute } from './panel.route.ts';

const outside = mkdtempSync(join(tmpdir(), 'panel-'));
const folder = join(outside, 'dist');
const app = panelRoute(folder);

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<title>panel</title>');
  writeFileSync(join(folder, 'pay.html'), '<title>pay</title>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), `export const text = "${'x'.repeat(2_000)}";`);
});

afterAll(() => {
  rmSync(outside, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers }));

describe('the built panel', () => {
  it('answers an address with the page that knows it', async () => {
    expect(await (await get('/')).text()).toContain('panel');
    expect(await (await get('/cases/ZV-2026-000042')).text()).toContain('panel');
    expect(await (await get('/pay/a-token')).text()).toContain('pay');
    expect(await (await get('/method/a-token')).text()).toContain('pay');
  });

  it('keeps files with a hash for ever and asks for pages every time', async () => {
    expect((await get('/assets/index-abc123.js')).headers.get('cache-control')).toContain('immutable');
    const page = await get('/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/', { 'if-none-match': page.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it('sends large files compressed to those who can read it', async () => {
    const zipped = await get('/assets/index-abc123.js', { 'accept-encoding': 'gzip, br' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await zipped.arrayBuffer()).byteLength).toBeLessThan(500);
  });

  it('shows a new build without a restart', async () => {
    const before = await (await get('/')).text();
    rmSync(join(folder, 'index.html'));
    writeFileSync(join(folder, 'index.html'), '<title>the new panel</title>');
    expect(await (await get('/')).text()).not.toBe(before);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/a%00.js',
  ])('never leaves its folder: %s', async (path) => {
    expect(await (await get(path)).text()).not.toContain('secret');
  });

  it('says so when it has not been built', async () => {
    expect((await panelRoute(join(outside, 'nothing')).request('/')).status).toBe(503);
  });
});
