import { AppError, invalidField } from "../contract/error.ts";
import type { RenderRequest, TemplateInfo } from "../contract/template.ts";
import { DOMAINS, type Domain } from "../contract/domain.ts";
import type { Conversation } from "../contract/conversation.ts";
import type { ToolDefinition } from "../contract/tool.ts";
import { decideAssistantRole } from "../core/seeds/assistant-role.ts";
import { RENDER_NOW } from "../core/synthesis/fictional-time.ts";
import { FAMILIES, listTemplates } from "../core/templates/families.ts";
import { renderConversation } from "../core/templates/messages.ts";
import { type RenderOutput, TemplateError } from "../core/templates/model.ts";
import type { Deps, Principal } from "./deps.ts";
import type { TemplateConfig } from "./ports/datasets.ts";
import { refusePersonalData } from "./privacy.ts";

export function templateList(): TemplateInfo[] {
  return listTemplates();
}

/** @throws not_found with the names there are. */
export function checkTemplate(name: string): void {
  if (!FAMILIES.has(name)) {
    throw new AppError("not_found", `No template is called so; there are ${[...FAMILIES.keys()].join(", ")}`);
  }
}

/** Tools of the conversation's domain that it calls or that its seed lists. */
export async function toolsOf(
  deps: Deps,
  conversation: Conversation,
  listed: readonly string[],
): Promise<ToolDefinition[]> {
  if (!(DOMAINS as readonly string[]).includes(conversation.dominio)) return [];
  const used = new Set([
    ...listed,
    ...conversation.turnos.flatMap((turn) => (turn.tool_calls ?? []).map((call) => call.tool_name)),
  ]);
  const { tools } = await deps.catalog.domain(conversation.dominio as Domain);
  return tools.filter((tool) => used.has(tool.name));
}

/**
 * Which role is the assistant's: the caller's word, else the stored seed's, else what import or generation recorded.
 * Only then the table of professional roles decides, as it does for a seed that names none.
 */
async function assistantRoleOf(deps: Deps, principal: Principal, conversation: Conversation): Promise<string> {
  const seed =
    conversation.seed_id === "" ? null : await deps.seeds.get(principal.organizationId, conversation.seed_id);
  const roles = [...new Set(conversation.turnos.map((turn) => turn.rol))];
  return seed?.seed.rol_asistente ?? conversation.metadata["assistant_role"] ?? decideAssistantRole(roles);
}

/** Renders conversations that a client sent. @throws not_found for the template, validation_failed for a conversation. */
export async function renderTemplates(
  deps: Deps,
  principal: Principal,
  input: RenderRequest,
): Promise<{ outputs: RenderOutput[]; warnings: string[] }> {
  checkTemplate(input.template_name);
  const outputs: RenderOutput[] = [];
  for (const [index, conversation] of input.conversations.entries()) {
    try {
      outputs.push(
        renderConversation(conversation, input.template_name, {
          assistantRole: input.assistant_role ?? (await assistantRoleOf(deps, principal, conversation)),
          toolMode: input.tool_call_mode,
          systemPrompt: input.system_prompt,
          tools: await toolsOf(deps, conversation, []),
          now: RENDER_NOW,
        }),
      );
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      throw invalidField(`body.conversations.${index}`, error.message);
    }
  }
  return { outputs, warnings: [...new Set(outputs.flatMap((output) => output.warnings))] };
}

export async function getTemplateConfig(deps: Deps, principal: Principal): Promise<TemplateConfig> {
  const stored = await deps.templateConfigs.get(principal.organizationId);
  if (stored !== null) return stored;
  const now = deps.clock.now().toISOString();
  const config: TemplateConfig = {
    id: deps.newId(),
    default_template: "chatml",
    default_tool_call_mode: "native",
    default_system_prompt: null,
    preferred_templates: [],
    export_format: "jsonl",
    created_at: now,
    updated_at: now,
  };
  await deps.templateConfigs.put(principal.organizationId, config);
  return config;
}

export async function updateTemplateConfig(
  deps: Deps,
  principal: Principal,
  input: Partial<Omit<TemplateConfig, "id" | "created_at" | "updated_at">>,
): Promise<TemplateConfig> {
  for (const name of [input.default_template, ...(input.preferred_templates ?? [])]) {
    if (name !== undefined && !FAMILIES.has(name)) throw invalidField("body", "no template is called so");
  }
  refusePersonalData(deps, { "body.default_system_prompt": input.default_system_prompt });
  const config = {
    ...(await getTemplateConfig(deps, principal)),
    ...input,
    updated_at: deps.clock.now().toISOString(),
  };
  await deps.templateConfigs.put(principal.organizationId, config);
  return config;
}
