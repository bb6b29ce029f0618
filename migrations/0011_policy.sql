CREATE TABLE "appeal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"claim" uuid NOT NULL,
	"org" uuid,
	"text" text NOT NULL,
	"file" uuid,
	"raised_on" date NOT NULL,
	"due_on" date NOT NULL,
	"upheld" boolean,
	"finding" text,
	"decided_on" date,
	"by" text
);
--> statement-breakpoint
ALTER TABLE "appeal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_material" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"claim" uuid NOT NULL,
	"title" text NOT NULL,
	"file" uuid NOT NULL,
	"file_name" text NOT NULL,
	"scan" text NOT NULL,
	"until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "claim_material" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_opinion" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"claim" uuid NOT NULL,
	"round" integer NOT NULL,
	"department" uuid NOT NULL,
	"due_on" date NOT NULL,
	"opinion" text,
	"amount" bigint,
	"text" text,
	"given_on" date,
	"by" text,
	CONSTRAINT "claim_opinion_once" UNIQUE("claim","round","department")
);
--> statement-breakpoint
ALTER TABLE "claim_opinion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_pause" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"claim" uuid NOT NULL,
	"step" uuid NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"reason" text NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claim_pause" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"days" jsonb NOT NULL,
	"publicity_days" integer NOT NULL,
	"objection_days" integer NOT NULL,
	"appeal_days" integer NOT NULL,
	"queue_by" text NOT NULL,
	"treasury" uuid,
	"basis" text NOT NULL,
	CONSTRAINT "claim_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "claim_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"claim" uuid NOT NULL,
	"state" text NOT NULL,
	"holder" uuid,
	"since" date NOT NULL,
	"days" integer NOT NULL,
	"due_on" date NOT NULL,
	"ended_on" date,
	"result" text,
	"opinion" text,
	"by" text
);
--> statement-breakpoint
ALTER TABLE "claim_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"cycle" uuid NOT NULL,
	"channel" text NOT NULL,
	"policy" uuid NOT NULL,
	"version" uuid NOT NULL,
	"clause" text NOT NULL,
	"title" text NOT NULL,
	"line" text NOT NULL,
	"year" integer NOT NULL,
	"enterprise" uuid NOT NULL,
	"name" text NOT NULL,
	"org" uuid,
	"project" text,
	"declared" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"past" jsonb NOT NULL,
	"decision" jsonb,
	"verdict" text,
	"asked" bigint,
	"computed" bigint,
	"approved" bigint,
	"reason" text,
	"status" text NOT NULL,
	"return_to" text,
	"holder" uuid,
	"due_on" date,
	"hands" jsonb NOT NULL,
	"account" uuid,
	"submitted_at" timestamp with time zone,
	"publicity" uuid,
	"closed_on" date,
	"outcome" text,
	CONSTRAINT "claim_number" UNIQUE("region","number")
);
--> statement-breakpoint
ALTER TABLE "claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim_cycle" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"title" text NOT NULL,
	"channel" text NOT NULL,
	"policy" uuid NOT NULL,
	"version" uuid NOT NULL,
	"clauses" jsonb NOT NULL,
	"year" integer NOT NULL,
	"org" uuid NOT NULL,
	"jury" jsonb NOT NULL,
	"status" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date,
	"as_of" date NOT NULL,
	"basis" text,
	"opened_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claim_cycle" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "objection" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"token" text NOT NULL,
	"publicity" uuid NOT NULL,
	"claim" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"text" text NOT NULL,
	"raised_on" date NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"finding" text,
	"decided_on" date,
	"by" text,
	CONSTRAINT "objection_number" UNIQUE("region","number"),
	CONSTRAINT "objection_token" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "objection" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "publicity" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"cycle" uuid NOT NULL,
	"status" text NOT NULL,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"days" integer NOT NULL,
	"org" uuid NOT NULL,
	"phone" text NOT NULL,
	CONSTRAINT "publicity_number" UNIQUE("region","number"),
	CONSTRAINT "publicity_days" CHECK (days >= 5)
);
--> statement-breakpoint
ALTER TABLE "publicity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "publicity_item" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"publicity" uuid NOT NULL,
	"claim" uuid NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"article" text NOT NULL,
	"asked" bigint,
	"approved" bigint NOT NULL,
	CONSTRAINT "publicity_item_once" UNIQUE("publicity","claim")
);
--> statement-breakpoint
ALTER TABLE "publicity_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "screening_row" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"screening" uuid NOT NULL,
	"enterprise" uuid NOT NULL,
	"org" uuid,
	"zone" uuid,
	"town" uuid,
	"facts" jsonb NOT NULL,
	"past" jsonb NOT NULL,
	"decisions" jsonb NOT NULL,
	"granted" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "screening_row_once" UNIQUE("screening","enterprise")
);
--> statement-breakpoint
ALTER TABLE "screening_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "screening" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"cycle" uuid,
	"version" uuid NOT NULL,
	"as_of" date NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"firms" integer NOT NULL,
	"eligible" integer NOT NULL,
	"amount" bigint NOT NULL,
	"digest" text,
	"started_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "screening" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payee_account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"enterprise" uuid NOT NULL,
	"org" uuid,
	"holder" text NOT NULL,
	"bank" text NOT NULL,
	"number" text NOT NULL,
	"since" date NOT NULL,
	"until" date
);
--> statement-breakpoint
ALTER TABLE "payee_account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "award" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"enterprise" uuid NOT NULL,
	"org" uuid,
	"claim" uuid,
	"clause" text NOT NULL,
	"title" text NOT NULL,
	"year" integer NOT NULL,
	"project" text,
	"milestone" text,
	"amount" bigint NOT NULL,
	"on" date NOT NULL,
	"known_until" date,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "award" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pot_entry" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"pot" uuid NOT NULL,
	"kind" text NOT NULL,
	"matter" uuid NOT NULL,
	"reserved" bigint NOT NULL,
	"committed" bigint NOT NULL,
	"paid" bigint NOT NULL,
	"on" date NOT NULL,
	"by" text NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "pot_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pot" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"year" integer NOT NULL,
	"line" text NOT NULL,
	"amount" bigint NOT NULL,
	"reserved" bigint NOT NULL,
	"committed" bigint NOT NULL,
	"paid" bigint NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "pot_once" UNIQUE("region","year","line"),
	CONSTRAINT "pot_amount" CHECK (amount >= 0),
	CONSTRAINT "pot_balances" CHECK (reserved >= 0 and committed >= 0 and paid >= 0),
	CONSTRAINT "pot_not_overspent" CHECK (reserved + committed + paid <= amount)
);
--> statement-breakpoint
ALTER TABLE "pot" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commitment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"claim" uuid NOT NULL,
	"enterprise" uuid NOT NULL,
	"org" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"outcome" jsonb,
	"recover" bigint NOT NULL,
	"recovered" bigint NOT NULL,
	"note" text,
	"closed_on" date
);
--> statement-breakpoint
ALTER TABLE "commitment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"remittance" uuid NOT NULL,
	"claim" uuid NOT NULL,
	"enterprise" uuid NOT NULL,
	"org" uuid,
	"payee" text NOT NULL,
	"holder" text NOT NULL,
	"bank" text NOT NULL,
	"account_number" text NOT NULL,
	"amount" bigint NOT NULL,
	"status" text NOT NULL,
	"settled_on" date,
	"voucher" text,
	"failure" text
);
--> statement-breakpoint
ALTER TABLE "payment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "remittance" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"made_on" date NOT NULL,
	"sent_on" date,
	"by" text NOT NULL,
	CONSTRAINT "remittance_number" UNIQUE("region","number")
);
--> statement-breakpoint
ALTER TABLE "remittance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bid_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"bid" uuid NOT NULL,
	"status" text NOT NULL,
	"on" date NOT NULL,
	"note" text,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bid_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fair_review" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"version" uuid NOT NULL,
	"policy" uuid NOT NULL,
	"opinion" text NOT NULL,
	"items" jsonb NOT NULL,
	"basis" text,
	"reviewed_on" date NOT NULL,
	"unit" text NOT NULL,
	"file" uuid,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "fair_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policy" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"level" text NOT NULL,
	"demonstration" boolean NOT NULL,
	"issuer" text NOT NULL,
	"number" text,
	"issued_on" date,
	"since" date NOT NULL,
	"until" date,
	"status" text NOT NULL,
	"successor" uuid,
	"org" uuid,
	"summary" text,
	"guide" jsonb,
	"body" text,
	"file" uuid,
	"source" text NOT NULL,
	CONSTRAINT "policy_code" UNIQUE("region","code")
);
--> statement-breakpoint
ALTER TABLE "policy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policy_question" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"token" text NOT NULL,
	"policy" uuid,
	"clause" text,
	"org" uuid,
	"name" text NOT NULL,
	"phone" text,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"holder" uuid,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"answer" text,
	"answered_on" date,
	"answered_by" text,
	"open" boolean NOT NULL,
	CONSTRAINT "policy_question_number" UNIQUE("region","number"),
	CONSTRAINT "policy_question_token" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "policy_question" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "policy_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"policy" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"digest" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"status" text NOT NULL,
	"base" uuid,
	"note" text,
	"saved_by" text NOT NULL,
	"published_on" date,
	"published_by" text,
	CONSTRAINT "policy_version_once" UNIQUE("policy","number")
);
--> statement-breakpoint
ALTER TABLE "policy_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scenario" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"title" text NOT NULL,
	"policy" uuid NOT NULL,
	"base" uuid NOT NULL,
	"text" text NOT NULL,
	"changes" jsonb NOT NULL,
	"year" integer NOT NULL,
	"outcome" jsonb NOT NULL,
	"draft" uuid,
	"saved_by" text NOT NULL,
	"saved_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "scenario" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "upper_bid" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"call" uuid NOT NULL,
	"enterprise" uuid NOT NULL,
	"org" uuid,
	"project" text NOT NULL,
	"partners" jsonb NOT NULL,
	"requested" bigint NOT NULL,
	"status" text NOT NULL,
	"handed_in_on" date,
	"granted" bigint,
	"granted_on" date,
	"paid" bigint NOT NULL,
	"note" text,
	"file" uuid,
	CONSTRAINT "upper_bid_number" UNIQUE("region","number"),
	CONSTRAINT "upper_bid_once" UNIQUE("call","enterprise","project")
);
--> statement-breakpoint
ALTER TABLE "upper_bid" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "upper_call" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"title" text NOT NULL,
	"level" text NOT NULL,
	"issuer" text NOT NULL,
	"number" text,
	"opened_on" date NOT NULL,
	"deadline" date NOT NULL,
	"inner_deadline" date NOT NULL,
	"org" uuid NOT NULL,
	"most" integer,
	"text" text NOT NULL,
	"file" uuid
);
--> statement-breakpoint
ALTER TABLE "upper_call" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_material" ADD CONSTRAINT "claim_material_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_material" ADD CONSTRAINT "claim_material_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_opinion" ADD CONSTRAINT "claim_opinion_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_opinion" ADD CONSTRAINT "claim_opinion_department_org_id_fk" FOREIGN KEY ("department") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_pause" ADD CONSTRAINT "claim_pause_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_pause" ADD CONSTRAINT "claim_pause_step_claim_step_id_fk" FOREIGN KEY ("step") REFERENCES "public"."claim_step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_step" ADD CONSTRAINT "claim_step_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_step" ADD CONSTRAINT "claim_step_holder_org_id_fk" FOREIGN KEY ("holder") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_cycle_claim_cycle_id_fk" FOREIGN KEY ("cycle") REFERENCES "public"."claim_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_policy_policy_id_fk" FOREIGN KEY ("policy") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_version_policy_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_holder_org_id_fk" FOREIGN KEY ("holder") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_account_payee_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."payee_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_publicity_publicity_id_fk" FOREIGN KEY ("publicity") REFERENCES "public"."publicity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_cycle" ADD CONSTRAINT "claim_cycle_policy_policy_id_fk" FOREIGN KEY ("policy") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_cycle" ADD CONSTRAINT "claim_cycle_version_policy_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_cycle" ADD CONSTRAINT "claim_cycle_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_publicity_publicity_id_fk" FOREIGN KEY ("publicity") REFERENCES "public"."publicity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity" ADD CONSTRAINT "publicity_cycle_claim_cycle_id_fk" FOREIGN KEY ("cycle") REFERENCES "public"."claim_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity" ADD CONSTRAINT "publicity_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_item" ADD CONSTRAINT "publicity_item_publicity_publicity_id_fk" FOREIGN KEY ("publicity") REFERENCES "public"."publicity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_item" ADD CONSTRAINT "publicity_item_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_row" ADD CONSTRAINT "screening_row_screening_screening_id_fk" FOREIGN KEY ("screening") REFERENCES "public"."screening"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening" ADD CONSTRAINT "screening_cycle_claim_cycle_id_fk" FOREIGN KEY ("cycle") REFERENCES "public"."claim_cycle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening" ADD CONSTRAINT "screening_version_policy_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payee_account" ADD CONSTRAINT "payee_account_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pot_entry" ADD CONSTRAINT "pot_entry_pot_pot_id_fk" FOREIGN KEY ("pot") REFERENCES "public"."pot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_remittance_remittance_id_fk" FOREIGN KEY ("remittance") REFERENCES "public"."remittance"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_claim_claim_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_step" ADD CONSTRAINT "bid_step_bid_upper_bid_id_fk" FOREIGN KEY ("bid") REFERENCES "public"."upper_bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_review" ADD CONSTRAINT "fair_review_version_policy_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_review" ADD CONSTRAINT "fair_review_policy_policy_id_fk" FOREIGN KEY ("policy") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_review" ADD CONSTRAINT "fair_review_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy" ADD CONSTRAINT "policy_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy" ADD CONSTRAINT "policy_successor_policy_id_fk" FOREIGN KEY ("successor") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy" ADD CONSTRAINT "policy_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_question" ADD CONSTRAINT "policy_question_policy_policy_id_fk" FOREIGN KEY ("policy") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_question" ADD CONSTRAINT "policy_question_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_question" ADD CONSTRAINT "policy_question_holder_org_id_fk" FOREIGN KEY ("holder") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_policy_policy_id_fk" FOREIGN KEY ("policy") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_base_policy_version_id_fk" FOREIGN KEY ("base") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_policy_policy_id_fk" FOREIGN KEY ("policy") REFERENCES "public"."policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_base_policy_version_id_fk" FOREIGN KEY ("base") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_draft_policy_version_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."policy_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upper_bid" ADD CONSTRAINT "upper_bid_call_upper_call_id_fk" FOREIGN KEY ("call") REFERENCES "public"."upper_call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upper_bid" ADD CONSTRAINT "upper_bid_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upper_bid" ADD CONSTRAINT "upper_bid_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upper_bid" ADD CONSTRAINT "upper_bid_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upper_call" ADD CONSTRAINT "upper_call_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upper_call" ADD CONSTRAINT "upper_call_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeal_open" ON "appeal" USING btree ("claim") WHERE decided_on is null;--> statement-breakpoint
CREATE INDEX "claim_material_claim" ON "claim_material" USING btree ("claim");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_pause_open" ON "claim_pause" USING btree ("step") WHERE until is null;--> statement-breakpoint
CREATE UNIQUE INDEX "claim_step_open" ON "claim_step" USING btree ("claim") WHERE ended_on is null;--> statement-breakpoint
CREATE UNIQUE INDEX "claim_once" ON "claim" USING btree ("enterprise","policy","clause","year",coalesce(project, '')) WHERE status not in ('refused', 'withdrawn');--> statement-breakpoint
CREATE INDEX "claim_status" ON "claim" USING btree ("region","status");--> statement-breakpoint
CREATE INDEX "claim_hands" ON "claim" USING gin ("hands");--> statement-breakpoint
CREATE INDEX "claim_org" ON "claim" USING btree ("org");--> statement-breakpoint
CREATE INDEX "screening_row_enterprise" ON "screening_row" USING btree ("enterprise");--> statement-breakpoint
CREATE UNIQUE INDEX "payee_account_now" ON "payee_account" USING btree ("enterprise") WHERE until is null;--> statement-breakpoint
CREATE INDEX "award_enterprise" ON "award" USING btree ("enterprise");--> statement-breakpoint
CREATE INDEX "pot_entry_pot" ON "pot_entry" USING btree ("pot");--> statement-breakpoint
CREATE INDEX "pot_entry_matter" ON "pot_entry" USING btree ("matter");--> statement-breakpoint
CREATE INDEX "commitment_due" ON "commitment" USING btree ("region","status","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_once" ON "payment" USING btree ("claim","payee") WHERE status <> 'failed';--> statement-breakpoint
CREATE POLICY "journal_claim" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity in ('claim', 'claim_step', 'claim_pause', 'claim_material', 'appeal') then exists (select 1 from claim c where c.id = subject::uuid)
      when audience = 'matter' and entity in ('claim_opinion', 'objection') and (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') then exists (select 1 from claim c where c.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "journal_payout" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity in ('payment', 'commitment') then exists (select 1 from claim c where c.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "journal_policy" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience <> 'matter' then false
      when entity = 'policy_question' then exists (select 1 from policy_question q where q.id = subject::uuid)
      when entity in ('upper_bid', 'bid_step') then exists (select 1 from upper_bid b where b.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "appeal_region" ON "appeal" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appeal_see" ON "appeal" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from claim c where c.id = claim)));--> statement-breakpoint
CREATE POLICY "appeal_add" ON "appeal" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "appeal_change" ON "appeal" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office'))));--> statement-breakpoint
CREATE POLICY "appeal_remove" ON "appeal" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "claim_material_region" ON "claim_material" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "claim_material_see" ON "claim_material" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from claim c where c.id = claim)));--> statement-breakpoint
CREATE POLICY "claim_material_add" ON "claim_material" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "claim_material_change" ON "claim_material" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "claim_material_remove" ON "claim_material" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "claim_opinion_region" ON "claim_opinion" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "claim_opinion_see" ON "claim_opinion" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'leader', 'department'))));--> statement-breakpoint
CREATE POLICY "claim_opinion_add" ON "claim_opinion" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department'))));--> statement-breakpoint
CREATE POLICY "claim_opinion_change" ON "claim_opinion" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and department = (select nullif(current_setting('app.org', true), '')::uuid)))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and department = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "claim_opinion_remove" ON "claim_opinion" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "claim_pause_region" ON "claim_pause" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "claim_pause_see" ON "claim_pause" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from claim c where c.id = claim)));--> statement-breakpoint
CREATE POLICY "claim_pause_add" ON "claim_pause" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department', 'public'))));--> statement-breakpoint
CREATE POLICY "claim_pause_change" ON "claim_pause" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department'))));--> statement-breakpoint
CREATE POLICY "claim_pause_remove" ON "claim_pause" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "claim_rule_region" ON "claim_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "claim_rule_see" ON "claim_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "claim_rule_add" ON "claim_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "claim_rule_change" ON "claim_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "claim_rule_remove" ON "claim_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "claim_step_region" ON "claim_step" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "claim_step_see" ON "claim_step" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from claim c where c.id = claim)));--> statement-breakpoint
CREATE POLICY "claim_step_add" ON "claim_step" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "claim_step_change" ON "claim_step" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "claim_step_remove" ON "claim_step" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "claim_region" ON "claim" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "claim_see" ON "claim" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "claim_add" ON "claim" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "claim_change" ON "claim" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "claim_remove" ON "claim" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "claim_cycle_region" ON "claim_cycle" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "claim_cycle_see" ON "claim_cycle" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "claim_cycle_add" ON "claim_cycle" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "claim_cycle_change" ON "claim_cycle" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "claim_cycle_remove" ON "claim_cycle" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "objection_region" ON "objection" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "objection_see" ON "objection" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader', 'department') and exists (select 1 from claim c where c.id = claim))));--> statement-breakpoint
CREATE POLICY "objection_add" ON "objection" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('public', 'enterprise', 'institution') and status = 'open' and finding is null))));--> statement-breakpoint
CREATE POLICY "objection_change" ON "objection" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department'))));--> statement-breakpoint
CREATE POLICY "objection_remove" ON "objection" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "publicity_region" ON "publicity" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "publicity_see" ON "publicity" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "publicity_add" ON "publicity" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "publicity_change" ON "publicity" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "publicity_remove" ON "publicity" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "publicity_item_region" ON "publicity_item" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "publicity_item_see" ON "publicity_item" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "publicity_item_add" ON "publicity_item" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "publicity_item_change" ON "publicity_item" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "publicity_item_remove" ON "publicity_item" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "screening_row_region" ON "screening_row" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "screening_row_see" ON "screening_row" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from screening s join claim_cycle c on c.id = s.cycle where s.id = screening and c.org = (select nullif(current_setting('app.org', true), '')::uuid))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "screening_row_add" ON "screening_row" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "screening_row_change" ON "screening_row" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "screening_row_remove" ON "screening_row" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "screening_region" ON "screening" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "screening_see" ON "screening" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'leader', 'department')));--> statement-breakpoint
CREATE POLICY "screening_add" ON "screening" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "screening_change" ON "screening" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "screening_remove" ON "screening" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "payee_account_region" ON "payee_account" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "payee_account_see" ON "payee_account" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim c where c.account = payee_account.id and c.hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "payee_account_add" ON "payee_account" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "payee_account_change" ON "payee_account" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "payee_account_remove" ON "payee_account" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "award_region" ON "award" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "award_see" ON "award" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim c where c.enterprise = award.enterprise and c.hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "award_add" ON "award" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "award_change" ON "award" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "award_remove" ON "award" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "pot_entry_region" ON "pot_entry" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "pot_entry_see" ON "pot_entry" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "pot_entry_add" ON "pot_entry" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "pot_entry_change" ON "pot_entry" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "pot_entry_remove" ON "pot_entry" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "pot_region" ON "pot" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "pot_see" ON "pot" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "pot_add" ON "pot" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "pot_change" ON "pot" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "pot_remove" ON "pot" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "commitment_region" ON "commitment" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "commitment_see" ON "commitment" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim c where c.id = claim)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "commitment_add" ON "commitment" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department'))));--> statement-breakpoint
CREATE POLICY "commitment_change" ON "commitment" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from claim c where c.id = claim) and (select current_setting('app.role', true)) in ('office', 'department'))));--> statement-breakpoint
CREATE POLICY "commitment_remove" ON "commitment" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "payment_region" ON "payment" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "payment_see" ON "payment" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader') or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid)))) or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim c where c.id = claim)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "payment_add" ON "payment" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "payment_change" ON "payment" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid)))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "payment_remove" ON "payment" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "remittance_region" ON "remittance" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "remittance_see" ON "remittance" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader') or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "remittance_add" ON "remittance" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "remittance_change" ON "remittance" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid)))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from claim_rule r where r.treasury = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "remittance_remove" ON "remittance" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "bid_step_region" ON "bid_step" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "bid_step_see" ON "bid_step" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from upper_bid b where b.id = bid)));--> statement-breakpoint
CREATE POLICY "bid_step_add" ON "bid_step" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from upper_bid b where b.id = bid)));--> statement-breakpoint
CREATE POLICY "bid_step_change" ON "bid_step" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "bid_step_remove" ON "bid_step" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "fair_review_region" ON "fair_review" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "fair_review_see" ON "fair_review" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') or exists (select 1 from policy_version v where v.id = version and v.status = 'published'))));--> statement-breakpoint
CREATE POLICY "fair_review_add" ON "fair_review" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "fair_review_change" ON "fair_review" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "fair_review_remove" ON "fair_review" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "policy_region" ON "policy" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "policy_see" ON "policy" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') or status <> 'draft')));--> statement-breakpoint
CREATE POLICY "policy_add" ON "policy" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "policy_change" ON "policy" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "policy_remove" ON "policy" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "policy_question_region" ON "policy_question" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "policy_question_see" ON "policy_question" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and holder = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "policy_question_add" ON "policy_question" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('public') and org is null and status = 'asked' and answer is null and not open))));--> statement-breakpoint
CREATE POLICY "policy_question_change" ON "policy_question" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and holder = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and holder = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "policy_question_remove" ON "policy_question" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "policy_version_region" ON "policy_version" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "policy_version_see" ON "policy_version" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') or status = 'published')));--> statement-breakpoint
CREATE POLICY "policy_version_add" ON "policy_version" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from policy p where p.id = policy and ((select current_setting('app.role', true)) = 'office' or ((select current_setting('app.role', true)) = 'department' and p.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "policy_version_change" ON "policy_version" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from policy p where p.id = policy and ((select current_setting('app.role', true)) = 'office' or ((select current_setting('app.role', true)) = 'department' and p.org = (select nullif(current_setting('app.org', true), '')::uuid)))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from policy p where p.id = policy and ((select current_setting('app.role', true)) = 'office' or ((select current_setting('app.role', true)) = 'department' and p.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "policy_version_remove" ON "policy_version" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "scenario_region" ON "scenario" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "scenario_see" ON "scenario" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "scenario_add" ON "scenario" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "scenario_change" ON "scenario" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'department')));--> statement-breakpoint
CREATE POLICY "scenario_remove" ON "scenario" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "upper_bid_region" ON "upper_bid" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "upper_bid_see" ON "upper_bid" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from upper_call c where c.id = call and c.org = (select nullif(current_setting('app.org', true), '')::uuid))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "upper_bid_add" ON "upper_bid" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "upper_bid_change" ON "upper_bid" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from upper_call c where c.id = call and c.org = (select nullif(current_setting('app.org', true), '')::uuid))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and exists (select 1 from upper_call c where c.id = call and c.org = (select nullif(current_setting('app.org', true), '')::uuid))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "upper_bid_remove" ON "upper_bid" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "upper_call_region" ON "upper_call" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "upper_call_see" ON "upper_call" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "upper_call_add" ON "upper_call" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "upper_call_change" ON "upper_call" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "upper_call_remove" ON "upper_call" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
SELECT journal_attach('pot', 'internal');
SELECT journal_attach('pot_entry', 'internal', 'pot');
SELECT journal_attach('payee_account', 'own', 'id', 'org', 'number');
SELECT journal_attach('award', 'own', 'id', 'org');
SELECT journal_attach('policy', 'internal');
SELECT journal_attach('policy_version', 'internal', 'policy');
SELECT journal_attach('fair_review', 'internal', 'policy');
SELECT journal_attach('policy_question', 'matter', 'id', '', 'token,phone');
SELECT journal_attach('scenario', 'internal', 'policy', '', 'text,outcome');
SELECT journal_attach('upper_call', 'internal');
SELECT journal_attach('upper_bid', 'matter');
SELECT journal_attach('bid_step', 'matter', 'bid');
SELECT journal_attach('claim_cycle', 'internal');
SELECT journal_attach('screening', 'internal');
SELECT journal_attach('claim', 'matter');
SELECT journal_attach('claim_step', 'matter', 'claim');
SELECT journal_attach('claim_pause', 'matter', 'claim');
SELECT journal_attach('claim_opinion', 'matter', 'claim');
SELECT journal_attach('claim_material', 'matter', 'claim');
SELECT journal_attach('publicity', 'internal');
SELECT journal_attach('publicity_item', 'internal', 'publicity');
SELECT journal_attach('objection', 'matter', 'claim', '', 'token,name,phone');
SELECT journal_attach('appeal', 'matter', 'claim');
SELECT journal_attach('claim_rule', 'internal');
SELECT journal_attach('remittance', 'internal');
SELECT journal_attach('payment', 'matter', 'claim', '', 'account_number');
SELECT journal_attach('commitment', 'matter', 'claim');
