-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "skonto_basis_points" INTEGER,
ADD COLUMN     "skonto_days" INTEGER;

-- AlterTable
ALTER TABLE "payment_case" ADD COLUMN     "skonto_basis_points" INTEGER,
ADD COLUMN     "skonto_days" INTEGER;

-- Terms are whole or none: more than nothing, less than everything, three months at most. What a customer was promised stays.
ALTER TABLE organization ADD CONSTRAINT organization_skonto_is_whole CHECK (
  (skonto_basis_points IS NULL) = (skonto_days IS NULL)
  AND skonto_basis_points BETWEEN 1 AND 9999 AND skonto_days BETWEEN 1 AND 90);
ALTER TABLE payment_case ADD CONSTRAINT payment_case_skonto_is_whole CHECK (
  (skonto_basis_points IS NULL) = (skonto_days IS NULL)
  AND skonto_basis_points BETWEEN 1 AND 9999 AND skonto_days BETWEEN 1 AND 90);
CREATE TRIGGER keep_skonto BEFORE UPDATE ON payment_case FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('skonto_basis_points', 'skonto_days');
