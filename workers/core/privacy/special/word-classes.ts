import type { WordClasses } from "./vocabulary.ts";

/** Words that phrases name by class. */
export const CLASSES: WordClasses = {
  body: `
  pierna; piernas; brazo; brazos; cadera; rodilla; rodillas; tobillo; tobillos; muneca; hombro; codo; dedo; dedos;
  pie; pies; mano; manos; costilla; costillas; clavicula; femur; tibia; perone; columna; espalda; vertebra;
  cuello; mandibula; nariz; ligamento; ligamentos; menisco; craneo; pelvis; talon; humero; radio; cubito;
  metatarso; ojo; seno; senos; pecho; mama; oido; leg; legs; arm; arms; hip; knee; knees; ankle; wrist; shoulder;
  elbow; finger; fingers; toe; toes; foot; feet; hand; rib; ribs; collarbone; femur; spine; back; neck; jaw; nose;
  ligament; acl; meniscus; skull; pelvis; heel; tendon; achilles; hamstring; collar; breast; eye; perna; braco;
  tornozelo; joelho; jambe; bras; cheville; genou; hanche; poignet; cuspide; rotula; kneecap; shin; thumb; pulgar
`,
  drug: `
  cocaina; heroina; marihuana; mota; cannabis; crack; cristal; metanfetamina; metanfetaminas; anfetaminas;
  extasis; lsd; opioides; opiaceos; fentanilo; ketamina; alcohol; paco; basuco; bazuco; perico; pegamento; hachis;
  drogas; cocaine; heroin; marijuana; weed; meth; amphetamines; ecstasy; mdma; opioids; opiates; fentanyl;
  ketamine; oxycodone; oxy; coke; speed; painkillers; benzos; pills; drugs; booze; maconha; drogue
`,
  ill: `
  cancer; diabetes; depression; anxiety; seizures; stroke; asthma; hypertension; epilepsy; migraines; migraine;
  abuse; addiction; alcoholism; psychosis; heart; mental; kidney; liver; violence; self; suicide; suicidal;
  breast; colon; blood; panic; eating; substance; smoking; hepatitis; tuberculosis; miscarriage; falls; back;
  ulcers; gout; anemia; anaemia; arrhythmia; dementia; bipolar
`,
  male: `
  el; senor; sr; hermano; hijo; primo; tio; padre; papa; amigo; jefe; vecino; marido; exmarido; sobrino; cunado;
  abuelo; companero; yerno; suegro; alumno; chico; muchacho; viudo; nieto; profesor; maestro; empleado;
  trabajador; cura; ex; don; irmao; filho; frere; colega; socio; juan; jose; luis; carlos; jorge; pedro; pablo;
  miguel; manuel; antonio; francisco; javier; andres; diego; sergio; raul; daniel; david; fernando; alejandro;
  roberto; ricardo; marcos; mario; martin; hugo; ivan; oscar; ruben; tomas; alberto; eduardo; rafael; ramon;
  enrique; victor; emilio; mateo; nicolas; sebastian; alvaro; gonzalo; rodrigo; gustavo; hector; joaquin; ignacio;
  felipe; agustin; julian; esteban;
  alfonso; alfredo; arturo; benjamin; carlos; cesar; cristian; damian; dario; emiliano; ernesto; fabian; federico;
  gabriel; german; gerardo; guillermo; isaac; israel; ismael; jaime; jesus; joel; leonardo; leandro; lorenzo; lucas;
  mauricio; maximiliano; miguel; nahuel; octavio; pascual; rodolfo; rogelio; saul; samuel; salvador; santiago; simon;
  thiago; tadeo; ulises; valentin; vicente; walter; xavier; yago; beto; memo; pepe; paco; toño; nando; chema; quique;
  lalo; nacho; john; james; robert; michael; william; richard; thomas; mark; paul; steven; andrew; kenneth; kevin;
  brian; george; tim; jason; jeff; ryan; jacob; gary; nick; eric; jonathan; stephen; larry; justin; scott; ben; adam;
  peter; henry; jack; liam; callum; connor; owen; dylan; ethan; logan; gareth; nigel; graham; neil; ian; colin; stuart;
  padre; gerente; mesero; portero; panadero; carnicero; taxista; abogado; ingeniero; conserje; entrenador; peluquero;
  bombero; soldado; marino; cartero; contador; bro; dude; guy; man; lad; bloke; boy; groom
`,
  female: `
  ella; senora; sra; hermana; hija; prima; tia; madre; mama; amiga; jefa; vecina; esposa; sobrina; cunada; abuela;
  companera; nuera; suegra; alumna; chica; muchacha; viuda; nieta; profesora; maestra; empleada; trabajadora;
  dona; irma; filha; soeur; monja; clienta; doctora; enfermera; maria; ana; laura; marta; carmen; lucia; elena;
  paula; sara; sofia; isabel; patricia; rosa; teresa; silvia; claudia; andrea; adriana; beatriz; raquel; pilar;
  julia; cristina; monica; natalia; alicia; irene; eva; gabriela; valeria; camila; daniela; veronica; lorena;
  sandra; susana; nuria; ines; alba; rocio; yolanda; paola; fernanda; mariana; carolina; alejandra; lupe; carla;
  amalia; amanda; antonia; araceli; aurora; barbara; belen; berta; blanca; brenda; camila; catalina; cecilia; celia;
  consuelo; dolores; diana; emilia; esther; estela; esperanza; fatima; florencia; gloria; graciela; guadalupe; ingrid;
  isabella; ivonne; jimena; josefina; juana; karla; leticia; liliana; lourdes; luisa; luz; macarena; magdalena; manuela;
  margarita; mercedes; micaela; miriam; noelia; norma; olga; paloma; pamela; renata; romina; rosario; ruth; sabrina;
  selene; soledad; sonia; tamara; tatiana; ursula; vanesa; vanessa; victoria; violeta; virginia; viviana; ximena;
  xiomara; zulema; lupita; chela; chayo; vero; pato; nuri; maite; mary; jennifer; linda; elizabeth; susan; jessica;
  sarah; karen; lisa; nancy; betty; margaret; ashley; kimberly; emily; donna; michelle; dorothy; melissa; deborah;
  stephanie; rebecca; sharon; cynthia; kathleen; amy; angela; shirley; anna; pam; emma; nicole; helen; samantha;
  katherine; christine; debra; rachel; carolyn; janet; heather; hannah; grace; chloe; megan; sophie; olivia; jane;
  siobhan; gemma; zoe; charlotte; madre; gerenta; mesera; portera; panadera; abogada; ingeniera; entrenadora; peluquera;
  contadora; dama; girl; woman; lady; bride
`,
};
