/** English by rule, not by the machine's locale. */
const ONE = new Intl.PluralRules("en-US");

/** The form that agrees with a number as printed: "1 point", but "1.0 points". */
export function plural<T>(
  printed: string | number,
  forms: { readonly one: T; readonly other: T },
): T {
  const text = String(printed).replaceAll(",", "");
  const decimals = text.split(".")[1]?.length ?? 0;
  if (decimals > 0) return forms.other;
  return ONE.select(Math.abs(Number(text))) === "one" ? forms.one : forms.other;
}

/** "a" or "an", by the sound the text begins with: "an 8 percent rise", "a one-year high". */
export function article(text: string): "a" | "an" {
  const first = text
    .trimStart()
    .toLowerCase()
    .replace(/^[$+\u2212-]+/, "");
  if (/^(8|11(?!\d)|18(?!\d))/.test(first)) return "an";
  if (/^(one|once|uni|use|usual|eu|ubiq)/.test(first) && !/^unin|^unim/.test(first)) return "a";
  return /^([aeiou]|hour|honest|honou?r|heir)/.test(first) ? "an" : "a";
}

/** "a", "a and b", "a, b and c". */
export function joinList(items: readonly string[], last = "and"): string {
  const end = items.at(-1);
  if (end === undefined) return "";
  if (items.length === 1) return end;
  return `${items.slice(0, -1).join(", ")} ${last} ${end}`;
}
