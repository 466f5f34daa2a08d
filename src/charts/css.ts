import type { Theme } from "./theme.ts";
import { COLOURS } from "./theme.ts";

/** A font file that stands in the drawing itself. */
export interface FontFace {
  readonly weight: 400 | 600;
  /** WOFF2 bytes in base64. */
  readonly data: string;
}

/**
 * Style sheet of all charts of a page. The colours are custom properties on `.nw-chart`, so that a
 * page may set its own; dark ones hold on dark screens, never on paper.
 */
export function chartCss(theme: Theme): string {
  const dark = `@media screen and (prefers-color-scheme:dark){.nw-chart{${colours(theme, "dark")}}}`;
  return [`.nw-chart{${colours(theme, "light")}}`, dark, rules(theme)].join("\n");
}

function colours(theme: Theme, shade: "light" | "dark"): string {
  return COLOURS.map((each) => `--chart-${each}:${theme.colours[each][shade]}`).join(";");
}

function rules(theme: Theme): string {
  const painted = COLOURS.map(
    (each) =>
      `.nw-chart .f-${each}{fill:var(--chart-${each})}.nw-chart .s-${each}{stroke:var(--chart-${each})}`,
  );
  return [
    `.nw-chart{display:block;width:100%;height:auto;overflow:hidden;font-family:"${theme.font}",system-ui,sans-serif;font-variant-numeric:lining-nums}`,
    `.nw-chart path[class^="s-"]{fill:none;stroke-linejoin:round}`,
    `.nw-chart .dot{stroke:var(--chart-paper);stroke-width:1}`,
    `.nw-chart .axis{font-variant-numeric:tabular-nums lining-nums}`,
    `.nw-chart .axis,.nw-chart .heading{fill:var(--chart-mute)}`,
    `.nw-chart .label{font-weight:400}`,
    `.nw-chart .strong{font-weight:600}`,
    ...painted,
  ].join("\n");
}

/**
 * A drawing as a file of its own: style sheet, fonts and size inside. Its colours are the light ones,
 * written out, for programs that know neither custom properties nor dark screens.
 */
export function standalone(svg: string, theme: Theme, fonts: readonly FontFace[]): string {
  const faces = fonts.map(
    ({ weight, data }) =>
      `@font-face{font-family:"${theme.font}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`,
  );
  const plain = rules(theme).replace(
    /var\(--chart-([a-z]+)\)/g,
    (_, name: string) => theme.colours[COLOURS.find((each) => each === name) ?? "ink"].light,
  );
  const sheet = [...faces, plain].join("\n");
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg ${attributes} width="${width}" height="${height}"><style>${sheet}</style>`,
  );
}
