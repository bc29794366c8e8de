import type { HealthDbResponse, HealthResponse, HealthSetupResponse } from "../../contract/health.ts";
import type { JsonObject } from "../../contract/ids.ts";
import type { z } from "../../contract/zod.ts";
import type { CallOptions, Transport } from "../transport.ts";

/** Whether the server and what it stands on work. */
export function health(http: Transport) {
  return {
    get: (options?: CallOptions) =>
      http.json<z.infer<typeof HealthResponse>>({ method: "GET", path: "/health", repeat: "safe" }, options),
    /** 503 when the database does not answer. */
    database: (options?: CallOptions) =>
      http.json<z.infer<typeof HealthDbResponse>>({ method: "GET", path: "/health/db", repeat: "safe" }, options),
    setup: (options?: CallOptions) =>
      http.json<z.infer<typeof HealthSetupResponse>>({ method: "GET", path: "/health/setup", repeat: "safe" }, options),
  };
}

/** One finding in Presidio's words. */
export interface PresidioFinding {
  entity_type: string;
  start: number;
  end: number;
  score: number;
  analysis_explanation?: JsonObject | null;
}

export interface PresidioAnalyzeRequest {
  text: string;
  language?: string;
  entities?: string[];
  score_threshold?: number;
}

export interface PresidioAnonymizeRequest {
  text: string;
  analyzer_results: PresidioFinding[];
  /** Per entity type, or `DEFAULT`: Presidio's operators. */
  anonymizers?: Record<string, JsonObject>;
}

export interface PresidioAnonymizeResponse {
  text: string;
  items: { start: number; end: number; entity_type: string; text: string; operator: string }[];
}

/** The endpoints that stand in for a Presidio server. Nothing is kept. */
export function presidio(http: Transport) {
  return {
    analyze: (body: PresidioAnalyzeRequest, options?: CallOptions) =>
      http.json<PresidioFinding[]>({ method: "POST", path: "/analyze", json: body, repeat: "safe" }, options),
    anonymize: (body: PresidioAnonymizeRequest, options?: CallOptions) =>
      http.json<PresidioAnonymizeResponse>({ method: "POST", path: "/anonymize", json: body, repeat: "safe" }, options),
  };
}
