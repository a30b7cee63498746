/** What a message, or a part of it, is that says nothing for the document. */
export const acts = {
  /** Says nothing, and stands before what does: "well", "hmm". */
  filler: `hm+|um+|uh+|well|ok|okay|honestly|so|oh|ah|right|good question|to be honest|sorry|ok then|at the moment|please`,
  skip: `
    (please |let's |can we |i'd rather )?(skip|pass|next|move on)( (it|this|that|one|this one|this question|that question|question|please|on))*
    (i|we)( have|'ve)? (already |just )?(told|said|answered|explained|mentioned|wrote) (you )?(that|this|it|so)( already| before| above| twice)*|(asked|answered|said) (that|and answered) already|you( have|'ve)? (already )?asked( me)?( that| this)?( already| before| twice)*
    next (question|one|topic)( please)?|rather not( say)?|i'd rather not( say)?|no comment|leave (it|that)( for now| out)?|come back to (it|that)( later)?|go on|nope next|(and |so )?(that|this|it)('s| is|'d be)( all| it| everything)( (there is|we have|i have))? (for|on|about|regarding) (?!(now|me|us|today|the moment|the time)$)((the|our|my|this|that) )?_( _)?`,
  unsure: `
    (i'm |i am |we're |we are |hmm |honestly |still |really )*(not (really |so |quite |entirely )?sure|unsure|undecided|clueless)( yet| about (that|this|it)| right now| to be honest)*
    (i |we )?(really |honestly )?((do not|don't) know|have no idea|haven't (decided|thought about it)|couldn't (say|tell( you)?)|can't say)( yet| that| right now| about that| really| off hand)*
    no (idea|clue|opinion|preference)( yet| at all| really)?|dunno|idk|beats me|hard to say|no preference|whatever( you (think|like|want))?|(i )?don't (mind|care)|it depends
    you (decide|choose|tell me)|(up to you|your (choice|call))|as you (like|think best|see fit)|not yet decided|no view( on (that|this|it))?|(i |we )?wouldn't know|(that one |that |this )*(i|we)('d|'ll| would| will)? (have|need) to (think|ask|check|look)( about| into| it| that| this| up| (my|our|the) _( _)?)*`,
  clarify: `
    what (do|did) you (exactly )?(mean|want)…|what (exactly )?(do|does|did) (you|that|this|it) (want|mean|refer)…|what's that( supposed to mean)?|what is (that|this)( supposed to mean)?
    (sorry |pardon |excuse me )?(what|pardon|come again|huh|excuse me|how so|meaning|in what (way|sense)|like what|such as|for example)
    (can|could|would) you (please )?(explain|clarify|rephrase|repeat|elaborate|reword|give (me |us )?an? example|say that|put (it|that))…
    (i |we )?((do not|don't|didn't|can't) (quite |really )?(understand|follow|get)|am lost|am confused|am not following)…
    (give|show) (me|us) an example…|an example( please)?|why (do|are|would) you (ask|asking|need|want)…|why is that important|why…(asking|ask|matter)
    how do you mean…|what kind of answer…|what (else )?do you (still )?need( from (me|us))?|what are my options|explain( that| this| please| the question)*|that's (wrong|not right|not what i (said|meant))|(that is|that's) not true|what (do|did|does) (u|ya|that) (mean|want)…|(sorry |pardon )?say (that )?again|not sure (i|we) (follow|understand|get)…|i'm not (following|with you)…|(what does _( _)? mean…|what's an? _( _)?|what is an? _( _)?|which (field|question|one) (do you mean|is meant)…)|(i'm |i am |am )?not (quite |really |entirely )?(sure|clear) (what|how|where) (you|that|this)('re| are|'s| is)?…|what are you (getting at|asking|after)…|(you've |you have )?lost me( there)?|i don't know what you (mean|want|are asking)…`,
  done: `
    (no |nope |ok |well |i think |so |and |yes )*(that's|that is|that was|that'll be|that will be|this is|thats) (all|it|everything|enough)( (for now|for today|from me|from us|really|i think|i have|we have|thanks|thank you|so far))*
    (no |nope |there's |there is )*nothing (else|more)( (to add|comes to mind|from me|thanks|thank you|for now|really))*|(no |nope )?(i'm|we're|i am|we are|all) (done|finished|good|set)( here| now)?
    (done|finished|the end|end|enough|finish|stop here|let's stop( here)?|wrap( it| this)? up( please)?|sum( it)? up( please)?|that should do( it)?|(you )?have everything|no more( questions)?)|(nope |no )?(i |we )?(think )?(that|this) (covers|does) (it|everything)|think that's (it|all)|(nothing|no) more from (me|us|my end|our end|my side|our side)`,
  confirm: `
    (yes|yep|yeah|yup|ok|okay|sure|right|correct|exactly|true|fine|good|perfect|great|agreed|absolutely|definitely|of course|indeed|got it|i see|sounds good|that's (right|correct|fine|it|good|true)|that is (right|correct)|all right|alright|both|go ahead|please do|why not|makes sense|well done)( (please|exactly|sure|that's right|it is|of course|go ahead|thanks|do that))*`,
  /** A bare "no", or "none". */
  deny: `(no|nope|nah|none|nothing|not really|no thanks|none of (them|these)|not at all|not that i know( of)?|neither|nothing (special|really|in particular)|no not really)`,
  thanks: `(many |very many )?(thanks|thank you|thx|cheers|ta)( (a lot|so much|very much|again|for [\\p{L} ]{2,40}|everyone|everybody|in advance|all))*`,
  greeting: `
    (hi|hello|hey|good (morning|afternoon|evening|day)|greetings|howdy|dear|welcome)( (there|all|everybody|everyone|team|folks|again|sirs?|madam|or|sir|mr|mrs|ms|dr|colleagues|friends|spec wizard|and|to))*
    (ok |okay |so |right |well |alright )+(here (goes|we go)|let's (go|start|begin))|(my name is|my name's|i am|i'm|this is|it's) _( _)?(?= (here|speaking))|my name('s| is) _( _)?|nice to meet you|(i )?hope (you are|you're|this finds you)…|how are you`,
  small_talk: `
    ha(ha)+|lol|rofl|hihi|hehe|just kidding|joking|(love|like) (your|the) name|how are you|are you (a|an|human|real|there|sure you)…|do you ever|chatgpt
    as (discussed|promised|agreed)|(please )?find (attached|below)|(look|looking) forward to|see you|say hello|(do not|don't) hesitate|at your disposal|(let me|please) know if|i am writing|sent from my|minutes (taken|ended)|meeting (ended|closed)|end of (the )?(meeting|minutes)|have a (nice|good|great)…|sends? (his|her|their) (regards|greetings|love)|(i'm|i am|we're|we are) back|phone (rang|was ringing)|doorbell|(good|nice) one|anything (else )?(i|we)('ve| have)? (forgotten|missed)|(did|have) (i|we) (forget|forgotten|missed) (anything|something)|(is|was) this thing (on|recording)|hang on a (sec|second|minute|mo)|(hold|hang) on,? (sorry|that was|the (dog|phone|door))|the (bell|phone|doorbell)('s| is) (ringing|going)|back in a (sec|minute)|no (phone )?calls,? please|agencies,? please|(i'm|i am) (sending|forwarding|copying|pasting)|looks forward to|saves me typing`,
  /** Is talk where nobody says anything about it but to whom they talk. */
  chat: `weather|raining|sunny|freezing|football|weekend|coffee|my (cat|dog|kids?|wife|husband)|funny|lovely day|robot|lunch|tired|holiday`,
  /** Asks whoever listens about themselves: small talk. */
  personal: `have you ever|did you (ever|also|see|watch|hear)|(do|are|were|have) you (yourself|also|too|ever|from|there)|you(rself| too)$|by the way|where you (are|live)|do you (like|love|enjoy|play|know|have (kids|children|a dog|a cat|pets|one))|how old are you|do you (actually|really|even|ever|secretly|also) \\p{L}+`,
  /** Is about the question itself. */
  ours: `(the|that|this|your) question|explain|rephrase|lost me`,
  /** Says that something was said before, and begins what is said again. */
  repeat: `(like|as) (i|we)('ve| have)? (already )?(said|wrote|mentioned|told you|explained)( (before|above|earlier|already|in (my|the|our) \\p{L}+))*|(i|we)('ve| have)? already (said|told you|answered|explained|wrote|described|mentioned)( (that|this|it))*( (above|before|earlier|at the beginning|in (my|the|our) \\p{L}+))*`,
  /** Is about the conversation, alone or before what is said. */
  talk: `ah,? ok(ay)?|dunno|idk|you ask a lot( of questions)?|nothing really|it's the same thing|(i|we) said (that's|that is|thats) (all|it|everything)|(please )?(just )?(look|see|read) (there|above|it up there)|(please )?ask (me|us) about (them|it|that|those)…|(please |you can |feel free to |just )*(call|ring|phone|mail|email|reach|contact) (me|us)( (in|any|after|before|at|on|if|by)…)?|(i'd|we'd|i would|we would) be (grateful|glad|thankful) for (a|your) (call|reply|answer|quote|offer)…|(mornings?|afternoons?|evenings?) (are|is|works?) (best|fine|good)|(i|we) described (that|it|this)( (above|before|earlier|at the beginning))*|you say…not sorted( yet)?|hope (that|this) helps…|(i|we) hope (this|that|it)('s| is)? (helps?|clear|enough)…|(i|we)('ve| have)? (already |just )?(told|said) (you|that|so|it)( (already|before|that|so))*(,? but (fine|ok|okay|anyway|whatever))?|(that's |that is |but that's )?(beside the point|neither here nor there)|(but )?that's (not important|another story)`,
  /** Begins the end of a letter. */
  farewell: `(kind |best |warm |many |with |yours |very )*(regards|wishes|sincerely|faithfully|truly|greetings|cheers|thanks|love|best|thank you|take care|see you( soon)?|respectfully|all the best|yours)`,
  /** "On Monday Ann wrote:", and the fields of a mail. */
  wrote: `(on …)?(wrote|writes)`,
  /** Before the names of those who were there. */
  present: `present|attend(ees|ing|ance)|in attendance|apologies|absent`,
  field: `from|to|cc|bcc|subject|re|fwd|fw|date|sent|attachments?|reply-to`,
  /** A question to whoever listens, not about the matter. */
  toYou: `you|your|yours|yourself|u|ur`,
  /** Makes a short sentence one that counts, whatever else it sounds like. */
  serious: `must|shall|should|has to|have to|needs? to|may not|cannot|only|never|nobody|want|wants|need|budget|deadline|at (least|most)`,
  /** The commonest words of the language and of none of its neighbours, for telling it. */
  common: `the|and|of|to|is|are|with|for|that|we|they|this|it|our|have|has|not|be|on|can|should|must|from|by|at|who|which|what|when`,
}
