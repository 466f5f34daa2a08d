import { readFileSync } from "node:fs";
import path from "node:path";
import { readFonts } from "../../pages/index.ts";

/** The desk's own page and what it is made of, by address. Nothing else is ever served as a file. */
export type Shell = ReadonlyMap<string, ShellFile>;

export interface ShellFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The house's own: a newsroom's templates have no say in the page that is trusted with the key. */
const FOLDER = path.join(import.meta.dirname, "..", "..", "..", "templates", "desk");
const SCRIPTS = ["desk.js", "frame.js", "panel.js", "parts.js"];

/** Read once at the start. The key lets this page, and no other, ask for notes and explanations. */
export function readShell(key: string, report: string): Shell {
  const text = (name: string): string => readFileSync(path.join(FOLDER, name), "utf8");
  const page = text("desk.html")
    .replaceAll("%key%", escaped(key))
    .replaceAll("%report%", escaped(report));
  const fonts = readFonts();
  const font = (family: "Inter" | "Source Serif 4", weight: 400 | 600): ShellFile => ({
    type: "font/woff2",
    body: fonts.file({ family, weight, style: "normal" }, "latin"),
  });
  return new Map<string, ShellFile>([
    ["/", { type: "text/html; charset=utf-8", body: page }],
    ["/desk.css", { type: "text/css; charset=utf-8", body: text("desk.css") }],
    ...SCRIPTS.map((name): [string, ShellFile] => [
      `/${name}`,
      { type: "text/javascript; charset=utf-8", body: text(name) },
    ]),
    ["/fonts/inter-400.woff2", font("Inter", 400)],
    ["/fonts/inter-600.woff2", font("Inter", 600)],
    ["/fonts/serif-400.woff2", font("Source Serif 4", 400)],
    ["/fonts/serif-600.woff2", font("Source Serif 4", 600)],
  ]);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
