CREATE TABLE "appraisal_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"self_days" integer NOT NULL,
	"verify_days" integer NOT NULL,
	"objection_days" integer NOT NULL,
	"finding_days" integer NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "appraisal_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "appraisal_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"title" text NOT NULL,
	"scheme" uuid NOT NULL,
	"term" text NOT NULL,
	"year" integer NOT NULL,
	"from" text NOT NULL,
	"until" text NOT NULL,
	"status" text NOT NULL,
	"self_due_on" date NOT NULL,
	"verify_due_on" date NOT NULL,
	"objection_due_on" date,
	"line" text,
	"pot" bigint,
	"opened_by" text NOT NULL,
	"opened_on" date NOT NULL,
	"approved_by" text,
	"published_on" date,
	CONSTRAINT "appraisal_once" UNIQUE("region","scheme","term","year")
);
--> statement-breakpoint
ALTER TABLE "appraisal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal_expert" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"appraisal" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"item" text NOT NULL,
	"expert" uuid NOT NULL,
	"points" double precision,
	"comment" text,
	"given_at" timestamp with time zone,
	CONSTRAINT "appraisal_expert_once" UNIQUE("subject","item","expert"),
	CONSTRAINT "appraisal_expert_points" CHECK (points between 0 and 100)
);
--> statement-breakpoint
ALTER TABLE "appraisal_expert" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal_objection" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"appraisal" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"org" uuid NOT NULL,
	"item" text NOT NULL,
	"text" text NOT NULL,
	"files" jsonb NOT NULL,
	"raised_on" date NOT NULL,
	"by" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"finding" text,
	"value" double precision,
	"decided_on" date,
	"decided_by" text,
	CONSTRAINT "appraisal_objection_number" UNIQUE("region","number")
);
--> statement-breakpoint
ALTER TABLE "appraisal_objection" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal_reckoning" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"appraisal" uuid NOT NULL,
	"round" integer NOT NULL,
	"sent" boolean NOT NULL,
	"final" boolean NOT NULL,
	"made_on" date NOT NULL,
	"made_by" text NOT NULL,
	"digest" text NOT NULL,
	"given" bigint,
	"rest" bigint,
	CONSTRAINT "appraisal_reckoning_round" UNIQUE("appraisal","round")
);
--> statement-breakpoint
ALTER TABLE "appraisal_reckoning" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal_scheme" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"basis" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"status" text NOT NULL,
	"text" text NOT NULL,
	"issued_on" date,
	"by" text NOT NULL,
	CONSTRAINT "appraisal_scheme_version" UNIQUE("region","code","version")
);
--> statement-breakpoint
ALTER TABLE "appraisal_scheme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal_score" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"reckoning" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"group" text NOT NULL,
	"name" text NOT NULL,
	"points" integer,
	"place" integer,
	"grade" text,
	"detail" jsonb NOT NULL,
	"award" bigint,
	"award_steps" jsonb NOT NULL,
	CONSTRAINT "appraisal_score_once" UNIQUE("reckoning","subject")
);
--> statement-breakpoint
ALTER TABLE "appraisal_score" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal_self" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"appraisal" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"item" text NOT NULL,
	"value" double precision,
	"text" text NOT NULL,
	"files" jsonb NOT NULL,
	"submitted_on" date,
	"by" text NOT NULL,
	"verified" double precision,
	"opinion" text,
	"verified_on" date,
	"verified_by" text,
	CONSTRAINT "appraisal_self_once" UNIQUE("subject","item")
);
--> statement-breakpoint
ALTER TABLE "appraisal_self" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal_subject" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"appraisal" uuid NOT NULL,
	"group" text NOT NULL,
	"org" uuid,
	"building" uuid,
	"name" text NOT NULL,
	"targets" jsonb NOT NULL,
	"exempt" jsonb NOT NULL,
	CONSTRAINT "appraisal_subject_once" UNIQUE("appraisal","group","name")
);
--> statement-breakpoint
ALTER TABLE "appraisal_subject" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appraisal_value" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"appraisal" uuid NOT NULL,
	"subject" uuid NOT NULL,
	"item" text NOT NULL,
	"value" double precision,
	"missing" text,
	"source" jsonb NOT NULL,
	"round" integer NOT NULL,
	"frozen_on" date NOT NULL,
	"reason" text,
	CONSTRAINT "appraisal_value_once" UNIQUE("subject","item","round")
);
--> statement-breakpoint
ALTER TABLE "appraisal_value" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "absence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"post" uuid NOT NULL,
	"deputy" uuid NOT NULL,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"entered_by" text NOT NULL,
	CONSTRAINT "absence_days" CHECK (since <= until and post <> deputy)
);
--> statement-breakpoint
ALTER TABLE "absence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"meeting" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"org" uuid NOT NULL,
	"matter" uuid,
	"text" text,
	"materials" jsonb NOT NULL,
	"notes" text
);
--> statement-breakpoint
ALTER TABLE "agenda_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attendance" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"meeting" uuid NOT NULL,
	"org" uuid NOT NULL,
	"post" uuid,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"stands_in_for" text,
	"excuse" text,
	"signed_at" timestamp with time zone,
	"way" text,
	CONSTRAINT "attendance_once" UNIQUE("meeting","org","name")
);
--> statement-breakpoint
ALTER TABLE "attendance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"meeting" uuid NOT NULL,
	"agenda" uuid,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"owner" uuid,
	"supporters" jsonb NOT NULL,
	"due_on" date,
	"evidence_wanted" text,
	"matter" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"struck_on" date,
	"struck_reason" text,
	CONSTRAINT "decision_ordinal" UNIQUE("meeting","ordinal")
);
--> statement-breakpoint
ALTER TABLE "decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"body" uuid NOT NULL,
	"status" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"place" text NOT NULL,
	"chair" uuid NOT NULL,
	"token" text NOT NULL,
	"minutes_number" text,
	"minutes_on" date,
	"signer" text,
	"cancel_reason" text,
	"hands" jsonb NOT NULL,
	CONSTRAINT "meeting_number" UNIQUE("region","number"),
	CONSTRAINT "meeting_token" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "meeting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dispatch_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"open_on" integer NOT NULL,
	"confirm_days" integer NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "dispatch_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "dispatch_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dispatch_round" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"rhythm" text NOT NULL,
	"period" text NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"as_of" date NOT NULL,
	"opens_on" date NOT NULL,
	"due_on" date NOT NULL,
	"issued_on" date,
	"number" text,
	"remark" text,
	"opened_by" text NOT NULL,
	CONSTRAINT "dispatch_round_once" UNIQUE("region","rhythm","period")
);
--> statement-breakpoint
ALTER TABLE "dispatch_round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dispatch_sheet" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"round" uuid NOT NULL,
	"kind" text NOT NULL,
	"org" uuid,
	"task" uuid,
	"name" text NOT NULL,
	"lines" jsonb NOT NULL,
	"status" text NOT NULL,
	"remark" text,
	"matter" uuid,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"hands" jsonb NOT NULL,
	CONSTRAINT "dispatch_sheet_once" UNIQUE("round","kind","name")
);
--> statement-breakpoint
ALTER TABLE "dispatch_sheet" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "card" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"org" uuid NOT NULL,
	"colour" text NOT NULL,
	"rule" text NOT NULL,
	"matter" uuid,
	"about" text NOT NULL,
	"month" text NOT NULL,
	"reason" text NOT NULL,
	"on" date NOT NULL,
	"lifted_on" date,
	"lift_reason" text,
	"lifted_by" text,
	CONSTRAINT "card_once" UNIQUE("region","org","colour","rule","about")
);
--> statement-breakpoint
ALTER TABLE "card" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "charge" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"team" uuid NOT NULL,
	"task" uuid NOT NULL,
	"lead" uuid NOT NULL,
	"since" date NOT NULL,
	"until" date
);
--> statement-breakpoint
ALTER TABLE "charge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "matter_climb" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"matter" uuid NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"holder" uuid NOT NULL,
	"on" date NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "matter_climb" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "matter_reply" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"matter" uuid NOT NULL,
	"supervision" uuid,
	"org" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"files" jsonb NOT NULL,
	"until" date,
	"on" date NOT NULL,
	"by" text NOT NULL,
	"status" text NOT NULL,
	"opinion" text,
	"decided_on" date,
	"decided_by" text
);
--> statement-breakpoint
ALTER TABLE "matter_reply" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "matter_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"climb" jsonb NOT NULL,
	"help" jsonb NOT NULL,
	"remind_days" integer NOT NULL,
	"yellow_after" integer NOT NULL,
	"red_after" integer NOT NULL,
	"red_by_yellows" integer NOT NULL,
	"sign_days" integer NOT NULL,
	"reply_days" integer NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "matter_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "matter_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "matter" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"origin" text NOT NULL,
	"source" text NOT NULL,
	"source_link" text,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"task" uuid,
	"owner" uuid NOT NULL,
	"supporters" jsonb NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_by_name" text NOT NULL,
	"evidence_wanted" text,
	"status" text NOT NULL,
	"level" text NOT NULL,
	"level_since" date NOT NULL,
	"holder" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"first_due_on" date NOT NULL,
	"closed_on" date,
	"outcome" text,
	"hands" jsonb NOT NULL,
	CONSTRAINT "matter_number" UNIQUE("region","number")
);
--> statement-breakpoint
ALTER TABLE "matter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supervision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"matter" uuid NOT NULL,
	"org" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"status" text NOT NULL,
	"issued_on" date NOT NULL,
	"issued_by" text NOT NULL,
	"sign_due_on" date NOT NULL,
	"reply_due_on" date NOT NULL,
	"signed_at" timestamp with time zone,
	"signed_by" text,
	"closed_on" date,
	CONSTRAINT "supervision_number" UNIQUE("region","number")
);
--> statement-breakpoint
ALTER TABLE "supervision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "delivery_attempt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"delivery" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ok" boolean NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "attempt_number" UNIQUE("delivery","number")
);
--> statement-breakpoint
ALTER TABLE "delivery_attempt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"medium" text NOT NULL,
	"recipient" uuid,
	"webhook" uuid,
	"messages" jsonb NOT NULL,
	"status" text NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"sent_at" timestamp with time zone,
	"answer" text
);
--> statement-breakpoint
ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"recipient" uuid NOT NULL,
	"topic" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"link" text NOT NULL,
	"urgent" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key" text NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "message_once" UNIQUE("recipient","key")
);
--> statement-breakpoint
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "preference" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"person" uuid NOT NULL,
	"email" text,
	"by_email" boolean NOT NULL,
	"digest" text NOT NULL,
	"digest_hour" integer NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"muted" jsonb NOT NULL,
	CONSTRAINT "preference_person" UNIQUE("person")
);
--> statement-breakpoint
ALTER TABLE "preference" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"topics" jsonb NOT NULL,
	"since" date NOT NULL,
	"until" date
);
--> statement-breakpoint
ALTER TABLE "webhook" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- Awards of before were granted whole.
ALTER TABLE "award" ADD COLUMN "less" jsonb NOT NULL DEFAULT '[]';--> statement-breakpoint
ALTER TABLE "award" ALTER COLUMN "less" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "appraisal" ADD CONSTRAINT "appraisal_scheme_appraisal_scheme_id_fk" FOREIGN KEY ("scheme") REFERENCES "public"."appraisal_scheme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_expert" ADD CONSTRAINT "appraisal_expert_subject_appraisal_subject_id_fk" FOREIGN KEY ("subject") REFERENCES "public"."appraisal_subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_expert" ADD CONSTRAINT "appraisal_expert_appraisal_appraisal_id_fk" FOREIGN KEY ("appraisal") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_expert" ADD CONSTRAINT "appraisal_expert_expert_person_id_fk" FOREIGN KEY ("expert") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_objection" ADD CONSTRAINT "appraisal_objection_subject_appraisal_subject_id_fk" FOREIGN KEY ("subject") REFERENCES "public"."appraisal_subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_objection" ADD CONSTRAINT "appraisal_objection_appraisal_appraisal_id_fk" FOREIGN KEY ("appraisal") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_objection" ADD CONSTRAINT "appraisal_objection_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_reckoning" ADD CONSTRAINT "appraisal_reckoning_appraisal_appraisal_id_fk" FOREIGN KEY ("appraisal") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_score" ADD CONSTRAINT "appraisal_score_reckoning_appraisal_reckoning_id_fk" FOREIGN KEY ("reckoning") REFERENCES "public"."appraisal_reckoning"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_score" ADD CONSTRAINT "appraisal_score_subject_appraisal_subject_id_fk" FOREIGN KEY ("subject") REFERENCES "public"."appraisal_subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_self" ADD CONSTRAINT "appraisal_self_subject_appraisal_subject_id_fk" FOREIGN KEY ("subject") REFERENCES "public"."appraisal_subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_self" ADD CONSTRAINT "appraisal_self_appraisal_appraisal_id_fk" FOREIGN KEY ("appraisal") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_subject" ADD CONSTRAINT "appraisal_subject_appraisal_appraisal_id_fk" FOREIGN KEY ("appraisal") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_subject" ADD CONSTRAINT "appraisal_subject_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_subject" ADD CONSTRAINT "appraisal_subject_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_value" ADD CONSTRAINT "appraisal_value_subject_appraisal_subject_id_fk" FOREIGN KEY ("subject") REFERENCES "public"."appraisal_subject"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisal_value" ADD CONSTRAINT "appraisal_value_appraisal_appraisal_id_fk" FOREIGN KEY ("appraisal") REFERENCES "public"."appraisal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_post_post_id_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence" ADD CONSTRAINT "absence_deputy_post_id_fk" FOREIGN KEY ("deputy") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_meeting_id_fk" FOREIGN KEY ("meeting") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_matter_matter_id_fk" FOREIGN KEY ("matter") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meeting_meeting_id_fk" FOREIGN KEY ("meeting") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_post_post_id_fk" FOREIGN KEY ("post") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_meeting_meeting_id_fk" FOREIGN KEY ("meeting") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_agenda_agenda_item_id_fk" FOREIGN KEY ("agenda") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_owner_org_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_matter_matter_id_fk" FOREIGN KEY ("matter") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_org_id_fk" FOREIGN KEY ("body") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_chair_post_id_fk" FOREIGN KEY ("chair") REFERENCES "public"."post"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatch_sheet" ADD CONSTRAINT "dispatch_sheet_round_dispatch_round_id_fk" FOREIGN KEY ("round") REFERENCES "public"."dispatch_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatch_sheet" ADD CONSTRAINT "dispatch_sheet_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatch_sheet" ADD CONSTRAINT "dispatch_sheet_matter_matter_id_fk" FOREIGN KEY ("matter") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card" ADD CONSTRAINT "card_matter_matter_id_fk" FOREIGN KEY ("matter") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charge" ADD CONSTRAINT "charge_team_org_id_fk" FOREIGN KEY ("team") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charge" ADD CONSTRAINT "charge_lead_org_id_fk" FOREIGN KEY ("lead") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_climb" ADD CONSTRAINT "matter_climb_matter_matter_id_fk" FOREIGN KEY ("matter") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_climb" ADD CONSTRAINT "matter_climb_holder_org_id_fk" FOREIGN KEY ("holder") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_reply" ADD CONSTRAINT "matter_reply_matter_matter_id_fk" FOREIGN KEY ("matter") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_reply" ADD CONSTRAINT "matter_reply_supervision_supervision_id_fk" FOREIGN KEY ("supervision") REFERENCES "public"."supervision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_reply" ADD CONSTRAINT "matter_reply_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter" ADD CONSTRAINT "matter_owner_org_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter" ADD CONSTRAINT "matter_holder_org_id_fk" FOREIGN KEY ("holder") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter" ADD CONSTRAINT "matter_raised_by_org_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_matter_matter_id_fk" FOREIGN KEY ("matter") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision" ADD CONSTRAINT "supervision_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_delivery_delivery_id_fk" FOREIGN KEY ("delivery") REFERENCES "public"."delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_recipient_person_id_fk" FOREIGN KEY ("recipient") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_webhook_webhook_id_fk" FOREIGN KEY ("webhook") REFERENCES "public"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_recipient_person_id_fk" FOREIGN KEY ("recipient") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preference" ADD CONSTRAINT "preference_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_hands" ON "meeting" USING gin ("hands");--> statement-breakpoint
CREATE INDEX "dispatch_sheet_hands" ON "dispatch_sheet" USING gin ("hands");--> statement-breakpoint
CREATE UNIQUE INDEX "charge_now" ON "charge" USING btree ("task") WHERE until is null;--> statement-breakpoint
CREATE INDEX "matter_climb_matter" ON "matter_climb" USING btree ("matter");--> statement-breakpoint
CREATE INDEX "matter_reply_matter" ON "matter_reply" USING btree ("matter");--> statement-breakpoint
CREATE INDEX "matter_status" ON "matter" USING btree ("region","status","due_on");--> statement-breakpoint
CREATE INDEX "matter_task" ON "matter" USING btree ("task");--> statement-breakpoint
CREATE INDEX "matter_hands" ON "matter" USING gin ("hands");--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_open" ON "supervision" USING btree ("matter","org") WHERE status not in ('closed', 'withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_sent" ON "delivery_attempt" USING btree ("delivery") WHERE ok;--> statement-breakpoint
CREATE INDEX "delivery_waiting" ON "delivery" USING btree ("not_before") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "message_unread" ON "message" USING btree ("recipient","at") WHERE read_at is null;--> statement-breakpoint
CREATE POLICY "journal_appraisal" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity in ('appraisal_subject', 'appraisal_value', 'appraisal_self', 'appraisal_score', 'appraisal_objection') then exists (select 1 from appraisal_subject s where s.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "journal_meeting" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity in ('meeting', 'agenda_item', 'attendance', 'decision') then exists (select 1 from meeting m where m.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "journal_matter" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity in ('matter', 'matter_reply', 'matter_climb', 'supervision') then exists (select 1 from matter m where m.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "appraisal_rule_region" ON "appraisal_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_rule_see" ON "appraisal_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "appraisal_rule_add" ON "appraisal_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_rule_change" ON "appraisal_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_rule_remove" ON "appraisal_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_region" ON "appraisal" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_see" ON "appraisal" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "appraisal_add" ON "appraisal" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_change" ON "appraisal" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'leader'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'leader')));--> statement-breakpoint
CREATE POLICY "appraisal_remove" ON "appraisal" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_expert_region" ON "appraisal_expert" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_expert_see" ON "appraisal_expert" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (expert::text = (select current_setting('app.user', true)) or ((select current_setting('app.role', true)) in ('office', 'leader') and exists (select 1 from appraisal a where a.id = appraisal and a.status not in ('preparing', 'self', 'verifying'))))));--> statement-breakpoint
CREATE POLICY "appraisal_expert_add" ON "appraisal_expert" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_expert_change" ON "appraisal_expert" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or expert::text = (select current_setting('app.user', true)))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or expert::text = (select current_setting('app.user', true))));--> statement-breakpoint
CREATE POLICY "appraisal_expert_remove" ON "appraisal_expert" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_objection_region" ON "appraisal_objection" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_objection_see" ON "appraisal_objection" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and exists (select 1 from appraisal_subject s where s.id = subject and s.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "appraisal_objection_add" ON "appraisal_objection" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and exists (select 1 from appraisal_subject s where s.id = subject and s.org = (select nullif(current_setting('app.org', true), '')::uuid)) and org = (select nullif(current_setting('app.org', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "appraisal_objection_change" ON "appraisal_objection" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and org = (select nullif(current_setting('app.org', true), '')::uuid) and status in ('open', 'withdrawn'))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and org = (select nullif(current_setting('app.org', true), '')::uuid) and status in ('open', 'withdrawn')))));--> statement-breakpoint
CREATE POLICY "appraisal_objection_remove" ON "appraisal_objection" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_reckoning_region" ON "appraisal_reckoning" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_reckoning_see" ON "appraisal_reckoning" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and sent))));--> statement-breakpoint
CREATE POLICY "appraisal_reckoning_add" ON "appraisal_reckoning" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_reckoning_change" ON "appraisal_reckoning" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'leader'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'leader')));--> statement-breakpoint
CREATE POLICY "appraisal_reckoning_remove" ON "appraisal_reckoning" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_scheme_region" ON "appraisal_scheme" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_scheme_see" ON "appraisal_scheme" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "appraisal_scheme_add" ON "appraisal_scheme" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_scheme_change" ON "appraisal_scheme" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_scheme_remove" ON "appraisal_scheme" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_score_region" ON "appraisal_score" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_score_see" ON "appraisal_score" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from appraisal_subject s where s.id = subject) and exists (select 1 from appraisal_reckoning r where r.id = reckoning))));--> statement-breakpoint
CREATE POLICY "appraisal_score_add" ON "appraisal_score" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_score_change" ON "appraisal_score" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_score_remove" ON "appraisal_score" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_self_region" ON "appraisal_self" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_self_see" ON "appraisal_self" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and exists (select 1 from appraisal_subject s where s.id = subject and s.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "appraisal_self_add" ON "appraisal_self" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and exists (select 1 from appraisal_subject s where s.id = subject and s.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "appraisal_self_change" ON "appraisal_self" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and exists (select 1 from appraisal_subject s where s.id = subject and s.org = (select nullif(current_setting('app.org', true), '')::uuid)) and verified_on is null)))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and exists (select 1 from appraisal_subject s where s.id = subject and s.org = (select nullif(current_setting('app.org', true), '')::uuid)) and verified_on is null))));--> statement-breakpoint
CREATE POLICY "appraisal_self_remove" ON "appraisal_self" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_subject_region" ON "appraisal_subject" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_subject_see" ON "appraisal_subject" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and (org = (select nullif(current_setting('app.org', true), '')::uuid) or exists (select 1 from appraisal a where a.id = appraisal and a.status in ('published', 'archived')))))));--> statement-breakpoint
CREATE POLICY "appraisal_subject_add" ON "appraisal_subject" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_subject_change" ON "appraisal_subject" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_subject_remove" ON "appraisal_subject" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_value_region" ON "appraisal_value" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "appraisal_value_see" ON "appraisal_value" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from appraisal_subject s where s.id = subject)));--> statement-breakpoint
CREATE POLICY "appraisal_value_add" ON "appraisal_value" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "appraisal_value_change" ON "appraisal_value" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "appraisal_value_remove" ON "appraisal_value" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "absence_region" ON "absence" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "absence_see" ON "absence" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "absence_add" ON "absence" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "absence_change" ON "absence" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "absence_remove" ON "absence" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "agenda_item_region" ON "agenda_item" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "agenda_item_see" ON "agenda_item" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from meeting m where m.id = meeting)));--> statement-breakpoint
CREATE POLICY "agenda_item_add" ON "agenda_item" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "agenda_item_change" ON "agenda_item" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and exists (select 1 from meeting m where m.id = meeting) and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and exists (select 1 from meeting m where m.id = meeting) and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "agenda_item_remove" ON "agenda_item" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "attendance_region" ON "attendance" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "attendance_see" ON "attendance" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from meeting m where m.id = meeting)));--> statement-breakpoint
CREATE POLICY "attendance_add" ON "attendance" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and exists (select 1 from meeting m where m.id = meeting) and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "attendance_change" ON "attendance" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and exists (select 1 from meeting m where m.id = meeting) and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and exists (select 1 from meeting m where m.id = meeting) and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "attendance_remove" ON "attendance" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "decision_region" ON "decision" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "decision_see" ON "decision" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from meeting m where m.id = meeting)));--> statement-breakpoint
CREATE POLICY "decision_add" ON "decision" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "decision_change" ON "decision" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "decision_remove" ON "decision" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "meeting_region" ON "meeting" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "meeting_see" ON "meeting" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text))));--> statement-breakpoint
CREATE POLICY "meeting_add" ON "meeting" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "meeting_change" ON "meeting" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "meeting_remove" ON "meeting" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "dispatch_rule_region" ON "dispatch_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "dispatch_rule_see" ON "dispatch_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "dispatch_rule_add" ON "dispatch_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "dispatch_rule_change" ON "dispatch_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "dispatch_rule_remove" ON "dispatch_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "dispatch_round_region" ON "dispatch_round" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "dispatch_round_see" ON "dispatch_round" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "dispatch_round_add" ON "dispatch_round" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "dispatch_round_change" ON "dispatch_round" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "dispatch_round_remove" ON "dispatch_round" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "dispatch_sheet_region" ON "dispatch_sheet" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "dispatch_sheet_see" ON "dispatch_sheet" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text))));--> statement-breakpoint
CREATE POLICY "dispatch_sheet_add" ON "dispatch_sheet" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "dispatch_sheet_change" ON "dispatch_sheet" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "dispatch_sheet_remove" ON "dispatch_sheet" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "card_region" ON "card" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "card_see" ON "card" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "card_add" ON "card" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "card_change" ON "card" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "card_remove" ON "card" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "charge_region" ON "charge" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "charge_see" ON "charge" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "charge_add" ON "charge" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "charge_change" ON "charge" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "charge_remove" ON "charge" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "matter_climb_region" ON "matter_climb" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "matter_climb_see" ON "matter_climb" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from matter m where m.id = matter)));--> statement-breakpoint
CREATE POLICY "matter_climb_add" ON "matter_climb" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from matter m where m.id = matter) and (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician'))));--> statement-breakpoint
CREATE POLICY "matter_climb_change" ON "matter_climb" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "matter_climb_remove" ON "matter_climb" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "matter_reply_region" ON "matter_reply" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "matter_reply_see" ON "matter_reply" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from matter m where m.id = matter)));--> statement-breakpoint
CREATE POLICY "matter_reply_add" ON "matter_reply" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from matter m where m.id = matter) and ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "matter_reply_change" ON "matter_reply" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'leader'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'leader')));--> statement-breakpoint
CREATE POLICY "matter_reply_remove" ON "matter_reply" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "matter_rule_region" ON "matter_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "matter_rule_see" ON "matter_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')));--> statement-breakpoint
CREATE POLICY "matter_rule_add" ON "matter_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "matter_rule_change" ON "matter_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "matter_rule_remove" ON "matter_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "matter_region" ON "matter" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "matter_see" ON "matter" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text))));--> statement-breakpoint
CREATE POLICY "matter_add" ON "matter" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and raised_by = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "matter_change" ON "matter" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text)))));--> statement-breakpoint
CREATE POLICY "matter_remove" ON "matter" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "supervision_region" ON "supervision" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "supervision_see" ON "supervision" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from matter m where m.id = matter)));--> statement-breakpoint
CREATE POLICY "supervision_add" ON "supervision" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office', 'leader')));--> statement-breakpoint
CREATE POLICY "supervision_change" ON "supervision" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "supervision_remove" ON "supervision" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "delivery_attempt_region" ON "delivery_attempt" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "delivery_attempt_see" ON "delivery_attempt" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('sysadmin', 'auditor') or exists (select 1 from delivery d where d.id = delivery))));--> statement-breakpoint
CREATE POLICY "delivery_attempt_add" ON "delivery_attempt" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "delivery_attempt_change" ON "delivery_attempt" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "delivery_attempt_remove" ON "delivery_attempt" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "delivery_region" ON "delivery" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "delivery_see" ON "delivery" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('sysadmin', 'auditor') or recipient::text = (select current_setting('app.user', true)))));--> statement-breakpoint
CREATE POLICY "delivery_add" ON "delivery" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "delivery_change" ON "delivery" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "delivery_remove" ON "delivery" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "message_region" ON "message" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "message_see" ON "message" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or recipient::text = (select current_setting('app.user', true))));--> statement-breakpoint
CREATE POLICY "message_add" ON "message" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "message_change" ON "message" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or recipient::text = (select current_setting('app.user', true)))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or recipient::text = (select current_setting('app.user', true))));--> statement-breakpoint
CREATE POLICY "message_remove" ON "message" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "preference_region" ON "preference" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "preference_see" ON "preference" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or person::text = (select current_setting('app.user', true))));--> statement-breakpoint
CREATE POLICY "preference_add" ON "preference" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or person::text = (select current_setting('app.user', true))));--> statement-breakpoint
CREATE POLICY "preference_change" ON "preference" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or person::text = (select current_setting('app.user', true)))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or person::text = (select current_setting('app.user', true))));--> statement-breakpoint
CREATE POLICY "preference_remove" ON "preference" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "webhook_region" ON "webhook" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "webhook_see" ON "webhook" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('sysadmin') or (select current_setting('app.role', true)) in ('auditor'))));--> statement-breakpoint
CREATE POLICY "webhook_add" ON "webhook" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('sysadmin')));--> statement-breakpoint
CREATE POLICY "webhook_change" ON "webhook" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('sysadmin'))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('sysadmin')));--> statement-breakpoint
CREATE POLICY "webhook_remove" ON "webhook" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
ALTER POLICY "journal_claim" ON "journal" TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity in ('claim', 'claim_step', 'claim_pause', 'appeal') then exists (select 1 from claim c where c.id = subject::uuid)
      when audience = 'matter' and entity = 'claim_material' then exists (select 1 from claim_material m where m.id = row_id::uuid)
      when audience = 'matter' and entity in ('claim_opinion', 'objection') and (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') then exists (select 1 from claim c where c.id = subject::uuid) else false end);--> statement-breakpoint
SELECT journal_attach('appraisal_scheme', 'internal');
SELECT journal_attach('appraisal', 'internal');
SELECT journal_attach('appraisal_subject', 'matter');
SELECT journal_attach('appraisal_value', 'matter', 'subject');
SELECT journal_attach('appraisal_self', 'matter', 'subject');
SELECT journal_attach('appraisal_expert', 'audit', 'subject');
SELECT journal_attach('appraisal_reckoning', 'internal', 'appraisal');
SELECT journal_attach('appraisal_score', 'matter', 'subject');
SELECT journal_attach('appraisal_objection', 'matter', 'subject');
SELECT journal_attach('appraisal_rule', 'internal');
SELECT journal_attach('charge', 'internal', 'team');
SELECT journal_attach('matter', 'matter');
SELECT journal_attach('supervision', 'matter', 'matter');
SELECT journal_attach('matter_reply', 'matter', 'matter');
SELECT journal_attach('matter_climb', 'matter', 'matter');
SELECT journal_attach('card', 'own', 'id', 'org');
SELECT journal_attach('matter_rule', 'internal');
SELECT journal_attach('absence', 'internal', 'post');
SELECT journal_attach('meeting', 'matter', 'id', '', 'token');
SELECT journal_attach('agenda_item', 'matter', 'meeting');
SELECT journal_attach('attendance', 'matter', 'meeting');
SELECT journal_attach('decision', 'matter', 'meeting');
SELECT journal_attach('dispatch_round', 'internal');
SELECT journal_attach('dispatch_sheet', 'own', 'id', 'org');
SELECT journal_attach('dispatch_rule', 'internal');
SELECT journal_attach('preference', 'audit', 'person', '', 'email');
SELECT journal_attach('webhook', 'audit', 'id', '', 'secret');
--> statement-breakpoint
-- What was decided stands: minutes that are issued fix it.
CREATE FUNCTION decision_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM meeting m WHERE m.id = OLD.meeting AND m.status = 'minuted') THEN
    RAISE EXCEPTION '会议纪要已印发，议定事项不能改动' USING ERRCODE = 'MTX01';
  END IF;
  IF OLD.struck_on IS NOT NULL THEN
    RAISE EXCEPTION '该议定事项已划去，不能改动' USING ERRCODE = 'MTX01';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION '议定事项不能删除，请划去并写明原因' USING ERRCODE = 'MTX01';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_keep BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION decision_keep();
--> statement-breakpoint
-- A scheme that is issued is replaced by its next version, never rewritten.
CREATE FUNCTION appraisal_scheme_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'issued' AND (TG_OP = 'DELETE' OR (NEW.code, NEW.version, NEW.text, NEW.since, NEW.status, NEW.title)
    IS DISTINCT FROM (OLD.code, OLD.version, OLD.text, OLD.since, OLD.status, OLD.title)) THEN
    RAISE EXCEPTION '考核办法已印发，不能改动，请另立新版' USING ERRCODE = 'MTX01';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER appraisal_scheme_keep BEFORE UPDATE OR DELETE ON appraisal_scheme FOR EACH ROW EXECUTE FUNCTION appraisal_scheme_keep();
--> statement-breakpoint
-- Frozen figures and reckoned scores are never changed; what is put right is frozen and reckoned anew beside them.
CREATE FUNCTION appraisal_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '考核数据和得分一经生成不能改动' USING ERRCODE = 'MTX01';
END $$;
--> statement-breakpoint
CREATE TRIGGER appraisal_value_keep BEFORE UPDATE OR DELETE ON appraisal_value FOR EACH ROW EXECUTE FUNCTION appraisal_keep();
--> statement-breakpoint
CREATE TRIGGER appraisal_score_keep BEFORE UPDATE OR DELETE ON appraisal_score FOR EACH ROW EXECUTE FUNCTION appraisal_keep();
--> statement-breakpoint
-- The log of sending only grows.
CREATE FUNCTION delivery_attempt_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '发送记录不能改动' USING ERRCODE = 'MTX01';
END $$;
--> statement-breakpoint
CREATE TRIGGER delivery_attempt_keep BEFORE UPDATE OR DELETE ON delivery_attempt FOR EACH ROW EXECUTE FUNCTION delivery_attempt_keep();
