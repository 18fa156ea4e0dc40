-- CreateEnum
CREATE TYPE "tax_behavior" AS ENUM ('EXCLUSIVE', 'INCLUSIVE');

-- AlterTable
ALTER TABLE "payment_case" ADD COLUMN     "tax_behavior" "tax_behavior" NOT NULL DEFAULT 'EXCLUSIVE';

-- The amount due stands on it.
CREATE TRIGGER keep_tax_behavior BEFORE UPDATE ON payment_case FOR EACH ROW EXECUTE FUNCTION freeze_columns('tax_behavior');
