CREATE TABLE "transfer_lookups" (
	"id" text PRIMARY KEY NOT NULL,
	"transfer_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "transfer_lookups" ADD CONSTRAINT "transfer_lookups_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "transfer_lookups_transfer" ON "transfer_lookups" USING btree ("transfer_id","at");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON transfer_lookups FROM portal_app;
--> statement-breakpoint
CREATE TRIGGER transfer_lookups_no_change BEFORE UPDATE OR DELETE ON transfer_lookups FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER transfer_lookups_no_truncate BEFORE TRUNCATE ON transfer_lookups FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE transfer_lookups ENABLE ALWAYS TRIGGER transfer_lookups_no_change;--> statement-breakpoint
ALTER TABLE transfer_lookups ENABLE ALWAYS TRIGGER transfer_lookups_no_truncate;
