import type { ServerResponse } from "node:http";

/** Nothing from elsewhere, nothing to elsewhere, and the desk in nobody's frame. */
const DESK_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A note runs no script, asks nothing of the server, and stands in the desk's frame only. */
export const NOTE_POLICY =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

const ALWAYS: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

export function send(
  response: ServerResponse,
  type: string,
  body: string | Uint8Array,
  status = 200,
): void {
  head(response, status, type, DESK_POLICY, "DENY");
  finish(response, body);
}

export function sendNote(response: ServerResponse, html: string): void {
  head(response, 200, "text/html; charset=utf-8", NOTE_POLICY, "SAMEORIGIN");
  finish(response, html);
}

export function sendJson(response: ServerResponse, value: unknown): void {
  send(response, "application/json; charset=utf-8", JSON.stringify(value));
}

export function refuseWith(response: ServerResponse, status: number, reason: string): void {
  if (status === 405) response.setHeader("Allow", "GET, HEAD");
  response.setHeader("Connection", "close");
  send(response, "text/plain; charset=utf-8", `${reason}\n`, status);
}

/** Opens a stream of events. */
export function openStream(response: ServerResponse): void {
  head(response, 200, "text/event-stream; charset=utf-8", DESK_POLICY, "DENY");
  response.flushHeaders();
  response.write("retry: 1000\n\n");
}

export function sendEvent(response: ServerResponse, name: string, value: unknown): void {
  response.write(`event: ${name}\ndata: ${JSON.stringify(value)}\n\n`);
}

function head(
  response: ServerResponse,
  status: number,
  type: string,
  policy: string,
  frames: string,
): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("Content-Type", type);
  response.setHeader("X-Frame-Options", frames);
}

function finish(response: ServerResponse, body: string | Uint8Array): void {
  response.setHeader("Content-Length", Buffer.byteLength(body));
  response.end(response.req.method === "HEAD" ? undefined : body);
}
