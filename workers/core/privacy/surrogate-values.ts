/** Invented stand-ins, written for this project: common enough to read well, in no combination taken from anyone. */
export interface NamePool {
  female: readonly string[];
  male: readonly string[];
  family: readonly string[];
  towns: readonly string[];
  streets: readonly string[];
  organisations: readonly string[];
}

function words(text: string): string[] {
  return text.split(" ");
}

export const NAME_POOLS: Readonly<Record<"es" | "en" | "pt" | "fr", NamePool>> = {
  es: {
    female: words(
      "Adriana Beatriz Camila Daniela Elena Fernanda Gabriela Irene Julieta Lorena Marisol Natalia Olga Paula Raquel Sandra Tamara Valeria Ximena Yolanda Carolina Cecilia Noelia Rebeca",
    ),
    male: words(
      "Alberto Bernardo Damián Ernesto Fabián Gonzalo Hernán Ignacio Joaquín Leandro Marcelo Nicolás Octavio Patricio Rodrigo Salvador Tadeo Ulises Víctor Emilio Mateo Germán Rubén Sergio",
    ),
    family: words(
      "Alarcón Barrera Carmona Dorantes Escalante Figueroa Galindo Hinojosa Ibarra Jaramillo Lozano Montiel Navarrete Olivares Palacios Quintana Robledo Sandoval Tejada Urbina Valdivia Zambrano Arriaga Bermejo Cifuentes Echeverría Maldonado Pacheco Solórzano Villaseñor",
    ),
    towns: words(
      "Valdelagua Puertonuevo Montesereno Ríoclaro Camposanto Villaluz Piedrasola Altamar Fuenteseca Llanoverde",
    ),
    streets: ["Calle del Ejemplo", "Avenida de la Prueba", "Calle Inventada", "Paseo Ficticio", "Calle del Modelo"],
    organisations: [
      "Grupo Ejemplo",
      "Servicios Modelo",
      "Comercial Ficticia",
      "Talleres Inventados",
      "Clínica Ejemplar",
    ],
  },
  en: {
    female: words(
      "Alice Bridget Clara Deborah Edith Fiona Gwen Heather Isla Joanna Katherine Lydia Megan Nora Olivia Phoebe Rachel Sylvia Tessa Vanessa Wendy Zoe",
    ),
    male: words(
      "Aaron Brian Callum Derek Edmund Felix Gareth Howard Ian Jasper Kenneth Leonard Martin Nathan Oscar Philip Quentin Ronald Stuart Trevor Vincent Warren",
    ),
    family: words(
      "Ashdown Barlow Colby Dunmore Ellery Farnham Gillespie Hartley Ingram Jessop Kendrick Langdon Merrick Norwood Ormsby Prescott Quigley Radcliffe Stanton Thackeray Underhill Vickers Whitlock Yardley",
    ),
    towns: words("Eastmere Stonebridge Fairhollow Maplewick Northcombe Riverdene Ashgrove Clearford"),
    streets: ["Example Street", "Sample Avenue", "Model Road", "Placeholder Lane"],
    organisations: ["Example Company", "Sample Services", "Model Industries", "Placeholder Partners"],
  },
  pt: {
    female: words(
      "Aline Bianca Carla Débora Elisa Flávia Helena Isadora Juliana Larissa Mariana Priscila Renata Simone Tatiana Vanessa",
    ),
    male: words(
      "André Breno Caio Danilo Eduardo Fábio Gustavo Henrique Igor Leonardo Murilo Otávio Rafael Thiago Vinícius Wagner",
    ),
    family: words(
      "Abrantes Bezerra Coutinho Drummond Esteves Fagundes Guimarães Lacerda Magalhães Nogueira Peixoto Queiroz Siqueira Teixeira Vasconcelos Xavier",
    ),
    towns: words("Riobelo Pedraclara Montealto Campoverde Vilanova"),
    streets: ["Rua do Exemplo", "Avenida do Modelo", "Rua Fictícia"],
    organisations: ["Grupo Exemplo", "Serviços Modelo", "Comércio Fictício"],
  },
  fr: {
    female: words(
      "Adèle Brigitte Céline Delphine Élodie Florence Hélène Inès Juliette Laure Manon Nadine Océane Pauline Sabine Véronique",
    ),
    male: words(
      "Adrien Bastien Cédric Damien Étienne Fabrice Gaëtan Hugo Julien Laurent Maxime Olivier Pascal Quentin Rémi Yannick",
    ),
    family: words(
      "Aubry Besson Charpentier Delmas Estève Fournel Garnier Hébrard Jacquet Lambert Marchal Noiret Perrault Renaudin Sabatier Vasseur",
    ),
    towns: words("Villeclaire Montfleuri Roquebelle Pontneuf Saintval"),
    streets: ["rue de l'Exemple", "avenue du Modèle", "rue Fictive"],
    organisations: ["Groupe Exemple", "Services Modèle", "Commerce Fictif"],
  },
};

/** Given names met in text, by gender, to choose a surrogate of the same: endings decide for the rest. */
export const FEMALE_GIVEN = new Set(
  words(
    "maria carmen ana laura isabel cristina marta lucia elena pilar rosa mercedes dolores paz luz raquel ruth ines beatriz soledad rocio consuelo esther ester miriam noemi abigail itzel xochitl citlali yaretzi maite amparo concepcion milagros flor sol mar iris mary jennifer elizabeth susan jessica sarah karen nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine carolyn rachel janet catherine heather diane olivia julie joyce victoria kelly christina joan evelyn judith alice jean sophie marie camille claire beatrice agnes carine ingrid astrid heloise",
  ),
);
export const MALE_GIVEN = new Set(
  words(
    "jose juan luis carlos manuel jesus javier daniel david miguel angel rafael joel ismael ruben adrian ivan oscar cesar hector victor raul saul jorge enrique felipe andres tomas nicolas elias isaias matias joshua noah luca luka borja garcia andrea nikita james john robert michael william richard joseph thomas charles christopher matthew anthony mark steven paul andrew kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry jean pierre michel philippe joao tiago rodrigo gabriel lucas",
  ),
);

/** Documented test cards of the payment processors. */
export const TEST_CARDS = [
  "4111111111111111",
  "4242424242424242",
  "4012888888881881",
  "5555555555554444",
  "5105105105105100",
  "2223003122003222",
  "378282246310005",
  "371449635398431",
  "6011111111111117",
  "3530111333300000",
  "30569309025904",
  "4000056655665556",
];
