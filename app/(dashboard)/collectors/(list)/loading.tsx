import { LoadingFrame } from "@/components/shell/loading-frame";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return <LoadingFrame title="Collectors"><SkeletonRows rows={10} heads={["State", "Collector", "Runs", "Heard", "Accepted"]} /></LoadingFrame>;
}
