ALTER TABLE "consent" ADD COLUMN "withdrawal" uuid;--> statement-breakpoint
ALTER TABLE "receipt" ADD COLUMN "withdrawn_for" text;--> statement-breakpoint
-- As before; with the withdrawal of a receipt goes its reason.
CREATE OR REPLACE FUNCTION withdraw_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open text[] := ARRAY['known_until', 'withdrawn_for', 'updated_at'];
BEGIN
  IF OLD.known_until IS NOT NULL OR to_jsonb(NEW) - open IS DISTINCT FROM to_jsonb(OLD) - open THEN
    RAISE EXCEPTION '%不可改动，请登记更正', TG_ARGV[0] USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- As before; nor is anybody in a unit after it ceased to be.
CREATE OR REPLACE FUNCTION occupancy_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  u record;
BEGIN
  SELECT name, area, since, until INTO u FROM unit WHERE id = NEW.unit FOR SHARE;
  IF NEW.area > u.area THEN
    RAISE EXCEPTION '单元“%”的使用面积 % ㎡ 超过其建筑面积 % ㎡', u.name, NEW.area, u.area USING ERRCODE = 'MTX01';
  END IF;
  IF NEW.since < u.since THEN
    RAISE EXCEPTION '单元“%”于 % 启用，使用记录不能早于该日', u.name, u.since USING ERRCODE = 'MTX01';
  END IF;
  IF u.until IS NOT NULL AND coalesce(NEW.until, 'infinity') > u.until THEN
    RAISE EXCEPTION '单元“%”已于 % 停用，使用记录不能晚于该日', u.name, u.until USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
