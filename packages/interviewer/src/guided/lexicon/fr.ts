import type { Lexicon } from "./lexicon.ts"

export const fr: Lexicon = {
  small:
    "le, la, les, l, un, une, des, du, de, d, et, ou, mais, à, au, aux, en, dans, sur, pour, par, avec, sans, chez, vers, que, qu, qui, quoi, dont, où, quand, comment, si, ne, n, pas, est, sont, était, être, c, ce, cet, cette, ces, il, elle, ils, elles, on, nous, vous, je, j, me, se, s, y, a, ont, avons, avez, ai, fait, font, doit, doivent, peut, peuvent, veut, veulent, veux, faut, mon, ma, mes, notre, nos, votre, vos, son, sa, ses, leur, leurs, plus, moins, très, aussi, tout, tous, toute, toutes, chaque, même, déjà, avant, après, jusqu, entre, donc, alors, car, bonjour, sommes, voudrais, aimerais",
  topics: {
    purpose:
      "!nous sommes une, !nous sommes un, !j ai une, !je tiens, !je gère, !nous gérons, je voudrais, nous voudrions, nous voulons, je veux, il nous faut, nous avons besoin, j aimerais, nous aimerions, nous cherchons, application pour, système pour, logiciel pour, un site pour, plateforme, appel d offres, contexte",
    users:
      "!utilisateur*, !utilisatrice*, !public visé, !surtout des, !surtout les, !utilisé par, !qui l utilise, !l utilise, !l utilisent, !travaille avec",
    journey:
      "choisi*, vient chercher, vient le chercher, viennent chercher, rapport*, réserv*, choisissent, sélectionn*, !étape*, !d abord, !ensuite, !puis, rempli*, confirm*, cherch*, valid*, envoient, scann*, dépos*, !le parcours, s inscrivent, cochent",
    rules:
      "!ne peut pas, !ne peuvent pas, !ne doit pas, !ne doivent pas, !seulement si, !sauf, !à moins, !exception*, au moins, au maximum, !pas plus de, délai*, !jours avant, !heures avant, !la veille, limite*, !règle, !règles, maximum, minimum, annul*, !premier arrivé, !priorit*, réduction*, !au plus tard, autorisé*, !interdit*, !par famille, !par personne",
    success:
      "!succès, !réussite, !mesur*, !objectif*, !indicateur*, !réduire, !passer de, !passe de, !passent de, !baisser, !augmenter, !gagner du temps, !doubler, !diminuer, !moitié moins",
    scope:
      "!première version, !indispensable*, !le plus important, !exigences fonctionnelles, !pour commencer, périmètre, fonctions, fonctionnalités, !le premier jour",
    reason:
      "!problème*, !pagaille, !désordre, !bazar, !actuellement, !aujourd hui, !en ce moment, !jusqu ici, !jusqu à présent, !pour l instant, !nous perdons, !nous coûte, !à la main, !sur papier, !cahier*, !excel, !tableur*, !par téléphone, !prend trop de temps, !se perdent, !oubli*",
    volume:
      "!par jour, !par semaine, !par mois, !par an, !le samedi, !en saison, !haute saison, !adhérents, !combien, !bénévoles, sites, antennes, !par heure, !chaque année, !chaque semaine",
    data: "!enregistr*, !stock*, !conservons, !base de données, !les données, !données de, !fichier, adresse*, nom et, prénom*, téléphone et, photos, historique, !fiche*, date de naissance, coordonnées",
    failure:
      "!tourne mal, !se passe mal, !panne*, !erreur*, !rembours*, !sans réseau, !pas de réseau, !pas internet, !hors ligne, !sans connexion, !sans internet, !mauvais temps, !pluie, !ne vient pas, !ne viennent pas, !absent*, !complet, !désist*, !casse, !abîmé*, !en retard",
    exclusions:
      "!hors périmètre, !non inclus, !nous n avons pas besoin, !on n a pas besoin, !nous ne voulons pas, !on ne veut pas, !je ne veux pas, !surtout pas, !pas question, !ne fait pas partie, !pas besoin, !inutile",
    access:
      "!se connect*, !connexion, !compte, !comptes, !mot de passe, !mots de passe, !s identifi*, !identifiant*, !numéro d adhérent, !accès, !code d accès, !s inscrire",
    permissions:
      "!ne voit que, !ne voient que, !peut voir, !peuvent voir, !qui peut, !droits, !droit de, !autoris*, !personne ne doit, !seul le, !seule la, !seuls les, !administrateur*, !valide les, !peut supprimer, !peut modifier",
    payment:
      "!paie, !paient, !payer, !paiement*, !carte, !virement*, !espèces, !chèque, !chèques, !facture*, !cotisation*, !acompte, !caution*, !prix, !tarif*, !commission*, !prélèvement*, !helloasso, argent, !gratuit*, !don, !dons",
    notifications:
      "!prévenir, !prévenu*, !notifi*, !rappel*, !sms, !courriel*, !e mail, !mail, !mails, !email, !message, !newsletter, !lettre d information, !alerte*, !avertir",
    integrations:
      "!interface*, !connecté à, !relié à, !import*, !export*, !csv, !comptabilité, !calendrier, !agenda, !google agenda, !sap, !api, !synchronis*, !crm, !erp, !helloasso",
    privacy:
      "!vie privée, !protection des données, !rgpd, !données personnelles, !donnée personnelle, !données de santé, !confidentiel*, !sensible*, !consentement, !anonym*, !chiffr*",
    retention: "!conserv*, !effac*, !supprimé*, !archiv*, !garder pendant, !gardé*, !garder les",
    reports:
      "!rapport*, !statistique*, !bilan*, !une liste, !la liste des, !tableau de bord, !imprim*, !récapitulatif*, !chaque matin, !à la fin du mois, !vue d ensemble",
    devices:
      "!téléphone portable, !portable, !mobile*, !smartphone*, !tablette*, !ordinateur*, !navigateur, !iphone*, !android, !app store, !sur le téléphone",
    security: "!sécurité, !pirat*, !fraude*, !double authentification, !attaque*, !journalis*",
    deadline:
      "!avant noël, !avant l été, !pour l été, !pour la rentrée, !à la rentrée, !prochaine saison, !en janvier, !en février, !en mars, !en avril, !en mai, !en juin, !en juillet, !en août, !en septembre, !en octobre, !en novembre, !en décembre, !avant janvier, !avant mars, !avant juin, !avant septembre, !d ici, !date limite, !mise en service, !doit être prêt, !cette année, !année prochaine, !pas de date, !rien ne presse",
    budget:
      "!budget*, !pas d argent, !aucun budget, !dépenser, !coûter, !pas cher, !coût maximum, !bon marché, !trop cher, !subvention*",
    availability: "!disponib*, !24 heures, !en permanence, !coupure*, !horaires d ouverture, !la nuit, !indisponib*",
    accessibility:
      "!accessib*, !rgaa, !wcag, !lecteur d écran, !personnes âgées, !retraités, !gros caractères, !malvoyant*, !handicap*, !aveugle*",
    languages:
      "!langue*, !français, !anglais, !allemand, !espagnol, !arabe, !breton, !tradui*, !traduction*, !multilingue, !bilingue",
    speed: "!assez vite, !seconde*, !millisecondes, !instantané*, !temps de chargement, !temps de réponse",
    terms: "!nous appelons, !on appelle, !signifie, !veut dire, !s appelle, !glossaire, !lexique",
  },
  cues: {
    exclusion:
      "non inclus, pas besoin, nous ne voulons pas, on ne veut pas, je ne veux pas, surtout pas, pas question, hors périmètre, ne fait pas partie",
    rule: "ne peut pas, ne peuvent pas, ne doit pas, ne doivent pas, seulement si, sauf, à moins, pas plus de, au maximum, au plus, au moins, au minimum, jours avant, heures avant, au plus tard, jamais plus, jamais avant, personne ne doit, personne ne peut, premier arrivé, interdit, autorisé, obligatoire, prioritaire*, par famille, maximum, minimum",
    measure:
      "succès, réussite, réduire, baisser, passer de, passent de, passe de, augmenter, diminuer, doubler, moins de, gagner, indicateur, objectif",
    goal: "notre objectif, notre but, le but est, afin de, pour que nous, on veut moins, on veut plus",
    risk: "peur, crain*, risque*, inquiet, inquiète, catastrophe",
    decision: "avons décidé, on a décidé, c est décidé, nous utiliserons, doit être en",
    term: "nous appelons, on appelle, signifie, veut dire, s appelle",
  },
  intents: {
    unsure:
      "je ne sais pas, je sais pas, sais pas, je ne sais pas trop, aucune idée, pas sûr, pas sûre, je ne suis pas sûr, je ne suis pas sûre, pas encore décidé, difficile à dire, je l ignore, bof, j en sais rien, je n en sais rien",
    skip: "passer, passe, passons, suivant, suivante, question suivante, peu importe, ça m est égal, sans importance, je préfère ne pas le dire, sauter",
    back: "retour, revenir, revenir en arrière, en arrière, question précédente, la précédente, une question en arrière, annuler ma réponse",
    finish:
      "c est tout, ce sera tout, voilà tout, terminé, j ai terminé, j ai fini, nous avons fini, fini, fin, rien d autre, rien de plus, c est bon, ça suffit, résume, résumez, résumer, fais un résumé, faites un résumé, conclure",
    gaps: "que vous faut il encore, de quoi avez vous encore besoin, de quoi as tu encore besoin, que manque t il, que manque t il encore, il manque quoi, qu est ce qui manque, qu est ce qu il manque, quoi d autre, que voulez vous savoir encore, reste t il des questions",
    delegate:
      "à vous de décider, c est vous qui voyez, vous qui voyez, à vous de choisir, vous décidez, décidez, tu décides, décide, à toi de voir, à vous de voir, comme vous voulez, comme tu veux, je vous laisse décider, je vous laisse choisir, je te laisse décider, choisissez, au choix",
    greeting: "bonjour, bonsoir, salut, coucou, hello, il y a quelqu un, vous êtes là",
    thanks: "merci, merci beaucoup, d accord, ok, okay, parfait, super, très bien, bien, entendu, génial, ça marche",
    explain:
      "pourquoi, pourquoi cette question, pourquoi demandez vous, que voulez vous dire, je ne comprends pas, je comprends pas, qu est ce que ça veut dire, ça veut dire quoi, par exemple, expliquez",
    continue: "continuer, continuez, continue, continuons, plus de questions, d autres questions, plus de détails",
    both: "les deux, tous les deux, toutes les deux",
    older: "la première, le premier, le précédent",
    newer: "la seconde, la deuxième, le second, le deuxième",
    yes: "oui, ouais, bien sûr, certainement, absolument, oui s il vous plaît, tout à fait",
    no: "non, aucun, aucune, rien, personne, personne d autre, pas vraiment, pas du tout, il n y en a pas, pas spécialement",
  },
  fillers:
    "s il vous plaît, s il te plaît, svp, je, crois, pense, merci, oui, non, bon, ben, euh, hm, alors, donc, maintenant, pour, le, la, moi, nous, l, instant, moment, honnêtement, franchement, ça, en, là, cette, question, désolé, désolée, pardon, encore, du, tout, mais, et, voilà, trop",
  negation: "ne, n, pas, jamais, aucun, aucune, sans, personne ne, personne n, rien, ni, non",
  only: "seulement, uniquement, exclusivement, rien que, que par",
  correction:
    "!correction, !je voulais dire, !je corrige, j ai dit, en fait, pardon, désolé, désolée, !plutôt, !au lieu de, !je me suis trompé, !je me suis trompée, !erreur de ma part, !rectification",
  leads:
    "!mais, !et, !et puis, !en fait, !eh bien, !euh, !hm, !je veux dire, !j ai dit, !comme je l ai dit, !je crois que, !franchement, bon, ben, donc, alors, oui, non, bien sûr, pardon, désolé, désolée, ok, voilà, aussi",
  trails: "bien sûr, s il vous plaît, svp, je crois, quand même, d accord, ok, évidemment",
  joins:
    "et, mais, parce que, car, pour que, ou, puis, qui, quand, lorsque, si, sauf, excepté, sinon, bien que, afin de, donc",
  exceptions: "mais, sauf, excepté, à moins, sinon, seulement si, ou si, hormis, toutefois, cependant",
  vague: [
    ["speed", "rapide, vite, rapidement, rapides, fluide"],
    ["accessibility", "facile, simple, simples, intuitif, intuitive, faciles, convivial, ergonomique"],
    ["security", "sécurisé, sécurisée, sûr et"],
    ["availability", "fiable, stable, robuste, solide"],
    ["devices", "moderne, joli, jolie, élégant"],
    ["volume", "évolutif, beaucoup de monde, beaucoup de gens, de nombreux utilisateurs"],
    ["budget", "pas trop cher, abordable, économique"],
    ["deadline", "bientôt, au plus vite, dès que possible, le plus vite possible"],
  ],
  concepts: {
    accounts:
      "compte utilisateur, comptes utilisateur, comptes, de compte, un compte, se connecter, se connectent, login, inscription en ligne",
    "pay-card": "carte, cartes, carte bancaire, carte bleue",
    "pay-transfer": "virement, virements, prélèvement",
    "pay-cash": "espèces, liquide",
    "pay-later": "facture, payer sur place, paient sur place, paiement sur place",
    "reach-web": "site web, site internet, navigateur",
    "reach-app": "appli, applis, application mobile, app store",
    delivery: "livraison, livraisons, livrer, livrons",
    "messages-sms": "sms",
    "messages-email": "courriel, courriels, e mail, e mails, mail, mails, email, emails",
    chat: "chat, messagerie instantanée, chatbot",
    advertising: "publicité, publicités, pub",
  },
  roles: [
    { id: "patient", words: "patient, patients, patiente*", name: "les patients", side: "public" },
    { id: "member", words: "adhérent*, membre, membres, sociétaire*", name: "les adhérents", side: "public" },
    { id: "tourist", words: "touriste*", name: "les touristes", side: "public" },
    { id: "passenger", words: "voyageur*, passager*", name: "les voyageurs", side: "public" },
    { id: "visitor", words: "visiteur*, invités", name: "les visiteurs", side: "public" },
    { id: "pupil", words: "élève, élèves", name: "les élèves", side: "public" },
    { id: "student", words: "étudiant*", name: "les étudiants", side: "public" },
    { id: "player", words: "joueur*", name: "les joueurs", side: "public" },
    { id: "singer", words: "choriste*", name: "les choristes", side: "public" },
    { id: "participant", words: "participant*", name: "les participants", side: "public" },
    { id: "family", words: "familles, famille", name: "les familles", side: "public" },
    { id: "parent", words: "parents", name: "les parents", side: "public" },
    { id: "tenant", words: "locataire*", name: "les locataires", side: "public" },
    { id: "resident", words: "habitant*", name: "les habitants", side: "public" },
    { id: "customer", words: "client, clients, cliente, clientes", name: "les clients", side: "public" },
    { id: "volunteer", words: "bénévole*", name: "les bénévoles", side: "staff" },
    { id: "developer", words: "développeur*", name: "les développeurs", side: "public" },
    { id: "therapist", words: "kiné*, médecin*, thérapeute*", name: "les soignants", side: "staff" },
    { id: "reception", words: "accueil, secrétariat, réception", name: "l'accueil", side: "staff" },
    { id: "manager", words: "responsable*, gérant*, directeur, directrice", name: "les responsables", side: "staff" },
    { id: "treasurer", words: "trésorier*, trésorière*, comptable*", name: "la trésorerie", side: "staff" },
    {
      id: "board",
      words: "bureau de l association, président, présidente, conseil d administration",
      name: "le bureau",
      side: "staff",
    },
    {
      id: "teacher",
      words: "professeur*, enseignant*, animateur*, animatrice*, entraîneur*",
      name: "les animateurs",
      side: "staff",
    },
    { id: "captain", words: "capitaine*, équipage", name: "l'équipage", side: "staff" },
    { id: "driver", words: "chauffeur*, livreur*", name: "les chauffeurs", side: "staff" },
    { id: "technician", words: "technicien*, artisan*, ouvrier*", name: "les techniciens", side: "staff" },
    { id: "employee", words: "salarié*, salariée*, employé*", name: "les salariés", side: "staff" },
    { id: "staff", words: "équipe, collègues, secrétaire", name: "l'équipe", side: "staff" },
    {
      id: "partner",
      words: "hôtel, hôtels, fournisseur*, partenaire*, mairie",
      name: "les partenaires",
      side: "partner",
    },
  ],
  activities: {
    order: { words: "command*, précommand*", act: "passent commande", things: "les commandes" },
    appointment: { words: "rendez vous, rdv", act: "prennent rendez-vous", things: "les rendez-vous" },
    booking: { words: "réserv*", act: "réservent", things: "les réservations" },
    registration: { words: "s inscri*, inscri*", act: "s'inscrivent", things: "les inscriptions" },
    rental: {
      words: "emprunt*, prêt, prêts, prête, prêter, prêtons, location*, louer, louent",
      act: "empruntent quelque chose",
      things: "les prêts",
    },
    enquiry: { words: "devis, demande de, demandes de", act: "envoient une demande", things: "les demandes" },
    repair: {
      words: "réparation*, réparer, dépannage*, intervention*",
      act: "demandent une réparation",
      things: "les réparations",
    },
    stock: { words: "inventaire, stock, stocks", act: "consultent le stock", things: "les stocks" },
    donation: { words: "donner, donateur*, dons", act: "font un don", things: "les dons" },
    time: {
      words: "heures travaillées, pointage, feuilles de temps",
      act: "notent leurs heures",
      things: "les heures",
    },
    document: {
      words: "document, documents, dossiers, dossier, formulaires",
      act: "envoient un document",
      things: "les documents",
    },
    course: {
      words: "cours, stage, stages, atelier, ateliers",
      act: "s'inscrivent à un cours",
      things: "les places de cours",
    },
  },
  bounds: {
    max: "jusqu à, au plus, au maximum, maximum, moins de, pas plus de, en moins de, sous, à moins de, avant, d ici, <, ≤",
    min: "au moins, au minimum, minimum, à partir de, dès, plus que, >, ≥",
    about: "environ, à peu près, autour de, une vingtaine, presque, peut être, quelque, ~",
    more: "plus de",
  },
  boundsAfter: {
    min: "ou plus, et plus, au minimum, minimum, +",
    max: "ou moins, au plus, au maximum, maximum, max",
    notice: "avant",
  },
  numbers: {
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    douzaine: 12,
    quinze: 15,
    vingt: 20,
    trente: 30,
    cent: 100,
    mille: 1000,
  },
  units:
    "jour*, heure*, minute*, seconde*, semaine*, mois, an, ans, année*, noeuds, km, kg, euros, euro, personnes, fois",
  unitWords: 1,
  per: "par jour, par semaine, par mois, par an, par heure, par personne, par famille, chaque jour, chaque semaine, chaque année",
  clock: "h, heures du matin, heures du soir",
  mirror: {
    swap: { nous: "vous", notre: "votre", nos: "vos", sommes: "êtes", faisons: "faites", disons: "dites" },
    endings: [["ons", "ez"]],
    refuse:
      "je j j'ai mon ma mes moi me m on vous votre vos tu ton ta tes bonjour merci désolé désolée pardon correction",
  },
}
