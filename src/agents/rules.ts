import { z } from "zod";
import { decodeYaml } from "../decode/index.ts";
import type { Decoded, Unit } from "../model/index.ts";
import { parseDay } from "../model/index.ts";

/** A number of sessions. */
const sessions = (usual: number, text: string) =>
  z.int().min(1).max(250).default(usual).meta({ description: text, unit: "sessions" });
/** A share of the account, or of something the text names. */
const share = (usual: number, text: string) =>
  z.number().min(0).max(1).default(usual).meta({ description: text, unit: "ratio" });
/** So many times something the text names. */
const times = (usual: number, text: string) =>
  z.number().positive().max(20).default(usual).meta({ description: text, unit: "multiple" });
const many = (usual: number, text: string) =>
  z.int().min(1).max(20).default(usual).meta({ description: text, unit: "count" });
const dayText = z.string().transform((text, context) => {
  const found = parseDay(text);
  if (found !== null) return found;
  context.addIssue({ code: "custom", message: `"${text}" is no day: write 2016-01-04` });
  return z.NEVER;
});
const tier = z.strictObject({
  rebound: share(
    0,
    "how far back from the lowest close to the broken level, as a share, the close must be",
  ),
  share: share(0.5, "what this tier adds, as a share of the full hedge"),
});

/** What adding up decimals may show. */
const HIDDEN = 1e-9;

export const rulesSchema = z
  .strictObject({
    bars: z.string().default("iwm").describe("Bar file of the instrument that both agents trade."),
    "short-interest": z
      .string()
      .optional()
      .describe("Series of shares sold short; left out, the test has no figure."),
    sectors: z
      .string()
      .optional()
      .describe("Group whose members are the sectors; left out, the test has no figure."),
    start: dayText
      .prefault("2016-01-04")
      .describe("First session of the account; the sessions before it only serve the averages."),
    trend: z
      .strictObject({
        support: sessions(60, "sessions before a day whose lowest low is the support"),
        average: sessions(100, "sessions of the moving average whose loss opens a watch"),
        sustained: sessions(3, "closes in a row below the level before a break counts"),
        patience: sessions(15, "sessions after which a break that nothing confirmed lapses"),
      })
      .prefault({}),
    validation: z
      .strictObject({
        readings: many(2, "readings back that the newest short interest must exceed"),
        age: z
          .int()
          .min(1)
          .max(400)
          .default(45)
          .meta({ description: "days after which short interest tells nothing", unit: "days" }),
        average: sessions(50, "sessions of the average that a weak sector lies below"),
        weak: share(0.6, "share of the sectors that must be weak"),
        least: many(3, "sectors with a figure that the test needs"),
        without: share(0.75, "what each test without a figure leaves of the size"),
      })
      .prefault({}),
    bear: z
      .strictObject({
        cap: share(0.7, "greatest hedge, as a share of the account"),
        break: times(2, "size of the break, in daily standard deviations, that earns a full hedge"),
        least: share(0.25, "share of the hedge that even the smallest break earns"),
        calm: share(0.015, "daily standard deviation above which the hedge shrinks in proportion"),
        volatility: sessions(20, "daily changes from which the standard deviation is taken"),
        tiers: z
          .array(tier)
          .min(1)
          .max(4)
          .default([
            { rebound: 0, share: 0.5 },
            { rebound: 0.4, share: 0.3 },
            { rebound: 0.7, share: 0.2 },
          ]),
        spacing: sessions(3, "sessions between two tiers at least"),
        pause: sessions(5, "sessions after a hedge ends before a new break is watched"),
        fund: z
          .union([z.literal(2), z.literal(3)])
          .default(2)
          .meta({ description: "leverage of the inverse fund that is bought", unit: "multiple" }),
      })
      .superRefine(({ tiers }, context) => {
        const whole = tiers.reduce((sum, each) => sum + each.share, 0);
        if (whole > 1 + HIDDEN) {
          const message = `the tiers add up to ${whole}: their shares are of one hedge`;
          context.addIssue({ code: "custom", path: ["tiers"], message });
        }
        tiers.forEach(({ rebound }, at) => {
          if (rebound >= (tiers[at - 1]?.rebound ?? -1)) return;
          const message = "each tier takes a rebound as large as the one before";
          context.addIssue({ code: "custom", path: ["tiers", at, "rebound"], message });
        });
      })
      .prefault({}),
    stop: z
      .strictObject({
        atr: times(3, "average true ranges between the lowest close and the stop"),
        noise: times(2, "daily standard deviations that the stop keeps off at least"),
      })
      .prefault({}),
    reversal: z
      .strictObject({
        oversold: z
          .number()
          .min(1)
          .max(50)
          .default(30)
          .meta({ description: "RSI below which selling counts as overdone", unit: "score" }),
        fade: share(0.8, "volume at a new low, as a share of its average, that counts as a fade"),
        volume: sessions(20, "sessions of the average volume"),
        steps: many(3, "steps in which a hedge is cut"),
        gap: sessions(3, "sessions between two cuts at least"),
      })
      .prefault({}),
    bull: z
      .strictObject({
        core: share(1, "long position that is held while no break stands"),
        aside: share(0.5, "share of it that is sold while a hedge stands"),
        bounce: share(0.15, "small long position on an oversold bounce"),
        lock: times(1.5, "average true ranges of gain at which the entry price becomes the stop"),
        trail: times(2, "average true ranges between the highest close and the stop of a bounce"),
        hold: sessions(10, "sessions after which a bounce is closed"),
        entries: many(2, "bounces bought at most within the whipsaw window"),
        within: sessions(20, "sessions of the whipsaw window"),
        pause: sessions(10, "sessions without a bounce after one that lost"),
      })
      .prefault({}),
    costs: z
      .strictObject({
        trade: share(0.0005, "cost of a trade, as a share of the money that changes hands"),
        fee: share(0.0095, "yearly fee of the inverse fund"),
        financing: share(0.005, "yearly financing of the inverse fund, for each unit of leverage"),
      })
      .prefault({}),
    walk: z
      .strictObject({
        years: many(3, "years before the first year that is tested"),
        support: z.array(z.int().min(5).max(250)).min(1).max(4).default([40, 60, 90]),
        atr: z.array(z.number().positive().max(20)).min(1).max(4).default([2, 3, 4]),
      })
      .prefault({})
      .describe("Variants that each year's choice is made from: every support with every stop."),
  })
  .superRefine(({ bear, bull }, context) => {
    const most = bull.core * (1 - bull.aside) + bull.bounce + bear.cap / bear.fund;
    if (most <= 1 + HIDDEN) return;
    const message = `with a full hedge and a bounce the agents would need ${most} of the account; one is all there is`;
    context.addIssue({ code: "custom", path: ["bear", "cap"], message });
  });

export type Rules = z.infer<typeof rulesSchema>;

/** The rules as YAML gives them, complete, or all that is wrong with them. */
export function decodeRules(text: string, file: string): Decoded<Rules> {
  const decoded = decodeYaml(text, file, rulesSchema);
  if (!decoded.ok) return decoded;
  return { ok: true, value: decoded.value.value, problems: decoded.problems };
}

/** JSON Schema for editors' completion, written to docs/schema/agents.schema.json. */
export function agentsJsonSchema(): unknown {
  return z.toJSONSchema(rulesSchema, { io: "input", target: "draft-7" });
}

/** What the schema tells of each parameter, by name: "trend.support". */
export interface Told {
  readonly meaning: string;
  readonly unit: Unit;
}

/** Meaning and unit of every parameter that is a number. */
export function parametersTold(): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>();
  for (const [group, { shape }] of groupsOf()) {
    for (const [name, schema] of Object.entries(shape)) {
      const meta = z.globalRegistry.get(schema);
      const unit = UNITS.find((each) => each === meta?.["unit"]);
      if (unit === undefined) continue;
      found.set(`${group}.${name}`, { meaning: meta?.description ?? "", unit });
    }
  }
  return found;
}

const UNITS = ["sessions", "ratio", "multiple", "count", "days", "score"] as const;

function groupsOf(): readonly (readonly [string, z.ZodObject])[] {
  return Object.entries(rulesSchema.shape).flatMap(([name, schema]) => {
    const inner: unknown = schema instanceof z.ZodPrefault ? schema.unwrap() : null;
    return inner instanceof z.ZodObject ? [[name, inner] as const] : [];
  });
}
