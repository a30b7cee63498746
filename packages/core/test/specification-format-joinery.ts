import { check, criterion, documentOf, line, requirement } from "./specification-format-line.ts"

const guessed = { evidence: "inferred", state: "proposed" }

/** A German one, not complete. */
export const joinery = documentOf("de", 3, [
  line("SUM-1", { text: "Eine Seite, auf der die Werkstatt Maße und Fotos einer Baustelle festhält." }),
  line("CTX-1", { text: "Zwei Mechaniker können die Liste heute nicht gleichzeitig bearbeiten." }),
  line("GOAL-1", { text: "Kein Zettel geht mehr verloren." }),
  line("ROLE-1", { title: "Geselle", text: "Wer auf der Baustelle misst.", count: "6" }),
  line("UJ-1", {
    text: "Ein Geselle misst ein Fenster.",
    start: "der Geselle steht auf der Baustelle",
    steps: ["trägt die Maße ein", "macht ein Foto"],
    end: "das Büro sieht beides",
    dependsOn: ["GOAL-1"],
  }),
  requirement(
    "FR-1",
    { pattern: "event", when: "ein Maß eingetragen wird", system: "das System", shall: "es in Millimetern anzeigen" },
    {
      priority: "must",
      dependsOn: ["UJ-1"],
      criteria: [
        criterion("AC-1.1", "happy", "ein Fenster ohne Maße", "1,2 m eingetragen wird", "steht dort 1200 mm"),
        criterion("AC-1.2", "error", "ein Fenster ohne Maße", "„breit“ eingetragen wird", "wird es abgelehnt"),
      ],
    },
    "de",
  ),
  requirement(
    "FR-2",
    { pattern: "unwanted", if: "kein Netz da ist", system: "das System", shall: "die Maße behalten" },
    { priority: "should", ...guessed, criteria: [] },
    "de",
  ),
  line("FR-3", {
    text: "Ohne Netz geht es auch",
    criteria: [check("AC-3.1", "Im Keller messen, oben steht alles im Büro.")],
  }),
  line("NFR-1", { text: "Eine Seite ist schnell da.", category: "performance", threshold: "2 Sekunden", ...guessed }),
  line("Q-1", { text: "Wer darf Maße ändern?", choices: ["nur das Büro", "alle"], ...guessed }),
  line("U-1", { text: "Das mit den Fotos war Heinz." }),
])
