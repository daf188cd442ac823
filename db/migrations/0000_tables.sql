CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"organisation_id" text NOT NULL,
	"round_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"registrar_iana_id" integer,
	"current_version_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "applications_reference_unique" UNIQUE("reference"),
	CONSTRAINT "applications_organisation_lot_key" UNIQUE("organisation_id","lot_id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"file_id" text NOT NULL,
	"title" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deposits" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"bank_reference" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_drafts" (
	"application_id" text NOT NULL,
	"section" text NOT NULL,
	"content" jsonb NOT NULL,
	"completed" boolean DEFAULT false NOT NULL,
	"version" integer NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_drafts_application_id_section_pk" PRIMARY KEY("application_id","section")
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"attachments" jsonb NOT NULL,
	"organisation" jsonb NOT NULL,
	"registrar_iana_id" integer NOT NULL,
	"content_hash" text NOT NULL,
	"rules_version" text NOT NULL,
	"rules_hash" text NOT NULL,
	"submitted_by" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_versions_number_key" UNIQUE("application_id","number")
);
--> statement-breakpoint
CREATE TABLE "registrar_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"added" integer NOT NULL,
	"changed" integer NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registrars" (
	"iana_id" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"rdap_url" text DEFAULT '' NOT NULL,
	"contact_email" text,
	"imported_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "related_parties" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"organisation_a" text NOT NULL,
	"organisation_b" text NOT NULL,
	"grounds" text NOT NULL,
	"detail" text NOT NULL,
	"flagged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "related_parties_key" UNIQUE("round_id","organisation_a","organisation_b","grounds")
);
--> statement-breakpoint
CREATE TABLE "sponsorships" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"registrar_iana_id" integer NOT NULL,
	"state" text NOT NULL,
	"contact_email" text NOT NULL,
	"token_hash" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_name" text,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "sponsorships_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "bid_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"lot_id" text NOT NULL,
	"bidder_id" text NOT NULL,
	"placed_by" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"max_minor" bigint,
	"received_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"price_after_minor" bigint,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"receipt" text NOT NULL,
	CONSTRAINT "bid_attempts_key" UNIQUE("bidder_id","lot_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "bidders" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"paddle" integer NOT NULL,
	"deposit_minor" bigint NOT NULL,
	"limit_minor" bigint,
	"committed_minor" bigint DEFAULT 0 NOT NULL,
	"struck_at" timestamp with time zone,
	"struck_reason" text,
	"house_bot" boolean DEFAULT false NOT NULL,
	CONSTRAINT "bidders_round_organisation_key" UNIQUE("round_id","organisation_id"),
	CONSTRAINT "bidders_round_paddle_key" UNIQUE("round_id","paddle"),
	CONSTRAINT "bidders_within_limit" CHECK ("bidders"."limit_minor" is null or "bidders"."committed_minor" <= "bidders"."limit_minor"),
	CONSTRAINT "bidders_committed_not_negative" CHECK ("bidders"."committed_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "lot_bidders" (
	"lot_id" text NOT NULL,
	"bidder_id" text NOT NULL,
	"application_id" text NOT NULL,
	"score_hundredths" integer,
	CONSTRAINT "lot_bidders_lot_id_bidder_id_pk" PRIMARY KEY("lot_id","bidder_id"),
	CONSTRAINT "lot_bidders_applicationId_unique" UNIQUE("application_id")
);
--> statement-breakpoint
CREATE TABLE "lot_events" (
	"lot_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"type" text NOT NULL,
	"event" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"attempt_id" text,
	CONSTRAINT "lot_events_lot_id_sequence_pk" PRIMARY KEY("lot_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "results" (
	"lot_id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"outcome" text NOT NULL,
	"winner_application_id" text,
	"price_minor" bigint,
	"standing" jsonb NOT NULL,
	"if_default" jsonb,
	"events" integer NOT NULL,
	"events_hash" text NOT NULL,
	"final_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cctlds" (
	"code" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"list_id" text NOT NULL,
	CONSTRAINT "cctlds_code_valid_from_pk" PRIMARY KEY("code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "code_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "iso_categories" (
	"code" text NOT NULL,
	"category" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"list_id" text NOT NULL,
	CONSTRAINT "iso_categories_code_valid_from_pk" PRIMARY KEY("code","valid_from")
);
--> statement-breakpoint
CREATE TABLE "label_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"note" text NOT NULL,
	"round_id" text
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"label" text PRIMARY KEY NOT NULL,
	"class" text NOT NULL,
	"state" text DEFAULT 'reserved' NOT NULL,
	"state_since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"withheld_reason" text,
	"flagged_at" timestamp with time zone,
	"flag_reason" text,
	CONSTRAINT "labels_shape" CHECK ("labels"."label" ~ '^[a-z0-9]{1,2}$'),
	CONSTRAINT "labels_withheld_has_reason" CHECK ("labels"."state" <> 'withheld' or "labels"."withheld_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "release_evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"release_id" text NOT NULL,
	"title" text NOT NULL,
	"party" text NOT NULL,
	"dated" date NOT NULL,
	"file_id" text,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"basis" text NOT NULL,
	"category_then" text,
	"cctld_then" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "releases_id_label_key" UNIQUE("id","label")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "known_devices" (
	"user_id" text NOT NULL,
	"device_hash" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "known_devices_key" UNIQUE("user_id","device_hash")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"legal_name" text NOT NULL,
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"registration_number" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"public_contact" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"beneficial_owners" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "roles" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"registrar_iana_id" integer,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "roles_registrar_has_id" CHECK (("roles"."role" = 'registrar') = ("roles"."registrar_iana_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"assurance" integer NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stepped_up_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "user_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"email_verified_at" timestamp with time zone,
	"status" text DEFAULT 'active' NOT NULL,
	"pseudonym" text NOT NULL,
	"time_zone" text,
	"totp_secret" "bytea",
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_pseudonym_unique" UNIQUE("pseudonym"),
	CONSTRAINT "users_email_key" UNIQUE("email"),
	CONSTRAINT "users_email_ascii" CHECK ("users"."email" ~ '^[a-z0-9.!#$%&''*+/=?^_`{|}~-]+@[a-z0-9.-]+$')
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "conflict_declarations" (
	"reviewer_id" text NOT NULL,
	"application_id" text NOT NULL,
	"state" text DEFAULT 'not-asked' NOT NULL,
	"nature" text DEFAULT '' NOT NULL,
	"detected" text DEFAULT '' NOT NULL,
	"declared_at" timestamp with time zone,
	CONSTRAINT "conflict_declarations_reviewer_id_application_id_pk" PRIMARY KEY("reviewer_id","application_id"),
	CONSTRAINT "conflicts_declared_has_nature" CHECK ("conflict_declarations"."state" <> 'declared' or "conflict_declarations"."nature" <> '')
);
--> statement-breakpoint
CREATE TABLE "consensus_scores" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"criterion" text NOT NULL,
	"value" integer NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consensus_range" CHECK ("consensus_scores"."value" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"application_id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"score_hundredths" integer,
	"by_criterion" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"proposed_by" text NOT NULL,
	"approved_by" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "decisions_round_application_key" UNIQUE("round_id","application_id"),
	CONSTRAINT "decisions_two_people" CHECK ("decisions"."proposed_by" <> "decisions"."approved_by")
);
--> statement-breakpoint
CREATE TABLE "review_scores" (
	"review_id" text NOT NULL,
	"criterion" text NOT NULL,
	"value" integer,
	"not_applicable" boolean NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "review_scores_review_id_criterion_pk" PRIMARY KEY("review_id","criterion"),
	CONSTRAINT "review_scores_range" CHECK (("review_scores"."not_applicable" and "review_scores"."value" is null) or (not "review_scores"."not_applicable" and "review_scores"."value" between 0 and 5)),
	CONSTRAINT "review_scores_reason" CHECK (length(trim("review_scores"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"assignment_id" text NOT NULL,
	"plan_version_id" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "reviews_assignmentId_unique" UNIQUE("assignment_id")
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"label" text NOT NULL,
	"release_id" text NOT NULL,
	"reserve_minor" bigint NOT NULL,
	"live" boolean DEFAULT true NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"auction" jsonb,
	"price_minor" bigint,
	"leader_id" text,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"extensions" integer DEFAULT 0 NOT NULL,
	"bid_count" integer DEFAULT 0 NOT NULL,
	"last_event_at" timestamp with time zone,
	"outcome" text,
	"winner_application_id" text,
	"final_price_minor" bigint,
	CONSTRAINT "lots_round_label_key" UNIQUE("round_id","label"),
	CONSTRAINT "lots_reserve_not_negative" CHECK ("lots"."reserve_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "phases" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "phases_number_key" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"published_question" text,
	"answer" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "round_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"phase_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"format" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"state_since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"zone" text NOT NULL,
	"applications_open_at" timestamp with time zone NOT NULL,
	"questions_close_at" timestamp with time zone NOT NULL,
	"applications_close_at" timestamp with time zone NOT NULL,
	"review_due_at" timestamp with time zone NOT NULL,
	"review_results_at" timestamp with time zone NOT NULL,
	"deposit_due_at" timestamp with time zone NOT NULL,
	"bidding_opens_at" timestamp with time zone NOT NULL,
	"bidding_closes_at" timestamp with time zone NOT NULL,
	"results_at" timestamp with time zone NOT NULL,
	"payment_due_at" timestamp with time zone NOT NULL,
	"settings" jsonb NOT NULL,
	"rules_version" text NOT NULL,
	"config_hash" text,
	"approved_at" timestamp with time zone,
	"suspended_from" text,
	"suspended_at" timestamp with time zone,
	"public_reason" text,
	"secret_hash" text,
	"sealed_secret" "bytea",
	"published_secret" text,
	"scores_hash" text,
	"decisions_released_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "rounds_phase_number_key" UNIQUE("phase_id","number")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"operation" text NOT NULL,
	"input" jsonb NOT NULL,
	"input_hash" text NOT NULL,
	"object" text NOT NULL,
	"summary" text NOT NULL,
	"typed" text NOT NULL,
	"changes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"actor" text NOT NULL,
	"approver" text,
	"object" text DEFAULT '' NOT NULL,
	"payload" "bytea" NOT NULL,
	"leaf_hash" "bytea" GENERATED ALWAYS AS (sha256('\x00'::bytea || payload)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"storage_key" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"media_type" text NOT NULL,
	"file_name" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "files_storageKey_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "idempotency_keys_actor_operation_key_pk" PRIMARY KEY("actor","operation","key")
);
--> statement-breakpoint
CREATE TABLE "live_versions" (
	"topic" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"effect" text,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"template" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "mail_outbox_effect_unique" UNIQUE("effect")
);
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_registrar_iana_id_registrars_iana_id_fk" FOREIGN KEY ("registrar_iana_id") REFERENCES "public"."registrars"("iana_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_drafts" ADD CONSTRAINT "plan_drafts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_drafts" ADD CONSTRAINT "plan_drafts_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_parties" ADD CONSTRAINT "related_parties_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_parties" ADD CONSTRAINT "related_parties_a_fk" FOREIGN KEY ("organisation_a") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_parties" ADD CONSTRAINT "related_parties_b_fk" FOREIGN KEY ("organisation_b") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsorships" ADD CONSTRAINT "sponsorships_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sponsorships" ADD CONSTRAINT "sponsorships_registrar_iana_id_registrars_iana_id_fk" FOREIGN KEY ("registrar_iana_id") REFERENCES "public"."registrars"("iana_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD CONSTRAINT "bid_attempts_lot_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD CONSTRAINT "bid_attempts_bidder_fk" FOREIGN KEY ("bidder_id") REFERENCES "public"."bidders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD CONSTRAINT "bid_attempts_user_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bidders" ADD CONSTRAINT "bidders_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bidders" ADD CONSTRAINT "bidders_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_bidders" ADD CONSTRAINT "lot_bidders_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_bidders" ADD CONSTRAINT "lot_bidders_bidder_id_bidders_id_fk" FOREIGN KEY ("bidder_id") REFERENCES "public"."bidders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_bidders" ADD CONSTRAINT "lot_bidders_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_events" ADD CONSTRAINT "lot_events_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_winner_application_id_applications_id_fk" FOREIGN KEY ("winner_application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cctlds" ADD CONSTRAINT "cctlds_code_labels_label_fk" FOREIGN KEY ("code") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cctlds" ADD CONSTRAINT "cctlds_list_id_code_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."code_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iso_categories" ADD CONSTRAINT "iso_categories_code_labels_label_fk" FOREIGN KEY ("code") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iso_categories" ADD CONSTRAINT "iso_categories_list_id_code_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."code_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "label_moves" ADD CONSTRAINT "label_moves_label_labels_label_fk" FOREIGN KEY ("label") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_evidence" ADD CONSTRAINT "release_evidence_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_evidence" ADD CONSTRAINT "release_evidence_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_label_labels_label_fk" FOREIGN KEY ("label") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_reviewer_id_users_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consensus_scores" ADD CONSTRAINT "consensus_scores_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consensus_scores" ADD CONSTRAINT "consensus_scores_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_scores" ADD CONSTRAINT "review_scores_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_plan_version_id_plan_versions_id_fk" FOREIGN KEY ("plan_version_id") REFERENCES "public"."plan_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_label_labels_label_fk" FOREIGN KEY ("label") REFERENCES "public"."labels"("label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_release_fk" FOREIGN KEY ("release_id","label") REFERENCES "public"."releases"("id","label") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_moves" ADD CONSTRAINT "round_moves_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_phase_id_phases_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."phases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_round" ON "applications" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "applications_lot" ON "applications" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "attachments_application" ON "attachments" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "deposits_round" ON "deposits" USING btree ("round_id","organisation_id");--> statement-breakpoint
CREATE INDEX "sponsorships_application" ON "sponsorships" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "bid_attempts_lot" ON "bid_attempts" USING btree ("lot_id","decided_at");--> statement-breakpoint
CREATE INDEX "lot_bidders_bidder" ON "lot_bidders" USING btree ("bidder_id");--> statement-breakpoint
CREATE INDEX "label_moves_label" ON "label_moves" USING btree ("label","at");--> statement-breakpoint
CREATE INDEX "releases_label" ON "releases" USING btree ("label");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_active_key" ON "memberships" USING btree ("organisation_id","user_id","role") WHERE "memberships"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roles_active_key" ON "roles" USING btree ("user_id","role") WHERE "roles"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "user_tokens_user" ON "user_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_active_key" ON "assignments" USING btree ("application_id","reviewer_id") WHERE "assignments"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "assignments_reviewer" ON "assignments" USING btree ("reviewer_id");--> statement-breakpoint
CREATE INDEX "consensus_application" ON "consensus_scores" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "announcements_round" ON "announcements" USING btree ("round_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "lots_one_live_round_per_label" ON "lots" USING btree ("label") WHERE "lots"."live";--> statement-breakpoint
CREATE INDEX "lots_closing" ON "lots" USING btree ("closes_at") WHERE "lots"."state" = 'open';--> statement-breakpoint
CREATE INDEX "questions_round" ON "questions" USING btree ("round_id","asked_at");--> statement-breakpoint
CREATE INDEX "round_moves_round" ON "round_moves" USING btree ("round_id","at");--> statement-breakpoint
CREATE INDEX "rounds_state" ON "rounds" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_pending_key" ON "approvals" USING btree ("operation","input_hash") WHERE "approvals"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "approvals_state" ON "approvals" USING btree ("state","expires_at");--> statement-breakpoint
CREATE INDEX "audit_log_object" ON "audit_log" USING btree ("object","id");--> statement-breakpoint
CREATE INDEX "audit_log_kind" ON "audit_log" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "mail_outbox_waiting" ON "mail_outbox" USING btree ("created_at") WHERE "mail_outbox"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "mail_outbox_to" ON "mail_outbox" USING btree ("to");