DROP INDEX "claim_once";--> statement-breakpoint
ALTER TABLE "appeal" ADD COLUMN "against" bigint;--> statement-breakpoint
ALTER TABLE "appeal" ADD COLUMN "amount" bigint;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "entered_by" text;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "entered_on" date;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "ahead" text;--> statement-breakpoint
CREATE UNIQUE INDEX "claim_once" ON "claim" USING btree ("enterprise","policy","clause","year",coalesce(project, '')) WHERE status not in ('refused', 'withdrawn', 'lapsed');