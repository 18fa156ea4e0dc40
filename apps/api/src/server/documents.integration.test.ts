import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

let api: TestApi;
let clerk: TestClient;
let cookie: string;

beforeAll(async () => {
  api = await createTestApi();
  clerk = await api.signIn('CLERK');
  cookie = (await api.anonymous.post('/api/demo/sign-in', { role: 'CLERK' })).cookie;
});

afterAll(async () => {
  await api.stop();
});

const PDF = '%PDF-1.7\nAn agreement.';

const upload = (
  name: string,
  content: BlobPart,
  headers: Record<string, string> = { cookie },
): Promise<Response> => {
  const form = new FormData();
  form.set('file', new File([content], name));
  return fetch(`${api.url}/api/attachments`, { method: 'POST', body: form, headers });
};

const stored = async (name: string, content: BlobPart): Promise<string> => {
  const { documentId } = (await (await upload(name, content)).json()) as { documentId: string };
  return documentId;
};

describe('files', () => {
  it('come back as they were stored, under their own name, and run nothing', async () => {
    const id = await stored('Vereinbarung Müller.pdf', PDF);
    const answer = await clerk.get(`/documents/${id}`);
    expect(await answer.text()).toBe(PDF);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Vereinbarung%20M%C3%BCller.pdf",
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toContain('private');
  });

  it('are stored once per content', async () => {
    expect(await stored('copy of it.pdf', `${PDF} once`)).toBe(
      await stored('another name.pdf', `${PDF} once`),
    );
  });

  it.each([
    ['agreement.pdf', '<html><script>alert(1)</script></html>'],
    ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['page.html', '<p>hello</p>'],
    ['empty.pdf', ''],
  ])('that are not what they claim or not allowed are refused: %s', async (name, content) => {
    expect((await upload(name, content)).status).toBe(415);
  });

  it('beyond 10 MB are refused', async () => {
    const answer = await upload('large.pdf', new Uint8Array(11 * 1024 * 1024)).catch(() => null);
    // The connection may be closed before all of it has been sent.
    expect(answer?.status ?? 413).toBe(413);
  });

  it('are taken from members of the desk only, and from our own pages', async () => {
    expect((await upload('a.pdf', PDF, {})).status).toBe(401);
    const adviser = (await api.anonymous.post('/api/demo/sign-in', { role: 'ADVISER' })).cookie;
    expect((await upload('a.pdf', PDF, { cookie: adviser })).status).toBe(403);
    expect((await upload('a.pdf', PDF, { cookie, origin: 'https://evil.example' })).status).toBe(403);
    const json = await clerk.post('/api/attachments', { file: 'x' });
    expect(json.status).toBe(415);
  });

  it('of another business, unknown ones and made-up ids all answer alike', async () => {
    const id = await stored('secret.pdf', `${PDF} secret`);
    const stranger = await api.signUp('stranger@example.com');
    const unknown = encodeId('Document', api.ports.newId());
    for (const wanted of [id, unknown, 'rubbish', encodeId('Customer', api.ports.newId())])
      expect((await stranger.get(`/documents/${wanted}`)).status).toBe(404);
    expect((await api.anonymous.get(`/documents/${id}`)).status).toBe(401);
    expect((await api.anonymous.get(`/documents/${id}?link=${'A'.repeat(43)}`)).status).toBe(404);
  });
});

describe('the panel', () => {
  it('never answers with what lies outside of its folder', async () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/a%00b',
    ])
      expect(await (await api.anonymous.get(path)).text()).not.toContain('"name"');
  });

  it('does not take an unknown route of the API for a page', async () => {
    for (const path of ['/api/nothing', '/webhooks/nobody', '/assets/missing.js', '/documents/'])
      expect((await api.anonymous.get(path)).status).toBe(404);
  });
});
