const COUNT = new Intl.NumberFormat("en-GB");
const UNITS = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

/** `1,310`. */
export function count(value: number): string {
  return COUNT.format(value);
}

/** `1 VM`, `1,310 VMs`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `81.9 %`; `–` where the whole is empty. Only all of it reads 100 and only none of it reads 0. */
export function share(part: number, whole: number): string {
  if (whole === 0) return "–";
  const percent = Math.round((part / whole) * 1000) / 10;
  if (percent === 100 && part < whole) return "over 99.9 %";
  if (percent === 0 && part > 0) return "under 0.1 %";
  return `${percent} %`;
}

/** `212 MB`, `2.0 TB`: powers of 1024, as Hyper-V Manager shows them. */
export function bytes(value: number): string {
  let rest = Math.abs(value);
  let unit = 0;
  while (rest >= 1024 && unit < UNITS.length - 1) {
    rest /= 1024;
    unit += 1;
  }
  const text = rest >= 10 || unit === 0 ? COUNT.format(Math.round(rest)) : rest.toFixed(1);
  return `${value < 0 ? "−" : ""}${text} ${UNITS[unit] ?? "B"}`;
}
