import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { problem } from "../model/index.ts";
import type { Partials } from "../narrative/index.ts";
import { shown } from "./project.ts";
import type { Reading } from "./reading.ts";

/** The partials of all folders by name; one name for two of them would leave open which is meant. */
export function readPartials(folders: readonly string[], reading: Reading): Partials {
  const found = new Map<string, { readonly file: string; readonly text: string }>();
  for (const folder of folders.filter((each) => existsSync(each))) {
    const files = readdirSync(folder).filter((each) => each.endsWith(".hbs"));
    for (const each of files.toSorted()) {
      const file = path.join(folder, each);
      const name = each.replace(/(\.md)?\.hbs$/, "");
      const held = found.get(name);
      if (held !== undefined) {
        const message = `there are two partials "${name}": this one and ${held.file}`;
        const hint = "rename one of the two";
        reading.object(problem("partial-twice", { file: shown(file) }, message, hint));
      }
      found.set(name, { file: shown(file), text: reading.text(file) ?? "" });
    }
  }
  return found;
}
