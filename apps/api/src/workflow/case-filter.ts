import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { Prisma } from '@zahlwerk/db/generated/client';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { decodeId } from '../graphql/ids.ts';
import { StepEnum } from '../graphql/step.type.ts';
import { casesAwaitingMoney } from './awaited-money.ts';
import { searchedCases } from './search-cases.ts';
import { CaseStateEnum, PaymentStatusEnum } from './types/enums.ts';

export const PaymentCaseFilter = builder.inputType('PaymentCaseFilter', {
  description: 'What is left out does not matter; what is given must all hold.',
  fields: (t) => ({
    state: t.field({ type: CaseStateEnum, required: false, description: 'Running, closed or canceled.' }),
    moneyStatus: t.field({
      type: [PaymentStatusEnum],
      required: false,
      description: 'Any of these published statuses.',
    }),
    step: t.field({ type: StepEnum, required: false, description: 'The open step.' }),
    hasStopped: t.boolean({
      required: false,
      description: 'Whether the machine has left the open step to a person.',
    }),
    customerId: t.id({ required: false, description: 'On whom the claim is.' }),
    dueFrom: t.field({ type: 'Date', required: false, description: 'Due on this day or later.' }),
    dueBefore: t.field({ type: 'Date', required: false, description: 'Due before this day.' }),
    currency: t.field({ type: 'CurrencyCode', required: false, description: 'In which the claim is.' }),
    awaitsMoney: t.boolean({
      required: false,
      description: 'Whether money is still to come; see amountAwaited.',
    }),
    search: t.string({
      required: false,
      description:
        'An amount such as 119 or 1.190,00 €, a number of a case, invoice, receipt or customer, an e-mail address, a reference, or part of a name.',
    }),
    assignedTo: t.id({ required: false, description: 'Member who has an open task of it.' }),
    hasDiscrepancy: t.boolean({ required: false, description: 'Whether something does not agree.' }),
  }),
});

type Filter = typeof PaymentCaseFilter.$inferInput;

const awaiting = async (
  { db }: ApiContext,
  organizationId: string,
  awaits: boolean,
): Promise<Prisma.PaymentCaseWhereInput> => {
  const ids = [...(await casesAwaitingMoney(db, organizationId))];
  return { id: awaits ? { in: ids } : { notIn: ids } };
};

const stopped = (hasStopped: boolean): Prisma.PaymentCaseWhereInput => {
  const steps = { state: 'OPEN', stopCode: { not: null } } as const;
  return { steps: hasStopped ? { some: steps } : { none: steps } };
};

export const whichCases = async (
  ctx: ApiContext,
  filter: Filter | null | undefined,
  organizationId = ctx.organizationId ?? '',
): Promise<Prisma.PaymentCaseWhereInput> => ({
  organizationId,
  AND: [
    filter?.state ? { state: filter.state } : {},
    filter?.moneyStatus ? { publishedStatus: { status: { in: [...filter.moneyStatus] } } } : {},
    filter?.step ? { steps: { some: { step: filter.step, state: 'OPEN' } } } : {},
    typeof filter?.hasStopped === 'boolean' ? stopped(filter.hasStopped) : {},
    filter?.customerId ? { customerId: decodeId('Customer', filter.customerId) } : {},
    filter?.dueFrom ? { dueOn: { gte: dayToDate(filter.dueFrom) } } : {},
    filter?.dueBefore ? { dueOn: { lt: dayToDate(filter.dueBefore) } } : {},
    filter?.currency ? { currency: filter.currency } : {},
    typeof filter?.awaitsMoney === 'boolean' ? await awaiting(ctx, organizationId, filter.awaitsMoney) : {},
    filter?.search?.trim() ? await searchedCases(ctx.db, organizationId, filter.search) : {},
    filter?.assignedTo
      ? { tasks: { some: { assigneeId: decodeId('Member', filter.assignedTo), state: { not: 'DONE' } } } }
      : {},
    filter?.hasDiscrepancy === undefined || filter.hasDiscrepancy === null
      ? {}
      : { discrepancies: filter.hasDiscrepancy ? { some: { state: 'OPEN' } } : { none: { state: 'OPEN' } } },
  ],
});
