/** Those that Next has: others it answers with 500 or an empty 400. */
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const doors = ["/api/v1/inventories", "/api/v1/collectors/enrol"];

/**
 * Looks at a request before Next does. Answers one whose method nothing here has, and writes into X-Forwarded-For the
 * address that it comes from, unless a proxy before this server is trusted to do so: who asks may send any.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {{ trustProxy: boolean }} settings
 * @returns {boolean} whether Next is to answer
 */
export function admit(request, response, { trustProxy }) {
  if (!methods.includes(request.method ?? "")) {
    refuse(request, response);
    return false;
  }
  if (!trustProxy) {
    const { remoteAddress } = request.socket;
    if (remoteAddress === undefined) delete request.headers["x-forwarded-for"];
    else request.headers["x-forwarded-for"] = remoteAddress;
  }
  return true;
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function refuse({ method, url }, response) {
  const allow = doors.includes(url?.split("?")[0] ?? "") ? "POST" : methods.join(", ");
  // As lib/errors words it.
  const problem = {
    type: "urn:quiesce:problem:method-not-allowed", title: "The method is not used here", status: 405,
    detail: `${method} is not used here; ${allow} is.`, code: "method-not-allowed", mend: `Send ${allow.replaceAll(", ", " or ")}.`,
  };
  response.writeHead(405, { allow, "content-type": "application/problem+json", "cache-control": "no-store", "x-content-type-options": "nosniff" });
  response.end(JSON.stringify(problem));
}
