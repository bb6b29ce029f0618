-- What the database itself keeps of the ledgers: histories that are only ever withdrawn, sums that follow their reports,
-- and the directory, which shows of an enterprise what it agreed to. The journal learns to write many rows faster.

-- What was recorded of an enterprise's presence stays; it may be withdrawn once, on a day.
CREATE FUNCTION presence_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.known_until IS NOT NULL OR to_jsonb(NEW) - 'known_until' - 'updated_at' IS DISTINCT FROM to_jsonb(OLD) - 'known_until' - 'updated_at' THEN
    RAISE EXCEPTION '在区记录不可改动，请登记更正' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER presence_keep BEFORE UPDATE ON presence FOR EACH ROW EXECUTE FUNCTION presence_keep();
--> statement-breakpoint
-- An accepted report stays as it was accepted; a correction takes its place from a day on.
CREATE FUNCTION filing_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.known_from IS NOT NULL AND (OLD.known_until IS NOT NULL
    OR to_jsonb(NEW) - 'known_until' - 'updated_at' IS DISTINCT FROM to_jsonb(OLD) - 'known_until' - 'updated_at') THEN
    RAISE EXCEPTION '已审核的报表不可改动，请提交更正' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER filing_keep BEFORE UPDATE ON filing FOR EACH ROW EXECUTE FUNCTION filing_keep();
--> statement-breakpoint
-- Adds a statement's accepted and withdrawn reports to the sums: + on the day a report becomes the figure, − on the day it
-- ceases to be. Of a row that was there before, what was counted already is not counted again.
CREATE FUNCTION filing_tally() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  source text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT * FROM added'
    ELSE 'SELECT a.* FROM added a JOIN removed r ON r.id = a.id AND r.known_from IS NULL' END;
  gone text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT * FROM added'
    ELSE 'SELECT a.* FROM added a JOIN removed r ON r.id = a.id AND r.known_until IS NULL' END;
BEGIN
  EXECUTE format($sql$
    INSERT INTO tally (region, face, month, known, member, division, reports, revenue, software_revenue, software_products, it_services, security, embedded, headcount, rnd_staff, bachelors, rnd_spend, profit, exports, tax)
    SELECT region, f.face, month, known, f.member, division, sum(sign),
      sum(sign * coalesce(revenue, 0)),
      sum(sign * coalesce(software_revenue, 0)),
      sum(sign * coalesce(software_products, 0)),
      sum(sign * coalesce(it_services, 0)),
      sum(sign * coalesce(security, 0)),
      sum(sign * coalesce(embedded, 0)),
      sum(sign * coalesce(headcount, 0)),
      sum(sign * coalesce(rnd_staff, 0)),
      sum(sign * coalesce(bachelors, 0)),
      sum(sign * coalesce(rnd_spend, 0)),
      sum(sign * coalesce(profit, 0)),
      sum(sign * coalesce(exports, 0)),
      sum(sign * coalesce(tax, 0))
    FROM (
      SELECT s.*, s.known_from AS known, 1 AS sign FROM (%s) s WHERE s.known_from IS NOT NULL
      UNION ALL
      SELECT s.*, s.known_until AS known, -1 AS sign FROM (%s) s WHERE s.known_from IS NOT NULL AND s.known_until IS NOT NULL
    ) d CROSS JOIN LATERAL (VALUES (1, 'whole', ''), (2, 'town', d.town::text), (3, 'zone', coalesce(d.zone::text, '')),
      (4, 'industry', d.industry), (5, 'direction', coalesce(d.direction, ''))) f (place, face, member)
    GROUP BY f.place, 1, 2, 3, 4, 5, 6
    -- Always in one order, what everybody needs first: two statements do not wait for each other.
    ORDER BY f.place, 1, 3, 4, 5, 6
    ON CONFLICT (region, face, month, known, member, division) DO UPDATE SET reports = tally.reports + excluded.reports,
    revenue = tally.revenue + excluded.revenue,
    software_revenue = tally.software_revenue + excluded.software_revenue,
    software_products = tally.software_products + excluded.software_products,
    it_services = tally.it_services + excluded.it_services,
    security = tally.security + excluded.security,
    embedded = tally.embedded + excluded.embedded,
    headcount = tally.headcount + excluded.headcount,
    rnd_staff = tally.rnd_staff + excluded.rnd_staff,
    bachelors = tally.bachelors + excluded.bachelors,
    rnd_spend = tally.rnd_spend + excluded.rnd_spend,
    profit = tally.profit + excluded.profit,
    exports = tally.exports + excluded.exports,
    tax = tally.tax + excluded.tax
  $sql$, source, gone);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER filing_tally_add AFTER INSERT ON filing REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION filing_tally();
--> statement-breakpoint
CREATE TRIGGER filing_tally_change AFTER UPDATE ON filing REFERENCING NEW TABLE AS added OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION filing_tally();
--> statement-breakpoint
-- The public directory: enterprises that agreed to be in it, and of each only what it agreed to show.
CREATE FUNCTION directory() RETURNS TABLE (
  id uuid, name text, industry text, direction text, zone uuid, town uuid, products text, address text, phone text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, e.name,
    CASE WHEN c.fields ? 'industry' THEN e.industry END,
    CASE WHEN c.fields ? 'industry' THEN e.direction END,
    CASE WHEN c.fields ? 'zone' THEN e.zone END,
    CASE WHEN c.fields ? 'zone' THEN e.town END,
    CASE WHEN c.fields ? 'products' THEN e.products END,
    CASE WHEN c.fields ? 'address' THEN e.address END,
    CASE WHEN c.fields ? 'phone' THEN e.phone END
  FROM enterprise e JOIN consent c ON c.enterprise = e.id
  WHERE e.region = current_setting('app.region', true) AND e.left_on IS NULL AND e.status = 'active'
    AND c.purpose = 'directory' AND c.until IS NULL
$$;
--> statement-breakpoint
-- As in the first migration, with two shorter ways for many rows at once: a new row is its own difference, and within one
-- transaction the end of the chain is remembered. Whoever listens is told which entity changed, never what.
CREATE OR REPLACE FUNCTION journal_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  old_row jsonb := '{}';
  new_row jsonb := '{}';
  present jsonb;
  hidden text[] := string_to_array(TG_ARGV[3], ',');
  column_name text;
  tail text := current_setting('app.journal_tail', true);
  entry journal;
BEGIN
  IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW); END IF;
  present := CASE WHEN TG_OP = 'DELETE' THEN old_row ELSE new_row END;

  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(key, CASE WHEN key = ANY (hidden) THEN '"（不记录内容）"'::jsonb ELSE value END) INTO entry.before
      FROM jsonb_each(old_row) WHERE value IS DISTINCT FROM new_row -> key AND key <> 'updated_at';
    SELECT jsonb_object_agg(key, CASE WHEN key = ANY (hidden) THEN '"（不记录内容）"'::jsonb ELSE value END) INTO entry.after
      FROM jsonb_each(new_row) WHERE value IS DISTINCT FROM old_row -> key AND key <> 'updated_at';
    IF entry.before IS NULL AND entry.after IS NULL THEN RETURN NULL; END IF;
  ELSE
    FOREACH column_name IN ARRAY hidden LOOP
      present := jsonb_set(present, ARRAY[column_name], '"（不记录内容）"', false);
    END LOOP;
    IF TG_OP = 'INSERT' THEN entry.after := present; ELSE entry.before := present; END IF;
  END IF;

  -- One writer at a time extends the chain; the lock is held from here to the end of the commit only.
  IF coalesce(tail, '') = '' THEN
    PERFORM pg_advisory_xact_lock(500109, 1);
    SELECT coalesce(max(j.seq), 0) INTO entry.seq FROM journal j;
    SELECT j.hash INTO entry.previous FROM journal j WHERE j.seq = entry.seq;
    entry.seq := entry.seq + 1;
    SELECT a.name INTO entry.algorithm FROM journal_algorithm a;
  ELSE
    entry.seq := split_part(tail, ' ', 1)::bigint + 1;
    entry.previous := split_part(tail, ' ', 2);
    entry.algorithm := split_part(tail, ' ', 3);
  END IF;

  entry.at := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
  entry.recorded_at := clock_timestamp();
  entry.region := coalesce(present ->> 'region', nullif(current_setting('app.region', true), ''), '');
  entry.actor := coalesce(nullif(current_setting('app.user', true), ''), session_user);
  entry.actor_name := coalesce(nullif(current_setting('app.name', true), ''), '数据库管理员');
  entry.role := coalesce(nullif(current_setting('app.role', true), ''), 'database');
  entry.org := nullif(current_setting('app.org', true), '')::uuid;
  entry.action := coalesce(nullif(current_setting('app.action', true), ''), 'sql');
  entry.entity := TG_TABLE_NAME;
  entry.row_id := coalesce(present ->> 'id', '');
  entry.operation := lower(TG_OP);
  entry.audience := TG_ARGV[0];
  entry.subject := coalesce(present ->> TG_ARGV[1], entry.row_id);
  entry.owner := nullif(present ->> nullif(TG_ARGV[2], ''), '')::uuid;
  entry.previous := coalesce(entry.previous, repeat('0', 64));
  entry.hash := journal_digest(entry.algorithm, concat_ws(E'\x1f',
    entry.seq::text, entry.previous,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    to_char(entry.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    entry.region, entry.actor, entry.actor_name, entry.role, coalesce(entry.org::text, ''), entry.action, entry.entity,
    entry.row_id, entry.operation, entry.audience, coalesce(entry.owner::text, ''), entry.subject,
    coalesce(entry.before::text, ''), coalesce(entry.after::text, '')));
  INSERT INTO journal VALUES (entry.*);
  PERFORM set_config('app.journal_tail', entry.seq || ' ' || entry.hash || ' ' || entry.algorithm, true);
  PERFORM pg_notify('changes', entry.region || ' ' || entry.entity);
  RETURN NULL;
END $$;
