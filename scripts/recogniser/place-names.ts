import type { Language } from "./slots.ts";

/**
 * Places that no list of cities has: quarters, what people meet at and travel through, streets without the word for one.
 * In the patterns `F` is a forename, `L` a surname, `C` a city, `W` a coined or common word, `K` a quarter.
 */

const listed = (names: string): readonly string[] => names.split("|");

/** Quarters of towns, and small places that people call by their name alone. */
export const QUARTERS: Readonly<Record<Language, readonly string[]>> = {
  es: listed(
    "Del Valle|Roma Norte|Condesa|Narvarte|Las Palmas|San Ángel|Jardines del Sur|Lomas Verdes|El Mirador|La Candelaria|Santa Mónica|Villa del Mar|Los Álamos|Las Américas|Centro|Moderna|Obrera|Palermo|Recoleta|Chapinero|Miraflores|Providencia|Malasaña|Lavapiés|Triana|Vista Hermosa|Independencia|Bosques del Lago|San Felipe|El Poblado|Cumbres|La Estancia|Valle Dorado|Infonavit Norte|Emiliano Zapata|" +
      "Coyoacán|Tepito|Iztapalapa|Xochimilco|Tlalpan|Polanco|Lindavista|La Viga|Balbuena|Santa María la Ribera|San Rafael|Portales|Mixcoac|Copilco|Ajusco|Pantitlán|Aragón|Tlatelolco|Doctores|Santo Domingo|Echegaray|Satélite|Lomas de Chapultepec|Interlomas|Huixquilucan|Chalco|Neza|Ecatepec|Tultitlán|Ojo de Agua|Analco|Oblatos|Chapalita|Zapopan centro|Tlaquepaque|Tonalá|Santa Tere|Huentitán|Contry|Mitras|San Jerónimo|Fundadores|La Fama|Solidaridad|Cholul|Francisco de Montejo|Caucel|Pensiones|La Paz|Angelópolis|Cholula|Xonaca|La Margarita|Otay|Playas|La Mesa|Zona Río|Las Granjas|Nombre de Dios|El Refugio|Juriquilla|El Pueblito|La Cañada|Candiles|Tres Marías|Costa Azul|Las Brisas|Caleta|Pie de la Cuesta|" +
      "Vallecas|Carabanchel|Usera|Chamberí|Hortaleza|Moratalaz|Aluche|Tetuán|Arganzuela|Ventas|Las Tablas|Sanchinarro|Gràcia|Sants|Poblenou|Les Corts|Horta|Sarrià|El Clot|Barceloneta|Nou Barris|Ruzafa|Benimaclet|Patraix|El Cabanyal|Nervión|Los Remedios|Macarena|Cerro-Amate|Teatinos|Huelin|El Palo|Delicias|Las Fuentes|Actur|Deusto|Begoña|Santutxu|Gros|Amara|Teis|Conxo|La Isleta|Las Canteras|Ofra|" +
      "Caballito|Flores|Belgrano|Villa Crespo|Almagro|Boedo|Barracas|San Telmo|Once|Liniers|Mataderos|Villa Urquiza|Nueva Córdoba|Alta Córdoba|Fisherton|Pichincha|Echesortu|Lanús|Banfield|Quilmes|Morón|Castelar|Ituzaingó|Olivos|Martínez|Godoy Cruz|Guaymallén|Usaquén|Suba|Kennedy|Bosa|Engativá|Fontibón|Teusaquillo|Cedritos|Ciudad Bolívar|Laureles|Belén|Robledo|Aranjuez|Manrique|Envigado|Itagüí|Bello|Sabaneta|San Fernando|Ciudad Jardín|El Prado|Boston|Rebolo|Manga|Bocagrande|Getsemaní|Cabecera|Cañaveral|Providencia|Ñuñoa|La Florida|Maipú|Puente Alto|Quilicura|Estación Central|La Cisterna|Macul|Vitacura|Reñaca|Playa Ancha|Cerro Alegre|San Isidro|Surco|La Molina|Los Olivos|Comas|San Juan de Lurigancho|Ate|Barranco|Pueblo Libre|Jesús María|Breña|Cayma|Yanahuara|Cerro Colorado|Kennedy Norte|Urdesa|Samborondón|La Carolina|Pocitos|Malvín|Cordón",
  ),
  en: listed(
    "Downtown|Brooklyn Heights|Lakeview|Midtown|the Mission|Camden|Soho|Riverside|Oak Park|Queens|the Bronx|Harlem|Astoria|Flatbush|Bushwick|Chinatown|Capitol Hill|Ballard|Pilsen|Hyde Park|Wicker Park|Koreatown|Echo Park|Silver Lake|Venice Beach|Buckhead|Little Havana|Coral Gables|Germantown|Fishtown|Southie|Back Bay|Jamaica Plain|the Loop|Uptown|Montrose|the Heights|Deep Ellum|Shoreditch|Hackney|Brixton|Peckham|Clapham|Croydon|Ealing|Wimbledon|Tooting|Stratford|Didsbury|Chorlton|Headingley|Leith|Morningside|Clifton|Jericho|Fitzroy|St Kilda|Parramatta|Bondi|Scarborough|Etobicoke|Kitsilano|Anna Nagar|T Nagar|Velachery|Tambaram|Koramangala|Indiranagar|Whitefield|HSR Layout|Jayanagar|Andheri East|Bandra|Powai|Borivali|Karol Bagh|Saket|Dwarka|Rohini|Lajpat Nagar|Salt Lake|Kothrud|Viman Nagar|Banjara Hills|Gachibowli|Madhapur|Kukatpally|Lekki|Ikeja|Yaba|Surulere|Westlands|Kilimani|Makati|Quezon|Sandton|Soweto",
  ),
  pt: listed(
    "Centro|Jardim Paulista|Copacabana|Boa Vista|Vila Mariana|Santa Teresa|Mooca|Tatuapé|Pinheiros|Itaquera|Santana|Lapa|Ipanema|Tijuca|Botafogo|Madureira|Bangu|Barra da Tijuca|Savassi|Pampulha|Cidade Baixa|Moinhos de Vento|Aldeota|Meireles|Pituba|Casa Amarela|Asa Norte|Taguatinga|Alfama|Benfica|Alvalade|Boavista|Cedofeita|Parque das Nações|Almada",
  ),
  fr: listed(
    "Montmartre|Belleville|La Défense|Croix-Rousse|Le Marais|Ménilmontant|Bastille|Barbès|la Guillotière|Villeurbanne|le Panier|les Minimes|Saint-Cyprien|les Chartrons|Wazemmes|la Meinau|Ixelles|Saint-Gilles|Les Pâquis|Plainpalais|le Plateau|Rosemont|Limoilou",
  ),
};

/** What people meet at, wait at or travel through. */
export const SPOTS: Readonly<Record<Language, readonly string[]>> = {
  es: listed(
    "el zócalo|el Ángel de la Independencia|la TAPO|Terminal Norte|terminal del norte|la Central Camionera|central de autobuses de C|Aeropuerto Benito Juárez|aeropuerto de C|el AIFA|Metro Hidalgo|metro Pantitlán|metro Tacuba|estación L|estación de C|la estación de Sants|Atocha|Chamartín|Méndez Álvaro|Barajas|Ezeiza|Aeroparque|Retiro|Constitución|Plaza de Mayo|Plaza Italia|el Obelisco|El Dorado|Portal Norte|Portal 80|Unicentro|la terminal de Salitre|el Parque Arví|Costanera Center|la Moneda|Plaza de Armas|Parque Kennedy|Gran Terminal Terrestre|Plaza Garibaldi|Parque México|Parque España|Bosque de Chapultepec|Plaza Tapatía|La Minerva|el Andador W|Macroplaza|Paseo Santa Lucía|Parque Fundidora|la Plaza del C|Galerías C|Galerías W|Plaza Andares|Perisur|Plaza Satélite|Plaza Sendero|Gran Plaza C|Multiplaza W|mall Plaza C|mall W|Centro Comercial L|Parque de los Venados|Parque La Mexicana|parque L|Alameda Central|Mercado de la Merced|Central de Abasto|mercado San Juan de Dios|mercado L|mercado de C|tianguis de K|La Lagunilla|Puerta del Sol|Plaza Mayor|Plaza Castilla|Nuevos Ministerios|Parque del Retiro|la Sagrada Familia|Plaza Cataluña|Plaça Espanya|Parc Güell|Las Ramblas|la Giralda|la Alhambra|la playa de C|playa L|Playa W|cerro W|Cerro de la Silla|cerro L|el río L|Río W|Lago de C|laguna de W|presa L|volcán W|Sierra de C|Valle de C|valle de W|bahía de C|isla W|Isla Mujeres|Puerto L|Puerto W|San F|Santa F|San F de C|Santa F del L|San Juan L|villa L|Villa F|rancho el W|rancho L|hacienda San F|Ejido L|ejido W|comunidad de C|vereda el W|vereda L|caserío W|pueblo de C|Pueblo Nuevo|Ciudad L|Ciudad W|colonia W|parque industrial W|Parque Industrial L|zona industrial de C|polígono L|Polígono W|nave W|Parque Tecnológico de C|campus C|Campus W|Torre L|torre W|Edificio L|edificio W|Conjunto W|residencial W|Residencial L|fraccionamiento W|urbanización W|Villas del W|Lomas de W|Bosques de W|Jardines de W|Paseos del W|Puerta de W|Real de W|Hacienda de W|Los L|Las W|puente W|Puente de W|glorieta L|glorieta de la W|crucero L|crucero de K|la salida a C|carretera a C|la México-C|la autopista C-C|libramiento de C|caseta de C|km 14 de la C-C|Avenida W|Circuito W|Anillo Periférico|Periférico Sur|Viaducto|Eje Central|Circuito Interior|la M-30|la A-6|la Panamericana|la General Paz|Vespucio Norte|Autopista W",
  ),
  en: listed(
    "JFK|LAX|O'Hare|Heathrow|Gatwick|Newark airport|C airport|C International|Terminal 3 at C|Penn Station|Grand Central|Union Station|King's Cross|C Junction|C bus stand|C railway station|Times Square|Central Park|Golden Gate Park|Pike Place|Navy Pier|the Golden Gate|L Bridge|W Bridge|Lake W|Lake L|Mount L|the L River|C Beach|W Beach|W Island|L Island|Fort L|Port L|Port W|St. F|San F|New C|North C|South C|East C|West C|Upper C|Old C|C Heights|C Hills|C Springs|L Valley|W Valley|L County|C County|W County|the C area|downtown C|central C|greater C|C city|W Gardens|L Gardens|W Village|L Square|W Square|the W Center|W Mall|C Mall|the C mall|W Outlets|L Plaza|W Apartments|L Towers|W Tower|Building W|W Business Park|C Tech Park|W campus|L Hall|the C office|W Campground|W Ranch|L Farm|Camp W|Interstate 95|I-10|Route 66|Highway 61|the M25|exit 14|the C turnpike|Ring Road|C Road|MG Road|Brigade Road|L Nagar|W Nagar|W Colony|L Street|W Layout|Sector 21|Phase 2 W|K|K|K",
  ),
  pt: listed(
    "Aeroporto de Congonhas|Guarulhos|Galeão|Rodoviária de C|Terminal Tietê|Estação da Luz|Metrô Sé|Estação L|Praça da Sé|Parque Ibirapuera|o Cristo Redentor|Shopping W|Shopping C|Mercado Municipal de C|Praia de C|Praia W|Morro do W|Serra de C|Vila L|Vila W|Jardim W|Parque L|Rodovia L|Estação do Oriente|Rossio|Aeroporto Sá Carneiro|Ribeira|Terreiro do Paço|Bairro W",
  ),
  fr: listed(
    "Roissy|Orly|Gare du Nord|gare de Lyon|la gare de C|Montparnasse|Châtelet|République|la Part-Dieu|Bellecour|le Vieux-Port|place L|la place de C|Parc W|le parc de C|le lac de C|Mont L|Port-L|Saint-F|Sainte-F|Villeneuve-C|le pont L|la rocade de C|l'A7|centre commercial W|Zone Industrielle W|ZA de C|tour W|résidence W|Résidence Les W",
  ),
};

/** Names of streets as people say them without the word for a street. */
export const STREETS_ALONE: Readonly<Record<Language, readonly string[]>> = {
  es: listed(
    "Insurgentes|Reforma|Patriotismo|Revolución|División del Norte|Tlalpan|Universidad|Churubusco|Zaragoza|Taxqueña|Miramontes|Vallarta|López Mateos|Federalismo|Mariano Otero|Américas|Chapultepec|Javier Mina|Gonzalitos|Garza Sada|Constitución|Morones Prieto|Ruiz Cortines|Lincoln|Juárez|Hidalgo|Morelos|Allende|Aldama|Abasolo|Matamoros|Galeana|Guerrero|Victoria|Iturbide|Bravo|Rayón|Mina|Ocampo|Lerdo|Madero|Carranza|Obregón|Calles|Cárdenas|Zapata|Villa|Serdán|Pino Suárez|5 de Mayo|16 de Septiembre|20 de Noviembre|Niños Héroes|Corrientes|Rivadavia|Santa Fe|Cabildo|Callao|Pueyrredón|Scalabrini Ortiz|Acoyte|Directorio|Independencia|Belgrano|San Martín|Mitre|Sarmiento|Urquiza|Alberdi|Pellegrini|Oroño|Colón|General Paz|Alcalá|Goya|Velázquez|Serrano|Princesa|Fuencarral|Bravo Murillo|Castellana|Diagonal|Aragón|Balmes|Muntaner|Urgell|Consell de Cent|Gran Vía|Marqués del Turia|Blasco Ibáñez|Luis Montoto|la Séptima|la 80|la 30|la Caracas|la Boyacá|la 68|la 33|la Oriental|San Juan|Junín|Apoquindo|Irarrázaval|Vicuña Mackenna|Grecia|Pajaritos|Matta|Larco|Arequipa|Javier Prado|Brasil|La Marina|Benavides|Angamos|Tacna|Abancay|18 de Julio|8 de Octubre|Amazonas|10 de Agosto|9 de Octubre",
  ),
  en: listed(
    "Main|Broadway|Oak|Maple|5th|42nd|Lexington|Madison|Sunset|Wilshire|Michigan|Halsted|Peachtree|Ponce|Bourbon|Canal|Congress|Lamar|Westheimer|Mission|Market|Geary|Colfax|Speer|Hennepin|Euclid|Vine|High|Oxford|Baker|Regent|Fleet|Bond|King's Road|Deansgate|Princes|George|Collins|Yonge|Bloor|Robson|Mount Road|Gandhi Road|Nehru Road|Anna Salai|Residency Road",
  ),
  pt: listed(
    "Paulista|Augusta|Consolação|Faria Lima|Rebouças|Brigadeiro|Rio Branco|Atlântica|Vieira Souto|Afonso Pena|Sete de Setembro|Liberdade|Almirante Reis|Santa Catarina",
  ),
  fr: listed(
    "Rivoli|Oberkampf|Saint-Denis|Haussmann|Garibaldi|Jean Jaurès|Vauban|Foch|Gambetta|Victor Hugo|République|Wilson|Charonne",
  ),
};

/** Parts of addresses in India and its neighbours, in the order in which they are written. */
export const INDIAN_STREETS: readonly string[] = listed(
  "gandhi nagar|nehru street|kamarajar salai|anna street|mg road|temple road|bharathi street|rajaji street|lake view road|park street|ring road|station road|church street|mosque street|market road|bazaar street|2nd cross|3rd cross street|4th main|first main road|second street|east street|north car street|teachers colony|housing board colony|vasant vihar|shanti nagar|krishna colony|lakshmi nagar|ganesh nagar|shivaji nagar|green park|model town|civil lines|sector 14|phase 1|rajiv chowk|hill road|old bus stand road|bypass road|vip road",
);

/** States of the United States and provinces as people type them in a hurry. */
export const SHORT_STATES: readonly string[] =
  "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc on bc qc ab ns tn kl ka mh up wb".split(
    " ",
  );
