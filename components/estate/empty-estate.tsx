import Link from "next/link";
import { DropZone } from "@/components/imports/drop-zone";
import { SyntheticButton } from "@/components/imports/synthetic-button";
import { CodeBlock } from "@/components/ui/code-block";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { FirstLookCopy } from "./first-look-copy";

const RUN = ".\\quiesce-collect.ps1 -OutFile .\\inventory.json";

/** The first thing a new installation shows: a first look at one host, collectors for all of them, a made-up estate. */
export function EmptyEstate() {
  return (
    <>
      <Empty
        heading="h1" title="No inventory yet"
        actions={
          <>
            <Link className="btn primary" href="/imports">Import files</Link>
            <Link className="btn" href="/collectors/add">Add collectors</Link>
            <SyntheticButton />
          </>
        }
      >
        Import one file to see your first verdicts: a Quiesce inventory, an SCVMM export, or the output of Hyper-V cmdlets.
        The synthetic estate is small, made up, and shows every verdict.
      </Empty>
      <section className="section" aria-labelledby="first-look">
        <div className="head mb-3">
          <div>
            <h2 id="first-look">A first look at one host</h2>
            <p className="lede">One file reads a host, changes nothing on it, and sends nothing. It works without a network.</p>
          </div>
        </div>
        <ol className="firstlook">
          <li>
            <p className="mb-2">Bring the collector to a Hyper-V host: download it, or copy it and paste it into an elevated PowerShell there.</p>
            <div className="row"><a className="btn" href="/api/v1/collector/quiesce-collect.ps1" download><Icon name="download" small />quiesce-collect.ps1</a><FirstLookCopy href="/api/v1/collector/quiesce-collect.ps1" /></div>
          </li>
          <li>
            <p className="mb-2">Downloaded: run it in an elevated PowerShell. Pasted: it has run and wrote quiesce-NAME.json, with the name of the host, to the folder that PowerShell was in.</p>
            <div className="panel overflow-hidden"><CodeBlock code={RUN} what="the command" /></div>
          </li>
          <li>
            <p className="mb-2">Drop that file here.</p>
            <DropZone />
          </li>
        </ol>
      </section>
    </>
  );
}
