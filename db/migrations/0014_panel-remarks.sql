CREATE TABLE "panel_remarks" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"criterion" text,
	"text" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "panel_remarks" ADD CONSTRAINT "panel_remarks_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "panel_remarks" ADD CONSTRAINT "panel_remarks_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "panel_remarks_application" ON "panel_remarks" USING btree ("application_id");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON panel_remarks FROM portal_app;--> statement-breakpoint
CREATE TRIGGER panel_remarks_no_change BEFORE UPDATE OR DELETE ON panel_remarks FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER panel_remarks_no_truncate BEFORE TRUNCATE ON panel_remarks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE panel_remarks ENABLE ALWAYS TRIGGER panel_remarks_no_change;--> statement-breakpoint
ALTER TABLE panel_remarks ENABLE ALWAYS TRIGGER panel_remarks_no_truncate;
