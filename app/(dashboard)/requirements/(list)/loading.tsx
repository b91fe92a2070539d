import { LoadingFrame } from "@/components/shell/loading-frame";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return <LoadingFrame title="Requirements"><SkeletonRows rows={15} heads={["Requirement", "VMs", "Fails", "Unknown"]} /></LoadingFrame>;
}
