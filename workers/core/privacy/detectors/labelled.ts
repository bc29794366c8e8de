import type { Detector } from "../detector.ts";
import { labelled, labelledBefore } from "../labels.ts";
import type { LabelledShape } from "../labels.ts";

/** A kind of number and the words that announce it, in es, en, pt and fr; keys of files and forms are among them. */
interface Label extends LabelledShape {
  name: string;
  category: string;
  words: string;
  /** Of a value right behind its label, where another label of the same words would win. */
  score?: number;
}

const LABELS: readonly Label[] = [
  {
    name: "record-number",
    category: "MEDICAL_RECORD",
    digits: 4,
    spaced: true,
    words:
      "mrn|nhc|medical record no|medical record number|hospital number|hospital no|hosp no|hosp number|hospital id|unit number|chart number|chart no|patient no|patient number|patient ref|patient reference|paciente numero|numero paciente|registro hospitalario|registro clinico|historia clinica|hist clin|hist clinica|h clinica|hcl|hcu|exp clinico|expediente clinico|ficha clinica|numero ficha|ficha paciente|prontuario|processo clinico|proc clinico|dossier medical|dossier patient|numero patient|ipp|nip patient|pulsera|brazalete|wristband|bracelet|pulseira|accession number|specimen id|sample id|patient id|patient identifier|id paciente|paciente id|encounter number|encounter no|encounter id|visit number|visit no|visit id|admission number|admission no|hospital file|hosp file|case note number|casenote number|casenotes number|unit no|lab number|lab no|lab ref|sample number|sample no|specimen number|specimen no|medical rec|med rec|medrec|mr no|mr number|emr|ehr id|numero episodio|episodio numero|numero historial|numero historia|historial numero|folio clinico|folio paciente|registro paciente|codigo paciente|numero ingreso|numero admision|admision numero|numero muestra|muestra numero|orden laboratorio|n hc|num hc|numero hc|nr hc|historia numero|hce|ficha medica|fm numero|numero atendimento|atendimento numero|numero prontuario|processo hospitalar|numero sejour|iep|numero iep|numero venue|id band|idband|wrist band|patient band|folio lab|folio laboratorio|folio estudio|lab id|order lab|estudio numero|placa numero estudio|pid|pac id|pt id|ptid|pat id|mrnumber",
  },
  {
    name: "record-number-loose",
    category: "MEDICAL_RECORD",
    digits: 4,
    loose: true,
    words: "hc|h c|ficha|chart",
  },
  {
    name: "plan-number",
    category: "HEALTH_PLAN",
    digits: 5,
    spaced: true,
    words:
      "member id|member no|member number|membership id|subscriber id|subscribernumber|subscriber|enrollee id|insurance id|insurance no|insurance number|insurance member|policyholder id|medicaid id|medicaid no|medicaid number|medicare id|medicare no|medicare number|medicare beneficiary|beneficiary id|beneficiary number|plan id|health card|health insurance id|healthinsurancenumber|group no|bluecross id|blue cross id|bcbs id|aetna id|cigna id|humana id|kaiser id|numero afiliado|afiliado numero|afiliado no|numero afiliada|numero asegurado|asegurado numero|asegurado no|numero asegurada|id afiliado|id asegurado|numero beneficiario|numero beneficiaria|numero credencial|credencial numero|credencial afiliado|carnet afiliado|cip|cipa|sip|tsi|tis|naf sanitario|cartilla|numero cartilla|cartilla salud|tarjeta sanitaria|obra social|prepaga|osde|swiss medical|galeno|medife|convenio|numero convenio|carteirinha|numero carteirinha|carteira convenio|numero utente|utente|sns|cartao sus|cartao nacional|cartao nacional saude|nacional saude|cns|plano saude|cartao saude|numero beneficiaire|adherent|numero adherent|mutuelle|numero mutuelle|contrat mutuelle|cmu|css|insurance policy id|health plan id|health plan number|insurance card|health insurance|health id|rx id|rxid|rx group|rxgrp|rx grp|group number|group id|grp|member identification|member num|membership num|plan member|insured id|insured no|insured number|insureds id|mbi|medi cal|medical id card|tricare id|tricare number|dod benefits|champva id|uhc id|united healthcare id|anthem id|oscar id|hicn|ohip|ohipnumber|healthcardnumber|care card|medicare card|tarjeta salud|tarjeta seguro|tarjeta medica|tarjeta asegurado|afiliacion medica|carnet salud|carne salud|carnet medico|carnet obra social|socio prepaga|credencial medica|credencial salud|credencial prepaga|credencial obra social|nro credencial|codigo asegurado|codigo afiliado|codigo beneficiario|numero nuhsa|nuhsa|cartilla sanitaria|cartilla imss|cip sns|tarjeta individual sanitaria|poliza salud numero|eps afiliado|numero eps|isapre numero|sis|numero sis|codigo sis|matricula convenio|numero sus|cartao convenio|beneficiario plano|utente sns|carte mutuelle|carte vitale numero|numero assure|ins|ins id|insid|insurance member id|pami|ioma|apross|osecac|osep|iosfa|eps sura|eps sanitas|eps sos|nueva eps|compensar|famisanar|carne eps|carnet eps|osdepym|sancor salud|accord salud|omint|policlinico|beneficio pami|numero beneficio|sura carne|sus cartao|sus numero|cartao numero sus",
  },
  {
    name: "plan-number-loose",
    category: "HEALTH_PLAN",
    digits: 5,
    spaced: true,
    loose: true,
    words:
      "medicare|medicaid|afiliado|afiliada|asegurado|asegurada|member|isapre|fonasa|pcn|insured|grupo familiar|ioma|pami|eps",
  },
  {
    name: "policy-number",
    category: "POLICY_NUMBER",
    digits: 4,
    spaced: true,
    words:
      "soat|insured under|insured with|policy number|policy no|policy nr|policy id|policy ref|poliza|polizas|numero poliza|pol no|pol num|apolice|numero apolice|numero police|police assurance|contrat assurance|contrato seguro|certificate insurance|insurance certificate|insurance policy|renewal|breakdown membership|seguro auto|seguro coche|cover note|covernotenumber|certificate number insurance|annuity contract|life contract|bond number|pol nbr|policy num|policy nbr|policynum|poliza auto|poliza vida|poliza hogar|poliza seguro|poliza gastos|seguro poliza|seguro numero|certificado seguro|certificado cobertura|bilhete seguro|seguro apolice|apolice seguro|police numero|attestation assurance",
  },
  {
    name: "policy-number-loose",
    category: "POLICY_NUMBER",
    digits: 5,
    spaced: true,
    loose: true,
    words:
      "policy|seguro|assurance|membership|assureur|aseguradora|asegurador|insurer|tomador|seguradora|mapfre|allianz|axa|qualitas|zurich|maif|macif|matmut|geico|progressive|statefarm|state farm|allstate|aviva",
  },
  {
    name: "case-number",
    category: "FILE_NUMBER",
    digits: 4,
    byYear: true,
    words:
      "case number|case no|case ref|case reference|case id|cause no|cause number|cause id|docketnumber|docket|court ref|court reference|court number|court file|claim ref|claim reference|claim number|claim no|crime ref|crime reference|crime number|crime no|incident number|incident no|incident ref|report number|report no|police report|police ref|insurer ref|insurer reference|insurers ref|our ref|file no|file number|file ref|ccj reference|ccj number|numero expediente|expediente|expte|exp administrativo|exp judicial|expediente administrativo|expediente judicial|autos numero|numero autos|causa numero|causa penal|numero causa|carpeta investigacion|carpeta judicial|numero carpeta|nuc|cui denuncia|averiguacion previa|numero averiguacion|juicio|numero juicio|toca|amparo|amparo directo|folio reporte|numero reporte|reporte numero|folio siniestro|numero siniestro|siniestro|numero denuncia|denuncia|atestado|diligencias|diligencias previas|procedimiento abreviado|nig|radicado|numero radicado|spoa|noticia criminal|numero tramite|numero proceso|proceso numero|rit|ruc causa|rol causa|processo|numero processo|protocolo|numero protocolo|boletim ocorrencia|inquerito|numero inquerito|dossier|numero dossier|numero rg|rg tribunal|numero parquet|numero sinistre|sinistre|plainte|numero plainte|case num|case nbr|case file|casefilenumber|file num|matter number|matter no|matter id|complaint number|complaint no|complaint ref|complaint id|cad number|cad ref|cad no|urn|occurrence number|occurrence no|event number|dispatch number|citation number|citation no|ticket citation|summons number|summons no|warrant number|warrant no|petition number|petition no|appeal number|appeal no|appeal ref|hearing number|application number|application no|application ref|application id|receipt number uscis|uscis receipt|uscis case|esta app|esta application|visa application|asylum file|penalty charge|penalty charge notice|penalty notice|notice number|fixed penalty|parking ticket|probate number|probate no|estate number|estate no|inquest|coroner ref|coroners ref|investigation number|investigation no|investigation id|fir no|fir number|incident id|incident report|report ref|report id|dossiernumber|reference dossier|ref dossier|affaire numero|numero affaire|numero pv|pv numero|proces verbal|main courante|numero procedure|procedure numero|numero requete|requete numero|numero contravention|avis contravention|numero demande|demande numero|numero reclamation|reclamation numero|rg numero|numero instruction|processo judicial|processo administrativo|numero boletim|boletim|b o numero|bo numero|numero bo|auto infracao|notificacao numero|numero requerimento|requerimento numero|sinistro|numero sinistro|aviso sinistro|numero chamado|numero caso|caso numero|caso no|id caso|codigo caso|numero queja|queja numero|numero querella|querella|sumario|numero sumario|numero recurso|recurso amparo|numero amparo|juicio amparo|numero acta|acta numero|acta infraccion|numero infraccion|boleta infraccion|folio infraccion|numero multa|multa numero|folio multa|folio denuncia|folio expediente|folio carpeta|folio solicitud|folio tramite|folio queja|folio caso|folio averiguacion|parte policial|parte accidente numero|comparendo|numero comparendo|papeleta|numero papeleta|papeleta infraccion|numero solicitud|solicitud numero|numero peticion|pqr|pqrs|numero pqr|numero radicacion|radicacion numero|numero reclamo|reclamo numero|numero reclamacion|reclamacion numero|numero oficio|oficio numero|numero procedimiento|procedimiento numero|numero asunto|asunto penal|causa rol|numero rol|numero rit|cij|cuij|cui expediente|numero toca|carpeta fiscal|legajo fiscal|legajo investigacion|legajo penal|ipp numero|proceso judicial|proceso penal|pnc|pnc id|rad|rad numero|registro entrada|registro salida|numero registro entrada|entry number|custody number|custody record|custody ref|legajo cuij|juzgado expediente|ref expediente|nuestra ref|su ref|s ref|n ref|your ref|mandate ref|licencia medica|parte medico|baja medica|incapacidad folio|folio incapacidad|tramite dni|fine number|fine ref|warranty claim|reclamo garantia|order of protection|restraining order",
  },
  {
    name: "case-number-spaced",
    category: "FILE_NUMBER",
    digits: 6,
    spaced: true,
    words: "va file|va claim|claim number|docket number|file ref|notre reference|votre reference",
  },
  {
    name: "case-number-loose",
    category: "FILE_NUMBER",
    digits: 4,
    loose: true,
    byYear: true,
    words:
      "exp|carpeta|case|cause|claim|oficio|acta|rol|reclamo|reclamacion|proc|file|complaint|incident|summons|citation|warrant|petition|affaire|procedure|caso|causa|autos|asunto|demanda|multa|infraccion|tramite|boletim|inquerito|processo|sinistre|queja|denuncia|amparo|fiscalia|incidente|sumario",
  },
  {
    name: "client-number",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    spaced: true,
    words:
      "numero partida|customer number|customer no|customer nr|customer id|customer code|customer ref|customer reference|client number|client no|client id|client code|client ref|client reference|account ref|account reference|account id|account code|membership number|membership no|loyalty number|loyalty no|frequent flyer|skymiles|aadvantage|loan number|loan no|loan id|mortgage number|contract number|contract no|contract id|meter number|meter no|mpan|mprn|broker|brokerage|numero cliente|cliente numero|cliente no|cliente id|cliente unico|id cliente|codigo cliente|cod cliente|clave cliente|numero contrato|contrato numero|contrato no|id contrato|numero credito|credito numero|credito hipotecario|credito infonavit|numero prestamo|prestamo numero|numero suministro|suministro|predial|numero abonado|abonado|numero servicio|numero medidor|medidor numero|nic|cups|viajero frecuente|numero viajero|iberia plus|codigo socio|contrato emprestimo|instalacao|unidade consumidora|matricula imovel|kundennummer|numero client|client numero|reference client|ref client|allocataire|numero allocataire|numero contrat|contrat numero|numero abonne|abonne|point livraison|pdl|library card|librarycardnumber|library barcode|patron barcode|patron id|patron number|reader number|reader ticket|borrower number|borrower id|gym barcode|gym id|gym membership|club card|clubcard|clubcardnumber|loyalty card|loyaltycardnumber|loyalty id|rewards number|rewards id|rewards card|nectar card|advantage card|membership card|membershipcardnumber|frequentflyernumber|ffn|mileageplus|mileage plus|rapid rewards|avios|flying blue|miles and more|smiles|latam pass|club premier|rapidrewards|customer account number|customer acct|client acct|council tax ref|council tax reference|council tax account|counciltaxnumber|council tax|rates account|water account|wateraccountnumber|electric account|electricity account|gas account|energy account|broadband account|utility acct|utility account number|tenancy ref|tenancy reference|tenancy number|tenant ref|rent account|rentaccountnumber|payment reference number|payer ref|donor id|donor number|donor no|supporter number|member account|super member|super fund member|pension ref|pension number|pension no|pension account|plan account|toll account|ez pass|ezpass|fastrak account|sunpass|prepaid account|portal id|subscriber account|contract num|contract ref|agreement number|agreement no|agreement ref|loan ref|loan reference|loan acct|lease number|lease no|mpr number|supply number|cuenta contrato|cuenta contrato numero|numero socia|socia numero|socio no|socio nro|numero asociado|asociado numero|carnet socio|carnet biblioteca|carne biblioteca|tarjeta biblioteca|lector numero|numero lector|tarjeta puntos|tarjeta fidelidad|tarjeta cliente|tarjeta lealtad|tarjeta club|monedero|club numero|pasajero frecuente|lifemiles|aeroplan|servicio luz|servicio cfe|cfe numero|numero cfe|rpu|numero rpu|nis|numero nis|nis rad|cuenta agua|cuenta luz|cuenta gas|cuenta cfe|cuenta telmex|cuenta izzi|cuenta cablevision|codigo suministro|numero instalacion|numero contador|contador numero|codigo pago|codigo contrato|num contrato|nro contrato|contrato luz|contrato agua|contrato gas|contrato internet|contrato arrendamiento numero|cuenta cliente|num cliente|nro cliente|cliente nro|codigo usuario servicio|usuario servicio numero|codigo abonado|numero inscripcion|numero suscriptor|suscriptor|numero suscripcion|contribuyente municipal|cuenta catastral|clave catastral|boleta predial|numero predio|prestamo hipotecario|hipoteca numero|numero hipoteca|credito fovissste|socio club|socio numero|numero instalacao|codigo instalacao|numero associado|associado numero|cartao fidelidade|cartao cliente|cartao continente|matricula socio|numero assinante|assinante|numero uc|codigo uc|carte fidelite|carte bibliotheque|lecteur numero|numero lecteur|compte client|code client|numero caf|caf numero|contrat edf|numero pdl|numero pce|point comptage|reference contrat|numero locataire|numero pret|pret numero|billing account number|epic id|steam id|steamid|xuid|player id|gamer id|account uuid|user uuid|merchant id|merchant no|meter account|membership card no|gym member|gym membership number|club member|numero socio",
  },
  {
    name: "client-account",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    score: 0.97,
    words:
      "patient account|patient acct|pt acct|pt account|guarantor account|billing account|utility account|company account|customer account|client account|loan account|mortgage account|brokerage account|trading account|predial cuenta|cuenta predial|cuenta contrato",
  },
  {
    name: "client-account-letters",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    loose: true,
    letters: "some",
    score: 0.96,
    words: "acct|account|cuenta|cta|conta|compte",
  },
  {
    name: "client-number-loose",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    loose: true,
    words:
      "credito|prestamo|loan|mortgage|emprestimo|socio|customer|cliente|client|clienta|abonado|abonne|contrato|contract|suministro|patron|donor|socia|sociedad|asociado|miles|rewards|membership|partida|ban|merchant",
  },
  {
    name: "student-id",
    category: "STUDENT_ID",
    digits: 5,
    words:
      "roll no|roll number|registration no|cadet no|cadet number|carnet universitario|carne universitario|exam number|candidate number|enrolment no|student id|student no|student number|student ref|school id|school number|university id|uni id|campus id|college id|pupil number|pupil id|upn|banner id|enrollment number|enrolment number|matricula alumno|matricula alumna|matricula estudiante|numero matricula|numero control|boleta|legajo|numero legajo|codigo estudiante|codigo alumno|codigo universitario|carnet estudiante|carne estudiantil|expediente academico|numero alumno|numero aluno|numero mecanografico|numero estudante|matricula aluno|matricule|numero etudiant|carte etudiant|ine etudiant|student num|student nbr|student identification|studentid|stu id|sid|pupil no|pupil ref|learner id|learner number|learner ref|uln|ucas id|ucas number|ucas personal|usn|candidate no|candidate id|exam id|exam no|hall ticket|seat number exam|index number|matric number|matric no|matriculation number|matriculation no|enrolment id|enrollment id|enrollment no|register number|reg number student|university number|university no|college number|campus card|lunch number|lunch pin|net id number|matricula numero|matricula escolar|matricula universitaria|clave alumno|clave unica alumno|clave estudiante|num control|no control|n control|cuenta unam|boleta ipn|codigo matricula|codigo estudiantil|carne numero|carnet estudiantil|libreta universitaria|lu numero|numero libreta|padron alumno|numero padron|registro academico|expediente alumno|nia|numero nia|nia alumno|id alumno|alumno id|id estudiante|estudiante id|numero estudiante|folio alumno|folio aspirante|aspirante folio|numero aspirante|folio ceneval|codigo postulante|ra aluno|numero ra|numero usp|registro aluno|codigo aluno|processo aluno|inscricao enem|numero inscricao|inscricao vestibular|code etudiant|id etudiant|matricule etudiant|numero candidat|candidat numero|sevis|sevis id|leg|leg alumno",
  },
  {
    name: "passport-number",
    category: "PASSPORT",
    digits: 3,
    length: 7,
    words:
      "passport|passports|passportnumber|passport id|pasaporte|pasaportes|numero pasaporte|passaporte|numero passaporte|passeport|numero passeport|reisepass|travel document|documento viaje|passport n|passport card|pp no|pp number|ppt|pptnumber|pasap|num pasaporte|passnummer|laissez passer|travel doc|traveldocumentnumber|document de voyage",
  },
  {
    name: "driver-number",
    category: "DRIVER_LICENSE",
    digits: 5,
    spaced: true,
    words:
      "driver license|drivers license|driver s license|driver licence|drivers licence|driver s licence|driving licence|driving license|license number|licence number|license no|licence no|license id|dl number|dl no|dln|driver id|driver abstract|state id|photo id|georgia id|texas id|licencia conducir|licencia manejo|licencia conductor|numero licencia|licencia numero|permiso conducir|permiso conduccion|permiso circulacion conductor|carnet conducir|carne conducir|brevete|registro conducir|registro conductor|cnh|numero cnh|habilitacao|carta conducao|permis conduire|permis|permis b|numero permis|drivinglicencenumber|driverlicencenumber|driverslicencenumber|driverlicensenumber|driverslicensenumber|driver lic|drivers lic|lic no|lic number|d l|cdl|cdlnumber|tacho card|tachograph card|driver card|drivercardnumber|permit number driver|learner permit|learners permit|provisional licence|operator license|operator licence|lic conducir|lic manejo|lic cond|licencia federal|licencia chofer|licencia automovilista|licencia motociclista|num licencia|no licencia|nro licencia|registro manejar|carnet manejar|carnet chofer|numero brevete|permiso numero conducir|tarjeta tacografo|carteira motorista|carteira habilitacao|registro cnh",
  },
  {
    name: "driver-number-loose",
    category: "DRIVER_LICENSE",
    digits: 6,
    spaced: true,
    loose: true,
    words: "licencia|licence|license|permiso|permis|lic|permit",
  },
  {
    name: "practitioner-number",
    category: "MEDICAL_LICENSE",
    digits: 5,
    words:
      "cedula profesional|ced prof|cedprof|cedula especialidad|ced esp|numero colegiado|num colegiado|colegiado|colegiada|colegiatura|cmp|matricula profesional|matricula nacional|matricula provincial|m n|m p|reg med|registro medico|registro profesional|tarjeta profesional|crm|rne|coren|cro|ordem medicos|cedula ordem|npi|dea|gmc|gmcnumber|gmc reference|gmc ref|nmc|nmc pin|nmcnumber|gdc|hcpc|rpps|adeli|medical license|medical licence|license rn|rn license|rn|state license|nursing license|cert no|bar number|bar no|sra id|crm sp|crm rj|crm mg|crm rs|crm pr|crm sc|crm ba|crm df|cedula medica|cedula prof|ced profesional|ced med|cedula especialista|cedula numero profesional|cedula medico|cedula doctor|cp numero medico|reg prof|registro sanitario medico|registro profesional medico|tp numero|numero colegiacion|colegiacion|n colegiado|nro colegiado|col num|num col|numero colegiada|cop numero|c m p|c o p|mat prof|mat nac|mat prov|matricula medica|matricula medico|mn numero|mp numero|matr nac|matr prov|cedula profissional|crm mt|crm ms|crm go|crm es|crm ce|crm pe|crm pa|crm am|crm ro|crm ma|crm pi|crm rn|crm pb|crm al|crm se|crm to|coren sp|coren rj|cro sp|crp|crefito|crf|crn|npinumber|deanumber|dea registration|state medical license|med lic|medical lic|physician license|nurse license|nursing lic|lpn license|pharmacist license|gphc|gphcnumber|gdcnumber|hcpcnumber|ahpra|ahpranumber|provider number|provider no|prescriber number|prescriber no|prescriber id|provider id|numero rpps|numero adeli|am numero|finess|nurse pin|reg cmp|reg medico|reg profesional|carne perito|colegiado perito|matricula mp|matricula mn|mat mp|mat mn|mp mat|mat med",
  },
  {
    name: "device-number",
    category: "DEVICE_ID",
    digits: 4,
    spaced: true,
    words:
      "imei|imsi|meid|iccid|serial|serialnumber|device serial|numero serie|n s|device id|device identifier|device|dispositivo|udid|android id|idfa|asset tag|asset id|hostname|workstation|computer name|laptop|anydesk|teamviewer|marcapasos|pacemaker|implant serial|pump serial|numero serial|aparelho|appareil|microchip|microchipnumber|chip number|chip no|chip id|transponder|transpondernumber|beacon hex|beacon id|beacon|hex id|hull id|hin|console serial|phone serial|laptop serial|tablet serial|serialno|ser no|s no device|sn device|device sn|deviceserialnumber|devicenumber|deviceid|device uuid|device token id|advertising id|ad id|adid|gaid|idfv|installation id|install id|machine id|machine name|machine sid|client device|asset number|asset no|asset serial|inventory tag|service tag|tracker id|gps tracker|tracker imei|router serial|modem serial|meter serial|watch serial|ecid|eid|serie dispositivo|serie equipo|serie celular|num serie|nro serie|no serie|n serie|serie laptop|serie consola|serie numero|id dispositivo|id equipo|identificador dispositivo|codigo dispositivo|numero inventario|nombre equipo|numero chip|chip numero|numero microchip|serie bomba|serie marcapasos|serie implante|numero aparelho|serie aparelho|id aparelho|serial aparelho|serie appareil|identifiant appareil|puce numero|numero puce|tag animal|crotal|numero crotal|dev id|device fingerprint|fingerprint|hostid|host id|terminal id|terminal no|key fob|fob no|data logger|frame no|frame number|cuadro numero|numero cuadro|numero bastidor bici|ueln|mascota chip|rfid|nfc|tag uid|card uid|uid badge|badge uid|printer serial|nvr serial|camera serial|drone serial|sn dron|cuadro n|cuadro no|cuadro nro",
  },
  {
    name: "device-number-loose",
    category: "DEVICE_ID",
    digits: 3,
    length: 7,
    spaced: true,
    loose: true,
    words: "sn|terminal|console|chip|logger|frame|fob|doorbell",
  },
  {
    name: "device-key",
    category: "DEVICE_ID",
    digits: 3,
    length: 8,
    loose: true,
    letters: "some",
    words: "dev|host|tablet|notebook",
  },
  {
    name: "identity-number",
    category: "ID_NUMBER",
    digits: 5,
    spaced: true,
    words:
      "juror no|juror number|resident card|residence card|residence permit|visa no|visa sticker|visa number|cuspp|voter no|employee id|employee no|employee number|staff id|staff no|staff number|badge|badgenumber|badge id|payroll number|service number|numero empleado|empleado numero|empleado no|id empleado|codigo empleado|numero trabajador|numero funcionario|numero personal|registro personal|nrp|ficha empleado|legajo empleado|matricula funcional|matricula servidor|siape|known traveler|ktn|redress|redressnumber|global entry|passid|alien number|green card|uscisnumber|i 94|carnet extranjeria|carne extranjeria|permiso residencia|tarjeta residencia|ptp|permiso temporal|crnm|rnm|rne estrangeiro|titre sejour|numero etranger|seguranca social|niss|numero niss|pis|pasep|pis pasep|nit trabalhador|titulo eleitor|cartao cidadao|rg|id number|id no|numero id|numero identificacion|folio fiscal persona|share code|voter id|tribal id|military id|dod id|national id|nationalidnumber|national identity|nationalidentitynumber|identity number|identity card|identitycardnumber|id card|idcardnumber|id num|id document|id doc|personal number|personal id|personalidnumber|personnummer|cpr|cprnumber|bsn|pesel|nric|fin no|fin number|aadhaar|aadhar|pan card|pan no|pan number|epic no|sinnumber|social insurance|socialinsurancenumber|tfn|tax file number|tax file no|abn|utr|utrnumber|unique taxpayer|unique taxpayer reference|ird number|ird no|pps|ppsn|ppsnumber|steuer id|steuernummer|steuer nr|codice fiscale|ahv|avs number|numero avs|hkid|emirates id|iqama|iqamanumber|qid|cnic|nid|a number|alien reg|alien registration|alienregistrationnumber|uscis|uscis account|uscis online account|sevisnumber|visa foil|visa control number|border crossing card|nexus card|passidnumber|tsa known traveler|known traveller|knowntravellernumber|ktnnumber|redress control|employee num|employee nbr|emp id|emp no|emp number|emp code|empid|personnel number|personnel no|worker id|worker number|clock number|payroll no|payroll id|staff num|warrant card|collar number|shoulder number|service no|military number|military service number|regimental number|officer badge|shield number|inmate number|inmate id|inmate no|prisoner number|prison number|offender id|jail id|noms number|dbs cert|dbs certificate|dbs number|dbs no|blue badge|bluebadgenumber|bus pass number|disability card|carnet discapacidad|certificado discapacidad|cud|credencial inapam|inapam|cartilla militar|matricula militar|libreta militar|libreta mar|libreta embarque|credencial numero|numero gafete|gafete|numero nomina|nomina numero|clave empleado|clave trabajador|numero trabajadora|numero plaza|num empleado|no empleado|nro empleado|num emp|codigo trabajador|codigo colaborador|numero colaborador|colaborador numero|ficha trabajador|interno empleado|legajo personal|legajo numero empleado|placa agente|numero agente|tip agente|tip numero|numero tip|interno recluso|numero recluso|crip|numero crip|acta nacimiento|permiso temporal proteccion|rumv|numero rumv|ppt colombia|pep numero|salvoconducto|ce numero|carne refugiado|numero inmigracion|tarjeta migratoria|fmm numero|unico extranjero|nue|numero unico|curp temporal|documento extranjero|cui|dpi|numero dpi|dui|numero dui|identificacion personal|renavam|numero renavam|nis|numero nis|nit pis|titulo eleitoral|rg identidade|carteira identidade|carteira trabalho|ctps|numero ctps|carteira profissional|reservista|certificado reservista|oab|oab sp|oab rj|oab mg|crea|numero crea|certidao nascimento|certidao obito|matricula certidao|cc numero|bilhete identidade|bi numero|autorizacao residencia|titulo residencia|carte identite|cni|numero cni|carte sejour|numero agdref|agdref|recepisse|matricule agent|matricule salarie|numero salarie|matricule militaire|numero ecrou|ecrou|carte pro|v5c|v5c doc ref|v5c ref|v5c document|log book number|pilot cert|pilot certificate|pilot license|airman certificate|cert number|certificate number|nmls|nmls id|bar id|teacher number|teacher ref|trn|fca number|federation licence|licencia federativa|matricula mercantil|uci id|fis code|league id|usta number|usga|ghin|ghinnumber|doc no|doc num|doc number|doc id|docnumber|document no|document number|document id|docno|doc nr|payroll ref|payroll reference|ingresos brutos|iibb|padron|padron electoral|numero padron electoral|work permit|work permit no|permiso trabajo",
  },
  {
    name: "bank-number",
    category: "BANK_ACCOUNT",
    digits: 6,
    letters: "none",
    spaced: true,
    words:
      "a c|account number|account no|acct|acctnumber|account nr|bank account|beneficiary account|beneficiary acct|checking account|savings account|checking|savings|direct deposit|cuenta corriente|cuenta ahorro|cuenta ahorros|cuenta vista|cuenta rut|cuenta sueldo|cuenta nomina|cuenta cheques|cuenta bancaria|cuenta deposito|numero cuenta|cuenta numero|cuenta no|cuenta bcp|cuenta bbva|cuenta interbank|cuenta banamex|cuenta bancomer|cuenta banorte|cuenta santander|caja ahorro|caja ahorros|cta|cta cte|cta corriente|cta ahorro|cta ahorros|numero cta|conta|conta corrente|conta poupanca|numero conta|poupanca|compte|compte courant|numero compte|rib|acc no|acc num|account num|account nbr|accountno|accountnumber|accnt|bank acct|bank a c|bankaccountnumber|bank ac|deposit account|deposit acct|chequing account|chequing|current account|current acct|savings acct|checking acct|chk acct|ach account|payee account|beneficiary a c|acnumber|a c payee|sort code account|iban account|giro account|num cuenta|nro cuenta|no cuenta|n cuenta|cta bancaria|cta bco|cta sueldo|cta nomina|cta deposito|cuenta nro|cuenta num|cuenta destino|cuenta origen|cuenta beneficiario|cuenta abono|cuenta cargo|cuenta domiciliacion|cuenta bancolombia|cuenta davivienda|cuenta nequi|cuenta hsbc|cuenta scotiabank|cuenta azteca|cuenta estado|cuenta bancoestado|cuenta ripley|cuenta bci|cuenta galicia|cuenta nacion|cuenta macro|cuenta popular|cuenta sabadell|cuenta caixabank|cuenta ing|conta bancaria|conta salario|conta itau|conta bradesco|conta santander|conta nubank|conta caixa|conta bb|conta destino|c c numero conta|cc conta|compte bancaire|compte epargne|compte cheques|livret|numero livret",
  },
  {
    name: "bank-number-to",
    category: "BANK_ACCOUNT",
    digits: 7,
    spaced: true,
    loose: true,
    letters: "none",
    words:
      "deposita|deposite|depositar|depositen|deposito|deposit|transferir|transfiere|transfiera|transferi|bank details|datos bancarios|dados bancarios|abonar|coordonnees bancaires|virement|depositame|depositenme|transfiereme|transfieres|transferencia|transferencias|transfer|pay into|paid into|payout|payouts|pay to|wire to|wire from|wired to|remit to|autopay|direct debit|standing order|ingresar|ingresa|ingreso en|ingresarme|abona|abonen|abono|abonarme|girar|consignar|consigna|consigname|consigne|transfira|depositado|depositaron|virer|verser|payer sur|prelevement|cobra en|cobro en|cobran en|cobrar en|deposito en|nomina en|cae en|payee",
  },
  {
    name: "bank-number-loose",
    category: "BANK_ACCOUNT",
    digits: 6,
    letters: "none",
    spaced: true,
    loose: true,
    words: "cuenta|account|bancomer|banamex|banorte|bbva|bcp|interbank",
  },
];

/** What keys of files and forms begin or end with. */
const KEY_SHAPE =
  /^(?:numero|id|codigo|clave|folio|cuenta) | (?:number|no|id|code|ref|card|account|numero|license|licence|serial)$/;

/** Phrases that keys are made of are also keys in one word: "memberId", "accountNumber". */
function withKeys(words: string): string {
  const phrases = words.split("|");
  return [
    ...new Set([
      ...phrases,
      ...phrases.filter((phrase) => KEY_SHAPE.test(phrase)).map((phrase) => phrase.replaceAll(" ", "")),
    ]),
  ].join("|");
}

/** Kinds of short numbers that are said before their label. */
const SHORT: readonly Label[] = [
  {
    name: "pin",
    category: "PASSWORD",
    digits: 4,
    letters: "none",
    words: "nip|pin|clave|password|contrasena|passcode|senha|otp|codigo acceso|codigo verificacion|verification code",
  },
  {
    name: "zip",
    category: "ZIP",
    digits: 4,
    length: 5,
    letters: "none",
    words: "cp|codigo postal|zip|zip code|zipcode|postcode|postal code|cep|code postal",
  },
  {
    name: "security-code",
    category: "CARD_SECURITY_CODE",
    digits: 3,
    length: 3,
    letters: "none",
    words: "cvv|cvc|security code|codigo seguridad",
  },
];

/** A label of any kind, and the letters and digits behind it or, with "is my" between, before it. */
export const LABELLED: readonly Detector[] = [
  ...LABELS.map(({ category, name, score, words, ...shape }) => ({
    name,
    category,
    trigger: "word" as const,
    words: withKeys(words),
    match: labelled(shape),
    against: ["unit"] as const,
    weak: true,
    scores: [0, shape.loose === true ? 0.8 : 0.845, 0, score ?? (shape.loose === true ? 0.89 : 0.94)] as const,
  })),
  ...[...LABELS, ...SHORT].map(({ category, name, words, ...shape }) => ({
    name: `${name}-before`,
    category,
    trigger: "word" as const,
    words,
    side: "here" as const,
    match: labelledBefore(shape),
    weak: true,
    scores: [0, 0, 0, 0.9] as const,
  })),
];
