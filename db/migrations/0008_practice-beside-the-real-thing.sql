ALTER TABLE "rounds" DROP CONSTRAINT "rounds_phase_number_key";
--> statement-breakpoint
ALTER TABLE "lots" DROP CONSTRAINT "lots_label_labels_label_fk";
--> statement-breakpoint
ALTER TABLE "lots" DROP CONSTRAINT "lots_release_fk";
--> statement-breakpoint
ALTER TABLE "lot_bidders" ALTER COLUMN "application_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "lot_bidders" ADD COLUMN "practice" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "results" ADD COLUMN "practice" boolean GENERATED ALWAYS AS (false) STORED NOT NULL;
--> statement-breakpoint
ALTER TABLE "lots" ADD COLUMN "practice" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "lots" ADD COLUMN "real_label" text GENERATED ALWAYS AS (case when practice then null else label end) STORED;
--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "practice_of" text;
--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "practice" boolean GENERATED ALWAYS AS (practice_of is not null) STORED NOT NULL;
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_practice_key" UNIQUE("id","practice");
--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_practice_key" UNIQUE("id","practice");
--> statement-breakpoint
ALTER TABLE "lot_bidders" ADD CONSTRAINT "lot_bidders_practice_as_lot" FOREIGN KEY ("lot_id","practice") REFERENCES "public"."lots"("id","practice") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_no_practice" FOREIGN KEY ("lot_id","practice") REFERENCES "public"."lots"("id","practice") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_real_label_labels_label_fk" FOREIGN KEY ("real_label") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_practice_as_round" FOREIGN KEY ("round_id","practice") REFERENCES "public"."rounds"("id","practice") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_release_fk" FOREIGN KEY ("release_id","real_label") REFERENCES "public"."releases"("id","label") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_practice_of_rounds_id_fk" FOREIGN KEY ("practice_of") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_phase_number_key" ON "rounds" USING btree ("phase_id","number") WHERE "rounds"."practice_of" is null;
--> statement-breakpoint
CREATE INDEX "rounds_practice_of" ON "rounds" USING btree ("practice_of");
--> statement-breakpoint
ALTER TABLE "lot_bidders" ADD CONSTRAINT "lot_bidders_application" CHECK ("lot_bidders"."practice" = ("lot_bidders"."application_id" is null));
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_practice_name" CHECK ("lots"."practice" = ("lots"."label" ~ '^practice-[1-9]$'));
--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_practice_not_live" CHECK (not ("lots"."practice" and "lots"."live"));
--> statement-breakpoint

-- R2.3 asks for a release of labels alone; a practice has an invented name.
DROP TRIGGER lots_label_must_be_released ON lots;
--> statement-breakpoint
CREATE TRIGGER lots_label_must_be_released BEFORE INSERT OR UPDATE OF label, release_id ON lots
  FOR EACH ROW WHEN (NOT NEW.practice) EXECUTE FUNCTION require_released_label();
--> statement-breakpoint

-- What is a practice stays one, and nothing real ever becomes one: its history could be wiped otherwise.
CREATE FUNCTION keep_practice_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a practice and the real thing do not change places' USING ERRCODE = '55000';
END $$;
--> statement-breakpoint
CREATE TRIGGER rounds_practice_apart BEFORE UPDATE ON rounds
  FOR EACH ROW WHEN (OLD.practice_of IS DISTINCT FROM NEW.practice_of OR OLD.id <> NEW.id)
  EXECUTE FUNCTION keep_practice_apart();
--> statement-breakpoint
CREATE TRIGGER lots_practice_apart BEFORE UPDATE ON lots
  FOR EACH ROW WHEN (OLD.practice <> NEW.practice OR OLD.round_id <> NEW.round_id OR OLD.id <> NEW.id)
  EXECUTE FUNCTION keep_practice_apart();
--> statement-breakpoint
ALTER TABLE rounds ENABLE ALWAYS TRIGGER rounds_practice_apart;
--> statement-breakpoint
ALTER TABLE lots ENABLE ALWAYS TRIGGER lots_practice_apart;
--> statement-breakpoint

-- R3.6: rows of a practice may go, and they alone. The application has no right to delete in these tables;
-- it reaches `wipe_practice`, which the owner's rights carry out under this trigger.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone jsonb;
  practice boolean := false;
BEGIN
  IF TG_OP = 'DELETE' THEN
    gone := to_jsonb(OLD);
    IF TG_TABLE_NAME IN ('lot_events', 'bid_attempts') THEN
      SELECT l.practice INTO practice FROM public.lots l WHERE l.id = gone ->> 'lot_id';
    ELSIF TG_TABLE_NAME IN ('announcements', 'round_moves') THEN
      SELECT r.practice INTO practice FROM public.rounds r WHERE r.id = gone ->> 'round_id';
    END IF;
    IF practice THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '55000';
END $$;
--> statement-breakpoint
CREATE FUNCTION wipe_practice(round text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.rounds r WHERE r.id = wipe_practice.round AND r.practice FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% is no practice', wipe_practice.round USING ERRCODE = '55000';
  END IF;
  DELETE FROM public.lot_events e USING public.lots l WHERE l.id = e.lot_id AND l.round_id = wipe_practice.round;
  DELETE FROM public.bid_attempts a USING public.lots l WHERE l.id = a.lot_id AND l.round_id = wipe_practice.round;
  DELETE FROM public.lot_bidders b USING public.lots l WHERE l.id = b.lot_id AND l.round_id = wipe_practice.round;
  DELETE FROM public.lots l WHERE l.round_id = wipe_practice.round;
  DELETE FROM public.bidders b WHERE b.round_id = wipe_practice.round;
  DELETE FROM public.announcements n WHERE n.round_id = wipe_practice.round;
  DELETE FROM public.round_moves m WHERE m.round_id = wipe_practice.round;
  DELETE FROM public.rounds r WHERE r.id = wipe_practice.round;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION wipe_practice FROM public;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION wipe_practice TO portal_app;
