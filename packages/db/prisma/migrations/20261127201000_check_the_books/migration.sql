-- AlterEnum
ALTER TYPE "task_subject" ADD VALUE 'BOOKS_CHECK';

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "books_check_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP + '1 day'::interval);

-- CreateTable
CREATE TABLE "books_check" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "asked_by_kind" "actor_kind" NOT NULL,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "rules" INTEGER NOT NULL DEFAULT 0,
    "broken" JSONB NOT NULL DEFAULT '[]',
    "not_checked" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "books_check_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "books_check_organization_id_asked_at_idx" ON "books_check"("organization_id", "asked_at");

-- AddForeignKey
ALTER TABLE "books_check" ADD CONSTRAINT "books_check_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The wall, and what is never changed: what a check has found.
ALTER TABLE books_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE books_check FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON books_check
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON books_check TO zahlwerk_app;
CREATE UNIQUE INDEX books_check_one_running ON books_check (organization_id) WHERE finished_at IS NULL;
ALTER TABLE books_check ADD CONSTRAINT books_check_end_has_a_start CHECK (finished_at IS NULL OR started_at IS NOT NULL);
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON books_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON books_check FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_question BEFORE UPDATE ON books_check FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'asked_by_kind', 'asked_by_id', 'asked_at');
CREATE TRIGGER keep_result BEFORE UPDATE ON books_check FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL)
  EXECUTE FUNCTION refuse_change();

-- The finder of due work sees when the books are due.
GRANT SELECT (books_check_at) ON organization TO zahlwerk_system;
