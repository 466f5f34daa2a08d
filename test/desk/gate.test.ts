import { describe, expect, it } from "vitest";
import type { Admitted, Asked, Refused } from "../../src/desk/preview/gate.ts";
import { admit } from "../../src/desk/preview/gate.ts";

const PORT = 4600;

function ask(target: string, headers: Readonly<Record<string, string>> = {}): Admitted | Refused {
  const all = { host: `127.0.0.1:${PORT}`, ...headers };
  const asked: Asked = {
    method: "GET",
    target,
    headers: all,
    rawHeaders: Object.entries(all).flat(),
  };
  return admit(Object.freeze(asked), PORT);
}

describe("the gate of the preview", () => {
  it.each(["127.0.0.1:4600", "localhost:4600", "[::1]:4600"])("admits %s", (host) => {
    expect(ask("/", { host })).toEqual({ path: "/", query: new Map() });
  });

  it.each([
    "127.0.0.1",
    "localhost:80",
    "localhost:46000",
    "evil.example:4600",
    "127.0.0.1:4600.evil.example",
    "",
  ])("sends the host %j away as misdirected", (host) => {
    expect(ask("/", { host })).toMatchObject({ status: 421 });
  });

  it("knows a host without a port on port 80 only", () => {
    const headers = { host: "localhost" };
    const asked = { method: "GET", target: "/", headers, rawHeaders: ["host", "localhost"] };
    expect(admit(asked, 80)).toMatchObject({ path: "/" });
    expect(admit(asked, PORT)).toMatchObject({ status: 421 });
  });

  it("admits its own origin and no other", () => {
    expect(ask("/", { origin: "http://127.0.0.1:4600" })).toMatchObject({ path: "/" });
    for (const origin of [
      "null",
      "http://localhost:4600",
      "https://127.0.0.1:4600",
      "http://127.0.0.1:4601",
    ]) {
      expect(ask("/", { origin }), origin).toMatchObject({ status: 403 });
    }
  });

  it("reads names, spaces and signs of a query", () => {
    expect(ask("/explain?fact=record.prior&report=a%20b+c&key=%C3%A9")).toEqual({
      path: "/explain",
      query: new Map([
        ["fact", "record.prior"],
        ["report", "a b c"],
        ["key", "é"],
      ]),
    });
  });

  it.each([
    "",
    "*",
    "http://127.0.0.1:4600/",
    "//evil.example/",
    "/a//b",
    "/#/etc/passwd",
    "/..",
    "/../etc/passwd",
    "/./desk.js",
    "/%2e%2e/etc/passwd",
    "/..%2fetc",
    "/a\\b",
    "/a%5cb",
    "/.git/config",
    "/desk.js%00.css",
    "/%",
    "/?a=%zz",
    "/?a=%ff",
    "/?a=%0d%0aSet-Cookie:x",
    "/?a=1&a=2",
    "/a b",
    "/é",
  ])("refuses the target %j", (target) => {
    expect(ask(target)).toMatchObject({ status: 400 });
  });

  it("refuses an endless address", () => {
    expect(ask(`/?a=${"x".repeat(3000)}`)).toMatchObject({ status: 414 });
  });
});
