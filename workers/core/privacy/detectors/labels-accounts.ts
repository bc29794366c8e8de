import type { Label } from "./label.ts";

/** Accounts of customers, members and banks. */
export const ACCOUNT_LABELS: readonly Label[] = [
  {
    name: "client-number",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    spaced: true,
    words:
      "numero partida|customer number|customer no|customer nr|customer id|customer code|customer ref|" +
      "customer reference|client number|client no|client id|client code|client ref|client reference|account ref|" +
      "account reference|account id|account code|membership number|membership no|loyalty number|loyalty no|" +
      "frequent flyer|skymiles|aadvantage|loan number|loan no|loan id|mortgage number|contract number|contract no|" +
      "contract id|meter number|meter no|mpan|mprn|broker|brokerage|numero cliente|cliente numero|cliente no|" +
      "cliente id|cliente unico|id cliente|codigo cliente|cod cliente|clave cliente|numero contrato|" +
      "contrato numero|contrato no|id contrato|numero credito|credito numero|credito hipotecario|credito infonavit|" +
      "numero prestamo|prestamo numero|numero suministro|suministro|predial|numero abonado|abonado|numero servicio|" +
      "numero medidor|medidor numero|nic|viajero frecuente|numero viajero|iberia plus|codigo socio|" +
      "contrato emprestimo|instalacao|unidade consumidora|matricula imovel|kundennummer|numero client|" +
      "client numero|reference client|ref client|allocataire|numero allocataire|numero contrat|contrat numero|" +
      "numero abonne|abonne|point livraison|pdl|library card|librarycardnumber|library barcode|patron barcode|" +
      "patron id|patron number|reader number|reader ticket|borrower number|borrower id|gym barcode|gym id|" +
      "gym membership|club card|clubcard|clubcardnumber|loyalty card|loyaltycardnumber|loyalty id|rewards number|" +
      "rewards id|rewards card|nectar card|advantage card|membership card|membershipcardnumber|frequentflyernumber|" +
      "ffn|mileageplus|mileage plus|rapid rewards|avios|flying blue|miles and more|smiles|latam pass|club premier|" +
      "rapidrewards|customer account number|customer acct|client acct|council tax ref|council tax reference|" +
      "council tax account|counciltaxnumber|council tax|rates account|water account|wateraccountnumber|" +
      "electric account|electricity account|gas account|energy account|broadband account|utility acct|" +
      "utility account number|tenancy ref|tenancy reference|tenancy number|tenant ref|rent account|" +
      "rentaccountnumber|payment reference number|payer ref|donor id|donor number|donor no|supporter number|" +
      "member account|super member|super fund member|pension ref|pension number|pension no|pension account|" +
      "plan account|toll account|ez pass|ezpass|fastrak account|sunpass|prepaid account|portal id|" +
      "subscriber account|contract num|contract ref|agreement number|agreement no|agreement ref|loan ref|" +
      "loan reference|loan acct|lease number|lease no|mpr number|supply number|cuenta contrato|" +
      "cuenta contrato numero|numero socia|socia numero|socio no|socio nro|numero asociado|asociado numero|" +
      "carnet socio|carnet biblioteca|carne biblioteca|tarjeta biblioteca|lector numero|numero lector|" +
      "tarjeta puntos|tarjeta fidelidad|tarjeta cliente|tarjeta lealtad|tarjeta club|monedero|club numero|" +
      "pasajero frecuente|lifemiles|aeroplan|servicio luz|servicio cfe|cfe numero|numero cfe|rpu|numero rpu|nis|" +
      "numero nis|nis rad|cuenta agua|cuenta luz|cuenta gas|cuenta cfe|cuenta telmex|cuenta izzi|" +
      "cuenta cablevision|codigo suministro|numero instalacion|numero contador|contador numero|codigo pago|" +
      "codigo contrato|num contrato|nro contrato|contrato luz|contrato agua|contrato gas|contrato internet|" +
      "contrato arrendamiento numero|cuenta cliente|num cliente|nro cliente|cliente nro|codigo usuario servicio|" +
      "usuario servicio numero|codigo abonado|numero inscripcion|numero suscriptor|suscriptor|numero suscripcion|" +
      "contribuyente municipal|cuenta catastral|clave catastral|boleta predial|numero predio|prestamo hipotecario|" +
      "hipoteca numero|numero hipoteca|credito fovissste|socio club|socio numero|numero instalacao|" +
      "codigo instalacao|numero associado|associado numero|cartao fidelidade|cartao cliente|cartao continente|" +
      "matricula socio|numero assinante|assinante|numero uc|codigo uc|carte fidelite|carte bibliotheque|" +
      "lecteur numero|numero lecteur|compte client|code client|numero caf|caf numero|contrat edf|numero pdl|" +
      "numero pce|point comptage|reference contrat|numero locataire|numero pret|pret numero|billing account number|" +
      "epic id|steam id|steamid|xuid|player id|gamer id|account uuid|user uuid|merchant id|merchant no|" +
      "meter account|membership card no|gym member|gym membership number|club member|numero socio|individual id|" +
      "uid numero|user id numero|player uid|frequent traveler number|frequent traveller|frequent traveller number|" +
      "skywards|krisflyer|executive club|executive club number|bonvoy|bonvoy number|hilton honors|honors number|" +
      "worldofhyatt|ihg number|delta number|united number|aa number|aadvantage number|club premier numero|" +
      "connectmiles|tudoazul|numero smiles|multiplus|numero fidelidade|numero fidelite|carte fidelite numero|" +
      "customer acct number|customer account no|client account no|portal number|service account|" +
      "service account number|service contract|cliente contrato|contrato servicio|contrato linea|contrato movil|" +
      "contrato telefono|contrato fibra|contrato suministro|contrato cfe|contrato naturgy|contrato endesa|" +
      "contrato iberdrola|contrato agua numero|contrato sedapal|contrato epm|numero matricula gas|" +
      "numero poliza gas|poliza agua|poliza luz|identificador cliente|cliente codigo|codigo tarjeta|" +
      "numero tarjeta cliente|numero tarjeta puntos|numero titular|titular numero|numero linea|numero inmueble|" +
      "inmueble numero|numero finca|cuenta predial numero|rol avaluo|numero tenant|tenant id|tenant number|" +
      "tenant no|lessee number|resident number|resident id account|household number|household id|property ref|" +
      "rental ref|borrower ref|pension member number|pension member|teacher pension|teacher pension no|" +
      "pension roll|pension payroll|numero pensionista|numero pensionado|numero jubilado|investor number|" +
      "investor id|investor no|shareholder number|shareholder ref|holder number|account holder number|" +
      "numero conta cliente|codigo cliente numero|numero cliente conta|identifiant client|num client|" +
      "numero compte client|numero contrat client|reference contrat client|numero titulaire|cust ref|cust no|" +
      "cust id|cust number|cust acct|rx acct|pharmacy acct|beneficio numero|hp agreement",
  },
  {
    name: "client-account",
    category: "ACCOUNT_NUMBER",
    digits: 4,
    score: 0.97,
    words:
      "patient account|patient acct|pt acct|pt account|guarantor account|billing account|utility account|" +
      "company account|customer account|client account|loan account|mortgage account|brokerage account|" +
      "trading account|predial cuenta|cuenta predial|cuenta contrato",
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
      "credito|prestamo|loan|mortgage|emprestimo|socio|customer|cliente|client|clienta|abonado|abonne|contrato|" +
      "contract|suministro|patron|donor|socia|sociedad|asociado|miles|rewards|membership|partida|ban|merchant|uid|" +
      "suscriptor|inquilino|inquilina|tenant|locataire|borrower|prestatario|arrendatario|lessee|shareholder|" +
      "investor|clientes|cliente numero|contrat|abonnement|abonada|avios|skywards|skymiles|iberia plus|lifemiles|" +
      "smiles|nectar|clubcard|allocataire|pensionista|loyalty|membresia|membrecia|millas|agreement|hire purchase|" +
      "finance agreement|lease agreement|credit agreement|beneficio|programa lealtad|abono|leasing|renting",
  },
  {
    name: "bank-number",
    category: "BANK_ACCOUNT",
    digits: 6,
    letters: "none",
    spaced: true,
    words:
      "a c|account number|account no|acct|acctnumber|account nr|bank account|beneficiary account|beneficiary acct|" +
      "checking account|savings account|checking|savings|direct deposit|cuenta corriente|cuenta ahorro|" +
      "cuenta ahorros|cuenta vista|cuenta rut|cuenta sueldo|cuenta nomina|cuenta cheques|cuenta bancaria|" +
      "cuenta deposito|numero cuenta|cuenta numero|cuenta no|cuenta bcp|cuenta bbva|cuenta interbank|" +
      "cuenta banamex|cuenta bancomer|cuenta banorte|cuenta santander|caja ahorro|caja ahorros|cta|cta cte|" +
      "cta corriente|cta ahorro|cta ahorros|numero cta|conta|conta corrente|conta poupanca|numero conta|poupanca|" +
      "compte|compte courant|numero compte|rib|acc no|acc num|account num|account nbr|accountno|accountnumber|" +
      "accnt|bank acct|bank a c|bankaccountnumber|bank ac|deposit account|deposit acct|chequing account|chequing|" +
      "current account|current acct|savings acct|checking acct|chk acct|ach account|payee account|beneficiary a c|" +
      "acnumber|a c payee|sort code account|iban account|giro account|num cuenta|nro cuenta|no cuenta|n cuenta|" +
      "cta bancaria|cta bco|cta sueldo|cta nomina|cta deposito|cuenta nro|cuenta num|cuenta destino|cuenta origen|" +
      "cuenta beneficiario|cuenta abono|cuenta cargo|cuenta domiciliacion|cuenta bancolombia|cuenta davivienda|" +
      "cuenta nequi|cuenta hsbc|cuenta scotiabank|cuenta azteca|cuenta estado|cuenta bancoestado|cuenta ripley|" +
      "cuenta bci|cuenta galicia|cuenta nacion|cuenta macro|cuenta popular|cuenta sabadell|cuenta caixabank|" +
      "cuenta ing|conta bancaria|conta salario|conta itau|conta bradesco|conta santander|conta nubank|conta caixa|" +
      "conta bb|conta destino|c c numero conta|cc conta|compte bancaire|compte epargne|compte cheques|livret|" +
      "numero livret|current a c|savings a c|deposit a c|client a c|account a c|payee account number|" +
      "account number ending|dda|dda account|dda number|checking a c|cuenta detracciones|cuenta detraccion|" +
      "cuenta interbancaria|cuenta corrente|cuenta dolares|cuenta soles|cuenta pesos|cta vista|cta rut|" +
      "cuenta chequera electronica|chequera electronica|cuentarut|cuenta rut banco estado|cuenta 2 banco|" +
      "caja ahorro pesos|caja ahorro numero|ca numero|cuenta unica|cuenta maestra|cuenta eje|cuenta cheque|" +
      "cuenta empresarial|cuenta remunerada|cuenta mancomunada|cuenta digital|cuenta mercado|conta pagamento|" +
      "conta digital|conta conjunta|conta c|c poupanca|compte joint|compte titulaire|compte numero|compte n|" +
      "current account number|savings account number|checking account number|checking account no|account no bank|" +
      "bank account no|bank account number|bank account num|libreta ahorros|libreta ahorro|caderneta poupanca|" +
      "livret a|cuenta banco nacion",
  },
  {
    name: "bank-number-to",
    category: "BANK_ACCOUNT",
    digits: 7,
    spaced: true,
    loose: true,
    letters: "none",
    words:
      "deposita|deposite|depositar|depositen|deposito|deposit|transferir|transfiere|transfiera|transferi|" +
      "bank details|datos bancarios|dados bancarios|abonar|coordonnees bancaires|virement|depositame|depositenme|" +
      "transfiereme|transfieres|transferencia|transferencias|transfer|pay into|paid into|payout|payouts|pay to|" +
      "wire to|wire from|wired to|remit to|autopay|direct debit|standing order|ingresar|ingresa|ingreso en|" +
      "ingresarme|abona|abonen|abono|abonarme|girar|consignar|consigna|consigname|consigne|transfira|depositado|" +
      "depositaron|virer|verser|payer sur|prelevement|cobra en|cobro en|cobran en|cobrar en|deposito en|" +
      "nomina en|cae en|payee",
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
