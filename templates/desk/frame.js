import { part } from "./parts.js";

/** Figures can be asked; the note itself stays as it is published. */
const STYLE = `
[data-fact] { cursor: pointer; border-radius: 2px; }
[data-fact]:hover { background: rgb(184 58 37 / 0.13); }
[data-fact]:focus-visible { outline: 2px solid #b83a25; outline-offset: 2px; }
[data-fact].desk-picked { background: rgb(184 58 37 / 0.2); box-shadow: 0 0 0 2px rgb(184 58 37 / 0.2); }
svg [data-fact]:hover, svg [data-fact].desk-picked { text-decoration: underline; }
`;
/** The margins of a sheet, which only a printer knows. */
const SHEET =
  "body { margin: 0 auto; padding: 0.65in 0; width: 180mm; max-width: calc(100% - 2rem); }";
/** A frame shows itself by then, whether its fonts are ready or not. */
const LONGEST_WAIT = 400;

/**
 * The note in a frame of its own that runs no script. A new one is loaded behind the old one and
 * takes its place when it is ready, at the same height: nothing flickers.
 * @param {HTMLElement} stage
 * @param {(fact: string, said: string) => void} ask
 */
export function noteFrame(stage, ask) {
  let shown = null;
  let coming = null;
  let picked = "";

  const show = (address, keepPlace) => {
    const paper = stage.dataset.view === "paper";
    coming?.remove();
    const frame = part("iframe", {
      sandbox: "allow-same-origin",
      referrerpolicy: "no-referrer",
      title: "The note",
      class: "coming",
    });
    coming = frame;
    frame.addEventListener("load", async () => {
      const page = frame.contentDocument;
      if (page === null || coming !== frame) return;
      prepare(page, paper ? STYLE + SHEET : STYLE, ask);
      mark(page, picked);
      await Promise.race([
        page.fonts.ready,
        new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT)),
      ]);
      if (coming !== frame) return;
      const place = keepPlace && shown !== null ? placeOf(shown) : 0;
      frame.contentWindow?.scrollTo({ top: place, behavior: "instant" });
      frame.className = "";
      shown?.remove();
      for (const each of stage.querySelectorAll(".nothing")) each.remove();
      [shown, coming] = [frame, null];
      stage.dataset.shown = address;
    });
    frame.src = address;
    stage.append(frame);
  };

  return {
    show,
    /** There is no note to show. @param {string} text */
    empty(text) {
      coming?.remove();
      shown?.remove();
      [shown, coming] = [null, null];
      stage.replaceChildren(part("p", { class: "nothing" }, text));
    },
    /** Marks every saying of a fact; empty: none. @param {string} fact */
    pick(fact) {
      picked = fact;
      const page = shown?.contentDocument;
      if (page) mark(page, fact);
    },
  };
}

function placeOf(frame) {
  return frame.contentDocument?.scrollingElement?.scrollTop ?? 0;
}

function mark(page, fact) {
  for (const each of page.querySelectorAll("[data-fact]")) {
    each.classList.toggle("desk-picked", fact !== "" && each.dataset.fact === fact);
  }
}

function prepare(page, style, ask) {
  page.head.append(Object.assign(page.createElement("style"), { textContent: style }));
  for (const each of page.querySelectorAll("data[data-fact], time[data-fact]")) {
    each.tabIndex = 0;
  }
  const figureAt = (event) => event.target?.closest?.("[data-fact]") ?? null;
  const askAbout = (figure) => ask(figure.dataset.fact, figure.textContent ?? "");
  page.addEventListener("click", (event) => {
    const figure = figureAt(event);
    if (figure !== null) {
      event.preventDefault();
      return askAbout(figure);
    }
    const link = event.target?.closest?.("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      window.open(link.href, "_blank", "noopener,noreferrer");
    }
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return ask("", "");
    const figure = figureAt(event);
    if (figure !== null && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      askAbout(figure);
    }
  });
}
