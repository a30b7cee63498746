import type { Heard } from "../../ask/heard.ts"

export const heard: Heard = {
  around: `non|oui|bon|bien|ok|d'accord|et|mais|voilà|alors|donc|vraiment|maintenant|déjà|merci( beaucoup)?|s'il (vous|te) plaît|je (crois|pense)( que)?|(de|pour) (ma|notre) part|de (mon|notre) côté|pour (moi|nous|l'instant|le moment|aujourd'hui)|(comme )?(je |j')?(vous |te |l'|vous l')?(ai |avais )?(déjà )?dit( déjà)?( que)?|je dis que`,
  ends: `
    (c'est|ce sera|ce serait|ça sera|ça fait|cela fait) (vraiment |bien )?(tout|fini|terminé|suffisant|assez)( (ce )?(que|qu') ?(j'ai|nous avons|je sais|je voulais dire|il me faut|il nous faut)( à (dire|ajouter))?)?
    rien (de plus|d'autre)( à (dire|ajouter))?|(je n'ai|nous n'avons|il n'y a) (plus )?rien (d'autre |de plus )?(à (dire|ajouter))?|(j'ai|nous avons|on a) (tout dit|fini|terminé)|(ça|cela) suffit|(on |nous )?(s')?arrêt(e|ons)( là| ici|-nous là|-nous ici|-nous)?|plus de questions`,
  told: `
    (cela |ça )?(je|nous) (vous |te )?(l'|les )?(ai|avons|avais|avions) (déjà )?(dit|écrit|expliqué|raconté|répondu|décrit|mentionné|indiqué)( (déjà|plus haut|au début|avant|cela|ça|dans (mon|le) (mail|message|courriel|e-mail)))*
    j'(ai|avais|y ai) (déjà )?(dit|écrit|expliqué|raconté|répondu|décrit|mentionné|indiqué)( (déjà|plus haut|au début|avant|cela|ça|à (ça|cela|cette question)|dans (mon|le) (mail|message|courriel|e-mail)))*|comme (je )?(vous )?(l')?(ai|avons)?( )?(déjà )?(dit|écrit|expliqué|décrit|mentionné)( (déjà|plus haut|au début|dans (mon|le) (mail|message|courriel|e-mail)))*
    (c'est|c'était|cela se trouve) (déjà )?((écrit|dit|indiqué) )?(plus haut|ci-dessus|dans (mon|le) (mail|message|courriel|e-mail))|(voir|voyez|regardez|relisez|lisez) (là|plus haut|là-haut|ci-dessus)|vous (me )?l'avez déjà demandé`,
  both: `(les|tou(te)?s les) deux|l'une? et l'autre|rien à voir|la même chose|pareil|(ne )?se contredi\\p{L}+ pas|pas (de |une |d')?( )?(contradiction|contradictoires?)|choses (différentes|distinctes)|deux choses|vont (bien )?ensemble`,
  unsorted: `(pas|non) (encore )?(class\\p{L}+|tri\\p{L}+)`,
  request: `demand\\p{L}+|montr\\p{L}+|s'il vous plaît|quelles`,
  trial: `^(je|j'\\p{L}+|nous|on)|, alors|vois|voyons|voit`,
  soon: `(avons-nous|on a|est-ce que nous avons|est-ce qu'on a|a-t-on) (bientôt |presque )?(fini|terminé)( bientôt)?|c'est bientôt (fini|terminé)|combien de questions|(combien de temps|est-ce que cela dure|cela dure)( encore)?|(encore|reste-t-il) (beaucoup de|longtemps)`,
  asks: `((et|mais|aussi|ah|alors|au fait),? )*(est-ce|est-il|est-elle|sera-t-il|serait-il|peut|peut-on|peut-il|pourra|pourra-t-on|pourrait-il|pourrait-on|y a-t-il|y aura-t-il|faut-il|doit-il|combien|comment|quand|où|qui|que|quel|quelle|quels|quelles|pourquoi|c'est|ça|cela|il|on peut|va-t-il|sait-il|a-t-il|existe-t-il)`,
  aside: `à voir avec|rapport avec|(pouvez|pourriez)-vous (nous |me |m')?( )?(faire|créer|développer|construire|aider)|(voulez|souhaitez)-vous`,
  sorting: {
    drop: `(on |vous |tu )?(peut|pouvez|peux|peuvent) (les |la |le |être )?(laisser tomber|laisser de côté|oublier|supprimer|enlever|effacer|ignorer|écarter|jeter|oubliées?|supprimées?|écartées?|ignorées?|sauter)|(supprim|enlev|effac|ignor|écart|oubli|laiss)(ez|er|e|ons)( (les|la|le|tomber|de côté))*|(juste |simple |simplement |que |de la |du )?(bavardage|politesse|blabla|conversation|salutations?|formule de politesse|papotage|remplissage)|(pas|sans|aucune) (d'|de )?( )?(important(es?)?|importance|utiles?|pertinent(es?)?|intérêt|nécessaires?)|n'(a|ont) (pas |aucune )(d')?importance|ne (compte|comptent) pas|hors sujet`,
    state: `(me |vous )?(disent|dit|montrent|montre|décrivent|décrit|racontent|raconte)( seulement| juste)? (comment|ce que) (sont les choses|c'est|ça se passe|cela se passe|ça marche|les choses sont|est)|comment (sont les choses|c'est|ça se passe|les choses sont)|contexte|arrière-plan|(la )?situation( actuelle)?|état (actuel|des lieux)|informations?`,
    want: `(doit|doivent) (être )?(faites?|construites?|faire|réalisées?)|ce qu'il doit faire|exigences?|besoins?|souhaits?|à (faire|construire)|nous (voulons|en avons besoin)|il (les|la|le) faut|(quelque chose|ce) (qu'il|que ça|qu'elle|que le (logiciel|système)) (doit|devrait)( pouvoir)?( faire)?`,
    rule: `règles?|contraintes?|conditions?|limites?`,
    not: `pas|jamais`,
    all: `tou(s|tes|t)`,
    none: `aucune?`,
    rest: `(le )?reste|(les|toutes les|tous les) autres`,
    but: `sauf|excepté|hormis|à part|sans`,
    first: `premi(ère|er)s`,
    last: `derni(ère|er)s?`,
    small: `et|ou|la|le|les|l|de|des|du|d|elles|eux|ces|cette|celles?|ceux|c|ce|c'est|sont|est|était|étaient|seulement|juste|que|ne|numéros?|n|phrases?|lignes?|points?|crois|dirais|pense|je|j|peut-être|plutôt|plus|moins|ou|aussi|ainsi|me|moi|vous|on|peut|pouvez|une?|pour|comme|vraiment|bien|s'il|plaît|qu'elles|qui`,
  },
  topics: {
    budget: `budget|(au plus|au maximum|en tout|environ|jusqu'à)…(€|euros)…(en tout|coûter|dépenser)|(coûter|dépenser)…(€|euros)`,
    connection: `hors ligne|internet|réseau|wi-?fi|connexion|ça ne capte pas`,
    migration: `reprendre|repris(e|es)?|import\\p{L}+|transfér\\p{L}+|récupér\\p{L}+`,
    approval: `approuv\\p{L}+|valid(e|er|ent|ation)|accord|autoris\\p{L}+|décid\\p{L}+|seule?s? _( et _)? (peut|peuvent|change|changent)|sign(e|er|ent)`,
    payment: `(pai\\p{L}+|pay\\p{L}+|règl\\p{L}+|régl\\p{L}+)…(carte|espèces|facture|virement|chèque|prélèvement)|(carte|espèces|facture|virement|chèque|prélèvement)…(pai\\p{L}+|pay\\p{L}+|règl\\p{L}+)`,
    data: `(nom|téléphone|date|heure|adresse|e-?mail|courriel|taille|numéro),…(nom|téléphone|date|heure|adresse|e-?mail|courriel|taille|numéro|ce qu)`,
  },
}
