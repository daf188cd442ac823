CREATE TABLE "assignment_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"cap" integer NOT NULL,
	"wanted" jsonb NOT NULL,
	"wanted_hash" text NOT NULL,
	"pairs" jsonb NOT NULL,
	"total" integer NOT NULL,
	"worst" integer NOT NULL,
	"total_at_most" integer NOT NULL,
	"worst_at_most" integer NOT NULL,
	"computed_by" text NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "plan_fields" (
	"application_id" text NOT NULL,
	"field" text NOT NULL,
	CONSTRAINT "plan_fields_application_id_field_pk" PRIMARY KEY("application_id","field")
);
--> statement-breakpoint
CREATE TABLE "reviewer_expertise" (
	"reviewer_id" text NOT NULL,
	"field" text NOT NULL,
	"level" integer NOT NULL,
	CONSTRAINT "reviewer_expertise_reviewer_id_field_pk" PRIMARY KEY("reviewer_id","field"),
	CONSTRAINT "expertise_level" CHECK ("reviewer_expertise"."level" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "assignment_runs" ADD CONSTRAINT "assignment_runs_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_runs" ADD CONSTRAINT "assignment_runs_computed_by_users_id_fk" FOREIGN KEY ("computed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_fields" ADD CONSTRAINT "plan_fields_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviewer_expertise" ADD CONSTRAINT "reviewer_expertise_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_runs_round" ON "assignment_runs" USING btree ("round_id");