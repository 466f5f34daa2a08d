import type { Facts, Problem } from "../../model/index.ts";
import { sentencesOf } from "../sentences.ts";
import { figuresOf } from "./figures.ts";
import type { Bearer } from "./nouns.ts";
import type { Passage } from "./passages.ts";
import { objection } from "./text.ts";

const TRADED: readonly unknown[] = ["index", "fund", "stock", "future"];

/** A fund and its index are two things: never one name for both, never the level of one as the other's. */
export function instrumentProblems(
  passage: Passage,
  facts: Facts,
  bearers: readonly Bearer[],
): readonly Problem[] {
  const traded = bearers.filter(({ instrument }) => TRADED.includes(instrument));
  return [...slashes(passage, traded), ...levels(passage, facts, bearers, traded)];
}

function slashes(passage: Passage, traded: readonly Bearer[]): readonly Problem[] {
  return [...passage.text.matchAll(/([\p{L}\p{N}]+)\/([\p{L}\p{N}]+(?: \p{N}+)?)/gu)].flatMap(
    (found) => {
      const [first, second] = [found[1], found[2]].map((word = "") =>
        traded.find((each) => namesOf(each).some((name) => bare(name) === bare(word))),
      );
      if (first === undefined || second === undefined || first.noun === second.noun) return [];
      const message = "these are two things; say which of them is meant";
      return [objection("two-instruments", passage, found.index, found[0], message, "warning")];
    },
  );
}

/** "IWM closed at 2040" where 2040 is the level of the index. */
function levels(
  passage: Passage,
  facts: Facts,
  bearers: readonly Bearer[],
  traded: readonly Bearer[],
): readonly Problem[] {
  if (passage.kind === "label") return [];
  return figuresOf(passage).flatMap(({ start, inline: { said } }) => {
    const fact = facts.get(said.fact);
    if (fact?.kind !== "fact" || fact.recipe.op !== "value") return [];
    if (fact.unit !== "index" && fact.unit !== "price") return [];
    const sentence = sentencesOf(passage.text).find(
      (each) => each.start <= start && start < each.end,
    );
    const before = passage.text.slice(sentence?.start ?? 0, start);
    const led = LED.exec(before);
    if (led === null) return [];
    const own = bearers.filter((each) => family(each.id) === family(fact.series));
    const whole = passage.text.slice(sentence?.start ?? 0, sentence?.end);
    if (own.length === 0 || own.some((each) => speaks(whole, each))) return [];
    const other = traded.find((each) => ends(before.slice(0, led.index), each));
    if (other === undefined) return [];
    const message = `this is the level of ${own[0]?.noun ?? "another thing"}, not of ${other.noun}`;
    return [objection("two-instruments", passage, start, said.text, message, "warning")];
  });
}

const LED =
  / (?:closed|ended|stands|stood|trades|traded|bottomed|peaked|finished|settled)(?: the week)? (?:at|near|on) $/u;

function speaks(text: string, bearer: Bearer): boolean {
  return namesOf(bearer).some((each) => text.toLowerCase().includes(each.toLowerCase()));
}

function ends(text: string, bearer: Bearer): boolean {
  return namesOf(bearer).some((each) => text.toLowerCase().endsWith(each.toLowerCase()));
}

function namesOf({ name, noun }: Bearer): readonly string[] {
  return name === undefined ? [noun] : [name, noun];
}

function bare(name: string): string {
  return name.toLowerCase().replace(/^the /, "");
}

function family(id: string): string {
  return id.split(/[.#]/)[0] ?? id;
}
