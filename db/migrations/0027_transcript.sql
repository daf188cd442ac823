CREATE TABLE "log_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" "bytea" NOT NULL,
	"peaks" "bytea" NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"term" bigint NOT NULL,
	"last" bigint GENERATED ALWAYS AS (size - 1) STORED
);
--> statement-breakpoint
CREATE TABLE "log_cosignatures" (
	"size" bigint NOT NULL,
	"witness" text NOT NULL,
	"line" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "log_cosignatures_witness_size_pk" PRIMARY KEY("witness","size")
);
--> statement-breakpoint
CREATE TABLE "log_leaves" (
	"index" bigint PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"source_id" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"before" bigint GENERATED ALWAYS AS (nullif(index, 0) - 1) STORED,
	CONSTRAINT "log_leaves_once" UNIQUE("source","source_id"),
	CONSTRAINT "log_leaves_index" CHECK ("log_leaves"."index" >= 0),
	CONSTRAINT "log_leaves_hash" CHECK (length("log_leaves"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "log_nodes" (
	"level" integer NOT NULL,
	"index" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "log_nodes_level_index_pk" PRIMARY KEY("level","index")
);
--> statement-breakpoint
CREATE TABLE "log_sequencer" (
	"id" integer PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"term" bigint NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "log_sequencer_one" CHECK ("log_sequencer"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "audit_log" drop column "leaf_hash";--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "salt" "bytea" DEFAULT uuid_send(gen_random_uuid()) NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "leaf_hash" "bytea" GENERATED ALWAYS AS (sha256('\x00'::bytea || salt || payload)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "lot_events" ADD COLUMN "ordinal" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "lot_events_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "lot_events" ADD COLUMN "recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "lot_events" ADD COLUMN "salt" "bytea";--> statement-breakpoint
ALTER TABLE "lot_events" ADD COLUMN "leaf_hash" "bytea";--> statement-breakpoint
ALTER TABLE "log_checkpoints" ADD CONSTRAINT "log_checkpoints_of_leaves" FOREIGN KEY ("last") REFERENCES "public"."log_leaves"("index") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_cosignatures" ADD CONSTRAINT "log_cosignatures_size_log_checkpoints_size_fk" FOREIGN KEY ("size") REFERENCES "public"."log_checkpoints"("size") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_leaves" ADD CONSTRAINT "log_leaves_no_gap" FOREIGN KEY ("before") REFERENCES "public"."log_leaves"("index") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_events" ADD CONSTRAINT "lot_events_ordinal_key" UNIQUE("ordinal");--> statement-breakpoint
-- Append-only, as in 0001_guards (R9.1, R9.2).
REVOKE UPDATE, DELETE, TRUNCATE ON log_leaves FROM portal_app;--> statement-breakpoint
CREATE TRIGGER log_leaves_no_change BEFORE UPDATE OR DELETE ON log_leaves FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER log_leaves_no_truncate BEFORE TRUNCATE ON log_leaves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE log_leaves ENABLE ALWAYS TRIGGER log_leaves_no_change;--> statement-breakpoint
ALTER TABLE log_leaves ENABLE ALWAYS TRIGGER log_leaves_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON log_nodes FROM portal_app;--> statement-breakpoint
CREATE TRIGGER log_nodes_no_change BEFORE UPDATE OR DELETE ON log_nodes FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER log_nodes_no_truncate BEFORE TRUNCATE ON log_nodes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE log_nodes ENABLE ALWAYS TRIGGER log_nodes_no_change;--> statement-breakpoint
ALTER TABLE log_nodes ENABLE ALWAYS TRIGGER log_nodes_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON log_checkpoints FROM portal_app;--> statement-breakpoint
CREATE TRIGGER log_checkpoints_no_change BEFORE UPDATE OR DELETE ON log_checkpoints FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER log_checkpoints_no_truncate BEFORE TRUNCATE ON log_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE log_checkpoints ENABLE ALWAYS TRIGGER log_checkpoints_no_change;--> statement-breakpoint
ALTER TABLE log_checkpoints ENABLE ALWAYS TRIGGER log_checkpoints_no_truncate;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON log_cosignatures FROM portal_app;--> statement-breakpoint
CREATE TRIGGER log_cosignatures_no_change BEFORE UPDATE OR DELETE ON log_cosignatures FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER log_cosignatures_no_truncate BEFORE TRUNCATE ON log_cosignatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE log_cosignatures ENABLE ALWAYS TRIGGER log_cosignatures_no_change;--> statement-breakpoint
ALTER TABLE log_cosignatures ENABLE ALWAYS TRIGGER log_cosignatures_no_truncate;
--> statement-breakpoint
-- One sequencer (R9.2): a checkpoint is signed in the present term, by whoever holds it, and only ever of a larger tree.
CREATE FUNCTION fence_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM log_sequencer s WHERE s.term = NEW.term FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM log_checkpoints c WHERE c.size >= NEW.size) THEN
    RAISE EXCEPTION 'another sequencer has taken over, or signed a larger tree'
      USING ERRCODE = '23514', CONSTRAINT = 'log_checkpoints_fenced';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER log_checkpoints_fenced BEFORE INSERT ON log_checkpoints FOR EACH ROW EXECUTE FUNCTION fence_log();--> statement-breakpoint
ALTER TABLE log_checkpoints ENABLE ALWAYS TRIGGER log_checkpoints_fenced;--> statement-breakpoint
-- A term belongs to one holder for ever.
CREATE FUNCTION hold_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.term < OLD.term OR (NEW.term = OLD.term AND NEW.holder <> OLD.holder) THEN
    RAISE EXCEPTION 'a term of the sequencer belongs to one holder'
      USING ERRCODE = '23514', CONSTRAINT = 'log_sequencer_term';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER log_sequencer_term BEFORE UPDATE ON log_sequencer FOR EACH ROW EXECUTE FUNCTION hold_term();--> statement-breakpoint
ALTER TABLE log_sequencer ENABLE ALWAYS TRIGGER log_sequencer_term;--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON log_sequencer FROM portal_app;
