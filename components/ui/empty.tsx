import { Icon } from "./icon";
import type { IconName } from "./icon-names";

interface EmptyProps {
  icon?: IconName;
  title: string;
  children?: React.ReactNode;
  actions?: React.ReactNode;
  heading?: "h1" | "h2" | "h3";
}

/** Nothing to show: one sentence why, and the way on. */
export function Empty({ icon = "inbox", title, children, actions, heading: Heading = "h2" }: EmptyProps) {
  return (
    <div className="panel empty">
      <Icon name={icon} />
      <Heading className="mt-2">{title}</Heading>
      <p>{children}</p>
      <div className="row justify-center">{actions}</div>
    </div>
  );
}
