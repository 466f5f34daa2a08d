import { button, counted, part } from "./parts.js";

/** What `explain` tells, in the side panel; `said`: the words that were clicked. */
export function cardPanel(card, said, close) {
  const first = card.printed.find((each) => each === said) ?? card.printed[0] ?? null;
  const others = card.printed.filter((each) => each !== first);
  const also =
    others.length === 0
      ? null
      : part(
          "span",
          { class: "also" },
          `also printed as ${others.map((each) => `“${each}”`).join(", ")}`,
        );
  const title = first ?? (card.withheld === null ? "Not said in this edition" : "Withheld");
  return [
    header(card.id, part("h2", {}, title, also), close),
    card.withheld === null ? null : part("p", { class: "reason" }, sentence(card.withheld)),
    part(
      "dl",
      {},
      ...card.lines.flatMap(([name, text]) => [part("dt", {}, name), part("dd", {}, text)]),
    ),
    ...rowsPart(card.rows),
    part("h3", {}, `How it is found: ${card.method.statistic}`),
    part("p", {}, card.method.text),
    part("p", { class: "soft" }, card.method.definition),
    card.method.options.length === 0
      ? null
      : part(
          "dl",
          {},
          ...card.method.options.flatMap(([name, value]) => [
            part("dt", {}, name),
            part("dd", {}, value),
          ]),
        ),
  ].filter((each) => each !== null);
}

function rowsPart({ first, more, last }) {
  if (first.length === 0) return [];
  const total = first.length + more + last.length;
  const row = (each) =>
    part(
      "tr",
      {},
      part("td", { class: "file", title: each.file }, each.place),
      part(
        "td",
        {},
        each.day,
        each.released === "" ? null : part("span", { class: "out" }, `out ${each.released}`),
      ),
      part("td", { class: "number" }, each.value),
    );
  const gap =
    more === 0
      ? null
      : part("tr", { class: "more" }, part("td", { colspan: "3" }, `… and ${more} more …`));
  const head = ["File and line", "Day", "Value"].map((each, index) =>
    part("th", { scope: "col", ...(index === 2 ? { class: "number" } : {}) }, each),
  );
  return [
    part("h3", {}, `It rests on ${counted(total, "row")}`),
    part(
      "table",
      { class: "rows" },
      part("thead", {}, part("tr", {}, ...head)),
      part("tbody", {}, ...first.map(row), gap, ...last.map(row)),
    ),
  ];
}

/** What the edition does without, and why. */
export function leftOutPanel(state, ask, close) {
  const fallen = state.fallen.map((each) =>
    part(
      "li",
      {},
      part("span", { class: "soft" }, each.what),
      part("span", { class: "text" }, each.text),
      part("span", { class: "why" }, sentence(each.reason)),
    ),
  );
  const withheld = grouped(state.withheld).map(({ id, parts, reason }) =>
    part(
      "li",
      {},
      button({}, id, () => ask(id)),
      parts === 0 ? null : part("span", { class: "soft" }, ` and ${counted(parts, "part")}`),
      part("span", { class: "why" }, sentence(reason)),
    ),
  );
  const nothing = "Nothing: every sentence and chart of the report stands in the note.";
  return [
    header("this edition does without", part("h2", {}, "Left out"), close),
    fallen.length === 0
      ? part("p", { class: "soft" }, nothing)
      : part("ul", { class: "left" }, ...fallen),
    ...(withheld.length === 0
      ? []
      : [
          part("h3", {}, `${counted(state.withheld.length, "fact")} withheld`),
          part(
            "p",
            { class: "soft" },
            "They cannot honestly be said on this day. Most are alternatives that other days need.",
          ),
          part("ul", { class: "left" }, ...withheld),
        ]),
  ];
}

/** Parts of one fact that are withheld for one reason are told once. */
function grouped(withheld) {
  const groups = [];
  for (const { id, reason } of withheld) {
    const last = groups.at(-1);
    if (last?.reason === reason && id.startsWith(`${last.root}.`)) last.parts += 1;
    else groups.push({ id, root: id.split(".")[0], parts: 0, reason });
  }
  return groups;
}

function header(id, title, close) {
  return part(
    "header",
    {},
    part("div", {}, part("p", { class: "id" }, id), title),
    button({ class: "close", "aria-label": "Close" }, "×", close),
  );
}

/** Everything wrong, each with its place, its line and the mend. */
export function problemList(state) {
  const errors = state.problems.filter((each) => each.severity === "error");
  const wrong = errors.length > 0;
  const warnings = counted(state.problems.length - errors.length, "warning");
  const kept =
    state.noteAt === null
      ? "There is no note yet; it appears when they are mended."
      : `Below stands the last good note, of ${clock(state.noteAt)}. It changes when they are mended.`;
  return [
    part("h2", {}, wrong ? `${counted(errors.length, "problem")} to mend` : warnings),
    part(
      "p",
      { class: "kept" },
      wrong
        ? kept.replace("they are", errors.length === 1 ? "it is" : "they are")
        : "The note is written all the same.",
    ),
    part("ol", {}, ...state.problems.map(problemPart)),
  ];
}

function problemPart(each) {
  const place =
    each.place === ""
      ? null
      : button({ class: "place", title: "Copy this place" }, each.place, () => {
          void navigator.clipboard?.writeText(each.place);
        });
  const kind = each.severity === "error" ? each.rule : `${each.rule} (warning)`;
  return part(
    "li",
    { class: "problem" },
    part("p", { class: "about" }, place, part("span", {}, kind)),
    part("p", { class: "message" }, sentence(each.message)),
    each.excerpt === null ? null : excerptPart(each.excerpt),
    each.hint === "" ? null : part("p", { class: "mend" }, each.hint),
  );
}

function excerptPart({ text, caret }) {
  if (caret === null) return part("pre", { class: "excerpt" }, text);
  const word = /^(?:\{\{[^}]*\}\}|[\p{L}\p{N}_.-]+|\S)?/u.exec(text.slice(caret))?.[0] || " ";
  return part(
    "pre",
    { class: "excerpt" },
    text.slice(0, caret),
    part("mark", {}, word),
    text.slice(caret + word.length),
  );
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function clock(milliseconds) {
  return new Date(milliseconds).toLocaleTimeString("en-GB");
}
