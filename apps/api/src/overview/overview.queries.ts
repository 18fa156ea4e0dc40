import { businessTime } from '@zahlwerk/db/now';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Currency } from '@zahlwerk/domain/money/currency';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { poolOf } from '../bank/bank-pool.ts';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { availableMoney } from '../payments/available-money.ts';
import { awaitedClaims } from '../workflow/awaited-money.ts';
import { currencyOf } from '../workflow/load/columns.ts';

interface Figures {
  readonly receivedToday: Money;
  readonly receivedThisMonth: Money;
  readonly expected: Money;
  readonly overdue: Money;
  readonly overdueCount: number;
  readonly unassigned: Money;
  readonly openTasks: number;
  readonly days: readonly DayFigures[];
}

interface DayFigures {
  readonly day: string;
  readonly received: Money;
  readonly expected: Money;
}

/** How far the overview looks back and ahead. */
const DAYS = 30;
const EXPECTED_DAYS = 14;

interface Sums {
  readonly received_today: bigint;
  readonly received_month: bigint;
  readonly expected: bigint;
  readonly overdue: bigint;
  readonly overdue_count: number;
  readonly unassigned: bigint;
  readonly open_tasks: number;
}

/** The figures in the currency, of one moment. */
const sums = async (
  tx: TenantTransaction,
  organizationId: string,
  currency: Currency,
  today: string,
): Promise<Sums> => {
  const until = addDays(today, EXPECTED_DAYS);
  const [row] = await tx.$queryRaw<Sums[]>`
    WITH claim AS (
      SELECT due_on, awaited FROM (${awaitedClaims(organizationId)}) running WHERE currency = ${currency}
    ), received AS (
      SELECT p.amount_minor, (p.booked_at AT TIME ZONE o.time_zone)::date AS day
      FROM payment p JOIN organization o ON o.id = p.organization_id
      WHERE p.organization_id = ${organizationId}::uuid AND p.currency = ${currency} AND p.unassigned_at IS NULL
    )
    SELECT
      (SELECT coalesce(sum(amount_minor), 0)::bigint FROM received WHERE day = ${today}::date) AS received_today,
      (SELECT coalesce(sum(amount_minor), 0)::bigint FROM received WHERE day >= date_trunc('month', ${today}::date) AND day <= ${today}::date) AS received_month,
      (SELECT coalesce(sum(awaited), 0)::bigint FROM claim WHERE due_on BETWEEN ${today}::date AND ${until}::date) AS expected,
      (SELECT coalesce(sum(awaited), 0)::bigint FROM claim WHERE due_on < ${today}::date) AS overdue,
      (SELECT count(*)::int FROM claim WHERE awaited > 0 AND due_on < ${today}::date) AS overdue_count,
      (SELECT coalesce(sum(available), 0)::bigint FROM (${availableMoney(organizationId)}) money
        WHERE currency = ${currency})
        + (SELECT coalesce(sum(rest), 0)::bigint FROM (${poolOf(organizationId)}) pool
        WHERE currency = ${currency}) AS unassigned,
      (SELECT count(*)::int FROM task WHERE organization_id = ${organizationId}::uuid AND state <> 'DONE') AS open_tasks`;
  if (!row) throw new Error('The overview gave no row.');
  return row;
};

/** Money received per day in the past, claims falling due per day in the future; days without either are zero. */
const perDay = (tx: TenantTransaction, organizationId: string, currency: Currency, today: string) =>
  tx.$queryRaw<{ day: string; received: bigint; expected: bigint }[]>`
    WITH claim AS (
      SELECT due_on, awaited FROM (${awaitedClaims(organizationId)}) running WHERE currency = ${currency}
    )
    SELECT to_char(d.day, 'YYYY-MM-DD') AS day,
      (SELECT coalesce(sum(p.amount_minor), 0)::bigint FROM payment p JOIN organization o ON o.id = p.organization_id
        WHERE p.organization_id = ${organizationId}::uuid AND p.currency = ${currency} AND p.unassigned_at IS NULL
          AND (p.booked_at AT TIME ZONE o.time_zone)::date = d.day) AS received,
      (SELECT coalesce(sum(claim.awaited), 0)::bigint FROM claim WHERE claim.due_on = d.day) AS expected
    FROM generate_series(${addDays(today, -DAYS)}::date, ${addDays(today, DAYS)}::date, '1 day') AS d(day)
    ORDER BY d.day`;

const readFigures = async (tx: TenantTransaction, organizationId: string): Promise<Figures> => {
  const { today } = await businessTime(tx, organizationId);
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const currency = currencyOf(organization.currency);
  const row = await sums(tx, organizationId, currency, today);
  const days = await perDay(tx, organizationId, currency, today);
  return {
    receivedToday: money(row.received_today, currency),
    receivedThisMonth: money(row.received_month, currency),
    expected: money(row.expected, currency),
    overdue: money(row.overdue, currency),
    overdueCount: row.overdue_count,
    unassigned: money(row.unassigned, currency),
    openTasks: row.open_tasks,
    days: days.map(({ day, received, expected }) => ({
      day,
      received: money(received, currency),
      expected: money(expected, currency),
    })),
  };
};

const DayFiguresType = builder.objectRef<DayFigures>('DayFigures').implement({
  description: 'Cash on one day.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: "Day in the organization's calendar." }),
    received: t.expose('received', { type: MoneyType, description: 'What arrived.' }),
    expected: t.expose('expected', { type: MoneyType, description: 'What falls due and is still to come.' }),
  }),
});

const OverviewType = builder.objectRef<Figures>('Overview').implement({
  description: 'Where the business stands, in its home currency and on its own calendar.',
  fields: (t) => ({
    receivedToday: t.expose('receivedToday', { type: MoneyType, description: 'Booked today.' }),
    receivedThisMonth: t.expose('receivedThisMonth', {
      type: MoneyType,
      description: 'Booked since the first of the month.',
    }),
    expected: t.expose('expected', {
      type: MoneyType,
      description:
        'Still to come of what is due within the next 14 days, today included; money that has arrived and waits for its confirmation is not expected any more.',
    }),
    overdue: t.expose('overdue', {
      type: MoneyType,
      description: 'Still to come of what was due before today.',
    }),
    overdueCount: t.exposeInt('overdueCount', { description: 'How many cases are overdue.' }),
    unassigned: t.expose('unassigned', {
      type: MoneyType,
      description: 'Received and not allocated to any claim, the pool of the bank account included.',
    }),
    openTasks: t.exposeInt('openTasks', { description: 'How many tasks are not done.' }),
    days: t.expose('days', { type: [DayFiguresType], description: '30 days back and 30 ahead.' }),
  }),
});

builder.queryField('overview', (t) =>
  t.withAuth({ permission: 'case:read' }).field({
    type: OverviewType,
    description: 'The four numbers, and cash per day.',
    resolve: (_root, _args, { db, organizationId }) => readFigures(db, organizationId),
  }),
);
