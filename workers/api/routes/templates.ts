import { RenderRequest, RenderResponse, TemplateInfo } from "../../contract/template.ts";
import { Timestamp } from "../../contract/ids.ts";
import { TOOL_CALL_MODES } from "../../contract/template.ts";
import { z } from "../../contract/zod.ts";
import { getTemplateConfig, renderTemplates, templateList, updateTemplateConfig } from "../../services/templates.ts";
import type { Api } from "../context.ts";
import { body, declare, json } from "../declare.ts";

const base = "/api/v1/templates";
const tags = ["templates"];

const TemplateConfigResponse = z
  .object({
    id: z.string(),
    organization_id: z.string().nullable(),
    default_template: z.string(),
    default_tool_call_mode: z.string(),
    default_system_prompt: z.string().nullable(),
    preferred_templates: z.array(z.string()),
    export_format: z.string(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .openapi("TemplateConfigResponse");

const TemplateConfigUpdateRequest = z
  .strictObject({
    default_template: z.string().max(80),
    default_tool_call_mode: z.enum(TOOL_CALL_MODES),
    default_system_prompt: z.string().max(8000).nullable(),
    preferred_templates: z.array(z.string().max(80)).max(100),
    export_format: z.enum(["jsonl", "text", "parquet"]),
  })
  .partial()
  .openapi("TemplateConfigUpdateRequest");

const list = declare("public", [], {
  method: "get",
  path: base,
  operationId: "listTemplates",
  tags,
  summary: "List the chat formats",
  responses: { 200: json(z.array(TemplateInfo), "The formats") },
});

const render = declare("read", ["not_found", "validation_failed"], {
  method: "post",
  path: `${base}/render`,
  operationId: "renderTemplate",
  tags,
  summary: "Render conversations in a chat format",
  request: { body: body(RenderRequest) },
  responses: { 200: json(RenderResponse, "One text per conversation") },
});

const exportRoute = declare("read", ["not_found", "validation_failed"], {
  method: "post",
  path: `${base}/export`,
  operationId: "exportTemplate",
  tags,
  summary: "Render conversations into a JSONL file",
  description: 'One record a line: `{"text", "loss_spans"}`; spans are UTF-16 offsets of what the assistant says.',
  request: { body: body(RenderRequest) },
  responses: { 200: { description: "The file", content: { "text/plain": { schema: z.string() } } } },
});

const readConfig = declare("read", [], {
  method: "get",
  path: `${base}/config`,
  operationId: "getTemplateConfig",
  tags,
  summary: "The organisation's export preferences",
  responses: { 200: json(TemplateConfigResponse, "The preferences") },
});

const writeConfig = declare("write", ["validation_failed"], {
  method: "put",
  path: `${base}/config`,
  operationId: "updateTemplateConfig",
  tags,
  summary: "Change the organisation's export preferences",
  request: { body: body(TemplateConfigUpdateRequest) },
  responses: { 200: json(TemplateConfigResponse, "The preferences") },
});

export function registerTemplates(api: Api): void {
  api.openapi(list, (c) => c.json(templateList(), 200));

  api.openapi(render, async (c) => {
    const input = c.req.valid("json");
    const { outputs, warnings } = await renderTemplates(c.get("deps"), c.get("principal"), input);
    const rendered = outputs.map((output) => output.text);
    return c.json({ rendered, template_name: input.template_name, count: rendered.length, warnings }, 200);
  });

  api.openapi(exportRoute, async (c) => {
    const input = c.req.valid("json");
    const { outputs } = await renderTemplates(c.get("deps"), c.get("principal"), input);
    const lines = outputs.map(({ text, lossSpans }) => `${JSON.stringify({ text, loss_spans: lossSpans })}\n`);
    const name = input.template_name.replace(/[^A-Za-z0-9._-]/g, "_");
    return c.text(lines.join(""), 200, {
      "Content-Disposition": `attachment; filename="uncase_export_${name}.jsonl"`,
    });
  });

  api.openapi(readConfig, async (c) => {
    const { organizationId } = c.get("principal");
    const config = await getTemplateConfig(c.get("deps"), c.get("principal"));
    return c.json({ ...config, organization_id: organizationId }, 200);
  });

  api.openapi(writeConfig, async (c) => {
    const { organizationId } = c.get("principal");
    const config = await updateTemplateConfig(c.get("deps"), c.get("principal"), c.req.valid("json"));
    return c.json({ ...config, organization_id: organizationId }, 200);
  });
}
