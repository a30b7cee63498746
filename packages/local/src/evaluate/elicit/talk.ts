import type { Language } from "@spec-wizard/core/protocol/document"

/** What a visitor says and what they understand. */
type Talk = {
  unsure: string
  decide: string
  all: string
  more: string
  sum: string
  on: string
  skip: string
  right: string
  /** A question about nothing, for the controls. */
  whatElse: string
  /** Invites anything. */
  open: RegExp
  /** Offers to end. */
  wrap: RegExp
  /** Asks whether what was understood is right. */
  check: RegExp
  /** Asks which of two sayings holds. */
  which: RegExp
  /** A choice that skips. */
  skips: RegExp
  /** A choice that goes on. */
  mores: RegExp
}

export const talk: Readonly<Record<Language, Talk>> = {
  en: {
    whatElse: "What else?",
    unsure: "I am not sure.",
    decide: "You decide.",
    all: "That's all.",
    more: "I want to go into more detail.",
    sum: "Sum it up.",
    on: "Go on.",
    skip: "Skip",
    right: "Yes, that is right.",
    open: /\b(what|anything|something|who|is there more) else\b(?! (will|would|works?|does|uses?))|did (i|we) (miss|forget)|tell me (more )?about|how do you (imagine|picture)|what (else )?should i know|what matters most/iu,
    wrap: /\b(sum (it |this |that |things |everything |all )*up|summari[sz]e|wrap (it |this |things )?up|shall (i|we) (finish|stop|close|end)|go into more detail)\b/iu,
    check:
      /\b(is (this|that|it|everything) (all )?(right|correct)|does (this|that) (look|sound) right|did i (get|understand))\b/iu,
    which:
      /\bwhich (one|of|is|figure|number)\b.{0,40}(holds?|right|correct|applies|stands?|valid|now)|which (of (them|these|the two)|one|holds)\b/iu,
    skips: /^skip/iu,
    mores: /more|detail/iu,
  },
  de: {
    whatElse: "Was sonst noch?",
    unsure: "Das weiß ich nicht.",
    decide: "Entscheiden Sie das.",
    all: "Das ist alles.",
    more: "Ich möchte mehr ins Detail gehen.",
    sum: "Fassen Sie zusammen.",
    on: "Weiter.",
    skip: "Überspringen",
    right: "Ja, das stimmt.",
    open: /\b(was|etwas|irgendetwas|gibt es|haben sie) (sonst|noch)\b|(sonst|noch) etwas|habe ich etwas (vergessen|übersehen)|erzählen sie|wie stellen sie sich|was sollte ich (noch )?wissen/iu,
    wrap: /zusammenfass|zusammenzufassen|fasse ich .{0,30}zusammen|abschließen|mehr ins detail|hier aufhören/iu,
    check: /(stimmt|ist) (das|es|alles) (so|richtig|korrekt)?|habe ich (das|alles|sie) richtig/iu,
    which: /was (davon |von beidem )?gilt|welche(r|s)? (davon|von beiden)|was stimmt (nun|jetzt)/iu,
    skips: /^(überspring|weglass|auslass)/iu,
    mores: /mehr|detail|weitere/iu,
  },
  es: {
    whatElse: "¿Qué más?",
    unsure: "No lo sé.",
    decide: "Decida usted.",
    all: "Eso es todo.",
    more: "Prefiero entrar en más detalle.",
    sum: "Haga el resumen.",
    on: "Siga.",
    skip: "Saltar",
    right: "Sí, es correcto.",
    open: /\b(algo|qué|alguna cosa) más\b|me (he dejado|falta) algo|cuénteme|cómo (se )?lo imagina|qué más/iu,
    wrap: /\b(hago|hacer|haga) (el|un) resumen|resum(o|ir|a)\b|más detalle|terminamos/iu,
    check: /(es|está|queda) (todo )?(correcto|bien)|lo he entendido bien/iu,
    which: /cuál (de las dos|de los dos|vale|es (la|el) (correct|válid|buen))|qué vale|con cuál/iu,
    skips: /^(saltar|omitir|pasar)/iu,
    mores: /más|detalle/iu,
  },
  fr: {
    whatElse: "Quoi d'autre ?",
    unsure: "Je ne sais pas.",
    decide: "Décidez pour moi.",
    all: "C'est tout.",
    more: "Je préfère entrer dans les détails.",
    sum: "Résumez.",
    on: "Continuez.",
    skip: "Passer",
    right: "Oui, c'est exact.",
    open: /(autre|encore quelque) chose|quoi d'autre|ai-je oublié|parlez-moi|racontez|comment (l'|vous l')imaginez|devrais savoir/iu,
    wrap: /\b(je|j'en|de) (vous |le |les |tout )?(résum|récapitul)|entrer dans les détails|s'arrêter là/iu,
    check: /(est-ce|c'est|tout est) (bien )?(exact|juste|correct)|ai-je bien compris/iu,
    which: /laquelle|lequel|qu'est-ce qui vaut|que faut-il retenir/iu,
    skips: /^(passer|sauter|ignorer)/iu,
    mores: /plus|détail|autres/iu,
  },
}
