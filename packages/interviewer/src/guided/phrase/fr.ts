import { sentenceCase } from "../gist.ts"
import type { Phrases } from "./phrases.ts"

export const fr: Phrases = {
  notSure: ["Je ne sais pas", "Je ne sais pas"],
  skip: ["Passer", "Passer"],
  questions: {
    purpose: {
      label: "ce que cela doit faire",
      ask: () => "Que doit-il faire, et pour qui ?",
      choices: () => [
        ["Réservations, commandes", "Il doit recevoir des réservations ou des commandes."],
        ["Mettre de l'ordre", "Il doit garder nos informations en ordre, au même endroit."],
        ["Travailler à plusieurs", "Il doit aider un groupe à travailler ensemble."],
      ],
    },
    users: {
      label: "qui s'en sert",
      ask: () => "Qui va s'en servir ?",
      more: ({ who }) => `À part ${who}, qui d'autre s'en servira ?`,
      choices: ({ isMore }) =>
        isMore
          ? [
              ["Notre équipe", "Notre équipe s'en sert aussi."],
              ["Une personne au bureau", "Une personne au bureau s'en occupe."],
              ["Personne d'autre", "Il n'y a pas d'autres utilisateurs."],
            ]
          : [
              ["Nos clients", "Nos clients s'en servent."],
              ["Notre équipe seulement", "Notre équipe est la seule à s'en servir."],
              ["Les deux", "Nos clients et notre équipe s'en servent."],
            ],
    },
    journey: {
      label: "les étapes du début à la fin",
      ask: ({ who, act }) =>
        act === undefined
          ? `Que se passe-t-il, étape par étape, quand ${who} s'en servent ?`
          : `Quand ${who} ${act}, que se passe-t-il jusqu'à ce que tout soit réglé ?`,
      more: () => "Et ensuite, que se passe-t-il de votre côté jusqu'à ce que tout soit réglé ?",
      choices: () => [
        ["Confirmé tout seul", "C'est confirmé automatiquement et chacun le voit aussitôt."],
        ["Nous vérifions d'abord", "Quelqu'un de l'équipe vérifie, puis confirme."],
        ["Nous recevons une liste", "Nous recevons une liste et faisons le reste à notre façon."],
      ],
    },
    rules: {
      label: "les limites et les règles",
      ask: ({ things }) => `Quelles limites ou quels délais faut-il respecter${things ? ` pour ${things}` : ""} ?`,
      more: () =>
        "Quelles autres règles doivent toujours être respectées, par exemple une limite, un délai ou une exception ?",
      choices: () => [
        ["Un nombre maximum", "Il y a un nombre maximum par jour."],
        ["Un délai", "Les changements se font au moins un jour avant."],
        ["Pas d'autre règle", "Il n'y a pas d'autre règle."],
      ],
    },
    success: {
      label: "un chiffre qui montre la réussite",
      ask: () =>
        "À quoi verriez-vous, au bout de trois mois, que cela en valait la peine, si possible par un chiffre ?",
      choices: () => [
        ["Des heures gagnées", "Gagner au moins 5 heures de travail par semaine."],
        ["Moins d'erreurs", "Réduire les erreurs à moins de 50 %."],
        ["Moins d'appels", "Réduire les appels de 50 %."],
      ],
    },
    scope: {
      label: "ce que la première version doit contenir",
      ask: () => "Si une seule chose pouvait être prête le premier jour, laquelle serait-ce ?",
      choices: ({ things }) => [
        things
          ? [sentenceCase(things), `Le premier jour, l'indispensable, ce sont ${things}.`]
          : ["La tâche principale", "Le premier jour, l'indispensable, c'est la tâche principale, du début à la fin."],
        ["Notre vue d'ensemble", "Le premier jour, l'indispensable, c'est de tout voir d'un coup d'œil."],
        ["Tout", "Dans la première version, tout est indispensable."],
      ],
    },
    reason: {
      label: "comment on fait aujourd'hui et ce qui gêne",
      ask: () => "Comment faites-vous aujourd'hui, et qu'est-ce qui est le plus pénible ?",
      choices: () => [
        ["Téléphone et papier, trop long", "Aujourd'hui par téléphone et sur papier, et cela prend trop de temps."],
        ["Tableurs, avec des erreurs", "Aujourd'hui dans des tableurs, et il y a des erreurs."],
        ["C'est nouveau", "Aujourd'hui, il n'existe rien de tel."],
      ],
    },
    volume: {
      label: "les quantités à prévoir",
      ask: ({ things }) =>
        things
          ? `Combien cela fait-il, un jour ordinaire et le jour le plus chargé, si l'on compte ${things} ?`
          : "Combien de personnes s'en serviront, un jour ordinaire et le jour le plus chargé ?",
      vague: ({ vague }) => `Vous avez dit « ${vague} » : combien cela ferait-il, à peu près, le jour le plus chargé ?`,
      choices: () => [
        ["Moins de 20 par jour", "Moins de 20 par jour."],
        ["De 20 à 200 par jour", "Environ 20 à 200 par jour."],
        ["Plus de 200 par jour", "Plus de 200 par jour."],
      ],
    },
    data: {
      label: "les informations à garder",
      ask: ({ things }) => `Quelles informations faut-il garder${things ? ` sur ${things}` : ""} ?`,
      choices: () => [
        ["Nom et coordonnées", "On enregistre le nom, le téléphone et l'adresse électronique."],
        ["Coordonnées et photos", "On enregistre le nom, les coordonnées et des photos ou des fichiers."],
        ["Le moins possible", "On enregistre le moins possible, seulement ce qui est nécessaire."],
      ],
    },
    failure: {
      label: "ce qui se passe en cas de problème",
      ask: ({ things }) =>
        `Quand quelque chose se passe mal${things ? ` avec ${things}` : ""}, par exemple une erreur ou un retard, que faut-il faire ?`,
      choices: ({ money }) => [
        ["Ils changent eux-mêmes", "Si quelque chose se passe mal, ils peuvent changer ou annuler eux-mêmes."],
        ["Ils nous appellent", "Si quelque chose se passe mal, ils nous appellent et nous réglons cela."],
        money
          ? ["Rembourser", "Si quelque chose se passe mal de notre côté, on rembourse."]
          : ["Prévenir l'équipe", "Si quelque chose se passe mal, l'équipe est prévenue aussitôt."],
      ],
    },
    exclusions: {
      label: "ce qui est volontairement laissé de côté",
      ask: () => "Que faut-il volontairement laisser de côté, même si d'autres s'y attendent ?",
      choices: () => [
        ["Une appli à installer", "Pas d'appli à installer."],
        ["Le chat et le forum", "Pas de chat ni de forum."],
        ["Rien", "Pour l'instant, tout peut y entrer."],
      ],
    },
    access: {
      label: "comment chacun s'identifie",
      ask: ({ who, withoutAccounts }) =>
        withoutAccounts
          ? `Sans comptes, comment ${who} doivent-ils s'identifier, pour que chacun ne voie que ce qui le concerne ?`
          : `Faut-il que ${who} s'identifient, et si oui, comment ?`,
      choices: ({ withoutAccounts }) => [
        ["Un lien par courriel", "Ils s'identifient par un lien personnel reçu par courriel."],
        ["Un numéro connu", "Ils s'identifient par un numéro qu'ils ont déjà et leur date de naissance."],
        withoutAccounts
          ? ["Ils nous demandent", "Ils nous demandent et nous regardons pour eux."]
          : ["Nom et mot de passe", "Ils se connectent avec un nom et un mot de passe."],
      ],
    },
    permissions: {
      label: "qui peut voir et modifier quoi",
      ask: () => "Qui peut voir quoi, et qui peut le modifier ?",
      choices: () => [
        ["Chacun ce qui le concerne", "Chacun ne voit et ne modifie que ce qui le concerne ; l'équipe peut voir tout."],
        ["Tous voient, l'équipe modifie", "Tout le monde peut voir tout ; seule l'équipe peut modifier."],
        ["Une seule personne modifie", "Tout le monde peut voir, mais une seule personne peut modifier ou supprimer."],
      ],
    },
    payment: {
      label: "comment on paie",
      ask: ({ payers }) =>
        payers === undefined ? "Comment paie-t-on, et quand ?" : `Comment ${payers} paient-ils, et quand ?`,
      choices: () => [
        ["Par carte, tout de suite", "Paiement par carte, tout de suite."],
        ["Plus tard, sur facture", "Paiement plus tard, sur facture."],
        ["Pas d'argent en jeu", "Aucun paiement."],
      ],
    },
    notifications: {
      label: "qui est prévenu, et comment",
      ask: ({ who }) => `Quand quelque chose est confirmé ou change, comment faut-il prévenir ${who} ?`,
      choices: () => [
        ["Par courriel", "On les prévient par courriel."],
        ["Par SMS", "On les prévient par SMS."],
        ["La page suffit", "Aucun message, ils le voient sur la page."],
      ],
    },
    integrations: {
      label: "les autres logiciels à relier",
      ask: () =>
        "Avec quels logiciels que vous utilisez déjà doit-il s'entendre, par exemple la comptabilité ou un agenda ?",
      choices: () => [
        ["La comptabilité", "Il doit être relié à notre comptabilité."],
        ["Un agenda", "Il doit se synchroniser avec notre agenda."],
        ["Aucun", "Aucune interface avec un autre logiciel."],
      ],
    },
    privacy: {
      label: "la protection des données personnelles",
      ask: ({ who }) => `Y a-t-il des informations délicates sur ${who}, qui demandent une protection particulière ?`,
      choices: () => [
        ["Non, que des coordonnées", "Seulement des données personnelles ordinaires, comme des coordonnées."],
        ["Oui, du délicat", "Oui, des données personnelles sensibles, comme la santé ou l'argent."],
        ["Rien de personnel", "Aucune donnée personnelle."],
      ],
    },
    retention: {
      label: "la durée de conservation",
      ask: ({ things }) =>
        `Combien de temps faut-il conserver ${things ?? "les informations"}, et que faut-il effacer ensuite ?`,
      choices: () => [
        ["Un an", "Tout est effacé au bout de 1 an."],
        ["Ce que dit la loi", "Les factures sont conservées selon la loi, le reste est effacé au bout de 1 an."],
        ["Toujours", "Tout est conservé pour toujours."],
      ],
    },
    reports: {
      label: "les listes et bilans utiles",
      ask: () => "De quelle liste ou de quel bilan avez-vous régulièrement besoin, et qui les lit ?",
      choices: () => [
        ["Liste du jour pour l'équipe", "Il nous faut une liste chaque matin, pour l'équipe."],
        ["Bilan mensuel, direction", "Il nous faut un bilan mensuel, pour les responsables."],
        ["Aucun", "Aucun bilan n'est nécessaire."],
      ],
    },
    devices: {
      label: "les appareils utilisés",
      ask: ({ who }) => `Sur quels appareils ${who} s'en serviront-ils surtout ?`,
      vague: ({ vague }) => `Vous avez dit « ${vague} » : sur quel appareil doit-il être le plus soigné ?`,
      choices: () => [
        ["Sur le téléphone", "Surtout sur le téléphone portable."],
        ["Sur l'ordinateur", "Surtout sur ordinateur, dans le navigateur."],
        ["Sur les deux", "Sur téléphone portable et sur ordinateur."],
      ],
    },
    security: {
      label: "ce qu'il faut protéger le plus",
      ask: () => "Quel serait le pire, entre de mauvaises mains ou modifié sans que personne le remarque ?",
      vague: ({ vague }) =>
        `Vous avez dit « ${vague} » : que serait-il le plus grave de voir entre de mauvaises mains ?`,
      choices: () => [
        ["Les données personnelles", "Le pire serait une fuite de données personnelles ; la sécurité compte."],
        ["Les paiements", "Le pire serait un paiement modifié ; tout changement est journalisé."],
        ["Rien de critique", "Rien de critique ; la sécurité habituelle suffit."],
      ],
    },
    deadline: {
      label: "la date à laquelle il doit être prêt",
      ask: () => "Quand doit-il être prêt ?",
      vague: ({ vague }) => `Vous avez dit « ${vague} » : à partir de quelle date serait-ce trop tard ?`,
      choices: () => [
        ["Dans 3 mois", "Il doit être prêt dans 3 mois."],
        ["Dans un an", "Il doit être prêt dans un an."],
        ["Pas de date fixe", "Il n'y a pas de date fixe."],
      ],
    },
    budget: {
      label: "le budget",
      ask: () => "Combien peut coûter la réalisation, à peu près ?",
      vague: ({ vague }) => `Vous avez dit « ${vague} » : jusqu'à quel montant serait-ce le cas ?`,
      choices: () => [
        ["Jusqu'à 5 000", "Le budget est de 5000 euros au maximum."],
        ["De 5 000 à 25 000", "Le budget est de 5000–25000 euros."],
        ["Plus de 25 000", "Le budget est de plus de 25000 euros."],
      ],
    },
    availability: {
      label: "la durée de panne supportable",
      ask: () => "S'il ne marchait plus, au bout de combien de temps serait-ce vraiment gênant ?",
      vague: ({ vague }) => `Vous avez dit « ${vague} » : combien de temps peut-il être en panne au maximum ?`,
      choices: () => [
        ["Quelques minutes", "Une panne de plus de 15 minutes serait gênante."],
        ["Quelques heures", "Une panne de 4 heures au maximum est acceptable."],
        ["Une journée", "Une panne d'une journée au maximum est acceptable."],
      ],
    },
    accessibility: {
      label: "les personnes pour qui il faut le rendre plus facile",
      ask: () =>
        "Certaines personnes ont-elles besoin qu'il soit plus facile, par exemple en gros caractères ou sans souris ?",
      vague: ({ vague, who }) => `Vous avez dit « ${vague} » : que doivent réussir ${who} du premier coup, sans aide ?`,
      choices: ({ vague }) =>
        vague === undefined
          ? [
              [
                "Oui, de gros caractères",
                "Oui, certaines personnes ont besoin de gros caractères et de pages simples.",
              ],
              ["Non, le niveau habituel", "Le niveau habituel d'accessibilité (WCAG AA) suffit."],
            ]
          : [
              ["L'essentiel", "L'essentiel doit réussir sans aide en moins de 2 minutes."],
              ["Tout", "Tout doit réussir sans aide, aussi pour les personnes âgées."],
            ],
    },
    languages: {
      label: "les langues proposées",
      ask: ({ who }) => `Dans quelles langues faut-il le proposer, pour ${who} ?`,
      choices: () => [
        ["Seulement en français", "Seulement en français."],
        ["En plusieurs langues", "En français et dans une ou deux autres langues."],
      ],
    },
    speed: {
      label: "ce qui est assez rapide",
      ask: () => "En combien de temps une page doit-elle s'afficher pour que ce soit agréable ?",
      vague: ({ vague }) => `Vous avez dit « ${vague} » : combien de secondes au maximum ?`,
      choices: () => [
        ["Moins de 1 seconde", "Les pages s'affichent en moins de 1 seconde."],
        ["Moins de 3 secondes", "Les pages s'affichent en moins de 3 secondes."],
        ["Peu importe", "Le temps de chargement compte peu."],
      ],
    },
    terms: {
      label: "les mots qui ont un sens particulier",
      ask: () => "Y a-t-il chez vous un mot de tous les jours que quelqu'un de l'extérieur comprendrait mal ?",
      choices: () => [
        ["Non, aucun", "Aucun, nos mots sont ordinaires."],
        ["Oui, quelques-uns", "Nous avons quelques mots à nous."],
      ],
    },
  },
  affirm: {
    summary: [(x) => `Je vois : ${x}.`, (x) => `En bref : ${x}.`],
    goal: [(x) => `Cela vaut la peine : ${x}.`, (x) => `Le but est clair : ${x}.`],
    measure: [(x) => `Cela se mesure : ${x}.`, (x) => `Un repère clair : ${x}.`],
    role: [(x) => `Pour les personnes : ${x}.`, (x) => `Je vois : ${x}.`],
    scope: [(x) => `Cela en fait partie : ${x}.`, (x) => `Il y aura donc : ${x}.`],
    exclusion: [(x) => `Laissé de côté exprès : ${x}.`, (x) => `Cela reste dehors : ${x}.`],
    journey: [(x) => `Voilà donc le chemin : ${x}.`, (x) => `Je me le représente : ${x}.`],
    requirement: [(x) => `Il le faut donc : ${x}.`, (x) => `C'est noté : ${x}.`],
    rule: [(x) => `Une règle ferme : ${x}.`, (x) => `Comme règle : ${x}.`],
    entity: [(x) => `On garde donc ceci : ${x}.`, (x) => `Sur ce qui est gardé : ${x}.`],
    integration: [(x) => `Il devra s'entendre avec cela : ${x}.`, (x) => `Pour les autres logiciels : ${x}.`],
    quality: [(x) => `C'est bon à savoir : ${x}.`, (x) => `Voilà le niveau attendu : ${x}.`],
    constraint: [(x) => `C'est une donnée de départ : ${x}.`, (x) => `J'en tiendrai compte : ${x}.`],
    decision: [(x) => `C'est décidé : ${x}.`, (x) => `Voilà qui est réglé : ${x}.`],
    assumption: [(x) => `Comme hypothèse : ${x}.`, (x) => `Je pars de là : ${x}.`],
    risk: [(x) => `Une crainte légitime : ${x}.`, (x) => `Noté comme risque : ${x}.`],
    question: [(x) => `Une question ouverte, donc : ${x}.`, (x) => `Cela reste ouvert : ${x}.`],
    term: [(x) => `J'emploierai le mot ainsi : ${x}.`, (x) => `Pour le glossaire : ${x}.`],
  },
  noted: [(x) => `C'est noté : ${x}.`, (x) => `Je vois : ${x}.`, (x) => `Entendu : ${x}.`],
  chosen: [(x) => `${x} : c'est noté.`, (x) => `D'accord : ${x}.`],
  withException: (x) => `${x}, avec votre exception`,
  acknowledge: {
    reports: ["J'ai noté cette liste et pour qui elle est.", "Je sais ce qu'il faut avoir sous la main."],
    purpose: ["J'ai une première idée de l'ensemble.", "Voilà un bon point de départ."],
    users: ["Je vois maintenant qui sont ces personnes.", "Je sais maintenant pour qui c'est."],
    journey: ["Je peux suivre les étapes.", "Le chemin est clair."],
    rules: ["J'ai noté ces règles telles quelles.", "Les règles sont notées comme vous les avez dites."],
    success: ["Voilà de quoi mesurer.", "Un bon repère."],
    volume: ["Je sais maintenant quelles quantités prévoir.", "Ces chiffres aident."],
    payment: ["Le côté argent est clair.", "J'ai noté comment on paie."],
    permissions: ["J'ai noté qui peut faire quoi.", "Cela sépare bien les rôles."],
    failure: ["Il est utile de savoir ce qui vaut les mauvais jours.", "J'ai noté ce qui doit se passer alors."],
    reason: ["Je vois ce qui gêne aujourd'hui.", "Je comprends pourquoi vous le voulez."],
    exclusions: ["Cela reste petit ainsi, et c'est noté.", "Noté comme exclu."],
  },
  acknowledgeTopic: (label) => `Je le range sous « ${label} ».`,
  acknowledgeAnything: ["Entendu.", "J'ai cela."],
  brief: (count, numbered) =>
    `Merci, c'est très complet. J'y ai lu ${count} points${numbered ? " et gardé votre numérotation" : ""} ; je ne demanderai donc que ce qui manque.`,
  briefCut: (count) =>
    `C'est long : j'ai retenu les ${count} premiers points. Envoyez le reste dans un second message.`,
  list: (count) => `Les ${count} points sont notés.`,
  corrected: (x) => (x === undefined ? "C'est corrigé." : `C'est corrigé : ${x}.`),
  resolved: (x) => `Alors voici ce qui vaut : ${x}.`,
  bothKept: "Alors je garde les deux.",
  assumed: [
    "Ce n'est pas grave. J'ai noté la réponse habituelle comme hypothèse ; vous pouvez la changer.",
    "Pas de souci : je retiens ce qui est habituel et je le signale, pour que vous puissiez le changer.",
  ],
  exceptions: (x) =>
    x === undefined
      ? "Cette règle a des exceptions ; laquelle passe d'abord est noté comme ouvert."
      : `Une règle avec des exceptions : ${x}. Laquelle passe d'abord reste ouvert.`,
  measurable: ["Rendons cela vérifiable.", "Cela mérite une mesure."],
  sayMore: "Quelques mots là-dessus aideraient.",
  unsure: [
    "Ce n'est pas grave, je le laisse en question ouverte.",
    "Pas de souci, cela reste ouvert pour l'instant.",
    "Personne n'a besoin de le savoir aujourd'hui. Je l'ai noté comme ouvert.",
  ],
  skipped: ["On passe.", "Laissons cela de côté.", "Passons à autre chose."],
  delegated: [
    "Je choisirai quelque chose d'habituel et le marquerai comme hypothèse, pour que vous puissiez le changer.",
    "Alors je pars de la solution habituelle, marquée comme hypothèse.",
  ],
  leftToTeam: (label) => `Laissé au choix de l'équipe : ${label}`,
  openQuestion: (label) => `Pas encore connu : ${label}.`,
  people: "les utilisateurs",
  about: (things) => `Je vois, il s'agit de gérer ${things}.`,
  numbers: [(x) => `${x} : c'est noté.`, (x) => `Ces chiffres aident : ${x}.`],
  bounds: { exact: (x) => x, about: (x) => `environ ${x}`, min: (x) => `au moins ${x}`, max: (x) => `au plus ${x}` },
  welcome:
    "Bonjour, ravi de vous accueillir. Je poserai quelques questions, une à la fois ; dites « c'est tout » dès que cela suffit.",
  thanks: "Entendu.",
  stray: "Je peux seulement aider à décrire ce que vous voulez faire construire ; revenons-y.",
  explain: (label) =>
    `Je le demande parce que cela change ce qu'il faut construire (${label}). Une réponse approximative suffit.`,
  noPrevious: "Il n'y a pas de question précédente.",
  previous: "Revenons à la précédente. Votre nouvelle réponse compte.",
  enoughIfYouLike: "Au fait, vous pouvez dire « c'est tout » à tout moment.",
  dispute: (older, newer) => `Vous avez dit « ${older} », puis « ${newer} ». Laquelle des deux choses vaut ?`,
  holds: (x) => [x, `« ${x} » vaut.`],
  gaps: (labels) => `Il manque surtout ceci :\n${labels.map((label) => `- ${label}`).join("\n")}`,
  noGaps: "Il ne manque plus rien d'important.",
  wrap: "J'en sais assez pour une première version. Voulez-vous que je résume, ou préférez-vous entrer dans les détails ?",
  wrapChoices: [
    ["Résumer", "Faites un résumé"],
    ["D'autres questions", "D'autres questions"],
  ],
  last: "Je n'ai plus d'autre question. Y a-t-il encore quelque chose que je devrais savoir avant de résumer ?",
  lastChoices: [
    ["Résumer", "Faites un résumé"],
    ["Question précédente", "Question précédente"],
  ],
  added: (x) => (x === undefined ? "Je l'ai ajouté." : `Je l'ai ajouté : ${x}.`),
  closedAlready: "Avec plaisir. Si autre chose vous vient, écrivez-le ici.",
  closing: {
    separator: " ; ",
    colon: " : ",
    lead: "Merci. Voici ce que j'ai compris, avec vos mots :",
    leadEmpty: "Merci. C'est encore peu, mais c'est un début.",
    areas: {
      what: "De quoi il s'agit",
      people: "Les personnes",
      working: "Le fonctionnement",
      rules: "Les règles",
      out: "Laissé de côté",
      data: "Données et autres logiciels",
      quality: "Qualité et chiffres",
      frame: "Argent, dates et décisions",
    },
    more: (count) => `et ${count} de plus`,
    open: "Reste ouvert",
    assumed: "Supposé, sauf avis contraire",
    disputed: (older, newer) => `si « ${older} » ou « ${newer} » vaut`,
    nothingOpen: "Rien d'important ne reste ouvert.",
    end: "Si autre chose vous vient, écrivez-le ici et je l'ajouterai.",
  },
}
