// Headers of a client that go on to the provider: those by which its SDK asks for versions and trials of an API.
import { AppError } from "../contract/error.ts";

/** By name in lower case; `core/models/adapters.ts` says which provider takes which. */
const PASSED = ["anthropic-beta", "anthropic-version", "openai-beta"];
/** Names of versions and trials: a header is no place for text. None has room for a number of nine digits. */
const VALUE = /^(?!.*\d(?:[-.]?\d){8})[A-Za-z0-9][\w.=-]{0,63}(?:[,;] ?[A-Za-z0-9][\w.=-]{0,63}){0,31}$/;

/** @throws AppError bad_request for one that is no list of names */
export function readClientHeaders(headers: Headers): Readonly<Record<string, string>> {
  const passed: Record<string, string> = {};
  for (const name of PASSED) {
    const value = headers.get(name);
    if (value === null) continue;
    if (!VALUE.test(value)) throw new AppError("bad_request", `${name}: must be names of versions or trials`);
    passed[name] = value;
  }
  return passed;
}
