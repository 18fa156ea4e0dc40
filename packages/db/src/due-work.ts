import type { SystemTransaction } from './system.ts';

export type DueKind =
  | 'MESSAGE'
  | 'ATTEMPT'
  | 'CHARGE'
  | 'CAPTURE'
  | 'AUTHORIZATION'
  | 'REFUND'
  | 'DISPUTE'
  | 'TASK'
  | 'METHOD'
  | 'SYNC'
  | 'INBOX'
  | 'SWEEP'
  | 'BALANCE'
  | 'BOOKS'
  | 'VAT_CHECK';

export interface DueWork {
  readonly organizationId: string;
  readonly kind: DueKind;
  readonly count: number;
}

/**
 * Whose work is due, by kind, each on its own business time (rule 22). What exactly is due is asked again inside the
 * organization; here only due columns are seen.
 */
export const findDueWork = (tx: SystemTransaction): Promise<DueWork[]> => tx.$queryRaw<DueWork[]>`
  WITH clock AS (
    SELECT id, time_zone, clock_timestamp() + make_interval(secs => clock_offset_seconds) AS now FROM organization
  ), due AS (
    SELECT organization_id, 'MESSAGE' AS kind, send_at AS at FROM message WHERE send_at IS NOT NULL
    UNION ALL SELECT organization_id, 'ATTEMPT', check_at FROM payment_attempt WHERE check_at IS NOT NULL
    UNION ALL SELECT organization_id, 'CHARGE', charge_at FROM payment_attempt
      WHERE charge_at IS NOT NULL AND state = 'CREATED'
    UNION ALL SELECT organization_id, 'CAPTURE', check_at FROM capture WHERE check_at IS NOT NULL
    UNION ALL SELECT organization_id, 'AUTHORIZATION', warn_at FROM payment_attempt WHERE warn_at IS NOT NULL
    UNION ALL SELECT organization_id, 'REFUND', check_at FROM refund WHERE check_at IS NOT NULL
    UNION ALL SELECT organization_id, 'DISPUTE', check_at FROM dispute WHERE check_at IS NOT NULL
    UNION ALL SELECT organization_id, 'TASK', remind_at FROM task WHERE remind_at IS NOT NULL AND state <> 'DONE'
    UNION ALL SELECT organization_id, 'METHOD', (notice_on + time '08:00') AT TIME ZONE time_zone
      FROM payment_method JOIN clock ON clock.id = organization_id WHERE notice_on IS NOT NULL AND state = 'ACTIVE'
    UNION ALL SELECT organization_id, 'SYNC', updated_at FROM customer_sync WHERE state = 'PENDING'
    UNION ALL SELECT organization_id, 'SWEEP', sweep_at FROM provider_account WHERE disabled_at IS NULL
    UNION ALL SELECT organization_id, 'BALANCE', reconcile_at FROM provider_account WHERE disabled_at IS NULL
    UNION ALL SELECT id, 'BOOKS', books_check_at FROM organization
    UNION ALL SELECT organization_id, 'VAT_CHECK', ask_at FROM vat_check WHERE ask_at IS NOT NULL
    UNION ALL SELECT organization_id, 'INBOX', '-infinity' FROM webhook_inbox WHERE state = 'NEW'
  )
  SELECT due.organization_id AS "organizationId", due.kind, count(*)::int AS count
  FROM due JOIN clock ON clock.id = due.organization_id
  WHERE due.at <= clock.now
  GROUP BY due.organization_id, due.kind
  ORDER BY due.organization_id, due.kind`;
