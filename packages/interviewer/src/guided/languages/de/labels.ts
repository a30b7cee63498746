import type { Columns, Labels } from "../language.ts"

export const labels: Labels = {
  head: "last",
  exclusion: `
    nicht(?! (sofort|gleich|zum start|zu beginn|am anfang|für den anfang|jetzt|eilig))( (dabei|enthalten|gewollt|gewünscht|nötig|gebraucht|benötigt|vorgesehen|geplant|im umfang|teil|drin|gefragt|dazu|inbegriffen|erforderlich|zu tun|in diesem projekt))+|außen vor|aussen vor|ausgeschlossen|ausschl(uss|üsse)|ausgenommen|weglassen|bleibt weg|wegbleiben|raus|no-?gos?|nicht-?ziele|out of scope|abgrenzung|keinesfalls|bitte nicht|^ohne$|^nicht$|^nie$|auf (gar )?keinen fall|bloß nicht|lieber nicht|was (wir |ich |es |sie )?(auf keinen fall |bitte |hier )?(nicht|kein\\p{L}*)|auf keinen|kein muss|unerwünscht
    (was |das )?(wir |es |man )?(nicht|kein\\p{L}*) (wollen|brauchen|soll|will|möchten|machen|können soll)|(brauchen|wollen|möchten|braucht) (wir|sie|es)? ?(nicht|kein\\p{L}*)|nicht (brauchen|wollen|möchten|soll|können)|gehört nicht|^(finger|hände) weg$|nicht anfassen|in ruhe lassen|^(abgelehnt|verworfen|gestrichen)$|(bleibt|bleiben) (draußen|weg|außen vor)|draußen|(gehört|kommt) nicht (rein|hinein)`,
  later: `(kann|könnte|darf|könnten|können)( noch)? warten|warten (kann|könnte|können|darf)|ander(mal|e[sn]? (jahr|saison|mal))|nächste[sn]? (jahr|saison|mal)|später|spätere[rs]?|zukunft|ausblick|(zweite|2\\.|nächste|dritte|spätere) (phase|stufe|ausbaustufe|schritt|version|runde)|zweiter schritt|phase (2|zwei|ii)|stufe 2|version 2|v2|irgendwann|ausbau|folgeprojekt|themenspeicher|perspektivisch|erweiterungen?|ein andermal|nicht (sofort|gleich|zum start|zu beginn|am anfang|für den anfang|eilig)|nicht (jetzt|heute|dieses jahr|in diesem jahr)|noch nicht|(erst )?(nächstes|übernächstes) jahr|vorerst nicht`,
  could: `optional|wünschenswert|schön(e)? (wäre|zu haben)|wäre schön|nice to have|wunsch(liste)?|kann(-| )?(anforderungen|kriterien)?|bonus|zusatz|wenn (noch )?zeit( ist)?|kür|nett`,
  question: `offen|offene[rn]?( (punkte|fragen|themen))?|fragen|(noch |zu )+(klären|offen|entscheiden|besprechen)|unklar(heiten)?|ungeklärt(es)?|klärungsbedarf|tbd|(das )?(wissen|weiß) (wir|ich|keiner|noch)( noch)? ?(nicht|keiner)?|noch nicht (klar|entschieden)|was (wir|ich) (noch )?nicht wissen`,
  should: `soll(-| )?(anforderungen|kriterien)?|wichtig`,
  must: `muss(-| )?(anforderungen|kriterien|ziele)?|pflicht|zwingend|unverzichtbar|must ?haves?|notwendig|erforderlich|pflicht(umfang|programm)?`,
  role: `rollen?|benutzer(gruppen|rollen|innen)?|nutzer(gruppen|rollen|innen)?|anwender(innen)?|wer|rechte|berechtigungen?|beteiligte|personen|zielgruppen?|akteure|zuständigkeiten|wer darf was|zugriff(srechte)?|mitwirkende|personas?|darf`,
  deadline: `budget|kosten|geld|preis|finanz\\p{L}+|termine?|zeit(plan|rahmen)?|fristen?|zeitliches|wann|start|einführung|technik|technisch\\p{L}*|rahmen(bedingungen)?|vorgaben|randbedingungen|go-?live|meilensteine|förder\\p{L}+|ablauf ?plan|organisatorisches`,
  rule: `regeln?|regelung(en)?|regelwerk|vorschriften|bedingungen|grenzen|hausordnung|geschäftsregeln|bestimmungen|satzung|ordnung`,
  accessibility: `barrierefreiheit|barrierefrei`,
  connection: `offline|verbindung|netz`,
  devices: `geräte?|endgeräte|hardware`,
  languages: `sprachen?`,
  look: `aussehen|design|gestaltung|optik|farben|erscheinungsbild|layout`,
  privacy: `datenschutz|dsgvo|vertraulich(keit)?|persönliche daten|schweigepflicht`,
  security: `sicherheit|datensicherheit`,
  speed: `geschwindigkeit|performance|tempo|leistung`,
  quality: `qualität(en)?|nicht-?funktional(e|es)?( anforderungen)?|bedienung|bedienbarkeit|zuverlässigkeit|verfügbarkeit|standards|güte|benutzbarkeit`,
  entity: `daten|angaben|stammdaten|informationen|datenfelder|felder|inhalte?|gespeichert\\p{L}*|was (wir )?(speichern|erfassen|festhalten)|archiv|aufbewahrung|akten|datensatz|datenhaltung`,
  integration: `schnittstellen?|anbindung(en)?|integrationen?|andere (systeme|programme)|fremdsysteme|systeme|drittsysteme|verbindung(en)? zu|import|export|programme`,
  requirement: `
    anforderungen|funktional\\p{L}*( anforderungen)?|funktionen|funktionsumfang|funktionalität(en)?|leistungen|leistungsumfang|features?|aufgaben|umfang|bedarf|was (es|das (system|programm|tool)|die (app|software|anwendung)|der) (können |leisten |tun |machen )?(soll|muss)|was wir (brauchen|wollen|möchten|uns wünschen)|(können|tun|leisten|machen) (soll|sollen|muss|müssen)|gewünscht|wünsche|erwartungen|user stories|nutzergeschichten|anwendungsfälle|pflichtenheft|lastenheft|brauchen wir|brauchen|was soll|muss können|(was )?wir suchen|gesucht|was (wir|ich) (uns|mir) wünschen?|(das )?(hätten|hätte|möchten|möchte|wünschen|wünsche) (wir|ich)( (uns|mir|gern|gerne))*|was (wir|ich) gerne? (hätten|hätte)|was du (baust|bauen wirst|machst)|was sie (bauen|bauen werden)`,
  journey: `abl(auf|äufe)|prozesse?|arbeitsablauf|schritte|vorgehen|so läuft es|vorgang|szenari\\p{L}+|typischer tag`,
  goal: `(besser|leichter|einfacher) (sein|werden|laufen|gehen)|verbesser\\p{L}+|ziele?|zweck|zielsetzung|nutzen|warum|vision|motivation|wozu`,
  context: `hintergrund|ausgangslage|ist-?zustand|ist-?stand|^ist$|situation|heute|derzeit|aktuell(er stand)?|momentan|bisher|über uns|wir über uns|wer wir sind|wer sind wir|einleitung|probleme?|ärger|schmerzpunkte|kontext|vorgeschichte|zahlen|fakten|mengen|unser (verein|betrieb|unternehmen|laden)|vorstellung|status quo|anlass|was nervt|schwierigkeiten|womit (sie|ihr|du) (sich )?beschäftig\\p{L}+|wie arbeiten (sie|wir)`,
  measure: `erfolg(skriterien|smessung)?|messgrößen|kennzahlen|kpis?|woran wir (es )?(merken|sehen)|abnahmekriterien|gelungen`,
  risk: `risik\\p{L}+|gefahren|bedenken|sorgen|befürchtungen`,
  decision: `beschl(uss|üsse)|entscheidung(en)?|beschlossen|entschieden|vereinbart`,
  assumption: `annahmen?`,
  term: `glossar|begriffe?|definitionen|wörter|fachwörter|abkürzungen`,
  summary: `zusammenfassung|kurz(fassung|beschreibung)?|überblick|worum (es )?geht|idee|projekt|in kürze|kurz gesagt|vorhaben`,
  none: `notiz(en)?|sonstiges|verschiedenes|allgemein(es)?|weiteres|anwesend(e)?|teilnehm\\p{L}+|tagesordnung|bemerkungen|anmerkungen|hinweise|entschuldigt|protokoll|ergänzung(en)?|antwort|frage|gruppen?|antwort|frage`,
}

export const columns: Columns = {
  reference: `nr|nr\\.|nummer|id|kennung|ref|lfd\\. ?nr\\.?|pos\\.?|#|lfd`,
  text: `(was )?(tut|macht)( was)?|was (er|sie|es|wir|man) (tut|tun|braucht|brauchen|will|wollen|kann|können|darf|dürfen|soll|sollen)|anforderung(en)?|beschreibung|text|was|funktion|wunsch|bedarf|story|titel|inhalt|aufgabe|leistung|merkmal|bezeichnung`,
  priority: `prio|priorität|wichtigkeit|gewicht|status|muss|klasse|einstufung|dringlichkeit|nötig`,
  actor: `stelle|posten|funktion der person|wer macht es|beruf|wer|rolle|akteur|benutzer|nutzer|person|zuständig|anwender|für wen|gruppe`,
}
