import type { Language } from "./slots.ts";

/**
 * Kinds of business, school, clinic and office, and how they are called. A kind belongs to the name, in small letters
 * too: `clínica dental Aurora`. In the names `F` is a forename, `L` a surname, `C` a city, `W` a coined or common word.
 */
export const KINDS: Readonly<Record<Language, readonly string[]>> = {
  es: ["taller mecánico", "taller", "taller eléctrico", "clínica", "clínica dental", "clínica veterinaria", "clínica de la mujer", "laboratorio clínico", "laboratorios", "laboratorio de análisis", "colegio", "escuela primaria", "escuela secundaria", "primaria", "secundaria", "preparatoria", "instituto", "academia de inglés", "academia", "universidad", "centro educativo", "liceo", "guardería", "jardín de niños", "agencia", "concesionario", "automotriz", "autos", "refaccionaria", "llantera", "ferretería", "farmacia", "farmacias", "papelería", "panadería", "pastelería", "mueblería", "zapatería", "joyería", "óptica", "constructora", "inmobiliaria", "aseguradora", "seguros", "financiera", "caja de ahorro", "cooperativa", "banco", "casa de bolsa", "despacho", "bufete", "notaría", "gestoría", "consultoría", "fundación", "asociación civil", "sindicato", "grupo", "corporativo", "industrias", "maquiladora", "fundidora", "metalúrgica", "plásticos", "aceros", "empaques", "textiles", "transportes", "paquetería", "mensajería", "autotransportes", "tienda", "abarrotes", "súper", "hotel", "restaurante", "cafetería", "taquería", "gimnasio", "estética", "spa", "hospital", "hospital infantil", "sanatorio", "policlínico", "centro médico", "centro de salud", "centro de rehabilitación", "consultorio", "residencia", "asilo", "ingeniería", "comercializadora", "distribuidora", "importadora", "editorial", "imprenta", "lavandería", "tintorería", "veterinaria", "parque industrial", "mutua", "administraciones", "instalaciones", "suministros"],
  en: ["clinic", "dental", "auto repair", "motors", "plumbing", "roofing", "bakery", "pharmacy", "grocery", "diner", "hotel", "inn", "gym", "salon", "law firm", "bank", "credit union", "insurance", "realty", "construction", "logistics", "trucking", "movers", "electronics", "furniture", "foods", "software", "consulting", "media", "airlines", "hospital", "medical group", "urgent care", "elementary school", "high school", "academy", "college", "church", "foundation", "market", "hardware", "landscaping", "cleaners", "brewing company", "steel works", "press", "studios", "labs"],
  pt: ["clínica", "oficina", "escola", "colégio", "hospital", "farmácia", "padaria", "construtora", "transportadora", "banco", "supermercado", "laboratório"],
  fr: ["clinique", "garage", "école", "collège", "pharmacie", "boulangerie", "banque", "transports", "cabinet", "laboratoire"],
}; // prettier-ignore

/** What follows a kind, or comes before it in English. */
export const BUSINESS_NAMES: Readonly<Record<Language, readonly string[]>> = {
  es: ["W", "W", "W", "L", "L", "F L", "San F", "Santa F", "Don F", "Doña F", "L y L", "L Hermanos", "L e Hijos", "W de C", "de C", "del W", "la W", "el W", "los L", "W y W", "W W", "W 2000", "Dr. L", "Doctor F L", "W del Norte", "W del Sur", "W SA de CV", "W SA", "W SL"],
  en: ["W", "W", "L", "L & L", "L and Sons", "L Brothers", "F's", "C", "W W", "St. F", "Old W", "First W", "Mc L"],
  pt: ["W", "L", "São F", "Santa F", "de C", "L & Filhos"],
  fr: ["W", "L", "Saint-F", "de C", "L et Fils"],
}; // prettier-ignore

/** Longer names, most of whose words are ordinary ones. */
export const LONG_NAMES: readonly string[] = [
  "Maquinados de Precisión del W SA de CV", "Maquinados Industriales L", "Servicios Integrales de C", "Empaques y Plásticos W", "Envases y Etiquetas de C SA", "Forjas de C", "Forjas y Troquelados L", "Fundición y Maquinado W", "Tratamientos Térmicos de C", "Mantenimiento Industrial L", "Herramientas y Refacciones W", "Rodamientos y Bandas de C", "Montacargas W", "Centro de Servicio W", "Automatización y Control L SA de CV", "Instrumentación Industrial W", "Distribuidora de Carnes L", "Frutas y Verduras de C", "Lácteos y Derivados W", "Molinos y Harinas de C", "Comercializadora de Granos W", "Viveros y Jardines L", "Agroinsumos de C", "Transportes y Mudanzas L", "Fletes y Grúas W", "Renta de Equipo W", "Llevant W", "Hipotecas W", "Créditos y Avales L", "Ahorro y Préstamo W", "Imágenes del W IPS", "Imagen y Diagnóstico de C", "Laboratorio Clínico L", "Clínica de Fracturas W", "Centro Médico Quirúrgico L", "Hospital de Traumatología del IMSS", "Hospital de la Mujer de C", "Unidad de Medicina Familiar 21", "Centro de Salud de K", "Centro de Preparación W", "Centro de Conciliación Laboral de C", "Escuela Secundaria Técnica F L", "secundaria técnica F L", "primaria F L", "Preparatoria Federal L", "Instituto Tecnológico de C", "Universidad Politécnica de C", "Colegio de Bachilleres W", "Academia de Danza L", "Fe y Alegría 12", "Jardín de Niños F L", "Papelería y Regalos W", "papelería La W", "Abarrotes y Vinos L", "Ferretería y Tlapalería L", "Tortillería La W", "Materiales para Construcción L", "Aceros y Perfiles de C", "Mueblería y Decoración W", "Estética y Spa F", "Veterinaria y Estética Canina W", "Autopartes y Refacciones L", "Taller de Hojalatería y Pintura L", "Suspensiones y Frenos W", "Autobuses de C", "Ambulancias Cruz W", "Funerales L", "Notaría Pública 8 de C", "L & L Abogados", "L y L Abogados", "Despacho Jurídico L y Asociados", "Bufete L, L y Asociados", "Condominio Campestre W", "Condominio Villas de W", "Residencial Bosques de W AC", "Sindicato de Trabajadores de W", "Cooperativa de Producción W", "Registro Civil de C", "Junta de Conciliación de C", "Secretaría de Finanzas de C", "Instituto de la Vivienda de C",
]; // prettier-ignore

/** Places that people meet at. */
export const LANDMARKS: Readonly<Record<Language, readonly string[]>> = {
  es: ["Plaza W", "plaza W", "la plaza W", "Centro Comercial W", "centro comercial W", "Parque W", "el parque W", "el parque F L", "Metro L", "metro K", "el metro K", "la estación K", "estación K", "Mercado W", "el mercado de K", "mercado F L", "la glorieta de W", "Glorieta W", "el monumento a F L", "el aeropuerto de C", "Aeropuerto de C", "la terminal de C", "la central de C", "la Alameda de K", "el puente F L", "Puente L", "el jardín L", "Torre W", "torre W", "el estadio W", "Estadio L", "la unidad habitacional W", "Unidad W", "el malecón de C", "el paseo L", "la catedral de C", "Paseo W", "el barrio de K", "la zona de K"],
  en: ["W Mall", "W Plaza", "L Park", "W Park", "C Airport", "C Station", "the C airport", "W Square", "L Bridge", "W Stadium", "K", "the W Tower", "L Square"],
  pt: ["Shopping W", "Parque W", "Praça L", "Aeroporto de C", "Estação K"],
  fr: ["la place L", "la gare de C", "le parc W", "l'aéroport de C", "le centre commercial W"],
}; // prettier-ignore

/** Peoples and nationalities, in English. */
export const NATIONALITIES =
  "American Mexican Canadian British English Irish Scottish Welsh French German Italian Spanish Portuguese Dutch Belgian Swiss Austrian Polish Czech Hungarian Romanian Bulgarian Greek Turkish Russian Ukrainian Swedish Norwegian Danish Finnish Icelandic Brazilian Argentinian Chilean Colombian Peruvian Venezuelan Cuban Dominican Jamaican Indian Pakistani Bangladeshi Chinese Japanese Korean Vietnamese Thai Filipino Indonesian Malaysian Australian Egyptian Moroccan Nigerian Kenyan Ethiopian Israeli Lebanese Syrian Iraqi Iranian Afghan".split(
    " ",
  );
