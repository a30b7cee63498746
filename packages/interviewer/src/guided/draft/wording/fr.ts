import type { Wording } from "./wording.ts"

export const fr: Wording = {
  cues: {
    could:
      "ce serait bien, serait bien, ce serait chouette, optionnel*, facultatif*, peut etre plus tard, s il reste du temps",
    should: "idealement, de preference, si possible, dans la mesure du possible",
    later: "plus tard, deuxieme phase, phase 2, a l avenir, pas dans la premiere version",
    personal:
      "nom, noms, prenom*, adresse*, telephone, numero de telephone, adresse mail, e mail, courriel*, date de naissance, sante, allerg*, photo, photos, signature*, iban",
    reason: "parce que, parce qu, car, c etait, puisque",
    placeholder: "a choisir, a definir, a decider, a confirmer, pas encore choisi*",
    offline: "hors ligne, sans reseau, sans internet, sans connexion, pas de reseau",
    consequence: "gratuit*, frais, le premier, la premiere, prochain*, alors, sinon",
    baseline: "de, actuellement, aujourd hui, maintenant, jusqu ici, contre",
    technology:
      "postgres*, mysql, sqlite, mongodb, redis, kafka, s3, docker, kubernetes, typescript, python, java, aws, azure",
  },
  wish: /(?<!\p{L})(?:(?:je|j|nous|on)['’ ](?:voudrais|voudrions|voudrait|veux|voulons|veut|aimerais|aimerions|aimerait|souhaite|souhaitons|souhaiterais|souhaiterions)|il (?:nous|me) faut|avons besoin|ai besoin|a besoin) (?:de |d['’])?(.+)$/iu,
  things:
    "un une des du ce que qui quoi quand ou comment son sa ses leur leurs notre nos mon ma mes cet cette ces a au aux en avec par pour dans sur de d seulement aucun aucune tous toutes chaque",
  problem: (said) => `En finir avec cela : ${said}`,
  ensure: (wish) => {
    if (/^qu(?:e |['’])/i.test(wish)) return `permettre ${wish}`
    return /^\p{L}+(?:er|ir|re) /iu.test(wish) ? `permettre de ${wish}` : undefined
  },
  enforce: {
    apply: (rule, gist) => `appliquer ${rule}${gist && ` (${gist})`}`,
    if: (rule, gist) => `une demande ne respecte pas ${rule}${gist && ` (${gist})`}`,
    shall: "la refuser et dire pourquoi à la personne",
  },
  features: {
    main: "Tâche principale",
    access: "Accès et droits",
    payment: "Paiement",
    messages: "Messages",
    lists: "Listes et bilans",
    limits: "Limites et délais",
    failure: "En cas de problème",
  },
  impact: {
    data: "Les formulaires et les données changent ; ce qui n'a pas été demandé ne se rattrape pas.",
    failure: "En cas de problème on reste bloqué, et l'équipe fait à la main ce que le système devrait faire.",
    access: "On ne peut pas entrer, ou on voit ce qui est à d'autres.",
    permissions: "Quelqu'un voit ou modifie ce qu'il ne doit pas, ou ne peut pas faire son travail.",
    notifications: "On n'apprend pas ce qu'il fallait savoir, et on téléphone.",
    integrations: "Les données sont saisies deux fois, ou une liaison s'ajoute tard.",
    privacy: "Des données délicates seraient trop peu protégées, ce qui peut être contraire à la loi.",
    retention: "Des données sont effacées trop tôt ou gardées plus longtemps que permis.",
    reports: "Il manque une liste dont quelqu'un a souvent besoin.",
    devices: "Les écrans ne conviennent pas à l'appareil et sont à refaire.",
    security: "On protège ce qu'il ne faut pas, et le dommage se voit tard.",
    availability: "Les pannes durent plus que le travail ne le supporte, ou l'on paie ce dont personne n'a besoin.",
    accessibility: "Certaines personnes ne peuvent pas s'en servir sans aide.",
    languages: "Les textes sont traduits tard, et la mise en page change avec eux.",
    speed: "Cela paraît lent, et les gens abandonnent en chemin.",
  },
  ask: {
    dispute: (older, newer) => `Qu'est-ce qui vaut : « ${older} » ou « ${newer} » ?`,
    both: "Les deux",
    disputeWhy: "On ne peut pas construire les deux à la fois.",
    priority: (quotes) =>
      `Qu'est-ce qui passe d'abord quand plusieurs cas se présentent : ${quotes.map((quote) => `« ${quote} »`).join(", ")} ?`,
    priorityWhy: "La règle et ses exceptions peuvent s'appliquer en même temps, et chacun trancherait autrement.",
    locked: (line, said) =>
      `La ligne « ${line} » est verrouillée, mais « ${said} » a été dit ensuite. Faut-il la changer ?`,
    lockedWhy: "Une ligne verrouillée ne change pas sans vous.",
    placeholder: (said) => `Qu'est-ce que ce sera : ${said} ?`,
    placeholderWhy: "Le document l'a laissé ouvert.",
    vagueWhy: "Tel quel, personne ne peut le vérifier.",
    unknown: (label) => `Pas encore connu : ${label}.`,
    unknownWhy: "Personne n'a encore pu le dire, et la réponse change ce qu'on construit.",
    rest: (count) =>
      `Le message contenait ${count} affirmations de plus qu'une étape n'en retient. Lesquelles comptent ?`,
    restWhy: "Elles ne sont pas encore dans le document.",
  },
  lost: (said) => `Décidé autrement : ${said}`,
  criteria: {
    most: ({ limit, unit }) => [
      {
        given: `le nombre (${unit}) est à ${limit - 1}`,
        when: "on en demande un de plus",
        outcome: `la demande est acceptée, et le nombre affiché est ${limit}`,
      },
      {
        given: `le nombre (${unit}) est à ${limit}`,
        when: `on en demande un de plus, ce qui ferait ${limit + 1}`,
        outcome: `la demande est refusée, la personne voit pourquoi, et le nombre reste à ${limit}`,
      },
    ],
    least: ({ limit, unit }) => [
      {
        given: `le nombre (${unit}) est à ${limit}`,
        when: "la personne continue",
        outcome: "c'est accepté, et la personne voit la confirmation",
      },
      {
        given: `le nombre (${unit}) est à ${limit - 1}`,
        when: "la personne continue",
        outcome: `c'est refusé, et la personne voit qu'il en faut ${limit}`,
      },
    ],
    notice: ({ amount, part }) => [
      {
        given: `il reste exactement ${amount}`,
        when: sent(part),
        outcome: "elle est acceptée, et la personne voit la confirmation",
      },
      {
        given: `il reste moins de ${amount}`,
        when: sent(part),
        outcome: "elle est refusée, la personne voit pourquoi, et rien n'est enregistré",
      },
    ],
    clock: ({ amount, part }) => [
      {
        given: `il est une minute avant ${amount} le dernier jour qui compte`,
        when: sent(part),
        outcome: "elle est acceptée, et la personne voit la confirmation",
      },
      {
        given: `il est ${amount} le dernier jour qui compte`,
        when: sent(part),
        outcome: "elle est refusée, la personne voit pourquoi, et rien n'est enregistré",
      },
    ],
    within: ({ amount }) => [
      {
        given: `${amount} exactement se sont écoulés`,
        when: "la personne agit",
        outcome: "c'est accepté, et la personne voit la confirmation",
      },
      {
        given: `plus de ${amount} se sont écoulés`,
        when: "la personne agit",
        outcome: "c'est refusé, la personne voit pourquoi, et rien ne change",
      },
    ],
    border: ({ amount, action }) => [
      {
        given: `le cas est exactement à la limite (${amount})`,
        when: action,
        outcome: "il compte comme dans la limite, et figure ainsi dans le dossier",
      },
      {
        given: `le cas est juste au-delà de la limite (${amount})`,
        when: action,
        outcome: "il ne compte plus comme dans la limite, et la personne voit pourquoi",
      },
    ],
    cap: ({ limit, unit }) => [
      {
        given: `le nombre (${unit}) est à ${limit - 1}`,
        when: "c'est le moment d'une fois de plus",
        outcome: `cela se fait, et le nombre affiché est ${limit}`,
      },
      {
        given: `le nombre (${unit}) est à ${limit}`,
        when: "ce serait le moment d'une fois de plus",
        outcome: `cela ne se fait pas, et le nombre reste à ${limit}`,
      },
    ],
    permission: () => [
      {
        given: "une personne qui a ce droit",
        when: "elle ouvre ce qu'elle peut voir ou modifier",
        outcome: "elle le voit, et ne voit rien d'autre",
      },
      {
        given: "une personne qui n'a pas ce droit",
        when: "elle essaie quand même, aussi par l'adresse de la page",
        outcome: "c'est refusé, elle n'en voit rien, et rien ne change",
      },
    ],
    payment: () => [
      {
        given: "un montant est dû",
        when: "le paiement aboutit",
        outcome: "le montant figure comme payé, une seule fois, et la personne voit la confirmation",
      },
      {
        given: "un montant est dû",
        when: "le paiement est refusé ou s'interrompt",
        outcome: "le montant reste dû, et la personne voit que rien n'a été payé",
      },
    ],
    message: ({ does }) => [
      {
        given: `ceci s'applique : ${does}`,
        when: "le moment arrive",
        outcome: "la personne reçoit le message une fois, et il figure comme envoyé",
      },
      {
        given: "le message ne peut pas être remis",
        when: "le moment arrive",
        outcome: "il figure comme non remis, là où l'équipe le voit",
      },
    ],
    list: ({ amount }) => [
      {
        given: "des entrées qui doivent y être et d'autres non",
        when: `on l'ouvre ou elle est à préparer${amount && ` (${amount})`}`,
        outcome: "elle affiche toutes celles qui doivent y être, et aucune autre",
      },
      {
        given: "aucune entrée ne doit y être",
        when: `on l'ouvre ou elle est à préparer${amount && ` (${amount})`}`,
        outcome: "elle apparaît et l'on y lit qu'elle est vide",
      },
    ],
    identity: () => [
      {
        given: "une personne qui donne les bonnes informations",
        when: "elle s'identifie",
        outcome: "elle voit ce qui est à elle, et rien d'autre",
      },
      {
        given: "des informations qui ne correspondent pas",
        when: "quelqu'un essaie de s'identifier avec",
        outcome: "c'est refusé, et aucune donnée de personne n'est affichée",
      },
    ],
    never: ({ action }) => [
      {
        given: "un cas auquel cela s'applique",
        when: "on le consulte plus tard",
        outcome: "il figure inchangé",
      },
      { given: "un cas auquel cela s'applique", when: action, outcome: "c'est refusé, et rien ne change" },
    ],
    refusal: () => [
      {
        given: "une demande qui respecte la règle",
        when: "elle est envoyée",
        outcome: "elle est acceptée, et la personne voit la confirmation",
      },
      {
        given: "une demande qui enfreint la règle",
        when: "elle est envoyée",
        outcome: "elle est refusée, la personne voit pourquoi, et rien n'est enregistré",
      },
    ],
    event: ({ event, does }) => [
      {
        given: "le cas ne s'est pas encore présenté",
        when: event,
        outcome: `ceci suit et s'affiche : ${does}`,
      },
      {
        given: "un cas semblable qui ne remplit pas la condition",
        when: "il est traité",
        outcome: "rien de cela ne suit, et tout reste comme avant",
      },
    ],
    action: ({ action }) => [
      {
        given: "tout ce qu'il faut est là",
        when: action,
        outcome: "la personne voit que cela a marché, et retrouve le résultat plus tard",
      },
      {
        given: "quelque chose manque ou n'est pas juste",
        when: action,
        outcome: "c'est refusé, la personne voit ce qui manque, et rien n'est enregistré",
      },
    ],
  },
  offline: () => ({
    given: "l'appareil n'a pas de réseau",
    when: "on l'ouvre",
    outcome: "il affiche ce qui a été chargé en dernier, et l'heure",
  }),
  done: (said) => `ce cas se présente : ${said}`,
}

const sent = (part: string) =>
  part === "" ? "la demande est envoyée" : `une demande à laquelle s'applique « ${part} » est envoyée`
