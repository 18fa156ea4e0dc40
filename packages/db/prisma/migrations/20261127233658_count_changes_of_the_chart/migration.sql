-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "chart_version" INTEGER NOT NULL DEFAULT 1;
