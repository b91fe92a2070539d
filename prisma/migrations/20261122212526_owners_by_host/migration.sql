-- CreateIndex
CREATE INDEX "VmOwner_hostId_idx" ON "VmOwner"("hostId");
