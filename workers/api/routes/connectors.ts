import { ConnectorImportResponse, ConnectorInfo, IMPORT_FORMATS } from "../../contract/import.ts";
import { PIIScanResponse } from "../../contract/privacy.ts";
import { invalidField } from "../../contract/error.ts";
import { z } from "../../contract/zod.ts";
import { toConnectorResponse } from "../../services/imports.ts";
import { scanText } from "../../services/privacy.ts";
import type { Api } from "../context.ts";
import { declare, json } from "../declare.ts";
import { acceptedResponse, takeUpload, uploadBody } from "../uploads.ts";
import { ImportQuery, uploadOptions } from "./imports.ts";

const tags = ["connectors"];

/** The connectors there are; `GET /connectors` answers this table. */
const CONNECTORS: z.infer<typeof ConnectorInfo>[] = [
  {
    name: "WhatsApp",
    slug: "whatsapp",
    description: "Chat exports of iOS and Android, anonymised on the way in",
    supported_formats: ["txt", "zip"],
    endpoint: "/api/v1/connectors/whatsapp",
    method: "POST",
    accepts: "multipart/form-data",
  },
  {
    name: "File",
    slug: "file",
    description: "Any supported file; the format is detected",
    supported_formats: IMPORT_FORMATS.filter((format) => format !== "auto"),
    endpoint: "/api/v1/connectors/file",
    method: "POST",
    accepts: "multipart/form-data",
  },
  {
    name: "Personal-data scanner",
    slug: "scan-pii",
    description: "Finds personal data in a text and shows it masked; stores nothing",
    supported_formats: ["text"],
    endpoint: "/api/v1/connectors/scan-pii",
    method: "POST",
    accepts: "application/json",
  },
];

const list = declare("public", [], {
  method: "get",
  path: "/api/v1/connectors",
  operationId: "listConnectors",
  tags,
  summary: "List the connectors",
  responses: { 200: json(z.array(ConnectorInfo), "The connectors") },
});

const whatsapp = declare("write", ["payload_too_large", "validation_failed", "import_failed"], {
  method: "post",
  path: "/api/v1/connectors/whatsapp",
  operationId: "importWhatsapp",
  tags,
  summary: "Import a WhatsApp export",
  request: { query: ImportQuery, body: uploadBody },
  responses: { 200: json(ConnectorImportResponse, "What was imported"), 202: acceptedResponse },
});

const file = declare("write", ["payload_too_large", "validation_failed", "import_failed"], {
  method: "post",
  path: "/api/v1/connectors/file",
  operationId: "importFile",
  tags,
  summary: "Import a file of any supported format",
  request: {
    query: ImportQuery.extend({ format: z.enum(IMPORT_FORMATS).default("auto") }),
    body: uploadBody,
  },
  responses: { 200: json(ConnectorImportResponse, "What was imported"), 202: acceptedResponse },
});

const ScanRequest = z.object({ text: z.string() });

const scan = declare("read", ["validation_failed", "payload_too_large"], {
  method: "post",
  path: "/api/v1/connectors/scan-pii",
  operationId: "scanPii",
  tags,
  summary: "Scan a text for personal data; nothing is stored",
  description: 'The text as JSON `{"text"}`, as the bare body, or in the query (where access logs may keep it).',
  request: {
    query: z.object({ text: z.string().max(200_000).optional() }),
    body: {
      required: false,
      content: { "application/json": { schema: ScanRequest }, "text/plain": { schema: z.string() } },
    },
  },
  responses: { 200: json(PIIScanResponse, "What was found; offsets are UTF-16 code units") },
});

export function registerConnectors(api: Api): void {
  api.openapi(list, (c) => c.json(CONNECTORS, 200));

  api.openapi(whatsapp, async (c) => {
    const taken = await takeUpload(c, { ...uploadOptions(c.req.valid("query")), format: "whatsapp" });
    return "accepted" in taken ? c.json(taken.accepted, 202) : c.json(toConnectorResponse(taken.imported), 200);
  });

  api.openapi(file, async (c) => {
    const { format, ...query } = c.req.valid("query");
    const taken = await takeUpload(c, { ...uploadOptions(query), format });
    return "accepted" in taken ? c.json(taken.accepted, 202) : c.json(toConnectorResponse(taken.imported), 200);
  });

  api.openapi(scan, async (c) => {
    const { text } = c.req.valid("query");
    const isJson = (c.req.header("content-type") ?? "").includes("json");
    const given = text ?? (isJson ? ScanRequest.parse(c.req.valid("json")).text : await c.req.text());
    if (given === "") throw invalidField("body.text", "send the text to scan");
    return c.json(await scanText(c.get("deps"), c.get("principal"), given), 200);
  });
}
