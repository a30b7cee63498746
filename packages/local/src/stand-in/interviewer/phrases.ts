import type { Language } from "@spec-wizard/core/protocol/document"

type Question = { ask: string; choices: string[] }
export type Phrases = { affirm: string[]; questions: Question[]; last: Question }

/** What the stand-in says. Affirmations take turns; a question is asked once in a conversation. */
export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    affirm: ["Thank you, that is clear.", "Good, I have noted that.", "Understood, that helps."],
    questions: [
      {
        ask: "Who will use it day to day?",
        choices: ["Our customers", "Our own team", "Both of them"],
      },
      {
        ask: "What would have to be true in three months for you to call it a success?",
        choices: ["Fewer phone calls", "More orders", "Less time spent on it each week"],
      },
      {
        ask: "Which limits or deadlines must always hold?",
        choices: ["There is a daily limit", "There are deadlines"],
      },
      {
        ask: "What should happen when something goes wrong?",
        choices: ["Tell us by e-mail", "Show the visitor what to do", "Keep it and try again", "Nothing special"],
      },
      { ask: "What is it expressly not meant to do?", choices: ["No payments", "No accounts", "Nothing is excluded"] },
    ],
    last: { ask: "Is there anything else I should know?", choices: ["That is all", "One more thing"] },
  },
  de: {
    affirm: ["Danke, das ist klar.", "Gut, ich habe es notiert.", "Verstanden, das hilft."],
    questions: [
      { ask: "Wer arbeitet jeden Tag damit?", choices: ["Unsere Kunden", "Unser eigenes Team", "Beide"] },
      {
        ask: "Woran würden Sie in drei Monaten merken, dass es ein Erfolg ist?",
        choices: ["Weniger Anrufe", "Mehr Bestellungen", "Weniger Aufwand pro Woche"],
      },
      { ask: "Welche Grenzen oder Fristen gelten immer?", choices: ["Eine Höchstzahl pro Tag", "Es gibt Fristen"] },
      {
        ask: "Was soll geschehen, wenn etwas schiefgeht?",
        choices: ["Uns per E-Mail Bescheid geben", "Sagen, was zu tun ist", "Aufheben und neu versuchen", "Nichts"],
      },
      { ask: "Was soll es ausdrücklich nicht können?", choices: ["Keine Zahlungen", "Keine Konten", "Nichts davon"] },
    ],
    last: { ask: "Gibt es noch etwas, das ich wissen sollte?", choices: ["Das ist alles", "Noch etwas"] },
  },
  es: {
    affirm: ["Gracias, queda claro.", "Bien, lo he apuntado.", "Entendido, eso ayuda."],
    questions: [
      { ask: "¿Quién lo va a usar cada día?", choices: ["Nuestros clientes", "Nuestro equipo", "Los dos"] },
      {
        ask: "¿En qué notaría dentro de tres meses que ha sido un éxito?",
        choices: ["Menos llamadas", "Más pedidos", "Menos horas por semana"],
      },
      { ask: "¿Qué límites o plazos se aplican siempre?", choices: ["Un máximo por día", "Hay plazos"] },
      {
        ask: "¿Qué debe pasar cuando algo falla?",
        choices: ["Avisarnos por correo", "Explicar qué hacer", "Guardarlo y reintentar", "Nada especial"],
      },
      { ask: "¿Qué no debe hacer de ninguna manera?", choices: ["Sin pagos", "Sin cuentas", "Nada en especial"] },
    ],
    last: { ask: "¿Hay algo más que deba saber?", choices: ["Eso es todo", "Una cosa más"] },
  },
  fr: {
    affirm: ["Merci, c'est clair.", "Bien, c'est noté.", "Compris, cela aide."],
    questions: [
      { ask: "Qui s'en servira au quotidien ?", choices: ["Nos clients", "Notre équipe", "Les deux"] },
      {
        ask: "À quoi verriez-vous dans trois mois que c'est un succès ?",
        choices: ["Moins d'appels", "Plus de commandes", "Moins de temps par semaine"],
      },
      { ask: "Quelles limites ou échéances valent toujours ?", choices: ["Un maximum par jour", "Des échéances"] },
      {
        ask: "Que doit-il se passer quand quelque chose échoue ?",
        choices: ["Nous prévenir par e-mail", "Dire quoi faire", "Garder et réessayer", "Rien de spécial"],
      },
      { ask: "Que ne doit-il surtout pas faire ?", choices: ["Pas de paiements", "Pas de comptes", "Rien de précis"] },
    ],
    last: { ask: "Y a-t-il autre chose que je doive savoir ?", choices: ["C'est tout", "Encore une chose"] },
  },
}
