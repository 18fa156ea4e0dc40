-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "reader_id" UUID;

-- CreateIndex
CREATE INDEX "payment_attempt_organization_id_reader_id_idx" ON "payment_attempt"("organization_id", "reader_id");

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_organization_id_reader_id_fkey" FOREIGN KEY ("organization_id", "reader_id") REFERENCES "reader"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Where a card was presented belongs to the recorded intent: it is known from the beginning and does not change.
ALTER TABLE payment_attempt ADD CONSTRAINT payment_attempt_at_reader_names_it
  CHECK ((coalesce(parameters ->> 'via', '') = 'READER') = (reader_id IS NOT NULL));
CREATE TRIGGER keep_reader BEFORE UPDATE ON payment_attempt FOR EACH ROW EXECUTE FUNCTION freeze_columns('reader_id');
