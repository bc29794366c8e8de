/** A repository of the fake hub: its files as the last commit left them. */
interface FakeRepo {
  private: boolean;
  commits: { summary: string; files: Map<string, Uint8Array> }[];
}

/** The part of the Hub's HTTP API that a push needs: repositories, preupload, Git LFS, commits as NDJSON. */
export class FakeHub {
  readonly url = "http://hub.test";
  readonly repos = new Map<string, FakeRepo>();
  readonly requests: string[] = [];
  readonly #token: string;
  readonly #objects = new Map<string, Uint8Array>();
  /** Answers every request with this status, while it is set. */
  failWith: number | null = null;

  constructor(token: string) {
    this.#token = token;
  }

  fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    this.requests.push(`${request.method} ${pathname}`);
    if (this.failWith !== null) return Response.json({ error: "no" }, { status: this.failWith });
    const stored = /^\/lfs-storage\/([0-9a-f]{64})$/.exec(pathname);
    if (stored !== null) return this.#store(stored[1]!, request);
    if (request.headers.get("authorization") !== `Bearer ${this.#token}`) {
      return Response.json({ error: "Invalid credentials" }, { status: 401 });
    }
    if (pathname === "/api/repos/create") return this.#create(request);
    const name = /^\/(?:api\/)?datasets\/([^/]+\/[^/]+?)(?:\.git)?\/(.*)$/.exec(pathname);
    const repo = this.repos.get(name?.[1] ?? "");
    if (repo === undefined) return Response.json({ error: "Repository not found" }, { status: 404 });
    switch (name?.[2]) {
      case "revision/HEAD":
        return Response.json({ _id: "1", id: name[1], private: repo.private, lastModified: "2026-01-15T12:00:00Z" });
      case "preupload/main":
        return this.#preupload(request);
      case "info/lfs/objects/batch":
        return this.#batch(request);
      case "commit/main":
        return this.#commit(repo, request);
      default:
        return Response.json({ error: "Not found" }, { status: 404 });
    }
  };

  async #create(request: Request): Promise<Response> {
    const body = (await request.json()) as { name: string; organization: string; type: string; visibility: string };
    if (body.type !== "dataset") return Response.json({ error: "type" }, { status: 400 });
    const id = `${body.organization}/${body.name}`;
    if (this.repos.has(id)) return Response.json({ error: "You already created this dataset repo" }, { status: 409 });
    this.repos.set(id, { private: body.visibility === "private", commits: [] });
    return Response.json({ url: `${this.url}/datasets/${id}`, id });
  }

  /** Data goes to LFS, what people read goes into the commit, as the Hub's default attributes have it. */
  async #preupload(request: Request): Promise<Response> {
    const { files } = (await request.json()) as { files: { path: string; size: number }[] };
    return Response.json({
      files: files.map(({ path, size }) => ({
        path,
        uploadMode: /\.(?:parquet|gz)$/.test(path) || size > 10_000 ? "lfs" : "regular",
      })),
    });
  }

  async #batch(request: Request): Promise<Response> {
    const { objects } = (await request.json()) as { objects: { oid: string; size: number }[] };
    return Response.json({
      transfer: "basic",
      objects: objects.map(({ oid, size }) => ({
        oid,
        size,
        ...(this.#objects.has(oid) ? {} : { actions: { upload: { href: `${this.url}/lfs-storage/${oid}` } } }),
      })),
    });
  }

  async #store(oid: string, request: Request): Promise<Response> {
    // The storage is another party's: a token sent there has leaked.
    if (request.headers.has("authorization")) return new Response("a token was sent to the storage", { status: 400 });
    const bytes = new Uint8Array(await request.arrayBuffer());
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const actual = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (actual !== oid) return new Response("the content has another hash", { status: 400 });
    this.#objects.set(oid, bytes);
    return new Response(null, { status: 200 });
  }

  async #commit(repo: FakeRepo, request: Request): Promise<Response> {
    const lines = (await request.text()).split("\n").map((line) => JSON.parse(line) as CommitLine);
    const files = new Map(repo.commits.at(-1)?.files);
    let summary = "";
    for (const { key, value } of lines) {
      if (key === "header") summary = value.summary;
      else if (key === "file")
        files.set(
          value.path,
          Uint8Array.from(atob(value.content), (c) => c.charCodeAt(0)),
        );
      else {
        const bytes = this.#objects.get(value.oid);
        if (bytes?.length !== value.size) return Response.json({ error: "missing LFS object" }, { status: 400 });
        files.set(value.path, bytes);
      }
    }
    repo.commits.push({ summary, files });
    const commitOid = String(repo.commits.length).padStart(40, "0");
    return Response.json({ success: true, commitOid, commitUrl: `${this.url}/commit/${commitOid}`, hookOutput: "" });
  }
}

type CommitLine =
  | { key: "header"; value: { summary: string } }
  | { key: "file"; value: { path: string; content: string; encoding: "base64" } }
  | { key: "lfsFile"; value: { path: string; oid: string; size: number; algo: "sha256" } };
