import type { Words } from "./wording.ts"

export const es: Words = {
  tag: "es",
  save: {
    subject: "Su enlace para guardar la conversación",
    heading: "Guardar su conversación",
    lead: "Alguien, seguramente usted, ha pedido a Spec Wizard guardar una conversación en esta dirección. Quedará guardada en cuanto abra este enlace en el mismo navegador.",
    button: "Guardar la conversación",
  },
  open: {
    subject: "Su enlace a la conversación guardada",
    heading: "Abrir su conversación guardada",
    lead: "Alguien, seguramente usted, ha pedido a Spec Wizard abrir lo que está guardado en esta dirección. Abra este enlace en el mismo navegador.",
    button: "Abrir la conversación",
  },
  confirm: {
    subject: "Confirme, por favor: un PDF espera a ser enviado",
    heading: "Su PDF está listo para enviarse",
    lead: "Alguien, seguramente usted, ha pedido a Spec Wizard enviar una especificación en PDF a esta dirección. Se enviará en cuanto abra este enlace en el mismo navegador. La conversación quedará guardada también en esta dirección.",
    button: "Enviarme el PDF",
  },
  code: "En otro dispositivo, o en otro navegador, se le pedirá este código:",
  limits: (minutes) => `El enlace y el código sirven durante ${minutes} y una sola vez.`,
  stranger: "Si no lo ha pedido usted, no haga nada: sin este correo nadie puede entrar.",
  reminder: {
    subject: (day) => `Su conversación se borrará el ${day}`,
    heading: "Su conversación se borrará pronto",
    lead: (title, day) =>
      title
        ? `Hace tiempo que no se escribe nada en «${title}». El ${day} borraremos esa conversación y su documento.`
        : `Hace tiempo que no se escribe nada en su conversación. El ${day} la borraremos, junto con su documento.`,
    button: "Abrir la conversación",
    keep: "Si quiere conservarla, ábrala y escriba algo.",
    where:
      "El enlace la abre en los navegadores donde tiene la sesión iniciada. En los demás le ofrece enviar un enlace nuevo a esta dirección.",
    otherwise: "Si ya no la necesita, no haga nada.",
  },
  export: {
    subject: "Su especificación en PDF",
    heading: "Su especificación",
    lead: (title) =>
      title
        ? `Aquí está «${title}», tal como estaba cuando la pidió.`
        : "Aquí está su especificación, tal como estaba cuando la pidió.",
    attached: "Va adjunta a este correo.",
    linked: "Es demasiado grande para un correo. Puede descargarla en la conversación.",
    button: "Abrir la conversación",
    where:
      "El enlace la abre en un navegador donde haya iniciado sesión. En cualquier otro le ofrece enviar un enlace nuevo a esta dirección.",
  },
  submission: {
    subject: (reference) => `Ha llegado su especificación ${reference}`,
    heading: "Tenemos su especificación",
    lead: "Ha llegado tal como estaba cuando la envió, y ya no cambia. Puede continuar la conversación.",
    reference: "Indique esta referencia cuando nos escriba sobre ella:",
    next: "Le escribiremos a esta dirección en cuanto la hayamos visto.",
    button: "Abrir la conversación",
    stranger: "Si no la ha enviado usted, díganoslo y la borraremos.",
  },
  answer: {
    subject: (reference) => `Novedades sobre su especificación ${reference}`,
    heading: "Hay novedades sobre su especificación",
    status: {
      received: "Ha llegado y espera a que la veamos.",
      reviewed: "La hemos visto.",
      quoted: "Hay una oferta para ella.",
      closed: "Está cerrada.",
    },
    said: "Añadimos:",
    asked: "Tenemos una pregunta. Puede responderla en la conversación:",
    button: "Abrir la conversación",
  },
  sender: "Spec Wizard convierte una conversación en una especificación. No envía publicidad.",
}
