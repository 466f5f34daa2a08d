import { lint, parseVoiceFile, requiredFields, slotsOf } from "../../src/narrative/index.ts";
import type { Problem } from "../../src/model/index.ts";
import { article, chart, text } from "../narrative/article.ts";
import { houseVoice, scene, template } from "../narrative/fixture.ts";
import type { Defect } from "./case.ts";
import { refused, warned } from "./case.ts";

const VOICE = houseVoice();
const HEAD = "{{#headline}}Small caps{{/headline}}\n\n";
const { facts, published } = scene();
const known = {
  facts: new Set(facts.keys()),
  charts: new Set<string>(),
  names: ["Russell 2000"],
  voice: VOICE,
};

const typed = (words: string): readonly Problem[] => lint(template(HEAD + words), known);

/** What the author wrote for one day. */
const written = (words: string): readonly Problem[] => {
  const slots = slotsOf(template(`${HEAD}{{voice "view"}}`));
  return parseVoiceFile(`## view\n\n${words}\n`, "voice/2025-05-23.md", {
    slots,
    known,
    facts,
    published,
  }).problems;
};

const whole = {
  disclosure: "No advice.",
  sources: [
    {
      name: "Russell 2000",
      publisher: "FTSE Russell",
      url: null,
      to: published,
      released: published,
      sample: false,
      remark: null,
    },
  ],
};

/** Defects at the desk: templates, the author's slots, what report.yaml must give. */
export const HOUSE: readonly Defect[] = [
  refused(
    "D1",
    "typed-figure",
    "the cases are typed by hand",
    typed("It rose in 26 of 45 cases."),
    typed("It ended at {{figure close}}."),
  ),
  refused(
    "D15",
    "typed-figure",
    "a headline's figure is typed by hand",
    lint(template("{{#headline}}Shorts Up by fifty percent{{/headline}}\n\nText."), known),
    lint(template("{{#headline}}Shorts Up by {{size short}}{{/headline}}\n\nText."), known),
  ),
  refused(
    "D18",
    "unproved-figure",
    "over 30 percent, typed for a distance of 53",
    written("The old low lies over 30 percent below."),
    written("A rally of 22 percent lies behind it."),
  ),
  refused(
    "D28",
    "relative-word",
    "later today, typed into the template",
    typed("Later today we learn more."),
    typed("We learn more {{date low}}."),
  ),
  warned(
    "D33",
    "typed-qualifier",
    "elevated, by no measure",
    typed("Short interest is elevated."),
    typed("Short interest is {{qualifier short.rank}}."),
  ),
  warned(
    "D31",
    "odds",
    "likely, by no count",
    typed("A fall is likely."),
    typed("A fall may come."),
  ),
  ...(
    [
      ["D38", "no author", { ...whole, byline: { author: "", role: null } }],
      ["D25", "no disclosure", { ...whole, disclosure: "" }],
      ["D38", "no line of sources", { ...whole, sources: [] }],
      [
        "D38",
        "a chart without its source",
        { ...whole, charts: [{ ...chart("a", 1), source: [] }] },
      ],
    ] as const
  ).map(([number, says, more]) =>
    refused(
      number,
      "required",
      says,
      requiredFields(article(more)),
      requiredFields(
        article({ ...whole, charts: [{ ...chart("a", 1), source: [text("Source: X")] }] }),
      ),
    ),
  ),
];
