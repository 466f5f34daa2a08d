import { z } from "zod";
import { decodeYaml, meant } from "../decode/index.ts";
import type { ChartData, Decoded, Place, Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { forbidden } from "./forbidden.ts";
import type { ChartSpec, Layer } from "./spec.ts";
import { panelsOf, specSchema } from "./spec.ts";

type Path = readonly (string | number)[];
type PlaceOf = (path: Path) => Place;

/** Fields of the rows a data set of the shape brings. */
export const FIELDS: Readonly<Record<ChartData["shape"], readonly string[]>> = {
  line: ["day", "value"],
  bars: ["day", "value"],
  average: ["day", "value"],
  candles: ["day", "open", "high", "low", "close", "direction"],
};

/** The specification a file holds, or all that is wrong with it. `data` is what the report gives it. */
export function decodeSpec(
  text: string,
  file: string,
  data: readonly Pick<ChartData, "name" | "shape">[],
): Decoded<ChartSpec> {
  const raw = decodeYaml(text, file, z.unknown());
  if (!raw.ok) return raw;
  const refused = forbidden(raw.value.value, raw.value.place);
  const taken = new Set(refused.map((each) => `${each.line}:${each.column}`));
  const fitting = decodeYaml(text, file, specSchema);
  if (!fitting.ok) {
    const others = fitting.problems.filter((each) => !near(each, refused, taken));
    return { ok: false, problems: [...refused, ...others].toSorted(byPlace) };
  }
  const spec = fitting.value.value;
  const problems = [...raw.problems, ...refused, ...lint(spec, fitting.value.place, data)];
  const bad = problems.some((each) => each.severity === "error");
  return bad
    ? { ok: false, problems: problems.toSorted(byPlace) }
    : { ok: true, value: spec, problems };
}

/** The schema's complaint about a thing that was already refused with its reason. */
function near(each: Problem, refused: readonly Problem[], taken: ReadonlySet<string>): boolean {
  return (
    taken.has(`${each.line}:${each.column}`) ||
    (each.line !== null && refused.some((other) => other.line === each.line))
  );
}

function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** What fits the vocabulary and yet would mislead, or has nothing to draw. */
function lint(
  spec: ChartSpec,
  place: PlaceOf,
  data: readonly Pick<ChartData, "name" | "shape">[],
): readonly Problem[] {
  const layers = panelsOf(spec).flatMap((panel) => panel.layers);
  const found = [...composition(spec, place)];
  for (const layer of layers) {
    found.push(...axes(layer, place), ...scales(layer, place), ...fields(layer, place, data));
  }
  return found;
}

function composition(spec: ChartSpec, place: PlaceOf): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (ways: readonly unknown[], path: Path): void => {
    if (ways.filter((each) => each !== undefined).length === 1) return;
    const message = `${path.length === 0 ? "the file" : path.join(".")} must have one of: mark, layer${path.length === 0 ? ", vconcat" : ""}`;
    problems.push(problem("chart-shape", place(path), message, "keep one of them"));
  };
  check([spec.mark, spec.layer, spec.vconcat], []);
  spec.vconcat?.forEach((each, index) => check([each.mark, each.layer], ["vconcat", index]));
  return problems;
}

function axes(layer: Layer, place: PlaceOf): readonly Problem[] {
  const { x, y } = layer.encoding;
  const problems: Problem[] = [];
  if (x?.type !== "temporal") {
    const path = [...layer.path, "encoding", "x"];
    const message = "x must be a day: { field: day, type: temporal }";
    problems.push(problem("chart-axis", place(path), message, "charts of the house run over time"));
  }
  if (layer.mark.type === "rule" && layer.encoding.y2 === undefined) {
    const path = [...layer.path, "mark"];
    const hint = "give it y2: { field: high }";
    problems.push(problem("chart-axis", place(path), "a rule runs from y to y2", hint));
  }
  if (y?.type !== "quantitative") {
    const path = [...layer.path, "encoding", "y"];
    const message = "y must be a number: { field: value, type: quantitative }";
    problems.push(problem("chart-axis", place(path), message, "write the type beside the field"));
  }
  return problems;
}

function scales(layer: Layer, place: PlaceOf): readonly Problem[] {
  const { mark, encoding } = layer;
  const scale = encoding.y?.scale;
  const path = [...layer.path, "encoding", "y", "scale"];
  const solid = (mark.type === "bar" || mark.type === "area") && encoding.y2 === undefined;
  if (!solid || scale === undefined) return [];
  if (scale.type === "log") {
    const message = `a ${mark.type} on a logarithmic scale has no foot: the logarithm of zero does not exist`;
    return [problem("chart-log-zero", place([...path, "type"]), message, "draw a line instead")];
  }
  const low = scale.domainMin ?? scale.domain?.[0];
  const cut = scale.zero === false || (typeof low === "number" && low > 0);
  if (!cut) return [];
  const message = `a ${mark.type} that does not start at zero misleads: its length is its meaning`;
  return [problem("chart-bar-zero", place(path), message, "start at zero, or draw a line")];
}

function fields(
  layer: Layer,
  place: PlaceOf,
  data: readonly Pick<ChartData, "name" | "shape">[],
): readonly Problem[] {
  const names = data.map((each) => each.name);
  const set = data.find((each) => each.name === layer.data);
  if (set === undefined) {
    const path = [...layer.path, "data", "name"];
    const message =
      layer.data === null
        ? "the layer names no data set"
        : `the report gives this chart no data set "${layer.data}"`;
    return [problem("chart-no-data", place(path), message, meant(layer.data ?? "", names))];
  }
  const known = FIELDS[set.shape];
  return Object.entries(layer.encoding).flatMap(([channel, each]) => {
    if (each === undefined || known.includes(each.field)) return [];
    const path = [...layer.path, "encoding", channel, "field"];
    const message = `the data set "${set.name}" has no field "${each.field}"; it has ${known.join(", ")}`;
    return [problem("chart-unknown-field", place(path), message, meant(each.field, known))];
  });
}
