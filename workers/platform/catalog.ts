import type { Domain } from "../contract/domain.ts";
import { SeedSchema } from "../contract/seed.ts";
import { type DomainData, parseDomainData } from "../core/domains/data.ts";
import type { Catalog } from "../services/ports/seeds.ts";

/** Domain data and curated seeds, read from the static assets and kept for the life of the isolate. */
export function makeCatalog(assets: { fetch(request: Request): Promise<Response> }): Catalog {
  const domains = new Map<Domain, Promise<DomainData>>();
  const libraries = new Map<Domain, Promise<SeedSchema[]>>();
  let common: Promise<unknown> | null = null;

  async function read(path: string): Promise<unknown> {
    // The host is not looked at by the assets binding.
    const response = await assets.fetch(new Request(`https://assets.invalid/${path}`));
    if (!response.ok) throw new Error(`asset ${path}: status ${response.status}`);
    return response.json();
  }

  function remember<T>(held: Map<Domain, Promise<T>>, domain: Domain, load: () => Promise<T>): Promise<T> {
    const known = held.get(domain);
    if (known !== undefined) return known;
    const loading = load();
    held.set(domain, loading);
    loading.catch(() => held.delete(domain));
    return loading;
  }

  return {
    domain: (domain) =>
      remember(domains, domain, async () => {
        common ??= read("seeds/domains/common.json");
        const [file, shared] = await Promise.all([read(`seeds/domains/${domain}.json`), common]);
        return parseDomainData(file, shared);
      }),
    library: (domain) =>
      remember(libraries, domain, async () => SeedSchema.array().parse(await read(`seeds/library/${domain}.json`))),
  };
}
