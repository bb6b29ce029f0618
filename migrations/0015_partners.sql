-- Bodies that work on an effort to secure space beside those who keep it; none so far.
ALTER TABLE "acquisition" ADD COLUMN "partners" jsonb NOT NULL DEFAULT '[]';--> statement-breakpoint
ALTER TABLE "acquisition" ALTER COLUMN "partners" DROP DEFAULT;
