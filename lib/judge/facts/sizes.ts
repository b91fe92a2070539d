const UNITS = ["bytes", "KB", "MB", "GB", "TB", "PB"] as const;

/** Bytes for people, in powers of 1024: "19.5 GB", "64 TB". */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 && unit > 0 ? Number(value.toFixed(1)) : Math.round(value)} ${UNITS[unit]}`;
}

/** Room of a volume as findings word it, `48 GB free (9 %)`; without the part when the capacity is not known or 0. */
export function roomText(freeBytes: number, capacityBytes: number | null): string {
  return `${bytesText(freeBytes)} free${capacityBytes === null || capacityBytes === 0 ? "" : ` (${Math.floor((freeBytes / capacityBytes) * 100)} %)`}`;
}
