import type { HealthDbResponse, HealthResponse, HealthSetupResponse } from "../../contract/health.ts";
import type {
  PresidioAnalyzed,
  PresidioAnalyzeRequest,
  PresidioAnonymizeRequest,
  PresidioAnonymizeResponse,
  PresidioDeanonymizeRequest,
} from "../../contract/presidio.ts";
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

/** The endpoints that stand in for a Presidio server. Nothing is kept. */
export function presidio(http: Transport) {
  const post = <T>(path: string, json: unknown, options: CallOptions | undefined) =>
    http.json<T>({ method: "POST", path, json, repeat: "safe" }, options);
  const names = (path: string, options: CallOptions | undefined, query: { language?: string | undefined } = {}) =>
    http.json<string[]>({ method: "GET", path, query, repeat: "safe" }, options);
  return {
    analyze: (body: PresidioAnalyzeRequest & { text: string }, options?: CallOptions) =>
      post<PresidioAnalyzed[]>("/analyze", body, options),
    anonymize: (body: z.input<typeof PresidioAnonymizeRequest>, options?: CallOptions) =>
      post<PresidioAnonymizeResponse>("/anonymize", body, options),
    deanonymize: (body: z.input<typeof PresidioDeanonymizeRequest>, options?: CallOptions) =>
      post<PresidioAnonymizeResponse>("/deanonymize", body, options),
    supportedEntities: (language?: string, options?: CallOptions) => names("/supportedentities", options, { language }),
    recognizers: (language?: string, options?: CallOptions) => names("/recognizers", options, { language }),
    anonymizers: (options?: CallOptions) => names("/anonymizers", options),
    deanonymizers: (options?: CallOptions) => names("/deanonymizers", options),
  };
}
