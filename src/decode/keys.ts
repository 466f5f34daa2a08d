import { z } from "zod";
import type { Path } from "./place.ts";

/** Names that the schema allows in the mapping at the path, for "did you mean". */
export function keysAt(schema: z.ZodType, path: Path, data: unknown): readonly string[] {
  let schemas = objects(schema, data);
  let value = data;
  for (const step of path) {
    value = child(value, step);
    schemas = schemas.flatMap((each) => inside(each, step)).flatMap((each) => objects(each, value));
  }
  return schemas.flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : []));
}

/** The schemas that may lie behind wrappers and alternatives; of a tagged union the tagged one. */
function objects(schema: unknown, value: unknown): readonly unknown[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodLazy
  ) {
    return objects(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodPipe) return objects(schema.in, value);
  if (schema instanceof z.ZodIntersection) {
    return [...objects(schema.def.left, value), ...objects(schema.def.right, value)];
  }
  if (schema instanceof z.ZodUnion) {
    const all = schema.options.flatMap((each) => objects(each, value));
    const tagged = all.filter((each) => agrees(each, value));
    return tagged.length > 0 ? tagged : all;
  }
  return [schema];
}

/** Do the fixed words of the object (its kind) stand in the value? */
function agrees(schema: unknown, value: unknown): boolean {
  if (!(schema instanceof z.ZodObject)) return false;
  const fixed = Object.entries(schema.shape).filter(([, each]) => each instanceof z.ZodLiteral);
  return (
    fixed.length > 0 && fixed.every(([key, each]) => z.safeParse(each, child(value, key)).success)
  );
}

function inside(schema: unknown, step: string | number): readonly unknown[] {
  if (schema instanceof z.ZodObject) {
    const found: unknown = Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
    return found === undefined ? [] : [found];
  }
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return schema instanceof z.ZodArray ? [schema.element] : [];
}

export function child(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return Reflect.get(value, step);
}
