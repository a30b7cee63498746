import type { Heard } from "../../ask/heard.ts"

export const heard: Heard = {
  around: `nein|nee|ja|ok|okay|gut|so|und|aber|also|doch|dann|jetzt|schon|auch|(erst mal|erstmal)|wirklich|bitte|danke|vielen dank|ich (glaube|denke|meine)|von (mir|uns|meiner seite|unserer seite)|(meiner|unserer)seits|für (heute|jetzt|den moment|den anfang|mich|uns)|fürs erste|soweit|so weit|(wie )?(ich|wir) (habe|hab|haben) (doch |schon |bereits |ja |es |das )*gesagt|ich sagte( doch| schon| bereits| ja)*|wie (schon |bereits )?gesagt`,
  ends: `
    das (war|wär|wäre|wars|wärs)('s| es)|das (wars|wärs)|das (war|ist|wär|wäre) (jetzt |auch |schon |dann |(erst mal|erstmal) |wirklich |eigentlich )*(alles|genug)( was (ich|wir) (dazu |jetzt |noch |ihnen )*(habe|haben|weiß|wissen|brauche|brauchen|wollte|wollten|(zu )?sagen (habe|haben|wollte|wollten|kann|können)))?
    (mehr|sonst|weiter) (habe|hab|haben|fällt|weiß|wissen|brauche|brauchen|gibt) (ich|mir|wir|uns|es)( (dazu|jetzt|gerade|nicht|nichts|nicht mehr|zu sagen))*( ein)?|(sonst )?nichts (mehr|weiter)|(ich bin|wir sind) (jetzt |damit )?fertig|(mir |uns )?(das )?reicht( das)?( jetzt| so)?|genug( gefragt| fragen)?|keine (weiteren )?fragen mehr|hören (wir|sie) (jetzt |bitte |hier )*auf|(ich )?bin durch`,
  told: `
    (das |es )?(habe|hab|hatte|haben|hatten) (ich|wir) ((ihnen|dir|das|es|doch|ja|oben|vorhin|schon|bereits|gerade|eben|am anfang|in (der|meiner) (e-?mail|mail|nachricht)) )*(gesagt|geschrieben|beantwortet|erklärt|erzählt|erwähnt|beschrieben|genannt|angegeben)
    (ich|wir) (habe|hab|haben|hatte|hatten) ((ihnen|dir|das|es|doch|ja|oben|vorhin|schon|bereits|gerade|eben|am anfang|in (der|meiner) (e-?mail|mail|nachricht)) )*(gesagt|geschrieben|beantwortet|erklärt|erzählt|erwähnt|beschrieben|genannt)
    wie ((ich|wir|schon|bereits|oben|vorhin|eben) )*(gesagt|erwähnt|geschrieben|beschrieben|erzählt)( (habe|haben|hatte))?|(das |es )?(steht|stand) ((doch|ja|schon|bereits|alles|das) )*(oben|da|in (der|meiner) (e-?mail|mail|nachricht)|am anfang)|(bitte )?(dort|oben|da) (nach)?(sehen|schauen|lesen)|(bitte )?(sehen|schauen|lesen) sie (bitte )?(dort|oben|da)( bitte)?( nach)?|siehe oben|(das )?haben sie (mich )?(schon|bereits|gerade) gefragt`,
  both: `beide\\p{L}*|nichts (miteinander|damit) zu tun|dasselbe|das gleiche|das selbe|widerspr\\p{L}+ sich (doch |ja )?(gar |überhaupt )?nicht|kein widerspruch|zwei (verschiedene |unterschiedliche )?(dinge|sachen|paar schuhe)|(verschiedene|unterschiedliche) (dinge|sachen)|(passt|passen|gehört|gehören) (doch |gut |beide )*zusammen|stimmt beides`,
  unsorted: `(nicht|un)( )?(zugeordnet|eingeordnet|sortiert)\\p{L}*|nicht (zugeordnet|eingeordnet|sortiert)\\p{L}*`,
  request: `frag\\p{L}*|zeig\\p{L}*|bitte|welche`,
  trial: `^(ich|wir|man)|, dann|sehe|sehen|sieht|steht|stehen`,
  soon: `(sind|wären) (wir|sie) ((bald|jetzt|gleich|schon|dann|endlich|nicht) )*(fertig|durch|soweit)|wie viele fragen|wie lange (dauert|geht|brauchen) (das|es|wir|sie)( noch)?|(kommen|sind|haben sie) noch viele fragen`,
  asks: `((und|aber|also|ach|ok|dann|übrigens),? )*(kann|können|könnte|könnten|wird|werden|würde|ist|sind|wäre|geht|ginge|gibt|gäbe|darf|dürfen|soll|sollen|muss|müssen|was|wie|wer|wann|wo|welche\\p{L}?|warum|wieso|kostet|braucht|brauchen|lässt|macht|machen|haben|hat|reicht|funktioniert|läuft|ob)`,
  aside: `zu tun|(können|könnten|würden) sie (mir |uns )?(\\p{L}+ ){0,4}(bauen|machen|erstellen|entwickeln|helfen)|(möchten|wollen|brauchen) sie`,
  sorting: {
    drop: `(können|kann|könnt|dürfen|darf) (sie |ihr |man |du )?(weg|raus|entfallen|gestrichen werden|weggelassen werden|ignoriert werden|gelöscht werden)|(können|kann|könnt|dürfen|darf) (sie |ihr |man |du )?((ruhig|gern|gerne|bitte|auch|einfach) )*(streichen|weglassen|vergessen|löschen|ignorieren|rausnehmen)|streich\\p{L}*|weglassen|vergessen sie|ignorieren|löschen|entfällt|entfallen|(nur |bloß |reine |reines )?(geplauder|plauderei|höflichkeit(en|sfloskeln?)?|floskeln?|(small talk|smalltalk)|gerede|geschwätz|begrüßung|nettigkeit(en)?|höflich( gemeint)?)|(ist|sind|tut|tun)?( )?(nicht|un|nichts|egal)( )?(wichtig|zur sache|von belang|relevant|nötig)|unwichtig|unerheblich|irrelevant|(ist|sind) egal|spiel(t|en) keine rolle|keine (rolle|bedeutung)|tut nichts zur sache`,
    state: `(sagen|sagt|zeigen|zeigt|beschreiben|beschreibt)?( ihnen| mir)?( nur| bloß)?( )?wie (es|das|alles) (ist|heute ist|läuft|steht|bei uns ist|jetzt ist)|hintergr[uü]nd\\p{L}*|kontext|ist-?zustand|heutige\\p{L}? (zustand|stand)|tatsachen?|nur (zur )?information|nur beschreib\\p{L}+|(nur )?(zur|als) (info|information)|nur damit (sie|du|ihr) (es |das )?(wissen|weißt|wisst)`,
    want: `(soll|sollen|muss|müssen)( es| sie)? (es )?(können|gebaut werden|rein|dazu)|was es können soll|anforderung\\p{L}*|wünsch\\p{L}*|wunsch|gewünscht|wollen wir|brauchen wir|(etwas|das),? (was|das) (es|sie|er|das (programm|system)) (\\p{L}+ )?(können |tun |machen )?(soll|muss)( können)?`,
    rule: `(haus)?regeln?|vorgaben?|bedingung(en)?|vorschrift(en)?`,
    not: `nicht|kein\\p{L}*|nie`,
    all: `alle[sn]?|sämtliche|allesamt`,
    none: `keine[rs]?|keins|nicht eine[rs]?`,
    rest: `(der |den )?rest|(die |alle )?(anderen|andere|übrigen|restlichen)|alles andere`,
    but: `außer|bis auf|ohne|abgesehen von`,
    first: `ersten`,
    last: `letzte\\p{L}?`,
    small: `und|oder|der|die|das|den|dem|davon|sie|es|ich|mir|mich|wir|uns|ist|sind|war|waren|nur|bloß|nummern?|nr|sätze?|satz|zeilen?|punkte?|glaube|denke|würde|sage|sagen|sagt|wohl|vielleicht|bitte|also|auch|so|mehr|weniger|eher|ja|noch|ihnen|dann|man|kann|können|von|als|meine|mein`,
  },
  topics: {
    budget: `budget|(kosten|ausgeben)…(€|euro|franken)|(höchstens|insgesamt|rund|etwa|maximal)…(€|euro|franken)…(kosten|insgesamt|einmalig)|zur verfügung…(€|euro|franken)`,
    connection: `offline|internet\\p{L}*|wlan|handyempfang|empfang|funkloch\\p{L}*|kein netz|ohne netz`,
    migration: `übernehm\\p{L}*|übernommen|mitnehmen|umziehen|importier\\p{L}*|(muss|müssen|soll|sollen) mit( rüber)?|geräteliste`,
    approval: `freigeben|freigegeben|freigabe|genehmig\\p{L}*|zustimm\\p{L}*|absegn\\p{L}*|entscheid\\p{L}*|(trägt|tragen) (der|das|die) (vorstand|leitung|büro)\\p{L}* ein|nur (der|die) _ (darf|kann)`,
    payment: `(lastschrift|rechnung|überweis\\p{L}*|bar|karte|ec-karte|paypal)…(bezahl\\p{L}*|gezahlt|zahl\\p{L}*|eingezogen|abgebucht)|(bezahl\\p{L}*|zahl\\p{L}*|eingezogen)…(lastschrift|rechnung|überweis\\p{L}*|bar|karte|paypal)|per (lastschrift|rechnung|überweisung|karte)`,
    data: `(name|telefon\\p{L}*|adresse|datum|uhrzeit|e-?mail|größe|nummer|mitgliedsnummer),…(name|telefon\\p{L}*|adresse|datum|uhrzeit|e-?mail|größe|\\p{L}*nummer)`,
  },
}
