// Days that belong to nobody in particular: today's, those of laws, versions, holidays and history.
import { endingAt } from "../patterns.ts";

/**
 * Such days score less than a day that is written out, below what counts where nobody is named: "Today is 2026-11-22"
 * stays readable to a model, and beside a name it is masked as any other day.
 */
export const ANYONES_SCORE = 0.84;

/** The day of a law, a decree or an act is no finding at all. */
export const isOfLaw = endingAt(
  /(?<!\p{L})(?:le[yi]|loi|law|act|(?:real |supremo )?decreto(?:[ -]le[yi])?|d[ée]cret|directiv[ae]|reglamento|regulament[oa]?|regulation|resoluci[oó]n|resolu[cç][aã]o|portaria|ordenanza|ordonnance|emenda|acordada|circular|ren|medida provis[oó]ria|instru[cç][aã]o normativa|arr[eê]t[ée])(?!\p{L})[^;\n]{0,44}?\d,?\s(?:de|of|du|del)\s$/iu,
);

/** Days that everybody has, written without a year: "feliz 1 de enero", "the 4th of July". */
const HOLIDAY =
  /^(?:(?:1|0?1º|uno|primero|1ro|6|seis)\sde\s(?:enero|janeiro)|(?:14|catorce)\sde\s(?:febrero|fevereiro)|8\sde\s(?:marzo|março)|(?:1|uno|primero|5|cinco|10|diez)\sde\s(?:mayo|maio)|25\sde\s(?:abril|mayo)|7\sde\ssetembro|(?:15|16|18)\sde\sse?p?tiembre|12\sde\soctubre|12\sde\soutubro|31\sde\soctubre|(?:1|2)\sde\s(?:noviembre|novembro)|20\sde\snoviembre|(?:12|24|25|31|veinticinco)\sde\s(?:diciembre|dezembro)|(?:4|4th)\s(?:of\s|de\s)?(?:july|julio)|9\sde\sjulio|28\sde\sjulio|20\sde\sjulio|14\sjuillet|1er\smai|11\snovembre|25\sd[ée]cembre|july\s(?:the\s)?(?:4|4th|fourth)|dec(?:ember|\.)?\s(?:24|25|31)(?:th|st)?|jan(?:uary|\.)?\s1(?:st)?|feb(?:ruary|\.)?\s14(?:th)?|oct(?:ober|\.)?\s31(?:st)?|sept?(?:ember|\.)?\s(?:the\s)?11(?:th)?)$/iu;
/** What makes one a limit or an appointment all the same. */
const LIMIT_BEFORE = endingAt(
  /(?<!\p{L})(?:(?:antes|a partir) del|(?:hasta|desde|vence|termina|acaba|empieza|inicia) el|para el|before|until|till|by|due|(?:ends|starts|begins|expires)(?: on)?|at[ée](?: o dia)?|jusqu['’]au|avant le)\s$/iu,
);

/** Whose day it is, as the words right before it say, in es, en, pt and fr: a row each. */
const LEADS: readonly string[] = [
  // Today.
  "hoy(?: en d[ií]a)?|hoje|estamos|ahora(?: mismo)?|actualmente|agora|atualmente|aujourd['’]hui|nous sommes|on est|now|currently|as of(?: today)?|today(?:['’]s)?(?: date)?(?: and time)?",
  "fecha(?: y hora)?(?: de hoy| actual(?:es)?| del sistema| de referencia)|d[ií]a (?:de hoy|actual)|data(?: e hora)? (?:atua(?:l|is)|de hoje|do sistema)|date (?:d['’]aujourd['’]hui|du jour|actuelle|courante)|(?:current|system|server|session|reference|local|today)[ _-]?(?:date|day|time|timestamp)(?:(?: and |[ _/&-]{1,3})?time)?(?: \\(\\p{L}{2,5}\\))?",
  // How far a model's knowledge reaches.
  "(?:knowledge|training data|conocimientos?|conhecimentos?|connaissances)(?: base)?(?: ?cut-?off| de corte)?(?: date)?|(?:training )?cut-?off(?: date)?|(?:fecha |data )?(?:l[ií]mite )?de corte(?: de (?:\\p{L}{2,3} )?(?:conocimientos?|entrenamiento|datos))?|(?:trained|entrenad[oa]s?|treinad[oa]s?)(?: on| with| con| com)? ?(?:data|datos|dados)? ?(?:up to|until|through|hasta|at[ée])",
  // Versions, and the upkeep of records and documents.
  "versi[oó]n|vers[aã]o|version|(?:v|ver|version|versi[oó]n|release|build|rev|changelog)[. ]{0,2}\\d[\\w.]{0,12}|\\[?v?\\d{1,3}\\.\\d{1,4}\\.\\d{1,4}\\]?",
  "(?:last[ _-]?)?(?:updated?|modified|revised|edited|created|generated|published|released?|retrieved|accessed|indexed|deployed|launched|deprecated)|last[ _-]reviewed|copyright|©",
  "(?:[uú]ltima |fecha de |data de )?(?:actualizaci[oó]n|modificaci[oó]n|publicaci[oó]n|lanzamiento|creaci[oó]n|estreno|atualiza[cç][aã]o|publica[cç][aã]o|lan[cç]amento)|(?:actualizad|publicad|lanzad|estrenad|modificad|generad|promulgad|reformad|atualizad|lan[cç]ad)[oa]s?|se (?:public|actualiz|lanz|estren|promulg|reform)[oó]|mise? à jour|derni[eè]re (?:mise à jour|modification)|publi[ée]e?s?",
  // Since when rules hold, and until when offers do.
  "(?:entr\\p{L}{1,5} (?:en|em) )?(?:vigor|vigueur)|entr\\p{L}{1,5} en vigencia|effective(?: date)?|(?:in|into) force|applies|applicable|aplicables?|aplican? a partir|rigen?|(?:takes?|took) effect|diario oficial(?: de la federaci[oó]n)?|bolet[ií]n oficial(?: del estado)?|di[aá]rio oficial|journal officiel|federal register|dof|boe",
  "(?:offers?|promos?|promotions?|sales?|discounts?|coupons?|ofertas?|promoci[oó]n(?:es)?|promo[cç][aã]o|descuentos?|cup[oó]n|rebajas|offre|soldes)(?: \\p{L}{2,12}){0,2}? (?:ends?|expires?|valid|v[aá]lid[oa]s?|valable|vigentes?|vence|termina|runs?|lasts?)|end of (?:life|support)",
  // Holidays and events for all, and the day of the week of a day.
  "(?:feriado|festivo|asueto|puente|(?:public |bank |national )?holiday|jour f[ée]ri[ée]|thanksgiving|christmas|easter|navidad|nochebuena|pascua|carnaval|\\p{L}{3,12}(?:['’]s|s['’]) day|d[ií]a (?:de (?:la |los )?|del )(?:madres?|padres?|ni[nñ]os?|maestros?|trabajo|amor|muertos|constituci[oó]n|independencia|bandera|reyes|hispanidad)|black friday|buen fin|hot sale|cyber monday|mundial|world cup|elecciones|elections?|[ée]lections|elei[cç][oõ]es)(?: day)?",
  "qu[eé] d[ií]a (?:de la semana )?(?:cae|cay[oó]|es|era|fue|cai|ser[aá])|wh(?:at|ich) day (?:of the week )?(?:is|was|will|does|did)|quel jour (?:tombe|est|[ée]tait|sera)|d[ií]as (?:faltan|quedan|hay)|dias (?:faltam|h[aá])|days (?:are )?(?:there )?(?:left )?until|jours (?:avant|reste-t-il|y a-t-il)",
];
const WEEKDAY =
  "lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|(?:segunda|ter[cç]a|quarta|quinta|sexta)(?:-feira)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";
/** What may stand between these words and the day: signs, short words, a weekday, the number of another day ("del 13 al"). */
const LINK = `(?:[\\s"'*_()[>:=,–—-]|(?<!\\d)\\d{1,2}(?!\\d)|(?<!\\p{L})(?:es|is|was|son|fue|cae|caen|falls?|tombe|[ée]|est|c['’]est|s[aã]o|are|at|on|in|el|la|le|los|em|en|o|a|al|à|au|du|del?|of|from|since|desde|hasta|until|through|up|to|por|para|dia|d[ií]a|the|partir|date|data|with|con|datos|ends?|goes|llegan?|termina|at[ée]|jusqu['’]au|depuis|${WEEKDAY})(?!\\p{L})){0,16}`;
const isLed = endingAt(new RegExp(`(?<![\\p{L}\\p{N}])(?:${LEADS.join("|")})(?:at|on)?(?!\\p{L})${LINK}$`, "iu"));
/** "25 December is a public holiday", "2026-11-22 is today's date". */
const SAID_BEHIND =
  /^(?:,?\s(?:es|is|est|[ée]|ser[aá]|cae)\s(?:(?:un|a|um|une?|el|la|the)\s)?(?:d[ií]a\s)?(?:feriado|festivo|inh[aá]bil|asueto|(?:public\s|bank\s|national\s)?holiday|f[ée]ri[ée]|hoy|today|la\sfecha\sde\shoy)(?!\p{L})|\s?\((?:hoy|hoje|today|now|current|actual)\))/iu;
const BEHIND_CHARS = 40;

/** Whether the words around a day say that it is anyone's. */
function isAnyones(text: string, start: number, end: number): boolean {
  return isLed(text, start) || SAID_BEHIND.test(text.slice(end, end + BEHIND_CHARS));
}

/** The same of a day in words, which may be a holiday, or one of history with its year. */
export function isAnyonesWorded(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  return /1[89]\d\d$/.test(value) || (HOLIDAY.test(value) && !LIMIT_BEFORE(text, start)) || isAnyones(text, start, end);
}

/** "logs/2026-11-22.csv", "report_2026-11-22": in the name of a thing, as it is or before the hour. */
const NAME_BEFORE = endingAt(/[\p{L}\p{N}][-_/]$/u);
const NAME_BEHIND = /^(?:[_/][A-Za-z]|\.[a-z]{2,5}(?![a-z])|[T ]\d{2}:\d{2})/;

/** The same of a day in numbers: with the year first it may be part of a name, or of a moment as machines write it. */
export function isAnyonesNumeric(text: string, start: number, end: number): boolean {
  const isYearFirst = /^\d{4}/.test(text.slice(start, start + 4));
  return (
    (isYearFirst && (NAME_BEFORE(text, start) || NAME_BEHIND.test(text.slice(end, end + 7)))) ||
    isAnyones(text, start, end)
  );
}
