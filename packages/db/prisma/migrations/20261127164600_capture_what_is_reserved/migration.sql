-- CreateEnum
CREATE TYPE "capture_state" AS ENUM ('RECORDED', 'SENT', 'UNKNOWN', 'SUCCEEDED', 'FAILED');

-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "payer" TEXT,
ADD COLUMN     "warn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "capture" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "state" "capture_state" NOT NULL,
    "provider_key" TEXT NOT NULL,
    "failure_code" TEXT,
    "failure_message" TEXT,
    "requested_by_kind" "actor_kind" NOT NULL,
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "check_at" TIMESTAMPTZ(3),

    CONSTRAINT "capture_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "capture_organization_id_case_id_idx" ON "capture"("organization_id", "case_id");

-- CreateIndex
CREATE INDEX "capture_organization_id_attempt_id_idx" ON "capture"("organization_id", "attempt_id");

-- CreateIndex
CREATE INDEX "capture_check_at_idx" ON "capture"("check_at");

-- CreateIndex
CREATE UNIQUE INDEX "capture_organization_id_provider_key_key" ON "capture"("organization_id", "provider_key");

-- CreateIndex
CREATE INDEX "payment_attempt_warn_at_idx" ON "payment_attempt"("warn_at");

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_organization_id_case_id_fkey" FOREIGN KEY ("organization_id", "case_id") REFERENCES "payment_case"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_organization_id_attempt_id_fkey" FOREIGN KEY ("organization_id", "attempt_id") REFERENCES "payment_attempt"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The wall.
ALTER TABLE capture ENABLE ROW LEVEL SECURITY;
ALTER TABLE capture FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON capture
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON capture TO zahlwerk_app;

-- What was decided is sent as it was decided, and nothing of it is forgotten.
CREATE TRIGGER no_delete BEFORE DELETE ON capture FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON capture FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_intent BEFORE UPDATE ON capture FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'case_id', 'attempt_id', 'currency', 'amount_minor', 'provider_key',
    'requested_by_kind', 'requested_by_id', 'requested_at');

-- As CAPTURE_EDGES of @zahlwerk/domain: somebody may capture at the provider before ours is sent.
INSERT INTO status_edge (machine, "from", "to") VALUES
  ('capture', 'RECORDED', 'SENT'), ('capture', 'RECORDED', 'SUCCEEDED'), ('capture', 'RECORDED', 'FAILED'),
  ('capture', 'SENT', 'UNKNOWN'), ('capture', 'SENT', 'SUCCEEDED'), ('capture', 'SENT', 'FAILED'),
  ('capture', 'UNKNOWN', 'SUCCEEDED'), ('capture', 'UNKNOWN', 'FAILED');
CREATE TRIGGER follows_an_edge BEFORE UPDATE OF state ON capture FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION check_status_edge();

-- Of what is reserved no more is ever collected, and no two captures run at once.
ALTER TABLE capture ADD CONSTRAINT capture_amount_is_positive CHECK (amount_minor > 0);
CREATE UNIQUE INDEX capture_one_running ON capture (organization_id, attempt_id)
  WHERE state IN ('RECORDED', 'SENT', 'UNKNOWN');
CREATE FUNCTION check_capture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM payment_attempt WHERE organization_id = NEW.organization_id AND id = NEW.attempt_id
      AND case_id = NEW.case_id AND capture = 'MANUAL' AND currency = NEW.currency
      AND amount_minor >= NEW.amount_minor
  ) THEN
    RAISE EXCEPTION 'a capture of % exceeds what attempt % has reserved', NEW.amount_minor, NEW.attempt_id
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fits BEFORE INSERT ON capture FOR EACH ROW EXECUTE FUNCTION check_capture();

-- The finder of due work sees when something is due, and nothing of it.
GRANT SELECT (warn_at) ON payment_attempt TO zahlwerk_system;
GRANT SELECT (organization_id, id, state, check_at) ON capture TO zahlwerk_system;
CREATE POLICY system ON capture FOR SELECT TO zahlwerk_system USING (true);
