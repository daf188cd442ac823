CREATE TABLE "reconsiderations" (
	"application_id" text PRIMARY KEY NOT NULL,
	"grounds" text NOT NULL,
	"before" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"reason" text,
	"proposed_by" text,
	"approved_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "reconsiderations_two_people" CHECK ("reconsiderations"."proposed_by" <> "reconsiderations"."approved_by"),
	CONSTRAINT "reconsiderations_decided_whole" CHECK (num_nulls("reconsiderations"."outcome", "reconsiderations"."reason", "reconsiderations"."proposed_by", "reconsiderations"."approved_by", "reconsiderations"."decided_at") in (0, 5))
);
--> statement-breakpoint
ALTER TABLE "reconsiderations" ADD CONSTRAINT "reconsiderations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconsiderations" ADD CONSTRAINT "reconsiderations_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconsiderations" ADD CONSTRAINT "reconsiderations_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconsiderations" ADD CONSTRAINT "reconsiderations_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;