import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { explainFact } from "../../edition/index.ts";
import type { Day } from "../../model/index.ts";
import { parseDay } from "../../model/index.ts";
import { openStream, refuseWith, send, sendEvent, sendJson, sendNote } from "./answer.ts";
import { cardOf } from "./card.ts";
import type { Admitted } from "./gate.ts";
import { admit } from "./gate.ts";
import { printSheet } from "./note.ts";
import type { Shell } from "./shell.ts";
import type { Studio, View, Wish } from "./studio.ts";
import { keyOf } from "./studio.ts";
import { tell } from "./told.ts";

/** Somebody who looks at an edition and is told when it changes. */
export interface Listener {
  readonly key: string;
  readonly wish: Wish;
  readonly response: ServerResponse;
}

export interface Room {
  readonly port: number;
  /** Made anew for every run; without it only the shell is served. */
  readonly key: string;
  readonly shell: Shell;
  readonly studio: Studio;
  readonly listeners: Set<Listener>;
}

const MOST_LISTENERS = 24;

export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  room: Room,
): Promise<void> {
  const { method = "", url = "", headers, rawHeaders } = request;
  const admitted = admit({ method, target: url, headers, rawHeaders }, room.port);
  if ("status" in admitted) return refuseWith(response, admitted.status, admitted.reason);
  const file = room.shell.get(admitted.path);
  if (file !== undefined) return send(response, file.type, file.body);
  if (!["/note", "/state", "/explain", "/events"].includes(admitted.path)) {
    return refuseWith(response, 404, "there is nothing of that name");
  }
  if (!isKey(admitted.query.get("key") ?? "", room.key)) {
    return refuseWith(response, 403, "this is not the page that the server gave out");
  }
  const wish = wishOf(admitted, room.studio.reports());
  if ("reason" in wish) return refuseWith(response, wish.status, wish.reason);
  if (admitted.path === "/events") return listen(request, response, wish, room);
  const view = await room.studio.view(wish);
  switch (admitted.path) {
    case "/state":
      return sendJson(response, tell(view, room.studio.reports()));
    case "/explain":
      return explain(response, view, admitted.query.get("fact") ?? "");
    default:
      return note(response, view, admitted.query.get("set") === "paper");
  }
}

function isKey(given: string, key: string): boolean {
  const [one, two] = [Buffer.from(given), Buffer.from(key)];
  return one.length === two.length && timingSafeEqual(one, two);
}

function wishOf(
  { query }: Admitted,
  reports: readonly string[],
): Wish | { readonly status: number; readonly reason: string } {
  const report = query.get("report") ?? "";
  if (!reports.includes(report)) return { status: 404, reason: `there is no report "${report}"` };
  const asOf = dayIn(query, "as-of");
  const published = dayIn(query, "published");
  if (asOf === false || published === false) {
    return { status: 400, reason: "a day is written as 2025-05-23" };
  }
  if (asOf === null && published !== null) {
    return { status: 400, reason: "a day of publication needs an as-of day" };
  }
  if (asOf !== null && published !== null && published < asOf) {
    return { status: 400, reason: "a note is published after what it knows" };
  }
  return { report, asOf, published };
}

/** False: what is given is no day. */
function dayIn(query: ReadonlyMap<string, string>, name: string): Day | null | false {
  const text = query.get(name);
  return text === undefined || text === "" ? null : (parseDay(text) ?? false);
}

async function listen(
  request: IncomingMessage,
  response: ServerResponse,
  wish: Wish,
  room: Room,
): Promise<void> {
  if (room.listeners.size >= MOST_LISTENERS) {
    return refuseWith(response, 503, "too many windows look at this desk; close some");
  }
  openStream(response);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const listener: Listener = { key: keyOf(wish), wish, response };
  room.listeners.add(listener);
  response.on("close", () => room.listeners.delete(listener));
  const view = await room.studio.view(wish);
  sendEvent(response, "state", tell(view, room.studio.reports()));
}

function explain(response: ServerResponse, { good }: View, fact: string): void {
  const found = good === null ? null : explainFact(good.note.materials, good.note.edition, fact);
  if (found === null) return refuseWith(response, 404, `this edition has no fact "${fact}"`);
  sendJson(response, cardOf(found));
}

function note(response: ServerResponse, { good }: View, paper: boolean): void {
  if (good === null) return refuseWith(response, 404, "there is no note yet");
  sendNote(response, paper ? printSheet(good.note) : good.note.html);
}
