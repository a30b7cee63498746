import type { Words } from "./words.ts"

export const de: Words = {
  first: {
    heading: "Was sollen wir für Sie bauen?",
    lead: "Wir stellen eine verständliche Frage nach der anderen. Aus Ihren Antworten entsteht eine Spezifikation, mit der Entwickler arbeiten können.",
    label: "Was soll es können, und für wen?",
    forExample: "Zum Beispiel",
    example:
      "Ich habe eine Bäckerei. Torten werden bei uns telefonisch bestellt, und samstags verlieren wir den Überblick.",
    resume: "Weitermachen, wo Sie aufgehört haben",
    noAccount: "Sie brauchen kein Konto.",
    opening: "Ihr Gespräch wird geöffnet…",
  },
  kept: (days) => `Das Gespräch bleibt nach Ihrer letzten Antwort ${days} Tage gespeichert, dann wird es gelöscht.`,
  skip: "Zum Eingabefeld springen",
  skipToDocument: "Zum Dokument springen",
  sides: {
    heading: "Gespräch und Dokument",
    talk: "Gespräch",
    document: "Dokument",
    changes: (count) => `${count} ${count === 1 ? "Änderung" : "Änderungen"}, seit Sie zuletzt hineingesehen haben`,
    empty:
      "Hier wächst Ihre Spezifikation mit jeder Antwort. Jede Zeile zeigt, aus welchen Ihrer Worte sie entstanden ist.",
    counts: ({ added, changed, removed }) =>
      [
        added > 0 && `${added} ${added === 1 ? "neue Zeile" : "neue Zeilen"}`,
        changed > 0 && `${changed} geändert`,
        removed > 0 && `${removed} entfallen`,
      ]
        .filter(Boolean)
        .join(", "),
    grown: (counts) => `Im Dokument: ${counts}.`,
  },
  home: "Spec Wizard, zur Startseite",
  themeDark: "Dunkle Darstellung",
  themeLight: "Helle Darstellung",
  connection: {
    saved: "Gespeichert",
    sending: "Wird gesendet",
    waiting: "Wartet",
    connecting: "Verbindet",
    reconnecting: "Verbindet neu",
    offline: "Offline",
    closed: "Beendet",
  },
  you: "Sie",
  wizard: "Spec Wizard",
  transcript: "Gespräch",
  answering: "Antwort kommt…",
  suggestions: "Antwortvorschläge",
  answer: "Ihre Antwort",
  typeHere: "Antwort eingeben",
  send: "Senden",
  stop: "Anhalten",
  stopping: "Hält an…",
  newBelow: "Neues",
  pending: {
    sending: "Wird gesendet…",
    afterReply: "Wird nach dieser Antwort gesendet",
    offline: "Wird gesendet, sobald Sie wieder online sind",
    refused: "Nicht gesendet",
  },
  hint: {
    keys: "Eingabetaste sendet, Umschalt+Eingabe beginnt eine neue Zeile",
    offline: "Sie sind offline. Schreiben Sie ruhig weiter.",
    reconnecting: "Verbindung wird erneuert. Schreiben Sie ruhig weiter.",
  },
  left: (count) => `Noch ${count} Zeichen`,
  over: (count) => `${count} Zeichen zu viel`,
  tooLong: (count) =>
    `Die Nachricht ist um ${count} Zeichen zu lang für eine Sendung. Kürzen Sie sie oder schicken Sie sie in zwei Teilen.`,
  takeBack: "Zurück ins Eingabefeld",
  stopped: "Angehalten.",
  resumeReply: "Fortfahren",
  failed: "Die Antwort ist nicht angekommen. Was Sie geschrieben haben, ist gespeichert.",
  failedForGood:
    "Die Antwort ist nicht angekommen. Was Sie geschrieben haben, ist gespeichert, und Sie können weiterschreiben.",
  tryAgain: "Noch einmal versuchen",
  limited: "Das war schneller, als wir antworten können. Ihre Nachricht bleibt erhalten.",
  goesOn: (when) => `Sie wird ${when} gesendet.`,
  missing: {
    heading: "Unter dieser Adresse ist nichts",
    text: "Vielleicht wurde sie unvollständig getippt oder kopiert.",
    start: "Zur ersten Seite",
  },
  gone: {
    heading: "Dieses Gespräch lässt sich hier nicht öffnen",
    text: "Es ist vielleicht abgelaufen, wurde gelöscht oder in einem anderen Browser begonnen.",
    start: "Neues Gespräch beginnen",
  },
  ended: {
    heading: "Dieses Gespräch ist beendet",
    text: "Es ist abgelaufen oder wurde gelöscht. Bis Sie diese Seite verlassen, können Sie es noch lesen.",
    unsent: "Was noch nicht gesendet war, wartet im neuen Gespräch auf Sie.",
  },
  unexpected: {
    heading: "Bei uns ist etwas schiefgegangen",
    text: "Nichts Gesendetes ist verloren, und was Sie gerade schreiben, bleibt erhalten.",
    reload: "Seite neu laden",
  },
  reference: (reference) => `Kennung: ${reference}`,
  keys: {
    heading: "Tasten",
    send: "Senden",
    line: "Neue Zeile",
    stop: "Antwort anhalten",
    words: "Im Gespräch von einer zitierten Stelle Ihrer Nachrichten zur nächsten",
    lines: "Im Dokument von Zeile zu Zeile",
    go: "Von zitierten Worten zu ihrer Zeile",
    help: "Diese Übersicht, wenn Sie gerade nicht schreiben",
    close: "Schließen",
  },
}
