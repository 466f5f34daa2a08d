import type { VerbForm, Voice } from "../../words/index.ts";
import { inForm } from "../../words/index.ts";

/** Words that say which way something went. */
export interface DirectionWords {
  readonly up: ReadonlySet<string>;
  readonly down: ReadonlySet<string>;
  /** Words for no direction at all, as alternatives of a pattern. */
  readonly flat: string;
  /** All of them as alternatives of a pattern, the longest first. */
  readonly pattern: string;
}

const UP =
  "rose|rise|rising|risen|gained|gain|gaining|climbed|climb|climbing|jumped|jump|jumping|added|" +
  "adding|advanced|advance|advancing|rallied|rally|rallying|surged|surge|surging|soared|soaring|" +
  "increased|increase|increasing|grew|growth|up|higher|rebounded|rebound|edged up|edged higher|" +
  "inched up|ticked up|more|rises|gains|climbs|jumps|add|adds|advances|rallies|surges|soar|soars|" +
  "increases|grow|grows|growing|rebounds";
const DOWN =
  "fell|fall|falling|fallen|lost|loss|losing|dropped|drop|dropping|declined|decline|declining|" +
  "slid|slide|sliding|sank|sinking|tumbled|tumble|tumbling|plunged|plunge|plunging|slipped|slip|" +
  "dipped|dip|retreated|retreat|shed|shedding|decreased|decrease|down|lower|edged down|" +
  "edged lower|off|trimmed|less|fewer|falls|lose|loses|drops|declines|slides|sink|sinks|tumbles|" +
  "plunges|slips|dips|retreats|sheds|decreases|gave up|give up|gives up|giving up|given up";

/** Common words of direction, and the verbs of the house. */
export function directionWords(voice: Voice | null): DirectionWords {
  const up = new Set([...UP.split("|"), ...own(voice, "up")]);
  const down = new Set([...DOWN.split("|"), ...own(voice, "down")]);
  const all = [...up, ...down];
  return { up, down, flat: alternatives([...FLAT, ...flat(voice)]), pattern: alternatives(all) };
}

const FLAT = ["flat", "unchanged", "steady", "little changed"];

function flat(voice: Voice | null): readonly string[] {
  return (voice?.verbs.flat ?? []).flatMap(formsOf);
}

function alternatives(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((each) => (each === "up" ? WITHOUT_DIRECTION + each : escaped(each)))
    .join("|");
}

function own(voice: Voice | null, side: "up" | "down"): readonly string[] {
  if (voice === null) return [];
  const { verbs } = voice;
  const kinds = Object.values(verbs.kinds).flatMap((each) => Object.values(each?.[side] ?? {}));
  return [...Object.values(verbs[side]), ...kinds]
    .flatMap((list) => list ?? [])
    .flatMap(formsOf)
    .map((each) => each.toLowerCase());
}

/** Every form in which a verb of the house is said; the present of one thing is its base with an s. */
function formsOf(form: Voice["verbs"]["flat"][number]): readonly string[] {
  return VERB_FORMS.map((each) => inForm(form, each));
}

const VERB_FORMS = [
  "past",
  "participle",
  "noun",
  "present",
  "present plural",
  "perfect",
] as const satisfies readonly VerbForm[];

/** "Give up" and "make up" go nowhere. */
const WITHOUT_DIRECTION = "(?<!(?:gives?|gave|giving|given|makes?|made|making|sums?|summed) )";

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
