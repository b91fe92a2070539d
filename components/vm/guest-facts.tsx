import { Icon } from "@/components/ui/icon";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { bytes } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import type { VmDetail } from "@/lib/estate/contract";
import type { GuestVolume } from "@/lib/inventory/document";
import { Unread } from "./unread";

const WAYS: Readonly<Record<string, string>> = {
  kvp: "Data exchange (KVP)", "kvp-guest": "KVP, written by the guest", psdirect: "PowerShell Direct", winrm: "WinRM", script: "Guest script", file: "A dropped file",
  "management-server": "Management server", none: "Not read",
};

/** What the guest says of itself, the way it came and how old it is. */
export function GuestFacts({ vm, now }: { vm: VmDetail; now: string }) {
  const { guest } = vm.facts;
  if (guest === null) {
    return (
      <section aria-labelledby="guest">
        <h2 id="guest">Guest</h2>
        <Unread vm={vm} fact="guest" />
      </section>
    );
  }
  return (
    <section aria-labelledby="guest">
      <h2 id="guest">Guest</h2>
      <KeyValues>
        <KeyValue term="System">{guest.osName === null ? <Unread vm={vm} fact="guest.osName" /> : <bdi>{guest.osName}</bdi>}</KeyValue>
        <KeyValue term="Kernel" mono>{guest.osVersion ?? <Unread vm={vm} fact="guest.osVersion" />}</KeyValue>
        {(guest.services ?? []).map((service) => (
          <KeyValue key={service.name} term={<span className="mono">{service.name}</span>}>
            {service.state ?? "Not read"}, {(service.startMode ?? "start not read").toLowerCase()}
          </KeyValue>
        ))}
        {guest.services === null && guest.linux === null && guest.bsd === null ? <KeyValue term="Services"><Unread vm={vm} fact="guest.services" /></KeyValue> : null}
        {guest.linux === null ? null : <KeyValue term="Freeze daemon" mono>{guest.linux.vssDaemon ?? <Unread vm={vm} fact="guest.linux.vssDaemon" />}</KeyValue>}
        {guest.bsd === null ? null : <KeyValue term="Freeze daemon" mono>{guest.bsd.vssDaemon ?? <Unread vm={vm} fact="guest.bsd.vssDaemon" />}</KeyValue>}
        {guest.vssWriters === null ? null : <KeyValue term="VSS writers">{guest.vssWriters.length}</KeyValue>}
      </KeyValues>
      <p className="small faint mt-1">
        {WAYS[guest.evidence ?? "none"] ?? guest.evidence}
        {guest.collectedAt === null ? "" : `, ${age(guest.collectedAt, now)} ago`}
      </p>
    </section>
  );
}

function volumeName(volume: GuestVolume): string {
  return volume.driveLetter ?? volume.mountPaths?.[0] ?? (volume.partitionRole === "data" || volume.partitionRole === null ? "No letter" : volume.partitionRole);
}

const LOW = 0.9;

/** The volumes inside the guest with their use. */
export function GuestVolumes({ volumes }: { volumes: readonly GuestVolume[] }) {
  return (
    <div className="panel">
      <table className="tbl stack dense" role="table" aria-label="Volumes in the guest">
        <thead role="rowgroup">
          <tr role="row">
            {["Volume", "File system", "Role", "Used", "Free"].map((head, index) => <th role="columnheader" key={head} className={index > 3 ? "r" : ""}>{head}</th>)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {volumes.map((volume, index) => (
            <tr role="row" key={volume.deviceId ?? index}>
              <td role="cell" className="o1 nw"><bdi className="name">{volumeName(volume)}</bdi></td>
              <td role="cell" className="o2 nw">{volume.fileSystem ?? <NotRead />}</td>
              <td role="cell" className="hide-s">{volume.partitionRole ?? <NotRead />}{volume.isDynamic === true ? ", dynamic disk" : ""}</td>
              <td role="cell" className="o4 full"><Use volume={volume} /></td>
              <td role="cell" className="r hide-s">{volume.freeBytes === null ? <NotRead /> : bytes(volume.freeBytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NotRead() {
  return <span className="state is-unknown"><Icon name="circle-dashed" small /><span className="sr">not read</span></span>;
}

function Use({ volume: { capacityBytes, freeBytes } }: { volume: GuestVolume }) {
  if (capacityBytes === null || freeBytes === null || capacityBytes === 0) return <NotRead />;
  const used = Math.max(0, capacityBytes - freeBytes);
  const width: React.CSSProperties = { width: `${Math.min(100, (used / capacityBytes) * 100)}%` };
  return (
    <span className="usage">
      <span className={`cap ${used / capacityBytes > LOW ? "low" : ""}`} aria-hidden="true"><i style={width} /></span>
      {bytes(used)} of {bytes(capacityBytes)}
    </span>
  );
}
