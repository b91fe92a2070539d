import { AppError } from "@/lib/errors";
import { route } from "@/lib/http";

const nothing = route((request: Request) => {
  throw new AppError("not-found", `${new URL(request.url).pathname} is no address of this API; docs/api.md lists them.`);
});

/** What no other route answers is told as a problem document, not as a page. */
export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
