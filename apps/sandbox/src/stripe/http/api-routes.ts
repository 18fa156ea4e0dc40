import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { API_VERSION } from '../api-version.ts';
import { newId } from '../ids.ts';
import { openScope, type World } from '../world.ts';
import { type ApiRequest, answer, type Reply } from './answer.ts';
import { authenticate } from './api-key.ts';
import type { Endpoint } from './endpoint.ts';
import { decodeForm, fileAsRaw, type RawMap } from './form.ts';
import { checkKey } from './idempotency.ts';
import { invalidRequest, keyInUse, StripeError } from './stripe-error.ts';

export type ApiContext = Context<{ Bindings: HttpBindings }>;
export type ApiApp = Hono<{ Bindings: HttpBindings }>;

const RELEASE = API_VERSION.slice(API_VERSION.indexOf('.'));
const MAX_BODY = 1_000_000;
const MAX_UPLOAD = 5_000_000;

const versionOf = (c: ApiContext): string => {
  const version = c.req.header('Stripe-Version') ?? API_VERSION;
  if (!/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version))
    throw invalidRequest(`Invalid Stripe API version: ${version}`);
  // Versions of one name only add to each other; any other would be answered in shapes it does not know.
  if (version.endsWith(RELEASE)) return version;
  throw invalidRequest(`The sandbox speaks the API version ${API_VERSION}, and not ${version}.`);
};

const uploadOf = async (c: ApiContext): Promise<RawMap> => {
  if (Number(c.req.header('Content-Length') ?? 0) > MAX_UPLOAD)
    throw invalidRequest('The file is larger than 5 MB.', { param: 'file' }, 413);
  const form = await c.req.formData();
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const file = form.get('file');
  return {
    ...decodeForm(new URLSearchParams(texts).toString()),
    ...(file instanceof File ? { file: fileAsRaw(file) } : {}),
  };
};

const parametersOf = async (c: ApiContext): Promise<RawMap> => {
  if (c.req.method !== 'POST') return decodeForm(new URL(c.req.url).search.slice(1));
  if (c.req.header('Content-Type')?.startsWith('multipart/')) return uploadOf(c);
  const body = await c.req.text();
  if (body.length > MAX_BODY) throw invalidRequest('Request body too large.', {}, 413);
  return decodeForm(body);
};

/** Breaks the connection instead of answering: what a caller sees of a lost answer or a time-out. */
const hangUp = (c: ApiContext): Response => {
  c.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
};

const errorResponse = (c: ApiContext, error: unknown): Response => {
  const known =
    error instanceof StripeError
      ? error
      : new StripeError(500, { type: 'api_error', message: 'An unknown error occurred in the sandbox.' });
  // A programming error must be seen by whoever runs the sandbox, not only as a 500 by its caller.
  if (!(error instanceof StripeError))
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  return c.json({ error: known.body }, { status: known.status as 400 });
};

/** The API under /v1: key, version, parameters, idempotency, faults, then the endpoint itself. */
export const apiRoutes = (world: World, endpoints: readonly Endpoint[], afterEach: () => void): ApiApp => {
  const app: ApiApp = new Hono();

  /** Keys of requests that have not been answered yet, each with its account. */
  const inFlight = new Set<string>();

  const once = async (request: ApiRequest): Promise<Reply | 'no answer'> => {
    const { idempotencyKey: key } = request;
    if (key === null) return answer(request);
    const name = `${request.scope.account}/${key}`;
    if (inFlight.has(name)) throw keyInUse(key);
    inFlight.add(name);
    try {
      return await answer(request);
    } finally {
      inFlight.delete(name);
    }
  };

  const serve = async (c: ApiContext, endpoint: Endpoint | undefined): Promise<Response> => {
    const requestId = newId('req');
    c.header('Request-Id', requestId);
    try {
      const { account, isPublishable } = authenticate(c.req.header('Authorization'));
      const version = versionOf(c);
      c.header('Stripe-Version', version);
      const { method, path } = c.req;
      if (!endpoint) {
        throw invalidRequest(
          `Unrecognized request URL (${method}: ${path}). If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code.`,
          {},
          404,
        );
      }
      const idempotencyKey = method === 'POST' ? (c.req.header('Idempotency-Key') ?? null) : null;
      if (idempotencyKey !== null) {
        checkKey(idempotencyKey);
        c.header('Idempotency-Key', idempotencyKey);
      }
      const request: ApiRequest = {
        scope: openScope(world, account, { id: requestId, idempotency_key: idempotencyKey }),
        endpoint,
        path,
        id: c.req.param('id') ?? '',
        part: c.req.param('part') ?? '',
        isPublishable,
        raw: await parametersOf(c),
        requestId,
        idempotencyKey,
      };
      const reply = await once(request);
      if (reply === 'no answer') return hangUp(c);
      for (const [name, value] of Object.entries(reply.headers)) c.header(name, value);
      return c.body(reply.body, {
        status: reply.status as 200,
        headers: { 'Content-Type': 'application/json' },
      });
    } catch (error) {
      return errorResponse(c, error);
    } finally {
      afterEach();
    }
  };

  for (const endpoint of endpoints) app.on(endpoint.method, endpoint.path, (c) => serve(c, endpoint));
  app.all('/v1/*', (c) => serve(c, undefined));
  return app;
};
