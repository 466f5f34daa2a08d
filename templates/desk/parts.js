/**
 * An element with its attributes and children; `null` children are left out.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string | null)} children
 */
export function part(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((each) => each !== null));
  return made;
}

/** A button that does something.
 * @param {Record<string, string>} attributes @param {string} text @param {() => void} act */
export function button(attributes, text, act) {
  const made = part("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** @param {string} id */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the desk has no ${id}`);
  return found;
}

/** @param {number} count @param {string} noun */
export function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The day some months or days before or after, reckoned without any clock.
 * @param {string} day @param {"week" | "month"} cadence @param {1 | -1} way */
export function stepped(day, cadence, way) {
  const date = new Date(`${day}T00:00:00Z`);
  if (cadence === "week") date.setUTCDate(date.getUTCDate() + 7 * way);
  else {
    const wanted = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + way);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(wanted, last));
  }
  return date.toISOString().slice(0, 10);
}
