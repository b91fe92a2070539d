import { LoadingFrame } from "@/components/shell/loading-frame";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return <LoadingFrame title="Imports"><SkeletonRows rows={8} heads={["Result", "File", "Account", "VMs"]} /></LoadingFrame>;
}
