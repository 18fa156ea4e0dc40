-- AlterTable: a sweep goes by the provider's time, because an event can be listed later than one that came after it.
ALTER TABLE "provider_account" DROP COLUMN "sweep_cursor",
DROP COLUMN "swept_at",
ADD COLUMN "sweep_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "swept_until" TIMESTAMPTZ(3);

-- The finder of due work sees when an account is due.
GRANT SELECT (sweep_at) ON provider_account TO zahlwerk_system;
