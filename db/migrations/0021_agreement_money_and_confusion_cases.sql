CREATE TABLE "case_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"party" text NOT NULL,
	"text" text NOT NULL,
	"file_id" text,
	"written_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_entries_note_stays_inside" CHECK (("case_entries"."kind" = 'note') = ("case_entries"."party" = 'officers')),
	CONSTRAINT "case_entries_author" CHECK (("case_entries"."kind" = 'reply') = ("case_entries"."written_by" is null))
);
--> statement-breakpoint
CREATE TABLE "confusion_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text,
	"label" text NOT NULL,
	"state" text DEFAULT 'unconfirmed' NOT NULL,
	"capacity" text NOT NULL,
	"organisation" text NOT NULL,
	"reporter_name" text NOT NULL,
	"reporter_email" text NOT NULL,
	"url" text NOT NULL,
	"report" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"confirm_hash" text NOT NULL,
	"confirm_by" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"assigned_to" text,
	"award_id" text,
	"heard_at" timestamp with time zone,
	"answer_by" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"finding" text,
	"action" text,
	"finding_reason" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "confusion_cases_number_key" UNIQUE("number"),
	CONSTRAINT "confusion_cases_confirm_key" UNIQUE("confirm_hash"),
	CONSTRAINT "confusion_cases_confirmed" CHECK (("confusion_cases"."state" = 'unconfirmed') = ("confusion_cases"."number" is null)),
	CONSTRAINT "confusion_cases_open_has_deadline" CHECK (("confusion_cases"."confirmed_at" is null) = ("confusion_cases"."due_at" is null)),
	CONSTRAINT "confusion_cases_decided" CHECK (("confusion_cases"."state" = 'decided') = ("confusion_cases"."finding" is not null and "confusion_cases"."action" is not null and "confusion_cases"."finding_reason" is not null and "confusion_cases"."decided_at" is not null)),
	CONSTRAINT "confusion_cases_action_needs_finding" CHECK ("confusion_cases"."action" in ('none') or "confusion_cases"."finding" = 'confusing')
);
--> statement-breakpoint
CREATE TABLE "release_measures" (
	"release_id" text PRIMARY KEY NOT NULL,
	"representation" text NOT NULL,
	"monitoring" text NOT NULL,
	"contact" text NOT NULL,
	"report_to" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proceeds_shares" (
	"id" text PRIMARY KEY NOT NULL,
	"valid_from" date NOT NULL,
	"parts" jsonb NOT NULL,
	"note" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarter_figures" (
	"id" text PRIMARY KEY NOT NULL,
	"quarter" text NOT NULL,
	"revenue_minor" bigint NOT NULL,
	"increments" bigint NOT NULL,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quarter_figures_quarter" CHECK ("quarter_figures"."quarter" ~ '^[0-9]{4}Q[1-4]$'),
	CONSTRAINT "quarter_figures_not_negative" CHECK ("quarter_figures"."revenue_minor" >= 0 and "quarter_figures"."increments" >= 0)
);
--> statement-breakpoint
CREATE TABLE "service_fees" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"fee_minor" bigint NOT NULL,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "service_fees_not_negative" CHECK ("service_fees"."fee_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "statement_settings" (
	"version" integer PRIMARY KEY NOT NULL,
	"basis" text NOT NULL,
	"commission_bp" integer NOT NULL,
	"recognition" text NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statement_settings_commission" CHECK ("statement_settings"."commission_bp" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" text PRIMARY KEY NOT NULL,
	"quarter" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"frozen_by" text NOT NULL,
	"approved_by" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statements_version_key" UNIQUE("quarter","version"),
	CONSTRAINT "statements_two_people" CHECK ("statements"."frozen_by" <> "statements"."approved_by")
);
--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_case_id_confusion_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."confusion_cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_written_by_users_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confusion_cases" ADD CONSTRAINT "confusion_cases_label_labels_label_fk" FOREIGN KEY ("label") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confusion_cases" ADD CONSTRAINT "confusion_cases_assigned_to_users_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confusion_cases" ADD CONSTRAINT "confusion_cases_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_measures" ADD CONSTRAINT "release_measures_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceeds_shares" ADD CONSTRAINT "proceeds_shares_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarter_figures" ADD CONSTRAINT "quarter_figures_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_fees" ADD CONSTRAINT "service_fees_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_settings" ADD CONSTRAINT "statement_settings_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_frozen_by_users_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_entries_case" ON "case_entries" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "confusion_cases_label" ON "confusion_cases" USING btree ("label");--> statement-breakpoint
CREATE INDEX "confusion_cases_state" ON "confusion_cases" USING btree ("state","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "proceeds_shares_day" ON "proceeds_shares" USING btree ("valid_from","recorded_at");--> statement-breakpoint
CREATE INDEX "quarter_figures_quarter_index" ON "quarter_figures" USING btree ("quarter","recorded_at");--> statement-breakpoint
CREATE INDEX "service_fees_year" ON "service_fees" USING btree ("year","recorded_at");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON quarter_figures FROM portal_app;--> statement-breakpoint
CREATE TRIGGER quarter_figures_no_change BEFORE UPDATE OR DELETE ON quarter_figures FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER quarter_figures_no_truncate BEFORE TRUNCATE ON quarter_figures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE quarter_figures ENABLE ALWAYS TRIGGER quarter_figures_no_change;--> statement-breakpoint
ALTER TABLE quarter_figures ENABLE ALWAYS TRIGGER quarter_figures_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON statement_settings FROM portal_app;--> statement-breakpoint
CREATE TRIGGER statement_settings_no_change BEFORE UPDATE OR DELETE ON statement_settings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER statement_settings_no_truncate BEFORE TRUNCATE ON statement_settings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE statement_settings ENABLE ALWAYS TRIGGER statement_settings_no_change;--> statement-breakpoint
ALTER TABLE statement_settings ENABLE ALWAYS TRIGGER statement_settings_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON statements FROM portal_app;--> statement-breakpoint
CREATE TRIGGER statements_no_change BEFORE UPDATE OR DELETE ON statements FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER statements_no_truncate BEFORE TRUNCATE ON statements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE statements ENABLE ALWAYS TRIGGER statements_no_change;--> statement-breakpoint
ALTER TABLE statements ENABLE ALWAYS TRIGGER statements_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON service_fees FROM portal_app;--> statement-breakpoint
CREATE TRIGGER service_fees_no_change BEFORE UPDATE OR DELETE ON service_fees FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER service_fees_no_truncate BEFORE TRUNCATE ON service_fees FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE service_fees ENABLE ALWAYS TRIGGER service_fees_no_change;--> statement-breakpoint
ALTER TABLE service_fees ENABLE ALWAYS TRIGGER service_fees_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON proceeds_shares FROM portal_app;--> statement-breakpoint
CREATE TRIGGER proceeds_shares_no_change BEFORE UPDATE OR DELETE ON proceeds_shares FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER proceeds_shares_no_truncate BEFORE TRUNCATE ON proceeds_shares FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE proceeds_shares ENABLE ALWAYS TRIGGER proceeds_shares_no_change;--> statement-breakpoint
ALTER TABLE proceeds_shares ENABLE ALWAYS TRIGGER proceeds_shares_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON case_entries FROM portal_app;--> statement-breakpoint
CREATE TRIGGER case_entries_no_change BEFORE UPDATE OR DELETE ON case_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER case_entries_no_truncate BEFORE TRUNCATE ON case_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE case_entries ENABLE ALWAYS TRIGGER case_entries_no_change;--> statement-breakpoint
ALTER TABLE case_entries ENABLE ALWAYS TRIGGER case_entries_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON release_measures FROM portal_app;--> statement-breakpoint
CREATE TRIGGER release_measures_no_change BEFORE UPDATE OR DELETE ON release_measures FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER release_measures_no_truncate BEFORE TRUNCATE ON release_measures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE release_measures ENABLE ALWAYS TRIGGER release_measures_no_change;--> statement-breakpoint
ALTER TABLE release_measures ENABLE ALWAYS TRIGGER release_measures_no_truncate;
