-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "list_mapping" JSONB;
