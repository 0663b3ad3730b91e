"""What a message does to the request at hand: begin anew, add to it, replace a part, take a part back."""

import re
from collections.abc import Iterable, Sequence

from bot.conversation import conditions
from bot.conversation.merging import OPPOSITES
from bot.conversation.reading import Change, Drop, Nudge
from bot.conversation.spans import Span, without
from data.filters import RANGES
from retrieval.mentions import Mentions
from retrieval.request import Request

_NUDGES = (
    (
        Nudge.SHORTER,
        (
            r"(?:something |a (?:bit|little) |much |way |bit )?shorter|(?<!not )(?<!nothing"
            r" )(?<!isn't )(?:these are |they'?re |it'?s |that'?s )?(?:all )?(?:too|so) long"
            r"|not (?:so|as|that|quite so) long"
        ),
        r"(?:再|更|稍微)?短一?[点些]儿?的?|(?:还有)?再短的|更短的?|(?<![别要不能])(?:都)?太长了?",
    ),
    (
        Nudge.LONGER,
        r"(?:a (?:bit|little) )?longer(?! than)|too short",
        r"(?:再|更)?长一?[点些]儿?的?|(?:还有)?再长的|更长的?|太短了?",
    ),
    (
        Nudge.NEWER,
        (
            r"newer|more (?:recent|modern|current|up to date)|(?:these are |they'?re |it'?s"
            r" |that'?s )?(?:all )?too old"
        ),
        (
            r"(?:再|更|稍微)?(?<![清全创])新一?[点些]儿?的?|更新的|(?:再)?近一?点的?|(?:都)?太老了?"
            r"|太旧了?|年代(?:再)?近一?[点些]的?"
        ),
    ),
    (
        Nudge.OLDER,
        (
            r"older(?! (?:than|women|woman|man|men|people|brother|sister|couple|lady))|more"
            r" classic|too (?:new|recent|modern)"
        ),
        (
            r"(?:再|更|稍微)?老一?[点些]儿?的?|(?:还有)?再老的|更老的?|(?:再)?早一?[点些]的?"
            r"|更早的?|太新了?|年代(?:再)?(?:早|久远)一?[点些]的?"
        ),
    ),
    (
        Nudge.LESS_KNOWN,
        (
            r"(?:less|not (?:so|as|that)) (?:well[- ])?(?:known|famous|popular|mainstream"
            r"|obvious)|lesser[- ]known|more (?:obscure|niche|unknown|underground)|too (?:mainstream"
            r"|famous|popular|obvious|well[- ]known)"
        ),
        (
            r"(?:再|更|稍微)?(?:冷门|小众)一?[点些]儿?的?|更(?:冷门|小众)的?|(?:不那么|别那么"
            r"|没那么|别太)(?:有名|出名|主流|热门|大众)的?|太(?:热门|主流|有名|大众)了?"
        ),
    ),
    (
        Nudge.BETTER_KNOWN,
        (
            r"(?:better|more well)[- ]known|more (?:famous|popular|mainstream|well[- ]known)"
            r"|too (?:obscure|niche|unknown)"
        ),
        (
            r"(?:再|更|稍微)?(?:有名|知名|热门|出名|主流|大众)一?[点些]儿?的?|更(?:有名|知名"
            r"|热门|出名|主流|大众)的?|太(?:冷门|小众)了?"
        ),
    ),
)
_NUDGE_PATTERNS = tuple(
    (nudge, re.compile(rf"\b(?:{english})\b|{chinese}", re.IGNORECASE)) for nudge, english, chinese in _NUDGES
)
_OPENING = re.compile(
    (
        r"^(?:ok(?:ay)?|hmm+|well|so|cool|nice|great|thanks|please|pls|oh|ah|um|uh|yeah"
        r"|yes|no|nah|hey|right|good|lol|嗯|好的?|行|哦|那|诶|算了吧)[\s,.!，。]+"
    ),
    re.IGNORECASE,
)
_REFINING = re.compile(
    r"^(?:(?:but|and|also|only|just|instead|actually|same|make (?:it|them|that)|less"
    r"|more|not|no|without|nothing|minus|a (?:bit|little)|(?:what|how) about|maybe"
    r"|plus|or|with|from|in|by|under|over|before|after|except|anything but|ideally"
    r"|preferably|rather|even|keep|ones?|must|should|they|it (?:should|must|has)|needs?"
    r" to|i (?:want|need|meant?|'d (?:like|prefer|rather)) (?:it|them|something)|i"
    r" prefer|exclude|remove|skip|avoid|(?:let'?s|lets) (?:make|keep|stick|do|go)"
    r"|go|try|can (?:it|they|you make)|any\b.*\bones\b|stuff|limit)\b"
    r"|something (?:less|more|else|a (?:bit|little)|not|\w+er)\b|(?!(?:thriller|western"
    r"|another|gangster|monster|superhero|whatever|murder|winter|summer|under|over"
    r"|after|river|ever|never|prison|vampire|creature|singer|soccer|power|killer|water"
    r"|river|paper|chapter|sister|brother|mother|father|number|twister|super|easter"
    r"|soldier|hacker|teacher)s?\b)\w{3,}er\b(?!.*\b(?:films?|movies?|shows?)\b)"
    r"|再|更|换|不要|别|只要|只看|但|不过|那|最好|而且|同样|一样的?(?:但|，|,)|也要"
    r"|还要|加上|加个|限|必须|要(?!不|推荐)|得是|可以(?:再|更)|能不能(?:再|更|换)"
    r"|有没有(?:再|更|\S{1,3}一?[点些]的)|稍微|去掉|排除|除了|不看|改|还是要|主演"
    r"|导演|来点(?:更|再|\S{1,2}的$)|评分|片长|时长|年代|国家|语言)",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"(?:一[点些]的?|instead|ones?|please|though|too|only|as well|的吧|的就行|的也行|的呢|就好|就行)[\s.!?。！？]*$",
    re.IGNORECASE,
)
_REPLACING = re.compile(
    (
        r"\b(?:actually|instead|rather|make (?:it|that|them)|(?:how|what) about|switch(?:"
        r" it)? to|change (?:it|that|the \w+)? ?to|swap|not \w+ but|let'?s (?:do|go|try"
        r"|make)|go with|turn it into)\b|换(?:成|个|一?些|部|点)?|改(?:成|为|看|要)|还是(?!要不要)"
        r"|那.{1,10}呢|不如|变成"
    ),
    re.IGNORECASE,
)
_ASKS_ANEW = re.compile(
    (
        r"\b(?:recommend|suggest|find me|show me|give me|get me|looking for|look for|searching"
        r" for|i(?:'m| am) (?:after|in the mood)|in the mood|i(?:'d| would)? ?(?:want"
        r"|like|need|fancy) (?:to (?:watch|see)|an? |some )|got any|do you have|have you"
        r" got|any (?:good|decent|great)|know any|are there any|some |what are)\b|推荐"
        r"|安利|想看|有没有|有什么|找(?:一|几|个|点|部|些)|来(?:一|几|部|个)(?:部|个|些)?"
        r"|求(?:一|几|个|部|推)?|给我(?:来|找|推)"
    ),
    re.IGNORECASE,
)
_NOUN = re.compile(
    (
        r"\b(?:films?|movies?|cinema|shows?|series|flicks?|romcoms?|thrillers|westerns"
        r"|musicals|comedies|dramas|documentaries|docs|biopics|mysteries|cartoons|anime"
        r"|k-?dramas?|horrors|whodunn?its)\b|(?<![只要换改])(?:[\u3400-\u9fff]片|电影"
        r"|剧)"
    ),
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    (
        r"[\s,.，。…;-]+(?:(?:oh |no+,? |oops,? |sorry,? |hmm,? |ah )*(?:no,? wait|wait,?"
        r" no|wait|i mean(?:t)?|scratch that|make that|correction|rather(?=,)|actually(?:"
        r" no)?(?=,? (?:make|no|not|let'?s|a |the |an )))(?: (?:to say|like))?|sorry,?"
        r" (?:i mean(?:t)?)?|(?:[啊哦噢]不(?!错|好)|(?:啊|哦|噢)?(?:不对|说错了?|打错了?"
        r"|不是|等等|我是说|应该是|错了))(?:[,，。 ]*(?:是|应该是|我是说|我想说|想说|要))?)(?:[\s,，:：]+"
        r"|(?=[\u3400-\u9fff\d]))"
    ),
    re.IGNORECASE,
)

_ONLY_AT_END = re.compile(
    r"\b(?:only|instead|too|as well|though)[\s.!]*$|(?:就好|就行|也要|也行)[\s。！]*$", re.IGNORECASE
)

_SOMETHING = re.compile(r"^(?:something|anything)\b", re.IGNORECASE)

_SLOT_WORDS = {
    "years": (
        r"(?<=哪)一?年|新旧|老不老|新老|新不新|decades?|years?|era|eras|period|time period"
        r"|release dates?|dates?|age|年代|年份|时间|上映时间|时期"
    ),
    "minutes": (
        r"多长|多久|长短|length|running ?time|runtime|duration|time limit|lengths?|minutes"
        r"|hours|how long(?: it is| they are)?|时长|片长|长度|长短"
    ),
    "countries": (
        r"countr(?:y|ies)|place|origin|nationality|region|where (?:it'?s|they'?re) from"
        r"|国家|地区|国别|产地|哪国|(?<=哪)国"
    ),
    "languages": r"languages?|语言|语种",
    "genres": r"genres?|类型|片种|题材类型",
    "min_rating": (
        r"评分高低|分高分低|rating|ratings|score|scores|imdb|imdb (?:rating|score)|评分"
        r"|分数|打分|豆瓣评分|得分"
    ),
    "people": r"actors?|actress(?:es)?|directors?|cast|person|people|stars?|演员|导演|主演",
    "kind": r"film or series|movie or (?:series|show)|kind|format|电影还是剧|电影电视剧|形式|电影或剧",
    "sort": r"order|sorting|sort|顺序|排序",
    "about": r"mood|vibe|vibes|tone|theme|themes|题材|主题|风格|氛围|心情",
    "max_votes": r"popularity|热度|人气|知名度",
}
_SLOT = "|".join(f"(?P<{column}{{n}}>{words})" for column, words in _SLOT_WORDS.items())
_THING = r"(?:thing|part|bit|limit|requirement|filter|restriction|condition|stuff|rule|constraint|preference)s?"


def _slot(n: int) -> str:
    return _SLOT.replace("{n}", f"_{n}")


_DROP_SLOT = re.compile(
    rf"\b(?:forget|drop|ignore|remove|scrap|lose|skip|ditch|cancel|clear|don'?t (?:care"
    rf"|worry|mind) (?:about)?|never ?mind|take (?:off|away|out)|lift|(?:get )?rid"
    rf" of|no(?: longer)?)(?: about)? (?:the |that |any |my |about )*(?:{_slot(1)})(?:"
    rf" {_THING})?(?: (?:too|as well|then|either))?\b"
    rf"|\b(?:any|whatever|all) (?:{_slot(2)})(?: (?:is|are|will|would|works?|goes))?(?:"
    rf" (?:ok(?:ay)?|fine|good|do|works?|cool|actually|now|then))*\b(?! (?:by|with"
    rf"|from|about|like|that|directed))"
    rf"|\b(?:the )?(?:{_slot(3)}) (?:doesn'?t|does not|don'?t|do not|doesnt|dont|isn'?t"
    rf"|is not) (?:really )?(?:matter|important|count)\b"
    rf"|(?:{_slot(4)})(?:都|也)?(?:不限(?:制)?|无所谓(?:了)?|随便(?:了)?|不重要(?:了)?"
    rf"|不要紧|不用管(?:了)?|没关系|都行|都可以|不管(?:了)?|不做要求|没要求|不要求"
    rf"|什么都行|不挑|随意|算了|不限定)"
    rf"|(?:不限(?:制|定)?|不管|不用管|别管|去掉|取消|忽略|不要管|放开|不考虑|不用限制"
    rf"|不要限制|删掉|不在乎)(?:那个|什么)?(?:{_slot(5)})(?:的?(?:限制|要求|条件|了))?"
    rf"|(?:什么|哪个|任何|任意|哪)(?:{_slot(6)})(?:的)?(?:都行|都可以|都好|都成|也行|无所谓)",
    re.IGNORECASE,
)
_DROP_VALUE = re.compile(
    rf"^(?P<either>[\w\s'-]+?),? or not\b[\s,]*(?:(?:i )?(?:don'?t|do not) (?:care"
    rf"|mind)|whatever|(?:it )?doesn'?t matter|either way|no matter|both (?:are )?fine"
    rf"|is fine)?\W*$|"
    rf"\b(?:(?:doesn'?t|does not|don'?t|do not)(?: (?:really|necessarily|even|actually))*(?:"
    rf" (?:have|need|has)) (?:to )?(?:be|have|be from|be in|include)|needn'?t be|no"
    rf" need (?:to be|for)|not necessarily) (?P<be>[\w\s'-]+?)(?= (?:anymore|any more"
    rf"|though|actually|either|now|if|but|just)\b|[,.!?]|$)"
    rf"|\b(?:forget|drop|remove|scrap|lose|ditch|take out|take off|get rid of|never"
    rf" ?mind|leave out|skip|cancel)(?: about)? (?:the |that |my )?(?P<drop>[\w\s'-]+?)(?:"
    rf" {_THING})?(?= (?:anymore|any more|though|actually|too|now|then|again|please"
    rf"|from)\b|[,.!?]|$)"
    rf"|(?:不一定(?:非?要?|得|非得)(?:是)?|不用(?:非得?|非要|一定)?是?|不必(?:非得?"
    rf"|非要|一定)?是?|不需要(?:是|非得)?|没必要是?|不非得是?|不是非得?要?是?|(?:去掉"
    rf"|取消|删掉|拿掉|移除)(?:那个)?|不限(?:定|于)?)(?P<zh>[^\s,，。！？]+?)(?:的)?(?:这个)?(?:条件"
    rf"|限制|要求|标签|也行|也可以|都行|了)?(?=[\s,，。！？]|$)"
    rf"|(?P<zh_before>[^\s,，。！？]{{1,8}}?)(?:这个)?(?:条件|限制|要求)?(?:就)?(?:也(?:没事"
    rf"|行|可以|没关系|无所谓|成|没问题)|不限了?|无所谓了?|不用了|不要求了|去掉(?:吧)?"
    rf"|就算了)(?=[\s,，。！？吧]|$)",
    re.IGNORECASE,
)


_SWAP = re.compile(
    (
        r"\b(?:swap|switch|change|replace) (?:the |out )?(?P<old>[\w\s'-]+?) (?:for|to"
        r"|with|into) (?P<new>[\w\s'-]+)|[把将](?P<old_zh>[^\s,，。]{1,10}?)(?:换成|改成"
        r"|换为|改为|换作)(?P<new_zh>[^\s,，。！？]+)"
    ),
    re.IGNORECASE,
)


def corrected(text: str) -> tuple[str, str]:
    """A text that takes itself back in the midst ("a comedy.. no wait, a thriller"), before and after; "" for none."""
    match = _CORRECTION.search(text)
    if not match or not text[: match.start()].strip() or not text[match.end() :].strip():
        return text, ""
    return text[: match.start()], text[match.end() :]


def nudges(text: str, names: Sequence[Span]) -> tuple[tuple[Nudge, ...], str]:
    """Comparisons with the list at hand, and the text without them."""
    found: list[Nudge] = []
    for nudge, pattern in _NUDGE_PATTERNS:
        match = pattern.search(text)
        if match and not any(match.start() < end and start < match.end() for start, end in names):
            found.append(nudge)
            text = without(text, [match.span()])
    return tuple(found), text


def drops(text: str, mentions: Mentions) -> tuple[tuple[Drop, ...], str]:
    """What is taken back, and the text without it."""
    found: list[Drop] = []
    for match in list(_DROP_SLOT.finditer(text)):
        column = next(name for name, value in match.groupdict().items() if value).rsplit("_", 1)[0]
        found.append(Drop(column))
        text = without(text, [match.span()])
    for match in list(_SWAP.finditer(text)):
        old, new = match["old"] or match["old_zh"], match["new"] or match["new_zh"]
        values = tuple(_dropped(old, mentions)) or (Drop("about", old.strip()),)
        found += values
        text = text[: match.start()] + new.rjust(len(match[0])) + text[match.end() :]
    for match in list(_DROP_VALUE.finditer(text)):
        said = next((value for value in match.groups() if value), "")
        values = tuple(_dropped(said, mentions))
        if "也" in match[0] and any(drop.column in RANGES for drop in values):
            continue  # 两个半小时以内也成 states a bound
        if not values and match["be"]:
            values = (Drop("about", said.strip()),)  # "it doesn't need to be funny"
        if not values and match["zh_before"]:
            values = (Drop("not_about", said.strip()),)  # 血腥也没事
        if values:
            found += values
            text = without(text, [match.span()])
    return tuple(found), text


def _dropped(said: str, mentions: Mentions) -> Iterable[Drop]:
    for condition in conditions.find(said, mentions.keywords):
        is_list = condition.column in {*OPPOSITES, *OPPOSITES.values()}
        yield Drop(condition.column, condition.value if is_list else None)
        if condition.column in OPPOSITES:
            yield Drop(OPPOSITES[condition.column], condition.value)
    for person in mentions.people(said):
        yield Drop("people", person.name)


def change(text: str, request: Request, *, is_told: bool) -> Change:
    """Whether a request begins anew, or changes the one at hand."""
    opened = text
    while match := _OPENING.match(opened):
        opened = opened[match.end() :]
    if _REPLACING.search(opened) and not is_told:
        return Change.REPLACE
    if is_told:
        return Change.ANEW
    if _REFINING.match(opened):
        return Change.REFINE
    filters = request.filters
    if _only_turns_down(request):
        return Change.REFINE
    is_noun = bool(_NOUN.search(opened))
    if _ONLY_AT_END.search(opened) and not _ASKS_ANEW.search(opened):
        return Change.REFINE
    if _ASKS_ANEW.search(opened) and not (_ENDING.search(opened) and not is_noun):
        return Change.ANEW
    if is_noun:
        return Change.ANEW
    if _SOMETHING.match(opened):
        return Change.ANEW
    states_only = bool(filters or request.unlike or request.sort) and not request.about
    is_short = len(opened.split()) <= 3 and len(opened) <= 24
    return Change.REFINE if states_only or _ENDING.search(opened) or is_short else Change.ANEW


def _only_turns_down(request: Request) -> bool:
    """Whether a request says only what is not wanted."""
    turns_down = any(getattr(request.filters, column) for column in OPPOSITES.values()) or request.not_about
    wants = any(not column.startswith("not_") for column in request.filters.stated) or request.about or request.sort
    return bool(turns_down or request.unlike) and not wants
