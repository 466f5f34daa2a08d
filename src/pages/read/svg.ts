import { Parser } from "htmlparser2";

export interface ReadLabel {
  readonly text: string;
  /** A tick of an axis: says where things lie, and is no fact. */
  readonly axis: boolean;
}

export interface ReadDrawing {
  /** Words in the picture, one entry for each piece of text, in order. */
  readonly labels: readonly ReadLabel[];
  /** Its text alternative, if it carries one. */
  readonly alternative: string | null;
}

/** The words of a drawing. Axis labels are known by the class "axis" on them or on their group. */
export function readSvg(svg: string): ReadDrawing {
  const labels: ReadLabel[] = [];
  const axes: boolean[] = [];
  let alternative: string | null = null;
  let parts: string[] | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const classes = (attributes["class"] ?? "").split(/\s+/);
        axes.push(
          axes.at(-1) === true || classes.some((each) => /^(?:axis|role-axis.*)$/.test(each)),
        );
        if (name === "svg") alternative ??= attributes["aria-label"] ?? null;
        if (name === "text") parts = [];
      },
      ontext(data) {
        parts?.push(data);
      },
      onclosetag(name) {
        if (name === "text" && parts !== null) {
          labels.push({ text: parts.join(""), axis: axes.at(-1) === true });
          parts = null;
        }
        axes.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return { labels, alternative };
}
