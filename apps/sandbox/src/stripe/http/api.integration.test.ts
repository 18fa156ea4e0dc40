import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { openSandbox, RETURN, refusal, stripeClient } from '../../../test/open-sandbox.ts';

const { sandbox, stripe, newAccount } = await openSandbox();

const raw = (path: string, init: RequestInit = {}) =>
  fetch(`${sandbox.stripeUrl}${path}`, {
    ...init,
    headers: { Authorization: 'Bearer sk_test_raw00001', ...init.headers },
  });

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  raw(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const errorOf = async (response: Response) =>
  ((await response.json()) as { error: Stripe.StripeRawError }).error;

describe('keys', () => {
  it('open an account each: the same key always the same, another key another', async () => {
    const first = await stripe.accounts.retrieveCurrent();
    expect(first).toMatchObject({
      id: expect.stringMatching(/^acct_/),
      country: 'DE',
      default_currency: 'eur',
      charges_enabled: true,
    });
    expect((await stripe.accounts.retrieveCurrent()).id).toBe(first.id);
    expect((await newAccount().accounts.retrieveCurrent()).id).not.toBe(first.id);
  });

  it('may be given as bearer or as basic user name', async () => {
    const basic = await raw('/v1/account', {
      headers: { Authorization: `Basic ${btoa('sk_test_raw00001:')}` },
    });
    const bearer = await raw('/v1/account');
    expect(await basic.json()).toEqual(await bearer.json());
  });

  it.each([
    ['a live key', 'sk_live_1234567890abcd', 'Invalid API Key provided: sk_live_**********abcd'],
    ['nonsense', 'hello', 'Invalid API Key provided: hello'],
  ])('refuse %s', async (_what, key, message) => {
    const error = await refusal(stripeClient(sandbox, key).customers.list());
    expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401, message });
  });

  it('refuse a publishable key for what needs a secret one, and no key at all', async () => {
    expect(await refusal(stripeClient(sandbox, 'pk_test_12345678').customers.list())).toMatchObject({
      statusCode: 401,
      code: 'secret_key_required',
    });
    const none = await fetch(`${sandbox.stripeUrl}/v1/customers`);
    expect([none.status, (await errorOf(none)).message]).toEqual([
      401,
      expect.stringContaining('You did not provide an API key'),
    ]);
  });
});

describe('every answer', () => {
  it('carries a request id and echoes the version', async () => {
    const customer = await stripe.customers.create({});
    expect(customer.lastResponse).toMatchObject({
      requestId: expect.stringMatching(/^req_/),
      apiVersion: '2026-10-28.endive',
      statusCode: 200,
    });
    const near = await raw('/v1/customers', { headers: { 'Stripe-Version': '2026-09-30.endive' } });
    expect([near.status, near.headers.get('Stripe-Version')]).toEqual([200, '2026-09-30.endive']);
    const old = await raw('/v1/customers', { headers: { 'Stripe-Version': '2020-08-27' } });
    expect([old.status, (await errorOf(old)).message]).toEqual([
      400,
      'The sandbox speaks the API version 2026-10-28.endive, and not 2020-08-27.',
    ]);
    const wrong = await raw('/v1/customers', { headers: { 'Stripe-Version': 'newest' } });
    expect([wrong.status, (await errorOf(wrong)).type]).toEqual([400, 'invalid_request_error']);
    expect(wrong.headers.get('Request-Id')).toMatch(/^req_/);
  });
});

describe('parameters', () => {
  it.each([
    ['an unknown one', 'email=a@example.com&color=red', 'parameter_unknown', 'color'],
    ['an unknown nested one', 'address[planet]=Mars', 'parameter_unknown', 'address[planet]'],
    [
      'an empty one',
      'invoice_settings[default_payment_method]=pm_x&preferred_locales[0]=',
      'parameter_invalid_empty',
      'preferred_locales[0]',
    ],
    ['a hash where a string belongs', 'email[a]=b', undefined, 'email'],
    ['a string where a hash belongs', 'metadata=x', undefined, 'metadata'],
    ['a value that is not offered', 'tax_exempt=maybe', undefined, 'tax_exempt'],
    ['gaps in a list', 'preferred_locales[1]=de', undefined, 'preferred_locales'],
  ])('are refused: %s', async (_what, body, code, param) => {
    const response = await post('/v1/customers', body);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatchObject({
      type: 'invalid_request_error',
      param,
      ...(code ? { code } : {}),
    });
  });

  it('since endive include allowed_payment_method_types, and no longer payment_method_types', async () => {
    const response = await post(
      '/v1/payment_intents',
      'amount=1000&currency=eur&payment_method_types[]=card',
    );
    expect(await errorOf(response)).toMatchObject({
      code: 'parameter_unknown',
      param: 'payment_method_types',
    });
  });

  it.each([
    ['amount=ten&currency=eur', 'parameter_invalid_integer', 'amount'],
    ['amount=10.5&currency=eur', 'parameter_invalid_integer', 'amount'],
    ['amount=-5&currency=eur', 'parameter_invalid_integer', 'amount'],
    ['currency=eur', 'parameter_missing', 'amount'],
    ['amount=1000&currency=eur&confirm=yes', undefined, 'confirm'],
  ])('of a payment are checked: %s', async (body, code, param) => {
    expect(await errorOf(await post('/v1/payment_intents', body))).toMatchObject({
      param,
      ...(code ? { code, doc_url: expect.stringContaining('error-codes') } : {}),
    });
  });
});

describe('what does not exist', () => {
  it('is a URL the API does not know', async () => {
    const response = await raw('/v1/unicorns');
    expect([response.status, (await errorOf(response)).message]).toEqual([
      404,
      expect.stringContaining('Unrecognized request URL (GET: /v1/unicorns)'),
    ]);
  });
});

describe('idempotency keys', () => {
  const body = 'name=Erika&metadata[a]=1';
  const key = (value: string) => ({ 'Idempotency-Key': value });

  it('give the first answer again, whatever the order of the parameters', async () => {
    const first = await post('/v1/customers', body, key('k-1'));
    const second = await post('/v1/customers', 'metadata[a]=1&name=Erika', key('k-1'));
    expect(await second.text()).toBe(await first.text());
    expect(first.headers.get('Idempotent-Replayed')).toBeNull();
    expect(second.headers.get('Idempotent-Replayed')).toBe('true');
    expect(second.headers.get('Original-Request')).toBe(first.headers.get('Request-Id'));
    expect(second.headers.get('Request-Id')).not.toBe(first.headers.get('Request-Id'));
  });

  it('refuse other parameters and other endpoints, and change nothing', async () => {
    const account = newAccount();
    const options = { idempotencyKey: 'k-2' };
    await account.customers.create({ name: 'Erika' }, options);
    const parameters = await refusal(account.customers.create({ name: 'Max' }, options));
    expect(parameters).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400, code: undefined });
    expect(parameters.message).toContain("Try using a key other than 'k-2'");
    expect(
      await refusal(account.paymentIntents.create({ amount: 1_000, currency: 'eur' }, options)),
    ).toMatchObject({ type: 'StripeIdempotencyError' });
    expect((await account.customers.list()).data).toHaveLength(1);
  });

  it('replay a decline too: the bank is not asked twice', async () => {
    const account = newAccount();
    const pay = () =>
      account.paymentIntents.create(
        {
          amount: 1_000,
          currency: 'eur',
          payment_method: 'pm_card_chargeDeclined',
          confirm: true,
          ...RETURN,
        },
        { idempotencyKey: 'k-3' },
      );
    const [first, second] = [await refusal(pay()), await refusal(pay())];
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
    expect((await account.charges.list()).data).toHaveLength(1);
  });

  it('stay free after a refused parameter', async () => {
    const account = newAccount();
    const options = { idempotencyKey: 'k-4' };
    await refusal(account.paymentIntents.create({ amount: 1, currency: 'eur' }, options));
    expect((await account.paymentIntents.create({ amount: 1_000, currency: 'eur' }, options)).amount).toBe(
      1_000,
    );
  });

  it('keep the refusal of a state: the endpoint had begun, and asking again changes nothing', async () => {
    const account = newAccount();
    const { id } = await account.paymentIntents.create({ amount: 1_000, currency: 'eur' });
    const options = { idempotencyKey: 'k-7' };
    const first = await refusal(account.paymentIntents.capture(id, {}, options));
    expect(first.code).toBe('payment_intent_unexpected_state');
    await account.paymentIntents.cancel(id);
    const second = await refusal(account.paymentIntents.capture(id, {}, options));
    expect(second.message).toBe(first.message);
    expect(second.headers?.['idempotent-replayed']).toBe('true');
  });

  it('leave nothing of what was undone by such a refusal', async () => {
    const account = newAccount();
    const [method] = [await account.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })];
    const create = () =>
      account.paymentIntents.create(
        { amount: 1_000, currency: 'eur', confirm: true, payment_method: method?.id ?? '' },
        { idempotencyKey: 'k-8' },
      );
    await refusal(create());
    expect((await account.paymentIntents.list()).data).toEqual([]);
  });

  it('are refused while the first request is still under way', async () => {
    const account = newAccount();
    await fetch(`${sandbox.stripeUrl}/_sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ lever: 'server_error_before', times: 1, holdMs: 300, path: '/v1/customers' }),
    });
    const options = { idempotencyKey: 'k-9' };
    const [held, meanwhile] = await Promise.all([
      refusal(account.customers.create({ name: 'A' }, options)),
      refusal(account.customers.create({ name: 'A' }, options)),
    ]);
    expect([held.statusCode, meanwhile.statusCode].sort()).toEqual([409, 500]);
    expect([held.code, meanwhile.code]).toContain('idempotency_key_in_use');
    expect((await account.customers.create({ name: 'A' }, options)).name).toBe('A');
  });

  it('belong to one account, and are forgotten after 24 hours', async () => {
    const [account, other] = [newAccount(), newAccount()];
    const options = { idempotencyKey: 'k-5' };
    const first = await account.customers.create({ name: 'A' }, options);
    expect((await other.customers.create({ name: 'B' }, options)).name).toBe('B');
    sandbox.clock.advance(24 * 3_600 + 1);
    expect((await account.customers.create({ name: 'C' }, options)).id).not.toBe(first.id);
  });

  it('charge once when the same request is sent many times at once', async () => {
    const account = newAccount();
    const intents = await Promise.all(
      Array.from({ length: 20 }, () =>
        account.paymentIntents.create(
          { amount: 1_000, currency: 'eur', payment_method: 'pm_card_visa', confirm: true, ...RETURN },
          { idempotencyKey: 'k-6' },
        ),
      ),
    );
    expect(new Set(intents.map(({ id }) => id)).size).toBe(1);
    expect((await account.charges.list()).data).toHaveLength(1);
  });

  it('may be at most 255 characters long', async () => {
    expect((await post('/v1/customers', body, key('x'.repeat(256)))).status).toBe(400);
  });
});

describe('API levers', () => {
  const pull = (lever: string, times = 1, extra: object = {}) =>
    fetch(`${sandbox.stripeUrl}/_sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ lever, times, ...extra }),
    });
  const create = (account: Stripe, key: string) =>
    account.customers.create({ name: key }, { idempotencyKey: key });
  const names = async (account: Stripe) => (await account.customers.list()).data.map(({ name }) => name);

  // The SDK repeats a broken connection once by itself, so the lever has to work twice.
  it('time-out before: nothing has happened', async () => {
    const account = newAccount();
    await pull('timeout_before', 2);
    expect(await refusal(create(account, 'before'))).toMatchObject({ type: 'StripeConnectionError' });
    expect(await names(account)).toEqual([]);
    expect((await create(account, 'before')).name).toBe('before');
  });

  it('time-out after: it has happened, the answer is lost, the key finds it again', async () => {
    const account = newAccount();
    await pull('timeout_after', 2);
    expect(await refusal(create(account, 'after'))).toMatchObject({ type: 'StripeConnectionError' });
    expect(await names(account)).toEqual(['after']);
    expect((await create(account, 'after')).lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await names(account)).toEqual(['after']);
  });

  it('holds a request back before it breaks it', async () => {
    const account = newAccount();
    await pull('timeout_before', 2, { holdMs: 5 });
    expect(await refusal(create(account, 'held'))).toMatchObject({ type: 'StripeConnectionError' });
  });

  it('429: too many requests, and an object that is locked', async () => {
    const account = newAccount();
    await pull('rate_limit');
    expect(await refusal(create(account, 'limit'))).toMatchObject({
      type: 'StripeRateLimitError',
      statusCode: 429,
      code: 'rate_limit',
    });
    await pull('lock_timeout');
    const locked = await refusal(create(account, 'limit'));
    expect(locked).toMatchObject({ statusCode: 429, code: 'lock_timeout' });
    expect(locked.headers?.['stripe-should-retry']).toBe('true');
    expect((await create(account, 'limit')).name).toBe('limit');
  });

  it('429 for what exceeds a number of requests per second', async () => {
    const account = newAccount();
    const pulled = await fetch(`${sandbox.stripeUrl}/_sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ lever: 'rate_limit', perSecond: 5, path: '/v1/customers' }),
    });
    const { id } = (await pulled.json()) as { id: string };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => account.customers.create({ name: String(index) })),
    );
    await fetch(`${sandbox.stripeUrl}/_sandbox/faults/${id}`, { method: 'DELETE' });
    const taken = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(taken).toBeGreaterThanOrEqual(5);
    expect(taken).toBeLessThan(30);
    expect(await account.customers.list({ limit: 100 })).toMatchObject({ data: { length: taken } });
  });

  it('500 before the effect leaves the key free; 500 after it is replayed for ever', async () => {
    const account = newAccount();
    await pull('server_error_before');
    expect(await refusal(create(account, 'early'))).toMatchObject({
      type: 'StripeAPIError',
      statusCode: 500,
    });
    expect((await create(account, 'early')).name).toBe('early');
    await pull('server_error_after');
    expect(await refusal(create(account, 'late'))).toMatchObject({ statusCode: 500 });
    expect(await refusal(create(account, 'late'))).toMatchObject({ statusCode: 500 });
    expect(await names(account)).toEqual(['late', 'early']);
  });

  it('concern only the method and path they name, and can be released', async () => {
    const account = newAccount();
    const pulled = await pull('server_error_before', 5, { method: 'get', path: '/v1/customers' });
    const { id } = (await pulled.json()) as { id: string };
    expect((await create(account, 'free')).name).toBe('free');
    expect(await refusal(account.customers.list())).toMatchObject({ statusCode: 500 });
    await fetch(`${sandbox.stripeUrl}/_sandbox/faults/${id}`, { method: 'DELETE' });
    expect(await names(account)).toEqual(['free']);
    expect((await pull('earthquake')).status).toBe(400);
  });
});
