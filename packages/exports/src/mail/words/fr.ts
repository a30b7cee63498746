import type { Words } from "./wording.ts"

export const fr: Words = {
  tag: "fr",
  save: {
    subject: "Votre lien pour enregistrer la conversation",
    heading: "Enregistrer votre conversation",
    lead: "Quelqu’un, sans doute vous, a demandé à Spec Wizard d’enregistrer une conversation à cette adresse. Elle le sera dès que vous ouvrirez ce lien dans le même navigateur.",
    button: "Enregistrer la conversation",
  },
  open: {
    subject: "Votre lien vers la conversation enregistrée",
    heading: "Ouvrir votre conversation enregistrée",
    lead: "Quelqu’un, sans doute vous, a demandé à Spec Wizard d’ouvrir ce qui est enregistré à cette adresse. Ouvrez ce lien dans le même navigateur.",
    button: "Ouvrir la conversation",
  },
  confirm: {
    subject: "Veuillez confirmer : un PDF doit vous être envoyé",
    heading: "Votre PDF est prêt à partir",
    lead: "Quelqu’un, sans doute vous, a demandé à Spec Wizard d’envoyer une spécification en PDF à cette adresse. Elle partira dès que vous ouvrirez ce lien dans le même navigateur. La conversation sera alors aussi enregistrée à cette adresse.",
    button: "M’envoyer le PDF",
  },
  code: "Sur un autre appareil, ou dans un autre navigateur, ce code vous sera demandé :",
  limits: (minutes) => `Le lien et le code sont valables ${minutes}, une seule fois.`,
  stranger: "Si la demande ne vient pas de vous, ne faites rien : sans ce message, personne ne peut entrer.",
  reminder: {
    subject: (day) => `Votre conversation sera effacée le ${day}`,
    heading: "Votre conversation sera bientôt effacée",
    lead: (title, day) =>
      title
        ? `Rien n’a été écrit depuis longtemps dans « ${title} ». Nous effacerons cette conversation et son document le ${day}.`
        : `Rien n’a été écrit depuis longtemps dans votre conversation. Nous l’effacerons, avec son document, le ${day}.`,
    button: "Ouvrir la conversation",
    keep: "Pour la garder, ouvrez-la et écrivez quelque chose.",
    where:
      "Le lien l’ouvre dans un navigateur où vous êtes identifié. Ailleurs, il propose d’envoyer un nouveau lien à cette adresse.",
    otherwise: "Si vous n’en avez plus besoin, ne faites rien.",
  },
  export: {
    subject: "Votre spécification en PDF",
    heading: "Votre spécification",
    lead: (title) =>
      title
        ? `Voici « ${title} », telle qu’elle était quand vous l’avez demandée.`
        : "Voici votre spécification, telle qu’elle était quand vous l’avez demandée.",
    attached: "Elle est jointe à ce message.",
    linked: "Elle est trop volumineuse pour un message. Vous pouvez la télécharger dans la conversation.",
    button: "Ouvrir la conversation",
    where:
      "Le lien l’ouvre dans un navigateur où vous êtes connecté. Partout ailleurs, il propose d’envoyer un nouveau lien à cette adresse.",
  },
  submission: {
    subject: (reference) => `Votre cahier des charges ${reference} est arrivé`,
    heading: "Nous avons votre cahier des charges",
    lead: "Il est arrivé tel qu’il était au moment de l’envoi et ne changera plus. Vous pouvez poursuivre la conversation.",
    reference: "Merci d’indiquer cette référence quand vous nous écrivez à ce sujet :",
    next: "Nous vous répondrons à cette adresse dès que nous l’aurons lu.",
    button: "Ouvrir la conversation",
    stranger: "Si l’envoi ne vient pas de vous, dites-le-nous et nous l’effacerons.",
  },
  answer: {
    subject: (reference) => `Du nouveau sur votre cahier des charges ${reference}`,
    heading: "Il y a du nouveau sur votre cahier des charges",
    status: {
      received: "Il est arrivé et attend d’être lu.",
      reviewed: "Nous l’avons lu.",
      quoted: "Il y a un devis.",
      closed: "Il est clos.",
    },
    said: "Nous ajoutons :",
    asked: "Nous avons une question. Vous pouvez y répondre dans la conversation :",
    button: "Ouvrir la conversation",
  },
  sender: "Spec Wizard transforme une conversation en cahier des charges. Il n’envoie pas de publicité.",
}
