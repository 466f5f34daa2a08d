import type { Article } from "../../model/index.ts";
import type { Passage } from "./passages.ts";

/** The passages from one heading to the next; for what stands outside the running text, all of it. */
export function sectionOf(
  { blocks }: Article,
  { block }: Passage,
  passages: readonly Passage[],
): readonly Passage[] {
  const running = passages.filter((each) => each.block >= 0);
  if (block < 0) return running;
  const heads = blocks.flatMap(({ kind }, at) => (kind === "heading" ? [at] : []));
  const from = heads.findLast((at) => at <= block) ?? 0;
  const to = heads.find((at) => at > block) ?? blocks.length;
  return running.filter((each) => each.block >= from && each.block < to);
}
