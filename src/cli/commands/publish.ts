import path from "node:path";
import type { Command } from "commander";
import type { Opened } from "../../edition/index.ts";
import { writableRoot } from "../../edition/project.ts";
import type { Decoded, Problem } from "../../model/index.ts";
import type { Press } from "../../pages/index.ts";
import type { Fresh, Looks, Renewed, Site } from "../../publish/index.ts";
import { ledgersKept, showDisagreements } from "../company.ts";
import { EXIT } from "../ending.ts";
import type { DataFlags } from "../options.ts";
import { dataOptions, withDataOptions, withSubject } from "../options.ts";
import type { PressDoor } from "../press.ts";
import { breath, pressDoor } from "../press.ts";
import type { Chosen } from "../reports.ts";
import { aboutSubjects, chosenReports, project, reportOpener } from "../reports.ts";
import { result, say, showProblems } from "../show.ts";
import { untilSignal } from "../signals.ts";

interface Flags extends DataFlags {
  readonly to?: string;
  readonly archive?: string;
  readonly allowNoSandbox?: boolean;
}

/** What became of one report. */
interface Outcome {
  readonly report: string;
  readonly ok: boolean;
  /** Published before, with the same words. */
  readonly unchanged: boolean;
  readonly published: string | null;
  readonly problems: readonly Problem[];
}

/** What became of the site; null: it was left as it was. */
interface Account {
  readonly editions: readonly Outcome[];
  readonly site: (Renewed & { readonly folder: string }) | null;
  readonly problems: readonly Problem[];
}

export function publishCommand(program: Command): void {
  withSubject(withDataOptions(program.command("publish")), true)
    .description("keep editions for good, and make the blog of all that are kept")
    .argument("[reports...]", "folders, or names under reports/; none: the blog alone is renewed")
    .option("--to <dir>", "folder of the blog (default: site)")
    .option("--archive <dir>", "folder of the editions kept (default: archive)")
    .option("--allow-no-sandbox", "let the browser run without its sandbox")
    .action(async (names: readonly string[], flags: Flags) => {
      const none = names.length === 0 && flags.all !== true;
      const reports = none ? [] : chosenReports(names, flags.all ?? false);
      const about = await aboutSubjects(reports, flags.subject, dataOptions(flags));
      const account = await untilSignal((press) => publishAll(about, flags, press));
      if (flags.json === true) result(JSON.stringify(account, null, 2));
      const good = account.site !== null && account.editions.every((each) => each.ok);
      process.exitCode = good ? EXIT.done : EXIT.problems;
    });
}

async function publishAll(
  reports: readonly Chosen[],
  flags: Flags,
  keep: (press: Press) => void,
): Promise<Account> {
  const tell = flags.json === true ? () => {} : showProblems;
  const options = dataOptions(flags);
  const root = writableRoot(process.cwd());
  const to = path.resolve(flags.to ?? path.join(root, "site"));
  const archive = path.resolve(flags.archive ?? path.join(root, "archive"));
  const { looksOf, readSite, renew } = await import("../../publish/index.ts");
  const site = readSite(project());
  const looks = looksOf(project());
  if (!site.ok || !looks.ok) {
    const problems = [...site.problems, ...looks.problems];
    tell(problems);
    return { editions: [], site: null, problems };
  }
  const open = await reportOpener({ ...options, archive });
  const door = pressDoor(options.browser, flags.allowNoSandbox ?? false, keep);
  const house = { open, door, archive, site: site.value, looks: looks.value };
  const fresh: Fresh[] = [];
  const editions: Outcome[] = [];
  for (const chosen of reports) {
    const made = await publishOne(chosen, house);
    if (made.fresh !== null) fresh.push(made.fresh);
    editions.push(made.outcome);
    tell(made.outcome.problems);
    if (flags.json !== true) say(words(made.outcome));
  }
  if (editions.length > 0 && editions.every((each) => !each.ok)) {
    if (flags.json !== true) say("nothing was published; archive and site are as they were");
    return { editions, site: null, problems: [] };
  }
  const days = fresh.map(({ edition }) => edition.asOf);
  const ledgers = fresh.map(({ content }) => String(content.get("ledger.json")));
  showDisagreements(ledgers, ledgersKept(archive, days));
  const renewed = renew({ archive, to, site: site.value, looks: looks.value, fresh });
  tell(renewed.problems);
  if (!renewed.ok) {
    if (flags.json !== true) say("nothing was published; archive and site are as they were");
    return { editions, site: null, problems: renewed.problems };
  }
  if (flags.json !== true) tellSite(to, renewed.value);
  return { editions, site: { ...renewed.value, folder: to }, problems: renewed.problems };
}

/** What the editions of several reports have in common. */
interface House {
  readonly open: (chosen: Chosen) => Decoded<Opened>;
  readonly door: PressDoor;
  readonly archive: string;
  readonly site: Site;
  readonly looks: Looks;
}

interface Made {
  readonly fresh: Fresh | null;
  readonly outcome: Outcome;
}

async function publishOne({ name: report, ...chosen }: Chosen, house: House): Promise<Made> {
  const { artefactsOf, compose, undecided } = await import("../../edition/index.ts");
  const { freshOf, PICTURE, standing } = await import("../../publish/index.ts");
  const { sharePicture } = await import("../../pages/index.ts");
  const refused = (problems: readonly Problem[]): Made => {
    return {
      fresh: null,
      outcome: { report, ok: false, unchanged: false, published: null, problems },
    };
  };
  const opened = house.open({ name: report, ...chosen });
  if (!opened.ok) return refused(opened.problems);
  const { materials, occasion } = opened.value;
  await breath();
  const composed = await compose(materials, occasion);
  if (!composed.ok) return refused(composed.problems);
  const { value: edition, problems } = composed;
  const open = undecided(problems);
  if (open.length > 0) return refused([...problems, ...open]);
  const { published } = edition.article;
  const before = standing(house.archive, edition);
  if (!before.ok) return refused([...problems, ...before.problems]);
  const ok = (unchanged: boolean): Outcome => ({
    report,
    ok: true,
    unchanged,
    published,
    problems,
  });
  if (before.value) return { fresh: null, outcome: ok(true) };
  await breath();
  const { outputs } = materials.decoded;
  const press = await house.door();
  const paper = outputs.includes("pdf") ? press : null;
  const { look, layouts } = house.looks;
  const made = await artefactsOf(materials, edition, look, paper, outputs.includes("feed"));
  if (!made.ok) return refused([...problems, ...made.problems]);
  const artefacts = new Map(made.value);
  if (press !== null) {
    artefacts.set(PICTURE, await sharePicture(edition.article, look, layouts, press));
  }
  return { fresh: freshOf(edition, artefacts, house.site), outcome: ok(false) };
}

function words({ report, ok, unchanged, published }: Outcome): string {
  if (!ok) return `${report}: not published; what was published before is as it was`;
  return `${report}: ${unchanged ? "published before, unchanged" : "published"}, ${published ?? ""}`;
}

function tellSite(to: string, { editions, changed, removed }: Renewed): void {
  const same = changed.length === 0 && removed.length === 0;
  const count = `${editions} ${editions === 1 ? "edition" : "editions"}`;
  say(
    same
      ? `site: unchanged, ${count}`
      : `site: ${count}; ${changed.length} files written, ${removed.length} removed`,
  );
  result(path.join(to, "index.html"));
}
