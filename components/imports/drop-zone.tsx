"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Note } from "@/components/ui/note";
import { bytes, counted } from "@/components/ui/numbers";
import { chosenFiles, droppedFiles, type ChosenFile } from "./dropped-files";
import { accountSentence } from "./account-words";
import { sendFiles } from "./send-files";

type State =
  | { step: "idle" }
  | { step: "sending"; files: number; size: number; share: number }
  | { step: "done"; says: string }
  | { step: "failed"; says: string };

/** Takes files, a folder or a ZIP by drop or by choice, sends them as one import and says what became of them. */
export function DropZone() {
  const router = useRouter();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ step: "idle" });
  const [over, setOver] = useState(false);
  const busy = state.step === "sending";

  async function send(chosen: readonly ChosenFile[]) {
    if (chosen.length === 0) {
      setState({ step: "failed", says: "No file was in that. Choose inventory files, a folder that holds them, or a ZIP." });
      return;
    }
    const sending = { step: "sending", files: chosen.length, size: chosen.reduce((sum, { file }) => sum + file.size, 0) } as const;
    setState({ ...sending, share: 0 });
    try {
      const account = await sendFiles(chosen, (share) => { setState({ ...sending, share }); });
      setState({ step: "done", says: accountSentence(account) });
      router.refresh();
    } catch (problem) {
      setState({ step: "failed", says: problem instanceof Error ? problem.message : "The files could not be sent." });
    }
  }

  // A file chosen before this script had come is sent now; its change was heard by nobody.
  useEffect(() => {
    const early = files.current;
    if (early?.files === null || early?.files === undefined || early.files.length === 0) return;
    void send(chosenFiles(early.files));
    early.value = "";
  }, []);

  function onDrop(event: React.DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!busy) void droppedFiles(event.dataTransfer).then(send, () => { setState({ step: "failed", says: "The folder could not be read. Choose it again." }); });
  }

  return (
    <div>
      <div className={`drop ${over ? "over" : ""}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => { setOver(false); }} onDrop={onDrop}>
        <Icon name="file-input" />
        <div className="droptext">
          <b className="strong">Drop inventory files, a folder or a ZIP here</b>
          <div className="small muted">
            Quiesce inventory, SCVMM, or Hyper-V cmdlets through ConvertTo-Json. The content decides, not the name. A bad file costs only itself.
          </div>
        </div>
        <button className="btn primary" type="button" disabled={busy} onClick={() => files.current?.click()}>Choose files</button>
        <button className="btn" type="button" disabled={busy} onClick={() => folder.current?.click()}>Choose a folder</button>
        <input ref={files} type="file" multiple hidden aria-label="Inventory files" data-files onChange={(event) => { if (event.target.files) void send(chosenFiles(event.target.files)); event.target.value = ""; }} />
        <input ref={folder} type="file" multiple hidden aria-label="Folder of inventory files" {...{ webkitdirectory: "" }} onChange={(event) => { if (event.target.files) void send(chosenFiles(event.target.files)); event.target.value = ""; }} />
      </div>
      <div aria-live="polite" className="mt-3">
        {state.step === "sending" ? <Sending {...state} /> : null}
        {state.step === "done" ? <p className="strong" data-imported>{state.says}</p> : null}
        {state.step === "failed" ? <Note kind="error" title="Nothing was imported.">{state.says}</Note> : null}
      </div>
    </div>
  );
}

function Sending({ files, size, share }: { files: number; size: number; share: number }) {
  const label = useId();
  const percent = Math.round(share * 100);
  const width: React.CSSProperties = { width: `${percent}%` };
  return (
    <div className="panel px-4 py-3">
      <p id={label} className="mb-2">
        {counted(files, "file")}, {bytes(size)}: {share < 1 ? `${percent} % sent` : "sent; reading and judging"}
      </p>
      <div className="prog" role="progressbar" aria-labelledby={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
        <i style={width} />
      </div>
    </div>
  );
}
