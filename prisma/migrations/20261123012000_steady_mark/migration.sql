-- RenameColumn
ALTER TABLE "Host" RENAME COLUMN "contentDigest" TO "steadyMark";
