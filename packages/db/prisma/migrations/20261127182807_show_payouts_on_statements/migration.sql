-- AlterTable
ALTER TABLE "payout" ADD COLUMN     "bank_transaction_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "payout_organization_id_bank_transaction_id_key" ON "payout"("organization_id", "bank_transaction_id");

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_organization_id_bank_transaction_id_fkey" FOREIGN KEY ("organization_id", "bank_transaction_id") REFERENCES "bank_transaction"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A credit is a payout of the provider or money of customers, never both: the one is in the books by the provider's own word.
CREATE TRIGGER banked_once BEFORE UPDATE ON payout FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('bank_transaction_id');
CREATE FUNCTION check_banked_payout() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  movement bank_transaction;
BEGIN
  SELECT * INTO STRICT movement FROM bank_transaction
    WHERE organization_id = NEW.organization_id AND id = NEW.bank_transaction_id FOR NO KEY UPDATE;
  IF movement.direction <> 'CREDIT' OR movement.currency <> NEW.currency OR movement.amount_minor <> NEW.net_minor
    OR EXISTS (SELECT FROM payment
      WHERE organization_id = NEW.organization_id AND bank_transaction_id = NEW.bank_transaction_id) THEN
    RAISE EXCEPTION 'payout % is not this credit', NEW.number
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_the_credit BEFORE INSERT OR UPDATE OF bank_transaction_id ON payout FOR EACH ROW
  WHEN (NEW.bank_transaction_id IS NOT NULL) EXECUTE FUNCTION check_banked_payout();
CREATE FUNCTION refuse_payment_of_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payout
    WHERE organization_id = NEW.organization_id AND bank_transaction_id = NEW.bank_transaction_id) THEN
    RAISE EXCEPTION 'the credit is a payout of the provider'
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_no_payout BEFORE INSERT OR UPDATE OF bank_transaction_id ON payment FOR EACH ROW
  WHEN (NEW.bank_transaction_id IS NOT NULL) EXECUTE FUNCTION refuse_payment_of_payout();
