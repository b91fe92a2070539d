import { describe, expect, it } from "vitest";
import { diskSchema } from "@/lib/inventory/disk";
import { diskLinks } from "./disk-links";

const disk = (of: object) => diskSchema.parse({ controllerType: "SCSI", controllerNumber: 0, lun: 1, kind: "vhd", ...of });
const volume = { name: "Volume3", fileSystem: "CSVFS_NTFS" };
const kinds = (of: object) => diskLinks(disk(of), () => volume).map((node) => node.kind);
const file = (index: number) => `C:\\ClusterStorage\\Volume3\\sql_${index}.avhdx`;

describe("disk links", () => {
  it("runs from the slot over the file written now to the volume", () => {
    const nodes = diskLinks(disk({ chain: ["D:\\VMs\\a.avhdx", "D:\\VMs\\a.vhdx"], fileBytes: 14 * 1024 ** 3, sizeBytes: 127 * 1024 ** 3 }), () => volume);
    expect(nodes.map((node) => node.title)).toEqual(["SCSI 0:1", "a.avhdx", "a.vhdx", "Volume3"]);
    expect(nodes.map((node) => node.notes)).toEqual([["127 GB for the guest"], ["14 GB, checkpoint"], [], ["CSVFS_NTFS"]]);
  });

  it("folds more than three parents and keeps the base", () => {
    const nodes = diskLinks(disk({ chain: [0, 1, 2, 3, 4, 5].map(file) }), () => volume);
    expect(nodes.map((node) => node.title)).toEqual(["SCSI 0:1", "sql_0.avhdx", "sql_1.avhdx", "3 more", "sql_5.avhdx", "Volume3"]);
  });

  it("ends a pass-through disk outside the backup", () => {
    expect(kinds({ kind: "passthrough", diskNumber: 3 })).toEqual(["slot", "outside"]);
  });

  it("shows a missing parent", () => {
    expect(kinds({ chain: [file(0)], chainError: "base-missing" })).toEqual(["slot", "now", "missing", "volume"]);
  });

  it("says what was not read", () => {
    const nodes = diskLinks(diskSchema.parse({}), () => null);
    expect(nodes.map((node) => node.title)).toEqual(["Place not read", "File not read", "Volume not read"]);
  });
});
