-- The journal writes itself: a deferred trigger on every business table appends one entry per changed row at commit,
-- in the same transaction, and chains it to the entry before. See platform/journal.ts for what is hashed.

CREATE TABLE journal_algorithm (sole boolean PRIMARY KEY DEFAULT true CHECK (sole), name text NOT NULL CHECK (name IN ('sha256', 'sm3')));
--> statement-breakpoint
ALTER TABLE journal_algorithm ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY journal_algorithm_see ON journal_algorithm FOR SELECT USING (true);
--> statement-breakpoint
INSERT INTO journal_algorithm (name) VALUES ('sha256');
--> statement-breakpoint
-- Chooses the digest of entries to come (the owner does so at start); entries remember the one they were made with.
CREATE FUNCTION journal_choose(algorithm text) RETURNS void LANGUAGE sql AS $$
  UPDATE public.journal_algorithm SET name = algorithm WHERE name <> algorithm
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION journal_choose(text) FROM public;
--> statement-breakpoint
CREATE FUNCTION journal_digest(algorithm text, content text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF algorithm = 'sha256' THEN
    RETURN encode(sha256(convert_to(content, 'UTF8')), 'hex');
  END IF;
  -- pgcrypto, present where SM3 was chosen; dynamic, so that this function exists without it.
  EXECUTE 'SELECT encode(public.digest(convert_to($1, ''UTF8''), ''sm3''), ''hex'')' INTO content USING content;
  RETURN content;
END $$;
--> statement-breakpoint
-- Trigger arguments: audience, subject column, owner column (or ''), hidden columns joined by commas (or '').
CREATE FUNCTION journal_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  old_row jsonb := '{}';
  new_row jsonb := '{}';
  present jsonb;
  hidden text[] := string_to_array(TG_ARGV[3], ',');
  entry journal;
BEGIN
  IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN new_row := to_jsonb(NEW); END IF;
  present := CASE WHEN TG_OP = 'DELETE' THEN old_row ELSE new_row END;

  SELECT jsonb_object_agg(key, CASE WHEN key = ANY (hidden) THEN '"（不记录内容）"'::jsonb ELSE value END) INTO entry.before
    FROM jsonb_each(old_row) WHERE value IS DISTINCT FROM new_row -> key AND (TG_OP = 'DELETE' OR key <> 'updated_at');
  SELECT jsonb_object_agg(key, CASE WHEN key = ANY (hidden) THEN '"（不记录内容）"'::jsonb ELSE value END) INTO entry.after
    FROM jsonb_each(new_row) WHERE value IS DISTINCT FROM old_row -> key AND (TG_OP = 'INSERT' OR key <> 'updated_at');
  IF entry.before IS NULL AND entry.after IS NULL THEN RETURN NULL; END IF;

  -- One writer at a time extends the chain; the lock is held from here to the end of the commit only.
  PERFORM pg_advisory_xact_lock(500109, 1);
  SELECT coalesce(max(j.seq), 0) + 1 INTO entry.seq FROM journal j;
  SELECT j.hash INTO entry.previous FROM journal j WHERE j.seq = entry.seq - 1;
  SELECT a.name INTO entry.algorithm FROM journal_algorithm a;

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
  INSERT INTO journal SELECT (entry).*;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Not even the owner changes an entry in passing: the chain is only ever extended.
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '办理日志只增不改' USING ERRCODE = 'MTX01';
END $$;
--> statement-breakpoint
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
--> statement-breakpoint
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Puts a business table under the journal and keeps its updated_at.
CREATE FUNCTION journal_attach(of regclass, audience text, subject text DEFAULT 'id', owner text DEFAULT '', hidden text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS journaled ON %s', of);
  EXECUTE format('CREATE CONSTRAINT TRIGGER journaled AFTER INSERT OR UPDATE OR DELETE ON %s DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION public.journal_write(%L, %L, %L, %L)', of, audience, subject, owner, hidden);
  EXECUTE format('CREATE OR REPLACE TRIGGER touched BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION public.touch()', of);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION journal_attach(regclass, text, text, text, text) FROM public;
--> statement-breakpoint
-- A version that left the draft stays as it was published: only its status may still change.
CREATE FUNCTION plan_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' AND to_jsonb(NEW) - 'status' - 'updated_at' IS DISTINCT FROM to_jsonb(OLD) - 'status' - 'updated_at' THEN
    RAISE EXCEPTION '已发布的方案不可改动，请新建修订版本' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER plan_keep BEFORE UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION plan_keep();
--> statement-breakpoint
SELECT journal_attach('file', 'internal', 'id', 'org');
SELECT journal_attach('org', 'internal');
SELECT journal_attach('member', 'internal', 'body');
SELECT journal_attach('person', 'internal');
SELECT journal_attach('post', 'internal', 'person', 'org');
SELECT journal_attach('jurisdiction', 'internal');
SELECT journal_attach('plan', 'internal', 'id', '', 'text');
SELECT journal_attach('goal', 'internal', 'plan');
SELECT journal_attach('task_group', 'internal', 'plan');
SELECT journal_attach('task', 'internal', 'plan');
SELECT journal_attach('safeguard', 'internal', 'plan');
SELECT journal_attach('zone', 'internal', 'plan');
SELECT journal_attach('target', 'internal', 'plan');
SELECT journal_attach('task_unit', 'internal', 'plan');
SELECT journal_attach('measure', 'internal', 'task', 'owner');
SELECT journal_attach('milestone', 'internal', 'task', 'owner');
SELECT journal_attach('report', 'internal', 'task', 'org');
SELECT journal_attach('override', 'internal', 'task');
SELECT journal_attach('reading', 'internal', 'target', 'keeper');
SELECT journal_attach('waypoint', 'internal', 'target');
