import { invalidField } from "../contract/error.ts";
import type { HFUploadRequest, HFUploadResponse } from "../contract/huggingface.ts";
import { DatasetCreateRequest } from "../contract/template.ts";
import { datasetKey } from "./dataset-files.ts";
import { createDataset, findDataset } from "./datasets.ts";
import type { Deps, Principal } from "./deps.ts";

/** The Hub's client wants files whole, and a Worker has 128 MB for everything. */
const MAX_PUSH_BYTES = 48 * 1024 * 1024;

export interface HubFile {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The Hugging Face Hub, or a server that speaks its API. */
export interface HubPort {
  /**
   * Makes the dataset repository unless it exists, and puts the files into one commit.
   * @throws forbidden for the token, conflict for a public repository where a private one was asked for
   */
  push(input: {
    repoId: string;
    isPrivate: boolean;
    token: string;
    title: string;
    files: HubFile[];
  }): Promise<{ url: string; commitHash: string }>;
}

/** Pushes every file of a dataset; conversations become a dataset of their own first. The token is used once, kept nowhere. */
export async function uploadToHub(
  deps: Deps,
  principal: Principal,
  input: HFUploadRequest,
  headerToken: string | undefined,
): Promise<HFUploadResponse> {
  const token = headerToken ?? input.token;
  if (token === undefined) throw invalidField("header.X-HF-Token", "send a token of Hugging Face");
  const { repo_id: repoId, conversation_ids } = input;
  const datasetId =
    input.dataset_id ??
    (await createDataset(deps, principal, DatasetCreateRequest.parse({ name: repoId, conversation_ids }))).id;
  const dataset = await findDataset(deps, principal, datasetId);
  const size = dataset.files.reduce((sum, file) => sum + file.size_bytes, 0);
  if (size > MAX_PUSH_BYTES) {
    const limit = `${MAX_PUSH_BYTES / 1024 / 1024} MB`;
    throw invalidField("body.dataset_id", `its files are larger than ${limit}: download and push them, or use gzip`);
  }
  const files: HubFile[] = [];
  for (const { name } of dataset.files) {
    const bytes = await deps.blobs.get(datasetKey(principal.organizationId, datasetId, name));
    if (bytes === null) throw new Error(`object ${name} of dataset ${datasetId} is missing`);
    files.push({ path: name, bytes: new Uint8Array(bytes) });
  }
  const { url, commitHash } = await deps.hub.push({
    repoId,
    isPrivate: input.private,
    token,
    title: `Dataset ${datasetId}`,
    files,
  });
  deps.log.write("info", "dataset_pushed", { dataset_id: datasetId, files: files.length, bytes: size });
  return {
    repo_id: repoId,
    url,
    commit_hash: commitHash,
    files_uploaded: files.length,
    dataset_id: datasetId,
    private: input.private,
  };
}
