import type { TopicRow } from "./row.ts";

/** Topics of cars and their sale. */
export const AUTOMOTIVE_TOPICS: readonly TopicRow[] = [
  [
    "vehiculo",
    "vehicul carro$ carros$ coche$ coches$ auto$ autos$ car$ cars$ camioneta suv$ sedan pickup hatchback modelo$ model$ seminuevo usado$ used$ veiculo voiture version$ truck$",
    "el vehículo",
    "the vehicle",
    "o veículo",
    "le véhicule",
  ],
  [
    "financiamiento",
    "financ credito$ mensualid enganche tasa$ interes$ loan$ apr$ monthly+payment down+payment prestamo buro$ parcela emprunt financement arrendam leasing cuotas$",
    "el financiamiento",
    "the financing",
    "o financiamento",
    "le financement",
  ],
  [
    "prueba_manejo",
    "prueba+de+manejo test+drive probar+el probarlo probarla manejarlo test+de+conduccion essai",
    "la prueba de manejo",
    "the test drive",
    "o test drive",
    "l'essai routier",
  ],
  [
    "toma_a_cuenta",
    "a+cuenta trade+in mi+carro mi+coche mi+auto usado+como avaluo valuac perit entreg+un+usado reprise",
    "el vehículo a cuenta",
    "the trade-in",
    "o veículo na troca",
    "la reprise du véhicule",
  ],
  [
    "equipamiento",
    "equipam accesor airbag bolsas+de+aire pantalla camara$ rines feature$ features$ trim$ carplay automatic estandar transmision motor$ engine rendimiento mileage kilometra km$ consumo color$",
    "el equipamiento",
    "the features",
    "os equipamentos",
    "les équipements",
  ],
  [
    "servicio_taller",
    "taller$ afinacion mantenim refaccion service$+de workshop oil+change cambio+de+aceite revision+de falla$ fallo$ ruido$ frenos brake repair reparac",
    "el servicio de taller",
    "the workshop service",
    "o serviço de oficina",
    "l'entretien à l'atelier",
  ],
  [
    "tramites_vehiculo",
    "placas$ tenencia tarjeta+de+circulacion refrend licencia$ registration plates$ factura+original verificacion+vehicular matricul patente$ cambio+de+propietario",
    "los trámites del vehículo",
    "the vehicle registration",
    "a documentação do veículo",
    "l'immatriculation",
  ],
  [
    "flotilla",
    "flotilla flota$ fleet$ empresa$ company persona+moral",
    "la compra de flotilla",
    "the fleet purchase",
    "a compra de frota",
    "l'achat de flotte",
  ],
];
