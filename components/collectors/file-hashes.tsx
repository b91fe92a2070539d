import { Section } from "@/components/ui/section";

export interface FileHash {
  path: string;
  sha256: string;
}

/** SHA-256 of every file of the collector's module as it belongs to this version; what a host runs can be compared with it. */
export function FileHashes({ files }: { files: readonly FileHash[] }) {
  if (files.length === 0) return null;
  return (
    <Section id="hashes" title="Files of the collector" lede="SHA-256 of each file of the module that belongs to this version. On a host: Get-FileHash.">
      <details className="data-twin">
        <summary>Show {files.length} files</summary>
        <div className="panel mt-2">
          <table className="tbl stack dense" role="table" aria-label="Files of the collector">
            <thead role="rowgroup"><tr role="row"><th role="columnheader">File</th><th role="columnheader">SHA-256</th></tr></thead>
            <tbody role="rowgroup">{files.map((file) => <tr role="row" key={file.path}><td role="cell" className="o1 mono small wrap-any full">{file.path}</td><td role="cell" className="o4 mono small wrap-any full">{file.sha256}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </Section>
  );
}
