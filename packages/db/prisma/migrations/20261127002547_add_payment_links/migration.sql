-- AlterEnum
ALTER TYPE "link_purpose" ADD VALUE 'START';

-- AlterTable
ALTER TABLE "payment_case" ADD COLUMN     "payment_link_id" UUID;

-- CreateTable
CREATE TABLE "payment_link" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "title_de" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "description_de" TEXT,
    "description_en" TEXT,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT,
    "minimum_minor" BIGINT,
    "maximum_minor" BIGINT,
    "tax_case" "tax_case",
    "expires_on" DATE,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_link_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "payment_link_organization_id_created_at_id_idx" ON "payment_link"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "payment_case_organization_id_payment_link_id_idx" ON "payment_case"("organization_id", "payment_link_id");

-- AddForeignKey
ALTER TABLE "payment_case" ADD CONSTRAINT "payment_case_organization_id_payment_link_id_fkey" FOREIGN KEY ("organization_id", "payment_link_id") REFERENCES "payment_link"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_link" ADD CONSTRAINT "payment_link_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE payment_link
  ADD CONSTRAINT payment_link_is_fixed_or_free CHECK (
    (amount_minor > 0 AND minimum_minor IS NULL AND maximum_minor IS NULL)
    OR (amount_minor IS NULL AND minimum_minor > 0 AND maximum_minor >= minimum_minor)),
  ADD CONSTRAINT payment_link_is_taxed_when_fixed CHECK (tax_case IS NULL OR amount_minor IS NOT NULL);

-- The wall.
ALTER TABLE payment_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_link FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON payment_link
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON payment_link TO zahlwerk_app;

-- Where a case came from does not change.
CREATE TRIGGER keep_origin BEFORE UPDATE ON payment_case FOR EACH ROW EXECUTE FUNCTION freeze_columns('payment_link_id');
