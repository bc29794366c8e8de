import type { JsonObject } from "../../contract/ids.ts";
import type { ToolCall, ToolDefinition, ToolResult } from "../../contract/tool.ts";
import type { Random } from "../generation/random.ts";
import { sampleSchema } from "./fallback.ts";
import type { Language, Simulator, SimulatorContext } from "./simulation.ts";
import { SimulationFailure, say } from "./simulation.ts";
import { AUTOMOTIVE_SIMULATORS } from "./simulators/automotive.ts";
import { EDUCATION_SIMULATORS } from "./simulators/education.ts";
import { FINANCE_SIMULATORS } from "./simulators/finance.ts";
import { INDUSTRIAL_SIMULATORS } from "./simulators/industrial.ts";
import { LEGAL_SIMULATORS } from "./simulators/legal.ts";
import { MEDICAL_SIMULATORS } from "./simulators/medical.ts";
import { argumentErrors, schemaErrors } from "./validation.ts";

/** Simulator of each of the 30 built-in tools, by name. */
export const SIMULATORS: ReadonlyMap<string, Simulator> = new Map(
  [
    AUTOMOTIVE_SIMULATORS,
    MEDICAL_SIMULATORS,
    LEGAL_SIMULATORS,
    FINANCE_SIMULATORS,
    INDUSTRIAL_SIMULATORS,
    EDUCATION_SIMULATORS,
  ].flatMap((table) => Object.entries(table)),
);

export type SimulateContext = {
  random: Random;
  /** YYYY-MM-DD */
  today: string;
  /** Share of valid calls that fail (half errors, half timeouts), 0 by default. */
  errorRate?: number;
  /** ISO 4217 code; MXN by default. */
  currency?: string;
  /** Spanish by default. */
  language?: Language;
};

/**
 * Runs a tool in the fictional world: the result follows from the arguments and the generator alone.
 * Arguments that break the input schema, ids that do not exist and a tool without a usable output schema give a result
 * with status `error` and a clear message; nothing is thrown.
 */
export function simulateTool(definition: ToolDefinition, call: ToolCall, context: SimulateContext): ToolResult {
  const simulation: SimulatorContext = {
    random: context.random,
    today: context.today,
    currency: context.currency ?? "MXN",
    language: context.language ?? "es",
  };
  const answer = (status: ToolResult["status"], result: JsonObject | string, durationMs: number): ToolResult => ({
    tool_call_id: call.tool_call_id,
    tool_name: call.tool_name,
    result,
    status,
    duration_ms: durationMs,
  });
  const durationMs = context.random.int(40, 900);
  const refuse = (message: string) => answer("error", { error: message }, durationMs);

  if (definition.name !== call.tool_name) return refuse(`tool ${call.tool_name} is not ${definition.name}`);
  const invalid = argumentErrors(call.arguments, definition.input_schema);
  if (invalid.length > 0) return refuse(`invalid arguments: ${invalid.join("; ")}`);

  const luck = context.random.next();
  const errorRate = context.errorRate ?? 0;
  if (luck < errorRate / 2) return answer("timeout", say(simulation, TIMEOUT), 30_000);
  if (luck < errorRate) return refuse(say(simulation, UNAVAILABLE));

  const simulator = SIMULATORS.get(definition.name);
  const result = simulator ? simulator(call.arguments, simulation) : sampleOutput(definition, call, simulation);
  return result instanceof SimulationFailure ? refuse(result.message) : answer("success", result, durationMs);
}

const TIMEOUT = ["La herramienta no respondió en 30 segundos", "The tool did not answer within 30 seconds"] as const;
const UNAVAILABLE = ["Servicio temporalmente no disponible", "Service temporarily unavailable"] as const;

function sampleOutput(
  definition: ToolDefinition,
  call: ToolCall,
  context: SimulatorContext,
): JsonObject | SimulationFailure {
  const sample = sampleSchema(definition.output_schema, call.arguments, context);
  if (typeof sample !== "object" || sample === null || Array.isArray(sample) || Object.keys(sample).length === 0) {
    return new SimulationFailure(`tool ${definition.name} has no simulator and no object output schema to draw from`);
  }
  const errors = schemaErrors(sample, definition.output_schema);
  if (errors.length > 0)
    return new SimulationFailure(`tool ${definition.name} cannot be simulated: ${errors.join("; ")}`);
  return sample as JsonObject;
}
