import type { Chart, Day, KeyFigure, Line } from "../../model/index.ts";
import type { Image, Scene } from "../layout.ts";

/** What every page of the blog has around its own content. */
export interface Surround {
  readonly site: SiteWords;
  /** The way from the page to the first page of the blog: "./", "../../". */
  readonly root: string;
  readonly policy: string;
  /** Which entry of the navigation the page is. */
  readonly here: { readonly front: boolean; readonly archive: boolean; readonly topics: boolean };
  readonly feeds: readonly FeedLink[];
}

export interface SiteWords {
  readonly title: string;
  readonly description: string;
  readonly footer: string;
  readonly language: string;
}

export interface FeedLink {
  readonly title: string;
  readonly type: string;
  readonly href: string;
}

/** A link with a word beside it: "Russell 2000", "12 notes". */
export interface Jump {
  readonly href: string;
  readonly text: string;
  readonly note: string;
}

/** A note in a list. Its titles are plain text: the figures in them are proved on its own page. */
export interface Item {
  readonly title: string;
  readonly standfirst: string;
  readonly href: string;
  readonly published: Day;
  /** Report and its page; empty and null where the list is the report's own. */
  readonly masthead: string;
  readonly reportAddress: string | null;
  /** Stands on another site. */
  readonly elsewhere: boolean;
}

/** Head of a page that is no article. */
export interface ListHead extends Surround {
  readonly title: string;
  readonly description: string;
  /** Address of the page for good; null: it is to be found by nobody. */
  readonly canonical: string | null;
  readonly image: Image | null;
}

export interface Group {
  readonly heading: string;
  readonly items: readonly Item[];
}

/** Report, topic, author, year. */
export interface ListPage extends ListHead {
  readonly kicker: string;
  readonly heading: string;
  readonly intro: string;
  readonly jumps: readonly Jump[];
  readonly groups: readonly Group[];
}

/** The newest note, large. */
export interface Lead extends Item {
  readonly author: string;
  readonly authorAddress: string | null;
  readonly role: string | null;
  readonly sample: boolean;
  readonly keyFigures: readonly KeyFigure[];
  readonly chart: Chart | null;
}

export interface Block {
  readonly masthead: string;
  readonly address: string;
  /** The newest note of the report; null where it leads the page. */
  readonly newest: Item | null;
  readonly earlier: readonly Item[];
}

export interface FrontPage extends ListHead {
  readonly lead: Lead | null;
  readonly blocks: readonly Block[];
  /** Without notes: what to do. */
  readonly empty: string;
}

/** An article on its page in the blog. */
export interface ArticlePage extends Surround, Omit<Scene, "beside" | "style"> {
  readonly reportAddress: string;
  /** Address of the PDF; null: the edition has none. */
  readonly paper: string | null;
  readonly proof: string | null;
  readonly topics: readonly Jump[];
  /** Is there an earlier or a later edition of the report? */
  readonly turns: boolean;
  readonly earlier: Item | null;
  readonly later: Item | null;
  readonly near: readonly Item[];
}

/** The picture for links from elsewhere. */
export interface PicturePage {
  readonly masthead: string;
  readonly day: Day;
  readonly headline: Line;
  readonly standfirst: Line;
  readonly chart: Chart | null;
  /** The chart stands beside the headline, not under it. */
  readonly tall: boolean;
  readonly policy: string;
  readonly style: { readonly css: string };
}
