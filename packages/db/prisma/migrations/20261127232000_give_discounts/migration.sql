-- AlterTable
ALTER TABLE "case_line" ADD COLUMN     "discount_amount" TEXT,
ADD COLUMN     "discount_percent" TEXT,
ADD COLUMN     "discount_reason" TEXT;

-- AlterTable
ALTER TABLE "payment_case" ADD COLUMN     "discount_amount" TEXT,
ADD COLUMN     "discount_percent" TEXT,
ADD COLUMN     "discount_reason" TEXT;

-- A discount is a share or an amount, above nothing; of a share not more than everything. Its reason needs one.
ALTER TABLE case_line ADD CONSTRAINT case_line_discount_is_one CHECK (
  (discount_percent IS NULL OR discount_amount IS NULL)
  AND (discount_reason IS NULL OR discount_percent IS NOT NULL OR discount_amount IS NOT NULL)
  AND discount_percent ~ '^[0-9]+(\.[0-9]+)?$' AND discount_percent::numeric > 0 AND discount_percent::numeric <= 100
  AND discount_amount ~ '^[0-9]+(\.[0-9]+)?$' AND discount_amount::numeric > 0);
ALTER TABLE payment_case ADD CONSTRAINT payment_case_discount_is_one CHECK (
  (discount_percent IS NULL OR discount_amount IS NULL)
  AND (discount_reason IS NULL OR discount_percent IS NOT NULL OR discount_amount IS NOT NULL)
  AND discount_percent ~ '^[0-9]+(\.[0-9]+)?$' AND discount_percent::numeric > 0 AND discount_percent::numeric <= 100
  AND discount_amount ~ '^[0-9]+(\.[0-9]+)?$' AND discount_amount::numeric > 0);
-- The amount due stands on it.
CREATE TRIGGER keep_discount BEFORE UPDATE ON payment_case FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('discount_percent', 'discount_amount', 'discount_reason');
