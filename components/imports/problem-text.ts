import { z } from "zod/mini";

const problemSchema = z.object({ title: z.optional(z.string()), detail: z.optional(z.string()) });

/** The sentence of a problem document (RFC 9457); the status where the answer is none. */
export function problemText(status: number, body: string): string {
  try {
    const { detail, title } = problemSchema.parse(JSON.parse(body));
    return detail ?? title ?? `The app answered ${status}.`;
  } catch {
    return `The app answered ${status}.`;
  }
}
