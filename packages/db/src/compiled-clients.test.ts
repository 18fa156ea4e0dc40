import { PrismaPg } from '@prisma/adapter-pg';
import { expect, it } from 'vitest';
import { takeClient } from './compiled-clients.ts';

const take = () => takeClient(new PrismaPg({ connectionString: 'postgres://nobody@127.0.0.1:1/nowhere' }));

it('serves the next database once it is given back', async () => {
  const first = take();
  await first.giveBack();
  expect(take().prisma).toBe(first.prisma);
});

it('is never in two hands, also when it is given back twice', async () => {
  const first = take();
  await first.giveBack();
  await first.giveBack();
  expect(take().prisma).not.toBe(take().prisma);
});
