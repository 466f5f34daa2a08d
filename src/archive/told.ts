/** What an edition printed of a fact, as its ledger has it. */
export interface ToldFact {
  readonly id: string;
  readonly statistic: string;
  readonly series: string;
  readonly unit: string;
  readonly basis: string;
  readonly value: number;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly state: string | null;
  readonly isPrinted: boolean;
}

/** An edition as its ledger tells of it. */
export interface Told {
  readonly report: string;
  readonly asOf: string;
  readonly facts: readonly ToldFact[];
  readonly paragraphs: readonly string[];
}

/** The text of a `ledger.json`; null where it is none, or one from before there were paragraphs. */
export function toldIn(text: string): Told | null {
  const ledger = asFields(parsed(text));
  const { report, asOf, facts, paragraphs } = ledger;
  if (typeof report !== "string" || typeof asOf !== "string" || !Array.isArray(facts)) return null;
  return {
    report,
    asOf,
    facts: facts.map((each) => toldFact(asFields(each))),
    paragraphs: texts(paragraphs),
  };
}

function toldFact(fields: Readonly<Record<string, unknown>>): ToldFact {
  const [from = "", to = ""] = texts(fields["window"]);
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === "string" ? value : "";
  };
  return {
    id: text("id"),
    statistic: text("statistic"),
    series: text("series"),
    unit: text("unit"),
    basis: text("basis"),
    value: Number(fields["value"]),
    day: text("day"),
    from,
    to,
    state: text("state") === "" ? null : text("state"),
    isPrinted: texts(fields["printed"]).length + texts(fields["printedDays"]).length > 0,
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function asFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
