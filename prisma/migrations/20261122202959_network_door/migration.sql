-- CreateTable
CREATE TABLE "Content" (
    "digest" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "bodyBytes" INTEGER NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Content_pkey" PRIMARY KEY ("digest")
);

-- Documents of the first release keep header and volatile facts inside their content.
INSERT INTO "Content" ("digest", "body", "bodyBytes", "receivedAt")
SELECT DISTINCT ON ("sha256") "sha256", "body", "bodyBytes", "receivedAt" FROM "Document" ORDER BY "sha256", "receivedAt";

-- AlterTable
ALTER TABLE "Document" DROP COLUMN "body",
DROP COLUMN "bodyBytes",
ADD COLUMN     "collectorId" UUID,
ADD COLUMN     "contentDigest" TEXT,
ADD COLUMN     "effectiveAt" TIMESTAMPTZ(3),
ADD COLUMN     "foldedAt" TIMESTAMPTZ(3),
ADD COLUMN     "header" JSONB,
ADD COLUMN     "reply" JSONB,
ADD COLUMN     "volatile" BYTEA,
ALTER COLUMN "importId" DROP NOT NULL;

UPDATE "Document" SET "contentDigest" = "sha256", "effectiveAt" = LEAST("collectedAt", "receivedAt"), "foldedAt" = "receivedAt";

ALTER TABLE "Document" ALTER COLUMN "contentDigest" SET NOT NULL, ALTER COLUMN "effectiveAt" SET NOT NULL;

-- AlterTable
ALTER TABLE "Host" ADD COLUMN     "clockOffsetSeconds" INTEGER,
ADD COLUMN     "confirmedFrom" TEXT,
ADD COLUMN     "confirmedMark" TEXT,
ADD COLUMN     "contentDigest" TEXT,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "heardAt" TIMESTAMPTZ(3),
ADD COLUMN     "judgedUnder" TEXT,
ADD COLUMN     "names" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "nextChangeAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Vm" ADD COLUMN     "contested" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "formerIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "judgedDigest" TEXT,
ADD COLUMN     "missingSince" TIMESTAMPTZ(3),
ADD COLUMN     "operationSince" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "VmClaim" (
    "vmId" UUID NOT NULL,
    "hostId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "sections" JSONB NOT NULL,
    "listedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VmClaim_pkey" PRIMARY KEY ("vmId","hostId")
);

-- CreateTable
CREATE TABLE "VmOwner" (
    "vmId" UUID NOT NULL,
    "hostId" UUID NOT NULL,
    "hostName" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VmOwner_pkey" PRIMARY KEY ("vmId","since","hostId")
);

-- CreateTable
CREATE TABLE "Collector" (
    "id" UUID NOT NULL,
    "publicId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "scope" TEXT,
    "epoch" BIGINT NOT NULL,
    "enrolmentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "installId" TEXT,
    "hardwareUuid" TEXT,
    "fqdn" TEXT,
    "hostName" TEXT,
    "hostId" UUID,
    "version" TEXT,
    "psVersion" TEXT,
    "psEdition" TEXT,
    "language" TEXT,
    "elevated" BOOLEAN,
    "runAs" TEXT,
    "contract" TEXT,
    "intervalSeconds" INTEGER,
    "lastSeenAt" TIMESTAMPTZ(3),
    "lastAcceptedAt" TIMESTAMPTZ(3),
    "lastRefusedAt" TIMESTAMPTZ(3),
    "lastRefusal" JSONB,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "clockOffsetSeconds" INTEGER,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "conflict" TEXT,
    "unread" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Collector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectorSecret" (
    "id" UUID NOT NULL,
    "collectorId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "pepperVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "CollectorSecret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectorHost" (
    "collectorId" UUID NOT NULL,
    "nameKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CollectorHost_pkey" PRIMARY KEY ("collectorId","nameKey")
);

-- CreateTable
CREATE TABLE "EnrolmentCode" (
    "id" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "pepperVersion" INTEGER NOT NULL,
    "hint" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "maxUses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "autoApprove" BOOLEAN NOT NULL,
    "intervalSeconds" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EnrolmentCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Quarantine" (
    "id" UUID NOT NULL,
    "collectorId" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "problem" JSONB NOT NULL,
    "body" BYTEA NOT NULL,
    "bodyBytes" INTEGER NOT NULL,
    "cut" BOOLEAN NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "Quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "VmClaim_hostId_idx" ON "VmClaim"("hostId");

-- CreateIndex
CREATE UNIQUE INDEX "Collector_publicId_key" ON "Collector"("publicId");

-- CreateIndex
CREATE INDEX "Collector_hostId_idx" ON "Collector"("hostId");

-- CreateIndex
CREATE INDEX "Collector_hardwareUuid_idx" ON "Collector"("hardwareUuid");

-- CreateIndex
CREATE INDEX "CollectorSecret_collectorId_idx" ON "CollectorSecret"("collectorId");

-- CreateIndex
CREATE UNIQUE INDEX "EnrolmentCode_codeHash_key" ON "EnrolmentCode"("codeHash");

-- CreateIndex
CREATE INDEX "Quarantine_receivedAt_idx" ON "Quarantine"("receivedAt");

-- CreateIndex
CREATE INDEX "Quarantine_collectorId_receivedAt_idx" ON "Quarantine"("collectorId", "receivedAt");

-- CreateIndex
CREATE INDEX "Document_foldedAt_receivedAt_idx" ON "Document"("foldedAt", "receivedAt");

-- CreateIndex
CREATE INDEX "Document_contentDigest_idx" ON "Document"("contentDigest");

-- CreateIndex
CREATE UNIQUE INDEX "Document_collectorId_documentId_key" ON "Document"("collectorId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_collectorId_epoch_sequence_key" ON "Document"("collectorId", "epoch", "sequence");

-- CreateIndex
CREATE INDEX "Host_nextChangeAt_idx" ON "Host"("nextChangeAt");

-- CreateIndex
CREATE INDEX "Host_dueAt_idx" ON "Host"("dueAt");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_collectorId_fkey" FOREIGN KEY ("collectorId") REFERENCES "Collector"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_contentDigest_fkey" FOREIGN KEY ("contentDigest") REFERENCES "Content"("digest") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VmClaim" ADD CONSTRAINT "VmClaim_vmId_fkey" FOREIGN KEY ("vmId") REFERENCES "Vm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VmOwner" ADD CONSTRAINT "VmOwner_vmId_fkey" FOREIGN KEY ("vmId") REFERENCES "Vm"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Collector" ADD CONSTRAINT "Collector_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "Host"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectorSecret" ADD CONSTRAINT "CollectorSecret_collectorId_fkey" FOREIGN KEY ("collectorId") REFERENCES "Collector"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectorHost" ADD CONSTRAINT "CollectorHost_collectorId_fkey" FOREIGN KEY ("collectorId") REFERENCES "Collector"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quarantine" ADD CONSTRAINT "Quarantine_collectorId_fkey" FOREIGN KEY ("collectorId") REFERENCES "Collector"("id") ON DELETE CASCADE ON UPDATE CASCADE;
