import type { KeepingWords } from "./wording.ts"

export const de: KeepingWords = {
  close: "Schließen",
  cancel: "Abbrechen",
  moment: "Einen Moment…",
  failure: {
    address:
      "An diese Adresse können wir nicht schreiben. Sehen Sie noch einmal hin: Sie sollte aussehen wie ada@example.com.",
    link: "Dieser Link oder Code stimmt nicht, wurde schon benutzt oder ist abgelaufen.",
    limited: "Das wurde zu oft angefordert.",
    cookies:
      "Diese Seite braucht Cookies, um Sie wiederzuerkennen. Erlauben Sie sie für diese Seite und versuchen Sie es noch einmal.",
    offline: "Wir sind gerade nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
    unavailable: "Das geht im Augenblick nicht. Versuchen Sie es in einer Minute noch einmal.",
    gone: "Dieses Gespräch lässt sich auf diesem Gerät nicht mehr öffnen.",
    other: (reference) => `Bei uns ist etwas schiefgegangen. Versuchen Sie es bitte noch einmal. Kennung: ${reference}`,
    again: (when) => `${capital(when)} geht es wieder.`,
  },
  address: "Ihre E-Mail-Adresse",
  code: {
    label: "Code aus der Mail",
    hint: "Acht Buchstaben und Ziffern, wie 7KM2-XQ9A",
    wrong: "Das ist nicht der Code, oder er ist abgelaufen. Vergleichen Sie ihn mit der neuesten Mail.",
    wrongPair:
      "Adresse und Code gehören nicht zusammen, oder der Code ist abgelaufen. Vergleichen Sie beide mit der neuesten Mail.",
  },
  ask: {
    save: {
      lead: (days) =>
        `Wir schicken Ihnen eine Mail mit einem Link. Wenn Sie ihn geöffnet haben, bleibt dieses Gespräch ${
          days ? `nach Ihrer letzten Antwort ${days} Tage` : "länger"
        } gespeichert, und Sie können auf jedem Gerät weitermachen.`,
      send: "Mail schicken",
      sent: (email) => `Wir haben eine Mail an ${email} geschickt. Öffnen Sie den Link darin in diesem Browser.`,
      enter: "Speichern",
    },
    open: {
      lead: () => "Unter welcher Adresse haben Sie es gespeichert? Dorthin schicken wir einen Link.",
      send: "Link schicken",
      sent: (email) =>
        `Wenn unter ${email} etwas gespeichert ist, ist eine Mail dorthin unterwegs. Öffnen Sie den Link darin in diesem Browser.`,
      enter: "Öffnen",
    },
  },
  sent: {
    missing: "Wenn sie in ein paar Minuten nicht da ist, sehen Sie im Spam nach oder prüfen Sie die Adresse.",
    or: "Sie lesen Ihre Mails auf einem anderen Gerät? Dann geben Sie hier den Code daraus ein.",
    again: "Noch einmal schicken",
    done: "Noch einmal geschickt.",
    other: "Andere Adresse",
  },
  save: {
    heading: "Dieses Gespräch speichern",
    saved: "Gespeichert",
    to: (email) => `Dieses Gespräch ist unter ${email} gespeichert.`,
    until: (day) => `Wir bewahren es bis zum ${day} auf. Mit jeder Antwort von Ihnen rückt dieser Tag weiter weg.`,
    elsewhere: "Um anderswo weiterzumachen, wählen Sie dort auf der ersten Seite „Gespeichertes Gespräch öffnen“.",
  },
  link: {
    lead: "Ihr Link ist bereit. Er öffnet das Gespräch in diesem Browser.",
    once: "Er gilt ein Mal. Danach bleibt dieser Browser angemeldet.",
    open: "Mein Gespräch öffnen",
    otherBrowser:
      "Dieser Link wurde in einem anderen Browser angefordert. Damit ihn niemand sonst benutzen kann, geben Sie den Code aus derselben Mail ein.",
    used: "Dieser Link wurde schon benutzt oder ist abgelaufen.",
    fresh: "Wir können Ihnen einen neuen schicken.",
    haveCode: "Ich habe einen Code",
    elsewhere: "Ist es unter Ihrer E-Mail-Adresse gespeichert?",
  },
  conversations: {
    heading: "Ihre Gespräche",
    untitled: "Ohne Titel",
    current: "hier geöffnet",
    changed: (when) => `Geändert ${when}`,
    saved: (email, day) => `Gespeichert unter ${email}, bis ${day}`,
    unsaved: (day) => `Unter keiner Adresse gespeichert; bleibt bis ${day}`,
    rename: "Umbenennen",
    renameIt: (title) => `„${title}“ umbenennen`,
    name: "Name des Gesprächs",
    keepName: "Speichern",
    more: "Weitere zeigen",
    empty: "In diesem Browser gibt es zurzeit kein Gespräch.",
  },
  devices: {
    heading: "Ihre Geräte",
    lead: "Dieses Gespräch lässt sich öffnen auf:",
    current: "dieses Gerät",
    seen: (when) => `Zuletzt benutzt ${when}`,
    out: "Abmelden",
    outIt: (name) => `${name} abmelden`,
    sure: (name) => `${name} abmelden? Dort lässt es sich dann nur noch mit einem neuen Link öffnen.`,
    sureHere:
      "Dieses Gerät abmelden? Was Sie geschrieben und nicht gesendet haben, wird hier gelöscht. Zurück kommen Sie nur mit einem Link, wenn das Gespräch gespeichert ist.",
    unnamed: "Unbekanntes Gerät",
  },
  key: {
    heading: "Ihr eigener Schlüssel",
    meaning:
      "Haben Sie einen Schlüssel für die Modelle eines KI-Unternehmens? Er geht mit jeder Nachricht mit und dient nur dieser einen Antwort. Unser Server speichert ihn nicht. Was die Antworten kosten, stellt das Unternehmen Ihnen in Rechnung. Nimmt es den Schlüssel nicht an oder ist es nicht erreichbar, stellt unser eigenes Programm die nächste Frage.",
    company: "Von welchem Unternehmen ist er?",
    label: "Schlüssel",
    untilClosed: "Behalten, bis ich diesen Tab schließe, auch wenn ich die Seite neu lade",
    use: "Benutzen",
    stop: "Nicht mehr benutzen",
    unfit:
      "Ein Schlüssel ist ein Stück aus Buchstaben, Ziffern und Zeichen, ohne Leerzeichen. Kopieren Sie ihn noch einmal, und ganz.",
    refused:
      "Schlüssel dieses Unternehmens werden hier nicht benutzt. Dorthin wurde nichts gesendet, und Ihre Nachricht bleibt erhalten.",
  },
  data: {
    heading: "Über Ihre Daten",
    who: "Wer es sieht",
    nobody: "Kein KI-Unternehmen hat das gesehen: Die Fragen kommen von einem Programm, das hier läuft.",
    ours: (names) =>
      `Bisher hat ein Programm, das hier läuft, die Fragen gestellt. Was Sie schreiben, kann auch an ${names} gehen.`,
    seen: (names) => `Gelesen und beantwortet wurde es von ${names}.`,
    cost: (usd) => `Das hat bisher etwa ${usd} USD gekostet.`,
    tokens: (count) => `Das waren bisher ${count} Tokens: die Wortstücke, nach denen KI-Unternehmen abrechnen.`,
    where: "Wo es liegt",
    here: "Bei uns. Öffnen lässt es sich nur auf den Geräten unter „Ihre Geräte“.",
    saved: (email) =>
      `Bei uns, gespeichert unter ${email}. Öffnen lässt es sich auf den Geräten unter „Ihre Geräte“ und mit einem Link, den wir dorthin schicken.`,
    until: "Wann es gelöscht wird",
    erased: (day) => `Am ${day}, wenn Sie bis dahin nichts mehr schreiben. Sofort, wenn Sie es löschen.`,
    download: "Meine Daten herunterladen",
    file: "Alles, was wir zu diesem Gespräch aufbewahren, in einer Datei: was gesagt wurde, das Dokument mit allen Fassungen, Ihre Geräte.",
    preparing: "Die Datei wird vorbereitet…",
    done: "Die Datei liegt in Ihren Downloads.",
  },
  erase: {
    heading: "Alles löschen",
    lead: "Das löscht für Sie und auf allen Geräten:",
    conversation: "das ganze Gespräch",
    document: "das Dokument mit allen Fassungen",
    access: "Ihre Geräte und die Adresse, unter der es gespeichert ist",
    unsent: "was Sie hier geschrieben und nicht gesendet haben",
    final: "Das lässt sich nicht rückgängig machen, auch von uns nicht.",
    first: "Vorher meine Daten herunterladen",
    confirm: "Endgültig löschen",
    erasing: "Wird gelöscht…",
  },
  deleted: {
    heading: "Gelöscht",
    text: "Das Gespräch und sein Dokument sind weg, auf diesem Gerät und überall, wo sie sonst geöffnet waren.",
    traces:
      "Die letzten Spuren verlassen unsere Systeme innerhalb einer Minute. Sicherungen verfallen in den nächsten Wochen; sollten wir je eine brauchen, wird Ihr Gespräch daraus zuerst gelöscht.",
  },
}

/** "In 12 Sekunden", at the start of a sentence. */
function capital(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
