import type { Label } from "./label.ts";

/** Passports, driver licences and other numbers of a person. */
export const IDENTITY_LABELS: readonly Label[] = [
  {
    name: "passport-number",
    category: "PASSPORT",
    digits: 3,
    length: 7,
    words:
      "passport|passports|passportnumber|passport id|pasaporte|pasaportes|numero pasaporte|passaporte|" +
      "numero passaporte|passeport|numero passeport|reisepass|travel document|documento viaje|passport n|" +
      "passport card|pp no|pp number|ppt|pptnumber|pasap|num pasaporte|passnummer|laissez passer|travel doc|" +
      "traveldocumentnumber|document de voyage|numero passport|passport ref|travel document number|" +
      "travel document no|documento viaje numero|documento viagem|numero libreta pasaporte|libreta pasaporte|" +
      "passport book|passport book no|passport book number|pass no|passaporte n|refugee travel document",
  },
  {
    name: "driver-number",
    category: "DRIVER_LICENSE",
    digits: 5,
    spaced: true,
    words:
      "driver license|drivers license|driver s license|driver licence|drivers licence|driver s licence|" +
      "driving licence|driving license|license number|licence number|license no|licence no|license id|dl number|" +
      "dl no|dln|driver id|driver abstract|state id|photo id|georgia id|texas id|licencia conducir|licencia manejo|" +
      "licencia conductor|numero licencia|licencia numero|permiso conducir|permiso conduccion|" +
      "permiso circulacion conductor|carnet conducir|carne conducir|brevete|registro conducir|registro conductor|" +
      "cnh|numero cnh|habilitacao|carta conducao|permis conduire|permis|permis b|numero permis|" +
      "drivinglicencenumber|driverlicencenumber|driverslicencenumber|driverlicensenumber|driverslicensenumber|" +
      "driver lic|drivers lic|lic no|lic number|d l|cdl|cdlnumber|tacho card|tachograph card|driver card|" +
      "drivercardnumber|permit number driver|learner permit|learners permit|provisional licence|operator license|" +
      "operator licence|lic conducir|lic manejo|lic cond|licencia federal|licencia chofer|licencia automovilista|" +
      "licencia motociclista|num licencia|no licencia|nro licencia|registro manejar|carnet manejar|carnet chofer|" +
      "numero brevete|permiso numero conducir|tarjeta tacografo|carteira motorista|carteira habilitacao|" +
      "registro cnh|oln|driver number|driver no|driver licence number|driver license number|licence holder|" +
      "licence holder number|license holder|dvla number|dvla driver number|drv lic|drv lic no|drv license|" +
      "operators license|licencia estatal|licencia federal conductor|licencia vigente|licencia digital|" +
      "licencia nacional conducir|registro nacional conducir|carnet conductor|carne conductor|permiso conductor|" +
      "numero permiso conducir|numero carnet conducir|numero licencia conducir|carteira habilitacao numero|" +
      "numero habilitacao|registro habilitacao|carta conducao numero|numero carta conducao|carta conducao n|" +
      "numero permis conduire|permis conduire numero|permis no|permis a|lic cond numero|foreign licence|" +
      "international driving permit|idp number|permiso internacional",
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
    name: "identity-number",
    category: "ID_NUMBER",
    digits: 5,
    spaced: true,
    words:
      "juror no|juror number|resident card|residence card|residence permit|visa no|visa sticker|visa number|cuspp|" +
      "voter no|employee id|employee no|employee number|staff id|staff no|staff number|badge|badgenumber|badge id|" +
      "payroll number|service number|numero empleado|empleado numero|empleado no|id empleado|codigo empleado|" +
      "numero trabajador|numero funcionario|numero personal|registro personal|nrp|ficha empleado|legajo empleado|" +
      "matricula funcional|matricula servidor|siape|known traveler|ktn|redress|redressnumber|global entry|passid|" +
      "alien number|green card|uscisnumber|i 94|carnet extranjeria|carne extranjeria|permiso residencia|" +
      "tarjeta residencia|ptp|permiso temporal|crnm|rnm|rne estrangeiro|titre sejour|numero etranger|" +
      "seguranca social|niss|numero niss|pis|pasep|pis pasep|nit trabalhador|titulo eleitor|cartao cidadao|rg|" +
      "id number|id no|numero id|numero identificacion|folio fiscal persona|share code|voter id|tribal id|" +
      "military id|dod id|national id|nationalidnumber|national identity|nationalidentitynumber|identity number|" +
      "identity card|identitycardnumber|id card|idcardnumber|id num|id document|id doc|personal number|personal id|" +
      "personalidnumber|personnummer|cpr|cprnumber|bsn|pesel|nric|fin no|fin number|aadhaar|aadhar|pan card|pan no|" +
      "pan number|epic no|sinnumber|social insurance|socialinsurancenumber|tfn|tax file number|tax file no|abn|utr|" +
      "utrnumber|unique taxpayer|unique taxpayer reference|ird number|ird no|pps|ppsn|ppsnumber|steuer id|" +
      "steuernummer|steuer nr|codice fiscale|ahv|avs number|numero avs|hkid|emirates id|iqama|iqamanumber|qid|cnic|" +
      "nid|a number|alien reg|alien registration|alienregistrationnumber|uscis|uscis account|uscis online account|" +
      "sevisnumber|visa foil|visa control number|border crossing card|nexus card|passidnumber|tsa known traveler|" +
      "known traveller|knowntravellernumber|ktnnumber|redress control|employee num|employee nbr|emp id|emp no|" +
      "emp number|emp code|empid|personnel number|personnel no|worker id|worker number|clock number|payroll no|" +
      "payroll id|staff num|warrant card|collar number|shoulder number|service no|military number|" +
      "military service number|regimental number|officer badge|shield number|inmate number|inmate id|inmate no|" +
      "prisoner number|prison number|offender id|jail id|noms number|dbs cert|dbs certificate|dbs number|dbs no|" +
      "blue badge|bluebadgenumber|bus pass number|disability card|carnet discapacidad|certificado discapacidad|cud|" +
      "credencial inapam|inapam|cartilla militar|matricula militar|libreta militar|libreta mar|libreta embarque|" +
      "credencial numero|numero gafete|gafete|numero nomina|nomina numero|clave empleado|clave trabajador|" +
      "numero trabajadora|numero plaza|num empleado|no empleado|nro empleado|num emp|codigo trabajador|" +
      "codigo colaborador|numero colaborador|colaborador numero|ficha trabajador|interno empleado|legajo personal|" +
      "legajo numero empleado|placa agente|numero agente|tip agente|tip numero|numero tip|interno recluso|" +
      "numero recluso|crip|numero crip|acta nacimiento|permiso temporal proteccion|rumv|numero rumv|ppt colombia|" +
      "pep numero|salvoconducto|ce numero|carne refugiado|numero inmigracion|tarjeta migratoria|fmm numero|" +
      "unico extranjero|nue|numero unico|curp temporal|documento extranjero|cui|dpi|numero dpi|dui|numero dui|" +
      "identificacion personal|renavam|numero renavam|nis|numero nis|nit pis|titulo eleitoral|rg identidade|" +
      "carteira identidade|carteira trabalho|ctps|numero ctps|carteira profissional|reservista|" +
      "certificado reservista|oab|oab sp|oab rj|oab mg|crea|numero crea|certidao nascimento|certidao obito|" +
      "matricula certidao|cc numero|bilhete identidade|bi numero|autorizacao residencia|titulo residencia|" +
      "carte identite|cni|numero cni|carte sejour|numero agdref|agdref|recepisse|matricule agent|matricule salarie|" +
      "numero salarie|matricule militaire|numero ecrou|ecrou|carte pro|v5c|v5c doc ref|v5c ref|v5c document|" +
      "log book number|pilot cert|pilot certificate|pilot license|airman certificate|cert number|" +
      "certificate number|nmls|nmls id|bar id|teacher number|teacher ref|trn|fca number|federation licence|" +
      "licencia federativa|matricula mercantil|uci id|fis code|league id|usta number|usga|ghin|ghinnumber|doc no|" +
      "doc num|doc number|doc id|docnumber|document no|document number|document id|docno|doc nr|payroll ref|" +
      "payroll reference|ingresos brutos|iibb|padron|padron electoral|numero padron electoral|work permit|" +
      "work permit no|permiso trabajo|numero soporte|num soporte|soporte nie|idesp|juror id|numero jurado|" +
      "inmate booking|numero interno|interno numero|tarjeton|numero tarjeton|licencia taxi|permiso taxi|" +
      "taxi licence|taxi badge|hackney badge|private hire badge|dvla badge|carnet taxista|tarjeton taxi|" +
      "tarjeton conductor|permiso proteccion temporal|proteccion temporal|cedula extranjeria numero|carnet refugio|" +
      "refugee id|refugee number|asylum id|asylum card|arc card|arc number|laissez passer id|" +
      "tarjeta solicitante asilo|tarjeta roja|hoja asilo|resguardo asilo|nss temporal|documento provisorio|" +
      "dni provisorio|pasante numero|numero agente policia|placa policial|placa policia|numero placa policial|" +
      "badge no|badge number|shield no|serial no officer|collar no|officer id|officer number|crew id|crew number|" +
      "pilot licence number|seaman book|seafarer id|discharge book|union card|union number|sindicato numero|" +
      "carnet sindical|numero afiliacion sindical|carnet periodista|carnet profesional numero|carnet vigilante|" +
      "carnet manipulador|tip vigilante|voter number|voter reg|voter registration|elector id|electoral number|" +
      "numero electoral|clave votante|carte electeur|numero electeur|carte electorale|numero employe|" +
      "matricule employe|matricule employee|matricule interne|numero matricule|numero agent|numero badge|" +
      "badge numero|cartao ponto|matricula funcionario|numero mecanografico|numero funcional|chapa funcional|" +
      "registro funcional|cracha|numero cracha|brp|biometric residence permit|brp number|pac code|stac code|" +
      "porting code|fbi no|fbi number|sid number|ncic number|firearms cert|firearms certificate|" +
      "shotgun certificate|gun permit|weapons permit|permiso armas|licencia armas|porte armas|tarjeta circulacion|" +
      "credencial circulacion|partida registral|partida nacimiento|registro civil numero|alien file",
  },
  {
    // Those who are counted by numbers: "juror 100448172", "inmate 44182-019".
    name: "identity-number-loose",
    category: "ID_NUMBER",
    digits: 5,
    spaced: true,
    loose: true,
    words:
      "juror|jurado|inmate|prisoner|detainee|interno|interna|recluso|reclusa|officer|employee|empleado|empleada|" +
      "trabajador|trabajadora|staff|legajo|gafete|votante|voter|refugee|colaborador|colaboradora|funcionario|" +
      "funcionaria|servidor publico|agente|soldado|militar|docente|tripulante|apprentice|guardia|vigilante|salarie|" +
      "detenu|agent police|matricule|recluso numero|shotgun|brp|pabellon|partida registral",
  },
];
