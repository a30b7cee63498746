import type { Document } from "@spec-wizard/core/protocol/document"

export type Words = {
  /** Beginnings of a sentence that asks somebody to do something now. */
  asks: RegExp
  /** Beginnings of a question to somebody who knows everything. */
  wonders: RegExp
  /** What others do for one: never a part of software by itself. */
  errands: RegExp
  /** Whoever says one of these speaks of software or of their work, whatever else they say. */
  planning: RegExp
}

/** Few words, and only those that mean one thing: a visitor who is turned away wrongly is lost, an odd question costs a cent. */
export const words: Readonly<Record<Document["language"], Words>> = {
  en: {
    asks: /^(?:(?:please|hey|hi|hello|ok|so)[,!]? )*(?:(?:can|could|would|will) you (?:please )?|i (?:need|want) you to |help me (?:to )?)?(?:write|compose|draft|create|make|give|tell|sing|solve|translate|summari[sz]e|do|finish|generate|code|implement|play|explain)\b/i,
    wonders:
      /^(?:what(?:'s| is| are| was)|who(?:'s| is| was| won)|where is|when (?:is|was|did)|why (?:is|do|does)|how (?:do|can|to|old|tall|far))\b/i,
    errands:
      /\b(?:(?:my|an?|this|the|the following) (?:[\w-]+ ){0,4}(?:essay|poem|haiku|limerick|sonnet|short story|bedtime story|song|lyrics|cover letter|love letter|homework|joke|riddle|speech|thesis|dissertation|book report)|recipes? (?:for|of)|code golf|leetcode|fizz ?buzz|(?:python|javascript|java|c\+\+|rust|bash|sql) (?:function|script|program|code|query|one-liner)|quadratic|equation|integral of|horoscope|capital of|weather (?:in|today|tomorrow)|meaning of life|world cup|bitcoin price|stock tip)\b/i,
    planning:
      /\b(?:app|apps|application|web ?(?:site|page)|site|software|system|platform|portal|tool|users?|customers?|clients?|visitors?|members?|staff|employees?|colleagues|guests?|patients?|students?|pupils?|data|privacy|price|cost|shop|business|company|team|our|we|should be able|must|automat\w*|database|dashboard|login|booking|orders?|budget|generator|manager|organi[sz]er|planner|tracker|checker|editor|library|archive|catalog(?:ue)?|marketplace|game|(?:chat)?bot|service)\b/i,
  },
  de: {
    asks: /^(?:(?:bitte|hey|hallo|ok|also)[,!]? )*(?:(?:kannst|könntest|können|könnten|würden|würdest) (?:du|sie) (?:mir |bitte )*|(?:hilf|helfen sie) mir |ich (?:brauche|will|möchte) (?:von dir|von ihnen) )?(?:schreib\w*|verfass\w*|dicht\w*|erzähl\w*|sing\w*|lös\w*|übersetz\w*|fass\w*|gib|geben sie|mach\w*|erstell\w*|programmier\w*|erklär\w*|ein\w* (?:gedicht|aufsatz|rezept|witz))(?!\p{L})/iu,
    wonders:
      /^(?:was (?:ist|sind|war)|wer (?:ist|war|hat)|wo (?:ist|liegt)|wann (?:ist|war)|warum|wie (?:koche|backe|alt|hoch|weit|macht man|wird))(?!\p{L})/iu,
    errands:
      /(?<!\p{L})(?:aufsatz|gedicht|haiku|liebesbrief|hausaufgaben?|bewerbungsschreiben|anschreiben|witz|rätsel|gute-?nacht-?geschichte|kurzgeschichte|liedtext|referat|hausarbeit|bachelorarbeit|rezept(?:e)? für|code golf|(?:python|javascript|java|sql)-?(?:funktion|skript|programm|code)|gleichung|integral|horoskop|hauptstadt von|wetter (?:in|heute|morgen)|sinn des lebens|weltmeister)(?!\p{L})/iu,
    planning:
      /(?<!\p{L})(?:app|apps|anwendung|web ?seite|website|software|daten|datenschutz|preis|kostet|system|plattform|portal|werkzeug|nutzer\w*|benutzer\w*|kund\p{L}*|besucher\w*|mitglieder\w*|mitarbeiter\w*|kolleg\p{L}*|gäste|patient\p{L}*|schüler\w*|laden|betrieb|firma|unternehmen|team|unser\w*|wir|muss|soll\w*|automatis\w*|datenbank|generator|verwaltung|sammlung|planer|archiv|spiel|dienst|anmelden|buchung\w*|bestell\p{L}*|budget)(?!\p{L})/iu,
  },
  es: {
    asks: /^(?:¿?(?:por favor|oye|hola|bueno)[,!]? )*¿?(?:(?:puedes|podrías|puede|podría) |ayúdame a |necesito que (?:me )?|quiero que (?:me )?)?(?:escr[ií]b\p{L}*|redact\p{L}*|compón|crea\w*|haz(?:me)?|hacer(?:me)?|dame|dar(?:me)?|dime|cuéntame|canta\w*|resuelv\p{L}*|traduc\p{L}*|resum\p{L}*|programa\w*|explica\w*)(?!\p{L})/iu,
    wonders:
      /^¿?(?:qué (?:es|son|fue)|quién (?:es|fue|ganó)|dónde está|cuándo (?:es|fue)|por qué|cómo (?:se hace|se cocina|hago|cocino))(?!\p{L})/iu,
    errands:
      /(?<!\p{L})(?:ensayo|poema|haiku|soneto|carta de amor|carta de presentación|deberes|chiste|adivinanza|cuento|letra de una canción|tesis|recetas? (?:de|para)|code golf|(?:función|script|programa|código) (?:de|en) (?:python|javascript|java|sql)|ecuación|integral de|horóscopo|capital de|tiempo (?:hace|en)|sentido de la vida|mundial)(?!\p{L})/iu,
    planning:
      /(?<!\p{L})(?:app|apps|aplicación|sitio|página web|web|software|datos|privacidad|precio|cuesta|sistema|plataforma|portal|herramienta|usuari\p{L}*|clientes?|visitantes?|miembros?|socios?|emplead\p{L}*|equipo|huéspedes|pacientes|alumn\p{L}*|tienda|negocio|empresa|nuestr\p{L}*|necesitamos|queremos|debe\w*|automatiz\w*|base de datos|generador|gestor|biblioteca|colección|catálogo|juego|servicio|reservas?|pedidos?|presupuesto)(?!\p{L})/iu,
  },
  fr: {
    asks: /^(?:(?:s'il (?:te|vous) pla[iî]t|salut|bonjour|ok|alors)[,!]? )*(?:(?:peux-tu|pouvez-vous|tu peux|vous pouvez|pourrais-tu|pourriez-vous) (?:m'|me )?|aide[z]?-moi à |j'ai besoin que (?:tu|vous) )?(?:écri\p{L}*|rédige\w*|compose\w*|crée\w*|fai[st]\w*|donne\w*|raconte\w*|chante\w*|résou\p{L}*|tradui\p{L}*|résume\w*|programme\w*|explique\w*)(?!\p{L})/iu,
    wonders:
      /^(?:c'est quoi|qu'est-ce que|quel(?:le)? est|qui (?:est|était|a gagné)|où est|pourquoi|comment (?:faire|cuisiner|préparer))(?!\p{L})/iu,
    errands:
      /(?<!\p{L})(?:dissertation|poème|haïku|sonnet|lettre d'amour|lettre de motivation|devoirs|blague|devinette|conte|histoire du soir|paroles d'une chanson|mémoire de master|recettes? (?:de|pour)|code golf|(?:fonction|script|programme|code) (?:en )?(?:python|javascript|java|sql)|équation|intégrale de|horoscope|capitale (?:de|du)|météo|sens de la vie|coupe du monde)(?!\p{L})/iu,
    planning:
      /(?<!\p{L})(?:appli\w*|apps?|site|page web|web|logiciel|système|plateforme|portail|outil|utilisat\p{L}*|client\w*|visiteur\w*|membres?|adhérent\w*|employé\w*|personnel|équipe|patients?|élèves?|boutique|générateur|gestionnaire|bibliothèque|collection|carnet|jeu|entreprise|société|notre|nos|nous|doit|doivent|automatis\w*|base de données|réservations?|commandes?|budget)(?!\p{L})/iu,
  },
}
