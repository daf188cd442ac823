CREATE TABLE "award_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"award_id" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"id" text PRIMARY KEY NOT NULL,
	"lot_id" text NOT NULL,
	"round_id" text NOT NULL,
	"label" text NOT NULL,
	"application_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"registrar_iana_id" integer NOT NULL,
	"rank" integer NOT NULL,
	"price_minor" bigint NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"accept_by" timestamp with time zone NOT NULL,
	"pay_by" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	"allocated_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "awards_rank_key" UNIQUE("lot_id","rank"),
	CONSTRAINT "awards_price_not_negative" CHECK ("awards"."price_minor" >= 0),
	CONSTRAINT "awards_ended" CHECK (("awards"."ended_at" is null) = ("awards"."end_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "award_moves" ADD CONSTRAINT "award_moves_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_label_labels_label_fk" FOREIGN KEY ("label") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_registrar_iana_id_registrars_iana_id_fk" FOREIGN KEY ("registrar_iana_id") REFERENCES "public"."registrars"("iana_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_moves_award" ON "award_moves" USING btree ("award_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "awards_one_active_per_lot" ON "awards" USING btree ("lot_id") WHERE "awards"."state" in ('offered', 'accepted', 'paid', 'allocated');--> statement-breakpoint
CREATE INDEX "awards_round" ON "awards" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "awards_organisation" ON "awards" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "awards_registrar" ON "awards" USING btree ("registrar_iana_id");--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON award_moves FROM portal_app;--> statement-breakpoint
CREATE TRIGGER award_moves_no_change BEFORE UPDATE OR DELETE ON award_moves FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER award_moves_no_truncate BEFORE TRUNCATE ON award_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE award_moves ENABLE ALWAYS TRIGGER award_moves_no_change;--> statement-breakpoint
ALTER TABLE award_moves ENABLE ALWAYS TRIGGER award_moves_no_truncate;
