import { round, roundText } from "../../src/model/index.ts";
import { barsOf } from "./bars.ts";
import { csv } from "./csv.ts";
import { earlierEditions } from "./editions.ts";
import { fundBars } from "./fund.ts";
import { fundamentalFiles } from "./fundamentals.ts";
import { futuresFiles } from "./futures.ts";
import { groupFiles } from "./groups.ts";
import { hedgeFundFiles } from "./hedge-funds.ts";
import { indexPath } from "./index-path.ts";
import { indexFiles } from "./indexes.ts";
import { largeFundFiles } from "./large-fund.ts";
import { marginDebt } from "./margin-debt.ts";
import { marketFiles } from "./markets.ts";
import { moodFiles } from "./mood.ts";
import { shortInterest } from "./short-interest.ts";
import { survey } from "./survey.ts";

/** Every file of the sample, by its path in the repository. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const index = barsOf(indexPath());
  const markets = marketFiles(index);
  const groups = groupFiles(index);
  const cents = (value: number): string => roundText(value, 2);
  return new Map([
    [
      "data/russell2000.csv",
      csv(
        ["date", "open", "high", "low", "close"],
        index.map((bar) => [bar.day, ...[bar.open, bar.high, bar.low, bar.close].map(cents)]),
      ),
    ],
    [
      "data/iwm.csv",
      csv(
        ["date", "open", "high", "low", "close", "volume"],
        fundBars(index).map((bar) => [
          bar.day,
          ...[bar.open, bar.high, bar.low, bar.close].map(cents),
          bar.volume,
        ]),
      ),
    ],
    [
      "data/iwm-short-interest.csv",
      csv(
        ["settlement_date", "shares_short"],
        shortInterest().map((each) => [each.day, each.shares]),
      ),
    ],
    [
      "data/margin-debt.csv",
      csv(
        ["month", "debit_balances_millions"],
        marginDebt(index).map((each) => [each.month, round(each.debt, 0)]),
      ),
    ],
    [
      "data/small-business-survey.csv",
      csv(
        ["month", "optimism", "capex_plans", "hiring_plans"],
        survey().map((each) => [each.month, roundText(each.optimism, 1), each.capex, each.hiring]),
      ),
    ],
    ...markets,
    ...largeFundFiles(markets.get("data/large-caps.csv") ?? ""),
    ...hedgeFundFiles(),
    ...groups,
    ...futuresFiles(),
    ...moodFiles(index),
    ...fundamentalFiles(index, groups.get("data/stocks.csv") ?? ""),
    ...indexFiles(index),
    ...earlierEditions(),
  ]);
}
