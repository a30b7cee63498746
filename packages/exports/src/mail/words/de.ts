import type { Words } from "./words.ts"

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
  sender: "Spec Wizard macht aus einem Gespräch eine Spezifikation. Es verschickt keine Werbung.",
}
