"""What German managers say when they do each thing: one pattern a code, matched against a segment's plain words.

Plain words are lower case with white space single, and what merely hangs in front (a name, "also,", "na ja") taken off. `^` is where
the act itself begins. "Du" and "Sie" are both read.
"""

import re
from re import Pattern
from typing import Final


def _any(*parts: str) -> Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts))


_YOU: Final = r"(?:du|sie|ihr)"
_TO_YOU: Final = r"(?:dir|ihnen|euch)"
_NOT: Final = r"(?:nicht|nie|niemals|kein\w*|nichts)"
_SOFT: Final = (
    r"(?:bitte|mal|doch|einfach|auch|ja|halt|eben|noch|schon|erst|nur|so|jetzt|vielleicht|bloß|eigentlich|denn|ruhig|kurz|gerne?)"
)
_FEELING: Final = (
    r"(?:müde|erschöpft|fertig|kaputt|sauer|wütend|verärgert|enttäuscht|gekränkt|verletzt|frustriert|genervt|traurig|"
    r"unsicher|hin- und hergerissen|zerrissen|"
    r"überfordert|überrollt|allein|einsam|besorgt|nervös|ängstlich|stolz|froh|erleichtert|glücklich|begeistert|ratlos|"
    r"hilflos|skeptisch|misstrauisch|vorsichtig|unzufrieden|"
    r"unglücklich|zufrieden|angespannt|unter druck|verunsichert|hängengelassen|übergangen|leid|satt)"
)

ACKNOWLEDGEMENT: Final = re.compile(
    r"(?:(?:m+h*m+|m+-?hm+|h+m+|a+h+a*|ach(?: so| ja| je)?|aha|oh|okay|ok|ja+|jo|jap|nein|nee|doch|eben|genau|gut|sehr gut|"
    r"schön|prima|super|klasse|toll|gern|gerne|sicher|"
    r"natürlich|klar|na klar|alles klar|stimmt|das stimmt|richtig|verstehe|ich verstehe|verstanden|verstehe ich|in ordnung|"
    r"einverstanden|logisch|na gut|also gut|fair|interessant|wirklich|echt|"
    r"so|tja|na ja|naja|und|weiter|red(?:en sie)? weiter|sprich weiter|sprechen sie weiter|erzähl weiter|ich höre(?: zu)?|"
    r"ich höre dir zu|das glaube ich(?: dir| ihnen)?|glaub ich(?: dir| ihnen)?|nachvollziehbar|da ist was dran|"
    r"da hast du recht|da haben sie recht|macht sinn|das ergibt sinn|wow|puh|uff|bitte|einen moment|notiert|danke|danke dir|"
    r"guter punkt|auch wahr|stimmt auch(?: wieder)?|so ist das|siehste|erwischt|ein stück weit|das sitzt|kann sein|mag sein|"
    r"ganz genau|eben nicht|aha so|ach wirklich|ach komm|nicht schlecht|passt|abgemacht)"
    r"[\s,.!…?–—-]*){1,5}"
)
"""A whole segment of nothing but this shows hearing and adds nothing."""

SOCIAL: Final = _any(
    r"^(?:hallo|hi|hey|moin|servus|grüß (?:gott|dich|sie)|grüezi|guten (?:morgen|tag|abend)|tag|morgen|mahlzeit|willkommen|"
    r"tschüss?|tschau|ciao|auf wiedersehen|bis (?:bald|dann|später|gleich|morgen|nächste|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|zum)|schönen? (?:tag|feierabend|abend|wochenende)|mach's gut|"
    r"machen sie's gut)\b(?!.*\b(?:brauche ich|will ich|erwarte)\b)",
    r"\b(?:tschüss|ciao|auf wiedersehen|gute fahrt|guten appetit|fahr vorsichtig|fahren sie vorsichtig|komm gut|"
    r"kommen sie gut|grüß (?:mir )?(?:die|den|deine|schön)|viel erfolg|kein (?:ding|problem)|keine ursache|gern geschehen|"
    r"bis dann|ich muss (?:jetzt |gleich |dann )?(?:los|weiter|zum|zur|in den))\b",
    r"^wie geht(?:'s| es)?(?: (?:dir|ihnen|euch))?(?: (?:so|heute|denn|heute morgen))*\s*\??$|^alles (?:gut|"
    r"klar)(?: bei (?:dir|ihnen))?\s*\?$",
    r"^(?:wie|und wie) (?:war|ist|geht's|waren|läuft's) (?:das|dein\w*|ihr\w*|die|der|mit der|zu hause|"
    r"denn) ?(?:\w+ ){0,2}?(?:wochenende|urlaub|fahrt|anreise|familie|kinder|kind|frau|mann|umzug|feier|abend|verkehr|hund|"
    r"haus)\b",
    r"^(?:hörst du mich|hören sie mich|bist du (?:noch )?da|sind sie (?:noch )?da|kannst du mich hören|"
    r"können sie mich hören|passt es (?:dir|ihnen) (?:jetzt|gerade)|hast du kurz zeit|haben sie kurz zeit)\b",
    r"^(?:danke|vielen dank|herzlichen dank|danke dir|danke ihnen)(?: (?:schön|sehr|dir|ihnen))?(?:,? (?:für (?:deine|ihre|"
    r"die) zeit|fürs? kommen|für das gespräch|fürs gespräch|dass (?:du|sie) (?:da (?:bist|sind)|zeit (?:hast|haben|hattest|"
    r"hatten)|gekommen (?:bist|sind))).*)?\W*$",
    r"^(?:schön|gut|freut mich)(?:,? dass (?:du|sie) (?:da (?:bist|sind)|gekommen|zeit)| (?:dich|sie) zu sehen)\b",
    r"^(?:setz dich|setzen sie sich|nimm platz|nehmen sie platz|komm (?:doch |mal )?(?:rein|herein)|kommen sie (?:doch |"
    r"mal )?(?:rein|herein)|ich mach(?:e)? (?:mal |kurz )?die tür|kaffee|tee|wasser)\b",
    r"^(?:entschuldig(?:e|ung|en sie)?,? )?(?:ich bin|bin) (?:etwas |ein bisschen |ein wenig )?(?:zu )?spät\b|"
    r"^(?:ich (?:war|bin|wollte|hatte)|das|also|und|aber|wir|es)?[\s,]*(?:äh+m?|ähm|öh+)?[\s—–-]*(?:—|–|--|-)\s*$",
)

LEADING: Final = _any(
    rf"^(?:mein|find|glaub|denk)\w*(?:st|en|est) {_YOU} (?:denn |etwa |eigentlich |da )*(?:{_NOT}|wirklich|ernsthaft|etwa|selbst)\b",
    r"^(?:wär|ist|soll|müss|könn|kann|will|hätt|hast|haben|woll|bist|sind|würd|mach|geh|siehst|sehen|weißt|wissen|merk|"
    rf"kam)\w*'?s? (?:{_YOU}|es|das|dir|ihnen|wir|man|da)\b(?: \w+,?){{0,4}} {_NOT}\b.*\?",
    rf"^(?:warum|wieso|weshalb) \w+(?: {_YOU}| man| das| es| wir| ihn| sie)?(?: \w+){{0,6}} (?:{_NOT}|einfach|überhaupt|"
    r"eigentlich nicht|bloß|erst jetzt|schon wieder|immer noch)\b",
    r"^(?:warum|wieso|weshalb) nicht\b(?!\s*\?$)|^(?:warum|wieso) (?:um himmels|in aller welt|zum teufel|zum kuckuck|bitte)\b",
    r"^(?:und |aber )?(?:was|wie) (?:wäre|wär|ist|hältst du davon|halten sie davon)(?: es| das| denn|"
    r" eigentlich)*,? (?:wenn|mit|von)\b|^(?:und )?was,? wenn\b|^wie wär'?s\b|^wie wäre (?:es|das|ein\w*)\b|"
    r"^was (?:hältst du|halten sie) davon\b",
    rf"^(?:hast|haben|habt) {_YOU} (?:es |das |ihn |ihm |ihr |dir |sich |denen |da |dort )?(?:{_SOFT} |je |jemals |"
    r"überhaupt |schon mal |schon einmal |dort )*(?:\S+ ){0,6}?(?:versucht|probiert|ausprobiert|überlegt|gedacht|erwogen|"
    r"nachgedacht)\b",
    rf"^(?:könn|kann|soll|müss)\w* (?:{_YOU}|wir|man)(?: das| ihn| es| da| dort| sich| dich)? (?:nicht|doch|einfach|"
    r"vielleicht|wenigstens|nicht mal)\b(?!.*\b(?:erzählen|beschreiben|schildern|erklären)\b)",
    rf"^(?:ist|war) (?:{_TO_YOU}) (?:eigentlich|überhaupt|denn|klar|nicht)\b|^(?:will|woll)\w+ {_YOU} (?:\w+ )?(?:etwa|"
    r"wirklich|ernsthaft|mir (?:etwa|ernsthaft))\b|\bdoch (?:auch )?(?:daran|nur|bloß|wohl)\b.*(?:oder|nicht wahr|gell|"
    r"ne)\s*\?$",
    rf"^(?:was|wie) (?:hast|haben|konnte\w*|kannst|können|soll) {_YOU} (?:dir |sich |ihnen )?(?:nur|bloß|so|da|dabei|"
    r"eigentlich|denn) (?:nur |bloß |dabei )?(?:gedacht|vorstellen|glauben|machen|vergessen|übersehen)\b|^(?:muss|"
    r"müssen) (?:ich|man|das|wir) (?:denn|wirklich|dir|ihnen|immer|jedes mal)\b",
    rf"^{_YOU} (?:weißt|wissen|siehst|sehen|verstehst|verstehen|willst|wollen|gibst|geben)\b.*\b(?:doch|selbst|auch|"
    r"ja)\b.*(?:oder|nicht wahr|nicht|stimmt's|gell|ne)\s*\?+$|^(?:das )?(?:siehst|sehen|verstehst|verstehen|weißt|"
    rf"wissen) {_YOU} doch\b.*\?",
    r"^(?:wäre|wär) (?:es|das) (?:denn )?(?:nicht |vielleicht )?(?:besser|klüger|sinnvoller|einfacher|schlauer|leichter)\b",
)

_ORDERED: Final = (
    r"(?:rufst|rufen|schickst|schicken|sendest|senden|gehst|gehen|machst|machen|trägst|tragen|fährst|fahren|gibst|geben|"
    r"schreibst|schreiben|kommst|kommen|meldest|melden|bringst|bringen|"
    r"legst|legen|nimmst|nehmen|setzt|setzen|sprichst|sprechen|bereitest|bereiten|stellst|stellen|fragst|fragen|hältst|"
    r"halten|lässt|lassen|übernimmst|übernehmen|hörst|hören|zeigst|zeigen|"
    r"klärst|klären|planst|planen|füllst|füllen|besuchst|besuchen|bekommst|bekommen|arbeitest|arbeiten|führst|führen|"
    r"bleibst|bleiben|verweist|verweisen|pflegst|pflegen|dokumentierst|dokumentieren|erstellst|erstellen|lieferst|liefern)"
)
INSTRUCTION: Final = _any(
    rf"\bich (?:möchte|will|erwarte|brauche|verlange|wünsche mir|hätte gern|muss darauf bestehen)\b(?:,? {_SOFT}| ab sofort|"
    r" von (?:dir|ihnen|euch|jedem|allen)| ab \w+)*,? dass\b(?! (?:du|sie) (?:weißt|wissen|verstehst|verstehen))",
    r"\bich (?:erwarte|brauche|verlange|will|möchte) (?:von (?:dir|ihnen)|bis|morgen|heute|spätestens|jetzt|die|das|den|"
    r"eine?n?|deine?n?|ihre?n?|\w+ berichte?)\b(?!.*\b(?:verstehen|wissen|hören)\b)(?! (?:eindruck|gefühl))",
    rf"^(?:das |dann |dann auch )?(?:du|sie|ihr) (?:{_SOFT} )*(?:musst|müsst|müssen|sollst|sollt|sollen|darfst|dürfen|wirst|"
    rf"werden|kannst ab|können ab)\b(?! (?:{_SOFT} |sehr |ja |ganz |völlig |ziemlich )*{_FEELING})(?!.*\b(?:sehen|bereuen|"
    r"dankbar|lieben|begeistert|staunen|stolz)\b)",
    r"^das (?:musst|müssen|wirst|werden) (?:du|sie) (?:jetzt |bitte |sofort |heute |morgen |bis |ab |noch )",
    rf"^(?:du|sie) (?:{_ORDERED}) (?:mir|ihm|ihn|ihr|denen|das|die|den|dem|bitte|jetzt|bis|heute|morgen|noch|dich|sich|da|"
    r"dort|hin|ab|am|um|jeden|jede|künftig|ein\w*|gleich|sofort|spätestens|nur|ihnen|dir|zu|zum|diese\w*|mit|alle\w*)\b",
    r"^(?:heute|morgen|jetzt|dann|danach|zuerst|als erstes|am \w+|bis \w+|ab \w+|künftig|in zukunft) (?:noch |früh |"
    rf"gleich )?(?:{_ORDERED}|musst|müssen|will ich|möchte ich|brauche ich|erwarte ich|wird|werden) (?:du|sie|ich|mir|jeder|"
    r"alles|das|die|der)?\b",
    r"^(?:bitte|ab (?:sofort|heute|morgen|jetzt|nächster|nächste)|spätestens|vergiss nicht|vergessen sie nicht|denk(?:e|"
    r"en sie)? (?:bitte )?(?:daran|dran)|sorg(?:e|en sie)? (?:bitte )?dafür|achte?n? (?:sie )?(?:bitte )?darauf)\b",
    r"\b(?:keine ausnahmen?|ohne wenn und aber|nicht verhandelbar|auf meinem (?:schreib)?tisch|"
    r"ich will (?:das )?nicht (?:mehr )?(?:sehen|hören)|das ist pflicht|keine diskussion)\b",
    r"^(?:lass|lasst) uns\b(?!.*\?)(?! (?:mal )?(?:sehen|schauen|zusammenfassen))|"
    r"^lassen sie uns\b(?!.*\?)(?! (?:mal )?(?:sehen|schauen|zusammenfassen))|^wir machen (?:das )?(?:jetzt|so|ab|heute|"
    r"morgen)\b",
    r"^(?:jeder|jede|alle|niemand|keiner) (?:trägt|tragen|macht|machen|muss|müssen|hat|haben|geht|kommt|gibt|"
    r"schreibt)\b.*\b(?:ein|zu|ab|mehr|bis|jeden|jede|pünktlich)\b",
    r"^(?:du hast|sie haben) (?:bis|ab|heute|morgen|jetzt|noch) .*(?:zeit|zu \w+en)\b",
)
IMPERATIVE: Final = re.compile(
    r"^(?:(?:und|aber|also|dann|jetzt|nun|bitte|immer|nie|einfach|erst|zuerst) )*(?:"
    r"(?!(?:haben|hätten|können|könnten|wollen|möchten|mögen|sollen|sollten|müssen|müssten|dürfen|würden|werden|sind|waren|"
    r"wären|wissen|glauben|meinen|finden|denken|sehen|fühlen|kennen|brauchen|erzählen|"
    r"beschreiben|schildern|erklären|berichten|helfen|verstehen|hören|spüren|merken|stehen|vertrauen|erinnern|gehören|"
    r"sagen) )\w+(?:en|ern|eln) sie(?! (?:das gefühl|sich vor\b))\b"
    r"|(?:seien|tun) sie\b|sagen sie (?!mal|mir,? (?:was|wie|warum|wo)|mehr)|sehen sie zu\b|helfen sie (?!mir)|"
    r"hören sie auf\b|denken sie (?:daran|an (?!ihre (?:provision|prämie|karriere)))"
    r"|(?:ruf|schick|sende|schreib|geh|mach|nimm|gib|frag|red|sprich|stell|setz|leg|bring|komm|fahr|trag|meld|prüf|plan|"
    r"lies|hör auf|halt|bleib|sei|kümmer|klär|bereite|arbeit|start|fang|nutz|streich|"
    r"zieh|verkauf|biet|verlang|teil|tu|wart|konzentrier|triff|besuch|trau|füll|pfleg|dokumentier|erstell|liefer|behalt|"
    r"vergiss|hol|lass (?:das|die|den|es|ihn|sie|dir|dich|deine?n?)|schau (?:in|nach|auf|dass|zu)|sieh zu|räum|"
    r"entschuldig dich|hak|such|sag (?!mal|mir|mehr)|übernimm|rechne|organisier|vereinbar|mach's|kauf|lern|üb|blätter|guck|"
    r"sag (?:mir )?(?:einfach )?(?:bis|bescheid|ihm|ihr|denen))(?:e|st)?\b(?! du\b)"
    r"|\w{3,} (?:mal|bitte) (?:auf|an|ein|aus|mit|den|die|das|nach|bei|hin|zu|vor)\b(?!.*\?)"
    r")"
)

CRITICISM: Final = _any(
    r"^(?:und )?(?:das|es|so|was du da|die zahlen|dein\w* \w+|ihr\w* \w+) (?:ist|war|sind|waren|reicht|reichen|geht|genügt|"
    r"kann|darf|hat)(?: \w+){0,4} (?:nicht (?:gut genug|genug|akzeptabel|in ordnung|professionell|okay|ok|hinnehmbar|"
    r"das niveau|weiter|weitergehen|mehr|sein|passieren|sauber|gereicht)|zu (?:wenig|spät|dünn|langsam|lasch|mager)|"
    r"kein\w* (?:zustand|leistung|arbeit|niveau|art|entschuldigung|grund))",
    r"^(?:so|das) (?:geht|reicht|genügt|läuft|stimmt)(?: \w+){0,3} nicht\b|^das reicht (?:mir |einfach |so )*nicht\b|"
    r"\b(?:ist|war|sind|finde ich) (?:\w+ ){0,3}(?:eine ausrede|ausreden|faul|schlampig|unprofessionell|inakzeptabel|"
    r"peinlich|enttäuschend|ein armutszeugnis|schwach|unsinn|quatsch|blödsinn|falsch|lächerlich|unmöglich|ein fehler|"
    r"fahrlässig|naiv)\b",
    r"\bausreden?\b|\b(?:vermasselt|versäumt|verschlafen|verbockt|verschlampt|liegen ?(?:ge)?lassen|in den sand gesetzt|"
    r"versiebt|vergeigt|verpennt)\b",
    r"\bich bin (?:\w+ ){0,3}(?:enttäuscht|unzufrieden|sauer|verärgert|nicht zufrieden|nicht glücklich)\b|"
    r"\bdas enttäuscht mich\b|\bda(?:s| ) ärgert mich\b",
    r"^(?:du|sie) (?:machst|machen|tust|tun|kommst|kommen|lieferst|liefern|bist|sind|hast|haben|redest|reden|lässt|lassen|"
    r"verlierst|verlieren|gibst|geben|hörst|hören)\b(?: \w+){0,4} (?:immer|nie|ständig|dauernd|schon wieder|"
    rf"wieder (?:nicht|zu|mal)|zu (?:schnell|früh|spät|oft|viel|wenig|weich|lasch|langsam|lange|nachgiebig)|{_NOT} (?:genug|"
    r"mal|einmal|einziges))\b",
    r"\b(?:viel zu (?:viel|wenig|spät|teuer|hoch|niedrig|lang|langsam)|unterirdisch|eine katastrophe|unter aller sau|"
    r"völlig daneben|nicht dein ernst|nicht ihr ernst|das verschenkst|da verschenkst|ist (?:\w+ ){0,2}egal,)\b|"
    r"^das merkt man\b|^merkt man\b",
    r"^(?:schon wieder|zum (?:zweiten|dritten|vierten|x-ten|wiederholten) mal)\b|\bandere (?:schaffen|kriegen|bekommen|"
    r"machen) das (?:auch|doch)\b|\bdas hätte (?:\w+ )?(?:nicht|nie) passieren\b|\bdas (?:hättest du|hätten sie)\b|"
    r"^(?:du hättest|sie hätten)\b(?!.*\bgern)",
    r"^(?:nein|nee),? (?:das|so|da|sie|du|es)\b.*\b(?:nicht|falsch|kein\w*)\b|\bda(?:mit)? (?:irrst du|irren sie|liegst du|"
    r"liegen sie|täuschst du|täuschen sie)\b|\b(?:selbst|selber) (?:dran )?schuld\b|\bdas sehe ich (?:ganz |"
    r"völlig )?anders\b|\bdas lasse ich nicht gelten\b|^sonst (?:müssen|muss|wird|werden|gibt|hat|haben)\b",
    r"^(?:du|sie) (?:hast|haben)(?: \w+){0,5} (?:vergessen|übersehen|ignoriert|verpasst|nicht (?:gemacht|gehalten|"
    r"eingehalten|erledigt|geliefert|getan|gemeldet|angerufen|eingetragen))\b|^(?:ehrlich gesagt,? )?von (?:dir|"
    r"ihnen) hätte ich (?:mehr|etwas anderes)\b",
)

PERSUASION: Final = _any(
    r"\b(?:glaub(?:e|en sie)?|vertrau(?:e|en sie)?)(?: es| das)? (?:mir|uns)\b(?!.*\?)|^(?:stell(?:e)? dir|"
    r"stellen sie sich)(?: \w+)? vor\b|^(?:stell dir|stellen sie sich|stell dir mal|stellen sie sich mal) .*\bvor\b",
    r"^(?:du wirst|sie werden)\b.*\b(?:sehen|bereuen|dankbar|lieben|begeistert|staunen|danken|stolz)\b|"
    r"^(?:am ende )?wirst du(?: \w+)? (?:sehen|danken|froh)\b|\bwirst (?:es )?(?:mir )?(?:noch )?(?:danken|nicht bereuen)\b",
    r"\b(?:das|es|damit|so|dies\w*|wer|der|die) (?:wird|würde|würden|bringt|bringst|macht|spart|sparst|verdoppelt|"
    r"verdreifacht|lohnt|zahlt|öffnet|holst|gewinnst|kommst|verdienst|katapultiert|rettet)\b(?: \w+){0,6} (?:mehr|dir|ihnen|"
    r"doppelt\w*|sich|umsatz|provision|prämie|zeit|geld|spitze|aus|weg|karriere|ruhe|quote|gewinn|türen|jahr|ziel|leichter|"
    r"einfacher)\b(?!.*\?)",
    r"\b(?:alle|jeder|jede|die besten|die guten|die anderen|unsere besten)(?: \w+){0,3},? (?:die|der|machen|haben|schwören|"
    r"nutzen|sagen|lieben|sind begeistert)\b.*",
    r"\b(?:riesige?|große?|einmalige?|tolle?|super|echte?|fantastische?|goldene) (?:chance|gelegenheit|sache|möglichkeit|"
    r"hebel)\b|\bich (?:verspreche|garantiere|wette)\b|\b(?:verspreche|garantiere|versichere) ich (?:dir|ihnen)\b|"
    r"\bwas (?:hast du|haben sie)(?: denn)? zu verlieren\b",
    r"\b(?:das )?(?:schwör|schwöre|versprech|verspreche|sage|sag) ich (?:dir|ihnen)\b(?! (?:bis|was))|\b(?:verkauft|läuft|"
    r"rechnet) sich (?:\w+ )?(?:allein|selbst|von selbst)\b|\bverändert (?:dein|ihr) leben\b|\bist das ding gelaufen\b|"
    r"\bhaut (?:ihn|sie|die|den) um\b|\beine chance\b|\bsonst schnappt\b",
    r"\bdavon (?:profitierst|profitieren|hast|haben)\b|\b(?:gut|super|ideal|perfekt|genau das richtige|"
    r"wie gemacht) für (?:dich|sie|ihre|deine)\b|\btu(?:n sie)? es für\b|\bwir zählen (?:alle )?auf\b|\b(?:du willst|"
    r"sie wollen) doch\b|\bdas beste (?:daran|ist)\b|\b(?:kinderleicht|ein kinderspiel|mit links|ganz von allein|"
    r"im handumdrehen)\b",
    r"^denk(?:e|en sie)?(?: \w+)? an (?:die|deine|ihre|den|das) (?:provision|prämie|karriere|kolleg\w+|bonus|quartal|kinder|"
    r"zukunft|team)\b|\bnur (?:ein|noch) (?:kleiner )?schritt\b|\bunser\w* (?:\w+ )?(?:produkt|lösung|system|tool|plan|"
    r"programm) ist (?:das|die|der) (?:beste|einzige)\b|\bdas team (?:braucht|rechnet)\b|\bes wäre doch (?:schade|gelacht|"
    r"toll)\b",
)

ADVICE: Final = _any(
    rf"^(?:da |das |dann |dort |vielleicht |am besten )?(?:du|sie) (?:{_SOFT} )*(?:solltest|sollten|könntest|könnten|"
    r"müsstest|müssten)\b|\b(?:solltest|könntest|müsstest) du\b(?!.*\?)|\b(?:sollten|könnten|müssten) sie\b(?!.*\?)",
    r"^(?:du kannst|sie können) (?:das |ihn |sie |es |da |dort |ihm |ihr |denen )?(?:doch|ja|einfach|auch|mal|immer|"
    r"jederzeit)\b(?!.*\bentscheiden\b)",
    r"\bich (?:würde|würd)\b(?! (?:gern|gerne|es gern|das gern|mich freuen|mir wünschen|sagen|mich|sehr gern))|"
    r"\ban (?:deiner|ihrer) stelle\b|\bwenn ich (?:du|sie) wäre\b|\b(?:würde|würd) ich (?!gern|sagen|mir wünschen)",
    r"^(?:vielleicht|eventuell|womöglich) \w+(?:st du|en sie)\b(?!.*\?)|^(?:vielleicht|eventuell|womöglich) (?:solltest|"
    r"sollten|könntest|könnten|rufst|rufen|machst|machen|versuchst|versuchen|hilft|wäre|wär|sprichst|sprechen|gehst|gehen|"
    r"nimmst|nehmen|fragst|fragen|lässt|lassen)\b",
    r"\b(?:mein rat|mein tipp|mein vorschlag|kleiner tipp|ein tipp)\b|\bich (?:rate|empfehle|schlage|"
    r"lege)\b(?: \w+){0,3} ?(?:vor|nahe|dir|ihnen)?|^(?:versuch|probier)(?:e|s|'s|en sie)?\b|\b(?:versuch|probier)(?:'s|s|"
    r" es|e es|en sie es) (?:doch |mal |einfach )",
    r"^(?:am besten|besser wäre|besser ist|sinnvoll wäre|sinnvoller|klüger wäre|hilfreich wäre|gut wäre|es wäre (?:gut|"
    r"besser|sinnvoll|klug|hilfreich)|das beste wäre|das einfachste (?:ist|wäre))\b|^was (?:hilft|funktioniert|wirkt|"
    r"bei mir|immer|da hilft|sich bewährt)\b(?!.*\?)|\b(?:hat sich bewährt|bewährt hat sich|da hilft|es hilft|"
    r"da gibt es nur eins)\b",
    r"^(?:wir|man|da|dann|das|dafür|hier)(?: \w+)? ?(?:könnte|könnten|sollte|sollten|kann man|"
    r"müsste man)(?: \w+)?\b(?!.*\?)|^wichtig (?:ist|wäre),? (?:dass du|dass sie|da)\b|^fang(?:en sie)? (?:doch |"
    r"vielleicht |am besten )|^(?:mach|nimm|geh|ruf|frag|schreib|sprich|red)e? (?:doch|vielleicht|am besten|lieber)\b|"
    r"^(?:\w+en sie) (?:doch|vielleicht|am besten|lieber)\b",
)

PERMISSION: Final = _any(
    r"^(?:darf|dürfte|kann|könnte|soll|dürfen|können|wollen|sollen) (?:ich|wir) (?:dir |ihnen |dich |sie |mal |kurz |da |"
    r"dazu |dabei |hier |vielleicht |offen |ehrlich |etwas |was |eine?n? |einmal |noch |das |es |einfach )*(?:sagen|geben|"
    r"vorschlagen|zeigen|erzählen|anbieten|teilen|einwerfen|fragen|ergänzen|nachfragen|gedanken|idee|beobachtung|"
    r"rückmeldung|offen|ehrlich|durchspielen|üben|ansprechen|sein|schildern|beitragen|machen|reden|sprechen)\b|^(?:darf|"
    r"dürfte) ich\b.*\?|^(?:soll|sollen|wollen) wir\b.*\?|\b(?:gedanken|idee|vorschlag|beobachtung)\b.*\b(?:magst|willst|"
    r"möchtest|möchten|mögen|wollen) (?:du|sie)\b",
    r"^(?:wäre|wär|ist|passt) (?:es|das)(?: (?:für )?(?:dich|sie|dir|ihnen))? (?:ok|okay|in ordnung|recht|hilfreich|"
    r"für dich|für sie|gut)(?: für (?:dich|sie))?,? ?(?:wenn|dass|\?)|^(?:hilft|hülfe|würde) (?:es|das)(?: (?:dir|"
    r"ihnen))?(?: helfen)?,? wenn (?:ich|wir)\b|^(?:stört|stört's) (?:es|dich|sie).*wenn ich\b",
    r"^(?:möchtest|magst|willst|möchten|mögen|wollen) (?:du|sie) (?:mal |vielleicht |kurz )?(?:hören|wissen|einen|eine|"
    r"meine|dass ich|von mir)\b(?! (?:anruf|termin))|\b(?:das|es) (?:ist|bleibt|liegt) (?:ganz |allein |völlig )?(?:deine|"
    r"ihre|bei dir|bei ihnen|dir überlassen|ihnen überlassen)(?: entscheidung| sache| wahl)?\b|^(?:da )?(?:du entscheidest|"
    r"sie entscheiden|entscheide du|entscheiden sie)\b|\büberlass\w* ich (?:\w+ )?(?:dir|ihnen)\b|"
    r"\b(?:ganz )?wie (?:du willst|du magst|sie wollen|sie möchten|es (?:dir|ihnen) lieber ist)\b|\bdas entscheid(?:est du|"
    r"en sie)\b|^wenn (?:du willst|du magst|sie wollen|sie mögen),? (?:sag|erzähl|zeig|geb)\w* ich\b|\bich überlasse (?:dir|"
    r"ihnen|es|das)\b",
    r"(?:wenn|falls) (?:du|sie) (?:magst|möchtest|willst|mögen|möchten|wollen|einverstanden bist|"
    r"einverstanden sind)\s*[.?!]*$|\b(?:du darfst|sie dürfen) (?:gern|gerne|jederzeit) (?:nein|stopp|widersprechen|"
    r"ablehnen)\b",
)

SUMMARY: Final = _any(
    r"^(?:lass|lassen sie|darf|kann|wenn) (?:mich|uns|ich)(?: das| es| mal| kurz| noch mal| einmal)* (?:zusammenfassen|"
    r"wiederholen|sehen,? ob|schauen,? ob|prüfen,? ob|zusammen)\b|^(?:zusammengefasst|zusammenfassend|kurz gesagt|"
    r"unterm strich|um es zusammenzufassen|in summe|bis hierhin|bis jetzt habe ich)\b|\bich fasse(?: \w+){0,3} zusammen\b|"
    r"\bfasse ich(?: \w+){0,3} zusammen\b",
    r"^wenn ich (?:das|dich|sie|es) (?:richtig |recht )?(?:verstehe|verstanden habe|zusammenfasse|höre)\b.*(?:,.*,| und ).*|"
    r"^(?:habe|hab) ich (?:das |dich |sie )?richtig verstanden\b.*(?:,.*,| und ).*|\b(?:zum einen|einerseits|"
    r"auf der einen seite)\b.*\b(?:zum anderen|andererseits|auf der anderen)\b|^(?:du hast|sie haben)(?: mir)?(?: jetzt|"
    r" gerade| vorhin)? (?:gesagt|erzählt|beschrieben|genannt)\b.*(?:,| und ).*|^ich habe (?:jetzt )?(?:zwei|drei|"
    r"mehrere) (?:dinge|sachen|punkte) gehört\b",
)

REFLECTION: Final = _any(
    r"^klingt\b|^hört sich\b|\b(?:meinst|sagst) du\s*[.!]?$|\b(?:meinen|sagen) sie\s*[.!]$|^bei (?:dir|ihnen)\b|^(?:und |"
    r"also )+(?:da|dann|trotzdem|jetzt) (?:warst|bist|sitzt|stehst|standest|hast|sind|waren|sitzen|stehen|haben) (?:du|"
    r"sie)\b|^(?:das|es) (?:ging|geht|kam|kommt|tat|tut|nahm) (?:dir|ihnen)\b",
    r"^(?:das |es |für mich |was (?:du|sie) (?:sagst|sagen) )?(?:klingt|hört sich|scheint|fühlt sich|wirkt|"
    r"sieht)(?: \w+){0,4}?(?: so)?,? (?:als|nach|an|so|aus|wie|ganz|ziemlich|anstrengend|schwer|zu sein|dir|ihnen)\b|"
    r"^(?:das|es) (?:klingt|hört sich|fühlt sich|wirkt) \w+",
    r"^(?:du|sie|ihr) (?:bist|sind|warst|waren|wirkst|wirken|klingst|klingen|fühlst|fühlen|musst|müssen|seid) (?:dich |"
    r"sich |ja |also |da |immer noch |noch |schon |ganz |sehr |ziemlich |richtig |einfach |eigentlich |wohl |gerade |"
    rf"wirklich |völlig |es |das |davon |darüber |fast |auch |ein bisschen |nicht )*{_FEELING}\b",
    r"^(?:du|sie) (?:fürchtest|fürchten|befürchtest|befürchten|hoffst|hoffen|wünschst|wünschen|möchtest|möchten|hättest|"
    r"hätten|wärst|wären|willst|wollen|vermisst|vermissen|traust|trauen|spürst|spüren|merkst|merken|hängst|hängen|kämpfst|"
    r"kämpfen|suchst|suchen|sorgst|sorgen|ärgerst|ärgern|schämst|schämen|sehnst|sehnen|zweifelst|zweifeln|magst|mögen|"
    r"glaubst|glauben|denkst|denken|findest|finden|fragst dich|fragen sich|fühlst|fühlen|brauchst|brauchen|erlebst|erleben|"
    r"trägst|schützt|schützen|vertraust|vertrauen|machst dir|machen sich|hast (?:angst|sorge|das gefühl|den eindruck|"
    r"keine lust|keine kraft|die nase|schiss|es satt)|haben (?:angst|sorge|das gefühl|den eindruck|keine lust|keine kraft|"
    r"es satt)|kommst dir|kommen sich|siehst|sehen|weißt nicht|wissen nicht|willst nicht|hast (?:dich|dir|da|es|schon|immer|"
    r"noch|lange|viel|alles|nie|damals)|haben (?:sich|da|es|schon|immer|noch|lange|viel|alles|nie|"
    r"damals))\b(?!.*\b(?:vergessen|übersehen|verpasst|versäumt)\b)",
    r"^(?:dir|ihnen) (?:fehlt|fehlen|ist|geht|gehen|liegt|macht|machen|war|waren|tut|wird|fällt|graut|wurde|bleibt|reicht|"
    r"kommt|ging|schien|scheint|hat|hilft|wäre|würde)\b|^(?:dich|sie) (?:ärgert|stört|beschäftigt|belastet|nervt|trifft|"
    r"wurmt|kränkt|freut|treibt|lässt|plagt|drückt|hat (?:das|es|die)|reizt|verletzt|bremst|hält)\b",
    r"^(?:das|es|so etwas|diese\w* \w+|\w+ \w+) (?:ärgert|stört|beschäftigt|belastet|nervt|trifft|traf|kränkt|wurmt|"
    r"verletzt|plagt|drückt|freut|schmerzt|bedrückt) (?:dich|sie)\b|^(?:das|es) (?:hat|macht|ist|war|liegt|geht|tut|fällt|"
    r"setzt|bedeutet|kostet|nimmt|lässt)(?: \w+){0,1} (?:dich|dir|ihnen)\b|^(?:das|es) (?:hat|lässt) sie\b|^(?:das|"
    r"es) (?:ist|war|muss)(?: \w+){0,3} (?:schwer|hart|schwierig|anstrengend|frustrierend|bitter|belastend|verletzend|"
    r"einsam|ungerecht|demütigend|viel|schmerzhaft|ein schlag|sehr wichtig|wichtig für (?:dich|sie))\b",
    r"^(?:mit anderen worten|anders gesagt|für (?:dich|sie) (?:ist|war|heißt|bedeutet|zählt|geht|fühlt|wäre|hängt|steht)|"
    r"ein teil von (?:dir|ihnen)|du meinst|sie meinen|du sagst|sie sagen|da (?:ist|steckt|war|"
    r"schwingt)(?: \w+){0,4} (?:ärger|sorge|angst|druck|enttäuschung|wut|müdigkeit|stolz|frust\w*|verletzung|mit|dahinter|"
    r"drin))\b|^ich (?:höre|merke|spüre|nehme wahr|sehe|habe den eindruck|habe das gefühl|ahne|glaube herauszuhören|höre da|"
    r"stelle mir vor)\b(?!.*\bauf\b)",
    r"^(?:deine|ihre|die) (?:größte |eigentliche |wirkliche )?(?:sorge|angst|befürchtung|hoffnung|frustration|"
    r"wunsch) (?:ist|war)\b|^(?:dein|ihr) (?:wunsch|ärger|gedanke|gefühl|eindruck) (?:ist|war)\b|^es geht (?:dir|ihnen|also|"
    r"gar nicht|nicht|dabei|hier)\b",
)
WEAK_REFLECTION: Final = _any(
    r"^(?:du|sie) (?:bist|sind|warst|waren|hast|haben|hattest|hatten|gehst|gehen|machst|machen|kennst|kennen|weißt|wissen|"
    r"arbeitest|arbeiten|kommst|kommen|musstest|mussten|wolltest|wollten|konntest|konnten|wurdest|wurden|kriegst|bekommst|"
    r"hältst|halten|würdest|würden|sollst|sollen|lässt|lassen|verlierst|verlieren)\b",
    r"^also (?:das|es|die|der|dein|deine|ihr|ihre|da|dort|keiner|niemand|nichts|alles|wenn|erst|nicht|weil|eher|kein\w*|"
    r"ein\w*|am|im|seit|nur|zwei|drei)\b",
)
"""Gives back what the rep said only where it takes up their words, or is short: it may as well be information."""

AFFIRMATION: Final = _any(
    r"\b(?:danke|dank|ich danke|vielen dank)\b.*\b(?:dass (?:du|sie)|für (?:deine|ihre|die) (?:offen\w*|ehrlich\w*|klar\w*|"
    r"mühe|vertrauen|geduld|arbeit|einsatz|rückmeldung|antwort|worte)|für das vertrauen|fürs (?:erzählen|vertrauen))\b",
    r"^(?:gut|toll|stark|klasse|prima|super|schön|gute|starke|tolle|saubere?|großartige?|hervorragende?|ausgezeichnete?|"
    r"beeindruckende?|kluge?|guter|starker|toller)(?:e|er|es)? (?:gemacht|gelöst|arbeit|leistung|idee|gedanke|frage|"
    r"beobachtung|schritt|ansatz|plan|vorgehen|reaktion|gespräch|beispiel|,? (?:dass|wie) (?:du|sie))\b|^(?:gut|toll|stark|"
    r"schön|klasse|mutig|super|prima),? (?:dass|wie) (?:du|sie)\b",
    r"^(?:das|es) (?:war|ist|finde ich|fand ich)(?: \w+){0,3} (?:mutig|stark|klug|großartig|toll|klasse|beeindruckend|"
    r"ehrlich|anständig|fair von|bemerkenswert|super|eine (?:gute|starke|tolle|kluge|echte|saubere)|ein (?:guter|starker|"
    r"toller|kluger|großer|gutes|starkes))\b|\b(?:braucht|kostet|gehört|hat|brauchte|kostete)(?: \w+){0,3} (?:mut|rückgrat|"
    r"kraft gekostet|überwindung)\b|\b(?:respekt|hut ab|chapeau|glückwunsch|gratuliere|gratulation|kompliment|bravo)\b",
    r"\b(?:völlig|ganz|absolut|gut|total|sehr|vollkommen|nur zu|mehr als|nur) (?:verständlich|nachvollziehbar|normal|"
    r"menschlich|legitim|berechtigt|verstehen)\b|^(?:das ist|ist) (?:\w+ )?(?:verständlich|nachvollziehbar|normal|"
    r"menschlich|legitim|berechtigt)\b|^kein wunder\b|\b(?:ginge|würde|wäre|erginge)(?: \w+){0,3} (?:jedem|jeder|mir|vielen|"
    r"den meisten)(?: auch| genauso| so)?\b|^(?:jeder|jede|ich|da) (?:würde|wäre|hätte)(?: \w+){0,3} (?:auch|genauso|sauer|"
    r"müde|verletzt|ärgern)\b|^(?:klar|natürlich),? dass (?:du|sie|dich|dir|ihnen)\b",
    r"\b(?:finde|fand) ich (?:\w+ ){0,3}(?:anständig|sauber|stark|gut|mutig|klug|toll|klasse|ehrlich|fair|beachtlich|"
    r"bemerkenswert|schön|großartig|beeindruckend)\b|\b(?:das|so etwas|sowas) (?:ist|war|ehrt) (?:\w+ )?(?:stark|mutig|"
    r"anständig|ehrlich|klug|dich|sie)\b|\b(?:mumm|rückgrat|alle achtung|großzügig von|tapfer|aufrichtig\w*)\b|"
    r"\bganz allein (?:rausgefunden|geschafft|gemacht|gelöst|hinbekommen)\b|\bkann (?:hier |das )?(?:sonst )?(?:keiner|"
    r"niemand)(?: so)?\b",
    r"\bich (?:schätze|bewundere|respektiere|weiß zu schätzen|mag)\b|\b(?:schätze|bewundere) ich\b|\bich (?:finde (?:es|"
    r"das) (?:\w+ )?(?:gut|stark|toll|mutig|klasse|beeindruckend|schön)|freue mich|bin(?: \w+){0,3} (?:stolz|froh|"
    r"beeindruckt|dankbar))\b|\bfreut mich\b|\brechne ich (?:dir|ihnen) hoch an\b|\bauf (?:dich|sie) ist verlass\b|"
    r"\bich weiß,? (?:wie|dass) (?:viel|sehr|du dich|sie sich)\b",
    r"^(?:du hast|sie haben|du bist|sie sind|du kannst|sie können|du hältst|du machst|sie machen|da hast du|da haben sie|"
    r"damit hast du|damit haben sie)\b(?: \S+){0,8} (?:gut|stark|toll|sauber|hervorragend|super|großartig|klasse|"
    r"ruhig geblieben|durchgehalten|geschafft|gehalten|drangeblieben|dran geblieben|aufgebaut|gerettet|ein (?:gespür|"
    r"händchen|talent)|eine (?:gabe|stärke)|viel (?:arbeit|mühe|zeit|kraft) (?:reingesteckt|investiert)|verlässlich|"
    r"zuverlässig|gewissenhaft)\b",
)

_NUMBER: Final = (
    r"(?:viel\w*|lange?|oft|alt|weit|bald|sicher|groß|hoch|spät|früh|teuer|schnell|häufig|zuversichtlich|wahrscheinlich|"
    r"stark auf|hoch schätzt)"
)
_OPENERS: Final = (
    r"(?:was|wie|warum|wieso|weshalb|wozu|woran|womit|wofür|wovon|worum|wodurch|wobei|worauf|worüber|worin|wonach|wogegen|"
    r"wovor|wo würdest (?:du|sie)|wo würden sie|inwiefern|inwieweit|"
    r"was für|welche\w*(?: \w+)? (?:möglichkeit\w*|ideen?|gedanken?|gründe?|erfahrung\w*|wege?|optionen|rolle|bedeutung|"
    r"unterschied\w*|gefühle?|hindernisse?|sorgen?|schritte|frage\w*)|an was|mit was|für was|von was|auf was|"
    r"in welcher weise|auf welche weise|aus welchem grund)"
)
OPEN: Final = _any(
    rf"^(?:und |aber |oder )?{_OPENERS}\b(?! {_NUMBER}\b)(?! (?:heißt (?:er|sie|der|die)|uhr|datum|kostet|prozent|"
    r"ist (?:das datum|die zahl|der preis|der stand|dein ziel|ihr ziel)))",
    r"^(?:(?:bitte|dann|jetzt|nun|und|aber|komm,?|na) )*(?:erzähl|beschreib|schilder|erklär|bericht)\w*\b|^(?:sag|"
    r"sagen sie)(?: mir| uns)?(?: mal| bitte| doch| ruhig)*,? (?:mehr|was|wie|warum|wo|woran|worum|etwas (?:mehr|dazu))\b|"
    r"^(?:nimm|nehmen sie|führ|führen sie) mich\b|^(?:lass|lassen sie) mich (?:das |es |dich |sie )?(?:verstehen|teilhaben|"
    r"hören)\b|^(?:hilf|helfen sie) mir(?: \w+){0,3} (?:verstehen|begreifen|zu verstehen)\b|^(?:zeig|"
    r"zeigen sie) mir(?: mal)?,? (?:wie|was)\b|^mehr davon\b",
    r"\b(?:ich (?:möchte|würde|will|wüsste|hätte|bin|frage mich|überlege)|mich|uns) (?:\w+ ){0,4}(?:verstehen|wissen|hören|"
    r"interessiert|interessieren|neugierig|gern(?:e)? (?:gewusst|gehört))\b(?!.*\bbis\b)|^(?:ich frage mich|"
    r"mich interessiert|mich würde|ich bin neugierig|ich wüsste gern\w*|ich bin gespannt)\b",
    r"^(?:kannst|könntest|können|könnten|magst|mögen|würdest|würden|willst|möchtest|wollen|möchten) (?:du|sie) (?:mir |uns |"
    r"das |bitte |etwas |noch |mal |ein bisschen |ein wenig |mehr |dazu |davon |kurz |genauer |näher |einmal |"
    r"darüber )*(?:erzählen|beschreiben|schildern|erklären|sagen|ausführen|berichten|helfen|mitnehmen|ein beispiel)\b",
    r"^(?:und )(?:dann|weiter)\s*\??$|^(?:und )?(?:was|wer|sonst) (?:noch|sonst)\b|^(?:und )?(?:noch (?:etwas|was))\s*\?|"
    r"^(?:und dann|und weiter|zum beispiel|nämlich|das heißt|inwiefern|wie das|wieso das|warum das)\s*\?|^und (?:du|sie|dir|"
    r"ihnen)\s*\?",
)
CLOSED: Final = _any(
    r"^(?:und |oder )?(?:wer|wem|wen|wessen|wann|wo|wohin|woher|ab wann|seit wann|bis wann|um wie viel|mit wem|bei wem|"
    r"von wem|an wen|auf einer skala|zu wie viel|in welche\w*|welche\w*|zum wievielten)\b",
    rf"^(?:und )?wie {_NUMBER}\b|^was (?:kostet|ist (?:das datum|die zahl|der preis|der stand|dein ziel|ihr ziel))\b|^wie heißt\b",
    r"^(?:und |oder |aber )?(?:hast|haben|hat|hatte\w*|bist|sind|ist|war\w*|kannst|können|kann|konnte\w*|willst|wollen|will|"
    r"möchtest|möchten|magst|musst|müssen|muss|darf\w*|soll\w*|wird|wirst|werden|würde\w*|wäre\w*|gibt|gab|geht|ging|stimmt|"
    r"weißt|wissen|weiß|kennst|kennen|siehst|sehen|machst|machen|macht|brauchst|brauchen|glaubst|glauben|denkst|meinst|"
    r"meinen|kommst|kommen|kommt|liegt|läuft|passt|reicht|steht|hilft|fehlt|bleibt|schaffst|schaffen|hält|heißt|rufst|"
    r"triffst|nimmst|sprichst|sprechen|verstehst|verstehen|fühlst|fühlen|arbeitest|arbeiten|bekommst|bekommen|schickst|"
    r"lässt) (?:du|sie|ihr|er|es|das|wir|ich|man|der|die|den|dein\w*|ihre\w*|dir|ihnen|dich|jemand|da|schon|sich|noch|etwas|"
    r"denn|so|mein\w*|unser\w*|herr|frau|alles|diese\w*|der\w*|ein\w*)\b",
)
