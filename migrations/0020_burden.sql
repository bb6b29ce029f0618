CREATE TABLE "burden_mark" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"up_to" bigint NOT NULL,
	"counted_on" date NOT NULL,
	CONSTRAINT "burden_mark_once" UNIQUE("region")
);
--> statement-breakpoint
ALTER TABLE "burden_mark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "burden" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"org" uuid NOT NULL,
	"month" text NOT NULL,
	"ledger" text NOT NULL,
	"fields" integer NOT NULL,
	"entries" integer NOT NULL,
	CONSTRAINT "burden_once" UNIQUE("region","org","month","ledger")
);
--> statement-breakpoint
ALTER TABLE "burden" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "burden" ADD CONSTRAINT "burden_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "burden_mark_region" ON "burden_mark" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "burden_mark_see" ON "burden_mark" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "burden_mark_add" ON "burden_mark" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "burden_mark_change" ON "burden_mark" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "burden_mark_remove" ON "burden_mark" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "burden_region" ON "burden" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "burden_see" ON "burden" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "burden_add" ON "burden" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "burden_change" ON "burden" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "burden_remove" ON "burden" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));