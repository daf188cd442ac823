-- R12.3: the terms of an award stay fixed, and who holds it changes by an approved transfer alone, which
-- awards_change_hands_by_transfer holds (0022).
CREATE OR REPLACE FUNCTION keep_award_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.lot_id, NEW.round_id, NEW.label, NEW.application_id, NEW.rank, NEW.price_minor, NEW.offered_at)
    IS DISTINCT FROM
     (OLD.lot_id, OLD.round_id, OLD.label, OLD.application_id, OLD.rank, OLD.price_minor, OLD.offered_at) THEN
    RAISE EXCEPTION $m$The terms of an award are fixed$m$
      USING ERRCODE = $m$23514$m$, CONSTRAINT = $m$awards_terms_fixed$m$;
  END IF;
  RETURN NEW;
END $$;
