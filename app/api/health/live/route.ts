import { answer } from "@/app/api/v1/answers";
import { notAllowed, route } from "@/lib/http";

/** Says that the process serves; asks nothing of the database. */
export const GET = route(() => answer({ status: "live" }), { open: true });

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
