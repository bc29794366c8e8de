import type { Schema } from "@cfworker/json-schema";
import { Validator } from "@cfworker/json-schema";
import type { JsonObject } from "../../contract/ids.ts";

const MAX_MESSAGES = 5;

/**
 * Errors of a value against a JSON Schema (draft 2020-12), as sentences that name the path; empty when it is valid.
 * A schema that cannot be used (unresolvable $ref, bad pattern) is reported as one error and never thrown.
 */
export function schemaErrors(value: unknown, schema: JsonObject): string[] {
  try {
    const result = new Validator(schema as Schema, "2020-12", false).validate(value);
    // The library reports each enclosing keyword as well ("properties", "items"); the innermost say what is wrong.
    const inner = result.errors.filter(
      (error) => !["properties", "items", "prefixItems", "$ref"].includes(error.keyword),
    );
    return (inner.length > 0 ? inner : result.errors)
      .slice(0, MAX_MESSAGES)
      .map((error) => `${error.instanceLocation.replace(/^#\/?/, "") || "arguments"}: ${error.error}`);
  } catch (error) {
    return [`schema: ${error instanceof Error ? error.message : "not usable"}`];
  }
}

/** Errors of a tool call's arguments: the schema's, and arguments that it does not declare. */
export function argumentErrors(args: JsonObject, inputSchema: JsonObject): string[] {
  const errors = schemaErrors(args, inputSchema);
  const declared = inputSchema["properties"];
  if (typeof declared !== "object" || declared === null || inputSchema["additionalProperties"] === true) return errors;
  const known = new Set(Object.keys(declared));
  const unknown = Object.keys(args).filter((name) => !known.has(name));
  if (unknown.length === 0 || inputSchema["additionalProperties"] === false) return errors;
  return [...errors, ...unknown.map((name) => `${name}: unknown argument`)];
}
