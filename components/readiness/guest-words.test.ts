import { describe, expect, it } from "vitest";
import { shortGuest } from "./guest-words";

describe("short guest", () => {
  it.each([
    ["Microsoft Windows Server 2019 Standard", "Server 2019"],
    ["Windows Server 2022 Datacenter Azure Edition", "Server 2022"],
    ["Windows 11 Pro", "Windows 11"],
    ["Ubuntu 22.04.4 LTS", "Ubuntu 22.04.4 LTS"],
    ["Microsoft ", "Microsoft "],
  ])("%s reads %s", (osName, short) => {
    expect(shortGuest(osName)).toBe(short);
  });
});
