-- AlterEnum
ALTER TYPE "bank_import_state" ADD VALUE 'FAILED';

-- AlterTable
ALTER TABLE "bank_import" ADD COLUMN     "known" INTEGER NOT NULL DEFAULT 0;

-- What was given up is taken up where it stood.
INSERT INTO status_edge (machine, "from", "to") VALUES
  ('bank_import', 'WAITING', 'FAILED'), ('bank_import', 'MATCHING', 'FAILED'),
  ('bank_import', 'FAILED', 'WAITING'), ('bank_import', 'FAILED', 'MATCHING');
ALTER TABLE bank_import
  ADD CONSTRAINT bank_import_known_once CHECK (known >= 0 AND added + known <= transactions);
