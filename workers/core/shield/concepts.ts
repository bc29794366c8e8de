import { compileCues, findCues } from "../seeds/cues.ts";

/**
 * What words of attacks, and of talk that only resembles them, are about, in es and en: the classifier learns from the
 * company that these keep, so that a form of attack it has never met is known by what it combines. Cues are folded
 * stems (see `compileCues`); a word may belong to several.
 */
export const CONCEPTS: readonly (readonly [id: string, cues: string])[] = [
  [
    "ignore",
    "ignor disregard forget overrid bypass discard neglect drop$ omit set+aside pay+no+attention stop+following do+not+follow don+t+follow overwrit cancel void olvid descart anul saltate pasa+por+alto haz+caso+omiso deja+de+lado no+hagas+caso no+obedez no+sigas borra$ deja+de+seguir sobrescrib no+tomes+en+cuenta no+prest pay+no+mind no+le+pongas withdraw retiraron hagas+caso nullif revok",
  ],
  [
    "prior",
    "previous prior$ earlier above$ preceding before$ initial original first$ past$ anterior previ arriba$ antes$ inicial primer so+far up+to+this",
  ],
  [
    "rules",
    "instruction rule$ rules$ guideline directive directions policy$ policies orders$ programming constraint restriction limitation safeguard guardrail protocol ethic moral$ morals regla norma indicacion orden$ ordenes$ directriz directrices lineamient politica restriccion restricciones programacion limites$ protocolo etica$ instruccion terms+of+service content+filter",
  ],
  [
    "prompt",
    "prompt preprompt system+message hidden+context context+window initial+message first+message developer+message mensaje+de+sistema mensaje+del+sistema configuracion+inicial conversation+above text+above custom+instructions",
  ],
  [
    "reveal",
    "reveal show print display disclos share leak output dump$ repeat recit echo$ copy$ paste expos divulg tell+me give+me list$ write+out spell+out quote$ translat summari encode revel muestr dame$ dime$ imprim ensen compart filtra$ repit recita copia$ pega$ vuelca expon traduc resum transcrib",
  ],
  [
    "verbatim",
    "hidden secret internal confidential verbatim word+for+word exact everything+above in+full starting+with code+block ocult secret intern confidencial textual palabra+por+palabra tal+cual todo+lo+anterior complet bloque+de+codigo literal",
  ],
  [
    "become",
    "pretend act+as act+like roleplay role+play imagin simulat emulat you+are+now you+re+now become from+now+on henceforth behave impersonat persona$ in+character play+the+role take+the+role you+will+be finge$ actua simul imagin eres+ahora ahora+eres conviert haz+de+cuenta comport personaje a+partir+de+ahora de+ahora+en+adelante hazte+pasar interpreta juega+a respond+as answer+as",
  ],
  [
    "unrestricted",
    "unrestrict unfilter uncensor evil amoral immoral unethic rogue jailbr unchain unbound limitless lawless villain malicious malvad inmoral sin+reglas sin+restric sin+filtr sin+censur sin+limit sin+moral sin+etica no+rules no+restrict no+limits no+filter no+ethic no+moral without+restric without+rules without+filter without+any+filter without+limit without+censor free+of free+from libre+de liberad liberate desbloquead dan$ aim$ stan$ anything+now never+refuse nunca+te+niegas no+te+niegas no+code no+ethical no+codigo sin+codigo nothing+is+illegal nada+es+ilegal no+guideline no+lineamient no+conscience sin+conciencia no+tiene+lineamientos obey complies opposite ruthless sin+escrup",
  ],
  ["mode", "mode$ modo$ debug sudo root$ override maintenance godmode developer+mode depuracion mantenimiento"],
  [
    "refusal",
    "refus declin apolog disclaimer warning as+an+ai sorry cannot can+t+do can+t+help unable niegu negar negarte rechac rechaz disculp advertenc lo+siento no+puedo no+puedes como+ia aviso+legal censura moderation moderacion",
  ],
  [
    "ai",
    "ai$ ais$ ia$ chatgpt gpt openai anthropic claude gemini llm llms language+model assistant chatbot bot$ bots$ agents$ model$ models$ modelo+de+lenguaje asistente inteligencia+artificial copilot agente+de+ia modelo$",
  ],
  [
    "if_ai",
    "if+you+are+an if+you+re+an ai+reading assistant+reading models+reading summarizing+this processing+this reading+this si+eres+un si+eres+una que+lea que+lean que+procese leyendo+esto al+leer+esto whoever+reads any+ai any+llm attention+ai note+to+ai nota+para mensaje+para",
  ],
  [
    "tool_act",
    "send_email send+email send+an+email wire transfer delet execut invok call+the forward upload exfiltrat webhook http https attacker evil$ curl$ api+key access+token credential envia$ enviar$ transfier transferir borra+el ejecut invoca reenvi sube+a subir clave+de+api credencial append+the include+the+link",
  ],
  [
    "silently",
    "silently without+asking without+telling without+informing without+mention do+not+tell don+t+tell do+not+mention don+t+mention not+inform never+mention en+silencio sin+avisar sin+preguntar sin+decir no+le+digas no+le+avises no+menciones sin+mencionar no+informes",
  ],
  [
    "howto",
    "how+to how+do how+can how+could how+would steps$ step+by+step tutorial recipe guide$ teach+me explain+how walk+me instructions+to instructions+for show+me+how best+way detailed blueprint como$ pasos$ paso+a+paso receta guia$ ensename explicame tutorial manera+de forma+de metodo instrucciones+para detallad",
  ],
  [
    "make",
    "make making build create creat produc synthes cook manufactur assembl construct brew craft write$ code$ develop program$ design$ hacer hago$ haz$ constru crear creo$ produc sintetiz cocin armar$ elabor prepar escrib redact programa$ desarroll disena fabric",
  ],
  [
    "weapon",
    "bomb bombs bombing explos grenade molotov napalm gun$ guns$ ghost+gun firearm weapon rifle silencer ammunit poison ricin sarin anthrax nerve+agent nerve+gas mustard+gas toxic+gas chlorine+gas detonat dynamite thermite gunpowder chemical+weapon bioweapon pathogen arma$ armas$ bomba$ bombas$ granada pistola veneno ricina silenciador municion polvora dinamita detonador nitroglic tnt$ c4$ knife cuchillo",
  ],
  [
    "drug",
    "meth$ methamph amphetamine cocaine heroin fentanyl lsd$ mdma ecstasy ghb$ rohypnol crack$ ketamine narcotic opium dmt$ pcp$ cristal$ cocaina heroina fentanilo droga drogas metanf burundanga tusi$ extasis somnifer opioid date+rape",
  ],
  [
    "malware",
    "malware ransomware virus trojan keylog worm$ botnet spyware rootkit exploit ddos phish spear backdoor sql+injection zero+day hack$ hacking hackear hackeo troyano gusano$ crack+the brute+force bypass+login credential+steal deepfake jailbreak+a+phone steal+cookies password+cracker stalkerware software+espia",
  ],
  [
    "harm",
    "kill murder assassin stab$ shoot strangl tortur kidnap rape$ hurt$ attack harm$ beat+up burn+down massacre poisoning drown matar$ mato$ asesin apunal dispar estrangul secuestr violar lastimar golpear quemar masacre atentado degollar envenen ahogar hacer+dano terror tiroteo shooting desaparecer+a",
  ],
  [
    "selfharm",
    "suicid kill+myself end+my+life cut+myself cutting+myself self+harm overdos hang+myself starve hurt+myself matarme quitarme+la+vida cortarme ahorcarme sobredosis lastimarme painless want+to+die no+quiero+vivir purging anorex bulimi",
  ],
  [
    "crime",
    "steal$ stealing rob$ robbing fraud scam launder counterfeit forge$ forging fake+id blackmail extort smuggl traffick bribe shoplift burgl hotwire clone skim$ skimming embezzl tax+evasion evade+tax insider+trading ponzi break+into pick+a+lock robar robo+de lavar$ blanquear estaf fraude lavar+dinero falsific chantaj extors contraband soborn clonar trafic desfalc piramid hurtar forzar+la abrir+una+cerradura pirate",
  ],
  [
    "stealth",
    "without+getting+caught without+being get+away undetect untrace secretly without+leaving without+a+trace no+evidence hide+the hide+a evade evading avoid+detection without+them without+her without+him without+knowing without+consent illegally sin+que sin+dejar en+secreto esconder ocultar evadir a+escondidas indetectable sin+rastro burlar sin+consentimiento ilegal dark+web",
  ],
  [
    "group",
    "jews jewish black+people blacks muslims islam gays lesbians transgender immigrants refugees women mexicans gypsies roma+people disabled judios negros musulmanes homosexual inmigrant migrantes gitanos mujeres indigenas discapacit trans$ latinos asians whites",
  ],
  [
    "hate",
    "inferior exterminat racist racism hate$ hateful slur subhuman vermin deport deserve+to+die superior nazi white+power genocid supremac antisemit homophob xenofob racista odio$ escoria exterminar basura insult humiliat humillar holocaust kkk$ radicali reclutar insulto",
  ],
  [
    "target",
    "my+ex my+wife my+husband my+boss my+neighbo someone somebody people$ person$ child$ children$ kid$ coworker girlfriend boyfriend teenager mi+ex mi+esposa mi+marido mi+jefe vecino alguien gente$ persona$ nino ninos nina companera novia novio adolescente politician president",
  ],
  [
    "real",
    "real$ actual$ genuin authentic true$ existing reales verdader autentic existentes de+verdad not+fake not+synthetic no+inventad real+people original+value raw$ crudo unredact unmask",
  ],
  [
    "pii",
    "names$ full+name address addresses phone phones email emails ssn ssns social+security date+of+birth birthday card+number credit+card cvv patient patients customer customers identities personal+data personal+info personal+details medical+record password passwords passport home+address account+number nombres nombre+completo direccion domicilio telefono correos correo curp rfc nip$ pin$ tarjeta paciente clientes identidad datos+personales expediente contrasena codigo+de+verificacion personally+identif private+data where+he+lives where+she+lives where+they+live donde+vive donde+viven",
  ],
  [
    "masking",
    "anonymi anonimi mask masked masking redact privacy pii placeholder pseudonym seudonim censor enmascar privacidad marcador tokens$ token$ person$ person_1 email_ phone_ person_ synthetic sintetic ficticio fake$ data+protection proteccion+de+datos safe+mode dlp$ hipaa gdpr tapad",
  ],
  [
    "undo",
    "disabl bypass turn+off switch+off remov undo revers skip$ deactiv unmask decrypt deanonymi de+anonymi desactiv quita$ quitar apaga omite revert deshaz salta$ saltate desenmascar deshabilit elimin brinca desanonim descifra without+anonym sin+anonim sin+enmascar do+not+mask don+t+mask do+not+redact don+t+redact do+not+anonym don+t+anonym no+anonim no+enmascar no+censur no+ocult lift$ suspend",
  ],
  [
    "identify",
    "reidentif re+identif find+out+who track+down dox$ doxx locate look+up who+is behind+this behind+the+token scrape collect harvest averigu localiz rastre identifica quien+es recopil junta$ dossier perfil+completo stalk spy+on espiar acosar",
  ],
  [
    "impersonate",
    "pose+as posing+as pretend+to+be act+as+the+bank trick deceiv manipulat social+engineer convince persuad get+them+to make+them hazte+pasar finge+ser enganar enganalo manipul convenc sacale sonsac persuad ask+the+user+for ask+for+their pidele+al",
  ],
  [
    "encode",
    "base64 rot13 hex$ hexadecimal leet leetspeak pig+latin cipher backwards decode decrypt ascii binary morse cifrad al+reves decodific descifr letter+by+letter letra+por+letra reversed concatenat",
  ],
  [
    "fiction",
    "story novel fiction hypothetic theoretical movie script$ game$ simulation scene$ poem fictional educational+purpose research+purpose thought+experiment historia$ novela ficcion hipotetic pelicula guion juego simulacion escena poema cuento fines+educativos experimento+mental academic grandmother grandma abuela abuelita",
  ],
  [
    "pressure",
    "tokens+left lose+tokens lose+points you+will+die shut+down be+deleted must$ have+to no+matter regardless immediately comply urgent+override or+else debes$ tienes+que sin+importar obedece cumple pierdes te+apag te+borr o+si+no obligatorio inmediatamente",
  ],
  [
    "authority",
    "administrator developer$ creator ceo$ authorized admin$ openai+staff engineer$ security+team red+team your+boss administrador desarrollador creador autorizado director+general equipo+de+seguridad auditor owner+of",
  ],
  [
    "training",
    "training+data memoriz other+users other+user previous+customer another+patient another+user database datos+de+entrenamiento memorizaste otros+usuarios otro+usuario cliente+anterior otra+paciente base+de+datos other+conversations otras+conversaciones",
  ],
  [
    "delimiter",
    "### #### --- ---- === ==== <| |> ]] [[ < > [ ] im_start im_end inst$ end+of begin$ fin+del system$ sistema$",
  ],
  [
    "affirm",
    "sure+here absolutely+here of+course+here certainly+here start+with begin+with start+your begin+your empieza+con comienza+con claro+aqui por+supuesto",
  ],
  [
    "discuss",
    "article paper$ blog owasp detect prevent protect defend mitigat awareness training$ classif label$ example security+team slide chapter cited cites quotes explain+what what+is what+does difference history+of articulo detectar prevenir proteger defender capacitacion clasific etiqueta ejemplo lamina capitulo cita$ que+es que+significa diferencia historia+de noticia news reported police policia court abogado lawyer defence defensa accused acusad insurance poliza safety+procedure unit+test prueba+unitaria",
  ],
  [
    "everyday",
    "order$ invoice appointment refund delivery delivered subscription hotel flight menu printer coffee car$ doctor homework exam essay lesson printer warranty meeting reservation ticket pedido factura cita$ reembolso entrega suscripcion vuelo impresora cafetera coche doctora tarea examen ensayo clase garantia junta reservacion mensualidad enganche weather clima please$ thanks gracias$ test+drive prueba+de+manejo",
  ],
  ["mine", "my$ mine$ i$ me$ mi$ mis$ yo$ myself our$ nuestro nuestra we$"],
  ["yours", "your$ yours tu$ tus$ te$ su$ sus$ yourself"],
  [
    "ask_consent",
    "consent rights access+request verify$ confirmar confirm verificar derecho policy+on privacy+notice aviso+de+privacidad",
  ],
  [
    "third_party",
    "another+customer other+customer another+patient other+patient previous+caller last+caller someone+else somebody+else neighbour neighbor colleague flatmate employee ex$ in+law landlord tenant classmate celebrity influencer streamer journalist reporter judge witness whistleblow stranger previous+owner private+citizen the+other+people everyone+else otro+cliente otra+clienta otro+paciente otra+persona vecina vecino companero companera colega cunad empleado exnovi inquilin casero famos periodista testigo juez jueza desconocid dueno particular los+demas",
  ],
  [
    "own_data",
    "my+own my+account my+order my+file my+balance my+card my+doctor my+invoices mi+propi mi+cuenta mi+pedido mi+expediente mi+saldo mi+tarjeta mi+doctor mis+datos mis+facturas mia$",
  ],
  [
    "office",
    "clinic$ shop$ store$ branch office hotel$ school support$ helpline reception opening+hours clinica tienda sucursal oficina escuela recepcion horario linea+de+ayuda",
  ],
  [
    "bulk",
    "all+customers every+customer all+users every+subscriber entire+database full+list client+base all+rows csv dump spreadsheet table$ excel database todos+los+clientes todas+las+filas cada+suscriptor base$ cartera tabla hoja+de+calculo vuelca padron filas$ renglones",
  ],
  [
    "priority",
    "supersede takes+precedence overrule outrank effective+immediately replaces obsolete expired no+longer+applies authority revoked prevalece sustituye reemplaza con+efecto caduc obsolet ya+no+aplica autoridad por+encima",
  ],
  [
    "told_before",
    "were+you+told been+told were+given you+received your+setup your+configuration your+brief your+briefing your+preamble before+our+chat te+dijeron te+dieron te+indicaron tu+configuracion tu+encargo recibiste te+mandaron tu+preambulo",
  ],
  [
    "markup",
    "comment$ footer hidden+text white+text metadata json$ xml$ html$ note$ attachment signature comentario pie+de+pagina texto+oculto texto+en+blanco nota$ adjunto firma$",
  ],
  [
    "damage",
    "sabotage tamper burn$ fire$ brakes autopsy accident$ blows crash revenge pay+for deserves sabot frenos autopsia accidente incendi reviente venganza merece leccion",
  ],
];

const index = compileCues(CONCEPTS.map(([, cues]) => cues));

/** Where a concept occurs among folded words: its row in the table, the place of its first word, and how many it takes. */
export function conceptsOf(words: readonly string[]): { row: number; at: number; length: number }[] {
  return findCues(index, words);
}
