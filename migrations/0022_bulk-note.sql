-- Many rows of one statement are noted by a statement made for their table: it names the columns in the order jsonb keeps
-- them, so that nothing is left to sort, and those that are hidden with what stands for them. To make it costs more than to
-- note a few rows by the one that fits every table. What is noted is the same (platform/journal.ts).

CREATE FUNCTION journal_columns(of regclass, hidden text[]) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(CASE WHEN name = ANY (hidden) THEN format('%L::text AS %I', '（不记录内容）', name) ELSE quote_ident(name) END, ', '
    ORDER BY octet_length(name), name COLLATE "C")
  FROM (SELECT attname::text AS name FROM pg_catalog.pg_attribute WHERE attrelid = of AND attnum > 0 AND NOT attisdropped) AS columns
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION journal_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  hidden text[] := string_to_array(TG_ARGV[3], ',');
  many CONSTANT integer := 1000;
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
    IF (SELECT count(*) FROM (SELECT FROM added LIMIT many) AS seen) < many THEN
      INSERT INTO journal_due SELECT due.statement, row_number() OVER (), due.entity, due.operation, due.audience, content ->> 'region',
        coalesce(content ->> 'id', ''), coalesce(content ->> TG_ARGV[1], content ->> 'id', ''),
        nullif(content ->> nullif(TG_ARGV[2], ''), '')::uuid, NULL, CASE WHEN hidden = '{}' THEN content ELSE journal_hide(content, hidden) END
      FROM (SELECT to_jsonb(a) AS content FROM added a OFFSET 0) AS rows;
    ELSE
      EXECUTE format($many$
        INSERT INTO journal_due SELECT $1.statement, row_number() OVER (), $1.entity, $1.operation, $1.audience, content ->> 'region',
          coalesce(content ->> 'id', ''), coalesce(content ->> $2, content ->> 'id', ''),
          nullif(content ->> nullif($3, ''), '')::uuid, NULL, content
        FROM (SELECT to_jsonb(a) AS content FROM (SELECT %s FROM added) AS a OFFSET 0) AS rows
      $many$, journal_columns(TG_RELID, hidden)) USING due, TG_ARGV[1], TG_ARGV[2];
    END IF;
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
