import type { Lexicon } from "./lexicon.ts"

export const es: Lexicon = {
  small:
    "el, la, los, las, un, una, unos, unas, y, o, u, pero, de, del, a, al, en, con, por, para, sin, sobre, entre, hasta, desde, que, quien, quienes, cual, como, cuando, donde, si, no, ni, es, son, era, está, están, ser, hay, tiene, tienen, tengo, tenemos, quiero, queremos, necesito, necesita, necesitamos, puede, pueden, debe, deben, lo, le, les, se, me, nos, mi, mis, su, sus, nuestro, nuestra, nuestros, nuestras, yo, ellos, ellas, este, esta, esto, eso, esa, ese, más, menos, muy, también, solo, cada, todo, todos, toda, todas, algo, nada, ya, antes, después, cuánto, hola, porque, así, al, pues, sea",
  topics: {
    purpose:
      "!tengo una, !tengo un, !somos una, !somos un, !llevo una, !gestiono, quiero que, queremos que, quiero una, necesitamos una, necesito una, una aplicación para, un sistema para, una web para, plataforma, antecedentes, solicitud de propuesta",
    users:
      "!usuarios, !usuarias, !público, !la mayoría, !lo usan, !lo usarán, !quienes usan, !lo usa, !trabaja con, todos",
    journey:
      "eligen, recog*, devuelv*, elegir, elige, seleccion*, !paso a paso, !pasos, !primero, !después, !luego, rellen*, confirm*, buscan, busca, envían, escane*, suben, !el proceso, apuntan, apuntarse",
    rules:
      "!no pueden, !no se puede, !solo si, !a menos que, !salvo, !excepto, !excepción, !excepciones, al menos, como máximo, !no más de, plazo*, !días antes, !horas antes, !el día antes, límite*, !regla, !reglas, !norma, !normas, máximo, mínimo, cancel*, !orden de llegada, prioridad, !tienen preferencia, descuento*, !si hay, permitido",
    success:
      "!éxito, !medir, !objetivo*, !indicador*, !reducir, !bajar de, !bajan de, !aumentar, !ahorrar, !ahorra, !ahorrarnos, !menos de la mitad, !duplicar",
    scope:
      "!primera versión, !imprescindible*, !lo más importante, !requisitos funcionales, !para empezar, alcance, funciones, funcionalidades, !el primer día",
    reason:
      "!problema*, !lío, !caos, !ahora mismo, !actualmente, !hoy en día, !hasta ahora, !perdemos, !nos cuesta, !a mano, !en papel, !excel, !hoja de cálculo, !hojas de cálculo, !por teléfono, !tarda demasiado, !un desastre, !se pierden, !por whatsapp",
    volume:
      "!al día, !por día, !a la semana, !por semana, !al mes, !por mes, !al año, !por año, !los sábados, !en temporada, !temporada alta, !plazas, !barcos, tiendas, sedes, !cuántos, !cuántas, !de abril a, !por hora",
    data: "!guardar, !guardamos, !guarda, !almacen*, !base de datos, !los datos, !datos de, dirección, direcciones, nombre y, teléfono y, fotos, historial, !ficha, !fichas, fecha de nacimiento",
    failure:
      "!sale mal, !falla, !fallo, !fallos, !error, !errores, !devolvemos, !devolución, !devoluciones, !reembols*, !sin cobertura, !sin conexión, !sin internet, !viento, !mal tiempo, !lluvia, !no se presenta, !agotad*, !se cae, !avería*, !cancelamos",
    exclusions:
      "!fuera de alcance, !no incluye, !no incluido, !no necesitamos, !no necesito, !no queremos, !no quiero, !nada de, !queda fuera, !no hace falta, !de ninguna manera",
    access:
      "!iniciar sesión, !inician sesión, !cuenta de usuario, !cuentas, !contraseña*, !registrar*, !registro, !identific*, !acceder, !acceso, !número de socio, !código de acceso",
    permissions:
      "!solo puede ver, !solo pueden ver, !solo ven, !solo ve, !puede ver, !pueden ver, !quién puede, !permiso*, !nadie puede, !nadie debe, !administrador*, !aprobar, !autoriz*, !solo yo, !puede borrar, !puede cambiar",
    payment:
      "!pago, !pagos, !pagan, !pagar, !tarjeta, !transferencia*, !efectivo, !factura*, !bizum, !paypal, !señal, !depósito, !precio*, !tarifa*, !comisión, !comisiones, !cobran, !cobrar, !cobro, !cobramos, !cuota*, dinero, !debo, !gratis, !gratuit*, !entrada general, !cuesta",
    notifications:
      "!avis*, !notific*, !recordatorio*, !recordar*, !sms, !correo, !correos, !email, !whatsapp, !mensaje*, !boletín, !alerta*",
    integrations:
      "!integr*, !conect*, !importar, !exportar, !csv, !contabilidad, !calendario, !google calendar, !sap, !holded, !api, !sincroniz*, !crm, !erp, !booking com, !tpv",
    privacy:
      "!privacidad, !protección de datos, !rgpd, !datos personales, !datos de salud, !confidencial*, !sensible*, !consentimiento, !anónim*, !cifrad*",
    retention:
      "!conserv*, !se borra, !se borran, !borrar después, !eliminar después, !archiv*, !años guard*, !guardar durante, !para siempre",
    reports:
      "!informe*, !estadística*, !resumen mensual, !la lista de, !un listado, !listado*, !al final del mes, !a final de mes, !imprim*, !panel, !necesita la lista, !cuánto debo, !cada mañana",
    devices:
      "!móvil, !móviles, !tableta*, !tablet*, !ordenador*, !portátil*, !navegador, !iphone*, !android, !solo web, !app store, !de la tienda",
    security: "!seguridad, !hacke*, !fraude*, !auditor*, !doble factor, !ataque*",
    deadline:
      "!antes de navidad, !antes del verano, !para el verano, !para la temporada, !próxima temporada, !en enero, !en febrero, !en marzo, !en mayo, !en junio, !en julio, !en agosto, !en septiembre, !en noviembre, !en diciembre, !antes de enero, !antes de marzo, !antes de abril, !antes de mayo, !antes de junio, !fecha límite, !lanzamiento, !tiene que estar, !debe estar listo, !este año, !año que viene, !no hay prisa, !sin fecha",
    budget:
      "!presupuesto*, !no tenemos dinero, !gastar, !podemos pagar, !barat*, !coste máximo, !costar como máximo, !caro, !subvención",
    availability:
      "!disponib*, !24 horas, !todo el día, !siempre disponible, !caída*, !horario de apertura, !por la noche",
    accessibility:
      "!accesib*, !wcag, !lector de pantalla, !personas mayores, !gente mayor, !letra grande, !ciegos, !discapaci*, !mala vista, !al sol",
    languages:
      "!idioma*, !español, !inglés, !alemán, !francés, !italiano, !catalán, !portugués, !traduc*, !multilingüe, !ruso",
    speed: "!bastante rápido, !segundo*, !milisegundos, !al instante, !tiempo de carga, !tiempo de respuesta",
    terms: "!llamamos, !significa, !se llama, !glosario, !quiere decir",
  },
  cues: {
    exclusion:
      "no incluye, no necesitamos, no necesito, no queremos, no quiero, nada de, fuera de alcance, queda fuera, no hace falta, de ninguna manera",
    rule: "no pueden, no se puede, solo si, a menos que, salvo, excepto, no más de, como máximo, como mínimo, al menos, días antes, horas antes, nunca más, nunca antes, nadie puede, nadie debe, orden de llegada, si hay, permitido, máximo, mínimo, tienen preferencia, tiene que, obligatorio",
    measure: "éxito, reducir, bajar, bajan, aumentar, ahorrar, ahorra, menos de, duplicar, indicador, objetivo",
    goal: "nuestro objetivo, el objetivo es, para que podamos, queremos menos, queremos más",
    risk: "miedo, riesgo*, preocupa*, temo, desastre si",
    decision: "hemos decidido, decidimos, está decidido, usaremos, tiene que ser en",
    term: "llamamos, significa, se llama, quiere decir",
  },
  intents: {
    unsure:
      "no lo sé, no sé, no lo tengo claro, no estoy seguro, no estoy segura, ni idea, no tengo ni idea, no tengo idea, no sabría decir, depende no sé, no se",
    skip: "saltar, sáltalo, salta, siguiente, siguiente pregunta, pasar, paso, da igual, no importa, prefiero no decirlo, omitir",
    back: "atrás, volver, volver atrás, vuelve atrás, pregunta anterior, la anterior, una pregunta atrás, deshacer",
    finish:
      "eso es todo, es todo, ya está, nada más, terminado, terminar, hemos terminado, he terminado, listo, fin, acabar, ya basta, con eso basta, resume, resúmelo, haz un resumen, resumir, cierra",
    gaps: "qué necesitas todavía, qué más necesitas, qué te falta, qué falta, qué falta todavía, qué queda, qué más necesita, qué necesita todavía, falta algo",
    delegate:
      "decide tú, tú decides, decida usted, usted decide, decidid vosotros, decidan ustedes, lo que te parezca, lo que le parezca, como veas, como quieras, lo dejo en tus manos, lo dejo en sus manos, elige tú, a tu criterio",
    greeting: "hola, buenos días, buenas tardes, buenas noches, buenas, hay alguien, hey",
    thanks: "gracias, muchas gracias, vale, ok, okay, perfecto, genial, bien, muy bien, de acuerdo, estupendo, claro",
    explain:
      "por qué preguntas, por qué lo preguntas, por qué, qué quieres decir, no entiendo, no lo entiendo, qué significa, explícame, cómo, por ejemplo",
    continue: "continuar, continúa, sigue, seguir, seguimos, más preguntas, más detalles",
    both: "ambos, ambas, los dos, las dos, las dos cosas",
    older: "lo primero, la primera, el primero, lo anterior",
    newer: "lo segundo, la segunda, el segundo",
    yes: "sí, claro, por supuesto, desde luego, sí claro, sí por favor",
    no: "no, ninguno, ninguna, nada, nadie, nadie más, para nada, no hay, en absoluto, qué va",
  },
  fillers:
    "por, favor, pues, gracias, creo, yo, bueno, hm, eh, sí, no, la, verdad, de, momento, ahora, eso, lo, mí, me, todavía, aún, con, esta, pregunta, ya, es, el, para, que, lo siento, perdón, a, una",
  negation: "no, nunca, ningún, ninguna, ninguno, sin, nadie, nada de, tampoco, jamás, ni",
  only: "solo, solamente, únicamente, exclusivamente",
  correction:
    "!corrección, !corrijo, !quería decir, !quise decir, he dicho, dije, en realidad, perdón, perdona, !mejor dicho, !me equivoqué, !me he equivocado, !rectifico, !en lugar de, !en vez de",
  leads:
    "!pero, !por favor, !y, !además, !en realidad, !bueno, !quiero decir, !como he dicho, !he dicho, !creo que, !la verdad, !hm, !eh, pues, sí, no, claro, perdón, vale, ok, entonces, también",
  trails: "claro, por favor, vale, creo, eh, por supuesto, la verdad",
  joins: "y, pero, porque, para que, o, que, cuando, mientras, si, salvo, excepto, aunque, así que, en vez de",
  exceptions: "pero, salvo, excepto, a menos que, aunque, si no, solo si, o si, menos",
  vague: [
    ["speed", "rápido, rápida, ágil, rápidamente, veloz"],
    ["accessibility", "fácil, sencillo, sencilla, simple, intuitivo, intuitiva, cómodo"],
    ["security", "seguro, segura"],
    ["availability", "fiable, estable, robusto, robusta"],
    ["devices", "moderno, moderna, bonito, bonita, actual"],
    ["volume", "escalable, mucha gente, muchos usuarios, muchos clientes"],
    ["budget", "barato, barata, económico, económica, asequible"],
    ["deadline", "pronto, cuanto antes, lo antes posible"],
  ],
  concepts: {
    accounts: "cuentas, cuenta de usuario, iniciar sesión, inician sesión, login, registrarse, registro",
    "pay-card": "tarjeta, tarjetas",
    "pay-transfer": "transferencia, transferencias, bizum",
    "pay-cash": "efectivo, en metálico",
    "pay-later": "factura, a bordo, pagar en la tienda, pagan en la tienda",
    "reach-web": "web, página web, navegador",
    "reach-app": "app, apps, aplicación nativa, de la tienda",
    delivery: "entrega a domicilio, reparto, envío, envíos, envíos a domicilio, a domicilio",
    "messages-sms": "sms",
    "messages-email": "correo, correos, email, emails",
    chat: "chat, chatbot",
    advertising: "publicidad, anuncios",
  },
  roles: [
    { id: "patient", words: "paciente*", name: "los pacientes", side: "public" },
    { id: "neighbour", words: "vecino, vecinos, vecinas", name: "los vecinos", side: "public" },
    { id: "member", words: "socio, socios, socia, socias, miembro, miembros", name: "los socios", side: "public" },
    { id: "tourist", words: "turista*", name: "los turistas", side: "public" },
    { id: "passenger", words: "viajero*, pasajero*", name: "los pasajeros", side: "public" },
    { id: "visitor", words: "visitante*", name: "los visitantes", side: "public" },
    { id: "guest", words: "huésped*", name: "los huéspedes", side: "public" },
    { id: "pupil", words: "alumno*, alumna*", name: "los alumnos", side: "public" },
    { id: "student", words: "estudiante*", name: "los estudiantes", side: "public" },
    { id: "player", words: "jugador*", name: "los jugadores", side: "public" },
    { id: "participant", words: "participante*, asistente*", name: "los participantes", side: "public" },
    { id: "family", words: "familias", name: "las familias", side: "public" },
    { id: "parent", words: "padres", name: "los padres", side: "public" },
    { id: "resident", words: "residente*", name: "los residentes", side: "public" },
    { id: "tenant", words: "inquilino*", name: "los inquilinos", side: "public" },
    { id: "customer", words: "cliente, clientes, clienta, clientas", name: "los clientes", side: "public" },
    { id: "volunteer", words: "voluntario*, voluntaria*", name: "los voluntarios", side: "staff" },
    { id: "developer", words: "desarrollador*, programador*", name: "los desarrolladores", side: "public" },
    { id: "therapist", words: "fisioterapeuta*, médico*, terapeuta*", name: "los terapeutas", side: "staff" },
    { id: "reception", words: "recepción, recepcionista*", name: "la recepción", side: "staff" },
    { id: "manager", words: "jefe, jefa, gerente*, encargado*, encargada*", name: "los responsables", side: "staff" },
    { id: "treasurer", words: "tesorero*, tesorera*, contable*", name: "la tesorería", side: "staff" },
    { id: "board", words: "junta, presidente, presidenta, directiva", name: "la junta", side: "staff" },
    { id: "teacher", words: "profesor*, monitor, monitores, monitora*", name: "los profesores", side: "staff" },
    { id: "captain", words: "capitán, capitanes, tripulación, patrón", name: "la tripulación", side: "staff" },
    { id: "driver", words: "conductor*, repartidor*", name: "los conductores", side: "staff" },
    { id: "technician", words: "técnico*, instalador*, mecánico*", name: "los técnicos", side: "staff" },
    { id: "employee", words: "empleado*, empleada*", name: "los empleados", side: "staff" },
    { id: "staff", words: "equipo, personal de, oficina, compañeros", name: "el equipo", side: "staff" },
    {
      id: "partner",
      words: "hotel, hoteles, proveedor*, agencias, colaborador*",
      name: "los hoteles y socios",
      side: "partner",
    },
  ],
  activities: {
    order: { words: "pedido, pedidos, encarg*, pedir", act: "hacen un pedido", things: "los pedidos" },
    appointment: { words: "cita, citas", act: "piden una cita", things: "las citas" },
    booking: { words: "reserv*", act: "hacen una reserva", things: "las reservas" },
    registration: { words: "inscri*, apuntarse, matrícula*", act: "se inscriben", things: "las inscripciones" },
    rental: { words: "alquil*, préstamo*", act: "alquilan algo", things: "los alquileres" },
    enquiry: {
      words: "consulta, consultas, presupuestos, solicitud, solicitudes",
      act: "envían una consulta",
      things: "las consultas",
    },
    repair: {
      words: "reparación, reparaciones, avería*, incidencia*",
      act: "avisan de una avería",
      things: "las reparaciones",
    },
    stock: { words: "inventario, existencias, almacén", act: "consultan las existencias", things: "las existencias" },
    donation: { words: "donar, donación, donaciones, donativo*", act: "hacen un donativo", things: "los donativos" },
    time: { words: "fichar, horas trabajadas, jornada", act: "apuntan sus horas", things: "las horas" },
    document: {
      words: "documento, documentos, expediente*, formularios",
      act: "envían un documento",
      things: "los documentos",
    },
    course: {
      words: "curso, cursos, clases, taller, talleres",
      act: "se apuntan a un curso",
      things: "las plazas de los cursos",
    },
  },
  bounds: {
    max: "hasta, como máximo, máximo, menos de, no más de, por debajo de, en menos de, dentro de, antes de las, a menos de, <, ≤",
    min: "al menos, como mínimo, mínimo, más allá de, a partir de, desde, por encima de, >, ≥",
    about: "unos, unas, aproximadamente, cerca de, alrededor de, más o menos, casi, quizá, quizás, sobre, ~",
    more: "más de",
  },
  boundsAfter: { min: "o más, en adelante, como mínimo, +", max: "o menos, como máximo, máximo", notice: "antes" },
  numbers: {
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    docena: 12,
    quince: 15,
    veinte: 20,
    treinta: 30,
    cien: 100,
    mil: 1000,
  },
  units:
    "día, días, hora, horas, minuto*, segundo*, semana*, mes, meses, año, años, nudos, km, kg, euros, euro, personas, veces",
  unitWords: 1,
  per: "al día, por día, a la semana, por semana, al mes, por mes, al año, por año, por hora, a la hora, diarios, diarias",
  clock: "h, de la mañana, de la tarde, de la noche",
  mirror: {
    swap: { nuestro: "su", nuestra: "su", nuestros: "sus", nuestras: "sus" },
    endings: [],
    refuse:
      "yo me mi mis nos nosotros tengo quiero soy estoy puedo necesito debo pago llevo uso hago tenemos queremos somos estamos podemos necesitamos debemos pagamos llevamos usamos hacemos salimos cancelamos devolvemos cobramos vendemos guardamos trabajamos perdemos abrimos cerramos enviamos recibimos llamamos sabemos vamos damos he hemos había te tu tus usted ustedes su sus perdón perdona hola gracias corrección",
  },
}
