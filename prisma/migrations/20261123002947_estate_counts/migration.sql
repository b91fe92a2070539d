-- AlterTable
ALTER TABLE "Host" ADD COLUMN     "vmCount" INTEGER NOT NULL DEFAULT 0;

UPDATE "Host" h SET "vmCount" = (SELECT coalesce(sum(t."count"), 0) FROM "Tally" t WHERE t."hostId" = h."id" AND t."kind" = 'verdict');

-- Few VMs pause: an index of all the others is never read.
CREATE INDEX "Vm_pauseSeconds_idx" ON "Vm"("pauseSeconds") WHERE "verdict" = 'saved-state' AND NOT "gone";
