import { evaluate } from "./evaluate.ts";
import type { Staged } from "./compose.ts";
import { readMarkdown } from "./markdown.ts";
import type { Spoken } from "./scene.ts";
import type { Entry, Stage } from "./stage.ts";
import { newStage } from "./stage.ts";

/** The sentences in the place of their tag: a list, or one paragraph. */
export function highlightDrafts(
  { count, form }: Extract<Entry, { kind: "highlights" }>,
  stage: Stage,
): readonly Staged[] {
  const { scene, dropped, problems } = stage;
  let own: Stage = { ...newStage(scene), used: stage.used, dropped, problems };
  const sentences = (scene.highlights ?? []).slice(0, count).map((each) => {
    own = { ...own, scene: sceneFor(each, stage) };
    return evaluate(each.template.nodes, own).trim();
  });
  const said = sentences.filter((each) => each !== "");
  const text = form === "list" ? said.map((each) => `- ${each}`).join("\n") : said.join(" ");
  return readMarkdown(text, false).map((draft) => ({ draft, stage: own }));
}

function sceneFor({ facts, series, turn }: Spoken, { scene }: Stage): Stage["scene"] {
  return { ...scene, facts, series, ordinal: scene.ordinal + turn };
}
