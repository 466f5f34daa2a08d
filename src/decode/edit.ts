import { isMap, isScalar, parseDocument } from "yaml";

/**
 * The YAML text with other values at some keys of its outermost mapping; everything else, remarks
 * included, stays letter for letter. A key that is not there is passed over.
 */
export function withValues(text: string, values: Readonly<Record<string, string>>): string {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return text;
  const ranges = contents.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : "";
    const wanted = Object.hasOwn(values, name) ? values[name] : undefined;
    const [from, to] = (isScalar(value) ? value.range : null) ?? [];
    return wanted === undefined || from === undefined || to === undefined
      ? []
      : [{ from, to, wanted }];
  });
  return ranges
    .toSorted((a, b) => b.from - a.from)
    .reduce((left, { from, to, wanted }) => {
      // A folded text takes the end of its last line along.
      const end = left.slice(from, to).endsWith("\n") ? "\n" : "";
      return left.slice(0, from) + JSON.stringify(wanted) + end + left.slice(to);
    }, text);
}
