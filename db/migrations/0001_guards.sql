-- What the schema file cannot say: the application's role and its grants, append-only tables,
-- and the rules the database itself refuses to break (R2.3, R4.3, R9.1, R16.2).

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    BEGIN
      CREATE ROLE portal_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- another database of this cluster created it at the same moment
    END;
  END IF;
END $$;
--> statement-breakpoint
CREATE TABLE rate_limits (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO portal_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO portal_app;
--> statement-breakpoint

-- Append-only tables (R9.1): the grants stop the application, the triggers stop everyone else.
-- ENABLE ALWAYS, so that session_replication_role = replica does not switch them off.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '55000';
END $$;
--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_log', 'label_moves', 'round_moves', 'announcements', 'release_evidence', 'plan_versions',
    'review_scores', 'consensus_scores', 'deposits', 'lot_events', 'bid_attempts', 'results']
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM portal_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_change', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_change');
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_truncate');
  END LOOP;
END $$;
--> statement-breakpoint
-- The application cannot choose the instant or the number of its audit entries.
REVOKE INSERT ON audit_log FROM portal_app;
--> statement-breakpoint
GRANT INSERT (kind, outcome, actor, approver, object, payload) ON audit_log TO portal_app;
--> statement-breakpoint
-- Labels are the 1,332 of R1.1: nobody adds or removes one.
REVOKE INSERT, DELETE ON labels FROM portal_app;
--> statement-breakpoint

-- R2.3: a round can only contain a label that is released, whose release stands, and that is not flagged.
CREATE FUNCTION require_released_label() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  fit boolean;
BEGIN
  SELECT l.state = 'released' AND l.flagged_at IS NULL AND r.ended_at IS NULL INTO fit
    FROM labels l JOIN releases r ON r.label = l.label
    WHERE l.label = NEW.label AND r.id = NEW.release_id
    FOR SHARE OF l;
  IF fit IS NOT TRUE THEN
    RAISE EXCEPTION 'label % has no standing release', NEW.label
      USING ERRCODE = '23514', CONSTRAINT = 'lots_label_must_be_released';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER lots_label_must_be_released BEFORE INSERT OR UPDATE OF label, release_id ON lots
  FOR EACH ROW EXECUTE FUNCTION require_released_label();
--> statement-breakpoint

-- R16.2: a custodian holds no other PIR role.
CREATE FUNCTION require_custodian_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('roles:' || NEW.user_id));
  IF NEW.revoked_at IS NULL AND EXISTS (
    SELECT FROM roles r WHERE r.user_id = NEW.user_id AND r.id <> NEW.id AND r.revoked_at IS NULL
      AND (r.role = 'custodian' OR NEW.role = 'custodian')
  ) THEN
    RAISE EXCEPTION 'a custodian holds no other role' USING ERRCODE = '23514', CONSTRAINT = 'roles_custodian_alone';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER roles_custodian_alone BEFORE INSERT OR UPDATE ON roles
  FOR EACH ROW EXECUTE FUNCTION require_custodian_alone();
--> statement-breakpoint

-- R4.3: whoever holds a PIR role never acts for an applicant in a live round. Checked from all three sides,
-- under one lock per person so that two of them cannot slip past each other.
CREATE FUNCTION pir_person_in_live_round(person text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM roles WHERE user_id = person AND revoked_at IS NULL AND role <> 'registrar')
    AND EXISTS (
      SELECT FROM memberships m
        JOIN applications a ON a.organisation_id = m.organisation_id AND a.state IN ('draft', 'submitted')
        JOIN rounds r ON r.id = a.round_id AND r.state NOT IN ('final', 'cancelled')
      WHERE m.user_id = person AND m.ended_at IS NULL)
$$;
--> statement-breakpoint
CREATE FUNCTION forbid_pir_acting_for_applicant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person text;
BEGIN
  FOR person IN
    SELECT user_id FROM memberships
      WHERE TG_TABLE_NAME = 'applications' AND ended_at IS NULL
        AND organisation_id = to_jsonb(NEW) ->> 'organisation_id'
    UNION
    SELECT to_jsonb(NEW) ->> 'user_id' WHERE TG_TABLE_NAME <> 'applications'
    ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(hashtext('roles:' || person));
    IF pir_person_in_live_round(person) THEN
      RAISE EXCEPTION 'PIR people never act for an applicant'
        USING ERRCODE = '23514', CONSTRAINT = 'pir_never_acts_for_applicant';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER roles_not_applicant AFTER INSERT OR UPDATE ON roles
  FOR EACH ROW EXECUTE FUNCTION forbid_pir_acting_for_applicant();
--> statement-breakpoint
CREATE TRIGGER memberships_not_pir AFTER INSERT OR UPDATE ON memberships
  FOR EACH ROW EXECUTE FUNCTION forbid_pir_acting_for_applicant();
--> statement-breakpoint
CREATE TRIGGER applications_not_pir AFTER INSERT OR UPDATE OF state ON applications
  FOR EACH ROW EXECUTE FUNCTION forbid_pir_acting_for_applicant();
--> statement-breakpoint

-- Jobs are enqueued inside the operation's transaction. The queue's own tables belong to the owner;
-- the application reaches them through this one function.
CREATE FUNCTION enqueue_job(task text, payload json, job_key text, run_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, job_key => enqueue_job.job_key, run_at => enqueue_job.run_at);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enqueue_job FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue_job TO portal_app;
