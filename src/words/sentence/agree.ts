import type { Voice } from "../voice.ts";

/** Grammatical number of a subject. */
export type Count = "one" | "other";

/** Forms of the verbs that agree: as one says them of one thing. */
export type Agreeing = "is" | "was" | "has" | "has been" | "does" | "stands" | "lies";

const OTHER: Readonly<Record<Agreeing, string>> = {
  is: "are",
  was: "were",
  has: "have",
  "has been": "have been",
  does: "do",
  stands: "stand",
  lies: "lie",
};

/** "was" of one thing, "were" of several. */
export function agreeing(form: Agreeing, count: Count): string {
  return count === "one" ? form : OTHER[form];
}

/** Words after which a subject's head has passed: "plans to invest", "shares of the fund". */
const AFTER = /\s(?:to|of|in|for|at|on|by|with|from|under|over|above|below|as)\s.*$/iu;
/** End like plurals and are none. */
const SINGULAR = /(?:ss|us|is|ics|news|series)$/iu;

/**
 * Number of a subject by its head, the last word before "of", "to" and their like: "the shares" and
 * "plans to invest" are several, "short interest" and "the index" are one. A head with a capital is a
 * name, and one. The voice lists the exceptions.
 */
export function countOf(subject: string, voice: Pick<Voice, "sentences">): Count {
  const head = subject.replace(AFTER, "").trim().split(/\s+/).at(-1) ?? "";
  const { plural, singular } = voice.sentences;
  if (plural.includes(head.toLowerCase())) return "other";
  if (singular.includes(head.toLowerCase()) || SINGULAR.test(head)) return "one";
  return /^\p{Ll}[\p{L}-]*s$/u.test(head) ? "other" : "one";
}
