-- What the database itself keeps of policies and money: no clause in force without its review and its end, none changed afterwards,
-- no pot overspent whoever asks at the same time, nothing paid that was not shown to everyone, nothing changed that was decided.

CREATE FUNCTION policy_version_keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  open text[] := ARRAY['until', 'updated_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status <> 'draft' AND to_jsonb(NEW) - open IS DISTINCT FROM to_jsonb(OLD) - open THEN
    RAISE EXCEPTION '已发布的条款不可改动，请起草新的版本' USING ERRCODE = 'MTX01';
  END IF;
  IF NEW.status = 'published' AND (TG_OP = 'INSERT' OR OLD.status = 'draft')
    AND NOT (SELECT p.demonstration FROM policy p WHERE p.id = NEW.policy) THEN
    IF NEW.until IS NULL THEN
      RAISE EXCEPTION '条款没有写明有效期，不能发布' USING ERRCODE = 'MTX01';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM fair_review r WHERE r.version = NEW.id AND r.opinion IN ('passed', 'excepted')) THEN
      RAISE EXCEPTION '条款没有通过公平竞争审查，不能发布' USING ERRCODE = 'MTX01';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER policy_version_keep BEFORE INSERT OR UPDATE ON policy_version FOR EACH ROW EXECUTE FUNCTION policy_version_keep();
--> statement-breakpoint
-- The row of the pot is the lock: of many approvals at once each sees what the one before it left.
CREATE FUNCTION pot_entry_count() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  p record;
  held record;
  line_name text;
BEGIN
  UPDATE pot SET reserved = reserved + NEW.reserved, committed = committed + NEW.committed, paid = paid + NEW.paid
    WHERE id = NEW.pot AND region = NEW.region
      AND reserved + committed + paid + NEW.reserved + NEW.committed + NEW.paid <= amount
    RETURNING * INTO p;
  IF NOT FOUND THEN
    SELECT * INTO p FROM pot WHERE id = NEW.pot AND region = NEW.region;
    IF NOT FOUND THEN RAISE EXCEPTION '没有这项资金' USING ERRCODE = 'MTX01'; END IF;
    line_name := CASE p.line WHEN 'attract' THEN '招引' WHEN 'talent' THEN '人才' WHEN 'carrier' THEN '载体' ELSE '平台' END;
    RAISE EXCEPTION '% 年度“%”资金余额 % 元，不足 % 元', p.year, line_name,
      to_char((p.amount - p.reserved - p.committed - p.paid) / 100.0, 'FM999,999,999,990.00'),
      to_char((NEW.reserved + NEW.committed + NEW.paid) / 100.0, 'FM999,999,999,990.00') USING ERRCODE = 'MTX01';
  END IF;
  SELECT sum(e.reserved) AS reserved, sum(e.committed) AS committed, sum(e.paid) AS paid INTO held
    FROM pot_entry e WHERE e.pot = NEW.pot AND e.matter = NEW.matter;
  IF held.reserved < 0 OR held.committed < 0 OR held.paid < 0 THEN
    RAISE EXCEPTION '该事项已预留、承诺或支付的金额不足，不能%', CASE NEW.kind WHEN 'commit' THEN '承诺' WHEN 'pay' THEN '支付' WHEN 'release' THEN '释放' ELSE '退回' END
      USING ERRCODE = 'MTX01';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER pot_entry_count AFTER INSERT ON pot_entry FOR EACH ROW EXECUTE FUNCTION pot_entry_count();
--> statement-breakpoint
CREATE FUNCTION pot_entry_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '资金流水不可改动，请登记相反的一笔' USING ERRCODE = 'MTX01';
END $$;
--> statement-breakpoint
CREATE TRIGGER pot_entry_keep BEFORE UPDATE OR DELETE ON pot_entry FOR EACH ROW EXECUTE FUNCTION pot_entry_keep();
--> statement-breakpoint
-- The balances follow the entries alone; what is arranged for a pot never falls below what is bound.
CREATE FUNCTION pot_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND (NEW.reserved <> 0 OR NEW.committed <> 0 OR NEW.paid <> 0) THEN
    RAISE EXCEPTION '资金余额由流水计算，不能直接填写' USING ERRCODE = 'MTX01';
  END IF;
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() < 2 AND (NEW.reserved, NEW.committed, NEW.paid) IS DISTINCT FROM (OLD.reserved, OLD.committed, OLD.paid) THEN
    RAISE EXCEPTION '资金余额由流水计算，不能直接填写' USING ERRCODE = 'MTX01';
  END IF;
  IF NEW.amount < NEW.reserved + NEW.committed + NEW.paid THEN
    RAISE EXCEPTION '安排金额不能低于已预留、承诺和支付的 % 元', to_char((NEW.reserved + NEW.committed + NEW.paid) / 100.0, 'FM999,999,999,990.00')
      USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pot_keep BEFORE INSERT OR UPDATE ON pot FOR EACH ROW EXECUTE FUNCTION pot_keep();
--> statement-breakpoint
CREATE FUNCTION claim_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.version, NEW.policy, NEW.clause, NEW.line, NEW.year, NEW.enterprise, NEW.number, NEW.cycle)
    IS DISTINCT FROM (OLD.version, OLD.policy, OLD.clause, OLD.line, OLD.year, OLD.enterprise, OLD.number, OLD.cycle) THEN
    RAISE EXCEPTION '兑现事项的条款、企业和年度不可改动' USING ERRCODE = 'MTX01';
  END IF;
  IF OLD.status IN ('paying', 'paid') AND (NEW.facts, NEW.past, NEW.decision, NEW.declared, NEW.computed, NEW.approved)
    IS DISTINCT FROM (OLD.facts, OLD.past, OLD.decision, OLD.declared, OLD.computed, OLD.approved) THEN
    RAISE EXCEPTION '已审定的兑现事项不可改动' USING ERRCODE = 'MTX01';
  END IF;
  IF OLD.status IN ('paid', 'withdrawn') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION '已办结的兑现事项不可改动' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER claim_keep BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION claim_keep();
--> statement-breakpoint
-- Nothing is paid that everyone has not been shown, or beyond what was approved.
CREATE FUNCTION payment_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c record;
  already bigint;
BEGIN
  SELECT m.status, m.approved, m.number, p.status AS shown INTO c
    FROM claim m LEFT JOIN publicity p ON p.id = m.publicity WHERE m.id = NEW.claim FOR UPDATE OF m;
  IF TG_OP = 'INSERT' AND c.status <> 'paying' THEN
    RAISE EXCEPTION '兑现事项 % 未审定，不能拨付', c.number USING ERRCODE = 'MTX01';
  END IF;
  IF c.shown IS DISTINCT FROM 'done' THEN
    RAISE EXCEPTION '兑现事项 % 未公示或公示未期满，不能拨付', c.number USING ERRCODE = 'MTX01';
  END IF;
  SELECT coalesce(sum(amount), 0) INTO already FROM payment WHERE claim = NEW.claim AND status <> 'failed' AND id <> NEW.id;
  IF NEW.status <> 'failed' AND already + NEW.amount > coalesce(c.approved, 0) THEN
    RAISE EXCEPTION '兑现事项 % 的拨付金额超过审定金额', c.number USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payment_fits BEFORE INSERT OR UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION payment_fits();
--> statement-breakpoint
CREATE TRIGGER award_keep BEFORE UPDATE ON award FOR EACH ROW EXECUTE FUNCTION withdraw_only('已享政策记录');
--> statement-breakpoint
-- What is shown to everyone is shown as it is: its days are only moved on while an objection is examined.
CREATE FUNCTION publicity_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'open' AND NEW.status <> OLD.status OR NEW.until < OLD.until
    OR (NEW.since, NEW.days, NEW.number, NEW.cycle) IS DISTINCT FROM (OLD.since, OLD.days, OLD.number, OLD.cycle) THEN
    RAISE EXCEPTION '公示发布后不可改动，需要更正的请撤销后重新公示' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publicity_keep BEFORE UPDATE ON publicity FOR EACH ROW EXECUTE FUNCTION publicity_keep();
--> statement-breakpoint
-- What a question or an objection came to, for whoever has its token.
CREATE FUNCTION question_standing(asked text) RETURNS TABLE (number text, text text, status text, asked_on date, due_on date, answer text, answered_on date, holder text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.number, q.text, q.status, q.asked_on, q.due_on, q.answer, q.answered_on, o.short_name
  FROM policy_question q LEFT JOIN org o ON o.id = q.holder WHERE q.region = current_setting('app.region', true) AND q.token = asked
$$;
--> statement-breakpoint
CREATE FUNCTION objection_standing(asked text) RETURNS TABLE (number text, text text, status text, raised_on date, due_on date, finding text, decided_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.number, o.text, o.status, o.raised_on, o.due_on, o.finding, o.decided_on
  FROM objection o WHERE o.region = current_setting('app.region', true) AND o.token = asked
$$;
--> statement-breakpoint
-- Questions and answers that were made public, without whoever asked.
CREATE FUNCTION open_answers(of_policy uuid) RETURNS TABLE (id uuid, text text, clause text, answer text, answered_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.id, q.text, q.clause, q.answer, q.answered_on
  FROM policy_question q
  WHERE q.region = current_setting('app.region', true) AND q.open AND q.status = 'answered' AND (of_policy IS NULL OR q.policy = of_policy)
  ORDER BY q.answered_on DESC LIMIT 100
$$;
