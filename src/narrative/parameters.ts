import { meant } from "../decode/index.ts";
import type { Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import type { Argument } from "./template.ts";

/** A path as it was written, and what it comes to. */
export interface Meant {
  readonly path: string;
  /** Is all of it a name that the partial was given? */
  readonly whole: boolean;
}

/** The names a partial was given: what a path begins with inside it, and what that stands for. */
export class Names {
  readonly #given: ReadonlyMap<string, string>;
  readonly #used = new Set<string>();
  /** First words of the paths inside, for whoever gave a name that none of them begins with. */
  readonly #met = new Set<string>();

  constructor(given: Iterable<readonly [string, string]>) {
    this.#given = new Map(given);
  }

  /** What the path comes to; noted, so that a name of no use can be told. */
  meant(path: string): Meant {
    const [first = "", ...rest] = path.split(".");
    const name = this.#given.get(first);
    this.#met.add(first);
    if (name === undefined) return { path, whole: false };
    this.#used.add(first);
    return { path: [name, ...rest].join("."), whole: rest.length === 0 };
  }

  /** Names that nothing inside the partial begins with. */
  unused(partial: string, at: Place): readonly Problem[] {
    return [...this.#given.keys()]
      .filter((each) => !this.#used.has(each))
      .map((each) => {
        const message = `the partial "${partial}" has no use for ${each}=`;
        const others = [...this.#met].filter((other) => !this.#given.has(other));
        return problem("partial-name", at, message, meant(each, others));
      });
  }
}

const NAME = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const WORD = /^[a-z]+$/;

/** Names handed to a partial: texts, or names that the partial around it was given. */
export function given(
  pairs: readonly (readonly [string, Argument])[],
  partial: string,
  at: Place,
): { readonly names: Names; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (message: string, hint: string): void => {
    problems.push(problem("partial-name", at, message, hint));
  };
  const names = pairs.flatMap(([word, argument]): readonly (readonly [string, string])[] => {
    const name = argument.kind === "text" ? argument.text : null;
    if (!WORD.test(word)) wrong(`"${word}" is no name for a partial`, "use small letters alone");
    else if (name === null || !NAME.test(name)) {
      wrong(
        `${word}= of the partial "${partial}" takes the beginning of facts' names`,
        `write it in quotes: ${word}="gold"`,
      );
    } else return [[word, name]];
    return [];
  });
  const twice = names.filter(([word], place) => names.findIndex(([each]) => each === word) < place);
  for (const [word] of twice) wrong(`${word}= is given twice`, "give it once");
  return { names: new Names(names), problems };
}
