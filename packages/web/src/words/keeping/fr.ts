import type { KeepingWords } from "./wording.ts"

export const fr: KeepingWords = {
  close: "Fermer",
  cancel: "Annuler",
  moment: "Un instant…",
  failure: {
    address: "Nous ne pouvons pas écrire à cette adresse. Vérifiez-la : elle devrait ressembler à ada@example.com.",
    link: "Ce lien ou ce code est faux, a déjà servi ou a expiré.",
    limited: "La demande a été faite trop souvent.",
    cookies: "Cette page a besoin de cookies pour vous reconnaître. Autorisez-les pour ce site, puis réessayez.",
    offline: "Nous ne sommes pas joignables. Vérifiez votre connexion et réessayez.",
    unavailable: "Ce n’est pas possible pour le moment. Réessayez dans une minute.",
    gone: "Cette conversation ne peut plus s’ouvrir sur cet appareil.",
    other: (reference) => `Un problème est survenu de notre côté. Veuillez réessayer. Référence : ${reference}`,
    again: (when) => `Vous pourrez réessayer ${when}.`,
  },
  address: "Votre adresse e-mail",
  code: {
    label: "Code reçu par e-mail",
    hint: "Huit lettres et chiffres, comme 7KM2-XQ9A",
    wrong: "Ce n’est pas le bon code, ou il a expiré. Comparez-le avec l’e-mail le plus récent.",
    wrongPair:
      "L’adresse et le code ne vont pas ensemble, ou le code a expiré. Comparez-les avec l’e-mail le plus récent.",
  },
  ask: {
    save: {
      lead: (days) =>
        `Nous vous envoyons un e-mail avec un lien. Une fois ce lien ouvert, cette conversation est conservée ${
          days ? `${days} jours après votre dernière réponse` : "plus longtemps"
        }, et vous pouvez la poursuivre sur n’importe quel appareil.`,
      send: "Envoyer l’e-mail",
      sent: (email) => `Nous avons envoyé un e-mail à ${email}. Ouvrez son lien dans ce navigateur.`,
      enter: "Enregistrer",
    },
    open: {
      lead: () => "À quelle adresse l’avez-vous enregistrée ? Nous y envoyons un lien.",
      send: "M’envoyer un lien",
      sent: (email) =>
        `Si quelque chose est enregistré à l’adresse ${email}, un e-mail y arrive bientôt. Ouvrez son lien dans ce navigateur.`,
      enter: "Ouvrir",
    },
  },
  sent: {
    missing: "S’il n’arrive pas d’ici quelques minutes, regardez dans les indésirables ou vérifiez l’adresse.",
    or: "Vous lisez vos e-mails sur un autre appareil ? Tapez alors ici le code reçu.",
    again: "Envoyer à nouveau",
    done: "Envoyé une nouvelle fois.",
    other: "Une autre adresse",
  },
  save: {
    heading: "Enregistrer cette conversation",
    saved: "Enregistrée",
    to: (email) => `Cette conversation est enregistrée à l’adresse ${email}.`,
    until: (day) => `Nous la gardons jusqu’au ${day}. Chaque réponse que vous écrivez repousse cette date.`,
    elsewhere: "Pour continuer ailleurs, choisissez-y « Ouvrir une conversation enregistrée » sur la première page.",
  },
  link: {
    lead: "Votre lien est prêt. Il ouvre la conversation dans ce navigateur.",
    once: "Il ne sert qu’une fois. Ensuite, ce navigateur reste autorisé.",
    open: "Ouvrir ma conversation",
    otherBrowser:
      "Ce lien a été demandé dans un autre navigateur. Pour que personne d’autre ne puisse s’en servir, tapez le code du même e-mail.",
    used: "Ce lien a déjà servi ou a expiré.",
    fresh: "Nous pouvons vous en envoyer un nouveau.",
    haveCode: "J’ai un code",
    elsewhere: "Est-elle enregistrée à votre adresse e-mail ?",
  },
  conversations: {
    heading: "Vos conversations",
    untitled: "Sans titre",
    current: "ouverte ici",
    changed: (when) => `Modifiée le ${when}`,
    saved: (email, day) => `Enregistrée à ${email}, jusqu’au ${day}`,
    unsaved: (day) => `Enregistrée à aucune adresse, gardée jusqu’au ${day}`,
    rename: "Renommer",
    renameIt: (title) => `Renommer « ${title} »`,
    name: "Nom de la conversation",
    keepName: "Enregistrer",
    more: "En afficher d’autres",
    empty: "Il n’y a pas de conversation dans ce navigateur pour le moment.",
  },
  devices: {
    heading: "Vos appareils",
    lead: "Cette conversation peut s’ouvrir sur :",
    current: "cet appareil",
    seen: (when) => `Dernière utilisation : ${when}`,
    out: "Déconnecter",
    outIt: (name) => `Déconnecter ${name}`,
    sure: (name) => `Déconnecter ${name} ? Elle ne pourra plus s’y ouvrir qu’avec un nouveau lien.`,
    sureHere:
      "Déconnecter cet appareil ? Ce que vous avez écrit sans l’envoyer y sera effacé. Vous ne pourrez revenir qu’avec un lien, si la conversation est enregistrée.",
    unnamed: "Appareil inconnu",
  },
  key: {
    heading: "Votre propre clé",
    meaning:
      "Avez-vous une clé pour les modèles d’une entreprise d’IA ? Elle part avec chaque message et ne sert qu’à cette réponse. Notre serveur ne la garde pas. Ce que coûtent les réponses, l’entreprise vous le facture. Si elle refuse la clé ou ne répond pas, notre propre programme pose la question suivante.",
    company: "De quelle entreprise vient-elle ?",
    label: "Clé",
    untilClosed: "La garder jusqu’à la fermeture de cet onglet, même si je recharge la page",
    use: "L’utiliser",
    stop: "Ne plus l’utiliser",
    unfit:
      "Une clé est d’un seul tenant : des lettres, des chiffres et des signes, sans espace. Copiez-la de nouveau, en entier.",
    refused:
      "Les clés de cette entreprise ne sont pas utilisées ici. Rien ne lui a été envoyé, et votre message est gardé.",
  },
  data: {
    heading: "À propos de vos données",
    who: "Qui les voit",
    nobody: "Aucune entreprise d’IA n’a vu ceci : les questions viennent d’un programme qui tourne ici.",
    ours: (names) =>
      `Jusqu’ici, c’est un programme qui tourne ici qui a posé les questions. Ce que vous écrivez peut aussi être envoyé à ${names}.`,
    seen: (names) => `Ce que vous avez écrit a été lu par ${names}, d’où viennent les réponses.`,
    cost: (usd) => `Cela a coûté environ ${usd} USD jusqu’ici.`,
    tokens: (count) =>
      `Cela fait ${count} jetons jusqu’ici : les fragments de mots que facturent les entreprises d’IA.`,
    where: "Où elles se trouvent",
    here: "Chez nous. La conversation ne peut s’ouvrir que sur les appareils de la liste « Vos appareils ».",
    saved: (email) =>
      `Chez nous, enregistrées à l’adresse ${email}. La conversation peut s’ouvrir sur les appareils de la liste « Vos appareils », et avec un lien que nous envoyons à cette adresse.`,
    until: "Quand elles sont effacées",
    erased: (day) => `Le ${day}, si vous n’écrivez plus rien d’ici là. Aussitôt, si vous les supprimez.`,
    download: "Télécharger mes données",
    file: "Tout ce que nous gardons de cette conversation en un seul fichier : ce qui a été dit, le document avec toutes ses versions, vos appareils.",
    preparing: "Préparation du fichier…",
    done: "Le fichier est dans vos téléchargements.",
  },
  erase: {
    heading: "Tout supprimer",
    lead: "Cela supprime, pour vous et sur tous les appareils :",
    conversation: "toute la conversation",
    document: "le document, avec toutes ses versions",
    access: "vos appareils et l’adresse où elle est enregistrée",
    unsent: "ce que vous avez écrit ici sans l’envoyer",
    final: "C’est irréversible : nous non plus, nous ne pourrons rien récupérer.",
    first: "Télécharger d’abord mes données",
    confirm: "Supprimer définitivement",
    erasing: "Suppression…",
  },
  deleted: {
    heading: "Supprimé",
    text: "La conversation et son document n’existent plus, ni sur cet appareil ni là où ils étaient ouverts.",
    traces:
      "Les dernières traces quittent nos systèmes dans la minute. Les sauvegardes disparaissent au cours des semaines suivantes ; si nous devions en utiliser une, votre conversation en serait supprimée avant toute chose.",
  },
}
