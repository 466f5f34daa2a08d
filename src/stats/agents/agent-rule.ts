import { z } from "zod";
import type { Statistic } from "../statistic.ts";
import { UnknownName, cite, withhold } from "../statistic.ts";
import { newest, own } from "../tools/find.ts";
import { made, madeBy, runOf } from "./played.ts";

const options = z.strictObject({
  rule: z.string().min(1).max(80).describe("A parameter by its path in the rules: bear.cap."),
});

/** A parameter of the agents' rules, as it was used. */
export const agentRule: Statistic<z.infer<typeof options>> = {
  name: "agent-rule",
  summary: "A parameter of the agents’ rules, given or usual, as it was used.",
  method:
    "The value that the rules of the report’s agents give the parameter, or its usual one where they give none. Tiers are bear.tier-1, bear.tier-1-rebound and so on.",
  definition: "The list of parameters, docs/agents.md.",
  options,
  parts: { "": "The value, in the unit of the parameter." },
  example: "hedge-cap: { statistic: agent-rule, rule: bear.cap }",
  find: ({ rule }, context) => {
    const run = runOf(context);
    const names = run.parameters.map((each) => each.name);
    const found = run.parameters.find((each) => each.name === rule);
    if (found === undefined) throw new UnknownName("parameter of the agents", rule, names);
    const net = madeBy(run, "net");
    if (net.points.length === 0) withhold("the agents have not begun");
    const { value, unit } = found;
    const digits = DIGITS.find(
      (each) =>
        Math.abs(shown(value, unit) * 10 ** each - Math.round(shown(value, unit) * 10 ** each)) <
        1e-9,
    );
    return {
      "": made(
        net,
        [cite(net, newest(own(net)))],
        { op: "given", value, how: `${rule}, by the rules` },
        { unit, digits: digits ?? 2 },
      ),
    };
  },
};

const DIGITS = [0, 1, 2] as const;

function shown(value: number, unit: string): number {
  return unit === "ratio" ? value * 100 : value;
}
