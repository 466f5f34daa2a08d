import type { Citation, Point, Recipe } from "../../model/index.ts";
import { rankIn, reckon } from "../../model/index.ts";
import type { Over } from "../tools/base.ts";
import { citeFigure, figuresNamed, latestFigure, today, yearBefore } from "./figures.ts";
import type { Measured } from "./gauge.ts";
import type { Group } from "./group.ts";
import { dayAt } from "./group.ts";
import { citerOf, value } from "./rows.ts";
import type { Taker, Window } from "./window.ts";
import { enough, windowOfToday, windowOver } from "./window.ts";

/** What a member is measured by: its rows, and how the figure follows from them. */
interface Own {
  readonly taker: Taker;
  readonly cites: readonly Citation[];
  readonly recipe: (start: number) => Recipe;
}

/** Earnings of a share by its price: the price-earnings ratio turned over, so that losses rank below. */
export function earningsYield(group: Group): Measured {
  const { panel } = group;
  const earnings = figuresNamed(group, "earnings");
  return gathered(windowOfToday(group), (taker) => {
    const told = latestFigure(earnings, taker.at, today(group));
    if (told === null) return null;
    return {
      cites: [citeFigure(panel, taker.at, "earnings", told), closeOf(group, taker, taker.to)],
      recipe: (start) => ({ op: "quotient", of: value(start), by: value(start + 1) }),
    };
  });
}

const YEAR: Over = { kind: "span", span: { count: 1, unit: "year" } };

/** How the price-earnings ratio changed in a year, each by the earnings known on its own day. */
export function multipleGrowth(group: Group): Measured {
  const { panel } = group;
  const earnings = figuresNamed(group, "earnings");
  const window = windowOver(group, YEAR);
  return gathered(window, (taker) => {
    const before = latestFigure(earnings, taker.at, dayAt(panel, window.from));
    const now = latestFigure(earnings, taker.at, today(group));
    if (before === null || now === null || before.value <= 0 || now.value <= 0) return null;
    return {
      cites: [
        closeOf(group, taker, taker.from),
        citeFigure(panel, taker.at, "earnings", before),
        closeOf(group, taker, taker.to),
        citeFigure(panel, taker.at, "earnings", now),
      ],
      recipe: (start) => ({
        op: "change",
        from: { op: "quotient", of: value(start), by: value(start + 1) },
        to: { op: "quotient", of: value(start + 2), by: value(start + 3) },
      }),
    };
  });
}

/** The mean of a member's standings by growth of sales, by margin and by return on equity. */
export function salesMarginReturn(group: Group): Measured {
  const { panel } = group;
  const [sales, margin, equity] = [
    figuresNamed(group, "sales"),
    figuresNamed(group, "margin"),
    figuresNamed(group, "equity-return"),
  ];
  const gathering = gathered(windowOfToday(group), ({ at }) => {
    const day = today(group);
    const now = latestFigure(sales, at, day);
    const before = now === null ? null : yearBefore(sales, at, now);
    const points = [before, now, latestFigure(margin, at, day), latestFigure(equity, at, day)];
    const told = points.flatMap((each) => each ?? []);
    if (told.length < points.length || (before?.value ?? 0) <= 0) return null;
    const names = ["sales", "sales", "margin", "equity-return"];
    return {
      cites: told.map((point: Point, place) => citeFigure(panel, at, names[place] ?? "", point)),
      recipe: (start) => value(start),
    };
  });
  const starts = gathering.window.takers.map((_, place) => 4 * place);
  const measures: readonly (readonly Recipe[])[] = [
    starts.map((start) => ({ op: "change", from: value(start), to: value(start + 1) })),
    starts.map((start) => value(start + 2)),
    starts.map((start) => value(start + 3)),
  ];
  const numbers = measures.map((all) => all.map((each) => reckon(each, gathering.cites)));
  const each = starts.map((_, place): Recipe => ({
    op: "of all",
    take: "mean",
    each: measures.map((all) => ({ op: "rank", of: all[place] ?? value(0), each: all })),
  }));
  const values = starts.map(
    (_, place) => numbers.reduce((sum, all) => sum + rankIn(all[place] ?? 0, all), 0) / 3,
  );
  return { ...gathering, each, values };
}

function closeOf(group: Group, taker: Taker, row: number): Citation {
  return citerOf(group.panel, taker.at, "close")(row);
}

/** The members of which all is known, with what they are measured by. Withheld where they are few. */
function gathered(window: Window, find: (taker: Taker) => Omit<Own, "taker"> | null): Measured {
  const found = window.takers.flatMap((taker): readonly Own[] => {
    const own = find(taker);
    return own === null ? [] : [{ taker, ...own }];
  });
  const cites: Citation[] = [];
  const each = found.map((own) => {
    const recipe = own.recipe(cites.length);
    cites.push(...own.cites);
    return recipe;
  });
  return {
    window: enough({ ...window, takers: found.map((own) => own.taker) }),
    cites,
    each,
    values: each.map((recipe) => reckon(recipe, cites)),
  };
}
