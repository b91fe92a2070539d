import { LoadingFrame } from "@/components/shell/loading-frame";
import { SkeletonHero, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingFrame>
      <h1 className="sr">Estate</h1>
      <SkeletonHero />
      <div className="section"><SkeletonRows rows={5} heads={["Requirement", "Holds back", "Makes ready", "Downtime"]} /></div>
    </LoadingFrame>
  );
}
