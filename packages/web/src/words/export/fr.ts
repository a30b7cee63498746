import type { ExportWords } from "./wording.ts"

export const fr: ExportWords = {
  heading: "En PDF",
  paper: "Papier",
  papers: { a4: "A4", letter: "US Letter" },
  form: "Ce qu’il contient",
  forms: {
    full: { name: "Tout le document", hint: "Avec l’origine de chaque ligne et ses changements" },
    short: {
      name: "La partie de l’acheteur",
      hint: "Ce que cela fait et pour qui, sans ce dont seuls les techniciens ont besoin",
    },
  },
  download: "Télécharger",
  mail: "Ou par e-mail",
  send: "L’envoyer par e-mail",
  progress: "Où en est votre PDF",
  step: (step, of) => `Étape ${step} sur ${of}`,
  making: {
    queued: "Votre PDF est le prochain.",
    rendering: "Votre PDF est en préparation.",
    stored: "Votre PDF est prêt.",
  },
  mailing: {
    stored: (email) => `Votre PDF est prêt. Il part maintenant vers ${email}.`,
    unverified: (email) => `Votre PDF pour ${email} attend le code de notre e-mail.`,
    sent: (email) => `Votre PDF a été envoyé à ${email}.`,
    delivered: (email) => `Votre PDF est arrivé chez ${email}.`,
    failed: (email) => `Nous n’avons pas pu remettre l’e-mail à ${email}. Téléchargez le PDF ici.`,
  },
  unprintable:
    "Le document contient un caractère que nous ne pouvons pas imprimer, un signe rare peut-être. Retirez-le du document, puis redemandez le PDF.",
  failed: "Votre PDF n’a pas pu être préparé. C’est notre faute ; le document est intact.",
  started: "Il se trouve dans les téléchargements de votre navigateur.",
  verify: (email) =>
    `Nous avons envoyé un e-mail avec un lien et un code à ${email}. Ouvrez le lien dans ce navigateur ou saisissez le code ici : le PDF part alors vers cette adresse. La conversation y sera aussi enregistrée.`,
  enter: "Envoyer le PDF",
  verified: (email) => `Le code est bon. Votre PDF part maintenant vers ${email}.`,
  away: "Il n’y a pas de connexion pour le moment. Nous continuons, et vous verrez où il en est dès votre retour.",
  link: "Télécharger le PDF",
  linkOf: (which) => `Télécharger : ${which}`,
  tryAgain: "Réessayer",
  another: "Un autre PDF",
  show: "Voir",
  earlier: "Déjà demandés",
  version: (version) => `Version ${version}`,
  is: {
    queued: "le prochain",
    rendering: "en préparation",
    stored: "prêt",
    unverified: "attend le code",
    sent: "envoyé",
    delivered: "remis",
    undelivered: "n’a pas pu être remis",
    failed: "n’a pas pu être préparé",
  },
  typeCode: "Saisir le code",
}
