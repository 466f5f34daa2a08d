import { describe, expect, it } from "vitest";
import { makeArtefacts } from "../../src/pages/index.ts";
import { edition, editionOf, say } from "./fixture.ts";
import { testLook, testPress } from "./support.ts";

const look = testLook();
const settings = { press: null, names: ["Russell 2000"], versions: {} };

describe("an edition's artefacts", () => {
  it("are page, drawings and ledger, and the PDF where there is a press", async () => {
    const made = await makeArtefacts(edition, look, settings);
    const drawings = ["charts/c1.svg", "charts/c2.svg", "charts/c3.svg", "charts/c4.svg"];
    expect(made.ok && [...made.value.keys()]).toEqual(["index.html", ...drawings, "ledger.json"]);
    const press = testPress();
    const printed = await makeArtefacts(edition, look, { ...settings, press });
    await press.close();
    expect(printed.ok && printed.value.has("article.pdf")).toBe(true);
  });

  it("are not made when a figure has no proof", async () => {
    const typed = editionOf({ standfirst: say("It rose 7 percent") });
    const made = await makeArtefacts(typed, look, settings);
    expect(made.ok).toBe(false);
    expect(made.problems.map((each) => each.rule)).toEqual(["unaccounted-figure"]);
  });

  it("are not made when the fonts have no shape for a sign", async () => {
    const made = await makeArtefacts(editionOf({ disclosure: "日本 😀 fine" }), look, settings);
    expect(made.problems.map((each) => each.message)).toEqual([
      'the fonts of the page have no shape for "日" (U+65E5), "本" (U+672C), "😀" (U+1F600)',
    ]);
  });

  it("take further alphabets along only when they are needed", async () => {
    const size = async (disclosure: string) => {
      const made = await makeArtefacts(editionOf({ disclosure }), look, settings);
      return made.ok ? (made.value.get("index.html")?.length ?? 0) : 0;
    };
    const plain = await size("Dvorak");
    expect(await size("Dvořák")).toBeGreaterThan(plain + 20_000);
  });

  it("carry their font in a drawing that stands alone", async () => {
    const made = await makeArtefacts(edition, look, settings);
    const svg = made.ok ? made.value.get("charts/c1.svg") : "";
    expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]* role="img"/);
    expect(svg).toContain("@font-face");
  });
});
