-- A line knows the day of its entry, so that the sheet of an account is one walk along an index.
DROP INDEX "journal_line_organization_id_account_id_idx";
ALTER TABLE "journal_line" ADD COLUMN     "posted_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE journal_line NO FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_entry NO FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_line DISABLE TRIGGER append_only;
UPDATE journal_line SET posted_on = entry.posted_on FROM journal_entry entry
  WHERE entry.organization_id = journal_line.organization_id AND entry.id = journal_line.entry_id;
ALTER TABLE journal_line ENABLE TRIGGER append_only;
CREATE INDEX "journal_line_sheet_idx" ON "journal_line"("organization_id", "account_id", "currency", "posted_on", "entry_id", "position", "amount_minor");

-- What was posted to an account on a day: a balance is a sum over days, not over lines.
CREATE TABLE "account_day" (
    "organization_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "debit_minor" BIGINT NOT NULL,
    "credit_minor" BIGINT NOT NULL,
    "lines" INTEGER NOT NULL,

    CONSTRAINT "account_day_pkey" PRIMARY KEY ("organization_id","account_id","currency","day")
);
ALTER TABLE "account_day" ADD CONSTRAINT "account_day_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "ledger_account"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
INSERT INTO account_day (organization_id, account_id, currency, day, debit_minor, credit_minor, lines)
SELECT organization_id, account_id, currency, posted_on,
  sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0)), count(*)
FROM journal_line GROUP BY organization_id, account_id, currency, posted_on;
ALTER TABLE journal_line FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_entry FORCE ROW LEVEL SECURITY;

-- The wall. Nobody but the trigger writes: the app may only read.
ALTER TABLE account_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_day FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON account_day
  USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT ON account_day TO zahlwerk_app;
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON account_day FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON account_day FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The entry's day goes to its lines, whatever a writer says.
CREATE OR REPLACE FUNCTION check_journal_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT posted_on INTO NEW.posted_on FROM journal_entry
  WHERE organization_id = NEW.organization_id AND id = NEW.entry_id
    AND created_xid = pg_current_xact_id()::text::bigint;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'lines are added to a journal entry only by the transaction that creates it'
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

-- Summed up at commit, while the head of the event log is held: no earlier lock, so nothing new to wait for in between.
CREATE FUNCTION sum_journal_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO account_day AS known (organization_id, account_id, currency, day, debit_minor, credit_minor, lines)
  SELECT organization_id, account_id, currency, posted_on,
    sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0)), count(*)
  FROM journal_line
  WHERE organization_id = NEW.organization_id AND entry_id = NEW.id
  GROUP BY organization_id, account_id, currency, posted_on
  ORDER BY account_id, currency, posted_on
  ON CONFLICT (organization_id, account_id, currency, day) DO UPDATE SET
    debit_minor = known.debit_minor + excluded.debit_minor,
    credit_minor = known.credit_minor + excluded.credit_minor,
    lines = known.lines + excluded.lines;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sums_up AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION sum_journal_entry();
