import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readPartials } from "../../src/edition/partials.ts";
import { Reading } from "../../src/edition/reading.ts";

/** Folders of partials that hold files of these names. */
function folders(...names: readonly (readonly string[])[]): readonly string[] {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "notewright-partials-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return names.map((files, at) => {
    const folder = path.join(root, String(at));
    mkdirSync(folder);
    for (const each of files) writeFileSync(path.join(folder, each), `${each} of ${at}`);
    return folder;
  });
}

describe("partials", () => {
  it("come from the house and from the report's own folder", () => {
    const places = folders(["sources.md.hbs"], ["block.md.hbs", "notes.txt"]);
    const found = readPartials([...places, "/nowhere"], new Reading(places));
    expect([...found.keys()]).toEqual(["sources", "block"]);
    expect(found.get("block")).toEqual({
      file: path.join(places[1] ?? "", "block.md.hbs"),
      text: "block.md.hbs of 1",
    });
  });

  it("are refused where two have one name", () => {
    const places = folders(["block.md.hbs"], ["block.md.hbs"]);
    const reading = new Reading(places);
    readPartials(places, reading);
    const file = path.join(places[1] ?? "", "block.md.hbs");
    expect(reading.refuse().problems).toMatchObject([{ rule: "partial-twice", file }]);
  });
});
