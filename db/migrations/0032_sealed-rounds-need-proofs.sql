-- R8.2: no sealed round opens for bids before four custodians have proven their shares. A practice has no custodians.
CREATE FUNCTION require_four_proofs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM round_keys k JOIN share_proofs p ON p.key_id = k.id WHERE k.round_id = NEW.id
    GROUP BY k.id HAVING count(DISTINCT p.user_id) >= 4) THEN
    RAISE EXCEPTION 'four custodians have not proven their shares'
      USING ERRCODE = '23514', CONSTRAINT = 'rounds_sealed_need_four_proofs';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER rounds_sealed_need_four_proofs BEFORE UPDATE ON rounds
  FOR EACH ROW WHEN (NEW.state = 'bidding' AND OLD.state = 'qualified' AND NEW.format LIKE 'sealed-%' AND NEW.practice_of IS NULL)
  EXECUTE FUNCTION require_four_proofs();
--> statement-breakpoint
ALTER TABLE rounds ENABLE ALWAYS TRIGGER rounds_sealed_need_four_proofs;
--> statement-breakpoint
-- R8.3: nothing of a sealed bid is recorded as opened before three shares gave the secret of the published recipient.
CREATE FUNCTION require_unlocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM openings o WHERE o.round_id = NEW.round_id AND o.unlocked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the opening is not unlocked' USING ERRCODE = '23514', CONSTRAINT = 'opened_bids_after_unlock';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER opened_bids_after_unlock BEFORE INSERT ON opened_bids FOR EACH ROW EXECUTE FUNCTION require_unlocked();
--> statement-breakpoint
ALTER TABLE opened_bids ENABLE ALWAYS TRIGGER opened_bids_after_unlock;
