/** What can go wrong at our doors, as the code in a problem document. */
export type ErrorCode =
  | "invalid-request"
  | "not-signed-in"
  | "foreign-request"
  | "not-found"
  | "conflict"
  | "too-large"
  | "unsupported-media"
  | "unprocessable"
  | "internal"
  | "database-unavailable";

interface ErrorKind {
  status: number;
  title: string;
}

export const errorKinds: Readonly<Record<ErrorCode, ErrorKind>> = {
  "invalid-request": { status: 400, title: "The request is not understood" },
  "not-signed-in": { status: 401, title: "The admin token is needed" },
  "foreign-request": { status: 403, title: "The request comes from another site" },
  "not-found": { status: 404, title: "Nothing is here" },
  conflict: { status: 409, title: "The change does not fit the present state" },
  "too-large": { status: 413, title: "The request is too large" },
  "unsupported-media": { status: 415, title: "This kind of content is not read here" },
  unprocessable: { status: 422, title: "The content cannot be used" },
  internal: { status: 500, title: "Quiesce has a fault" },
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

  /**
   * @param detail one sentence: what is wrong and what mends it
   */
  constructor(code: ErrorCode, detail: string, { members = {}, cause }: { members?: Record<string, unknown>; cause?: unknown } = {}) {
    super(detail, { cause });
    this.name = "AppError";
    this.code = code;
    this.members = members;
  }
}
