-- CreateEnum
CREATE TYPE "bank_import_state" AS ENUM ('WAITING', 'MATCHING', 'DONE', 'REFUSED');

-- CreateEnum
CREATE TYPE "bank_statement_kind" AS ENUM ('STATEMENT', 'REPORT', 'NOTIFICATION', 'LIST');

-- CreateEnum
CREATE TYPE "bank_direction" AS ENUM ('CREDIT', 'DEBIT');

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "bank_transaction_id" UUID;

-- CreateTable
CREATE TABLE "bank_import" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "state" "bank_import_state" NOT NULL,
    "refusal" JSONB,
    "transactions" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "looked" INTEGER NOT NULL DEFAULT 0,
    "credits" INTEGER NOT NULL DEFAULT 0,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_import_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "bank_statement" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "kind" "bank_statement_kind" NOT NULL,
    "reference" TEXT,
    "sequence" TEXT,
    "iban" TEXT NOT NULL,
    "currency" CHAR(3),
    "opening_minor" BIGINT,
    "closing_minor" BIGINT,
    "closing_on" DATE,

    CONSTRAINT "bank_statement_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "bank_transaction" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "identity" TEXT NOT NULL,
    "direction" "bank_direction" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "booked_on" DATE NOT NULL,
    "value_on" DATE NOT NULL,
    "counterparty_name" TEXT,
    "counterparty_iban" TEXT,
    "counterparty_bic" TEXT,
    "remittance" TEXT NOT NULL,
    "structured_reference" TEXT,
    "end_to_end_id" TEXT,
    "bank_reference" TEXT,
    "is_reversal" BOOLEAN NOT NULL,
    "return_reason" TEXT,
    "adds_up" BOOLEAN NOT NULL,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_transaction_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "bank_import_organization_id_document_id_idx" ON "bank_import"("organization_id", "document_id");

-- CreateIndex
CREATE INDEX "bank_import_organization_id_created_at_id_idx" ON "bank_import"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "bank_statement_organization_id_import_id_idx" ON "bank_statement"("organization_id", "import_id");

-- CreateIndex
CREATE INDEX "bank_transaction_organization_id_statement_id_idx" ON "bank_transaction"("organization_id", "statement_id");

-- CreateIndex
CREATE INDEX "bank_transaction_organization_id_booked_on_id_idx" ON "bank_transaction"("organization_id", "booked_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "bank_transaction_organization_id_identity_key" ON "bank_transaction"("organization_id", "identity");

-- CreateIndex
CREATE INDEX "payment_organization_id_bank_transaction_id_idx" ON "payment"("organization_id", "bank_transaction_id");

-- AddForeignKey
ALTER TABLE "bank_import" ADD CONSTRAINT "bank_import_organization_id_document_id_fkey" FOREIGN KEY ("organization_id", "document_id") REFERENCES "document"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "bank_import"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bank_transaction" ADD CONSTRAINT "bank_transaction_organization_id_statement_id_fkey" FOREIGN KEY ("organization_id", "statement_id") REFERENCES "bank_statement"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_organization_id_bank_transaction_id_fkey" FOREIGN KEY ("organization_id", "bank_transaction_id") REFERENCES "bank_transaction"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The walls. What a bank has said is written for good: no update is offered.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['bank_import', 'bank_statement', 'bank_transaction'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY tenant ON %I
      USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
      WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid)$policy$, name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO zahlwerk_app', name);
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['bank_statement', 'bank_transaction'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;

-- Whoever gives a credit away locks it, for which Postgres wants the right to change a column; the trigger refuses the change.
GRANT UPDATE (id) ON bank_transaction TO zahlwerk_app;

-- An import moves along, who brought which file does not change.
GRANT UPDATE ON bank_import TO zahlwerk_app;
CREATE TRIGGER no_delete BEFORE DELETE ON bank_import FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_file BEFORE UPDATE ON bank_import FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'document_id', 'created_by_kind', 'created_by_id', 'created_at');
INSERT INTO status_edge (machine, "from", "to") VALUES
  ('bank_import', 'WAITING', 'MATCHING'), ('bank_import', 'WAITING', 'REFUSED'), ('bank_import', 'MATCHING', 'DONE');
CREATE TRIGGER follows_an_edge BEFORE UPDATE OF state ON bank_import FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION check_status_edge();
ALTER TABLE bank_import
  ADD CONSTRAINT bank_import_refusal_is_told CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
  ADD CONSTRAINT bank_import_end_has_a_time CHECK ((state IN ('DONE', 'REFUSED')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT bank_import_counts CHECK (added BETWEEN 0 AND transactions AND matched BETWEEN 0 AND credits
    AND looked BETWEEN 0 AND credits AND credits BETWEEN 0 AND added);

ALTER TABLE bank_transaction
  ADD CONSTRAINT bank_transaction_amount_is_positive CHECK (amount_minor > 0);

-- A credit is given away to the last cent and not beyond, whoever assigns it at the same time.
CREATE TRIGGER bank_movement_once BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('bank_transaction_id');
CREATE FUNCTION check_bank_payment() RETURNS trigger LANGUAGE plpgsql AS $$
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
    WHERE organization_id = NEW.organization_id AND bank_transaction_id = NEW.bank_transaction_id AND id <> NEW.id;
  IF movement.direction <> 'CREDIT' OR movement.currency <> NEW.currency OR given + NEW.amount_minor > movement.amount_minor THEN
    RAISE EXCEPTION 'payments of % exceed the credit of %', given + NEW.amount_minor, movement.amount_minor
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fits_the_credit BEFORE INSERT OR UPDATE OF bank_transaction_id ON payment
  FOR EACH ROW EXECUTE FUNCTION check_bank_payment();
