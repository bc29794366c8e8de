import { roleKindOf } from "./role-words.ts";

/**
 * Which of a seed's roles the assistant plays: the first whose name is a professional's in es, en, pt or fr, unless
 * every role is one; else the only role that is not a client's; else the second. An empty list gives the empty string.
 */
export function decideAssistantRole(roles: readonly string[]): string {
  const professional = roles.filter((role) => roleKindOf(role)?.side === "professional");
  if (professional.length > 0 && professional.length < roles.length) return professional[0]!;
  const undecided = roles.filter((role) => roleKindOf(role)?.side !== "client");
  if (undecided.length === 1 && roles.length > 1) return undecided[0]!;
  return roles[1] ?? roles[0] ?? "";
}
