import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import DataLoader from 'dataloader';
import type { ApiContext } from '../../graphql/context.ts';
import { loadCases } from '../load/load-cases.ts';
import { caseNotFound } from '../refused.ts';

const loaders = new WeakMap<ApiContext, DataLoader<string, PaymentCase>>();

const loaderOf = (ctx: ApiContext): DataLoader<string, PaymentCase> => {
  const known = loaders.get(ctx);
  if (known) return known;
  const { organizationId } = ctx;
  const loader = new DataLoader<string, PaymentCase>(async (ids) => {
    const cases = organizationId
      ? await loadCases(ctx.db, organizationId, ids)
      : new Map<string, PaymentCase>();
    return ids.map((id) => cases.get(id) ?? caseNotFound());
  });
  loaders.set(ctx, loader);
  return loader;
};

/** The aggregate behind a case's derived fields; all cases of one operation are loaded together. */
export const caseOf = (ctx: ApiContext, id: string): Promise<PaymentCase> => loaderOf(ctx).load(id);

/** Forgets what was loaded before a command, so that the answer shows today's data. */
export const forgetCases = (ctx: ApiContext): void => {
  loaders.delete(ctx);
};
