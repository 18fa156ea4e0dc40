-- CreateEnum
CREATE TYPE "chart_of_accounts" AS ENUM ('SKR03', 'SKR04');

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "chart_of_accounts" "chart_of_accounts" NOT NULL DEFAULT 'SKR03';

ALTER TABLE ledger_account ADD CONSTRAINT ledger_account_number_is_digits CHECK (number ~ '^[0-9]{4,8}$');
-- Asked at the end of the statement: accounts may swap their numbers, as they do from one chart to the other.
DROP INDEX "ledger_account_organization_id_number_key";
ALTER TABLE ledger_account ADD CONSTRAINT "ledger_account_organization_id_number_key"
  UNIQUE (organization_id, number) DEFERRABLE INITIALLY IMMEDIATE;
CREATE TRIGGER keep_account BEFORE UPDATE ON ledger_account FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'key', 'type');
