import type { SpecialCategory, WordClasses } from "./vocabulary.ts";

/**
 * What ties a phrase to a person, and what speaks against it. Words without accents; the interpreter in `scan.ts` says
 * what each group is worth.
 */
export const FRAMES = {
  /** The writer, and verbs in the first person. */
  self: `
  yo; me; mi; mis; mio; mia; mios; mias; conmigo; nosotros; nosotras; nuestro; nuestra; nuestros; nuestras; soy;
  estoy; tengo; tenia yo; padezco; sufro; tomo; llevo; vivo; fui; estuve; quede; ando; traigo; somos; estamos;
  tenemos; fuimos; necesito; pido; solicito; quiero; puedo; trabajo; empece; empiezo; deje; sali; naci; perdi;
  llame; hago; hice; voy; ire; vengo; creo; siento; uso; pago; pague; pertenezco; participo; participe; considero;
  confieso; entre; cumpli; pase; acabo; he; hemos; ahorita ando; doy; di; dimos; salimos; tuve; tuvimos;
  estaba yo; veo; rezo; ayuno; tomaba; tomando yo; padeci; sufri; termine; sigo; seguimos; volvi; recibi; supe;
  temo; prefiero; agradeceria; aviso; mande; subi; firme; debo; conoci; i; im; ive; id; ill; my; me; mine; myself;
  we; our; ours; us; ourselves; idk; imo; eu; meu; minha; meus; minhas; mim; comigo; tenho; sou; estou; tomo; fiz;
  fui; nosso; nossa; sofro; je; j; mon; ma; mes; moi; nous; notre; suis; ai; ayant
`,
  /** Family, friends and others near the writer. */
  kin: `
  mama; mami; papa; papi; madre; padre; ama; aita; hijo; hija; hijos; hijas; nene; nena; nenes; peque; bebe;
  bebes; nino; nina; chiquillo; esposo; esposa; marido; mujer; pareja; novio; novia; hermano; hermana; hermanos;
  hermanas; hermanito; hermanita; abuelo; abuela; abuelos; abuelita; abuelito; tio; tia; tios; primo; prima;
  primos; sobrino; sobrina; suegro; suegra; cunado; cunada; cunao; yerno; nuera; nieto; nieta; nietos; padrino;
  madrina; ahijado; ahijada; compadre; comadre; padrastro; madrastra; hermanastro; hermanastra; ex; exmarido;
  exmujer; exnovio; exnovia; viejo; vieja; viejos; jefe; jefa; amigo; amiga; cuate; colega; compi; roomie; vecino;
  vecina; companero; companera; novix; crio; cria; familia; difunto; viuda; viudo; mum; mom; mummy; mommy; mam;
  mother; dad; daddy; father; son; daughter; kid; child; baby; toddler; husband; wife; spouse; partner; boyfriend;
  girlfriend; fiance; fiancee; brother; sister; sibling; twin; uncle; aunt; auntie; cousin; nephew; niece;
  grandma; grandpa; grandmother; grandfather; gran; granny; nan; nana; grandad; granddad; grandson; granddaughter;
  stepdad; stepmum; stepmom; stepson; stepdaughter; stepfather; stepmother; inlaw; exhusband; exwife; friend;
  mate; roommate; flatmate; housemate; neighbour; neighbor; boss; colleague; coworker; buddy; family; bro; sis;
  widow; widower; mae; pai; filho; filha; irmao; irma; marido; esposa; avo; tio; tia; primo; prima; cunhado;
  cunhada; sogra; sogro; vizinho; vizinha; namorado; namorada; sobrinha; sobrinho; neto; neta; amigo; chefe; mere;
  pere; fils; fille; frere; soeur; mari; femme; oncle; tante; cousin; cousine; copain; copine; grand-mere; voisin;
  voisine; collegue; conjoint; ami; amie; beau-frere; neveu; locataire; patron
`,
  /** One person in a part that records are kept of. */
  role: `
  paciente; usuaria; alumno; alumna; estudiante; empleado; empleada; trabajador; trabajadora; cliente; clienta;
  inquilino; inquilina; arrendatario; arrendataria; asegurado; asegurada; solicitante; postulante; aspirante;
  candidato; candidata; beneficiario; beneficiaria; detenido; detenida; acusado; acusada; imputado; imputada;
  investigado; investigada; procesado; procesada; interno; interna; reo; recluso; reclusa; condenado; condenada;
  demandante; demandado; demandada; denunciante; denunciado; denunciada; testigo; victima; victimario; agresor;
  agresora; afectado; afectada; conductor; conductora; chofer; chava; chavo; chico; chica; muchacho; muchacha;
  joven; lactante; residente; huesped; pasajero; pasajera; socio; socia; suscriptor; suscriptora; titular;
  tripulante; operario; operaria; obrero; obrera; enfermera; enfermero; medico; medica; doctor; doctora; profesor;
  profesora; profe; maestro; maestra; docente; portero; portera; conserje; secretario; secretaria; gerente;
  becario; becaria; pasante; practicante; empleadx; companerx; senor; senora; senorita; varon; hombre; anciano;
  anciana; adolescente; embarazada; gestante; madre; feto; donante; sujeto; propietario; propietaria; opositor;
  opositora; peticionario; peticionaria; compareciente; interesado; interesada; extranjero; refugiado; refugiada;
  migrante; guardia; soldado; policia; agente; vendedor; vendedora; cajero; cajera; cocinero; cocinera; mesero;
  mesera; limpiadora; ninera; cuidador; cuidadora; recepcionista; comensal; contratista; capataz; encargado;
  encargada; hinchada; deudor; deudora; prestatario; prestataria; apelante; recurrente; causante; fallecido;
  fallecida; finado; finada; occiso; occisa; legajo; expediente; ponente; colaborador; colaboradora; patient; pt;
  pupil; student; employee; worker; client; customer; tenant; lodger; claimant; applicant; candidate; defendant;
  plaintiff; respondent; appellant; witness; victim; suspect; detainee; prisoner; inmate; resident; driver;
  passenger; guest; member; subscriber; policyholder; insured; beneficiary; resident; trainee; intern; analyst;
  nurse; teacher; manager; receptionist; caretaker; janitor; bloke; guy; lady; gentleman; woman; man; girl; boy;
  lad; male; female; infant; newborn; fetus; foetus; teenager; veteran; soldier; officer; landlord; landlady;
  cleaner; nanny; babysitter; carer; supervisor; foreman; hire; contractor; deponent; complainant; offender;
  parolee; donor; subject; owner; proband; respondent; asylum-seeker; seeker; refugee; borrower; caller;
  passenger; cashier; waiter; waitress; chef; cook; assistant; temp; apprentice; player; athlete; parishioner;
  decedent; deceased; yo; newcomer; starter; recruit; aluno; aluna; trabalhador; trabalhadora; funcionario;
  funcionaria; cliente; reu; senhor; senhora; idoso; idosa; utente; crianca; moco; moca; patiente; eleve; salarie;
  salariee; employe; employee; monsieur; madame; detenu; prevenu; accuse; demandeur; demandeuse; mme; enfant;
  candidat; candidate; assure
`,
  title: `
  sr; sra; srta; don; dona; mr; mrs; ms; miss; mx; dr; dra; lic; ing; prof; mme; mlle; sor; fray; senhor; dom; d;
  c
`,
  pronoun: `
  el; ella; ellos; ellas; le; les; lo; nos; consigo; elle; ellx; he; she; him; her; hers; his; himself; herself;
  they; them; their; themselves; hes; shes; theyre; ele; ela; dele; dela; lhe; il; elle; lui; son; sa; ses; leur
`,
  possessive: `
  su; sus; his; her; their; my; mi; mis; our; nuestro; nuestra; s; seu; sua; meu; minha; mon; ma; mes; son; sa;
  ses
`,
  being: `
  soy; es; somos; son; era; eran; eramos; fue; fui; esta; estoy; estan; estaba; estuvo; estuve; quedo; quede;
  sigue; sigo; resulto; salio; sali; nacio; naci; volvio; hizo; declara; considera; considero; identifica;
  identifico; siento; siente; ser; siendo; estar; sea; fuera; reconoce; reconocio; confeso; confieso; sois; anda;
  ando; sale; seria; am; is; are; was; were; been; be; being; m; s; re; im; hes; shes; theyre; became; become;
  identify; identifies; identified; consider; considers; considered; calls; turned; born; remain; remains; raised;
  sou; e; era; foi; estou; esta; somos; sao; ficou; tornou; suis; est; etait; sommes; sont; devenu; devenue;
  reste; ete; isnt; wasnt; arent
`,
  having: `
  tengo; tiene; tienen; tenemos; tenia; tuve; tuvo; tener; teniendo; tenga; tenido; padece; padezco; padecia;
  padecio; padecen; padecer; sufre; sufro; sufria; sufrio; sufri; sufren; sufriendo; sufrir; diagnosticado;
  diagnosticada; diagnosticaron; diagnostico; diagnosticarle; detectaron; detectado; detectada; detecto;
  encontraron; hallaron; descubrieron; presenta; presento; presentaba; refiere; refirio; convive; vive; vivo;
  lleva; llevo; cursa; arrastra; arrastro; lucha; lucho; combate; supere; supero; superando; dio; ha dado; dieron;
  dio; contraje; contrajo; cogio; pillo; pille; agarro; agarre; pesco; trae; traigo; toma; tomo; tomaba; tomando;
  tomar; recetaron; recetado; receto; prescribieron; medica; medicada; medicado; inyecta; inyecto; recibe;
  recibiendo; recibo; empiezo; empieza; empezo; empece; tratamiento; antecedentes; antecedente; historia;
  portador; portadora; secuelas; confirmaron; confirmo; salir; murio; fallecio; muriendo; muere; operado; operada;
  recuperando; recuperandome; recuperandose; curado; curada; acabo; aqueja; aquejado; aquejada; afectado;
  afectada; baja; ingresado; ingresada; internado; internada; ingreso; heredo; herede; lleva; porta; confirma;
  nacio; naci; quedo; quede; sobrevivio; sobrevivi; sobreviviente; debuto; recayo; recai; ausencia; motivo; dado;
  dada; have; has; had; having; got; gotten; ve; suffer; suffers; suffered; suffering; diagnosed; diagnosis;
  develops; developed; contracted; caught; catch; battling; battles; battled; fighting; fights; fought; beat;
  survived; survivor; struggles; struggle; struggled; struggling; manages; managing; living; lives; live; lived;
  takes; take; taking; took; taken; prescribed; prescribe; on; uses; use; using; treated; treatment; treating;
  history; hx; dx; presents; presented; presenting; admitted; hospitalised; hospitalized; died; dying; dies;
  recovering; recovered; recovery; born; tested; positive; confirmed; carries; carry; inherited; found; showed;
  shows; list; lists; records; with; w; receiving; starting; starts; started; begin; begins; undergoing;
  underwent; undergo; referred; needs; need; wears; wear; injects; inject; disclosed; disclosing; getting;
  getting; gets; came; returned; claims; note; reason; tenho; tem; tinha; teve; sofre; sofro; diagnosticado;
  diagnosticada; toma; nasceu; foi; internado; internada; descobriu; trata; souffre; souffrant; atteint; atteinte;
  diagnostique; suivi; suivie; traite; traitee; a; ai; avait; prend; prends; porteur
`,
  /** What may stand between a verb of being and the word that names somebody. */
  filler: `
  un; una; unos; unas; el; la; los; las; muy; mas; bien; re; medio; tan; bastante; super; poco; algo; no; ya;
  tambien; siempre; todavia; aun; de; persona; mujer; hombre; abiertamente; orgullosamente; familia; chico; chica;
  paciente; ferviente; practicante; convencido; convencida; toda; todo; que; como; gente; catolicos; recien; hoy;
  ahora; creo; joven; nino; nina; super; totalmente; oficialmente; ciego; a; an; the; very; so; pretty; quite;
  really; not; never; still; also; now; both; all; openly; proudly; quite; fairly; rather; practising; practicing;
  devout; lifelong; lapsed; registered; proud; type; severely; partially; completely; totally; legally;
  clinically; as; to; be; actually; technically; basically; just; recently; only; our; my; his; her; newly;
  currently; seriously; profoundly; mildly; highly; months; weeks; kind; of; bit; little; person; woman; man; and;
  former; recovering; secretly; already; heavily; chronic; chronically; diagnosed; young; old; black; white;
  strict; staunch; committed; hardcore; closet; born; again; raised; up; um; uma; muito; o; a; tres; une; des; le;
  plutot; aussi; pas; nao
`,
  /** One of all: a rule, nobody in particular. */
  generic: `
  todo; toda; cada; cualquier; cualquiera; ningun; ninguna; algun; alguna; any; every; each; no; whoever; quien;
  quienes; todos; todas; aquel; anybody; anyone; everyone; someone; alguien; nadie; people; personas; gente;
  those; qualquer; todo; tout; toute; chaque
`,
  /** Animals and things that people call theirs. */
  belonging: `
  gato; gata; perro; perra; mascota; cachorro; caballo; loro; planta; coche; carro; auto; moto; celular; movil;
  telefono; compu; computadora; ordenador; laptop; tarjeta; paquete; pedido; cuenta; internet; empresa; equipo;
  jardin; casa; nevera; lavadora; impresora; app; maquina; cat; dog; puppy; pet; horse; kitten; parrot; hamster;
  car; van; bike; phone; laptop; computer; card; package; parcel; order; account; server; app; printer; company;
  team; garden; house; startup; code; script; build; cluster; labrador; tarea; proyecto; project; router; wifi;
  horno; budget; presupuesto; bolsillo; cartera; equipo; club; software; database; policy; policies; tienda;
  tiendas; oficina; oficinas; escuela; store; stores; office; offices; website; web; pagina; marca; brand; hotel;
  clinica; clinic; product; products; producto; productos; servicio; servicios; service; services; politica;
  school; banco; bank; catalogo; platform; plataforma; organizacion; organization; canary; bot; modelo; model;
  receta; recipe
`,
  /** Works of fiction and of learning, of which sentences tell. */
  fiction: `
  peli; pelicula; peliculas; serie; novela; libro; libros; documental; cancion; cuento; comic; manga;
  videojuego; personaje; protagonista; capitulo; episodio; temporada; podcast; movie; movies; film; films; novel;
  book; books; documentary; song; series; character; characters; episode; season; chapter; protagonist;
  game; videogame; netflix; essay; ensayo; tesis; thesis; trabajo de clase; asignatura; homework;
  lecture; seminar; museo; museum; exposicion; exhibition; exhibit; poem; poema; filme; roman; sitcom; biography;
  biografia; autobiografia; headline; articulo; article; blog; meme; chiste; joke; trivia; sermon;
  parodia; disfraz; costume; halloween
`,
  /** News, statistics, rules and notices. */
  general: `
  encuesta; sondeo; estadistica; estadisticas; porcentaje; casos; poblacion; encuestados; prevalencia; incidencia;
  informe anual; congreso; jornada; jornadas; campana; ley; leyes; decreto; reglamento; norma; normativa;
  articulo; convenio; gobierno; ministerio; ministro; parlamento; senado; diputados; tribunal supremo;
  sentencia historica; noticia; noticias; periodico; prensa; comunicado; onu; oms; unesco; investigadores;
  cientificos; estudio revela; estudiantes; ciudadanos; votantes; trimestre; anual; nacional; internacional;
  mundial; siglo; historia; historiador; guerra; prohibe; prohibir; prohiben; permite; derechos;
  obligatorio; protocolo; politica de; curso; taller; charla; conferencia; formacion; folleto; prospecto; manual;
  guia; definicion; significa; sintomas; prevenir; prevencion; vacunacion; vacuna; riesgo; aumentaron; aumento;
  disminuyo; subio; bajaron; descendieron; tasa; promedio; paises; pais; europa; mexico; argentina;
  espana; region; provincia; municipio; debate; elecciones; candidatos; sesion; ponencia; museo; festival;
  concierto; desfile; marcha; monumento; catedral; empleadores; aseguradoras; empresas; employers; insurers;
  companies; survey; statistics; percent; percentage; cases; population; respondents; prevalence; incidence;
  conference; campaign; act; law; laws; regulation; regulations; government; ministry; minister; parliament;
  senate; congress; court; supreme; news; newspaper; press; researchers; scientists; trial; adults; participants;
  study; studies; rates; rate; national; international; worldwide; global; century; history; war; prohibits;
  prohibited; bans; ban; policy; policies; rights; mandatory; guideline; guidelines; protocol; workshop; course;
  training; leaflet; brochure; manual; guide; definition; symptoms; prevent; prevention; vaccination;
  vaccine; risk; increased; decreased; rose; fell; average; countries; country; europe; city; county;
  region; election; elections; candidates; festival; parade; statute; minutes; reform; decriminalised;
  decriminalized; wikipedia; encyclopedia; industry; market; sector; mercado; lei; pesquisa; campanha; governo;
  eleicoes; festival; loi; gouvernement; sante; publique; astronomes; epidemie; surto; vacina
`,
  /** Heads of names of institutions, events and products: what follows them is no statement about anybody. */
  head: `
  fundacion; asociacion; hospital; clinica; unidad; servicio; departamento; area; instituto; sociedad; federacion;
  colegio; escuela; universidad; facultad; campana; congreso; dia; semana; liga; marcha; curso; clase; clases;
  taller; charla; historia; libro; peli; pelicula; serie; novela; investigacion; vacuna; vacunas; tiras; seguro;
  poliza; ley; prevencion; casos; tasa; centro; museo; calle; avenida; plaza; parada; barrio; colonia; estacion;
  iglesia; catedral; banco; certificado; codigo; examen; test; pruebas; kit; tratamiento contra;
  investigacion sobre; lucha; mapa; sector; mercado; precio; venta; marca; empresa; fabrica; tienda; sensor;
  lector; crema; especialista; experto; experta; servicios; hospitales; clinicas; estudios; departamentos;
  antigua; antiguo; fiesta; festival; feria; torneo; copa; club; equipo; editorial; revista; diario; partido;
  algoritmo; simulador; programa; proyecto; ala; pabellon; area; registro; manual; folleto; guia; prospecto;
  efectos; sintomas; causas; diferencia; concepto; definicion; teoria; ideario; foundation; association; hospital;
  clinic; unit; department; institute; society; federation; school; university; college; campaign; conference;
  week; month; league; march; course; class; history; book; movie; film; series; novel; research; vaccine;
  insurance; law; prevention; cases; rate; center; centre; museum; street; avenue; square; station; church;
  cathedral; temple; bank; certificate; code; exam; kit; price; sale; brand; company; factory; shop; store;
  sensor; reader; specialist; expert; services; festival; parade; tournament; team; magazine; newspaper;
  algorithm; simulator; program; programme; project; wing; ward; registry; leaflet; guide; symptoms; causes;
  difference; concept; definition; theory; risk; fundraiser; charity; walk; marathon; epidemic; pandemic
`,
  /** What makes a word before it part of a name or of a product. */
  tail: `
  awareness; wing; unit; day; week; month; research; charity; foundation; association; society; center; centre;
  clinic; ward; department; conference; fundraiser; walk; run; marathon; museum; street; road; avenue; square;
  station; school; university; college; library; church; street; certification; certified; act; law; laws; code;
  policy; policies; statistics; prevention; campaign; vaccine; drug; drugs; guidelines; epidemic; pandemic;
  outbreak; season; holidays; holiday; calendar; era; empire; war; forces; army; party; club; bar; bars; lounge;
  band; album; movie; film; book; novel; series; show; game; festival; parade; cake; cupcakes; market;
  industry; sensor; reader; readers; scanner; scanners; lock; locks; system; systems; software; technology; sdk;
  api; library; module; display; displays; screen; tape; run; trial; trials; study; studies; journal; magazine;
  awareness; supplies; strips; clinic; specialist; nurse; doctor; surgeon; hotline; helpline; forum; community;
  subreddit; group; rates; rate; cases; deaths; ratio; estimate; estimates; costs; cost; reform; reforms; studies;
  history; literature; art; architecture; music; theology; scholar; seminary; bookstore; shop; store; hospital;
  drinks; beverages; drink; beer; wine; beverage; spots; spot; curves; curve; files; file; data types; format;
  break; algorithm; algorithms; programming; engineering; modified; counter; policy; disorder society; europea;
  sovietica; fiscal; industrial; comercial; carbono; ecologica; hidrica; cultural; digitalizacion; economica;
  economico; financiera; mundial; nacional; medieval; historica; historico; gotica; online; gratis
`,
  /** What a text is about, not whom it concerns. */
  topic: `
  sobre; contra; about; against; regarding; concerning; acerca; respecto; anti; versus; vs; tema; topic; sobre;
  sur; contre; prevenir; curar; cure; evitar; cause; causes; provocar; provoca; produce; causar; causa; combat;
  fight; venden; vende; selling; define; significa; mean; means; called; llamado; llamada; palabra; word; term;
  termino
`,
  asking: `
  que; cual; cuales; como; cuanto; cuanta; cuantos; cuantas; cuando; donde; quien; quienes; por que; existe; hay;
  es; son; se; what; which; how; when; where; who; why; is; are; does; do; can; could; should; oque; qual; quel;
  quelle; comment; pourquoi; combien; quand; puede; pueden; hacen; venden; tienen; aceptan
`,
  /** What a thing is or does by which a sentence begins. */
  defining: `
  is; are; was; were; es; son; era; eran; sits; refers; means; describes; encodes; codes; consists; affects; can;
  may; helps; causes; contains; occurs; requires; uses; works; allows; comes; varies; measures; significa; consiste;
  codifica; afecta; afectan; puede; pueden; suele; suelen; sirve; sirven; ayuda; ayudan; provoca; provocan;
  contiene; requiere; permite; permiten; funciona; funcionan; describe; describen; mide; varia; genera; ha; han;
  has; have; will; se
`,
} as const satisfies Readonly<Record<string, string>>;

export type Frame = keyof typeof FRAMES;

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

/** Labels of a field by category; the value behind a colon, or in the column, is what the field tells. */
export const LABELS: Readonly<Record<SpecialCategory, string>> = {
  HEALTH_CONDITION: `
  alergia*; patologia*; diagnostic@; diagnosticos; dx; idx; diag; enfermedad(/es); enfermedad(/es) (cronicas/
  previas/preexistentes/actual/base); padecimiento*; antecedentes (medicos/patologicos/personales/clinicos/
  de salud/familiares); app; historial medico; comorbilidades; medicacion (/actual/habitual/cronica);
  medicamento*; tratamiento (actual/medico/); tto; tx; rx; discapacidad; grado de discapacidad;
  tipo de discapacidad; minusvalia; motivo de (consulta/ingreso/baja/ausencia/la baja/la ausencia/incapacidad/
  urgencia/la consulta); condicion(/es) (medica/medicas/de salud); estado de salud; problemas de salud;
  necesidades especiales; nee; impresion diagnostica; juicio clinico; causa de (baja/muerte/fallecimiento/
  incapacidad/ausencia); intolerancias; serologia; allerg(y/ies); known allergies; diagnos(is/es);
  medical (condition/conditions/history/notes/information/issues); health (condition/conditions/issues/status/
  problems); disabilit(y/ies); current (medication/medications/meds/treatment); medication*; meds; pmh; pmhx; hx;
  chief complaint; reason for (absence/leave/visit/admission/referral/sick leave); leave reason; absence reason;
  cause of death; sick note; special needs; comorbidities; condition; illness; disease; pre existing conditions;
  impression; hiv status; blood test; sen; additional needs; accommodation*; alergias conhecidas; doenca*;
  diagnostico medico; maladie*; pathologie; handicap; allergie*; antecedents;
  dx cie; cie 10; icd 10; codigo cie; diagnostico principal; diagnostico (presuntivo/definitivo/de egreso/de ingreso);
  enfermedades
`,
  RELIGIOUS_BELIEF: `
  religion; religion on (admission form/form/file); religious (affiliation/belief/beliefs/preference/
  denomination); credo; culto; confesion (religiosa/); denominacion; denomination; faith; creencia*;
  creencias religiosas; fe; religiao; confession; menu; dieta; diet; dietary (requirements/needs/requirement);
  menu del alumno; meal; observancia; parish; parroquia; bautismo
`,
  TRADE_UNION_MEMBERSHIP: `
  afiliacion sindical; sindicato; gremio; afiliacion gremial; central sindical; union; trade union;
  union (membership/affiliation/local/name/member/rep); member of (a /)(recognised /)(trade /)union;
  trade union member(/ship); syndicat; sindicalizado; sindicalizad@; cuota sindical; filiacao sindical; deduction;
  deduccion; descuento; deduction code #; appartenance syndicale
`,
  POLITICAL_OPINION: `
  ideologia; ideologia (politica/declarada en la encuesta/declarada); afiliacion (politica/partidista/partidaria);
  filiacion politica; partido; partido politico; simpatia (politica/partidista); militancia; voto;
  intencion de voto; voto anterior; recuerdo de voto; tendencia politica; orientacion politica; posicion politica;
  party; party (registration/affiliation/membership/id); political (affiliation/party/views/leaning/leanings/
  opinion/opinions/orientation); voter registration; registered party; vote; voted; partido de afiliacion;
  donacion; donation; destino; filiacao partidaria; parti; opinion politique; ideology; politics
`,
  SEXUAL_ORIENTATION: `
  orientacion sexual; orientacion; preferencia sexual; identidad de genero; genero; sexo; identidad sexual;
  sexual orientation; orientation; sexuality; gender; gender identity; sex; sexual preference; orientacao sexual;
  identidade de genero; orientation sexuelle; pronouns; pronombre*; marital status; estado civil; sexual history
`,
  CRIMINAL_RECORD: `
  antecedentes (penales/policiales/judiciales); antecedentes; delito*; cargo* (penales/imputados); condena*;
  situacion (penal/procesal/judicial); causa penal; historial (penal/delictivo); criminal (record/history/
  convictions/offences); conviction*; unspent convictions; spent convictions; previous convictions;
  prior convictions; offense*; offence*; charge*; background check (result/); arrest record; arrests; sentence;
  disposition; dbs (result/check/); police record; tipo penal; pena; antecedentes criminais; crime;
  casier judiciaire; infraction; legal status; felonies; felony convictions; estatus legal; motivo de (detencion/
  ingreso en prision/arresto)
`,
  BIOMETRIC_DATA: `
  biometria; biometric* (data/id/template/); huella*; plantilla biometrica; rasgo biometrico; fingerprint*;
  face template; face embedding; facial template; iris code; voiceprint; datos biometricos; dato biometrico;
  template biometrico; biometrico; patron de voz; huella dactilar;
  huella (b64/template/hash/id/wsq/dactilar id); (fingerprint/face/iris/voice/palm/thumb) (hash/template/id/b64/
  vector/embedding); ref biometrica; referencia biometrica
`,
  GENETIC_DATA: `
  gen; gene; genes; variante*; variant*; mutacion(/es); mutation*; genotipo; genotype; alelo*; allele*; cariotipo;
  karyotype; genetica; genetics; genetic (test/result/results/testing/findings/condition); resultado genetico;
  estudio genetico; prueba genetica; haplogroup; haplogrupo; haplotipo; zigosidad; cigosidad; zygosity; brca; hla;
  adn; dna (result/profile/); perfil genetico; str profile; panel genetico; resultado; result; snp; ancestry;
  ascendencia; portador; carrier status; farmacogenetica; apoe;
  <locus>; rs; haplogroup y; haplogroup mt; carrier screen; carrier screening; nipt; exoma; panel; snp #;
  <gene>; hla b27
`,
};

/** Labels, without accents, whose value tells whatever it is: no word of it need be known. */
export const TELLING_LABELS: Readonly<Record<SpecialCategory, RegExp>> = {
  HEALTH_CONDITION:
    /^(?:(?:known )?allerg|alergia|patologia|dx$|idx$|pmhx?$|hiv status|enfermedad(?:es)? |padecimiento|comorb|cause of death|causa de (?:muerte|fallec)|disabilit|discapacidad$|tipo de discap|minusvalia|medical condition|juicio clinico|impresion diag|maladie|doenca|diagnosis$)/,
  RELIGIOUS_BELIEF: /^(?:religi|credo|faith|denomina|confesion rel|creencia)/,
  TRADE_UNION_MEMBERSHIP:
    /^(?:afiliacion (?:sind|grem)|sindicato$|gremio$|central sind|trade union|union (?:memb|affil|local|name)|filiacao|syndicat)/,
  POLITICAL_OPINION:
    /^(?:ideologia|afiliacion (?:pol|part)|filiacion pol|simpatia|militancia$|intencion de voto|voto anterior|recuerdo de voto|tendencia pol|orientacion pol|posicion pol|party (?:reg|aff|mem)|political |voter reg|registered party|filiacao part|opinion pol|partido pol)/,
  SEXUAL_ORIENTATION:
    /^(?:orientacion sex|preferencia sex|sexual (?:orient|pref)|orientacao sex|orientation sex|orientation$|sexuality$)/,
  CRIMINAL_RECORD:
    /^(?:antecedentes (?:pen|pol|jud)|delito|cargos imp|causa penal|criminal|(?:unspent|spent|previous|prior|felony) conv|convictions?$|felonies|offen[cs]es?$|arrest record|tipo penal|casier|antecedentes crim|crime$)/,
  BIOMETRIC_DATA:
    /^(?:biometri|huella.(?:b64|hash|template|id|wsq|dactilar)|(?:fingerprint|face|iris|voice|palm|thumb).(?:hash|template|id|b64|vector|embedding)|ref.{0,3}biom|face (?:temp|emb)|facial temp|iris code|voiceprint|datos? biom|template biom|plantilla biom)/,
  GENETIC_DATA:
    /^(?:rs\d|genotip|genotype|cariotipo|karyotype|haplo|variante|variant|mutacion|mutation|apoe|brca|cigosidad|zygosity|genetic (?:test|result|finding)|resultado gen|alelo|allele|carrier status|[a-z]{2,6}[ -]?[a-z]?\d{1,4}[a-z]?$)/,
};

/** Phrases by which a sentence speaks of how many, of everybody, or of what one should do. */
export const GENERAL_PHRASES = `
  (1/one/uno/una/un) (in/out of/de/de cada/en/en cada/of every) (every /)(#/two/three/four/five/ten/dos/tres/cuatro/cinco/diez) (_ /)(people/adults/women/men/
  children/workers/births/newborns/americans/britons/patients/personas/mujeres/hombres/ninos/adultos/jovenes/nacidos/habitantes/trabajadores/pacientes);
  (people/personas/pacientes/patients/women/mujeres/children/adults/adultos/individuals/those/quienes/ninos) (with/
  who have/who are/living with/con/que tienen/que padecen/que sufren/que son/que viven con); (la/the) (mayoria/
  majority) (de/of); most (people/women/men/adults/patients); (se (recomienda/aconseja/sugiere/estima/calcula/
  considera/define/llama/denomina/conoce/puede/suele)/es (recomendable/aconsejable/comun/frecuente/obligatorio))
  (a/que/como/evitar/_); (it is/it s) (recommended/advised/estimated/common/illegal/legal); (segun/according to)
  (la/el/the/un/una/datos) (oms/inegi/ine/dane/indec/who/cdc/encuesta/census/survey/censo/ley/law/estudio/study);
  (# )(% /por ciento /percent /)(de/of) (los/las/the/all/la) (poblacion/ciudadanos/adultos/adults/workers/
  trabajadores/population/encuestados/respondents/hogares/households/mexicanos/espanoles/argentinos/americans);
  (millones/miles/millions/thousands/cientos/hundreds) (de/of) (personas/people/trabajadores/workers/casos/cases/
  mujeres/women/pacientes/patients);
  (a/any/every/no/the) person (who/guilty/convicted/found/charged/with); (quien/quienes/el que/la persona que/
  toda persona que) (cometa/cometan/incurra/ robe/mate/realice/resulte/porte); shall be (guilty/liable/punished/
  imprisoned/fined); (sera/seran) (castigad@/sancionad@/penad@/reprimid@/ considerad@); (can/may/could) be (imprisoned/
  fined/inherited/caused/treated/prevented/diagnosed); (puede/pueden) (ser/causar/provocar/heredarse/
  transmitirse/tratarse/prevenirse);
  (insurers/employers/aseguradoras/empleadores/patronos/hospitals/hospitales) (from/to/que/a/no/cannot/can/may/
  must/pueden/deben/should); (funcionario/ persona/enfermedad/conjunto/organo/proceso/tecnica/sistema/documento/
  person/disease/form/process/technique) (que/cuyo/cuya/that/which)
`;

/** Phrases that hold the words of a category and say nothing about a person. */
export const LOOK_ALIKES = `
  (puse/poner/pongo/pondre/interponer/interpuse/presente/presentar/presento/presentamos/hice/levante/levantar/
  meti/quiero poner/file/filed/filing) (una /la /mi /a /)(denuncia/denuncias/queja/police report) (por/contra/
  de) (_) (de/)(_ /); (victima/victim/victimas/victims) (de/of) (un /una /la /a /)(_); (me/nos/le) (robaron/
  asaltaron/estafaron/agredieron/hackearon) _; (seguro/alarma/proteccion/insurance) (contra/de/anti/against) (el /
  )(robo/fraude/theft/fraud/incendio*); (alerta/aviso/prevencion/posible/intento de/sospecha de/possible/
  suspected/report/reported/reporting/prevent) (de /)(fraude/fraud); (cargo/cobro) (no reconocido/fraudulento);
  es (real o/o no) fraude; es fraude; fraud (alert/department/team/prevention/protection); union (europea/
  sovietica/jack/all/square/station/europeia/europeenne/obrera/postal/street/matematica/de (los/las/dos/conjuntos/
  a)/find/type/types/set/pacific/hotel/musical/aduanera/monetaria/europea de _/civil/libre/select/distinct/
  of (sets/two/the two/all)); (european/credit/western/student/students/soviet/african/savings/customs/tagged/
  discriminated/monetary/civil/rugby/state of the) union; set union; la union (hace/de); union (y/de) (la/
  las) (pieza/piezas/partes); tubo de union; pieza de union; punto de union; unite (the/us/all); probation(ary/) (period/periods); probation (at/in/with/for) (the /my /a /this /)(new/job/work/company/role); on probation at work; my probation ends; (pass/passed/passing/failed/extend/extended) (my/his/her/the) probation; (month/week/day) probation; (three/six/# ) (month/week/day)* probation; periodo de prueba;
  (three/six/two/#) month probation period; probationary; preso (de (la/el/sus/su/mi/mis/una/un/los/las) (_)/
  del (_)); pres(o/a) de (la/una) (rutina/emocion/angustia/ansiedad/nostalgia/red/trampa/pasion/duda); (la/una/
  esta) presa (de/del/esta/hidroelectrica/tiene/se); llave presa; presa en el; detenid@ en aduana*; (paquete/
  pedido/envio/trafico/proyecto/tramite/reloj/avion/tren/obra/camion/proceso/carro) (~ )(detenid@/preso);
  (arrested/arresting) (by the (beauty/view/sight)/development/my attention); arrested by the machine; (cardiac/
  sleep) arrest*ed; (was/is) arrested by the; with (such/great/real/deep/the) conviction; (of/my/his/her/strong/
  firm) conviction(/s) that; conviction of; (the/a) sentence (is/above/below/in this/contains/structure/has/with/
  from/of the text); (esta/la/una) sentencia (sql/if/select/tiene); sentence (embedding*/length/boundary/case);
  prison break; (jail/chroot/prison) (broken/break/cell phone); jail(/ )break; free range; monopoly; (charge/
  charged/charging) (the/my/your/a/to my/twice/double/me/at/extra/for (the/shipping/delivery/it/this/that));
  (double/service/extra/cargo/delivery/shipping/usb/credit card/late/monthly/bank) (charge*/charged); in charge;
  cargo (en/a) (mi/la/su) (tarjeta/cuenta); cargos (por/en/de/a) (comision/la tarjeta/mi/envio/servicio/intereses/
  mora); (me/le/nos) (hicieron/aparece/aparecen/llego/cobraron/salio) (~ )(cargo/cargos); la condena (de/a) la _;
  (es/seria) un crimen; it s a crime; un robo (de precio/a mano/el precio); (que/vaya/es) (robo/estafa); (turn/go/
  keep/head/bear/walk/drive/straight/to the/on the/hard) (left/right/straight); (left/right) wing of (the/a/this);
  straight (to/for/up/forward/away/from/line/ahead/through/into/after/on/talk/hair/out/edge/lines/answer/face/
  flush/jeans/razor/home/back); (gira/girar/dobla/doblar/siga/sigue/da vuelta/voltea/a mano/hacia) (a/) (la /
  )(izquierda/derecha/derecho); (a/de/en/por/hacia) (la/tu/su/mi) (izquierda/derecha) (del/de la/de el/en/despues/
  hay/esta/queda/y/por); a la (izquierda/derecha); mano (izquierda/derecha); (ojo/pie/brazo/lado/oido/indice/
  parte/carril/pierna/mano/rodilla/hombro/lateral/banda/dedo) (izquierd@/derech@); (derecho/derechos) (de/a/penal/
  civil/laboral/humanos); a la derecha; a la izquierda; conservative (estimate*/about/approach/guess/treatment/
  management/side/assumption*/numbers); (politically/small l) liberal (arts/use/amount/with/in the use);
  liberal arts; liberal (en/con) el; republican (forces/era/spain/guard/rome/calendar); labour (costs/code/market/
  law/ward/pains/day/force/is/rates/charges/intensive); labor (costs/day/law/market/force); partido (de (vuelta/
  ida/futbol/basquet/la seleccion/tenis/copa/liga/beisbol/hoy/ayer/manana/padel/despedida/los)/amistoso/contra/
  se juega/empieza); (ver/veo/vimos/gano/perdio/juega/jugar/perdimos/ganamos/durante/despues/antes/
  entradas) (~ )(partido/partidos); (third/search/birthday/cocktail/dinner/house/block/hen/stag/after) part(y/
  ies); part(y/ies) (librar/hall/hat/dress/supplies); partido (en/por) (dos/la mitad/mitades/cuatro); pan (y/con/
  de/dulce/integral/sin/tostado/duro/rallado/bimbo/casero/arabe/para); (compr@/comprar/compre/barra de/hogaza de/
  molde de/un/comer/hornear/rebanada de/quiero/traer) pan; (piel/blusa/tez/cabello/azucar/camisa/morena clara/
  chica/mujer/muchacha/virgen) moren(a/o); pan (pizza/fried/flute/card); frying pan; (pri)(vado); (un/el/la/los/las/
  en) (paro/sumar) (cardiaco/al carrito/puntos/todo/total); para sumar; sumar (puntos/los/las/un/mas); (juntos/
  podemos) (ver/ir/hacer/hablar/pasar/quedar/ofrecer/agendar/ayudar/enviar/mandar/revisar/pagar/programar/dar/
  decir/empezar/usar/cambiar/tomar/mover/cancelar/_ar/confirmar/reagendar/poner/dejar/iniciar/agregar/coordinar/
  apartar/entregar/recoger/incluir/cerrar/salir/llegar/hacerle/hacerlo/ofrecerle/enviarle/apartarle/agendarle/
  seguir/aplicar); que podemos; si podemos; no podemos; podemos; (cita/visita/turno)(s) podemos; (virus (de/
  en) (computadora/la compu/el telefono)); (computadora/compu/ordenador/telefono/archivo/pc) (~ )virus;
  virus scan*; anti(/ )virus; (computer/phone/file/usb) virus; (economic/great/tropical/business) depression;
  la depresion de (#/la economia/los); gran depresion; depression (of #/era/unit/in the (terrain/road));
  cancer (constellation/zodiac/sign/horoscope); (signo/horoscopo/soy/es/eres/ascendente/signo de) cancer (y/con/
  ascendente/del zodiaco); signo cancer; un cancer (para/de la/en la/social/de esta); cancer (social/para (la/el/
  esta/este)/de (la sociedad/esta empresa/la empresa/la corrupcion)); (tropic of) cancer; blind (review/date/
  spot*/alley/trust/test/taste/tasting/auction/side/curve/corner/faith/copy/taste test/hiring/carbon); (window/
  roller/venetian) blind*; double blind; a ciegas; cita a ciegas; cata ciega; venetian blinds; deaf to (the/my/
  our/sigterm/_); falls on deaf ears; tone deaf; sordo (a/ante) (los/las/la/el/nuestros/mis/reclamos);
  hacerse el sordo; oidos sordos; ruido sordo; golpe sordo; dialogo de sordos; (gallina) ciega; anemic (sales/
  growth/numbers/performance); paralysis by analysis; (memory/brain/data) (leak/dump/stroke); stroke (of (luck/
  genius/midnight/the)/width/color/order/weight/style); (breast/back/brush/key/butterfly/pen/swim/golf) stroke*;
  heart attack (when/from/at) (the/i saw/how/price/bill/seeing); (me (da/dio/dara/va a dar)/casi me da/
  por poco me da/casi) (un /el /)(infarto/ataque/paro/algo) (de risa/con/del susto/al ver/cuando vi/por el precio/
  con el precio/de nervios/con la cuenta/de coraje); en coma desde que; (error/punto y/sin/con/doble/una/la/poner/
  falta/usar/coma) coma; punto y coma; coma flotante; (proyecto/economia/empresa/obra/negocio) ~ en coma;
  alergic@ (a/al) (los lunes/trabajo/compromiso/la mentira/las matematicas/el ejercicio/los ninos/cocinar/
  levantarme/madrugar/gimnasio/drama/los impuestos); allergic to (mondays/work/commitment/bullshit/math/mornings/
  nonsense/meetings/drama/exercise/taxes/spreadsheets); (fiebre/fever) (del oro/pitch/del sabado/mundialista);
  migrana fiscal; embarazoso; adict@ (a(l/) (la /los /las /)(chocolate/serie/series/trabajo/cafe/gimnasio/compras/
  celular/sol/futbol/juego/memes/tacos/deporte/netflix/redes/telefono/videojuegos)); addicted to (chocolate/
  coffee/this/the/that/my/your/work/netflix/shopping/it/tiktok/podcasts/running/tea/cheese/lego/sudoku/
  crossword*); addictive; (sugar/coffee/chocolate/shopping/tv) (addict/addiction); workaholic; shopaholic;
  alcoholic (drink*/beverage*/beer/wine); non alcoholic; bebid(a/as) alcoholic(a/as); sin alcohol; gel alcohol;
  alcohol (gel/en gel/isopropilico/de quemar); invalid (input/token/address/password/request/argument/syntax/card/
  code/date/value/json/format/email/name/login/entry/credentials); (feature/button/account/field/option/user/
  javascript/cookies/is/are/was/been/be/has been/temporarily/card/link/app/notification*) disabled;
  disabled (button/feature/account/field/by default/in/for/on/the/at); (parking/toilet/access/bathroom/
  bay) for disabled; inhabilitad@; (bipolar/manic) (transistor/junction/plug/outlet/monday); clima bipolar;
  (esquizofrenico/bipolar) (tiempo/clima/mercado); es de locos; crutch for; crutch; handicap (in golf/match);
  (soporte/tecla/clave/apoyo) muleta; flu(/ )shot; flu (season/jab/vaccine/clinic/shots); vacuna (de/contra/
  para) (la /el /)(_); (vacunado/vacunada/vacunar/vacunarme/vacunarse) (contra/de) (la /el /)(_); vaccinat(ed/ion/
  e/ions) against (_); prueba(s) de embarazo; pregnancy (test*/tests/clothes/pillow/discrimination/leave);
  pregnant (pause); maternity wear; parental leave; paternity leave; permiso de paternidad; baja por paternidad;
  licencia (de paternidad/por paternidad/de conducir/de conducir/de software); virus total;
  sin efectos secundarios; heridas de guerra; (dna/adn) (of/de/del) (the /la /el /los /nuestra /our /this /un /
  una /)(company/brand/firm/empresa/marca/negocio/organizacion/equipo/club/team/compania/startup/product/producto/
  proyecto/codigo/barrio/ciudad/rock/grupo/partido/pelicula); (adn/dna) de (nuestra/nuestro/nuestros/la/esta/este/
  una) (marca/empresa/equipo/organizacion/casa/cocina/familia de productos); (in/en) (our/the/su/el/nuestro/los/
  tu) (company /)(dna/adn/genes) (de/of)(~); (estar/esta/va/viene/llevamos/lleva/lo llevan/tiene) en (el/los/su/
  nuestro) (adn/genes); not in (the/our) (dna/genes); (en los/in the) genes; dna lounge; adn (empresarial/
  corporativo/de marca/cuarenta/radio/noticias/#); banco de (adn/genes/germoplasma); genetically modified;
  (algoritmo/algoritmos/programacion) genetic@s; algoritmo* genetico*; genetic (algorithm*/programming/drift/
  modification/engineering/lottery); (state/schema/data/code/vuex/redux/graphql/price/del precio/del estado/
  de precios) mutation*; mutation (observer/testing/hook/rate); mutacion (del (precio/estado/mercado/virus)/
  de (la/los) (precios/datos/economia/politica)); tasa de mutacion; graphql mutation; use mutation; (mail/phone/
  parcel/baby/aircraft/freight/air/wireless/people/network/cell/mobile/pigeon/water/armored/the/our/your/letter/
  cat/luggage/shipping) carrier*; carrier (will/delivered/delivers/pigeon/bag/is/said/bill/plan/lost/fee*/oil/
  network/service); generic(o/a/os/as); genero (literario/musical/cinematografico/gramatical/de punto); (onda/
  portadora) portadora; semillas (no /)(transgenicas/modificadas); (variedad/linea/planta) portadora; (variant/
  variante) (of the product/del producto/del modelo/de color/selector/del coronavirus/delta/omicron);
  huella (de carbono/ecologica/hidrica/del archivo/digital en internet/en el (piso/publico/mundo/arte/cine)/
  hidrica/del ataque/de papel/cultural/imborrable/indeleble/del tiempo/de la historia/sonora); (deja/dejo/dejar/
  dejado/dejando/dejaron/dejara/dejan) (su /una /la /)(gran /profunda /)huella*; (carbon/digital/browser/ssh/key/
  device/audio/tls/memory/file/ecological/canvas/certificate/acoustic) (foot/finger)print*; (browser/device/audio/
  canvas/tls) fingerprinting; fingerprinting (is blocked/resistance/of the (file/key/certificate/download/
  server)); key fingerprint; sha256 fingerprint; fingerprint (sha/sha256/md5/proof/resistant/cookbook/reader/lock/
  sensor/scanner/unlock feature); (lector/sensor/cerradura/candado/detector/reloj checador) de huella*;
  retina display*; display retina; pantalla retina; iris (llega/llego/llama/me/dice/viene/va/murdoch/y/es (mi/
  una)/said/will/is (late/coming/my)/arrives/called/dataset/flower/bulbs); (el/los/lirios y el) iris (se/florece/
  es una planta/y los); facial (cuesta/treatment/mask/hidratante/de (limpieza/noche/dia)/wash/cleanser/tissue*/
  oil/serum); (crema/limpieza/limpiador/mascarilla/tratamiento/serum/jabon/tonico/aceite/rutina/gel/exfoliante/
  protector/hidratante/masaje/vello/depilacion/pintura/rasurado) facial*; parecid@ facial; face (value/to face/
  cream/mask/wash/time/up/down/it/off/book/lift/the); (in/to/on/at) (the/my/your/his/her) face of; (a/book a/
  get a/her/my/gift card for a) facial; (da/dar/dio) (la /de )cara; cara a cara; (voice/voz) (assistant/mail/over/
  en off/call/note/message*/chat/control/command*/activa/pasiva/acting/actor); palm (oil/tree*/beach/springs/
  sunday/court/desert/reader/leaf); palma (de mallorca/de coco/aceitera/de oro); aceite de palma; dedo (de pollo/
  acusador/en la llaga); (llave/clave/ssh) huella; eye (scan the/candy/contact/drops); (iglesia/basilica/catedral/
  mezquita/templo/capilla/convento/monasterio/parroquia/ermita/sinagoga/colegio/escuela/universidad/instituto/
  cementerio/hospital) (catolic@/catolica/anglican@/ortodox@/evangelic@/de (san/santa/la/los/cordoba/nuestra)/del/
  judi@/budista/luteran@/metodista/bautista/presbiteriana/mormona) (~)(esta/queda/abre/se/fue/del/de/en/cierra/
  del centro/celebra); (catholic/christian/jewish/muslim/baptist/methodist/lutheran/orthodox/protestant/hindu/
  buddhist/sikh/anglican/presbyterian) (church/school/university/college/hospital/temple/cemetery/charities/
  quarter/calendar/holiday*/holidays/music/art/era/reformation/community center/museum/worker/dior/bale/louboutin/
  science/reform/studies/street/herald/countries/nation*/theology/history/literature/bookstore/baptista/democrat*/
  ronaldo/slater/eriksen); christian (_ (will/said/has/is/from/called/and)); cristian@ ronaldo; christian (will/said/sent/called/can/wants/asked/joined/from/has/told/needs); portador de (la linea/la tarjeta/la presente/el presente/este/esta/noticias); charged for (a/an/the/my/two/three/it/this/that/shipping/bags/something/both/#);
  (el/los/las) (menu/jardin/diseno/estilo/metodo/codigo/enfoque/arte/comida/musica/receta/
  calendario) (~ )(ortodox@/catolic@/judi@/budista/zen/cristian@); (viernes/jueves/sabado) santo; semana santa;
  santo (grial/domingo/remedio); (holy/religious) (grail/cow/moly/smoke/hell/guacamole/wars/crap);
  religious(ly) (about/check*/follow*/routine/brush*/floss*/update*/watch*/every/back up/use);
  my religious routine; religiosamente; bible of (_); (la/the) (biblia/bible) (de/del/of/for) (_); (coffee/html/
  style/fitness/cooking/developer) bible; (code/javascript/software/data/marketing/apple/seo/java) (guru/
  evangelist/gurus/evangelists/monk); (evangelist/evangelista) (de producto/tecnologico/for/at); mesias del;
  messiah complex; zealots of; (dios mio/por dios/gracias a dios/si dios quiere/dios (te/lo/la/los) bendiga/
  vaya con dios/ay dios/primero dios/bendito (dios/sea)/ojala/dios/god/oh my god/thank god/jesus christ/
  for god s sake/god bless/bless you/omg/jesus/holy); buda (de la suerte/pest); (orthodox/unorthodox) (approach/
  method/view/economics/solution/treatment/medicine); (buena/mala/de buena/de mala/a/dar/doy/da/fe de) fe;
  fe de (erratas/vida/bautismo/publica); fe publica; (cruz) roja; (san/santa/santo/saint/st) (_); (pastor aleman/
  al pastor/tacos al pastor/pastor (belga/collie/ingles)); german shepherd; cura (para/de/del/la/las); (el/
  la) cura; masa (madre/de/muscular/para/corporal); en masa; mass (production/market/email/transit/effect/storage/
  spec*/shooting); critical mass; massa; culto (a la personalidad/al cuerpo/de la belleza); cult (classic/
  following/movie/film); (temple/templo) (del/de/of/run/university/street); gospel (truth/music/choir);
  mezquita de (cordoba); misa de (gallo); patron saint; (sacred/holy) cow; karma (police/points); zen (mode/
  garden/desk/design); halal certification; certificacion halal; curso de (_) (y religion/religion); festivo;
  (orgullo/marcha del orgullo/desfile del orgullo/mes del orgullo/dia del orgullo); pride (parade/month/march/
  flag/and (prejudice/joy)/of); gay (street/lussac/talese/parade/marriage (bill/law)/pride/rights/games/
  wedding cake/ski week/cruise/quarter/village/district/marriage/bars in/bars near/clubs); (peter/marvin/rudy/
  roxane/john/enola) gay; (marcha/desfile/bandera/matrimonio/barrio/zona/cultura/ley/comunidad/poblacion/
  colectivo/cine/festival/turismo/literatura) (gay/lgbt/lgbti/lgtbi/queer/trans/lgbtq/homosexual);
  matrimonio (igualitario/homosexual/gay) (se/fue/es/en); (flor/flores/planta/especie/plantas/orquidea/flower/
  plant*) bisexual*; (bi) (weekly/monthly/annual/directional/lingual/lateral/fold/polar/tool/dashboard/report*/
  analyst/team/platform/wire); power bi; bi (semanal/mensual); (trans) (fat/fats/siberian/atlantic/national/
  continental/europe/pacific/am/canada/pirenaico/mission/world/it); (grasa/grasas/acido) trans; grasas trans;
  el trans (de/del); non binary (file*/search/format/classif*/data/files/option/number*); (binary/binari@) (file/
  tree/search/code/star); (homo/bi/a/hetero/pan) (sapiens/erectus/geneo); gender (neutral/reveal/pay gap/gap/
  studies/equality/equity/field/roles/balance/and/in the census/column/of the noun); pan (american/am/european/
  asian/con/and/pizza/of/on/over/with/to/left/right/across/handle/fry/roast/seared/is/was); (ace) (hotel/of/
  hardware/ventura/attorney/the/inhibitor/bandage/it/editor/that); ace (up/hotel); (came/come) out (of the (oven/
  box/wash/closet with/store/machine/meeting/blue/bathroom)/with a/to (be/#)/on (top/dvd/monday/tuesday/friday/
  the)/in (theaters/print/#/may/june/paperback/the)/as (expected/planned/a pdf/a set/blurry/empty/a draft/null/
  a tie/zero)); (salio/sali/sale/sacar/saque) del (armario/closet) (el/la/un/una/de la) (_); dog friendly;
  queer (eye/as folk/theory/studies/cinema/film); fluid (dynamics/ounce*/layout); straight (up/through);
  femme fatale; dos (mamas/papas) (de/del) (el/la/los/las); drag (and/racing/queen race/race/it/the/to/show/
  coefficient/on/down/your/strip); maricona(da); (mundo/feria) puto; puto (amo/calor/frio/trafico/carro/coche/
  dinero/lunes/el que/sistema/wifi/telefono/dia/trabajo); de puta madre; marica el; (hunger) strike;
  huelga de (hambre/celo)( hasta/); (lightning/air/drone/missile/military/bird/bowling/three/rail/train/tube/bus/
  port/airline/general/postal/garbage/teachers) strike*; strike (price/rate/zone/through/a balance/a deal/out/
  that/force/team/down/it/while); strikes (delayed/back/again/out/me as/a chord); on strike (two/three); (huelga/
  paro) (general/de (trenes/transporte/metro/autobuses/camioneros/pilotos/controladores/hoy/# horas)/convocad@/
  nacional (de/del/el)); paro (cardiaco/respiratorio/tecnico/laboral del #/registrado/juvenil); (cobrar/cobro/
  cobrando/cobra/en el/al/del/tasa de/prestacion por/estoy en/oficina del/apuntarme al) paro; sin paro;
  delegad@ (comercial/de (ventas/clase/curso/zona/medicamentos/gobierno/la onu/farmaceutico/naciones)/apostolico/
  de la clase); gremio de (_); (el/los) gremio (de/del/hotelero/medico/editorial); tarjeta sindical;
  credit union*; libertad sindical; derecho a (sindicarse/la huelga/sindicacion); (sindicatos/unions) (y/and/say*/
  announce*/convocan/firmaron/exigen/rechazan/anuncian/piden/denuncian/of/demand/call*); libre sindicacion;
  convenio (colectivo/de la/del/marco/con); (vote/votamos/voted/voting/vota/votar/voto/vote) (on/for) (the /
  )(pizza/best/name/logo/place/restaurant/theme/colour/color/movie/date/menu/song/mvp/captain/thread); votamos y;
  (up/down) vote*; vote (count/button); (rank*/ranked) choice voting; (office/company/internal/identity) politics;
  politica de (devolucion(es)/devoluciones/cancelacion/privacidad/cookies/precios/empresa/envios/reembolso/uso/
  garantia/calidad/recursos/la empresa/puertas/cambios/seguridad/la casa); (return/privacy/refund/cookie/company/
  cancellation/our/this/leave/hr/security/vacation/exchange/use) polic(y/ies); insurance polic*; por politica;
  (rally/mitin) (race/car/point/dakar/driver/finish/de autos/monte carlo/in (stocks/prices/the market)); (dakar/
  wrc) rally; marcha (atras/adelante/del/de la (empresa/maquina/obra)/nordica/nupcial/lenta/forzada/la lavadora/
  el proyecto/en/bien/mal); en marcha; poner en marcha; (puesta/palanca/caja/velocidad/cambio) (de/en) march(a/
  as); (marketing/ad/email/advertising/ppc/vaccination/military/sms/awareness) campaign*; campana (de/
  del) (vacunacion/navidad/verano/marketing/publicidad/email/rebajas/donacion/ropa/descuento*/limpieza/la renta/
  recoleccion/emails/ads/promocion); (activista/activist) investor*; green (card/light/tea/beans/energy/screen/
  belt/party dress/line/bay/house/field/label/new/wich/onion*/space*/salad/day/room); verde (claro/oscuro/limon/
  agua/botella/militar/olivo/menta/esmeralda/con/y/para/que/de); (color/pantalon/camisa/te/zona/salsa/luz/numero/
  linea/semaforo/chile/ejote*/boton/area/camiseta/playera/coche/carro/vestido/mango) verde*; (rojo/roja) (y/del/
  de/con/que/oscuro/vino/esta/en); (vino/semaforo/carne/numeros/tarjeta/cruz/luz/caperucita/alerta/coche/carro/
  vestido/blusa/bandera/color/linea/bolsa/boton/pelo/mecha/punto) roj@*; radical (change/redesign/candor/shift/
  approach/innovation/new); cambio radical; prostatectomia radical; raiz (y/radical); progressive (web app/jpeg/
  lenses/tax/enhancement/discount*/overload/rollout/rock/insurance/delivery/disclosure/loading); (lentes/
  descuento/impuesto/aumento/gafas/carga/rock) progresiv@*; moderate (to/rain/exercise/pace/amount*/heat/risk/a/
  the/comments/traffic/your); (independent/dependent) (variable/contractor/living/film/bookstore/school/of/audit/
  review); leave (the/a/it/me/my/your/balance/request/days/early/at/for/on/by/now/home/out/us/him/her/in/type/
  behind/without); (annual/sick/parental/maternity/unpaid/medical/bereavement/paid/shore/compassionate/take/my/
  i) leave; remain (in/the/on/at/calm/seated/open/closed/unchanged/available/anonymous/to/as/a/silent/standing/
  with/under); reform (school/jewish/the/act/of/bill/judaism); (health/tax/pension/labour/immigration/police/land/
  protestant) reform; reforma (laboral/fiscal/del/de (la/las/los/bano/cocina)/tributaria/educativa/y/esquina/#/
  norte/energetica/agraria); (avenida/av/paseo de la/paseo/calle/sobre/en/por) (la /)(reforma/revolucion/
  independencia/constitucion/libertad/republica/democracia/juarez/hidalgo/morelos/zapata/madero/insurgentes);
  genetica (deportiva/ganadera/animal/vegetal/porcina/bovina/canina/cannabica/forestal/de semillas/y evolucion/
  humana); charged (_ )#; charged #; (poner/pone/puso/puse/pongo/ponen/pusieron/con/que/mala/buena/una/vaya/
  menuda/tenia) (la /mala /buena /una /)cara (de/larga/triste/seria); cara de (_); huella* (del (crimen/pasado/
  tiempo/asesino/hombre/dinosaurio/oso/lobo/lector)/de (la/un/una/los/las) (guerra/dictadura/crisis/oso/lobo/
  perro/gato/ historia/pasado/mundo/conquista/zapato/neumatico/llanta/humanidad)); (seguir/siguiendo/sigue/tras/
  borrar/borraron) (las/sus) huellas; audio fingerprint*; (audio/content/video/song/acoustic/file/document) (fingerprint/
  fingerprinting); (digital) fingerprinting; fingerprinting (of/and); dedo (medio/del medio) (al/a la); (a viva/
  en/de viva) voz; (llevar/llevo/lleva/dar/ alzar/levantar/pasar/corrio) la voz; (poner/puso/pongo/echar/echo/
  dar/tender) (el dedo/una mano/la mano/ojo); thumbs (up/down); rule of thumb; green thumb; poker face; (lose/
  save/saving/losing) face; fingers crossed; keep (an/your) eye; eye (of the/contact/opener/roll); (voice/
  voices) (of the/of reason/in/for); (mano) de obra;
  (condenad@/condenaron/condeno/condemned/doomed) (~ )(al/a la/to) (olvido/fracaso/ostracismo/exito/silencio/
  exilio/pobreza/soledad/repetir/failure/oblivion/repeat/be forgotten); bautismo de (fuego/mar/aire/buceo/
  sangre/cancha); baptism of fire; portador@ (de /)(buenas /malas /la /un /una /)(noticias/nuevas/esperanza/paz/
  mensaje/antorcha/secretos/estandarte/suerte/chismes); (llevar/lleva/cargar) la cruz; santo (remedio/y seña); sangre
  (fria/nueva/azul); lenguaje genetico; genetic (code of the company/sequence of events); en blanco y negro; votar
  (por la mejor/en la encuesta); alergia a (los (lunes/exámenes)/las matematicas/trabajar/madrugar); allergic to
  (mondays/work/nonsense/drama/mornings); fiebre (del (oro/sabado)/por el/mundialista/de compras); gold fever; cabin
  fever; (adicto/adicta/adict@) (al (orden/detalle/trabajo bien hecho)/a mi cama); infarto (el precio/los precios/
  de precios); de infarto; te va a dar (un infarto/algo); (me/casi me) (da/dio/muere) (un infarto/algo) (al ver/
  con/cuando); heart attack when; give(n/) (me/you) a heart attack; (ciego/blind) (de amor/de ira/to the/spot/
  date/faith/trust/alley/tasting/auction); (blind) (as a bat/to); (deaf/sordo) (ears/a las criticas); (paralisis/
  paralysis) (por analisis/by analysis/legislativa/politica); esquizofrenico el; cancer (de la corrupcion/
  social/del sistema/sign/zodiac); (soy/es/i m a/signo) (signo /)cancer y (leo/libra/aries/tauro); (horoscopo/
  zodiaco/zodiac/ascendente) (~ )cancer; anemic (growth/sales/economy/market/wifi); crecimiento anemico; toxic (positivity/
  culture); (depresion/depression) (economica/tropical/great/the great/de los anos); gran depresion; great depression;
  tropical depression; (diabetes/cancer/asma/autismo/autism) (world day/day/de mayo)
`;
