import { readFileSync } from "node:fs";
import type { Domain } from "../../../workers/contract/domain.ts";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import type { DomainData } from "../../../workers/core/domains/data.ts";
import { parseDomainData } from "../../../workers/core/domains/data.ts";

/** A JSON file of seeds/, as the repository has it. */
export function readSeedFile(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), "utf8"));
}

export function readDomainData(domain: Domain): DomainData {
  return parseDomainData(readSeedFile(`domains/${domain}.json`), readSeedFile("domains/common.json"));
}

export function readLibrary(domain: Domain): SeedSchema[] {
  return (readSeedFile(`library/${domain}.json`) as unknown[]).map((seed) => SeedSchema.parse(seed));
}
