CREATE TABLE "dry_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"config_hash" text NOT NULL,
	"bidders" integer NOT NULL,
	"input" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"ran_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dry_runs" ADD CONSTRAINT "dry_runs_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dry_runs" ADD CONSTRAINT "dry_runs_ran_by_users_id_fk" FOREIGN KEY ("ran_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dry_runs_round" ON "dry_runs" USING btree ("round_id","config_hash","at");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON dry_runs FROM portal_app;
--> statement-breakpoint
CREATE TRIGGER dry_runs_no_change BEFORE UPDATE OR DELETE ON dry_runs FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER dry_runs_no_truncate BEFORE TRUNCATE ON dry_runs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE dry_runs ENABLE ALWAYS TRIGGER dry_runs_no_change;
--> statement-breakpoint
ALTER TABLE dry_runs ENABLE ALWAYS TRIGGER dry_runs_no_truncate;
