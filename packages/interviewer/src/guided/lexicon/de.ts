import type { Lexicon } from "./lexicon.ts"

export const de: Lexicon = {
  small:
    "der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, und, oder, aber, von, zu, zum, zur, in, im, am, an, auf, für, mit, bei, aus, nach, vor, über, unter, um, bis, ist, sind, war, waren, sein, es, er, sie, wir, ich, ihr, uns, unser, unsere, unseren, unserem, mein, meine, meinen, ihre, ihren, nicht, kein, keine, keinen, so, als, wenn, dann, denn, weil, dass, ob, was, wer, wie, wo, kann, können, soll, sollen, muss, müssen, darf, dürfen, will, wollen, haben, hat, wird, werden, möchte, möchten, auch, nur, noch, schon, sehr, etwa, ca, pro, je, jeder, jede, jeden, alle, man, sich, bitte, ja, nein, hier, da, damit, dazu, gibt, mich, mir, ohne, wäre, sollte, sollten",
  topics: {
    purpose:
      "!wir sind ein, !wir sind eine, !ich habe ein, !ich habe eine, !wir haben eine, !wir betreiben, !ich betreibe, !ich führe, ich möchte, wir möchten, ich hätte gern, wir brauchen, ich brauche, wir wollen, ich will, wir suchen, app für, system für, software für, plattform, ausschreibung, ausgangslage, hintergrund, website",
    users:
      "!nutzer, !benutzer, !anwender, !zielgruppe, !meistens, !genutzt von, !benutzt von, !wer es nutzt, !stammkunden, !arbeitet damit, !arbeiten damit, alle",
    journey:
      "auswähl*, abhol*, holt, zurückbring*, auswahl, wähl*, aussuchen, !schritt*, !zuerst, !danach, !anschließend, !und dann, ausfüll*, bestätig*, suchen, anklick*, absenden, abschick*, hochlad*, einreich*, scannen, !ablauf, !umbuchen, erfass*, trägt ein, tragen ein, eintragen",
    rules:
      "!darf nicht, !dürfen nicht, !nur wenn, !es sei denn, !außer, !ausnahme*, mindestens, höchstens, !nicht mehr als, frist, fristen, !tage vorher, !stunden vorher, !tag vorher, !am vortag, grenze, !regel, !regeln, !maximal*, stornier*, !wer zuerst, !hat vorrang, rabatt*, priorität, !bis spätestens, erlaubt, !nicht erlaubt, vorrang",
    success:
      "!erfolg*, !messbar*, !kennzahl*, !ziel ist, !ziele, !sinkt, !sinken, !senken, !reduzier*, !steiger*, !verringer*, !zeit sparen, !sparen, !spart, !halbier*",
    scope:
      "!erste version, !ersten version, !muss unbedingt, !am wichtigsten, !wichtigste, !funktionale anforderungen, !funktionsumfang, umfang, funktionen, !zum start, !für den anfang, !mvp",
    reason:
      "!problem*, !chaos, !durcheinander, !ärger*, !zurzeit, !derzeit, !momentan, !aktuell*, !bisher, !heute machen, !im moment, !nervt, !dauert zu lange, !von hand, !auf papier, !zettel*, !excel*, !papierkram, !geht verloren, !gehen verloren, !umständlich, !kostet uns, !händisch, !tabelle*, !vergessen wird",
    volume:
      "!am tag, !pro tag, !pro woche, !in der woche, !im monat, !pro monat, !im jahr, !pro jahr, !samstags, !zu spitzenzeiten, !täglich, !wöchentlich, !wie viele, filialen, standorte, mitarbeiter, !mitglieder, !pro stunde, !aufträge, !baustellen",
    data: "!speicher*, !daten, !datenbank, !stammdaten, adresse*, geburtsdatum, !namen und, telefonnummer*, foto, fotos, !bilder, akte*, !felder, aufmaß*, angaben, notizen, !dokumentier*",
    failure:
      "!schief, !fehler*, !ausfall*, !rückerstatt*, !erstattet, !kein netz, !kein empfang, !funkloch*, !offline, !ohne netz, !ohne internet, !ausverkauft, !krank, verspät*, !schlechtes wetter, !schlechtem wetter, !geht kaputt, absag*, !nicht erscheint",
    exclusions:
      "!nicht enthalten, !kein bestandteil, !brauchen wir nicht, !brauche ich nicht, !wollen wir nicht, !will ich nicht, !gehört nicht dazu, !weglassen, !abgrenzung, !nicht teil, !auf keinen fall, !nicht nötig, !keine app",
    access:
      "!anmeld*, !einlogg*, !login, !konto, !konten, !benutzerkonto, !passwort*, !passwörter, !kennwort*, !ausweisen, !mitgliedsnummer, !zugangscode, !registrier*, !zugang*, !kundennummer",
    permissions:
      "!darf nur, !dürfen nur, !sieht nur, !sehen nur, !nur der chef, !nur die chefin, !nur der vorstand, !wer darf, !darf sehen, !dürfen sehen, !berechtig*, !rechte, !freigeb*, !freigabe*, !nur ich, !darf alles, !administrator*, !darf ändern, !niemand darf",
    payment:
      "!zahl*, !bezahl*, *zahlung, !überweis*, !rechnung*, !barzahlung, !bar, !paypal, !kreditkart*, !karte, !ec karte, !anzahlung*, !preis*, !gebühr*, !provision*, !lastschrift*, !kosten für, !angebot*, !abrechn*, !kostenlos, !umsonst, !gratis",
    notifications:
      "!benachrichtig*, !erinner*, !sms, !per mail, !per e mail, !e mail, !email, !mail, !newsletter, !whatsapp, !bescheid, !informiert, !push*, !meldung",
    integrations:
      "!schnittstell*, !anbind*, !importier*, !exportier*, !csv, !datev, !lexware, !sap, !kalender, !outlook, !google kalender, !buchhaltung*, !warenwirtschaft, !crm, !erp, !api, !synchronisier*, !verbunden mit, !steuerberater*",
    privacy:
      "!datenschutz, !dsgvo, !personenbezogen*, !vertraulich*, !sensib*, !gesundheitsdaten, !einwilligung*, !anonym*, !hosting in der eu, !verschlüssel*, !server in deutschland",
    retention:
      "!aufbewahr*, !gelöscht, !löschen, !löschfrist*, !archiv*, !jahre lang, !nie gelöscht, !jahre aufheben, !aufheben",
    reports:
      "!bericht*, !auswert*, !statistik*, !übersicht*, !liste jeden, !tagesliste, !ausdruck*, !gedruckt, !drucken, !wochenplan, !monatlich, !dashboard, !brauchen eine liste, !braucht eine liste",
    devices:
      "!handy*, !smartphone*, !tablet*, !ipad*, !rechner, !laptop*, !computer, !browser, !unterwegs, !iphone*, !android, !mobil, !am pc, !app store",
    security:
      "!sicherheit, !sicher vor, !hacker*, !protokollier*, !zwei faktor, !missbrauch*, !betrug, !manipulier*, !zugriffe",
    deadline:
      "!bis ende, !bis anfang, !vor weihnachten, !bis weihnachten, !bis ostern, !im januar, !im februar, !im märz, !im april, !im mai, !im juni, !im juli, !im august, !im september, !im oktober, !im november, !im dezember, !bis januar, !bis februar, !bis märz, !bis april, !bis mai, !bis juni, !bis juli, !bis august, !bis september, !bis oktober, !bis november, !bis dezember, !starten im, !start im, !fertig sein, !livegang, !inbetriebnahme, !nächstes jahr, !dieses jahr, !kein fester termin, !im frühjahr, !zum frühjahr, !im herbst",
    budget:
      "!budget*, !kein geld, !ausgeben, !leisten, !kosten darf, !kosten höchstens, !darf kosten, !günstig, !teuer, !kostet höchstens",
    availability:
      "!verfügbar*, !rund um die uhr, !ausfallen, !erreichbar*, !öffnungszeiten, !nachts, !steht still, !stillstand, !wartungsfenster",
    accessibility:
      "!barrierefrei*, !wcag, !screenreader, !vorlese*, !ältere, !älteren, !alte leute, !senioren, !große schrift, !blind*, !behinder*, !sehschwach*, !schlecht sehen, !dicke finger, !handschuhe*",
    languages:
      "!sprache, !sprachen, !deutsch, !englisch, !polnisch, !türkisch, !französisch, !spanisch, !rumänisch, !russisch, !übersetz*, !mehrsprachig*",
    speed: "!schnell genug, !sekunde*, !millisekunden, !sofort da, !ladezeit*, !antwortzeit*",
    terms: "!wir nennen, !heißt bei uns, !bedeutet, !steht für, !glossar, !fachbegriff*, !damit meinen wir",
  },
  cues: {
    exclusion:
      "nicht enthalten, kein bestandteil, brauchen wir nicht, brauche ich nicht, wollen wir nicht, will ich nicht, nicht teil, weglassen, auf keinen fall, nicht nötig, gehört nicht dazu",
    rule: "darf nicht, dürfen nicht, darf nur, dürfen nur, nur wenn, es sei denn, außer, nicht mehr als, höchstens, mindestens, tage vorher, stunden vorher, bis spätestens, maximal, niemand darf, darf niemand, nie mehr als, niemals mehr, nie vor, nie nach, wer zuerst, erlaubt, hat vorrang, muss immer, müssen immer, vor 18",
    measure:
      "erfolg, sinken, sinkt, senken, reduzieren, reduziert, steigen, steigt, steigern, halbieren, sparen, spart, weniger als, verringern, kennzahl, unter",
    goal: "unser ziel, damit wir, wir wollen weniger, wir wollen mehr, das ziel, wollen erreichen, soll helfen",
    risk: "sorge, sorgen, angst, risiko, befürcht*, katastrophe",
    decision: "haben entschieden, haben beschlossen, entschieden, festgelegt, muss auf, wir nehmen, wir nutzen",
    term: "wir nennen, heißt bei uns, bedeutet, steht für, damit meinen wir",
  },
  intents: {
    unsure:
      "weiß nicht, weiß ich nicht, ich weiß nicht, ich weiß es nicht, keine ahnung, nicht sicher, bin nicht sicher, bin mir nicht sicher, weiß noch nicht, schwer zu sagen, kann ich nicht sagen, unsicher, unklar",
    skip: "überspringen, weiter, nächste frage, nächste, egal, ist egal, spielt keine rolle, möchte ich nicht sagen, auslassen, nicht relevant",
    back: "zurück, eine frage zurück, vorherige frage, die frage davor, noch mal zurück, rückgängig",
    finish:
      "das war s, das wars, das war alles, das ist alles, das wäre alles, das wär s, fertig, ich bin fertig, wir sind fertig, schluss, ende, mehr nicht, nichts mehr, sonst nichts, zusammenfassen, fass zusammen, bitte zusammenfassen, fasse zusammen, fassen sie zusammen, abschließen, das reicht, genug, es reicht, mehr fällt mir nicht ein",
    gaps: "was brauchst du noch, was brauchen sie noch, was fehlt noch, was fehlt, was ist noch offen, was noch, was müssen sie noch wissen, was musst du noch wissen, wie weit sind wir, fehlt noch etwas",
    delegate:
      "entscheiden sie, entscheide du, entscheidet ihr, das entscheiden sie, du entscheidest, sie entscheiden, wie sie meinen, wie du meinst, das überlasse ich ihnen, das überlasse ich dir, ihre entscheidung, machen sie wie sie denken, suchen sie aus",
    greeting: "hallo, guten tag, guten morgen, guten abend, moin, servus, grüß gott, hi, hey, sind sie da, jemand da",
    thanks: "danke, vielen dank, danke schön, super, ok, okay, gut, prima, alles klar, passt, toll, genau, klasse",
    explain:
      "warum fragen sie, warum fragst du, wieso, warum, verstehe ich nicht, ich verstehe nicht, was meinen sie, was meinst du, was heißt das, was bedeutet das, wie bitte, zum beispiel",
    continue: "weitere fragen, mehr fragen, weitermachen, weiter fragen, machen wir weiter, mehr details",
    both: "beides, beide, beides gilt",
    older: "das erste, das erstere, ersteres, die erste",
    newer: "das zweite, das letztere, letzteres, die zweite",
    yes: "ja, jawohl, doch, klar, natürlich, sicher, gibt es, ja bitte, auf jeden fall",
    no: "nein, nee, nö, keine, keiner, kein, nichts, niemand, gar nicht, überhaupt nicht, eher nicht, nicht wirklich, gibt es nicht, niemand sonst, sonst niemand",
  },
  fillers:
    "bitte, ich, glaube, denke, danke, ja, nein, also, hm, ähm, nun, so, jetzt, mal, erst, eigentlich, ehrlich, gesagt, das, es, da, noch, von, mir, uns, die, der, frage, für, mich, schon, wirklich, dann, gerade, leider, tut, leid, sorry, im, moment, wir, zu, dazu, einfach",
  negation: "nicht, kein, keine, keinen, keiner, keinem, nie, niemals, niemand, ohne, nichts, weder",
  only: "nur, ausschließlich, lediglich, einzig",
  correction:
    "!korrektur, !ich meinte, ich sagte, ich habe gesagt, !doch nicht, eigentlich, entschuldigung, sorry, !falsch gesagt, !ich habe mich geirrt, !vielmehr, !statt, !berichtigung, !muss ich korrigieren",
  leads:
    "!aber, !bitte, !und, !ach, !naja, !na ja, !hm, !ähm, !aber bitte, eigentlich, außerdem, übrigens, natürlich, wie gesagt, ich meine, ich sagte, ich glaube, ehrlich gesagt, also, und dann, ja, nein, nee, doch, sorry, entschuldigung, ok, okay, dann, oder, gut",
  trails: "bitte, natürlich, glaube ich, denke ich, ok, oder, halt, eigentlich, allerdings",
  joins:
    "und, aber, weil, damit, denn, oder, dass, wenn, während, falls, außer, sonst, obwohl, bevor, nachdem, statt, sondern",
  exceptions: "aber, außer, es sei denn, sonst, oder wenn, nur wenn, jedoch, allerdings, obwohl, mit ausnahme",
  vague: [
    ["speed", "schnell, schneller, flott, zügig, flüssig"],
    ["accessibility", "einfach, leicht, benutzerfreundlich, intuitiv, übersichtlich, unkompliziert, idiotensicher"],
    ["security", "sicher, sichere, sicheres"],
    ["availability", "zuverlässig, stabil, robust, ausfallsicher"],
    ["devices", "modern, modernes, schick, zeitgemäß"],
    ["volume", "skalierbar, viele leute, viele nutzer"],
    ["budget", "günstig, billig, preiswert, nicht zu teuer"],
    ["deadline", "bald, möglichst schnell fertig, so schnell wie möglich, zeitnah"],
  ],
  concepts: {
    accounts: "konto, konten, benutzerkonto, benutzerkonten, einlogg*, login, logins, registrierung, registrier*",
    "pay-card": "karte, kreditkarte, ec karte, kartenzahlung, mit karte",
    "pay-transfer": "überweisung, überweisungen, per überweisung, lastschrift",
    "pay-cash": "bar, bargeld, barzahlung",
    "pay-later": "auf rechnung, rechnungskauf, vor ort zahlen, vor ort bezahlen",
    "reach-web": "website, webseite, browser, internetseite",
    "reach-app": "app, apps, app store",
    delivery: "lieferung, lieferungen, liefern, lieferdienst, versand",
    "messages-sms": "sms",
    "messages-email": "email, emails, e mail, e mails, mail, mails",
    chat: "chat, chatbot",
    advertising: "werbung, anzeigen",
  },
  roles: [
    { id: "patient", words: "patient*", name: "die Patienten", side: "public" },
    {
      id: "member",
      words: "mitglied, mitglieder, mitgliedern, vereinsmitglied*",
      name: "die Mitglieder",
      side: "public",
    },
    { id: "tourist", words: "tourist*", name: "die Touristen", side: "public" },
    { id: "visitor", words: "besucher*", name: "die Besucher", side: "public" },
    { id: "guest", words: "gast, gäste, gästen, reisende*", name: "die Gäste", side: "public" },
    { id: "pupil", words: "schüler*", name: "die Schüler", side: "public" },
    { id: "student", words: "student*, studierende*", name: "die Studierenden", side: "public" },
    { id: "player", words: "spieler, spielern", name: "die Spieler", side: "public" },
    { id: "singer", words: "sänger, sängern, sängerinnen", name: "die Sänger", side: "public" },
    { id: "participant", words: "kursteilnehmer*, teilnehmer*", name: "die Teilnehmer", side: "public" },
    { id: "applicant", words: "bewerber*", name: "die Bewerber", side: "public" },
    { id: "parent", words: "eltern", name: "die Eltern", side: "public" },
    { id: "family", words: "familie, familien", name: "die Familien", side: "public" },
    { id: "resident", words: "bewohner*, anwohner*", name: "die Bewohner", side: "public" },
    { id: "tenant", words: "mieter*", name: "die Mieter", side: "public" },
    {
      id: "customer",
      words: "kunde, kunden, kundin*, *kunden, /sekunden, /millisekunden, auftraggeber*, bauherr*",
      name: "die Kunden",
      side: "public",
    },
    { id: "volunteer", words: "ehrenamtlich*, helfer*, freiwillige*", name: "die Helfer", side: "staff" },
    { id: "developer", words: "entwickler*", name: "die Entwickler", side: "public" },
    {
      id: "therapist",
      words: "therapeut*, physiotherapeut*, arzt, ärzte*, ärztin*",
      name: "die Therapeuten",
      side: "staff",
    },
    { id: "reception", words: "empfang, rezeption", name: "der Empfang", side: "staff" },
    { id: "manager", words: "chef, chefs, chefin, geschäftsführ*, leitung", name: "die Leitung", side: "staff" },
    { id: "treasurer", words: "kassenwart*, kassier*, schatzmeister*", name: "der Kassenwart", side: "staff" },
    { id: "board", words: "vorstand, vorstands, vorsitzende*", name: "der Vorstand", side: "staff" },
    { id: "teacher", words: "lehrer*, lehrkraft, lehrkräfte, trainer*", name: "die Lehrkräfte", side: "staff" },
    { id: "captain", words: "kapitän*, besatzung", name: "die Besatzung", side: "staff" },
    { id: "driver", words: "fahrer*", name: "die Fahrer", side: "staff" },
    {
      id: "technician",
      words: "monteur*, geselle*, gesellen, meister, techniker*, handwerker*, azubi*, lehrling*",
      name: "die Monteure",
      side: "staff",
    },
    { id: "employee", words: "mitarbeiter*, angestellte*", name: "die Mitarbeiter", side: "staff" },
    { id: "staff", words: "team, büro, kollegen, sekretärin", name: "das Team", side: "staff" },
    { id: "partner", words: "hotel, hotels, lieferant*, partner, großhändler*", name: "die Partner", side: "partner" },
  ],
  activities: {
    order: { words: "bestell*, vorbestell*", act: "etwas bestellen", things: "Bestellungen" },
    appointment: {
      words: "termin, termine, terminen, terminbuchung*, *termin, *termine",
      act: "einen Termin vereinbaren",
      things: "Termine",
    },
    booking: { words: "buchen, bucht, buchung*, reservier*", act: "etwas buchen", things: "Buchungen" },
    registration: {
      words: "anmelden zu, anmeldung zum, kursanmeldung*, registrier*, *anmeldungen",
      act: "sich anmelden",
      things: "Anmeldungen",
    },
    rental: { words: "miete, mieten, verleih*, ausleih*, vermiet*", act: "etwas ausleihen", things: "Ausleihen" },
    enquiry: { words: "anfrage*, angebot*, kostenvoranschlag*", act: "eine Anfrage schicken", things: "Anfragen" },
    repair: {
      words: "reparatur*, wartung*, auftrag, aufträge*, baustelle*, störung*",
      act: "einen Auftrag erteilen",
      things: "Aufträge",
    },
    stock: { words: "lager, lagerbestand, inventar, bestand", act: "den Bestand nachsehen", things: "Bestände" },
    donation: { words: "spende*, spenden", act: "etwas spenden", things: "Spenden" },
    time: {
      words:
        "stundenzettel, ihre stunden, seine stunden, arbeitszeit*, zeiterfassung, stunden schreiben, stunden aufschreiben",
      act: "ihre Stunden eintragen",
      things: "Arbeitszeiten",
    },
    document: {
      words: "dokument, dokumente, unterlagen, formular*",
      act: "Unterlagen einreichen",
      things: "Unterlagen",
    },
    course: { words: "kurs, kurse, kursen, unterricht, workshop*", act: "einen Kurs belegen", things: "Kursplätze" },
  },
  bounds: {
    max: "bis zu, höchstens, maximal, max, unter, weniger als, nicht mehr als, nicht über, innerhalb von, binnen, bis, bis spätestens, unter die, auf unter, vor, <, ≤",
    min: "mindestens, min, wenigstens, ab, über, nicht weniger als, von, >, ≥",
    about: "etwa, ungefähr, ca, circa, rund, um die, vielleicht, so, fast, knapp, ~",
    more: "mehr als",
  },
  boundsAfter: {
    min: "oder mehr, und mehr, aufwärts, +",
    max: "oder weniger, höchstens, maximal",
    notice: "vorher, zuvor, vor dem, vor der",
  },
  numbers: {
    zwei: 2,
    drei: 3,
    vier: 4,
    funf: 5,
    sechs: 6,
    sieben: 7,
    acht: 8,
    neun: 9,
    zehn: 10,
    elf: 11,
    zwolf: 12,
    dutzend: 12,
    zwanzig: 20,
    dreissig: 30,
    hundert: 100,
    tausend: 1000,
  },
  units:
    "tag, tage, tagen, stunde, stunden, minute*, sekunde*, woche, wochen, monat*, jahr, jahre, jahren, knoten, km, kg, euro, prozent, personen, leute, mal",
  unitWords: 2,
  per: "am tag, pro tag, täglich, in der woche, pro woche, wöchentlich, im monat, pro monat, monatlich, im jahr, pro jahr, jährlich, pro stunde, die stunde, die woche",
  clock: "uhr",
  mirror: {
    swap: {
      wir: "Sie",
      unser: "Ihr",
      unsere: "Ihre",
      unseren: "Ihren",
      unserem: "Ihrem",
      unserer: "Ihrer",
      unseres: "Ihres",
    },
    endings: [],
    refuse:
      "ich mich mir mein meine meinen meinem meiner uns bin habe hätte möchte sie ihr ihre ihren ihrem ihnen du dein deine entschuldigung sorry hallo bitte danke korrektur",
  },
}
