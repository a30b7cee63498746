export const roles = {
  /** Words for people, any of which may end a longer word or a group of words. */
  people: `
    accountant|actor|admin|regulars|administrator|adult|advisor|agent|agency|agencies|apprentice|architect|artist|assistant|attendant|auditor|author|baker|barista|bookkeeper|boss|buyer|candidate|captain|caregiver|carer|caretaker|cashier|chair|chairman|chairperson|chairwoman|chef|child|children|clerk|client|climber|coach|colleague|committee|conductor|consultant|contractor|cook|coordinator|courier|crew|curator|customer|dealer|dentist|deputy|designer|developer|director|dispatcher|doctor|donor|driver|editor|electrician|employee|employer|engineer|examiner|exhibitor|expert|family|families|farmer|firefighter|fisherman|foreman|forester|fundraiser|gardener|grandparent|guard|guardian|guest|guide|hairdresser|haulier|head|hiker|hirer|host|hostess|housekeeper|inspector|instructor|intern|janitor|journalist|judge|keeper|landlord|leader|learner|lecturer|librarian|lifeguard|maid|manager|master|mechanic|medic|member|mentor|merchant|midwife|minister|moderator|monitor|musician|neighbour|neighbor|nurse|office|officer|greeter|packer|picker|lead|operator|organiser|organizer|owner|parent|participant|partner|passenger|pastor|patient|pharmacist|photographer|physio|physiotherapist|pilot|planner|player|plumber|porter|presenter|president|priest|principal|producer|professor|programmer|publisher|pupil|purser|ranger|reader|receptionist|reception|referee|relative|renter|reporter|researcher|resident|reviewer|rider|sailor|salesperson|scholar|scientist|secretary|seller|senior|shareholder|shopkeeper|singer|skipper|specialist|speaker|sponsor|staff|steward|student|subscriber|supervisor|supplier|surgeon|tailor|teacher|team|technician|tenant|therapist|trainee|trainer|translator|treasurer|trustee|tutor|user|vendor|verger|vet|visitor|volunteer|waiter|waitress|warden|washer|worker|writer|youth|man|men|woman|women|lad|guy|registrar|rep|shepherd|butcher|florist|groomer|handler|stylist|barber|roofer|glazier|joiner|carpenter|welder|fitter|diver|miller|brewer|winemaker|beekeeper|breeder|grower|jockey|umpire|scorer|timekeeper|usher|projectionist|conservator|archivist|surveyor|assessor|broker|caller|counsellor|counselor|nanny|babysitter|childminder|chaplain|sexton|organist|chorister|soloist|dancer|choreographer|technologist|lawyer|solicitor|notary|adviser|bidder|auctioneer|lodger|boarder|angler|skater|swimmer|paramedic|orderly|invigilator|cleaner|decorator|painter|tiler|engraver|jeweller|jeweler|goldsmith|watchmaker|shoemaker|bookbinder|weaver|potter|bailiff|councillor|mayor|commissioner|borrower|lender|subcontractor|freelancer|seamstress|cutter|machinist|optician|dietician|nutritionist|psychologist|radiographer|phlebotomist|anaesthetist|helper|checker|approver|requester|applicant|signatory|foster-parent|adopter|executive|fellow|mistress|troupe|choir|farrier|mason|blacksmith|fishmonger|grocer|distiller|vintner|veterinarian|barrister|stewardess|marshal|harbourmaster|deckhand|boatman|ferryman|valuer|trader|stallholder|promoter|convenor|governor|bursar|patron|groom|walker|camper|pilgrim|bride|mourner|undertaker|vicar|stagehand|claimant|householder|bystander|matron|sorter|loader|installer|concierge|bellboy|bartender|sommelier|gamekeeper|groundskeeper|greenkeeper|handyman|constable|sergeant|quartermaster`,
  /** Of the family, who has a part in it only where it is asked who has. */
  kin: `mums?|moms?|mothers?|dads?|fathers?|sisters?|brothers?|wife|wives|husbands?|aunts?|uncles?|daughters?|sons?|in-laws?`,
  /** Ends of words that only people have. */
  suffixes: `-master|-setter|-tender|-fitter|-nist|-rist|-cist|-neer|-keeper|-manager|-man|-men|-woman|-women|-person|-holder|-leader|-owner|-hand|-worker|-driver|-maker|-ologist|-ician|-grapher|-smith|-wright`,
  /** Ends of words that people have, and other things too. */
  looseSuffixes: `-er|-or|-ist|-ant|-ent|-ee|-ian`,
  /** Look like people and are none; or are people and no role. */
  never: `
    system|app|application|program|software|website|site|tool|platform|page|portal|database|calendar|list|report|table|message|mail|email|booking|order|form|terminal|screen|number|paper|folder|letter|poster|calendar|computer|printer|scanner|sensor|server|browser|container|filter|counter|timer|register|order|offer|paper|water|summer|winter|meter|theater|theatre|corner|voucher|sticker|marker|reminder|parameter|chapter|newsletter|border|tower|layer|weather|matter|amount|event|equipment|document|department|payment|statement|instrument|element|comment|appointment|content|client data|plant|restaurant|grant|fee|coffee|committee room|guarantee|employee data|error|factor|sector|motor|door|floor|colour|color|hour|tour|number|member list|machine|device|phone|tablet|thing|person|one|board room|head office|day|week|month|year|time|driver's|reader device|cat|dog`,
  /** People in general: they may be who a sentence is about, and are no role. */
  anybody: `people|everybody|everyone|anybody|anyone|somebody|someone|folks|persons?|individuals?|the public|others|whoever|who|they|you|he|she`,
  /** Stand before who it is about. */
  article: `the|an?|each|every|all|our|any|no|only|most|some|both|these|those|other|new|external|regular|many|nobody but|#|my`,
  /** What words for people may end with. */
  endings: `s|es`,
  /** Words for people end longer words. */
  isCompound: false,
  /** Where the word that tells stands in a group of words. */
  head: "last" as "first" | "last",
  /** What people do with such a program, as a sentence says it of one or of many. */
  does: `
    sees?|views?|chooses?|picks?|selects?|books?|reserves?|orders?|enters?|types?|scans?|signs?|approves?|confirms?|accepts?|rejects?|cancels?|edits?|changes?|deletes?|adds?|creates?|uploads?|downloads?|prints?|marks?|ticks?|rates?|assigns?|checks?|search(es)?|finds?|logs?|registers?|pays?|receives?|gets?|reports?|requests?|sends?|writes?|blocks?|releases?|unlocks?|starts?|stops?|loads?|issues?|records?|notes?|fills?|hands?|plans?|arranges?|comments?|invites?|decides?|reviews?|reads?|closes?|opens?|asks?|answers?|brings?|collects?|delivers?|prepares?|updates?|keeps?|takes?|puts?|sets?|manages?|weighs?|measures?|borrows?|returns?|claims?|verif(y|ies)|identif(y|ies)|appl(y|ies)|uses?|works?|calls?|phones?|says?|describes?|packs?|shows?|tells?|informs?|names?|sells?|serves?|hires?|rents?|lends?|repairs?|replaces?|follows?|offers?|clears?|swaps?|enrols?|subscribes?|votes?|submits?|grades?|scores?|counts?|sorts?`,
  /** Any other verb of the present, by its form and by what follows it: "hands out", "packs the". */
  verb: `\\p{Ll}+(?<!(ed|ss|us|is))s (the|an?|his|her|their|its|each|every|all|no|what|which|who|whom|when|where|whether|how|that|up|out|in|on|off|to|for|with|from|at|into|them|it|#|when|if|before|after|back|again|him)`,
  /** The same that nothing but people do: who does it is somebody, whatever the word. */
  senses: `sees?|views?|chooses?|picks?|selects?|enters?|types?|scans?|signs?|approves?|ticks?|reserves?|uploads?|decides?|reviews?|logs? in|fills? in|asks?`,
  /** "Is" and "has", which say nothing of what somebody does. */
  being: `is|are|was|were|am|has|have|had|been|be`,
  /** "May", "must", "sees": what makes the words before it somebody who is given a right or a duty. */
  modal: `can|may|(should|would|could|do|does|did|wo|need|have|has|sha|is|are)n't|must|shall|should|cannot|can't|mustn't|has to|have to|needs? to|is allowed to|are allowed to|will|wants? to|shld|shoud|gotta`,
  /** Instruction without a subject: "create a ticket". */
  instruction: `
    add|allow|approve|arrange|assign|attach|block|book|calculate|cancel|change|check|choose|close|collect|comment|compare|confirm|copy|create|define|delete|display|download|edit|enter|export|filter|find|fill in|generate|hand in|import|inform|invite|issue|list|log in|log|look up|manage|mark|move|notify|open|order|overview of|pay|plan|print|publish|rate|read|receive|record|register|remind|remove|rename|report|request|reserve|scan|schedule|search|see|select|send|set|share|show|sign|sort|store|submit|subscribe|swap|tick off|track|translate|update|upload|view|weigh|write`,
  /** What a few words name that it should do: "export", "reminder". */
  feature: `exports?|imports?|reminders?|notifications?|search|filters?|statistics|reports?|dashboards?|log-?in|registration|map|upload|download|print-?outs?|calendar view|overview|waiting list|booking|chat|newsletter|invoices?|history|audit trail|photo upload|scanner|qr codes?|barcodes?|labels?`,
  /** May stand between somebody and what they do. */
  adverb: `never|only|also|always|do not|don't|doesn't|does not|can only|then|just|often|usually|ever`,
  /** Begins a clause about somebody: "that". */
  that: `that`,
  /** Somebody who was named in the sentence before. */
  they: `they|he|she`,
  /** May stand between what is done and who does it, where a language turns them round; nothing else does. */
  turned: ``,
  /** Words that a name does not begin with: "by", "with". */
  /** Before the one by whom something is done. */
  by: `by`,
  between: `how|by|was|were|are|is|be|with|for|of|to|from|and|or|in|at|on|so|would|could|as|between|among|who|that|which|mostly|mainly|maybe|about|around|plus|used`,
  /** Points at somebody who was named before. */
  pronoun: `it|this|that|they|he|she|we|i|you|there|who|which|one|these|those|what|nobody|no one|only|me|its|it's|mine|myself|i'm`,
  /** "We" and "I", and what is ours. */
  we: `^((and|but|so|also|because|as|if|when|in \\p{L}+) )*(we|i|our _)`,
}
