ALTER TABLE "bid_attempts" ADD COLUMN "ordinal" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "bid_attempts_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD COLUMN "form" text DEFAULT 'maximum' NOT NULL;--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD COLUMN "round" integer;--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD COLUMN "box" "bytea";--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD COLUMN "box_hash" text;--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD COLUMN "by_phone" boolean DEFAULT false NOT NULL;