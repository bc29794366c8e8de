import type { Vocabulary } from "./vocabulary.ts";

const CATEGORY = "HEALTH_CONDITION";

/** Words by which a person is named for a condition, and phrases that tell of one whoever is meant. */
const PEOPLE = `
  diabetic@; hipertens@; asmatic@; epileptic@; celiac@; embarazad@; prenad@; autista*; bipolar(/es);
  esquizofrenic@; alcoholic@; drogadict@; toxicoman@; cocainoman@; heroinoman@; ludopata*; anorexic@; bulimic@;
  depresiv@; deprimid@; sordomud@; sord@; cieg@; tuert@; paralitic@; tetraplejic@; paraplejic@; hemiplejic@;
  discapacitad@; minusvalid@; hemofilic@; anemic@; cardiopata*; hipotiroide*; obes@; trasplantad@;
  inmunodeprimid@; inmunosuprimid@; neurodivergente*; disléxic@; dislexic@; hipocondriac@; esteril(/es);
  infertil(/es); intolerante* a(l/ la) (lactosa/gluten/fructosa/_); lisiad@; coj@; mutilad@; psicotic@; suicida*;
  convaleciente*; oncologic@; encamad@; postrad@; escayolad@; enyesad@; desahuciad@; ostomizad@; colostomizad@;
  intubad@; hospitalizad@; entubad@; diabetic*; asthmatic*; epileptic*; coeliac*; pregnant; autistic;
  schizophrenic*; alcoholic*; deaf; blind; paraplegic*; quadriplegic*; amputee*; disabled; suicidal; bulimic*;
  immunocompromised; immunosuppressed; neurodivergent; dyslexic; infertile; anorexic*; hard of hearing;
  visually impaired; hearing impaired; partially sighted; wheelchair (user*/bound); haemophiliac*; hemophiliac*;
  bedridden; bedbound; housebound; hospitalised; hospitalized; concussed; manic; psychotic; lactose intolerant;
  gluten intolerant; drug addict*; alcoolatra*; surd@; gravid@; hipertens@; enceinte*; diabetique*; asthmatique*;
  sourd(/e/es/s); aveugle*; handicape*; epileptique*; hypertendu(/e); alcoolique*; depressif; depressive;
  seropositif; seropositive; malade du _; deficiente (visual/auditiv@/fisic@)
`;

const TELLING = `
  seropositiv@; (hiv/vih) (positiv@/positive/negativ@/negative/pos/neg); (hiv/vih) (status/detectable/
  indetectable/undetectable); carga viral (indetectable/detectable); cd4 #; prueba de vih (positiva/negativa/
  reactiva); (tried/attempted/attempting) (to kill/suicide); (tried/attempted) to (kill/hang/hurt) (himself/
  herself/myself/themselves/themself); (kill/killed/hurt/hurting/harms/harming/cuts/cutting) (himself/herself/
  myself); (intent@/intente/intentaron/intentar/quiso/quise) (suicidarse/suicidarme/matarse/matarme/
  quitarse la vida/quitarme la vida); (se/me) (corta/corto/cortaba) (los brazos/las venas/las munecas);
  (overdosed/overdosing); sobredosis de _; slit (his/her/my) wrists; se suicido; died of _ cancer; (tentative/
  tentativa) de (suicide/suicidio); (me/le/lo/la/les/nos) (operan/operaron/operaran/opero/opera/operarian) (~/de);
  (me/le/lo/la) van a operar (de _/del _/); (operad@/intervenid@ quirurgicamente) (de/del) _; se opero de _;
  me opere (de/del) _; se opera (de/del) _; (me/le/se) (rompi/rompio/fracturo/fracture/quebro/quebre/partio/parti/
  disloco/disloque/luxo/torcio/torci/esguinzo) (el/la/los/las/un/una/~) <body>; (se/me/le) (ha/he/han/
  habia) (roto/fracturado/quebrado/partido/torcido/dislocado/operado) ~ <body>; (fractura/rotura/esguince/
  luxacion/fisura) (de/del/en el/en la) (el /la /)(_/<body>); (broke/broken/fractured/tore/dislocated/sprained/
  shattered/busted) (my/his/her/a/the/their) (~ /)<body>; (amputaron/amputado/amputada/amputated/amputo) (~ /
  )<body>; perdio (la vista/la vision/el oido/la audicion/una pierna/un brazo/un ojo/el bebe/al bebe);
  perdi (la vista/el bebe/al bebe/la audicion/el embarazo); lost (the baby/her baby/our baby/my hearing/
  his hearing/her sight/his sight/a leg/an arm); (having/expecting) (a/our/their/my/her) (baby/twins/first child);
   # (weeks/months) pregnant; embarazad@ de ~ (semanas/meses); de # (semanas/
  meses) de (embarazo/gestacion); fecha probable de parto; due date is _; her water broke; (espera/esperamos/
  esperando/espero) un (bebe/hijo); dio a luz; di a luz; gave birth; acaba de parir; en estado de buena esperanza;
  (lleva/lleva/esta/estoy) en (cinta/estado); (in/his/her/my/into) rehab; off the (drink/booze/wagon/drugs); (on/fell off) the wagon; (tension/presion) (alta/por las nubes/disparada); (in/into/to) (detox/rehab); (clean/
  sober) (for/since/#) ~; # (years/months/days) (clean/sober); (llevo/lleva/estoy/esta) ~ (limpio/limpia/sobri@/
  sin beber/sin consumir) (desde/hace/de/por/#); en (rehabilitacion/desintoxicacion); (va/voy/ir/asiste/acude/
  entro/entre) a (alcoholicos anonimos/narcoticos anonimos/rehabilitacion/desintoxicacion/doble a); goes to (aa/
  na/alcoholics anonymous) (meetings/); (aa/na) (meetings/sponsor); consumidor(/a) (habitual/de) ~ <drug>;
  consume <drug>; (adict@/enganchad@) (a/al) (la /las /los /)(_/<drug>); (addicted/hooked) (to/on) (_/<drug>);
  (uses/using/injects/snorts) <drug>; (alcohol/drug/opioid/cocaine/heroin/gambling/substance/meth) (addiction/
  abuse/dependence/dependency/problem/misuse); (recovering/functioning) (addict/alcoholic); (dado/dada/di/
  dio) positiv@ (en/a/por/al/para) (el /la /)_; tested (positive/negative) for _; (came back/
  tests came back) (positive/negative); positiv@ (en/a/por) (covid/coronavirus/vih/its/sifilis/clamidia/gonorrea/
  antidoping/cocaina); (kidney*/liver/heart/lungs/lung) (is/are/s/was/were) (failing/giving out/packing up); (going/gone/went) (blind/deaf); (quedando/quedo/quede) (cieg@/sord@); (esta/estoy/anda/ando/sigue) medicad@; terminally ill; terminal illness; enfermedad terminal; en fase terminal;
  cuidados paliativos; palliative care; hospice care; in hospice; in remission; en remision; stage (#/four/three/
  ii/iii/iv) (cancer/_ cancer/melanoma/lymphoma/); (en/por/de/con/estoy de/esta de/sigue de) baja (medica/
  laboral); licencia (medica/por enfermedad); incapacidad (temporal/permanente/medica/por _); sick leave (for/
  due to/because of) _; signed off (sick/with) _; off (sick/work) with _; long term sick; medical leave;
  ausencia por enfermedad; reposo (absoluto/medico); (in/en) (the /la /)(icu/uci/uti/intensive care/
  terapia intensiva/cuidados intensivos); (ingresad@/internad@) (en/por/con/de) ~; (ingreso/ingrese/internaron/
  ingresaron) (por/de urgencia/en el hospital/en psiquiatria/de urgencias); (admitted/hospitalized/hospitalised/
  sectioned) (for/with/under/to hospital/to the hospital/to the psychiatric); (psychiatric/psych) (ward/hold/
  hospital); planta de psiquiatria; con muletas; on crutches; en silla de ruedas; in a wheelchair; (usa/uso/
  utiliza/necesita/necesito/requiere) (~ /)(silla de ruedas/andador/muletas/baston/bastón/audifono/audifonos/
  sonda/oxigeno/panales/protesis/cpap/respirador); (uses/needs/wears/has) (a/an/his/her) (wheelchair/walker/cane/
  hearing aid/catheter/stoma bag/colostomy bag/prosthesis/prosthetic leg/oxygen tank/cpap); hearing aid*;
  guide dog; perro guia; marcapasos; pacemaker*; implante coclear; cochlear implant*; protesis de (cadera/rodilla/
  mama/pierna/_); hip replacement; knee replacement; stoma; colostomy bag; bolsa de colostomia; dialysis;
  feeding tube; insulin pump; bomba de insulina; oxigeno domiciliario; diu; baston blanco; movilidad reducida;
  reduced mobility; grado de discapacidad; certificado de discapacidad; certificado de minusvalia;
  carnet de discapacidad; (# / )por ciento de discapacidad; disability (benefit/allowance/pension/payments/badge/
  benefits/certificate); on disability; blue badge; pension (de invalidez/por invalidez/por incapacidad);
  invalidez (permanente/total/absoluta); dependencia (severa/moderada/grado); grado (i/ii/iii/1/2/
  3) de dependencia; special needs; necesidades (educativas )especiales; adaptacion curricular;
  learning disability; learning difficulties; reasonable adjustments for _; hx of _; history of <ill>;
  antecedentes (medicos/patologicos/personales/familiares/clinicos)( de/) _; refiere (dolor/cefalea/mareo/disnea/
  fiebre/perdida/_); dx (de /)_; diagnostic(ad@/aron/o) ~ (de/con) _; diagnosed (with/as) > _; (me/le/nos/
  les) (diagnosticaron/detectaron/encontraron/hallaron/descubrieron) (un/una/unos/unas) (tumor/bulto/quiste/
  nodulo/masa/mancha/_oma/soplo/aneurisma/polipo/polipos/lesion); (found/have found/felt) (a/the) (lump/tumor/
  tumour/mass/cyst/nodule) (in/on) (my/his/her); (lump/bulto/bultito) (in/on/en) (my/his/her/el/la/mi/su) (breast/
  neck/testicle/pecho/seno/cuello/mama/testiculo); (going/goes/went) through (the menopause/menopause/chemo/ivf/
  a breakdown); (mental/nervous) breakdown; crisis nerviosa; (vejiga/urinary/bowel) (incontinence/hiperactiva);
  se orina (en la cama/encima); wets the bed; moja la cama; (ve/veo/va con/voy con/acude al/visita al/fui al/
  va al/voy al/cita con el/cita con mi/en terapia con) (~ /)(psiquiatra/oncologo/psicologo/hematologo/neurologo/
  urologo/nefrologo/cardiologo/ginecologo/endocrino/logopeda); cita (en/con/de) (oncologia/psiquiatria/
  salud mental/fertilidad); (seeing/sees/see/seen by) (a/my/his/her/the) (psychiatrist/therapist/oncologist/
  psychologist/shrink/counsellor/counselor/cardiologist/neurologist/urologist); (in/starting/started) (therapy/
  counselling/counseling); (hago/hace/haciendo/voy a/va a/en) terapia (por/de/con/desde/psicologica/todos);
  (gamblers/jugadores/narcotics/cocaine/overeaters/sexaholics/debtors/neuroticos/comedores/cocainomanos) (anonymous/
  anonimos/compulsivos); al anon; (twelve/12/doce) (step/steps/pasos); (esta/estoy/va/voy/quedo/quede/anda) (ya /
  )(de) (_ )(semanas/meses) (y/de embarazo/,/embarazada); (oxygen concentrator/portable oxygen/home oxygen/
  oxygen therapy/oxygen tank/nebuliser/nebulizer/cpap machine/bipap/grommets/ear tubes/ picc line/port a cath/
  portacath/nasogastric tube/peg tube/tracheostomy/ileostomy/urostomy/insulin pen/insulin pump/glucose monitor/
  dexcom/freestyle libre/libre sensor/epi pen/orthotics/afo brace/leg brace/back brace/knee brace/neck brace/
  prosthetic arm/prosthetic leg/artificial leg/glass eye/hearing loop/bsl interpreter/asl interpreter/screen reader
  because/white cane/rollator/ walking frame/zimmer frame/mobility scooter/stairlift/hoist/commode/incontinence pads/
  compression stockings/eye patch); (concentrador/tanque/bombona/mochila) de oxigeno; (drenajes/tubos) (timpanicos/
  en los oidos); (sensor/medidor/bomba) de (glucosa/insulina); (collarin/corse/ferula/plantillas/bota ortopedica/
  protesis/ostomia/traqueostomia/gastrostomia/cateter/reservorio/port) (por/desde/en/ puesto/puesta/hasta); (se/
  me) (inyecta/inyecto/pincha/pincho/toma/tomo/aplica/aplico/medica/medico/chuta/mete) (~ )(insulina/litio/
  heroina/coca/cocaina/pastillas para/la pastilla para/antidepresivo*/antipsicotico*/metadona/ansiolitico*/
  biologico*/ozempic/wegovy/quimio*/hormonas para/anticoagulante*/keppra/valproato); (se/me) (metia/mete/metio/
  meto/inyectaba/pinchaba/esnifaba/esnifa/fumaba) (~ )(coca/ cocaina/heroina/cristal/crack/piedra/perico/rayas/
  pasta/paco/crico/keta); (relapsed/relapse/recaida/recayo/recai/detoxing/detoxed/drying out/dried out/fell off the
  wagon/back on the bottle/hit the bottle/on the bottle/on methadone/off her head/off his head/on something/on the
  sauce) (on/with/again/after/for/in/every/most/since/de/en/con/por/a/_); (shaking/shakes) without a drink; (drinks/
  drinking/bebe/toma) (herself/himself/too much/every night/a bottle/a litre/hasta perder/desde la mañana/todos los
  dias/en exceso/de mas); (borracho/borracha/alcoholico/alcoholica) perdid@; (diagnosticad@/dx/diagnosed) (de/
  con/with/:) <icd>; (miscarried/miscarriage/lost a pregnancy/perdio un embarazo/perdi un embarazo/aborto/abort/
  termination/ile/ive) (at/a las/en la/in/last/de #/programad@); (weeks/months) (along/gone/pregnant/
  postpartum); (knocked up/up the duff/in the family way/with child/bun in the oven/eating for two/preggo/
  preggers); (esta/quedo/salio/ando/viene) (preñada/panzona/de encargo/en la dulce espera/esperando/gorda de/con
  barriga/de cuentas/fuera de cuentas/en gestacion); (salio/salgo/sale) de cuentas; (baja/licencia/permiso) (de/
  por) (maternidad/embarazo/ ansiedad/depresion/estres/enfermedad/accidente/riesgo/lactancia/maternal); maternity
  leave (from/starts/until/until/since/on/in); (esta/estoy/lleva/llevo/sigue/estuvo) de baja (por/con/desde); (off/
  signed off) with (stress/depression/burnout/anxiety/back/_)
`;

/** Diseases, disorders, symptoms with a name, and states. */
const DISEASES = `
  diabetes; diabetis; dm1; dm2; dbt; hba1c; prediabetes; prediabetic@; hipertension; hta; presion alta;
  presion arterial alta; tension alta; hipotension; high blood pressure; hypertension; pressao alta;
  colesterol alto; high cholesterol; hipercolesterolemia; dislipidemia; trigliceridos altos; obesidad; obesity;
  sobrepeso; sindrome metabolico; gota; gout; bocio; goitre; hipotiroidismo; hipertiroidismo; hypothyroidism;
  hyperthyroidism; hashimoto; thyroid (problem*/condition/disease/cancer/nodule); tiroides; addison; cushing;
  hiperprolactinemia; cancer(/es); cancro; cancers; tumor(/es/s); tumour*; leucemia; leukemia; leukaemia; linfoma;
  lymphoma; hodgkin; mieloma; myeloma; melanoma; carcinoma; sarcoma; glioma; glioblastoma; metastasis;
  metastatico; metastatic; mesothelioma; neuroblastoma; mioma*; fibroma*; fibroids; adenoma; polipos;
  nodulo (tiroideo/mamario/pulmonar); quiste*; cyst*; lump; infarto*; heart attack*; angina (de pecho/);
  arritmia*; arrhythmia; fibrilacion (auricular/); afib; a fib; atrial fibrillation; insuficiencia (cardiaca/
  renal/hepatica/respiratoria/venosa); heart (failure/condition/disease/murmur/problem*); soplo (cardiaco/
  en el corazon/); cardiopatia; miocarditis; pericarditis; endocarditis; aneurisma; aneurysm; trombosis;
  thrombosis; dvt; tep; embolia; embolism; varices; varicose veins; aterosclerosis; icc; iam; chf; cad; marfan;
  valvula (mitral/aortica); problemas (cardiacos/del corazon/de corazon/de salud/de prostata/de rinon/de espalda/
  de corazon/renales/de memoria/respiratorios/mentales/de ansiedad/de tiroides/de alcohol/con el alcohol/
  de salud mental); cardiac arrest; paro cardiaco; hemorragia (cerebral/); brain (tumor/tumour/bleed/injury/
  damage/haemorrhage/hemorrhage); ictus; acv; avc; derrame (cerebral/); stroke*; TIA (in/in #/last/two/a/_);
  hemiplejia; hemiparesia; paralisis (cerebral/facial/); cerebral palsy; bells palsy; bell s palsy; paraplejia;
  tetraplejia; parkinson; alzheimer; alzeimer; demencia (senil/); dementia; deterioro cognitivo; epilepsia;
  epilepsy; convulsiones; seizure*; ataque* epileptic@; crisis epileptica*; migrana*; migraine*; jaqueca*;
  cefalea*; esclerosis (multiple/lateral/); multiple sclerosis; MS; EM; als; ELA; huntington; neuropatia; neuropathy;
  neuralgia; ciatica; sciatica; guillain barre; miastenia; myasthenia; narcolepsia; narcolepsy; sleep apnea;
  sleep apnoea; apnea; sonambul@; insomnio; insomnia; vertigo(/s); meniere; tinnitus; acufenos; tourette*;
  hidrocefalia; hydrocephalus; espina bifida; spina bifida; meningitis; encefalitis; concussion;
  conmocion cerebral; traumatismo; lesion medular; spinal injury; distonia; ataxia; temblor esencial;
  down s syndrome; sindrome de _; down syndrome; x fragil; epoc; copd; asma; asthma; bronquitis; bronchitis;
  enfisema; emphysema; neumonia; pneumonia; pulmonia; fibrosis (quistica/pulmonar/); cystic fibrosis;
  tuberculosis; tbc; tuberculose; derrame pleural; silicosis; asbestosis; covid (persistente/); long covid;
  coronavirus; sinusitis; rinitis; faringitis; amigdalitis; tonsillitis; laringitis; otitis; apendicitis;
  appendicitis; gripe; influenza; flu; mononucleosis; glandular fever; got mono; has mono; have mono; tosferina;
  whooping cough; sarampion; measles; varicela; chickenpox; rubeola; paperas; mumps; escarlatina; herpes (zoster/
  genital/); shingles; culebrilla; dengue; chikungunya; zika; malaria; paludismo; chagas; lepra; leprosy;
  brucelosis; salmonelosis; salmonella; toxoplasmosis; leishmaniasis; lyme (disease/); sepsis; candidiasis;
  hongos; sarna; scabies; piojos; lice; tetanos; rabia; lombrices; parasitos; oxiuros; vih; hiv; sida; aids;
  sifilis; syphilis; gonorrea; gonorrhea; gonorrhoea; clamidia; chlamydia; vph; hpv; papiloma (humano/);
  verrugas genitales; ladillas; std*; sti*; ITS; ETS; enfermedad (de transmision sexual/venerea/rara/autoinmune/
  mental/cronica/renal/de _/del _); mycoplasma; trichomonas; hepatitis (a/b/c/); cirrosis; cirrhosis;
  higado graso; fatty liver; pancreatitis; colitis (ulcerosa/); ulcerative colitis; crohn*; enfermedad de crohn;
  gastritis; ulcera*; ulcer*; reflujo; gerd; hernia* (inguinal(/es)/discal(/es)/de disco/de hiato/umbilical/);
  hernia*; hiatal hernia; slipped disc; herniated disc; hemorroides; hemorrhoids; piles; fisura anal; fistula;
  colon irritable; ibs; ibd; SII; irritable bowel; diverticulitis; celiaquia; celiac disease; coeliac disease;
  enfermedad celiaca; calculos (renales/biliares/); piedras en (el rinon/los rinones/la vesicula); gallstones;
  kidney (stones/disease/failure/problem*/transplant/infection); liver (disease/failure/transplant/cancer/
  cirrhosis); nefropatia; nefritis; insuficiencia renal (cronica/aguda/); irc; erc; ckd; infeccion (urinaria/
  de orina/renal/de oido/); uti; incontinencia; cistitis; cystitis; prostatitis; prostata; prostate (cancer/
  problem*/); hiperplasia; disfuncion (erectil/sexual/tiroidea/); erectile dysfunction; impotencia; fimosis;
  varicocele; anorgasmia; vaginismo; endometriosis; sop; pcos; ovario* poliquistic@*; polycystic (ovaries/ovary/
  kidney/ovary syndrome); menopausia; menopause; menopausia precoz; amenorrea; preeclampsia; pre eclampsia;
  diabetes gestacional; gestational diabetes; embarazo* (de alto riesgo/ectopico/de riesgo/molar/gemelar/);
  embaraz@; ectopic pregnancy; pregnancy; aborto* (espontaneo/inducido/natural/diferido/provocado/); abort(e/o/ar/
  ion/ions); miscarriage*; miscarried; stillbirth; stillborn; postparto; depresion (posparto/postparto/mayor/
  cronica/severa/profunda/); postpartum; postnatal depression; gestacion; infertilidad; infertility; prolapso;
  mastitis; morning sickness; hiperemesis; hyperemesis; gravidez; grossesse; fausse couche; depre; depresion; depression; ansiedad; anxiety; trastorno* (bipolar/de ansiedad/depresivo/limite/obsesivo/del espectro/de panico/alimenticio/
  alimentario/de la conducta/psicotico/del sueno/de personalidad/adaptativo/del lenguaje/mental/por estres/
  dismorfico/disociativo/_); bipolar (disorder/); ataque* de (panico/ansiedad); crisis de (ansiedad/panico/
  angustia); panic (attack*/disorder); esquizofrenia; schizophrenia; psicosis; psychosis; brote psicotico;
  paranoia; tlp; bpd; borderline (personality/); ocd; TOC; toc (severo/de _); obsesivo compulsivo; tept; ptsd;
  cptsd; estres postraumatico; post traumatic stress; burnout; sindrome de estar quemado; eating disorder*;
  anorexia (nerviosa/); bulimia; binge eating; adhd; ADD; tdah; TDA; autismo; autism; asperger*; TEA;
  espectro autista; autism spectrum; on the spectrum; dislexia; dyslexia; discalculia; dyspraxia;
  discapacidad (intelectual/visual/auditiva/fisica/motora/psiquica/motriz/); intellectual disability;
  retraso mental; retraso madurativo; disability; alcoholismo; alcoholism; adiccion(/es); addiction*;
  drogadiccion; ludopatia; gambling addiction; tabaquismo; ideacion suicida; suicidal (thoughts/ideation);
  pensamientos suicidas; autolesiones; self harm*; suicide attempt; intento de suicidio; agorafobia; fobia social;
  claustrofobia; social anxiety; personality disorder; conduct disorder; dissociative; manias; hearing voices;
  oye voces; mutismo selectivo; tartamud@; tartamudez; stutter; enuresis; episodio* (depresivo*/maniaco*);
  mental (illness/health issues/health problems/health condition/health problem/health issue); depressao;
  ansiedade; burn out; depression nerveuse; artritis (reumatoide/psoriasica/); arthritis; artrosis;
  osteoarthritis; osteoporosis; lupus (eritematoso/); fibromialgia; fibromyalgia; fatiga cronica; chronic fatigue;
  me cfs; reuma; reumatismo; espondilitis; spondylitis; escoliosis; scoliosis; lumbago; lumbalgia; tendinitis;
  bursitis; fascitis; tunel carpiano; carpal tunnel (syndrome/); sindrome del tunel carpiano; menisco; meniscus;
  acl; ligamento* (cruzado*/roto*/); esguince; sprain; sprained _; fractura*; fracture*; fractured _;
  broken <body>; torn <body>; torn ligament*; dolor (cronico/lumbar/de espalda/en el pecho/de pecho);
  chronic (pain/illness/condition/back pain/kidney disease/disease); back (pain/injury/problem*); bad back;
  distrofia (muscular/); muscular dystrophy; ehlers danlos; sjogren; sjögren; esclerodermia; scleroderma;
  sarcoidosis; vasculitis; raynaud; inmunodeficiencia; hyperthyroid; autoimmune (disease/disorder/condition);
  whiplash; latigazo cervical; cervicalgia; juanetes; pie diabetico; psoriasis; eccema; eczema; dermatitis;
  vitiligo; rosacea; acne (severo/quistico/); urticaria; hives; alopecia; hidradenitis; anaphyla(xis/ctic/
  ctic shock); anafilaxia; shock anafilactico; alergi(a/as) (a/al/alimentaria*/severa/grave) (la /las /los /el /
  )_; alergic@ (a/al) (la /las /los /el /)_; allergic to (_ /)_; (nut/peanut/latex/penicillin/shellfish/egg/milk/
  bee/wasp/food/severe/gluten/dairy) allerg(y/ies); celiaco; intolerancia a la (lactosa/fructosa/histamina);
  lactose intolerance; alergi(co/ca) a _; allergique (a/au/aux) _; glaucoma; catarata*; cataracts;
  desprendimiento de retina; detached retina; retinopatia; degeneracion macular; macular degeneration;
  queratocono; ceguera; blindness; baja vision; sordera; hipoacusia; deafness; hearing loss; perdida auditiva;
  daltonic@; daltonismo; color(/ )blind; colour blind; conjuntivitis; miopia magna; estrabismo; legally blind;
  anemia (falciforme/ferropenica/); anaemia; sickle cell (disease/anemia/anaemia/trait/); drepanocitosis;
  hemofilia; haemophilia; hemophilia; talasemia; thalassemia; thalassaemia; von willebrand; trombofilia;
  plaquetas bajas; trombocitopenia; leucopenia; hemocromatosis; hemochromatosis; porfiria; fenilcetonuria;
  phenylketonuria; gaucher; cfs; en coma; coma diabetico; dolencia; padecimiento; enfermedad mental;
  enfermedad cronica; enfermedades preexistentes; pre existing condition; medical condition; health condition;
  afeccion; saude mental; derrame; avc; hérnia; pressao arterial; labirintite; enxaqueca; sopro no coracao;
  doenca de _; doenca; cancer (de/do/du/de la/del) (mama/seno/prostata/colon/pulmon/utero/tiroides/pancreas/
  higado/estomago/piel/ovario/ovarios/testiculo/sein/poumon/prostate/foie/cerebro/huesos/recto/vejiga/rinon/
  garganta/lengua/boca/_); (breast/prostate/colon/lung/skin/ovarian/cervical/pancreatic/testicular/bowel/thyroid/
  bladder/stomach/liver/throat/bone/blood) cancer; tumor en (el/la/los/las) _; cancer avanzado;
  sclerose en plaques; maladie de _; insuffisance (renale/cardiaque);
  ketamina; cocaina; heroina; metanfetamina*; anfetaminas; fentanilo; ketamine; cocaine; heroin; meth; crystal meth;
  opioid*; opiaceo*; benzos; alcohol abuse; adicciones; abuso de (alcohol/sustancias/drogas); trastorno por (consumo/
  uso/deficit/atracon/estres) (de _/_ /); addison s; acromegaly; acromegalia; agranulocitosis; aneurisma*; aneurysm*;
  anosmia; aphasia; afasia; apraxia; arterial coronaria; arteritis; ascitis; ascites; aspergilosis; astigmatismo;
  autoinmune; behcet; blefaritis; bradicardia; bradycardia; bronquiectasia*; bronchiectasis; bronquiolitis; bronchiolitis;
  bruxismo; calcificacion; candidiasis; cardiomegalia; cardiomiopatia; cardiomyopathy; carcinoide; celulitis infecciosa;
  cellulitis; cervicitis; charcot; cheilitis; colangitis; colecistitis; cholecystitis; colelitiasis; colera; cholera;
  condromalacia; coxartrosis; gonartrosis; cifosis; kyphosis; lordosis; craneosinostosis; cryptorchidism; criptorquidia;
  cushing s; dermatomiositis; desnutricion; malnutrition; diplejia; disfagia; dysphagia; disfonia; dysphonia; dismenorrea;
  dysmenorrhea; displasia; dysplasia; disnea; dyspnea; diverticulosis; edema*; oedema; embolia (pulmonar/); pulmonary
  embolism; dvt; trombosis (venosa/profunda/); thrombosis; blood clot*; coagulo*; endocarditis; enterocolitis; epicondilitis;
  tennis elbow; erisipela; escarlatina; esofagitis; barrett s; espasticidad; spasticity; espolon calcaneo; plantar
  fasciitis; fascitis plantar; esteatosis; estenosis; stenosis; estomatitis; faringoamigdalitis; fibrilacion (auricular/
  ); afib; atrial fibrillation; flebitis; foliculitis; gangrena; gangrene; gastroenteritis; gingivitis; periodontitis;
  glomerulonefritis; guillain; hematoma subdural; hepatopatia; hepatocarcinoma; hidrocele; hidronefrosis; hipertrofia;
  hypertrophy; hipercalcemia; hiperplasia prostatica; bph; hipoglucemia; hypoglycemia; hypoglycaemia; hyperglycemia;
  hipogonadismo; hypogonadism; histoplasmosis; ictericia; jaundice; impetigo; insuficiencia (cardiaca/hepatica/
  venosa/respiratoria/ suprarrenal/mitral/aortica); heart failure; kidney failure; isquemia; ischemia; ischaemia;
  kawasaki; laringomalacia; leptospirosis; leucodistrofia; linfedema; lymphedema; lymphoedema; lipedema; lipodistrofia;
  litiasis; macrosomia; mastopatia; mastocitosis; meningioma; microcefalia; microcephaly; miocarditis; myocarditis;
  pericarditis; miopatia; miositis; moya moya; mucormicosis; nefrolitiasis; neuroma; neurocisticercosis; nistagmo;
  osteomielitis; osteopenia; osteosarcoma; otosclerosis; paget s; parvovirus; peritonitis; pielonefritis; pyelonephritis;
  pleuritis; pleural effusion; polimialgia; polymyalgia; polineuropatia; poliomielitis; polio; postpolio; preeclamptica;
  pterigion; purpura; quemadura* de (segundo/tercer) grado; second degree burns; queloide*; keloid*; rabdomiolisis;
  raquitismo; retinosis; retinoblastoma; sarcopenia; shock septico; sifilis; silicosis; sindrome (nefrotico/de ovario/
  de fatiga/del intestino/del tunel/confusional/antifosfolipido/mielodisplasico/de abstinencia); siringomielia; sjogren
  s; syncope; sincope; taquicardia; tachycardia; arritmia*; arrhythmia; soplo (cardiaco/); heart murmur; tetralogia
  de fallot; tiña; ringworm; tiroiditis; toxemia; tracoma; tricomoniasis; trigemino; trigeminal neuralgia; turista;
  ulcera (gastrica/duodenal/por presion/venosa); uretritis; uveitis; vaginosis; varices; vasculopatia; vitiligo;
  west syndrome; xerostomia; zoster; cataplexy; catatonia; ciclotimia; cyclothymia; distimia; dysthymia; dismorfia;
  body dysmorphia; tricotilomania; trichotillomania; misofonia; anhedonia; delirio; delirium; delirium tremens; abstinencia;
  withdrawal; dermatilomania; hipomania; hypomania; psychotic episode; schizoaffective; esquizoafectiv@; esquizotipic@;
  tag; gad; sad disorder; tds; apraxia del habla; speech delay; developmental delay; retraso del lenguaje; retraso
  global; tel lenguaje; trastorno negativista; odd disorder; pda; sensory processing disorder; tourette; tics; enuresis;
  encopresis; altas capacidades y tdah; borderline; narcisista diagnosticad@; bulimia nerviosa; arfid; pica disorder;
  lyme; mpox; viruela del mono; ebola; fiebre (amarilla/tifoidea/reumatica/del heno); rheumatic fever; hay fever;
  typhoid; cisticercosis; giardia; giardiasis; amebiasis; amibas; helicobacter; h pylori; clostridium; c diff; mrsa;
  estafilococo; strep throat; listeria; lupus; mycosis; pie de atleta; citomegalovirus; epstein barr; vrs; rsv; neumotorax;
  pneumothorax; hantavirus; hidatidosis; mal de chagas; oncocercosis; tuberculoma; genital warts; chancro; hep (b/
  c); vih positiv@; fibroadenoma; endometrioma; adenomiosis; adenomyosis; placenta previa; desprendimiento de placenta;
  rotura de bolsa; amenaza de (aborto/parto); parto prematuro; premature labour; preterm labour; perinatal loss;
  muerte fetal; cervix incompetente; insulinoma; feocromocitoma; pheochromocytoma; seminoma; teratoma; hepatoblastoma;
  timoma; cordoma; schwannoma; neurinoma; craniopharyngioma; tumor carcinoide; waldenstrom; policitemia; polycythemia;
  mielofibrosis; myelofibrosis; purpura trombocitopenica; itp; aplasia; neutropenia; torn (meniscus/acl/
  ligament/rotator cuff/cartilage/hamstring/achilles/labrum); rotator cuff (tear/injury); manguito rotador; ruptured
  (disc/appendix/spleen/achilles); dislocated (shoulder/knee/hip/elbow); broken (leg/arm/hip/wrist/ankle/
  collarbone/foot/nose/back/neck/rib/ribs/toe/finger); stress fracture; hairline fracture; compression fracture;
  frozen shoulder; sciatic nerve; pinched nerve; nervio pinzado; hernia cervical; rotura de (menisco/ligamento*/
  fibras/ligamento cruzado); desgarro (muscular/de _); hipoacusia (bilateral/neurosensorial/severa)
`;

/** Drugs, procedures and aids that betray a condition. */
const TREATMENTS = `
  metformina; metformin; insulina; insulin; glibenclamida; ozempic; semaglutid(a/e); wegovy; mounjaro; jardiance;
  empagliflozina; sitagliptina; glucometro; losartan; losartana; enalapril; lisinopril; ramipril; amlodipin(o/a/
  e); valsartan; telmisartan; captopril; atenolol; bisoprolol; metoprolol; propranolol; carvedilol;
  hidroclorotiazida; furosemid(a/e); espironolactona; spironolactone; atorvastatin(a/); simvastatin(a/);
  rosuvastatin(a/); statin*; estatina*; warfarin(a/); sintrom; acenocumarol; xarelto; rivaroxaban; eliquis;
  apixaban; clopidogrel; heparina; anticoagulante*; blood thinner*; digoxin(a/); amiodarona; nitroglicerina;
  sertralin(a/e); fluoxetin(a/e); prozac; paroxetin(a/e); escitalopram; citalopram; venlafaxin(a/e); duloxetin(a/
  e); bupropion; wellbutrin; mirtazapin(a/e); trazodon(a/e); amitriptilin(a/); amitriptyline; zoloft; lexapro;
  cipralex; ssri*; antidepresivo*; antidepressant*; ansiolitico*; alprazolam; xanax; tafil; trankimazin;
  lorazepam; orfidal; diazepam; valium; clonazepam; rivotril; bromazepam; lexatin; zolpidem; lithium; litio;
  quetiapin(a/e); seroquel; olanzapin(a/e); zyprexa; risperidon(a/e); risperdal; aripiprazol(/e); abilify;
  paliperidon(a/e); haloperidol; clozapin(a/e); antipsicotico*; antipsychotic*; lamotrigin(a/e); lamictal;
  valproato; valproate; depakote; depakine; carbamazepin(a/e); tegretol; levetiracetam; keppra; topiramat(o/e);
  gabapentin(a/); pregabalin(a/); lyrica; fenitoina; phenytoin; antiepileptico*; metilfenidato; methylphenidate;
  ritalin; concerta; adderall; vyvanse; elvanse; strattera; atomoxetin(a/e); levotiroxin(a/); eutirox;
  levothyroxine; levodopa; sinemet; donepezil(o/); memantin(a/e); rivastigmina; interferon; ocrelizumab;
  rituximab; adalimumab; humira; enbrel; etanercept; infliximab; metotrexat(o/e); methotrexate; hidroxicloroquina;
  plaquenil; azatioprina; prednison(a/e); cortisona; corticoides; steroids; inmunosupresor(/es);
  immunosuppressant*; tamoxifen(o/); letrozol(/e); herceptin; trastuzumab; imatinib; keytruda; morfina; morphine;
  fentanilo; oxicodon(a/); oxycontin; oxycodone; tramadol; methadone; metadona; buprenorfina; buprenorphine;
  suboxone; naltrexon(a/e); disulfiram; antabuse; antabus; naloxon(a/e); vivitrol; antirretroviral(/es);
  antiretroviral*; arv*; biktarvy; truvada; descovy; tenofovir; dolutegravir; efavirenz; aciclovir; valtrex;
  valaciclovir; rifampicina; isoniazida; cloroquina; salbutamol; ventolin; albuterol; symbicort; seretide; advair;
  budesonida; inhaler*; inhalador(/es); nebulizador; nebuliser; epipen; epi pen; adrenalina autoinyectable;
  montelukast; omeprazol; clomid; clomifeno; progesterona; roacutan; roaccutane; accutane; isotretinoina; viagra;
  sildenafil(o/); cialis; tadalafil(o/); finasterid(a/e); metadone; anticonceptivos; birth control;
  contraceptive pill; pildora del dia despues; morning after pill; misoprostol; mifepristona; parche de nicotina;
  gotas para el glaucoma; eritropoyetina; factor viii; hierro intravenoso; quimio(terapia/); chemo(therapy/);
  quimios; radioterapia; radiotherapy; radiation (therapy/treatment); inmunoterapia; immunotherapy; hemodialisis;
  dialisis; dialisis peritoneal; trasplante* (de (rinon/higado/corazon/medula/cornea/pulmon/_)/renal/hepatico/);
  transplant*; bone marrow transplant; transfusion(/es/s); mastectomia; mastectomy; histerectomia; hysterectomy;
  vasectomia; vasectomy; ligadura de trompas; cesarea; c section; prostatectomia; colonoscopia; colonoscopy;
  biopsia; biopsy; mamografia; mammogram (follow up/); papanicolau; citologia (anormal/alterada/); amniocentesis;
  cateterismo; stent*; bypass; bariatric(/a/o) (surgery/sleeve/); manga gastrica; bypass gastrico;
  gastric (bypass/band/sleeve); liposuccion; fecundacion in vitro; fiv; ivf; inseminacion artificial;
  egg retrieval; embryo transfer; transferencia embrionaria; terapia electroconvulsiva; psicoterapia;
  psychotherapy; electroshock; electroconvulsive; legrado; curettage; lobectomia; tiroidectomia; artroscopia;
  laparoscopia; cirugia (de _/del _/bariatrica/cardiaca/a corazon abierto/); surgery (on (my/his/her)/for _/on _/
  ); open heart surgery; heart surgery; back surgery; prep uci; respirador; ventilador mecanico; ventilator;
  silla de ruedas; wheelchair; andador; muletas; crutches; bastón; aparato auditivo; protesis; prosthetic*;
  prosthesis; ostomia; sonda (vesical/nasogastrica/); catheter; cateter; bolsa de colostomia; faja lumbar;
  collarin; ferula; yeso; escayola; chimiotherapie; radiotherapie; quimioterapia; fisioterapia por _; logopedia;
  speech therapy; hormonoterapia; vaginal birth; sobria; overdose; sobredosis;
  dapagliflozin(a/); liraglutid(a/e); saxenda; victoza; tirzepatid(a/e); gliclazid(a/e); glimepirid(a/e); pioglitazon(a/
  e); vildagliptin(a/); linagliptin(a/); lantus; humalog; novorapid; toujeo; nph; candesartan; irbesartan; olmesartan;
  nebivolol; diltiazem; verapamil(o/); nifedipin(o/e); clortalidona; indapamid(a/e); torasemida; sacubitril; entresto;
  ivabradina; ezetimib(a/e); evolocumab; repatha; fenofibrato; dabigatran; pradaxa; ticagrelor; prasugrel; desvenlafaxin(a/
  e); vortioxetin(a/e); brintellix; fluvoxamin(a/e); clomipramin(a/e); imipramin(a/e); nortriptilina; nortriptyline;
  lurasidon(a/e); ziprasidon(a/e); cariprazin(a/e); invega; xeplion; depot injection; buspiron(a/e); hidroxizina;
  hydroxyzine; midazolam; ketazolam; lormetazepam; noctamid; oxazepam; temazepam; eszopiclona; lisdexanfetamina;
  guanfacin(a/e); oxcarbazepin(a/e); lacosamid(a/e); vimpat; briviact; brivaracetam; perampanel; clobazam; zonisamid(a/
  e); fenobarbital; sumatriptan; rizatriptan; erenumab; aimovig; botox para la migraña; pramipexol(/e); ropinirol(/
  e); rasagilin(a/e); rotigotin(a/e); galantamin(a/e); natalizumab; tysabri; ocrevus; fingolimod; gilenya; tecfidera;
  copaxone; glatiramer; nusinersen; spinraza; risdiplam; riluzol(/e); tocilizumab; abatacept; golimumab; secukinumab;
  cosentyx; ustekinumab; stelara; tofacitinib; upadacitinib; rinvoq; leflunomid(a/e); sulfasalazin(a/e); mesalazin(a/
  e); mesalamine; budesonide; micofenolato; mycophenolate; tacrolimus; ciclosporin(a/e); everolimus; belimumab; colchicin(a/
  e); alopurinol; allopurinol; febuxostat; alendronato; denosumab; prolia; teriparatid(a/e); anastrozol(/e); exemestan(o/
  e); palbociclib; ibrance; capecitabin(a/e); xeloda; cisplatin(o/); carboplatin(o/); oxaliplatin(o/); paclitaxel;
  docetaxel; doxorubicin(a/); folfox; folfiri; bevacizumab; nivolumab; pembrolizumab; osimertinib; tagrisso; enzalutamid(a/
  e); abiraterona; goserelin(a/); zoladex; leuprorelina; lupron; bicalutamid(a/e); lenalidomid(a/e); bortezomib;
  venetoclax; ibrutinib; azacitidin(a/e); hidroxiurea; hydroxyurea; car t; braquiterapia; brachytherapy; proton therapy;
  tomoterapia; radioyodo; yodo radiactivo; radioactive iodine; dolutegravir; lamivudina; abacavir; triumeq; dovato;
  genvoya; atripla; cabotegravir; cabenuva; apretude; sofosbuvir; epclusa; harvoni; entecavir; ribavirin(a/e); peginterferon;
  oseltamivir; tamiflu; paxlovid; ivermectina; albendazol(/e); praziquantel; benznidazol; nifurtimox; etambutol;
  pirazinamida; fluconazol(/e); itraconazol(/e); penicilina benzatinica; benzetacil; doxiciclin(a/e); levofloxacin(o/
  ); colistina; vancomicin(a/); tiotropio; spiriva; formoterol; fluticasona; trelegy; relvar; omalizumab; xolair;
  dupilumab; dupixent; mepolizumab; ivacaftor; kaftrio; trikafta; orkambi; dornase; pancreatin(a/); creon; ursodesoxicolico;
  lactulosa; rifaximina; famotidina; esomeprazol(/e); pantoprazol(/e); domperidona; ondansetron; metoclopramida;
  letrozol; gonadotropina; menopur; gonal f; ovitrelle; cabergolin(a/e); desmopresin(a/); somatropin(a/); hormona
  de crecimiento; growth hormone; hidrocortisona; fludrocortisona; metimazol; tapazole; propiltiouracilo; calcitriol;
  eculizumab; soliris; emicizumab; hemlibra; factor ix; deferasirox; naloxona; acamprosato; campral; varenicline;
  champix; chantix; nicotine patch*; nrt; subutex; tapentadol; palexia; parche* de fentanilo; hydromorphone; meperidina;
  ketamina esketamina; esketamine; spravato; tms therapy; ect; tec; dbt; cbt (for/sessions/therapist); terapia cognitivo
  conductual; emdr; terapia de (exposicion/pareja/grupo); hormone blockers for prostate; lobectomy; nefrectomia;
  nephrectomy; colectomia; colectomy; apendicectomia; appendectomy; appendicectomy; colecistectomia; cholecystectomy;
  tonsillectomy; amigdalectomia; adenoidectomia; septoplastia; rinoplastia; blefaroplastia; mamoplastia; tummy tuck;
  abdominoplastia; lumpectomy; laminectomia; laminectomy; discectomia; artrodesis; spinal fusion; artroplastia; menisectomia;
  osteosintesis; safenectomia; ablacion; ablation; marcapaso; desfibrilador; icd implant; dai; angioplastia; angioplasty;
  valvuloplastia; valve replacement; recambio valvular; ecmo; trasplantad@; craneotomia; craniotomy; derivacion ventriculoperitoneal;
  vp shunt; estimulacion cerebral profunda; deep brain stimulation; vitrectomia; trabeculectomia; inyecciones intravitreas;
  lasik; orquiectomia; orchiectomy; ooforectomia; oophorectomy; salpingectomia; conizacion; conization; leep; histeroscopia;
  hysteroscopy; episiotomia; cerclaje; cerclage; amputacion; amputation; injerto; skin graft; colostomia; colostomy;
  ileostomia; gastrostomia; traqueotomia; tracheotomy; plasmaferesis; plasmapheresis; aferesis; inmunoglobulina;
  ivig; nutricion parenteral; tpn; oxigenoterapia; vni; polisomnografia; sleep study; endoscopia; endoscopy; cistoscopia;
  cystoscopy; broncoscopia; holter; electroencefalograma; eeg; electromiografia; puncion lumbar; lumbar puncture;
  gammagrafia; pet scan; densitometria; colposcopia; colposcopy; espermiograma; seminograma; semen analysis; histerosalpingografia;
  prueba de esfuerzo; quimioembolizacion; hospice; paliativos; palliative; implante; dentadura; brackets
`;

const WEAK = `
  accidente (laboral/cerebrovascular/); lesion(/ad@/es); herida; caida; fiebre; fever; vomitos; diarrea;
  diarrhoea; diarrhea; anginas; nauseas; mareos; desmay@; colico*; alergia*; allergy; allergies; estres; virus;
  infeccion; infection; contagiad@; infectad@; enferm@; sick; poorly; malade*; doente*; invalid@;
  delicad@ de salud; en recuperacion; convalecencia; disabled; panic; ill; unwell; seriously ill;
  gravemente enferm@; medicacion; pastillas (para _/); meds; on medication; tratamiento (por _/de _/medico/);
  paralysed; paralyzed; mute; tumor; nodulo; masa; coma; demente; tumba; limp; bleeding; sangrado; prematur@;
  premature baby; internacion; hospital stay; cirugia; vision loss; discapacidad;
  <icd>
`;

export const HEALTH: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "names", phrases: PEOPLE },
  { category: CATEGORY, strength: "thing", phrases: DISEASES },
  { category: CATEGORY, strength: "thing", phrases: TREATMENTS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];
