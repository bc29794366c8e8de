import type { Label } from "./label.ts";

/** Health and insurance: records, plans, policies, practitioners. */
export const HEALTH_LABELS: readonly Label[] = [
  {
    name: "record-number",
    category: "MEDICAL_RECORD",
    digits: 4,
    spaced: true,
    words:
      "mrn|nhc|medical record no|medical record number|hospital number|hospital no|hosp no|hosp number|hospital id|" +
      "unit number|chart number|chart no|patient no|patient number|patient ref|patient reference|paciente numero|" +
      "numero paciente|registro hospitalario|registro clinico|historia clinica|hist clin|hist clinica|h clinica|" +
      "hcl|hcu|exp clinico|expediente clinico|ficha clinica|numero ficha|ficha paciente|prontuario|" +
      "processo clinico|proc clinico|dossier medical|dossier patient|numero patient|ipp|nip patient|pulsera|" +
      "brazalete|wristband|bracelet|pulseira|accession number|specimen id|sample id|patient id|patient identifier|" +
      "id paciente|paciente id|encounter number|encounter no|encounter id|visit number|visit no|visit id|" +
      "admission number|admission no|hospital file|hosp file|case note number|casenote number|casenotes number|" +
      "unit no|lab number|lab no|lab ref|sample number|sample no|specimen number|specimen no|medical rec|med rec|" +
      "medrec|mr no|mr number|emr|ehr id|numero episodio|episodio numero|numero historial|numero historia|" +
      "historial numero|folio clinico|folio paciente|registro paciente|codigo paciente|numero ingreso|" +
      "numero admision|admision numero|numero muestra|muestra numero|orden laboratorio|n hc|num hc|numero hc|nr hc|" +
      "historia numero|hce|ficha medica|fm numero|numero atendimento|atendimento numero|numero prontuario|" +
      "processo hospitalar|numero sejour|iep|numero iep|numero venue|id band|idband|wrist band|patient band|" +
      "folio lab|folio laboratorio|folio estudio|lab id|order lab|estudio numero|placa numero estudio|pid|pac id|" +
      "pt id|ptid|pat id|mrnumber|health record|health record number|hospital record|clinic number|clinic no|" +
      "clinic id|clinic ref|dental record|expediente dental|expediente medico|carne prenatal|carnet prenatal|" +
      "carnet perinatal|carnet citas|registro clinico numero|identifiant patient|id patient|patient record|uhid|" +
      "umrn|empi|district number|x ray no|radiology number|histology no|numero biopsia|biopsia numero|" +
      "numero estudio|orden estudio|episodio urgencias|atencion numero|numero atencion|codigo atencion|" +
      "cuenta paciente|vaccination card|vaccine card|immunization card|immunization record|carne vacunacion|" +
      "carnet vacunacion|cartilla vacunacion|carteira vacinacao|cartao vacina|carnet vaccination|carnet sante|" +
      "carnet salud infantil",
  },
  {
    name: "record-number-loose",
    category: "MEDICAL_RECORD",
    digits: 4,
    loose: true,
    words: "hc|h c|ficha|chart",
  },
  {
    // "patient MR-229018": a code, for patients are counted as well.
    name: "record-of-patient",
    category: "MEDICAL_RECORD",
    digits: 4,
    loose: true,
    letters: "some",
    words: "patient|paciente|pte|doente|px",
  },
  {
    name: "plan-number",
    category: "HEALTH_PLAN",
    digits: 5,
    spaced: true,
    words:
      "member id|member no|member number|membership id|subscriber id|subscribernumber|subscriber|enrollee id|" +
      "insurance id|insurance no|insurance number|insurance member|policyholder id|medicaid id|medicaid no|" +
      "medicaid number|medicare id|medicare no|medicare number|medicare beneficiary|beneficiary id|" +
      "beneficiary number|plan id|health card|health insurance id|healthinsurancenumber|group no|bluecross id|" +
      "blue cross id|bcbs id|aetna id|cigna id|humana id|kaiser id|numero afiliado|afiliado numero|afiliado no|" +
      "numero afiliada|numero asegurado|asegurado numero|asegurado no|numero asegurada|id afiliado|id asegurado|" +
      "numero beneficiario|numero beneficiaria|numero credencial|credencial numero|credencial afiliado|" +
      "carnet afiliado|cip|cipa|sip|tsi|tis|naf sanitario|cartilla|numero cartilla|cartilla salud|" +
      "tarjeta sanitaria|obra social|prepaga|osde|swiss medical|galeno|medife|convenio|numero convenio|carteirinha|" +
      "numero carteirinha|carteira convenio|numero utente|utente|sns|cartao sus|cartao nacional|" +
      "cartao nacional saude|nacional saude|cns|plano saude|cartao saude|numero beneficiaire|adherent|" +
      "numero adherent|mutuelle|numero mutuelle|contrat mutuelle|cmu|css|insurance policy id|health plan id|" +
      "health plan number|insurance card|health insurance|health id|rx id|rxid|rx group|rxgrp|rx grp|group number|" +
      "group id|grp|member identification|member num|membership num|plan member|insured id|insured no|" +
      "insured number|insureds id|mbi|medi cal|medical id card|tricare id|tricare number|dod benefits|champva id|" +
      "uhc id|united healthcare id|anthem id|oscar id|hicn|ohip|ohipnumber|healthcardnumber|care card|" +
      "medicare card|tarjeta salud|tarjeta seguro|tarjeta medica|tarjeta asegurado|afiliacion medica|carnet salud|" +
      "carne salud|carnet medico|carnet obra social|socio prepaga|credencial medica|credencial salud|" +
      "credencial prepaga|credencial obra social|nro credencial|codigo asegurado|codigo afiliado|" +
      "codigo beneficiario|numero nuhsa|nuhsa|cartilla sanitaria|cartilla imss|cip sns|" +
      "tarjeta individual sanitaria|poliza salud numero|eps afiliado|numero eps|isapre numero|sis|numero sis|" +
      "codigo sis|matricula convenio|numero sus|cartao convenio|beneficiario plano|utente sns|carte mutuelle|" +
      "carte vitale numero|numero assure|ins|ins id|insid|insurance member id|pami|ioma|apross|osecac|osep|iosfa|" +
      "eps sura|eps sanitas|eps sos|nueva eps|compensar|famisanar|carne eps|carnet eps|osdepym|sancor salud|" +
      "accord salud|omint|policlinico|beneficio pami|numero beneficio|sura carne|sus cartao|sus numero|" +
      "cartao numero sus|plan medico|plan medical|carnet issste|issste|mbr|mbr id|rx member|rx member id|" +
      "health plan|plan salud|insurance card number|tarjeta sanitaria numero|kaiser number|aetna number|" +
      "cigna number|humana number|bupa number|bcbs number|medicare card number|insurance num|hcn|phn|ramq|" +
      "numero assurance maladie|assurance maladie|carte soleil|alberta health|msp number|health insurance number|" +
      "iehp|dependent id|insurer id|insurer number|insurance id number|coverage id|tarjeta sanitaria europea|tse|" +
      "ehic|ghic|codigo sip|carteira unimed|carteira plano|numero plano|carnet prepaga|id afiliada|socio osde|" +
      "nro beneficiario|mutualista|muface|isfas|mugeju|tarjeta adeslas|tarjeta sanitas|tarjeta asisa|cartao unimed|" +
      "tiers payant|numero adhesion|medi cal id|carnet seguro|seguro popular|insabi|subscriber number|" +
      "certificate holder|covered member|plan member id|benefit card|drug card|prescription card|rx card|" +
      "dental plan|vision plan|credencial imss|credencial issste|numero credencial medica|numero afiliado plan|" +
      "insurer no|beneficiario numero|beneficiario no|tarjeta asegurado numero|supplement plan|medigap",
  },
  {
    name: "plan-number-loose",
    category: "HEALTH_PLAN",
    digits: 5,
    spaced: true,
    loose: true,
    words:
      "medicare|medicaid|afiliado|afiliada|asegurado|asegurada|member|isapre|fonasa|pcn|insured|grupo familiar|" +
      "ioma|pami|eps|plan|cobertura|unimed|amil|banmedica|consalud|colmena|kaiser|aetna|cigna|humana|bupa|bcbs|" +
      "beneficiario|beneficiaria|beneficiary|asegurado titular",
  },
  {
    name: "policy-number",
    category: "POLICY_NUMBER",
    digits: 4,
    spaced: true,
    words:
      "soat|insured under|insured with|policy number|policy no|policy nr|policy id|policy ref|poliza|polizas|" +
      "numero poliza|pol no|pol num|apolice|numero apolice|numero police|police assurance|contrat assurance|" +
      "contrato seguro|certificate insurance|insurance certificate|insurance policy|renewal|breakdown membership|" +
      "seguro auto|seguro coche|cover note|covernotenumber|certificate number insurance|annuity contract|" +
      "life contract|bond number|pol nbr|policy num|policy nbr|policynum|poliza auto|poliza vida|poliza hogar|" +
      "poliza seguro|poliza gastos|seguro poliza|seguro numero|certificado seguro|certificado cobertura|" +
      "bilhete seguro|seguro apolice|apolice seguro|police numero|attestation assurance|cover number|cover no|" +
      "policy reference|policyholder number|certificado poliza|ramo poliza|contrato poliza|numero contrato seguro|" +
      "contrat auto|contrat habitation|contrat assurance auto|police auto|police habitation|insurance ref|" +
      "insurance reference|home insurance ref|motor policy|home policy|life policy|seguro hogar|seguro vida|" +
      "seguro moto|seguro carro|seguro viaje|travel policy|pet policy",
  },
  {
    name: "policy-number-loose",
    category: "POLICY_NUMBER",
    digits: 5,
    spaced: true,
    loose: true,
    words:
      "policy|seguro|assurance|membership|assureur|aseguradora|asegurador|insurer|tomador|seguradora|mapfre|" +
      "allianz|axa|qualitas|zurich|maif|macif|matmut|geico|progressive|statefarm|state farm|allstate|aviva|" +
      "insurer policy|cobertura auto|aseguranza|gnp|caser|mutua madrilena|linea directa|liberty mutual|usaa|" +
      "direct line|sancor|federacion patronal|rimac|pacifico seguros|sura seguros|porto seguro|azul seguros|" +
      "axa seguros|bci seguros|hdi seguros|chubb|ergo|generali|fidelidade|groupama|maaf",
  },
  {
    name: "practitioner-number",
    category: "MEDICAL_LICENSE",
    digits: 5,
    words:
      "cedula profesional|ced prof|cedprof|cedula especialidad|ced esp|numero colegiado|num colegiado|colegiado|" +
      "colegiada|colegiatura|cmp|matricula profesional|matricula nacional|matricula provincial|m n|m p|reg med|" +
      "registro medico|registro profesional|tarjeta profesional|crm|rne|coren|cro|ordem medicos|cedula ordem|npi|" +
      "dea|gmc|gmcnumber|gmc reference|gmc ref|nmc|nmc pin|nmcnumber|gdc|hcpc|rpps|adeli|medical license|" +
      "medical licence|license rn|rn license|rn|state license|nursing license|cert no|bar number|bar no|sra id|" +
      "crm sp|crm rj|crm mg|crm rs|crm pr|crm sc|crm ba|crm df|cedula medica|cedula prof|ced profesional|ced med|" +
      "cedula especialista|cedula numero profesional|cedula medico|cedula doctor|cp numero medico|reg prof|" +
      "registro sanitario medico|registro profesional medico|tp numero|numero colegiacion|colegiacion|n colegiado|" +
      "nro colegiado|col num|num col|numero colegiada|cop numero|c m p|c o p|mat prof|mat nac|mat prov|" +
      "matricula medica|matricula medico|mn numero|mp numero|matr nac|matr prov|cedula profissional|crm mt|crm ms|" +
      "crm go|crm es|crm ce|crm pe|crm pa|crm am|crm ro|crm ma|crm pi|crm rn|crm pb|crm al|crm se|crm to|coren sp|" +
      "coren rj|cro sp|crp|crefito|crf|crn|npinumber|deanumber|dea registration|state medical license|med lic|" +
      "medical lic|physician license|nurse license|nursing lic|lpn license|pharmacist license|gphc|gphcnumber|" +
      "gdcnumber|hcpcnumber|ahpra|ahpranumber|provider number|provider no|prescriber number|prescriber no|" +
      "prescriber id|provider id|numero rpps|numero adeli|am numero|finess|nurse pin|reg cmp|reg medico|" +
      "reg profesional|carne perito|colegiado perito|matricula mp|matricula mn|mat mp|mat mn|mp mat|mat med|" +
      "state lic|state licence|medical board|mat profesional|license md|cmp doctor|colegio medico|colegio medicos|" +
      "numero colegio|registro colegio|colegio numero|cnp|numero cnp|rne medico|tarjeta profesional abogado|" +
      "tarjeta profesional contador|matricula abogado|matricula contador|matricula ingeniero|matricula colegio|" +
      "cpacf|numero colegiado icam|colegiado icam|icam|icab|numero letrado|barreau|toque|numero toque|numero ordre|" +
      "ordre medecins|numero ordre medecins|numero oab|registro cfm|cfm|dental license|dental licence|" +
      "dentist license|rn no|rn number|rn lic|lvn license|np license|pa license|pharmacist no|registration gmc|" +
      "gmc registration|nmc number|nmc registration|hcpc number|rcvs|rcvs number|ahpra no|cpso|cpso number|" +
      "medical council|medical council number|mcr number|imc number|medical registration|" +
      "medical registration number|practitioner number|practitioner no|practitioner id",
  },
];
