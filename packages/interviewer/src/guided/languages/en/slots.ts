export const slots = {
  numbers: `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`,
  date: `
    (january|february|april|june|july|august|september|october|november|december|jan|feb|apr|aug|sept?|oct|nov|dec)\\.?( \\d{1,4})?|\\d{1,2}(st|nd|rd|th)? (of )?(march|may|mar|jun|jul)|(march|may) \\d{1,4}|(in|by|until|before|from|since|for|end of|mid|early|late|beginning of) (march|may)|20\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}
    easter|christmas|pentecost|whitsun|halloween|thanksgiving|new year('s)?|black friday|lent|advent|ramadan|(this|next|the|before|by|in) (coming )?(spring|summer|autumn|winter|season|school year|new year|term|holidays|semester|year)|end of (the )?(year|month|quarter|season|week)|(within|in) # (weeks|months)|q[1-4]|as soon as possible|asap|next (week|month|year|season)`,
  money: `(?<!\\p{L})(£|\\$|€|eur|usd|gbp|chf) ?#( ?k)?|# ?(k )?(euros?|pounds?|dollars?|francs?|pence|cents?|quid|eur|usd|gbp|chf)|#k|# ?[£$€]|# ?grand`,
  duration: `# (years?|months?|weeks?|days?|hours?|minutes?|seconds?|mins?|hrs?)`,
  /** No amount: "nothing", "no money". */
  none: `no money|nothing|none`,
  /** May stand before the one a sentence is about: "then", "often". */
  leads: `then|also|often|usually|and|but|only|afterwards|later|please|for example|in general|of course|mainly|mostly|maybe|probably|sometimes`,
  /** Between the members of a list. */
  and: `and|as well as|plus|&`,
  /** Where a long sentence without stops may be cut: a word that joins, and what begins a sentence after it. */
  joins: `and|but|so|because|then|also|although|while`,
  /** What only joined a sentence to the one before, and is no part of what it says. */
  drops: `and|but|so|also|because`,
  /** Joins that always begin another clause. */
  cuts: `but|because`,
  /** Begins a clause that says why. */
  because: `because|since|as`,
  begins: `nothing|whoever|before|between|my|not|anyone|we|i|you|they|he|she|it|nobody|no one|people|everybody|please|no|our|there|under|over|if|when|right now|last|what|this|that|also|(?:nice|great|good) would be|the _ (?:costs|holds|applies|comes)`,
  /** Begins a sentence anew in speech that was written down without any stop. */
  starts: `(?:i|we)(?:'m|'ve|'d|'ll| am| want| need| can| don't| do not| have| had| lost| got| put| run| think)|it (?:needs|has|should|must|shows|tells)|nobody|there's|there is|there are|okay|right|anyway|hold on|no hang on|what else|um|yeah|cheers|sorry|last (?:week|winter|summer|year|month)|later on|if an? _|it's got`,
  /** Places in a list: first, second, …, last. */
  ordinals: `first second third fourth fifth sixth seventh`,
  /** Words too common to tell two lines apart. */
  stop: `that|this|with|from|they|them|have|will|must|should|would|could|there|their|then|than|when|what|which|been|were|only|also|into|about|after|before|every|each|some|more|most|less|very|just|said|wrote|sorry|correction|actually|make|instead|roughly|between|least`,
  /** Asks which of two sayings holds. */
  which: (one: string, other: string) => `Which of these holds: “${one}” or “${other}”?`,
}

/** Parts of a requirement's sentence. */
export const ears = {
  while: `while|as long as|during`,
  when: `when|whenever|once|as soon as|after`,
  if: `if|in case|should`,
  then: `then`,
  must: `must|shall|should|has to|have to|needs? to`,
  can: `can|may|(is|are) (able|allowed) to|should be able to|must be able to`,
  wish: `(?:(?:really|just|also|only) )?(?:want|need|would like|'d like|wish|can|could) (?:to(?: be able to)?)|can|may`,
  soThat: `so that|so|in order to|because|to avoid`,
  /** What stands before the one who must, where a clause before it turns them round; else empty. */
  turned: ``,
  /** "Be able to" do so. */
  able: (what: string) => `be able to ${what}`,
}
