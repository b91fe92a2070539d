import type { Disk } from "@/lib/inventory/document";
import { aDisk } from "@/lib/inventory/testing";
import { type Case, FROM_2012, unread } from "./case";

const with1 = (over: Partial<Disk>): Case["given"] => ({ vm }) => { vm.disks?.push(aDisk({ lun: 1, path: "D:\\VMs\\VM01\\data.vhdx", ...over })); };
const native = with1({ logicalSector: 4096 });
const refused: Case["settings"] = { product: { supports4kn: "no" } };

export const cases: Case[] = [
  { name: "2008 R2 has no 4K disks", on: ["2008R2"], given: native, status: "not-applicable" },
  { name: "512-byte sectors", on: FROM_2012, given: () => undefined, status: "pass" },
  { name: "alignment does not apply", on: FROM_2012, given: (of) => { with1({ alignment: null })(of); of.vm.absent.push({ fact: "disks[1].alignment", reason: "not-applicable" }); }, status: "pass" },
  { name: "4K native", on: FROM_2012, given: native, status: "warning", effect: "warn" },
  { name: "4K native, the product supports it", on: FROM_2012, settings: { product: { supports4kn: "yes" } }, given: native, status: "pass" },
  { name: "4K native, the product does not support it", on: FROM_2012, settings: refused, given: native, status: "fail", effect: "will-fail" },
  { name: "misaligned", on: FROM_2012, settings: refused, given: with1({ alignment: 0 }), status: "warning", effect: "warn" },
  { name: "misaligned, sector of another not read", on: FROM_2012, settings: refused, given: (of) => { with1({ alignment: 0 })(of); with1({ logicalSector: null })(of); }, status: "warning", effect: "warn" },
  { name: "sector not read", on: FROM_2012, settings: refused, given: with1({ logicalSector: null }), status: "unknown" },
  { name: "alignment not read", on: FROM_2012, given: with1({ alignment: null }), status: "unknown" },
  { name: "disks not read", on: FROM_2012, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "no disk at all", on: FROM_2012, given: ({ vm }) => { vm.disks = []; }, status: "not-applicable" },
];
