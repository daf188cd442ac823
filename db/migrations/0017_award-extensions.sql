CREATE TABLE "award_extensions" (
	"id" text PRIMARY KEY NOT NULL,
	"award_id" text NOT NULL,
	"deadline" text NOT NULL,
	"before" timestamp with time zone NOT NULL,
	"after" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "award_extensions_later" CHECK ("award_extensions"."after" > "award_extensions"."before")
);
--> statement-breakpoint
ALTER TABLE "awards" ADD COLUMN "passed_over" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "award_extensions" ADD CONSTRAINT "award_extensions_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_extensions_award" ON "award_extensions" USING btree ("award_id","at");--> statement-breakpoint
-- What an award is for, to whom and for how much is fixed when it is made; only its course and its deadlines move (R10.1).
CREATE FUNCTION keep_award_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.lot_id, NEW.round_id, NEW.label, NEW.application_id, NEW.organisation_id, NEW.rank, NEW.price_minor, NEW.offered_at)
    IS DISTINCT FROM
     (OLD.lot_id, OLD.round_id, OLD.label, OLD.application_id, OLD.organisation_id, OLD.rank, OLD.price_minor, OLD.offered_at) THEN
    RAISE EXCEPTION 'The terms of an award are fixed'
      USING ERRCODE = '23514', CONSTRAINT = 'awards_terms_fixed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER awards_terms_fixed BEFORE UPDATE ON awards FOR EACH ROW EXECUTE FUNCTION keep_award_terms();--> statement-breakpoint
ALTER TABLE awards ENABLE ALWAYS TRIGGER awards_terms_fixed;--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON awards FROM portal_app;--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON award_extensions FROM portal_app;--> statement-breakpoint
CREATE TRIGGER award_extensions_no_change BEFORE UPDATE OR DELETE ON award_extensions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER award_extensions_no_truncate BEFORE TRUNCATE ON award_extensions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE award_extensions ENABLE ALWAYS TRIGGER award_extensions_no_change;--> statement-breakpoint
ALTER TABLE award_extensions ENABLE ALWAYS TRIGGER award_extensions_no_truncate;
