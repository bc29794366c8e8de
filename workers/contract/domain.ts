import { z } from "./zod.ts";

/** The six domains of the framework. */
export const DOMAINS = [
  "automotive.sales",
  "medical.consultation",
  "legal.advisory",
  "finance.advisory",
  "industrial.support",
  "education.tutoring",
] as const;
export const Domain = z.enum(DOMAINS).openapi("Domain");
export type Domain = z.infer<typeof Domain>;
