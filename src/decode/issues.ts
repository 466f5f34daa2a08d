import { isScalar } from "yaml";
import type { z } from "zod";
import type { Problem } from "../model/index.ts";
import { problem } from "../model/index.ts";
import { child, keysAt } from "./keys.ts";
import { meant } from "./nearest.ts";
import type { Path, Text } from "./place.ts";
import { find, placeOf, placeOfKey } from "./place.ts";

type Issue = z.core.$ZodIssue;

/** A schema's complaints in plain words, each at its place in the file. */
export function explain(
  issues: readonly Issue[],
  text: Text,
  schema: z.ZodType,
  data: unknown,
): readonly Problem[] {
  return issues
    .flatMap((issue) => one(issue, [], { text, schema, data }))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

interface Setting {
  readonly text: Text;
  readonly schema: z.ZodType;
  readonly data: unknown;
}

function one(issue: Issue, before: Path, setting: Setting): readonly Problem[] {
  const path = [
    ...before,
    ...issue.path.map((each) => (typeof each === "symbol" ? String(each) : each)),
  ];
  const { text } = setting;
  const name = nameOf(path);
  const tell = (rule: string, message: string, hint: string): readonly Problem[] => [
    problem(rule, placeOf(text, path), message, hint),
  ];
  if (issue.code === "unrecognized_keys") return unknownKeys(issue.keys, path, setting);
  if (issue.code === "invalid_union") return union(issue, path, setting);
  if (issue.code === "invalid_key") {
    const why = own(issue.issues[0]?.message) ?? "it is not a name that can stand here";
    const place = placeOfKey(text, path);
    return [
      problem(
        "wrong-key",
        place,
        `"${String(path.at(-1))}" cannot be a name here: ${why}`,
        `rename it: ${why}`,
      ),
    ];
  }
  const found = valueAt(setting.data, path);
  if (found === undefined && issue.code !== "custom") {
    const last = String(path.at(-1) ?? "");
    return tell(
      "missing-key",
      `${nameOf(path.slice(0, -1))} lacks "${last}"`,
      `add "${last}: …" (${expectation(issue)})`,
    );
  }
  const shown = show(setting, path);
  if (issue.code === "invalid_type" && issue.expected === "string" && isPlain(setting, path)) {
    const source = sourceAt(setting, path) ?? "";
    return tell(
      "yaml-quote",
      `${name} is ${source}, which YAML reads as ${kindOf(found)}, but a text is wanted`,
      `write "${source}" in quotes`,
    );
  }
  if (issue.code === "invalid_value" && issue.values.length > 0) {
    const choices = issue.values.map(String);
    const message = `${name} is ${shown}, but must be one of: ${choices.join(", ")}`;
    return tell("wrong-value", message, meant(typeof found === "string" ? found : "", choices));
  }
  if (issue.code === "custom") {
    const hint: unknown = child(issue.params, "hint");
    return tell(
      "wrong-value",
      `${name}: ${issue.message}`,
      typeof hint === "string" ? hint : "change the value",
    );
  }
  const rule = issue.code === "invalid_type" ? "wrong-type" : "wrong-value";
  const wanted = own(issue.message) ?? expectation(issue);
  return tell(rule, `${name} is ${shown}, but must be ${wanted}`, `write ${wanted}`);
}

function unknownKeys(keys: readonly string[], path: Path, setting: Setting): readonly Problem[] {
  const choices = keysAt(setting.schema, path, setting.data);
  return keys.map((key) => {
    const message = `unknown key "${key}" in ${nameOf(path)}`;
    return problem(
      "unknown-key",
      placeOfKey(setting.text, [...path, key]),
      message,
      meant(key, choices),
    );
  });
}

/** Of several shapes the one that was probably meant: the right kind of value, the fewest faults. */
function union(
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  setting: Setting,
): readonly Problem[] {
  const shown = show(setting, path);
  const options: unknown = child(issue, "options");
  if (Array.isArray(options) && issue.errors.length === 0) {
    const choices = options.map(String);
    const place = placeOf(setting.text, path);
    const found = valueAt(setting.data, path);
    if (found === undefined) {
      const last = String(path.at(-1) ?? "");
      return [
        problem(
          "missing-key",
          place,
          `${nameOf(path.slice(0, -1))} lacks "${last}"`,
          `add "${last}:" with one of: ${choices.join(", ")}`,
        ),
      ];
    }
    const message = `${nameOf(path)} is ${shown}, but must be one of: ${choices.join(", ")}`;
    return [
      problem(
        "wrong-value",
        place,
        message,
        meant(typeof found === "string" ? found : "", choices),
      ),
    ];
  }
  const value = valueAt(setting.data, path);
  const fitting = issue.errors.filter((branch) => !branch.some((each) => misfit(each, value)));
  const best = fitting.toSorted((a, b) => a.length - b.length)[0];
  if (best !== undefined) return best.flatMap((each) => one(each, path, setting));
  const wanted = [
    ...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectation))),
  ].join(" or ");
  const rule = value === undefined ? "missing-key" : "wrong-type";
  const message = `${nameOf(path)} is ${shown}, but must be ${wanted}`;
  return [problem(rule, placeOf(setting.text, path), message, `write ${wanted}`)];
}

/** Is the value of another kind altogether than this alternative wants? */
function misfit(issue: Issue, value: unknown): boolean {
  if (issue.path.length > 0) return false;
  return (
    issue.code === "invalid_type" || (issue.code === "invalid_value" && typeof value === "object")
  );
}

/** A message the schema's author wrote, as against one of the library's own. */
function own(message: string | undefined): string | null {
  return message === undefined || /^(Invalid|Too |Unrecognized|Required)/.test(message)
    ? null
    : message;
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return KINDS[issue.expected] ?? issue.expected;
    case "invalid_value":
      return `one of: ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${measure(issue.origin)}`;
    case "too_big":
      return `${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${measure(issue.origin)}`;
    case "not_multiple_of":
      return `a multiple of ${issue.divisor}`;
    case "invalid_format":
      return issue.pattern === undefined
        ? `a ${issue.format}`
        : `a text of the form ${issue.pattern}`;
    case "invalid_union":
    case "unrecognized_keys":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return own(issue.message) ?? "another value";
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a mapping (key: value)",
  record: "a mapping (name: value)",
  array: "a list (- entry)",
  tuple: "a list (- entry)",
  null: "empty",
};

function measure(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " entries" : "";
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "string") return "a text";
  if (typeof value === "boolean") return value ? "true" : "false";
  return typeof value === "number" ? `the number ${value}` : "something else";
}

function show(setting: Setting, path: Path): string {
  const value = valueAt(setting.data, path);
  if (typeof value === "string") return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  if (value === null) return "empty";
  return typeof value === "object" ? kindOf(value) : (sourceAt(setting, path) ?? kindOf(value));
}

function sourceAt({ text }: Setting, path: Path): string | null {
  const { value, whole } = find(text, path);
  return whole && isScalar(value) ? (value.source ?? null) : null;
}

/** A bare word or number whose text is not empty: one that quotes would turn into a text. */
function isPlain({ text }: Setting, path: Path): boolean {
  const { value } = find(text, path);
  return isScalar(value) && value.type === "PLAIN" && (value.source ?? "") !== "";
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => child(value, step), data);
}

function nameOf(path: Path): string {
  return path.length === 0 ? "the file" : path.join(".");
}
