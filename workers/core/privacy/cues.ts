/**
 * Words that, near a value, say what it is. One row per meaning, in Spanish, English, Portuguese and French, separated
 * by `|`, without accents, in lower case; two words make a phrase (articles and prepositions between them are skipped).
 * Always whole words: `lic` is not in `public`.
 */
export const CUES = {
  phone:
    "tel|telf|tlf|tfno|telefono|telefonos|telefonico|telefone|fone|telemovel|telephone|phone|phones|cel|cell|celu|celular|celulares|movil|moviles|mobile|portable|fijo|fixe|whatsapp|wasap|whats|wsp|fax|llamar|llamarme|llamame|llama|llame|marcar|marcame|marque|marca al|marquele|marcale|call|text|texteame|sms|contacto|contact|ligar|liga|ligue|zap|zapzap|wpp|appeler|appelez|appelle|joindre|joignable|gsm|bizum|yape|nequi|daviplata|plin|llave|comunicarse|comunicate|comuniquese|comuniquense|contacte|contacteme|contactenos|contactar|escribame al|escribanos al|escribeme al|apunte|apunta|anote|anota|dial|localizarme|localizais|numero nuevo|numero bueno|mi numero|my number|meu numero|mon numero|nuestro numero|our number|reach me|ring|ext|extension|kin|nok",
  email: "correo|correos|mail|email|emails|courriel|e-mail|buzon|arroba|hotmail|gmail",
  card: "tarjeta|tarjetas|card|cards|cartao|carte|visa|mastercard|amex|american express|credito|debito|credit|debit|plastico|cc number|pan|pagar|pague|pago|paid|pay|rechazado|rechazada|compra|declined|charged|charge|cobro|cargo|redcompra|tarj|tdc|tdd|kreditkarte|carte bleue|maestro|hsa|fsa|acquirer|3ds|cardholder|issuer|emisor|plastico|checkout|pasarela|three digits|billing|suscripcion|subscription|cobraron|cobran|cobrado|cobraste",
  cardPlain: "tarjeta|card|cartao|visa|mastercard|amex|plastico",
  iban: "iban|cuenta|conta|compte|account",
  account:
    "cuenta|cuentas|cta|account|accounts|acct|acc|conta|compte|ahorros|ahorro|corriente|checking|savings|cci|deposito|depositar|deposita|transferencia|transferir|transfer|wire|beneficiario|domiciliacion|rib|agencia",
  clabe: "clabe|interbancaria|spei|cuenta|transferencia|transferir|deposito|depositar|beneficiario",
  cbu: "cbu|cvu|cuenta|transferencia|transferir",
  routing: "routing|aba|rtn|transit|wire|rdfi|odfi",
  sortCode: "sort code|sortcode|sort",
  swift: "swift|bic|swift code|codigo swift",
  wire: "wire|iban|swift|bic|beneficiary|beneficiario|refund|treasury|chips|payout|remittance|transferencia|transfer|bank|banco|rut|acct|bank account|pay|pago|remit|receptor|corresponsal|correspondent",
  crypto:
    "sol|solana|doge|dogecoin|xrp|ada|metamask|phantom|airdrop|wallet|billetera|monedero|carteira|btc|bitcoin|eth|ethereum|usdt|tron|litecoin|monero|crypto|cripto|direccion|address",
  ssn: "ssn|social security|social sec|soc sec|socials|social|ss number|seguro social|seguridad social|itin",
  itin: "itin|taxpayer|tax id|individual taxpayer|tin",
  ein: "ein|fein|employer identification|employer id|tax id|taxid|federal tax|tin|taxpayer|taxpayer id|box b",
  curp: "curp|c u r p|clave unica|poblacion",
  rfc: "rfc|r f c|contribuyente|contribuyentes|facturar|factura|fiscal|facturacion|factura al",
  nss: "nss|n s s|imss|seguro social|seguridad social|afiliacion|afore|derechohabiente|numero seguridad|cotiza|cotizo|cotizando|trabajador|patronal|registro patronal|sbc",
  ine: "ine|ife|elector|clave elector|credencial elector|credencial votar|ocr|cic|votar",
  dni: "dni|nif|nie|documento|documento identidad|identidad|identificacion|cedula|ci|doc|carnet|carne|carteira identidade|identite|id|d n i",
  cif: "cif|nif|empresa|sociedad|sl|sa|slu|razon social|fiscal",
  spanishSocial: "naf|nuss|nass|seguridad social|afiliacion|ss|tarjeta sanitaria|numero afiliacion|cartilla",
  cpf: "cpf|c p f|cadastro pessoas|contribuinte|documento|sujeito passivo|irs|num fiscal|numero fiscal|n fiscal|numero contribuinte|nif",
  cnpj: "cnpj|c n p j|empresa|razao social",
  rg: "rg|registro geral|identidade|carteira identidade",
  nir: "nir|securite sociale|secu|secu sociale|numero secu|insee|vitale|carte vitale",
  frenchTax: "numero fiscal|identifiant fiscal|reference fiscale|spi|impots|impot|avis imposition|declarant",
  siret: "siret|siren|rcs|entreprise",
  cuit: "cuit|c u i t|cuil|afip|monotributo|cdi",
  rut: "rut|r u t|run|rol|rol unico|cedula|carnet|rut es",
  rutPlain: "rut|r u t|run|rol unico|rut es",
  cedula:
    "cedula|cc|c c|c i|ciudadania|cedula ciudadania|cedulas|documento|identificacion|ti|t i|tarjeta identidad|extranjeria|registro civil",
  cedulaPlain: "cedula|cedulas|ciudadania",
  nit: "nit|n i t|empresa|tributaria",
  ruc: "ruc|sunat|sri|contribuyente",
  nhs: "nhs|nhs number|national health|health service|patient",
  nino: "nino|national insurance|ni number|insurance number|ni no|nat ins|national ins|ni",
  passport: "pasaporte|pasaportes|passport|passports|passaporte|passeport|pp no|passport no|libreta",
  driver:
    "licencia conducir|licencia manejo|licencia manejar|licencia conductor|licencia|driver license|drivers license|driver licence|driving licence|driving license|license number|licence number|dl|dln|permiso conducir|permiso conduccion|carnet conducir|brevete|cnh|carteira motorista|habilitacao|permis conduire|permis|carta conducao|registro conducir|drivers|conductores|conductor|licencias|chofer|motorista|conductora|chauffeur|trailero|taxista",
  medicalLicense:
    "cedula profesional|cedula|ced prof|cedprof|prof|colegiado|colegiada|num colegiado|ncol|colegiatura|numero colegiado|cmp|cop|matricula nacional|matricula provincial|mn|mp|crm|coren|npi|dea|rpps|adeli|ordem medicos|medical license|license|licence|gmc|registro medico|especialidad|nurse|midwife|nmc|rn",
  professionalLicence: "cedula profesional|ced prof|cedprof|numero colegiado|colegiatura|medical license",
  record:
    "expediente|expediente clinico|historia|historia clinica|historial|nhc|hc|h c|mrn|medical record|record number|patient id|chart|prontuario|dossier|dossier patient|episodio|historia numero|ipp|numero paciente|paciente id|id paciente|patient number|numero historia|unidad medica",
  healthPlan:
    "afiliado|afiliada|asegurado|asegurada|credencial|carnet afiliado|carnet|member id|member number|member|health plan|plan salud|subscriber|beneficiary|medicare|medicaid|mbi|insurance id|group number|osde|obra social|prepaga|isapre|fonasa|eps|carteirinha|plano saude|sus|cns|mutuelle|numero afiliado|nro afiliado|poliza salud",
  policy: "poliza|polizas|policy|policies|apolice|police assurance|contrato seguro|num poliza|numero poliza",
  device:
    "imei|imsi|serial|serial number|device|device id|udi|dispositivo|anydesk|teamviewer|esn|meid|android id|idfa|numero serie|iccid|sim",
  vin: "vin|chasis|chassis|bastidor|niv|numero serie|serie|vehicle identification",
  plate:
    "placa|placas|reg|patente|patentes|dominio|matricula|matriculas|plate|plates|license plate|licence plate|number plate|registration|tag|immatriculation|plaque|chapa|auto|coche|carro|camioneta|vehiculo|moto|camion|car|vehicle|truck|van|lorry|taxi|bike|motorbike|scooter|furgoneta|voiture|carrinha|vehicule|veiculo|permit|camioneta|tracto|tractocamion|patrulla|ambulancia|autobus|unidad movil|lote vehicular|chofer|motorista|refrendo|tenencia|verificacion vehicular|renovar placa|veh",
  vehicle:
    "placa|placas|reg|patente|dominio|matricula|matr|plate|plates|tag|registration|immatriculation|plaque|chapa|auto|autos|coche|coches|carro|carros|camioneta|rig|transport|libre deuda|infraccion|fotomulta|multa|exceso|vehiculo|vehiculos|vehicule|veiculo|veiculos|moto|motocicleta|motorcycle|scooter|camion|caminhao|camionnette|truck|van|lorry|taxi|uber|cabify|remis|car|cars|vehicle|voiture|bike|trailer|semitrailer|remolque|semirremolque|reboque|sedan|suv|pickup|pick up|hatchback|minivan|furgoneta|furgon|grua|parked|parking|estacionado|estacionada|estacionar|estacionamiento|aparcado|aparcada|vaga|cochera|garage|garaje|tow|towed|prenda|toyota|honda|ford|nissan|chevrolet|chevy|kia|hyundai|mazda|volkswagen|vw|renault|peugeot|citroen|fiat|skoda|audi|bmw|mercedes|tesla|jeep|dodge|subaru|mitsubishi|suzuki|volvo|opel|vauxhall|dacia|corolla|civic|prius|camry|hilux|jetta|tsuru|versa|sentra|onix|hb20|gol|polo|golf|clio|corsa|fiesta|focus|yamaha|kawasaki|tracto|tractocamion|patrulla|ambulancia|autobus|altima|sonda|chasis|chassis|vin|chofer|motorista|veh|insd|clmt|refrendo|tenencia|car tag",
  utility:
    "water|electric|electricity|gas|power|energy|utility|bill|broadband|internet|cable|phone bill|luz|agua|recibo|factura luz|comision federal|cfe|telmex|izzi|megacable|totalplay|predial|wifi bill|council|rates|sewer|trash|comcast|xfinity|verizon|spectrum|conta luz|conta agua|enel|edf|engie|veolia|vodafone|movistar|netflix|spotify|amazon|streaming|service address|service account|socia|socio|alarm|alarma|brokerage|medallion|subscriber|membership|condominium|hoa",
  club: "gym|gimnasio|gimnasia|club|biblioteca|library|hipica|golf|tennis|tenis|padel|piscina|pool|padel|yoga|crossfit|spa|academia|ginasio|clube|museum|museo|costco|sams|cineclub|natacion|rowing|sailing|yacht|asociacion|association|cooperativa|deportivo|polideportivo|federacion|super fund|co op|coop|lesion|baja temporal",
  birth:
    "f n|f nac|fec nac|f d n|nacimiento|naci|nacio|nasido|nasida|nasio|nasimiento|nacimos|nacieron|nacidos|nacidas|nascemos|nasceram|nascidos|nes|nees|nacida|nacido|nacer|nace|cumple|cumplo|cumplio|cumpleanos|dob|d o b|born|birth|birthday|birthdate|birth date|nascimento|nascido|nascida|nasci|nasceu|ne le|nee le|ne e le|nee|naissance|fecha nac|fec nac|f nac|fn|nasc|nac|fdn|bday|b day|fnac|fechanac|fechanacimiento|fecnac|dateofbirth|birth_date|fn|d n|geboren|natal|data nasc|dt nasc|dtnasc|ddn",
  date: "vacuna|vacunacion|turno|entrega|refuerzo|lunes|martes|miercoles|jueves|viernes|sabado|domingo|monday|tuesday|wednesday|thursday|friday|saturday|sunday|fecha|date|dia|data|vence|vencimiento|caducidad|expira|expires|valid|desde|hasta|from|until|due|plazo|cita|appointment|appt|ingreso|alta|edd|lmp|fum|fpp|payment|pago|coverage|deadline|starts|start|signed|firma|llegada|salida|arrival|departure|admitted|discharged|visita|visit|hearing|audiencia|audience|clinic|seen|rdv|consulta|retorno|inscripcion|matriculacion|mudanza|mudarse|tues|tue|wed|thu|thur|thurs|fri|lun|mie|jue|vie|sab|dol",
  age: "edad|tenho|tem|tinha|j ai|il a|elle a|tiene|tengo|tenia|tenes|tienes|cumple|cumplio|cumplir|cumplo|cumplira|cumplen|age|aged|old|idade|age de|anos de edad|paciente|varon|mujer|hombre|nino|nina|hijo|hija|nene|nena|senor|senora|male|female|man|woman|boy|girl|ella|patient|femme|homme|masculino|femenino|menor|madre|padre|hermana|hermano|naci|nacio|nacido|nacida|abuela|abuelo|bisabuela|bisabuelo|abuelita|abuelito|suegra|suegro|tia|tio|mama|papa|grandma|grandpa|grandmother|grandfather|mother|father|mum|mom|dad|mae|pai|avo|mere|pere|anciana|anciano|viejita|viejito|elderly|senior|persona|person|adulto|adulta|residente|resident|jubilado|jubilada|pensionado|pensionada|retiree|idosa|idoso|agee|bisnieto|nieto|nieta|joven|bebe|sobrino|sobrina|primo|prima|esposo|esposa|marido|husband|wife|son|daughter|brother|sister|grandson|granddaughter|uncle|aunt|neighbor|neighbour|vecino|vecina|pt|px|pte|pac|doente|utente|declarante|compareciente|comparecio|testigo|asegurado|asegurada|insured|suspect|subject|driver|conductor|conductora|alumno|alumna|pensionista|funcionaria|funcionario|trabajador|trabajadora|lady|gentleman|guy|claimant|complainant|victim|victima|detenido|detenida|imputado|imputada|acusado|acusada|fallecido|fallecida|fallecio|murio|died|deceased|occiso|difunto|soltero|soltera|casado|casada|viuda|viudo|originario|originaria|smoker|enrollee|defendant|plaintiff|inmate|chofer|novia|novio|hijastra|hijastro|ama casa|tutor|tutora|responsable|llamarse|protesta|abuelos|nan|granny|nana|toddler|infant|newborn|baby|recien nacido|lactante|adolescente|teenager|kid|child|nourrisson|enfant|fils|fille|filho|filha|crianca|enfants|ninos|ninas|hijos|hijas|kids|children|filhos|filhas|criancas|twins|gemelos|mellizos|siblings|hermanos|hermanas|nietos|sobrinos|jumeaux|gemeos|menina|menino|moca|moco|rapariga|garota|garoto|gestante|sr|sra|srta|mr|mrs|ms|mme|fez|fiz|completou|abue|yerno|nuera|copain|copine|eleve|caller|passenger|witness|suspecto|witnesses|nieta|cunado|cunada|inquilino|inquilina|huesped|tutorado|tutelado|avos|idosos|mocinha|rapaz|senhora|senhor|madame|monsieur|patiente|patientes|condutor|condutora|conductor|conductora|conductrice|conducteur|passageira|passageiro|pasajero|pasajera|elector|electora|demandado|demandada|acusado|acusada|imputado|imputada|testigo|victima|peaton|ciclista|adolescente|turned|turns",
  clinical:
    "dr s|prescriber|stamp|physician|pharmacy|dispense|hb|hemoglobina|plaquetas|leucos|leucocitos|creat|creatinina|cama|paciente|px|pte|dx|tx|diagnostico|urgencias|hosp|hospital|doente|utente|enfermaria|bed|ward|patient|triage|sala|servicio|medicina interna|quirofano|cirugia|traumatologia|consulta|patiente|lit|sutura|glucosa|tension|ta|fc|sat|spo2",
  sex: "masculino|femenino|varon|mujer|hombre|male|female|paciente|pac|pcte|pte|px|pt|masc|fem|nino|nina|prenatal|embarazada|gestante|gravida|gestacion|pregnant|enceinte|fum|fpp|hta|dm2|htn|epoc|copd|fn|dob|resp|refiere|relata|acude|intake|utente|doente|homem|mulher|homme|femme|patiente",
  login:
    "wifi|netflix|sshd|conectando|ssh|login|logon|session|sesion|logged|connected|authenticated|sudo|ftp|sftp|usuario|user|username|usr|entrar|entres|ingresar|acceder|signed|signed in|sign in",
  bankAccount:
    "banco|bank|banque|deposit|deposito|cuenta|account|acct|checking|savings|conta|compte|virement|nomina|payroll|ahorros",
  barcode: "gtin|ean|upc|barcode|codigo barras|dun|itf|isbn|sscc|gln|sku",
  insurance:
    "insurance|aseguradora|sanitaria|tarjeta sanitaria|bluecross|blue cross|aetna|cigna|humana|kaiser|medicaid|medicare|pcn|insured|isapre|fonasa|mutua|adeslas|sanitas|asisa|osde|mutuelle|convenio|carteirinha|unimed|subscriber|member|health card|cartilla|seguro medico|plan salud",
  parking: "parking|estacionamiento|garage|permit|tow|towed|grua|cochera",
  socialSecurity: "maiden name|ssn|social security|social|ss|benefits|ssa|w 2|1099",
  area: "urb|urbanizacion|villa|conjunto|sector|colonia|col|fracc|fraccionamiento|casa|calle|barrio|unidad|infonavit|ejido|privada|domicilio",
  zip: "cp|c p|codigo postal|cod postal|postal|zip|zipcode|zip code|postcode|post code|postal code|cep|code postal|pincode|eircode",
  coordinates:
    "lat|latitude|latitud|lon|lng|long|longitude|longitud|gps|coordenadas|coordinates|ubicacion|location|coords",
  username:
    "usuario|user|username|usr|login|userid|user id|nickname|nick|apodo|handle|cuenta|alias|utilizador|identifiant|pseudo|instagram|insta|ig|twitter|tiktok|telegram|facebook|skype|discord",
  password:
    "password|passwd|pwd|pass|contrasena|contrasenia|clave|clave acceso|senha|mot passe|mdp|passphrase|pin|nip|cvv|cvc|cvv2|codigo verificacion|otp|token|codigo seguridad|security code|verification code",
  secret:
    "key|apikey|api|api key|token|secret|secreto|bearer|authorization|access|credential|llave|clave|contrasena|password",
  address:
    "direccion|dir|domicilio|address|vivo|vivimos|vive|viven|envio|enviar|entrega|calle|casa|endereco|morada|moro|adresse|habite|live|lives|living|reside|ubicado|ubicada|ship|deliver|delivery",
  expiry:
    "vence|vto|vencimiento|expira|exp|expiry|expires|expiration|valid|valida|validade|caduca|caducidad|vigencia|expire|mm aa",
  student:
    "matricula|alumno|alumna|estudiante|student|student id|boleta|numero control|carnet|legajo|codigo estudiante|aluno|etudiant|nia",
  customer:
    "cliente|customer|client|socio|member|suscriptor|cupo|suministro|cups|contrato|abonado|nis|numero cliente|customer id|client id|account number|loyalty|cliente id|id cliente",
  file: "expediente|folio|folios|radicado|radicacion|siniestro|claim|claims|case|caso|causa|rit|rol|ruc|protocolo|escritura|denuncia|carpeta|carpeta investigacion|reporte|incidencia|incident|reclamo|reclamacion|queja|tramite|autorizacion|telegrama|acta|juicio|dossier|processo|case number|file number|reference number|docket|radicado numero",
  order:
    "orden|pedido|order|ticket|booking|reservation|reserva|reservacion|contrato|contract|factura|invoice|tracking|guia|rastreo|clave rastreo|transaccion|transaction|commande|localizador|pnr",
  authority:
    "police|policia|court|juzgado|tribunal|solicitor|solicitors|home office|ombudsman|hmrc|irs|uscis|visa|asylum|asilo|embassy|embajada|consulate|consulado|fiscalia|prosecutor|crime|denuncia|complaint|queja|lawsuit|abogado|attorney|lawyer|ayuntamiento|sheriff|detective|claims adjuster|adjuster|siniestro|parking fine|multa|speeding|infraccion|penalty|prefecture|gendarmerie|commissariat|plainte|delegacia|jury duty|subpoena|hearing|tribunal administratif",
  school:
    "colegio|escuela|school|grade|instituto|secundaria|preparatoria|primaria|liceo|faculdade|escola|lycee|campus|eso|bachillerato|ingresante|universidad|universitario|university|universite|universidade|facultad|semestre|semester|carrera|alumno|alumna|estudiante|student|aluno|aluna|etudiant|etudiante|eleve|pupil|enrolled|inscrito|beca|scholarship|boletin|kinder|prepa|apoderado|apoderada|honor",
  staff:
    "pabellon|ascenso|detenido|empleado|empleada|penal|penitenciaria|comisario|comisaria|recibo sueldo|haberes|antiguedad|rrhh|obrero|operario|payroll|hired|interno|recluso|sargento|teniente|warden|lieutenant|sergeant|vigilante|nomina|quincena|planilla|empregado|funcionario",
  insured:
    "assured|life assured|sinistre|siniestro|mapfre|axa|allianz|zurich|gnp|qualitas|maif|macif|insured|asegurado|suma asegurada|sum assured|deducible|deductible",
  lawyer:
    "abogado|abogada|abogados|contadora|ingeniera|c s j|consejo superior|apoderado judicial|letrado|letrada|advogado|advogada|avocat|avocate|attorney",
  cadastral: "catastral|referencia catastral|catastro|finca",
  // Negative: what follows is a thing, an amount or a version.
  money:
    "precio|price|prix|preco|costo|cost|costs|monto|importe|amount|total|subtotal|pesos|euros|dolares|dollars|usd|mxn|eur|pago|saldo|cuota|mensualidad|balance|fee|salario|sueldo|renta",
  product:
    "awb|hawb|gtin|ean|upc|hts|pn|p n|modelo|model|modele|serie|version|ver|referencia|ref|refaccion|repuesto|presupuesto|quote|sku|parte|part|pieza|codigo|code|articulo|item|lote|batch|catalogo|numero parte|part number|factura|pedido|orden|order|ticket|invoice|folio|alarma|error|norma|iso|ley|articulo|art|norm|parametro|guia|tracking",
  version:
    "version|versions|ver|v|release|firmware|build|seccion|section|apartado|clausula|clause|chapter|capitulo|numeral|versao|driver|software|upgrade|upgraded|upgrading|downgrade|downgraded|actualizar|actualizado|actualizamos|patch|parche|resolucion|miscelanea|regla|reglas|anexo|reglamento|inciso|fraccion|lineamiento|numerales",
  // What an amount is followed by.
  unit: "pesos|euros|dolares|dollars|usd|mxn|eur|cop|clp|ars|pen|brl|gbp|reais|soles|libras|pounds|yenes|yen|bolivares|guaranies|quetzales|people|personas|pessoas|habitantes|inhabitants|users|usuarios|customers|clientes|units|unidades|unidads|items|piezas|pieces|copies|veces|times|millones|million|iterations|rows|filas|bytes|kb|mb|gb|alumnos|alunos|estudiantes|students|socios|members|miembros|hojas|paginas|pages|palabras|words|lugares|votos|votes|seguidores|followers|km|kg|ml|mg|cm|mm",
  follow:
    "follow|following|sigueme|siganme|sigan|seguirme|siguenos|instagram|insta|ig|twitter|tiktok|threads|mencioname|etiquetame|tagged|dm|handle|arroba|cuenta|perfil|profile",
  prescriber:
    "npi|dea|dr|dra|doctor|doctora|drs|physician|prescriber|pharmacist|surgeon|medico|medica|medicos|cirujano|odontologo|odontologa|dentista|psicologo|psicologa|psychologist|enfermera|enfermero|nurse|doutor|doutora|medecin|infirmier|infirmiere|volante|receta|fisioterapeuta|nutriologa|nutriologo|optometrist|dentist|veterinarian|pharmacy|podologo|logopeda|matrona|midwife|oftalmologo|pediatra|cardiologo|ginecologa",
  healthInsurer:
    "isapre|fonasa|sanitas|adeslas|asisa|dkv|mutuelle|unimed|amil|osde|banmedica|consalud|colmena|gastos medicos|seguro medico|seguro salud|seguros medicos|health insurance|medical insurance|cigna|aetna|bupa|issste|obra social|prepaga|plan medico|plano saude",
  immigration:
    "alien|uscis|migracion|inmigracion|immigration|a number|green card|i 765|i 485|i 130|i 589|visa|asylum|asilo|ead|ice|eoir|resident|residente|form i|i 9|brp",
  ownPage: "cv|portfolio|portafolio|portafolios|curriculum|curriculo|perfil|profile|linkedin|webhook|hook",
  measure:
    "km|kilometros|kms|miles|millas|metros|kg|kilos|litros|volts|watts|rpm|psi|bar|mm|cm|unidades|units|piezas|caracteres|minutos|horas|hours|minutes|dias|days|veces|times",
} as const satisfies Record<string, string>;

export type CueName = keyof typeof CUES;

export const CUE_NAMES = Object.keys(CUES) as CueName[];
