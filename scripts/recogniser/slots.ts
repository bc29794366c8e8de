import type { Random } from "../../workers/core/generation/random.ts";
import type { NameLists } from "./names.ts";
import { BUSINESS_NAMES, KINDS, LANDMARKS, LONG_NAMES, NATIONALITIES } from "./businesses.ts";
import { INDIAN_STREETS, QUARTERS, SHORT_STATES, SPOTS, STREETS_ALONE } from "./place-names.ts";
import type { Span } from "./sample.ts";

/** What fills the slots of the templates under `data/recogniser`: labelled pieces of text. */

export interface Piece {
  text: string;
  category?: Span["category"];
}

export type Language = "es" | "en" | "pt" | "fr";
type Filler = (random: Random, language: Language) => Piece[];

const person = (text: string): Piece => ({ text, category: "PERSON" });
const place = (text: string): Piece => ({ text, category: "LOCATION" });
const organization = (text: string): Piece => ({ text, category: "ORGANIZATION" });
const other = (text: string): Piece => ({ text, category: "OTHER" });
const plain = (text: string): Piece => ({ text });

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  es: ["Dr.", "Dra.", "doctor", "doctora", "Lic.", "lic", "Licenciada", "Ing.", "ing", "Mtra.", "Mtro.", "Prof.", "profesora", "Sr.", "Sra.", "D.", "Dña.", "Dª", "señor", "señora", "don", "doña", "maestra", "Arq.", "C.P.", "inge", "sra", "dr", "dra"],
  en: ["Dr.", "Mr.", "Mrs.", "Ms.", "Prof.", "Doctor", "Officer", "Judge", "Coach", "Nurse", "mr", "dr", "miss"],
  pt: ["Dr.", "Dra.", "Sr.", "Sra.", "seu", "dona", "doutor", "doutora", "professora", "Eng."],
  fr: ["M.", "Mme", "Mlle", "Dr", "Docteur", "Monsieur", "Madame", "Maître", "Pr"],
}; // prettier-ignore

/** Organisations by kind and language: `F` is a forename, `L` a surname, `C` a city, `W` a coined or common word. */
const ORGANIZATIONS: Readonly<Record<string, Readonly<Partial<Record<Language, readonly string[]>>>>> = {
  OC: {
    es: ["Hospital General de C", "Hospital San L", "Clínica L", "Clínica Santa W", "Sanatorio L", "Hospital Ángeles W", "Centro Médico W", "Hospital Universitario de C", "Laboratorio L", "IMSS Clínica 14", "clínica dental W", "consultorio W", "Centro de Salud W", "Hospital Regional W", "Farmacia W", "Farmacias W", "Hospital Clínic de C", "Hospital Universitario L", "Hospital Doctor F L", "Hospital Dr. F L", "hospital F L", "Clínica Virgen del L", "Salud W EPS", "W IPS", "Hospital de la Mujer de C", "hospital de especialidades W", "Hospital de Especialidades del IMSS", "hospital del niño W", "Clínica de Ojos L", "Unidad de Rehabilitación W", "Centro de Imagen W", "Sanitas W", "seguro W", "clínica 27", "Cruz Roja de C"],
    en: ["C General Hospital", "St. L Hospital", "L Clinic", "W Medical Center", "C Children's Hospital", "W Health", "L Dental", "W Pharmacy", "Mount W Hospital"],
    pt: ["Hospital São L", "Clínica L", "Hospital das Clínicas de C", "Santa Casa de C", "Laboratório W", "Unimed C"],
    fr: ["Hôpital Saint-L", "Clinique L", "CHU de C", "Hôpital de C", "Centre Hospitalier de C", "Pharmacie W"],
  },
  OB: {
    es: ["Banco W", "Banco L", "Banco del W", "Caja Popular W", "Financiera W", "Bancomer", "BBVA", "Santander", "Banorte", "Banamex", "Banco Azteca", "HSBC", "CaixaBank", "Bankinter", "Seguros W", "Aseguradora W", "Bancolombia", "Davivienda", "Banco Galicia", "Coopel W", "Caja W", "Crédito W"],
    en: ["Bank of C", "First W Bank", "W Credit Union", "L Savings Bank", "Wells Fargo", "Chase", "Citibank", "Capital One", "W Insurance", "L & L Insurance", "W Mutual", "Barclays", "Lloyds"],
    pt: ["Banco W", "Itaú", "Bradesco", "Banco do Brasil", "Caixa Econômica Federal", "Nubank", "Seguradora W"],
    fr: ["Banque W", "Crédit Agricole", "BNP Paribas", "Société Générale", "Caisse d'Épargne de C", "Mutuelle W"],
  },
  OS: {
    es: ["Universidad de C", "Universidad Autónoma de C", "Colegio W", "Instituto L", "Escuela Primaria L", "Escuela L L", "colegio San L", "secundaria técnica 12", "UNAM", "Tec de C", "prepa W", "IES L", "CEIP W", "Academia W", "Jardín de Niños W", "Liceo W", "secundaria técnica F L", "primaria F L", "Escuela F L", "cole Santa F", "colegio Santa F de L", "cole W"],
    en: ["University of C", "C State University", "L College", "L High School", "L Elementary School", "C Community College", "St. L Academy", "W Prep", "MIT", "UCLA"],
    pt: ["Universidade de C", "Universidade Federal de C", "Colégio W", "Escola Municipal L", "USP"],
    fr: ["Université de C", "Lycée L", "Collège L", "École W", "École L"],
  },
  OL: {
    es: ["Despacho L y Asociados", "L, L y Asociados", "Bufete L", "L & L Abogados", "despacho jurídico W", "Notaría 12 de C", "Estudio L", "Abogados W", "Gestoría L"],
    en: ["L & L LLP", "L, L and L", "L, L & L", "L and L", "L-L", "L, L and Associates", "Law Offices of L", "L Legal Group", "W Law"],
    pt: ["L Advogados", "L e L Advogados Associados"],
    fr: ["Cabinet L", "L et Associés"],
  },
  OP: {
    es: ["Industrias W", "Manufacturas L", "W de México", "Grupo W", "Aceros L", "Plásticos W", "maquiladora W", "Empaques W", "Cementos W", "W Automotriz", "Alimentos L", "Química W", "Metalúrgica L", "Textiles L", "Refacciones W", "Transportes L"],
    en: ["W Manufacturing", "L Industries", "W Plastics Inc.", "L Steel", "W Foods", "General W", "L Packaging", "W Automotive"],
    pt: ["Indústrias W", "Metalúrgica L", "W do Brasil"],
    fr: ["Usines L", "W Industrie", "Aciéries L"],
  },
  OD: {
    es: ["Autos W", "Seminuevos W", "Toyota C", "Nissan C", "Honda W", "Grupo Automotriz L", "Automotores L", "Volkswagen W", "Agencia W", "Taller L", "talleres W", "Refaccionaria L", "Llantas W", "Autolavado W", "Concesionaria L"],
    en: ["W Motors", "L Auto Group", "Ford of C", "L Toyota", "C Honda", "W Tires"],
  },
  OR: {
    es: ["Restaurante W", "Ferretería L", "Papelería W", "Abarrotes W", "Inmobiliaria L", "Constructora L", "Hotel W", "Gimnasio W", "Estética W", "Muebles L", "Zapatería L", "Panadería W", "Súper W", "Electrónica L", "Distribuidora L", "Comercializadora W", "Joyería L", "Floristería W", "Viajes W", "Telas L", "Tienda W", "Carnicería L", "Tacos L", "Librería W", "Frigorífico Don F", "Tienda Don F", "Restaurante Mamá F", "Tortas F", "Abarrotes Doña F", "Taquería El W", "Minera W", "farmacia San F", "farmacia W", "ferretería Don F"],
    en: ["W Hotel", "L's Diner", "L Bakery", "L Hardware", "W Realty", "L Construction", "W Travel", "W Fitness", "L & Sons", "The W Group", "W Books", "L Brothers", "L's Grill", "L's Kitchen", "The L Arms", "The W House", "F's Place", "L's"],
    pt: ["Padaria W", "Construtora L", "Hotel W", "Supermercado L", "Imobiliária L", "Lojas W"],
    fr: ["Boulangerie L", "Hôtel W", "Garage L", "Restaurant W", "Transports L", "Immobilière W"],
  },
  OX: {
    es: ["L L S.A. de C.V.", "W S.A. de C.V.", "W SA de CV", "Grupo L", "Corporativo W", "L Hermanos", "W y Asociados", "W S.L.", "L e Hijos", "Consultores W", "W Servicios", "Servicios W del Norte", "Comercial L S. de R.L.", "W S.A.S.", "L Ltda.", "Soluciones W", "W Logística", "Constructora W S.A.", "Telecom W", "W Digital", "Cooperativa W", "Fundación L", "Asociación W", "Sindicato W", "Secretaría de W", "Ayuntamiento de C", "Gobierno de C", "Telmex", "Telcel", "Cemex", "Pemex", "Femsa", "Movistar", "Iberdrola", "Correos", "SAT", "Infonavit", "Profeco", "Hacienda", "IMSS", "ISSSTE", "DGT", "DHL", "Estafeta", "OXXO", "Oxxo", "la Fiscalía", "Infonacot", "OSDE", "EPS Sura", "W Logística y Transporte", "W & L Abogados", "Asesoría W", "agropecuaria W", "W Renting", "Hilados W", "Forjas de C", "Moldes W", "Mecatrónica W", "Soporte W", "Asesoría Jurídica W", "Asesoría Fiscal L", "Centro de Capacitación W", "Centro de Estudios W", "Centro de Atención W", "Soluciones Industriales de C", "Montajes Industriales W", "Equipos y Herramientas W", "Lácteos W", "Carnes W", "Créditos W", "Préstamos W", "Hipotecaria W", "Viviendas W", "Rentas W", "Grúas W", "Elevadores W", "Tornillería L", "Aceros y Perfiles W", "Cartones y Papeles de C", "Maderas y Muebles W", "Mármoles y Granitos L", "Torno y Fresado L SA de CV", "Inyección y Moldeo de C SA", "Condominio W", "Conjunto Residencial W", "Edificio W PH", "Agrícola L", "Minera W", "Pesquera W", "Viñedos L", "Donde W", "Donde Don F", "Ambulancias W", "Laboratorio W", "Imagenología W", "Diagnóstico W IPS", "Escuela de Música L"],
    en: ["W Inc.", "W Corp", "L & Co.", "L, L and L", "W Technologies", "W Systems LLC", "L Group", "L Ltd", "W Solutions", "L Consulting", "W Partners", "W Labs", "W.com", "L Holdings", "The L Foundation", "W Capital", "L-L", "W and Sons", "L Inc", "W Energy", "City of C", "C Police Department", "Department of W", "IBM", "Google", "Amazon", "Microsoft", "UPS", "FedEx", "NASA", "FBI", "Verizon", "AT&T"],
    pt: ["W Ltda.", "L & Cia", "Grupo L", "W S.A.", "Prefeitura de C", "Petrobras", "Correios", "L Comércio", "W Tecnologia"],
    fr: ["W SA", "L SARL", "Groupe L", "L et Fils", "W Conseil", "Mairie de C", "Préfecture de C", "EDF", "SNCF", "La Poste", "L Frères"],
  },
  OJ: {
    es: ["Juzgado Segundo de lo Civil de C", "Tribunal Superior de C", "Juzgado de lo Social n.º 3 de C", "Junta de Conciliación de C", "Fiscalía de C", "Tribunal Laboral de C", "juzgado tercero de lo familiar", "Juzgado Quinto Civil", "juzgado de familia de C", "Centro de Conciliación Laboral", "Fiscalía General", "Juzgado Octavo de lo Mercantil", "juzgado segundo de lo penal", "Juzgado Tercero de lo Familiar de C", "juzgado noveno de distrito", "Junta Local de Conciliación", "Junta Especial 12", "Centro de Justicia Alternativa", "Defensoría Pública", "Registro Público de la Propiedad", "Audiencia Provincial de C", "Juzgado de lo Mercantil n.º 2 de C", "Procuraduría de la Defensa del Menor"],
    en: ["C District Court", "Superior Court of C", "High Court of C"],
    pt: ["Tribunal de Justiça de C", "1ª Vara Cível de C"],
    fr: ["Tribunal de grande instance de C", "Cour d'appel de C"],
  },
}; // prettier-ignore

/** Words that businesses call themselves. */
const COINED: readonly string[] =
  "Horizonte Cumbres Alameda Progreso Esperanza Reforma Victoria Sol Aurora Fénix Águila Cóndor Delta Omega Alfa Pacífico Atlántico Andina Bajío Sureste Central Moderna Universal Nacional Continental Real Imperial Olimpo Titán Vertex Nexus Novatek Integra Prisma Lumina Solaris Terra Vitalis Medica Salus Bienestar Futura Génesis Cosmos Galaxia Estrella Luna Cristal Diamante Oriental Occidental Miramar Bellavista Altavista Vallarta Libertad Independencia Juárez Hidalgo Morelos Colón Bolívar Acme Summit Pioneer Liberty Evergreen Lakeside Riverside Northwind Bluestone Redwood Silverline Brightpath Starlight Beacon Crestview Oakwood Maplewood Granite Sterling Apex Zenith Quantum Vantage Fairview Heritage Patriot Frontier Cascade Harbor Keystone Ironwood Sunrise Pinnacle Globex Initech Innova Conecta Digital Total Uno Express Plus Global Norte Sur Ibérica Lusitana Mercure Lumière Soleil Étoile Océane".split(
    " ",
  );

const STREET_TYPES: Readonly<Record<Language, readonly string[]>> = {
  es: ["calle", "Calle", "C/", "c/", "Av.", "av", "Avenida", "avenida", "Blvd.", "Calz.", "Calzada", "Paseo", "Privada", "Prolongación", "Carretera", "Camino", "Plaza", "Jr.", "Pasaje", "Callejón", "Ronda", "Circuito", "Cda.", "blvd"],
  en: ["Street", "St", "St.", "Avenue", "Ave", "Ave.", "Road", "Rd", "Lane", "Ln", "Drive", "Dr", "Blvd", "Court", "Ct", "Way", "Place", "Terrace", "Circle", "Parkway"],
  pt: ["Rua", "rua", "R.", "Av.", "Avenida", "Travessa", "Alameda", "Praça", "Rodovia"],
  fr: ["rue", "avenue", "boulevard", "bd", "place", "impasse", "chemin", "allée", "quai"],
}; // prettier-ignore

const STREET_NAMES: Readonly<Record<Language, readonly string[]>> = {
  es: ["5 de Mayo", "16 de Septiembre", "Benito Juárez", "Miguel Hidalgo", "Insurgentes", "Insurgentes Sur", "de la Constitución", "Mayor", "Real", "Gran Vía", "Alcalá", "de Aragón", "San Martín", "Corrientes", "Rivadavia", "Libertador", "Independencia", "20 de Noviembre", "las Flores", "los Pinos", "del Sol", "los Naranjos", "Universidad", "Revolución", "Juárez", "Morelos", "Zaragoza", "Constituyentes", "Tecnológico", "López Mateos", "Lázaro Cárdenas", "Vallarta", "Chapultepec", "de la Paz", "Larga", "Nueva", "San José", "Santa Fe", "Colón", "Madero", "Guerrero", "Allende", "Pino Suárez", "Emiliano Zapata", "Niños Héroes", "de las Torres", "del Valle"],
  en: ["Main", "Oak", "Maple", "Elm", "Cedar", "Pine", "Washington", "Lincoln", "Park", "Lake", "Hill", "Church", "High", "Mill", "River", "Sunset", "Jefferson", "Broadway", "Market", "King", "Queen", "Victoria", "Station", "Spring", "Highland", "5th", "42nd", "Second", "West 3rd", "Martin Luther King"],
  pt: ["das Flores", "XV de Novembro", "Sete de Setembro", "Augusta", "Paulista", "São João", "Dom Pedro II", "Getúlio Vargas", "da Consolação", "Tiradentes"],
  fr: ["de la République", "Victor Hugo", "de la Gare", "Pasteur", "Jean Jaurès", "des Lilas", "du Moulin", "de l'Église", "de Paris", "Voltaire", "Saint-Michel"],
}; // prettier-ignore

/** Second words of English street names. */
const LANDSCAPES: readonly string[] =
  "Hollow Ridge Creek Hill Grove Meadow Lake Park Valley Bridge Mill Field Green Brook Wood Point Bay Heath View Springs".split(
    " ",
  );

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
  pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
};

const DAYS: Readonly<Record<Language, readonly string[]>> = {
  es: "lunes martes miércoles jueves viernes sábado domingo".split(" "),
  en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
  pt: "segunda terça quarta quinta sexta sábado domingo".split(" "),
  fr: "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
};

/** Share of invented names, so that names outside the lexicon are learnt too. */
const INVENTED = 0.2;
const ONSETS = "b c ch d f g j k l m n p q r s t v x y z br cr dr fr gr tr st sh th ll ñ qu".split(" ");
const VOWELS = "a e i o u a e i o ia ie ue ai ei".split(" ");
const CODAS = ["", "", "", "n", "r", "s", "l", "z", "x", "m", "t"];

function invent(random: Random): string {
  let name = "";
  for (let syllables = random.int(2, 3); syllables > 0; syllables--) {
    name += random.pick(ONSETS) + random.pick(VOWELS) + (syllables === 1 ? random.pick(CODAS) : "");
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const NICKNAMES =
  "Gordo Flaco Chino Güero Negro Tuercas Chato Oso Pelón Gato Ruso Mudo Zurdo Greñas Chapo Mosco Tigre Pecas Wero Chiquis Canelo Moro Tano Turco Polaco Abuelo".split(
    " ",
  );

/** Builds the slot table from the gazetteers. */
export function createSlots(names: NameLists): ReadonlyMap<string, Filler> {
  const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const censusForenames = names.censusForenames.slice(0, 2500).map(capitalise);
  const censusSurnames = names.censusSurnames.slice(0, 30000).map(capitalise);
  const citiesOf = (pattern: RegExp): string[] =>
    names.cities.filter((city) => pattern.test(city.country)).map((city) => city.name);
  const cities: Readonly<Record<Language, readonly string[]>> = {
    es: citiesOf(/^(?:Mexico|Spain|Argentina|Colombia|Chile|Peru|Ecuador|Uruguay|Guatemala|Costa Rica)$/u),
    en: citiesOf(/^(?:United States|United Kingdom|Canada|Australia|Ireland|India)$/u),
    pt: citiesOf(/^(?:Brazil|Portugal)$/u),
    fr: citiesOf(/^(?:France|Belgium|Switzerland)$/u),
  };
  const world = names.cities.map((city) => city.name).filter((name) => /^[\p{Script=Latin} '-]+$/u.test(name));
  const regionsOf = (pattern: RegExp): string[] => [
    ...new Set(names.cities.filter((city) => pattern.test(city.country)).map((city) => city.region)),
  ];
  const countries = [...new Set(names.cities.map((city) => city.country))];
  const regions: Readonly<Record<Language, readonly string[]>> = {
    es: ["España", "México", "Colombia", "Perú", "Estados Unidos", "Argentina", "Alemania", "Francia", "Chile", "CDMX", "Jalisco", "Nuevo León", "Veracruz", "Puebla", "Cataluña", "Andalucía", "Edomex", ...regionsOf(/^(?:Mexico|Spain|Colombia|Argentina)$/u)],
    en: ["USA", "UK", "TX", "CA", "NY", "FL", "Texas", "California", ...countries, ...regionsOf(/^(?:United States|Canada)$/u)],
    pt: ["SP", "RJ", "MG", "Brasil", ...regionsOf(/^Brazil$/u)],
    fr: ["France", "Belgique", "Suisse", ...regionsOf(/^France$/u)],
  }; // prettier-ignore
  const brands = names.words.get("brands")!;
  const cars = brands.slice(0, brands.indexOf("paracetamol"));
  const medicines = brands.slice(brands.indexOf("paracetamol"), brands.indexOf("whatsapp"));
  const products = brands.slice(brands.indexOf("whatsapp"));

  const ordinaryWords: Readonly<Record<Language, readonly string[]>> = {
    es: names.words.get("ordinary-es")!,
    en: [...names.words.get("ordinary-en")!, ...names.englishWords],
    pt: names.words.get("ordinary-es")!,
    fr: names.words.get("ordinary-en")!,
  };
  const frequent = names.words.get("common-es")!;
  /** A word that is no name: mostly of the trades the project is about, now and then a frequent one, or with a capital. */
  const ordinary = (random: Random, language: Language): string => {
    const word =
      language === "es" && random.next() < 0.25 ? random.pick(frequent) : random.pick(ordinaryWords[language]);
    return random.next() < 0.16 ? capitalise(word) : word;
  };
  /** Names of people that are names of places too, and short names, by language. */
  const placeWords = new Set(
    names.cities.flatMap(({ name, country, region }) => [name, country, region]).map((name) => name.toLowerCase()),
  );
  const alsoPlaces = (lists: ReadonlyMap<string, readonly string[]>, language: Language): string[] =>
    lists.get(language)!.filter((name) => placeWords.has(name.toLowerCase()));
  const LANGUAGES = ["es", "en", "pt", "fr"] as const;
  const placedForenames = new Map(LANGUAGES.map((language) => [language, alsoPlaces(names.forenames, language)]));
  const placedSurnames = new Map(LANGUAGES.map((language) => [language, alsoPlaces(names.surnames, language)]));
  const listOf = (list: string, language: Language): readonly string[] =>
    names.words.get(`${list}-${language === "en" || language === "fr" ? "en" : "es"}`)!;
  const nickname = (random: Random, language: Language): string =>
    capitalise(random.pick(listOf("nicknames", language)));
  const wordName = (random: Random, language: Language): string => random.pick(listOf("word-names", language));
  const placedForename = (random: Random, language: Language): string => random.pick(placedForenames.get(language)!);
  const placedSurname = (random: Random, language: Language): string => random.pick(placedSurnames.get(language)!);
  const forename = (random: Random, language: Language): string => {
    const draw = random.next();
    if (draw < INVENTED) return invent(random);
    if (draw < (language === "en" ? 0.45 : 0.25)) return random.pick(censusForenames);
    if (draw < (language === "en" ? 0.52 : 0.32)) return random.pick(names.forenames.get("world")!);
    return random.pick(names.forenames.get(language)!);
  };
  const surname = (random: Random, language: Language): string => {
    const draw = random.next();
    if (draw < INVENTED) return invent(random);
    if (draw < (language === "en" ? 0.5 : 0.24)) return random.pick(censusSurnames);
    if (draw < (language === "en" ? 0.57 : 0.31)) return random.pick(names.surnames.get("world")!);
    const name = random.pick(names.surnames.get(language)!);
    if (language !== "en" && random.next() < 0.05) return `${random.pick(["de la", "de", "del", "de los"])} ${name}`;
    return random.next() < 0.02 ? `${name}-${random.pick(names.surnames.get(language)!)}` : name;
  };
  /** `Anita`, `Luisito`; now and then a short form of the list. */
  const diminutive = (random: Random, language: Language): string => {
    const name = random.pick(names.forenames.get(language)!);
    const match = /^(\p{L}{2,}[bdfjlmnprstñ])([ao])$/u.exec(name);
    if (language === "en" || match === null) return nickname(random, language);
    return `${match[1]!}it${match[2]!}`;
  };
  /** A forename of the kinds that are easily missed: also a place, a word, short. */
  const hardForename = (random: Random, language: Language): string => {
    const draw = random.next();
    if (draw < 0.25) return placedForename(random, language);
    if (draw < 0.4) return wordName(random, language);
    if (draw < 0.6) return nickname(random, language);
    return draw < 0.7 ? diminutive(random, language) : compound(random, language);
  };
  const hardSurname = (random: Random, language: Language): string =>
    random.next() < 0.35 ? placedSurname(random, language) : surname(random, language);
  /** A name with initials: `Ana B. Soto`, `A. Soto`, `A.B. Soto`, `Ana B Soto`. */
  const initials = (random: Random, language: Language): string => {
    const letter = (): string => random.pick([..."ABCDEFGHIJKLMNOPRSTUVW"]);
    const dot = random.next() < 0.75 ? "." : "";
    const draw = random.next();
    const last = surname(random, language);
    if (draw < 0.6) return `${forename(random, language)} ${letter()}${dot} ${last}`;
    if (draw < 0.75) return `${letter()}. ${last}`;
    if (draw < 0.85) return `${letter()}.${random.next() < 0.5 ? " " : ""}${letter()}. ${last}`;
    if (draw < 0.93) return `${letter()}. ${forename(random, language)} ${last}`;
    return `${forename(random, language)} ${letter()}.`;
  };
  const SPANISH_VERBS = names.words.get("verbs-es")!.filter((verb) => /^\p{L}+[aei]r$/u.test(verb));
  /** A form of a regular Spanish verb: `paga`, `pagó`, `pagaba`, `pagará`, `ha pagado`. */
  const verb = (random: Random): string => {
    const infinitive = random.pick(SPANISH_VERBS);
    const stem = infinitive.slice(0, -2);
    const ar = infinitive.endsWith("ar");
    return random.pick([
      `${stem}${ar ? "a" : "e"}`,
      `${stem}${ar ? "a" : "e"}`,
      `${stem}${ar ? "ó" : "ió"}`,
      `${stem}${ar ? "ó" : "ió"}`,
      `${stem}${ar ? "aba" : "ía"}`,
      `${infinitive}á`,
      `ha ${stem}${ar ? "ado" : "ido"}`,
    ]);
  };
  const CLITICS = ["lo", "la", "los", "las", "le", "les", "me", "te", "se", "nos", "melo", "selo", "telo"];
  /** An infinitive, gerund or command with pronouns: `pagarlo`, `pagándolas`, `mándamelo`. */
  const cliticVerb = (random: Random): string => {
    const infinitive = random.pick(SPANISH_VERBS);
    const stem = infinitive.slice(0, -2);
    const gerund = infinitive.endsWith("ar") ? `${stem}ándo` : `${stem}iéndo`;
    const host = random.pick([
      infinitive,
      infinitive,
      gerund,
      random.next() < 0.5 ? gerund.normalize("NFD").replaceAll(/\p{M}/gu, "") : gerund,
      `${stem}${infinitive.endsWith("ar") ? "a" : "e"}`,
    ]);
    const text = host + random.pick(CLITICS);
    return random.next() < 0.25 ? capitalise(text) : text;
  };
  const compound = (random: Random, language: Language): string =>
    language !== "en" && random.next() < 0.18
      ? `${forename(random, language)} ${random.next() < 0.08 ? "del " : ""}${forename(random, language)}`
      : forename(random, language);
  const surnames = (random: Random, language: Language): string => {
    const double = language === "es" ? 0.62 : 0.15;
    const first = surname(random, language);
    if (random.next() >= double) return first;
    return `${first} ${random.next() < 0.03 ? "y " : ""}${surname(random, language)}`;
  };
  const fullName = (random: Random, language: Language): string => {
    const draw = random.next();
    if (draw < 0.03) return `${surnames(random, language)}, ${compound(random, language)}`;
    if (draw < (language === "en" ? 0.16 : 0.09)) return initials(random, language);
    return `${compound(random, language)} ${surnames(random, language)}`;
  };
  const shortName = (random: Random, language: Language): string =>
    `${forename(random, language)} ${surname(random, language)}`;
  const city = (random: Random, language: Language): string =>
    random.next() < 0.12 ? random.pick(world) : random.pick(cities[language]);
  const street = (random: Random, language: Language): string => {
    const draw = random.next();
    let name = random.pick(STREET_NAMES[language]);
    if (draw > 0.75) name = shortName(random, language);
    else if (draw > 0.55) name = surname(random, language);
    if (language === "en" && random.next() < 0.25) name += ` ${random.pick(LANDSCAPES)}`;
    const kind = random.pick(STREET_TYPES[language]);
    return language === "en" ? `${name} ${kind}` : `${kind} ${name}`;
  };
  const number = (random: Random, from: number, to: number): string => String(random.int(from, to));
  const spanishAddress = (random: Random): string => {
    const chance = (share: number, text: () => string): string => (random.next() < share ? text() : "");
    const separator = random.pick([", ", ", ", ", ", " ", ",", " - ", ". "]);
    const parts: string[] = [];
    const draw = random.next();
    if (draw < 0.14) {
      const way = random.pick(["Cra", "Cra.", "carrera", "Calle", "calle", "Cll", "Kr", "Diagonal", "Transversal", "Av. Calle"]);
      const hash = random.pick([" # ", " #", " No. ", " nro ", " "]);
      parts.push(`${way} ${random.int(1, 180)}${random.pick(["", "", "A", " bis", " sur"])}${hash}${random.int(1, 120)}${random.pick(["-", " - "])}${random.int(1, 99)}`);
    } else if (draw < 0.17) {
      const inside = random.pick(["piso 8", "nave 12", "local 4", "parcela 22", "manzana 4 lote 7", "bodega 9", "piso 3 consultorio 305", "edificio B", "etapa 2", "lote 15"]);
      parts.push(`${random.pick(["Torre", "Edificio", "Polígono Industrial", "polígono", "Parque Industrial", "parque industrial", "Centro Comercial", "Plaza", "Ciudad Industrial"])} ${random.next() < 0.5 ? surname(random, "es") : random.pick(COINED)}${random.pick([", ", " "])}${inside}`);
    } else if (draw < 0.2) {
      const km = `km ${random.int(1, 700)}${random.pick(["", ".5"])}`;
      const way = random.pick([`carretera ${city(random, "es")}-${city(random, "es")}`, `Carretera ${random.pick(STREET_NAMES.es)}`, `ruta ${random.int(2, 60)}${random.pick(["", " norte", " sur"])}`, `autopista ${city(random, "es")}`, "carretera federal", "Carretera Nacional"]);
      parts.push(random.next() < 0.7 ? `${way} ${km}` : `${km} ${way}`);
    } else if (draw < 0.25) {
      parts.push(`${random.pick(["mz", "Mz.", "manzana"])} ${random.int(1, 60)} ${random.pick(["lt", "Lt.", "lote"])} ${random.int(1, 60)}`);
    } else {
      let named = street(random, "es");
      if (random.next() < 0.3) named = random.next() < 0.5 ? shortName(random, "es") : random.pick(STREET_NAMES.es);
      const house = random.pick([" ", " ", " ", " #", ", ", " núm. ", " no. ", " n.º ", ", nº ", " número "]);
      parts.push(named + (random.next() < 0.06 ? " s/n" : house + number(random, 1, 2999)));
    }
    const inside = random.pick(["int. 4", "int 12-B", "3º B", "depto 12", "dpto. 503", "departamento 8", "piso 2", "2º izq", "apto 301", "torre B", "casa 5", "local 7", "edificio C", "bajo A", "of. 210", "escalera 2, 4º D"]);
    if (random.next() < 0.3) parts.push(inside);
    if (random.next() < 0.06) parts.push(`entre ${random.pick(STREET_NAMES.es)} y ${random.pick(STREET_NAMES.es)}`);
    if (random.next() < 0.5) {
      parts.push(`${chance(0.8, () => `${random.pick(["col.", "Col.", "colonia", "barrio", "Barrio", "fracc.", "urb.", "Urb.", "sector", "fraccionamiento"])} `)}${random.pick(QUARTERS.es)}`);
    }
    const code = `${random.pick(["CP ", "C.P. ", "cp ", "código postal ", "", ""])}${random.int(1000, 99999)}`;
    const place = random.next();
    if (place < 0.3) parts.push(`${code} ${city(random, "es")}`);
    else if (place < 0.4) parts.push(city(random, "es"), code);
    else if (place < 0.75) parts.push(city(random, "es"));
    else if (place < 0.8) parts.push(code);
    if (place < 0.75 && random.next() < 0.3) parts.push(random.pick(regions.es));
    return parts.join(separator);
  }; // prettier-ignore
  const named =
    (patterns: (random: Random, language: Language) => string) =>
    (random: Random, language: Language): string =>
      patterns(random, language)
        .replace(/(?<![.\p{L}])F\b(?!\.\p{L})/gu, () => forename(random, language))
        .replace(/(?<![.\p{L}])L\b(?!\.\p{L})/gu, () => surname(random, language))
        .replace(/(?<![.\p{L}])C\b(?!\.\p{L})/gu, () => city(random, language))
        .replace(/(?<![.\p{L}])K\b(?!\.\p{L})/gu, () => random.pick(QUARTERS[language]))
        .replace(/\bW\b/gu, () => (random.next() < 0.3 ? invent(random) : random.pick(COINED)));
  const business = named((random, language) => {
    let kind = random.pick(KINDS[language]);
    const name = random.pick(BUSINESS_NAMES[language]);
    if (random.next() < 0.55) kind = kind.replaceAll(/(?<!\p{L})\p{L}{4,}/gu, capitalise);
    return language === "en" ? `${name} ${kind}` : `${kind} ${name}`;
  });
  const landmark = named((random, language) =>
    random.pick(random.next() < 0.3 ? LANDMARKS[language] : SPOTS[language]),
  );
  const worldForename = (random: Random): string =>
    random.pick(names.forenames.get(random.pick(["world", "world", "en", "es", "fr", "pt"]))!);
  const worldSurname = (random: Random): string =>
    random.pick(names.surnames.get(random.pick(["world", "world", "en", "es", "fr", "pt"]))!);
  /** A person of any country, as people give their name in English. */
  const worldName = (random: Random): string => {
    const draw = random.next();
    if (draw < 0.4) return worldForename(random);
    if (draw < 0.5) return `${worldForename(random)} ${random.pick([..."ABCDGHJKLMNPRSTV"])}`;
    return `${worldForename(random)} ${worldSurname(random)}`;
  };
  const indianCities = names.cities
    .filter(
      ({ country, name }) => /^(?:India|Pakistan|Bangladesh|Sri Lanka)$/u.test(country) && /^[A-Za-z ]+$/u.test(name),
    )
    .map((city) => city.name);
  /** An address as typed in chats, in pieces without commas: of India, or American with the state in two letters. */
  const typedAddress = (random: Random): string => {
    const house = `${random.pick(["", "", "", "no ", "no.", "#", "door no ", "flat ", "plot no "])}${random.int(1, 999)}${random.pick(["", "", "", "a", "/2", " b"])}`;
    const comma = random.pick([" ", " ", ", "]);
    if (random.next() < 0.5) {
      const parts = [house, random.pick(INDIAN_STREETS)];
      if (random.next() < 0.3) parts.push(random.pick(QUARTERS.en));
      if (random.next() < 0.8) parts.push(random.pick(indianCities));
      if (random.next() < 0.5) parts.push(String(random.int(110001, 855000)));
      return parts.join(comma);
    }
    const parts = [house, street(random, "en"), random.next() < 0.8 ? city(random, "en") : `${random.pick(COINED)} city`];
    if (random.next() < 0.7) parts.push(random.pick(SHORT_STATES));
    if (random.next() < 0.6) parts.push(String(random.int(1000, 99950)));
    if (random.next() < 0.1) parts.push("usa");
    return parts.join(comma);
  }; // prettier-ignore
  const address = (random: Random, language: Language): string => {
    if (language === "en") {
      const unit = random.next() < 0.25 ? `${random.pick([" Apt", ", Suite", " #", ", Unit"])} ${random.int(1, 40)}` : "";
      const tail =
        random.next() < 0.6 ? `, ${city(random, language)}${random.next() < 0.7 ? `, ${random.pick(regions.en)}` : ""}` : "";
      const zip = random.next() < 0.5 ? ` ${random.int(10000, 99950)}` : "";
      return `${random.int(1, 9999)} ${street(random, language)}${unit}${tail}${zip}`;
    }
    if (language === "fr") {
      return `${random.int(1, 200)} ${street(random, language)}, ${random.int(10000, 95999)} ${city(random, language)}`;
    }
    if (language === "es") return spanishAddress(random);
    const house = random.pick([" ", ", ", " n.º ", ", nº "]) + number(random, 1, 2999);
    const town = random.next() < 0.55 ? `, ${city(random, language)}` : "";
    return `${street(random, language)}${house}${random.next() < 0.3 ? ` - ${random.pick(QUARTERS[language])}` : ""}${town}`;
  }; // prettier-ignore
  const companyOf =
    (kind: string) =>
    (random: Random, language: Language): Piece[] => {
      if (kind === "OX" && random.next() < 0.3) return [organization(random.pick(names.firms))];
      const patterns = ORGANIZATIONS[kind]![language] ?? ORGANIZATIONS[kind]!["es"]!;
      return [organization(named(() => random.pick(patterns))(random, language))];
    };
  /** A code as people spell it out: `xk 356`, `dh 15 s 4`, `ab12cd`. */
  const accessKey = (random: Random): string => {
    const letters = (): string => Array.from({ length: random.int(1, 3) }, () => random.pick([..."abcdefghjklmnpqrstvwxyz"])).join("");
    const parts = random.next() < 0.6 ? [letters(), number(random, 1, 999)] : [letters(), number(random, 1, 99), letters(), number(random, 1, 9)];
    return parts.join(random.pick([" ", " ", "", "-"]));
  }; // prettier-ignore
  const digits = (random: Random, pattern: string): string => pattern.replaceAll("#", () => number(random, 0, 9));
  const date = (random: Random, language: Language): string => {
    const day = random.int(1, 28);
    const month = random.pick(MONTHS[language]);
    const year = random.int(1945, 2026);
    const two = (value: number): string => String(value).padStart(2, "0");
    return random.pick([
      `${two(day)}/${two(random.int(1, 12))}/${year}`,
      `${year}-${two(random.int(1, 12))}-${two(day)}`,
      language === "en" ? `${month} ${day}, ${year}` : `${day} ${language === "fr" ? "" : "de "}${month}`,
      language === "en" ? `${month} ${day}` : `${day} ${language === "fr" ? "" : "de "}${month} ${language === "fr" ? "" : "de "}${year}`,
      `${two(day)}-${two(random.int(1, 12))}-${year % 100}`,
    ]);
  }; // prettier-ignore
  const anyOrganization = ["OC", "OB", "OS", "OL", "OP", "OD", "OR", "OX", "OX", "OX"];

  return new Map<string, Filler>([
    [
      "P",
      (random, language) => {
        const draw = random.next();
        if (draw < 0.38) return [person(compound(random, language))];
        if (draw < 0.72) return [person(shortName(random, language))];
        return [person(fullName(random, language))];
      },
    ],
    ["F", (random, language) => [person(compound(random, language))]],
    ["L", (random, language) => [person(random.next() < 0.8 ? surname(random, language) : surnames(random, language))]],
    ["FL", (random, language) => [person(random.next() < 0.7 ? shortName(random, language) : fullName(random, language))]],
    ["FLL", (random, language) => [person(fullName(random, language))]],
    ["PT", (random, language) => [person(hardForename(random, language))]],
    ["PL", (random, language) => [person(hardSurname(random, language))]],
    ["DI", (random, language) => [person(random.next() < 0.5 ? nickname(random, language) : diminutive(random, language))]],
    ["WN", (random, language) => [person(wordName(random, language))]],
    ["FI", (random, language) => [person(initials(random, language))]],
    ["V", (random) => [plain(verb(random))]],
    ["VE", (random) => [plain(random.pick(names.words.get("verbs-en")!))]],
    ["VC", (random) => [plain(cliticVerb(random))]],
    ["VI", (random) => [plain(random.pick(SPANISH_VERBS))]],
    ["ON", (random, language) => [organization(named(() => random.pick(LONG_NAMES))(random, language))]],
    ["OK", (random) => [organization(random.pick(names.firms))]],
    ["N1", (random) => [person(random.pick(NICKNAMES))]],
    ["T", (random, language) => [plain(random.pick(TITLES[language]))]],
    ["C", (random, language) => [place(city(random, language))]],
    ["R", (random, language) => [place(random.pick(regions[language]))]],
    ["A", (random, language) => [place(address(random, language))]],
    ["S", (random, language) => [place(street(random, language))]],
    // A street named after someone, as people write it: without saying that it is a street.
    ["S1", (random, language) => [place(`${shortName(random, language)}${random.next() < 0.3 ? ` ${surname(random, language)}` : ""}`)]],
    ["SB", (random, language) => [place(`${shortName(random, language)}${random.pick([" ", " ", ", ", " #"])}${random.int(2, 2999)}`)]],
    ["W1", (random) => [place(random.pick(COINED))]],
    ["AT", (random) => [place(typedAddress(random))]],
    ["CI", (random) => [place(random.pick(indianCities))]],
    ["SN", (random, language) => [place(random.next() < 0.8 ? random.pick(STREETS_ALONE[language]) : surname(random, language))]],
    ["SH", (random, language) => [place(`${random.pick(STREETS_ALONE[language])}${random.pick([" ", " ", " ", ", ", " #", " no. ", " número "])}${random.int(1, 3999)}`)]],
    [
      "SA",
      (random, language) => {
        const house = random.next() < 0.12 ? random.pick(["s/n", "S/N", "s/n"]) : number(random, 1, 499);
        const flat = random.pick(["", "", "", "", ", 3º B", " 2º", ", 1ºA", ", bajo", " - 4º D", ", 5D", ", 2 izq."]);
        return [place(`${street(random, language)}${random.pick([", ", ", ", " ", " nº ", ", nº "])}${house}${flat}`)];
      },
    ],
    // A postal code beside a town: some corpora mark it, some do not.
    ["Z", (random) => [{ text: digits(random, "#####"), category: null }]],
    ["ST", (random) => [place(random.pick(SHORT_STATES))]],
    ["FW", (random) => [person(worldForename(random))]],
    ["PW", (random) => [person(worldName(random))]],
    ["FOOD", (random) => [plain(random.next() < 0.5 ? capitalise(random.pick(names.words.get("foods")!)) : random.pick(names.words.get("foods")!))]],
    ["TERM", (random) => [plain(random.next() < 0.5 ? capitalise(random.pick(names.words.get("terms")!)) : random.pick(names.words.get("terms")!))]],
    ["KEY", (random) => [plain(accessKey(random))]],
    ["K", (random, language) => [place(random.pick(QUARTERS[language]))]],
    ["LM", (random, language) => [place(landmark(random, language))]],
    ["NAT", (random) => [{ text: random.pick(NATIONALITIES), category: null }]],
    ["W", (random, language) => [plain(ordinary(random, language))]],
    [
      "OG",
      (random, language) =>
        random.next() < 0.45 ? [organization(business(random, language))] : companyOf(random.pick(anyOrganization))(random, language),
    ],
    ["O", (random, language) => companyOf(random.pick(anyOrganization))(random, language)],
    ...Object.keys(ORGANIZATIONS).map((kind): [string, Filler] => [kind, companyOf(kind)]),
    ["ACR", (random) => [plain(random.pick(names.words.get("acronyms")!).toUpperCase())]],
    ["SCI", (random) => [other(capitalise(random.pick(names.words.get("concepts")!)))]],
    ["WORK", (random) => [other(random.pick(names.works))]],
    ["CAR", (random) => [other(capitalise(random.pick(cars)))]],
    ["MED", (random) => [other(random.next() < 0.5 ? random.pick(medicines) : capitalise(random.pick(medicines)))]],
    ["BRAND", (random) => [other(capitalise(random.pick(products)))]],
    [
      "TEL",
      (random) => [
        plain(digits(random, random.pick(["55 #### ####", "##########", "(###) ###-####", "+52 1 ## #### ####", "6## ## ## ##", "###-###-####", "+34 6## ### ###", "11 ####-####"]))),
      ],
    ],
    [
      "MAIL",
      (random, language) => [
        {
          text: `${forename(random, language).toLowerCase().normalize("NFD").replaceAll(/[^a-z]/gu, "")}${random.pick([".", "_", ""])}${random.int(1, 99)}@${random.pick(["gmail.com", "hotmail.com", "yahoo.es", "outlook.com", "empresa.mx"])}`,
        },
      ],
    ],
    ["DATE", (random, language) => [plain(date(random, language))]],
    ["DAY", (random, language) => [plain(random.pick(DAYS[language]))]],
    ["MONTH", (random, language) => [plain(random.pick(MONTHS[language]))]],
    ["YEAR", (random) => [plain(number(random, 1970, 2026))]],
    ["TIME", (random) => [plain(random.pick([`${random.int(1, 12)}:${random.pick(["00", "15", "30", "45"])}`, `${random.int(1, 12)} pm`, `${random.int(7, 20)}:30 h`, String(random.int(1, 12))]))]],
    ["MONEY", (random) => [plain(random.pick([`$${random.int(1, 999)},${random.int(100, 999)}`, `${random.int(10, 9999)} pesos`, `${random.int(10, 999)} €`, `$${random.int(5, 999)}.${random.int(10, 99)}`, `S/ ${random.int(20, 4000)}`, `$${random.int(1, 99)}.${random.int(100, 999)}.000`, `USD ${random.int(10, 900)}`]))]],
    ["N", (random) => [plain(number(random, 1, 90))]],
    ["N4", (random) => [plain(digits(random, "####"))]],
    ["N5", (random) => [plain(digits(random, "#####"))]],
    ["ID", (random) => [plain(digits(random, random.pick(["########", "A######", "SN-####", "FOL-######", "####-##-###", "########K", "ABCD######HDFRRN0#", "MX#####", "X#######L"])))]],
  ]); // prettier-ignore
}
