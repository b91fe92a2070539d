-- DropIndex
DROP INDEX "Document_documentId_idx";

-- DropIndex
DROP INDEX "Document_fileSha_idx";

-- AlterTable
ALTER TABLE "Content" ADD COLUMN     "likeness" BYTEA;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "beside" BYTEA;

-- CreateIndex
CREATE INDEX "Document_receivedAt_idx" ON "Document" USING BRIN ("receivedAt");

-- Documents that wait are few, and so are those that no collector sent in order: an index of all the others is never read.
DROP INDEX "Document_foldedAt_receivedAt_idx";
CREATE INDEX "Document_foldedAt_receivedAt_idx" ON "Document"("foldedAt", "receivedAt") WHERE "foldedAt" IS NULL;
DROP INDEX "Document_senderId_epoch_sequence_idx";
CREATE INDEX "Document_senderId_epoch_sequence_idx" ON "Document"("senderId", "epoch", "sequence") WHERE "collectorId" IS NULL;
