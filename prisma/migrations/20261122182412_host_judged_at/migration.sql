-- AlterTable
ALTER TABLE "Host" ADD COLUMN     "judgedAt" TIMESTAMPTZ(3);
