-- What login adds that drizzle cannot say: who a connection of login acts for, what of it enters the journal, and 三员分立.

-- What login may know of people. Made by the owner, so it shows every region; whoever reads it names theirs.
CREATE VIEW auth.standing AS
  SELECT p.account, p.region, p.id AS person, p.name, t.id AS post, t.role, t.title, t.org, o.name AS org_name, t.since, t.until
  FROM public.person p LEFT JOIN public.post t ON t.person = p.id LEFT JOIN public.org o ON o.id = t.org
  WHERE p.account IS NOT NULL;
--> statement-breakpoint
-- What login writes outside an action is the deed of the account it is about, or of a visitor.
CREATE FUNCTION auth.attribute() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  present jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  actor auth.standing;
BEGIN
  IF coalesce(current_setting('app.user', true), '') = '' THEN
    SELECT * INTO actor FROM auth.standing s WHERE s.account = coalesce(present ->> 'user_id', present ->> 'account', present ->> 'id') LIMIT 1;
    PERFORM set_config('app.user', coalesce(actor.person::text, 'public'), true), set_config('app.name', coalesce(actor.name, '访客'), true),
      set_config('app.region', coalesce(actor.region, present ->> 'region', ''), true), set_config('app.action', 'auth', true),
      set_config('app.role', 'public', true);
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER attributed BEFORE INSERT OR UPDATE OR DELETE ON auth."user" FOR EACH ROW EXECUTE FUNCTION auth.attribute();
CREATE TRIGGER attributed BEFORE INSERT OR UPDATE OR DELETE ON auth.account FOR EACH ROW EXECUTE FUNCTION auth.attribute();
CREATE TRIGGER attributed BEFORE INSERT OR UPDATE OR DELETE ON auth.two_factor FOR EACH ROW EXECUTE FUNCTION auth.attribute();
CREATE TRIGGER attributed BEFORE INSERT OR UPDATE OR DELETE ON auth.lockout FOR EACH ROW EXECUTE FUNCTION auth.attribute();
CREATE TRIGGER attributed BEFORE INSERT ON auth.sign_in FOR EACH ROW EXECUTE FUNCTION auth.attribute();
--> statement-breakpoint
SELECT public.journal_attach('auth."user"', 'audit');
SELECT public.journal_attach('auth.account', 'audit', 'user_id', '', 'password,access_token,refresh_token,id_token');
SELECT public.journal_attach('auth.two_factor', 'audit', 'user_id', '', 'secret,backup_codes');
SELECT public.journal_attach('auth.sign_in', 'audit', 'account');
--> statement-breakpoint
-- These rows tell real time, which the login library keeps itself.
DROP TRIGGER touched ON auth."user";
DROP TRIGGER touched ON auth.account;
DROP TRIGGER touched ON auth.two_factor;
DROP TRIGGER touched ON auth.sign_in;
--> statement-breakpoint
-- A wrong password is in sign_in; of the counter only locking and unlocking matter.
CREATE CONSTRAINT TRIGGER journaled AFTER UPDATE ON auth.lockout DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.until IS DISTINCT FROM NEW.until) EXECUTE FUNCTION public.journal_write('audit', 'username', '', '');
--> statement-breakpoint
CREATE FUNCTION auth.sign_in_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '登录记录只增不改' USING ERRCODE = 'MTX01';
END $$;
--> statement-breakpoint
CREATE TRIGGER sign_in_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auth.sign_in FOR EACH STATEMENT EXECUTE FUNCTION auth.sign_in_refuse();
--> statement-breakpoint
-- 三员分立: the three administrators are three people, and none of them has business of their own.
CREATE FUNCTION post_separate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  administrators CONSTANT text[] := ARRAY['sysadmin', 'secadmin', 'auditor'];
  other text;
BEGIN
  IF NEW.role IN ('system', 'public') THEN
    RAISE EXCEPTION '“系统”和“公众”不是可以任命的角色' USING ERRCODE = 'MTX01';
  END IF;
  -- Two appointments of one person wait for each other.
  PERFORM 1 FROM person p WHERE p.id = NEW.person FOR UPDATE;
  SELECT p.role INTO other FROM post p
    WHERE p.person = NEW.person AND p.id <> NEW.id AND p.role <> NEW.role
      AND (p.role = ANY (administrators) OR NEW.role = ANY (administrators))
      AND p.since <= coalesce(NEW.until, 'infinity') AND NEW.since <= coalesce(p.until, 'infinity')
    LIMIT 1;
  IF other = ANY (administrators) AND NEW.role = ANY (administrators) THEN
    RAISE EXCEPTION '系统管理员、安全管理员、审计管理员须由三人分别担任' USING ERRCODE = 'MTX01';
  ELSIF other IS NOT NULL THEN
    RAISE EXCEPTION '管理员不得兼任业务角色' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_separate BEFORE INSERT OR UPDATE OF person, role, since, until ON post FOR EACH ROW EXECUTE FUNCTION post_separate();
--> statement-breakpoint
-- Whose account a person has decides what that account may do: only login and seeding write it.
CREATE FUNCTION person_bind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'mantianxing_app' AND coalesce(current_setting('app.role', true), '') <> 'system'
    AND NEW.account IS DISTINCT FROM (CASE WHEN TG_OP = 'UPDATE' THEN OLD.account END) THEN
    RAISE EXCEPTION '账号由安全管理员开立，不能在此改动' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER person_bind BEFORE INSERT OR UPDATE OF account ON person FOR EACH ROW EXECUTE FUNCTION person_bind();
