import { UNCASEClient } from "../sdk/client.ts";
import { InputError } from "./failure.ts";

export interface RemoteOptions {
  server?: string;
  apiKey?: string;
}

/** The server that a command talks to, or null when it works on this machine alone. */
export function serverOf(options: RemoteOptions): string | null {
  return options.server ?? (process.env.UNCASE_URL || null);
}

/** A client for the server named by `--server` or `UNCASE_URL`, with the key of `--api-key` or `UNCASE_API_KEY`. */
export function createClient(options: RemoteOptions): UNCASEClient {
  const baseUrl = serverOf(options) ?? "http://localhost:8000";
  if (!/^https?:\/\//u.test(baseUrl))
    throw new InputError(`--server ${baseUrl}: expected an address such as http://localhost:8000`);
  return new UNCASEClient({ baseUrl, apiKey: options.apiKey ?? (process.env.UNCASE_API_KEY || undefined) });
}
