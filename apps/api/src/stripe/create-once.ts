import { randomUUID } from 'node:crypto';
import { isKeySpent } from './provider-error.ts';

/**
 * Creates something under its idempotency key. Where the provider has answered to that key for good and not with what
 * was asked for, it is created under a fresh one: only for what may exist twice without anybody paying twice.
 */
export const createOnce = async <Created>(
  key: string,
  create: (options: { readonly idempotencyKey: string }) => Promise<Created>,
): Promise<Created> => {
  try {
    return await create({ idempotencyKey: key });
  } catch (error) {
    if (!isKeySpent(error)) throw error;
    return create({ idempotencyKey: `${key}-${randomUUID()}` });
  }
};
