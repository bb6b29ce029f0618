-- What the database itself keeps of space, further: a visitor adds to the matter he opens and to no other, what is signed goes one way
-- only, a unit keeps who is in it, and rows stand where their building stands.

-- Whether a matter was opened by this very transaction, from the portal.
CREATE FUNCTION move_in_begun(asked uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM move_in m WHERE m.id = asked AND m.region = current_setting('app.region', true) AND m.origin = 'portal'
    AND m.xmin = pg_current_xact_id()::xid)
$$;
--> statement-breakpoint
ALTER POLICY "check_item_add" ON "check_item" TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution'))));--> statement-breakpoint
ALTER POLICY "check_item_change" ON "check_item" TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution'))));--> statement-breakpoint
ALTER POLICY "move_in_pause_add" ON "move_in_pause" TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution'))));--> statement-breakpoint
ALTER POLICY "move_in_pause_change" ON "move_in_pause" TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution'))));--> statement-breakpoint
ALTER POLICY "move_in_step_add" ON "move_in_step" TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution')) or ((select current_setting('app.role', true)) in ('public') and move_in_begun(move_in)))));--> statement-breakpoint
ALTER POLICY "move_in_step_change" ON "move_in_step" TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution'))));--> statement-breakpoint
ALTER POLICY "move_in_add" ON "move_in" TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('park') and zone is null) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and applicant = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('public') and origin = 'portal' and status in ('matching', 'viewing') and enterprise is null and applicant is null
    and lease is null and closed_on is null and outcome is null))));--> statement-breakpoint
ALTER POLICY "viewing_add" ON "viewing" TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution')) or (((select current_setting('app.role', true)) in ('public') and move_in_begun(move_in)) and status = 'asked'))));--> statement-breakpoint
ALTER POLICY "viewing_change" ON "viewing" TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'statistician', 'enterprise', 'institution'))));
--> statement-breakpoint
-- As before; a signed lease ends and nothing else becomes of it, and how it ended is told once.
CREATE OR REPLACE FUNCTION lease_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open text[] := ARRAY['note', 'contract', 'enterprise', 'updated_at'];
BEGIN
  IF OLD.status = 'running' THEN open := open || ARRAY['status', 'ended_on', 'end_kind', 'end_reason']; END IF;
  IF OLD.status <> 'draft' AND (to_jsonb(NEW) - open IS DISTINCT FROM to_jsonb(OLD) - open OR NEW.status NOT IN (OLD.status, 'ended')) THEN
    RAISE EXCEPTION '已签订的租约不可改动，请办理续租、退租或重新签订' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A unit that is held is let go by the end of its lease, and by nothing else.
CREATE FUNCTION lease_unit_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open text[] := ARRAY['until', 'updated_at'];
BEGIN
  IF OLD.held AND (to_jsonb(NEW) - open IS DISTINCT FROM to_jsonb(OLD) - open OR NEW.until > OLD.until) THEN
    RAISE EXCEPTION '已签订的租约不可改动，请办理续租、退租或重新签订' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER lease_unit_keep BEFORE UPDATE ON lease_unit FOR EACH ROW EXECUTE FUNCTION lease_unit_keep();
--> statement-breakpoint
-- As before; nor does a unit begin after it was let or used, end while somebody is in it, or grow too small for him.
CREATE OR REPLACE FUNCTION unit_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  let record;
  used record;
  f record;
  first date;
  sum_of numeric;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.id) THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT l.number, lu.until, lu.area INTO let FROM lease_unit lu JOIN lease l ON l.id = lu.lease
      WHERE lu.unit = NEW.id AND lu.held AND (lu.area > NEW.area OR lu.until > coalesce(NEW.until, 'infinity')) ORDER BY lu.until DESC LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION '单元“%”已由租约 % 租出 % ㎡ 至 %，不能停用或减少面积', NEW.name, let.number, let.area, let.until - 1 USING ERRCODE = 'MTX01';
    END IF;
    SELECT o.occupant, o.since, o.area INTO used FROM occupancy o
      WHERE o.unit = NEW.id AND o.known_until IS NULL AND o.until IS NULL AND (o.area > NEW.area OR NEW.until IS NOT NULL) LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION '单元“%”自 % 起由“%”使用 % ㎡，不能停用或减少面积', NEW.name, used.since, used.occupant, used.area USING ERRCODE = 'MTX01';
    END IF;
    SELECT min(since) INTO first FROM (SELECT lu.since FROM lease_unit lu WHERE lu.unit = NEW.id AND lu.held
      UNION ALL SELECT o.since FROM occupancy o WHERE o.unit = NEW.id AND o.known_until IS NULL AND o.since IS DISTINCT FROM o.until) bound;
    IF first < NEW.since THEN
      RAISE EXCEPTION '单元“%”自 % 起已出租或使用，启用日期不能晚于该日', NEW.name, first USING ERRCODE = 'MTX01';
    END IF;
  END IF;
  SELECT b.name AS building, f0.number, f0.area, f0.id INTO f FROM floor f0 JOIN building b ON b.id = f0.building WHERE f0.id = NEW.floor FOR UPDATE OF f0;
  SELECT sum(area) INTO sum_of FROM unit WHERE floor = NEW.floor AND until IS NULL;
  IF sum_of > f.area THEN
    RAISE EXCEPTION '“%”% 层各单元面积合计 % ㎡，超过楼层面积 % ㎡', f.building, f.number, sum_of, f.area USING ERRCODE = 'MTX01';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER unit_fits ON unit;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER unit_fits AFTER INSERT OR UPDATE OF area, since, until, floor ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_fits();
--> statement-breakpoint
-- Row rights go by zone and town: they are those of the building, whoever writes the row; the machine may record how it was before.
CREATE FUNCTION stands_with_building() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  place jsonb := to_jsonb(NEW);
BEGIN
  IF coalesce(nullif(current_setting('app.role', true), ''), 'system') = 'system' THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM building b WHERE b.id = NEW.building AND b.zone IS NOT DISTINCT FROM (place->>'zone')::uuid
      AND (NOT place ? 'town' OR b.town = (place->>'town')::uuid)) THEN
    RAISE EXCEPTION '所在园城、镇街应与楼宇台账一致，请刷新后再试' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER unit_place BEFORE INSERT OR UPDATE OF building, zone, town ON unit FOR EACH ROW EXECUTE FUNCTION stands_with_building();
--> statement-breakpoint
CREATE TRIGGER acquisition_place BEFORE INSERT OR UPDATE OF building, zone, town ON acquisition FOR EACH ROW EXECUTE FUNCTION stands_with_building();
--> statement-breakpoint
CREATE TRIGGER lease_place BEFORE INSERT OR UPDATE OF building, zone, town ON lease FOR EACH ROW EXECUTE FUNCTION stands_with_building();
--> statement-breakpoint
CREATE TRIGGER shared_room_place BEFORE INSERT OR UPDATE OF building, zone ON shared_room FOR EACH ROW EXECUTE FUNCTION stands_with_building();
--> statement-breakpoint
CREATE TRIGGER ticket_place BEFORE INSERT OR UPDATE OF building, zone ON ticket FOR EACH ROW EXECUTE FUNCTION stands_with_building();
--> statement-breakpoint
CREATE TRIGGER notice_place BEFORE INSERT OR UPDATE OF building, zone ON notice FOR EACH ROW EXECUTE FUNCTION stands_with_building();
