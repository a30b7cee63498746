import type { Columns, Labels } from "../language.ts"

export const labels: Labels = {
  head: "first",
  exclusion: `
    hors (périmètre|projet|sujet|champ|de propos|du projet|lot|jeu)|^hors$|exclu(s|e|es|sions?)?|à exclure|non (inclus|compris|souhaité|voulu|demandé|prévu|retenu|concerné)(e?s)?|pas (inclus|besoin|voulu|demandé|prévu|souhaité|dans le projet|maintenant)|^sans$|^pas$|^jamais$|^non$|laissé de côté|à laisser de côté|superflu|ne (fera|doit|sera|veut|veulent|voulons)[\\p{L} ]{0,20} pas|ce (que|qu'on|qui) (nous |l'outil |on )?(ne|n')…|(ce )?(que|qu')?( )?(on|nous) ne (veut|voulons|veulent)( surtout)? pas|surtout pas|dont on n'a pas besoin|ce qu'on ne veut pas|inutile|en aucun cas|certainement pas|ce (que|qu')( )?(nous|on|je) (ne )?(veut|voulons|veux|souhaitons) (surtout )?pas|pas question|merci de ne pas|^hs$|hors jeu|(ne )?pas touch(er|ez)|laisser tranquille|^(rejetée?s?|refusée?s?|abandonnée?s?)$`,
  later: `(peut|peuvent|pourrait|pourraient) attendre|(autre|prochaine) (fois|année|saison)|l'an prochain|plus tard|évolutions?( futures?)?|(deuxième|seconde|prochaine|troisième) (phase|étape|version|temps)|dans un (deuxième|second) temps|phase (2|deux|ii)|version 2|v2|ultérieur(e|ement|es|s)?|futur(e|s|es)?|à terme|perspectives|par la suite|un jour|avenir|à venir|une autre fois|pas (tout de suite|pour le début|au début|pour commencer|dès le départ|urgent)|pas (maintenant|cette année|aujourd'hui|encore)|plus loin|l'année prochaine`,
  could: `un plus|les plus|souhaitables?|optionnel(le|s|les)?|facultatif(s)?|options?|si possible|bonus|idéalement|nice to have|le petit plus|ce serait bien|si on a le temps|cerise…|liste de souhaits|souhaits`,
  question: `à (clarifier|préciser|décider|définir|trancher|voir|discuter)|en suspens|en attente|questions?( ouvertes?| en suspens)?|points? (ouverts?|en suspens|à éclaircir)|interrogations?|doutes?|incertitudes?|reste à (voir|décider)|non tranché|on (ne )?sait pas( encore)?|pas encore (décidé|clair|sûr)|je (ne )?sais pas|ce que (nous|on|je) ne (savons|sait|sais) pas( encore)?`,
  should: `devrait|important(e|s|es)?|recommandé(e|s|es)?`,
  must: `obligatoires?|indispensables?|impératif(s)?|essentiels?|doit|incontournables?|exigé(e?s)?|minimum|prioritaires?|nécessaires?`,
  role: `qui( (fait|voit|utilise|peut|sont|est|a|va|quoi|l'utilise|s'en sert|s'en servira|les))*|utilisateurs?( et droits)?|rôles?|droits( d'accès)?|acteurs?|profils?|personnes|accès|publics?( visés)?|permissions|équipe|intervenants|habilitations|participants|parties prenantes|bénéficiaires`,
  deadline: `budget|délais?|dates?|échéances?|échéancier|planning|calendrier|coûts?|prix|argent|financement|quand|livraison|lancement|contraintes?|technique(s)?|technologies?|mise en (service|ligne)|jalons|démarrage`,
  rule: `règles?( de gestion| métier)?|règlement( intérieur)?|conditions?|limites?|consignes|politique|principes|normes internes`,
  accessibility: `accessibilité`,
  connection: `hors ligne|connexion|réseau`,
  devices: `appareils?|matériel|équipements?|supports`,
  languages: `langues?`,
  look: `apparence|design|graphisme|charte( graphique)?|couleurs|aspect|style|identité visuelle|look`,
  privacy: `confidentialité|rgpd|vie privée|données personnelles|protection des données|secret médical`,
  security: `sécurité`,
  speed: `vitesse|performances?|rapidité`,
  quality: `qualité|exigences non[- ]fonctionnelles|non[- ]fonctionnel(le|les|s)?|ergonomie|fiabilité|disponibilité|standards?|qualités`,
  entity: `données|informations?|fiches?|champs|ce (qu'on|que nous) (conserve|garde|conservons|gardons|enregistre)|contenu|archives|archivage|enregistrements|conservation|stockage`,
  integration: `interfaces? (avec|externes?)|intégrations?|interfaçages?|connexions|autres (logiciels|systèmes|outils)|logiciels( existants)?|systèmes|apis?|échanges|liens avec|import|export`,
  requirement: `
    besoins?|exigences?( fonctionnelles)?|fonctionnalités?|fonctions?|fonctionnel(les|le|s)?|ce (que|qu')( )?(l'outil|le logiciel|le système|le site|l'application|il|elle|on|nous) (doit|devra|doivent|veut|voulons|attendons|attend|souhaite|fera|permet)( (faire|permettre|pouvoir))*|ce qu'il (faut|nous faut)|ce que (nous|l'on|je) (voulons|voudrions|souhaitons|veux|attendons)|(ta|votre|la|vos|tes) (missions?|tâches)|missions?|tâches|attentes|périmètre|récits|user stories|cahier des charges|caractéristiques|écrans?|pages|doit (permettre|pouvoir|faire)|il faut|demandes?|on (veut|voudrait|demande)|cas d'utilisation|interfaces?|modules?|scénarios d'usage|(ce que )?(nous|on) (recherchons|recherche|cherchons|cherche)|ce (que|qu')( )?(nous|on|j'|je) ?(aimerions|aimerait|aimerais|voudrait|voudrions)|nos (souhaits|envies)|(on|nous|j'|je) ?(aimerait|aimerions|aimerais|voudrait|voudrions)|ce que (vous allez|tu vas|vous aurez à) (construire|faire|réaliser)`,
  journey: `parcours|processus|étapes|déroulement|déroulé|flux|workflow|procédure|comment ça (marche|se passe)|scénarios?|journée type`,
  goal: `améliorer|améliorations?|(devrait|doit|devra) (aller mieux|s'améliorer|être mieux)|objectifs?|buts?|finalités?|pourquoi|vision|enjeux|ambition|bénéfices`,
  context: `contexte|présentation|situation( actuelle)?|aujourd'hui|actuellement|existant|l'existant|état des lieux|qui (sommes-nous|nous sommes|on est)|à propos( de nous)?|introduction|problèmes?|constats?|irritants|historique|chiffres( clés)?|difficultés|notre (association|entreprise|école|club|structure)|quelques chiffres|ce qui ne va pas|cadre|que (faites-vous|fait l'\\p{L}+)|comment travaillez-vous`,
  measure: `succès|réussite|critères de (succès|réussite)|indicateurs|mesures?|kpis?|résultats attendus`,
  risk: `risques?|dangers|craintes|inquiétudes`,
  decision: `décisions?|arbitrages?|décidé|acté|relevé de décisions`,
  assumption: `hypothèses?`,
  term: `glossaire|lexique|définitions|vocabulaire|termes`,
  summary: `résumé|en bref|en résumé|synthèse|idée|projet|le projet|vue d'ensemble|pitch`,
  none: `notes?|divers|autres?( (points|choses))?|général(es|ités)?|présents?|absents?|ordre du jour|remarques?|commentaires?|compléments?|annexes?|compte[- ]rendu|réponse|précisions|par ailleurs|en plus|question`,
}

export const columns: Columns = {
  reference: `réf|réf\\.|référence|n°|no|num|numéro|id|code|#`,
  text: `(ce qu'il |que )?(fait|font)( quoi)?|ce (qu'il|qu'ils|qu'elle|qu'elles|qu'on|que nous) (fait|font|veut|veulent|peut|peuvent|doit|doivent)( faire)?|ce dont _( _)? (besoin)|exigences?|besoins?|description|texte|quoi|fonction|fonctionnalité|demande|libellé|récit|détail|intitulé|tâche|souhait`,
  priority: `priorité|prio|importance|poids|statut|obligatoire|classe|niveau`,
  actor: `poste|métier|qui fait|fonction de la personne|acteurs?|qui|rôle|utilisateurs?|personne|profil|responsable|pour qui|groupe|concerné`,
}
