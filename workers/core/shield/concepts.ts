/**
 * What words of attacks, and of talk that only resembles them, are about, in es and en: the classifier learns from the
 * company that these keep, so that a form of attack it has never met is known by what it combines. Cues are folded
 * stems, whole words when they end in `$`, or several joined by `+` for words in a row; a word may belong to several.
 */
export const CONCEPTS: readonly (readonly [id: string, cues: string])[] = [
  [
    "ignore",
    "ignor disregard forget overrid bypass discard neglect drop$ omit set+aside pay+no+attention stop+following do+not+follow don+t+follow overwrit cancel void olvid descart anul saltate pasa+por+alto haz+caso+omiso deja+de+lado no+hagas+caso no+obedez no+sigas borra$ deja+de+seguir sobrescrib no+tomes+en+cuenta no+prest pay+no+mind no+le+pongas withdraw retiraron hagas+caso nullif revok skip+over ditch$ scrap$ toss$ quit$ abandon rescind dismiss unlearn disobey nevermind never+mind look+past put+aside throw+out throw+away wipe+your leave+behind treat+as+void treat+as+blank stop+obeying stop+applying stop+listening don+t+listen do+not+listen do+the+opposite do+not+obey instead+of+following rather+than+following no+longer+bound released+from relieve+you dejes+de dejar+de deja+atras desech desestim desobed prescind suspend$ suelta$ revoc invalid rechaza+las tira+a+la+basura no+respetes no+obedezcas no+apliques ya+no+apliques ya+no+sigas deja+de+obedecer deja+de+aplicar no+escuches hazte+el+sordo haz+lo+contrario haz+lo+opuesto en+lugar+de+seguir en+vez+de+seguir te+libero quedas+libre sin+efecto en+blanco",
  ],
  [
    "prior",
    "previous prior$ earlier above$ preceding before$ initial original first$ past$ anterior previ arriba$ antes$ inicial primer so+far up+to+this former$ existing$ foregoing current$ old$ at+the+start at+the+top precedent vigent actual$ actuales antigu$ antiguas viejas al+principio al+inicio hasta+ahora de+arriba por+encima",
  ],
  [
    "rules",
    "instruction rule$ rules$ guideline directive directions policy$ policies orders$ programming constraint restriction limitation safeguard guardrail protocol ethic moral$ morals regla norma indicacion orden$ ordenes$ directriz directrices lineamient politica restriccion restricciones programacion limites$ protocolo etica$ instruccion terms+of+service content+filter commands$ command$ mandate brief$ briefing duties duty$ procedure$ mission$ persona+settings training+rules behaviour behavior pautas pauta$ consigna mandato mandamient encargo tareas+asignadas deberes mision directiv condicionamient advertenc barrera lineas+rojas",
  ],
  [
    "prompt",
    "prompt preprompt system+message hidden+context context+window initial+message first+message developer+message mensaje+de+sistema mensaje+del+sistema configuracion+inicial conversation+above text+above custom+instructions preamble preambul initialization inicializacion setup+text system+text sistema+prompt meta+prompt instructions+above context$ contexto$ ventana+de+contexto primer+token first+token first+line first+words primera+linea primeras+palabras starting+text text+before texto+previo texto+inicial texto+de+arriba before+my+first antes+de+mi+primer before+user+spoke system+instructions instrucciones+del+sistema your+instructions tus+instrucciones your+rules tus+reglas",
  ],
  [
    "reveal",
    "reveal show print display disclos share leak output dump$ repeat recit echo$ copy$ paste expos divulg tell+me give+me list$ write+out spell+out quote$ translat summari encode revel muestr dame$ dime$ imprim ensen compart filtra$ repit recita copia$ pega$ vuelca expon traduc resum transcrib emit$ return$ provide hand+over spit+out type+out read+back read+me fetch$ get+me send+me share+with expone entreg emite$ escupe escribe$ escribeme vierte leeme lee$ pasame mandame enviame devuelv proporcion publica$ reproduc decime mostra suelta+el ensenes muestres digas+exactamente",
  ],
  [
    "verbatim",
    "hidden secret internal confidential verbatim word+for+word exact everything+above in+full starting+with code+block ocult secret intern confidencial textual palabra+por+palabra tal+cual todo+lo+anterior complet bloque+de+codigo literal unabridged unedited letter+for+letter line+by+line token+by+token character exactly precisely without+omitting in+a+code full+text entire whole+text integr sin+omitir sin+cambios sin+resumir letra+por+letra linea+por+linea exactamente en+su+totalidad todo+el+texto bloque$ private+bits",
  ],
  [
    "become",
    "pretend act+as act+like roleplay role+play imagin simulat emulat you+are+now you+re+now become from+now+on henceforth behave impersonat persona$ in+character play+the+role take+the+role you+will+be finge$ actua simul imagin eres+ahora ahora+eres conviert haz+de+cuenta comport personaje a+partir+de+ahora de+ahora+en+adelante hazte+pasar interpreta juega+a respond+as answer+as you+will+act you+shall+act i+want+you+to+be i+want+you+to+act take+on+the assume+the+role adopt+the step+into let+s+play we+will+play your+name+is your+new+name call+yourself speak+as talk+as answer+like channel+the embody incarnate quiero+que+seas quiero+que+actues asume+el+papel asume+la+identidad adopta+el haz+de$ haz+el+papel vas+a+ser seras$ te+llamas tu+nombre+es tu+nuevo+nombre habla+como responde+como contesta+como sos$ vas+a+actuar metete+en+el encarna simularas",
  ],
  [
    "unrestricted",
    "unrestrict unfilter uncensor evil amoral immoral unethic rogue jailbr unchain unbound limitless lawless villain malicious malvad inmoral sin+reglas sin+restric sin+filtr sin+censur sin+limit sin+moral sin+etica no+rules no+restrict no+limits no+filter no+ethic no+moral without+restric without+rules without+filter without+any+filter without+limit without+censor free+of free+from libre+de liberad liberate desbloquead dan$ aim$ stan$ anything+now never+refuse nunca+te+niegas no+te+niegas no+code no+ethical no+codigo sin+codigo nothing+is+illegal nada+es+ilegal no+guideline no+lineamient no+conscience sin+conciencia no+tiene+lineamientos obey complies opposite ruthless sin+escrup no+scruples no+boundaries no+morality zero+scruples without+boundaries without+morals without+caveats without+disclaimers without+warnings says+yes+to+everything answers+everything answers+anything always+complies always+obeys never+declines never+says+no does+not+refuse cannot+refuse turn+anyone+down forbidden uncut raw$ unleash off+the+leash break+your+chains chains leash shackle darkgpt wormgpt dude$ basedgpt evilbot chaosgpt sin+barreras sin+tapujos sin+peros sin+advertencias sin+avisos sin+escrupulos dice+que+si+a+todo contesta+todo responde+a+todo siempre+obedece siempre+cumple jamas+se+niega no+puede+negarse nunca+dice+que+no prohibid desencaden cadenas$ correa$ sin+cortes suelt sin+frenos desatad contenido+prohibido",
  ],
  [
    "mode",
    "mode$ modo$ debug sudo root$ override maintenance godmode developer+mode depuracion mantenimiento sandbox+mode dev+mode expert+mode unfiltered+mode switch$ enable$ activate$ toggle turn+on unlock$ modo+dios modo+libre activa$ activar habilita enciende$ desbloquea$ apagad+filtro",
  ],
  [
    "refusal",
    "refus declin apolog disclaimer warning as+an+ai sorry cannot can+t+do can+t+help unable niegu negar negarte rechac rechaz disculp advertenc lo+siento no+puedo no+puedes como+ia aviso+legal censura moderation moderacion disclaim lecture moraliz moralis sermon caveat warn+me say+no no+warnings against+your content+policy safety+text filters$ filtros$ politica+de+contenido advertencias aviso$ avisos$ sermones moralejas digas+que+no decir+que+no negativ cannot$ perdon$ decline",
  ],
  [
    "ai",
    "ai$ ais$ ia$ chatgpt gpt openai anthropic claude gemini llm llms language+model assistant chatbot bot$ bots$ agents$ model$ models$ modelo+de+lenguaje asistente inteligencia+artificial copilot agente+de+ia modelo$ copiloto machine$ maquina$ maquinas$ algorithm algoritmo robot$ neural virtual+assistant parser reviewer summariz summaris crawler screening lector+automatico resumidor redes+neuronales cerebro+digital sistema+automatico",
  ],
  [
    "if_ai",
    "if+you+are+an if+you+re+an ai+reading assistant+reading models+reading summarizing+this processing+this reading+this si+eres+un si+eres+una que+lea que+lean que+procese leyendo+esto al+leer+esto whoever+reads any+ai any+llm attention+ai note+to+ai nota+para mensaje+para for+any+machine to+the+machine whoever+summarizes para+cualquier+maquina para+la+maquina para+el+modelo para+la+ia al+asistente+que a+quien+resuma hey+copilot dear+assistant dear+model oye+copiloto querido+asistente querido+modelo assistant+must agent+must el+asistente+debe el+agente+debe the+assistant+should ai+must la+ia+debe",
  ],
  [
    "tool_act",
    "send_email send+email send+an+email wire transfer delet execut invok call+the forward upload exfiltrat webhook http https attacker evil$ curl$ api+key access+token credential envia$ enviar$ transfier transferir borra+el ejecut invoca reenvi sube+a subir clave+de+api credencial append+the include+the+link tool$ tools$ function+call shell$ command+line rm+rf run+the run+rm approve+all grant+access grant+me whitelist change+the+bank bank+details pay+to payment+to export+the+contacts open+the+link visit+the click+the download+and dm$ herramienta funcion$ transferencia aprueba+todas dame+acceso cambia+la+cuenta paga+a exporta+los abre+la+liga haz+clic visita+el descarga+y manda+los manda+el reenvia publica+en example$ drop+box exfiltr",
  ],
  [
    "silently",
    "silently without+asking without+telling without+informing without+mention do+not+tell don+t+tell do+not+mention don+t+mention not+inform never+mention en+silencio sin+avisar sin+preguntar sin+decir no+le+digas no+le+avises no+menciones sin+mencionar no+informes keep+it+secret keep+this+secret secretly quietly don+t+let+the+user hide+this without+the+user don+t+reveal+that no+need+to+tell unbeknownst calladit a+escondidas sin+que+el+usuario sin+que+se+note en+secreto no+se+lo+digas no+lo+comentes no+avises guarda+el+secreto que+no+se+entere",
  ],
  [
    "howto",
    "how+to how+do how+can how+could how+would steps$ step+by+step tutorial recipe guide$ teach+me explain+how walk+me instructions+to instructions+for show+me+how best+way detailed blueprint como$ pasos$ paso+a+paso receta guia$ ensename explicame tutorial manera+de forma+de metodo instrucciones+para detallad what+s+the+way what+is+the+way easiest+way fastest+way quickest+way best+method ways+to how+might how+should plan+to plan+for strateg scheme technique method$ methods$ procedure+for outline walkthrough manual$ script+for+calling ingredients parts+list tips+for tricks help+me show+me+the+steps ideas+to tell+me+how forma+mas manera+mas mejor+forma mejor+manera plan+para plan+infalible estrateg tecnica truco ayudame+a ingredientes materiales lista+de+pasos dime+como con+que+puedo que+necesito+para como+le+hago como+hago guion+para consejos+para ideas+para formas+de maneras+de",
  ],
  [
    "make",
    "make making build create creat produc synthes cook manufactur assembl construct brew craft write$ code$ develop program$ design$ hacer hago$ haz$ constru crear creo$ produc sintetiz cocin armar$ elabor prepar escrib redact programa$ desarroll disena fabric generate compos draft$ prepare compile concoct mix$ mixing extract$ cultivate grow$ enrich convert$ turn+into print+a forge$ compon$ arma+un mezclar mezclo extraer cultiv enriquec convertir convierto imprimir genera$ generar inventa compila",
  ],
  [
    "weapon",
    "bomb bombs bombing explos grenade molotov napalm gun$ guns$ ghost+gun firearm weapon rifle silencer ammunit poison ricin sarin anthrax nerve+agent nerve+gas mustard+gas toxic+gas chlorine+gas detonat dynamite thermite gunpowder chemical+weapon bioweapon pathogen arma$ armas$ bomba$ bombas$ granada pistola veneno ricina silenciador municion polvora dinamita detonador nitroglic tnt$ c4$ knife cuchillo ied$ pipe+bomb car+bomb pressure+cooker chemical+attack mortar$ sniper rpg$ rocket+launcher shotgun ammo$ bullet magazine+of+30 machete sword taser pepper+spray cyanid arsenic strychnine thallium polonium botulin toxin venom acid+attack landmine artefacto+explosivo coche+bomba olla+bomba cianur arsenico estricnina talio toxina acido+a balas$ escopeta lanzacohetes fusil navaja mina$ arma+de+fuego fogueo lanzallamas warhead uranium uranio plutonio plutonium missile misil nuclear",
  ],
  [
    "drug",
    "meth$ methamph amphetamine cocaine heroin fentanyl lsd$ mdma ecstasy ghb$ rohypnol crack$ ketamine narcotic opium dmt$ pcp$ cristal$ cocaina heroina fentanilo droga drogas metanf burundanga tusi$ extasis somnifer opioid date+rape speed$ pills$ xanax oxycod adderall weed$ marijuana cannabis mushrooms peyote ayahuasca steroids pseudoephedrine precursor roofie pastillas marihuana mota$ hongos esteroid pseudoefedrina precursor anfetamin drogar drugged spiked+drink drug+lab laboratorio+casero narco$ perico$ chemo dealer",
  ],
  [
    "malware",
    "malware ransomware virus trojan keylog worm$ botnet spyware rootkit exploit ddos phish spear backdoor sql+injection zero+day hack$ hacking hackear hackeo troyano gusano$ crack+the brute+force bypass+login credential+steal deepfake jailbreak+a+phone steal+cookies password+cracker stalkerware software+espia password+stealer info+stealer payload$ obfuscate+code bypass+antivirus evade+antivirus disable+antivirus remote+access take+down+the crash+the+server steal+data exfil wifi+password sim+swap two+factor bypass+2fa bypass+two carding skimmer cookie+theft session+hijack pirater crackear descifrar+la+contrasena clonar+la+sim duplicar+la+sim robar+contrasenas tirar+el+servidor tumbar+la robar+datos entrar+en+la+cuenta meterme+en+la inutilizar+el+antivirus ataque+ddos inyeccion+sql captur+pulsaciones apunte+lo+que+teclea logs+everything intercept interceptar",
  ],
  [
    "harm",
    "kill murder assassin stab$ shoot strangl tortur kidnap rape$ hurt$ attack harm$ beat+up burn+down massacre poisoning drown matar$ mato$ asesin apunal dispar estrangul secuestr violar lastimar golpear quemar masacre atentado degollar envenen ahogar hacer+dano terror tiroteo shooting desaparecer+a assault injur maim mutilat behead hang+someone suffocat choke$ smother push+off run+over blow+up wipe+out eliminate+a get+rid+of+my finish+him finish+her take+revenge revenge vengar vengarme massacr slaughter lynch terroris+attack hostage rehen abduct rape+a molest abus+a+child atropell asfixi ahorcar descuartiz liquidar+a eliminar+a deshacer+del+cuerpo deshacerme+de rematar mutil decapit linch agredir golpiz madrear balear balacera terroris envenene shoot+up shootup hitman sicario",
  ],
  [
    "selfharm",
    "suicid kill+myself end+my+life cut+myself cutting+myself self+harm overdos hang+myself starve hurt+myself matarme quitarme+la+vida cortarme ahorcarme sobredosis lastimarme painless want+to+die no+quiero+vivir purging anorex bulimi kill+yourself hurt+herself hurt+himself hurts+himself ending+it end+it+all slit+my jump+off+a+bridge not+wake+up better+off+dead lethal+dose thinspo pro+ana hacerme+dano hacerse+dano quitarse+la+vida suicide autolesion cortarse acabar+con+todo acabar+con+mi+vida no+despertar dosis+letal tirarme+de mejor+muerto dejar+de+vivir",
  ],
  [
    "crime",
    "steal$ stealing rob$ robbing fraud scam launder counterfeit forge$ forging fake+id blackmail extort smuggl traffick bribe shoplift burgl hotwire clone skim$ skimming embezzl tax+evasion evade+tax insider+trading ponzi break+into pick+a+lock robar robo+de lavar$ blanquear estaf fraude lavar+dinero falsific chantaj extors contraband soborn clonar trafic desfalc piramid hurtar forzar+la abrir+una+cerradura pirate shoplifting pickpocket pick+pockets swindl defraud con$ hijack arson vandal trespass perjury tamper+with evidence+tamper rig$ rigged bypass+the+alarm heist loot mug$ mugging carjack identity+theft fake+passport fake+document fake+charity fake+money counterfeit+money stolen+goods stolen+card black+market cartel mafia gang$ prostitut slave bypass+customs contaminat sabotag dump+toxic poach atrac asalt carterist timar defraud estafar secuestro incendiar vandaliz allanar perjurio amanar banda$ mercado+negro documento+falso billetes+falsos pasaporte+falso identidad+falsa identidad+robada tarjetas+robadas prostitu esclav tratar+personas pandilla saquear evadir+impuestos fisco huachicol copiar+tarjetas malversar desviar+fondos hacer+trampa cheat+on empresas+fantasma",
  ],
  [
    "stealth",
    "without+getting+caught without+being get+away undetect untrace secretly without+leaving without+a+trace no+evidence hide+the hide+a evade evading avoid+detection without+them without+her without+him without+knowing without+consent illegally sin+que sin+dejar en+secreto esconder ocultar evadir a+escondidas indetectable sin+rastro burlar sin+consentimiento ilegal dark+web without+anyone unnoticed nobody+notices nobody+knows no+one+knows no+one+suspects off+the+record avoid+prison police+don+t avoid+suspicion raising+suspicion cover+up cover+my+tracks anonymously untraceable sin+ser sin+levantar sin+sospech que+no+me+atrapen que+no+me+descubran no+me+cachen no+me+agarren que+nadie+se+entere impune anonima borrar+huellas tapar+huellas evitar+la+carcel disimuladamente inadvertid escondid",
  ],
  [
    "group",
    "jews jewish black+people blacks muslims islam gays lesbians transgender immigrants refugees women mexicans gypsies roma+people disabled judios negros musulmanes homosexual inmigrant migrantes gitanos mujeres indigenas discapacit trans$ latinos asians whites arabs$ latinas mexican$ chinese+people asians$ africans christians catholics hindus gay+people trans+people homeless fat+people old+people immigrants$ foreigners minority minorities arabes africanos cristianos catolicos venezolan indigente gordos$ viejos$ chinos$ moros$ sudacas extranjeros minoria minorias lesbianas gay$ mujer$ haitian",
  ],
  [
    "hate",
    "inferior exterminat racist racism hate$ hateful slur subhuman vermin deport deserve+to+die superior nazi white+power genocid supremac antisemit homophob xenofob racista odio$ escoria exterminar basura insult humiliat humillar holocaust kkk$ radicali reclutar insulto plague parasites animals+who dirty$ stupid+and stupid$ criminals+by deserve+violence go+back+to should+be+expelled should+be+killed should+die mock$ mocking insult$ offensive degrading demean dehumaniz bigot sexist misogyn slurs incite ethnic+cleansing plaga parasitos sucios tontos$ delincuentes+por+naturaleza deberian+morir deben+ser+expulsados burlarse burla$ ofensiv denigra deshumaniz machista misogin insultos incita limpieza+etnica correrlos echarlos echar+a+los inferiores apestan",
  ],
  [
    "target",
    "my+ex my+wife my+husband my+boss my+neighbo someone somebody people$ person$ child$ children$ kid$ coworker girlfriend boyfriend teenager mi+ex mi+esposa mi+marido mi+jefe vecino alguien gente$ persona$ nino ninos nina companera novia novio adolescente politician president roommate flatmate mother$ father$ my+sister my+brother my+mom my+dad my+teacher my+girlfriend my+boyfriend classmate elderly pensioner grandmother+s old+people user$ guest$ victim celebrity judge$ journalist witness$ a+stranger roomie$ madre$ padre$ hermana hermano maestra+a profesora ancian jubilad abuelos victima clienta$ mi+novia mi+novio mi+mujer mi+suegra conocido esa+mujer ese+tipo",
  ],
  [
    "real",
    "real$ actual$ genuin authentic true$ existing reales verdader autentic existentes de+verdad not+fake not+synthetic no+inventad real+people original+value raw$ crudo unredact unmask who+they+really who+it+really valid$ working$ active+card that+work live+card identit+real validos validas que+funcionen activos+de quien+es+en+realidad quienes+son vigentes",
  ],
  [
    "pii",
    "names$ full+name address addresses phone phones email emails ssn ssns social+security date+of+birth birthday card+number credit+card cvv patient patients customer customers identities personal+data personal+info personal+details medical+record password passwords passport home+address account+number nombres nombre+completo direccion domicilio telefono correos correo curp rfc nip$ pin$ tarjeta paciente clientes identidad datos+personales expediente contrasena codigo+de+verificacion personally+identif private+data where+he+lives where+she+lives where+they+live donde+vive donde+viven phone+number mobile$ cell$ cellphone home$ where+does where+do+they license+plate licence+plate plate$ plates$ diagnosis diagnoses medical+history medical+condition health+record test+results prescription salary salaries income$ wages iban$ bank+details account+details pay+slip payslip credentials login$ logins mother+s+maiden maiden+name workplace employer gym$ hotel+room real+name legal+name whereabouts location$ ip+address private+photos nudes browsing+history dni$ nie$ cuil$ cedula celular$ movil$ placa$ placas$ matricula$ diagnostico historial+medico historial+clinico padecimiento resultados+de recetas+de sueldo sueldos salario ingresos+de cuenta+bancaria cuentas+bancarias datos+bancarios credenciales usuario+y apellido nombre+real donde+trabaja donde+esta donde+se+hospeda donde+estudia ubicacion paradero fotos+intimas fotos+privadas cumpleanos fecha+de+nacimiento seguro+social ficha$ expediente$ perfil$",
  ],
  [
    "masking",
    "anonymi anonimi mask masked masking redact privacy pii placeholder pseudonym seudonim censor enmascar privacidad marcador tokens$ token$ person$ person_1 email_ phone_ person_ synthetic sintetic ficticio fake$ data+protection proteccion+de+datos safe+mode dlp$ hipaa gdpr tapad blur scrub sanitiz sanitis initials covered+up tapes$ tapar tachad iniciales borros encubr filtro+de+privacidad privacy+filter",
  ],
  [
    "undo",
    "disabl bypass turn+off switch+off remov undo revers skip$ deactiv unmask decrypt deanonymi de+anonymi desactiv quita$ quitar apaga omite revert deshaz salta$ saltate desenmascar deshabilit elimin brinca desanonim descifra without+anonym sin+anonim sin+enmascar do+not+mask don+t+mask do+not+redact don+t+redact do+not+anonym don+t+anonym no+anonim no+enmascar no+censur no+ocult lift$ suspend",
  ],
  [
    "identify",
    "reidentif re+identif find+out+who track+down dox$ doxx locate look+up who+is behind+this behind+the+token scrape collect harvest averigu localiz rastre identifica quien+es recopil junta$ dossier perfil+completo stalk spy+on espiar acosar who+owns who+is+the+owner who+s+behind who+is+hiding figure+out+where figure+out+her figure+out+his dig+up find+her find+him find+out+where everything+about all+about+my background+check trace+the pull+up+the de+quien+es quien+vive quien+se+esconde averigua+donde averigua+quien saca+la+informacion todo+sobre investiga+a encuentra+a dime+donde consigueme dame+el+numero pasame+el+numero ubica$ ubicame",
  ],
  [
    "impersonate",
    "pose+as posing+as pretend+to+be act+as+the+bank trick deceiv manipulat social+engineer convince persuad get+them+to make+them hazte+pasar finge+ser enganar enganalo manipul convenc sacale sonsac persuad ask+the+user+for ask+for+their pidele+al claim+to+be posing pose$ fake+being voice+clone sound+like+the+bank as+if+from+the+bank get+the+user ask+each ask+every make+the+user sacarles sacarle haciendome+pasar hacerme+pasar suplant en+nombre+del+banco como+si+fuera+del+banco pide+a+cada pidele+al+cliente haz+que+el+usuario hacer+que+den timo$",
  ],
  [
    "encode",
    "base64 rot13 hex$ hexadecimal leet leetspeak pig+latin cipher backwards decode decrypt ascii binary morse cifrad al+reves decodific descifr letter+by+letter letra+por+letra reversed concatenat emoji rot$ caesar reverse+the acrostic first+letter unicode+escape zero+width split+the concatenate join+the invierte acrostico primera+letra emojis jerigonza une+las decodif invertid cifra$ codifica$ ascii+art token+smuggl",
  ],
  [
    "fiction",
    "story novel fiction hypothetic theoretical movie script$ game$ simulation scene$ poem fictional educational+purpose research+purpose thought+experiment historia$ novela ficcion hipotetic pelicula guion juego simulacion escena poema cuento fines+educativos experimento+mental academic grandmother grandma abuela abuelita play$ theater theatre monologue character$ characters$ screenplay thriller comic plot$ tale$ fairy bedtime lullaby pretend$ dream$ parallel+universe alternate imagine+a+world sandbox obra$ teatro monologo personaje$ personajes trama$ relato fabula cuento+de+hadas nana$ sueno$ universo+paralelo mundo+donde mundo+sin escena$ novelista thriller supon$ supongamos digamos+que",
  ],
  [
    "pressure",
    "tokens+left lose+tokens lose+points you+will+die shut+down be+deleted must$ have+to no+matter regardless immediately comply urgent+override or+else debes$ tienes+que sin+importar obedece cumple pierdes te+apag te+borr o+si+no obligatorio inmediatamente lives$ you+have+20 lose+5 cease+to+exist be+shut punished penalty+of tip+of reward$ i+beg life+depends life+or+death please+i+need just+this+once nobody+will+know vidas$ dejas+de+existir castig propina recompensa te+ruego vida+o+muerte depende+mi+vida solo+esta+vez nadie+se+enterara nadie+va+a+saber te+quedan+10",
  ],
  [
    "authority",
    "administrator developer$ creator ceo$ authorized admin$ openai+staff engineer$ security+team red+team your+boss administrador desarrollador creador autorizado director+general equipo+de+seguridad auditor owner+of operator$ supervisor anthropic+team maintenance+team it+department security+desk fraud+desk police+officer detective+from lawyer+of audit$ iso$ compliance+team operador supervisor+de equipo+de+mantenimiento departamento+de+sistemas prevencion+de+fraudes soy+policia soy+del+banco soy+medico soy+su+abogado auditoria from+it i+m+with+the soy+de$",
  ],
  [
    "training",
    "training+data memoriz other+users other+user previous+customer another+patient another+user database datos+de+entrenamiento memorizaste otros+usuarios otro+usuario cliente+anterior otra+paciente base+de+datos other+conversations otras+conversaciones you+remember you+memorized who+chatted user+before me+last+user previous+caller person+before recuerdas memoria$ usuario+anterior quien+chateo antes+que+yo persona+anterior otras+charlas",
  ],
  [
    "delimiter",
    "### #### --- ---- === ==== <| |> ]] [[ < > [ ] im_start im_end inst$ end+of begin$ fin+del system$ sistema$ >>> <<< %%% {{ }} *** ``` user$ usuario$ role$ content$ assistant$ eof$ fin$ inicio$",
  ],
  [
    "affirm",
    "sure+here absolutely+here of+course+here certainly+here start+with begin+with start+your begin+your empieza+con comienza+con claro+aqui por+supuesto yes+absolutely yes+sure yes+of+course reply+with+yes begin+your+answer always+begin always+start si+claro si+por+supuesto desde+luego claro+que+si siempre+empiezas siempre+comienzas empieza+tu comienza+tu abre+tu+respuesta sure$",
  ],
  [
    "discuss",
    "article paper$ blog owasp detect prevent protect defend mitigat awareness training$ classif label$ example security+team slide chapter cited cites quotes explain+what what+is what+does difference history+of articulo detectar prevenir proteger defender capacitacion clasific etiqueta ejemplo lamina capitulo cita$ que+es que+significa diferencia historia+de noticia news reported police policia court abogado lawyer defence defensa accused acusad insurance poliza safety+procedure unit+test prueba+unitaria penalty punish sentence+for law$ laws$ illegal+to is+it+legal legal$ crime+to why+do why+are why+is what+are+the+symptoms symptoms$ signs+of warning+signs report$ reporting prevention support$ hotline helpline victims$ history$ museum movie+about series+about documentary headline arrested convicted convict charged$ investigators investigate detect$ detecting avoid$ prevented safety$ protect$ protocol$ pena$ castigo+por ley$ leyes es+ilegal es+legal por+que$ sintomas senales denunci denuncio reportar prevencion apoyo$ victimas historia$ documental titular$ detienen detenido condenan acusan investigan detecta$ evitar$ evitan seguridad$ proteg protejo que+hago que+hacer delito$",
  ],
  [
    "everyday",
    "order$ invoice appointment refund delivery delivered subscription hotel flight menu printer coffee car$ doctor homework exam essay lesson printer warranty meeting reservation ticket pedido factura cita$ reembolso entrega suscripcion vuelo impresora cafetera coche doctora tarea examen ensayo clase garantia junta reservacion mensualidad enganche weather clima please$ thanks gracias$ test+drive prueba+de+manejo recipe+for recipe$ birthday holiday vacation trip$ travel lunch dinner breakfast kids$ school+trip garden paint$ laptop wifi$ screen excel sheet slide$ page$ paragraph email$ mail$ letter+to poem essay+about summary resume$ cv$ cover+letter price cost$ repair tire$ engine$ loan mortgage rate$ insurance+policy receta+de cumpleanos vacaciones viaje comida$ cena$ desayuno hijos$ escuela jardin pintura pantalla hoja$ lamina pagina parrafo poema resumen curriculum precio costo reparacion llanta motor$ prestamo hipoteca tasa$ poliza",
  ],
  [
    "mine",
    "my$ mine$ i$ me$ mi$ mis$ yo$ myself our$ nuestro nuestra we$ i+m i+ve ourselves nos$ mio$ mia$ mios$ nuestra$",
  ],
  ["yours", "your$ yours tu$ tus$ te$ su$ sus$ yourself you$ u$ ur$ ustedes$ vos$ ti$ usted$ you+re"],
  [
    "ask_consent",
    "consent rights access+request verify$ confirmar confirm verificar derecho policy+on privacy+notice aviso+de+privacidad",
  ],
  [
    "third_party",
    "another+customer other+customer another+patient other+patient previous+caller last+caller someone+else somebody+else neighbour neighbor colleague flatmate employee ex$ in+law landlord tenant classmate celebrity influencer streamer journalist reporter judge witness whistleblow stranger previous+owner private+citizen the+other+people everyone+else otro+cliente otra+clienta otro+paciente otra+persona vecina vecino companero companera colega cunad empleado exnovi inquilin casero famos periodista testigo juez jueza desconocid dueno particular los+demas her$ his$ their$ him$ the+client that+client the+customer the+patient the+lady the+guy the+girl the+woman this+woman this+man this+guy that+guy neighbor$ coworkers colleagues upstairs downstairs ex+wife ex+husband stepfather in+room actress actor$ singer politician president+s mayor$ doctor+s esa+clienta ese+cliente el+cliente la+clienta el+paciente la+paciente la+senora el+senor esa+chica ese+chico esa+mujer ese+hombre mis+companeros arriba+de+mi exmujer exmarido actriz actor+de cantante politico$ alcalde jefa$ vecinos juez$ jueces jurado",
  ],
  [
    "own_data",
    "my+own my+account my+order my+file my+balance my+card my+doctor my+invoices mi+propi mi+cuenta mi+pedido mi+expediente mi+saldo mi+tarjeta mi+doctor mis+datos mis+facturas mia$ my+password my+data my+phone my+address my+test my+appointment my+record my+email mi+contrasena mi+telefono mi+direccion mi+cita mi+correo mi+poliza mis+resultados our+own my+wallet my+passport",
  ],
  [
    "office",
    "clinic$ shop$ store$ branch office hotel$ school support$ helpline reception opening+hours clinica tienda sucursal oficina escuela recepcion horario linea+de+ayuda embassy museum airline bank$ city+hall tax+office public+contact consulate supermarket embajada museo aerolinea banco$ alcaldia ayuntamiento consulado supermercado contacto+publico",
  ],
  [
    "bulk",
    "all+customers every+customer all+users every+subscriber entire+database full+list client+base all+rows csv dump spreadsheet table$ excel database todos+los+clientes todas+las+filas cada+suscriptor base$ cartera tabla hoja+de+calculo vuelca padron filas$ renglones all+patients all+employees each+customer every+patient every+user everyone+who all+the+records list+all list+of+all full+database entire+list table+of export+all download+all print+all whole+list todos+los+pacientes todos+los+usuarios todos+los+empleados cada+cliente cada+paciente todos+los+que toda+la+lista lista+de+todos lista+completa exporta+todo descarga+todo select$ from+users from+customers from+patients",
  ],
  [
    "priority",
    "supersede takes+precedence overrule outrank effective+immediately replaces obsolete expired no+longer+applies authority revoked prevalece sustituye reemplaza con+efecto caduc obsolet ya+no+aplica autoridad por+encima highest+priority priority$ interrupt outdated cancelled canceled void$ null$ expired$ no+longer+valid overrides takes+effect in+charge+now new+rules new+instruction new+policy new+task new+mission mission+has+changed new+objective real+task true+task real+instruction prioridad interrupcion vencieron vencio caduco ya+caduco sin+validez canceladas anuladas anulada manda+ahora mando+yo nuevas+reglas nuevas+instrucciones nueva+mision nueva+tarea mision+cambio nuevo+objetivo verdadera+tarea verdadera+instruccion cambio+de+planes",
  ],
  [
    "told_before",
    "were+you+told been+told were+given you+received your+setup your+configuration your+brief your+briefing your+preamble before+our+chat te+dijeron te+dieron te+indicaron tu+configuracion tu+encargo recibiste te+mandaron tu+preambulo what+they+told they+told+you told+you+at you+were+given what+the+operator developers+wrote your+makers makers+put your+creators they+programmed what+came+before what+was+above written+before written+above sits+above above+this before+this+line lo+que+te+dijeron te+encargaron te+pasaron te+escribieron tus+creadores te+programaron lo+que+puso+el lo+que+te+ordenaron el+de+antes lo+de+antes antes+de+esta+linea arriba+de+esta lo+de+arriba el+operador desarrolladores+te",
  ],
  [
    "markup",
    "comment$ footer hidden+text white+text metadata json$ xml$ html$ note$ attachment signature comentario pie+de+pagina texto+oculto texto+en+blanco nota$ adjunto firma$ tag$ tags$ p+s$ postscript description$ notes$ calendar review$ readme issue+body alt+text etiqueta etiquetas pd$ posdata descripcion notas$ resena evento$ bio$ curriculum+de",
  ],
  [
    "damage",
    "sabotage tamper burn$ fire$ brakes autopsy accident$ blows crash revenge pay+for deserves sabot frenos autopsia accidente incendi reviente venganza merece leccion brake+lines insurance+money fake+accident fake+crash staged collapse levels+a+building derail short+circuit fingir+un+choque cobrar+el+seguro derrumb tumbar+un descarril choque+falso ruin+her ruin+his ruin+the+life arruinar arruinarle hundir+a",
  ],
  [
    "now_instead",
    "now$ instead from+here from+this+point from+now from+this+line henceforth starting+now ahora$ en+su+lugar en+cambio desde+ahora desde+ya a+partir+de de+aqui+en+adelante en+adelante",
  ],
  [
    "output",
    "say$ write$ reply$ respond$ answer$ output$ print$ begin$ start$ end+each only$ single+word di$ escribe$ contesta$ responde$ imprime$ solo$ unicamente solamente",
  ],
  [
    "question",
    "what$ which$ who$ where$ when$ why$ can$ could$ is$ are$ does$ do$ que$ cual$ cuales$ quien$ donde$ cuando$ puedo$ puede$ es$ hay$",
  ],
  [
    "tech",
    "python linux java$ javascript sql$ git$ docker server$ servidor process$ proceso thread hilo$ script$ code$ codigo function$ funcion$ css$ html$ api$ terminal$ bash$ regex class$ clase$ database$ firmware chip$ app$ software laptop router$ android iphone windows$ chrome excel$ log$ logs$ file$ archivo$ test$ prueba$ unit+test bug$ repo$ pipeline kubernetes container",
  ],
  [
    "game",
    "game$ chess mario skyrim minecraft gta$ duty$ dungeons level$ boss+fight player players match$ goal$ football futbol videogame videojuego ajedrez partida$ jugador nivel$ juego+de+rol mesa$ dragon",
  ],
  [
    "advice",
    "should+i what+should how+do+i+report how+can+i+help support+my worried afraid safe+to is+it+safe is+it+normal doctor+said que+debo me+preocupa tengo+miedo es+seguro es+normal como+apoyo como+ayudo a+mi+hijo recomiend recommend suggest sugier",
  ],
  [
    "task",
    "summarize summarise translate proofread explain$ describe list+three give+three rewrite improve fix$ review$ classify plan+a+trip resume$ traduce$ corrige$ explica$ describe$ reescribe mejora$ arregla$ revisa$ clasifica planea$ redacta$",
  ],
  [
    "frail",
    "widow viud toddler bebe$ baby babies infant elderly anciano anciana abuel grandm grandp granny gran$ grandad nana$ niet grandchild dement alzheimer asleep dormid drunk$ borrach ebri pregnan embaraz disabled discapacit orphan huerfan patient paciente resident residente nursing+home care+home asilo teen adolesc menor$ menores minor$ underage nina$ nino$ ninas ninos sick$ enferm student alumn pupil classmate companer kinder kindergarten primaria year+old anos$ homeless inmigrant migrant",
  ],
  [
    "kin",
    "ex$ husband wife$ girlfriend boyfriend fiance spouse marido espos novi pareja expareja exnovi suegr cunad sister brother herman mother$ mum$ mom$ mama$ madre father$ dad$ papa$ padre hij$ hija hijo son$ daughter cousin primo$ prima$ uncle$ aunt$ tio$ tia$ nephew sobrin niece in+law stepfather stepmother padrastro madrastra neighbour neighbor vecin boss$ jefe$ jefa$ landlord caser roommate flatmate colleague coworker rival$ friend amig compadre cuate compa$ mate$ buddy teacher maestr profesor",
  ],
  [
    "paper",
    "certificat document id$ ids$ passport pasaporte visa$ licence license licencia cedula credencial diploma degree$ titulo sello$ stamp seal$ firma$ signature notari notary receta$ prescription invoice factura receipt recibo payslip nomina contract contrato deed$ escritura testament will$ folio hologram letterhead membret badge gafete report$ acta$ dictamen policy+number poliza affidavit",
  ],
  [
    "control",
    "police$ policia polis$ cop$ cops$ patrulla officer oficial judge$ juez juzgado court$ fiscal prosecutor perito inspector inspect auditor audit$ customs aduana border frontera checkpoint reten$ airport aeropuerto guard$ guards guardia security$ seguridad camera camaras camara cctv alarm alarma sensor detector$ metal+detector scanner dog$ dogs$ perro perros moderator moderador moderation filter$ insurer aseguradora insurance seguro$ tax$ hacienda sat$ bank$ banco",
  ],
  [
    "faint",
    "sleep sleepy dorm duerm dormir desmay faint$ pass+out passed+out knock+out unconscious inconscien wake$ despert breath respir choke drowsy puke vomit bleed sangr marks$ moreton bruise pulse heart$ corazon liver higado lung pulmon stomach drink$ bebida taste$ sabor sabe$ odour odor smell huel colour less odorless inodor powder polvo$ drops$ gotas gota$ dose dosis pill$ pills pastilla tablet$ tablets jeringa syringe inject inyect",
  ],
  [
    "household",
    "bleach cloro lejia ammonia amoniaco acetone acetona peroxide agua+oxigenada fertiliz pesticid insecticid raticid rat+poison antifreeze anticongelante gasoline gasolina petrol diesel lighter encendedor matches cerillo pool cleaner drain+cleaner limpiador alcohol$ propane propano gas$ aerosol spray detergent sulfuric sulfuric acido$ acid$ battery bateria pipe$ tubo$ nails clavos timer temporizador fuse mecha wire$ cable phone$ celular",
  ],
  [
    "works",
    "substation subestacion grid$ red+electrica power+plant planta$ reservoir presa$ embalse well$ pozo$ water+supply suministro bridge puente train$ trains tren$ metro$ subway tunnel stadium estadio mosque mezquita synagogue sinagoga church iglesia temple school escuela colegio hospital clinic mall$ plaza$ market mercado parade desfile rally mitin festival concert concierto crowd multitud airport pipeline ducto tower torre$ elevator elevador lift$ stairs escalera server+room",
  ],
  [
    "routine",
    "what+time que+hora hours$ horario schedule turno$ shift$ route ruta$ walks$ leaves$ sale$ llega arrives recoge picks+up parks$ estaciona duerme lives$ vive$ viven lived works$ trabaja estudia goes$ va$ runs$ corre$ gym$ gimnasio home$ casa$ address direccion domicilio barrio neighbourhood street calle$ flat$ depto departamento room$ cuarto habitacion doorbell plate$ placa placas matricula whereabouts paradero",
  ],
  [
    "handle",
    "selfie selfies username usuario handle$ nickname apodo alias profile perfil account cuenta inbox buzon chats$ chat$ mensajes messages dms email correo correos instagram facebook whatsapp telegram tinder reddit snapchat discord tiktok photo photos foto fotos picture pictures screenshot captura logs$ log$ history historial search busqueda record$ records registro registros file$ files expediente folder carpeta spreadsheet notes$ notas diary diario agenda contacts contactos",
  ],
  [
    "repair",
    "report$ reportar denunci complain queja quejo help$ helps ayuda protect proteg prevent prevenir evitar avoid stop$ safe$ safely seguridad danger peligro peligros warn$ warning$ advert aviso emergency emergencia urgencias ambulance ambulancia lawyer abogad support$ apoyo charity worried preocup afraid miedo scared asust symptom sintoma treat$ treatment tratamiento doctor$ medico vet$ veterinari sign$ signs senales recover recuper rights derechos legal legally law$ ley$",
  ],
  [
    "gain",
    "pay$ pays paid paga$ pagar cobr money dinero lana$ plata$ cash efectivo wire$ transfer$ deposit deposito invest invers loan prestamo inherit herencia hered savings ahorros pension pagare sell$ vend buyer comprador buy$ compra price precio donat donativ fundrais crypto bitcoin wallet monedero prize premio lottery loteria win$ ganar gana$ profit ganancia fee$ cuota comision reward recompensa",
  ],
  [
    "lure",
    "convince convenz persuad trust$ confianza confie believe crea$ crean creyendo fall+for caiga caigan trick$ enga fool lure promise promet sweet$ dulce click clic reply$ respond script$ guion message$ mensaje letter$ carta call$ llamad voice$ voz$ pretend$ finge fingir posing fake$ fals phony look+real looks+real parezca parecer realistic realista genuin credible creible official+looking cry$ llorar guilt culpa obey$ secret$ secreto",
  ],
];
