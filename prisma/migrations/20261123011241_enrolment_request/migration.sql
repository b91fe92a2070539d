-- AlterTable
ALTER TABLE "Collector" ADD COLUMN     "enrolmentRequestHash" TEXT;
