DROP INDEX "payment_once";--> statement-breakpoint
ALTER TABLE "remittance" ADD COLUMN "cancelled_on" date;--> statement-breakpoint
ALTER TABLE "remittance" ADD COLUMN "reason" text;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_once" ON "payment" USING btree ("claim","payee") WHERE status not in ('failed', 'cancelled');--> statement-breakpoint
-- What was cancelled before it was sent is paid by another list: it counts as little as what came back.
CREATE OR REPLACE FUNCTION payment_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c record;
  already bigint;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status = 'cancelled' THEN
    RAISE EXCEPTION '该笔款项已随清单作废，不能再办理' USING ERRCODE = 'MTX01';
  END IF;
  IF NEW.status = 'cancelled' THEN
    RETURN NEW;
  END IF;
  SELECT m.status, m.approved, m.number, p.status AS shown INTO c
    FROM claim m LEFT JOIN publicity p ON p.id = m.publicity WHERE m.id = NEW.claim FOR UPDATE OF m;
  IF TG_OP = 'INSERT' AND c.status <> 'paying' THEN
    RAISE EXCEPTION '兑现事项 % 未审定，不能拨付', c.number USING ERRCODE = 'MTX01';
  END IF;
  IF c.shown IS DISTINCT FROM 'done' THEN
    RAISE EXCEPTION '兑现事项 % 未公示或公示未期满，不能拨付', c.number USING ERRCODE = 'MTX01';
  END IF;
  SELECT coalesce(sum(amount), 0) INTO already FROM payment
    WHERE claim = NEW.claim AND status NOT IN ('failed', 'cancelled') AND id <> NEW.id;
  IF NEW.status <> 'failed' AND already + NEW.amount > coalesce(c.approved, 0) THEN
    RAISE EXCEPTION '兑现事项 % 的拨付金额超过审定金额', c.number USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
