import { z } from "zod";

/** Fewer variants than this, and a phrase comes back within four editions. */
export const VARIANTS = 5;

/** A word or phrase that is said as it stands. */
export const word = z.string().trim().min(1, "a word is missing");

/** Variants that take turns. */
export const list = z
  .array(word)
  .min(VARIANTS, `at least ${VARIANTS} variants, so that none returns soon`);

export const share = z.number().min(0).max(1);

/**
 * Variants with places for what facts say: "the highest since {since}". Each must hold the places
 * of `needs`, one place at least, and no other than those and the ones of `may`.
 */
export function patterns(needs: readonly string[], may: readonly string[] = []) {
  const all = [...needs, ...may].map((each) => `{${each}}`).join(", ");
  return z
    .array(
      word.superRefine((text, context) => {
        const found = [...text.matchAll(/\{([^{}]*)\}/g)].map((each) => each[1] ?? "");
        if (found.length === 0)
          context.addIssue({ code: "custom", message: `"${text}" says no figure` });
        for (const each of needs.filter((name) => !found.includes(name))) {
          context.addIssue({ code: "custom", message: `"${text}" must hold {${each}}` });
        }
        for (const each of found.filter((name) => !needs.includes(name) && !may.includes(name))) {
          const message = `"${text}" holds {${each}}; here only ${all} mean something`;
          context.addIssue({ code: "custom", message });
        }
      }),
    )
    .min(VARIANTS, `at least ${VARIANTS} variants with ${all}, so that none returns soon`);
}
