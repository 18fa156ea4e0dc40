-- What Prisma's schema cannot say: partial unique indexes, checks, and triggers that no code can forget.

-- ---------------------------------------------------------------------------------------------------------------
-- At most one
-- ---------------------------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX workflow_version_one_active ON workflow_version (organization_id) WHERE state = 'ACTIVE';
CREATE UNIQUE INDEX case_step_one_open ON case_step (organization_id, case_id) WHERE state = 'OPEN';
CREATE UNIQUE INDEX discrepancy_one_open ON discrepancy (organization_id, case_id, step, run, key) WHERE state = 'OPEN';
CREATE UNIQUE INDEX task_one_payment ON task (organization_id, case_id) WHERE kind = 'PAYMENT';
CREATE UNIQUE INDEX approval_one_open ON approval (organization_id, subject_id) WHERE state = 'OPEN';
CREATE UNIQUE INDEX payment_method_one_default ON payment_method (organization_id, customer_id)
  WHERE is_default AND state = 'ACTIVE';
CREATE UNIQUE INDEX payment_method_one_first ON payment_method (organization_id, customer_id) WHERE is_first;
CREATE UNIQUE INDEX payment_attempt_one_live ON payment_attempt (organization_id, case_id)
  WHERE state IN ('CREATED', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN', 'AUTHORIZED');
-- An invoice, or the statement that stands in for one. A Storno cancels it and makes room for the next.
CREATE UNIQUE INDEX invoice_one_effective ON invoice (organization_id, case_id)
  WHERE kind IN ('INVOICE', 'STATEMENT') AND state = 'ISSUED';

-- ---------------------------------------------------------------------------------------------------------------
-- Checks on one row
-- ---------------------------------------------------------------------------------------------------------------
ALTER TABLE organization
  ADD CONSTRAINT organization_clock_is_real_in_production CHECK (mode = 'DEMO' OR clock_offset_seconds = 0),
  ADD CONSTRAINT organization_twin_is_for_tests CHECK (test_twin_of_id IS NULL OR (mode = 'DEMO' AND test_twin_of_id <> id));

ALTER TABLE member
  ADD CONSTRAINT member_removal_has_a_time CHECK ((state = 'REMOVED') = (removed_at IS NOT NULL));

ALTER TABLE api_key
  ADD CONSTRAINT api_key_hash_is_sha256 CHECK (octet_length(hash) = 32);

ALTER TABLE workflow_version
  ADD CONSTRAINT workflow_version_number_is_positive CHECK (number > 0),
  ADD CONSTRAINT workflow_version_activation_has_a_time CHECK ((state = 'DRAFT') = (activated_at IS NULL)),
  ADD CONSTRAINT workflow_version_retirement_has_a_time CHECK ((state = 'RETIRED') = (retired_at IS NOT NULL));

ALTER TABLE customer
  ADD CONSTRAINT customer_versions_are_ordered
    CHECK (saved_version >= 0 AND coalesce(confirmed_version, 0) BETWEEN 0 AND saved_version),
  ADD CONSTRAINT customer_saved_has_a_number CHECK ((saved_version = 0) = (number IS NULL)),
  ADD CONSTRAINT customer_confirmed_names_the_version CHECK (state <> 'CONFIRMED' OR confirmed_version > 0),
  ADD CONSTRAINT customer_merged_names_the_other
    CHECK ((state = 'MERGED') = (merged_into_id IS NOT NULL) AND merged_into_id IS DISTINCT FROM id);

ALTER TABLE customer_version
  ADD CONSTRAINT customer_version_number_is_positive CHECK (version > 0),
  ADD CONSTRAINT customer_version_confirmation_is_whole
    CHECK ((confirmed_at IS NULL) = (confirmed_by_kind IS NULL));

ALTER TABLE payment_method
  ADD CONSTRAINT payment_method_shows_four_digits CHECK (last4 ~ '^[0-9A-Z]{4}$'),
  ADD CONSTRAINT payment_method_replaces_another CHECK (replaces_id IS DISTINCT FROM id),
  ADD CONSTRAINT payment_method_retirement_has_a_time CHECK ((state = 'RETIRED') = (retired_at IS NOT NULL));

ALTER TABLE payment_case
  ADD CONSTRAINT payment_case_amount_is_not_negative CHECK (amount_due_minor >= 0),
  ADD CONSTRAINT payment_case_supply_is_a_period CHECK (supply_from <= supply_to),
  ADD CONSTRAINT payment_case_closing_is_whole CHECK ((state = 'CLOSED')
    = (closed_at IS NOT NULL AND closed_by_kind IS NOT NULL AND released_at IS NOT NULL)),
  ADD CONSTRAINT payment_case_is_closed_by_a_member CHECK (closed_by_kind = 'MEMBER'),
  ADD CONSTRAINT payment_case_cancellation_is_whole CHECK ((state = 'CANCELED')
    = (canceled_at IS NOT NULL AND canceled_by_kind IS NOT NULL AND cancel_reason IS NOT NULL));

ALTER TABLE case_line
  ADD CONSTRAINT case_line_position_is_positive CHECK (position > 0),
  ADD CONSTRAINT case_line_decimals_are_plain CHECK (
    quantity ~ '^-?[0-9]+(\.[0-9]+)?$' AND unit_price ~ '^-?[0-9]+(\.[0-9]+)?$' AND vat_rate ~ '^[0-9]+(\.[0-9]+)?$'),
  ADD CONSTRAINT case_line_supply_is_a_period CHECK (supply_from <= supply_to);

ALTER TABLE case_step
  ADD CONSTRAINT case_step_run_is_positive CHECK (run > 0),
  ADD CONSTRAINT case_step_times_fit_the_state CHECK (CASE state
    WHEN 'PENDING' THEN opened_at IS NULL AND done_at IS NULL
    WHEN 'OPEN' THEN opened_at IS NOT NULL AND done_at IS NULL
    WHEN 'DONE' THEN opened_at IS NOT NULL AND done_at IS NOT NULL AND done_by_kind IS NOT NULL
    ELSE done_at IS NOT NULL END),
  ADD CONSTRAINT case_step_stop_has_a_time CHECK ((stop_code IS NULL) = (stopped_at IS NULL));

ALTER TABLE discrepancy
  ADD CONSTRAINT discrepancy_resolution_is_whole CHECK ((state = 'RESOLVED')
    = (resolution IS NOT NULL AND resolved_at IS NOT NULL AND resolved_by_kind IS NOT NULL)),
  ADD CONSTRAINT discrepancy_acceptance_has_a_reason CHECK (resolution <> 'ACCEPT' OR reason IS NOT NULL);

ALTER TABLE task
  ADD CONSTRAINT task_of_a_payment_has_a_case CHECK (kind <> 'PAYMENT' OR case_id IS NOT NULL),
  ADD CONSTRAINT task_claim_names_the_claimer
    CHECK (state <> 'CLAIMED' OR (assignee_id IS NOT NULL AND claimed_at IS NOT NULL)),
  ADD CONSTRAINT task_end_is_whole CHECK ((state = 'DONE') = (done_at IS NOT NULL AND done_by_kind IS NOT NULL));

ALTER TABLE approval
  ADD CONSTRAINT approval_needs_a_second_person CHECK (decided_by_id <> asked_by_id),
  ADD CONSTRAINT approval_decision_is_whole
    CHECK ((state <> 'OPEN') = (decided_at IS NOT NULL AND decided_by_id IS NOT NULL)),
  ADD CONSTRAINT approval_amount_has_a_currency CHECK ((amount_minor IS NULL) = (currency IS NULL));

ALTER TABLE access_link
  ADD CONSTRAINT access_link_hash_is_sha256 CHECK (octet_length(token_hash) = 32),
  ADD CONSTRAINT access_link_to_pay_has_a_case CHECK (purpose <> 'PAY' OR case_id IS NOT NULL);

ALTER TABLE payment_attempt
  ADD CONSTRAINT payment_attempt_amount_is_positive CHECK (amount_minor > 0);

ALTER TABLE payment
  ADD CONSTRAINT payment_amount_is_positive CHECK (amount_minor > 0),
  ADD CONSTRAINT payment_of_a_provider_names_it
    CHECK (source <> 'PROVIDER' OR provider_account_id IS NOT NULL OR attempt_id IS NOT NULL),
  ADD CONSTRAINT payment_by_hand_is_vouched_for
    CHECK ((source = 'MANUAL') = (receipt_kind IS NOT NULL AND vouched_by_kind IS NOT NULL));

ALTER TABLE allocation
  ADD CONSTRAINT allocation_counter_entry_is_negative
    CHECK ((reverses_id IS NULL AND amount_minor > 0) OR (reverses_id IS NOT NULL AND amount_minor < 0));

ALTER TABLE adjustment
  ADD CONSTRAINT adjustment_amount_is_not_zero CHECK (amount_minor <> 0);

ALTER TABLE refund
  ADD CONSTRAINT refund_amount_is_positive CHECK (amount_minor > 0);

ALTER TABLE dispute
  ADD CONSTRAINT dispute_amount_is_positive CHECK (amount_minor > 0),
  ADD CONSTRAINT dispute_decision_has_a_time CHECK ((state = 'OPEN') = (decided_at IS NULL));

ALTER TABLE payout
  ADD CONSTRAINT payout_net_is_gross_less_fee CHECK (net_minor = gross_minor - fee_minor),
  ADD CONSTRAINT payout_release_has_a_time CHECK (released_by_id IS NULL OR released_at IS NOT NULL),
  ADD CONSTRAINT payout_by_hand_is_released_by_a_member
    CHECK (mode = 'AUTOMATIC' OR state IN ('PROPOSED', 'FAILED') OR released_by_id IS NOT NULL),
  ADD CONSTRAINT payout_needs_a_second_person
    CHECK (proposed_by_kind <> 'MEMBER' OR released_by_id IS NULL OR proposed_by_id <> released_by_id);

ALTER TABLE payout_item
  ADD CONSTRAINT payout_item_net_is_gross_less_fee CHECK (net_minor = gross_minor - fee_minor);

ALTER TABLE invoice
  ADD CONSTRAINT invoice_gross_is_net_plus_vat CHECK (gross_minor = net_minor + vat_minor),
  ADD CONSTRAINT invoice_issued_is_whole CHECK ((state <> 'DRAFT')
    = (number IS NOT NULL AND snapshot IS NOT NULL AND issued_on IS NOT NULL AND issued_at IS NOT NULL)),
  ADD CONSTRAINT invoice_draft_has_no_number CHECK (state <> 'DRAFT' OR number IS NULL),
  ADD CONSTRAINT invoice_cancellation_has_a_time CHECK ((state = 'CANCELED') = (canceled_at IS NOT NULL)),
  ADD CONSTRAINT invoice_storno_names_the_invoice CHECK ((kind = 'STORNO') = (cancels_id IS NOT NULL)),
  ADD CONSTRAINT invoice_correction_names_the_invoice CHECK ((kind = 'CORRECTION') = (corrects_id IS NOT NULL));

ALTER TABLE number_series
  ADD CONSTRAINT number_series_starts_at_one CHECK (next >= 1);

ALTER TABLE journal_line
  ADD CONSTRAINT journal_line_amount_is_not_zero CHECK (amount_minor <> 0),
  ADD CONSTRAINT journal_line_position_is_not_negative CHECK (position >= 0);

ALTER TABLE event
  ADD CONSTRAINT event_position_is_positive CHECK (position > 0 AND seq > 0),
  ADD CONSTRAINT event_hashes_are_sha256
    CHECK (octet_length(hash) = 32 AND octet_length(prev_hash) = 32 AND coalesce(octet_length(reason_hash), 32) = 32);

ALTER TABLE event_head
  ADD CONSTRAINT event_head_position_is_not_negative CHECK (position >= 0 AND octet_length(hash) = 32);

ALTER TABLE idempotency_record
  ADD CONSTRAINT idempotency_record_key_is_short CHECK (length(key) BETWEEN 1 AND 255),
  ADD CONSTRAINT idempotency_record_hash_is_sha256 CHECK (octet_length(request_hash) = 32);

ALTER TABLE webhook_inbox
  ADD CONSTRAINT webhook_inbox_end_has_a_time CHECK ((state = 'DONE') = (done_at IS NOT NULL));

ALTER TABLE document
  ADD CONSTRAINT document_is_what_it_claims CHECK (sha256 = sha256(bytes) AND size = octet_length(bytes));

-- The same rule for every column of its kind.
DO $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('currency', 'country')
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I ~ %L)', found.table_name,
      found.table_name || '_' || found.column_name || '_is_a_code', found.column_name,
      CASE found.column_name WHEN 'currency' THEN '^[A-Z]{3}$' ELSE '^[A-Z]{2}$' END);
  END LOOP;

  -- An actor is whole: members and integrations have an id, the system has none, nobody has neither.
  FOR found IN
    SELECT table_name, column_name AS kind, regexp_replace(column_name, '_kind$', '_id') AS id
    FROM information_schema.columns
    WHERE table_schema = 'public' AND udt_name = 'actor_kind'
  LOOP
    EXECUTE format(
      'ALTER TABLE %1$I ADD CONSTRAINT %2$I CHECK (CASE WHEN %3$I IN (''MEMBER'', ''INTEGRATION'') THEN %4$I IS NOT NULL
         WHEN %3$I = ''CUSTOMER'' THEN true ELSE %4$I IS NULL END)',
      found.table_name, found.table_name || '_' || regexp_replace(found.kind, '_kind$', '') || '_is_whole',
      found.kind, found.id);
  END LOOP;
END $$;

-- ---------------------------------------------------------------------------------------------------------------
-- What is written stays
-- ---------------------------------------------------------------------------------------------------------------
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: what is written there stays', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
END $$;

-- Refuses an update that changes one of the columns named as arguments.
CREATE FUNCTION freeze_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  frozen text;
BEGIN
  FOREACH frozen IN ARRAY TG_ARGV LOOP
    IF before -> frozen IS DISTINCT FROM after -> frozen THEN
      RAISE EXCEPTION '%.% is frozen', TG_TABLE_NAME, frozen
        USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, COLUMN = frozen;
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

-- Refuses an update that changes one of the columns named as arguments, unless it was empty.
CREATE FUNCTION set_columns_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  once text;
BEGIN
  FOREACH once IN ARRAY TG_ARGV LOOP
    IF before -> once <> 'null' AND before -> once IS DISTINCT FROM after -> once THEN
      RAISE EXCEPTION '%.% is set only once', TG_TABLE_NAME, once
        USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, COLUMN = once;
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['event', 'journal_entry', 'journal_line', 'allocation', 'adjustment'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['customer_version', 'payment', 'receipt', 'event_head', 'event_reason', 'number_series',
    'payment_case', 'case_step', 'payment_attempt', 'refund', 'dispute', 'payout'] LOOP
    EXECUTE format('CREATE TRIGGER no_delete BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['event', 'journal_entry', 'journal_line', 'allocation', 'adjustment', 'customer_version',
    'payment', 'receipt', 'invoice', 'document', 'event_head', 'event_reason', 'number_series', 'payment_case',
    'case_step', 'payment_attempt', 'refund', 'dispute', 'payout', 'workflow_version'] LOOP
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;

CREATE TRIGGER keep_version BEFORE UPDATE ON customer_version FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'customer_id', 'version', 'data', 'saved_by_kind', 'saved_by_id', 'saved_at');
CREATE TRIGGER confirm_once BEFORE UPDATE ON customer_version FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('confirmed_by_kind', 'confirmed_by_id', 'confirmed_at', 'case_id');

CREATE TRIGGER keep_case BEFORE UPDATE ON payment_case FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'number', 'currency', 'workflow_version_id', 'integration_id', 'external_ref',
    'initiated_by_kind', 'initiated_by_id', 'created_at');

CREATE TRIGGER keep_intent BEFORE UPDATE ON payment_attempt FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'case_id', 'provider_account_id', 'amount_minor', 'currency', 'capture',
    'provider_key', 'parameters', 'created_at');
CREATE TRIGGER set_once BEFORE UPDATE ON payment_attempt FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('provider_ref', 'session_ref');

CREATE TRIGGER keep_money BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'attempt_id', 'provider_account_id', 'source', 'source_ref', 'receipt_kind',
    'currency', 'amount_minor', 'value_on', 'evidence', 'vouched_by_kind', 'vouched_by_id', 'booked_at');
CREATE TRIGGER set_once BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('case_id', 'balance_ref', 'merged_ref', 'document_id');

CREATE TRIGGER keep_intent BEFORE UPDATE ON refund FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'payment_id', 'case_id', 'amount_minor', 'currency', 'effect', 'provider_key',
    'requested_by_kind', 'requested_by_id', 'requested_at');
CREATE TRIGGER set_once BEFORE UPDATE ON refund FOR EACH ROW EXECUTE FUNCTION
  set_columns_once('provider_ref', 'parameters', 'approval_id');

CREATE TRIGGER keep_question BEFORE UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'kind', 'subject_id', 'case_id', 'amount_minor', 'currency', 'reason',
    'asked_by_id', 'asked_at');

CREATE TRIGGER keep_receipt BEFORE UPDATE ON receipt FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'number', 'case_id', 'payment_id', 'currency', 'allocated_minor',
    'open_after_minor', 'snapshot', 'issued_on', 'issued_at');
CREATE TRIGGER set_once BEFORE UPDATE ON receipt FOR EACH ROW EXECUTE FUNCTION set_columns_once('document_id');

-- Section 146(4) AO: an issued invoice is never changed and never deleted.
CREATE TRIGGER keep_issued BEFORE UPDATE ON invoice FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'case_id', 'customer_id', 'kind', 'series', 'number', 'cancels_id', 'corrects_id',
    'currency', 'net_minor', 'vat_minor', 'gross_minor', 'issued_on', 'due_on', 'snapshot', 'issued_at');
CREATE TRIGGER set_once BEFORE UPDATE ON invoice FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION
  set_columns_once('document_id', 'canceled_at');
CREATE TRIGGER no_delete BEFORE DELETE ON invoice FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION refuse_change();

CREATE TRIGGER keep_activated BEFORE UPDATE ON workflow_version FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'number', 'definition', 'activated_at');
CREATE TRIGGER no_delete BEFORE DELETE ON workflow_version FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION refuse_change();

CREATE TRIGGER keep_bytes BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION
  freeze_columns('organization_id', 'id', 'sha256', 'media_type', 'name', 'size', 'bytes', 'created_at');
CREATE TRIGGER keep_until BEFORE DELETE ON document FOR EACH ROW
  WHEN (OLD.retain_until IS NULL OR OLD.retain_until >= CURRENT_DATE) EXECUTE FUNCTION refuse_change();

-- The text of a reason may be erased, never rewritten.
CREATE TRIGGER keep_reason BEFORE UPDATE ON event_reason FOR EACH ROW
  WHEN (NEW.text IS NOT NULL OR NEW.position <> OLD.position OR NEW.salt <> OLD.salt OR NEW.organization_id <> OLD.organization_id)
  EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_going_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only counts up', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER counts_up BEFORE UPDATE ON number_series FOR EACH ROW
  WHEN (NEW.next < OLD.next OR NEW.key <> OLD.key OR NEW.organization_id <> OLD.organization_id)
  EXECUTE FUNCTION refuse_going_back();
CREATE TRIGGER counts_up BEFORE UPDATE ON event_head FOR EACH ROW
  WHEN (NEW.position <= OLD.position OR NEW.organization_id <> OLD.organization_id)
  EXECUTE FUNCTION refuse_going_back();

-- ---------------------------------------------------------------------------------------------------------------
-- The event chain has no gap and no fork
-- ---------------------------------------------------------------------------------------------------------------
CREATE FUNCTION check_event_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position = 1 THEN
    IF NEW.prev_hash = decode(repeat('00', 32), 'hex') THEN RETURN NEW; END IF;
  ELSIF EXISTS (
    SELECT 1 FROM event
    WHERE organization_id = NEW.organization_id AND position = NEW.position - 1 AND hash = NEW.prev_hash
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'event % does not continue the chain', NEW.position
    USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER continues_the_chain BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION check_event_link();

-- ---------------------------------------------------------------------------------------------------------------
-- The ledger
-- ---------------------------------------------------------------------------------------------------------------
CREATE FUNCTION stamp_journal_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.created_xid := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION stamp_journal_entry();

CREATE FUNCTION check_journal_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM journal_entry
    WHERE organization_id = NEW.organization_id AND id = NEW.entry_id
      AND created_xid = pg_current_xact_id()::text::bigint
  ) THEN
    RAISE EXCEPTION 'lines are added to a journal entry only by the transaction that creates it'
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER with_its_entry BEFORE INSERT ON journal_line FOR EACH ROW EXECUTE FUNCTION check_journal_line();

CREATE FUNCTION check_journal_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) < 2 FROM journal_line WHERE organization_id = NEW.organization_id AND entry_id = NEW.id) THEN
    RAISE EXCEPTION 'journal entry % has fewer than two lines', NEW.id
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  IF EXISTS (
    SELECT 1 FROM journal_line WHERE organization_id = NEW.organization_id AND entry_id = NEW.id
    GROUP BY currency HAVING sum(amount_minor) <> 0
  ) THEN
    RAISE EXCEPTION 'journal entry % does not balance', NEW.id
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW.reverses_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM journal_line
    WHERE organization_id = NEW.organization_id AND entry_id IN (NEW.id, NEW.reverses_id)
    GROUP BY account_id, currency HAVING sum(amount_minor) <> 0
  ) THEN
    RAISE EXCEPTION 'journal entry % is not the counter-entry of %', NEW.id, NEW.reverses_id
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balances AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_journal_entry();

-- ---------------------------------------------------------------------------------------------------------------
-- Nobody gives away more than has arrived. Decided under the lock of the payment's row.
-- ---------------------------------------------------------------------------------------------------------------
CREATE FUNCTION check_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  original allocation;
BEGIN
  PERFORM 1 FROM payment WHERE organization_id = NEW.organization_id AND id = NEW.payment_id
    AND currency = NEW.currency FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT EXISTS (
    SELECT 1 FROM payment_case WHERE organization_id = NEW.organization_id AND id = NEW.case_id
      AND currency = NEW.currency
  ) THEN
    RAISE EXCEPTION 'payment, allocation and case are not of one currency'
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW.reverses_id IS NOT NULL THEN
    SELECT * INTO original FROM allocation WHERE organization_id = NEW.organization_id AND id = NEW.reverses_id;
    IF (original.payment_id, original.case_id, original.currency, -original.amount_minor)
      IS DISTINCT FROM (NEW.payment_id, NEW.case_id, NEW.currency, NEW.amount_minor) THEN
      RAISE EXCEPTION 'allocation % is not the counter-entry of %', NEW.id, NEW.reverses_id
        USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fits BEFORE INSERT ON allocation FOR EACH ROW EXECUTE FUNCTION check_allocation();

CREATE FUNCTION check_adjustment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  original adjustment;
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM payment_case WHERE organization_id = NEW.organization_id AND id = NEW.case_id
      AND currency = NEW.currency
  ) THEN
    RAISE EXCEPTION 'adjustment and case are not of one currency'
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  IF NEW.reverses_id IS NOT NULL THEN
    SELECT * INTO original FROM adjustment WHERE organization_id = NEW.organization_id AND id = NEW.reverses_id;
    IF (original.case_id, original.kind, -original.amount_minor) IS DISTINCT FROM (NEW.case_id, NEW.kind, NEW.amount_minor) THEN
      RAISE EXCEPTION 'adjustment % is not the counter-entry of %', NEW.id, NEW.reverses_id
        USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fits BEFORE INSERT ON adjustment FOR EACH ROW EXECUTE FUNCTION check_adjustment();

CREATE FUNCTION check_refund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM payment WHERE organization_id = NEW.organization_id AND id = NEW.payment_id
    AND currency = NEW.currency FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'refund and payment are not of one currency'
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fits BEFORE INSERT OR UPDATE OF state ON refund FOR EACH ROW EXECUTE FUNCTION check_refund();

CREATE FUNCTION check_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM payment WHERE organization_id = NEW.organization_id AND id = NEW.payment_id
      AND currency = NEW.currency
  ) THEN
    RAISE EXCEPTION 'dispute and payment are not of one currency'
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fits BEFORE INSERT ON dispute FOR EACH ROW EXECUTE FUNCTION check_dispute();

-- Deferred, because a refund that succeeds and the allocation that it undoes come in one transaction, in any order.
CREATE FUNCTION check_payment_is_not_overspent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  received bigint;
  allocated bigint;
  refunded bigint;
  promised bigint;
BEGIN
  SELECT amount_minor INTO STRICT received FROM payment
    WHERE organization_id = NEW.organization_id AND id = NEW.payment_id;
  SELECT coalesce(sum(amount_minor), 0) INTO allocated FROM allocation
    WHERE organization_id = NEW.organization_id AND payment_id = NEW.payment_id;
  SELECT coalesce(sum(amount_minor) FILTER (WHERE state = 'SUCCEEDED'), 0),
         coalesce(sum(amount_minor) FILTER (WHERE state NOT IN ('FAILED', 'REFUSED')), 0)
    INTO refunded, promised FROM refund
    WHERE organization_id = NEW.organization_id AND payment_id = NEW.payment_id;
  IF promised > received THEN
    RAISE EXCEPTION 'refunds of % exceed the payment of %', promised, received
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  IF allocated > received - refunded THEN
    RAISE EXCEPTION 'allocations of % exceed what is left of the payment, %', allocated, received - refunded
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER not_overspent AFTER INSERT ON allocation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_payment_is_not_overspent();
CREATE CONSTRAINT TRIGGER not_overspent AFTER INSERT OR UPDATE OF state ON refund DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_payment_is_not_overspent();

-- ---------------------------------------------------------------------------------------------------------------
-- States move along edges; terminal states stick
-- ---------------------------------------------------------------------------------------------------------------
INSERT INTO status_edge (machine, "from", "to") VALUES
  ('payment_case', 'OPEN', 'CLOSED'), ('payment_case', 'OPEN', 'CANCELED'), ('payment_case', 'CLOSED', 'OPEN'),
  ('case_step', 'PENDING', 'OPEN'), ('case_step', 'PENDING', 'SKIPPED'),
  ('case_step', 'OPEN', 'DONE'), ('case_step', 'OPEN', 'SKIPPED'),
  ('workflow_version', 'DRAFT', 'ACTIVE'), ('workflow_version', 'ACTIVE', 'RETIRED'),
  ('approval', 'OPEN', 'GRANTED'), ('approval', 'OPEN', 'REFUSED'),
  ('payment_method', 'PENDING', 'REVIEW'), ('payment_method', 'PENDING', 'ACTIVE'), ('payment_method', 'PENDING', 'RETIRED'),
  ('payment_method', 'REVIEW', 'ACTIVE'), ('payment_method', 'REVIEW', 'RETIRED'),
  ('payment_method', 'ACTIVE', 'REVIEW'), ('payment_method', 'ACTIVE', 'RETIRED'),
  -- As ATTEMPT_EDGES of @zahlwerk/domain: a payment intent goes back after a decline, and money that arrives on a
  -- canceled attempt is still money (rules 2, 13).
  ('payment_attempt', 'CREATED', 'REQUIRES_ACTION'), ('payment_attempt', 'CREATED', 'PROCESSING'),
  ('payment_attempt', 'CREATED', 'UNKNOWN'), ('payment_attempt', 'CREATED', 'DECLINED'),
  ('payment_attempt', 'CREATED', 'AUTHORIZED'), ('payment_attempt', 'CREATED', 'SUCCEEDED'),
  ('payment_attempt', 'CREATED', 'CANCELED'),
  ('payment_attempt', 'REQUIRES_ACTION', 'PROCESSING'), ('payment_attempt', 'REQUIRES_ACTION', 'UNKNOWN'),
  ('payment_attempt', 'REQUIRES_ACTION', 'DECLINED'), ('payment_attempt', 'REQUIRES_ACTION', 'AUTHORIZED'),
  ('payment_attempt', 'REQUIRES_ACTION', 'SUCCEEDED'), ('payment_attempt', 'REQUIRES_ACTION', 'CANCELED'),
  ('payment_attempt', 'PROCESSING', 'UNKNOWN'), ('payment_attempt', 'PROCESSING', 'DECLINED'),
  ('payment_attempt', 'PROCESSING', 'AUTHORIZED'), ('payment_attempt', 'PROCESSING', 'SUCCEEDED'),
  ('payment_attempt', 'PROCESSING', 'CANCELED'),
  ('payment_attempt', 'UNKNOWN', 'CREATED'), ('payment_attempt', 'UNKNOWN', 'REQUIRES_ACTION'),
  ('payment_attempt', 'UNKNOWN', 'PROCESSING'), ('payment_attempt', 'UNKNOWN', 'DECLINED'),
  ('payment_attempt', 'UNKNOWN', 'AUTHORIZED'), ('payment_attempt', 'UNKNOWN', 'SUCCEEDED'),
  ('payment_attempt', 'UNKNOWN', 'CANCELED'),
  ('payment_attempt', 'DECLINED', 'REQUIRES_ACTION'), ('payment_attempt', 'DECLINED', 'PROCESSING'),
  ('payment_attempt', 'DECLINED', 'UNKNOWN'), ('payment_attempt', 'DECLINED', 'AUTHORIZED'),
  ('payment_attempt', 'DECLINED', 'SUCCEEDED'), ('payment_attempt', 'DECLINED', 'CANCELED'),
  ('payment_attempt', 'AUTHORIZED', 'UNKNOWN'), ('payment_attempt', 'AUTHORIZED', 'SUCCEEDED'),
  ('payment_attempt', 'AUTHORIZED', 'CANCELED'),
  ('payment_attempt', 'CANCELED', 'SUCCEEDED'),
  ('refund', 'REQUESTED', 'APPROVED'), ('refund', 'REQUESTED', 'REFUSED'), ('refund', 'APPROVED', 'SENT'),
  ('refund', 'APPROVED', 'FAILED'), ('refund', 'APPROVED', 'REFUSED'), ('refund', 'SENT', 'UNKNOWN'),
  ('refund', 'SENT', 'SUCCEEDED'), ('refund', 'SENT', 'FAILED'), ('refund', 'UNKNOWN', 'SENT'),
  ('refund', 'UNKNOWN', 'SUCCEEDED'), ('refund', 'UNKNOWN', 'FAILED'),
  -- A bank may send a refund back after the provider has reported success.
  ('refund', 'SUCCEEDED', 'FAILED'),
  ('dispute', 'OPEN', 'WON'), ('dispute', 'OPEN', 'LOST'),
  ('payout', 'PROPOSED', 'RELEASED'), ('payout', 'PROPOSED', 'FAILED'), ('payout', 'RELEASED', 'SENT'),
  ('payout', 'RELEASED', 'PAID'), ('payout', 'RELEASED', 'FAILED'), ('payout', 'SENT', 'PAID'),
  ('payout', 'SENT', 'FAILED'), ('payout', 'PAID', 'FAILED'),
  ('invoice', 'DRAFT', 'ISSUED'), ('invoice', 'ISSUED', 'CANCELED'),
  ('message', 'QUEUED', 'SENDING'), ('message', 'QUEUED', 'SENT'), ('message', 'QUEUED', 'FAILED'),
  ('message', 'SENDING', 'QUEUED'), ('message', 'SENDING', 'SENT'), ('message', 'SENDING', 'DELIVERED'),
  ('message', 'SENDING', 'BOUNCED'), ('message', 'SENDING', 'FAILED'), ('message', 'SENT', 'DELIVERED'),
  ('message', 'SENT', 'BOUNCED'), ('message', 'SENT', 'FAILED'), ('message', 'DELIVERED', 'BOUNCED'),
  ('message', 'FAILED', 'QUEUED'),
  ('webhook_inbox', 'NEW', 'DONE'), ('webhook_inbox', 'NEW', 'QUARANTINED'), ('webhook_inbox', 'QUARANTINED', 'NEW'),
  ('webhook_inbox', 'QUARANTINED', 'DONE');

CREATE FUNCTION check_status_edge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM status_edge WHERE machine = TG_TABLE_NAME AND "from" = OLD.state::text AND "to" = NEW.state::text
  ) THEN
    RAISE EXCEPTION '% does not go from % to %', TG_TABLE_NAME, OLD.state, NEW.state
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT DISTINCT machine FROM status_edge LOOP
    EXECUTE format('CREATE TRIGGER follows_an_edge BEFORE UPDATE OF state ON %I FOR EACH ROW
      WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION check_status_edge()', name);
  END LOOP;
END $$;
