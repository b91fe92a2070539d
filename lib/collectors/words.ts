import { z } from "zod";

/** A name that a person gives: shown in lists, in logs and in a terminal. */
export const nameSchema = z.string().trim().min(1).max(512).regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, "has a control character");
