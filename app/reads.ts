import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import * as quarantine from "@/lib/collectors/quarantine";
import * as collectors from "@/lib/collectors/reads";
import { pool } from "@/lib/db/client";
import * as asOf from "@/lib/estate/as-of";
import * as goneVm from "@/lib/estate/gone-vm";
import * as hostDetail from "@/lib/estate/host-detail";
import * as hosts from "@/lib/estate/hosts";
import * as imports from "@/lib/estate/imports";
import * as overview from "@/lib/estate/overview";
import * as requirements from "@/lib/estate/requirements";
import * as search from "@/lib/estate/search";
import * as vmDetail from "@/lib/estate/vm-detail";
import * as vmHistory from "@/lib/estate/vm-history";
import * as vms from "@/lib/estate/vms";
import { AppError } from "@/lib/errors";
import { judgedUnder } from "@/lib/ingest/judged/judged-under";
import * as collectorFiles from "./collector-files";
import { within } from "./within";

/** A page that has no data by then says so: 5 s with the way to the browser. */
const READ_MS = 4500;

/** The reads of the pages: each runs once per request, and what is not there becomes the page that says so. */
function page<Args extends readonly unknown[], Value>(read: (...args: Args) => Promise<Value>): (...args: Args) => Promise<Value> {
  return cache(async (...args: Args) => {
    try {
      return await within(READ_MS, read(...args));
    } catch (problem) {
      if (problem instanceof AppError && problem.code === "not-found") notFound();
      throw problem;
    }
  });
}

export const readAsOf = page(asOf.readAsOf);
export const readTotals = page(asOf.readTotals);
export const readEstate = page(overview.readEstate);
export const readVms = page(vms.readVms);
export const readCount = page(vms.readCount);
export const readCountsWithout = page(vms.readCountsWithout);
export const readChoices = page(search.readChoices);
/** A VM by its id, or by one that it had before a move: that address leads on. Null for one that is gone. */
export const readVm = page(async (id: string) => {
  try {
    return await vmDetail.readVm(id, judgedUnder);
  } catch (problem) {
    const now = vmHistory.isNotThere(problem) ? await vmHistory.movedTo(id) : null;
    if (now !== null && now !== id) permanentRedirect(`/vms/${now}`);
    if (problem instanceof AppError && problem.code === "gone") return null;
    throw problem;
  }
});
export const readGoneVm = page(goneVm.readGoneVm);
export const readVmHistory = page(vmHistory.readVmHistory);
export const readRequirements = page(requirements.readRequirements);
export const readRequirement = page(requirements.readRequirement);
export const readImports = page(imports.readImports);
export const readImport = page(imports.readImport);
export const readHostPage = page(hosts.readHostPage);
export const readHost = page(hostDetail.readHost);
export const readCollectors = page(() => collectors.listCollectors(pool()));
export const readCollector = page((id: string) => collectors.readCollector(pool(), id));
export const readCodes = page(() => collectors.listCodes(pool(), Date.now()));
export const readQuarantine = page(() => quarantine.listQuarantine(pool()));
export const readQuarantined = page((id: string) => quarantine.readQuarantined(pool(), id));
export const readFileHashes = page(collectorFiles.readFileHashes);
export const readNetwork = page(imports.readNetwork);
