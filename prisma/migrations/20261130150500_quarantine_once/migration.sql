-- Two equal bodies that came at the same moment became two rows. The newest says what their sender was told last.
DELETE FROM "Quarantine" q USING "Quarantine" newer
  WHERE newer."collectorId" = q."collectorId" AND newer."sha256" = q."sha256" AND (newer."receivedAt", newer."id") > (q."receivedAt", q."id");

-- CreateIndex
CREATE UNIQUE INDEX "Quarantine_collectorId_sha256_key" ON "Quarantine"("collectorId", "sha256");
