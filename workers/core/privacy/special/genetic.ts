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
  genetic disorder/enfermedad genetica/enfermedad hereditaria/trisomia/trisomy/gen); (el/la/the/of/mi/su/un/my/
  her/his/that) (_ )(gene/gen); gen (de/del/de la) (~)(huntington/parkinson/alzheimer/cancer/obesidad/celiaquia/
  _); (heterocigot@/homocigot@/hemicigot@/heterozygous/homozygous/compound heterozygote/hemizygous/homocigoto/
  heterozygote/homozygote/heterozigot@/homozigot@) (for/para/de/en/por/)(~)(_); heterocigot@; homocigot@;
  heterozygous; homozygous; (trisomia/trisomy/monosomia/monosomy/tetrasomia) (#/del/of/x/_); <locus>; (adn/
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
  hereditaria/familiar) (a/al/para)
`;

const THINGS = `
  # (repeticiones/repeats/cag repeats); (cag/gaa/cgg) (repeticiones/repeats/expansion); hla dq#; dq2; dq8;
  mosaicismo; mosaicism; monocigotic@; monozygotic; tay sachs; donor conceived; prueba genetica; brca; brca1;
  brca2; cftr; mthfr; apoe4; apoe; tp53; mlh1; msh2; msh6; palb2; fmr1; hla b27; jak2; f508del; c282y; adn; dna;
  genoma; genome; exoma; exome; cariotipo; karyotype; mutacion(/es); mutation*; genetic; gen; genes; gene; haplogroup; cromosoma*; chromosome*; paternidad; paternity; portador(/a/es/as); hereditari@; hereditary;
  trisomia; cribado; genotype; genotipo; huntington*
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
  pkd1; pkd2; RET; VHL; nf1; nf2; pten; palb2; chek2; ATM; cdh1; jak2; HLA; b27; hlab27; cyp2d6; cyp2c19; cyp2c9;
  vkorc1; DPYD; TPMT; slco1b1; ugt1a1; g6pd; TTR; c9orf72; sod1; lrrk2; SNCA; psen1; psen2; GBA; gba1; mecp2;
  tsc1; tsc2; fbn1; col1a1; col3a1; col5a1; gjb2; atp7b; PAH; PKU; HBB; hba1; hba2; f8; f9; f5; serpina1; aldh2;
  mutyh; stk11; men1; rb1; wt1; shank3; cacna1a; notch3; LMNA; DSP; pkp2; TTN; KRAS; EGFR; BRAF; her2; BCR; flt3;
  npm1; ccr5; foxp2; actn3; LCT; f508del; c282y; h63d; s65c; delf508; e4; leiden; COMT; MAOA; POLG; opa1; rpe65;
  ush2a; abca4; GAA; GLA; IDUA; HEXA; smpd1; ASPA; GALT; abcd1; SRY; SHOX
`;
