/** Names that the blog keeps for its own pages; a report cannot bear them. */
export const OWN_NAMES = ["archive", "topics", "authors", "assets"] as const;

/** The way from a page of the site to its first page: "./", "../../". */
export function rootFrom(page: string): string {
  const depth = page.split("/").length - 1;
  return depth === 0 ? "./" : "../".repeat(depth);
}

/** The folder of a report's page, of an edition's, of the others. All end in a slash. */
export const FOLDERS = {
  report: (report: string): string => `${report}/`,
  edition: (report: string, published: string): string => `${report}/${published}/`,
  year: (year: number): string => `archive/${year}/`,
  topic: (tag: string): string => `topics/${slug(tag)}/`,
  author: (name: string): string => `authors/${slug(name)}/`,
} as const;

/**
 * A name as part of an address: small letters and digits with hyphens between. Accents go; a letter
 * of another alphabet becomes its number, so that no name is left without an address.
 */
export function slug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("&", " and ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  const ascii = Array.from(plain, (each) =>
    /[a-z0-9-]/.test(each) ? each : `u${(each.codePointAt(0) ?? 0).toString(16)}`,
  ).join("");
  const bare = ascii.slice(0, 60).replaceAll(/^-+|-+$/g, "");
  return bare === "" ? "other" : bare;
}
