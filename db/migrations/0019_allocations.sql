CREATE TABLE "allocation_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"award_id" text NOT NULL,
	"label" text NOT NULL,
	"registrar_iana_id" integer NOT NULL,
	"command" text DEFAULT 'create' NOT NULL,
	"state" text DEFAULT 'issued' NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"secret_hash" text,
	"shown_at" timestamp with time zone,
	"shown_to" text,
	"redeemed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "allocation_tokens_secret_key" UNIQUE("secret_hash"),
	CONSTRAINT "allocation_tokens_shown" CHECK (("allocation_tokens"."secret_hash" is null) = ("allocation_tokens"."shown_at" is null)),
	CONSTRAINT "allocation_tokens_redeemed" CHECK ("allocation_tokens"."state" <> 'redeemed' or ("allocation_tokens"."secret_hash" is not null and "allocation_tokens"."redeemed_at" is not null)),
	CONSTRAINT "allocation_tokens_ended" CHECK (("allocation_tokens"."state" in ('expired', 'revoked')) = ("allocation_tokens"."ended_at" is not null)),
	CONSTRAINT "allocation_tokens_expires_later" CHECK ("allocation_tokens"."expires_at" > "allocation_tokens"."issued_at")
);
--> statement-breakpoint
CREATE TABLE "registrar_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"registrar_iana_id" integer NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" text,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "registrar_invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "registrar_invitations_accepted" CHECK (("registrar_invitations"."accepted_at" is null) = ("registrar_invitations"."accepted_by" is null))
);
--> statement-breakpoint
CREATE TABLE "registry_lookups" (
	"id" text PRIMARY KEY NOT NULL,
	"token_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registry_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"webhook_id" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"body_sha256" text NOT NULL,
	"kind" text DEFAULT '' NOT NULL,
	"name" text,
	"registrar_iana_id" integer,
	"result_code" integer,
	"token_id" text,
	"award_id" text,
	"outcome" text NOT NULL,
	CONSTRAINT "registry_reports_webhook_key" UNIQUE("webhook_id")
);
--> statement-breakpoint
ALTER TABLE "allocation_tokens" ADD CONSTRAINT "allocation_tokens_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_tokens" ADD CONSTRAINT "allocation_tokens_label_labels_label_fk" FOREIGN KEY ("label") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_tokens" ADD CONSTRAINT "allocation_tokens_registrar_iana_id_registrars_iana_id_fk" FOREIGN KEY ("registrar_iana_id") REFERENCES "public"."registrars"("iana_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_tokens" ADD CONSTRAINT "allocation_tokens_shown_to_users_id_fk" FOREIGN KEY ("shown_to") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrar_invitations" ADD CONSTRAINT "registrar_invitations_registrar_iana_id_registrars_iana_id_fk" FOREIGN KEY ("registrar_iana_id") REFERENCES "public"."registrars"("iana_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrar_invitations" ADD CONSTRAINT "registrar_invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrar_invitations" ADD CONSTRAINT "registrar_invitations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_lookups" ADD CONSTRAINT "registry_lookups_token_id_allocation_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."allocation_tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_reports" ADD CONSTRAINT "registry_reports_token_id_allocation_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."allocation_tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_reports" ADD CONSTRAINT "registry_reports_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "allocation_tokens_one_live_per_award" ON "allocation_tokens" USING btree ("award_id") WHERE "allocation_tokens"."state" in ('issued', 'shown', 'redeemed');--> statement-breakpoint
CREATE INDEX "allocation_tokens_award" ON "allocation_tokens" USING btree ("award_id","issued_at");--> statement-breakpoint
CREATE INDEX "allocation_tokens_registrar" ON "allocation_tokens" USING btree ("registrar_iana_id");--> statement-breakpoint
CREATE INDEX "registrar_invitations_registrar" ON "registrar_invitations" USING btree ("registrar_iana_id");--> statement-breakpoint
CREATE INDEX "registry_lookups_token" ON "registry_lookups" USING btree ("token_id","at");--> statement-breakpoint
CREATE INDEX "registry_reports_award" ON "registry_reports" USING btree ("award_id","received_at");--> statement-breakpoint
CREATE INDEX "registry_reports_received" ON "registry_reports" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "registry_reports_name" ON "registry_reports" USING btree ("name","received_at");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON registry_reports, registry_lookups FROM portal_app;--> statement-breakpoint
CREATE TRIGGER registry_reports_no_change BEFORE UPDATE OR DELETE ON registry_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER registry_reports_no_truncate BEFORE TRUNCATE ON registry_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE registry_reports ENABLE ALWAYS TRIGGER registry_reports_no_change;--> statement-breakpoint
ALTER TABLE registry_reports ENABLE ALWAYS TRIGGER registry_reports_no_truncate;--> statement-breakpoint
CREATE TRIGGER registry_lookups_no_change BEFORE UPDATE OR DELETE ON registry_lookups FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER registry_lookups_no_truncate BEFORE TRUNCATE ON registry_lookups FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE registry_lookups ENABLE ALWAYS TRIGGER registry_lookups_no_change;--> statement-breakpoint
ALTER TABLE registry_lookups ENABLE ALWAYS TRIGGER registry_lookups_no_truncate;--> statement-breakpoint
-- R11.1: a token has one secret, made once; what it is for never changes.
CREATE FUNCTION keep_token_bound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a token keeps its secret and what it is bound to' USING ERRCODE = '55000';
END $$;--> statement-breakpoint
CREATE TRIGGER allocation_tokens_bound BEFORE UPDATE ON allocation_tokens
  FOR EACH ROW WHEN ((OLD.secret_hash IS NOT NULL AND NEW.secret_hash IS DISTINCT FROM OLD.secret_hash)
    OR OLD.award_id <> NEW.award_id OR OLD.label <> NEW.label OR OLD.registrar_iana_id <> NEW.registrar_iana_id
    OR OLD.issued_at <> NEW.issued_at OR OLD.command <> NEW.command)
  EXECUTE FUNCTION keep_token_bound();--> statement-breakpoint
ALTER TABLE allocation_tokens ENABLE ALWAYS TRIGGER allocation_tokens_bound;
