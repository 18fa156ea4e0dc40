import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '../generated/client.ts';

/** A way to a database that can be laid to another one while nobody is connected. */
interface Way extends SqlDriverAdapterFactory {
  to: SqlDriverAdapterFactory;
}

interface CompiledClient {
  readonly prisma: PrismaClient;
  readonly way: Way;
}

const idle: CompiledClient[] = [];

const newClient = (to: SqlDriverAdapterFactory): CompiledClient => {
  const way: Way = {
    to,
    provider: to.provider,
    adapterName: to.adapterName,
    connect: (): Promise<SqlDriverAdapter> => way.to.connect(),
  };
  // A pretty error costs a stack trace for every query, whether it fails or not.
  return { prisma: new PrismaClient({ adapter: way, errorFormat: 'minimal' }), way };
};

/**
 * A Prisma client on this adapter, and how to give it back. What a client has compiled is kept for whoever takes it
 * next: compiling the queries of the desk takes a quarter of a second, which tests with a database each would pay
 * again and again.
 */
export const takeClient = (adapter: SqlDriverAdapterFactory) => {
  const client = idle.pop() ?? newClient(adapter);
  client.way.to = adapter;
  let isTaken = true;
  return {
    prisma: client.prisma,
    giveBack: async (): Promise<void> => {
      // Given back twice it would serve two databases at once.
      if (!isTaken) return;
      isTaken = false;
      await client.prisma.$disconnect();
      idle.push(client);
    },
  };
};
