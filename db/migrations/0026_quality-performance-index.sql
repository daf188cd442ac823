CREATE TABLE "qpi_appeal_answers" (
	"appeal_id" text PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"answer" text NOT NULL,
	"answered_by" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qpi_appeals" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"iana_id" integer NOT NULL,
	"text" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "qpi_appeals_one" UNIQUE("run_id","iana_id")
);
--> statement-breakpoint
CREATE TABLE "qpi_files" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"period" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"row_count" integer NOT NULL,
	"errors" jsonb NOT NULL,
	"totals" jsonb,
	"read_by" text,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "qpi_files_sha256_key" UNIQUE("kind","source","period","sha256"),
	CONSTRAINT "qpi_files_month" CHECK ("qpi_files"."period" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
CREATE TABLE "qpi_holders" (
	"file_id" text NOT NULL,
	"domain" text NOT NULL,
	"iana_id" integer NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "qpi_holders_file_id_domain_pk" PRIMARY KEY("file_id","domain")
);
--> statement-breakpoint
CREATE TABLE "qpi_listings" (
	"file_id" text NOT NULL,
	"domain" text NOT NULL,
	"line" integer NOT NULL,
	"class" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"mitigated_at" timestamp with time zone,
	CONSTRAINT "qpi_listings_file_id_domain_pk" PRIMARY KEY("file_id","domain")
);
--> statement-breakpoint
CREATE TABLE "qpi_models" (
	"version" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"placeholder" boolean NOT NULL,
	"valid_from" text NOT NULL,
	"reason" text NOT NULL,
	"published_by" text,
	"approved_by" text,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "qpi_models_validFrom_unique" UNIQUE("valid_from"),
	CONSTRAINT "qpi_models_month" CHECK ("qpi_models"."valid_from" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "qpi_models_two_people" CHECK (case when "qpi_models"."published_by" is null then "qpi_models"."placeholder" and "qpi_models"."approved_by" is null
        else "qpi_models"."approved_by" is not null and "qpi_models"."published_by" <> "qpi_models"."approved_by" end)
);
--> statement-breakpoint
CREATE TABLE "qpi_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"iana_id" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"due_on" date,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "qpi_notes_step_has_day" CHECK (("qpi_notes"."kind" = 'step') = ("qpi_notes"."due_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "qpi_promotions" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"baseline_hundredths" integer NOT NULL,
	"model_version" text NOT NULL,
	"period" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"terms" text NOT NULL,
	"published_by" text NOT NULL,
	"approved_by" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "qpi_promotions_published_before" CHECK ("qpi_promotions"."published_at" < "qpi_promotions"."opens_at" and "qpi_promotions"."opens_at" < "qpi_promotions"."closes_at"),
	CONSTRAINT "qpi_promotions_baseline" CHECK ("qpi_promotions"."baseline_hundredths" between 0 and 10000),
	CONSTRAINT "qpi_promotions_two_people" CHECK ("qpi_promotions"."published_by" <> "qpi_promotions"."approved_by")
);
--> statement-breakpoint
CREATE TABLE "qpi_rows" (
	"file_id" text NOT NULL,
	"iana_id" integer NOT NULL,
	"line" integer NOT NULL,
	"name" text NOT NULL,
	"figures" bigint[] NOT NULL,
	CONSTRAINT "qpi_rows_file_id_iana_id_pk" PRIMARY KEY("file_id","iana_id")
);
--> statement-breakpoint
CREATE TABLE "qpi_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"period" text NOT NULL,
	"number" integer NOT NULL,
	"model_version" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"bundle_hash" text NOT NULL,
	"remarks" jsonb NOT NULL,
	"computed_by" text,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "qpi_runs_number_key" UNIQUE("period","number")
);
--> statement-breakpoint
CREATE TABLE "qpi_scores" (
	"run_id" text NOT NULL,
	"iana_id" integer NOT NULL,
	"name" text NOT NULL,
	"domains" bigint NOT NULL,
	"status" text NOT NULL,
	"score" double precision,
	"low" double precision,
	"high" double precision,
	"kpis" jsonb NOT NULL,
	CONSTRAINT "qpi_scores_run_id_iana_id_pk" PRIMARY KEY("run_id","iana_id"),
	CONSTRAINT "qpi_scores_only_of_pass" CHECK (("qpi_scores"."score" is not null) = ("qpi_scores"."status" = 'pass')),
	CONSTRAINT "qpi_scores_reserved_never_ranked" CHECK ("qpi_scores"."iana_id" not between 9994 and 9999 or "qpi_scores"."status" = 'not-ranked')
);
--> statement-breakpoint
CREATE TABLE "qpi_step_ends" (
	"note_id" text PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"ended_by" text NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qpi_take_overs" (
	"id" text PRIMARY KEY NOT NULL,
	"file_id" text NOT NULL,
	"taken_by" text,
	"taken_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "qpi_appeal_answers" ADD CONSTRAINT "qpi_appeal_answers_appeal_id_qpi_appeals_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."qpi_appeals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_appeal_answers" ADD CONSTRAINT "qpi_appeal_answers_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_appeals" ADD CONSTRAINT "qpi_appeals_run_id_qpi_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."qpi_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_appeals" ADD CONSTRAINT "qpi_appeals_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_files" ADD CONSTRAINT "qpi_files_read_by_users_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_holders" ADD CONSTRAINT "qpi_holders_file_id_qpi_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."qpi_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_listings" ADD CONSTRAINT "qpi_listings_file_id_qpi_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."qpi_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_models" ADD CONSTRAINT "qpi_models_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_models" ADD CONSTRAINT "qpi_models_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_notes" ADD CONSTRAINT "qpi_notes_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_promotions" ADD CONSTRAINT "qpi_promotions_model_version_qpi_models_version_fk" FOREIGN KEY ("model_version") REFERENCES "public"."qpi_models"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_promotions" ADD CONSTRAINT "qpi_promotions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_promotions" ADD CONSTRAINT "qpi_promotions_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_rows" ADD CONSTRAINT "qpi_rows_file_id_qpi_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."qpi_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_runs" ADD CONSTRAINT "qpi_runs_model_version_qpi_models_version_fk" FOREIGN KEY ("model_version") REFERENCES "public"."qpi_models"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_runs" ADD CONSTRAINT "qpi_runs_computed_by_users_id_fk" FOREIGN KEY ("computed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_scores" ADD CONSTRAINT "qpi_scores_run_id_qpi_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."qpi_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_step_ends" ADD CONSTRAINT "qpi_step_ends_note_id_qpi_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."qpi_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_step_ends" ADD CONSTRAINT "qpi_step_ends_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ADD CONSTRAINT "qpi_take_overs_file_id_qpi_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."qpi_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ADD CONSTRAINT "qpi_take_overs_taken_by_users_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "qpi_files_of" ON "qpi_files" USING btree ("period","kind","source");--> statement-breakpoint
CREATE INDEX "qpi_notes_registrar" ON "qpi_notes" USING btree ("iana_id","written_at");--> statement-breakpoint
CREATE INDEX "qpi_scores_registrar" ON "qpi_scores" USING btree ("iana_id");--> statement-breakpoint
CREATE INDEX "qpi_take_overs_file" ON "qpi_take_overs" USING btree ("file_id","taken_at");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_models FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_models_no_change BEFORE UPDATE OR DELETE ON qpi_models FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_models_no_truncate BEFORE TRUNCATE ON qpi_models FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_models ENABLE ALWAYS TRIGGER qpi_models_no_change;--> statement-breakpoint
ALTER TABLE qpi_models ENABLE ALWAYS TRIGGER qpi_models_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_files FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_files_no_change BEFORE UPDATE OR DELETE ON qpi_files FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_files_no_truncate BEFORE TRUNCATE ON qpi_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_files ENABLE ALWAYS TRIGGER qpi_files_no_change;--> statement-breakpoint
ALTER TABLE qpi_files ENABLE ALWAYS TRIGGER qpi_files_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_take_overs FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_take_overs_no_change BEFORE UPDATE OR DELETE ON qpi_take_overs FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_take_overs_no_truncate BEFORE TRUNCATE ON qpi_take_overs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_take_overs ENABLE ALWAYS TRIGGER qpi_take_overs_no_change;--> statement-breakpoint
ALTER TABLE qpi_take_overs ENABLE ALWAYS TRIGGER qpi_take_overs_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_rows FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_rows_no_change BEFORE UPDATE OR DELETE ON qpi_rows FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_rows_no_truncate BEFORE TRUNCATE ON qpi_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_rows ENABLE ALWAYS TRIGGER qpi_rows_no_change;--> statement-breakpoint
ALTER TABLE qpi_rows ENABLE ALWAYS TRIGGER qpi_rows_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_listings FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_listings_no_change BEFORE UPDATE OR DELETE ON qpi_listings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_listings_no_truncate BEFORE TRUNCATE ON qpi_listings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_listings ENABLE ALWAYS TRIGGER qpi_listings_no_change;--> statement-breakpoint
ALTER TABLE qpi_listings ENABLE ALWAYS TRIGGER qpi_listings_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_holders FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_holders_no_change BEFORE UPDATE OR DELETE ON qpi_holders FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_holders_no_truncate BEFORE TRUNCATE ON qpi_holders FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_holders ENABLE ALWAYS TRIGGER qpi_holders_no_change;--> statement-breakpoint
ALTER TABLE qpi_holders ENABLE ALWAYS TRIGGER qpi_holders_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_runs FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_runs_no_change BEFORE UPDATE OR DELETE ON qpi_runs FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_runs_no_truncate BEFORE TRUNCATE ON qpi_runs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_runs ENABLE ALWAYS TRIGGER qpi_runs_no_change;--> statement-breakpoint
ALTER TABLE qpi_runs ENABLE ALWAYS TRIGGER qpi_runs_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_scores FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_scores_no_change BEFORE UPDATE OR DELETE ON qpi_scores FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_scores_no_truncate BEFORE TRUNCATE ON qpi_scores FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_scores ENABLE ALWAYS TRIGGER qpi_scores_no_change;--> statement-breakpoint
ALTER TABLE qpi_scores ENABLE ALWAYS TRIGGER qpi_scores_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_promotions FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_promotions_no_change BEFORE UPDATE OR DELETE ON qpi_promotions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_promotions_no_truncate BEFORE TRUNCATE ON qpi_promotions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_promotions ENABLE ALWAYS TRIGGER qpi_promotions_no_change;--> statement-breakpoint
ALTER TABLE qpi_promotions ENABLE ALWAYS TRIGGER qpi_promotions_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_appeals FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_appeals_no_change BEFORE UPDATE OR DELETE ON qpi_appeals FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_appeals_no_truncate BEFORE TRUNCATE ON qpi_appeals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_appeals ENABLE ALWAYS TRIGGER qpi_appeals_no_change;--> statement-breakpoint
ALTER TABLE qpi_appeals ENABLE ALWAYS TRIGGER qpi_appeals_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_appeal_answers FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_appeal_answers_no_change BEFORE UPDATE OR DELETE ON qpi_appeal_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_appeal_answers_no_truncate BEFORE TRUNCATE ON qpi_appeal_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_appeal_answers ENABLE ALWAYS TRIGGER qpi_appeal_answers_no_change;--> statement-breakpoint
ALTER TABLE qpi_appeal_answers ENABLE ALWAYS TRIGGER qpi_appeal_answers_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_notes FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_notes_no_change BEFORE UPDATE OR DELETE ON qpi_notes FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_notes_no_truncate BEFORE TRUNCATE ON qpi_notes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_notes ENABLE ALWAYS TRIGGER qpi_notes_no_change;--> statement-breakpoint
ALTER TABLE qpi_notes ENABLE ALWAYS TRIGGER qpi_notes_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_step_ends FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_step_ends_no_change BEFORE UPDATE OR DELETE ON qpi_step_ends FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_step_ends_no_truncate BEFORE TRUNCATE ON qpi_step_ends FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_step_ends ENABLE ALWAYS TRIGGER qpi_step_ends_no_change;--> statement-breakpoint
ALTER TABLE qpi_step_ends ENABLE ALWAYS TRIGGER qpi_step_ends_no_truncate;
