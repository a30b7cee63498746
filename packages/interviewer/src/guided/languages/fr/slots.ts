import type { EarsWords, Slots } from "../language.ts"

export const slots: Slots = {
  numbers: `zéro 1 deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt`,
  date: `
    (\\d{1,2}(er)? )?(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)( \\d{4})?|20\\d\\d|\\d{1,2}/\\d{1,2}(/\\d{2,4})?|pâques|noël|pentecôte|toussaint|nouvel an|mardi gras|carnaval|ascension|(le|du) 14 juillet|ramadan|(pour|avant|d'ici|à|dès|en|au|cet|cette|ce|jusqu'à) (la |le |l'|les |au )?(prochaine? )?(printemps|été|automne|hiver|saison|rentrée|année prochaine|an prochain|vendanges|récolte|trimestre|ouverture|festival|salon|vacances|fin de l'année|fin du mois|fin d'année|inauguration)|(fin|début|mi|courant|mi-)(?:-| )(de )?(l'année|mois|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|saison)|(dans|d'ici) # (semaines|mois)|dès que possible|au plus vite|(la semaine|le mois|l'année) prochaine?`,
  money: `(€|eur|chf|\\$) ?#|# ?(mille |k)?(euros?|eur|francs?|dollars?|centimes)|# ?€|# ?k€|# mille`,
  duration: `# (ans?|années?|mois|semaines?|jours?|heures?|minutes?|secondes?|min|h)|une? (an|année|mois|semaine|jour|heure)`,
  none: `pas (d'argent|de budget|un sou)|rien|aucun budget`,
  leads: `puis|ensuite|aussi|toujours|souvent|alors|également|normalement|parfois|le matin|le soir|seul|donc|bien sûr|surtout|peut-être|parfois|principalement`,
  and: `et|ainsi que|plus|&`,
  joins: `et|mais|car|donc|parce que|puis|alors|ensuite|sinon|que|aussi|parce qu'`,
  drops: `et|mais|donc|alors|aussi`,
  cuts: `mais|parce que|parce qu'`,
  because: `parce que|parce qu'|car|puisque`,
  begins: `rien|ceux|celui|avant|entre|mon|ma|chaque|aucun|aucune|nous|on|je|il|elle|ils|elles|personne|aucun|pas|il y a|si|quand|seul|aujourd'hui|l'an|l'année|ce|c'est|ça|qui|il faut|ne|ce serait|(?:le|la|les) _ (?:coûte|vaut|vient)`,
  starts: `(?:personne|rien|on) ne|(?:il |(?<!il ))(?:faut|faudrait) (?:que|pas|pouvoir|aussi)|(?:je|j'|on|nous) ?(?:veux|veut|voudrais|voudrait|voulons|ai|a|avons|est|suis|sais|met|mettra|mettrait|dois|doit|peux|peut|oublie|perd)|(?:ce|ça) (?:serait|doit|passe|marche)|(?:il |(?<!il ))(?:n'y a que|y a)|(?:alors|bon|voilà|ah|euh|attendez|attends|ensuite|sinon|non pardon|non attends|plus tard|donc)|la semaine dernière|l'(?:an|année|été|hiver) dernière?|(?:le|la|les|l') ?_ (?:à _ )?(?:à la _ )?on (?:n'y|n'en|ne)|(?:un|une|le|la|les|l') ?_ (?:ne )?(?:doit|peut|fait|voit|doivent|peuvent|font) (?:pas|plus|que|seulement)`,
  ordinals: `première deuxième troisième quatrième cinquième sixième septième`,
  stop: `pour|avec|dans|mais|cette|sont|être|chaque|quand|doit|doivent|peut|peuvent|aussi|plus|moins|leur|leurs|sans|sous|dont|nous|avons|avais|écrit|pardon|plutôt|passe|tous|toutes|notre|entre|après|avant|environ|jusqu|quelqu|fait|comme|elle|elles|tranché|règle|changé`,
  which: (one, other) => `Lequel des deux vaut : « ${one} » ou « ${other} » ?`,
}

export const ears: EarsWords = {
  while: `tant que|pendant que`,
  when: `quand|lorsque|dès que|chaque fois que`,
  if: `si|en cas de|au cas où`,
  then: `alors`,
  must: `doit|doivent|devra|devront|devrait|devraient`,
  can: `peut|peuvent|pourra|pourront`,
  wish: `(?:je|j'|nous|on) ?(?:veux|voudrais|souhaite|souhaiterais|aimerais|dois|peux|voulons|veut|voudrait|doit)(?: pouvoir)?(?= (?:\\p{L}+(?:er|ir|re|oir)|m'|me|s'|se)(?!\\p{L}))`,
  soThat: `afin que|afin de|pour que|pour|car|parce que`,
  turned: `(?:le|la|les)`,
  able: (what) => `pouvoir ${what}`,
}
