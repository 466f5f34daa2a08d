import path from "node:path";
import type { Choice, Kept, Project } from "../../edition/index.ts";
import { columnsOnDisk, nothingKept, reportNames } from "../../edition/index.ts";
import type { Day, Problem } from "../../model/index.ts";
import { filesNamed, loadCatalog } from "../../sources/index.ts";
import type { Note } from "./note.ts";
import { makeNote, proofNote } from "./note.ts";

/** Which edition somebody wants to see; null: what the command line said, or the default. */
export interface Wish {
  readonly report: string;
  readonly asOf: Day | null;
  readonly published: Day | null;
}

export interface Settings {
  readonly project: Project;
  /** The report named on the command line, which may lie outside `reports/`. */
  readonly first: {
    readonly name: string;
    readonly folder: string;
    readonly subject?: string | null;
  };
  readonly choice: Choice;
}

/** The state of one edition on the desk. */
export interface View {
  readonly wish: Wish;
  /** Counts every attempt. */
  readonly revision: number;
  /** The last good note, and the attempt it came of. */
  readonly good: { readonly note: Note; readonly revision: number; readonly at: number } | null;
  /** Of the newest attempt. */
  readonly problems: readonly Problem[];
  /** Is the last good note that of the newest attempt? */
  readonly fresh: boolean;
  /** Milliseconds the newest attempt took. */
  readonly took: number;
}

interface Slot {
  view: View | null;
  stale: boolean;
}

const MOST_VIEWS = 8;
const QUIET_BEFORE_PROOF = 400;

/** Composes what is looked at, again after every change, and keeps what has not changed. */
export class Studio {
  readonly settings: Settings;
  readonly #kept: Kept = nothingKept(new Map(), columnsOnDisk());
  readonly #slots = new Map<string, Slot>();
  readonly #onView: (key: string, view: View) => void;
  #work: Promise<unknown> = Promise.resolve();
  #proof: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(settings: Settings, onView: (key: string, view: View) => void) {
    this.settings = settings;
    this.#onView = onView;
  }

  reports(): readonly string[] {
    const names = reportNames(this.settings.project);
    const { name } = this.settings.first;
    return names.includes(name) ? names : [name, ...names];
  }

  /** The edition as it stands now; composed if nobody has asked for it since the last change. */
  async view(wish: Wish): Promise<View> {
    const key = keyOf(wish);
    const slot = this.#slots.get(key) ?? { view: null, stale: true };
    this.#slots.delete(key);
    this.#slots.set(key, slot);
    for (const oldest of this.#slots.keys()) {
      if (this.#slots.size <= MOST_VIEWS) break;
      this.#slots.delete(oldest);
    }
    return this.#queued(() => this.#made(key, wish, slot));
  }

  /** Files changed: the editions looked at are composed anew, all others when asked for. */
  async refresh(watched: readonly Wish[]): Promise<void> {
    for (const slot of this.#slots.values()) slot.stale = true;
    for (const wish of watched) await this.view(wish);
  }

  /** Every file of figures that the catalogue names, and the catalogue. */
  dataFiles(): readonly string[] {
    const { project, choice } = this.settings;
    const folder = path.resolve(choice.data ?? path.join(project.root, "data"));
    const catalogue = path.resolve(choice.catalogue ?? path.join(folder, "catalog.yaml"));
    const loaded = loadCatalog(catalogue);
    const files = loaded.ok ? filesNamed(loaded.value.catalog) : [];
    return [catalogue, ...files.map((each) => path.join(folder, each))];
  }

  close(): void {
    this.#closed = true;
    if (this.#proof !== null) clearTimeout(this.#proof);
  }

  async #queued<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(work);
    this.#work = turn.catch(() => undefined);
    return turn;
  }

  async #made(key: string, wish: Wish, slot: Slot): Promise<View> {
    if (slot.view !== null && !slot.stale) return slot.view;
    slot.stale = false;
    const begun = performance.now();
    const made = await makeNote(
      this.settings.project,
      this.#folderOf(wish),
      this.#choiceOf(wish),
      this.#kept,
    );
    const revision = (slot.view?.revision ?? 0) + 1;
    const view: View = {
      wish,
      revision,
      good: made.ok ? { note: made.value, revision, at: Date.now() } : (slot.view?.good ?? null),
      problems: made.problems,
      fresh: made.ok,
      took: performance.now() - begun,
    };
    slot.view = view;
    this.#onView(key, view);
    if (made.ok) this.#proofLater(key, slot, view, made.value);
    return view;
  }

  /** The artefacts are read when nothing has been saved for a moment; what they tell comes after. */
  #proofLater(key: string, slot: Slot, view: View, note: Note): void {
    if (this.#proof !== null) clearTimeout(this.#proof);
    this.#proof = setTimeout(() => {
      void this.#queued(async () => {
        if (this.#closed || slot.view !== view) return;
        const found = await proofNote(note);
        if (found.length === 0) return;
        const revision = view.revision + 1;
        slot.view = { ...view, revision, problems: [...view.problems, ...found], fresh: false };
        this.#onView(key, slot.view);
      });
    }, QUIET_BEFORE_PROOF);
  }

  #folderOf({ report }: Wish): string {
    const { project, first } = this.settings;
    return report === first.name ? first.folder : path.join(project.root, "reports", report);
  }

  #choiceOf({ report, asOf, published }: Wish): Choice {
    const { first, choice } = this.settings;
    const about = report === first.name ? { ...choice, subject: first.subject ?? null } : choice;
    return asOf === null ? about : { ...about, asOf, published };
  }
}

export function keyOf({ report, asOf, published }: Wish): string {
  return [report, asOf ?? "", published ?? ""].join(" ");
}
