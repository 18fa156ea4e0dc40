-- AlterTable
ALTER TABLE "adjustment" ADD COLUMN     "allocation_id" UUID;

-- CreateIndex
CREATE INDEX "adjustment_organization_id_allocation_id_idx" ON "adjustment"("organization_id", "allocation_id");

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_organization_id_allocation_id_fkey" FOREIGN KEY ("organization_id", "allocation_id") REFERENCES "allocation"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Skonto, a fee or cents are given up because of a payment of the same claim.
CREATE FUNCTION check_granted_with() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM allocation WHERE organization_id = NEW.organization_id AND id = NEW.allocation_id
    AND case_id = NEW.case_id AND amount_minor > 0) THEN
    RAISE EXCEPTION 'adjustment % is granted with an allocation of another case', NEW.id
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER granted_with BEFORE INSERT ON adjustment FOR EACH ROW
  WHEN (NEW.allocation_id IS NOT NULL) EXECUTE FUNCTION check_granted_with();
