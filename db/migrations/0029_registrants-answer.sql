CREATE TABLE "online_events" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"external_id" text NOT NULL,
	"payment_id" text,
	"amount_minor" bigint NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "online_events_once" UNIQUE("kind","external_id"),
	CONSTRAINT "online_events_amount" CHECK ("online_events"."amount_minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "case_entries" DROP CONSTRAINT "case_entries_author";--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "agreed_by" text;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_entries" ADD COLUMN "organisation_id" text;--> statement-breakpoint
ALTER TABLE "confusion_cases" ADD COLUMN "heard_organisation_id" text;--> statement-breakpoint
ALTER TABLE "online_events" ADD CONSTRAINT "online_events_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "online_events_payment" ON "online_events" USING btree ("payment_id");--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_agreed_by_users_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confusion_cases" ADD CONSTRAINT "confusion_cases_heard_organisation_id_organisations_id_fk" FOREIGN KEY ("heard_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_outbox_effect_begins" ON "mail_outbox" USING btree ("effect" collate "C");--> statement-breakpoint
ALTER TABLE "case_entries" ADD CONSTRAINT "case_entries_author" CHECK (case when "case_entries"."kind" = 'reply' then "case_entries"."party" = 'registrant' or "case_entries"."written_by" is null else "case_entries"."written_by" is not null end);--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON online_events FROM portal_app;--> statement-breakpoint
CREATE TRIGGER online_events_no_change BEFORE UPDATE OR DELETE ON online_events FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER online_events_no_truncate BEFORE TRUNCATE ON online_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE online_events ENABLE ALWAYS TRIGGER online_events_no_change;--> statement-breakpoint
ALTER TABLE online_events ENABLE ALWAYS TRIGGER online_events_no_truncate;
