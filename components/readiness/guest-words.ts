const EDITIONS = / (?:Standard|Datacenter|Enterprise|Essentials|Professional|Pro|Education|Evaluation|Edition|Azure)(?=\s|$|:)/gi;

/** A guest system short enough for a table: `Microsoft Windows Server 2019 Standard` reads `Server 2019`. */
export function shortGuest(osName: string): string {
  const short = osName.replace(/^Microsoft\s+/i, "").replace(/^Windows (?=Server)/i, "").replaceAll(EDITIONS, "").replaceAll(/\s+/g, " ").trim();
  return short === "" ? osName : short;
}
