import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import type { TestClient } from '../../test/test-client.ts';

let api: TestApi;
let owner: TestClient;

beforeAll(async () => {
  api = await createTestApi();
  owner = await api.signIn('OWNER');
});

afterAll(async () => {
  await api.stop();
});

const VIEWER = '{ viewer { email } }';

describe('the shell', () => {
  it('keeps a connection longer than the proxy before it does', async () => {
    expect((await api.anonymous.get('/healthz')).headers.get('keep-alive')).toBe('timeout=75');
  });

  it('is alive and ready, and serves the committed schema', async () => {
    expect((await api.anonymous.get('/healthz')).status).toBe(200);
    expect((await api.anonymous.get('/readyz')).status).toBe(200);
    expect(await (await api.anonymous.get('/schema.graphql')).text()).toContain(
      'type PaymentCase implements Node',
    );
  });

  it('is not ready before its workers are', async () => {
    const seen: number[] = [];
    const other = await createTestApi({
      registerWorkers: async ({ publicUrl }) => {
        seen.push((await fetch(`${publicUrl}/readyz`)).status);
      },
    });
    await other.stop();
    expect(seen).toEqual([503]);
  });

  it('sends its security headers with every answer, and an id to ask about', async () => {
    const { headers } = await api.anonymous.get('/healthz', { 'x-request-id': 'a-request-of-mine' });
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toBe('a-request-of-mine');
  });

  it('makes a new request id out of one that would not be safe in a log', async () => {
    const { headers } = await api.anonymous.get('/healthz', { 'x-request-id': 'a b' });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('shows its figures to this machine only', async () => {
    expect(await (await api.anonymous.get('/metrics')).text()).toContain('zahlwerk_http_answer_seconds');
    expect((await api.anonymous.get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
  });

  it('explains every error at the address that the error names', async () => {
    const { data } = await owner.query(
      'mutation { revokeApiKey(input: { apiKeyId: "x", idempotencyKey: "12345678" }) { ... on Error { code docsUrl } } }',
    );
    const { pathname, hash } = new URL(data.revokeApiKey.docsUrl);
    expect(hash).toBe('#not-found');
    expect(await (await api.anonymous.get(pathname)).text()).toContain('id="not-found"');
  });

  it('does not know routes of the auth library that nobody needs', async () => {
    expect((await api.anonymous.post('/api/auth/delete-user', {})).status).toBe(404);
    expect((await api.anonymous.post('/api/auth/demo/sign-in', { email: 'x@example.com' })).status).toBe(404);
    expect((await api.anonymous.get('/api/auth/callback/google')).status).toBe(404);
  });
});

describe('GraphQL over HTTP', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'foo/bar', 'application/json; charset=utf-16'])(
    'refuses a body of type %s',
    async (type) => {
      const answer = await owner.post('/graphql', JSON.stringify({ query: VIEWER }), {
        'content-type': type,
      });
      expect(answer.status).toBe(415);
    },
  );

  it('refuses GET, with or without an odd content type', async () => {
    const path = `/graphql?query=${encodeURIComponent(VIEWER)}`;
    expect((await owner.get(path)).status).toBe(405);
    expect((await owner.get(path, { 'content-type': 'foo/bar' })).status).toBe(405);
  });

  it('refuses requests from pages that are not ours', async () => {
    const foreign = await owner.post('/graphql', { query: VIEWER }, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    const crossSite = await owner.post('/graphql', { query: VIEWER }, { 'sec-fetch-site': 'cross-site' });
    expect(crossSite.status).toBe(403);
    const ours = await owner.post('/graphql', { query: VIEWER }, { origin: api.url });
    expect(ours.status).toBe(200);
  });

  it('refuses a body beyond 256 kB and a compressed one', async () => {
    const large = await owner.post('/graphql', { query: VIEWER, variables: { x: 'x'.repeat(300_000) } });
    expect(large.status).toBe(413);
    const zipped = await owner.post('/graphql', { query: VIEWER }, { 'content-encoding': 'gzip' });
    expect(zipped.status).toBe(415);
  });

  it('refuses batches, malformed JSON and malformed GraphQL with 400', async () => {
    expect((await owner.post('/graphql', [{ query: VIEWER }])).status).toBe(400);
    expect((await owner.post('/graphql', '{"query":')).status).toBe(400);
    expect((await owner.post('/graphql', { query: '{ viewer { ' })).status).toBe(400);
    expect((await owner.post('/graphql', { query: '{ nothingLikeThis }' })).status).toBe(400);
  });

  const aliases = Array.from({ length: 60 }, (_, at) => `a${at}: __typename`).join(' ');
  it.each([
    ['TOO_MANY_ALIASES', `{ ${aliases} }`],
    ['TOO_MANY_DIRECTIVES', `{ __typename ${'@include(if: true) '.repeat(80)} }`],
    ['DOCUMENT_TOO_LONG', `{ ${'__typename '.repeat(4_000)} }`],
    [
      'QUERY_TOO_DEEP',
      `{ viewer { organization { members { id } ${'members { id } '.repeat(3)} } } ${deep(20)} }`,
    ],
    [
      'QUERY_TOO_COMPLEX',
      `{ paymentCases(first: 100) { edges { node { events(first: 100) { edges { node { case {
        events(first: 100) { edges { node { id } } } } } } } } } } }`,
    ],
    [
      'TOO_MANY_MUTATIONS',
      'mutation { a: revokeApiKey(input: {apiKeyId: "x", idempotencyKey: "12345678"}) { __typename } ...F } fragment F on Mutation { b: revokeApiKey(input: {apiKeyId: "x", idempotencyKey: "12345678"}) { __typename } }',
    ],
  ])('refuses what asks for too much: %s', async (code, query) => {
    const { status, errors } = await owner.query(query);
    expect(errors?.map(({ extensions }) => extensions.code)).toContain(code);
    expect(status).toBe(400);
  });

  it('answers an unknown key with 401 and a missing scope with its name', async () => {
    const unknown = await api.withKey(`zw_test_${'A'.repeat(43)}`).query(VIEWER);
    expect(unknown).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    const clerk = await api.signIn('CLERK');
    const refused = await clerk.query('{ integrations { id } }');
    expect(refused).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN', requiredScope: 'integration:read' } }],
    });
    expect(await api.anonymous.query('{ integrations { id } }')).toMatchObject({ status: 401 });
  });
});

function deep(levels: number): string {
  return levels === 0 ? '' : `events { edges { node { case { ${nested(levels)} } } } }`;
}

function nested(levels: number): string {
  return levels === 0 ? 'id' : `events(first: 1) { edges { node { case { ${nested(levels - 1)} } } } }`;
}
