import type { Phrases } from "./phrases.ts"

export const es: Phrases = {
  notSure: ["No lo sé", "No lo sé"],
  skip: ["Saltar", "Saltar"],
  questions: {
    purpose: {
      label: "qué debe hacer",
      ask: () => "¿Qué debe hacer, y para quién?",
      choices: () => [
        ["Reservas o pedidos", "Debe recibir reservas o pedidos de clientes."],
        ["Poner orden", "Debe tener nuestros registros en orden y en un solo sitio."],
        ["Trabajar en grupo", "Debe ayudar a un grupo a trabajar en común."],
      ],
    },
    users: {
      label: "quién lo usa",
      ask: () => "¿Quién lo va a usar?",
      more: ({ who }) => `Aparte de ${who}, ¿quién más trabajará con ello?`,
      choices: ({ isMore }) =>
        isMore
          ? [
              ["Nuestro equipo", "También lo usa nuestro equipo."],
              ["Una persona en la oficina", "Una persona en la oficina lo gestiona."],
              ["Nadie más", "Nadie más lo usa."],
            ]
          : [
              ["Nuestros clientes", "Lo usan nuestros clientes."],
              ["Solo nuestro equipo", "Solo lo usa nuestro equipo."],
              ["Los dos", "Lo usan nuestros clientes y nuestro equipo."],
            ],
    },
    journey: {
      label: "los pasos de principio a fin",
      ask: ({ who, act }) =>
        act === undefined
          ? `¿Qué ocurre, paso a paso, cuando ${who} lo usan?`
          : `Cuando ${who} ${act}, ¿qué ocurre hasta que todo queda resuelto?`,
      more: ({ who }) =>
        `Después de que ${who} terminen su parte, ¿qué ocurre por su lado hasta que todo queda resuelto?`,
      choices: () => [
        ["Se confirma solo", "Se confirma automáticamente y las dos partes lo ven al momento."],
        ["Primero lo revisamos", "Alguien del equipo lo revisa y después lo confirma."],
        ["Recibimos una lista", "Recibimos una lista y hacemos el resto a nuestra manera."],
      ],
    },
    rules: {
      label: "límites y reglas",
      ask: ({ things }) => `¿Qué límites o plazos hay que respetar${things ? ` con ${things}` : ""}?`,
      more: () => "¿Qué otras reglas deben cumplirse siempre, por ejemplo un límite, un plazo o una excepción?",
      choices: () => [
        ["Un número máximo", "Hay un número máximo por día."],
        ["Un plazo", "Los cambios se hacen al menos un día antes."],
        ["No hay más reglas", "No hay más reglas."],
      ],
    },
    success: {
      label: "una cifra que muestre el éxito",
      ask: () => "¿En qué se notaría a los tres meses que ha valido la pena, si puede ser con una cifra?",
      choices: () => [
        ["Horas ahorradas", "Nos ahorra al menos 5 horas de trabajo por semana."],
        ["Menos errores", "Los errores bajan a menos de la mitad."],
        ["Menos llamadas", "Las llamadas bajan un 50 %."],
      ],
    },
    scope: {
      label: "lo imprescindible de la primera versión",
      ask: () => "Si el primer día solo pudiera estar lista una cosa, ¿cuál sería?",
      choices: ({ things }) => [
        things
          ? [`Gestionar ${things}`, `El primer día lo imprescindible es gestionar ${things}.`]
          : ["La tarea principal", "El primer día lo imprescindible es la tarea principal, de principio a fin."],
        ["Nuestra vista general", "El primer día lo imprescindible es verlo todo de un vistazo."],
        ["Todo", "En la primera versión todo es imprescindible."],
      ],
    },
    reason: {
      label: "cómo se hace hoy y qué falla",
      ask: () => "¿Cómo se hace hoy, y qué es lo más molesto?",
      choices: () => [
        ["Teléfono y papel, muy lento", "Hasta ahora por teléfono y en papel, y se tarda demasiado."],
        ["Hojas de cálculo, con errores", "Hasta ahora en hojas de cálculo, y hay errores."],
        ["Es algo nuevo", "Hasta ahora no hay nada parecido."],
      ],
    },
    volume: {
      label: "qué cantidad debe soportar",
      ask: ({ things }) =>
        things
          ? `¿Qué cantidad esperan en un día normal y en el de más trabajo, contando ${things}?`
          : "¿Cuántas personas lo usarán en un día normal y en el de más trabajo?",
      vague: ({ vague }) => `Ha dicho «${vague}»: ¿qué cantidad sería, más o menos, en el día de más trabajo?`,
      choices: () => [
        ["Menos de 20 al día", "Menos de 20 al día."],
        ["De 20 a 200 al día", "De 20 a 200 al día, aproximadamente."],
        ["Más de 200 al día", "Más de 200 al día."],
      ],
    },
    data: {
      label: "qué datos se guardan",
      ask: ({ things }) => `¿Qué datos hay que guardar${things ? ` sobre ${things}` : ""}?`,
      choices: () => [
        ["Nombre y contacto", "Se guardan los datos de nombre, teléfono y correo."],
        ["Contacto y fotos", "Se guardan los datos de contacto y fotos o archivos."],
        ["Lo mínimo", "Se guarda lo mínimo necesario."],
      ],
    },
    failure: {
      label: "qué ocurre cuando algo sale mal",
      ask: ({ things }) =>
        `Cuando algo sale mal${things ? ` con ${things}` : ""}, por ejemplo por un error o un retraso, ¿qué debe ocurrir?`,
      choices: ({ money }) => [
        ["Lo cambian ellos", "Si algo sale mal, pueden cambiarlo o anularlo ellos mismos."],
        ["Nos llaman", "Si algo sale mal, nos llaman y lo resolvemos."],
        money
          ? ["Se devuelve el dinero", "Si algo sale mal por nuestra parte, se devuelve el dinero."]
          : ["Se nos avisa al momento", "Si algo sale mal, se avisa al equipo al momento."],
      ],
    },
    exclusions: {
      label: "qué se deja fuera a propósito",
      ask: () => "¿Qué debe quedar fuera a propósito, aunque otros lo esperen?",
      choices: () => [
        ["Una app de la tienda", "Nada de apps de la tienda."],
        ["El chat y el foro", "Nada de chat ni de foro."],
        ["Nada", "Por ahora puede entrar todo."],
      ],
    },
    access: {
      label: "cómo se identifica cada uno",
      ask: ({ who, withoutAccounts }) =>
        withoutAccounts
          ? `Sin cuentas, ¿cómo deben identificarse ${who} para que cada uno vea solo lo suyo?`
          : `¿Cómo deben identificarse ${who}, si es que hace falta?`,
      choices: ({ withoutAccounts }) => [
        ["Un enlace por correo", "Reciben un enlace personal por correo."],
        ["Un número que ya tienen", "Se identifican con un número que ya tienen y su fecha de nacimiento."],
        withoutAccounts
          ? ["Nos preguntan", "Nos preguntan y lo miramos nosotros."]
          : ["Nombre y contraseña", "Acceden con nombre y contraseña."],
      ],
    },
    permissions: {
      label: "quién puede ver y cambiar qué",
      ask: () => "¿Quién puede ver qué, y quién puede cambiarlo?",
      choices: () => [
        ["Cada uno lo suyo", "Cada uno puede ver y cambiar solo lo suyo; el equipo puede ver todo."],
        ["Todos ven, cambia el equipo", "Todos pueden ver todo; solo el equipo puede cambiarlo."],
        ["Cambia una sola persona", "Todos pueden verlo, pero solo una persona puede cambiar o borrar."],
      ],
    },
    payment: {
      label: "cómo se paga",
      ask: ({ payers }) => (payers === undefined ? "¿Cómo se paga, y cuándo?" : `¿Cómo pagan ${payers}, y cuándo?`),
      choices: () => [
        ["Con tarjeta, al momento", "Pago con tarjeta, al momento."],
        ["Después, con factura", "Pago posterior, con factura."],
        ["No hay dinero de por medio", "No hay pagos."],
      ],
    },
    notifications: {
      label: "a quién se avisa y cómo",
      ask: ({ who }) => `Cuando algo se confirma o cambia, ¿cómo deben enterarse ${who}?`,
      choices: () => [
        ["Por correo", "Reciben un aviso por correo."],
        ["Por mensaje al móvil", "Reciben un aviso por SMS."],
        ["Basta con verlo en la página", "Sin avisos; lo ven en la página."],
      ],
    },
    integrations: {
      label: "con qué otros programas debe entenderse",
      ask: () => "¿Con qué programas que ya usan debe entenderse, por ejemplo contabilidad o un calendario?",
      choices: () => [
        ["Contabilidad", "Debe conectarse con nuestra contabilidad."],
        ["Un calendario", "Debe conectarse con nuestro calendario."],
        ["Con ninguno", "No se conecta con ningún programa."],
      ],
    },
    privacy: {
      label: "cómo se protegen los datos personales",
      ask: ({ who }) => `¿Hay algo delicado en los datos de ${who} que necesite protección especial?`,
      choices: () => [
        ["No, solo de contacto", "Solo datos personales corrientes, como los de contacto."],
        ["Sí, algo delicado", "Sí, datos personales sensibles, como salud o dinero."],
        ["No hay nada personal", "Ninguno, no hay datos personales."],
      ],
    },
    retention: {
      label: "cuánto tiempo se conserva todo",
      ask: ({ things }) => `¿Cuánto tiempo se deben conservar ${things ?? "los datos"}, y qué se borra después?`,
      choices: () => [
        ["Un año", "Todo se borra al cabo de 1 año."],
        ["Lo que diga la ley", "Las facturas se conservan lo que diga la ley; el resto se borra al cabo de 1 año."],
        ["Siempre", "Todo se conserva para siempre."],
      ],
    },
    reports: {
      label: "qué listas y resúmenes hacen falta",
      ask: () => "¿Qué lista o resumen necesitan con regularidad, y quién lo lee?",
      choices: () => [
        ["Una lista diaria, el equipo", "Necesitamos un listado cada mañana para el equipo."],
        ["Uno mensual, la dirección", "Necesitamos un resumen mensual para la dirección."],
        ["Ninguno", "No hacen falta informes."],
      ],
    },
    devices: {
      label: "en qué dispositivos se usa",
      ask: ({ who }) => `¿En qué dispositivos lo usarán sobre todo ${who}?`,
      vague: ({ vague }) => `Ha dicho «${vague}»: ¿en qué dispositivo debe verse mejor?`,
      choices: () => [
        ["En el móvil", "Sobre todo en el móvil."],
        ["En el ordenador", "Sobre todo en el ordenador, en el navegador."],
        ["En los dos", "En el móvil y en el ordenador por igual."],
      ],
    },
    security: {
      label: "qué hay que proteger más",
      ask: () => "¿Qué sería lo peor que podría caer en malas manos o cambiarse sin que nadie lo note?",
      vague: ({ vague }) => `Ha dicho «${vague}»: ¿qué sería lo peor que podría caer en malas manos?`,
      choices: () => [
        ["Datos personales", "Lo peor serían los datos personales en malas manos; la seguridad importa."],
        ["Los pagos", "Lo peor sería que alguien cambiara los pagos, así que todo cambio queda anotado."],
        ["Nada crítico", "No hay nada crítico; basta la seguridad habitual."],
      ],
    },
    deadline: {
      label: "para cuándo tiene que estar",
      ask: () => "¿Para cuándo tiene que estar listo?",
      vague: ({ vague }) => `Ha dicho «${vague}»: ¿a partir de qué fecha sería tarde?`,
      choices: () => [
        ["En 3 meses", "Tiene que estar listo en 3 meses."],
        ["En un año", "Tiene que estar listo en un año."],
        ["Sin fecha fija", "No hay fecha fija."],
      ],
    },
    budget: {
      label: "el presupuesto",
      ask: () => "¿Cuánto puede costar crearlo, más o menos?",
      vague: ({ vague }) => `Ha dicho «${vague}»: ¿hasta qué importe lo sería?`,
      choices: () => [
        ["Hasta 5.000", "El presupuesto es como máximo de 5.000 euros."],
        ["De 5.000 a 25.000", "El presupuesto es de 5.000–25.000 euros."],
        ["Más de 25.000", "El presupuesto es de más de 25.000 euros."],
      ],
    },
    availability: {
      label: "cuánto tiempo puede estar parado",
      ask: () => "Si dejara de funcionar, ¿a partir de cuánto tiempo haría daño de verdad?",
      vague: ({ vague }) => `Ha dicho «${vague}»: ¿cuánto tiempo puede estar parado como máximo?`,
      choices: () => [
        ["Minutos", "Una caída de más de 15 minutos haría daño."],
        ["Unas horas", "Una caída de hasta 4 horas es aceptable."],
        ["Un día", "Una caída de hasta un día es aceptable."],
      ],
    },
    accessibility: {
      label: "quién lo necesita más fácil",
      ask: () => "¿Hay personas que lo necesiten más fácil, por ejemplo con letra grande o sin ratón?",
      vague: ({ vague, who }) => `Ha dicho «${vague}»: ¿qué deben lograr ${who} a la primera y sin ayuda?`,
      choices: ({ vague }) =>
        vague === undefined
          ? [
              ["Sí, letra grande", "Sí, algunas personas necesitan letra grande y páginas sencillas."],
              ["No, basta lo habitual", "Basta el nivel habitual de accesibilidad (WCAG AA)."],
            ]
          : [
              ["Lo principal", "Lo principal debe lograrse sin ayuda en menos de 2 minutos."],
              ["Todo", "Todo debe lograrse sin ayuda, también las personas mayores."],
            ],
    },
    languages: {
      label: "en qué idiomas se ofrece",
      ask: ({ who }) => `¿En qué idiomas lo necesitan ${who}?`,
      choices: () => [
        ["Solo en español", "Solo en español."],
        ["En varios", "En español y en uno o dos idiomas más."],
      ],
    },
    speed: {
      label: "qué es lo bastante rápido",
      ask: () => "¿En cuánto tiempo debe aparecer una página para que resulte agradable?",
      vague: ({ vague }) => `Ha dicho «${vague}»: ¿cuántos segundos puede tardar como máximo?`,
      choices: () => [
        ["Menos de 1 segundo", "Las páginas aparecen en menos de 1 segundo."],
        ["Menos de 3 segundos", "Las páginas aparecen en menos de 3 segundos."],
        ["No importa mucho", "El tiempo de carga no importa mucho."],
      ],
    },
    terms: {
      label: "palabras con un sentido propio",
      ask: () => "¿Hay alguna palabra que usen a diario y que alguien de fuera entendería mal?",
      choices: () => [
        ["No, ninguna", "Ninguna, nuestras palabras son corrientes."],
        ["Sí, algunas", "Usamos algunas palabras propias."],
      ],
    },
  },
  affirm: {
    summary: [(x) => `Entiendo: ${x}.`, (x) => `En pocas palabras: ${x}.`],
    goal: [(x) => `Merece la pena resolverlo: ${x}.`, (x) => `El propósito está claro: ${x}.`],
    measure: [(x) => `Eso se puede medir: ${x}.`, (x) => `Una meta clara: ${x}.`],
    role: [(x) => `Sobre las personas: ${x}.`, (x) => `Entendido: ${x}.`],
    scope: [(x) => `Eso entra: ${x}.`, (x) => `Forma parte, entonces: ${x}.`],
    exclusion: [(x) => `Queda fuera a propósito: ${x}.`, (x) => `Eso se queda fuera: ${x}.`],
    journey: [(x) => `Ese es el recorrido: ${x}.`, (x) => `Me hago una idea: ${x}.`],
    requirement: [(x) => `Hace falta, entonces: ${x}.`, (x) => `Anotado: ${x}.`],
    rule: [(x) => `Una regla firme: ${x}.`, (x) => `Como regla: ${x}.`],
    entity: [(x) => `Se guarda, pues: ${x}.`, (x) => `Sobre lo que se guarda: ${x}.`],
    integration: [(x) => `Con eso debe entenderse: ${x}.`, (x) => `Sobre otros programas: ${x}.`],
    quality: [(x) => `Es bueno saberlo: ${x}.`, (x) => `Esa es la medida: ${x}.`],
    constraint: [(x) => `Eso está dado: ${x}.`, (x) => `Contaré con ello: ${x}.`],
    decision: [(x) => `Decidido: ${x}.`, (x) => `Queda claro: ${x}.`],
    assumption: [(x) => `Como suposición: ${x}.`, (x) => `Lo daré por supuesto: ${x}.`],
    risk: [(x) => `Una preocupación razonable: ${x}.`, (x) => `Anotado como riesgo: ${x}.`],
    question: [(x) => `Una pregunta abierta, pues: ${x}.`, (x) => `Eso queda abierto: ${x}.`],
    term: [(x) => `Usaré la palabra así: ${x}.`, (x) => `Para el glosario: ${x}.`],
  },
  noted: [(x) => `Anotado: ${x}.`, (x) => `Entendido: ${x}.`, (x) => `Queda anotado: ${x}.`],
  chosen: [(x) => `${x}: anotado.`, (x) => `De acuerdo: ${x}.`],
  withException: (x) => `${x}, con su excepción`,
  acknowledge: {
    purpose: ["Ya tengo una primera idea.", "Es un buen punto de partida."],
    users: ["Ya me hago una idea de las personas.", "Eso me dice quién está detrás."],
    journey: ["Ahora puedo seguir los pasos.", "El recorrido está claro."],
    rules: ["He anotado esas reglas tal cual.", "Las reglas quedan como las ha dicho."],
    success: ["Con eso hay algo que medir.", "Una buena vara de medir."],
    volume: ["Eso me dice cuánto debe soportar.", "Esas cifras ayudan."],
    payment: ["La parte del dinero queda clara.", "He anotado cómo se paga."],
    permissions: ["He anotado quién puede hacer qué.", "Eso separa bien lo de cada uno."],
    failure: ["Ayuda saber qué ocurre en un mal día.", "He anotado qué debe ocurrir entonces."],
    reason: ["Veo dónde está hoy el problema.", "Eso explica por qué lo quiere."],
    exclusions: ["Así queda más pequeño, y está anotado.", "Anotado como excluido."],
    reports: ["He anotado esa lista y para quién es.", "Eso dice qué hay que tener a la vista."],
  },
  acknowledgeTopic: (label) => `Queda en el apartado «${label}».`,
  acknowledgeAnything: ["De acuerdo.", "Lo tengo."],
  brief: (count, numbered) =>
    `Gracias, es muy completo. He leído ${count} puntos${numbered ? " y he conservado su numeración" : ""}, así que preguntaré solo por lo que falta.`,
  briefCut: (count) =>
    `Es largo: he recogido los primeros ${count} puntos. Envíe el resto en un segundo mensaje, por favor.`,
  list: (count) => `He anotado los ${count} puntos.`,
  corrected: (x) => (x === undefined ? "Corregido." : `Corregido: ${x}.`),
  resolved: (x) => `Entonces vale esto: ${x}.`,
  bothKept: "Entonces se mantienen las dos cosas.",
  assumed: [
    "No pasa nada. He apuntado lo habitual como suposición; puede cambiarlo.",
    "Sin problema: supongo lo habitual y lo marco, para que pueda cambiarlo.",
  ],
  exceptions: (x) =>
    x === undefined
      ? "Esa regla tiene excepciones; cuál va primero queda apuntado como abierto."
      : `Una regla con excepciones: ${x}. Cuál va primero queda abierto.`,
  measurable: ["Hagamos que eso se pueda comprobar.", "Eso merece una medida."],
  sayMore: "Unas palabras sobre eso ayudarían.",
  unsure: [
    "No pasa nada, lo dejo como pregunta abierta.",
    "Sin problema, queda abierto de momento.",
    "Nadie tiene que saberlo hoy. Lo he marcado como pendiente.",
  ],
  skipped: ["Saltado.", "Lo dejamos.", "Pasemos a otra cosa."],
  delegated: [
    "Elegiré algo habitual y lo marcaré como suposición, para que pueda cambiarlo.",
    "Entonces supondré la solución habitual y la marcaré como tal.",
  ],
  leftToTeam: (label) => `A elección del equipo: ${label}`,
  openQuestion: (label) => `Aún no se sabe: ${label}.`,
  people: "los usuarios",
  about: (things) => `Entiendo, se trata de ${things}.`,
  numbers: [(x) => `${x}: anotado.`, (x) => `Esas cifras ayudan: ${x}.`],
  bounds: { exact: (x) => x, about: (x) => `unos ${x}`, min: (x) => `al menos ${x}`, max: (x) => `como máximo ${x}` },
  welcome:
    "Hola, me alegro de que esté aquí. Haré algunas preguntas, de una en una; diga «eso es todo» cuando quiera terminar.",
  thanks: "De acuerdo.",
  stray: "Solo puedo ayudar a describir lo que quiere que se construya, así que volvamos a ello.",
  explain: (label) => `Pregunto porque de esto depende lo que se construye (${label}). Basta una respuesta aproximada.`,
  noPrevious: "No hay ninguna pregunta anterior.",
  previous: "Volvemos a la anterior. Vale la respuesta nueva.",
  enoughIfYouLike: "Por cierto, puede decir «eso es todo» en cualquier momento.",
  dispute: (older, newer) => `Antes dijo «${older}» y después «${newer}». ¿Cuál de las dos cosas vale?`,
  holds: (x) => [x, `Vale «${x}».`],
  gaps: (labels) => `Sobre todo falta esto:\n${labels.map((label) => `- ${label}`).join("\n")}`,
  noGaps: "Ya no falta nada importante.",
  wrap: "Tengo suficiente para una primera versión. ¿Hago el resumen o prefiere entrar en más detalle?",
  wrapChoices: [
    ["Resumir", "Haz un resumen"],
    ["Más preguntas", "Más preguntas"],
  ],
  last: "No preguntaría nada más. ¿Hay algo más que deba saber antes de resumir?",
  lastChoices: [
    ["Resumir", "Haz un resumen"],
    ["Una pregunta atrás", "Una pregunta atrás"],
  ],
  added: (x) => (x === undefined ? "Lo he añadido." : `Lo he añadido: ${x}.`),
  closedAlready: "De nada. Si se le ocurre algo más, escríbalo aquí.",
  closing: {
    separator: "; ",
    colon: ": ",
    lead: "Gracias. Esto es lo que he entendido, con sus palabras:",
    leadEmpty: "Gracias. Aún no es mucho, pero ya hay un comienzo.",
    areas: {
      what: "De qué se trata",
      people: "Personas",
      working: "Cómo funciona",
      rules: "Reglas",
      out: "Queda fuera",
      data: "Datos y otros programas",
      quality: "Calidad y cifras",
      frame: "Dinero, plazos y decisiones",
    },
    more: (count) => `y ${count} más`,
    open: "Queda abierto",
    assumed: "Supuesto, mientras no diga otra cosa",
    disputed: (older, newer) => `si vale «${older}» o «${newer}»`,
    nothingOpen: "No queda abierto nada importante.",
    end: "Si se le ocurre algo más, escríbalo aquí y lo añadiré.",
  },
}
