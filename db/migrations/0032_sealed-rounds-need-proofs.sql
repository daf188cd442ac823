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
  FOR EACH ROW WHEN (NEW.state = 'bidding' AND OLD.state <> 'bidding' AND NEW.format LIKE 'sealed-%' AND NEW.practice_of IS NULL)
  EXECUTE FUNCTION require_four_proofs();
--> statement-breakpoint
ALTER TABLE rounds ENABLE ALWAYS TRIGGER rounds_sealed_need_four_proofs;
--> statement-breakpoint
-- R8.3: nothing of a sealed bid is recorded as opened before three custodians released their shares of the key that the
-- opening names, and those gave the secret of the published recipient.
CREATE FUNCTION require_unlocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM openings o JOIN key_shares k ON k.key_id = o.key_id
    JOIN released_shares s ON s.round_id = o.round_id AND s.user_id = k.user_id
    WHERE o.round_id = NEW.round_id AND o.unlocked_at IS NOT NULL HAVING count(*) >= 3) THEN
    RAISE EXCEPTION 'the opening is not unlocked' USING ERRCODE = '23514', CONSTRAINT = 'opened_bids_after_unlock';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER opened_bids_after_unlock BEFORE INSERT ON opened_bids FOR EACH ROW EXECUTE FUNCTION require_unlocked();
--> statement-breakpoint
ALTER TABLE opened_bids ENABLE ALWAYS TRIGGER opened_bids_after_unlock;
