import { defineConfig } from "vitest/config";

const ORACLE = "test/oracle/**/*.test.ts";

/** The oracle works both cores for a minute: it comes last, so that no browser has to wait for it. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    pool: "threads",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "house",
          include: ["test/**/*.test.ts"],
          exclude: [ORACLE],
          sequence: { shuffle: true, groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "oracle", include: [ORACLE], sequence: { shuffle: true, groupOrder: 1 } },
      },
    ],
  },
});
