CREATE TABLE "custodian_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"recipient" text NOT NULL,
	"employer" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "custodian_keys_recipient_key" UNIQUE("recipient")
);
--> statement-breakpoint
CREATE TABLE "key_shares" (
	"key_id" text NOT NULL,
	"user_id" text NOT NULL,
	"position" integer NOT NULL,
	"recipient" text NOT NULL,
	"sha256" text NOT NULL,
	"proof_key" text NOT NULL,
	"wrapped" text NOT NULL,
	CONSTRAINT "key_shares_key_id_user_id_pk" PRIMARY KEY("key_id","user_id"),
	CONSTRAINT "key_shares_position_key" UNIQUE("key_id","position"),
	CONSTRAINT "key_shares_position" CHECK ("key_shares"."position" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "opened_bids" (
	"attempt_id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"amount_minor" bigint,
	"void_reason" text,
	"nonce" text,
	"plain_hash" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "opened_bids_amount_or_void" CHECK (("opened_bids"."amount_minor" is null) = ("opened_bids"."void_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"round_id" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"bids" integer NOT NULL,
	"bids_hash" text NOT NULL,
	"unlocked_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"published_secret" text,
	"kept_secret" "bytea",
	CONSTRAINT "openings_secret_after_unlock" CHECK ("openings"."published_secret" is null or "openings"."unlocked_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "released_shares" (
	"round_id" text NOT NULL,
	"user_id" text NOT NULL,
	"share" "bytea",
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "released_shares_round_id_user_id_pk" PRIMARY KEY("round_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "round_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"version" integer NOT NULL,
	"recipient" text NOT NULL,
	"ceremony_hash" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"practice" boolean GENERATED ALWAYS AS (false) STORED NOT NULL,
	CONSTRAINT "round_keys_recipient_key" UNIQUE("recipient"),
	CONSTRAINT "round_keys_version_key" UNIQUE("round_id","version")
);
--> statement-breakpoint
CREATE TABLE "share_proofs" (
	"id" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"user_id" text NOT NULL,
	"challenge" text NOT NULL,
	"proof" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "share_proofs_challenge_key" UNIQUE("challenge")
);
--> statement-breakpoint
ALTER TABLE "custodian_keys" ADD CONSTRAINT "custodian_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_shares" ADD CONSTRAINT "key_shares_key_id_round_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."round_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_shares" ADD CONSTRAINT "key_shares_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opened_bids" ADD CONSTRAINT "opened_bids_attempt_id_bid_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."bid_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opened_bids" ADD CONSTRAINT "opened_bids_round_id_openings_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."openings"("round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_key_id_round_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."round_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_shares" ADD CONSTRAINT "released_shares_round_id_openings_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."openings"("round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_shares" ADD CONSTRAINT "released_shares_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_keys" ADD CONSTRAINT "round_keys_no_practice" FOREIGN KEY ("round_id","practice") REFERENCES "public"."rounds"("id","practice") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_proofs" ADD CONSTRAINT "share_proofs_share_fk" FOREIGN KEY ("key_id","user_id") REFERENCES "public"."key_shares"("key_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "custodian_keys_one_each" ON "custodian_keys" USING btree ("user_id") WHERE "custodian_keys"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "opened_bids_nonce" ON "opened_bids" USING btree ("round_id","nonce");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON round_keys FROM portal_app;--> statement-breakpoint
CREATE TRIGGER round_keys_no_change BEFORE UPDATE OR DELETE ON round_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER round_keys_no_truncate BEFORE TRUNCATE ON round_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE round_keys ENABLE ALWAYS TRIGGER round_keys_no_change;--> statement-breakpoint
ALTER TABLE round_keys ENABLE ALWAYS TRIGGER round_keys_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON key_shares FROM portal_app;--> statement-breakpoint
CREATE TRIGGER key_shares_no_change BEFORE UPDATE OR DELETE ON key_shares FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER key_shares_no_truncate BEFORE TRUNCATE ON key_shares FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE key_shares ENABLE ALWAYS TRIGGER key_shares_no_change;--> statement-breakpoint
ALTER TABLE key_shares ENABLE ALWAYS TRIGGER key_shares_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON share_proofs FROM portal_app;--> statement-breakpoint
CREATE TRIGGER share_proofs_no_change BEFORE UPDATE OR DELETE ON share_proofs FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER share_proofs_no_truncate BEFORE TRUNCATE ON share_proofs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE share_proofs ENABLE ALWAYS TRIGGER share_proofs_no_change;--> statement-breakpoint
ALTER TABLE share_proofs ENABLE ALWAYS TRIGGER share_proofs_no_truncate;--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON opened_bids FROM portal_app;--> statement-breakpoint
CREATE TRIGGER opened_bids_no_change BEFORE UPDATE OR DELETE ON opened_bids FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER opened_bids_no_truncate BEFORE TRUNCATE ON opened_bids FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE opened_bids ENABLE ALWAYS TRIGGER opened_bids_no_change;--> statement-breakpoint
ALTER TABLE opened_bids ENABLE ALWAYS TRIGGER opened_bids_no_truncate;
