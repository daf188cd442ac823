CREATE TABLE "qpi_promotion_openings" (
	"promotion_id" text PRIMARY KEY NOT NULL,
	"run_id" text,
	"opened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "qpi_take_overs" DROP CONSTRAINT "qpi_take_overs_file_id_qpi_files_id_fk";
--> statement-breakpoint
DROP INDEX "qpi_take_overs_file";--> statement-breakpoint
ALTER TABLE "qpi_files" ADD COLUMN "place" text GENERATED ALWAYS AS (kind || ' ' || period || case when kind in ('abuse', 'holders') then ' ' || source else '' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ADD COLUMN "number" integer;--> statement-breakpoint
-- What was taken over before is numbered in its order; this once the table changes what stands in it.
ALTER TABLE qpi_take_overs DISABLE TRIGGER qpi_take_overs_no_change;--> statement-breakpoint
UPDATE qpi_take_overs SET place = f.place, number = ordered.number
FROM qpi_files f, (
	SELECT t.id, row_number() OVER (PARTITION BY f.place ORDER BY t.taken_at, t.id) AS number
	FROM qpi_take_overs t JOIN qpi_files f ON f.id = t.file_id
) ordered
WHERE f.id = qpi_take_overs.file_id AND ordered.id = qpi_take_overs.id;--> statement-breakpoint
ALTER TABLE qpi_take_overs ENABLE ALWAYS TRIGGER qpi_take_overs_no_change;--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ALTER COLUMN "place" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "qpi_promotion_openings" ADD CONSTRAINT "qpi_promotion_openings_promotion_id_qpi_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."qpi_promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_promotion_openings" ADD CONSTRAINT "qpi_promotion_openings_run_id_qpi_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."qpi_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_files" ADD CONSTRAINT "qpi_files_at_place" UNIQUE("id","place");--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ADD CONSTRAINT "qpi_take_overs_at_place" FOREIGN KEY ("file_id","place") REFERENCES "public"."qpi_files"("id","place") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ADD CONSTRAINT "qpi_take_overs_one_counts" UNIQUE("place","number");--> statement-breakpoint
ALTER TABLE "qpi_take_overs" ADD CONSTRAINT "qpi_take_overs_number" CHECK ("qpi_take_overs"."number" >= 1);--> statement-breakpoint
-- Append-only, as in 0001_guards.
REVOKE UPDATE, DELETE, TRUNCATE ON qpi_promotion_openings FROM portal_app;--> statement-breakpoint
CREATE TRIGGER qpi_promotion_openings_no_change BEFORE UPDATE OR DELETE ON qpi_promotion_openings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER qpi_promotion_openings_no_truncate BEFORE TRUNCATE ON qpi_promotion_openings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE qpi_promotion_openings ENABLE ALWAYS TRIGGER qpi_promotion_openings_no_change;--> statement-breakpoint
ALTER TABLE qpi_promotion_openings ENABLE ALWAYS TRIGGER qpi_promotion_openings_no_truncate;
