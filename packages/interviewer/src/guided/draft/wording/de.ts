import type { Wording } from "./wording.ts"

export const de: Wording = {
  cues: {
    could: "ware schon, ware nett, ware toll, ware gut, optional, vielleicht spater, wenn zeit bleibt",
    should: "idealerweise, am liebsten, moglichst, wenn moglich, nach moglichkeit",
    later: "spatere version, spater einmal, zweite phase, phase 2, nicht in der ersten version, in zukunft",
    personal:
      "name, namen, vorname*, nachname*, adresse*, anschrift*, telefonnummer*, handynummer*, e mail adresse*, e mail, geburtsdatum, gesundheit*, allerg*, foto, fotos, unterschrift*, bankverbindung*, iban",
    reason: "weil, denn, da, das war, das ist, weil wir",
    placeholder:
      "noch offen, wird noch festgelegt, wird noch entschieden, noch zu bestimmen, noch nicht entschieden, tbd",
    offline: "offline, ohne internet, ohne netz, ohne empfang, kein empfang, kein netz, funkloch",
    consequence: "gebuhr*, kostenlos, kostenfrei, wer zuerst, der erste, bekommt ihn, nachste*, stattdessen, dann",
    baseline: "von, heute, derzeit, zurzeit, aktuell, bisher, jetzt, statt",
    technology:
      "postgres*, mysql, sqlite, mongodb, redis, kafka, s3, docker, kubernetes, typescript, python, java, aws, azure",
  },
  wish: /(?<!\p{L})(?:möchten?|will|wollen|würden? gern|brauchen?|hätten? gern)(?: wir| ich)?,? (.+)$/iu,
  things:
    "der die das den dem des ein eine einen einem was wer wie wann wo ob ihre ihren seine seinen unsere unseren mein meine dieser diese dieses auf in im am an bei mit fur von zu pro nur keine keinen alle jede jeden jedes",
  problem: (said) => `Damit soll Schluss sein: ${said}`,
  ensure: (wish) => (/^dass /i.test(wish) ? `ermöglichen, ${wish}` : undefined),
  enforce: {
    apply: (rule, gist) => `${rule}${gist && ` (${gist})`} anwenden`,
    if: (rule, gist) => `eine Anfrage gegen ${rule}${gist && ` (${gist})`} verstößt`,
    shall: "sie ablehnen und der Person den Grund nennen",
  },
  features: {
    main: "Hauptaufgabe",
    access: "Zugang und Rechte",
    payment: "Bezahlung",
    messages: "Nachrichten",
    lists: "Listen und Übersichten",
    limits: "Grenzen und Fristen",
    failure: "Wenn etwas schiefgeht",
  },
  impact: {
    data: "Formulare und Speicher ändern sich; was nicht abgefragt wurde, lässt sich nachträglich nicht erheben.",
    failure: "Im Fehlerfall kommt niemand weiter, und das Team macht von Hand, was das System tun sollte.",
    access: "Menschen kommen nicht hinein oder sehen, was nicht ihres ist.",
    permissions: "Jemand sieht oder ändert, was er nicht darf, oder kann seine Arbeit nicht tun.",
    notifications: "Wichtiges kommt nicht an, und die Leute rufen stattdessen an.",
    integrations: "Daten werden doppelt getippt, oder eine Schnittstelle kommt spät dazu.",
    privacy: "Heikle Angaben wären zu wenig geschützt, das kann gegen das Gesetz verstoßen.",
    retention: "Daten werden zu früh gelöscht oder länger aufbewahrt als erlaubt.",
    reports: "Eine Liste, die jemand regelmäßig braucht, fehlt.",
    devices: "Die Seiten passen nicht zum Gerät und müssen neu gestaltet werden.",
    security: "Das Falsche wird geschützt, und ein Schaden fällt spät auf.",
    availability: "Ausfälle dauern länger, als die Arbeit verträgt, oder Verfügbarkeit kostet, die niemand braucht.",
    accessibility: "Manche können es nicht ohne Hilfe benutzen.",
    languages: "Texte werden spät übersetzt, und mit ihnen ändert sich die Gestaltung.",
    speed: "Es wirkt langsam, und Leute brechen auf halbem Weg ab.",
  },
  ask: {
    dispute: (older, newer) => `Was gilt: „${older}“ oder „${newer}“?`,
    both: "Beides",
    disputeWhy: "Beide Aussagen zugleich lassen sich nicht bauen.",
    priority: (quotes) =>
      `Was geht vor, wenn mehreres davon zutrifft: ${quotes.map((quote) => `„${quote}“`).join(", ")}?`,
    priorityWhy: "Regel und Ausnahmen können zugleich zutreffen, und dann würde jeder anders entscheiden.",
    locked: (line, said) => `Die Zeile „${line}“ ist gesperrt, später hieß es aber „${said}“. Soll sie sich ändern?`,
    lockedWhy: "Eine gesperrte Zeile ändert sich nicht ohne Sie.",
    placeholder: (said) => `Was wird es sein: ${said}?`,
    placeholderWhy: "In der Vorlage blieb es offen.",
    vagueWhy: "So kann es niemand prüfen.",
    unknown: (label) => `Noch nicht bekannt: ${label}.`,
    unknownWhy: "Das konnte noch niemand sagen, und die Antwort ändert, was gebaut wird.",
    rest: (count) => `Die Nachricht enthielt ${count} Aussagen mehr, als ein Schritt aufnimmt. Welche davon zählen?`,
    restWhy: "Sie stehen noch nicht im Dokument.",
  },
  lost: (said) => `Anders entschieden: ${said}`,
  criteria: {
    most: ({ limit, unit }) => [
      {
        given: `die Anzahl (${unit}) steht bei ${limit - 1}`,
        when: "eine weitere Anfrage kommt",
        outcome: `sie wird angenommen, und die Anzahl steht bei ${limit}`,
      },
      {
        given: `die Anzahl (${unit}) steht bei ${limit}`,
        when: `eine weitere Anfrage kommt, mit der es ${limit + 1} wären`,
        outcome: `sie wird abgelehnt, die Person sieht den Grund, und die Anzahl bleibt bei ${limit}`,
      },
    ],
    least: ({ limit, unit }) => [
      {
        given: `die Anzahl (${unit}) steht bei ${limit}`,
        when: "die Person weitermacht",
        outcome: "es wird angenommen, und die Person sieht die Bestätigung",
      },
      {
        given: `die Anzahl (${unit}) steht bei ${limit - 1}`,
        when: "die Person weitermacht",
        outcome: `es wird abgelehnt, und die Person sieht, dass ${limit} nötig sind`,
      },
    ],
    notice: ({ amount, part }) => [
      {
        given: `es bleiben genau ${amount}`,
        when: sent(part),
        outcome: "sie wird angenommen, und die Person sieht die Bestätigung",
      },
      {
        given: `es bleiben weniger als ${amount}`,
        when: sent(part),
        outcome: "sie wird abgelehnt, die Person sieht den Grund, und nichts wird gespeichert",
      },
    ],
    clock: ({ amount, part }) => [
      {
        given: `es ist eine Minute vor ${amount} am letzten Tag, der zählt`,
        when: sent(part),
        outcome: "sie wird angenommen, und die Person sieht die Bestätigung",
      },
      {
        given: `es ist ${amount} am letzten Tag, der zählt`,
        when: sent(part),
        outcome: "sie wird abgelehnt, die Person sieht den Grund, und nichts wird gespeichert",
      },
    ],
    within: ({ amount }) => [
      {
        given: `es sind genau ${amount} vergangen`,
        when: "die Person handelt",
        outcome: "es wird angenommen, und die Person sieht die Bestätigung",
      },
      {
        given: `es sind mehr als ${amount} vergangen`,
        when: "die Person handelt",
        outcome: "es wird abgelehnt, die Person sieht den Grund, und nichts wird geändert",
      },
    ],
    border: ({ amount, action }) => [
      {
        given: `der Fall liegt genau auf der Grenze (${amount})`,
        when: action,
        outcome: "er zählt noch dazu, und so steht es im Eintrag",
      },
      {
        given: `der Fall liegt knapp jenseits der Grenze (${amount})`,
        when: action,
        outcome: "er zählt nicht mehr dazu, und die Person sieht den Grund",
      },
    ],
    cap: ({ limit, unit }) => [
      {
        given: `die Anzahl (${unit}) steht bei ${limit - 1}`,
        when: "noch einmal etwas ansteht",
        outcome: `es geschieht, und die Anzahl steht bei ${limit}`,
      },
      {
        given: `die Anzahl (${unit}) steht bei ${limit}`,
        when: "noch einmal etwas anstünde",
        outcome: `es geschieht nicht, und die Anzahl bleibt bei ${limit}`,
      },
    ],
    permission: () => [
      {
        given: "eine Person, die dieses Recht hat",
        when: "sie öffnet, was sie sehen oder ändern darf",
        outcome: "sie sieht es, und nichts darüber hinaus",
      },
      {
        given: "eine Person, die dieses Recht nicht hat",
        when: "sie es dennoch versucht, auch über die Adresse der Seite",
        outcome: "es wird abgelehnt, sie sieht nichts davon, und nichts wird geändert",
      },
    ],
    payment: () => [
      {
        given: "ein Betrag ist offen",
        when: "die Zahlung gelingt",
        outcome: "der Betrag steht einmal als bezahlt da, und die Person sieht die Bestätigung",
      },
      {
        given: "ein Betrag ist offen",
        when: "die Zahlung abgelehnt wird oder abbricht",
        outcome: "der Betrag bleibt offen, und die Person sieht, dass nichts bezahlt wurde",
      },
    ],
    message: ({ does }) => [
      {
        given: `es gilt: ${does}`,
        when: "der Zeitpunkt kommt",
        outcome: "die Person erhält die Nachricht einmal, und sie steht als gesendet da",
      },
      {
        given: "die Nachricht lässt sich nicht zustellen",
        when: "der Zeitpunkt kommt",
        outcome: "sie steht als nicht zugestellt da, wo das Team es sieht",
      },
    ],
    list: ({ amount }) => [
      {
        given: "Einträge, die hineingehören, und andere, die nicht hineingehören",
        when: `sie fällig ist oder geöffnet wird${amount && ` (${amount})`}`,
        outcome: "sie zeigt jeden Eintrag, der hineingehört, und keinen anderen",
      },
      {
        given: "es gibt keinen Eintrag, der hineingehört",
        when: `sie fällig ist oder geöffnet wird${amount && ` (${amount})`}`,
        outcome: "sie erscheint und sagt, dass nichts darin steht",
      },
    ],
    identity: () => [
      {
        given: "eine Person mit den richtigen Angaben",
        when: "sie sich ausweist",
        outcome: "sie sieht, was ihres ist, und nur das",
      },
      {
        given: "Angaben, die nicht zusammenpassen",
        when: "sich jemand damit ausweist",
        outcome: "es wird abgelehnt, und von niemandem werden Daten gezeigt",
      },
    ],
    never: ({ action }) => [
      {
        given: "ein Fall, für den das gilt",
        when: "er später nachgeschlagen wird",
        outcome: "er steht unverändert da",
      },
      { given: "ein Fall, für den das gilt", when: action, outcome: "es wird abgelehnt, und nichts wird geändert" },
    ],
    refusal: () => [
      {
        given: "eine Anfrage, die die Regel einhält",
        when: "sie abgeschickt wird",
        outcome: "sie wird angenommen, und die Person sieht die Bestätigung",
      },
      {
        given: "eine Anfrage, die die Regel bricht",
        when: "sie abgeschickt wird",
        outcome: "sie wird abgelehnt, die Person sieht den Grund, und nichts wird gespeichert",
      },
    ],
    event: ({ event, does }) => [
      {
        given: "der Fall ist noch nicht eingetreten",
        when: event,
        outcome: `es folgt und wird gezeigt: ${does}`,
      },
      {
        given: "ein ähnlicher Fall, der die Bedingung nicht erfüllt",
        when: "er bearbeitet wird",
        outcome: "nichts davon geschieht, und alles bleibt, wie es war",
      },
    ],
    action: ({ action }) => [
      {
        given: "alles, was dafür nötig ist, liegt vor",
        when: action,
        outcome: "die Person sieht, dass es geklappt hat, und findet das Ergebnis später wieder",
      },
      {
        given: "etwas, was dafür nötig ist, fehlt oder ist falsch",
        when: action,
        outcome: "es wird abgelehnt, die Person sieht, was fehlt, und nichts wird gespeichert",
      },
    ],
  },
  offline: () => ({
    given: "das Gerät hat keine Verbindung",
    when: "es geöffnet wird",
    outcome: "es zeigt, was zuletzt geladen wurde, und wann",
  }),
  done: (said) => `dieser Fall eintritt: ${said}`,
}

const sent = (part: string) =>
  part === "" ? "die Anfrage abgeschickt wird" : `eine Anfrage abgeschickt wird, für die gilt: „${part}“`
