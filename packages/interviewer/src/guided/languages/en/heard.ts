import type { Heard } from "../../ask/heard.ts"

export const heard: Heard = {
  around: `no|nope|well|ok|okay|so|and|but|yes|really|honestly|please|sorry|now|then|already|thanks|thank you|i think|i guess|i believe|i mean|for (now|today|me|us)|for the (moment|time being)|so far|from (me|us|my side|our side|my end|our end)|on (my|our) (side|end)|(as |like )?(i|we)( have|'ve)? (already |just )?(said|say)( (already|before|twice))*`,
  ends: `
    (that|this|it)('s|s| is| was| would be|'ll be| will be) (really )?(all|it|everything|enough)( (that )?(i|we)( have|'ve)? (have|had|got|need|want|wanted|know|say|can (say|think of|tell( you)?))( to (say|tell|add))?)?( there is( to (it|say))?)?
    nothing (more|else)( to (add|say))?|(i|we)( have|'ve)?( have| got)? nothing (more|else)( to (add|say|tell( you)?))?|(i'm|we're|i am|we are) (done|finished|through)( here)?|no more questions|(please )?(let's )?(stop|finish|end) (it )?(here|now|asking)|enough( questions)?`,
  told: `
    (i|we)( have|'ve|'d| had)? (already |just )?(told|said|answered|explained|mentioned|wrote|written|described|covered)( (you|that|this|it|so|one|all|question|already|before|above|earlier|below|twice|in (my|the) (first )?(e-?mail|mail|message|letter|brief|text)|at the (beginning|start|top)))*
    (as|like) (i|we)( have|'ve)? (already )?(said|wrote|told you|mentioned|described|explained)( (already|before|above|earlier|in (my|the) (first )?(e-?mail|mail|message|letter|brief|text)|at the (beginning|start)))*
    (that|this|it|they)('s| is| was| are| were| stands)?( already| all)* in (my|the) (first )?(e-?mail|mail|message|letter|brief|text)( above)?|you( have|'ve)? (already )?asked( me)?( (that|this|already|before|twice))*|(please )?(look|see|read|scroll) (it )?(there|above|up|back)( again)?`,
  both: `both|nothing to do with (each other|one another|it)|(the )?same( thing)?|no contradiction|(do not|don't|doesn't|does not) (contradict|conflict)|(not|no) (a )?(contradiction|conflict)|(different|separate|two) (things|matters)|unrelated|(go|goes|fit|fits) together|each (of them )?(is right|holds|is true)`,
  unsorted: `(not|not yet) sorted|unsorted`,
  request: `ask|show|tell me|please|sort`,
  trial: `^(i|we|i'd|we'd|you)|, then|sees?`,
  soon: `(are|will) (we|you) (be )?(nearly |almost )?(done|finished|through|there)( soon| yet| now)?|how (many|much)( more)? questions|how (much )?long(er)? (does|will|do|is) (this|it|that|we)( still)?( take| need| going)?|many more questions`,
  asks: `((and|but|so|also|oh|ok|well|then),? )*(will|would|is|are|can|could|do|does|did|has|have|should|shall|may|must|what|who|how|when|where|which|why|any (chance|idea))`,
  aside: `(got|have|has) to do with|(could|can|would) you (build|make|create|develop|design|do|help)|(do|would|could) you (want|need|like)`,
  sorting: {
    drop: `(you |we |i )?(can |may |could |should )?(just )?(drop|forget|ignore|delete|remove|scrap|leave out|throw (away|out)|strike)( (them|it|those|that|these|out))*|(can|may|could) (be )?(go|dropped|ignored|deleted|left out|forgotten|removed|away)|(just |only |mere )?(chat|chit-?chat|(small talk|smalltalk)|polite(ness)?|pleasantr(y|ies)|noise|blah|nonsense|greetings?|rambling)|(no|of no|not|don't|doesn't|do not|does not|isn't|aren't)( a| any| really)? (matter|important|relevant|needed|count|importance)|irrelevant|unimportant|no matter|none of (them|these|it) matters?`,
    state: `(tell|tells|telling|say|says|show|shows|describe|describes)( you| me)?( only| just)? how (things|it|they) (are|is|stand|stands|works?)|how (things|it) (are|is|stand|works?)( today| now)?|background|context|(the )?(present|current) (state|situation)|as (it|things) (is|are)( today| now)?|facts?|information|(only |just )?so (that )?you know|for (your )?information|fyi|how it is( with _( _)?)?( today| now)?`,
    want: `(should|must) (be (built|done|kept)|do)|things? (it|to|that it) (should|must|has to)?( )?do|it should do|to (be )?(do|built?|done)|requirements?|wish(es)?|(is|are) wanted|needed|we (want|need)|(the )?real (ones?|thing)|(something|what) (it|they|that|we|i|(the )?_) (should|must|has to|have to|needs? to|shall)( be able to)?( do)?`,
    rule: `(house )?(rules?|limits?|conditions?|polic(y|ies))(?! (out|of thumb))`,
    not: `not|n't|isn't|aren't|don't|doesn't|never`,
    all: `all|everything|every one`,
    none: `none|neither|not one`,
    rest: `(the )?(rest|others?|other ones)|everything else|all (the )?others`,
    but: `but|except( for)?|apart from|without|other than|save`,
    first: `first`,
    last: `last`,
    small: `and|or|the|of|them|these|those|they|it|that|this|is|are|was|were|be|being|just|only|i|i'd|me|my|you|we|can|may|more|less|number|numbers|no|nr|sentences?|lines?|points?|ones?|think|say|guess|maybe|probably|perhaps|please|tell|tells|as|well|so|too|also|to|with|actually|really|us|about|would|'s|'re`,
  },
  topics: {
    budget: `budget|(all in|in total|altogether|at most|up to|around|about|once)…(£|€|\\$)|(£|€|\\$)…(all in|in total|altogether|once|to build)|hosting`,
    connection: `offline|internet|wi-?fi|signal|reception|no network`,
    migration: `(come|comes|came|carr(y|ies|ied)|take|taken|move|moved|bring|brought|copied) (along|over|across)|import(ed)?|nothing … (carried|carry) over`,
    approval: `approv\\p{L}*|sign(s|ed)? (it |them |each |every )?off|my (ok|okay|approval)|(say|says|said) yes|only _( and _)? (can |may )?(change|changes|decide|decides|delete|deletes|release)|decides?`,
    payment: `(pay|pays|paid|payment|payments)…(card|cash|invoice|transfer|debit|in the shop|monthly|on site|online|sumup|paypal)|(card|cash|invoice|direct debit|transfer)…(pay|pays|paid|payments?)`,
    data: `(name|phone|date|time|address|e-?mail|size|number)s?,…(name|phone|date|time|address|e-?mail|size|number|what)`,
  },
}
