-- Entries of one statement are chained and written by one statement, however many they are: row by row they cost half as
-- much again. What is written, and what is digested, stays as it was (platform/journal.ts).

-- The digest of an entry, over that of the entry before it: of the first one, the end of the chain so far.
CREATE FUNCTION journal_link(previous text, algorithm text, head text, place text, content text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  content := place || E'\x1f' || coalesce(previous, head) || E'\x1f' || content;
  -- The usual one without a call of another function for every entry.
  IF algorithm = 'sha256' THEN
    RETURN encode(sha256(convert_to(content, 'UTF8')), 'hex');
  END IF;
  RETURN journal_digest(algorithm, content);
END $$;
--> statement-breakpoint
CREATE AGGREGATE journal_chain(algorithm text, head text, place text, content text) (SFUNC = journal_link, STYPE = text);
--> statement-breakpoint
-- At commit, once for every statement that changed something: its entries follow the end of the chain.
CREATE OR REPLACE FUNCTION journal_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
-- The table is empty most of the time, and may have been planned for when it was; by its key the notes come in their order.
SET enable_seqscan = off
SET enable_bitmapscan = off AS $$
DECLARE
  entry journal;
  moment text;
  who text;
BEGIN
  -- One writer at a time extends the chain; the lock is held from here to the end of the commit only.
  PERFORM pg_advisory_xact_lock(500109, 1);
  SELECT coalesce(max(j.seq), 0) INTO entry.seq FROM journal j;
  SELECT j.hash INTO entry.hash FROM journal j WHERE j.seq = entry.seq;
  entry.hash := coalesce(entry.hash, repeat('0', 64));
  SELECT a.name INTO entry.algorithm FROM journal_algorithm a;

  entry.at := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
  entry.region := coalesce(nullif(current_setting('app.region', true), ''), '');
  entry.actor := coalesce(nullif(current_setting('app.user', true), ''), session_user);
  entry.actor_name := coalesce(nullif(current_setting('app.name', true), ''), '数据库管理员');
  entry.role := coalesce(nullif(current_setting('app.role', true), ''), 'database');
  entry.org := nullif(current_setting('app.org', true), '')::uuid;
  entry.action := coalesce(nullif(current_setting('app.action', true), ''), 'sql');
  moment := to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US');
  who := concat_ws(E'\x1f', entry.actor, entry.actor_name, entry.role, coalesce(entry.org::text, ''), entry.action);

  INSERT INTO journal (seq, at, recorded_at, region, actor, actor_name, role, org, action, entity, row_id, operation, audience,
    owner, subject, before, after, algorithm, previous, hash)
  SELECT c.seq, entry.at, c.recorded_at, c.region, entry.actor, entry.actor_name, entry.role, entry.org, entry.action, c.entity,
    c.row_id, c.operation, c.audience, c.owner, c.subject, c.before, c.after, entry.algorithm,
    lag(c.hash, 1, entry.hash) OVER (ORDER BY c.nth), c.hash
  FROM (
    SELECT due.*, journal_chain(entry.algorithm, entry.hash, due.seq::text,
      concat_ws(E'\x1f', moment, to_char(due.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), due.region, who,
        due.entity, due.row_id, due.operation, due.audience, coalesce(due.owner::text, ''), due.subject)
      || E'\x1f' || coalesce(due.before::text, '') || E'\x1f' || coalesce(due.after::text, ''))
      OVER (ORDER BY due.nth ROWS UNBOUNDED PRECEDING) AS hash
    FROM (
      SELECT d.nth, entry.seq + d.nth AS seq, clock_timestamp() AS recorded_at, coalesce(d.region, entry.region) AS region,
        d.entity, d.operation, d.audience, d.row_id, d.owner, d.subject, d.before, d.after
      FROM journal_due d WHERE d.statement = NEW.statement ORDER BY d.nth) AS due) AS c;
  -- Whoever listens is told which entity changed, never what.
  PERFORM pg_notify('changes', told.region || ' ' || NEW.entity)
    FROM (SELECT DISTINCT coalesce(d.region, entry.region) AS region FROM journal_due d WHERE d.statement = NEW.statement) AS told;
  DELETE FROM journal_due d WHERE d.statement = NEW.statement;
  RETURN NULL;
END $$;
