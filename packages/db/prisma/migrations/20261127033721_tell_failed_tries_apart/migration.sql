-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "failure_ref" TEXT;

-- CreateTable
CREATE TABLE "failed_try" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "ref" TEXT,
    "code" TEXT NOT NULL,
    "message" TEXT,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "failed_try_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "failed_try_organization_id_attempt_id_idx" ON "failed_try"("organization_id", "attempt_id");

-- AddForeignKey
ALTER TABLE "failed_try" ADD CONSTRAINT "failed_try_organization_id_attempt_id_fkey" FOREIGN KEY ("organization_id", "attempt_id") REFERENCES "payment_attempt"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The wall. What has failed has failed: nothing is changed and nothing goes.
ALTER TABLE failed_try ENABLE ROW LEVEL SECURITY;
ALTER TABLE failed_try FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON failed_try
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT ON failed_try TO zahlwerk_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON failed_try FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON failed_try FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
