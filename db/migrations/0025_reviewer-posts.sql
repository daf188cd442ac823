CREATE TABLE "reviewer_posts" (
	"reviewer_id" text NOT NULL,
	"organisation" text NOT NULL,
	CONSTRAINT "reviewer_posts_reviewer_id_organisation_pk" PRIMARY KEY("reviewer_id","organisation")
);
--> statement-breakpoint
ALTER TABLE "reviewer_posts" ADD CONSTRAINT "reviewer_posts_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;