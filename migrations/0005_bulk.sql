ALTER TABLE "enterprise" DROP CONSTRAINT "enterprise_org";--> statement-breakpoint
CREATE UNIQUE INDEX "enterprise_org" ON "enterprise" USING btree ("org") WHERE org is not null;
--> statement-breakpoint
-- The journal notes what a statement changed when it ends, and writes its entries at commit: many rows cost little more than
-- one, and nothing that is said or set in between decides whether a row is recorded. What is noted here and not yet written
-- lives as long as its transaction: it need not outlive a crash. Nobody else reads or writes it.
CREATE UNLOGGED TABLE journal_due (
  statement bigint NOT NULL,
  nth integer NOT NULL,
  entity text NOT NULL,
  operation text NOT NULL,
  audience text NOT NULL,
  region text,
  row_id text NOT NULL,
  subject text NOT NULL,
  owner uuid,
  before jsonb,
  after jsonb,
  PRIMARY KEY (statement, nth)
);
--> statement-breakpoint
ALTER TABLE journal_due ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY journal_due_nobody ON journal_due USING (false);
--> statement-breakpoint
CREATE SEQUENCE journal_statement;
--> statement-breakpoint
-- The row with the values of hidden columns replaced: that they changed is recorded, not to what.
CREATE FUNCTION journal_hide(content jsonb, hidden text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  column_name text;
BEGIN
  FOREACH column_name IN ARRAY hidden LOOP
    content := jsonb_set(content, ARRAY[column_name], '"（不记录内容）"', false);
  END LOOP;
  RETURN content;
END $$;
--> statement-breakpoint
-- Trigger arguments: audience, subject column, owner column (or ''), hidden columns joined by commas (or ''), and, where of an
-- update only one column matters, that column.
CREATE FUNCTION journal_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  hidden text[] := string_to_array(TG_ARGV[3], ',');
  due journal_due;
  before_rows refcursor;
  old_row jsonb;
  new_row jsonb;
BEGIN
  due.statement := nextval('journal_statement');
  due.entity := TG_TABLE_NAME;
  due.operation := lower(TG_OP);
  due.audience := TG_ARGV[0];

  IF TG_OP = 'INSERT' THEN
    INSERT INTO journal_due SELECT due.statement, row_number() OVER (), due.entity, due.operation, due.audience, content ->> 'region',
      coalesce(content ->> 'id', ''), coalesce(content ->> TG_ARGV[1], content ->> 'id', ''),
      nullif(content ->> nullif(TG_ARGV[2], ''), '')::uuid, NULL, CASE WHEN hidden = '{}' THEN content ELSE journal_hide(content, hidden) END
    FROM (SELECT to_jsonb(a) AS content FROM added a OFFSET 0) AS rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO journal_due SELECT due.statement, row_number() OVER (), due.entity, due.operation, due.audience, content ->> 'region',
      coalesce(content ->> 'id', ''), coalesce(content ->> TG_ARGV[1], content ->> 'id', ''),
      nullif(content ->> nullif(TG_ARGV[2], ''), '')::uuid, CASE WHEN hidden = '{}' THEN content ELSE journal_hide(content, hidden) END, NULL
    FROM (SELECT to_jsonb(r) AS content FROM removed r OFFSET 0) AS rows;
  ELSE
    -- Both tables hold the rows in the order they were changed in: they are read side by side, whatever became of their keys.
    due.nth := 0;
    OPEN before_rows NO SCROLL FOR SELECT to_jsonb(r) FROM removed r;
    FOR new_row IN SELECT to_jsonb(a) FROM added a LOOP
      FETCH before_rows INTO old_row;
      CONTINUE WHEN TG_NARGS > 4 AND old_row -> TG_ARGV[4] IS NOT DISTINCT FROM new_row -> TG_ARGV[4];
      SELECT jsonb_object_agg(key, CASE WHEN key = ANY (hidden) THEN '"（不记录内容）"'::jsonb ELSE value END) INTO due.before
        FROM jsonb_each(old_row) WHERE value IS DISTINCT FROM new_row -> key AND key <> 'updated_at';
      SELECT jsonb_object_agg(key, CASE WHEN key = ANY (hidden) THEN '"（不记录内容）"'::jsonb ELSE value END) INTO due.after
        FROM jsonb_each(new_row) WHERE value IS DISTINCT FROM old_row -> key AND key <> 'updated_at';
      CONTINUE WHEN due.before IS NULL AND due.after IS NULL;
      due.nth := due.nth + 1;
      due.region := new_row ->> 'region';
      due.row_id := coalesce(new_row ->> 'id', '');
      due.subject := coalesce(new_row ->> TG_ARGV[1], due.row_id);
      due.owner := nullif(new_row ->> nullif(TG_ARGV[2], ''), '')::uuid;
      INSERT INTO journal_due VALUES (due.*);
    END LOOP;
    CLOSE before_rows;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- At commit, once for every statement that changed something: its entries follow the end of the chain.
CREATE OR REPLACE FUNCTION journal_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
-- The table is empty most of the time, and may have been planned for when it was.
SET enable_seqscan = off AS $$
DECLARE
  due journal_due;
  entry journal;
  told text;
BEGIN
  -- One writer at a time extends the chain; the lock is held from here to the end of the commit only.
  PERFORM pg_advisory_xact_lock(500109, 1);
  SELECT coalesce(max(j.seq), 0) INTO entry.seq FROM journal j;
  SELECT j.hash INTO entry.hash FROM journal j WHERE j.seq = entry.seq;
  entry.hash := coalesce(entry.hash, repeat('0', 64));
  SELECT a.name INTO entry.algorithm FROM journal_algorithm a;

  entry.at := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());
  entry.actor := coalesce(nullif(current_setting('app.user', true), ''), session_user);
  entry.actor_name := coalesce(nullif(current_setting('app.name', true), ''), '数据库管理员');
  entry.role := coalesce(nullif(current_setting('app.role', true), ''), 'database');
  entry.org := nullif(current_setting('app.org', true), '')::uuid;
  entry.action := coalesce(nullif(current_setting('app.action', true), ''), 'sql');
  entry.entity := NEW.entity;
  entry.operation := NEW.operation;
  entry.audience := NEW.audience;

  FOR due IN SELECT * FROM journal_due d WHERE d.statement = NEW.statement ORDER BY d.nth LOOP
    entry.seq := entry.seq + 1;
    entry.previous := entry.hash;
    entry.recorded_at := clock_timestamp();
    entry.region := coalesce(due.region, nullif(current_setting('app.region', true), ''), '');
    entry.row_id := due.row_id;
    entry.owner := due.owner;
    entry.subject := due.subject;
    entry.before := due.before;
    entry.after := due.after;
    entry.hash := journal_digest(entry.algorithm, concat_ws(E'\x1f',
      entry.seq::text, entry.previous,
      to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      to_char(entry.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
      entry.region, entry.actor, entry.actor_name, entry.role, coalesce(entry.org::text, ''), entry.action, entry.entity,
      entry.row_id, entry.operation, entry.audience, coalesce(entry.owner::text, ''), entry.subject,
      coalesce(entry.before::text, ''), coalesce(entry.after::text, '')));
    INSERT INTO journal VALUES (entry.*);
    -- Whoever listens is told which entity changed, never what.
    IF told IS DISTINCT FROM entry.region THEN
      told := entry.region;
      PERFORM pg_notify('changes', entry.region || ' ' || entry.entity);
    END IF;
  END LOOP;
  DELETE FROM journal_due d WHERE d.statement = NEW.statement;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Only tables of ours may be put under the journal: with a trigger on a table of his own anybody could write into it.
REVOKE ALL ON FUNCTION journal_note(), journal_write() FROM public;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER journal_due_write AFTER INSERT ON journal_due DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.nth = 1) EXECUTE FUNCTION journal_write();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION journal_attach(of regclass, audience text, subject text DEFAULT 'id', owner text DEFAULT '', hidden text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  given text := format('(%L, %L, %L, %L)', audience, subject, owner, hidden);
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS journaled ON %s', of);
  EXECUTE format('CREATE OR REPLACE TRIGGER journaled_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.journal_note %s', of, given);
  EXECUTE format('CREATE OR REPLACE TRIGGER journaled_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS removed NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION public.journal_note %s', of, given);
  EXECUTE format('CREATE OR REPLACE TRIGGER journaled_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION public.journal_note %s', of, given);
  EXECUTE format('CREATE OR REPLACE TRIGGER touched BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION public.touch()', of);
END $$;
--> statement-breakpoint
-- As before: of the counter of wrong passwords only locking and unlocking matter.
DROP TRIGGER journaled ON auth.lockout;
CREATE TRIGGER journaled_update AFTER UPDATE ON auth.lockout REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION public.journal_note('audit', 'username', '', '', 'until');
--> statement-breakpoint
-- Tables under the journal already are attached anew, as they were; those that tell real time go on telling it.
DO $$
DECLARE
  attached record;
BEGIN
  FOR attached IN
    -- Arguments of a trigger are kept one after the other, each with its end.
    SELECT j.tgrelid::regclass AS of, string_to_array(encode(j.tgargs, 'escape'), '\000') AS given,
      EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = j.tgrelid AND t.tgname = 'touched') AS touched
    FROM pg_trigger j WHERE j.tgname = 'journaled'
  LOOP
    PERFORM journal_attach(attached.of, attached.given[1], attached.given[2], attached.given[3], attached.given[4]);
    IF NOT attached.touched THEN EXECUTE format('DROP TRIGGER touched ON %s', attached.of); END IF;
  END LOOP;
END $$;
