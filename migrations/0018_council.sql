ALTER TABLE "decision" ADD CONSTRAINT "decision_matter" UNIQUE("matter");--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_minutes" UNIQUE("region","body","minutes_number");--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_whole" CHECK (num_nulls(owner, matter, due_on) in (0, 3));--> statement-breakpoint
-- Decisions are taken in a meeting that is held, and stand as they were recorded: a slip is struck out and recorded anew, until the minutes fix it.
CREATE FUNCTION decision_taken() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held text := (SELECT status FROM meeting WHERE id = NEW.meeting);
BEGIN
  IF held = 'minuted' THEN
    RAISE EXCEPTION '会议纪要已印发，不能再登记议定事项' USING ERRCODE = 'MTX01';
  END IF;
  IF held NOT IN ('open', 'closed') THEN
    RAISE EXCEPTION '会议尚未开始，不能登记议定事项' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_taken BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decision_taken();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decision_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open text[] := ARRAY['struck_on', 'struck_reason', 'updated_at'];
BEGIN
  IF EXISTS (SELECT 1 FROM meeting m WHERE m.id = OLD.meeting AND m.status = 'minuted') THEN
    RAISE EXCEPTION '会议纪要已印发，议定事项不能改动' USING ERRCODE = 'MTX01';
  END IF;
  IF OLD.struck_on IS NOT NULL THEN
    RAISE EXCEPTION '该议定事项已划去，不能改动' USING ERRCODE = 'MTX01';
  END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - open IS DISTINCT FROM to_jsonb(OLD) - open THEN
    RAISE EXCEPTION '议定事项不能修改或删除，请划去并写明原因，再重新登记' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Issued minutes tell who was there and what was on the agenda: neither changes afterwards.
CREATE FUNCTION meeting_part_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.meeting ELSE OLD.meeting END;
BEGIN
  IF EXISTS (SELECT 1 FROM meeting m WHERE m.id = of AND m.status = 'minuted') THEN
    RAISE EXCEPTION '会议纪要已印发，会议记录不能改动' USING ERRCODE = 'MTX01';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER meeting_part_keep BEFORE INSERT OR UPDATE OR DELETE ON agenda_item FOR EACH ROW EXECUTE FUNCTION meeting_part_keep();
--> statement-breakpoint
CREATE TRIGGER meeting_part_keep BEFORE INSERT OR UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION meeting_part_keep();
--> statement-breakpoint
CREATE FUNCTION meeting_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('minuted', 'cancelled') THEN
    RAISE EXCEPTION '会议纪要已印发或会议已取消，会议记录不能改动' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER meeting_keep BEFORE UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION meeting_keep();
