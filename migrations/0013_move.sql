-- What was lenience of three books becomes part of their rule, as it was so far; renewals are found by what they renew.
ALTER TABLE "space_rule" ADD COLUMN "moving_in_days" integer NOT NULL DEFAULT 30;--> statement-breakpoint
ALTER TABLE "space_rule" ADD COLUMN "arrears_days" integer NOT NULL DEFAULT 15;--> statement-breakpoint
ALTER TABLE "space_rule" ALTER COLUMN "moving_in_days" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "space_rule" ALTER COLUMN "arrears_days" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "lease_renews" ON "lease" USING btree ("renews");
--> statement-breakpoint
-- As before; where a signed lease stands follows its building (trigger lease_place sees to it that it is no other place).
CREATE OR REPLACE FUNCTION lease_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open text[] := ARRAY['note', 'contract', 'enterprise', 'zone', 'town', 'updated_at'];
BEGIN
  IF OLD.status = 'running' THEN open := open || ARRAY['status', 'ended_on', 'end_kind', 'end_reason']; END IF;
  IF OLD.status <> 'draft' AND (to_jsonb(NEW) - open IS DISTINCT FROM to_jsonb(OLD) - open OR NEW.status NOT IN (OLD.status, 'ended')) THEN
    RAISE EXCEPTION '已签订的租约不可改动，请办理续租、退租或重新签订' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A history of a building that moves: what holds on the day ends there in the old place and goes on in the new one. What was
-- recorded is withdrawn and recorded anew, so that figures of a day count it where it stood on that day.
CREATE FUNCTION history_moves(history regclass, moved building, today date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  was jsonb;
  moment timestamptz := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
BEGIN
  FOR was IN EXECUTE format('SELECT to_jsonb(h) FROM %s h WHERE building = $1 AND known_until IS NULL AND since IS DISTINCT FROM until
      AND (until IS NULL OR until > $2) ORDER BY since FOR UPDATE', history) USING moved.id, today
  LOOP
    EXECUTE format('UPDATE %s SET known_until = $1 WHERE id = $2', history) USING today, (was->>'id')::uuid;
    was := was || jsonb_build_object('known_from', today, 'known_until', NULL, 'created_at', moment, 'updated_at', moment);
    IF (was->>'since')::date < today THEN
      EXECUTE format('INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, $1)', history)
        USING was || jsonb_build_object('id', gen_random_uuid(), 'until', today);
    END IF;
    EXECUTE format('INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, $1)', history)
      USING was || jsonb_build_object('id', gen_random_uuid(), 'since', greatest((was->>'since')::date, today), 'zone', moved.zone,
        'town', moved.town, 'recorded_by', coalesce(nullif(current_setting('app.name', true), ''), '系统'),
        'note', concat_ws('；', was->>'note', '楼宇划转'));
  END LOOP;
END $$;
--> statement-breakpoint
-- Who works on matters of a zone: the company of its park, the park where it has none, the office where there is no zone.
CREATE FUNCTION keeper_of(asked uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT id FROM org WHERE kind = 'company' AND parent = asked ORDER BY id LIMIT 1), asked,
    (SELECT id FROM org WHERE region = current_setting('app.region', true) AND kind = 'office' ORDER BY id LIMIT 1))
$$;
--> statement-breakpoint
-- Row rights go by zone and town: whatever stands with a building moves with it, in the same statement. Matters that are
-- closed stay with those who closed them; those under way go over to the park that takes the building.
CREATE FUNCTION building_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  today date := (coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) AT TIME ZONE 'Asia/Shanghai')::date;
  gives uuid := keeper_of(OLD.zone);
  takes uuid := keeper_of(NEW.zone);
BEGIN
  UPDATE unit SET zone = NEW.zone, town = NEW.town WHERE building = NEW.id;
  UPDATE acquisition SET zone = NEW.zone, town = NEW.town WHERE building = NEW.id;
  UPDATE lease SET zone = NEW.zone, town = NEW.town WHERE building = NEW.id;
  UPDATE building_plan SET zone = NEW.zone WHERE building = NEW.id;
  UPDATE shared_room SET zone = NEW.zone WHERE building = NEW.id;
  UPDATE ticket SET zone = NEW.zone WHERE building = NEW.id;
  UPDATE notice SET zone = NEW.zone WHERE building = NEW.id;
  PERFORM history_moves('acquisition_stage', NEW, today);
  PERFORM history_moves('occupancy', NEW, today);
  PERFORM history_moves('makerspace', NEW, today);
  IF NEW.zone IS NOT DISTINCT FROM OLD.zone THEN RETURN NULL; END IF;
  UPDATE move_in_step SET holder = takes WHERE ended_on IS NULL AND holder = gives
    AND move_in IN (SELECT id FROM move_in WHERE building = NEW.id AND closed_on IS NULL);
  UPDATE check_item SET owner = takes WHERE done_on IS NULL AND owner = gives
    AND move_in IN (SELECT id FROM move_in WHERE building = NEW.id AND closed_on IS NULL);
  UPDATE move_in SET zone = NEW.zone, holder = CASE WHEN holder = gives THEN takes ELSE holder END,
    hands = CASE WHEN hands ? gives::text THEN (hands - gives::text - takes::text) || to_jsonb(takes::text) ELSE hands END
    WHERE building = NEW.id AND closed_on IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER building_moves AFTER UPDATE OF zone, town ON building FOR EACH ROW
  WHEN (OLD.zone IS DISTINCT FROM NEW.zone OR OLD.town IS DISTINCT FROM NEW.town) EXECUTE FUNCTION building_moves();
