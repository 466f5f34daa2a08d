import type { ChartRequest } from "../model/index.ts";
import type { ChartSpec } from "./spec.ts";
import { panelsOf } from "./spec.ts";

/**
 * The chart without the data that are lacking: panels that draw them fall out, and the marks on
 * those; the panels below move up.
 */
export function withoutLacking(
  request: ChartRequest,
  spec: ChartSpec,
  has: ReadonlySet<string>,
): { readonly request: ChartRequest; readonly spec: ChartSpec } {
  const data = request.data.filter((each) => has.has(each.name));
  if (data.length === request.data.length || spec.vconcat === undefined) return { request, spec };
  const kept = panelsOf(spec).flatMap(({ layers }, at) =>
    layers.every((layer) => layer.data === null || has.has(layer.data)) ? [at] : [],
  );
  const marks = request.marks.flatMap((mark) => {
    const panel = kept.indexOf(mark.panel);
    return panel === -1 ? [] : [{ ...mark, panel }];
  });
  const vconcat = spec.vconcat.filter((_, at) => kept.includes(at));
  return { request: { ...request, data, marks }, spec: { ...spec, vconcat } };
}
