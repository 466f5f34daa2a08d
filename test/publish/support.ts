import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Article, Decoded } from "../../src/model/index.ts";
import { day } from "../../src/model/index.ts";
import type { Artefacts } from "../../src/pages/index.ts";
import { makeArtefacts } from "../../src/pages/index.ts";
import { filesIn } from "../../src/pages/write/foreign.ts";
import type { Fresh, Renewed, Site } from "../../src/publish/index.ts";
import { freshOf, looksOf, renew } from "../../src/publish/index.ts";
import { decodeSite } from "../../src/publish/settings.ts";
import { ROOT } from "../edition/support/make.ts";
import { edition, editionOf } from "../pages/fixture.ts";

const looks = looksOf({ root: ROOT });
if (!looks.ok) throw new Error("the templates of the house are broken");
export const LOOKS = looks.value;

export const SITE = siteOf(`
title: The 4 O’Clock Letters
address: https://letters.example/notes
description: Notes from data.
footer: Since 2019.
`);

export function siteOf(yaml: string): Site {
  const decoded = decodeSite(yaml, "site.yaml");
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
  return decoded.value;
}

/** A folder for an archive and a site, gone after the test. */
export function freshRoot(): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "notewright-publish-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** The fixture's article with one paragraph and one chart: quick to make. */
const SHORT = edition.article;

/** Artefacts of the fixture's article take a while: they are made once for each wording. */
const made = new Map<string, Promise<Decoded<Artefacts>>>();

/** An edition of a day, ready to be kept; what else is other than in the fixture. */
export async function fresh(
  published: string,
  changes: Partial<Article> = {},
  more: readonly (readonly [string, string | Uint8Array])[] = [],
): Promise<Fresh> {
  const own = {
    published: day(published),
    asOf: day(published),
    related: [],
    canonical: null,
    blocks: SHORT.blocks.slice(0, 2),
    charts: SHORT.charts.slice(0, 1),
  };
  const changed = editionOf({ ...own, ...changes });
  const key = JSON.stringify(changed.article);
  const settings = { press: null, names: ["Russell 2000"], versions: {} };
  const artefacts = made.get(key) ?? makeArtefacts(changed, LOOKS.look, settings);
  made.set(key, artefacts);
  const ready = await artefacts;
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return freshOf(changed, new Map([...ready.value, ...more]), SITE);
}

export interface Place {
  readonly root: string;
  readonly archive: string;
  readonly to: string;
}

export function placeIn(root: string): Place {
  return { root, archive: path.join(root, "archive"), to: path.join(root, "site") };
}

/** Publishes into the place; what is refused fails the test. */
export function published(
  { archive, to }: Place,
  editions: readonly Fresh[],
  site: Site = SITE,
): Renewed {
  const renewed = renew({ archive, to, site, looks: LOOKS, fresh: editions });
  if (!renewed.ok) throw new Error(JSON.stringify(renewed.problems, null, 2));
  return renewed.value;
}

/** Bytes and time of change of everything in the folder. */
export function stateOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    filesIn(folder).map((each) => {
      const file = path.join(folder, each);
      return [each, `${statSync(file).mtimeMs} ${readFileSync(file).toString("base64")}`] as const;
    }),
  );
}
