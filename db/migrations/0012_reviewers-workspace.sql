CREATE TABLE "calibration_answers" (
	"round_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"plan" text NOT NULL,
	"sheet" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "calibration_answers_round_id_reviewer_id_plan_pk" PRIMARY KEY("round_id","reviewer_id","plan")
);
--> statement-breakpoint
CREATE TABLE "clarification_answers" (
	"clarification_id" text PRIMARY KEY NOT NULL,
	"answer" text NOT NULL,
	"answered_by" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clarification_suggestions" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"suggested_by" text NOT NULL,
	"question" text NOT NULL,
	"suggested_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clarifications" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"plan_version_id" text NOT NULL,
	"question" text NOT NULL,
	"suggestion_id" text,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clarifications_suggestion_key" UNIQUE("suggestion_id")
);
--> statement-breakpoint
CREATE TABLE "kept_sheets" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"version" integer NOT NULL,
	"plan_version_id" text NOT NULL,
	"sheet" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_sheets_version_key" UNIQUE("review_id","version")
);
--> statement-breakpoint
ALTER TABLE "review_scores" ADD COLUMN "citations" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "calibration_answers" ADD CONSTRAINT "calibration_answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_answers" ADD CONSTRAINT "calibration_answers_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarification_answers" ADD CONSTRAINT "clarification_answers_clarification_id_clarifications_id_fk" FOREIGN KEY ("clarification_id") REFERENCES "public"."clarifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarification_answers" ADD CONSTRAINT "clarification_answers_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarification_suggestions" ADD CONSTRAINT "clarification_suggestions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarification_suggestions" ADD CONSTRAINT "clarification_suggestions_suggested_by_users_id_fk" FOREIGN KEY ("suggested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_plan_version_id_plan_versions_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_suggestion_id_clarification_suggestions_id_fk" FOREIGN KEY ("suggestion_id") REFERENCES "public"."clarification_suggestions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_sheets" ADD CONSTRAINT "kept_sheets_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_sheets" ADD CONSTRAINT "kept_sheets_plan_version_id_plan_versions_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clarification_suggestions_application" ON "clarification_suggestions" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "clarifications_application" ON "clarifications" USING btree ("application_id");--> statement-breakpoint
-- Append-only, as in 0001_guards.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['kept_sheets', 'clarification_suggestions', 'clarifications', 'clarification_answers',
    'calibration_answers']
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM portal_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_change', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_change');
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_truncate');
  END LOOP;
END $$;
