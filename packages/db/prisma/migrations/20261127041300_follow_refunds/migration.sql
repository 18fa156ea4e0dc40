ALTER TABLE "refund" ADD COLUMN "succeeded_at" TIMESTAMPTZ(3), ADD COLUMN "transfer_reference" TEXT,
  ADD COLUMN "transferred_by_kind" "actor_kind", ADD COLUMN "transferred_by_id" UUID;

-- When the money had gone stays, also when a bank sends it back later; and so does who vouches for a transfer.
CREATE TRIGGER gone_once BEFORE UPDATE ON refund FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('succeeded_at', 'transfer_reference', 'transferred_by_kind', 'transferred_by_id');
ALTER TABLE refund
  ADD CONSTRAINT refund_success_has_a_time CHECK (state <> 'SUCCEEDED' OR succeeded_at IS NOT NULL) NOT VALID,
  ADD CONSTRAINT refund_transfer_is_vouched_for CHECK ((transfer_reference IS NULL) = (transferred_by_kind IS NULL));

-- A refund of money that did not come over the provider is transferred by a person, never sent by us.
INSERT INTO status_edge (machine, "from", "to") VALUES ('refund', 'APPROVED', 'SUCCEEDED');
