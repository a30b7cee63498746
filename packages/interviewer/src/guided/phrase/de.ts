import { sentenceCase } from "../gist.ts"
import type { Phrases } from "./phrases.ts"

export const de: Phrases = {
  notSure: ["Weiß nicht", "Weiß nicht"],
  skip: ["Überspringen", "Überspringen"],
  questions: {
    purpose: {
      label: "was es können soll",
      ask: () => "Was soll es leisten, und für wen?",
      choices: () => [
        ["Buchungen oder Bestellungen", "Es soll Buchungen oder Bestellungen von Kunden annehmen."],
        ["Ordnung schaffen", "Es soll unsere Unterlagen an einem Ort in Ordnung halten."],
        ["Zusammenarbeit", "Es soll einer Gruppe helfen, zusammenzuarbeiten."],
      ],
    },
    users: {
      label: "wer damit arbeitet",
      ask: () => "Wer wird damit arbeiten?",
      more: ({ who }) => `Wer arbeitet außerdem damit, neben ${dativ(who)}?`,
      choices: ({ isMore }) =>
        isMore
          ? [
              ["Unser eigenes Team", "Auch unser eigenes Team arbeitet damit."],
              ["Eine Person im Büro", "Eine Person im Büro verwaltet es."],
              ["Sonst niemand", "Sonst niemand arbeitet damit."],
            ]
          : [
              ["Unsere Kunden", "Unsere Kunden arbeiten damit."],
              ["Nur unser Team", "Nur unser eigenes Team arbeitet damit."],
              ["Beide", "Unsere Kunden und unser eigenes Team arbeiten damit."],
            ],
    },
    journey: {
      label: "der Ablauf von Anfang bis Ende",
      ask: ({ who, act }) =>
        act === undefined
          ? `Was geschieht Schritt für Schritt, wenn ${who} es benutzen?`
          : `Wenn ${who} ${act}: Was geschieht dann, bis alles erledigt ist?`,
      more: () => "Und danach: Was geschieht auf Ihrer Seite, bis alles erledigt ist?",
      choices: () => [
        ["Automatisch bestätigt", "Es wird automatisch bestätigt, und beide Seiten sehen es sofort."],
        ["Wir prüfen zuerst", "Jemand aus dem Team prüft es und bestätigt dann."],
        ["Wir bekommen eine Liste", "Wir bekommen eine Liste und erledigen den Rest selbst."],
      ],
    },
    rules: {
      label: "Grenzen und Regeln",
      ask: ({ things, subject }) => {
        const about = things ?? subject
        return `Welche Grenzen oder Fristen gelten${about ? ` für ${about}` : ""}?`
      },
      more: () => "Welche weiteren Regeln gelten immer, etwa eine Grenze, eine Frist oder eine Ausnahme?",
      choices: () => [
        ["Eine Höchstzahl", "Es gibt eine Höchstzahl pro Tag."],
        ["Eine Frist", "Änderungen sind bis spätestens einen Tag vorher möglich."],
        ["Keine weiteren", "Es gibt keine weiteren Regeln."],
      ],
    },
    success: {
      label: "eine Zahl, die den Erfolg zeigt",
      ask: () => "Woran würden Sie nach drei Monaten merken, dass es sich gelohnt hat, am liebsten in einer Zahl?",
      choices: () => [
        ["Gesparte Stunden", "Es spart uns mindestens 5 Stunden Arbeit pro Woche."],
        ["Weniger Fehler", "Die Fehler sinken auf weniger als die Hälfte."],
        ["Weniger Anrufe", "Die Anrufe sinken um 50 %."],
      ],
    },
    scope: {
      label: "was die erste Version können muss",
      ask: () => "Wenn am ersten Tag nur eine Sache fertig sein könnte, welche wäre das?",
      choices: ({ who, act }) => [
        act === undefined
          ? ["Die Hauptaufgabe", "Zum Start muss die Hauptaufgabe von Anfang bis Ende funktionieren."]
          : [sentenceCase(act), `Zum Start müssen ${who} ${act} können.`],
        ["Unsere Übersicht", "Zum Start müssen wir alles in einer Übersicht sehen."],
        ["Alles zusammen", "In der ersten Version ist alles unverzichtbar."],
      ],
    },
    reason: {
      label: "wie es heute läuft und was daran stört",
      ask: () => "Wie machen Sie das heute, und was stört daran am meisten?",
      choices: () => [
        ["Telefon, Papier: zu langsam", "Bisher am Telefon und auf Papier, und das dauert zu lange."],
        ["Tabellen, mit Fehlern", "Bisher in Tabellen, und dabei passieren Fehler."],
        ["Es ist ganz neu", "Bisher gibt es nichts Vergleichbares."],
      ],
    },
    volume: {
      label: "mit welchen Mengen zu rechnen ist",
      ask: ({ things }) =>
        things
          ? `Wie viele ${things} erwarten Sie, an einem gewöhnlichen Tag und am vollsten?`
          : "Wie viele Menschen werden es nutzen, an einem gewöhnlichen Tag und am vollsten?",
      vague: ({ vague, things }) =>
        `Sie sagten „${vague}“: Wie viele ${things ?? "Menschen"} wären das etwa am vollsten Tag?`,
      choices: () => [
        ["Unter 20 am Tag", "Weniger als 20 am Tag."],
        ["20 bis 200 am Tag", "Etwa 20 bis 200 am Tag."],
        ["Über 200 am Tag", "Mehr als 200 am Tag."],
      ],
    },
    data: {
      label: "welche Angaben gespeichert werden",
      ask: ({ things, subject }) => {
        const about = things ?? subject
        return `Welche Angaben müssen${about ? ` über ${about}` : ""} gespeichert werden?`
      },
      choices: () => [
        ["Name und Kontakt", "Gespeichert werden Name, Telefonnummer und E-Mail-Adresse."],
        ["Kontakt und Fotos", "Gespeichert werden Name, Kontaktdaten und Fotos oder Dateien."],
        ["So wenig wie möglich", "Gespeichert wird so wenig wie möglich, nur was nötig ist."],
      ],
    },
    failure: {
      label: "was geschieht, wenn etwas schiefgeht",
      ask: ({ things }) =>
        `Wenn${things ? ` bei ${dativPlural(things)}` : ""} etwas schiefgeht, etwa durch einen Fehler oder eine Verspätung: Was soll dann geschehen?`,
      choices: ({ money }) => [
        ["Sie ändern es selbst", "Geht etwas schief, können sie es selbst ändern oder absagen."],
        ["Sie rufen uns an", "Geht etwas schief, rufen sie uns an und wir klären es."],
        money
          ? ["Es gibt Geld zurück", "Geht bei uns etwas schief, wird der Betrag erstattet."]
          : ["Wir erfahren es sofort", "Geht etwas schief, wird das Team sofort informiert."],
      ],
    },
    exclusions: {
      label: "was bewusst wegbleibt",
      ask: () => "Was soll bewusst wegbleiben, auch wenn andere es erwarten?",
      choices: () => [
        ["Eine App aus dem Store", "Keine App aus einem App Store."],
        ["Chat und Forum", "Kein Chat und kein Forum."],
        ["Nichts", "Vorerst darf alles hinein."],
      ],
    },
    access: {
      label: "wie man sich ausweist",
      ask: ({ who, withoutAccounts }) =>
        withoutAccounts
          ? `Wenn es keine Konten gibt: Wie sollen sich ${who} ausweisen, damit jeder nur das Eigene sieht?`
          : `Wie sollen sich ${who} ausweisen, falls überhaupt?`,
      choices: ({ withoutAccounts }) => [
        ["Link per E-Mail", "Sie bekommen einen persönlichen Link per E-Mail."],
        ["Eine bekannte Nummer", "Sie geben eine Nummer, die sie schon haben, und ihr Geburtsdatum ein."],
        withoutAccounts
          ? ["Sie fragen uns", "Sie fragen uns, und wir sehen für sie nach."]
          : ["Name und Passwort", "Sie melden sich mit Name und Passwort an."],
      ],
    },
    permissions: {
      label: "wer was sehen und ändern darf",
      ask: () => "Wer darf was sehen, und wer darf es ändern?",
      choices: () => [
        ["Jeder nur das Eigene", "Jeder sieht und ändert nur das Eigene; das Team darf alles sehen."],
        ["Alle sehen, Team ändert", "Alle dürfen alles sehen; ändern darf nur das Team."],
        ["Eine Person ändert", "Alle dürfen es sehen, aber nur eine Person darf ändern oder löschen."],
      ],
    },
    payment: {
      label: "wie bezahlt wird",
      ask: ({ payers }) => (payers === undefined ? "Wie wird bezahlt, und wann?" : `Wie bezahlen ${payers}, und wann?`),
      choices: () => [
        ["Mit Karte, sofort", "Bezahlung mit Karte, sofort."],
        ["Später, auf Rechnung", "Bezahlung später, auf Rechnung."],
        ["Es geht nicht um Geld", "Bezahlt wird damit nichts."],
      ],
    },
    notifications: {
      label: "wer wie Bescheid bekommt",
      ask: ({ who }) => `Wenn etwas bestätigt wird oder sich ändert: Wie sollen ${who} davon erfahren?`,
      choices: () => [
        ["Per E-Mail", "Sie werden per E-Mail benachrichtigt."],
        ["Per SMS", "Sie bekommen eine SMS."],
        ["Auf der Seite reicht", "Keine Benachrichtigung, sie sehen es auf der Seite."],
      ],
    },
    integrations: {
      label: "mit welchen Programmen es zusammenarbeiten muss",
      ask: () =>
        "Mit welchen Programmen, die Sie schon nutzen, muss es zusammenarbeiten, etwa Buchhaltung oder Kalender?",
      choices: () => [
        ["Buchhaltung", "Es braucht eine Schnittstelle zu unserer Buchhaltung."],
        ["Kalender", "Es soll sich mit unserem Kalender abgleichen."],
        ["Mit keinem", "Es braucht keine Schnittstelle."],
      ],
    },
    privacy: {
      label: "wie persönliche Angaben geschützt werden",
      ask: ({ who }) => `Ist etwas an den Angaben über ${who} heikel, sodass es besonderen Schutz braucht?`,
      choices: () => [
        ["Nein, nur Kontaktdaten", "Nur gewöhnliche personenbezogene Angaben wie Kontaktdaten."],
        ["Ja, Heikles", "Ja, sensible Angaben, etwa zu Gesundheit oder Geld."],
        ["Gar nichts Persönliches", "Keine personenbezogenen Angaben."],
      ],
    },
    retention: {
      label: "wie lange etwas aufgehoben wird",
      ask: ({ things }) =>
        `Wie lange sollen ${things ?? "die Angaben"} aufbewahrt werden, und was wird danach gelöscht?`,
      choices: () => [
        ["Ein Jahr", "Nach 1 Jahr wird alles gelöscht."],
        [
          "Wie vorgeschrieben",
          "Rechnungen werden so lange aufbewahrt wie vorgeschrieben, der Rest wird nach 1 Jahr gelöscht.",
        ],
        ["Dauerhaft", "Alles wird dauerhaft aufbewahrt."],
      ],
    },
    reports: {
      label: "welche Listen und Übersichten gebraucht werden",
      ask: () => "Welche Liste oder Übersicht brauchen Sie regelmäßig, und wer liest sie?",
      choices: () => [
        ["Eine Tagesliste fürs Team", "Wir brauchen jeden Morgen eine Übersicht für das Team."],
        ["Monatlich für die Leitung", "Wir brauchen eine monatliche Übersicht für die Leitung."],
        ["Keine", "Übersichten brauchen wir nicht."],
      ],
    },
    devices: {
      label: "auf welchen Geräten es läuft",
      ask: ({ who }) => `Auf welchen Geräten werden ${who} es vor allem nutzen?`,
      vague: ({ vague }) => `Sie sagten „${vague}“: Auf welchem Gerät soll es am besten aussehen?`,
      choices: () => [
        ["Auf dem Handy", "Meist auf dem Handy."],
        ["Am Computer", "Meist am Computer, im Browser."],
        ["Auf beiden", "Auf Handy und Computer gleichermaßen."],
      ],
    },
    security: {
      label: "was am meisten geschützt werden muss",
      ask: () => "Was wäre am schlimmsten, wenn es in falsche Hände geriete oder unbemerkt geändert würde?",
      vague: ({ vague }) => `Sie sagten „${vague}“: Was wäre am schlimmsten, wenn es in falsche Hände geriete?`,
      choices: () => [
        ["Persönliche Angaben", "Am schlimmsten wären persönliche Angaben in falschen Händen."],
        ["Zahlungen", "Am schlimmsten wären geänderte Zahlungen, daher wird jede Änderung protokolliert."],
        ["Nichts Kritisches", "Nichts davon ist kritisch, die übliche Sicherheit reicht."],
      ],
    },
    deadline: {
      label: "wann es fertig sein muss",
      ask: () => "Wann muss es fertig sein?",
      vague: ({ vague }) => `Sie sagten „${vague}“: Ab welchem Datum wäre es zu spät?`,
      choices: () => [
        ["In 3 Monaten", "Es soll innerhalb von 3 Monaten fertig sein."],
        ["In einem Jahr", "Es soll innerhalb eines Jahres fertig sein."],
        ["Kein fester Termin", "Es gibt keinen festen Termin."],
      ],
    },
    budget: {
      label: "das Budget",
      ask: () => "Was darf die Umsetzung ungefähr kosten?",
      vague: ({ vague }) => `Sie sagten „${vague}“: Bis zu welchem Betrag wäre es das?`,
      choices: () => [
        ["Bis 5.000", "Das Budget beträgt höchstens 5.000 Euro."],
        ["5.000 bis 25.000", "Das Budget beträgt 5.000–25.000 Euro."],
        ["Über 25.000", "Das Budget beträgt mehr als 25.000 Euro."],
      ],
    },
    availability: {
      label: "wie lange es ausfallen darf",
      ask: () => "Wenn es einmal nicht geht: Ab wann tut das wirklich weh?",
      vague: ({ vague }) => `Sie sagten „${vague}“: Nach welcher Zeit täte ein Ausfall wirklich weh?`,
      choices: () => [
        ["Nach Minuten", "Ein Ausfall von mehr als 15 Minuten täte weh."],
        ["Nach ein paar Stunden", "Ein Ausfall bis zu 4 Stunden ist hinnehmbar."],
        ["Nach einem Tag", "Ein Ausfall bis zu einem Tag ist hinnehmbar."],
      ],
    },
    accessibility: {
      label: "für wen es besonders leicht sein muss",
      ask: () => "Brauchen es manche leichter, etwa mit großer Schrift oder ohne Maus?",
      vague: ({ vague, who }) => `Sie sagten „${vague}“: Was sollen ${who} beim ersten Mal ohne Hilfe schaffen?`,
      choices: ({ vague, act }) =>
        vague === undefined
          ? [
              ["Ja, große Schrift", "Ja, einige brauchen große Schrift und einfache Seiten."],
              ["Nein, der Standard reicht", "Der übliche Standard der Barrierefreiheit (WCAG AA) reicht."],
            ]
          : [
              act === undefined
                ? ["Die Hauptaufgabe", "Sie sollen die Hauptaufgabe innerhalb von 2 Minuten und ohne Hilfe schaffen."]
                : [sentenceCase(act), `Sie sollen innerhalb von 2 Minuten und ohne Hilfe ${act} können.`],
              ["Alles", "Sie sollen alles ohne Hilfe schaffen, auch ältere Menschen."],
            ],
    },
    languages: {
      label: "welche Sprachen es spricht",
      ask: ({ who }) => `Welche Sprachen brauchen ${who}?`,
      choices: () => [
        ["Nur Deutsch", "Nur Deutsch."],
        ["Mehrere", "Deutsch und ein oder zwei weitere Sprachen."],
      ],
    },
    speed: {
      label: "wie schnell schnell genug ist",
      ask: () => "Wie schnell muss eine Seite da sein, damit es sich richtig anfühlt?",
      vague: ({ vague }) => `Sie sagten „${vague}“: Wie viele Sekunden darf es höchstens dauern?`,
      choices: () => [
        ["Unter 1 Sekunde", "Seiten erscheinen in unter 1 Sekunde."],
        ["Unter 3 Sekunden", "Seiten erscheinen in unter 3 Sekunden."],
        ["Nicht so wichtig", "Die Ladezeit ist nicht so wichtig."],
      ],
    },
    terms: {
      label: "Wörter mit besonderer Bedeutung",
      ask: () => "Gibt es ein Wort, das Sie täglich benutzen und das ein Außenstehender falsch verstehen würde?",
      choices: () => [
        ["Nein, keines", "Keines, unsere Wörter sind gewöhnlich."],
        ["Ja, ein paar", "Wir haben ein paar eigene Wörter."],
      ],
    },
  },
  affirm: {
    summary: [(x) => `Ich verstehe: ${x}.`, (x) => `Kurz gesagt: ${x}.`],
    goal: [(x) => `Das zu lösen lohnt sich: ${x}.`, (x) => `Das Anliegen ist klar: ${x}.`],
    measure: [(x) => `Das lässt sich messen: ${x}.`, (x) => `Ein klares Ziel: ${x}.`],
    role: [(x) => `Zu den Menschen: ${x}.`, (x) => `Verstanden: ${x}.`],
    scope: [(x) => `Das gehört hinein: ${x}.`, (x) => `Es gehört also dazu: ${x}.`],
    exclusion: [(x) => `Das bleibt bewusst weg: ${x}.`, (x) => `Das bleibt draußen: ${x}.`],
    journey: [(x) => `So läuft es also: ${x}.`, (x) => `Das kann ich mir vorstellen: ${x}.`],
    requirement: [(x) => `Das wird gebraucht: ${x}.`, (x) => `Notiert: ${x}.`],
    rule: [(x) => `Eine feste Regel: ${x}.`, (x) => `Als Regel: ${x}.`],
    entity: [(x) => `Das wird festgehalten: ${x}.`, (x) => `Zu den Angaben: ${x}.`],
    integration: [(x) => `Damit muss es sich verstehen: ${x}.`, (x) => `Zu anderen Programmen: ${x}.`],
    quality: [(x) => `Gut zu wissen: ${x}.`, (x) => `Das ist der Maßstab: ${x}.`],
    constraint: [(x) => `Das steht fest: ${x}.`, (x) => `Danach richte ich mich: ${x}.`],
    decision: [(x) => `Entschieden: ${x}.`, (x) => `Geklärt: ${x}.`],
    assumption: [(x) => `Als Annahme: ${x}.`, (x) => `Davon gehe ich aus: ${x}.`],
    risk: [(x) => `Eine berechtigte Sorge: ${x}.`, (x) => `Als Risiko notiert: ${x}.`],
    question: [(x) => `Also eine offene Frage: ${x}.`, (x) => `Das bleibt offen: ${x}.`],
    term: [(x) => `So verwende ich das Wort: ${x}.`, (x) => `Für das Glossar: ${x}.`],
  },
  noted: [(x) => `Notiert: ${x}.`, (x) => `Verstanden: ${x}.`, (x) => `Festgehalten: ${x}.`],
  chosen: [(x) => `${x}: notiert.`, (x) => `In Ordnung: ${x}.`],
  withException: (x) => `${x}, mit Ihrer Ausnahme`,
  acknowledge: {
    reports: ["Diese Liste ist notiert, und für wen sie ist.", "Damit weiß ich, was zur Hand sein muss."],
    purpose: ["Damit habe ich ein erstes Bild.", "Das ist ein guter Ausgangspunkt."],
    users: ["Jetzt habe ich ein Bild von den Menschen.", "Damit weiß ich, wer dahintersteht."],
    journey: ["Den Ablauf kann ich jetzt nachvollziehen.", "Der Weg ist klar."],
    rules: ["Diese Regeln habe ich genau so notiert.", "Die Regeln stehen so, wie Sie sie genannt haben."],
    success: ["Daran lässt sich der Erfolg messen.", "Ein guter Maßstab."],
    volume: ["Damit weiß ich, was es aushalten muss.", "Diese Mengen helfen weiter."],
    payment: ["Die Frage des Geldes ist damit klar.", "Wie bezahlt wird, ist notiert."],
    permissions: ["Notiert, wer was darf.", "Damit ist klar getrennt, wer was darf."],
    failure: ["Gut zu wissen, was an schlechten Tagen gilt.", "Notiert, was dann geschehen soll."],
    reason: ["Ich sehe, wo es heute hakt.", "Damit verstehe ich, warum Sie es wollen."],
    exclusions: ["Das hält die Sache klein und ist notiert.", "Als ausgeschlossen notiert."],
  },
  acknowledgeTopic: (label) => `Das steht jetzt unter „${label}“.`,
  acknowledgeAnything: ["In Ordnung.", "Das habe ich."],
  brief: (count, numbered) =>
    `Danke, das ist gründlich. Ich habe ${count} Punkte daraus gelesen${numbered ? " und Ihre Nummern behalten" : ""} und frage nur noch nach dem, was offen ist.`,
  briefCut: (count) =>
    `Das ist lang: Die ersten ${count} Punkte habe ich aufgenommen. Bitte schicken Sie den Rest in einer zweiten Nachricht.`,
  list: (count) => `Alle ${count} Punkte sind notiert.`,
  corrected: (x) => (x === undefined ? "Berichtigt." : `Berichtigt: ${x}.`),
  resolved: (x) => `Dann gilt: ${x}.`,
  bothKept: "Dann bleibt beides bestehen.",
  assumed: [
    "Das macht nichts. Ich habe das Übliche als Annahme notiert; Sie können es ändern.",
    "Kein Problem: Ich nehme das Übliche an und kennzeichne es, damit Sie es ändern können.",
  ],
  exceptions: (x) =>
    x === undefined
      ? "Diese Regel hat Ausnahmen; welche davon vorgeht, ist als offen notiert."
      : `Eine Regel mit Ausnahmen: ${x}. Was vorgeht, ist als offen notiert.`,
  measurable: ["Das machen wir am besten überprüfbar.", "Dazu passt ein Maß."],
  sayMore: "Ein paar Worte dazu würden helfen.",
  unsure: [
    "Das macht nichts, ich lasse es als offene Frage stehen.",
    "Kein Problem, das bleibt vorerst offen.",
    "Das muss heute niemand wissen. Ich habe es als offen vermerkt.",
  ],
  skipped: ["Übersprungen.", "Das lassen wir aus.", "Dann zu etwas anderem."],
  delegated: [
    "Ich nehme etwas Übliches und kennzeichne es als Annahme, damit Sie es ändern können.",
    "Dann gehe ich von der üblichen Lösung aus und kennzeichne sie als Annahme.",
  ],
  leftToTeam: (label) => `Dem Team überlassen: ${label}`,
  openQuestion: (label) => `Noch nicht bekannt: ${label}.`,
  people: "die Nutzer",
  about: (things) => `Verstanden, es geht um ${things}.`,
  numbers: [(x) => `${x}: notiert.`, (x) => `Diese Zahlen helfen: ${x}.`],
  bounds: { exact: (x) => x, about: (x) => `etwa ${x}`, min: (x) => `mindestens ${x}`, max: (x) => `höchstens ${x}` },
  welcome:
    "Guten Tag, schön, dass Sie da sind. Ich stelle ein paar Fragen, immer nur eine; mit „das war's“ beenden Sie das Gespräch, wann Sie wollen.",
  thanks: "In Ordnung.",
  stray: "Ich kann nur dabei helfen, Ihr Vorhaben zu beschreiben, also zurück dazu.",
  explain: (label) => `Ich frage, weil davon abhängt, was gebaut wird (${label}). Eine ungefähre Antwort genügt.`,
  noPrevious: "Es gibt keine frühere Frage.",
  previous: "Zurück zur vorigen Frage. Es gilt die neue Antwort.",
  enoughIfYouLike: "Übrigens: Mit „das war's“ können Sie jederzeit aufhören.",
  dispute: (older, newer) => `Vorhin sagten Sie „${older}“, und dann „${newer}“. Was davon gilt?`,
  holds: (x) => [x, `„${x}“ gilt.`],
  gaps: (labels) => `Vor allem fehlt noch:\n${labels.map((label) => `- ${label}`).join("\n")}`,
  noGaps: "Es fehlt nichts Wichtiges mehr.",
  wrap: "Für eine erste Fassung habe ich genug. Soll ich zusammenfassen, oder möchten Sie mehr ins Detail gehen?",
  wrapChoices: [
    ["Zusammenfassen", "Bitte zusammenfassen"],
    ["Weitere Fragen", "Weitere Fragen"],
  ],
  last: "Mehr würde ich nicht fragen. Gibt es noch etwas, das ich wissen sollte, bevor ich zusammenfasse?",
  lastChoices: [
    ["Zusammenfassen", "Bitte zusammenfassen"],
    ["Eine Frage zurück", "Eine Frage zurück"],
  ],
  added: (x) => (x === undefined ? "Das habe ich ergänzt." : `Das habe ich ergänzt: ${x}.`),
  closedAlready: "Gern. Wenn Ihnen noch etwas einfällt, schreiben Sie es einfach hierher.",
  closing: {
    separator: "; ",
    colon: ": ",
    lead: "Vielen Dank. Das habe ich verstanden, in Ihren Worten:",
    leadEmpty: "Vielen Dank. Es ist noch nicht viel, aber ein Anfang ist gemacht.",
    areas: {
      what: "Worum es geht",
      people: "Menschen",
      working: "So läuft es",
      rules: "Regeln",
      out: "Bleibt weg",
      data: "Angaben und andere Programme",
      quality: "Qualität und Zahlen",
      frame: "Geld, Zeit und Entscheidungen",
    },
    more: (count) => `und ${count} weitere`,
    open: "Noch offen",
    assumed: "Angenommen, solange Sie nichts anderes sagen",
    disputed: (older, newer) => `ob „${older}“ oder „${newer}“ gilt`,
    nothingOpen: "Nichts Wichtiges ist offen.",
    end: "Wenn Ihnen noch etwas einfällt, schreiben Sie es hierher, und ich ergänze es.",
  },
}

/** "die Kunden" → "Kunden" */
const ohneArtikel = (who: string) => who.replace(/^(?:die|der|das) /, "")

/** "die Kunden" → "den Kunden", "die Mitglieder" → "den Mitgliedern" */
function dativ(who: string): string {
  if (who.startsWith("der ")) return `dem ${who.slice(4)}`
  if (who.startsWith("das ")) return `dem ${who.slice(4)}`
  return `den ${dativPlural(ohneArtikel(who))}`
}

/** Only the last word of the lexicon's plurals is declined; those ending in n or s keep their form. */
const dativPlural = (plural: string) =>
  /[ns]$|^Plätze /.test(plural) ? plural.replace(/^Plätze /, "Plätzen ") : `${plural}n`
