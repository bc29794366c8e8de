import { DOMAINS } from "../contract/domain.ts";
import type { Domain } from "../contract/domain.ts";
import { SeedSchema } from "../contract/seed.ts";
import type { ToolDefinition } from "../contract/tool.ts";
import { parseDomainData } from "../core/domains/data.ts";
import type { DomainData } from "../core/domains/data.ts";
import { normaliseSeedInput } from "../core/seeds/normalise.ts";
import { InputError } from "./failure.ts";
import { describeIssues } from "./input.ts";
import { listPackageJson, readPackageJson } from "./package-files.ts";

const domains = new Map<Domain, Promise<DomainData>>();

/** One domain: roles, tools, scenarios, phrase banks. Read once. */
export function loadDomain(domain: Domain): Promise<DomainData> {
  const loading = domains.get(domain) ?? readDomainFile(domain);
  domains.set(domain, loading);
  return loading;
}

async function readDomainFile(domain: Domain): Promise<DomainData> {
  if (!(await listDomains()).includes(domain))
    throw new InputError(`This version has no data for the domain ${domain}`);
  const [file, common] = await Promise.all([
    readPackageJson(`seeds/domains/${domain}.json`),
    readPackageJson("seeds/domains/common.json"),
  ]);
  return parseDomainData(file, common);
}

/** The domains whose data this version of the package brings. */
export async function listDomains(): Promise<Domain[]> {
  const files = new Set(await listPackageJson("seeds/domains"));
  return DOMAINS.filter((domain) => files.has(`${domain}.json`));
}

/** The tools of every domain. */
export async function loadTools(): Promise<ToolDefinition[]> {
  const all = await Promise.all((await listDomains()).map(loadDomain));
  return all.flatMap((domain) => domain.tools);
}

/** The curated seeds of a domain. */
export async function loadLibrary(domain: Domain): Promise<SeedSchema[]> {
  const seeds = await readPackageJson<unknown[]>(`seeds/library/${domain}.json`);
  return seeds.map((seed, index) => readSeed(seed, `seeds/library/${domain}.json[${index}]`));
}

/** A seed in full form, from any of the forms that the documentation shows. */
export function readSeed(value: unknown, name: string): SeedSchema {
  const result = SeedSchema.safeParse(normaliseSeedInput(value));
  if (result.success) return result.data;
  throw new InputError(`${name}: ${describeIssues(result.error.issues)}`);
}

/** A domain's name as an option gives it. */
export function readDomain(name: string, option: string): Domain {
  const domain = DOMAINS.find((each) => each === name);
  if (domain === undefined)
    throw new InputError(`${option} ${name}: unknown domain; expected one of ${DOMAINS.join(", ")}`);
  return domain;
}
