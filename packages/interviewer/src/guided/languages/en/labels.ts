/** What headings and labels are called, by what stands below them. */
export const labels = {
  /** Which word of a heading decides when several are known: "user data" is data, "données utilisateur" too. */
  head: "last" as "first" | "last",
  exclusion: `
    out of scope|outside (the |of )?scope|^outs?$|excluded?|exclusions?|non-?goals?|no-?gos?|left out|leave out|leaving out|keep out|^without$|won't( have)?|wont have|^never$
    not(?! (for the (start|beginning|first)|yet|right|now|at first|urgent|immediately)) ?(in|part|needed|required|wanted|included|planned|necessary|this time|in scope|for us|doing|to do|going|our)*|no need|unwanted
    (we |i |they )?(do not|don't|does not|doesn't|will not|won't) (want|need|do|include|have)|what it (is|should|must|will) not( do| be)?|(should|must) not (do|have|be)|not do|(definitely|absolutely|certainly|please|rather) not?|by no means|under no circumstances|no,? thanks|what (we|i) (don't|do not|dont) (need|want)|won't ?fix|^hands off$|leav(e|ing) alone|(not|don't|do not) touch|^(rejected|declined|dropped|nope)$`,
  later: `later( on)?|(could|can|might|may) wait|(another|next) (year|season|time)|future|(phase|version|release|step|stage) (2|two|ii|3|three)|v2|(second|next|third|later) (phase|version|release|step|stage|round)|roadmap|outlook|some ?day|parking lot|backlog|one day|down the road|follow-?ups?|eventually|icebox|parked|not (for the (start|beginning|first)|yet|right now|at first|urgent|immediately)( \\p{L}+)*|not (now|today|this (year|time|season))|for now no|not in (version|v) ?(1|one)`,
  could: `nice[- ]to[- ]haves?|could( have)?|could-?haves?|optional|wish ?list|bonus|would be nice|if possible|if there is time|extras?|low priority|nice`,
  question: `open|(open|unresolved|pending) (points?|questions?|issues?|items?|matters?)|questions?|issues?|(still|to be) (open|clarified|decided|discussed)|to clarify|to decide|tbd|tbc|unclear|not (sure|clear)|doubts?|unknowns?|(we )?(don't|do not) know( yet)?|not decided( yet)?|undecided|what (we|i) (don't|do not) know( yet)?`,
  should: `should( have)?|should-?haves?|important|medium priority`,
  must: `must( have)?|must-?haves?|essentials?|mandatory|required|high priority|minimum|musts?`,
  role: `users?|(user )?roles?|who|people|permissions?|(access )?rights|actors?|staff|team|stakeholders?|personas?|may|allowed|audience|user groups?|participants`,
  deadline: `budget|money|funding|funds?|costs?|price|deadlines?|timeline|time ?(frame|line|table|scale)?|dates?|schedule|when|constraints?|go-?live|launch|start|technology|technical|platform|limitations|commercials?|milestones`,
  rule: `rules?|polic(y|ies)|conditions?|limits?|regulations?|house rules|business rules|restrictions`,
  accessibility: `accessibility`,
  connection: `offline|connection|connectivity`,
  devices: `devices?|hardware|equipment`,
  languages: `languages?`,
  look: `look|look and feel|design|branding|style|colou?rs?|appearance`,
  privacy: `privacy|data protection|gdpr|confidentiality|personal data`,
  security: `security|safety`,
  speed: `speed|performance`,
  quality: `quality|standards?|non-?functional( requirements?)?|usability|reliability|availability|qualities|nfrs?`,
  entity: `data|information( held| kept| stored)?|records?|fields?|details|what (we|it) (keeps?|stores?|records?|holds?)|entities|contents? of|database|archives?|retention`,
  integration: `interfaces?|integrations?|connections?|apis?|(other|external|existing) (systems?|programs?|software)|systems?|third part(y|ies)|works with|connects? (to|with)`,
  requirement: `
    requirements?|functional( requirements?)?|features?|functions?|functionality|what (it|the (system|app|tool|software|program|site|website)) (should|must|needs to|has to|does|will|shall)( do)?|what we (need|want|would like|expect)
    (must|should|will|needs to|has to) be able to|should (do|be able to)|must do|needs?|wants?|tasks?|scope|in scope|user stories|stories|mission|wishes|expectations?|deliverables?|capabilities|use cases?|epics?|main|functions|looking for|what (i|we)('d| would)? (also )?(love|like|wish for|dream of)|(i|we)('d| would) (also )?(love|like)|wishes|wanted|what you('ll| will| are going to) (build|make|do)`,
  journey: `journeys?|work ?flows?|process(es)?|steps|procedure|flow|how it works|sequence|typical day|scenarios?`,
  goal: `(should|would|must|to) (be|get|become) (better|easier)( \\p{L}+)?|improve(d|ments?)?|goals?|objectives?|aims?|purpose|why|vision|benefits?|motivation|outcomes?`,
  context: `background|context|about( us| me)?|(who|what) we (are|do)|introduction|current(ly)?( situation| state| process)?|today|now|situation|how (it works|we work) (today|now)|problems?|pain( points?)?|trouble|troubles|as-?is|status quo|challenges?|history|facts|figures|numbers|organi[sz]ation|where we are|what do you do|how do you (work|do it)`,
  measure: `success( criteria| measures?)?|measures?|metrics?|kpis?|how we (will )?know|worth it|results?`,
  risk: `risks?|dangers?|worries|concerns?|fears?`,
  decision: `decisions?|decided|resolved|resolutions?|agreed`,
  assumption: `assumptions?`,
  term: `glossary|terms|definitions?|vocabulary|words`,
  summary: `summary|in short|overview|abstract|idea|in a nutshell|project|the project|tl;?dr`,
  none: `notes?|misc(ellaneous)?|others?|other (things|points|stuff)|general(ly)?|attend(ees|ance)|present|agenda|additional|anything else|further|remarks?|comments?|acceptance notes?|participants|answer|reply`,
}

export const columns = {
  reference: `no|nr|id|ref|reference|number|item|#|req|key`,
  text: `what (it|they|we|he|she|people) (do(es)?|needs?|wants?|(should|must) (be able to )?do|can do)|does|requirements?|description|text|story|user story|what|feature|function|need|wish|request|details?|statement|title`,
  priority: `prio|priority|importance|moscow|weight|status|must|class|need\\?`,
  actor: `position|post|job|who does it|for whom|actor|who|role|user|users|by|person|owner|used by|group`,
}
