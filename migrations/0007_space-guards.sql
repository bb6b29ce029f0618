-- What the database itself keeps of space: histories that are only ever withdrawn, no unit let or occupied twice at one time,
-- no more area let than there is, no room booked twice, and what a visitor may learn of his own matter.

-- Equality of identifiers beside overlap of days in one exclusion constraint; a trusted extension of PostgreSQL itself.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- What was recorded stays; it may be withdrawn once, on a day. Argument: what the record is called.
CREATE FUNCTION withdraw_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.known_until IS NOT NULL OR to_jsonb(NEW) - 'known_until' - 'updated_at' IS DISTINCT FROM to_jsonb(OLD) - 'known_until' - 'updated_at' THEN
    RAISE EXCEPTION '%不可改动，请登记更正', TG_ARGV[0] USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER acquisition_stage_keep BEFORE UPDATE ON acquisition_stage FOR EACH ROW EXECUTE FUNCTION withdraw_only('收储阶段记录');
--> statement-breakpoint
CREATE TRIGGER occupancy_keep BEFORE UPDATE ON occupancy FOR EACH ROW EXECUTE FUNCTION withdraw_only('使用记录');
--> statement-breakpoint
CREATE TRIGGER makerspace_keep BEFORE UPDATE ON makerspace FOR EACH ROW EXECUTE FUNCTION withdraw_only('双创空间记录');
--> statement-breakpoint
CREATE TRIGGER receipt_keep BEFORE UPDATE ON receipt FOR EACH ROW EXECUTE FUNCTION withdraw_only('收款记录');
--> statement-breakpoint
-- One unit is let to one at a time, whoever asks first; a draft holds nothing.
ALTER TABLE lease_unit ADD CONSTRAINT lease_unit_free EXCLUDE USING gist (unit WITH =, daterange(since, until) WITH &&) WHERE (held);
--> statement-breakpoint
-- Nobody is recorded in a unit where somebody else is, as far as is known.
ALTER TABLE occupancy ADD CONSTRAINT occupancy_free EXCLUDE USING gist (unit WITH =, daterange(since, until) WITH &&) WHERE (known_until IS NULL);
--> statement-breakpoint
ALTER TABLE booking ADD CONSTRAINT booking_free EXCLUDE USING gist (room WITH =, tstzrange("from", "to") WITH &&) WHERE (status = 'booked');
--> statement-breakpoint
-- What was signed stays as it was signed: only how it ends, its paper and who the tenant is on file may still be added.
CREATE FUNCTION lease_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open text[] := ARRAY['status', 'ended_on', 'end_kind', 'end_reason', 'note', 'contract', 'enterprise', 'updated_at'];
BEGIN
  IF OLD.status <> 'draft' AND to_jsonb(NEW) - open IS DISTINCT FROM to_jsonb(OLD) - open THEN
    RAISE EXCEPTION '已签订的租约不可改动，请办理续租、退租或重新签订' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER lease_keep BEFORE UPDATE ON lease FOR EACH ROW EXECUTE FUNCTION lease_keep();
--> statement-breakpoint
-- A unit is let within its own time and area, and a unit that is let does not cease to be.
CREATE FUNCTION lease_unit_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  u record;
BEGIN
  IF NOT NEW.held THEN RETURN NEW; END IF;
  SELECT name, area, since, until INTO u FROM unit WHERE id = NEW.unit FOR SHARE;
  IF NEW.area > u.area THEN
    RAISE EXCEPTION '单元“%”的租赁面积 % ㎡ 超过其建筑面积 % ㎡', u.name, NEW.area, u.area USING ERRCODE = 'MTX01';
  END IF;
  IF NEW.since < u.since OR (u.until IS NOT NULL AND NEW.until > u.until) THEN
    RAISE EXCEPTION '单元“%”在租期内未启用或已停用（启用 %，停用 %）', u.name, u.since, coalesce(u.until::text, '无') USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER lease_unit_fits BEFORE INSERT OR UPDATE ON lease_unit FOR EACH ROW EXECUTE FUNCTION lease_unit_fits();
--> statement-breakpoint
CREATE FUNCTION unit_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  let record;
  f record;
  sum_of numeric;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.id) THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT l.number, lu.until, lu.area INTO let FROM lease_unit lu JOIN lease l ON l.id = lu.lease
      WHERE lu.unit = NEW.id AND lu.held AND (lu.area > NEW.area OR lu.until > coalesce(NEW.until, 'infinity')) ORDER BY lu.until DESC LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION '单元“%”已由租约 % 租出 % ㎡ 至 %，不能停用或减少面积', NEW.name, let.number, let.area, let.until - 1 USING ERRCODE = 'MTX01';
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
-- At the end of the transaction: a split takes one away and adds others.
CREATE CONSTRAINT TRIGGER unit_fits AFTER INSERT OR UPDATE OF area, until, floor ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_fits();
--> statement-breakpoint
CREATE FUNCTION floor_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  b record;
  of_units numeric;
  of_floors numeric;
BEGIN
  SELECT name, area, id INTO b FROM building WHERE id = NEW.building FOR UPDATE;
  SELECT sum(area) INTO of_units FROM unit WHERE floor = NEW.id AND until IS NULL;
  IF of_units > NEW.area THEN
    RAISE EXCEPTION '“%”% 层各单元面积合计 % ㎡，超过楼层面积 % ㎡', b.name, NEW.number, of_units, NEW.area USING ERRCODE = 'MTX01';
  END IF;
  SELECT sum(area) INTO of_floors FROM floor WHERE building = NEW.building;
  IF of_floors > b.area THEN
    RAISE EXCEPTION '“%”各楼层面积合计 % ㎡，超过楼宇建筑面积 % ㎡', b.name, of_floors, b.area USING ERRCODE = 'MTX01';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER floor_fits AFTER INSERT OR UPDATE OF area ON floor DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION floor_fits();
--> statement-breakpoint
CREATE FUNCTION building_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_floors numeric;
  secured numeric;
BEGIN
  SELECT sum(area) INTO of_floors FROM floor WHERE building = NEW.id;
  IF of_floors > NEW.area THEN
    RAISE EXCEPTION '“%”各楼层面积合计 % ㎡，超过楼宇建筑面积 % ㎡', NEW.name, of_floors, NEW.area USING ERRCODE = 'MTX01';
  END IF;
  SELECT sum(area) INTO secured FROM acquisition WHERE building = NEW.id AND status <> 'dropped';
  IF secured > NEW.area THEN
    RAISE EXCEPTION '“%”收储项目面积合计 % ㎡，超过楼宇建筑面积 % ㎡', NEW.name, secured, NEW.area USING ERRCODE = 'MTX01';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER building_fits AFTER UPDATE OF area ON building DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION building_fits();
--> statement-breakpoint
CREATE FUNCTION acquisition_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  b record;
  secured numeric;
BEGIN
  SELECT name, area INTO b FROM building WHERE id = NEW.building FOR UPDATE;
  SELECT sum(area) INTO secured FROM acquisition WHERE building = NEW.building AND status <> 'dropped';
  IF secured > b.area THEN
    RAISE EXCEPTION '“%”收储项目面积合计 % ㎡，超过楼宇建筑面积 % ㎡', b.name, secured, b.area USING ERRCODE = 'MTX01';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER acquisition_fits AFTER INSERT OR UPDATE OF area, status ON acquisition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION acquisition_fits();
--> statement-breakpoint
-- Nobody is in a unit for more area than it has, or before it was.
CREATE FUNCTION occupancy_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  u record;
BEGIN
  SELECT name, area, since INTO u FROM unit WHERE id = NEW.unit FOR SHARE;
  IF NEW.area > u.area THEN
    RAISE EXCEPTION '单元“%”的使用面积 % ㎡ 超过其建筑面积 % ㎡', u.name, NEW.area, u.area USING ERRCODE = 'MTX01';
  END IF;
  IF NEW.since < u.since THEN
    RAISE EXCEPTION '单元“%”于 % 启用，使用记录不能早于该日', u.name, u.since USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER occupancy_fits BEFORE INSERT ON occupancy FOR EACH ROW EXECUTE FUNCTION occupancy_fits();
--> statement-breakpoint
-- Where a matter stands, for whoever has its token: nothing of who is behind it, nothing of any other.
CREATE FUNCTION move_in_standing(asked text) RETURNS TABLE (
  id uuid, number text, name text, status text, holder text, due_on date, opened_on date, closed_on date, outcome text, building text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, m.number, m.name, m.status, o.short_name, m.due_on, m.opened_on, m.closed_on, m.outcome, b.name
  FROM move_in m LEFT JOIN org o ON o.id = m.holder LEFT JOIN building b ON b.id = m.building
  WHERE m.region = current_setting('app.region', true) AND m.token = asked
$$;
--> statement-breakpoint
-- The steps and viewings of that matter, as its applicant sees them.
CREATE FUNCTION move_in_way(asked text) RETURNS TABLE (
  state text, holder text, since date, days integer, due_on date, ended_on date, result text, opinion text, paused_since date, paused_for text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.state, o.short_name, s.since, s.days, s.due_on, s.ended_on, s.result, s.opinion, p.since, p.reason
  FROM move_in m JOIN move_in_step s ON s.move_in = m.id LEFT JOIN org o ON o.id = s.holder
    LEFT JOIN move_in_pause p ON p.step = s.id AND p.until IS NULL
  WHERE m.region = current_setting('app.region', true) AND m.token = asked ORDER BY s.since, s.created_at
$$;
--> statement-breakpoint
-- When a room is taken, not by whom.
CREATE FUNCTION room_taken(asked uuid, since timestamptz, until timestamptz) RETURNS TABLE ("from" timestamptz, "to" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b."from", b."to" FROM booking b
  WHERE b.region = current_setting('app.region', true) AND b.room = asked AND b.status = 'booked' AND b."from" < until AND b."to" > since
  ORDER BY 1
$$;
