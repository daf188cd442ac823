CREATE TABLE "ledger_entries" (
	"transaction_id" text NOT NULL,
	"position" integer NOT NULL,
	"account" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"organisation_id" text,
	"round_id" text,
	"award_id" text,
	CONSTRAINT "ledger_entries_transaction_id_position_pk" PRIMARY KEY("transaction_id","position"),
	CONSTRAINT "ledger_entries_not_zero" CHECK ("ledger_entries"."amount_minor" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"cause" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"entries" integer NOT NULL,
	CONSTRAINT "ledger_transactions_cause_key" UNIQUE("kind","cause"),
	CONSTRAINT "ledger_transactions_two_sides" CHECK ("ledger_transactions"."entries" >= 2)
);
--> statement-breakpoint
CREATE TABLE "bank_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"bank_file_id" text NOT NULL,
	"account" text NOT NULL,
	"reference" text NOT NULL,
	"booked_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"payer" text NOT NULL,
	"message" text NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bank_entries_reference_key" UNIQUE("account","reference"),
	CONSTRAINT "bank_entries_amount" CHECK ("bank_entries"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "bank_files" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"read_by" text NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"counted_by" text,
	"counted_at" timestamp with time zone,
	CONSTRAINT "bank_files_sha256_key" UNIQUE("sha256"),
	CONSTRAINT "bank_files_counted" CHECK (("bank_files"."counted_at" is null) = ("bank_files"."counted_by" is null))
);
--> statement-breakpoint
CREATE TABLE "credit_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"invoice_id" text NOT NULL,
	"year" integer NOT NULL,
	"sequence" integer NOT NULL,
	"number" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "credit_notes_number_key" UNIQUE("number"),
	CONSTRAINT "credit_notes_invoice_key" UNIQUE("invoice_id"),
	CONSTRAINT "credit_notes_sequence_key" UNIQUE("year","sequence")
);
--> statement-breakpoint
CREATE TABLE "deposit_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"award_id" text,
	"amount_minor" bigint NOT NULL,
	"bank_reference" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "deposit_moves_once_per_award" UNIQUE("award_id","kind"),
	CONSTRAINT "deposit_moves_amount" CHECK ("deposit_moves"."amount_minor" > 0),
	CONSTRAINT "deposit_moves_award" CHECK (("deposit_moves"."award_id" is null) = ("deposit_moves"."kind" = 'returned'))
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" text PRIMARY KEY NOT NULL,
	"award_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"round_id" text NOT NULL,
	"year" integer NOT NULL,
	"sequence" integer NOT NULL,
	"number" text NOT NULL,
	"reference" text NOT NULL,
	"buyer" jsonb NOT NULL,
	"label" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invoices_number_key" UNIQUE("number"),
	CONSTRAINT "invoices_reference_key" UNIQUE("reference"),
	CONSTRAINT "invoices_award_key" UNIQUE("award_id"),
	CONSTRAINT "invoices_sequence_key" UNIQUE("year","sequence"),
	CONSTRAINT "invoices_amount_not_negative" CHECK ("invoices"."amount_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"award_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"method" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"to_invoice_minor" bigint NOT NULL,
	"reference" text NOT NULL,
	"received_on" date NOT NULL,
	"bank_entry_id" text,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payments_bank_entry_key" UNIQUE("bank_entry_id"),
	CONSTRAINT "payments_reference_key" UNIQUE("award_id","method","reference","received_on"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount_minor" > 0),
	CONSTRAINT "payments_share" CHECK ("payments"."to_invoice_minor" between 0 and "payments"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"bank_reference" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount_minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transaction_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_organisation_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_round_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_award_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_entries" ADD CONSTRAINT "bank_entries_bank_file_id_bank_files_id_fk" FOREIGN KEY ("bank_file_id") REFERENCES "public"."bank_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_files" ADD CONSTRAINT "bank_files_read_by_users_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_files" ADD CONSTRAINT "bank_files_counted_by_users_id_fk" FOREIGN KEY ("counted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposit_moves" ADD CONSTRAINT "deposit_moves_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposit_moves" ADD CONSTRAINT "deposit_moves_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposit_moves" ADD CONSTRAINT "deposit_moves_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_bank_entry_id_bank_entries_id_fk" FOREIGN KEY ("bank_entry_id") REFERENCES "public"."bank_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entries_account" ON "ledger_entries" USING btree ("account","organisation_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_award" ON "ledger_entries" USING btree ("award_id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_at" ON "ledger_transactions" USING btree ("at");--> statement-breakpoint
CREATE INDEX "bank_entries_file" ON "bank_entries" USING btree ("bank_file_id");--> statement-breakpoint
CREATE INDEX "deposit_moves_round" ON "deposit_moves" USING btree ("round_id","organisation_id");--> statement-breakpoint
CREATE INDEX "invoices_organisation" ON "invoices" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "payments_award" ON "payments" USING btree ("award_id");--> statement-breakpoint
CREATE INDEX "payments_organisation" ON "payments" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "refunds_organisation" ON "refunds" USING btree ("organisation_id");--> statement-breakpoint
-- What was recorded before there was a ledger: a deposit’s transaction takes the rest of its id.
INSERT INTO ledger_transactions (id, kind, cause, at, entries)
  SELECT 'ltx_' || substr(id, 5), CASE WHEN amount_minor > 0 THEN 'deposit-received' ELSE 'deposit-corrected' END, id, recorded_at, 2
  FROM deposits;--> statement-breakpoint
INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, organisation_id, round_id)
  SELECT 'ltx_' || substr(id, 5), 1, 'bank', amount_minor, NULL::text, NULL::text FROM deposits
  UNION ALL
  SELECT 'ltx_' || substr(id, 5), 2, 'deposits-held', -amount_minor, organisation_id, round_id FROM deposits;--> statement-breakpoint
-- Append-only, as in 0001_guards.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['ledger_transactions', 'ledger_entries', 'invoices', 'credit_notes', 'bank_entries', 'payments',
    'refunds', 'deposit_moves']
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM portal_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_no_change', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_change');
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_no_truncate');
  END LOOP;
END $$;
--> statement-breakpoint
-- A file from the bank is counted once; nothing else about it changes, and it is never removed.
REVOKE UPDATE, DELETE, TRUNCATE ON bank_files FROM portal_app;--> statement-breakpoint
GRANT UPDATE (counted_at, counted_by) ON bank_files TO portal_app;--> statement-breakpoint

-- R10.2: every transaction is whole at the commit. As many entries as it says, so that none is added later; sum zero.
CREATE FUNCTION require_balanced_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  posted text := CASE WHEN TG_TABLE_NAME = 'ledger_entries' THEN to_jsonb(NEW) ->> 'transaction_id' ELSE to_jsonb(NEW) ->> 'id' END;
  whole boolean;
BEGIN
  SELECT t.entries = count(e.*) AND coalesce(sum(e.amount_minor), 0) = 0 INTO whole
    FROM ledger_transactions t LEFT JOIN ledger_entries e ON e.transaction_id = t.id
    WHERE t.id = posted GROUP BY t.id, t.entries;
  IF whole IS NOT TRUE THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', posted
      USING ERRCODE = '23514', CONSTRAINT = 'ledger_transactions_balanced';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_transactions_balanced AFTER INSERT ON ledger_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_transaction();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_entries_balanced AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_transaction();--> statement-breakpoint

-- Nobody is given back, and no invoice takes, more than there is: what we owe never turns into a claim, nor a claim into
-- a debt. One lock for each organisation, so that two transactions cannot slip past each other.
CREATE FUNCTION require_cover() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  balance bigint;
BEGIN
  IF NEW.account NOT IN ('deposits-held', 'customer-credit', 'receivables', 'unmatched-receipts') THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ledger:' || coalesce(NEW.organisation_id, '')));
  SELECT sum(amount_minor) INTO balance FROM ledger_entries
    WHERE account = NEW.account AND organisation_id IS NOT DISTINCT FROM NEW.organisation_id
      AND round_id IS NOT DISTINCT FROM NEW.round_id AND award_id IS NOT DISTINCT FROM NEW.award_id;
  IF (NEW.account = 'receivables' AND balance < 0) OR (NEW.account <> 'receivables' AND balance > 0) THEN
    RAISE EXCEPTION 'account % is overdrawn', NEW.account
      USING ERRCODE = '23514', CONSTRAINT = 'ledger_entries_covered';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_entries_covered AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_cover();--> statement-breakpoint
ALTER TABLE ledger_transactions ENABLE ALWAYS TRIGGER ledger_transactions_balanced;--> statement-breakpoint
ALTER TABLE ledger_entries ENABLE ALWAYS TRIGGER ledger_entries_balanced;--> statement-breakpoint
ALTER TABLE ledger_entries ENABLE ALWAYS TRIGGER ledger_entries_covered;
