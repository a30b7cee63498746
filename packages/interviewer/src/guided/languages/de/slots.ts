import type { EarsWords, Slots } from "../language.ts"

export const slots: Slots = {
  numbers: `null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig`,
  date: `
    (\\d{1,2}\\. ?)?(januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)( \\d{4})?|\\d{1,2}\\. ?\\d{1,2}\\.( ?\\d{2,4})?|20\\d\\d|ostern|weihnachten|pfingsten|advent\\p{L}*|fasching|karneval|silvester|neujahr|fronleichnam|martini|erntedank|kirchweih|allerheiligen|ramadan|(bis|vor|zum|zur|im|ab|in|nächsten?|kommenden?) (dem |der |den |nächsten? |kommenden? |neuen )?(frühjahr|frühling|sommer|herbst|winter|saison|schuljahr\\p{L}*|semester\\p{L}*|jahreswechsel|jahreshauptversammlung|hauptversammlung|ferien|spielzeit|sommerferien|jahr|quartal|messe|fest|eröffnung|ernte|heizperiode|konzert|saisonbeginn|saisonstart)|(ende|anfang|mitte) (des |der |nächsten? )?(jahres|monats|woche|quartals|saison|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)|(in|binnen|innerhalb von) # (wochen|monaten)|(zur|zum|bis|vor) (zur |zum |der |dem )?(weihnacht|oster|pfingst|advent|sommer|winter|herbst|frühjahr|neujahr|fasching)s?\\p{L}+|so (bald|schnell) wie möglich|nächste[nsr]? (woche|monat|jahr)|(bis|vor|zur|ab) (zur |der |dem |zum )?\\p{L}+(saison|periode|ferien|fest|versammlung)`,
  money: `(€|eur|chf) ?#|# ?(tausend |mio\\.? )?(euro|eur|cent|franken|chf|taler)|# ?€|#k`,
  duration: `# (jahren?|jahre|monaten?|wochen?|tagen?|stunden?|minuten?|sekunden?|std\\.?|min\\.?)|# ?(j|mon|wo|tg)\\.`,
  none: `kein(e|en)? (geld|budget)|geld (haben|ist) (wir )?(keine?s?|nicht)|nichts (da|übrig|drin|mehr)`,
  leads: `dann|danach|anschließend|immer|meist|meistens|auch|nur|bitte|außerdem|zudem|dabei|dazu|zusätzlich|insgesamt|so|halt|eben|natürlich|hauptsächlich|vor allem|vielleicht|manchmal`,
  and: `und|sowie|plus|&|bzw\\.`,
  joins: `und|aber|denn|sondern|also|deswegen|deshalb|dann|weil|doch|sowie|dass|auch`,
  drops: `und|aber|also|denn|sowie`,
  cuts: `aber|weil`,
  because: `weil|denn|da`,
  begins: `nichts|vor|zwischen|mein|meine|alle|jede[rn]?|wir|ich|man|er|sie|es|niemand|keiner|kein|keine|nur|wer|was|wenn|letzte[ns]?|heute|soll|sollen|darf|muss|bitte|dann|deswegen|deshalb|(?:schön|gut|toll|super) wäre|(?:die|der|das|den) _ (?:brauchen|brauche|gilt|gelten|kostet|stehen)`,
  starts: `(?:niemand|keiner) (?:darf|soll|kann|sieht)|(?:ich|wir) (?:will|wollen|brauche|brauchen|habe|haben|hab|hatte|hatten|möchte|möchten|kann|können|weiß|wissen|bin|sind|hätte|hätten)|es (?:soll|sollte|muss|gibt|wäre|wär|geht|darf)|(?:außerdem|ach|ähm|äh|nee|moment|warte|genau|naja|tja|gut|okay)|man (?:muss|soll|sollte|kann|darf)|das (?:soll|muss|darf|geht|ist|war|kann)|letzte[ns]? (?:woche|jahr|monat|sommer|winter)|momentan|derzeit|später`,
  ordinals: `erste zweite dritte vierte fünfte sechste siebte`,
  stop: `dass|diese\\p{L}?|haben|wird|werden|wurde|muss|müssen|soll\\p{L}*|darf|dürfen|kann|können|auch|oder|aber|noch|nicht|sondern|kein\\p{L}*|sind|wenn|dann|nach|über|unter|jede\\p{L}?|alle\\p{L}?|eine\\p{L}?|mehr|sehr|schon|etwa|rund|doch|korrektur|schrieb\\p{L}?|sagte\\p{L}?|statt|höchstens|mindestens|zwischen|immer|unser\\p{L}*`,
  which: (one, other) => `Was davon gilt: „${one}“ oder „${other}“?`,
}

export const ears: EarsWords = {
  while: `solange|während`,
  when: `wenn|sobald|immer wenn|nachdem`,
  if: `falls|sofern`,
  then: `dann|so`,
  must: `muss|müssen|soll|sollen|sollte|sollten`,
  can: `kann|können|darf|dürfen`,
  wish: `(?:möchte|will|muss|kann|darf) ich(?: (?:auch|nur|gern|gerne))?`,
  soThat: `, damit|, um|, sodass|, weil`,
  turned: `(?:das|die|der)`,
  able: (what) => `${what} können`,
}
