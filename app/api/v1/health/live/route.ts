import { notAllowed, route } from "@/lib/http";
import { answer } from "../../answers";

/** Says that the process serves; asks nothing of the database. */
export const GET = route(() => answer({ status: "live" }), { open: true });

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
