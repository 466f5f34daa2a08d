import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Preview } from "../../src/desk/index.ts";
import type { Newsroom } from "./support.ts";
import { keyOf, newsroom, previewOf } from "./support.ts";

let room: Newsroom;
let preview: Preview;
let key: string;

beforeAll(async () => {
  room = newsroom();
  preview = await previewOf(room);
  key = await keyOf(preview);
});

afterAll(async () => {
  await preview.close();
  room.remove();
});

/** Sends bytes as they are and reads until the server closes, or has answered. */
function raw(text: string, wait = 4000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(preview.port, "127.0.0.1");
    let answer = "";
    const end = (): void => {
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(end, wait);
    socket.on("data", (bytes) => {
      answer += bytes.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(answer);
    });
    socket.write(text, "latin1");
  });
}

function request(
  line: string,
  headers: readonly string[] = [],
  host = `127.0.0.1:${preview.port}`,
): string {
  return [line, `Host: ${host}`, "Connection: close", ...headers, "", ""].join("\r\n");
}

/** Something only an answer to the desk itself may hold. */
function leaks(answer: string): boolean {
  return /data-fact|noteRevision|desk-key|root:x:0|"statistic"/.test(answer);
}

const ATTACKS: readonly (readonly [string, number, () => string])[] = [
  [
    "a name of another site that leads here",
    421,
    () => request("GET / HTTP/1.1", [], `evil.example:${preview.port}`),
  ],
  ["the right address and a wrong port", 421, () => request("GET / HTTP/1.1", [], "127.0.0.1:1")],
  ["no host at all", 421, () => "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
  ["an old request without a host", 421, () => "GET / HTTP/1.0\r\n\r\n"],
  ["an empty host", 421, () => request("GET / HTTP/1.1", [], "")],
  [
    "a host with a name before it",
    421,
    () => request("GET / HTTP/1.1", [], `a@127.0.0.1:${preview.port}`),
  ],
  ["two hosts", 400, () => request("GET / HTTP/1.1", ["Host: evil.example"])],
  [
    "an address on all interfaces",
    421,
    () => request("GET / HTTP/1.1", [], `0.0.0.0:${preview.port}`),
  ],
  [
    "another site's script",
    403,
    () =>
      request(`GET /state?key=${key}&report=small-caps HTTP/1.1`, ["Origin: https://evil.example"]),
  ],
  ["an origin of null", 403, () => request("GET / HTTP/1.1", ["Origin: null"])],
  [
    "another server of this machine",
    403,
    () => request("GET / HTTP/1.1", ["Origin: http://127.0.0.1:1"]),
  ],
  [
    "another site's picture",
    403,
    () => request("GET /desk.js HTTP/1.1", ["Sec-Fetch-Site: cross-site"]),
  ],
  [
    "another site's event stream",
    403,
    () =>
      request(`GET /events?key=${key}&report=small-caps HTTP/1.1`, ["Origin: http://evil.example"]),
  ],
  ["a note without the key", 403, () => request("GET /note?report=small-caps HTTP/1.1")],
  [
    "a note with a guessed key",
    403,
    () => request(`GET /note?report=small-caps&key=${"A".repeat(32)} HTTP/1.1`),
  ],
  ["an event stream without the key", 403, () => request("GET /events?report=small-caps HTTP/1.1")],
  ["dots in the path", 400, () => request("GET /../../../../etc/passwd HTTP/1.1")],
  ["escaped dots", 400, () => request("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1")],
  ["escaped slashes", 400, () => request("GET /..%2f..%2fetc%2fpasswd HTTP/1.1")],
  ["backslashes", 400, () => request("GET /..\\..\\etc\\passwd HTTP/1.1")],
  ["a fragment before dots", 400, () => request("GET /desk.js#/../../etc/passwd HTTP/1.1")],
  ["a second slash", 400, () => request("GET //etc/passwd HTTP/1.1")],
  ["a file system path", 404, () => request("GET /etc/passwd HTTP/1.1")],
  ["a source file", 404, () => request("GET /reports/small-caps/report.yaml HTTP/1.1")],
  ["a dot file", 400, () => request("GET /.git/config HTTP/1.1")],
  ["a NUL", 400, () => request("GET /desk.js%00 HTTP/1.1")],
  ["a proxy's address", 400, () => request("GET http://evil.example/ HTTP/1.1")],
  [
    "a report outside the newsroom",
    404,
    () => request(`GET /note?key=${key}&report=..%2f..%2fetc HTTP/1.1`),
  ],
  [
    "a day that is none",
    400,
    () => request(`GET /note?key=${key}&report=small-caps&as-of=2025-02-30 HTTP/1.1`),
  ],
  [
    "a fact named like a property",
    404,
    () => request(`GET /explain?key=${key}&report=small-caps&fact=__proto__ HTTP/1.1`),
  ],
  [
    "a POST",
    405,
    () => request(`POST /state?key=${key}&report=small-caps HTTP/1.1`, ["Content-Length: 0"]),
  ],
  ["a preflight", 405, () => request("OPTIONS / HTTP/1.1", ["Access-Control-Request-Method: GET"])],
  ["a body on a GET", 400, () => `${request("GET / HTTP/1.1", ["Content-Length: 5"])}hello`],
  [
    "a smuggled request",
    400,
    () =>
      `${request("GET / HTTP/1.1", ["Content-Length: 4", "Transfer-Encoding: chunked"])}0\r\n\r\nGET /note HTTP/1.1\r\n\r\n`,
  ],
  [
    "an upgrade to a web socket",
    400,
    () =>
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${preview.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  ],
  ["a header of a megabyte", 431, () => request("GET / HTTP/1.1", [`X: ${"a".repeat(1_000_000)}`])],
  ["no HTTP at all", 400, () => "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"],
];

describe("the preview's server", () => {
  it.each(ATTACKS)("refuses %s", async (_name, status, bytes) => {
    const answer = await raw(bytes());
    expect(answer.split("\r\n")[0]).toContain(` ${status} `);
    expect(leaks(answer)).toBe(false);
    expect(answer.toLowerCase()).not.toContain("access-control-allow");
  });

  it("opens no tunnel", async () => {
    const answer = await raw(`CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n`);
    expect(answer).not.toContain(" 200 ");
    expect(leaks(answer)).toBe(false);
  });

  it("listens on the loopback address only", async () => {
    const refused = await new Promise<string>((resolve) => {
      const socket = connect(preview.port, "::1");
      socket.on("error", (error) => resolve(error.message));
      socket.on("connect", () => {
        socket.destroy();
        resolve("connected");
      });
    });
    expect(refused).not.toBe("connected");
  });

  it("lets nobody read, frame or share what it answers", async () => {
    const desk = await fetch(preview.address);
    expect(desk.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    const query = new URLSearchParams({ key, report: "small-caps" });
    const note = await fetch(`${preview.address}note?${query.toString()}`);
    expect(note.headers.get("content-security-policy")).toContain("sandbox allow-same-origin");
    expect(note.headers.get("content-security-policy")).not.toContain("allow-scripts");
    for (const each of [desk, note]) {
      expect(each.headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(each.headers.get("x-content-type-options")).toBe("nosniff");
      expect(each.headers.get("cache-control")).toBe("no-store");
      expect(each.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("still serves the honest request after all of it", async () => {
    const honest = await raw(request("GET / HTTP/1.1"));
    expect(honest).toContain("200 OK");
    expect(honest).toContain("desk-key");
  });

  it("answers HEAD without a body", async () => {
    const answer = await raw(request("HEAD / HTTP/1.1"));
    expect(answer).toContain("200 OK");
    expect(answer).toMatch(/\r\n\r\n$/);
  });
});
