-- DropIndex
DROP INDEX "Host_dueAt_idx";

-- DropIndex
DROP INDEX "Vm_readAt_nameKey_id_idx";

-- Room beside each row, so that a change of no indexed value writes no index: each inventory moves times of its host and
-- its collector, and of a VM mostly facts.
ALTER TABLE "Vm" SET (fillfactor = 85);
ALTER TABLE "Host" SET (fillfactor = 70);
ALTER TABLE "Collector" SET (fillfactor = 70);
