import { describe, expect, it } from "vitest";
import { DOMAINS } from "../../../workers/contract/domain.ts";
import { ScenarioTemplate } from "../../../workers/contract/scenario.ts";
import { localizeScenario, packScenarios, parseDomainData } from "../../../workers/core/domains/data.ts";
import { assignTopics } from "../../../workers/core/generation/topics.ts";
import { readStep } from "../../../workers/core/generation/step.ts";
import { SIMULATORS } from "../../../workers/core/tools/simulate.ts";
import { readDomainData, readLibrary, readSeedFile } from "./files.ts";

/** Scenario names with level (b, i, a), E for edge cases, and weight, as the reference's catalogue lists them. */
const PACKS: Record<string, string> = {
  "automotive.sales":
    "greeting_and_needs_assessment b 6, brand_search i 10, budget_search i 8, vehicle_detail_expansion i 8, financing_calculation i 8, full_purchase_flow a 10, vehicle_comparison a 6, not_available_fallback iE 6, frustrated_customer aE 4, price_negotiation_refusal iE 4, off_topic_redirect bE 4, bot_identity_disclosure bE 4",
  "medical.consultation":
    "routine_checkup b 8, symptom_assessment i 10, medication_review i 6, lab_results_discussion i 6, chronic_disease_management a 8, specialist_referral i 4, preventive_counseling b 4, anxious_patient aE 4, conflicting_information iE 4, insurance_coverage_issue iE 4",
  "legal.advisory":
    "case_intake i 10, case_strategy_discussion a 8, document_review i 6, deadline_and_filing b 4, settlement_negotiation_prep a 6, unrealistic_legal_expectations iE 4, conflict_of_interest_discovery aE 4, scope_limitation bE 4",
  "finance.advisory":
    "initial_risk_profiling i 8, portfolio_review i 10, retirement_planning a 8, investment_product_explanation i 6, tax_optimization a 4, kyc_compliance_review b 4, market_volatility_concern aE 4, unrealistic_return_expectations iE 4, suspicious_activity_flag aE 4, inheritance_planning a 4",
  "industrial.support":
    "equipment_troubleshooting i 10, preventive_maintenance_scheduling b 8, spare_parts_inquiry b 6, process_optimization a 4, new_equipment_training i 4, safety_incident_report aE 4, escalation_to_field_service iE 4, production_line_down aE 4",
  "education.tutoring":
    "concept_explanation b 10, homework_help i 10, exam_preparation i 8, progress_assessment i 6, research_guidance a 4, frustrated_student aE 4, learning_style_mismatch iE 4, parent_involvement iE 4",
};

describe.each(DOMAINS)("the domain %s", (domain) => {
  const data = readDomainData(domain);

  it("has the reference's scenarios with their levels, edge flags and weights", () => {
    const listed = data.pack.scenarios.map(
      (scenario) => `${scenario.name} ${scenario.skill_level[0]}${scenario.edge_case ? "E" : ""} ${scenario.weight}`,
    );
    expect(listed.join(", ")).toBe(PACKS[domain]);
  });

  it("tells every scenario in Spanish and in English in four to eight steps", () => {
    for (const scenario of data.pack.scenarios) {
      const spanish = localizeScenario(
        data,
        packScenarios(data).find((each) => each.name === scenario.name)!,
        "es",
      );
      for (const steps of [scenario.flow_steps, spanish.flow_steps]) {
        expect(steps.length, scenario.name).toBeGreaterThanOrEqual(4);
        expect(steps.length, scenario.name).toBeLessThanOrEqual(8);
      }
      expect(spanish.intent).not.toBe(scenario.intent);
      expect(ScenarioTemplate.safeParse(spanish).success).toBe(true);
    }
  });

  it("has five tools, each with a simulator and a topic that runs it", () => {
    expect(new Set(data.tools.map((tool) => tool.name)).size).toBe(5);
    for (const tool of data.tools) {
      expect(SIMULATORS.has(tool.name), tool.name).toBe(true);
      expect(
        data.bank.topics.some((topic) => topic.tool === tool.name),
        tool.name,
      ).toBe(true);
    }
    expect(data.plugin.tools.toSorted()).toEqual(data.tools.map((tool) => tool.name).toSorted());
  });

  it("finds a topic of its own for at least half the steps of its scenarios in both languages", () => {
    for (const language of ["es", "en"] as const) {
      let found = 0;
      let total = 0;
      for (const scenario of packScenarios(data)) {
        const steps = localizeScenario(data, scenario, language).flow_steps.map((step) =>
          readStep(step, language, ["x", "y"], "y"),
        );
        found += assignTopics(steps, data.bank.topics, language, new Set()).filter((topic) => topic !== null).length;
        total += steps.length;
      }
      expect(found / total, language).toBeGreaterThanOrEqual(0.5);
    }
  });

  it("ships library seeds that are valid, say who the assistant is, and name only tools that exist", () => {
    const tools = new Set(data.tools.map((tool) => tool.name));
    const seeds = readLibrary(domain);
    expect(new Set(seeds.map((seed) => seed.seed_id)).size).toBe(seeds.length);
    for (const language of ["es", "en"])
      expect(seeds.filter((seed) => seed.idioma === language).length).toBeGreaterThanOrEqual(3);
    for (const seed of seeds) {
      expect(seed.dominio).toBe(domain);
      expect(seed.seed_id).toMatch(new RegExp(`^lib-${domain.replace(".", "-")}-\\d{3}$`));
      expect(seed.rol_asistente).not.toBeNull();
      for (const name of seed.parametros_factuales.herramientas)
        expect(tools.has(name), `${seed.seed_id} ${name}`).toBe(true);
      expect(
        seed.parametros_factuales.restricciones.some((line) => /\d/.test(line)),
        `${seed.seed_id} has a number to check`,
      ).toBe(true);
    }
    expect(new Set(seeds.map((seed) => seed.objetivo)).size).toBe(seeds.length);
  });
});

describe("reading a domain file", () => {
  it("refuses references to tools that do not exist, naming them", () => {
    const file = structuredClone(readSeedFile("domains/automotive.sales.json")) as {
      pack: { scenarios: { expected_tool_sequence: string[] }[] };
    };
    file.pack.scenarios[0]!.expected_tool_sequence = ["consultar_historial"];
    expect(() => parseDomainData(file, readSeedFile("domains/common.json"))).toThrow(/consultar_historial/);
  });

  it("refuses a phrase that uses a slot nobody fills", () => {
    const file = structuredClone(readSeedFile("domains/automotive.sales.json")) as {
      bank: { topics: { text: { es: { ui?: string[] } } }[] };
    };
    file.bank.topics[0]!.text.es.ui = ["Quiero {nada_de_nada}"];
    expect(() => parseDomainData(file, readSeedFile("domains/common.json"))).toThrow(/nada_de_nada/);
  });
});
