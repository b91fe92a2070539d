-- CreateIndex
CREATE INDEX "Document_senderId_epoch_sequence_idx" ON "Document"("senderId", "epoch", "sequence");

-- CreateIndex
CREATE INDEX "Vm_vmGuid_idx" ON "Vm"("vmGuid");
