CREATE TABLE "lease_unit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"lease" uuid NOT NULL,
	"unit" uuid NOT NULL,
	"area" numeric(16, 2) NOT NULL,
	"since" date NOT NULL,
	"until" date NOT NULL,
	"held" boolean NOT NULL,
	CONSTRAINT "lease_unit_days" CHECK (since < until)
);
--> statement-breakpoint
ALTER TABLE "lease_unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lease" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"building" uuid NOT NULL,
	"zone" uuid,
	"town" uuid NOT NULL,
	"lessor" text NOT NULL,
	"enterprise" uuid,
	"tenant" text NOT NULL,
	"credit_code" text,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"area" numeric(16, 2) NOT NULL,
	"rent" numeric(16, 2) NOT NULL,
	"fee" numeric(16, 2),
	"steps" jsonb NOT NULL,
	"free" jsonb NOT NULL,
	"growth" double precision,
	"pay_every" text NOT NULL,
	"due_days" integer NOT NULL,
	"deposit" numeric(16, 2) NOT NULL,
	"status" text NOT NULL,
	"signed_on" date,
	"renews" uuid,
	"contract" uuid,
	"ended_on" date,
	"end_kind" text,
	"end_reason" text,
	"note" text,
	CONSTRAINT "lease_number" UNIQUE("region","number"),
	CONSTRAINT "lease_days" CHECK ("from" <= "to" and (ended_on is null or ended_on > "from"))
);
--> statement-breakpoint
ALTER TABLE "lease" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "receipt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"lease" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" numeric(16, 2) NOT NULL,
	"paid_on" date NOT NULL,
	"voucher" text,
	"note" text,
	"recorded_by" text NOT NULL,
	"known_from" date NOT NULL,
	"known_until" date
);
--> statement-breakpoint
ALTER TABLE "receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"title" text NOT NULL,
	"zone" uuid,
	"status" text NOT NULL,
	"asked" jsonb NOT NULL,
	"answer" jsonb,
	"objective" double precision,
	"bound" double precision,
	"gap" double precision,
	"verified" boolean NOT NULL,
	"seconds" double precision,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"after" uuid,
	"notes" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_item" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"move_in" uuid NOT NULL,
	"kind" text NOT NULL,
	"owner" uuid NOT NULL,
	"due_on" date NOT NULL,
	"done_on" date,
	"waived" text,
	"note" text,
	"evidence" uuid,
	"by" text,
	CONSTRAINT "check_item_once" UNIQUE("move_in","kind")
);
--> statement-breakpoint
ALTER TABLE "check_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "match_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"weights" jsonb NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "match_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "match_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "move_in_pause" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"step" uuid NOT NULL,
	"move_in" uuid NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"reason" text NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "move_in_pause" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "move_in_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"days" jsonb NOT NULL,
	"joint_area" double precision NOT NULL,
	"owners" jsonb NOT NULL,
	"check_days" integer NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "move_in_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "move_in_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "move_in_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"move_in" uuid NOT NULL,
	"state" text NOT NULL,
	"holder" uuid,
	"since" date NOT NULL,
	"days" integer NOT NULL,
	"due_on" date NOT NULL,
	"ended_on" date,
	"result" text,
	"opinion" text,
	"by" text,
	"evidence" uuid
);
--> statement-breakpoint
ALTER TABLE "move_in_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "move_in" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"token" text NOT NULL,
	"origin" text NOT NULL,
	"name" text NOT NULL,
	"credit_code" text,
	"enterprise" uuid,
	"applicant" uuid,
	"contact" text NOT NULL,
	"phone" text NOT NULL,
	"need" jsonb NOT NULL,
	"zone" uuid,
	"building" uuid,
	"units" jsonb NOT NULL,
	"status" text NOT NULL,
	"holder" uuid,
	"due_on" date,
	"hands" jsonb NOT NULL,
	"lease" uuid,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"outcome" text,
	CONSTRAINT "move_in_number" UNIQUE("region","number"),
	CONSTRAINT "move_in_token" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "move_in" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "viewing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"move_in" uuid NOT NULL,
	"building" uuid NOT NULL,
	"unit" uuid,
	"wanted_on" date NOT NULL,
	"half" text NOT NULL,
	"status" text NOT NULL,
	"guide" text,
	"feedback" text
);
--> statement-breakpoint
ALTER TABLE "viewing" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "acquisition_stage" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"acquisition" uuid NOT NULL,
	"building" uuid NOT NULL,
	"zone" uuid,
	"town" uuid NOT NULL,
	"mode" text,
	"stage" text NOT NULL,
	"area" numeric(16, 2) NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"evidence" uuid,
	"note" text,
	"recorded_by" text NOT NULL,
	"known_from" date NOT NULL,
	"known_until" date
);
--> statement-breakpoint
ALTER TABLE "acquisition_stage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "acquisition" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"building" uuid NOT NULL,
	"zone" uuid,
	"town" uuid NOT NULL,
	"name" text NOT NULL,
	"mode" text,
	"holder" text,
	"status" text NOT NULL,
	"area" numeric(16, 2) NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "acquisition" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "adjoining" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	CONSTRAINT "adjoining_once" UNIQUE("one","other"),
	CONSTRAINT "adjoining_order" CHECK (one < other)
);
--> statement-breakpoint
ALTER TABLE "adjoining" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "building_measure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"building_plan" uuid NOT NULL,
	"building" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" text NOT NULL,
	"benefit" text,
	"owner" uuid NOT NULL,
	"due_on" date,
	"state" text NOT NULL,
	"progress" text,
	"progress_on" date,
	"public" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "building_measure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "building_plan" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"building" uuid NOT NULL,
	"zone" uuid,
	"since" date NOT NULL,
	"positioning" text NOT NULL,
	"tenants" text NOT NULL,
	"directions" jsonb NOT NULL,
	"goal" text,
	"made_by" text NOT NULL,
	CONSTRAINT "building_plan_since" UNIQUE("building","since")
);
--> statement-breakpoint
ALTER TABLE "building_plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "building" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"name" text NOT NULL,
	"carrier" uuid,
	"zone" uuid,
	"town" uuid NOT NULL,
	"address" text NOT NULL,
	"ownership" text NOT NULL,
	"owner" text NOT NULL,
	"certificate" text NOT NULL,
	"certificate_number" text,
	"planned_use" text,
	"structure" text,
	"built_in" integer,
	"floors_above" integer NOT NULL,
	"floors_below" integer NOT NULL,
	"area" numeric(16, 2) NOT NULL,
	"fire_class" text,
	"lifts" integer,
	"goods_lifts" integer,
	"parking" integer,
	"power" double precision,
	"network" text,
	"facilities" jsonb NOT NULL,
	"transport" text,
	"operator" text,
	"team" integer,
	"directions" jsonb NOT NULL,
	"keeper_name" text,
	"keeper_phone" text,
	"longitude" double precision,
	"latitude" double precision,
	"datum" text,
	"precision" text,
	"pinned_by" text,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"confirmed_on" date,
	CONSTRAINT "building_name" UNIQUE("region","name")
);
--> statement-breakpoint
ALTER TABLE "building" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "carrier" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"name" text NOT NULL,
	"zone" uuid,
	"town" uuid NOT NULL,
	"operator" text,
	"note" text,
	CONSTRAINT "carrier_name" UNIQUE("region","name")
);
--> statement-breakpoint
ALTER TABLE "carrier" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "floor" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"building" uuid NOT NULL,
	"number" integer NOT NULL,
	"area" numeric(16, 2) NOT NULL,
	"height" double precision,
	"load" double precision,
	CONSTRAINT "floor_once" UNIQUE("building","number")
);
--> statement-breakpoint
ALTER TABLE "floor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "makerspace" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"building" uuid,
	"zone" uuid,
	"town" uuid NOT NULL,
	"operator" text NOT NULL,
	"area" numeric(16, 2) NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"evidence" uuid,
	"note" text,
	"recorded_by" text NOT NULL,
	"known_from" date NOT NULL,
	"known_until" date
);
--> statement-breakpoint
ALTER TABLE "makerspace" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "occupancy" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"unit" uuid NOT NULL,
	"building" uuid NOT NULL,
	"zone" uuid,
	"town" uuid NOT NULL,
	"use" text NOT NULL,
	"enterprise" uuid,
	"occupant" text NOT NULL,
	"division" text,
	"area" numeric(16, 2) NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"evidence" uuid,
	"note" text,
	"recorded_by" text NOT NULL,
	"known_from" date NOT NULL,
	"known_until" date
);
--> statement-breakpoint
ALTER TABLE "occupancy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "picture" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"building" uuid NOT NULL,
	"unit" uuid,
	"kind" text NOT NULL,
	"caption" text,
	"file" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "picture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "space_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"stale_days" integer NOT NULL,
	"idle_days" integer NOT NULL,
	"expiry_days" jsonb NOT NULL,
	"fall" double precision NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "space_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "space_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"building" uuid NOT NULL,
	"floor" uuid NOT NULL,
	"zone" uuid,
	"town" uuid NOT NULL,
	"name" text NOT NULL,
	"use" text NOT NULL,
	"area" numeric(16, 2) NOT NULL,
	"net_area" numeric(16, 2),
	"height" double precision,
	"load" double precision,
	"power" double precision,
	"fit_out" text,
	"rent" numeric(16, 2),
	"fee" numeric(16, 2),
	"ready_on" date,
	"about" text,
	"listed" boolean NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"origins" jsonb NOT NULL,
	"confirmed_on" date
);
--> statement-breakpoint
ALTER TABLE "unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "booking" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"room" uuid NOT NULL,
	"org" uuid NOT NULL,
	"booked_by" text NOT NULL,
	"title" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"people" integer NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "booking_times" CHECK ("from" < "to")
);
--> statement-breakpoint
ALTER TABLE "booking" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_reading" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"notice" uuid NOT NULL,
	"org" uuid NOT NULL,
	"read_on" date NOT NULL,
	"read_by" text NOT NULL,
	CONSTRAINT "notice_reading_once" UNIQUE("notice","org")
);
--> statement-breakpoint
ALTER TABLE "notice_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"building" uuid NOT NULL,
	"zone" uuid,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"published_on" date NOT NULL,
	"until" date,
	"published_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shared_room" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"building" uuid NOT NULL,
	"zone" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"seats" integer NOT NULL,
	"opens_at" integer NOT NULL,
	"closes_at" integer NOT NULL,
	"equipment" text,
	"open" boolean NOT NULL,
	CONSTRAINT "shared_room_name" UNIQUE("building","name")
);
--> statement-breakpoint
ALTER TABLE "shared_room" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"number" text NOT NULL,
	"building" uuid NOT NULL,
	"zone" uuid,
	"unit" uuid,
	"org" uuid NOT NULL,
	"raised_by" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"photo" uuid,
	"status" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"due_on" date NOT NULL,
	"handler" text,
	"answer" text,
	"score" integer,
	"remark" text,
	"reopened" integer NOT NULL,
	CONSTRAINT "ticket_number" UNIQUE("region","number")
);
--> statement-breakpoint
ALTER TABLE "ticket" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "upkeep_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"region" text DEFAULT current_setting('app.region', true) NOT NULL,
	"created_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"updated_at" timestamp with time zone DEFAULT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) NOT NULL,
	"since" date NOT NULL,
	"days" jsonb NOT NULL,
	"close_after" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"full_occupancy" double precision NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "upkeep_rule_since" UNIQUE("region","since")
);
--> statement-breakpoint
ALTER TABLE "upkeep_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lease_unit" ADD CONSTRAINT "lease_unit_lease_lease_id_fk" FOREIGN KEY ("lease") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lease_unit" ADD CONSTRAINT "lease_unit_unit_unit_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lease" ADD CONSTRAINT "lease_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lease" ADD CONSTRAINT "lease_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lease" ADD CONSTRAINT "lease_contract_file_id_fk" FOREIGN KEY ("contract") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lease" ADD CONSTRAINT "lease_renews_lease_id_fk" FOREIGN KEY ("renews") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_lease_lease_id_fk" FOREIGN KEY ("lease") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_item" ADD CONSTRAINT "check_item_move_in_move_in_id_fk" FOREIGN KEY ("move_in") REFERENCES "public"."move_in"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_item" ADD CONSTRAINT "check_item_owner_org_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_item" ADD CONSTRAINT "check_item_evidence_file_id_fk" FOREIGN KEY ("evidence") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in_pause" ADD CONSTRAINT "move_in_pause_move_in_move_in_id_fk" FOREIGN KEY ("move_in") REFERENCES "public"."move_in"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in_pause" ADD CONSTRAINT "move_in_pause_step_move_in_step_id_fk" FOREIGN KEY ("step") REFERENCES "public"."move_in_step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in_step" ADD CONSTRAINT "move_in_step_move_in_move_in_id_fk" FOREIGN KEY ("move_in") REFERENCES "public"."move_in"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in_step" ADD CONSTRAINT "move_in_step_holder_org_id_fk" FOREIGN KEY ("holder") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in_step" ADD CONSTRAINT "move_in_step_evidence_file_id_fk" FOREIGN KEY ("evidence") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in" ADD CONSTRAINT "move_in_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in" ADD CONSTRAINT "move_in_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in" ADD CONSTRAINT "move_in_lease_lease_id_fk" FOREIGN KEY ("lease") REFERENCES "public"."lease"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in" ADD CONSTRAINT "move_in_applicant_org_id_fk" FOREIGN KEY ("applicant") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "move_in" ADD CONSTRAINT "move_in_holder_org_id_fk" FOREIGN KEY ("holder") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewing" ADD CONSTRAINT "viewing_move_in_move_in_id_fk" FOREIGN KEY ("move_in") REFERENCES "public"."move_in"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewing" ADD CONSTRAINT "viewing_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "viewing" ADD CONSTRAINT "viewing_unit_unit_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acquisition_stage" ADD CONSTRAINT "acquisition_stage_acquisition_acquisition_id_fk" FOREIGN KEY ("acquisition") REFERENCES "public"."acquisition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acquisition_stage" ADD CONSTRAINT "acquisition_stage_evidence_file_id_fk" FOREIGN KEY ("evidence") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acquisition" ADD CONSTRAINT "acquisition_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjoining" ADD CONSTRAINT "adjoining_one_unit_id_fk" FOREIGN KEY ("one") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adjoining" ADD CONSTRAINT "adjoining_other_unit_id_fk" FOREIGN KEY ("other") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building_measure" ADD CONSTRAINT "building_measure_building_plan_building_plan_id_fk" FOREIGN KEY ("building_plan") REFERENCES "public"."building_plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building_measure" ADD CONSTRAINT "building_measure_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building_measure" ADD CONSTRAINT "building_measure_owner_org_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building_plan" ADD CONSTRAINT "building_plan_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_carrier_carrier_id_fk" FOREIGN KEY ("carrier") REFERENCES "public"."carrier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_zone_org_id_fk" FOREIGN KEY ("zone") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_town_org_id_fk" FOREIGN KEY ("town") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrier" ADD CONSTRAINT "carrier_zone_org_id_fk" FOREIGN KEY ("zone") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrier" ADD CONSTRAINT "carrier_town_org_id_fk" FOREIGN KEY ("town") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor" ADD CONSTRAINT "floor_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "makerspace" ADD CONSTRAINT "makerspace_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "makerspace" ADD CONSTRAINT "makerspace_evidence_file_id_fk" FOREIGN KEY ("evidence") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_unit_unit_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_enterprise_enterprise_id_fk" FOREIGN KEY ("enterprise") REFERENCES "public"."enterprise"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_evidence_file_id_fk" FOREIGN KEY ("evidence") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_unit_unit_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_file_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_floor_floor_id_fk" FOREIGN KEY ("floor") REFERENCES "public"."floor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_room_shared_room_id_fk" FOREIGN KEY ("room") REFERENCES "public"."shared_room"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_reading" ADD CONSTRAINT "notice_reading_notice_notice_id_fk" FOREIGN KEY ("notice") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shared_room" ADD CONSTRAINT "shared_room_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_building_building_id_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_unit_unit_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_org_org_id_fk" FOREIGN KEY ("org") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_photo_file_id_fk" FOREIGN KEY ("photo") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lease_unit_lease" ON "lease_unit" USING btree ("lease");--> statement-breakpoint
CREATE INDEX "lease_unit_unit" ON "lease_unit" USING btree ("unit");--> statement-breakpoint
CREATE INDEX "lease_building" ON "lease" USING btree ("building");--> statement-breakpoint
CREATE INDEX "lease_enterprise" ON "lease" USING btree ("enterprise");--> statement-breakpoint
CREATE INDEX "lease_to" ON "lease" USING btree ("region","to");--> statement-breakpoint
CREATE INDEX "receipt_lease" ON "receipt" USING btree ("lease");--> statement-breakpoint
CREATE UNIQUE INDEX "move_in_pause_open" ON "move_in_pause" USING btree ("step") WHERE until is null;--> statement-breakpoint
CREATE UNIQUE INDEX "move_in_step_open" ON "move_in_step" USING btree ("move_in") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "move_in_status" ON "move_in" USING btree ("region","status");--> statement-breakpoint
CREATE INDEX "move_in_hands" ON "move_in" USING gin ("hands");--> statement-breakpoint
CREATE INDEX "viewing_move_in" ON "viewing" USING btree ("move_in");--> statement-breakpoint
CREATE UNIQUE INDEX "acquisition_stage_now" ON "acquisition_stage" USING btree ("acquisition") WHERE until is null and known_until is null;--> statement-breakpoint
CREATE INDEX "acquisition_building" ON "acquisition" USING btree ("building");--> statement-breakpoint
CREATE INDEX "adjoining_other" ON "adjoining" USING btree ("other");--> statement-breakpoint
CREATE INDEX "building_measure_plan" ON "building_measure" USING btree ("building_plan");--> statement-breakpoint
CREATE INDEX "building_place" ON "building" USING btree ("longitude","latitude");--> statement-breakpoint
CREATE INDEX "occupancy_unit" ON "occupancy" USING btree ("unit");--> statement-breakpoint
CREATE INDEX "occupancy_enterprise" ON "occupancy" USING btree ("enterprise");--> statement-breakpoint
CREATE INDEX "occupancy_building" ON "occupancy" USING btree ("building");--> statement-breakpoint
CREATE INDEX "picture_building" ON "picture" USING btree ("building");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_now" ON "unit" USING btree ("floor","name") WHERE until is null;--> statement-breakpoint
CREATE INDEX "unit_building" ON "unit" USING btree ("building");--> statement-breakpoint
CREATE INDEX "unit_listed" ON "unit" USING btree ("region","area") WHERE listed;--> statement-breakpoint
CREATE INDEX "booking_room" ON "booking" USING btree ("room","from");--> statement-breakpoint
CREATE INDEX "notice_building" ON "notice" USING btree ("building");--> statement-breakpoint
CREATE INDEX "ticket_building" ON "ticket" USING btree ("building","status");--> statement-breakpoint
CREATE POLICY "journal_lease" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity in ('lease', 'lease_unit', 'receipt') then exists (select 1 from lease l where l.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "journal_move_in" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity in ('move_in', 'move_in_step', 'move_in_pause', 'viewing', 'check_item') then exists (select 1 from move_in m where m.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "journal_ticket" ON "journal" AS PERMISSIVE FOR SELECT TO public USING (region = (select current_setting('app.region', true)) and case when audience = 'matter' and entity = 'ticket' then exists (select 1 from ticket t where t.id = subject::uuid) else false end);--> statement-breakpoint
CREATE POLICY "lease_unit_region" ON "lease_unit" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "lease_unit_see" ON "lease_unit" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from lease l where l.id = lease)));--> statement-breakpoint
CREATE POLICY "lease_unit_add" ON "lease_unit" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'park') and exists (select 1 from lease l where l.id = lease))));--> statement-breakpoint
CREATE POLICY "lease_unit_change" ON "lease_unit" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'park') and exists (select 1 from lease l where l.id = lease)))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'park') and exists (select 1 from lease l where l.id = lease))));--> statement-breakpoint
CREATE POLICY "lease_unit_remove" ON "lease_unit" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office', 'park') and exists (select 1 from lease l where l.id = lease)) and not held)));--> statement-breakpoint
CREATE POLICY "lease_region" ON "lease" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "lease_see" ON "lease" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or (select current_setting('app.role', true)) in ('leader') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and enterprise in (select e.id from enterprise e where e.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "lease_add" ON "lease" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "lease_change" ON "lease" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "lease_remove" ON "lease" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "receipt_region" ON "receipt" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "receipt_see" ON "receipt" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from lease l where l.id = lease)));--> statement-breakpoint
CREATE POLICY "receipt_add" ON "receipt" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'park') and exists (select 1 from lease l where l.id = lease))));--> statement-breakpoint
CREATE POLICY "receipt_change" ON "receipt" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'park') and exists (select 1 from lease l where l.id = lease)))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'park') and exists (select 1 from lease l where l.id = lease))));--> statement-breakpoint
CREATE POLICY "receipt_remove" ON "receipt" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "assignment_region" ON "assignment" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "assignment_see" ON "assignment" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "assignment_add" ON "assignment" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "assignment_change" ON "assignment" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "assignment_remove" ON "assignment" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "check_item_region" ON "check_item" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "check_item_see" ON "check_item" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from move_in m where m.id = move_in)));--> statement-breakpoint
CREATE POLICY "check_item_add" ON "check_item" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "check_item_change" ON "check_item" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "check_item_remove" ON "check_item" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "match_rule_region" ON "match_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "match_rule_see" ON "match_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "match_rule_add" ON "match_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "match_rule_change" ON "match_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "match_rule_remove" ON "match_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "move_in_pause_region" ON "move_in_pause" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "move_in_pause_see" ON "move_in_pause" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from move_in m where m.id = move_in)));--> statement-breakpoint
CREATE POLICY "move_in_pause_add" ON "move_in_pause" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "move_in_pause_change" ON "move_in_pause" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "move_in_pause_remove" ON "move_in_pause" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "move_in_rule_region" ON "move_in_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "move_in_rule_see" ON "move_in_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "move_in_rule_add" ON "move_in_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "move_in_rule_change" ON "move_in_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "move_in_rule_remove" ON "move_in_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "move_in_step_region" ON "move_in_step" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "move_in_step_see" ON "move_in_step" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from move_in m where m.id = move_in)));--> statement-breakpoint
CREATE POLICY "move_in_step_add" ON "move_in_step" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution')) or (select current_setting('app.role', true)) in ('public'))));--> statement-breakpoint
CREATE POLICY "move_in_step_change" ON "move_in_step" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "move_in_step_remove" ON "move_in_step" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "move_in_region" ON "move_in" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "move_in_see" ON "move_in" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and applicant = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text))));--> statement-breakpoint
CREATE POLICY "move_in_add" ON "move_in" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('park') and zone is null) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and applicant = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('public') and origin = 'portal' and status in ('matching', 'viewing') and enterprise is null and applicant is null))));--> statement-breakpoint
CREATE POLICY "move_in_change" ON "move_in" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('park') and ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and applicant = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('park') and ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') and hands ? (select nullif(current_setting('app.org', true), '')::uuid)::text)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and applicant = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "move_in_remove" ON "move_in" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "viewing_region" ON "viewing" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "viewing_see" ON "viewing" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from move_in m where m.id = move_in)));--> statement-breakpoint
CREATE POLICY "viewing_add" ON "viewing" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution')) or ((select current_setting('app.role', true)) in ('public') and status = 'asked'))));--> statement-breakpoint
CREATE POLICY "viewing_change" ON "viewing" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution')))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from move_in m where m.id = move_in) and (select current_setting('app.role', true)) in ('office', 'park', 'department', 'town', 'enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "viewing_remove" ON "viewing" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "acquisition_stage_region" ON "acquisition_stage" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "acquisition_stage_see" ON "acquisition_stage" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "acquisition_stage_add" ON "acquisition_stage" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "acquisition_stage_change" ON "acquisition_stage" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "acquisition_stage_remove" ON "acquisition_stage" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "acquisition_region" ON "acquisition" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "acquisition_see" ON "acquisition" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "acquisition_add" ON "acquisition" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "acquisition_change" ON "acquisition" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "acquisition_remove" ON "acquisition" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "adjoining_region" ON "adjoining" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "adjoining_see" ON "adjoining" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "adjoining_add" ON "adjoining" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from unit u join building b on b.id = u.building where u.id = one and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "adjoining_change" ON "adjoining" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "adjoining_remove" ON "adjoining" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from unit u join building b on b.id = u.building where u.id = one and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "building_measure_region" ON "building_measure" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "building_measure_see" ON "building_measure" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) <> 'public' or public)));--> statement-breakpoint
CREATE POLICY "building_measure_add" ON "building_measure" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "building_measure_change" ON "building_measure" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))) or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and owner = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))) or ((select current_setting('app.role', true)) in ('department', 'park', 'town') and owner = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "building_measure_remove" ON "building_measure" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "building_plan_region" ON "building_plan" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "building_plan_see" ON "building_plan" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "building_plan_add" ON "building_plan" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "building_plan_change" ON "building_plan" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "building_plan_remove" ON "building_plan" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "building_region" ON "building" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "building_see" ON "building" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "building_add" ON "building" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "building_change" ON "building" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "building_remove" ON "building" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "carrier_region" ON "carrier" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "carrier_see" ON "carrier" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "carrier_add" ON "carrier" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "carrier_change" ON "carrier" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "carrier_remove" ON "carrier" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "floor_region" ON "floor" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "floor_see" ON "floor" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "floor_add" ON "floor" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "floor_change" ON "floor" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "floor_remove" ON "floor" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "makerspace_region" ON "makerspace" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "makerspace_see" ON "makerspace" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('leader', 'office', 'department') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))) or (select current_setting('app.role', true)) in ('statistician'))));--> statement-breakpoint
CREATE POLICY "makerspace_add" ON "makerspace" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "makerspace_change" ON "makerspace" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "makerspace_remove" ON "makerspace" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "occupancy_region" ON "occupancy" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "occupancy_see" ON "occupancy" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('leader', 'office', 'department') or (((select current_setting('app.role', true)) in ('town') and town = (select nullif(current_setting('app.org', true), '')::uuid)) or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and enterprise in (select e.id from enterprise e where e.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "occupancy_add" ON "occupancy" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "occupancy_change" ON "occupancy" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "occupancy_remove" ON "occupancy" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "picture_region" ON "picture" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "picture_see" ON "picture" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "picture_add" ON "picture" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "picture_change" ON "picture" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "picture_remove" ON "picture" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or exists (select 1 from building b where b.id = building and ((select current_setting('app.role', true)) = 'office'
  or ((select current_setting('app.role', true)) = 'park' and (b.zone = (select nullif(current_setting('app.org', true), '')::uuid) or b.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))));--> statement-breakpoint
CREATE POLICY "space_rule_region" ON "space_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "space_rule_see" ON "space_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "space_rule_add" ON "space_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "space_rule_change" ON "space_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "space_rule_remove" ON "space_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "unit_region" ON "unit" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "unit_see" ON "unit" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) <> 'public' or listed)));--> statement-breakpoint
CREATE POLICY "unit_add" ON "unit" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "unit_change" ON "unit" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "unit_remove" ON "unit" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "booking_region" ON "booking" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "booking_see" ON "booking" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader') or exists (select 1 from shared_room r where r.id = room and ((select current_setting('app.role', true)) = 'office' or ((select current_setting('app.role', true)) = 'park'
  and (r.zone = (select nullif(current_setting('app.org', true), '')::uuid) or r.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "booking_add" ON "booking" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from shared_room r where r.id = room and ((select current_setting('app.role', true)) = 'office' or ((select current_setting('app.role', true)) = 'park'
  and (r.zone = (select nullif(current_setting('app.org', true), '')::uuid) or r.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))) or (((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)) and exists (select 1 from shared_room r where r.id = room and exists (select 1 from occupancy o join enterprise e on e.id = o.enterprise
  where o.building = r.building and o.known_until is null and o.until is null
  and e.org = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "booking_change" ON "booking" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from shared_room r where r.id = room and ((select current_setting('app.role', true)) = 'office' or ((select current_setting('app.role', true)) = 'park'
  and (r.zone = (select nullif(current_setting('app.org', true), '')::uuid) or r.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (exists (select 1 from shared_room r where r.id = room and ((select current_setting('app.role', true)) = 'office' or ((select current_setting('app.role', true)) = 'park'
  and (r.zone = (select nullif(current_setting('app.org', true), '')::uuid) or r.zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "booking_remove" ON "booking" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "notice_reading_region" ON "notice_reading" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "notice_reading_see" ON "notice_reading" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('park') and exists (select 1 from notice n where n.id = notice)) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "notice_reading_add" ON "notice_reading" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))));--> statement-breakpoint
CREATE POLICY "notice_reading_change" ON "notice_reading" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "notice_reading_remove" ON "notice_reading" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "notice_region" ON "notice" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "notice_see" ON "notice" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and exists (select 1 from occupancy o join enterprise e on e.id = o.enterprise
  where o.building = notice.building and o.known_until is null and o.until is null
  and e.org = (select nullif(current_setting('app.org', true), '')::uuid))))));--> statement-breakpoint
CREATE POLICY "notice_add" ON "notice" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "notice_change" ON "notice" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "notice_remove" ON "notice" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "shared_room_region" ON "shared_room" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "shared_room_see" ON "shared_room" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician') or (select current_setting('app.role', true)) in ('enterprise', 'institution'))));--> statement-breakpoint
CREATE POLICY "shared_room_add" ON "shared_room" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "shared_room_change" ON "shared_room" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "shared_room_remove" ON "shared_room" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "ticket_region" ON "ticket" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "ticket_see" ON "ticket" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or ((select current_setting('app.role', true)) in ('office', 'leader') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid)))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "ticket_add" ON "ticket" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or (((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)) and ((select current_setting('app.role', true)) in ('enterprise', 'institution') and exists (select 1 from occupancy o join enterprise e on e.id = o.enterprise
  where o.building = ticket.building and o.known_until is null and o.until is null
  and e.org = (select nullif(current_setting('app.org', true), '')::uuid)))))));--> statement-breakpoint
CREATE POLICY "ticket_change" ON "ticket" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid))))) WITH CHECK (((select current_setting('app.role', true)) = 'system' or (((select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) in ('park') and (zone = (select nullif(current_setting('app.org', true), '')::uuid) or zone = (select o.parent from org o where o.id = (select nullif(current_setting('app.org', true), '')::uuid))))) or ((select current_setting('app.role', true)) in ('enterprise', 'institution') and org = (select nullif(current_setting('app.org', true), '')::uuid)))));--> statement-breakpoint
CREATE POLICY "ticket_remove" ON "ticket" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "upkeep_rule_region" ON "upkeep_rule" AS RESTRICTIVE FOR ALL TO public USING (region = (select current_setting('app.region', true))) WITH CHECK (region = (select current_setting('app.region', true)));--> statement-breakpoint
CREATE POLICY "upkeep_rule_see" ON "upkeep_rule" AS PERMISSIVE FOR SELECT TO public USING (((select current_setting('app.role', true)) = 'system' or true));--> statement-breakpoint
CREATE POLICY "upkeep_rule_add" ON "upkeep_rule" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select current_setting('app.role', true)) = 'system' or (select current_setting('app.role', true)) in ('office')));--> statement-breakpoint
CREATE POLICY "upkeep_rule_change" ON "upkeep_rule" AS PERMISSIVE FOR UPDATE TO public USING (((select current_setting('app.role', true)) = 'system' or false)) WITH CHECK (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
CREATE POLICY "upkeep_rule_remove" ON "upkeep_rule" AS PERMISSIVE FOR DELETE TO public USING (((select current_setting('app.role', true)) = 'system' or false));--> statement-breakpoint
ALTER POLICY "file_see" ON "file" TO public USING (((select current_setting('app.role', true)) = 'system' or (audience = 'public' or (audience = 'internal' and (select current_setting('app.role', true)) in ('leader', 'office', 'department', 'park', 'town', 'statistician')) or org = (select nullif(current_setting('app.org', true), '')::uuid) or (select current_setting('app.role', true)) in ('office') or ((select current_setting('app.role', true)) = 'leader'))));--> statement-breakpoint
SELECT journal_attach('carrier', 'internal');
SELECT journal_attach('building', 'internal');
SELECT journal_attach('floor', 'internal', 'building');
SELECT journal_attach('unit', 'internal', 'building');
SELECT journal_attach('adjoining', 'internal', 'one');
SELECT journal_attach('picture', 'internal', 'building');
SELECT journal_attach('acquisition', 'internal');
SELECT journal_attach('occupancy', 'internal', 'unit');
SELECT journal_attach('makerspace', 'internal');
SELECT journal_attach('building_plan', 'internal', 'building');
SELECT journal_attach('building_measure', 'internal', 'building');
SELECT journal_attach('space_rule', 'internal');
SELECT journal_attach('lease', 'matter');
SELECT journal_attach('lease_unit', 'matter', 'lease');
SELECT journal_attach('receipt', 'matter', 'lease');
SELECT journal_attach('move_in', 'matter', 'id', '', 'token,contact,phone');
SELECT journal_attach('move_in_step', 'matter', 'move_in');
SELECT journal_attach('move_in_pause', 'matter', 'move_in');
SELECT journal_attach('viewing', 'matter', 'move_in');
SELECT journal_attach('check_item', 'matter', 'move_in');
SELECT journal_attach('move_in_rule', 'internal');
SELECT journal_attach('match_rule', 'internal');
SELECT journal_attach('assignment', 'own', 'id', '', 'asked,answer');
SELECT journal_attach('ticket', 'matter');
SELECT journal_attach('shared_room', 'internal', 'building');
SELECT journal_attach('booking', 'own', 'id', 'org');
SELECT journal_attach('notice', 'internal', 'building');
SELECT journal_attach('upkeep_rule', 'internal');
