-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "unassign_reason" TEXT,
ADD COLUMN     "unassigned_at" TIMESTAMPTZ(3),
ADD COLUMN     "unassigned_by_id" UUID,
ADD COLUMN     "unassigned_by_kind" "actor_kind";

-- A credit goes back once, whole, for a reason, and only to where it came from.
ALTER TABLE payment ADD CONSTRAINT payment_goes_back_for_a_reason CHECK (
  (unassigned_at IS NULL) = (unassign_reason IS NULL) AND (unassigned_at IS NULL) = (unassigned_by_kind IS NULL)
  AND (unassigned_at IS NULL OR (source = 'BANK' AND bank_transaction_id IS NOT NULL)));
CREATE TRIGGER back_once BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('unassigned_at', 'unassigned_by_kind', 'unassigned_by_id', 'unassign_reason');

CREATE FUNCTION check_unassigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(amount_minor), 0) FROM allocation
      WHERE organization_id = NEW.organization_id AND payment_id = NEW.id) <> 0
    OR EXISTS (SELECT FROM refund WHERE organization_id = NEW.organization_id AND payment_id = NEW.id
      AND state NOT IN ('FAILED', 'REFUSED')) THEN
    RAISE EXCEPTION 'payment % is given away and cannot go back to the pool', NEW.id
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_free BEFORE UPDATE OF unassigned_at ON payment FOR EACH ROW
  WHEN (OLD.unassigned_at IS NULL AND NEW.unassigned_at IS NOT NULL) EXECUTE FUNCTION check_unassigned();

CREATE FUNCTION refuse_unassigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payment WHERE organization_id = NEW.organization_id AND id = NEW.payment_id
    AND unassigned_at IS NOT NULL) THEN
    RAISE EXCEPTION 'payment % is back in the pool', NEW.payment_id
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
-- After the trigger that locks the payment: triggers run in the order of their names.
CREATE TRIGGER has_its_payment BEFORE INSERT ON allocation FOR EACH ROW
  WHEN (NEW.amount_minor > 0) EXECUTE FUNCTION refuse_unassigned();
CREATE TRIGGER has_its_payment BEFORE INSERT ON refund FOR EACH ROW EXECUTE FUNCTION refuse_unassigned();

CREATE OR REPLACE FUNCTION check_bank_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  movement bank_transaction;
  given bigint;
BEGIN
  IF NEW.bank_transaction_id IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO STRICT movement FROM bank_transaction
    WHERE organization_id = NEW.organization_id AND id = NEW.bank_transaction_id FOR NO KEY UPDATE;
  SELECT coalesce(sum(amount_minor), 0) INTO given FROM payment
    WHERE organization_id = NEW.organization_id AND bank_transaction_id = NEW.bank_transaction_id AND id <> NEW.id
      AND unassigned_at IS NULL;
  IF movement.direction <> 'CREDIT' OR movement.currency <> NEW.currency OR given + NEW.amount_minor > movement.amount_minor THEN
    RAISE EXCEPTION 'payments of % exceed the credit of %', given + NEW.amount_minor, movement.amount_minor
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
