-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "via" TEXT NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "hosts" INTEGER NOT NULL,
    "vms" INTEGER NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "result" TEXT NOT NULL,
    "names" TEXT[],
    "fileCount" INTEGER NOT NULL,
    "account" JSONB NOT NULL,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "documentId" TEXT NOT NULL,
    "senderId" TEXT,
    "epoch" BIGINT,
    "sequence" BIGINT,
    "origin" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileSha" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "collectedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "body" BYTEA NOT NULL,
    "bodyBytes" INTEGER NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentHost" (
    "documentId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "hostId" UUID NOT NULL,
    "collectedAt" TIMESTAMPTZ(3) NOT NULL,
    "installId" TEXT,
    "hardwareUuid" TEXT,
    "fqdn" TEXT,
    "name" TEXT NOT NULL,
    "vms" INTEGER NOT NULL,

    CONSTRAINT "DocumentHost_pkey" PRIMARY KEY ("documentId","place")
);

-- CreateTable
CREATE TABLE "Host" (
    "id" UUID NOT NULL,
    "installId" TEXT,
    "hardwareUuid" TEXT,
    "fqdn" TEXT,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "keyKind" TEXT NOT NULL,
    "conflict" TEXT,
    "clusterId" UUID,
    "release" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "clusterView" JSONB,
    "sections" JSONB NOT NULL,
    "intervalSeconds" INTEGER,
    "listedAt" TIMESTAMPTZ(3),
    "completeAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failedText" TEXT,
    "readAt" TIMESTAMPTZ(3),
    "fresh" BOOLEAN NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "neighbours" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Host_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cluster" (
    "id" UUID NOT NULL,
    "clusterKey" TEXT,
    "fqdn" TEXT,
    "name" TEXT NOT NULL,
    "keyKind" TEXT NOT NULL,
    "conflict" TEXT,
    "facts" JSONB,
    "readAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Cluster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vm" (
    "id" UUID NOT NULL,
    "scopeId" UUID NOT NULL,
    "vmGuid" UUID NOT NULL,
    "hostId" UUID NOT NULL,
    "clusterId" UUID,
    "documentId" UUID NOT NULL,
    "listedAt" TIMESTAMPTZ(3) NOT NULL,
    "gone" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "verdictRank" SMALLINT NOT NULL,
    "coverage" TEXT NOT NULL,
    "coverageRank" SMALLINT NOT NULL,
    "atBest" BOOLEAN NOT NULL,
    "best" TEXT,
    "scoreLow" SMALLINT,
    "scoreHigh" SMALLINT,
    "scoreRank" SMALLINT NOT NULL,
    "because" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "fixAlone" TEXT[],
    "missing" TEXT[],
    "badges" TEXT[],
    "hostName" TEXT NOT NULL,
    "hostKey" TEXT NOT NULL,
    "clusterName" TEXT NOT NULL,
    "clusterKey" TEXT NOT NULL,
    "release" TEXT NOT NULL,
    "releaseRank" INTEGER NOT NULL,
    "family" TEXT NOT NULL,
    "osName" TEXT,
    "guestKey" TEXT NOT NULL,
    "generation" SMALLINT NOT NULL,
    "version" TEXT NOT NULL,
    "versionRank" INTEGER NOT NULL,
    "power" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "fresh" BOOLEAN NOT NULL,
    "pauseSeconds" DOUBLE PRECISION,
    "memoryBytes" BIGINT,
    "synthetic" BOOLEAN NOT NULL,
    "judgedAt" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,
    "sections" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Vm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "vmId" UUID NOT NULL,
    "requirement" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "effect" TEXT,
    "latent" BOOLEAN NOT NULL,
    "high" BOOLEAN NOT NULL,
    "because" TEXT NOT NULL,
    "fixAlone" BOOLEAN NOT NULL,
    "missing" TEXT[],

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("vmId","requirement","latent")
);

-- CreateTable
CREATE TABLE "Tally" (
    "hostId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("hostId","kind","key","status")
);

-- CreateTable
CREATE TABLE "Policy" (
    "version" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Import_receivedAt_id_idx" ON "Import"("receivedAt", "id");

-- CreateIndex
CREATE INDEX "Document_importId_idx" ON "Document"("importId");

-- CreateIndex
CREATE INDEX "Document_digest_idx" ON "Document"("digest");

-- CreateIndex
CREATE INDEX "Document_documentId_idx" ON "Document"("documentId");

-- CreateIndex
CREATE INDEX "Document_fileSha_idx" ON "Document"("fileSha");

-- CreateIndex
CREATE INDEX "DocumentHost_hostId_collectedAt_idx" ON "DocumentHost"("hostId", "collectedAt");

-- CreateIndex
CREATE INDEX "Host_installId_idx" ON "Host"("installId");

-- CreateIndex
CREATE INDEX "Host_hardwareUuid_idx" ON "Host"("hardwareUuid");

-- CreateIndex
CREATE INDEX "Host_fqdn_idx" ON "Host"("fqdn");

-- CreateIndex
CREATE INDEX "Host_nameKey_idx" ON "Host"("nameKey");

-- CreateIndex
CREATE INDEX "Host_clusterId_idx" ON "Host"("clusterId");

-- CreateIndex
CREATE INDEX "Cluster_clusterKey_idx" ON "Cluster"("clusterKey");

-- CreateIndex
CREATE INDEX "Cluster_fqdn_idx" ON "Cluster"("fqdn");

-- CreateIndex
CREATE INDEX "Cluster_name_idx" ON "Cluster"("name");

-- CreateIndex
CREATE INDEX "Vm_hostId_idx" ON "Vm"("hostId");

-- CreateIndex
CREATE INDEX "Vm_scoreRank_verdictRank_nameKey_id_idx" ON "Vm"("scoreRank", "verdictRank", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_verdictRank_scoreRank_nameKey_id_idx" ON "Vm"("verdictRank", "scoreRank", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_nameKey_id_idx" ON "Vm"("nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_decidedBy_nameKey_id_idx" ON "Vm"("decidedBy", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_guestKey_nameKey_id_idx" ON "Vm"("guestKey", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_hostKey_nameKey_id_idx" ON "Vm"("hostKey", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_clusterKey_nameKey_id_idx" ON "Vm"("clusterKey", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_releaseRank_nameKey_id_idx" ON "Vm"("releaseRank", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_coverageRank_nameKey_id_idx" ON "Vm"("coverageRank", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_generation_nameKey_id_idx" ON "Vm"("generation", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_versionRank_nameKey_id_idx" ON "Vm"("versionRank", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_power_nameKey_id_idx" ON "Vm"("power", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_readAt_nameKey_id_idx" ON "Vm"("readAt", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Vm_class_scoreRank_verdictRank_nameKey_id_idx" ON "Vm"("class", "scoreRank", "verdictRank", "nameKey", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Vm_scopeId_vmGuid_key" ON "Vm"("scopeId", "vmGuid");

-- CreateIndex
CREATE INDEX "Finding_requirement_status_latent_vmId_idx" ON "Finding"("requirement", "status", "latent", "vmId");

-- CreateIndex
CREATE INDEX "Tally_kind_key_idx" ON "Tally"("kind", "key");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentHost" ADD CONSTRAINT "DocumentHost_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentHost" ADD CONSTRAINT "DocumentHost_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "Host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Host" ADD CONSTRAINT "Host_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vm" ADD CONSTRAINT "Vm_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "Host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_vmId_fkey" FOREIGN KEY ("vmId") REFERENCES "Vm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tally" ADD CONSTRAINT "Tally_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "Host"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Sort keys are compared byte by byte, in the same order on every database.
ALTER TABLE "Vm"
  ALTER COLUMN "nameKey" TYPE TEXT COLLATE "C",
  ALTER COLUMN "decidedBy" TYPE TEXT COLLATE "C",
  ALTER COLUMN "guestKey" TYPE TEXT COLLATE "C",
  ALTER COLUMN "hostKey" TYPE TEXT COLLATE "C",
  ALTER COLUMN "clusterKey" TYPE TEXT COLLATE "C",
  ALTER COLUMN "power" TYPE TEXT COLLATE "C";

-- Facts lie outside the row, so that lists read narrow rows.
ALTER TABLE "Vm" SET (toast_tuple_target = 256);

CREATE INDEX "Vm_missing_idx" ON "Vm" USING GIN ("missing");
CREATE INDEX "Vm_fixAlone_idx" ON "Vm" USING GIN ("fixAlone");
