import { LoadingFrame } from "@/components/shell/loading-frame";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return <LoadingFrame title="Virtual machines" wide><SkeletonRows rows={20} heads={["Verdict", "VM", "Because", "Score", "Guest", "Host", "Read"]} /></LoadingFrame>;
}
