CREATE TABLE "adoption" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"org" uuid NOT NULL,
	"credit_code" text NOT NULL,
	"name" text NOT NULL,
	"applicant" text NOT NULL,
	"post" text NOT NULL,
	"proof" uuid NOT NULL,
	"status" text NOT NULL,
	"submitted_on" date NOT NULL,
	"due_on" date NOT NULL,
	"enterprise" uuid,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "adoption" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"enterprise" uuid NOT NULL,
	"purpose" text NOT NULL,
	"fields" jsonb NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"given_by" text NOT NULL,
	"evidence" uuid
);
--> statement-breakpoint
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "enterprise" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"credit_code" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"legal_form" text NOT NULL,
	"registered_on" date,
	"capital" bigint,
	"address" text,
	"town" uuid NOT NULL,
	"zone" uuid,
	"building" text,
	"industry" text NOT NULL,
	"direction" text,
	"sub_field" text,
	"registered" boolean,
	"registered_since" date,
	"operating" boolean,
	"operating_since" date,
	"taxed" boolean,
	"taxed_since" date,
	"reporting" boolean,
	"reporting_since" date,
	"origin_kind" text NOT NULL,
	"settled_on" date NOT NULL,
	"left_on" date,
	"frequency" text NOT NULL,
	"products" text,
	"saas" boolean NOT NULL,
	"contact" text,
	"phone" text,
	"org" uuid,
	"keeper" uuid,
	"keeper_name" text,
	"keeper_org" uuid,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"confirmed_on" date,
	"origins" jsonb NOT NULL,
	CONSTRAINT "enterprise_code" UNIQUE("region","credit_code"),
	CONSTRAINT "enterprise_org" UNIQUE("org")
);
--> statement-breakpoint
ALTER TABLE "enterprise" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ip_right" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"enterprise" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"number" text,
	"registered_on" date NOT NULL,
	"town" uuid NOT NULL,
	"zone" uuid,
	"industry" text NOT NULL,
	"recorded_by" text NOT NULL,
	"known_from" date NOT NULL,
	"known_until" date
);
--> statement-breakpoint
ALTER TABLE "ip_right" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "presence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"enterprise" uuid NOT NULL,
	"town" uuid NOT NULL,
	"zone" uuid,
	"building" text,
	"industry" text NOT NULL,
	"division" text NOT NULL,
	"direction" text,
	"saas" boolean NOT NULL,
	"origin_kind" text NOT NULL,
	"settled_on" date NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"begin" text NOT NULL,
	"end" text,
	"counterpart" uuid,
	"destination" text,
	"reason" text,
	"evidence" uuid,
	"recorded_by" text NOT NULL,
	"known_from" date NOT NULL,
	"known_until" date
);
--> statement-breakpoint
ALTER TABLE "presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "qualification" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"enterprise" uuid,
	"holder" text NOT NULL,
	"kind" text NOT NULL,
	"level" text,
	"number" text,
	"granted_by" text,
	"granted_on" date NOT NULL,
	"valid_until" date,
	"town" uuid,
	"zone" uuid,
	"source" text NOT NULL,
	"evidence" uuid,
	"recorded_by" text NOT NULL,
	"known_from" date NOT NULL,
	"known_until" date,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "qualification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "filing_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"due_workday" integer NOT NULL,
	"enough" double precision NOT NULL,
	"swing" double precision NOT NULL,
	"least" bigint NOT NULL,
	"stale_days" integer NOT NULL,
	"renewal_days" integer NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "filing_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "filing_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "filing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"enterprise" uuid NOT NULL,
	"month" text NOT NULL,
	"revision" integer NOT NULL,
	"status" text NOT NULL,
	"revenue" bigint,
	"software_revenue" bigint,
	"software_products" bigint,
	"it_services" bigint,
	"security" bigint,
	"embedded" bigint,
	"headcount" integer,
	"rnd_staff" integer,
	"bachelors" integer,
	"rnd_spend" bigint,
	"profit" bigint,
	"exports" bigint,
	"tax" bigint,
	"explanations" jsonb NOT NULL,
	"objections" jsonb NOT NULL,
	"correction" text,
	"unchanged" boolean NOT NULL,
	"typed" integer NOT NULL,
	"submitted_on" date,
	"submitted_by" text,
	"decided_on" date,
	"decided_by" text,
	"town" uuid NOT NULL,
	"zone" uuid,
	"industry" text NOT NULL,
	"division" text NOT NULL,
	"direction" text,
	"known_from" date,
	"known_until" date,
	CONSTRAINT "filing_revision" UNIQUE("enterprise","month","revision")
);
--> statement-breakpoint
ALTER TABLE "filing" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tally" (
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"face" text NOT NULL,
	"month" text NOT NULL,
	"known" date NOT NULL,
	"member" text NOT NULL,
	"division" text NOT NULL,
	"reports" bigint NOT NULL,
	"revenue" bigint DEFAULT 0 NOT NULL,
	"software_revenue" bigint DEFAULT 0 NOT NULL,
	"software_products" bigint DEFAULT 0 NOT NULL,
	"it_services" bigint DEFAULT 0 NOT NULL,
	"security" bigint DEFAULT 0 NOT NULL,
	"embedded" bigint DEFAULT 0 NOT NULL,
	"headcount" bigint DEFAULT 0 NOT NULL,
	"rnd_staff" bigint DEFAULT 0 NOT NULL,
	"bachelors" bigint DEFAULT 0 NOT NULL,
	"rnd_spend" bigint DEFAULT 0 NOT NULL,
	"profit" bigint DEFAULT 0 NOT NULL,
	"exports" bigint DEFAULT 0 NOT NULL,
	"tax" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "tally_region_face_month_known_member_division_pk" PRIMARY KEY("region","face","month","known","member","division")
);
--> statement-breakpoint
ALTER TABLE "tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "entry" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"series" text NOT NULL,
	"as_of" date NOT NULL,
	"value" double precision NOT NULL,
	"source" text NOT NULL,
	"keeper" uuid NOT NULL,
	"entered_by" text NOT NULL,
	"known_from" date NOT NULL,
	"known_until" date,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"since" date NOT NULL,
	"definition" jsonb NOT NULL,
	"text" text NOT NULL,
	"reason" text,
	"entered_by" text NOT NULL,
	"entered_on" date NOT NULL,
	CONSTRAINT "indicator_version" UNIQUE("region","code","version")
);
--> statement-breakpoint
ALTER TABLE "indicator" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "publication" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"month" text NOT NULL,
	"figure" jsonb NOT NULL,
	"digest" text NOT NULL,
	"published_on" date NOT NULL,
	"published_by" text NOT NULL,
	"restatement" integer NOT NULL,
	"reason" text,
	CONSTRAINT "publication_once" UNIQUE("region","code","month","restatement")
);
--> statement-breakpoint
ALTER TABLE "publication" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intake_row" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"intake" uuid NOT NULL,
	"row" integer NOT NULL,
	"values" jsonb NOT NULL,
	"bad" jsonb NOT NULL,
	"present" uuid,
	"similar" jsonb NOT NULL,
	"skip" boolean NOT NULL,
	CONSTRAINT "intake_row_once" UNIQUE("intake","row")
);
--> statement-breakpoint
ALTER TABLE "intake_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "intake" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"ledger" text NOT NULL,
	"status" text NOT NULL,
	"file" uuid NOT NULL,
	"file_name" text NOT NULL,
	"org" uuid NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"total" integer NOT NULL,
	"bad" integer NOT NULL,
	"similar" integer NOT NULL,
	"fresh" integer NOT NULL,
	"changed" integer NOT NULL,
	"done" integer NOT NULL,
	"ignored" jsonb NOT NULL,
	"message" text,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "intake" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"since" date NOT NULL,
	"text" text NOT NULL,
	"source" text NOT NULL,
	"entered_by" text NOT NULL,
	CONSTRAINT "criteria_version" UNIQUE("region","code","version")
);
--> statement-breakpoint
ALTER TABLE "criteria" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "boundary" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"area_code" text NOT NULL,
	"rings" jsonb NOT NULL,
	"source" text NOT NULL,
	"note" text NOT NULL,
	"since" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "boundary" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "spot" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"org" uuid NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"precision" text NOT NULL,
	"note" text NOT NULL,
	"since" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spot" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stat_return" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"enterprise" uuid NOT NULL,
	"scheme" text NOT NULL,
	"month" text NOT NULL,
	"revenue" bigint,
	"software_revenue" bigint,
	"rnd_spend" bigint,
	"profit" bigint,
	"wages" bigint,
	"headcount" integer,
	"town" uuid NOT NULL,
	"zone" uuid,
	"industry" text NOT NULL,
	"division" text NOT NULL,
	"received_on" date NOT NULL,
	"received_by" text NOT NULL,
	"known_until" date
);
--> statement-breakpoint
ALTER TABLE "stat_return" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stat_table" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"title" text NOT NULL,
	"scheme" text NOT NULL,
	"month" text NOT NULL,
	"cell" text NOT NULL,
	"rows" text NOT NULL,
	"columns" text,
	"cells" jsonb NOT NULL,
	"published_on" date NOT NULL,
	"published_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "stat_table" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_proof_file_id_fk" FOREIGN KEY ("proof") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_town_org_id_fk" FOREIGN KEY ("town") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_zone_org_id_fk" FOREIGN KEY ("zone") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_keeper_person_id_fk" FOREIGN KEY ("keeper") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprise" ADD CONSTRAINT "enterprise_keeper_org_org_id_fk" FOREIGN KEY ("keeper_org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ip_right" ADD CONSTRAINT "ip_right_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_evidence_file_id_fk" FOREIGN KEY ("evidence") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filing" ADD CONSTRAINT "filing_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filing" ADD CONSTRAINT "filing_town_org_id_fk" FOREIGN KEY ("town") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filing" ADD CONSTRAINT "filing_zone_org_id_fk" FOREIGN KEY ("zone") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_keeper_org_id_fk" FOREIGN KEY ("keeper") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_row" ADD CONSTRAINT "intake_row_intake_intake_id_fk" FOREIGN KEY ("intake") REFERENCES "public"."intake"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake" ADD CONSTRAINT "intake_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spot" ADD CONSTRAINT "spot_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stat_return" ADD CONSTRAINT "stat_return_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "adoption_open" ON "adoption" USING btree ("org") WHERE status = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX "consent_now" ON "consent" USING btree ("enterprise","purpose") WHERE until is null;--> statement-breakpoint
CREATE INDEX "enterprise_name" ON "enterprise" USING btree ("region","name");--> statement-breakpoint
CREATE INDEX "enterprise_settled" ON "enterprise" USING btree ("region","settled_on" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "enterprise_town" ON "enterprise" USING btree ("town");--> statement-breakpoint
CREATE INDEX "enterprise_zone" ON "enterprise" USING btree ("zone");--> statement-breakpoint
CREATE INDEX "ip_right_enterprise" ON "ip_right" USING btree ("enterprise");--> statement-breakpoint
CREATE INDEX "ip_right_day" ON "ip_right" USING btree ("registered_on");--> statement-breakpoint
CREATE INDEX "presence_enterprise" ON "presence" USING btree ("enterprise","since");--> statement-breakpoint
CREATE UNIQUE INDEX "presence_now" ON "presence" USING btree ("enterprise") WHERE until is null and known_until is null;--> statement-breakpoint
CREATE INDEX "qualification_enterprise" ON "qualification" USING btree ("enterprise");--> statement-breakpoint
CREATE INDEX "qualification_kind" ON "qualification" USING btree ("kind","granted_on");--> statement-breakpoint
CREATE UNIQUE INDEX "filing_current" ON "filing" USING btree ("enterprise","month") WHERE known_from is not null and known_until is null;--> statement-breakpoint
CREATE UNIQUE INDEX "filing_open" ON "filing" USING btree ("enterprise","month") WHERE known_from is null;--> statement-breakpoint
CREATE INDEX "filing_month" ON "filing" USING btree ("region","month","status");--> statement-breakpoint
CREATE INDEX "filing_revenue" ON "filing" USING btree ("region","month","revenue");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_current" ON "entry" USING btree ("region","series","as_of") WHERE known_until is null;--> statement-breakpoint
CREATE UNIQUE INDEX "stat_return_current" ON "stat_return" USING btree ("enterprise","scheme","month") WHERE known_until is null;--> statement-breakpoint
CREATE INDEX "stat_return_month" ON "stat_return" USING btree ("region","month","scheme");--> statement-breakpoint
CREATE INDEX "stat_table_month" ON "stat_table" USING btree ("month");--> statement-breakpoint
CREATE POLICY "journal_enterprise" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' then exists (select 1 from enterprise e where e.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "adoption_region" ON "adoption" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "adoption_see" ON "adoption" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "adoption_add" ON "adoption" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "adoption_change" ON "adoption" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "adoption_remove" ON "adoption" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "consent_region" ON "consent" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "consent_see" ON "consent" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from enterprise e where e.id = enterprise)));--> statement-breakpoint
CREATE POLICY "consent_add" ON "consent" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('enterprise', 'institution') and exists (select 1 from enterprise e where e.id = enterprise and e.org = (select nullif(current_setting('app.org', true), '')::uuid))) or ((select current_setting('app.role', true)) in ('office') and evidence is not null))));--> statement-breakpoint
CREATE POLICY "consent_change" ON "consent" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('enterprise', 'institution') and exists (select 1 from enterprise e where e.id = enterprise and e.org = (select nullif(current_setting('app.org', true), '')::uuid))) or (select current_setting('app.role', true)) in ('office')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('enterprise', 'institution') and exists (select 1 from enterprise e where e.id = enterprise and e.org = (select nullif(current_setting('app.org', true), '')::uuid))) or (select current_setting('app.role', true)) in ('office'))));--> statement-breakpoint
CREATE POLICY "consent_remove" ON "consent" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "enterprise_region" ON "enterprise" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "enterprise_see" ON "enterprise" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department') or (select current_setting('app.role', true)) in ('statistician') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or org = (select nullif(current_setting('app.org', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "enterprise_add" ON "enterprise" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "enterprise_change" ON "enterprise" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or org = (select nullif(current_setting('app.org', true), '')::uuid)))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or org = (select nullif(current_setting('app.org', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "enterprise_remove" ON "enterprise" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "ip_right_region" ON "ip_right" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "ip_right_see" ON "ip_right" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department') or (select current_setting('app.role', true)) in ('statistician') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or exists (select 1 from enterprise e where e.id = enterprise))));--> statement-breakpoint
CREATE POLICY "ip_right_add" ON "ip_right" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('department') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "ip_right_change" ON "ip_right" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "ip_right_remove" ON "ip_right" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "presence_region" ON "presence" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "presence_see" ON "presence" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department') or (select current_setting('app.role', true)) in ('statistician') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and exists (select 1 from enterprise e where e.id = enterprise and e.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "presence_add" ON "presence" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "presence_change" ON "presence" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "presence_remove" ON "presence" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "qualification_region" ON "qualification" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "qualification_see" ON "qualification" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department') or (select current_setting('app.role', true)) in ('statistician') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or exists (select 1 from enterprise e where e.id = enterprise) or enterprise is null)));--> statement-breakpoint
CREATE POLICY "qualification_add" ON "qualification" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('department') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "qualification_change" ON "qualification" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('department') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('town', 'park') and exists (select 1 from enterprise e where e.id = enterprise))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('department') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('town', 'park') and exists (select 1 from enterprise e where e.id = enterprise)))));--> statement-breakpoint
CREATE POLICY "qualification_remove" ON "qualification" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "filing_rule_region" ON "filing_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "filing_rule_see" ON "filing_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "filing_rule_add" ON "filing_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "filing_rule_change" ON "filing_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "filing_rule_remove" ON "filing_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "filing_region" ON "filing" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "filing_see" ON "filing" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and enterprise in (select e.id from enterprise e where e.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "filing_add" ON "filing" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and enterprise in (select e.id from enterprise e where e.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "filing_change" ON "filing" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and enterprise in (select e.id from enterprise e where e.org = (select nullif(current_setting('app.org', true), '')::uuid)))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and enterprise in (select e.id from enterprise e where e.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "filing_remove" ON "filing" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and enterprise in (select e.id from enterprise e where e.org = (select nullif(current_setting('app.org', true), '')::uuid)))) and status = 'draft')));--> statement-breakpoint
CREATE POLICY "tally_region" ON "tally" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "tally_see" ON "tally" AS PERMISSIVE FOR SELECT TO public USING ((select current_setting('app.role', true)) = 'system');--> statement-breakpoint
CREATE POLICY "entry_region" ON "entry" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "entry_see" ON "entry" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "entry_add" ON "entry" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'statistician') and keeper = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "entry_change" ON "entry" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'statistician') and keeper = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'statistician') and keeper = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "entry_remove" ON "entry" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "indicator_region" ON "indicator" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "indicator_see" ON "indicator" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "indicator_add" ON "indicator" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "indicator_change" ON "indicator" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "indicator_remove" ON "indicator" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "publication_region" ON "publication" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "publication_see" ON "publication" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "publication_add" ON "publication" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "publication_change" ON "publication" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "publication_remove" ON "publication" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "intake_row_region" ON "intake_row" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "intake_row_see" ON "intake_row" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from intake i where i.id = intake)));--> statement-breakpoint
CREATE POLICY "intake_row_add" ON "intake_row" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from intake i where i.id = intake)));--> statement-breakpoint
CREATE POLICY "intake_row_change" ON "intake_row" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from intake i where i.id = intake))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from intake i where i.id = intake)));--> statement-breakpoint
CREATE POLICY "intake_row_remove" ON "intake_row" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from intake i where i.id = intake)));--> statement-breakpoint
CREATE POLICY "intake_region" ON "intake" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "intake_see" ON "intake" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town', 'statistician') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "intake_add" ON "intake" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town', 'statistician') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "intake_change" ON "intake" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town', 'statistician') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town', 'statistician') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "intake_remove" ON "intake" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "criteria_region" ON "criteria" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "criteria_see" ON "criteria" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "criteria_add" ON "criteria" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "criteria_change" ON "criteria" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "criteria_remove" ON "criteria" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "boundary_region" ON "boundary" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "boundary_see" ON "boundary" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "boundary_add" ON "boundary" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "boundary_change" ON "boundary" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "boundary_remove" ON "boundary" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "spot_region" ON "spot" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "spot_see" ON "spot" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "spot_add" ON "spot" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "spot_change" ON "spot" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "spot_remove" ON "spot" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "stat_return_region" ON "stat_return" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "stat_return_see" ON "stat_return" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('statistician') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and enterprise in (select e.id from enterprise e where e.org = (select nullif(current_setting('app.org', true), '')::uuid))) or ((select current_setting('app.role', true)) in ('office', 'department') and exists (select 1 from consent c where c.enterprise = stat_return.enterprise and c.purpose in ('policy', 'appraisal') and c.until is null)))));--> statement-breakpoint
CREATE POLICY "stat_return_add" ON "stat_return" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('statistician')));--> statement-breakpoint
CREATE POLICY "stat_return_change" ON "stat_return" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('statistician'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('statistician')));--> statement-breakpoint
CREATE POLICY "stat_return_remove" ON "stat_return" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "stat_table_region" ON "stat_table" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "stat_table_see" ON "stat_table" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "stat_table_add" ON "stat_table" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('statistician')));--> statement-breakpoint
CREATE POLICY "stat_table_change" ON "stat_table" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "stat_table_remove" ON "stat_table" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
ALTER POLICY "journal_see" ON "journal" TO public USING (region = (select current_setting('app.region', true)) and ((select current_setting('app.role', true)) in ('auditor', 'system')
  or (audience = 'internal' and (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician'))
  or (audience = 'own' and (owner = (select nullif(current_setting('app.org', true), '')::uuid) or (select current_setting('app.role', true)) in ('office', 'leader')))));--> statement-breakpoint
ALTER POLICY "file_see" ON "file" TO public USING (((select current_setting('app.role', true)) = 'system' or ((audience = 'internal' and (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')) or org = (select nullif(current_setting('app.org', true), '')::uuid) or (select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) = 'leader'))));--> statement-breakpoint
ALTER POLICY "person_see" ON "person" TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') or (select current_setting('app.role', true)) in ('sysadmin', 'secadmin', 'auditor'))));--> statement-breakpoint
ALTER POLICY "post_see" ON "post" TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') or (select current_setting('app.role', true)) in ('sysadmin', 'secadmin', 'auditor'))));--> statement-breakpoint
ALTER POLICY "measure_see" ON "measure" TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
ALTER POLICY "milestone_see" ON "milestone" TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
ALTER POLICY "override_see" ON "override" TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
ALTER POLICY "report_see" ON "report" TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and (org = (select nullif(current_setting('app.org', true), '')::uuid) or status <> 'draft'))));--> statement-breakpoint
SELECT journal_attach('boundary', 'internal');
SELECT journal_attach('spot', 'internal', 'org');
SELECT journal_attach('enterprise', 'matter', 'id', '', 'contact,phone');
SELECT journal_attach('qualification', 'internal', 'enterprise');
SELECT journal_attach('ip_right', 'matter', 'enterprise');
SELECT journal_attach('consent', 'matter', 'enterprise');
SELECT journal_attach('adoption', 'own', 'id', 'org');
SELECT journal_attach('filing', 'matter', 'enterprise');
SELECT journal_attach('filing_rule', 'internal');
SELECT journal_attach('indicator', 'internal', 'id', '', 'text');
SELECT journal_attach('entry', 'internal', 'id', 'keeper');
SELECT journal_attach('publication', 'internal');
SELECT journal_attach('intake', 'own', 'id', 'org');
SELECT journal_attach('criteria', 'internal');
SELECT journal_attach('stat_return', 'audit', 'enterprise', '', 'revenue,software_revenue,rnd_spend,profit,wages,headcount');
SELECT journal_attach('stat_table', 'internal');
