import type { Requirement } from "../requirement";
import { diskNoPassthrough } from "./disk-no-passthrough";
import { icVssOffered } from "./ic-vss-offered";

/** Every requirement, in the order of domain.md section 1. */
export const REQUIREMENTS: readonly Requirement[] = [icVssOffered, diskNoPassthrough];
