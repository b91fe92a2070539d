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
        <div className="panel scroll mt-2">
          <table className="tbl dense" aria-label="Files of the collector">
            <thead><tr><th>File</th><th>SHA-256</th></tr></thead>
            <tbody>{files.map((file) => <tr key={file.path}><td className="mono small">{file.path}</td><td className="mono small">{file.sha256}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </Section>
  );
}
