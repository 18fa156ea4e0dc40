import type { AdjustmentKind } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import {
  type AccountMovement,
  type AccountStatement,
  accountStatement,
  type OpenItem,
  type StatementReason,
} from '@zahlwerk/domain/customers/account-statement';
import type { JournalPurpose } from '@zahlwerk/domain/ledger/journal';
import type { Currency } from '@zahlwerk/domain/money/currency';
import { money } from '@zahlwerk/domain/money/money';
import type { Period } from '../invoices/invoice-archive.ts';

/** What a customer reads for the purpose of an entry, or for the kind of an adjustment. */
const REASON = {
  INVOICE: 'INVOICE',
  STATEMENT: 'CLAIM',
  STORNO: 'STORNO',
  PAYMENT: 'PAYMENT',
  ALLOCATION: 'PAYMENT',
  ADJUSTMENT: 'ADJUSTMENT',
  FEE: 'ADJUSTMENT',
  REFUND: 'REFUND',
  DISPUTE: 'DISPUTE',
  PAYOUT: 'PAYMENT',
  SKONTO: 'SKONTO',
  ROUNDING: 'ADJUSTMENT',
  WRITE_OFF: 'ADJUSTMENT',
  CREDIT_NOTE: 'CREDIT_NOTE',
} as const satisfies Record<JournalPurpose | AdjustmentKind, StatementReason>;

interface MovementRow {
  readonly on: string;
  readonly purpose: JournalPurpose | AdjustmentKind;
  readonly reference: string | null;
  readonly minor: bigint;
}

interface OpenRow {
  readonly case_number: string;
  readonly invoice_number: string | null;
  readonly due_on: string;
  readonly open: bigint;
}

/**
 * A customer's account in one currency from the lines of the journal on receivables and customer credit, up to the last
 * day, with that of the records that live on in it. A document is named by its own number, everything else by the invoice of its case, or by the case.
 */
const readMovements = async (
  tx: TenantTransaction,
  { organizationId, customerId, currency }: Account,
  until: string,
): Promise<readonly AccountMovement[]> => {
  const rows = await tx.$queryRaw<MovementRow[]>`
    SELECT to_char(e.posted_on, 'YYYY-MM-DD') AS on, coalesce(j.kind::text, e.purpose::text) AS purpose, sum(l.amount_minor)::bigint AS minor,
      coalesce(
        (SELECT i.number FROM invoice i WHERE i.organization_id = e.organization_id AND 'invoice:' || i.id = e.source),
        (SELECT i.number FROM invoice i WHERE i.organization_id = e.organization_id AND i.case_id = e.case_id
          AND i.kind IN ('INVOICE', 'STATEMENT') ORDER BY i.created_at DESC LIMIT 1),
        c.external_invoice_number, c.number) AS reference
    FROM journal_entry e
    JOIN journal_line l ON l.organization_id = e.organization_id AND l.entry_id = e.id
    JOIN ledger_account a ON a.organization_id = l.organization_id AND a.id = l.account_id
    LEFT JOIN adjustment j ON j.organization_id = e.organization_id AND 'adjustment:' || j.id = e.source
    LEFT JOIN payment_case c ON c.organization_id = e.organization_id AND c.id = e.case_id
    WHERE e.organization_id = ${organizationId}::uuid AND e.customer_id IN (
        SELECT m.id FROM customer m WHERE m.organization_id = ${organizationId}::uuid
          AND (m.id = ${customerId}::uuid OR m.merged_into_id = ${customerId}::uuid))
      AND e.posted_on <= ${until}::date AND l.currency = ${currency} AND a.key IN ('RECEIVABLE', 'CUSTOMER_CREDIT')
    GROUP BY e.organization_id, e.id, j.kind, c.external_invoice_number, c.number
    ORDER BY e.posted_on, e.created_at, e.id`;
  return rows.map(({ purpose, ...row }) => ({ ...row, reason: REASON[purpose] }));
};

/** What is open today, whenever it was claimed, the oldest first. */
const readOpenItems = async (
  tx: TenantTransaction,
  { organizationId, customerId, currency }: Account,
): Promise<readonly OpenItem[]> => {
  const rows = await tx.$queryRaw<OpenRow[]>`
    WITH claim AS (
      SELECT c.number AS case_number, to_char(c.due_on, 'YYYY-MM-DD') AS due_on, coalesce(
          (SELECT i.number FROM invoice i WHERE i.organization_id = c.organization_id AND i.case_id = c.id
            AND i.kind IN ('INVOICE', 'STATEMENT') AND i.state = 'ISSUED'), c.external_invoice_number) AS invoice_number,
        c.amount_due_minor
          - coalesce((SELECT sum(a.amount_minor) FROM allocation a WHERE a.organization_id = c.organization_id AND a.case_id = c.id), 0)
          - coalesce((SELECT sum(j.amount_minor) FROM adjustment j WHERE j.organization_id = c.organization_id AND j.case_id = c.id), 0)
          AS open
      FROM payment_case c
      WHERE c.organization_id = ${organizationId}::uuid AND c.customer_id = ${customerId}::uuid
        AND c.state = 'OPEN' AND c.currency = ${currency}
    )
    SELECT case_number, invoice_number, due_on, open::bigint AS open FROM claim WHERE open > 0
    ORDER BY due_on, case_number`;
  return rows.map((row) => ({
    caseNumber: row.case_number,
    invoiceNumber: row.invoice_number,
    dueOn: row.due_on,
    open: money(row.open, currency),
  }));
};

export interface Account {
  readonly organizationId: string;
  readonly customerId: string;
  readonly currency: Currency;
}

export interface LoadedStatement {
  readonly statement: AccountStatement;
  readonly openItems: readonly OpenItem[];
}

/** The account of one customer over a period, and what is open now. */
export const loadAccountStatement = async (
  tx: TenantTransaction,
  account: Account,
  { from, until }: Period,
): Promise<LoadedStatement> => {
  const { currency } = account;
  const movements = await readMovements(tx, account, until);
  return {
    statement: accountStatement(movements, { from, until, currency }),
    openItems: await readOpenItems(tx, account),
  };
};
