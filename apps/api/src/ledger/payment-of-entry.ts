import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Origin, OriginKind } from '@zahlwerk/domain/ledger/origin';
import type { ApiContext } from '../graphql/context.ts';
import { isUuid } from '../graphql/ids.ts';

type PaymentIds = ReadonlyMap<string, string>;

interface Found {
  readonly id: string;
  readonly paymentId: string;
}

/** To which payments a number of origins of one kind belong. */
const READ = {
  ALLOCATION: (tx, which) => tx.allocation.findMany({ where: which, select: { id: true, paymentId: true } }),
  REFUND: (tx, which) => tx.refund.findMany({ where: which, select: { id: true, paymentId: true } }),
  DISPUTE: (tx, which) => tx.dispute.findMany({ where: which, select: { id: true, paymentId: true } }),
  FEE: async (tx, { organizationId, id: { in: refs } }) => {
    const payments = await tx.payment.findMany({
      where: { organizationId, balanceRef: { in: refs } },
      select: { id: true, balanceRef: true },
    });
    return payments.map(({ id, balanceRef }) => ({ id: balanceRef ?? '', paymentId: id }));
  },
} as const satisfies Partial<
  Record<
    OriginKind,
    (
      tx: TenantTransaction,
      which: { readonly organizationId: string; readonly id: { readonly in: string[] } },
    ) => Promise<readonly Found[]>
  >
>;

type Kind = keyof typeof READ;

const isKind = (kind: OriginKind): kind is Kind => kind in READ;

interface Batch {
  readonly ids: Set<string>;
  readonly found: Promise<PaymentIds>;
}

const waiting = new WeakMap<ApiContext, Map<Kind, Batch>>();

/** Asked for each entry of a list at the same moment, and read for all of them together. */
const batchOf = (ctx: ApiContext, organizationId: string, kind: Kind): Batch => {
  const batches = waiting.get(ctx) ?? new Map<Kind, Batch>();
  waiting.set(ctx, batches);
  const open = batches.get(kind);
  if (open) return open;
  const ids = new Set<string>();
  const read = async (): Promise<PaymentIds> => {
    await new Promise(setImmediate);
    batches.delete(kind);
    const rows = await READ[kind](ctx.db, { organizationId, id: { in: [...ids] } });
    return new Map(rows.map(({ id, paymentId }) => [id, paymentId]));
  };
  const batch = { ids, found: read() };
  batches.set(kind, batch);
  return batch;
};

/** The payment that an entry is about: it posts the money itself, a fee of it, or what was done with it. */
export const paymentIdOf = async (
  ctx: ApiContext,
  organizationId: string,
  { kind, id }: Origin,
): Promise<string | null> => {
  if (kind === 'PAYMENT') return isUuid(id) ? id : null;
  if (!isKind(kind) || (kind !== 'FEE' && !isUuid(id))) return null;
  const batch = batchOf(ctx, organizationId, kind);
  batch.ids.add(id);
  return (await batch.found).get(id) ?? null;
};
