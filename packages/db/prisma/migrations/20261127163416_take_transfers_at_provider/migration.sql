-- CreateEnum
CREATE TYPE "transfers_to" AS ENUM ('OWN_ACCOUNT', 'PROVIDER');

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "transfers_to" "transfers_to" NOT NULL DEFAULT 'OWN_ACCOUNT';

-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "funded_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "transfer_instructions" JSONB;

-- AlterTable
ALTER TABLE "payment_case" ADD COLUMN     "transfers_to" "transfers_to" NOT NULL DEFAULT 'OWN_ACCOUNT';

-- CreateTable
CREATE TABLE "transfer_credit" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "missing_minor" BIGINT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transfer_credit_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "transfer_credit_organization_id_attempt_id_idx" ON "transfer_credit"("organization_id", "attempt_id");

-- AddForeignKey
ALTER TABLE "transfer_credit" ADD CONSTRAINT "transfer_credit_organization_id_attempt_id_fkey" FOREIGN KEY ("organization_id", "attempt_id") REFERENCES "payment_attempt"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The wall. What has come has come: nothing is changed and nothing goes.
ALTER TABLE transfer_credit ENABLE ROW LEVEL SECURITY;
ALTER TABLE transfer_credit FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON transfer_credit
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT ON transfer_credit TO zahlwerk_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON transfer_credit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON transfer_credit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE transfer_credit ADD CONSTRAINT transfer_credit_is_a_part CHECK (amount_minor > 0 AND missing_minor > 0);

-- A case is transferred to in one place alone (rule 25), and a customer who knows an account may use it for ever.
CREATE TRIGGER keep_account BEFORE UPDATE ON payment_case FOR EACH ROW EXECUTE FUNCTION freeze_columns('transfers_to');
CREATE TRIGGER keep_instructions BEFORE UPDATE ON payment_attempt FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('transfer_instructions');
ALTER TABLE payment_attempt ADD CONSTRAINT payment_attempt_by_transfer_alone_is_funded
  CHECK (coalesce(parameters ->> 'via', '') = 'TRANSFER' OR (funded_minor = 0 AND transfer_instructions IS NULL));
ALTER TABLE payment_attempt ADD CONSTRAINT payment_attempt_is_funded_in_part
  CHECK (funded_minor >= 0 AND (funded_minor < amount_minor OR funded_minor = 0));
