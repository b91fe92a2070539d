import type { Vm } from "@/lib/inventory/document";

const BACKING_UP = "BackingUpVirtualMachine";

function says(status: string): boolean {
  return status === BACKING_UP || (status.length === BACKING_UP.length && status.toLowerCase() === BACKING_UP.toLowerCase());
}

/** True when the first or the second operational status says that a backup of the VM runs. */
export function isBackingUp(vm: Pick<Vm, "operational" | "secondaryOperational">): boolean {
  if (vm.secondaryOperational !== null && says(vm.secondaryOperational)) return true;
  return vm.operational?.some(says) === true;
}
