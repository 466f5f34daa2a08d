import { noteFrame } from "./frame.js";
import { cardPanel, clock, leftOutPanel, problemList } from "./panel.js";
import { byId, counted, part, stepped } from "./parts.js";

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
const KEY = meta("desk-key");
const AGAIN = 1500;

const side = byId("side");
const stage = byId("stage");
const stateButton = byId("state");
const problems = byId("problems");
const frame = noteFrame(stage, (fact, said) => void ask(fact, said));

/** What is asked for: it stands in the address, so that it can be kept and reloaded. */
let wish = readWish();
let state = null;
let events = null;
/** What the side panel shows: nothing, "left out", or a fact. */
let beside = { kind: "nothing", fact: "", said: "" };
/** How often something was asked: an answer that comes too late is not shown. */
let asked = 0;
let problemsOpen = false;

connect(false);
for (const each of document.querySelectorAll("[data-view]")) {
  if (each.tagName === "BUTTON") each.addEventListener("click", () => setView(each.dataset.view));
}
byId("report").addEventListener("change", (event) => {
  go({ report: event.target.value, asOf: "", published: "" });
});
byId("as-of").addEventListener("change", (event) =>
  go({ ...wish, asOf: event.target.value, published: "" }),
);
byId("published").addEventListener("change", (event) => {
  go({ ...wish, asOf: wish.asOf || (state?.asOf ?? ""), published: event.target.value });
});
byId("newest").addEventListener("click", () => go({ ...wish, asOf: "", published: "" }));
byId("earlier").addEventListener("click", () => step(-1));
byId("later").addEventListener("click", () => step(1));
byId("left-out").addEventListener("click", () => {
  if (beside.kind === "left out") closeSide();
  else if (state !== null) openSide({ kind: "left out", fact: "", said: "" });
});
stateButton.addEventListener("click", () => {
  problemsOpen = !problemsOpen;
  showProblems();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeSide();
});
addEventListener("popstate", () => {
  wish = readWish();
  connect(false);
});

function readWish() {
  const query = new URLSearchParams(location.search);
  return {
    report: query.get("report") ?? meta("desk-report"),
    asOf: query.get("as-of") ?? "",
    published: query.get("published") ?? "",
  };
}

/** The address of something the server answers for this wish. */
function address(path, more = {}) {
  const query = new URLSearchParams({ key: KEY, report: wish.report });
  if (wish.asOf !== "") query.set("as-of", wish.asOf);
  if (wish.asOf !== "" && wish.published !== "") query.set("published", wish.published);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${path}?${query}`;
}

function go(next) {
  wish = next;
  const query = new URLSearchParams();
  if (wish.report !== meta("desk-report")) query.set("report", wish.report);
  if (wish.asOf !== "") query.set("as-of", wish.asOf);
  if (wish.asOf !== "" && wish.published !== "") query.set("published", wish.published);
  const text = query.toString();
  history.pushState(null, "", text === "" ? "/" : `/?${text}`);
  connect(true);
}

function step(way) {
  if (state?.asOf)
    go({ ...wish, asOf: stepped(state.asOf, state.cadence ?? "week", way), published: "" });
}

/** Listens for every new state of the edition; the first one comes at once. */
function connect(keepPlace) {
  events?.close();
  state = null;
  let first = true;
  stateButton.dataset.state = "busy";
  byId("state-text").textContent = "Composing";
  events = new EventSource(address("/events"));
  events.addEventListener("state", (event) => {
    const next = JSON.parse(event.data);
    const newNote = first || next.noteRevision !== state?.noteRevision;
    state = next;
    render(newNote, first ? keepPlace : true);
    first = false;
  });
  events.addEventListener("error", () => {
    stateButton.dataset.state = "away";
    byId("state-text").textContent = "The preview has ended";
    if (events.readyState === EventSource.CLOSED) setTimeout(knock, AGAIN);
  });
}

/** After a restart the page needs the new run's key. */
async function knock() {
  try {
    const answer = await fetch("/");
    if (answer.ok) return location.reload();
  } catch {
    // Not there yet.
  }
  setTimeout(knock, AGAIN);
}

function render(newNote, keepPlace) {
  document.title = state.headline === "" ? `${state.report}: preview` : state.headline;
  const select = byId("report");
  select.replaceChildren(...state.reports.map((each) => part("option", { value: each }, each)));
  select.value = state.report;
  byId("as-of").value = wish.asOf || (state.asOf ?? "");
  byId("published").value = wish.published || wish.asOf || (state.published ?? "");
  byId("newest").hidden = wish.asOf === "";
  const left = state.fallen.length;
  byId("left-out").textContent = left === 0 ? "Left out" : `Left out (${left})`;

  const errors = state.problems.filter((each) => each.severity === "error").length;
  const warnings = state.problems.length - errors;
  problemsOpen = errors > 0 || (problemsOpen && warnings > 0);
  stateButton.dataset.state = errors > 0 ? "wrong" : warnings > 0 ? "warned" : "good";
  byId("state-text").textContent =
    errors > 0
      ? counted(errors, "problem")
      : warnings > 0
        ? counted(warnings, "warning")
        : "No problems";
  stateButton.title =
    state.noteAt === null ? "" : `Composed at ${clock(state.noteAt)} in ${state.took} ms`;
  showProblems();

  if (state.noteRevision === null) {
    frame.empty(errors > 0 ? "There is no note yet." : "Composing the note.");
  } else if (newNote) {
    loadNote(keepPlace);
    if (beside.kind === "fact") void ask(beside.fact, beside.said);
  }
  if (beside.kind === "left out") openSide(beside);
}

function loadNote(keepPlace) {
  const more = { revision: String(state.noteRevision) };
  if (stage.dataset.view === "paper") more.set = "paper";
  frame.show(address("/note", more), keepPlace);
}

function setView(view) {
  const paper = view === "paper" || stage.dataset.view === "paper";
  stage.dataset.view = view;
  for (const each of document.querySelectorAll(".views button")) {
    each.setAttribute("aria-pressed", String(each.dataset.view === view));
  }
  if (paper && state !== null && state.noteRevision !== null) loadNote(false);
}

function showProblems() {
  const open = problemsOpen && (state?.problems.length ?? 0) > 0;
  problems.hidden = !open;
  stateButton.setAttribute("aria-expanded", String(open));
  if (!open) return;
  problems.classList.toggle(
    "mild",
    state.problems.every((each) => each.severity !== "error"),
  );
  problems.replaceChildren(...problemList(state));
}

/** Opens the explanation of a fact beside the note; the empty name closes it. */
async function ask(fact, said = "") {
  if (fact === "") return closeSide();
  const mine = ++asked;
  const answer = await fetch(address("/explain", { fact }));
  const card = answer.ok ? await answer.json() : null;
  // Something else was asked, or the side closed, while this answer was on its way.
  if (mine !== asked) return;
  if (card === null) {
    if (beside.fact === fact) closeSide();
    return;
  }
  openSide({ kind: "fact", fact, said }, card);
}

function openSide(next, card = null) {
  beside = next;
  frame.pick(next.fact);
  side.hidden = false;
  side.setAttribute("aria-label", next.kind === "fact" ? "About a figure" : "Left out");
  byId("left-out").setAttribute("aria-expanded", String(next.kind === "left out"));
  const parts =
    card === null ? leftOutPanel(state, ask, closeSide) : cardPanel(card, next.said, closeSide);
  side.replaceChildren(...parts);
  side.dataset.fact = next.fact;
}

function closeSide() {
  asked++;
  beside = { kind: "nothing", fact: "", said: "" };
  frame.pick("");
  side.hidden = true;
  byId("left-out").setAttribute("aria-expanded", "false");
}
