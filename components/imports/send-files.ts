import type { ImportAccount } from "@/lib/estate/contract";
import type { ChosenFile } from "./dropped-files";
import { problemText } from "./problem-text";

/** Sends files as one import. `onSent` hears the share sent, 0 to 1; fetch cannot tell it, so this is an XMLHttpRequest. */
export function sendFiles(files: readonly ChosenFile[], onSent: (share: number) => void): Promise<ImportAccount> {
  const form = new FormData();
  for (const { name, file } of files) form.append("files", file, name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/imports?via=page");
    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) onSent(event.loaded / event.total); });
    request.upload.addEventListener("load", () => { onSent(1); });
    request.addEventListener("error", () => { reject(new Error("The app did not answer. Nothing is known of what was sent; look at the list below, then send again.")); });
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as ImportAccount);
      else reject(new Error(problemText(request.status, request.responseText)));
    });
    request.send(form);
  });
}
