import type { KeepingWords } from "./wording.ts"

export const es: KeepingWords = {
  close: "Cerrar",
  cancel: "Cancelar",
  moment: "Un momento…",
  failure: {
    address: "No podemos escribir a esa dirección. Revísela: debería parecerse a ada@example.com.",
    link: "Este enlace o código no es correcto, ya se usó o ha caducado.",
    limited: "Se ha pedido demasiadas veces.",
    cookies: "Esta página necesita cookies para reconocerle. Permítalas para este sitio e inténtelo de nuevo.",
    offline: "Ahora mismo no hay conexión con nosotros. Revise la suya e inténtelo de nuevo.",
    unavailable: "En este momento no es posible. Inténtelo de nuevo dentro de un minuto.",
    gone: "Esta conversación ya no se puede abrir en este dispositivo.",
    other: (reference) => `Algo ha fallado por nuestra parte. Inténtelo de nuevo. Referencia: ${reference}`,
    again: (when) => `Puede volver a intentarlo ${when}.`,
  },
  address: "Su dirección de correo",
  code: {
    label: "Código del correo",
    hint: "Ocho letras y cifras, como 7KM2-XQ9A",
    wrong: "Ese no es el código, o ha caducado. Compárelo con el correo más reciente.",
    wrongPair:
      "La dirección y el código no van juntos, o el código ha caducado. Compárelos con el correo más reciente.",
  },
  ask: {
    save: {
      lead: (days) =>
        `Le enviamos un correo con un enlace. Cuando lo haya abierto, guardaremos esta conversación ${
          days ? `${days} días después de su última respuesta` : "más tiempo"
        } y podrá seguir con ella en cualquier dispositivo.`,
      send: "Enviar el correo",
      sent: (email) => `Hemos enviado un correo a ${email}. Abra su enlace en este navegador.`,
      enter: "Guardar",
    },
    open: {
      lead: () => "¿En qué dirección la guardó? Le enviamos allí un enlace.",
      send: "Enviarme un enlace",
      sent: (email) => `Si hay algo guardado en ${email}, un correo va en camino. Abra su enlace en este navegador.`,
      enter: "Abrir",
    },
  },
  sent: {
    missing: "Si no llega en unos minutos, mire en el correo no deseado o revise la dirección.",
    or: "¿Lee el correo en otro dispositivo? Entonces escriba aquí su código.",
    again: "Enviar otra vez",
    done: "Enviado otra vez.",
    other: "Otra dirección",
  },
  save: {
    heading: "Guardar esta conversación",
    saved: "Guardada",
    to: (email) => `Esta conversación está guardada en ${email}.`,
    until: (day) => `La conservamos hasta el ${day}. Cada respuesta que escriba aleja esa fecha.`,
    elsewhere: "Para seguir en otro lugar, elija allí «Abrir una conversación guardada» en la primera página.",
  },
  link: {
    lead: "Su enlace está listo. Abre la conversación en este navegador.",
    once: "Sirve una sola vez. Después, este navegador queda autorizado.",
    open: "Abrir mi conversación",
    otherBrowser:
      "Este enlace se pidió en otro navegador. Para que nadie más pueda usarlo, escriba el código del mismo correo.",
    used: "Este enlace ya se usó o ha caducado.",
    fresh: "Podemos enviarle uno nuevo.",
    haveCode: "Tengo un código",
    elsewhere: "¿Está guardada en su dirección de correo?",
  },
  conversations: {
    heading: "Sus conversaciones",
    untitled: "Sin título",
    current: "abierta aquí",
    changed: (when) => `Último cambio: ${when}`,
    saved: (email, day) => `Guardada en ${email}, hasta el ${day}`,
    unsaved: (day) => `No está guardada en ninguna dirección; se conserva hasta el ${day}`,
    rename: "Cambiar el nombre",
    renameIt: (title) => `Cambiar el nombre de «${title}»`,
    name: "Nombre de la conversación",
    keepName: "Guardar",
    more: "Mostrar más",
    empty: "En este navegador no hay ninguna conversación por ahora.",
  },
  devices: {
    heading: "Sus dispositivos",
    lead: "Esta conversación se puede abrir en:",
    current: "este dispositivo",
    seen: (when) => `Último uso: ${when}`,
    out: "Cerrar sesión",
    outIt: (name) => `Cerrar sesión en ${name}`,
    sure: (name) => `¿Cerrar sesión en ${name}? Allí solo se podrá abrir con un enlace nuevo.`,
    sureHere:
      "¿Cerrar sesión en este dispositivo? Lo que ha escrito y no ha enviado se borra aquí. Solo podrá volver con un enlace, si la conversación está guardada.",
    unnamed: "Dispositivo desconocido",
  },
  key: {
    heading: "Su propia clave",
    meaning:
      "¿Tiene una clave para los modelos de una empresa de IA? Va con cada mensaje y sirve solo para esa respuesta. Nuestro servidor no la guarda. Lo que cuestan las respuestas se lo cobra a usted la empresa. Si no acepta la clave o no responde, la siguiente pregunta la hace nuestro propio programa.",
    company: "¿De qué empresa es?",
    label: "Clave",
    untilClosed: "Conservarla hasta que cierre esta pestaña, aunque vuelva a cargar la página",
    use: "Usarla",
    stop: "Dejar de usarla",
    unfit: "Una clave es una sola pieza de letras, cifras y signos, sin espacios. Cópiela otra vez, entera.",
    refused: "Aquí no se usan claves de esta empresa. No se le envió nada, y su mensaje está guardado.",
  },
  data: {
    heading: "Sobre sus datos",
    who: "Quién lo ve",
    nobody: "Ninguna empresa de IA ha visto esto: las preguntas las hace un programa que funciona aquí.",
    ours: (names) =>
      `Hasta ahora las preguntas las ha hecho un programa que funciona aquí. Lo que escribe también puede enviarse a ${names}.`,
    seen: (names) => `Leído y respondido por ${names}.`,
    cost: (usd) => `Hasta ahora ha costado unos ${usd} USD.`,
    tokens: (count) => `Hasta ahora han sido ${count} tokens: los trozos de palabra que cobran las empresas de IA.`,
    where: "Dónde está",
    here: "Con nosotros. Solo se puede abrir en los dispositivos de «Sus dispositivos».",
    saved: (email) =>
      `Con nosotros, guardada en ${email}. Se puede abrir en los dispositivos de «Sus dispositivos» y con un enlace que enviamos allí.`,
    until: "Cuándo se borra",
    erased: (day) => `El ${day}, si no escribe nada más hasta entonces. De inmediato, si la borra.`,
    download: "Descargar mis datos",
    file: "Todo lo que guardamos de esta conversación en un archivo: lo que se dijo, el documento con todas sus versiones, sus dispositivos.",
    preparing: "Preparando el archivo…",
    done: "El archivo está en sus descargas.",
  },
  erase: {
    heading: "Borrarlo todo",
    lead: "Esto borra, para usted y en todos los dispositivos:",
    conversation: "la conversación entera",
    document: "el documento, con todas sus versiones",
    access: "sus dispositivos y la dirección en la que está guardada",
    unsent: "lo que ha escrito aquí y no ha enviado",
    final: "No se puede deshacer, y nosotros tampoco podemos recuperarlo.",
    first: "Antes, descargar mis datos",
    confirm: "Borrar para siempre",
    erasing: "Borrando…",
  },
  deleted: {
    heading: "Borrado",
    text: "La conversación y su documento ya no existen, ni en este dispositivo ni donde estuvieran abiertos.",
    traces:
      "Los últimos rastros salen de nuestros sistemas en un minuto. Las copias de seguridad caducan en las próximas semanas; si alguna vez necesitáramos una, lo primero sería borrar de ella su conversación.",
  },
}
