ALTER TABLE "bid_attempts" DROP CONSTRAINT "bid_attempts_key";--> statement-breakpoint
ALTER TABLE "bidders" DROP CONSTRAINT "bidders_within_limit";--> statement-breakpoint
ALTER TABLE "bidders" ADD COLUMN "over_limit_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bid_attempts" ADD CONSTRAINT "bid_attempts_key" UNIQUE("lot_id","idempotency_key","bidder_id");--> statement-breakpoint
ALTER TABLE "bidders" ADD CONSTRAINT "bidders_within_limit" CHECK ("bidders"."limit_minor" is null or "bidders"."committed_minor" <= "bidders"."limit_minor" + "bidders"."over_limit_minor");