/** Families of guest systems that a backup treats apart; anything else is `other`. */
export type Family = "windows" | "linux" | "bsd" | "other";
