import type { Label } from "./label.ts";

/** Files of courts, police and offices, schools, devices. */
export const FILE_LABELS: readonly Label[] = [
  {
    name: "case-number",
    category: "FILE_NUMBER",
    digits: 4,
    byYear: true,
    words:
      "case number|case no|case ref|case reference|case id|cause no|cause number|cause id|docketnumber|docket|" +
      "court ref|court reference|court number|court file|claim ref|claim reference|claim number|claim no|crime ref|" +
      "crime reference|crime number|crime no|incident number|incident no|incident ref|report number|report no|" +
      "police report|police ref|insurer ref|insurer reference|insurers ref|our ref|file no|file number|file ref|" +
      "ccj reference|ccj number|numero expediente|expediente|expte|exp administrativo|exp judicial|" +
      "expediente administrativo|expediente judicial|autos numero|numero autos|causa numero|causa penal|" +
      "numero causa|carpeta investigacion|carpeta judicial|numero carpeta|nuc|cui denuncia|averiguacion previa|" +
      "numero averiguacion|juicio|numero juicio|toca|amparo|amparo directo|folio reporte|numero reporte|" +
      "reporte numero|folio siniestro|numero siniestro|siniestro|numero denuncia|denuncia|atestado|diligencias|" +
      "diligencias previas|procedimiento abreviado|nig|radicado|numero radicado|spoa|noticia criminal|" +
      "numero tramite|numero proceso|proceso numero|rit|ruc causa|rol causa|processo|numero processo|protocolo|" +
      "numero protocolo|boletim ocorrencia|inquerito|numero inquerito|dossier|numero dossier|numero rg|rg tribunal|" +
      "numero parquet|numero sinistre|sinistre|plainte|numero plainte|case num|case nbr|case file|casefilenumber|" +
      "file num|matter number|matter no|matter id|complaint number|complaint no|complaint ref|complaint id|" +
      "cad number|cad ref|cad no|urn|occurrence number|occurrence no|event number|dispatch number|citation number|" +
      "citation no|ticket citation|summons number|summons no|warrant number|warrant no|petition number|petition no|" +
      "appeal number|appeal no|appeal ref|hearing number|application number|application no|application ref|" +
      "application id|receipt number uscis|uscis receipt|uscis case|esta app|esta application|visa application|" +
      "asylum file|penalty charge|penalty charge notice|penalty notice|notice number|fixed penalty|parking ticket|" +
      "probate number|probate no|estate number|estate no|inquest|coroner ref|coroners ref|investigation number|" +
      "investigation no|investigation id|fir no|fir number|incident id|incident report|report ref|report id|" +
      "dossiernumber|reference dossier|ref dossier|affaire numero|numero affaire|numero pv|pv numero|proces verbal|" +
      "main courante|numero procedure|procedure numero|numero requete|requete numero|numero contravention|" +
      "avis contravention|numero demande|demande numero|numero reclamation|reclamation numero|rg numero|" +
      "numero instruction|processo judicial|processo administrativo|numero boletim|boletim|b o numero|bo numero|" +
      "numero bo|auto infracao|notificacao numero|numero requerimento|requerimento numero|sinistro|numero sinistro|" +
      "aviso sinistro|numero chamado|numero caso|caso numero|caso no|id caso|codigo caso|numero queja|queja numero|" +
      "numero querella|querella|sumario|numero sumario|numero recurso|recurso amparo|numero amparo|juicio amparo|" +
      "numero acta|acta numero|acta infraccion|numero infraccion|boleta infraccion|folio infraccion|numero multa|" +
      "multa numero|folio multa|folio denuncia|folio expediente|folio carpeta|folio solicitud|folio tramite|" +
      "folio queja|folio caso|folio averiguacion|parte policial|parte accidente numero|comparendo|" +
      "numero comparendo|papeleta|numero papeleta|papeleta infraccion|numero solicitud|solicitud numero|" +
      "numero peticion|pqr|pqrs|numero pqr|numero radicacion|radicacion numero|numero reclamo|reclamo numero|" +
      "numero reclamacion|reclamacion numero|numero oficio|oficio numero|numero procedimiento|procedimiento numero|" +
      "numero asunto|asunto penal|causa rol|numero rol|numero rit|cij|cuij|cui expediente|numero toca|" +
      "carpeta fiscal|legajo fiscal|legajo investigacion|legajo penal|ipp numero|proceso judicial|proceso penal|" +
      "pnc|pnc id|rad|rad numero|registro entrada|registro salida|numero registro entrada|entry number|" +
      "custody number|custody record|custody ref|legajo cuij|juzgado expediente|ref expediente|nuestra ref|su ref|" +
      "s ref|n ref|your ref|mandate ref|licencia medica|parte medico|baja medica|incapacidad folio|" +
      "folio incapacidad|tramite dni|fine number|fine ref|warranty claim|reclamo garantia|order of protection|" +
      "restraining order|gwf|gwf reference|gwf number|probate ref|probate reference|nut|nut numero|cas number|" +
      "tribunal file|tribunal ref|receipt number|expediente numero|home office ref|home office reference|ho ref|" +
      "home office number|ds confirmation|uan|immigration case|immigration file|consular case|nvc case|" +
      "nvc case number|ceac|ceac barcode|legal file|legal matter|matter ref|matter reference|client matter|" +
      "solicitor ref|solicitors ref|ombudsman ref|ombudsman reference|complaint reference|grievance number|" +
      "grievance no|enquiry ref|enquiry number|enquiry reference|safeguarding ref|adoption file|guardianship file|" +
      "custody case|divorce case|small claims|tribunal number|hearing ref|ticket multa|numero boleta infraccion|" +
      "numero comparecencia|atestado numero|numero atestado|diligencias urgentes|procedimiento ordinario|" +
      "juicio verbal|ejecutoria|pieza separada|rollo apelacion|recurso apelacion|numero ejecucion|" +
      "ejecucion titulos|numero carpeta judicial|causa judicial|numero sac|numero folio denuncia|acta policial|" +
      "acta denuncia|parte denuncia|numero intervencion|intervencion policial|numero evento|evento numero|" +
      "boleto infraccion|acta comprobacion|ordem servico policia|numero ocorrencia|ocorrencia numero|" +
      "registro ocorrencia|termo circunstanciado|tco|inquerito policial|numero inquerito policial|dossier caf|" +
      "dossier cpam|dossier cnaf|dossier prefecture|dossier retraite|dossier mdph|dossier pole emploi|" +
      "numero allocation|numero dossier caf|reference affaire|affaire rg|depot plainte|numero depot|exped|expdte|" +
      "necropsia|autopsia|autopsy|autopsy no|acta defuncion|acta matrimonio|clm|clm no|clm number|numero noticia|" +
      "noticia criminal numero|numero unico noticia",
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
      "exp|carpeta|case|cause|claim|oficio|acta|rol|reclamo|reclamacion|proc|file|complaint|incident|summons|" +
      "citation|warrant|petition|affaire|procedure n|procedure no|procedure penale|procedure civile|procedure collective|caso|causa|autos|asunto|demanda|multa|infraccion|tramite|" +
      "boletim|inquerito|processo|sinistre|queja|denuncia|amparo|fiscalia|incidente|sumario|proceso|expte|matter|" +
      "notice|atestado|diligencias|juicio|dossier|plainte|ocorrencia|sinistro|siniestro|complaints|appeal|" +
      "grievance|injunction|subpoena|previas|comparendo|papeleta|radicado|solicitud|clm|necropsia|autopsia",
  },
  {
    name: "student-loose",
    category: "STUDENT_ID",
    digits: 5,
    spaced: true,
    loose: true,
    words:
      "alumno|alumna|student|estudiante|aluno|aluna|pupil|eleve|etudiant|etudiante|candidat|candidate|candidata|candidato|" +
      "aspirante|learner|ucas|ra|numero eleve|postulante",
  },
  {
    name: "student-id",
    category: "STUDENT_ID",
    digits: 5,
    words:
      "roll no|roll number|registration no|cadet no|cadet number|carnet universitario|carne universitario|" +
      "exam number|candidate number|enrolment no|student id|student no|student number|student ref|school id|" +
      "school number|university id|uni id|campus id|college id|pupil number|pupil id|upn|banner id|" +
      "enrollment number|enrolment number|matricula alumno|matricula alumna|matricula estudiante|numero matricula|" +
      "numero control|boleta|legajo|numero legajo|codigo estudiante|codigo alumno|codigo universitario|" +
      "carnet estudiante|carne estudiantil|expediente academico|numero alumno|numero aluno|numero mecanografico|" +
      "numero estudante|matricula aluno|matricule|numero etudiant|carte etudiant|ine etudiant|student num|" +
      "student nbr|student identification|studentid|stu id|sid|pupil no|pupil ref|learner id|learner number|" +
      "learner ref|uln|ucas id|ucas number|ucas personal|usn|candidate no|candidate id|exam id|exam no|hall ticket|" +
      "seat number exam|index number|matric number|matric no|matriculation number|matriculation no|enrolment id|" +
      "enrollment id|enrollment no|register number|reg number student|university number|university no|" +
      "college number|campus card|lunch number|lunch pin|net id number|matricula numero|matricula escolar|" +
      "matricula universitaria|clave alumno|clave unica alumno|clave estudiante|num control|no control|n control|" +
      "cuenta unam|boleta ipn|codigo matricula|codigo estudiantil|carne numero|carnet estudiantil|" +
      "libreta universitaria|lu numero|numero libreta|padron alumno|numero padron|registro academico|" +
      "expediente alumno|nia|numero nia|nia alumno|id alumno|alumno id|id estudiante|estudiante id|" +
      "numero estudiante|folio alumno|folio aspirante|aspirante folio|numero aspirante|folio ceneval|" +
      "codigo postulante|ra aluno|numero ra|numero usp|registro aluno|codigo aluno|processo aluno|inscricao enem|" +
      "numero inscricao|inscricao vestibular|code etudiant|id etudiant|matricule etudiant|numero candidat|" +
      "candidat numero|sevis|sevis id|leg|leg alumno|expediente universitario|codigo alumna|carne alumno|" +
      "carnet alumno|carnet alumna|credencial alumno|credencial estudiante|credencial escolar|cartao estudante|" +
      "cartao escolar|numero processo aluno|carte etudiante|numero carte etudiant|identifiant national etudiant|" +
      "student card|student card number|learner code|examination number|candidate code|university card|rut alumno|" +
      "numero lista alumno|clave escolar|cct alumno|numero boleta|boleta numero|numero carnet estudiantil|" +
      "numero cuenta unam|numero cuenta alumno|ingresante|ra numero|nue alumno|codigo ingresante|codigo cachimbo",
  },
  {
    name: "device-number",
    category: "DEVICE_ID",
    digits: 4,
    spaced: true,
    words:
      "imei|imsi|meid|iccid|serial|serialnumber|device serial|numero serie|n s|device id|device identifier|device|" +
      "dispositivo|udid|android id|idfa|asset tag|asset id|hostname|workstation|computer name|laptop|anydesk|" +
      "teamviewer|marcapasos|pacemaker|implant serial|pump serial|numero serial|aparelho|appareil|microchip|" +
      "microchipnumber|chip number|chip no|chip id|transponder|transpondernumber|beacon hex|beacon id|beacon|" +
      "hex id|hull id|hin|console serial|phone serial|laptop serial|tablet serial|serialno|ser no|s no device|" +
      "sn device|device sn|deviceserialnumber|devicenumber|deviceid|device uuid|device token id|advertising id|" +
      "ad id|adid|gaid|idfv|installation id|install id|machine id|machine name|machine sid|client device|" +
      "asset number|asset no|asset serial|inventory tag|service tag|tracker id|gps tracker|tracker imei|" +
      "router serial|modem serial|meter serial|watch serial|ecid|eid|serie dispositivo|serie equipo|serie celular|" +
      "num serie|nro serie|no serie|n serie|serie laptop|serie consola|id dispositivo|id equipo|" +
      "identificador dispositivo|codigo dispositivo|numero inventario|nombre equipo|numero chip|chip numero|" +
      "numero microchip|serie bomba|serie marcapasos|serie implante|numero aparelho|serie aparelho|id aparelho|" +
      "serial aparelho|serie appareil|identifiant appareil|puce numero|numero puce|tag animal|crotal|numero crotal|" +
      "dev id|device fingerprint|fingerprint|hostid|host id|terminal id|terminal no|key fob|fob no|data logger|" +
      "frame no|frame number|cuadro numero|numero cuadro|numero bastidor bici|ueln|mascota chip|rfid|nfc|tag uid|" +
      "card uid|uid badge|badge uid|printer serial|nvr serial|camera serial|drone serial|sn dron|cuadro n|" +
      "cuadro no|cuadro nro|medidor numero serie|pendant id|alarm id|pendant alarm id|device serial number|" +
      "sensor serial|meter serial number|modem id|equipo serie|equipo numero|numero equipo|serie medidor|" +
      "serie router|serie modem|serie impresora|serie tablet|serie computadora|serie notebook|serie tv|" +
      "serie camara|serie reloj|serie glucometro|serie cpap|serie audifono|serie equipo computo|activo fijo|" +
      "numero activo fijo|etiqueta inventario|placa inventario|codigo inventario|patrimonio numero|" +
      "numero patrimonio|numero serie appareil|numero serie telephone|handset id|handset serial|monitor serial|" +
      "ankle monitor|tracker no|tracker number|scooter serial|bike serial|bicycle serial|hearing aid serial|" +
      "cpap serial|vehicle unit id|dashcam serial|obd id|telematics id",
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
    // "pendant alarm ID LL-440182": things that have numbers of many kinds.
    name: "device-announced",
    category: "DEVICE_ID",
    digits: 4,
    letters: "some",
    announced: true,
    words:
      "alarm|pendant|tracker|watch|reloj|smartwatch|drone|dron|thermostat|termostato|decoder|decodificador|" +
      "marcapasos|pacemaker|implant|implante|audifono|hearing aid|cpap|glucometer|glucometro|scooter|patinete|bici|" +
      "bike|bicicleta|ordenador|computadora|portatil|notebook|ankle monitor|dashcam|meter|medidor|contador|" +
      "compteur|medidor luz",
  },
  {
    name: "device-key",
    category: "DEVICE_ID",
    digits: 3,
    length: 8,
    loose: true,
    letters: "some",
    words: "dev|host|tablet|notebook|android|iphone|ipad|macbook|chromebook|handset|kindle",
  },
];
