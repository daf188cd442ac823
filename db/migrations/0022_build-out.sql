CREATE TABLE "appeals" (
	"remedy_id" text PRIMARY KEY NOT NULL,
	"grounds" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "appeals_decided" CHECK (("appeals"."outcome" is null) = ("appeals"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "build_outs" (
	"award_id" text PRIMARY KEY NOT NULL,
	"plan_version_id" text NOT NULL,
	"zone" text NOT NULL,
	"terms" text DEFAULT 'proposed' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"compiled_at" timestamp with time zone NOT NULL,
	"agree_by" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	"transfer_locked_at" timestamp with time zone,
	"ending" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "build_outs_settled" CHECK (("build_outs"."terms" = 'proposed') = ("build_outs"."settled_at" is null)),
	CONSTRAINT "build_outs_ended" CHECK (("build_outs"."ending" is null) = ("build_outs"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "commitment_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"commitment_id" text NOT NULL,
	"move" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by" text
);
--> statement-breakpoint
CREATE TABLE "commitment_revisions" (
	"commitment_id" text NOT NULL,
	"number" integer NOT NULL,
	"origin" text NOT NULL,
	"milestone" text NOT NULL,
	"proof" text NOT NULL,
	"proof_kinds" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"weight_bp" integer NOT NULL,
	"remedy" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "commitment_revisions_key" PRIMARY KEY("commitment_id","number")
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"award_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"milestone" text NOT NULL,
	"proof" text NOT NULL,
	"proof_kinds" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"weight_bp" integer NOT NULL,
	"remedy" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"cure_ends_at" timestamp with time zone,
	"rung" text,
	"outcome" text,
	"outcome_at" timestamp with time zone,
	CONSTRAINT "commitments_number_key" UNIQUE("award_id","number"),
	CONSTRAINT "commitments_weight" CHECK ("commitments"."weight_bp" between 0 and 10000),
	CONSTRAINT "commitments_outcome" CHECK (("commitments"."outcome" is null) = ("commitments"."outcome_at" is null)),
	CONSTRAINT "commitments_end_has_outcome" CHECK ("commitments"."state" not in ('verified', 'waived', 'closed') or "commitments"."outcome" is not null)
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"commitment_id" text NOT NULL,
	"kind" text NOT NULL,
	"target" text DEFAULT '' NOT NULL,
	"file_id" text,
	"note" text DEFAULT '' NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_check_at" timestamp with time zone,
	CONSTRAINT "evidence_file" CHECK (("evidence"."kind" = 'file') = ("evidence"."file_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "evidence_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"evidence_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"outcome" text NOT NULL,
	"summary" text NOT NULL,
	"seen" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_checks_attempt_key" UNIQUE("evidence_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "remedies" (
	"id" text PRIMARY KEY NOT NULL,
	"commitment_id" text NOT NULL,
	"rung" text NOT NULL,
	"reason" text NOT NULL,
	"conditions" text DEFAULT '' NOT NULL,
	"imposed_at" timestamp with time zone NOT NULL,
	"imposed_by" text NOT NULL,
	"approved_by" text,
	"appeal_by" timestamp with time zone NOT NULL,
	CONSTRAINT "remedies_two_people" CHECK ("remedies"."rung" not in ('transfer-lock', 'revocation') or ("remedies"."approved_by" is not null and "remedies"."approved_by" <> "remedies"."imposed_by"))
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"award_id" text NOT NULL,
	"from_organisation_id" text NOT NULL,
	"to_organisation_id" text NOT NULL,
	"ground" text NOT NULL,
	"statement" text NOT NULL,
	"file_id" text,
	"state" text DEFAULT 'requested' NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"approved_by" text,
	"decided_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "transfers_two_organisations" CHECK ("transfers"."from_organisation_id" <> "transfers"."to_organisation_id"),
	CONSTRAINT "transfers_sale_has_evidence" CHECK ("transfers"."ground" <> 'sale' or "transfers"."file_id" is not null),
	CONSTRAINT "transfers_two_people" CHECK ("transfers"."state" <> 'approved' or ("transfers"."approved_by" is not null and "transfers"."approved_by" <> "transfers"."decided_by"))
);
--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_remedy_id_remedies_id_fk" FOREIGN KEY ("remedy_id") REFERENCES "public"."remedies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_outs" ADD CONSTRAINT "build_outs_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_outs" ADD CONSTRAINT "build_outs_plan_version_id_plan_versions_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_outs" ADD CONSTRAINT "build_outs_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_moves" ADD CONSTRAINT "commitment_moves_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_moves" ADD CONSTRAINT "commitment_moves_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_revisions" ADD CONSTRAINT "commitment_revisions_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_revisions" ADD CONSTRAINT "commitment_revisions_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_award_id_build_outs_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."build_outs"("award_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_checks" ADD CONSTRAINT "evidence_checks_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remedies" ADD CONSTRAINT "remedies_commitment_id_commitments_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remedies" ADD CONSTRAINT "remedies_imposed_by_users_id_fk" FOREIGN KEY ("imposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remedies" ADD CONSTRAINT "remedies_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_organisation_id_organisations_id_fk" FOREIGN KEY ("from_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_organisation_id_organisations_id_fk" FOREIGN KEY ("to_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitment_moves_commitment" ON "commitment_moves" USING btree ("commitment_id","at");--> statement-breakpoint
CREATE INDEX "commitments_state" ON "commitments" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "evidence_commitment" ON "evidence" USING btree ("commitment_id");--> statement-breakpoint
CREATE INDEX "evidence_due" ON "evidence" USING btree ("next_check_at") WHERE "evidence"."next_check_at" is not null;--> statement-breakpoint
CREATE INDEX "remedies_commitment" ON "remedies" USING btree ("commitment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_one_open" ON "transfers" USING btree ("award_id") WHERE "transfers"."state" = 'requested';--> statement-breakpoint
CREATE INDEX "transfers_award" ON "transfers" USING btree ("award_id");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON commitment_revisions, commitment_moves, evidence_checks, remedies FROM portal_app;
--> statement-breakpoint
CREATE TRIGGER commitment_revisions_no_change BEFORE UPDATE OR DELETE ON commitment_revisions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER commitment_revisions_no_truncate BEFORE TRUNCATE ON commitment_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE commitment_revisions ENABLE ALWAYS TRIGGER commitment_revisions_no_change;--> statement-breakpoint
ALTER TABLE commitment_revisions ENABLE ALWAYS TRIGGER commitment_revisions_no_truncate;
--> statement-breakpoint
CREATE TRIGGER commitment_moves_no_change BEFORE UPDATE OR DELETE ON commitment_moves FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER commitment_moves_no_truncate BEFORE TRUNCATE ON commitment_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE commitment_moves ENABLE ALWAYS TRIGGER commitment_moves_no_change;--> statement-breakpoint
ALTER TABLE commitment_moves ENABLE ALWAYS TRIGGER commitment_moves_no_truncate;
--> statement-breakpoint
CREATE TRIGGER evidence_checks_no_change BEFORE UPDATE OR DELETE ON evidence_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER evidence_checks_no_truncate BEFORE TRUNCATE ON evidence_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE evidence_checks ENABLE ALWAYS TRIGGER evidence_checks_no_change;--> statement-breakpoint
ALTER TABLE evidence_checks ENABLE ALWAYS TRIGGER evidence_checks_no_truncate;
--> statement-breakpoint
CREATE TRIGGER remedies_no_change BEFORE UPDATE OR DELETE ON remedies FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER remedies_no_truncate BEFORE TRUNCATE ON remedies FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE remedies ENABLE ALWAYS TRIGGER remedies_no_change;--> statement-breakpoint
ALTER TABLE remedies ENABLE ALWAYS TRIGGER remedies_no_truncate;
--> statement-breakpoint
-- R12.3: whoever writes it, an award changes hands only by an approved transfer, and none while a lock stands.
CREATE FUNCTION award_changes_hands_by_transfer() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT EXISTS (
    SELECT FROM transfers t JOIN build_outs b ON b.award_id = t.award_id
    WHERE t.award_id = NEW.id AND t.state = 'approved' AND b.transfer_locked_at IS NULL
      AND t.from_organisation_id = OLD.organisation_id AND t.to_organisation_id = NEW.organisation_id
      AND (t.ground = 'sale' OR NOT EXISTS (
        SELECT FROM commitments c WHERE c.award_id = NEW.id AND c.outcome IS NULL))
  ) THEN
    RAISE EXCEPTION 'an award changes hands by an approved transfer' USING ERRCODE = '23514', CONSTRAINT = 'awards_change_hands_by_transfer';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER awards_change_hands_by_transfer BEFORE UPDATE OF organisation_id ON awards FOR EACH ROW
  WHEN (OLD.organisation_id IS DISTINCT FROM NEW.organisation_id) EXECUTE FUNCTION award_changes_hands_by_transfer();--> statement-breakpoint
ALTER TABLE awards ENABLE ALWAYS TRIGGER awards_change_hands_by_transfer;
