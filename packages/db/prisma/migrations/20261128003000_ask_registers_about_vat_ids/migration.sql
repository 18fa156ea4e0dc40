-- CreateEnum
CREATE TYPE "vat_check_outcome" AS ENUM ('CONFIRMED', 'NOT_CONFIRMED', 'UNAVAILABLE');

-- CreateEnum
CREATE TYPE "name_match" AS ENUM ('SAME', 'OTHER', 'NOT_TOLD');

-- CreateTable
CREATE TABLE "vat_check" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "vat_id" TEXT NOT NULL,
    "asked_by_kind" "actor_kind" NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "ask_at" TIMESTAMPTZ(3),
    "outcome" "vat_check_outcome",
    "answered_at" TIMESTAMPTZ(3),
    "register" TEXT,
    "requester_vat_id" TEXT,
    "reason" TEXT,
    "request_number" TEXT,
    "name" TEXT,
    "address" TEXT,
    "name_match" "name_match",
    "answer" JSONB,

    CONSTRAINT "vat_check_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "vat_check_organization_id_customer_id_asked_at_idx" ON "vat_check"("organization_id", "customer_id", "asked_at");

-- CreateIndex
CREATE INDEX "vat_check_ask_at_idx" ON "vat_check"("ask_at");

-- AddForeignKey
ALTER TABLE "vat_check" ADD CONSTRAINT "vat_check_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The wall, and what is never changed: a question, and the answer to it.
ALTER TABLE vat_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE vat_check FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON vat_check
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON vat_check TO zahlwerk_app;
CREATE UNIQUE INDEX vat_check_one_open ON vat_check (organization_id, customer_id) WHERE outcome IS NULL;
ALTER TABLE vat_check
  ADD CONSTRAINT vat_check_asked_by_is_whole CHECK ((asked_by_kind IN ('MEMBER', 'INTEGRATION')) = (asked_by_id IS NOT NULL)),
  ADD CONSTRAINT vat_check_answer_is_whole CHECK ((outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL) = (ask_at IS NOT NULL)),
  ADD CONSTRAINT vat_check_confirmation_has_a_register CHECK (outcome IN ('UNAVAILABLE') OR outcome IS NULL OR register IS NOT NULL);
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON vat_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON vat_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_question BEFORE UPDATE ON vat_check FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'customer_id', 'vat_id', 'asked_by_kind', 'asked_by_id', 'asked_at', 'tries');
CREATE TRIGGER keep_answer BEFORE UPDATE ON vat_check FOR EACH ROW WHEN (OLD.outcome IS NOT NULL)
  EXECUTE FUNCTION refuse_change();

-- The finder of due work sees when a register is to be asked.
GRANT SELECT (organization_id, id, ask_at) ON vat_check TO zahlwerk_system;
CREATE POLICY system ON vat_check FOR SELECT TO zahlwerk_system USING (true);
