-- AlterTable
ALTER TABLE "DocumentHost" DROP COLUMN "fqdn",
DROP COLUMN "hardwareUuid",
DROP COLUMN "installId";

-- Of rows of an older release too: whoever compares them with new ones finds the same.
UPDATE "Document" SET "sha256" = left("sha256", 12), "senderId" = CASE WHEN "collectorId" IS NULL THEN "senderId" END
WHERE length("sha256") > 12 OR ("collectorId" IS NOT NULL AND "senderId" IS NOT NULL);
