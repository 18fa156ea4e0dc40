import { randomBytes, randomUUID } from 'node:crypto';
import { ATTEMPT_EDGES } from '@zahlwerk/domain/payments/attempt-edges';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allocation,
  approval,
  attempt,
  type Business,
  createBusiness,
  customer,
  dispute,
  invoice,
  NOW,
  payment,
  paymentCase,
  postEntry,
  refund,
} from '../test/fixtures.ts';
import { sha256 } from './canonical-json.ts';
import { appendEvents } from './events.ts';
import { nextNumber } from './numbers.ts';
import { type TenantTransaction, withTenant } from './tenant.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let business: Business;

beforeAll(async () => {
  database = await createTestDatabase();
  business = await createBusiness(database);
});

afterAll(() => database.drop());

const inTenant = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
  withTenant(database.app, business.organizationId, work);

const newCase = (tx: TenantTransaction) => tx.paymentCase.create({ data: paymentCase(business) });

/** Prepares and commits, then tries what must be refused in a transaction of its own. */
const refused = async <T>(
  prepare: (tx: TenantTransaction) => Promise<T>,
  attemptIt: (tx: TenantTransaction, prepared: T) => Promise<unknown>,
  because: RegExp,
): Promise<void> => {
  const prepared = await inTenant(prepare);
  await expect(inTenant((tx) => attemptIt(tx, prepared))).rejects.toThrow(because);
};

const step = (caseId: string, run: number, state: 'OPEN' | 'PENDING' = 'OPEN') => ({
  organizationId: business.organizationId,
  caseId,
  step: 'CONFIRM_AMOUNT' as const,
  run,
  state,
  openedAt: state === 'OPEN' ? NOW : null,
});

const document = (bytes = randomBytes(20), sha = sha256(bytes)) => ({
  organizationId: business.organizationId,
  id: randomUUID(),
  sha256: sha,
  mediaType: 'application/pdf',
  name: 'agreement.pdf',
  size: bytes.length,
  bytes: new Uint8Array(bytes),
  createdByKind: 'SYSTEM' as const,
  createdAt: NOW,
});

describe('at most one', () => {
  it('open run per case', () =>
    refused(
      async (tx) => {
        const row = await newCase(tx);
        await tx.caseStep.create({ data: step(row.id, 1) });
        return row;
      },
      (tx, row) => tx.caseStep.create({ data: step(row.id, 2) }),
      /case_step_one_open|Unique constraint/,
    ));

  it('live attempt per case, while a declined one makes room', async () => {
    await refused(
      async (tx) => {
        const row = await newCase(tx);
        await tx.paymentAttempt.create({ data: attempt(business, row.id) });
        return row;
      },
      (tx, row) => tx.paymentAttempt.create({ data: attempt(business, row.id) }),
      /Unique constraint/,
    );
    await inTenant(async (tx) => {
      const row = await newCase(tx);
      await tx.paymentAttempt.create({ data: { ...attempt(business, row.id), state: 'DECLINED' } });
      await tx.paymentAttempt.create({ data: attempt(business, row.id) });
    });
  });

  it('effective invoice per case, while a canceled one makes room', async () => {
    await refused(
      async (tx) => {
        const row = await newCase(tx);
        await tx.invoice.create({ data: invoice(business, row.id) });
        return row;
      },
      (tx, row) => tx.invoice.create({ data: invoice(business, row.id) }),
      /Unique constraint/,
    );
    await inTenant(async (tx) => {
      const row = await newCase(tx);
      await tx.invoice.create({ data: { ...invoice(business, row.id), state: 'CANCELED', canceledAt: NOW } });
      await tx.invoice.create({ data: invoice(business, row.id) });
    });
  });

  it('active workflow version', () =>
    refused(
      async () => undefined,
      (tx) =>
        tx.workflowVersion.create({
          data: {
            organizationId: business.organizationId,
            id: randomUUID(),
            number: 2,
            state: 'ACTIVE',
            definition: {},
            createdByKind: 'SYSTEM',
            createdAt: NOW,
            activatedAt: NOW,
          },
        }),
      /Unique constraint/,
    ));

  it('payment task per case', () => {
    const task = (caseId: string) => ({
      organizationId: business.organizationId,
      id: randomUUID(),
      kind: 'PAYMENT' as const,
      caseId,
      state: 'OPEN' as const,
      dueOn: NOW,
      createdByKind: 'SYSTEM' as const,
      createdAt: NOW,
    });
    return refused(
      async (tx) => {
        const row = await newCase(tx);
        await tx.task.create({ data: task(row.id) });
        return row;
      },
      (tx, row) => tx.task.create({ data: task(row.id) }),
      /Unique constraint/,
    );
  });

  it('open approval per subject', () => {
    const subjectId = randomUUID();
    return refused(
      (tx) => tx.approval.create({ data: approval(business, subjectId) }),
      (tx) => tx.approval.create({ data: approval(business, subjectId) }),
      /Unique constraint/,
    );
  });

  it('default method per customer', () => {
    const method = (customerId: string) => ({
      organizationId: business.organizationId,
      id: randomUUID(),
      customerId,
      providerAccountId: business.providerAccountId,
      reference: randomUUID(),
      type: 'CARD' as const,
      state: 'ACTIVE' as const,
      isDefault: true,
      createdAt: NOW,
    });
    return refused(
      (tx) => tx.paymentMethod.create({ data: method(business.customerId) }),
      (tx) => tx.paymentMethod.create({ data: method(business.customerId) }),
      /Unique constraint/,
    );
  });

  it('payment per evidence', () =>
    refused(
      (tx) => tx.payment.create({ data: payment(business, null) }),
      (tx, first) => tx.payment.create({ data: { ...payment(business, null), sourceRef: first.sourceRef } }),
      /Unique constraint/,
    ));

  it('posting per source and purpose', () =>
    refused(
      (tx) => postEntry(tx, business, [5n, -5n]),
      (tx, id) => tx.$executeRaw`
        INSERT INTO journal_entry (organization_id, id, source, purpose, posted_on, created_by_kind, created_at)
        SELECT organization_id, gen_random_uuid(), source, purpose, posted_on, created_by_kind, created_at
        FROM journal_entry WHERE id = ${id}::uuid`,
      /23505|Unique constraint/,
    ));
});

describe('a row is whole', () => {
  const cases: [string, (tx: TenantTransaction) => Promise<unknown>, RegExp][] = [
    [
      'no payment of nothing',
      (tx) => tx.payment.create({ data: { ...payment(business, null), amountMinor: 0n } }),
      /payment_amount_is_positive/,
    ],
    [
      'no receipt by hand that nobody vouches for',
      (tx) =>
        tx.payment.create({
          data: { ...payment(business, null), source: 'MANUAL', receiptKind: 'BANK_TRANSFER' },
        }),
      /payment_by_hand_is_vouched_for/,
    ],
    [
      'no currency in small letters',
      (tx) => tx.payment.create({ data: { ...payment(business, null), currency: 'eur' } }),
      /payment_currency_is_a_code/,
    ],
    [
      'no actor without an id',
      (tx) => tx.customer.create({ data: { ...customer(business), createdByKind: 'MEMBER' } }),
      /customer_created_by_is_whole/,
    ],
    [
      'no system with an id',
      (tx) => tx.customer.create({ data: { ...customer(business), createdById: randomUUID() } }),
      /customer_created_by_is_whole/,
    ],
    [
      'no approval decided by the one who asked',
      (tx) =>
        tx.approval.create({
          data: {
            ...approval(business, randomUUID()),
            state: 'GRANTED',
            decidedById: business.ownerId,
            decidedAt: NOW,
          },
        }),
      /approval_needs_a_second_person/,
    ],
    [
      'no issued invoice without a number',
      async (tx) => {
        const row = await newCase(tx);
        return tx.invoice.create({ data: { ...invoice(business, row.id), number: null } });
      },
      /invoice_issued_is_whole/,
    ],
    [
      'no draft with a number',
      async (tx) => {
        const row = await newCase(tx);
        return tx.invoice.create({ data: { ...invoice(business, row.id, null), number: 'RE-2026-9999' } });
      },
      /invoice_draft_has_no_number/,
    ],
    [
      'no gross that is not net plus VAT',
      async (tx) => {
        const row = await newCase(tx);
        return tx.invoice.create({ data: { ...invoice(business, row.id), vatMinor: 1n } });
      },
      /invoice_gross_is_net_plus_vat/,
    ],
    [
      'no case closed by a partner key',
      async (tx) => {
        const row = await newCase(tx);
        return tx.paymentCase.update({
          where: { organizationId_id: { organizationId: business.organizationId, id: row.id } },
          data: {
            state: 'CLOSED',
            closedAt: NOW,
            releasedAt: NOW,
            closedByKind: 'INTEGRATION',
            closedById: randomUUID(),
          },
        });
      },
      /payment_case_is_closed_by_a_member/,
    ],
    [
      'no shifted clock in production',
      (tx) =>
        tx.organization.update({
          where: { id: business.organizationId },
          data: { mode: 'PRODUCTION', clockOffsetSeconds: 1 },
        }),
      /organization_clock_is_real_in_production/,
    ],
    [
      'no document whose bytes are not what it claims',
      (tx) => tx.document.create({ data: document(randomBytes(20), sha256('something else')) }),
      /document_is_what_it_claims/,
    ],
    [
      'no file of a checklist item that does not say which',
      async (tx) => {
        const row = await newCase(tx);
        const { id: documentId } = await tx.document.create({ data: document() });
        return tx.attachment.create({
          data: {
            organizationId: business.organizationId,
            id: randomUUID(),
            documentId,
            subject: 'CHECK_ITEM',
            subjectId: row.id,
            caseId: row.id,
            step: 'CONFIRM_AMOUNT',
            name: 'agreement.pdf',
            addedByKind: 'SYSTEM',
            addedAt: NOW,
          },
        });
      },
      /attachment_to_an_item_names_it/,
    ],
    [
      'no payout released by the one who proposed it',
      async (tx) =>
        tx.payout.create({
          data: {
            organizationId: business.organizationId,
            id: randomUUID(),
            number: 'AZ-2026-0001',
            mode: 'MANUAL',
            state: 'RELEASED',
            currency: 'EUR',
            grossMinor: 10n,
            feeMinor: 0n,
            netMinor: 10n,
            proposedByKind: 'MEMBER',
            proposedById: business.ownerId,
            proposedAt: NOW,
            releasedById: business.ownerId,
            releasedAt: NOW,
          },
        }),
      /payout_needs_a_second_person/,
    ],
    [
      'no step that is open without a time',
      async (tx) => {
        const row = await newCase(tx);
        return tx.caseStep.create({ data: { ...step(row.id, 1), openedAt: null } });
      },
      /case_step_times_fit_the_state/,
    ],
  ];

  it.each(cases)('%s', async (_name, attemptIt, because) => {
    await expect(inTenant(attemptIt)).rejects.toThrow(because);
  });
});

describe('what is written stays', () => {
  /** The role that owns the tables may change every row, if the triggers let it. */
  const asOwner = async (sql: string): Promise<void> => {
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    try {
      await owner.query(`SELECT set_config('app.organization', $1, false)`, [business.organizationId]);
      await owner.query(sql);
    } finally {
      await owner.end();
    }
  };

  beforeAll(() =>
    inTenant(async (tx) => {
      const row = await newCase(tx);
      const money = await tx.payment.create({ data: payment(business, row.id) });
      await tx.allocation.create({ data: allocation(business, money.id, row.id, 100n) });
      await tx.adjustment.create({
        data: {
          organizationId: business.organizationId,
          id: randomUUID(),
          caseId: row.id,
          kind: 'SKONTO',
          currency: 'EUR',
          amountMinor: 5n,
          createdByKind: 'SYSTEM',
          createdAt: NOW,
        },
      });
      await tx.refund.create({ data: refund(business, money.id, 1n) });
      await tx.dispute.create({ data: dispute(business, money.id, 1n) });
      await tx.invoice.create({ data: invoice(business, row.id) });
      const { id: attemptId } = await tx.paymentAttempt.create({ data: attempt(business, row.id) });
      await tx.failedTry.create({
        data: {
          organizationId: business.organizationId,
          id: randomUUID(),
          attemptId,
          code: 'generic_decline',
          failedAt: NOW,
        },
      });
      await tx.transferCredit.create({
        data: {
          ...{ organizationId: business.organizationId, id: randomUUID(), attemptId, currency: 'EUR' },
          ...{ amountMinor: 1n, missingMinor: 1n, seenAt: NOW },
        },
      });
      await tx.document.create({ data: document() });
      await tx.receipt.create({
        data: {
          organizationId: business.organizationId,
          id: randomUUID(),
          number: 'QU-2026-0001',
          caseId: row.id,
          paymentId: money.id,
          currency: 'EUR',
          allocatedMinor: 100n,
          openAfterMinor: 0n,
          snapshot: {},
          issuedOn: NOW,
          issuedAt: NOW,
        },
      });
      await tx.customerVersion.create({
        data: {
          organizationId: business.organizationId,
          id: randomUUID(),
          customerId: business.customerId,
          version: 1,
          data: { name: 'Erika' },
          savedByKind: 'SYSTEM',
          savedAt: NOW,
        },
      });
      await postEntry(tx, business, [5n, -5n]);
      await tx.vatCheck.create({
        data: {
          ...{ organizationId: business.organizationId, id: randomUUID(), customerId: business.customerId },
          ...{ vatId: 'IE6388047V', askedByKind: 'SYSTEM', askedAt: NOW, answeredAt: NOW },
          ...{ outcome: 'CONFIRMED', register: 'VIES' },
        },
      });
      await nextNumber(tx, business.organizationId, 'customer', '2026-11-23');
      await appendEvents(tx, business.organizationId, [
        {
          stream: 'case',
          streamId: row.id,
          type: 'case.initiated',
          at: NOW,
          actor: { kind: 'SYSTEM', id: null },
          reason: 'because',
        },
      ]);
    }),
  );

  const appendOnly = [
    'event',
    'journal_entry',
    'journal_line',
    'allocation',
    'adjustment',
    'failed_try',
    'transfer_credit',
  ];
  const kept = [
    ...appendOnly,
    'customer_version',
    'vat_check',
    'payment',
    'receipt',
    'invoice',
    'document',
    'event_head',
    'event_reason',
    'number_series',
    'payment_case',
    'payment_attempt',
    'refund',
    'dispute',
  ];

  it.each(appendOnly)('%s refuses every update, also the owner’s', async (name) => {
    await expect(asOwner(`UPDATE ${name} SET organization_id = organization_id`)).rejects.toThrow(
      /what is written there stays/,
    );
  });

  it.each(kept)('%s refuses to be deleted from, also by the owner', async (name) => {
    await expect(asOwner(`DELETE FROM ${name}`)).rejects.toThrow(/what is written there stays/);
  });

  it.each(kept)('%s refuses to be emptied, also by the owner', async (name) => {
    await expect(asOwner(`TRUNCATE ${name} CASCADE`)).rejects.toThrow(/what is written there stays/);
  });

  it.each([
    ['invoice', 'number', `'RE-2026-7777'`],
    ['invoice', 'snapshot', `'{"changed": true}'`],
    ['invoice', 'gross_minor', 'gross_minor + 1'],
    ['receipt', 'snapshot', `'{"changed": true}'`],
    ['payment', 'amount_minor', 'amount_minor - 1'],
    ['payment', 'source_ref', `'another'`],
    ['payment_attempt', 'amount_minor', 'amount_minor + 1'],
    ['payment_attempt', 'parameters', `'{"changed": true}'`],
    ['payment_attempt', 'provider_key', `'another'`],
    ['refund', 'amount_minor', 'amount_minor + 1'],
    ['dispute', 'amount_minor', 'amount_minor + 1'],
    ['customer_version', 'data', `'{"name": "Max"}'`],
    ['document', 'bytes', `'\\x00'`],
    ['payment_case', 'number', `'ZV-2026-x'`],
    ['payment_case', 'currency', `'USD'`],
    ['workflow_version', 'definition', `'{}'`],
  ])('%s.%s is frozen', async (table, column, value) => {
    await expect(asOwner(`UPDATE ${table} SET ${column} = ${value}`)).rejects.toThrow(/is frozen/);
  });

  it('a confirmation is given once', async () => {
    const confirm = (by: string) =>
      inTenant((tx) =>
        tx.customerVersion.updateMany({
          where: { customerId: business.customerId },
          data: { confirmedByKind: 'MEMBER', confirmedById: by, confirmedAt: NOW },
        }),
      );
    await confirm(business.ownerId);
    await expect(confirm(business.leadId)).rejects.toThrow(/is set only once/);
  });

  it('a counter never counts down', async () => {
    await expect(asOwner('UPDATE number_series SET next = 1')).rejects.toThrow(/only counts up/);
    await expect(asOwner('UPDATE event_head SET position = 0')).rejects.toThrow(/only counts up/);
  });

  it('a reason may be erased, never rewritten', async () => {
    await expect(asOwner(`UPDATE event_reason SET text = 'another'`)).rejects.toThrow(
      /what is written there stays/,
    );
    await asOwner('UPDATE event_reason SET text = NULL');
  });

  it('a document goes when its time is over, not before', async () => {
    const row = await inTenant((tx) => tx.document.create({ data: document() }));
    await asOwner(`UPDATE document SET retain_until = CURRENT_DATE WHERE id = '${row.id}'`);
    await expect(asOwner(`DELETE FROM document WHERE id = '${row.id}'`)).rejects.toThrow(
      /what is written there stays/,
    );
    await asOwner(`UPDATE document SET retain_until = CURRENT_DATE - 1 WHERE id = '${row.id}'`);
    await asOwner(`DELETE FROM document WHERE id = '${row.id}'`);
  });

  it('a draft of an invoice may be changed and thrown away', async () => {
    const draft = await inTenant(async (tx) => {
      const row = await newCase(tx);
      return tx.invoice.create({ data: invoice(business, row.id, null) });
    });
    await asOwner(
      `UPDATE invoice SET net_minor = net_minor + 1, gross_minor = gross_minor + 1 WHERE id = '${draft.id}'`,
    );
    await asOwner(`DELETE FROM invoice WHERE id = '${draft.id}'`);
  });
});

describe('states', () => {
  it('move along the same edges that the rules know', async () => {
    const edges = await database.app.prisma.statusEdge.findMany({ where: { machine: 'payment_attempt' } });
    const known = Object.entries(ATTEMPT_EDGES).flatMap(([from, targets]) =>
      targets.map((to) => `${from} ${to}`),
    );
    expect(edges.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(known.sort());
  });

  it('of an attempt stick when they are final', () =>
    refused(
      async (tx) => {
        const row = await newCase(tx);
        return tx.paymentAttempt.create({ data: { ...attempt(business, row.id), state: 'SUCCEEDED' } });
      },
      (tx, { organizationId, id }) =>
        tx.paymentAttempt.update({
          where: { organizationId_id: { organizationId, id } },
          data: { state: 'DECLINED' },
        }),
      /payment_attempt does not go from SUCCEEDED to DECLINED/,
    ));

  it('of a case do not come back from canceled', () =>
    refused(
      (tx) =>
        tx.paymentCase.create({
          data: {
            ...paymentCase(business),
            state: 'CANCELED',
            canceledAt: NOW,
            canceledByKind: 'SYSTEM',
            cancelReason: 'Duplicate',
          },
        }),
      (tx, { organizationId, id }) =>
        tx.paymentCase.update({
          where: { organizationId_id: { organizationId, id } },
          data: { state: 'OPEN', canceledAt: null, canceledByKind: null, cancelReason: null },
        }),
      /payment_case does not go from CANCELED to OPEN/,
    ));

  it('of a finished run stay as they are', () =>
    refused(
      async (tx) => {
        const row = await newCase(tx);
        await tx.caseStep.create({
          data: { ...step(row.id, 1), state: 'DONE', doneAt: NOW, doneByKind: 'SYSTEM' },
        });
        return row;
      },
      (tx, row) =>
        tx.caseStep.updateMany({ where: { caseId: row.id }, data: { state: 'OPEN', doneAt: null } }),
      /case_step does not go from DONE to OPEN/,
    ));
});
