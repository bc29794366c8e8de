import type { Vocabulary } from "./vocabulary.ts";

const CATEGORY = "GENETIC_DATA";

const TELLING = `
  (portador/portadora/portadores/portadoras/portadeur/porteur/porteuse) (san@ /asintomatic@ /)(de/del/de la/
  de una/de un/del gen/de la mutacion/du/d une/da/do) (gen /la /mutacion /variante /el /)(<gene>/_); (a/am a/is a/
  re both/are both/both/silent/obligate/asymptomatic/confirmed/unaffected/known/m a/s a/are) (_ /_ _ /)(carrier/
  carriers); (<gene>) (positiv@/positive/negativ@/negative/homocigot@/heterocigot@/homozygous/heterozygous/
  carrier*/mutated/mutation*/mutad@/variant*/detected/detectad@/pathogenic/patogenic@/gene/deletion/genotype/
  genotipo/expansion/status/result); (gen/gene/genes/mutacion/mutaciones/mutation/mutations/variante/variantes/
  variant/variants/alelo/allele/alelos/alleles/delecion/deletion/duplicacion/duplication/translocacion/
  translocation/inversion/polimorfismo/polymorphism/expansion/mutacao/haplotipo/copies/copias/copia/
  copy) (patogenica /pathogenic /puntual /de novo /fundadora /familiar /rara /germinal /homocigota /heterocigota /
  /) (en/in/del/de/of/de la/en el/in the/on/del gen/en el gen/do gene/du gene/no gene/of the) (el /la /the /gen /
  )(<gene>/factor v/factor _/cromosoma _/chromosome _/huntington/parkinson/alzheimer/cancer/anemia/celiaquia/brca/
  hemofilia/_ gene); (tengo/tiene/tenia/heredo/herede/heredaron/heredado/lleva/llevo/llevan/porta/porto/presenta/
  carries/carry/carried/carrying/inherited/inherit/has/have/had/got/transmitio/paso/passed on/passed down/
  harbours/harbors/tem/herdou) (~ )(gen de _/gen del _/gen que _/gene for _/genes de _/gene that _/<gene>/
  mutacion/mutaciones/mutation/mutations/variante _/gene/genes defectuosos/gen defectuoso/gen mutado/faulty gene/
  allele/alelo/predisposicion genetica/predisposicion hereditaria/genetic predisposition/genetic condition/
  genetic disorder/enfermedad genetica/enfermedad hereditaria/trisomia/trisomy/gen);  gen (de/del/de la) (~)(huntington/parkinson/alzheimer/cancer/obesidad/celiaquia/
  _); (heterocigot@/homocigot@/hemicigot@/heterozygous/homozygous/compound heterozygote/hemizygous/homocigoto/
  heterozygote/homozygote/heterozigot@/homozigot@) (for/para/de/en/por/)(~)(_);  (trisomia/trisomy/monosomia/monosomy/tetrasomia) (#/del/of/x/_); <locus>; (adn/
  dna) (del/de la/de mi/de su/de/of/from/on/en la/matched/match/coincide/coincidio/positivo/salio/confirmo/
  confirma/dice/showed/shows/says/was/is/result/revela/revelo/linked/obtained/mitocondrial/mitochondrial)(~); (mi/
  su/mis/sus/my/his/her/our/their/s) (adn/dna/genes/genoma/genome/cariotipo/karyotype/exoma/exome/genotype/
  genotipo/haplogroup/haplogrupo/raw dna/genetics/genetica/gen/chromosomes/genotipado); (23andme/ancestrydna/
  ancestry dna/myheritage dna/tellmegen/23 and me/genera/gedmatch/familytreedna/ftdna/24genetics/nebula genomics/
  livingdna/promethease); # (por ciento /percent /% /)(de /)(ascendencia/ancestria/sangre/ancestry/heritage) (_);
  # (por ciento /percent /)(ashkenazi/iberian/scandinavian/african/sub saharan/indigenous/native american/irish/
  italian/european/neanderthal/indigena/africano/iberico/europeo/judio/vasco/nativo/sefardi/askenazi/german/
  scottish/viking/east asian/west african/jewish/nigerian/amerindio/neandertal/caucasico/andino/mapuche/maya);
  (mitad/half/quarter/part) (vasc@/irish/judi@/ashkenazi/italian@/indigena/neanderthal/european@/african@/native/
  _) (segun/according/via/per/on) (el /the /my /mi /)(test/adn/dna/23andme/kit/ancestry); (segun/
  according to) (23andme/mi adn/el test/el test de adn/ancestry/ancestrydna/my dna/the dna/the test/el kit)(~)(~);
  (padre/madre/hij@/herman@/papa/abuel@/father/mother/dad/son/daughter/parent/parents) (biologic@/genetic@/
  biological); (biological/genetic/real birth) (father/mother/dad/mum/mom/parent/parents/son/daughter/child/
  sister/brother); (no es/isn t/is not/wasn t/not) (mi/su/my/his/her/the) (~ )(padre biologico/papa biologico/
  biological father/biological dad/hijo biologico/real father/papa/biological child)(~); (excluido/excluida/
  excluded) (como/as) (~)(padre/father/progenitor); nieto #; (gen/genes/gene) (defectuoso/mutado/malo/alterado/
  faulty/mutation/defect/recesivo/dominante); it runs in (my/his/her/our) genes; (mutation/variante/
  variation) (du/de/sur le) gene _; genetically (predisposed/related/my/his/her); (tested/testing/screened/typed/
  genotyped) (positive /negative /)(for) (the /)(<gene>/_ gene/brca/huntington s/carrier status/mutation/
  mutations/sickle trait); (donante/donor) (# /)(~)(portador/portadora/carrier/heterocigoto)
`;

/** Words that need no more than a hint of somebody. */
const NAMING = `
  (carrier/carriers) (of/for) (the /a /)(_); (gene) (for) _; 45 X; (46/47/48/49) (xx/xy/xxy/xyy/xxx/xxyy/xxxy);
  (cariotipo/karyotype) (~ )(normal/alterado/anormal/femenino/masculino/abnormal/male/female/came/salio/de/of/dio/
  es/result/#); (delecion/deletion/duplicacion/duplication/microdelecion/microdeletion/microduplicacion/
  translocacion/translocation/inversion) (en/in/of/de/del/on/at/balanceada/balanced/t/equilibrada) (_ )(~);
  (balanced/robertsonian/unbalanced) translocation; x fragil; fragile x; sindrome (de/del) (x fragil/lynch/
  digeorge/angelman/prader/turner/klinefelter/patau/edwards/williams/_ congenito); (lynch/turner/klinefelter/
  angelman/digeorge/edwards/patau/prader willi/li fraumeni/rett/fragile x) syndrome; (factor v) leiden;
  factor v de leiden; factor v; tay sachs; metabolizador (lento/rapido/ultrarrapido/intermedio/pobre)(~)(_);
  (poor/slow/rapid/ultrarapid/intermediate/fast) metaboli(ser/zer)(~)(_); (prueba/pruebas/test/tests/estudio/
  estudios/analisis/panel/perfil/informe/resultado/resultados/examen/exame/consejo/asesoramiento/cribado/
  diagnostico/secuenciacion/kit/muestra/muestras/datos/mapa/huella/informacion/enfermedad/condicion/
  predisposicion/riesgo/mutacion/anomalia/alteracion/variante/defecto/trastorno/sindrome/condition/disorder/
  herencia/carga/marcador/marcadores/causa/origen/material/teste/consulta de/unidad de) (genetic@/geneticos/
  genomic@/de adn/del adn/de paternidad/de ancestros/de ancestria/de saliva/de maternidad/de exoma/de genoma/
  prenatal no invasiva/geneticas/do dna/de portadores/hereditari@/cromosomic@/de ascendencia/preimplantacional/
  preimplantatorio/de farmacogenetica/farmacogenetico); (genetic/dna/genomic/gene/paternity/ancestry/carrier/
  exome/genome/chromosome/prenatal/pharmacogenomic/brca/newborn/nipt/hereditary cancer/whole exome/whole genome/
  heel prick/saliva/maternity/kinship/sibling/microarray/karyotype) (test/tests/testing/tested/result/results/
  report/profile/panel/screening/screen/sequencing/sample/samples/swab/swabs/data/counsel(l/)ing/counsel(l/)or/
  match/matches/matched/kit/analysis/relative/relatives/evidence/file/predisposition/risk/condition/disorder/
  marker/markers/mutation/variant/diagnosis/fingerprint/abnormality/defect/carrier/information/makeup/code/
  testing kit/record/database/on file); (por/by/con) (adn/dna/prueba genetica); (dieron/dio/tomaron/tomo/entrego/
  gave/took/swabbed/submitted/spat/sent/mande/mando/envie/envio/escupi/escupir/hice/hizo/hacerme/hacerse/hicimos/
  hicieron/hacer/guardan/tienen/subi/uploaded) (~ )(adn/dna/saliva/test de adn/prueba de adn/test genetico/
  23andme/ancestrydna/exoma/exome/ancestry/myheritage/hisopado para adn/buccal swab/cheek swab);
  ascendencia (indigena/africana/judia/askenazi/sefardi/europea/vasca/neandertal/asiatica/genetica); (genetic/
  ashkenazi/neanderthal/african/indigenous) ancestry; haplo(group/grupo/type/tipo) (_); (half/full) (sibling/
  siblings/brother/sister/siblings match); (medio/media) herman@ (por/segun/biologic@/genetic@); (# /)(% /
  por ciento /percent )(de /)(compatibilidad/coincidencia/probabilidad/probability/match) (~ )(paternidad/
  paternity/genetica/con el/con la/with); (compatibilidad/probabilidad/indice/indicio/filiacion/
  exclusion) (de paternidad/biologic@/genetic@/de maternidad); (cotejo/cotejaron/cotejado/cotejada/coincidencia/
  identificado/identificada/confirmaron/identificaron/confirmo) (~ )(adn/dna/perfil genetico/genetic@);
  str profile; (# /)(locus/loci) (str /)(profile/perfil/match); perfil (str/de adn/genetico); (codis/y str/mtdna/
  mitochondrial dna/snp array/microarray/exoma/exome/nipt/exome sequencing/genome sequencing/whole genome/
  genoma completo/secuenciacion/array cgh/cgh array/amniocentesis genetica/biopsia corial/caryotype/exame de dna/
  teste de dna); (vus/variante de significado incierto/variant of uncertain significance/likely pathogenic/
  pathogenic variant/variante patogenica/probablemente patogenica/de novo/founder mutation/autosomal (dominant/
  recessive)/autosomic@ (dominante/recesiv@)/ligado al x/x linked/germline/germinal) (~); (rs#) genotype;
  genotype (of/for/is/cc/ct/tt/aa/ag/gg)(~); genotipo (cc/ct/tt/aa/ag/gg/de/del/para/_); predisposicion (genetica/
  hereditaria/familiar) (a/al/para);
  (share/shares/shared/sharing/comparte/comparten/comparto/compartimos/matches/match) (~ )(# /)(# /)(cm/cms/
  centimorgan*/centimorgans/dna/adn/haplogroup/haplogrupo/ segments/segmentos/cromosomas); # (# /)(cm/
  centimorgans) (match/shared/with/con/en comun/compartidos); (sickle cell/sickle/thalassaemia/ thalassemia/
  talasemia/beta thalassemia/cystic fibrosis/cf/tay sachs/huntington s/huntington/fragile x/hemochromatosis/
  g6pd/duchenne/sma/ haemophilia/hemophilia/gaucher/fanconi/wilson/falciforme/hemofilia/fibrosis quistica) (trait/
  carrier/carriers/gene/mutation/carrier status/ carrier screen/carrier result); rasgo (falciforme/falcemico/
  talasemico/drepanocitico/de celulas falciformes); talasemia menor; (two/one/single/double/both/three/dos/una/
  doble/cero/zero/0) (copies /copias /)(of/of the/de/del/de la/del gen/) <gene> (deletion*/variant*/variantes/
  mutation*/ mutaciones/copies/allele*/alelo*/); <gene> (deletion*/copies/copy number/duplication/expansion/
  delecion/truncating/ missense/frameshift/repeat*/homocig@/vus/negative/allele/alelo); (1/one/una/un) (in/
  entre/en) (#/_) (# /)(million/billion/trillion/ millones/billones/quadrillion) (match/chance/probability/of/
  coincidencia); (random match probability/match probability/likelihood ratio); (semen/blood/sperm/touch/saliva/
  hair/cheek/buccal/bloodstain/skin/nail) (dna/profile/swab/stain profile/sample profile/match); (perfil/
  muestra/resto/restos/ mancha) (genetic@/biologic@/de semen/de sangre/de saliva/de cabello) (~ )(coincide/
  coinciden/corresponde/pertenece/compatible/ cotejad@); (hisopo/hisopado/frotis/raspado) (bucal/de saliva/de mejilla);
  (chromosome/cromosoma) (#/x/y) (~ )(deletion/duplication/ inversion/delecion/duplicacion/translocacion/extra/
  missing); (extra/missing/third/tercer/partial) (chromosome/ cromosoma/copy of chromosome/x chromosome); par (#
  /)extra; (philadelphia) (chromosome/positiv@/positive); cromosoma filadelfia; bcr abl; (polygenic/poligenic@/
  genetic) (risk/score/riesgo/predisposition/susceptibility/liability/vulnerability); riesgo (genetic@/
  poligenic@/hereditari@); (sindrome/syndrome/enfermedad/disease/ataxia) (de /del /)(noonan/usher/alport/marfan/
  fabry/pompe/wilson/cowden/gorlin/peutz jeghers/von hippel lindau/ li fraumeni/bloom/fanconi/brugada/
  friedreich/machado joseph/rett/sotos/smith magenis/kabuki/williams/beckwith wiedemann/ treacher collins/cri du
  chat/wolf hirschhorn/jacobs/triple x/di george/prader willi/bardet biedl/cornelia de lange/apert/crouzon/ alagille/
  stickler/loeys dietz/ehlers danlos vascular/ondine/barth/leigh/kearns sayre/tay sachs/canavan/krabbe/batten/ hunter/
  hurler/sanfilippo/charcot marie tooth/huntington/duchenne/becker/steinert/kallmann); (noonan/usher/alport/
  gorlin/cowden/peutz jeghers/ brugada/williams/beckwith wiedemann/jacobs/triple x/cri du chat/treacher collins/
  charcot marie tooth/von hippel lindau/bardet biedl/loeys dietz/ steinert) (syndrome/disease); (duchenne/
  becker/myotonic) (muscular dystrophy/dystrophy); long qt; qt largo; familial (hypercholesterolemia/
  hypercholesterolaemia/adenomatous polyposis/mediterranean fever); hipercolesterolemia familiar; poliposis (adenomatosa
  familiar/familiar); (alpha 1/alfa 1) (antitrypsin/antitripsina); g6pd deficiency; deficit de g6pd; favism(o/);
  (cadasil/machado joseph/portuguese disease); albinism(o/); achondroplasia; acondroplasia; osteogenesis imperfecta;
  neurofibromatosis; retinitis pigmentos@; ataxia de friedreich; huntington (positiv@/positive/gene/disease gene/
  test); (secuenciaron/secuencio/secuenciad@/genotiparon/genotipad@/genotipo/sequenced/genotyped/karyotyped/
  sequencing) (el/la/al/a/su/mi/my/his/her/our/the) (~ )(exoma/ genoma/gen/bebe/hij@/exome/genome/genes/baby/
  son/daughter/tumour/tumor/embryo/embryos/embriones); (raw /)(data/report/results/test/kit/informe/ resultado/
  prueba/panel/exoma) (says/said/say/shows/showed/show/dice/dijo/salio/muestra/revela/revelo/confirma/confirmo) (~
  )(gen/ gene/variant/variante/mutacion/mutation/carrier/portador/portadora/alelo/allele/haplogroup/haplogrupo/
  ancestry/ ascendencia/neanderthal/ashkenazi/sefardi); (lleva/llevo/trae/traigo/tengo/tiene/tenemos/esta/viene)
  (~ )(en/de) (los/sus/mis/nuestros) (genes/gen/ cromosomas); (hered/inherit)(o/e/e/aron/ada/ado/ed/s) (~ )(de/
  del/from) (su/mi/his/her/my/the) (padre/madre/abuel@/papa/ mama/father/mother/mum/mom/dad/grandmother/
  grandfather/mother s side/father s side) (la/el/una/un/the/a) (~ )(gen/mutacion/ variante/gene/mutation/
  variant/condition/alelo); (cribado/tamiz/screening/panel/test) (neonatal/prenatal no invasivo/de portadores/
  carrier/ ampliado) (~ )(positiv@/positive/alterad@/abnormal/detecto/detected/repeat); nipt; (amnio/
  amniocentesis/cvs/biopsia corial) (~ )(dio/ result/results/salio/showed/came/shows/resultado/trisom@); (triple
  x/triple equis/xxy/xyy); (cigot@/cigosidad/zygosity) (homo/ hetero/_); compound heterozyg(ous/ote); hemizygous;
  (embrion/embriones/embryo/embryos) (~ )(euploide*/aneuploide*/euploid/aneuploid/mosaic@/ mosaico/afectad@/
  affected/portador(/a/es)/carrier*);
  (mi/su/my/her/his/that/same) (_ /)(gene/gen); heterocigot@; homocigot@; heterozygous; homozygous;
  (marcadores/marcador/loci/alelos) (str/autosomicos/genetic@*); (coincide/coinciden/compatible) (~ )(con) (la/
  una/el) (muestra/perfil/adn/grupo familiar) (de/del) _; nieto (recuperado/restituido/numero #); (variante/
  mutacion/variant/mutation) (patogenica/pathogenic/ probablemente patogenica/likely pathogenic/benigna/benign/
  de significado incierto/of uncertain significance/vus/heterocigota/homocigota/germinal/germline); (grupo/
  panel) (genetico/hereditario); consultante con (variante/mutacion)
`;

const THINGS = `
  # (repeticiones/repeats/cag repeats); (cag/gaa/cgg) (repeticiones/repeats/expansion); hla dq#; dq2; dq8;
  mosaicismo; mosaicism; monocigotic@; monozygotic; tay sachs; donor conceived; prueba genetica; brca; brca1;
  brca2; cftr; mthfr; apoe4; apoe; tp53; mlh1; msh2; msh6; palb2; fmr1; hla b27; jak2; f508del; c282y; adn; dna;
  genoma; genome; exoma; exome; cariotipo; karyotype; mutacion(/es); mutation*; genetic; gen; genes; gene; haplogroup; cromosoma*; chromosome*; paternidad; paternity; portador(/a/es/as); hereditari@; hereditary;
  trisomia; cribado; genotype; genotipo; huntington*;
  <gene>; el gen; un gen; the gene; genes brca; mutated gene; centimorgans; nipt; microarray; haplotype; haplotipo;
  alelos; lynch; kearns sayre; snp; genome; genetica; genomic*; lactase persistence; ancestrydna; 23andme; paternal
  haplogroup; maternal haplogroup; linaje (materno/paterno); alelo*; acondroplasia; heterozyg(ous/ote); homozyg(ous/
  ote); heterocigot@; homocigot@
`;

const WEAK = `
  alelo*; allele*; exon; mosaicismo; mosaicism; mosaico; gemel@; gemelos identicos; identical twin*; etnia;
  ethnicity; origen; cousin match; primo segundo; second cousin; consanguine@; genetic@; genetics; embrion; embryo; marcador*;
  marker*; donor conceived; sperm donor; cag; repeats; repeticiones; hijo biologico; portador*; dq2; dq8; panel;
  half sister; x linked; carrier*; ancestry; ascendencia; ancestros; variant*; variante*; herencia; inherited;
  heredo; herede; saliva; half sister; half brother; deletion; delecion; swab
`;

export const GENETIC: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "names", phrases: NAMING },
  { category: CATEGORY, strength: "thing", phrases: THINGS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];

/** Genes that are tested for; in capitals where the letters are a word. */
export const GENE_NAMES = `
  # (repeticiones/repeats/cag repeats); (cag/gaa/cgg) (repeticiones/repeats/expansion); hla dq#; dq2; dq8;
  mosaicismo; mosaicism; monocigotic@; monozygotic; tay sachs; donor conceived; prueba genetica; brca; brca1;
  brca2; mlh1; msh2; msh6; pms2; epcam; tp53; APC; cftr; HFE; apoe; apoe4; apoe3; apoe2; mthfr; scn1a; scn2a;
  scn5a; kcnq1; kcnq2; kcnh2; ryr1; ryr2; myh7; mybpc3; tnnt2; HTT; fmr1; smn1; smn2; DMD; LDLR; APOB; pcsk9;
  pkd1; pkd2; RET; VHL; nf1; nf2; pten; palb2; chek2; cdh1; jak2; HLA; b27; hlab27; cyp2d6; cyp2c19; cyp2c9;
  vkorc1; DPYD; TPMT; slco1b1; ugt1a1; g6pd; TTR; c9orf72; sod1; lrrk2; SNCA; psen1; psen2; GBA; gba1; mecp2;
  tsc1; tsc2; fbn1; col1a1; col3a1; col5a1; gjb2; atp7b; PAH; PKU; HBB; hba1; hba2; f8; f9; serpina1; aldh2;
  mutyh; stk11; men1; rb1; wt1; shank3; cacna1a; notch3; LMNA; DSP; pkp2; TTN; KRAS; EGFR; BRAF; her2; BCR; flt3;
  npm1; ccr5; foxp2; actn3; LCT; f508del; c282y; h63d; s65c; delf508; e4; leiden; COMT; MAOA; POLG; opa1; rpe65;
  ush2a; abca4; GAA; GLA; IDUA; HEXA; smpd1; ASPA; GALT; abcd1; SRY; SHOX; mcm6; fut2; oca2; herc2; mc1r; EDAR;
  abcc11; tas2r38; brip1; rad51c; rad51d; bard1; axin2; POLE; pold1; sdhb; sdhd; cdkn2a; cdk4; bap1; mitf; hoxb13;
  idh1; idh2; ALK; ros1; pik3ca; ntrk; esr1; abcb4; abcb11; cyp1a2; cyp3a4; cyp3a5; nat2; ifnl3; b5701; dqa1;
  dqb1; drb1; adh1b; aldh; drd2; drd4; slc6a4; htr2a; BDNF; FTO; tcf7l2; ldlr; LPA; VWF; ank2; tmem43; dsg2; dsc2;
  mybpc; tpm1; acta2; smad3; tgfbr1; tgfbr2; col2a1; col4a5; col4a3; nphs1; nphs2; UMOD; hnf1a; hnf4a; GCK;
  kcnj11; abcc8; glut1; slc2a1; cdkl5; syngap1; stxbp1; foxg1; ARX; DMPK; CNBP; atxn3; atxn2; FXN; mpz; pmp22;
  gjb1; mfn2; SMA; myh9; runx1; gata2; ELANE; BTK; WASP; cybb; ADA; rag1; il2rg; CFH; MEFV; tnfrsf1a; nod2;
  bckdha; mmachc; OTC; cps1; acadm; GALC; ARSA; gba; npc1; LIPA; GUSB; IDS; SGSH; cln3; ppt1; bbs1; cep290; RHO;
  rpgr; CHM; myo7a; cdh23; slc26a4; mttl1; tp63; kmt2d; nsd1; rai1; ube3a; snrpn; cdkn1c; ptpn11; sos1; braf;
  fgfr3; fgfr2; runx2; COMP; SHH; nkx2; MTRR; MTR; pnpla3; abcg2; UOX; hfe2; tmprss6; pklr; ank1; SPTB; epb42
`;
