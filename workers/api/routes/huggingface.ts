import { HFUploadRequest, HFUploadResponse, HubToken } from "../../contract/huggingface.ts";
import { z } from "../../contract/zod.ts";
import { uploadToHub } from "../../services/huggingface.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const upload = declare("write", ["not_found", "validation_failed", "forbidden", "conflict", "upstream_error"], {
  method: "post",
  path: "/api/v1/connectors/huggingface/upload",
  operationId: "uploadToHuggingFace",
  tags: ["connectors"],
  summary: "Push a dataset to the Hugging Face Hub, private unless asked otherwise",
  description: "The token goes into the header or the body; it is used for this push, neither stored nor logged.",
  request: { headers: z.object({ "x-hf-token": HubToken.optional() }), body: body(HFUploadRequest) },
  responses: { 200: json(HFUploadResponse, "Where it went") },
});

export function registerHuggingFace(api: Api): void {
  api.openapi(upload, async (c) => {
    const token = c.req.valid("header")["x-hf-token"];
    return c.json(await uploadToHub(c.get("deps"), c.get("principal"), c.req.valid("json"), token), 200);
  });
}
