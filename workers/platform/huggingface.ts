import { commit, createRepo, datasetInfo, HubApiError } from "@huggingface/hub";
import { AppError } from "../contract/error.ts";
import type { HubPort } from "../services/huggingface.ts";

const TIMEOUT_MS = 120_000;

/** The Hub at `hubUrl` by its official client. */
export function makeHub(hubUrl: string, fetcher: typeof fetch = (input, init) => fetch(input, init)): HubPort {
  return {
    async push({ repoId, isPrivate, token, title, files }) {
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const bounded: typeof fetch = (input, init) =>
        fetcher(input, { ...init, signal: AbortSignal.any([timeout, ...(init?.signal ? [init.signal] : [])]) });
      const common = { hubUrl, fetch: bounded, accessToken: token };
      const repo = { type: "dataset", name: repoId } as const;
      try {
        const isNew = await createRepo({ ...common, repo, visibility: isPrivate ? "private" : "public" }).then(
          () => true,
          (error: unknown) => {
            if (error instanceof HubApiError && error.statusCode === 409) return false;
            throw error;
          },
        );
        if (!isNew && isPrivate && !(await datasetInfo({ ...common, name: repoId })).private) {
          throw new AppError(
            "conflict",
            "repo_id: the repository exists and is public; send private: false to push to it",
          );
        }
        const operations = files.map(({ path, bytes }) => ({
          operation: "addOrUpdate" as const,
          path,
          content: new Blob([bytes]),
        }));
        // Xet wants WebAssembly compiled at run time, which Workers refuse; so does the client's own SHA-256 for large
        // files, unless its threshold for Web Crypto is raised.
        const made = await commit({
          ...common,
          repo,
          title,
          operations,
          useXet: false,
          useWebWorkers: { minSize: Number.MAX_SAFE_INTEGER },
        });
        return { url: `${hubUrl}/datasets/${repoId}`, commitHash: made?.commit.oid ?? "" };
      } catch (error) {
        throw toAppError(error);
      }
    },
  };
}

/** What the Hub answered, in words that repeat nothing of the request: its client quotes URLs and headers. */
function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (!(error instanceof HubApiError)) return new AppError("upstream_error", "Hugging Face could not be reached");
  if (error.statusCode === 401 || error.statusCode === 403) {
    return new AppError("forbidden", "Hugging Face refuses the token for this repository; it needs write access");
  }
  if (error.statusCode === 429) return new AppError("rate_limited", "Hugging Face asks to slow down");
  return new AppError("upstream_error", `Hugging Face answered ${error.statusCode}`);
}
