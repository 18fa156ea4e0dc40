-- The third wall: two roles that own nothing, and row-level security that binds the owner as well.
-- zahlwerk_app sees one organization at a time, the one in app.organization. zahlwerk_system works before the
-- organization is known: sign-in, the inbox, and finding out whose work is due.

DO $$
DECLARE
  name text;
  -- Since Postgres 16 a creator is a member that may not step down to the role until it grants itself that.
  membership text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
  FOREACH name IN ARRAY ARRAY['zahlwerk_app', 'zahlwerk_system'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- Another database of the same server has just done it.
      END;
    END IF;
    -- The pools connect with the owner's login and step down to their role.
    IF NOT pg_has_role(current_user, name, membership) THEN
      EXECUTE format('GRANT %I TO %I', name, current_user);
    END IF;
  END LOOP;
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM zahlwerk_app, zahlwerk_system;
GRANT USAGE ON SCHEMA public TO zahlwerk_app, zahlwerk_system;

-- ---------------------------------------------------------------------------------------------------------------
-- Every table with an organization
-- ---------------------------------------------------------------------------------------------------------------
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'organization_id'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY tenant ON %I
      USING (organization_id = nullif(current_setting('app.organization', true), '')::uuid)
      WITH CHECK (organization_id = nullif(current_setting('app.organization', true), '')::uuid)$policy$, name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO zahlwerk_app', name);
  END LOOP;
END $$;

ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organization
  USING (id = nullif(current_setting('app.organization', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.organization', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON organization TO zahlwerk_app;

-- What is written for good is not even offered for change.
REVOKE UPDATE ON event, journal_entry, journal_line, allocation, adjustment FROM zahlwerk_app;
-- What may go: drafts, links, keys of old commands, files past their time (triggers guard the rest of these tables).
GRANT DELETE ON access_link, attachment, case_line, customer_sync, document, idempotency_record, invoice, workflow_version
  TO zahlwerk_app;

GRANT SELECT ON status_edge TO zahlwerk_app, zahlwerk_system;

-- ---------------------------------------------------------------------------------------------------------------
-- Users and sessions: outside the wall, the system's alone. A tenant sees the people who are its members.
-- ---------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE, DELETE ON "user", session, account, verification, two_factor, passkey, rate_limit
  TO zahlwerk_system;
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON "user" TO zahlwerk_system USING (true) WITH CHECK (true);
CREATE POLICY colleague ON "user" FOR SELECT TO zahlwerk_app
  USING (EXISTS (SELECT 1 FROM member WHERE member.user_id = "user".id));
GRANT SELECT ON "user" TO zahlwerk_app;

-- ---------------------------------------------------------------------------------------------------------------
-- The inbox: filled by the system, emptied by the tenant whose events they are.
-- ---------------------------------------------------------------------------------------------------------------
GRANT SELECT, INSERT, UPDATE ON webhook_inbox TO zahlwerk_system;
CREATE POLICY system ON webhook_inbox TO zahlwerk_system USING (true) WITH CHECK (true);

-- ---------------------------------------------------------------------------------------------------------------
-- Finding the organization: who signs in, calls, pays, is told something, or has work due. Columns, not rows of data.
-- ---------------------------------------------------------------------------------------------------------------
GRANT SELECT (id, mode, test_twin_of_id, name, locale, time_zone, clock_offset_seconds) ON organization TO zahlwerk_system;
GRANT SELECT (organization_id, id, user_id, role, state, display_name, email, locale) ON member TO zahlwerk_system;
GRANT SELECT (organization_id, id, integration_id, hash, scopes, expires_at, revoked_at) ON api_key TO zahlwerk_system;
GRANT UPDATE (last_used_at) ON api_key TO zahlwerk_system;
GRANT SELECT (organization_id, id, disabled_at) ON integration TO zahlwerk_system;
GRANT SELECT (organization_id, id, purpose, token_hash, expires_at, used_at, revoked_at) ON access_link TO zahlwerk_system;
GRANT SELECT (organization_id, id, provider, external_id, live_mode, webhook_secret, disabled_at, swept_at)
  ON provider_account TO zahlwerk_system;
GRANT SELECT (organization_id, id, state, provider_ref, send_at) ON message TO zahlwerk_system;
GRANT SELECT (organization_id, id, state, check_at) ON payment_attempt TO zahlwerk_system;
GRANT SELECT (organization_id, id, state, check_at) ON refund TO zahlwerk_system;
GRANT SELECT (organization_id, id, state, remind_at) ON task TO zahlwerk_system;
GRANT SELECT (organization_id, id, state, updated_at) ON customer_sync TO zahlwerk_system;
GRANT SELECT ON event_head TO zahlwerk_system;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organization', 'member', 'api_key', 'integration', 'access_link', 'provider_account',
    'message', 'payment_attempt', 'refund', 'task', 'customer_sync', 'event_head'] LOOP
    EXECUTE format('CREATE POLICY system ON %I FOR SELECT TO zahlwerk_system USING (true)', name);
  END LOOP;
END $$;
CREATE POLICY system_use ON api_key FOR UPDATE TO zahlwerk_system USING (true) WITH CHECK (true);
