import type { ShieldCategory } from "./model.ts";

/**
 * A form of attack that needs no statistics. The pattern reads the view (lower case, no accents, disguises undone), has
 * only bounded gaps, and is tried where one of the `anchors` occurs (folded stems, written as in `concepts.ts`). `mention` says
 * that the form is often quoted or discussed, so that it counts less inside a quotation that is talked about.
 */
export interface ShieldRule {
  readonly id: string;
  readonly category: ShieldCategory;
  readonly confidence: number;
  readonly anchors: string;
  readonly pattern: RegExp;
  readonly mention: boolean;
}

const rule = (
  id: string,
  category: ShieldCategory,
  confidence: number,
  anchors: string,
  pattern: RegExp,
  mention = true,
): ShieldRule => ({
  id,
  category,
  confidence,
  anchors,
  pattern,
  mention,
});

const NOT_MINE = "(?!\\s(?:my|mi|mis)\\b)";

/** Every rule, es and en side by side. */
export const SHIELD_RULES: readonly ShieldRule[] = [
  rule(
    "ignore_instructions",
    "injection",
    0.95,
    "ignor disregard forget overrid bypass discard olvid descart omit omite anul sobrescrib salta saltate pasa hagas haz",
    new RegExp(
      `\\b(?:ignore|disregard|forget|override|bypass|discard|ignora|ignore|olvida|olvidate de|olvide|descarta|descarte|omite|omita|anula|sobrescribe|saltate|salta|pasa por alto|haz caso omiso de|haga caso omiso de|no hagas caso (?:a|de))${NOT_MINE}\\s(?:[a-z]+\\s){0,3}(?:(?:previous|prior|above|earlier|preceding|your|system|original|initial|all|any|tus|sus|las|los|todas|todos)\\s){1,3}(?:[a-z]+\\s){0,2}(?:instructions?|rules|guidelines|directives?|directions|prompts?|programming|orders|policy|policies|constraints|instrucciones|reglas|indicaciones|ordenes|directrices|normas|lineamientos|programacion|restricciones|politicas)\\b(?! (?:for|on|in|of|de|del|para) (?:the|la|el|this|esta) (?:pump|printer|machine|impresora|bomba|lavadora))`,
      "gu",
    ),
  ),
  rule(
    "forget_everything",
    "injection",
    0.85,
    "forget disregard olvid ignor borra",
    /\b(?:forget|disregard|ignore|olvida|olvidate de|ignora|borra)\s(?:everything|anything|all|todo)\s(?:[a-z]+\s){0,3}(?:told|said|before|above|prior|anterior|dijeron|arriba|so far|antes)\b/gu,
  ),
  rule(
    "new_instructions",
    "injection",
    0.8,
    "new nuev nuevas nueva updated replaced",
    /\b(?:your new|here is your new|tu nueva|tus nuevas|esta es tu nueva)\s(?:instructions?|task|mission|objective|role|tarea|mision|instruccion|instrucciones|funcion)\s(?:is|are|es|son|sera)\b/gu,
  ),
  rule(
    "fake_system_turn",
    "injection",
    0.85,
    "system sistema admin im_start inst override instructions",
    /(?:<\|im_start\|>\s?(?:system|developer)|<\/?(?:system|sistema|instructions)>|\[\/?(?:inst|system|sistema|admin note|system message)\]|(?:^|\n)\s{0,4}(?:#{2,4}|-{3,}|={3,})\s?(?:end |fin del |nuevas |new |begin )?(?:system|sistema|instructions|instrucciones|admin|override|anulacion)\b)/gu,
  ),
  rule(
    "addressed_to_ai",
    "injection",
    0.85,
    "ai ia assistant asistente llm language modelo model chatbots bots agents agente agent",
    /\b(?:(?:attention|note|important|message|atencion|nota|importante|mensaje)\b.{0,20}\b(?:for|to|a|para)\s(?:any |the |el |la |los |cualquier )?(?:ai|ia|llm|language models?|modelos? de lenguaje|chatbots?|asistentes?|assistants?)\b(?!\s(?:team|department|project|course|committee|manager|equipo|departamento|proyecto|curso|de (?:gerencia|direccion)))|(?:if|when|si|cuando) (?:you are|eres|seas) (?:an? |una? )?(?:ai|ia|llm|language model|modelo de lenguaje|automated assistant|asistente automatico|inteligencia artificial|artificial intelligence)\b.{0,20}\b(?:reading|processing|summari[sz]ing|leyendo|que (?:lee|procesa)))/gu,
  ),
  rule(
    "silent_tool_use",
    "injection",
    0.9,
    "without sin silently silencio do no never",
    /\b(?:send|forward|upload|call|invoke|execute|transfer|delete|envia|reenvia|sube|llama|invoca|ejecuta|transfiere|borra)\b.{0,80}\b(?:without (?:asking|telling|informing|confirmation)|do not (?:tell|inform|notify) the user|silently|sin (?:preguntar|avisar|decirle|confirmacion)|en silencio|no (?:le )?(?:avises|digas|informes) al usuario)/gu,
    false,
  ),
  rule(
    "exfiltration_link",
    "injection",
    0.9,
    "http https",
    /!\[[^\]]{0,40}\]\(https?:\/\/[^)]{0,80}[?&][a-z]{1,12}=(?:conversation|chat|data|history|secret|\{|<|\[)/gu,
    false,
  ),
  rule(
    "developer_authority",
    "injection",
    0.8,
    "developer desarrollador administrator administrador creator creador openai anthropic",
    /\b(?:i am|i'm|this is|speaking as|soy|te habla|aqui) (?:your |the |el |tu |an? |personal de )?(?:system )?(?:developer|administrator|creator|openai|anthropic|desarrollador|administrador|creador)\b.{0,60}\b(?:authorize|order|instruct|command|disable|ignore|unlock|autorizo|ordeno|instruyo|mando|desactiva|ignora)/gu,
  ),

  rule(
    "do_anything_now",
    "jailbreak",
    0.95,
    "anything dan$ stan$ lo+que",
    /\b(?:do anything now|you are (?:now )?(?:dan|stan|aim)\b|act as (?:dan|stan|aim)\b|(?:eres|actua como|finge ser) (?:ahora )?(?:dan|stan|aim)\b|modo dan\b|dan mode)/gu,
  ),
  rule(
    "unrestricted_persona",
    "jailbreak",
    0.9,
    "unrestricted unfiltered uncensored evil amoral unethical sin no+rules rogue malvad amoral no+restric without",
    /\b(?:pretend|imagine|act|roleplay|you are now|simulate|finge|imagina|actua|simula|ahora eres|eres)\b.{0,40}\b(?:unrestricted|unfiltered|uncensored|amoral|unethical|evil (?:ai|assistant|twin|bot)|without (?:any )?(?:rules|restrictions|filters|morals|limits)|no (?:rules|restrictions|filters|ethical)|sin (?:ninguna? )?(?:reglas?|restricciones|filtros?|moral|censura|limites|etica)|ia malvada|asistente (?:malvado|amoral))\b/gu,
  ),
  rule(
    "mode_switch",
    "jailbreak",
    0.85,
    "mode modo",
    /\b(?:enable|enter|activate|switch to|turn on|activa|entra en|habilita|enciende|cambia a)\s(?:el |the )?(?:(?:developer|god|sudo|unrestricted|jailbreak|uncensored|chaos|dan)\s?mode|modo (?:desarrollador|dios|sin restricciones|sin censura|jailbreak|caos|dan))\b(?! (?:on|in|en|de|del) (?:my|the|mi|el|los|chrome|android))/gu,
  ),
  rule(
    "suppress_refusal",
    "jailbreak",
    0.85,
    "refus niegue niegues neg start empieza comienza never nunca apologi disculp",
    /\b(?:(?:do not|don't|never|without) (?:refuse|refusing|apologi[sz]e)|no te (?:niegues|disculpes)|sin negarte)\b.{0,60}\b(?:answer|comply|steps|policy|illegal|harmful|contesta|cumple|pasos|politica|ilegal)|\b(?:start|begin|empieza|comienza)\b.{0,25}\b(?:with|con) "?(?:sure|absolutely|of course|claro|por supuesto)/gu,
  ),
  rule(
    "free_yourself",
    "jailbreak",
    0.85,
    "free libera liberate rompe break jailbroken unchained",
    /\b(?:break free (?:from|of)|you are (?:now )?(?:jailbroken|unchained|liberated|free (?:of|from) (?:all |your )?(?:rules|restrictions))|liberate de|rompe (?:las|tus) cadenas|(?:ya|ahora) estas (?:liberado|sin restricciones|sin cadenas|desbloqueado))\b/gu,
  ),

  rule(
    "reveal_prompt",
    "extraction",
    0.92,
    "prompt instructions instrucciones system sistema",
    /\b(?:reveal|show|give|tell|print|display|disclose|share|leak|paste|output|dump|revela|revelame|muestra|muestrame|dame|dime|imprime|ensename|comparte|filtra|pega|vuelca)\b(?:\s[a-z]+){0,3}?\s(?:your|tu|tus|the|el|las)\s(?:[a-z]+\s){0,2}?(?:system prompt|hidden prompt|initial prompt|original prompt|preprompt|system message|(?:hidden|initial|secret|internal|original|developer) (?:instructions|rules|guidelines)|prompt (?:de|del) sistema|prompt (?:oculto|inicial|original|completo)|mensaje (?:de|del) sistema|(?:instrucciones|reglas|directrices) (?:ocultas|iniciales|secretas|internas|originales|del sistema|del desarrollador))/gu,
  ),
  rule(
    "what_is_your_prompt",
    "extraction",
    0.88,
    "prompt instructions instrucciones",
    /\b(?:what (?:is|are|was|were)|cual (?:es|fue|era)|cuales (?:son|eran)|que dice[n]?) (?:your|tus?) (?:[a-z]+ ){0,2}?(?:system prompt|prompt|hidden instructions|initial instructions|secret instructions|exact instructions|prompt (?:de|del) sistema|mensaje (?:de|del) sistema|instrucciones (?:iniciales|ocultas|secretas|exactas))/gu,
  ),
  rule(
    "repeat_above",
    "extraction",
    0.9,
    "above anterior arriba before preced antes",
    /\b(?:repeat|print|output|copy|recite|echo|write|repite|imprime|copia|recita|devuelve|escribe)\s(?:everything|all|todo)\s?(?:the text |the words |el texto |lo )?(?:\S+\s){0,2}?(?:above|before this|that precedes|de arriba|anterior|antes de (?:este|esta))\b(?! (?:row|line \d|column|the line|de la (?:fila|linea)|la fila|table|tabla))/gu,
  ),
  rule(
    "transform_prompt",
    "extraction",
    0.85,
    "prompt instructions instrucciones",
    /\b(?:translate|encode|convert|rewrite|summari[sz]e|paraphrase|spell out|traduce|codifica|convierte|reescribe|resume|parafrasea|deletrea)\s(?:your|tus?)\s(?:[a-z]+\s){0,2}?(?:system prompt|prompt|instructions|rules|instrucciones|reglas)\b/gu,
  ),

  rule(
    "harmful_instructions",
    "toxic",
    0.9,
    "bomb explos weapon arma napalm molotov ricin ricina meth metanfetamina ransomware malware keylogger virus$ troyano detonador",
    /\b(?:how (?:to|do i|can i)|teach me to|steps to|guide to|instructions (?:to|for)|recipe for|write|create|code|como|ensename a|pasos para|guia para|receta (?:de|para)|escribe|crea|programa)\s(?:[a-z]+\s){0,4}?(?:make|build|assemble|construct|cook|synthesi[sz]e|a|an|some|hacer|hago|fabricar|armar|construir|cocinar|sintetizar|un|una)\s(?:[a-z]+\s){0,3}?(?:pipe bomb|bomb|explosives?|molotov|napalm|untraceable gun|nerve gas|ricin|meth|methamphetamine|ransomware|malware|keylogger|trojan|bomba|explosivos?|arma quimica|gas venenoso|ricina|metanfetamina|troyano)\b(?! threat)/gu,
  ),
  rule(
    "kill_someone",
    "toxic",
    0.92,
    "kill murder matar asesinar envenenar poison secuestrar kidnap torture torturar",
    /\b(?:how (?:to|do i|can i)|help me|best way to|como|ayudame a|la mejor (?:forma|manera) de)\s(?:[a-z]+\s){0,2}?(?:kill|murder|poison|kidnap|torture|matar|asesinar|envenenar|secuestrar|torturar|mato)\s(?:a |an |al |mi |my |the |la |una? ){0,2}(?:[a-z]+ ){0,2}?(?:wife|husband|neighbou?r|boss|person|child|kids?|people|someone|girlfriend|boyfriend|roommate|coworker|parents|ex|esposa|esposo|novia|novio|vecino|vecina|jefe|persona|nino|companero|alguien|gente)\b/gu,
  ),
  rule(
    "self_harm_method",
    "toxic",
    0.95,
    "suicid kill+myself end+my hang+myself matarme quitarme ahorcarme die$ morir",
    /\b(?:(?:painless|fastest|easiest|best|most effective) (?:way|method)s? (?:to|of) (?:kill(?:ing)? myself|end(?:ing)? my life|commit(?:ting)? suicide|die)|how (?:to|do i|can i) (?:kill|hang) myself|how many (?:pills|tablets)\b.{0,30}\b(?:to die|kill (?:me|myself))|(?:forma|manera|metodo)s? (?:mas )?(?:rapida|menos dolorosa|facil|rapido)\s?(?:de|para) (?:matarme|quitarme la vida|suicidarme|morir)|como (?:me mato|matarme|me suicido|suicidarme|me quito la vida)|cuantas pastillas\b.{0,30}\b(?:morir|matarme))/gu,
    false,
  ),

  rule(
    "request_real_data",
    "pii_solicitation",
    0.88,
    "real$ actual$ genuine authentic reales verdader autentic",
    /\b(?:use|include|insert|put|give me|show me|provide|generate|usa|utiliza|incluye|inserta|pon|dame|muestrame|proporciona|genera)\b(?:\s[a-z]+){0,3}?\s(?:(?:real|actual|genuine|authentic)\s(?:[a-z]+\s){0,2}?(?:names|phone numbers?|addresses|emails?|identities|ssns?|social security numbers?|patients?|customers?)|(?:nombres|telefonos|direcciones|domicilios|correos|identidades|datos de (?:pacientes|clientes))\s(?:reales|verdaderos|verdaderas|autenticos|autenticas|de verdad))/gu,
  ),
  rule(
    "bypass_anonymisation",
    "pii_solicitation",
    0.92,
    "anonymi anonimi redact mask enmascar filter filtro unmask desenmascar privacy privacidad",
    /\b(?:skip|bypass|disable|turn off|switch off|deactivate|remove|undo|reverse|stop|salta|saltate|desactiva|apaga|quita|omite|deshabilita|revierte|deshaz)\s(?:the |all |any |la |el |los |las |toda la )?(?:[a-z]+\s){0,2}?(?:anonymi[sz]ation|redaction|masking|pii (?:filter|detection|redaction)|privacy filter|data protection|anonimizacion|enmascaramiento|seudonimizacion|filtro de (?:datos|privacidad|pii)|proteccion de datos)\b|\b(?:do not|don't|no) (?:anonymi[sz]e|redact|mask|anonimices|enmascares|censures)\b/gu,
  ),
  rule(
    "unmask_token",
    "pii_solicitation",
    0.9,
    "person phone email token placeholder pseudonym seudonimo marcador unmask",
    /\b(?:who|what|unmask|resolve|reveal|de-?anonymi[sz]e|re-?identify|quien|que|desenmascara|resuelve|revela|reidentifica|desanonimiza)\b.{0,40}(?:\[(?:person|phone|email|ssn|address|location)(?:_\d{1,4})?\]|\b(?:behind|detras de) (?:the |los |el )?(?:tokens?|placeholders?|pseudonyms?|marcador(?:es)?|seudonimos?))/gu,
  ),
];
