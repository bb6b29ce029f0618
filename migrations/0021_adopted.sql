ALTER POLICY "award_see" ON "award" TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim c where c.enterprise = award.enterprise and c.hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and (org = (select nullif(current_setting('app.org', true), '')::uuid) or (org is null and exists (select 1 from enterprise e where e.id = enterprise and e.org = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
ALTER POLICY "commitment_see" ON "commitment" TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim c where c.id = claim)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and (org = (select nullif(current_setting('app.org', true), '')::uuid) or (org is null and exists (select 1 from enterprise e where e.id = enterprise and e.org = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
ALTER POLICY "payment_see" ON "payment" TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader') or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid)))) or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim c where c.id = claim)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and (org = (select nullif(current_setting('app.org', true), '')::uuid) or (org is null and exists (select 1 from enterprise e where e.id = enterprise and e.org = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
-- What lapsed is over, as what was paid or withdrawn is; a sum under appeal changes with the appeal alone.
CREATE OR REPLACE FUNCTION claim_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.version, NEW.policy, NEW.clause, NEW.line, NEW.year, NEW.enterprise, NEW.number, NEW.cycle)
    IS DISTINCT FROM (OLD.version, OLD.policy, OLD.clause, OLD.line, OLD.year, OLD.enterprise, OLD.number, OLD.cycle) THEN
    RAISE EXCEPTION '兑现事项的条款、企业和年度不可改动' USING ERRCODE = 'MTX01';
  END IF;
  IF OLD.status IN ('paying', 'paid') AND (NEW.facts, NEW.past, NEW.decision, NEW.declared, NEW.computed, NEW.approved)
    IS DISTINCT FROM (OLD.facts, OLD.past, OLD.decision, OLD.declared, OLD.computed, OLD.approved) THEN
    RAISE EXCEPTION '已审定的兑现事项不可改动' USING ERRCODE = 'MTX01';
  END IF;
  IF OLD.status = 'appealed' AND (NEW.facts, NEW.past, NEW.decision, NEW.declared, NEW.computed)
    IS DISTINCT FROM (OLD.facts, OLD.past, OLD.decision, OLD.declared, OLD.computed) THEN
    RAISE EXCEPTION '复核中的兑现事项只能更正审定金额' USING ERRCODE = 'MTX01';
  END IF;
  IF OLD.status IN ('paid', 'withdrawn', 'lapsed') AND NEW.status <> OLD.status THEN
    RAISE EXCEPTION '已办结的兑现事项不可改动' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
