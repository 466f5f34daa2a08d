import type { Day, Inline, Line } from "../model/index.ts";
import { fullDay } from "./calendar.ts";
import { escapeHtml, safeAddress } from "./escape.ts";
import { chartName } from "./plain.ts";

/** A line as HTML: every figure and date carries the id of the fact it says. */
export function lineHtml(line: Line): string {
  return line.map(inlineHtml).join("");
}

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return escapeHtml(inline.text);
    case "figure":
      return `<data value="${inline.value}" data-fact="${escapeHtml(inline.said.fact)}">${escapeHtml(inline.said.text)}</data>`;
    case "date":
      return `<time datetime="${inline.day}" data-fact="${escapeHtml(inline.said.fact)}">${escapeHtml(inline.said.text)}</time>`;
    case "chart-reference":
      return `<a class="reference" href="#chart-${inline.number}">${chartName(inline.number)}</a>`;
    case "emphasis":
      return `<em>${lineHtml(inline.children)}</em>`;
    case "strong":
      return `<strong>${lineHtml(inline.children)}</strong>`;
    case "link":
      return link(inline.href, lineHtml(inline.children));
  }
}

/** An address that is no web address leaves the words without a link. */
export function link(href: string | null, html: string): string {
  const address = href === null ? null : safeAddress(href);
  return address === null ? html : `<a href="${escapeHtml(address)}">${html}</a>`;
}

/** A day of the edition itself, which no fact says. */
export function dayHtml(day: Day): string {
  return `<time datetime="${day}">${fullDay(day)}</time>`;
}
