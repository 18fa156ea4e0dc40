import { describe, expect, it } from 'vitest';
import { openSandbox, refusal } from '../../../test/open-sandbox.ts';

const { newAccount } = await openSandbox();

describe('customers', () => {
  it('are listed by e-mail, newest first, page by page in both directions', async () => {
    const account = newAccount();
    for (const name of ['1', '2', '3', '4', '5'])
      await account.customers.create({ name, email: 'same@example.com' });
    await account.customers.create({ email: 'other@example.com' });
    const names = (page: { data: Array<{ name?: string | null }> }) =>
      page.data.map((customer) => customer.name);
    const first = await account.customers.list({ email: 'same@example.com', limit: 2 });
    expect([names(first), first.has_more]).toEqual([['5', '4'], true]);
    const second = await account.customers.list({
      email: 'same@example.com',
      limit: 2,
      starting_after: first.data[1]?.id ?? '',
    });
    expect([names(second), second.has_more]).toEqual([['3', '2'], true]);
    const back = await account.customers.list({
      email: 'same@example.com',
      limit: 1,
      ending_before: second.data[1]?.id ?? '',
    });
    expect([names(back), back.has_more]).toEqual([['3'], true]);
    const all = await account.customers.list({ limit: 2 }).autoPagingToArray({ limit: 100 });
    expect(all).toHaveLength(6);
  });

  it('are found by search in name and metadata', async () => {
    const account = newAccount();
    await account.customers.create({ name: 'Anna Berg', metadata: { number: 'K-1' } });
    await account.customers.create({ name: 'Bernd Tal', metadata: { number: 'K-2' } });
    expect((await account.customers.search({ query: "name~'berg'" })).data).toHaveLength(1);
    expect((await account.customers.search({ query: "metadata['number']:'K-2'" })).data[0]?.name).toBe(
      'Bernd Tal',
    );
  });

  it('read as deleted once deleted, and drop out of the list', async () => {
    const account = newAccount();
    const { id } = await account.customers.create({});
    expect(await account.customers.del(id)).toMatchObject({ id, deleted: true });
    expect(await account.customers.retrieve(id)).toMatchObject({ id, deleted: true });
    expect((await account.customers.list()).data).toEqual([]);
    expect(await refusal(account.customers.del(id))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
    });
  });

  it('belong to the account of the key and to no other', async () => {
    const { id } = await newAccount().customers.create({});
    expect(await refusal(newAccount().customers.retrieve(id))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
  });
});
