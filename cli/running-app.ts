import http from "node:http";
import https from "node:https";
import { AppError } from "@/lib/errors";

export interface UploadFile {
  name: string;
  read(): Promise<Uint8Array>;
}

function headersOf(extra: Record<string, string>): Record<string, string> {
  const token = process.env["QUIESCE_ADMIN_TOKEN"]?.trim();
  return { accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}), ...extra };
}

/** Opens a request without a time limit: judging a large estate takes as long as it takes. */
function open(url: string, method: string, headers: Record<string, string>): { request: http.ClientRequest; answer: Promise<unknown> } {
  const send = url.startsWith("https:") ? https.request : http.request;
  const request = send(url, { method, headers: headersOf(headers), timeout: 0 });
  const answer = new Promise<unknown>((resolve, reject) => {
    request.on("error", (error) => { reject(new AppError("internal", `The running app at ${new URL(url).origin} does not answer: ${error.message}. Start it again, or stop it and run this command alone.`)); });
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        try {
          resolve(answerOf(response.statusCode ?? 0, text));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  });
  answer.catch(() => undefined);
  return { request, answer };
}

function answerOf(status: number, text: string): unknown {
  if (status === 204) return null;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new AppError("internal", `The running app answered ${status} with something that is not JSON.`);
  }
  if (status >= 200 && status < 300) return body;
  const detail: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "detail") : undefined;
  throw new AppError(status === 400 ? "invalid-request" : "internal", typeof detail === "string" ? detail : `The running app answered ${status}.`);
}

/** Sends JSON, or nothing, to the running app and gives its answer. @throws AppError with the app's own sentence */
export async function callApp(url: string, method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", body?: unknown): Promise<unknown> {
  const { request, answer } = open(url, method, body === undefined ? {} : { "content-type": "application/json" });
  request.end(body === undefined ? undefined : JSON.stringify(body));
  return answer;
}

function write(request: http.ClientRequest, chunk: string | Uint8Array, failed: Promise<unknown>): Promise<unknown> {
  return new Promise<unknown>((resolve, reject) => {
    // The app may answer before all was sent, for example that a file is too large.
    failed.then(resolve, reject);
    if (request.write(chunk)) resolve(undefined);
    else request.once("drain", resolve);
  });
}

/** Sends files as one multipart form, one in memory at a time. */
export async function sendFiles(url: string, files: readonly UploadFile[], onSent: (sent: number) => void): Promise<unknown> {
  const boundary = `quiesce-${Date.now().toString(36)}-${process.pid}`;
  const { request, answer } = open(url, "POST", { "content-type": `multipart/form-data; boundary=${boundary}` });
  let sent = 0;
  for (const file of files) {
    if (request.destroyed || request.writableFinished) break;
    const name = file.name.replace(/["\r\n]/g, (found) => encodeURIComponent(found));
    await write(request, `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`, answer);
    await write(request, await file.read(), answer);
    await write(request, "\r\n", answer);
    sent += 1;
    onSent(sent);
  }
  request.end(`--${boundary}--\r\n`);
  return answer;
}
