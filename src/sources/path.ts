export interface Fault {
  readonly message: string;
  readonly hint: string;
}

const HINT = "name the file by its path inside the data folder, with /";

/** Why the path could lead out of the data folder, or null. */
export function pathFault(file: string): Fault | null {
  const parts = file.split("/");
  if (file.startsWith("/") || /^[a-z]:/i.test(file)) {
    return { message: `the path "${file}" is absolute`, hint: HINT };
  }
  if (file.includes("\\")) return { message: `the path "${file}" has a backslash`, hint: HINT };
  // oxlint-disable-next-line no-control-regex -- control signs are what is looked for
  if (/[\u0000-\u001f]/.test(file)) return { message: "the path holds a control sign", hint: HINT };
  if (parts.includes(".."))
    return { message: `the path "${file}" leads out of its folder`, hint: HINT };
  if (parts.some((each) => each === "" || each === ".")) {
    return { message: `the path "${file}" is not written plainly`, hint: HINT };
  }
  return null;
}
