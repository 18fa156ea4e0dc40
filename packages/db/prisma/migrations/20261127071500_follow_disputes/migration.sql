-- CreateEnum
CREATE TYPE "response_kind" AS ENUM ('EVIDENCE', 'ACCEPTANCE');

-- CreateEnum
CREATE TYPE "response_state" AS ENUM ('RECORDED', 'SENT', 'FAILED');

-- AlterTable
ALTER TABLE "dispute" ADD COLUMN     "check_at" TIMESTAMPTZ(3),
ADD COLUMN     "needs_response" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reinstated_at" TIMESTAMPTZ(3),
ADD COLUMN     "response_at" TIMESTAMPTZ(3),
ADD COLUMN     "response_by_id" UUID,
ADD COLUMN     "response_by_kind" "actor_kind",
ADD COLUMN     "response_failure_code" TEXT,
ADD COLUMN     "response_failure_message" TEXT,
ADD COLUMN     "response_files" JSONB,
ADD COLUMN     "response_id" UUID,
ADD COLUMN     "response_kind" "response_kind",
ADD COLUMN     "response_state" "response_state",
ADD COLUMN     "response_text" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "dispute_check_at_idx" ON "dispute"("check_at");

-- What a bank has taken, and from whom, does not change; nor does when.
CREATE TRIGGER keep_dispute BEFORE UPDATE ON dispute FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'payment_id', 'case_id', 'kind', 'currency', 'amount_minor', 'provider_ref',
    'opened_at');
CREATE TRIGGER set_once BEFORE UPDATE ON dispute FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('withdrawn_at', 'reinstated_at', 'decided_at');
ALTER TABLE dispute
  ADD CONSTRAINT dispute_fee_is_not_negative CHECK (fee_minor >= 0),
  ADD CONSTRAINT dispute_loss_has_taken_money CHECK (state <> 'LOST' OR withdrawn_at IS NOT NULL),
  ADD CONSTRAINT dispute_gives_back_what_it_took_when_won
    CHECK (reinstated_at IS NULL OR (state = 'WON' AND withdrawn_at IS NOT NULL)),
  ADD CONSTRAINT dispute_response_is_whole CHECK (
    (response_id IS NULL) = (response_kind IS NULL) AND (response_id IS NULL) = (response_state IS NULL)
    AND (response_id IS NULL) = (response_by_kind IS NULL) AND (response_id IS NULL) = (response_at IS NULL)),
  ADD CONSTRAINT dispute_acceptance_proves_nothing CHECK (
    response_kind <> 'ACCEPTANCE' OR (response_text IS NULL AND response_files IS NULL));

-- The bank takes one answer: another one may only follow one that the provider has refused.
CREATE FUNCTION check_response() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.response_id IS DISTINCT FROM OLD.response_id AND OLD.response_state = 'RECORDED' THEN
    RAISE EXCEPTION 'dispute % has an answer that is on its way', OLD.id
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER one_response BEFORE UPDATE OF response_id ON dispute FOR EACH ROW EXECUTE FUNCTION check_response();

GRANT SELECT (organization_id, id, state, check_at) ON dispute TO zahlwerk_system;
CREATE POLICY system ON dispute FOR SELECT TO zahlwerk_system USING (true);
