-- CreateTable
CREATE TABLE "reader" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "provider_account_id" UUID NOT NULL,
    "provider_ref" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "device_type" TEXT NOT NULL,
    "serial_number" TEXT NOT NULL,
    "created_by_kind" "actor_kind" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reader_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reader_organization_id_provider_account_id_provider_ref_key" ON "reader"("organization_id", "provider_account_id", "provider_ref");

-- AddForeignKey
ALTER TABLE "reader" ADD CONSTRAINT "reader_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reader" ADD CONSTRAINT "reader_organization_id_provider_account_id_fkey" FOREIGN KEY ("organization_id", "provider_account_id") REFERENCES "provider_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The wall.
ALTER TABLE reader ENABLE ROW LEVEL SECURITY;
ALTER TABLE reader FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON reader
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON reader TO zahlwerk_app;

-- Which device it is does not change.
CREATE TRIGGER keep_device BEFORE UPDATE ON reader FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'provider_account_id', 'provider_ref', 'device_type', 'serial_number', 'created_at');
