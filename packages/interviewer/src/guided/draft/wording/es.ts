import type { Wording } from "./wording.ts"

export const es: Wording = {
  cues: {
    could: "estaria bien, seria bueno, seria genial, opcional, quizas mas adelante, si queda tiempo",
    should: "idealmente, a ser posible, si es posible, preferiblemente, lo ideal",
    later: "segunda fase, fase 2, mas adelante, en el futuro, no en la primera version",
    personal:
      "nombre, nombres, apellido*, direccion, direcciones, telefono, numero de telefono, correo electronico, correo, fecha de nacimiento, salud, alerg*, foto, fotos, firma, firmas, iban",
    reason: "porque, ya que, fue un, es que, pues",
    placeholder: "por decidir, por definir, por elegir, por confirmar, aun sin decidir, sin decidir",
    offline: "sin cobertura, sin conexion, sin internet, sin senal, offline",
    consequence:
      "gratis, tarifa, comision, recargo, el primero, quien primero, siguiente, entonces, devolvemos, cancelamos",
    baseline: "de, desde, ahora, hoy, actualmente, hasta ahora",
    technology:
      "postgres*, mysql, sqlite, mongodb, redis, kafka, s3, docker, kubernetes, typescript, python, java, aws, azure",
  },
  wish: /(?<!\p{L})(?:quiero|queremos|quisiera|quisiéramos|me gustaría|nos gustaría|necesito|necesitamos|deseamos|deseo) (.+)$/iu,
  things:
    "el la los las un una unos unas lo que quien quienes como cuando donde cual su sus nuestro nuestra mi mis este esta estos estas en con por para de del a al solo ningun ninguna todos todas cada",
  problem: (said) => `Acabar con esto: ${said}`,
  ensure: (wish) => (/^(?:que |\p{L}+[aei]r(?:l[aeo]s?)? )/iu.test(wish) ? `permitir ${wish}` : undefined),
  enforce: {
    apply: (rule, gist) => `aplicar ${rule}${gist && ` (${gist})`}`,
    if: (rule, gist) => `una petición incumple ${rule}${gist && ` (${gist})`}`,
    shall: "rechazarla y decir a la persona por qué",
  },
  features: {
    main: "Tarea principal",
    access: "Acceso y permisos",
    payment: "Pago",
    messages: "Avisos",
    lists: "Listas y resúmenes",
    limits: "Límites y plazos",
    failure: "Cuando algo sale mal",
  },
  impact: {
    data: "Cambian los formularios y lo que se guarda; lo que no se pidió no se puede recoger después.",
    failure: "La gente se queda parada cuando algo falla, y el equipo hace a mano lo que debería hacer el sistema.",
    access: "La gente no puede entrar, o ve lo que no es suyo.",
    permissions: "Alguien ve o cambia lo que no debe, o no puede hacer su trabajo.",
    notifications: "La gente no se entera de lo importante y llama por teléfono.",
    integrations: "Los datos se escriben dos veces, o la conexión se añade tarde.",
    privacy: "Los datos delicados quedarían poco protegidos, y eso puede incumplir la ley.",
    retention: "Los datos se borran demasiado pronto o se guardan más de lo permitido.",
    reports: "Falta una lista que alguien necesita a menudo.",
    devices: "Las pantallas no encajan con el dispositivo y hay que rehacerlas.",
    security: "Se protege lo que no toca, y el daño se nota tarde.",
    availability: "Las caídas duran más de lo que el trabajo aguanta, o se paga por algo que nadie necesita.",
    accessibility: "Algunas personas no pueden usarlo sin ayuda.",
    languages: "Los textos se traducen tarde, y con ellos cambia el diseño.",
    speed: "Parece lento, y la gente abandona a medias.",
  },
  ask: {
    dispute: (older, newer) => `¿Qué vale: «${older}» o «${newer}»?`,
    both: "Las dos",
    disputeWhy: "Las dos afirmaciones no se pueden construir a la vez.",
    priority: (quotes) =>
      `¿Qué va primero cuando se cumple más de una: ${quotes.map((quote) => `«${quote}»`).join(", ")}?`,
    priorityWhy: "La regla y sus excepciones pueden cumplirse a la vez, y entonces cada uno decidiría de otra forma.",
    locked: (line, said) => `La línea «${line}» está bloqueada, pero después se dijo «${said}». ¿Debe cambiar?`,
    lockedWhy: "Una línea bloqueada no cambia sin usted.",
    placeholder: (said) => `¿Qué será: ${said}?`,
    placeholderWhy: "En el documento quedó abierto.",
    vagueWhy: "Así nadie puede comprobarlo.",
    unknown: (label) => `Aún no se sabe: ${label}.`,
    unknownWhy: "Nadie lo ha podido decir todavía, y la respuesta cambia lo que se construye.",
    rest: (count) => `El mensaje tenía ${count} afirmaciones más de las que entran en un paso. ¿Cuáles importan?`,
    restWhy: "Todavía no están en el documento.",
  },
  lost: (said) => `Se decidió otra cosa: ${said}`,
  criteria: {
    most: ({ limit, unit }) => [
      {
        given: `el número de ${unit} está en ${limit - 1}`,
        when: "se pide uno más",
        outcome: `se acepta, y el número queda en ${limit}`,
      },
      {
        given: `el número de ${unit} está en ${limit}`,
        when: `se pide uno más, que haría ${limit + 1}`,
        outcome: `se rechaza, la persona ve el motivo, y el número queda en ${limit}`,
      },
    ],
    least: ({ limit, unit }) => [
      {
        given: `el número de ${unit} está en ${limit}`,
        when: "la persona continúa",
        outcome: "se acepta, y la persona ve la confirmación",
      },
      {
        given: `el número de ${unit} está en ${limit - 1}`,
        when: "la persona continúa",
        outcome: `se rechaza, y la persona ve que hacen falta ${limit}`,
      },
    ],
    notice: ({ amount, part }) => [
      {
        given: `faltan exactamente ${amount}`,
        when: sent(part),
        outcome: "se acepta, y la persona ve la confirmación",
      },
      {
        given: `faltan menos de ${amount}`,
        when: sent(part),
        outcome: "se rechaza, la persona ve el motivo, y no se guarda nada",
      },
    ],
    clock: ({ amount, part }) => [
      {
        given: `falta un minuto para las ${amount} del último día que cuenta`,
        when: sent(part),
        outcome: "se acepta, y la persona ve la confirmación",
      },
      {
        given: `son las ${amount} del último día que cuenta`,
        when: sent(part),
        outcome: "se rechaza, la persona ve el motivo, y no se guarda nada",
      },
    ],
    within: ({ amount }) => [
      {
        given: `han pasado exactamente ${amount}`,
        when: "la persona actúa",
        outcome: "se acepta, y la persona ve la confirmación",
      },
      {
        given: `han pasado más de ${amount}`,
        when: "la persona actúa",
        outcome: "se rechaza, la persona ve el motivo, y no cambia nada",
      },
    ],
    border: ({ amount, action }) => [
      {
        given: `el caso está exactamente en el límite (${amount})`,
        when: action,
        outcome: "se trata como dentro del límite, y así figura en el registro",
      },
      {
        given: `el caso está justo fuera del límite (${amount})`,
        when: action,
        outcome: "no se trata como dentro del límite, y la persona ve el motivo",
      },
    ],
    cap: ({ limit, unit }) => [
      {
        given: `el número de ${unit} está en ${limit - 1}`,
        when: "toca una vez más",
        outcome: `ocurre, y el número queda en ${limit}`,
      },
      {
        given: `el número de ${unit} está en ${limit}`,
        when: "tocaría una vez más",
        outcome: `no ocurre, y el número queda en ${limit}`,
      },
    ],
    permission: () => [
      {
        given: "una persona que tiene este permiso",
        when: "abre lo que puede ver o cambiar",
        outcome: "lo ve, y no ve nada más",
      },
      {
        given: "una persona que no tiene este permiso",
        when: "intenta llegar a ello, también por la dirección de la página",
        outcome: "se rechaza, no ve nada de ello, y no cambia nada",
      },
    ],
    payment: () => [
      {
        given: "hay un importe pendiente",
        when: "el pago se completa",
        outcome: "el importe figura como pagado una sola vez, y la persona ve la confirmación",
      },
      {
        given: "hay un importe pendiente",
        when: "el pago se rechaza o se interrumpe",
        outcome: "el importe queda pendiente, y la persona ve que no se ha pagado nada",
      },
    ],
    message: ({ does }) => [
      {
        given: `se cumple esto: ${does}`,
        when: "llega el momento",
        outcome: "la persona recibe el aviso una vez, y figura como enviado",
      },
      {
        given: "el aviso no se puede entregar",
        when: "llega el momento",
        outcome: "figura como no entregado, donde lo ve el equipo",
      },
    ],
    list: ({ amount }) => [
      {
        given: "entradas que corresponden y otras que no",
        when: `se abre o toca prepararla${amount && ` (${amount})`}`,
        outcome: "muestra todas las que corresponden, y ninguna otra",
      },
      {
        given: "no hay ninguna entrada que corresponda",
        when: `se abre o toca prepararla${amount && ` (${amount})`}`,
        outcome: "aparece y dice que no hay nada",
      },
    ],
    identity: () => [
      {
        given: "una persona que da los datos correctos",
        when: "se identifica",
        outcome: "ve lo suyo, y solo lo suyo",
      },
      {
        given: "datos que no coinciden",
        when: "alguien intenta identificarse con ellos",
        outcome: "se rechaza, y no se muestra ningún dato de nadie",
      },
    ],
    never: ({ action }) => [
      {
        given: "un caso al que se aplica",
        when: "se consulta más tarde",
        outcome: "figura sin cambios",
      },
      { given: "un caso al que se aplica", when: action, outcome: "se rechaza, y no cambia nada" },
    ],
    refusal: () => [
      {
        given: "una petición que cumple la regla",
        when: "se envía",
        outcome: "se acepta, y la persona ve la confirmación",
      },
      {
        given: "una petición que incumple la regla",
        when: "se envía",
        outcome: "se rechaza, la persona ve el motivo, y no se guarda nada",
      },
    ],
    event: ({ event, does }) => [
      {
        given: "el caso aún no se ha dado",
        when: event,
        outcome: `sigue esto, y se muestra: ${does}`,
      },
      {
        given: "un caso parecido que no cumple la condición",
        when: "se atiende",
        outcome: "no sigue nada de esto, y todo queda como estaba",
      },
    ],
    action: ({ action }) => [
      {
        given: "está todo lo necesario",
        when: action,
        outcome: "la persona ve que ha funcionado, y encuentra el resultado más tarde",
      },
      {
        given: "algo de lo necesario falta o está mal",
        when: action,
        outcome: "se rechaza, la persona ve qué falta, y no se guarda nada",
      },
    ],
  },
  offline: () => ({
    given: "el dispositivo no tiene conexión",
    when: "se abre",
    outcome: "muestra lo último que se cargó, y a qué hora",
  }),
  done: (said) => `se da este caso: ${said}`,
}

const sent = (part: string) =>
  part === "" ? "se envía la petición" : `se envía una petición a la que se aplica «${part}»`
