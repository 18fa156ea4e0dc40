import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { Prisma } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { todayOf } from '../graphql/today.ts';
import { casesAwaitingMoney } from '../workflow/awaited-money.ts';

/** Derived, never stored: an invoice is as open as the claim of its case. */
export type InvoiceStanding = 'OPEN' | 'OVERDUE' | 'PAID' | 'CANCELED';

export const InvoiceStandingEnum = builder.enumType('InvoiceStanding', {
  description: 'How an invoice stands to its money.',
  values: {
    OPEN: { description: 'Money is still to come and not yet overdue.' },
    OVERDUE: { description: 'Money is still to come and was due before today.' },
    PAID: { description: 'Nothing is to come any more.' },
    CANCELED: { description: 'Taken back by a Storno, or the Storno itself.' },
  } as const,
});

interface Standing {
  readonly state: string;
  readonly kind: string;
  readonly dueOn: Date | null;
  readonly awaits: boolean;
}

export const standingOf = ({ state, kind, dueOn, awaits }: Standing, today: string): InvoiceStanding => {
  if (state === 'CANCELED' || kind === 'STORNO') return 'CANCELED';
  if (!awaits) return 'PAID';
  return dueOn !== null && dueOn < dayToDate(today) ? 'OVERDUE' : 'OPEN';
};

/** The invoices of one standing, by the very rule of `standingOf`. */
export const whereStanding = async (
  ctx: ApiContext,
  organizationId: string,
  standings: readonly InvoiceStanding[],
): Promise<Prisma.InvoiceWhereInput> => {
  const today = dayToDate(await todayOf(ctx, organizationId));
  const awaiting = [...(await casesAwaitingMoney(ctx.db, organizationId))];
  const effective = { state: { not: 'CANCELED' }, kind: { not: 'STORNO' } } as const;
  const isLate = { dueOn: { lt: today } };
  const where: Record<InvoiceStanding, Prisma.InvoiceWhereInput> = {
    CANCELED: { OR: [{ state: 'CANCELED' }, { kind: 'STORNO' }] },
    PAID: { ...effective, caseId: { notIn: awaiting } },
    OVERDUE: { ...effective, caseId: { in: awaiting }, ...isLate },
    OPEN: { ...effective, caseId: { in: awaiting }, OR: [{ dueOn: null }, { dueOn: { gte: today } }] },
  };
  return { OR: standings.map((standing) => where[standing]) };
};
