CREATE TABLE "clarification_delays" (
	"clarification_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "clarification_delays_clarification_id_at_pk" PRIMARY KEY("clarification_id","at")
);
--> statement-breakpoint
CREATE TABLE "declined_suggestions" (
	"suggestion_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"declined_by" text NOT NULL,
	"declined_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "declined_reason" text;--> statement-breakpoint
ALTER TABLE "clarification_delays" ADD CONSTRAINT "clarification_delays_clarification_id_clarifications_id_fk" FOREIGN KEY ("clarification_id") REFERENCES "public"."clarifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declined_suggestions" ADD CONSTRAINT "declined_suggestions_suggestion_id_clarification_suggestions_id_fk" FOREIGN KEY ("suggestion_id") REFERENCES "public"."clarification_suggestions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declined_suggestions" ADD CONSTRAINT "declined_suggestions_declined_by_users_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_declined_is_removed" CHECK ("assignments"."declined_reason" is null or "assignments"."removed_at" is not null);--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON clarification_delays FROM portal_app;--> statement-breakpoint
CREATE TRIGGER clarification_delays_no_change BEFORE UPDATE OR DELETE ON clarification_delays FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER clarification_delays_no_truncate BEFORE TRUNCATE ON clarification_delays FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE clarification_delays ENABLE ALWAYS TRIGGER clarification_delays_no_change;--> statement-breakpoint
ALTER TABLE clarification_delays ENABLE ALWAYS TRIGGER clarification_delays_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON declined_suggestions FROM portal_app;--> statement-breakpoint
CREATE TRIGGER declined_suggestions_no_change BEFORE UPDATE OR DELETE ON declined_suggestions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER declined_suggestions_no_truncate BEFORE TRUNCATE ON declined_suggestions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE declined_suggestions ENABLE ALWAYS TRIGGER declined_suggestions_no_change;--> statement-breakpoint
ALTER TABLE declined_suggestions ENABLE ALWAYS TRIGGER declined_suggestions_no_truncate;
