import type { Prisma } from '@zahlwerk/db/generated/client';

/** Everything that hangs on a case and that a rule may look at. */
export const CASE_PARTS = {
  workflowVersion: true,
  customer: { include: { versions: { orderBy: { version: 'desc' } }, paymentMethods: true } },
  lines: { orderBy: { position: 'asc' } },
  steps: true,
  checkItems: true,
  attachments: { select: { id: true, step: true, checkKey: true, signedBy: true, signedOn: true } },
  discrepancies: true,
  publishedStatus: true,
  tasks: true,
  approvals: true,
  attempts: true,
  captures: { orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }] },
  payments: { include: { allocations: true, refunds: true, disputes: true } },
  allocations: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  adjustments: true,
  refunds: true,
  disputes: true,
  invoices: { orderBy: { createdAt: 'asc' } },
  messages: true,
} as const satisfies Prisma.PaymentCaseInclude;

export type CaseRow = Prisma.PaymentCaseGetPayload<{ include: typeof CASE_PARTS }>;
