import { IMPLICIT_ROLES } from "../../contract/conversation.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import { foldText, roundScore } from "./text.ts";
import type { Transcript } from "./transcript.ts";

/** Roles that imports use for the two sides, whatever the seed calls them. */
const GENERIC_ROLES = ["assistant", "user", "asistente", "usuario"];

export interface Structure {
  score: number;
  roles: number;
  turns: number;
  flow: number | null;
}

/**
 * How far a conversation keeps to the seed's form: share of its roles that the seed knows, distance of its number of
 * spoken and tool turns from the seed's range, and the flow score. The mean of the three; it is reported, not gated.
 */
export function scoreStructure(transcript: Transcript, seed: SeedSchema, flow: number | null): Structure {
  const known = new Set([...seed.roles, ...IMPLICIT_ROLES, ...GENERIC_ROLES].map(foldText));
  const present = new Set(transcript.turns.map((turn) => turn.role));
  const roles = [...present].filter((role) => known.has(role)).length / Math.max(1, present.size);
  const count = transcript.turns.length;
  const { turnos_min: min, turnos_max: max } = seed.pasos_turnos;
  const distance = count < min ? (min - count) / min : count > max ? (count - max) / max : 0;
  const turns = Math.max(0, 1 - distance);
  const parts = flow === null ? [roles, turns] : [roles, turns, flow];
  const score = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return { score: roundScore(score), roles: roundScore(roles), turns: roundScore(turns), flow };
}
