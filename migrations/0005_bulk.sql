ALTER TABLE "enterprise" DROP CONSTRAINT "enterprise_org";--> statement-breakpoint
CREATE UNIQUE INDEX "enterprise_org" ON "enterprise" USING btree ("org") WHERE org is not null;