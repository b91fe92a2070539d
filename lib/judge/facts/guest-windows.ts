/** Version of a Windows guest, taken apart: kernel 6.3 is 603; the build is null when only the kernel was told. */
export interface GuestWindows {
  readonly kernel: number;
  readonly build: number | null;
}

const VERSION = /^(\d{1,3})\.(\d{1,2})(?:\.(\d{1,6}))?(?:\.|$)/;

function takenApart(osVersion: string): GuestWindows | null {
  const parts = VERSION.exec(osVersion);
  if (parts === null) return null;
  return Object.freeze({ kernel: Number(parts[1]) * 100 + Number(parts[2]), build: parts[3] === undefined ? null : Number(parts[3]) });
}

/** The last version asked for: several checks of one VM ask for the same. */
let last: { osVersion: string; windows: GuestWindows | null } = { osVersion: "", windows: null };

/** Takes `10.0.20348` apart; null when it was not read or is no version. */
export function guestWindows(osVersion: string | null): GuestWindows | null {
  if (osVersion === null) return null;
  if (last.osVersion !== osVersion) last = { osVersion, windows: takenApart(osVersion) };
  return last.windows;
}

/** Kernels of Server 2003 and XP x64, of Server 2008 and Vista, and of the first system after them. */
export const KERNEL_2003 = 502;
export const KERNEL_2008 = 600;
