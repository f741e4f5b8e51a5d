"""The set phrases that report a claim without anybody who makes it, as patterns for text in lower case.

Each pattern comes with two sets of words: one of either stands in every text that it can match, so that most texts are passed over.
"""

from __future__ import annotations

_MANNER = (
    "widely|generally|commonly|often|universally|increasingly|broadly|popularly|now|sometimes|usually|long|still|variously|rightly|wrongly"
)
_HELD = (
    "believed|thought|said|assumed|accepted|understood|held|considered|claimed|reported|rumou?red|argued|feared"
    "|expected|recogni[sz]ed|hoped"
    "|estimated|alleged|suggested|speculated|suspected|whispered|felt|predicted|presumed|supposed|acknowledged|contended"
)
_JUDGED = (
    "seen|regarded|viewed|considered|deemed|hailed|dismissed|denounced|remembered|perceived|criticised|criticized"
    "|prized|praised|portrayed"
    "|described|mocked|derided|condemned|thought|believed|credited|held|recogni[sz]ed|billed|touted|blamed|reviled"
    "|revered|called|dubbed"
    "|interpreted|rated|ridiculed|lauded|disputed|rejected|questioned|discredited|acclaimed|admired|panned|tipped|judged|taken"
)
_JUDGES = (
    "many|some|most|others|several|critics|observers|experts|analysts|commentators|pundits|opponents|supporters|detractors|connoisseurs"
    "|sceptics|skeptics|economists|scholars|historians|academics|scientists|locals|fans|residents|purists|reviewers|traditionalists"
    "|campaigners|activists|investors|rivals|admirers|devotees|aficionados|collectors|insiders|enthusiasts"
)
_VIEWS = (
    "view|feeling|perception|consensus|sense|word|scuttlebutt|talk|worry|fear|suspicion|belief|thinking|assumption|argument|complaint"
    "|criticism|theory|charge|impression|fears|accusation|rumour|rumor|gossip|buzz|hope|concern|allegation|contention"
    "|expectation|prediction|sentiment|hunch|case|verdict|claim|whisper|speculation|opinion|mood|objection|suggestion|explanation"
)
_RUMOURS = (
    "whispers|rumou?rs?|speculation|suspicions?|fears?|concerns?|talk|(?:a|some) (?:sense|feeling|perception|view"
    "|belief|suspicion|fear)"
    "|criticisms?|complaints|claims|agreement|anger|dismay|disquiet|murmurs?|mutterings?|grumblings?|hopes?"
    "|expectation|hints|reports|allegations|accusations|suggestions|consensus|worries|doubts?|unease"
)
_REACTIONS = (
    "concerns?|fears?|questions|doubts?|objections?|suspicions|worries|eyebrows|criticisms?|accusations|allegations|complaints|claims"
    "|suggestions|speculation|rumou?rs"
)
_NO_AGENT = r"(?! (?:[\w-]+ ){0,6}?by (?!many\b|some\b|most\b|others\b|critics\b|observers\b|experts\b))"

_HELD_WORDS = _HELD.replace("rumou?red", "rumoured rumored").replace("recogni[sz]ed", "recognised recognized").replace("|", " ")
_REACTION_WORDS = (
    "concern concerns fear fears question questions doubt doubts objection objections suspicion suspicions worry"
    " worries eyebrows criticism criticisms"
    " accusations allegations complaint complaints claims suggestions speculation rumours rumors rumour rumor"
)

PATTERNS = (
    (
        "it",
        _HELD_WORDS,
        rf"it(?:[’']s| is| was| has(?: \w+)? been| had(?: \w+)? been| used to be| has become| is being"
        rf"|[’']s been)(?: (?:{_MANNER})){{0,2}} (?:{_HELD})(?=,? that\b)",
    ),
    (
        "it",
        _HELD_WORDS + " known agreed",
        rf"it(?:[’']s| is| was)(?: (?:{_MANNER})){{1,2}} (?:{_HELD}|known|agreed)(?= (?:that|the|he|she|it|they|a|an|to)\b)",
    ),
    (
        "it",
        _HELD_WORDS,
        r"it (?:is|was) (?:believed|thought|feared|understood|alleged|rumou?red)(?= (?:the|a|an|he|she|they|it|his|her|their|its)\b)",
    ),
    (
        "it",
        _HELD_WORDS,
        r"it (?:has|had) (?:long |often |also |even )?been (?:argued|suggested|alleged|claimed|said|reported|speculated)(?=,? that\b)",
    ),
    (
        "thought said believed reputed rumoured rumored understood reported held considered known expected assumed",
        "is are was were",
        r"(?:is|are|was|were)(?: (?:also|now|still|long|once|widely|generally|commonly|variously|often|popularly))?"
        r" (?:thought|said|believed|reputed|rumou?red|understood|widely (?:reported|held|considered|known|expected"
        r"|assumed))(?=(?: not)? to\b)",
    ),
    (
        "widely generally universally broadly popularly commonly",
        "as to that",
        rf"(?:is|are|was|were|been|be) (?:now |still |also )?(?:widely|generally|universally|broadly|popularly|commonly) (?:{_JUDGED})"
        rf"(?= (?:as|to|that)\b){_NO_AGENT}",
    ),
    (
        "by quarters circles",
        _JUDGED.replace("|", " ") + " recognised recognized",
        rf"(?:{_JUDGED})(?: \w+)? (?:by (?:many |some |most |several |a few |its |his |her )?(?:{_JUDGES})|in (?:some"
        rf"|many|certain|several) (?:quarters|circles))"
        r"(?: as| to be)?(?= (?:a|an|the|to|as|too|one|un\w+)\b|[,.;]| \w+[,.;])(?! (?:of|at|from|such|including)\b)",
    ),
    ("quarters circles", "in", r"(?:is|was|are|were|been) \w+ in (?:some|many|certain|several) (?:quarters|circles)(?: as\b)?"),
    (
        "wisdom",
        "conventional popular received accepted common",
        r"(?:conventional|popular|received|accepted|common) wisdom (?:\w+ )?(?:holds?|held|has it|had it|says|said"
        r"|suggests|(?:is|was)(?= that))\b",
    ),
    (
        "sense wisdom tradition lore opinion rumour rumours rumor rumors word gossip folklore belief legend",
        "has have had hold holds says",
        r"(?:(?:popular|public|received|local|general) (?:opinion|belief|legend|lore)|tradition|legend|common sense"
        r"|folk wisdom|rumou?rs?|word|gossip|folklore) (?:has|have|had|holds?|says) (?:it\b|that\b)",
    ),
    ("tale tales", "old", r"old wives[’'] tales? (?:holds?|say|says|has it|have it)\b"),
    ("word rumor rumour", "is", r"(?<![\w’'] )(?:word|rumou?r) is(?= (?:that\b|he\b|she\b|they\b|it\b))"),
    ("goes", "story theory thinking argument joke", r"(?:so )?the (?:story|theory|thinking|argument|joke) goes\b"),
    (
        _VIEWS.replace("|", " "),
        "that",
        r"(?:the|a) (?:(?:prevailing|general|common|conventional|growing|widespread|popular|frequent|main|usual|broad"
        r"|underlying|emerging"
        r"|overwhelming|overall|dominant|real|biggest|big) )?"
        rf"(?:{_VIEWS})(?: (?!is\b|was\b|from\b|by (?!its\b|critics\b|some\b|many\b)|for\b|that\b)[a-z-]+){{0,6}}? (?:is"
        rf"|was|must be|may be|seems to be|appears to be|has been|has always been|remains)(?= that\b)",
    ),
    (
        _VIEWS.replace("|", " "),
        "that",
        r"(?:critics|opponents|detractors|sceptics|skeptics|supporters|proponents|rivals)[’'] (?:\w+ )?"
        rf"(?:{_VIEWS}) (?:is|was)(?= that\b)",
    ),
    (
        "there",
        "sense feeling perception view belief conviction realisation realization recognition argument case suspicion"
        " suspicions rumour rumours rumor rumors"
        " speculation concern concerns fear"
        " fears talk whispers criticism criticisms complaint complaints claims allegations accusations suggestions"
        " consensus worries doubt doubts unease agreement anger dismay disquiet murmur murmurs mutterings grumbling"
        " grumblings hope hopes expectation hints reports",
        r"there (?:is|are|has been|have been) (?:also |now |still |even |already )?(?:much |growing |widespread |some "
        r"|mounting |a growing |a widespread |a general |increasing |persistent |considerable )?"
        rf"(?:{_RUMOURS}|sense|feeling|perception|view|belief|suspicion|conviction|realisation|realization|recognition"
        rf"|an argument|a case|consensus)(?= (?:that|of (?:the|a|an|another)|over|in some|among (?:some|many|critics|experts"
        rf"|observers)|about (?:the|how|whether))\b)",
    ),
    (
        "there",
        "who",
        r"there (?:is|are|were|will (?:always )?be) (?:also |always |still |even )?(?:those|some|people|many|others|plenty"
        r"|critics|experts|a few|several|many people|some people) who"
        r" (?:\w+ly |still |would |will |even )?(?:say|argue|believe|claim|insist|think|maintain|contend|fear|feel"
        r"|suspect|see|view|doubt|call|question)\b",
    ),
    (
        "raised voiced expressed made levelled leveled",
        _REACTION_WORDS,
        rf"(?:{_REACTIONS}) (?:have|has|had|were|was|are being|is being)(?: (?:also|now|even|long|often|already|recently"
        rf"|again))? ?(?:been )?"
        rf"(?:raised|voiced|expressed|made|levelled|leveled)\b(?! against){_NO_AGENT}",
    ),
    (
        "mounting growing rising spreading swirling rife circulating flying running surround surrounds remain grow"
        " linger lingers persist persists abound abounds swirl swirls",
        _REACTION_WORDS + " rumours rumors",
        r"(?:concerns|fears|questions|doubts|suspicions|worries|rumou?rs|speculation|allegations) (?:(?:are|is|were"
        r"|was) (?:mounting|growing|rising|spreading|swirling|rife|circulating|flying|running high)"
        r"|lingers?|persists?|abounds?|swirls?|remains?|grow|surrounds?)(?= (?:that|about|over|of|as to)\b)",
    ),
    (
        "eyes opinion view minds mind",
        "of",
        rf"(?:in|to) the (?:eyes|opinion|view|minds|mind) of (?:many|some|most|others|several|critics|observers"
        rf"|experts)\b(?:(?: [a-z-]+){{0,3}}(?=,)| (?:{_JUDGES})\b)?",
    ),
    (
        "estimate estimates account accounts reckoning reckonings",
        "by on in",
        r"(?:by|on|in) (?:some|most|many|several|all) (?:estimates?|accounts?|reckonings?)\b(?= ?[,.;])",
    ),
    (
        "for to",
        "observers experts analysts critics commentators scientists historians economists scholars fans pundits insiders",
        r"(?:^|(?<=[.,;] )|(?<=\b(?:and|but|yet) ))(?:for|to) (?:many|some|most|several) (?:\w+ )?"
        r"(?:observers|experts|analysts|critics|commentators|scientists|historians|economists|scholars|fans|pundits|insiders)(?=,)",
    ),
    (
        "science history numbers figures facts statistics",
        "us that we you the a it no",
        r"(?:^|(?<=[.,;:] )|(?<=\bbut )|(?<=\band ))(?:(?:science|history) (?:also )?(?:says|teaches|tells|shows"
        r"|suggests)(?= (?:us|that|we|you|the|a|it|no)\b)|the (?:numbers|figures|facts|statistics) tell us)",
    ),
    (
        "everyone everybody nobody one",
        "knows agrees believes thinks says doubts disputes denies accepts expects",
        r"(?:almost |nearly |just about )?(?:everyone|everybody|nobody|no one|no-one) (?:seriously |really |now "
        r"|still )?(?:knows|agrees|believes|thinks|says|doubts|disputes|denies|accepts|expects)(?= (?:that|it|he|she"
        r"|this|they|in|the \w+ (?:is|was|has|had|will|would|are|were))\b)",
    ),
    (
        "few",
        "doubt dispute deny argue quarrel expect believe",
        r"few (?:people |observers |experts |would |will |seriously |now |still ){0,2}(?:doubt|dispute|deny|argue"
        r"|quarrel|expect|believe)(?= (?:that|the|it|his|her|with)\b)",
    ),
    (
        "public industry market establishment electorate trade profession community commentariat media press markets",
        "believes believe thinks think fears fear suspects suspect expects expect assumes reckons agrees",
        r"the (?:wider |general |whole |british |american |[a-z]+ )?(?:public|industry|market|markets|establishment"
        r"|electorate|trade|profession|community|commentariat"
        r"|media|press) (?:now |still |widely |generally |largely |mostly )?(?:believes?|thinks?|fears?|suspects?"
        r"|expects?|assumes?|reckons?|agrees?)"
        r"(?= (?:that|the|it|he|she|they|a|this|his|her|in)\b)",
    ),
    (
        "opinion opinions views debate",
        "divided differ split vary rages raging mixed",
        r"(?:opinions?|views|debate) (?:is|are|remains?|still|has been|have been)? ?(?:divided|differ|split|vary|rages"
        r"|raging|mixed)\b(?! by)",
    ),
    ("told", "we", r"(?:so )?we (?:are|were) (?:often |always |constantly |repeatedly )?told\b(?=[,.]| that\b)"),
    ("known dubbed called nicknamed", "many some", r"(?:known|dubbed|called|nicknamed) (?:to|by) (?:many|some|others|most)(?= as\b|[,.])"),
    (
        "described hailed likened compared branded criticised criticized praised denounced dismissed",
        "been",
        rf"(?:has|have|had) (?:often |also |long |even |sometimes |variously |repeatedly )?been (?:often |also "
        rf"|variously |repeatedly |frequently )?"
        rf"(?:(?:described|hailed|branded|criticised|criticized|praised|denounced|dismissed)(?= as\b| a\b)|(?:likened"
        rf"|compared)(?= (?:to|with)\b)){_NO_AGENT}",
    ),
    (
        "often sometimes frequently regularly routinely variously increasingly",
        "as to",
        rf"(?:is|are|was|were|been) (?:often|sometimes|frequently|regularly|routinely|variously) (?:described|dismissed"
        rf"|hailed|criticised|criticized|portrayed|derided|cited|held up)(?= as\b| to be\b){_NO_AGENT}",
    ),
    (
        "reckoned held considered tipped rumored rumoured feared reputed assumed presumed estimated reported alleged",
        "to",
        r"(?:is|are|was|were) (?:now |still |also |long |generally |widely |once )?(?:reckoned|tipped|feared|presumed|estimated|reported"
        r"|alleged|assumed|reputedly|held)(?= to (?:be|have|weigh|cost|contain|hold|carry|bring|number|own|reach)\b)",
    ),
    ("supposed", "to", r"(?:is|are) (?:supposed)(?= to (?:ease|help|cure|protect|prevent|improve|boost|ward)\b)"),
    (
        "to for among in",
        "critics detractors opponents supporters sceptics skeptics admirers defenders backers fans believers purists",
        r"(?:^|(?<=[.,;] )|(?<=\band )|(?<=\bbut ))(?:to|for|among|in the (?:eyes|view|opinion) of) (?:its |his |her "
        r"|their |the \w+[’']s |many |some |most )?"
        r"(?:critics|detractors|opponents|supporters|sceptics|skeptics|admirers|defenders|backers|believers"
        r"|purists)(?=,| (?:it|the|he|she|this)\b)",
    ),
    (
        "secret",
        "open",
        r"(?:it is|it was|it[’']s) an open secret(?= that\b)",
    ),
    (
        "considered regarded called judged deemed",
        "widely generally universally commonly",
        rf"(?:is|are|was|were) (?:widely|generally|universally|commonly) (?:considered|called|judged|deemed)"
        rf"(?= (?:a|an|the|one)\b){_NO_AGENT}",
    ),
    ("questions", "asked", r"questions (?:are|were) (?:also |now )?being asked(?= (?:about|over|of)\b)"),
    ("clear settled", "science evidence", r"(?:^|(?<=[.;] ))the (?:science|evidence) is (?:clear|settled)(?=:| that\b)"),
    ("argued said", "it", r"it (?:could|can|might|may) be (?:argued|said)(?= that\b)"),
    (
        "surfaced emerged appeared circulated",
        "reports claims allegations rumours rumors accusations suggestions",
        r"(?:reports|claims|allegations|rumou?rs|accusations|suggestions) (?:have|has|had) (?:also |since |recently )?"
        r"(?:surfaced|emerged|appeared|circulated)(?= that\b)",
    ),
    (
        "among",
        "doubt dispute agreement consensus unease",
        r"there (?:is|was|has been) (?:little|no|broad|general|wide|some|much) (?:doubt|dispute|agreement|consensus|unease)"
        r" among (?:many |most |some )?[a-z]+s\b(?= that\b)",
    ),
    ("agreement consensus", "there", r"there is (?:now )?(?:broad|general|wide|widespread) (?:agreement|consensus)(?= that\b)"),
    (
        "complaint criticism objection fear worry",
        "one another",
        r"(?:one|another) (?:common|frequent|familiar|regular) (?:complaint|criticism|objection|fear|worry) is(?= that\b)",
    ),
    (
        "thinking wisdom opinion theory",
        "according",
        r"according to (?:conventional|popular|received|current|common) (?:thinking|wisdom|opinion|theory)\b",
    ),
    (
        "credited acknowledged",
        "widely popularly generally commonly",
        r"(?:(?:is|are|was|were) (?:widely|popularly|generally|commonly) credited(?= with\b)"
        r"|(?<=, )(?:widely|generally) acknowledged as\b)",
    ),
    (
        "viewed regarded seen greeted met",
        "by",
        r"(?:is|are|was|were|been) (?:viewed|regarded|seen|greeted|met) with \w+ by (?:many|some|most)\b",
    ),
    ("being", "it", rf"it is being (?:{_HELD})(?= that\b)"),
    ("emerged", "it", r"it has (?:also )?emerged(?= that\b)"),
    (
        "street word talk",
        "word talk",
        r"(?:the )?(?:word|talk) (?:on the \w+|in the \w+|around \w+|around the \w+|of the \w+) (?:is(?= that)|was(?= that)|has it)\b",
    ),
    (
        "school jury money indications signs anyone cast",
        "thought out smart early hardly doubt doubts",
        r"(?:(?:one|another|a) school of thought (?:holds|has it|says|is)|the jury is (?:still )?out"
        r"|the smart money (?:is|says)|(?:early|initial|first) (?:indications|signs) (?:are|were|suggest)(?= that)"
        r"|hardly anyone (?:seriously |now |still )?(?:believes|thinks|doubts)|doubts? (?:has|have) been cast)\b",
    ),
    (
        "growing mounting rising",
        "concern unease anger calls speculation disquiet alarm pressure",
        r"(?:concern|unease|anger|speculation|disquiet|alarm|calls) (?:is|are) (?:also |now )?(?:growing|mounting"
        r"|rising)(?= (?:over|about|that|at|for|among)\b)",
    ),
    ("tradition", "says has holds dictates", r"tradition (?:says|has it|holds|dictates)\b"),
    ("hear", "you", r"you (?:will |often |sometimes |still )*hear (?:it said|people say|it argued)\b"),
    ("quarters circles", "in", r"in (?:some|many|certain|several) (?:quarters|circles)(?=,)"),
    (
        "street valley city westminster whitehall hollywood internet",
        "expects believes thinks fears reckons convinced suspects assumes",
        r"(?:wall street|silicon valley|fleet street|the city|westminster|whitehall|hollywood|the internet) (?:now |still |widely )?"
        r"(?:expects|believes|thinks|fears|reckons|is convinced|suspects|assumes)\b",
    ),
    (
        "according",
        "legend tradition folklore rumour rumor gossip lore belief wisdom theory theories version account accounts hearsay myth",
        r"according to (?:local |popular |village |family |ancient |one |some |many |most |conventional |common |urban |persistent )*"
        r"(?:legend|tradition|folklore|rumou?rs?|gossip|lore|belief|wisdom|theory|theories|version|accounts?|hearsay|myth)(?= ?[,.;])",
    ),
    (
        "half much sections parts swathes",
        "believe believes think thinks fear fears say says suspect suspects regard regards see sees",
        r"(?:(?:more than )?half the|much of the|(?:large |whole |big |some )?(?:sections|parts"
        r"|swathes) of the) (?:[a-z]+ )?[a-z]+ (?:now |still )?"
        r"(?:believes?|thinks?|fears?|says?|suspects?|regards?|sees?)\b",
    ),
    (
        "critics detractors observers commentators pundits purists sceptics skeptics opponents reviewers",
        "by",
        r"(?:is|was|are|were|been|being) (?:\w+ly )?\w+(?:ed|en) by (?:its |many |some |most )?"
        r"(?:critics|detractors|observers|commentators|pundits|purists|sceptics|skeptics|reviewers)(?= as\b| for\b|[.,;])",
    ),
    ("explanation theory suggestion", "one", r"one (?:possible |popular |common )?(?:explanation|theory|suggestion) is(?= that\b)"),
    ("reportedly reputedly", "is was are were has had have", r"(?:is|was|are|were|has|had|have) (?:been )?(?:reportedly|reputedly)\b"),
    ("called", "been", rf"(?:has|have|had) (?:often |long |even )?been called(?= (?:a|an|the|one)\b){_NO_AGENT}"),
    ("tipped", "for as", r"(?:is|are|was|were|been) (?:widely )?tipped(?= (?:for|as)\b)"),
    (
        "calls outcry outrage uproar",
        "there",
        r"there (?:is|are|has been|have been) (?:also |now |growing |increasing |an |widespread )*(?:calls|outcry|outrage|uproar)"
        r"(?= (?:for|over|at|about)\b)",
    ),
    (
        "critic observer expert analyst commentator insider wag pundit sceptic skeptic detractor supporter opponent onlooker",
        "one",
        r"(?:in the words of one (?:critic|observer|expert|analyst|commentator|insider|wag|pundit)"
        r"|(?:as )?one (?:[a-z]+ )?(?:critic|observer|expert|analyst|commentator|insider|wag"
        r"|pundit|sceptic|skeptic|detractor|supporter|opponent|onlooker) (?:said|says|called|calls|put it|puts it|noted"
        r"|described|describes|warned|argued))\b",
    ),
    (
        "experience sense",
        "shows suggests teaches dictates says",
        r"(?:^|(?<=[.,;:] )|(?<=but ))(?:bitter |long )?(?:experience|common sense) (?:shows|suggests|teaches|dictates"
        r"|says)(?= (?:us|that)\b)",
    ),
    (
        "expects expect",
        "nobody one few everyone",
        r"(?:nobody|no one|everyone|few) (?:now |still |really |seriously )?expects?(?= the \w+ to\b| it to\b)",
    ),
    ("agree", "everyone everybody", r"(?:almost |nearly )?(?:everyone|everybody) (?:seems to|appears to|can) agree\b"),
)
"""Words, words, pattern."""
