-- AlterEnum
ALTER TYPE "task_subject" ADD VALUE 'PROVIDER_ACCOUNT';

-- AlterTable
ALTER TABLE "provider_account" ADD COLUMN "reconcile_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "reconciled_until" TIMESTAMPTZ(3);

-- The finder of due work sees when an account is due.
GRANT SELECT (reconcile_at) ON provider_account TO zahlwerk_system;
