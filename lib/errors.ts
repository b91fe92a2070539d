/** What can go wrong at our doors, as the code in a problem document. */
export type ErrorCode =
  | "invalid-request"
  | "not-signed-in"
  | "sender-not-known"
  | "foreign-request"
  | "sends-only"
  | "collector-pending"
  | "other-host"
  | "not-found"
  | "gone"
  | "method-not-allowed"
  | "slow-body"
  | "cut-off"
  | "conflict"
  | "other-content"
  | "two-senders"
  | "too-large"
  | "unsupported-media"
  | "unprocessable"
  | "newer-version"
  | "dated-ahead"
  | "unknown-epoch"
  | "sender-too-old"
  | "too-many"
  | "internal"
  | "busy"
  | "database-unavailable";

interface ErrorKind {
  status: number;
  title: string;
}

export const errorKinds: Readonly<Record<ErrorCode, ErrorKind>> = {
  "invalid-request": { status: 400, title: "The request is not understood" },
  "not-signed-in": { status: 401, title: "The admin token is needed" },
  "sender-not-known": { status: 401, title: "The credential is not accepted" },
  "foreign-request": { status: 403, title: "The request comes from another site" },
  "sends-only": { status: 403, title: "A collector's token sends inventories and reads nothing" },
  "collector-pending": { status: 403, title: "The collector waits for approval" },
  "other-host": { status: 403, title: "The token is bound to another host" },
  "not-found": { status: 404, title: "Nothing is here" },
  "method-not-allowed": { status: 405, title: "The method is not used here" },
  "slow-body": { status: 408, title: "The body came too slowly" },
  "cut-off": { status: 408, title: "The body was cut off" },
  gone: { status: 410, title: "It was here and is gone" },
  conflict: { status: 409, title: "The change does not fit the present state" },
  "other-content": { status: 409, title: "The document id is taken by other content" },
  "two-senders": { status: 409, title: "The sequence number is taken by another document" },
  "too-large": { status: 413, title: "The request is too large" },
  "unsupported-media": { status: 415, title: "This kind of content is not read here" },
  unprocessable: { status: 422, title: "The content cannot be used" },
  "newer-version": { status: 422, title: "The document is of a version that is not read here" },
  "dated-ahead": { status: 422, title: "The document is dated in the future" },
  "unknown-epoch": { status: 422, title: "The epoch was never given to this sender" },
  "sender-too-old": { status: 426, title: "The collector is too old" },
  "too-many": { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Quiesce has a fault" },
  busy: { status: 503, title: "Too much is under way" },
  "database-unavailable": { status: 503, title: "The database does not answer" },
};

/**
 * A failure whose sentence may be shown to people. Anything else that is thrown is a bug of ours
 * and is shown only by its number in the log.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Further members of the problem document, such as `place`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Further headers of the answer, such as Retry-After. */
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param detail one sentence: what is wrong and what mends it
   */
  constructor(code: ErrorCode, detail: string, { members = {}, headers = {}, cause }: { members?: Record<string, unknown>; headers?: Record<string, string>; cause?: unknown } = {}) {
    super(detail, { cause });
    this.name = "AppError";
    this.code = code;
    this.members = members;
    this.headers = headers;
  }
}

/** The problem document (RFC 9457) of a failure. */
export function problemOf(error: AppError): { type: string; title: string; status: number; detail: string; code: ErrorCode } & Record<string, unknown> {
  const { status, title } = errorKinds[error.code];
  return { type: `urn:quiesce:problem:${error.code}`, title, status, detail: error.message, code: error.code, ...error.members };
}
