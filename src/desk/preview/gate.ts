import type { IncomingHttpHeaders } from "node:http";

/** What a request says before anything is done about it. */
export interface Asked {
  readonly method: string;
  /** As it stood on the request line, untouched. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came: a header sent twice shows here. */
  readonly rawHeaders: readonly string[];
}

export interface Admitted {
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
}

export interface Refused {
  readonly status: number;
  readonly reason: string;
}

const LONGEST_TARGET = 2048;
const PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/;

/**
 * Who may ask, and for what. Another site's page in the same browser can send requests here, and a
 * name of its own can be made to lead here; it can forge neither Host nor Origin.
 */
export function admit(asked: Asked, port: number): Admitted | Refused {
  const { method, headers } = asked;
  if (method !== "GET" && method !== "HEAD") return refuse(405, "only GET and HEAD are answered");
  if (count(asked.rawHeaders, "host") > 1) return refuse(400, "Host was sent twice");
  const host = headers.host ?? "";
  if (!ownHosts(port).includes(host)) return refuse(421, "this server is known by another name");
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return refuse(403, "the request comes from another site");
  }
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    return refuse(403, "the request comes from another site");
  }
  if (hasBody(headers)) return refuse(400, "a request brings no body here");
  if (headers.upgrade !== undefined || headers.expect !== undefined) {
    return refuse(400, "this server speaks plain HTTP only");
  }
  return readTarget(asked.target);
}

function ownHosts(port: number): readonly string[] {
  const names = ["127.0.0.1", "localhost", "[::1]"];
  const named = names.map((each) => `${each}:${port}`);
  return port === 80 ? [...named, ...names] : named;
}

function hasBody(headers: IncomingHttpHeaders): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/** A path of plain names and a query of single values. No file is ever looked up by it. */
function readTarget(target: string): Admitted | Refused {
  if (target.length > LONGEST_TARGET) return refuse(414, "the address is too long");
  if (!/^[\x21-\x7e]*$/.test(target)) return refuse(400, "the address holds unusual characters");
  if (/[#\\]/.test(target) || target.includes("//")) return refuse(400, "the address is crooked");
  if (/%(?![0-9A-Fa-f]{2})/.test(target)) return refuse(400, "an escape is broken");
  if (/%(?:[01][0-9A-F]|7F)/i.test(target)) return refuse(400, "the address holds control signs");
  const at = target.indexOf("?");
  const path = at < 0 ? target : target.slice(0, at);
  if (!path.startsWith("/") || !PATH.test(path)) return refuse(400, "the address is crooked");
  const query = new Map<string, string>();
  for (const part of at < 0 ? [] : target.slice(at + 1).split("&")) {
    const [name = "", value = ""] = part.split("=").map(decoded);
    if (name === null || value === null) return refuse(400, "an escape is broken");
    if (query.has(name)) return refuse(400, `"${name}" is given twice`);
    query.set(name, value);
  }
  return { path, query };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

function count(raw: readonly string[], name: string): number {
  return raw.filter((each, index) => index % 2 === 0 && each.toLowerCase() === name).length;
}

function refuse(status: number, reason: string): Refused {
  return { status, reason };
}
