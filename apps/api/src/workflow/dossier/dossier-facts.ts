import type { TenantTransaction } from '@zahlwerk/db/tenant';

const FILE = { select: { id: true, name: true, mediaType: true, size: true, sha256: true } } as const;

/** All that was recorded about a case, with the files that belong to it; no link and no key with which one could act. */
export const loadDossier = async (tx: TenantTransaction, organizationId: string, caseId: string) => {
  const found = await tx.paymentCase.findUnique({
    where: { organizationId_id: { organizationId, id: caseId } },
    include: {
      workflowVersion: true,
      customer: {
        include: { versions: { orderBy: { version: 'asc' } }, vatChecks: { orderBy: { askedAt: 'asc' } } },
      },
      lines: { orderBy: { position: 'asc' } },
      steps: { orderBy: [{ openedAt: 'asc' }, { step: 'asc' }, { run: 'asc' }] },
      checkItems: true,
      discrepancies: true,
      tasks: true,
      approvals: true,
      attempts: { omit: { parameters: true, sessionUrl: true } },
      captures: true,
      payments: { include: { bankTransaction: true, document: FILE } },
      allocations: true,
      adjustments: true,
      refunds: true,
      disputes: true,
      payoutItems: { include: { payout: true } },
      invoices: { orderBy: { createdAt: 'asc' }, include: { document: FILE, xml: FILE, xrechnung: FILE } },
      receipts: { orderBy: { number: 'asc' }, include: { document: FILE } },
      messages: { orderBy: { queuedAt: 'asc' }, omit: { parameters: true, providerKey: true } },
      attachments: { orderBy: { addedAt: 'asc' }, include: { document: FILE } },
      journalEntries: {
        orderBy: { id: 'asc' },
        include: { lines: { orderBy: { position: 'asc' }, include: { account: true } } },
      },
      events: { orderBy: { position: 'asc' }, include: { reason: { select: { text: true } } } },
    },
  });
  if (!found) return null;
  const people = await tx.member.findMany({
    where: { organizationId },
    select: { id: true, displayName: true, role: true, state: true },
  });
  return { ...found, people };
};

export type Dossier = NonNullable<Awaited<ReturnType<typeof loadDossier>>>;

/** Amounts in minor units as text, times in UTC, hashes in hex. */
const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
};

/** The facts for people and programs, without what only the tables need. */
export const writeFacts = (dossier: Dossier): Uint8Array => {
  const withoutTenant = (key: string, value: unknown): unknown =>
    key === 'organizationId' || key === 'createdXid' ? undefined : plain(key, value);
  return new TextEncoder().encode(`${JSON.stringify(dossier, withoutTenant, 2)}\n`);
};
