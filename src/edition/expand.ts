import type { Located } from "../decode/index.ts";
import { meant } from "../decode/index.ts";
import type { Decoded, Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Names } from "./fill.ts";
import { filled, filledText, strangers, textsIn, writtenAt } from "./fill.ts";
import type { ReportYaml } from "./schema.ts";
import { isName } from "./schema.ts";

type Path = readonly (string | number)[];

/** report.yaml with every `$word` replaced and every repeat written out. */
export interface Expanded {
  readonly value: Omit<ReportYaml, "repeat">;
  /** The name that $subject stands for; null: the report has none. */
  readonly subject: string | null;
  /** The subject, where it is another than the report's own. */
  readonly other: string | null;
  /** Places in the file as it is written, for paths into what has become of it. */
  readonly place: Located<ReportYaml>["place"];
  readonly within: Located<ReportYaml>["within"];
}

/** The parts of the report in which $subject may stand. */
const TOLD = [
  "title",
  "canonical",
  "keywords",
  "required",
  "facts",
  "key-figures",
  "charts",
] as const;

/** What a repeat makes. */
const MADE = ["facts", "charts"] as const;

/** Fills in the subject and the names of the repeats. Nothing but names is ever put in. */
export function expand(located: Located<ReportYaml>, chosen: string | null): Decoded<Expanded> {
  const { repeat: _, ...yaml } = located.value;
  const subject = chosen ?? yaml.subject ?? null;
  const other = subject === (yaml.subject ?? null) ? null : subject;
  const names: Names = new Map(subject === null ? [] : [["subject", subject]]);
  const made = writtenOut(located, names);
  const problems = [
    ...subjectProblems(located, chosen),
    ...TOLD.flatMap((key) => strange(located, [key], yaml[key], names)),
    ...repeatProblems(located, names),
    ...made.problems,
  ];
  if (problems.length > 0) return { ok: false, problems };

  const written = (path: Path): { readonly path: Path; readonly names: Names } => {
    const [section, id, ...rest] = path;
    const found = made.origins.get(`${section} ${id}`);
    return found === undefined ? { path, names } : { ...found, path: [...found.path, ...rest] };
  };
  const within = (path: Path, at: number): Place => {
    const from = written(path);
    const text = textsIn(located.value, []).find((each) => same(each.path, from.path))?.text;
    return text === undefined
      ? located.place(from.path)
      : located.within(from.path, writtenAt(text, at, from.names));
  };
  const value = {
    ...filled(yaml, names),
    ...addressOf(yaml.canonical, names, other),
    facts: made.facts,
    charts: made.charts,
  };
  const place = (path: Path): Place => located.place(written(path).path);
  return { ok: true, value: { value, subject, other, place, within }, problems: [] };
}

/** Another subject's editions have an address of their own, made as the name of their folder is. */
function addressOf(
  canonical: string | undefined,
  names: Names,
  other: string | null,
): { readonly canonical?: string } {
  if (canonical === undefined) return {};
  const address = filledText(canonical, names);
  if (other === null || address !== canonical) return { canonical: address };
  return { canonical: address.replace(/\/?$/, `-${other}/`) };
}

type Repeat = ReportYaml["repeat"][number];

function wordsOf(repeat: Repeat): readonly string[] {
  return typeof repeat.for === "string" ? [repeat.for] : repeat.for;
}

/** What the words stand for, turn by turn. */
function turnsOf(repeat: Repeat): readonly Names[] {
  const words = wordsOf(repeat);
  return repeat.in.map((each) => {
    const names = typeof each === "string" ? [each] : each;
    return new Map(words.map((word, at) => [word, names[at] ?? ""]));
  });
}

interface WrittenOut extends Pick<ReportYaml, "facts" | "charts"> {
  /** What each fact and chart of a repeat was made from, by section and name. */
  readonly origins: ReadonlyMap<string, { readonly path: Path; readonly names: Names }>;
  readonly problems: readonly Problem[];
}

function writtenOut({ value: yaml, place }: Located<ReportYaml>, names: Names): WrittenOut {
  const facts = new Map(Object.entries(filled(yaml.facts, names)));
  const charts = new Map(Object.entries(filled(yaml.charts, names)));
  const origins = new Map<string, { readonly path: Path; readonly names: Names }>();
  const problems: Problem[] = [];
  const enter = <T>(section: "facts" | "charts", into: Map<string, T>): void => {
    for (const [index, repeat] of yaml.repeat.entries()) {
      for (const turn of turnsOf(repeat)) {
        const inside: Names = new Map([...names, ...turn]);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the section's own entries
        for (const [key, each] of Object.entries(repeat[section]) as [string, T][]) {
          const id = filledText(key, inside);
          const path = ["repeat", index, section, key];
          problems.push(...nameProblems(section, id, into.has(id), place(path)));
          into.set(id, filled(each, inside));
          origins.set(`${section} ${id}`, { path, names: inside });
        }
      }
    }
  };
  enter("facts", facts);
  enter("charts", charts);
  return {
    facts: Object.fromEntries(facts),
    charts: Object.fromEntries(charts),
    origins,
    problems,
  };
}

function nameProblems(
  section: "facts" | "charts",
  id: string,
  taken: boolean,
  place: Place,
): readonly Problem[] {
  const what = section === "facts" ? "fact" : "chart";
  if (taken) {
    const message = `there are two ${section} of the name "${id}"`;
    const hint = "rename one of the two; names that a repeat makes count like all others";
    return [problem("name-twice", place, message, hint)];
  }
  if (isName(id)) return [];
  const message = `the ${what} would be called "${id}", which is no name`;
  const hint = "names are up to 60 small letters, digits, dots and hyphens";
  return [problem("wrong-key", place, message, hint)];
}

function subjectProblems(
  { value: yaml, place }: Located<ReportYaml>,
  chosen: string | null,
): readonly Problem[] {
  if (yaml.subject === undefined) {
    if (chosen === null) return [];
    const message = `the report has no subject, so it cannot be about "${chosen}"`;
    return [problem("no-subject", place([]), message, "add subject: with the name it has now")];
  }
  if (yaml.required.some((each) => each.includes("$subject"))) return [];
  const message = "nothing under required tells what a subject must have";
  const hint = "name the series it cannot do without: required: [$subject.close]";
  return [problem("no-subject", place(["subject"]), message, hint)];
}

/** A repeat makes a name of its own for each of its names, and its words are known. */
function repeatProblems(located: Located<ReportYaml>, names: Names): readonly Problem[] {
  return located.value.repeat.flatMap((repeat, index) => {
    const words = wordsOf(repeat);
    const own: Names = new Map(words.map((word) => [word, ""]));
    const inside: Names = new Map([...names, ...own]);
    const uneven = repeat.in.flatMap((each, turn) => {
      const count = typeof each === "string" ? 1 : each.length;
      if (count === words.length) return [];
      const message = `${count} ${count === 1 ? "name stands" : "names stand"} here for ${words.length === 1 ? "one word" : `${words.length} words`}`;
      const hint = `give a name for each of: ${words.join(", ")}`;
      return [problem("repeat-names", located.place(["repeat", index, "in", turn]), message, hint)];
    });
    const found = MADE.flatMap((section) => {
      const path = ["repeat", index, section];
      const keys = Object.keys(repeat[section]);
      const wordless = keys.filter((key) => filledText(key, own) === key);
      return [
        ...keys.flatMap((key) => strange(located, [...path, key], key, own)),
        ...wordless.map((key) => {
          const message = `"${key}" would be made ${repeat.in.length} times with one name`;
          const hint = `put the word into it: ${key}.$${words[0] ?? ""}`;
          return problem("name-twice", located.place([...path, key]), message, hint);
        }),
        ...strange(located, path, repeat[section], inside),
      ];
    });
    return [...uneven, ...found];
  });
}

/** Words behind a dollar sign that stand for nothing. */
function strange(
  located: Located<ReportYaml>,
  path: Path,
  value: unknown,
  names: Names,
): readonly Problem[] {
  return textsIn(value, path).flatMap((each) =>
    strangers(each.text, names).map(({ word, at }) => {
      const choices = [...names.keys()].map((name) => `$${name}`);
      const hint =
        choices.length === 0
          ? "declare subject: or a repeat, or write the name itself"
          : meant(`$${word}`, choices);
      const message = `"$${word}" stands for nothing here`;
      return problem("unknown-word", located.within(each.path, at), message, hint);
    }),
  );
}

function same(one: Path, two: Path): boolean {
  return one.length === two.length && one.every((step, at) => step === two[at]);
}
