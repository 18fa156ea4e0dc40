-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "charge_at" TIMESTAMPTZ(3),
ADD COLUMN     "try_number" INTEGER;

-- CreateIndex
CREATE INDEX "payment_attempt_charge_at_idx" ON "payment_attempt"("charge_at");

-- Which method is charged, as which try and when, is part of the intent: it is written with it and stays.
ALTER TABLE payment_attempt
  ADD CONSTRAINT payment_attempt_charge_is_whole CHECK (
    (payment_method_id IS NULL) = (charge_at IS NULL) AND (charge_at IS NULL) = (try_number IS NULL)
    AND (try_number IS NULL OR try_number > 0));
CREATE TRIGGER keep_charge BEFORE UPDATE ON payment_attempt FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('payment_method_id', 'try_number', 'charge_at');

-- The finder of due work sees when a charge is due, and nothing of it.
GRANT SELECT (charge_at) ON payment_attempt TO zahlwerk_system;
