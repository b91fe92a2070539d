/** SMBIOS UUIDs that vendors leave in by the thousand: they identify nothing. */
const FILLERS: ReadonlySet<string> = new Set([
  "03000200-0400-0500-0006-000700080009", "00020003-0004-0005-0006-000700080009", "12345678-1234-5678-90ab-cddeefaabbcc",
  "12345678-1234-1234-1234-123456789abc", "4c4c4544-0000-2010-8020-80c04f202020", "fefefefe-fefe-fefe-fefe-fefefefefefe",
  "11111111-2222-3333-4444-555555555555", "01234567-89ab-cdef-0123-456789abcdef",
]);

/** A hardware UUID in the form in which it is compared; null when it is none, or one that identifies nothing. */
export function realUuid(value: string | null): string | null {
  const plain = (value ?? "").toLowerCase().replace(/[{}\s]/g, "");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(plain)) return null;
  return /^(.)\1*$/.test(plain.replaceAll("-", "")) || FILLERS.has(plain) ? null : plain;
}
