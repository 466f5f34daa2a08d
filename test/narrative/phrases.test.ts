import { describe, expect, it } from "vitest";
import { lint } from "../../src/narrative/index.ts";
import { day } from "../../src/model/index.ts";
import { fact, houseVoice, read, rendered, scene, template } from "./fixture.ts";

function rules(text: string): readonly string[] {
  const made = template(`{{#headline}}Small caps{{/headline}}\n\n${text}`);
  const facts = new Set(scene().facts.keys());
  const known = { facts, charts: new Set<string>(), names: [], voice: houseVoice() };
  return lint(made, known)
    .filter((each) => each.severity === "error")
    .map((each) => `${each.rule}: ${each.message}`);
}

describe("a tag that says several things", () => {
  it("marks each figure and day with its fact", () => {
    const said = rendered("It stood at {{figure high}}, {{superlative high}}.").said;
    expect(said.map((each) => [each.fact, each.kind])).toEqual([
      ["high", "value"],
      ["high.since", "day"],
    ]);
  });

  it("begins a sentence with a capital, and makes the article agree", () => {
    const eight = fact("fall", 8, { unit: "weeks", digits: 0 });
    expect(read("{{run fall}} it fell.", scene({ ordinal: 0 }, [eight]))).toMatch(
      /^For an eighth straight week it fell\.$/,
    );
  });

  it("falls out with its sentence where a fact is withheld, or where it would not be true", () => {
    expect(read("It stayed. It {{pair week lost}}.")).toBe("It stayed.");
    expect(read("It stayed. It is {{between average close level}}.")).toBe("It stayed.");
    const [dropped] = rendered("It is {{between average close level}}.").dropped;
    expect(dropped?.because[0]?.reason).toContain("does not lie between");
    const once = scene({}, [fact("fall", 1, { unit: "count", digits: 0 })]);
    expect(read("It stayed. It fell {{run fall}}.", once)).toBe("It stayed.");
  });

  it("keeps its verbs from the rest of the note", () => {
    const note = read("{{change week}}. {{change week}}. {{moved week}}. {{moved week}}.");
    const verbs = note.split(/ 3\.5 percent to 2040\. |\. ?/).filter((each) => each !== "");
    expect(verbs).toHaveLength(4);
    expect(new Set(verbs).size).toBe(4);
  });

  it("gives its verbs back where a variant is not said", () => {
    const lost = "{{#vary}}{{change week}} {{figure lost}}{{or}}It {{change week}}.{{/vary}}";
    const plain = "{{#vary}}It {{change week}}.{{or}}It {{change week}}.{{/vary}}";
    expect(read(lost, scene({ ordinal: 0 }))).toBe(read(plain, scene({ ordinal: 0 })));
  });
});

describe("events in a row", () => {
  const event = (id: string, on: string, name: string, named = {}) => [
    { ...fact(id, 2000, { unit: "index", digits: 0 }), day: day(on), statistic: "event", named },
    {
      ...fact(`${id}.since`, 1, { unit: "sessions", digits: 0 }),
      statistic: "event",
      state: name,
      named,
    },
  ];
  const all = [
    ...event("one", "2025-05-23", "macd-negative"),
    ...event("two", "2025-05-23", "price-below-average", { slow: 50 }),
    ...event("three", "2025-05-21", "advance", { days: 3 }),
  ];
  const say = (text: string): string => read(text, scene({ ordinal: 0 }, all));

  it("share a day where they can, and have their day each", () => {
    expect(say("{{events one three}}.")).toBe(
      "The MACD crossed below its signal line on 23 May and a run of three higher closes was complete on 21 May.",
    );
    expect(say("{{events one two three}}.")).toMatch(
      /^The MACD crossed below its signal line and the .*50-day average.* on 23 May, and .* three .* on 21 May\.$/,
    );
  });

  it("leave out those that are withheld, and fall out where all are", () => {
    expect(say("{{events lost one}}.")).toBe(say("{{events one}}."));
    expect(say("It stayed. {{events lost}}.")).toBe("It stayed.");
  });

  it("have shorter names for tables", () => {
    expect(say('It is {{state two.since style="compact"}}.')).toBe(
      "It is close below 50-day average.",
    );
  });
});

describe("a change told by its ends", () => {
  it("has no percentage, and a direction", () => {
    expect(read("It {{change cover}}.", scene({ ordinal: 0 }))).toBe("It rose from 800 to 10,900.");
  });

  it("falls out where an end is withheld too", () => {
    expect(read("It stayed. It {{change lost}}.")).toBe("It stayed.");
  });
});

describe("a mention", () => {
  it("is a name first, and then a noun that fits the kind of instrument", () => {
    const series = new Map(scene().series);
    series.set("iwm.close", {
      name: "IWM",
      noun: "the fund",
      unit: "price",
      every: "day",
      instrument: "fund",
    });
    const iwm = fact("price", 202.56, { unit: "price", digits: 2, series: "iwm.close" });
    const text = "{{mention price}} fell, {{mention price}} held, {{mention price}} rose.";
    expect(read(text, scene({ series }, [iwm]))).toBe("IWM fell, the fund held, the ETF rose.");
  });

  it("is the catalogue's where the kind is not known", () => {
    expect(read("{{mention large}} fell, {{mention large}} held.")).toBe(
      "S&P 500 fell, the S&P held.",
    );
  });
});

describe("a verb in the present", () => {
  it("agrees with what the catalogue calls the series, unless the tag says otherwise", () => {
    const at = scene({ ordinal: 0 }, [fact("w", 0.01, { ranked: 2, rank: null })]);
    expect(read('It {{moved w form="present"}}.', at)).toBe("It rises.");
    expect(read('They {{moved w form="present" many=true}}.', at)).toBe("They rise.");
    expect(read('It {{moved w form="perfect"}}.', at)).toBe("It has risen.");
    expect(read('They {{moved w form="perfect" many=true}}.', at)).toBe("They have risen.");
  });
});

describe("a zone", () => {
  it("is the figure where there is none", () => {
    const below = fact("below", -0.3, { unit: "yield", digits: 2, day: day("2025-05-23") });
    expect(read("It is in {{zone below}}.", scene({}, [below]))).toBe("It is in −0.30 percent.");
  });
});

describe("the guard", () => {
  it.each([
    ["{{superlative close}}", 'wrong-kind: {{superlative}} speaks of "close.since", "close.tie"'],
    ["{{of crossings}}", 'wrong-kind: {{of}} speaks of "crossings.readings"'],
    ["{{odds week}}", "wrong-kind: {{odds}} speaks of"],
    ['{{phrase "leening"}}', 'unknown-phrase: there is no phrase "leening"'],
    ["{{between close level}}", "helper-arguments: {{between}} has too few arguments"],
    ["{{zone close step=0}}", "helper-arguments: step= takes a number above zero"],
    ['{{was close form="were"}}', "helper-arguments: form= takes was or is"],
    ['{{of ups noun="10 days"}}', "typed-figure"],
  ])("refuses %s", (text, told) => {
    expect(rules(`It is ${text} now.`).join("\n")).toContain(told);
  });

  it("asks for no parts where both facts are named", () => {
    expect(rules("It rose in {{of crossings ups.readings}}.")).toEqual([]);
  });

  it("tells of a fact without a state", () => {
    const told = rendered("It is {{state rally}} now.").problems;
    expect(told.map((each) => each.message)).toEqual(['"rally" has no state']);
  });
});
