-- R3.6: what a practice announced goes with it. A version says that something changed here and how often, and no row
-- of a practice is left.
CREATE OR REPLACE FUNCTION wipe_practice(round text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  topics text[];
BEGIN
  PERFORM FROM public.rounds r WHERE r.id = wipe_practice.round AND r.practice FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% is no practice', wipe_practice.round USING ERRCODE = '55000';
  END IF;
  topics := ARRAY['round:' || wipe_practice.round]
    || ARRAY(SELECT 'lot:' || l.id FROM public.lots l WHERE l.round_id = wipe_practice.round)
    || ARRAY(SELECT 'bidder:' || b.id FROM public.bidders b WHERE b.round_id = wipe_practice.round);
  DELETE FROM public.lot_events e USING public.lots l WHERE l.id = e.lot_id AND l.round_id = wipe_practice.round;
  DELETE FROM public.bid_attempts a USING public.lots l WHERE l.id = a.lot_id AND l.round_id = wipe_practice.round;
  DELETE FROM public.lot_bidders b USING public.lots l WHERE l.id = b.lot_id AND l.round_id = wipe_practice.round;
  DELETE FROM public.lots l WHERE l.round_id = wipe_practice.round;
  DELETE FROM public.bidders b WHERE b.round_id = wipe_practice.round;
  DELETE FROM public.announcements n WHERE n.round_id = wipe_practice.round;
  DELETE FROM public.round_moves m WHERE m.round_id = wipe_practice.round;
  DELETE FROM public.rounds r WHERE r.id = wipe_practice.round;
  -- Last, as in every operation: who still holds a lot has not announced yet.
  DELETE FROM public.live_versions v WHERE v.topic = ANY (topics);
END $$;
--> statement-breakpoint

-- Those of practices that were wiped before.
DELETE FROM live_versions v
WHERE (v.topic LIKE 'round:%' AND NOT EXISTS (SELECT FROM rounds r WHERE v.topic = 'round:' || r.id))
  OR (v.topic LIKE 'lot:%' AND NOT EXISTS (SELECT FROM lots l WHERE v.topic = 'lot:' || l.id))
  OR (v.topic LIKE 'bidder:%' AND NOT EXISTS (SELECT FROM bidders b WHERE v.topic = 'bidder:' || b.id));
