CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "journal" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"region" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"role" text NOT NULL,
	"org" uuid,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"row_id" text NOT NULL,
	"operation" text NOT NULL,
	"audience" text NOT NULL,
	"owner" uuid,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"algorithm" text NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "journal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "content" (
	"file" uuid PRIMARY KEY NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "content" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"org" uuid,
	"uploaded_by" text NOT NULL,
	"audience" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_once" UNIQUE("provider_id","account_id"),
	CONSTRAINT "account_one_each" UNIQUE("user_id","provider_id")
);
--> statement-breakpoint
ALTER TABLE "auth"."account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."lockout" (
	"username" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"failures" integer NOT NULL,
	"until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "auth"."lockout" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"method" text DEFAULT 'password' NOT NULL,
	"post" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "auth"."session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."sign_in" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"region" text NOT NULL,
	"username" text NOT NULL,
	"account" text,
	"event" text NOT NULL,
	"method" text NOT NULL,
	"ip" text,
	"agent" text
);
--> statement-breakpoint
ALTER TABLE "auth"."sign_in" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT false NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "two_factor_user" UNIQUE("user_id")
);
--> statement-breakpoint
ALTER TABLE "auth"."two_factor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"name" text NOT NULL,
	"username" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT true NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"must_change" boolean DEFAULT true NOT NULL,
	"locked" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_username" UNIQUE("username"),
	CONSTRAINT "user_email" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "auth"."user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "auth"."verification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "jurisdiction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"area_code" text NOT NULL,
	"area_name" text NOT NULL,
	"governed" boolean NOT NULL,
	"governed_by" text NOT NULL,
	"basis" text NOT NULL,
	"since" date NOT NULL,
	"until" date
);
--> statement-breakpoint
ALTER TABLE "jurisdiction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"body" uuid NOT NULL,
	"org" uuid NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "member_once" UNIQUE("body","org","since")
);
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "org" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" text NOT NULL,
	"parent" uuid,
	"aliases" jsonb NOT NULL,
	"area_code" text,
	"duties" text,
	"since" date,
	"until" date,
	CONSTRAINT "org_name" UNIQUE("region","name")
);
--> statement-breakpoint
ALTER TABLE "org" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"name" text NOT NULL,
	"account" text,
	CONSTRAINT "person_account" UNIQUE("account")
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"person" uuid NOT NULL,
	"org" uuid NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"since" date NOT NULL,
	"until" date
);
--> statement-breakpoint
ALTER TABLE "post" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "goal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"plan" uuid NOT NULL,
	"key" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"span_start" integer,
	"span_end" integer,
	"number" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "goal_key" UNIQUE("plan","key")
);
--> statement-breakpoint
ALTER TABLE "goal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task_group" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"plan" uuid NOT NULL,
	"key" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"span_start" integer,
	"span_end" integer,
	"number" text,
	"title" text NOT NULL,
	CONSTRAINT "task_group_key" UNIQUE("plan","key")
);
--> statement-breakpoint
ALTER TABLE "task_group" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"series" uuid NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"document_number" text,
	"issuer" text,
	"issued_on" date,
	"from" integer NOT NULL,
	"to" integer NOT NULL,
	"follows" uuid,
	"file" uuid,
	"text" text NOT NULL,
	"directions" jsonb NOT NULL,
	"working_groups" jsonb NOT NULL,
	"copied_to" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	"published_on" date,
	"published_by" text,
	"revision" text,
	"demo" boolean NOT NULL,
	CONSTRAINT "plan_version" UNIQUE("series","version")
);
--> statement-breakpoint
ALTER TABLE "plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "safeguard" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"plan" uuid NOT NULL,
	"key" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"span_start" integer,
	"span_end" integer,
	"number" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "safeguard_key" UNIQUE("plan","key")
);
--> statement-breakpoint
ALTER TABLE "safeguard" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "target" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"plan" uuid NOT NULL,
	"key" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"span_start" integer,
	"span_end" integer,
	"subject" text NOT NULL,
	"comparator" text NOT NULL,
	"value" double precision,
	"upper" double precision,
	"unit" text,
	"kind" text NOT NULL,
	"year" integer,
	"scope" jsonb NOT NULL,
	"baseline_value" double precision,
	"baseline_year" integer,
	"baseline_source" text,
	"baseline_signed_by" text,
	"baseline_signed_on" date,
	"keeper" uuid,
	"owners" jsonb NOT NULL,
	CONSTRAINT "target_key" UNIQUE("plan","key")
);
--> statement-breakpoint
ALTER TABLE "target" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task_unit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"plan" uuid NOT NULL,
	"task" uuid NOT NULL,
	"task_key" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"printed" text NOT NULL,
	"duty" text NOT NULL,
	"org" uuid,
	"confirmed_by" text,
	CONSTRAINT "task_unit_once" UNIQUE("task","printed","org")
);
--> statement-breakpoint
ALTER TABLE "task_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"plan" uuid NOT NULL,
	"key" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"span_start" integer,
	"span_end" integer,
	"number" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"task_group" uuid,
	CONSTRAINT "task_key" UNIQUE("plan","key")
);
--> statement-breakpoint
ALTER TABLE "task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "zone" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"plan" uuid NOT NULL,
	"key" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"span_start" integer,
	"span_end" integer,
	"name" text NOT NULL,
	"note" text,
	"carriers" jsonb NOT NULL,
	"brand" text,
	"text" text NOT NULL,
	"org" uuid,
	CONSTRAINT "zone_key" UNIQUE("plan","key")
);
--> statement-breakpoint
ALTER TABLE "zone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reading" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"target" uuid NOT NULL,
	"as_of" date NOT NULL,
	"value" double precision NOT NULL,
	"source" text NOT NULL,
	"keeper" uuid NOT NULL,
	"entered_by" text NOT NULL,
	"entered_on" date NOT NULL,
	"replaces" uuid,
	"reason" text,
	CONSTRAINT "reading_replaced_once" UNIQUE("replaces")
);
--> statement-breakpoint
ALTER TABLE "reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "waypoint" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"target" uuid NOT NULL,
	"year" integer NOT NULL,
	"value" double precision NOT NULL,
	CONSTRAINT "waypoint_year" UNIQUE("target","year")
);
--> statement-breakpoint
ALTER TABLE "waypoint" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"task" uuid NOT NULL,
	"title" text NOT NULL,
	"owner" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"ordinal" integer NOT NULL,
	"dropped_on" date,
	"drop_reason" text
);
--> statement-breakpoint
ALTER TABLE "measure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"task" uuid NOT NULL,
	"measure" uuid NOT NULL,
	"title" text NOT NULL,
	"owner" uuid NOT NULL,
	"due_on" date NOT NULL,
	"evidence_wanted" text NOT NULL,
	"done_on" date,
	"evidence" text,
	"files" jsonb NOT NULL,
	"ordinal" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "milestone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "override" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"task" uuid NOT NULL,
	"light" text NOT NULL,
	"reason" text NOT NULL,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"by" text NOT NULL,
	"lifted_on" date
);
--> statement-breakpoint
ALTER TABLE "override" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"task" uuid NOT NULL,
	"org" uuid NOT NULL,
	"month" text NOT NULL,
	"status" text NOT NULL,
	"unchanged" boolean NOT NULL,
	"progress" text NOT NULL,
	"problems" text,
	"next" text,
	"submitted_on" date,
	"submitted_by" text,
	"reviewed_on" date,
	"opinion" text,
	CONSTRAINT "report_month" UNIQUE("task","org","month")
);
--> statement-breakpoint
ALTER TABLE "report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "content" ADD CONSTRAINT "content_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_body_org_id_fk" FOREIGN KEY ("body") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post" ADD CONSTRAINT "post_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal" ADD CONSTRAINT "goal_plan_plan_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_group" ADD CONSTRAINT "task_group_plan_plan_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguard" ADD CONSTRAINT "safeguard_plan_plan_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_plan_plan_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_keeper_org_id_fk" FOREIGN KEY ("keeper") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_unit" ADD CONSTRAINT "task_unit_plan_plan_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_unit" ADD CONSTRAINT "task_unit_task_task_id_fk" FOREIGN KEY ("task") REFERENCES "public"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_unit" ADD CONSTRAINT "task_unit_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_plan_plan_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_task_group_task_group_id_fk" FOREIGN KEY ("task_group") REFERENCES "public"."task_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone" ADD CONSTRAINT "zone_plan_plan_id_fk" FOREIGN KEY ("plan") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading" ADD CONSTRAINT "reading_keeper_org_id_fk" FOREIGN KEY ("keeper") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure" ADD CONSTRAINT "measure_owner_org_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_measure_measure_id_fk" FOREIGN KEY ("measure") REFERENCES "public"."measure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_owner_org_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal" USING btree ("subject","seq");--> statement-breakpoint
CREATE INDEX "journal_region" ON "journal" USING btree ("region","seq");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_account" ON "auth"."sign_in" USING btree ("account","at");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "auth"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "post_person" ON "post" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_current" ON "plan" USING btree ("series") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "task_unit_key" ON "task_unit" USING btree ("task_key","org");--> statement-breakpoint
CREATE INDEX "reading_target" ON "reading" USING btree ("target","as_of");--> statement-breakpoint
CREATE INDEX "measure_task" ON "measure" USING btree ("task");--> statement-breakpoint
CREATE INDEX "milestone_task" ON "milestone" USING btree ("task");--> statement-breakpoint
CREATE INDEX "milestone_due" ON "milestone" USING btree ("due_on");--> statement-breakpoint
CREATE INDEX "override_task" ON "override" USING btree ("task");--> statement-breakpoint
CREATE INDEX "report_by_month" ON "report" USING btree ("month");--> statement-breakpoint
CREATE POLICY "journal_see" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and ((select current_setting('app.role', true)) in ('auditor', 'system')
  or (audience = 'internal' and (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town'))
  or (audience = 'own' and (owner = (select nullif(current_setting('app.org', true), '')::uuid) or (select current_setting('app.role', true)) in ('office', 'leader')))));--> statement-breakpoint
CREATE POLICY "content_region" ON "content" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "content_see" ON "content" AS PERMISSIVE FOR SELECT TO public USING (exists (select 1 from file f where f.id = file));--> statement-breakpoint
CREATE POLICY "content_add" ON "content" AS PERMISSIVE FOR INSERT TO public WITH CHECK (exists (select 1 from file f where f.id = file));--> statement-breakpoint
CREATE POLICY "file_region" ON "file" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "file_see" ON "file" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((audience = 'internal' and (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town')) or org = (select nullif(current_setting('app.org', true), '')::uuid) or (select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) = 'leader'))));--> statement-breakpoint
CREATE POLICY "file_add" ON "file" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (org = (select nullif(current_setting('app.org', true), '')::uuid) or (select current_setting('app.role', true)) in ('office'))));--> statement-breakpoint
CREATE POLICY "file_change" ON "file" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "file_remove" ON "file" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "account_login" ON "auth"."account" AS PERMISSIVE FOR ALL TO public USING (current_user = 'mantianxing_auth') WITH CHECK (current_user = 'mantianxing_auth');--> statement-breakpoint
CREATE POLICY "lockout_login" ON "auth"."lockout" AS PERMISSIVE FOR ALL TO public USING (current_user = 'mantianxing_auth') WITH CHECK (current_user = 'mantianxing_auth');--> statement-breakpoint
CREATE POLICY "session_login" ON "auth"."session" AS PERMISSIVE FOR ALL TO public USING (current_user = 'mantianxing_auth') WITH CHECK (current_user = 'mantianxing_auth');--> statement-breakpoint
CREATE POLICY "sign_in_see" ON "auth"."sign_in" AS PERMISSIVE FOR SELECT TO public USING (current_user = 'mantianxing_auth');--> statement-breakpoint
CREATE POLICY "sign_in_add" ON "auth"."sign_in" AS PERMISSIVE FOR INSERT TO public WITH CHECK (current_user = 'mantianxing_auth');--> statement-breakpoint
CREATE POLICY "two_factor_login" ON "auth"."two_factor" AS PERMISSIVE FOR ALL TO public USING (current_user = 'mantianxing_auth') WITH CHECK (current_user = 'mantianxing_auth');--> statement-breakpoint
CREATE POLICY "user_login" ON "auth"."user" AS PERMISSIVE FOR ALL TO public USING (current_user = 'mantianxing_auth') WITH CHECK (current_user = 'mantianxing_auth');--> statement-breakpoint
CREATE POLICY "verification_login" ON "auth"."verification" AS PERMISSIVE FOR ALL TO public USING (current_user = 'mantianxing_auth') WITH CHECK (current_user = 'mantianxing_auth');--> statement-breakpoint
CREATE POLICY "jurisdiction_region" ON "jurisdiction" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "jurisdiction_see" ON "jurisdiction" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "jurisdiction_add" ON "jurisdiction" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "jurisdiction_change" ON "jurisdiction" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "jurisdiction_remove" ON "jurisdiction" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "member_region" ON "member" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "member_see" ON "member" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "member_add" ON "member" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "member_change" ON "member" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "member_remove" ON "member" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "org_region" ON "org" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "org_see" ON "org" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "org_add" ON "org" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "org_change" ON "org" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "org_remove" ON "org" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "person_region" ON "person" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "person_see" ON "person" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town') or (select current_setting('app.role', true)) in ('sysadmin', 'secadmin', 'auditor'))));--> statement-breakpoint
CREATE POLICY "person_add" ON "person" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "person_change" ON "person" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "person_remove" ON "person" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "post_region" ON "post" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "post_see" ON "post" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town') or (select current_setting('app.role', true)) in ('sysadmin', 'secadmin', 'auditor'))));--> statement-breakpoint
CREATE POLICY "post_add" ON "post" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "post_change" ON "post" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or (select current_setting('app.role', true)) in ('secadmin'))));--> statement-breakpoint
CREATE POLICY "post_remove" ON "post" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "post_appointment" ON "post" AS RESTRICTIVE FOR INSERT TO public WITH CHECK ((role not in ('sysadmin', 'secadmin', 'auditor') or (select current_setting('app.role', true)) in ('secadmin', 'system')));--> statement-breakpoint
CREATE POLICY "post_dismissal" ON "post" AS RESTRICTIVE FOR UPDATE TO public USING ((role not in ('sysadmin', 'secadmin', 'auditor') or (select current_setting('app.role', true)) in ('secadmin', 'system'))) WITH CHECK ((role not in ('sysadmin', 'secadmin', 'auditor') or (select current_setting('app.role', true)) in ('secadmin', 'system')));--> statement-breakpoint
CREATE POLICY "goal_region" ON "goal" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "goal_see" ON "goal" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from plan p where p.id = plan)));--> statement-breakpoint
CREATE POLICY "goal_add" ON "goal" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "goal_change" ON "goal" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "goal_remove" ON "goal" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_group_region" ON "task_group" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "task_group_see" ON "task_group" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from plan p where p.id = plan)));--> statement-breakpoint
CREATE POLICY "task_group_add" ON "task_group" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_group_change" ON "task_group" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_group_remove" ON "task_group" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "plan_region" ON "plan" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "plan_see" ON "plan" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or status <> 'draft')));--> statement-breakpoint
CREATE POLICY "plan_add" ON "plan" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "plan_change" ON "plan" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "plan_remove" ON "plan" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and status = 'draft')));--> statement-breakpoint
CREATE POLICY "safeguard_region" ON "safeguard" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "safeguard_see" ON "safeguard" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from plan p where p.id = plan)));--> statement-breakpoint
CREATE POLICY "safeguard_add" ON "safeguard" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "safeguard_change" ON "safeguard" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "safeguard_remove" ON "safeguard" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "target_region" ON "target" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "target_see" ON "target" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from plan p where p.id = plan)));--> statement-breakpoint
CREATE POLICY "target_add" ON "target" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "target_change" ON "target" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "target_remove" ON "target" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_unit_region" ON "task_unit" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "task_unit_see" ON "task_unit" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from plan p where p.id = plan)));--> statement-breakpoint
CREATE POLICY "task_unit_add" ON "task_unit" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_unit_change" ON "task_unit" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_unit_remove" ON "task_unit" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_region" ON "task" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "task_see" ON "task" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from plan p where p.id = plan)));--> statement-breakpoint
CREATE POLICY "task_add" ON "task" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_change" ON "task" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "task_remove" ON "task" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "zone_region" ON "zone" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "zone_see" ON "zone" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from plan p where p.id = plan)));--> statement-breakpoint
CREATE POLICY "zone_add" ON "zone" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "zone_change" ON "zone" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "zone_remove" ON "zone" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') and exists (select 1 from plan p where p.id = plan and p.status = 'draft'))));--> statement-breakpoint
CREATE POLICY "reading_region" ON "reading" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "reading_see" ON "reading" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "reading_add" ON "reading" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and keeper = (select nullif(current_setting('app.org', true), '')::uuid) and exists (select 1 from target t join plan p on p.id = t.plan
    where t.key = reading.target and t.keeper = (select nullif(current_setting('app.org', true), '')::uuid) and p.status = 'published')) or ((select current_setting('app.role', true)) in ('office') and keeper = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "reading_change" ON "reading" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "reading_remove" ON "reading" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "waypoint_region" ON "waypoint" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "waypoint_see" ON "waypoint" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "waypoint_add" ON "waypoint" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "waypoint_change" ON "waypoint" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "waypoint_remove" ON "waypoint" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "measure_region" ON "measure" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "measure_see" ON "measure" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town')));--> statement-breakpoint
CREATE POLICY "measure_add" ON "measure" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = measure.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published')))));--> statement-breakpoint
CREATE POLICY "measure_change" ON "measure" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = measure.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published'))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = measure.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published')))));--> statement-breakpoint
CREATE POLICY "measure_remove" ON "measure" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "milestone_region" ON "milestone" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "milestone_see" ON "milestone" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town')));--> statement-breakpoint
CREATE POLICY "milestone_add" ON "milestone" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = milestone.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published')))));--> statement-breakpoint
CREATE POLICY "milestone_change" ON "milestone" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = milestone.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published')) or (owner = (select nullif(current_setting('app.org', true), '')::uuid) and ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = milestone.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and p.status = 'published')))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = milestone.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published')) or (owner = (select nullif(current_setting('app.org', true), '')::uuid) and ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = milestone.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and p.status = 'published'))))));--> statement-breakpoint
CREATE POLICY "milestone_remove" ON "milestone" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "override_region" ON "override" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "override_see" ON "override" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town')));--> statement-breakpoint
CREATE POLICY "override_add" ON "override" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = override.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published')))));--> statement-breakpoint
CREATE POLICY "override_change" ON "override" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = override.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published'))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = override.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and u.duty = 'lead' and p.status = 'published')))));--> statement-breakpoint
CREATE POLICY "override_remove" ON "override" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "report_region" ON "report" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "report_see" ON "report" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town') and (org = (select nullif(current_setting('app.org', true), '')::uuid) or status <> 'draft'))));--> statement-breakpoint
CREATE POLICY "report_add" ON "report" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (org = (select nullif(current_setting('app.org', true), '')::uuid) and ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = report.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and p.status = 'published')))));--> statement-breakpoint
CREATE POLICY "report_change" ON "report" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((org = (select nullif(current_setting('app.org', true), '')::uuid) and ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = report.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and p.status = 'published'))) or ((select current_setting('app.role', true)) in ('office') and status <> 'draft')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((org = (select nullif(current_setting('app.org', true), '')::uuid) and ((select current_setting('app.role', true)) in ('office', 'department', 'park', 'town') and exists (select 1 from task_unit u join plan p on p.id = u.plan
      where u.task_key = report.task and u.org = (select nullif(current_setting('app.org', true), '')::uuid) and p.status = 'published'))) or ((select current_setting('app.role', true)) in ('office') and status <> 'draft'))));--> statement-breakpoint
CREATE POLICY "report_remove" ON "report" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));