import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { createServer } from "node:http";
import path from "node:path";
import { templatePath } from "../../edition/index.ts";
import type { Decoded } from "../../model/index.ts";
import { problem } from "../../model/index.ts";
import { refuseWith, sendEvent } from "./answer.ts";
import type { Listener, Room } from "./routes.ts";
import { answer } from "./routes.ts";
import { readShell } from "./shell.ts";
import type { Settings } from "./studio.ts";
import { Studio } from "./studio.ts";
import { tell } from "./told.ts";
import { watchFiles } from "./watch.ts";

export interface PreviewSettings extends Settings {
  /** Null: the first one free from the usual one on. */
  readonly port: number | null;
  /** Tells the user, on the terminal, of trouble that the page cannot show. */
  readonly say: (text: string) => void;
}

export interface Preview {
  readonly port: number;
  readonly address: string;
  /** Something the user should know: the usual port was taken. */
  readonly notice: string | null;
  readonly close: () => Promise<void>;
  /** Resolves when it has been closed. */
  readonly closed: Promise<void>;
}

const HOME = "127.0.0.1";
const USUAL_PORT = 4600;
const PORTS_TRIED = 40;
const HEARTBEAT = 20_000;

/** Serves the desk on this machine only, until it is closed. */
export async function openPreview(settings: PreviewSettings): Promise<Decoded<Preview>> {
  const listeners = new Set<Listener>();
  const studio = new Studio(settings, (key, view) => {
    const told = tell(view, studio.reports());
    for (const each of listeners) if (each.key === key) sendEvent(each.response, "state", told);
  });
  const key = randomBytes(24).toString("base64url");
  const shell = readShell(key, settings.first.name);
  const server = createServer({
    maxHeaderSize: 16_384,
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    connectionsCheckingInterval: 2_000,
    requireHostHeader: false,
  });
  server.maxConnections = 128;
  const port = await portFor(server, settings.port);
  if (port === null) return { ok: false, problems: [portTaken(settings.port)] };

  const room: Room = { port, key, shell, studio, listeners };
  server.on("request", (request, response) => {
    answer(request, response, room).catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else refuseWith(response, 500, `our own fault: ${text}`);
    });
  });
  const watch = watchFiles(
    foldersOf(settings),
    () => {
      const wishes = new Map([...listeners].map((each) => [each.key, each.wish]));
      void studio.refresh([...wishes.values()]).then(() => watch.add(studio.dataFiles()));
    },
    (reason) => settings.say(`saved files may go unseen: ${reason}`),
  );
  watch.add(studio.dataFiles());
  await watch.ready;
  void studio.view({ report: settings.first.name, asOf: null, published: null });
  const heartbeat = setInterval(() => {
    for (const each of listeners) each.response.write(": still here\n\n");
  }, HEARTBEAT);

  const usual = settings.port === null && port !== USUAL_PORT;
  const closed = new Promise<void>((resolve) => {
    server.once("close", () => resolve());
  });
  const value: Preview = {
    closed,
    port,
    address: `http://${HOME}:${port}/`,
    notice: usual ? `port ${USUAL_PORT} is taken; this is the next free one` : null,
    async close() {
      clearInterval(heartbeat);
      studio.close();
      for (const each of listeners) each.response.end();
      await Promise.all([
        watch.close(),
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
      ]);
    },
  };
  return { ok: true, value, problems: [] };
}

/** Where the editors' files lie; the series' files are added one by one. */
function foldersOf({ project, first }: Settings): readonly string[] {
  const kinds = ["charts", "pages", "partials", "voice"];
  return [
    path.join(project.root, "reports"),
    path.join(project.root, "templates"),
    path.join(project.root, "archive"),
    first.folder,
    ...kinds.map((each) => templatePath(project, each)),
  ];
}

/** The port the server now listens on; null: none was to be had. */
async function portFor(server: Server, named: number | null): Promise<number | null> {
  if (named !== null) return listenOn(server, named);
  for (let tried = 0; tried < PORTS_TRIED; tried++) {
    const port = await listenOn(server, USUAL_PORT + tried);
    if (port !== null) return port;
  }
  return null;
}

function listenOn(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const onError = (): void => resolve(null);
    server.once("error", onError);
    server.listen({ host: HOME, port, exclusive: true }, () => {
      server.off("error", onError);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : null);
    });
  });
}

function portTaken(named: number | null): ReturnType<typeof problem> {
  const text =
    named === null
      ? `no port from ${USUAL_PORT} to ${USUAL_PORT + PORTS_TRIED - 1} is free`
      : `port ${named} is taken, or may not be used`;
  const hint = named === null ? "name a free one with --port" : "name another, or leave --port out";
  return problem("port-taken", null, text, hint);
}
