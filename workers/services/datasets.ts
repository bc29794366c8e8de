import { AppError, invalidField } from "../contract/error.ts";
import type { Page, PageQuery } from "../contract/page.ts";
import type {
  DatasetCreateRequest,
  DatasetFileInfo,
  DatasetPublicKeyResponse,
  DatasetResponse,
} from "../contract/template.ts";
import { keyFingerprint, toBase64 } from "../core/datasets/certificate.ts";
import { recipeProblem } from "../core/datasets/encode.ts";
import { buildDataset, discardBuild } from "./dataset-build.ts";
import { datasetKey } from "./dataset-files.ts";
import type { Deps, Principal } from "./deps.ts";
import type { DatasetRecord } from "./ports/datasets.ts";
import { refusePersonalData } from "./privacy.ts";
import { checkTemplate } from "./templates.ts";

function toResponse({ files: _files, ...record }: DatasetRecord): DatasetResponse {
  return { ...record, download_url: `/api/v1/datasets/${record.id}/download` };
}

/** Refuses an export that cannot be made, by the name of the field below `place`. @throws not_found for the template */
export function checkExport(
  input: Pick<DatasetCreateRequest, "template" | "format" | "record" | "gzip">,
  place: string,
): void {
  checkTemplate(input.template);
  const problem = recipeProblem({ ...input, family: input.template });
  if (problem !== null) throw invalidField(`${place}.${problem[0]}`, problem[1]);
}

export async function createDataset(
  deps: Deps,
  principal: Principal,
  input: DatasetCreateRequest,
): Promise<DatasetResponse> {
  checkExport(input, "body");
  if (input.include_failed && !principal.scopes.has("admin")) {
    throw new AppError("forbidden", 'include_failed needs the scope "admin"; the dataset is then marked uncertified');
  }
  refusePersonalData(deps, { "body.name": input.name, "body.system_prompt": input.system_prompt });
  const plan = { ...input, id: deps.newId(), createdAt: deps.clock.now().toISOString() };
  try {
    return toResponse(await buildDataset(deps, principal.organizationId, plan));
  } catch (error) {
    await discardBuild(deps, principal.organizationId, plan);
    throw error;
  }
}

export async function findDataset(deps: Deps, principal: Principal, id: string): Promise<DatasetRecord> {
  const record = await deps.datasets.get(principal.organizationId, id);
  if (record === null) throw new AppError("not_found", "Dataset not found");
  return record;
}

export async function getDataset(deps: Deps, principal: Principal, id: string): Promise<DatasetResponse> {
  return toResponse(await findDataset(deps, principal, id));
}

export async function listDatasets(deps: Deps, principal: Principal, page: PageQuery): Promise<Page<DatasetResponse>> {
  const found = await deps.datasets.list(principal.organizationId, page);
  return { ...found, items: found.items.map(toResponse) };
}

/** Every file of a dataset, the main one first. */
export async function listDatasetFiles(deps: Deps, principal: Principal, id: string): Promise<DatasetFileInfo[]> {
  const { files } = await findDataset(deps, principal, id);
  return files.map((file) => ({ ...file, url: `/api/v1/datasets/${id}/files/${file.name}` }));
}

/** A file of a dataset by its name; null stands for the main file. @throws not_found */
export async function findDatasetFile(
  deps: Deps,
  principal: Principal,
  id: string,
  name: string | null,
): Promise<DatasetRecord["files"][number]> {
  const { files } = await findDataset(deps, principal, id);
  const file = name === null ? files[0] : files.find((each) => each.name === name);
  if (file === undefined) throw new AppError("not_found", "The dataset has no file of this name");
  return file;
}

/** The bytes of a file that `findDatasetFile` found, or a range of them. */
export async function openDatasetFile(
  deps: Deps,
  principal: Principal,
  id: string,
  name: string,
  range?: { offset: number; length: number },
): Promise<ReadableStream<Uint8Array>> {
  const key = datasetKey(principal.organizationId, id, name);
  const stream = await deps.blobs.stream(key, range);
  if (stream === null) throw new Error(`object ${key} is missing`);
  return stream;
}

/** Deletes the record and every file. */
export async function deleteDataset(deps: Deps, principal: Principal, id: string): Promise<void> {
  const { files } = await findDataset(deps, principal, id);
  for (const { name } of files) await deps.blobs.delete(datasetKey(principal.organizationId, id, name));
  await deps.datasets.delete(principal.organizationId, id);
}

/** The key that signs this installation's certificates. */
export async function readPublicKey(deps: Deps): Promise<DatasetPublicKeyResponse> {
  const key = await deps.secrets.publicKey();
  return { algorithm: "Ed25519", key_id: await keyFingerprint(key), public_key: toBase64(key) };
}
