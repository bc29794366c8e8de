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
