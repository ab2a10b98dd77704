"""What English managers say when they do each thing: one pattern a code, matched against a segment's plain words.

Plain words are lower case, straight apostrophes, white space single, and what merely hangs in front (a name, "so,", "well,")
taken off. `^` is where the act itself begins.
"""

import re
from re import Pattern
from typing import Final


def _any(*parts: str) -> Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts))


_THINK: Final = r"(?:think|suppose|reckon|feel|believe|agree)"
_SHOULD: Final = r"(?:should|ought to|need to|have to|must|could|can)"

ACKNOWLEDGEMENT: Final = re.compile(
    r"(?:(?:m+-?h+m+|m+hm+|u+h+-?h+u+h+|mm+|hm+|ah+|oh+|okay|ok|kay|right|sure|yes|yeah|yep|yup|no|nope|nah|i see|got it|"
    r"gotcha|fair enough|fair|fine|good|great|cool|nice|perfect|excellent|"
    r"alright|all right|understood|true|exactly|absolutely|definitely|of course|wow|really|interesting|go on|go ahead|"
    r"carry on|makes sense|that makes sense|that's fair|point taken|"
    r"i hear you|i understand|i get it|i get that|noted|correct|indeed|certainly|lovely|brilliant|super|awesome|very good|"
    r"sounds good|that's good|that's great|that's true|that's right|"
    r"and|so|well|then|now|oh dear|i know|no worries|no problem|please|uh|um|very well|i'm listening|keep going|wonderful|"
    r"fantastic|amazing|not bad|hundred percent|you bet|that's it|a bit|thanks)"
    r"[\s,.!…?–—-]*){1,5}"
)
"""A whole segment of nothing but this shows hearing and adds nothing."""

SOCIAL: Final = _any(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|morning|welcome|bye|goodbye|cheers|see you|talk (?:soon|later|"
    r"to you)|speak soon|have a (?:good|great|nice)|take care)\b",
    r"^how (?:are|were) (?:you|things|you doing|you all)(?: doing| going| today| this morning| keeping)*\s*\??$",
    r"^how(?:'s| is| was| are| were) (?:the |your )?(?:family|kids|weekend|wife|husband|holiday|vacation|trip|drive|journey|"
    r"life|day|morning|new house|dog)\b",
    r"^(?:can you hear|you hear me|am i on mute|you're on mute|are you there|is this a good time|is now a good time)\b",
    r"^(?:thanks|thank you)(?: so much| very much| a lot)?(?: for (?:your time|coming|making (?:the )?time|joining|meeting|"
    r"stopping by|hopping on|calling|taking the time))?(?:,? (?!for\b|to\b)[\w'-]+)?\W*$",
    r"^(?:nice|good|great|lovely) to (?:see|meet|talk|speak|hear)\b",
    r"^(?:i was|i just|i|we|you|it|the|but i|and i|so i|what i)?[\s,]*(?:uh+|um+|er+m?)?[\s—–-]*(?:—|–|--|-)\s*$",
    r"^(?:have|take) a seat\b|^(?:come|go) (?:on )?in\b|^let me (?:just )?(?:close the door|share my screen|grab|"
    r"get a coffee)\b|^(?:coffee|tea)\s*\?",
    r"^(?:sorry,? )?(?:i'm|i am) (?:a bit )?late\b|^(?:happy|merry) \w+|^my name(?:'s| is)\b|^i'm \w+ and i\b",
)

LEADING: Final = _any(
    rf"^(?:do|did)(?: you not|n't you) (?:{_THINK}|want|see|realise|realize|know)\b",
    r"^(?:would|could|should|is|are|were|was|can|does|has|have|had|ca|wo|will)(?:n't| not) \w+\b",
    r"^(?:would|could|should|is|are|can|does|has|have) (?:you|we|it|that|this|he|she|they) not\b",
    r"^why (?:don't|didn't|haven't|hadn't|wouldn't|couldn't|can't|aren't|weren't|won't|not)\b",
    r"^why (?:on earth|in the world|the hell|would you|did you (?:even|wait|let|just|ever)|are you (?:even|still|so|always)|"
    r"do you (?:always|keep|never|even|still))\b",
    r"^(?:and |but )?what if (?:you|we|i|there|they)\b|^how about\b|^what about (?:\w+ing\b|a\b|an\b|just\b|if\b|the idea)",
    r"^have(?:n't)? (?:you|we) (?:ever |already |even |not )?(?:tried|thought|considered|looked (?:at|into)|explored|contemplated)\b",
    r"^did(?:n't)? (?:you|it) (?:not |ever |even )?(?:think (?:of|about|to)|consider|occur|bother|try)\b",
    r"^(?:could|can) (?:you|we) (?:not|just|maybe|perhaps|at least|simply)\b",
    r"^do you (?:really|honestly|seriously|actually) (?:think|believe|expect|want)\b",
    r"^(?:how (?:could|can) you (?:not|let|just|possibly)|what were you thinking|what makes you think you can|who told you)\b",
    r"^(?:shouldn't|should) (?:you|we) (?:not |be |just |maybe |really )\b|^(?:is it|would it be|might it be|"
    r"would it) (?:not )?(?:possible (?:that )?you|better|smarter|wiser|easier|make sense to)\b",
    r"^(?:don't you|wouldn't|isn't it|surely you)\b|\b(?:don't you think|wouldn't you (?:say|agree)|isn't it time|"
    r"isn't that (?:just )?an excuse)\b",
    r"^(?:you (?:do )?(?:know|realise|realize|understand) (?:that )?.*\b(?:right|don't you))\s*\?+$",
    r"^(?:so )?(?:you're|you are) (?:just )?going to .*\b(?:aren't you|right)\s*\?+$",
)

INSTRUCTION: Final = _any(
    r"\bi (?:(?:really |just |do )?(?:need|want|expect|require|would like|'d like)) (?:you|everyone|everybody|all of you|us) to\b",
    r"\bi'd like you to\b|\bi'm (?:going to )?(?:asking|ask|telling|expecting|assigning|giving|moving|putting) you\b",
    r"^(?:and |but |so |then )*you(?:'ve| have)? (?:got to|have to|need to|gotta|must|are to|'re to|are going to|"
    r"'re going to have to|will have to|'ll have to|'ll need to|will need to|shall)\b(?! (?:be|feel) (?:exhausted|tired|"
    r"worried|frustrated|proud|angry))",
    r"^(?:and |but |so |then )*we (?:need to|have to|must|'ve got to|gotta) (?:get|have|see|close|make|fix|do|start|stop|hit|move)\b",
    r"^(?:please|make sure|be sure|ensure|remember to|don't forget|from now on|starting|going forward|as of|by (?:monday|"
    r"tuesday|wednesday|thursday|friday|tomorrow|tonight|noon|end of|close of|eod|cob|next|the end))\b",
    r"\b(?:no exceptions|non-?negotiable|on my desk|i don't want (?:to see|to hear|any more|you to)|is not optional|isn't optional)\b",
    r"^let's (?!say|see\b(?: if| what| how)?$)\w+",
    r"^(?:you're|you are) (?:not )?to \w+|^(?:nobody|no one|everyone|everybody) (?:leaves|enters|gets|logs|is to|has to|needs to)\b",
    r"^that(?:'s| is) (?:an order|what i need you)\b|^the rule is\b|^you will (?:log|send|call|report|enter|use|have|be|"
    r"attend|follow|update|do)\b",
)
IMPERATIVE: Final = re.compile(
    r"^(?:(?:and|but|so|then|now|just|always|never|simply|please|also|first|go ahead and) )*(?:(?:don't|do not) \w+|call|"
    r"send|ask|write|tell (?!me)|book|set|log|go (?!on$)|take|make|get|give|stop|start|put|bring|check|keep|"
    r"meet|follow|focus|use|show|fix|update|email|e-mail|ring|speak|talk to|pick|prepare|plan|finish|close|push|move|"
    r"come (?:to|back|with|in)|be (?!ing)|enter|fill|schedule|reach|visit|drop|copy|report|commit|"
    r"read|review|look (?:at|into|up)|listen to|leave|let (?:him|her|them|the|it)|add|remove|delete|prioriti[sz]e|delegate|"
    r"document|share|cancel|confirm|build|create|find|join|present|practi[sc]e|run|"
    r"sit|stand|stick|stay|submit|turn|wait|work|clean|block|hold|include|negotiate|pull|quote|raise|return|sell|sign|skip|"
    r"spend|split|study|think (?!about it$)|train|treat|type|learn|offer|attend|"
    r"have (?:a|the|it|your|them|him|her)|do (?:it|that|this|the|your|not|what|your)|forget|ignore|lower|cut|double|drive|"
    r"hit|win|aim|apologi[sz]e|pay|print|record|respond|reply|trust)\b"
)
"""A verb at the beginning, with nobody in front of it."""

ADVICE: Final = _any(
    r"\byou (?:should|ought to|could|might want to|might (?:try|consider|think)|may want to|'d be better|would be better|"
    r"could try|'d better|had better|want to (?:make sure|be careful|start|keep|think|avoid|try))\b",
    r"\b(?:if i were you|in your (?:shoes|place|position)|my (?:advice|suggestion|recommendation|tip)|a (?:better|"
    r"good) (?:way|approach|idea|option) (?:is|would|might|could)|the (?:best|easiest|right|smart|quickest) (?:way|thing|"
    r"move|approach|option)|what works (?:is|best|for)|the trick is|the key is|one (?:thing|option|idea|way)|"
    r"another (?:option|idea|way|thing))\b",
    r"^(?:what )?i(?:'d| would)(?: just| probably| also| really| maybe| definitely)? (?:suggest|recommend|advise|propose|go|"
    r"call|start|ask|try|send|take|do|put|use|have|talk|split|get|look|focus|make|say|tell|set|keep|write|push|work|ring|"
    r"wait|leave|bring|let|give|drop|hold|move|speak|invite|offer|visit|skip)\b(?! (?:to (?:understand|hear|know|learn)|"
    r"like))",
    r"^i(?:'d| would) (?:encourage|urge) you\b|\bi (?:suggest|recommend|propose|advise|encourage)\b|^i think (?:you|we|"
    r"it) (?:should|could|need|ought|might|would (?:be|help))\b|^we (?:should|could|might)\b",
    r"^(?:maybe|perhaps|possibly|ideally) (?:you|we|try|it|just|a|the|start|ask|call|go)\b|^(?:try|consider|think about|"
    r"imagine trying|why not)\b(?! what you)",
    r"\bit (?:might|would|could|may|'d) (?:help|be (?:worth|good|better|helpful|useful|wise|best|easier|great))\b|"
    r"\bis worth (?:a|trying|asking|doing)\b|^(?:it's|it is) (?:important|best|better|good|helpful|wise|a good idea) (?:to|"
    r"that|if)\b",
    r"^(?:people|most people|other reps|the top reps|good reps|a lot of people|some people) (?:find|do|use|try|start)\b",
)

CRITICISM: Final = _any(
    r"\b(?:not good enough|unacceptable|not acceptable|an excuse|excuses|no excuse|a mess|ridiculous|nonsense|"
    r"disappoint(?:ed|ing)|sloppy|lazy|careless|embarrassing|unprofessional|irresponsible|your fault|you're wrong|"
    r"that's wrong|that is wrong|a mistake|big mistake|dropped the ball|let (?:me|us|the team|everyone) down|"
    r"let yourself down|messed up|screwed up|blew it|waste of|wasting|pathetic|terrible|behind everyone|the worst|"
    r"poor (?:work|performance|effort|show)|fed up|had enough|sick of|can't believe)\b",
    r"^(?:no|nope),? (?:that|it|you|i don't|this|we)\b.*|^that(?:'s| is) not (?:true|how|what i|the point|right|fair|"
    r"a reason|going to work|an answer|your)\b|^i (?:disagree|don't agree|don't buy|don't think (?:so|that's|you)|"
    r"'m not (?:happy|impressed|buying|convinced))\b",
    r"\byou (?:should have|should've|shouldn't have|ought to have|could have at least|never (?:should|follow|listen|log|"
    r"call|do|ask|update|tell|bother)|always (?:say|do|leave|have an|come|forget|find)|keep (?:saying|doing|making|missing|"
    r"forgetting|telling me|promising)|failed|forgot|dropped|missed|ignored|neglected|"
    r"blew|lost (?:the|us|that)|don't (?:listen|care|seem to|even|do your|get it)|didn't (?:even|bother|follow|listen|"
    r"do your|prepare|log|call|tell|ask|check|update|send|deliver)|haven't (?:even|done|called|logged|sent|updated|"
    r"delivered)|can't (?:just|keep|expect|go on|be)|aren't (?:even|doing|trying|listening|pulling)|'re not (?:even|doing|"
    r"trying|listening|pulling|focused|being))\b",
    r"\b(?:if (?:you|this|it) (?:don't|doesn't|can't|continue|happens again|keep)|otherwise|or else)\b.*\b(?:lose|problem|"
    r"pip|consequence|out|fire|risk|trouble|serious|warning|jail|die|worse|end up|replace)\b|^(?:come on|seriously|really\?|"
    r"what a|this is the (?:second|third|fourth|last))\b",
    r"^(?:the problem is|the trouble is) (?:that )?you\b|^you're (?:too|being (?:too|lazy|difficult|unreasonable|negative|"
    r"defensive)|just (?:making|being)|behind|the only one)\b",
)

PERSUASION: Final = _any(
    r"\b(?:trust me|believe me|i promise|i guarantee|guaranteed|no-?brainer|game.?changer|you won't regret|"
    r"you'd be (?:crazy|mad|a fool|silly)|mark my words|win-win|you'll (?:thank me|love|see|be (?:glad|happy|amazed|"
    r"surprised|fine|great|grateful|rich|promoted)|thank|double|never|make (?:club|a fortune))|"
    r"think of (?:the|your|how|what|all)|think how|just think|just imagine|imagine (?:how|what|if|the|your|being|having|"
    r"walking)|picture (?:this|yourself)|best (?:part|thing) (?:is|about)|the beauty of|once in a lifetime|"
    r"golden opportunity|huge opportunity|great opportunity|big opportunity)\b",
    r"\b(?:everyone|everybody|anyone|the best (?:reps|sellers)|the top (?:reps|sellers)|nobody) (?:who|that|else|does|is|"
    r"loves|agrees|says|makes|in)\b.*|\b(?:all|most of) the (?:top|best|good) (?:reps|sellers|people|ones)\b",
    r"\b(?:this|it|that|which) (?:will|would|is going to|'ll|could|can) (?:really |only |totally |definitely )?(?:double|"
    r"triple|boost|change your|transform|make (?:you|your|it so)|help you|save you|get you|put you|pay off|open|set you|"
    r"give you|do wonders|look (?:great|good))\b",
    r"\b(?:do it for|for the team's sake|we're all counting on you|i'm counting on you|the team needs you|"
    r"don't you want to (?:win|make|be)|what have you got to lose|nothing to lose|it'll be (?:great|worth|easy|fun|amazing|"
    r"fine))\b",
    r"\b(?:who (?:wouldn't|doesn't|buys|does) .*right\s*\?)|\bcompanies like ours\b|\bso much (?:money|commission|upside|"
    r"easier)\b|\bit's (?:so easy|easy money|a great (?:tool|chance|move|deal|product)|for your own good)\b",
)

PERMISSION: Final = _any(
    r"^(?:can|may|could|might|shall|should) (?:i|we) (?:just )?(?:role-?play|rehearse|practi[sc]e|offer|share|suggest|give|"
    r"make|add|ask you something|be (?:frank|honest|direct|blunt|open)|say something|tell you what|throw|push|challenge|"
    r"talk|discuss|spend|go over|take|jump|play|start|pick|show|explain)\b",
    r"^(?:would|will) (?:it|that) (?:be (?:ok|okay|alright|all right|helpful|useful|fine)|help) (?:if|for|to)\b|^(?:is|"
    r"would) (?:it|that) (?:be )?(?:ok|okay|alright|all right|fine)(?: with you)? (?:if|to|for)\b",
    r"^(?:do|would) you (?:mind if|mind me|want me to|like me to|want to hear|like to hear|be (?:open|willing|up for|"
    r"interested|ok|okay|comfortable))\b|^are you (?:open|willing|up)\b(?: to| for)|^mind if i\b|\bif (?:that's|it's) (?:ok|"
    r"okay|alright|all right)(?: with you)?\s*\??$|^(?:are you|you) (?:ok|okay|open|up) (?:with|to|for) (?:me|us|if|hearing|"
    r"talking)\b",
    r"\b(?:it's|that's|it is|that is|it's entirely|it's completely|it's totally|it's really|it is entirely) (?:up to you|"
    r"your (?:call|choice|decision))\b|^(?:your (?:call|choice|decision)|you (?:decide|choose|pick|tell me what))\b|"
    r"^i(?:'ll| will) leave (?:it|that) (?:up )?to you\b|\bfeel free to (?:say|stop|ignore|disagree)\b",
)

SUMMARY: Final = _any(
    r"^(?:let me|so let me|i'd like to|i want to|if i can|can i|let's) (?:just )?(?:see if i|summari[sz]e|recap|sum (?:up|"
    r"that)|play (?:that|it) back|check i|make sure i|put (?:that|it|this) together|go back over)\b",
    r"^(?:to sum up|in summary|to summari[sz]e|so far|to recap|in short|putting (?:that|it|this) together|all in all|overall)\b",
    r"^(?:if i(?:'ve| have)? (?:got|understood|heard|hear|understand) (?:this|that|it|you)(?: right| correctly)?)\b.*(?:,| and ).*",
    r"^(?:on the one hand|on one hand|you've (?:told me|mentioned|said|talked about|shared))\b.*(?:,| and | but ).*",
)

REFLECTION: Final = _any(
    r"^(?:it |that |this )?(?:sounds|seems|looks|feels)(?: to me)? (?:like|as if|as though|that)\b(?!.*\b(?:an excuse|a plan)\b)",
    r"^(?:it |that |this )(?:sounds|seems|must be|must have|must feel) \w+|^(?:i'm|i am|what i'm|what i am) (?:hearing|"
    r"sensing|picking up|noticing|getting)\b|^i (?:hear|can hear|sense|gather|get the (?:sense|feeling|impression)|"
    r"can (?:tell|see) (?:that )?(?:you|this|it|how)|imagine (?:that )?(?:you|it|that))\b",
    r"^(?:what )?you(?:'re| are) (?:saying|telling me)\b|^in other words\b|^so (?:for you|from your|part of you|"
    r"a part of you|what you)\b|^(?:a )?part of you\b|^for you,? (?:it|this|that)\b",
    r"^(?:so |and |but |then )*you(?:'re| are) (?:really |pretty |quite |still |also |just |feeling |a bit |a little |"
    r"kind of |sort of |so |very |not |already |clearly |obviously )*(?:tired|exhausted|worn|worried|afraid|scared|"
    r"frustrated|angry|annoyed|upset|torn|unsure|not sure|confused|stuck|overwhelmed|stressed|"
    r"burn(?:t|ed)|proud|happy|glad|excited|relieved|hurt|disappointed|concerned|nervous|anxious|hoping|looking|trying|"
    r"wondering|thinking|feeling|finding|noticing|struggling|carrying|ready|willing|caught|under|between|losing|missing|"
    r"used to|fed up|sick of|done with|protecting|waiting|alone|doing|getting|working|kind|concern|aware|motivated|"
    r"committed|confident|open|interested|curious|going through|dealing)\b",
    r"^(?:so |and |but |then |because |that |when )*you (?:don't |do not |didn't |never |still |also |really |just |"
    r"already |kind of |sort of |kinda |both |would |'d |'ve )*(?:feel|felt|want|wanted|like|liked|love|loved|hate|hated|"
    r"worry|worried|fear|trust|trusted|wish|hope|hoped|believe|believed|think|thought|see|saw|find|found|value|care|mind|"
    r"prefer|rather|know|knew|"
    r"enjoy|enjoyed|miss|dread|suspect|expect|sense|noticed|notice|realised|realized|recognise|recognize)\b",
    r"^(?:so |and |but )*you(?:'ve| have) (?:been|had|got|tried|done|thought|noticed|already|really|also|never|always|made|"
    r"lost|seen|found|come|put|given|kept|started|decided|felt|worked|wanted)\b|^(?:so )?you(?:'d| would) (?:rather|like|"
    r"prefer|love|want|feel|be|have)\b|^you must (?:be|feel|have (?:been|felt))\b",
    r"^(?:so |and |but )*(?:it|that|this|there)(?:'s| is| was|'s been| has been) (?:really |pretty |quite |very |so |been |"
    r"a lot |a real |just |more |not (?:so much |just |only |really )?)*(?:hard|tough|difficult|frustrating|painful|scary|"
    r"exhausting|important to you|important for you|overwhelming|upsetting|stressful|hurtful|lonely|unfair|heavy|confusing|"
    r"a lot|about)\b",
    r"^(?:your|the) (?:biggest |main |real |big )?(?:worry|fear|concern|hope|wish|frustration) is\b|^it (?:matters|bothers|"
    r"worries|hurts|upsets|bugs|stung|stings|means)\b",
)

WEAK_REFLECTION: Final = _any(
    r"^(?:so |and |but |then |because |that |when )*you (?:don't |do not |didn't |never |still |also |really |just |"
    r"already |kind of |sort of |kinda |both |would |'d |'ve )*(?:tried|been|had|have been|got|lost|were|was|get|say|said|"
    r"mentioned|told|decided|went|came|use|used|need|needed|have|made|put)\b",
    r"^so (?:it's|it was|it is|it isn't|it wasn't|this is|that's|they|he|she|the|your|there's|there was|no one|nobody|"
    r"nothing|everything|when|even|in|because)\b(?!.*\b(?:should|need to|have to|must)\b)",
)
"""Gives back what the rep said only where it takes up their words, or is short: it may as well be information."""

AFFIRMATION: Final = _any(
    r"^(?:well done|good (?:for you|job|work|on you|thinking|call|point|question|catch|idea)|great (?:job|work|point|"
    r"question|idea|thinking|stuff|effort|result)|nice (?:work|job|one|going)|excellent (?:work|job|point|idea)|"
    r"congratulations|congrats|kudos|bravo|hats off|fantastic (?:job|work)|that's (?:a )?(?:really |very )?(?:great|good|"
    r"excellent|fantastic|wonderful|lovely|impressive|huge|amazing|brilliant|awesome|terrific)(?: (?:idea|point|question|"
    r"insight|thinking|step|start|plan|work|news|result|goal|observation|effort|job|to hear|that you)|[.!]))",
    r"\b(?:thank you|thanks|i appreciate you|i appreciate|i really appreciate|appreciate it|grateful)\b.*\b(?:for|you|that|"
    r"your|honest|honesty|telling|sharing|open|openness|trust|candou?r|saying)\b",
    r"\b(?:took|takes) (?:a lot of |real |some |so much )?(?:courage|guts|nerve|strength|effort|honesty)\b|\b(?:completely|"
    r"totally|perfectly|very|so|absolutely|entirely) (?:understandable|normal|natural|reasonable|fair|valid)\b|^(?:that's|"
    r"it's|that is|it is) (?:understandable|natural|normal|human|only human|okay to|ok to|fine to|valid|reasonable)\b|"
    r"^no wonder\b|^(?:anyone|anybody|most people|i) (?:would|'d) (?:feel|be|have felt)\b|^of course you (?:feel|felt|were|"
    r"are|would)\b|^it makes (?:complete |total |perfect )?sense (?:that )?you\b",
    r"\bi(?:'m| am) (?:really |so |very )?(?:proud|impressed|glad|happy|pleased|grateful|thankful)(?: that)?(?: of)?(?: you|"
    r" to hear| with| for| by)?\b|\bi (?:admire|respect|value|like|love) (?:that|how|the way|your|you|what you)\b|"
    r"\bi (?:can see|see|know) (?:how (?:hard|much)|that you (?:care|work|worked|tried|put)|you (?:care|put|tried|worked))\b",
    r"\byou(?:'ve| have)? (?:really |clearly |obviously |always |just |already )*(?:kept|handled|held|stayed|stuck|built|"
    r"earned|showed|shown|managed|turned|did (?:well|great|a)|done (?:well|great|a)|worked (?:so |really |very )?hard|"
    r"pushed back|took the time|put (?:a lot|so much|real)|care (?:a lot|deeply|so much)|have (?:a gift|a real|a great|good|"
    r"strong|what it takes)|'re (?:good|great|strong|brilliant|one of) )\b",
    r"^(?:you're|you are) (?:really |very |so |one of |a )*(?:good|great|strong|brilliant|capable|resourceful|persistent|"
    r"thoughtful|our best|my best|the best|natural|talented|skilled|hard.?working|honest|brave|right to|right that|"
    r"right about)\b",
)

OPEN: Final = _any(
    r"^(?:what|how|why)(?:'s|'re|'d|'ll|'ve| else)?\b(?! (?:many|much|long|often|old|far|soon|likely|sure|confident|big|"
    r"large|high|late|early|fast|time|date|day|number|percentage|percent|stage|size|month|year|quarter|week|price|amount)\b)",
    r"^(?:in what way|from where|for what reason|to what extent|where (?:do|would|does|did|could|might|will) (?:you|that|it|"
    r"we|this) (?:see|feel|start|like|want|leave|go|think|get stuck|begin|stand)|which (?:part|of these|bit|option|"
    r"way)s? .*(?:why|most|you))\b",
    r"^(?:can|could|would|will) you (?:please |just |maybe )?(?:tell|walk|talk|take|describe|explain|share|say|help me|"
    r"give me (?:a sense|an idea|an example|some|more|a picture|a bit)|elaborate|expand|unpack|paint)\b",
    r"^(?:(?:please |just |so |and |but |then |now )*)(?:tell me|walk me|talk me|take me through|describe|"
    r"help me (?:understand|see|get)|say (?:a bit |a little |some )?more|explain|share|paint|give me (?:an example|a sense|"
    r"a picture|your|the background|more|a bit more)|fill me in|bring me up to speed|talk to me)\b",
    r"\b(?:i want to (?:understand|hear|know|learn|get)|i'd (?:like|love) to (?:understand|hear|know|learn|get)|"
    r"i'm (?:curious|interested|wondering|keen to|trying to understand)|i (?:wonder|am curious|was wondering)|"
    r"i'd be (?:curious|interested))\b",
    r"^(?:and )?(?:what|anything|something|who|where) else\b|^(?:and )?then\s*\?|^such as\b|^like what\b|^meaning\s*\?|^because\s*\?",
)
CLOSED: Final = _any(
    r"^(?:who|when|where|which|whose)(?:'s|'re|'d|'ll)?\b",
    r"^how (?:many|much|long|often|old|far|soon|likely|sure|confident|big|large|high|late|early|fast)\b|^what(?:'s| is| was|"
    r" are)? (?:the |your |their |its )?(?:time|date|day|number|percentage|percent|stage|size|month|year|quarter|week|price|"
    r"amount|budget|quota|deadline|close date|value|name|total|target|discount|start date|length|volume)\b(?! (?:mean|tell|"
    r"say))|^on a scale\b|^what(?:'s| is) (?:his|her|their) (?:name|title|role|number)\b",
    r"^(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|shall|am|may|might)(?:n't)? (?:you|we|they|"
    r"he|she|it|that|this|there|i|your|the|anyone|anybody|someone|our|these|those|his|her|their|my|any|\w+)\b",
    r"^(?:does|did) (?:that|it|this) make sense\b|^(?:any|anything|ready|true|yes or no|agreed|clear|done|make sense|still|"
    r"ever|sure about)\b.*\?",
)
