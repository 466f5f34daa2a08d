/** Text for the inside of elements and of double-quoted attributes. */
export function escapeHtml(text: string): string {
  return scrub(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** JSON for a data block inside a script element: no character in it can end the element. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "string" ? scrub(each) : each,
  )
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e")
    .replaceAll("&", "\\u0026")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** A string of CSS in quotes, from which no text can break out, not even out of the style element. */
export function cssString(text: string): string {
  const body = Array.from(scrub(text), (each) =>
    /[A-Za-z0-9 ]/.test(each) ? each : `\\${(each.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${body.join("")}"`;
}

/** Characters no page may hold: controls, lone surrogates, and marks that turn the writing around. */
const UNFIT = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

export function scrub(text: string): string {
  return text.replaceAll(/[\t\n\r]/g, " ").replaceAll(UNFIT, "");
}

/** An address a reader may follow from a page, or null: web and mail, or a path beside the page. */
export function safeAddress(href: string): string | null {
  const plain = scrub(href).trim();
  if (/^(?:https?:\/\/|mailto:)[^\s\\]/i.test(plain)) return plain;
  const relative = /^(?!\/\/)[\w#./?=&%~+-][^\s:\\]*$/.test(plain);
  return relative ? plain : null;
}
