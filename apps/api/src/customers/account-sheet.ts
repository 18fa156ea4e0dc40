import { businessTime } from '@zahlwerk/db/now';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { currencyOf } from '../workflow/load/columns.ts';

interface AccountSheet {
  readonly open: Money;
  readonly overdue: Money;
  readonly credit: Money;
  readonly received: Money;
  readonly openCount: number;
}

interface Sums {
  readonly open: bigint;
  readonly overdue: bigint;
  readonly credit: bigint;
  readonly received: bigint;
  readonly open_count: number;
}

/** A customer's account in the home currency: sums over cases and payments, nothing of it stored. */
const readSheet = async (
  tx: TenantTransaction,
  organizationId: string,
  customerId: string,
): Promise<AccountSheet> => {
  const { today } = await businessTime(tx, organizationId);
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const currency = currencyOf(organization.currency);
  const [sums] = await tx.$queryRaw<Sums[]>`
    WITH claim AS (
      SELECT c.due_on, c.amount_due_minor
        - coalesce((SELECT sum(a.amount_minor) FROM allocation a WHERE a.organization_id = c.organization_id AND a.case_id = c.id), 0)
        - coalesce((SELECT sum(j.amount_minor) FROM adjustment j WHERE j.organization_id = c.organization_id AND j.case_id = c.id), 0) AS open
      FROM payment_case c
      WHERE c.organization_id = ${organizationId}::uuid AND c.customer_id = ${customerId}::uuid
        AND c.state = 'OPEN' AND c.currency = ${currency}
    ), money AS (
      SELECT p.amount_minor
          - coalesce((SELECT sum(r.amount_minor) FROM refund r WHERE r.organization_id = p.organization_id AND r.payment_id = p.id AND r.state = 'SUCCEEDED'), 0) AS kept,
        coalesce((SELECT sum(a.amount_minor) FROM allocation a WHERE a.organization_id = p.organization_id AND a.payment_id = p.id), 0) AS allocated
      FROM payment p
      WHERE p.organization_id = ${organizationId}::uuid AND p.customer_id = ${customerId}::uuid AND p.currency = ${currency}
        AND p.unassigned_at IS NULL
    )
    SELECT (SELECT coalesce(sum(open), 0)::bigint FROM claim) AS open,
      (SELECT count(*)::int FROM claim WHERE open > 0) AS open_count,
      (SELECT coalesce(sum(open), 0)::bigint FROM claim WHERE due_on < ${today}::date) AS overdue,
      (SELECT coalesce(sum(kept - allocated), 0)::bigint FROM money) AS credit,
      (SELECT coalesce(sum(kept), 0)::bigint FROM money) AS received`;
  if (!sums) throw new Error('The account gave no row.');
  return {
    open: money(sums.open, currency),
    overdue: money(sums.overdue, currency),
    credit: money(sums.credit, currency),
    received: money(sums.received, currency),
    openCount: sums.open_count,
  };
};

const AccountSheetType = builder.objectRef<AccountSheet>('AccountSheet').implement({
  description: "A customer's account in the home currency of the business.",
  fields: (t) => ({
    open: t.expose('open', { type: MoneyType, description: 'Owed on running cases.' }),
    openCount: t.exposeInt('openCount', { description: 'How many cases owe something.' }),
    overdue: t.expose('overdue', { type: MoneyType, description: 'Owed and due before today.' }),
    credit: t.expose('credit', { type: MoneyType, description: 'Received and not allocated to any claim.' }),
    received: t.expose('received', { type: MoneyType, description: 'Received in all, refunds taken off.' }),
  }),
});

builder.prismaObjectField('Customer', 'account', (t) =>
  t.field({
    type: AccountSheetType,
    description: 'Open balance, overdue, unassigned credit.',
    resolve: ({ organizationId, id }, _args, { db }) => readSheet(db, organizationId, id),
  }),
);
