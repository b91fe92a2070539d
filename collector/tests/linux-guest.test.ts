import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { guestSchema } from "@/lib/inventory/guest";

// The guest script runs in every POSIX shell found here, against a made-up root folder. Synthetic data.
const SCRIPT = path.join(import.meta.dirname, "../guest/quiesce-guest.sh");
const SHELLS = [["sh"], ["dash"], ["bash", "--posix"], ["busybox", "sh"]]
  .filter(([command = ""]) => process.platform !== "win32" && spawnSync(command, ["-c", "exit 0"]).status !== null);
const RECORD = 2560;
const printedSchema = z.object({ absent: z.array(z.object({ fact: z.string(), reason: z.string(), text: z.string() })), script: z.object({ name: z.string(), version: z.string() }) });

let root = "";
const put = (name: string, content: string | Buffer) => {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
};
const record = (key: string, value: string) => {
  const bytes = Buffer.alloc(RECORD);
  bytes.write(key, 0);
  bytes.write(value, 512);
  return bytes;
};
const run = (shell: readonly string[], ...args: string[]) => {
  const [command = "sh", ...before] = shell;
  return spawnSync(command, [...before, SCRIPT, ...args], { encoding: "utf8", env: { ...process.env, QUIESCE_GUEST_ROOT: root } });
};
const readPool = () => {
  const bytes = readFileSync(path.join(root, "var/lib/hyperv/.kvp_pool_1"));
  expect(bytes.length % RECORD).toBe(0);
  return Array.from({ length: bytes.length / RECORD }, (_, at) => {
    const text = (from: number, to: number) => bytes.toString("utf8", at * RECORD + from, at * RECORD + to).replaceAll("\0", "");
    return { key: text(0, 512), value: text(512, RECORD) };
  });
};

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "quiesce-guest-"));
  put("proc/1/comm", "systemd\n");
  put("proc/77/comm", "hv_vss_daemon\n");
  put("usr/sbin/hypervkvpd", "");
  put("proc/self/mounts", [
    "/dev/sda2 / xfs rw,relatime 0 0", "/dev/sda1 /boot/efi vfat rw 0 0", String.raw`/dev/sdb1 /mnt/a\040b\134"c ext4 ro,noatime 0 0`,
    "files:/x /n nfs4 rw 0 0", "//files/d /smb cifs rw 0 0", "proc /proc proc rw 0 0", "/dev/sdc1 /mnt/stick vfat rw 0 0", "",
  ].join("\n"));
  put("sys/class/block/sda1/dev", "8:1\n");
  put("run/udev/data/b8:1", "E:ID_PART_ENTRY_TYPE=c12a7328-f81f-11d2-ba4b-00a0c93ec93b\n");
  put("sys/class/iscsi_session/session1/state", "");
  put("sys/bus/vmbus/drivers/hv_utils/bind", "");
  put("etc/os-release", 'ID=x\nPRETTY_NAME="Tëst Linux 9"\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.skipIf(SHELLS.length === 0).each(SHELLS.map((shell) => ({ shell, name: shell.join(" ") })))("quiesce-guest.sh in $name", ({ shell }) => {
  it("prints what the inventory takes as a guest", () => {
    const result = run(shell, "--print");
    expect(result.stderr).toBe("");
    const printed: unknown = JSON.parse(result.stdout);
    expect(printedSchema.parse(printed).absent).toEqual([]);
    const guest = guestSchema.parse(printed);
    expect(guest).toMatchObject({ evidence: "file", osFamily: "linux", osName: "Tëst Linux 9", iscsiSessions: 1, smbDataMounts: 1 });
    expect(guest.linux).toMatchObject({ hvUtilsLoaded: true, vssDaemon: "running", kvpDaemon: "stopped", rootFs: "xfs", remoteMounts: 2 });
    expect(guest.linux?.mounts?.map((mount) => [mount.target, mount.fsType, mount.readOnly, mount.esp])).toEqual([
      ["/", "xfs", false, false], ["/boot/efi", "vfat", false, true], [String.raw`/mnt/a b\"c`, "ext4", true, false],
      ["/n", "nfs4", false, false], ["/smb", "cifs", false, false], ["/mnt/stick", "vfat", false, null],
    ]);
  });

  it("replaces its own records in the pool and leaves those of others", () => {
    put("var/lib/hyperv/.kvp_pool_1", Buffer.concat([record("Other", "mine"), record("Quiesce.1of1.deadbeef", "old"), record("Zed", "z")]));
    expect(run(shell).status).toBe(0);
    expect(run(shell, "--kvp").status).toBe(0);
    const records = readPool();
    expect(records.filter(({ key }) => !key.startsWith("Quiesce."))).toEqual([{ key: "Other", value: "mine" }, { key: "Zed", value: "z" }]);
    const own = records.filter(({ key }) => key.startsWith("Quiesce."));
    const base64 = own.map(({ value }) => value).join("");
    const sha8 = createHash("sha256").update(base64).digest("hex").slice(0, 8);
    expect(own.map(({ key }) => key)).toEqual(own.map((_, at) => `Quiesce.${at + 1}of${own.length}.${sha8}`));
    const guest = guestSchema.parse(JSON.parse(gunzipSync(Buffer.from(base64, "base64")).toString("utf8")));
    expect(guest.evidence).toBe("kvp-guest");
    expect(guest.linux?.mounts).toHaveLength(6);
  });

  it("cuts what is long into pieces of at most 900 characters", () => {
    const mounts = readFileSync(path.join(root, "proc/self/mounts"), "utf8");
    const many = Array.from({ length: 300 }, (_, at) => `/dev/sd${createHash("sha256").update(String(at)).digest("hex")} /data/${at} ext4 rw 0 0`).join("\n");
    put("proc/self/mounts", `${mounts}${many}\n`);
    put("var/lib/hyperv/.kvp_pool_1", "");
    try {
      expect(run(shell).status).toBe(0);
      const values = readPool().map(({ value }) => value);
      expect(values.length).toBeGreaterThan(5);
      expect(values.slice(0, -1).every((value) => value.length === 900)).toBe(true);
      const guest = guestSchema.parse(JSON.parse(gunzipSync(Buffer.from(values.join(""), "base64")).toString("utf8")));
      expect(guest.linux?.mounts).toHaveLength(306);
    } finally { put("proc/self/mounts", mounts); }
  });

  it("names the file after the VM when the host tells its id, and says so when not", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "quiesce-guest-file-"));
    try {
      const nameless = run(shell, "--file", folder);
      expect(nameless.status).toBe(1);
      expect(nameless.stderr).toContain("does not tell this VM its id");
      put("var/lib/hyperv/.kvp_pool_3", Buffer.concat([record("HostName", "HV01"), record("VirtualMachineId", "ABCDEF01-2345-6789-ABCD-EF0123456789")]));
      expect(run(shell, "--file", folder).status).toBe(0);
      expect(existsSync(path.join(folder, "abcdef01-2345-6789-abcd-ef0123456789.json"))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      rmSync(path.join(root, "var/lib/hyperv/.kvp_pool_3"), { force: true });
    }
  });

  it("says what is missing in place of guessing", () => {
    rmSync(path.join(root, "var/lib/hyperv/.kvp_pool_1"), { force: true });
    expect(run(shell)).toMatchObject({ status: 3 });
    expect(run(shell, "--wrong")).toMatchObject({ status: 2 });
    rmSync(path.join(root, "proc/1"), { recursive: true });
    try {
      const printed: unknown = JSON.parse(run(shell, "--print").stdout);
      expect(guestSchema.parse(printed).linux?.vssDaemon).toBeNull();
      expect(printedSchema.parse(printed).absent.map(({ fact, reason }) => [fact, reason])).toEqual([["linux.vssDaemon", "permission-denied"], ["linux.kvpDaemon", "permission-denied"]]);
    } finally { put("proc/1/comm", "systemd\n"); }
  });
});
