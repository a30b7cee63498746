import type { Words } from "./wording.ts"

export const de: Words = {
  tag: "de",
  save: {
    subject: "Ihr Link, um das Gespräch zu speichern",
    heading: "Ihr Gespräch speichern",
    lead: "Jemand, vermutlich Sie selbst, möchte ein Gespräch mit Spec Wizard unter dieser Adresse speichern. Es ist gespeichert, sobald Sie diesen Link im selben Browser öffnen.",
    button: "Gespräch speichern",
  },
  open: {
    subject: "Ihr Link zum gespeicherten Gespräch",
    heading: "Ihr gespeichertes Gespräch öffnen",
    lead: "Jemand, vermutlich Sie selbst, möchte öffnen, was bei Spec Wizard unter dieser Adresse gespeichert ist. Öffnen Sie diesen Link im selben Browser.",
    button: "Gespräch öffnen",
  },
  confirm: {
    subject: "Bitte bestätigen: Ein PDF soll an Sie gehen",
    heading: "Ihr PDF kann verschickt werden",
    lead: "Jemand, vermutlich Sie selbst, möchte von Spec Wizard eine Spezifikation als PDF an diese Adresse geschickt bekommen. Sie geht auf den Weg, sobald Sie diesen Link im selben Browser öffnen. Das Gespräch wird dann auch unter dieser Adresse gespeichert.",
    button: "PDF zuschicken",
  },
  code: "Auf einem anderen Gerät oder in einem anderen Browser werden Sie nach diesem Code gefragt:",
  limits: (minutes) => `Link und Code gelten ${minutes} und nur ein Mal.`,
  stranger:
    "Wenn nicht Sie darum gebeten haben, brauchen Sie nichts zu tun: Ohne diese Mail kommt niemand an das Gespräch.",
  reminder: {
    subject: (day) => `Ihr Gespräch wird am ${day} gelöscht`,
    heading: "Ihr Gespräch wird bald gelöscht",
    lead: (title, day) =>
      title
        ? `In „${title}“ wurde länger nichts geschrieben. Am ${day} löschen wir dieses Gespräch und sein Dokument.`
        : `In Ihrem Gespräch wurde länger nichts geschrieben. Am ${day} löschen wir es samt seinem Dokument.`,
    button: "Gespräch öffnen",
    keep: "Wenn Sie es behalten möchten, öffnen Sie es und schreiben Sie etwas.",
    where:
      "Wo Sie angemeldet sind, öffnet der Link es sofort. Überall sonst bietet er an, einen neuen Link an diese Adresse zu schicken.",
    otherwise: "Wenn Sie es nicht mehr brauchen, müssen Sie nichts tun.",
  },
  export: {
    subject: "Ihre Spezifikation als PDF",
    heading: "Ihre Spezifikation",
    lead: (title) =>
      title ? `Hier ist „${title}“, so wie beim Anfordern.` : "Hier ist Ihre Spezifikation, so wie beim Anfordern.",
    attached: "Sie hängt an dieser E-Mail.",
    linked: "Sie ist zu groß für eine E-Mail. Im Gespräch können Sie sie herunterladen.",
    button: "Gespräch öffnen",
    where:
      "Der Link öffnet es in einem Browser, in dem Sie angemeldet sind. Überall sonst bietet er an, einen neuen Link an diese Adresse zu schicken.",
  },
  submission: {
    subject: (reference) => `Ihre Spezifikation ${reference} ist da`,
    heading: "Wir haben Ihre Spezifikation",
    lead: "Sie ist so angekommen, wie sie beim Absenden war, und ändert sich nicht mehr. Das Gespräch können Sie fortsetzen.",
    reference: "Bitte nennen Sie diese Nummer, wenn Sie uns dazu schreiben:",
    next: "Sobald wir sie angesehen haben, melden wir uns an diese Adresse.",
    button: "Gespräch öffnen",
    stranger: "Wenn nicht Sie sie geschickt haben, sagen Sie es uns, und wir löschen sie.",
  },
  answer: {
    subject: (reference) => `Neues zu Ihrer Spezifikation ${reference}`,
    heading: "Es gibt Neues zu Ihrer Spezifikation",
    status: {
      received: "Sie ist angekommen und wartet darauf, angesehen zu werden.",
      reviewed: "Wir haben sie angesehen.",
      quoted: "Es gibt ein Angebot dafür.",
      closed: "Sie ist abgeschlossen.",
    },
    said: "Dazu schreiben wir Ihnen:",
    asked: "Wir haben eine Frage. Sie können sie im Gespräch beantworten:",
    button: "Gespräch öffnen",
  },
  sender: "Spec Wizard macht aus einem Gespräch eine Spezifikation. Es verschickt keine Werbung.",
}
