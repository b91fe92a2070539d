import { LoadingFrame } from "@/components/shell/loading-frame";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return <LoadingFrame title="Hosts"><SkeletonRows rows={12} heads={["State", "Host", "Windows", "Cluster", "Collector", "Read", "VMs"]} /></LoadingFrame>;
}
