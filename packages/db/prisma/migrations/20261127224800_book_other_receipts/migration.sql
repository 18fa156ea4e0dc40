-- CreateEnum
CREATE TYPE "other_receipt_state" AS ENUM ('ASKED', 'BOOKED', 'REFUSED', 'REVERSED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "task_subject" ADD VALUE 'BANK_IMPORT';
ALTER TYPE "task_subject" ADD VALUE 'BANK_STATEMENT';
ALTER TYPE "task_subject" ADD VALUE 'BANK_TRANSACTION';

-- CreateTable
CREATE TABLE "other_receipt" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "bank_transaction_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "other_receipt_state" NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "reversed_by_id" UUID,
    "reversed_at" TIMESTAMPTZ(3),
    "reversal_reason" TEXT,

    CONSTRAINT "other_receipt_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "other_receipt_organization_id_bank_transaction_id_idx" ON "other_receipt"("organization_id", "bank_transaction_id");

-- CreateIndex
CREATE INDEX "other_receipt_organization_id_account_idx" ON "other_receipt"("organization_id", "account");

-- CreateIndex
CREATE INDEX "other_receipt_organization_id_asked_by_id_idx" ON "other_receipt"("organization_id", "asked_by_id");

-- CreateIndex
CREATE INDEX "other_receipt_organization_id_decided_by_id_idx" ON "other_receipt"("organization_id", "decided_by_id");

-- CreateIndex
CREATE INDEX "other_receipt_organization_id_reversed_by_id_idx" ON "other_receipt"("organization_id", "reversed_by_id");

-- AddForeignKey
ALTER TABLE "other_receipt" ADD CONSTRAINT "other_receipt_organization_id_bank_transaction_id_fkey" FOREIGN KEY ("organization_id", "bank_transaction_id") REFERENCES "bank_transaction"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "other_receipt" ADD CONSTRAINT "other_receipt_organization_id_account_fkey" FOREIGN KEY ("organization_id", "account") REFERENCES "ledger_account"("organization_id", "key") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "other_receipt" ADD CONSTRAINT "other_receipt_organization_id_asked_by_id_fkey" FOREIGN KEY ("organization_id", "asked_by_id") REFERENCES "member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "other_receipt" ADD CONSTRAINT "other_receipt_organization_id_decided_by_id_fkey" FOREIGN KEY ("organization_id", "decided_by_id") REFERENCES "member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "other_receipt" ADD CONSTRAINT "other_receipt_organization_id_reversed_by_id_fkey" FOREIGN KEY ("organization_id", "reversed_by_id") REFERENCES "member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The wall. What was asked for stays; only what has become of it is added.
ALTER TABLE other_receipt ENABLE ROW LEVEL SECURITY;
ALTER TABLE other_receipt FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON other_receipt
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON other_receipt TO zahlwerk_app;
CREATE TRIGGER no_delete BEFORE DELETE ON other_receipt FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON other_receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_receipt BEFORE UPDATE ON other_receipt FOR EACH ROW EXECUTE FUNCTION freeze_columns(
  'organization_id', 'id', 'bank_transaction_id', 'account', 'currency', 'amount_minor', 'reason', 'asked_by_id', 'asked_at');
CREATE TRIGGER decided_once BEFORE UPDATE ON other_receipt FOR EACH ROW EXECUTE FUNCTION set_columns_once(
  'decided_by_id', 'decided_at', 'decision_reason', 'reversed_by_id', 'reversed_at', 'reversal_reason');
INSERT INTO status_edge (machine, "from", "to") VALUES
  ('other_receipt', 'ASKED', 'BOOKED'), ('other_receipt', 'ASKED', 'REFUSED'), ('other_receipt', 'BOOKED', 'REVERSED');
CREATE TRIGGER follows_an_edge BEFORE UPDATE OF state ON other_receipt FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION check_status_edge();
ALTER TABLE other_receipt
  ADD CONSTRAINT other_receipt_amount_is_positive CHECK (amount_minor > 0),
  ADD CONSTRAINT other_receipt_has_a_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT other_receipt_decision_is_told CHECK (
    (decided_at IS NULL) = (decided_by_id IS NULL) AND (state <> 'ASKED' OR decided_at IS NULL)
    AND (state <> 'REFUSED' OR (decided_at IS NOT NULL AND decision_reason IS NOT NULL))),
  ADD CONSTRAINT other_receipt_takes_two CHECK (decided_by_id <> asked_by_id),
  ADD CONSTRAINT other_receipt_reversal_is_told CHECK (
    (state = 'REVERSED') = (reversed_at IS NOT NULL) AND (reversed_at IS NULL) = (reversed_by_id IS NULL)
    AND (reversed_at IS NULL) = (reversal_reason IS NULL));
-- A second person is asked one question about a credit at a time.
CREATE UNIQUE INDEX other_receipt_asked_once ON other_receipt (organization_id, bank_transaction_id) WHERE state = 'ASKED';

-- A credit is given away to the last cent and not beyond, be it to cases or to accounts, whoever does it at the same time.
CREATE FUNCTION taken_of_credit(organization uuid, movement uuid, beside uuid) RETURNS numeric LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(taken.amount_minor), 0) FROM (
    SELECT amount_minor FROM payment
      WHERE organization_id = organization AND bank_transaction_id = movement AND unassigned_at IS NULL AND id <> beside
    UNION ALL
    SELECT amount_minor FROM other_receipt
      WHERE organization_id = organization AND bank_transaction_id = movement AND state = 'BOOKED' AND id <> beside
  ) taken
$$;
CREATE OR REPLACE FUNCTION check_bank_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  movement bank_transaction;
  given numeric;
BEGIN
  IF NEW.bank_transaction_id IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO STRICT movement FROM bank_transaction
    WHERE organization_id = NEW.organization_id AND id = NEW.bank_transaction_id FOR NO KEY UPDATE;
  given := taken_of_credit(NEW.organization_id, NEW.bank_transaction_id, NEW.id);
  IF movement.direction <> 'CREDIT' OR movement.currency <> NEW.currency OR given + NEW.amount_minor > movement.amount_minor THEN
    RAISE EXCEPTION 'payments of % exceed the credit of %', given + NEW.amount_minor, movement.amount_minor
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fits_the_credit BEFORE INSERT OR UPDATE OF state ON other_receipt
  FOR EACH ROW WHEN (NEW.state = 'BOOKED') EXECUTE FUNCTION check_bank_payment();
CREATE TRIGGER is_no_payout BEFORE INSERT ON other_receipt FOR EACH ROW EXECUTE FUNCTION refuse_payment_of_payout();

-- Businesses from before get the accounts, numbered by their chart and as long as their numbers are; a number that is
-- taken makes room for the next one.
ALTER TABLE organization NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_account NO FORCE ROW LEVEL SECURITY;
INSERT INTO ledger_account (organization_id, id, key, number, type, name_de, name_en)
SELECT organization.id, gen_random_uuid(), fresh.key, free.number, fresh.type::ledger_account_type, fresh.name_de, fresh.name_en
FROM organization
CROSS JOIN (VALUES
  ('TRANSIT', '1361', '1461', 'ASSET', 'Geldtransit', 'Money in transit'),
  ('TAX_REFUND', '1780', '3820', 'LIABILITY', 'Umsatzsteuer-Vorauszahlungen', 'VAT prepayments and refunds'),
  ('INTEREST_INCOME', '2650', '7100', 'INCOME', 'Zinserträge', 'Interest income'),
  ('OTHER_INCOME', '2700', '4830', 'INCOME', 'Sonstige Erträge', 'Other income')
) AS fresh (key, skr03, skr04, type, name_de, name_en)
CROSS JOIN LATERAL (
  SELECT coalesce(max(length(number)), 4) AS digits FROM ledger_account WHERE organization_id = organization.id
) bank
CROSS JOIN LATERAL (
  SELECT candidate::text AS number
  FROM generate_series(0, 999) further
  CROSS JOIN LATERAL (SELECT further + rpad(
    CASE organization.chart_of_accounts WHEN 'SKR03' THEN fresh.skr03 ELSE fresh.skr04 END, bank.digits, '0')::bigint) AS next (candidate)
  WHERE NOT EXISTS (SELECT FROM ledger_account taken
    WHERE taken.organization_id = organization.id AND taken.number = candidate::text)
  ORDER BY candidate LIMIT 1
) free;
ALTER TABLE ledger_account FORCE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
