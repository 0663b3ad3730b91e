"""What only meaning can match: what is left of a request when everything that rules read is taken out."""

import re
from collections.abc import Collection, Sequence

from bot.conversation import conditions
from bot.conversation.spans import Span, without
from retrieval.lexicon import HAN
from retrieval.words import cut

# A plot is told where at least so much is left of a clause; less is a wish: "warm and funny".
_TOLD_WORDS = 6
_TOLD_HAN = 10

# Words that ask, point or join, and say nothing of what is asked for.
_FILLER = re.compile(
    r"(?<![\w-])(?:i'?m|i'?d|i'?ve|i'?ll|im|id|ive|we'?re|we'?d|we'?ve|you'?re|it'?s"
    r"|its|that'?s|thats|what'?s|whats|there'?s|let'?s|lets|don'?t|dont|isn'?t|he'?s"
    r"|she'?s"
    r"|i|we|u|me|us|my|our|you|ya|your|it|they|them|these|those|this|that|which|who"
    r"|is|are|am|was|were|be|been|being|do|does|did|has|have|had|having|can|could"
    r"|would|will|shall|should|may|might|must"
    r"|a|an|the|any|some|every|all|each|either|both|another|other|others|else|such"
    r"|much|many|lots? of|few|bit|little(?! (?:sister|brother|girl|boy|kid|one|known))"
    r"|kinda|sorta|kind|kinds|sort|sorts|type|types|really|very|quite|pretty|so|too"
    r"|just|only|also|again|maybe|perhaps|probably|possibly|actually|basically|honestly"
    r"|preferably|ideally|mainly|mostly|especially|still|even|then|now|yet|already"
    r"|ever|there|here"
    r"|and|or|but|nor|if|as|than|of|for|by|at|in|on|from|to|with|about|into|where"
    r"|when|while|because|cause|cuz|coz|since|though|tho|plus|w|w/"
    r"|want|wanna|wanted|wants|need|like|likes|love|loved|enjoy|prefer|fancy|feel"
    r"|feeling|looking|look|search|searching|seeking|hoping|mind|think|guess|know"
    r"|try|trying to find|get|got|gotta|give|gimme|show|find|tell|recommend|recommendation"
    r"|recommendations|recommended|rec|recs|suggest|suggestion|suggestions|watch|watching"
    r"|seen|see|pick|choose|help|please|pls|plz|plss|thanks|thank|thx|ty|cheers|hey"
    r"|hi|hello|ugh|nvm|episodes?|finished|obsessed|em|anyway|fair|eh|meh|er|uhm|mm+|aw+|quick|bot|usher|next|together"
    r"|hit|cant remember the name|remember|name|right now|century|itself|yo|ok|okay"
    r"|k|well|hmm|hm|um|uh|oh|lol|lmao|haha|tbh|imo|btw|fr|ngl|man|dude|bro|mate|guys?(?="
    r" [,.!]|$)"
    r"|mood(?= for)|in the mood|something|smth|smthing|sth|somethin|sumthing|anything"
    r"|anythin|everything|thing|things|stuff|one|ones|someone|anyone|what|whatever"
    r"|how|why|vibes?"
    r"|good|nice|great|decent|solid|cool|awesome|amazing|fine|perfect|better|must[-"
    r" ]see|worth|work|works|tonight|today|tomorrow|tonite|right|quick|set|takes?"
    r" place|based|themed?|style|styled|inspired|involving|featuring|features?|starring"
    r"|made|making|directed|called|named|titled|title|titles|picture|pictures|cinema"
    r"|movie night|options?|list|time|this time|go|going|come|make|let|keep|instead"
    r"|rather|same|similar|more|most|less(?! \w)|no|not|yes|yeah|yep|nah|nope|sure"
    r"|sorry|wait|mean|meant|change|switch|add|include|including|exactly|possible"
    r"|possibly|fan|fans|big|huge|follow(?:s|ing)?(?= (?:a|an|the))|story|stories"
    r"|tale|plot)(?![\w'-])",
    re.IGNORECASE,
)
_LIKENESS = re.compile(
    r"\b(?:(?:a )?cross between|(?:a )?mix of|in the (?:vein|style|spirit|mood) (?:of"
    r"|for)|(?:with )?(?:the )?(?:same )?(?:vibes?|feel|feeling|energy) (?:of|as|like)"
    r"|along the lines of|reminiscent of|reminds? me of|similar to|as good as|crossed"
    r" with|meets|mixed with|comparable to|à la|a la|esque|vs|x)\b"
    r"|类似于?|就?像|那样|一样|那种感觉|那种|之类|这类|那类|风格|遇上|碰上|撞上|的?结合|差不多|同类|同款|加上?|\+",
    re.IGNORECASE,
)
_ZH = (
    r"(?:我们?|咱们?|你们?|您|请问?|帮忙?|给|想要?|看看|看|找找?|推荐|介绍|安利|一下"
    r"|来点|来|几部|一部|两部|一些|有没有|有什么|有啥|有无|什么|啥|哪些|哪部|但是?"
    r"|不过|而且|并且|然后|再|更|最好|换成?|改成?|要求|要|和|跟|与|及|还有|还是|或者?"
    r"|都|也|多|既|带|排除|不用|饶了我|比|再长|拿掉|聚焦|安排|见识|一个味道|味道|套"
    r"|列|推|唉|咯|啦|能让我|让我|让人|让|越|饶|动脑筋|部能|来部|给|吧唧|映|上映|后面"
    r"|前面|接着|还想|就想|要是|拿出来?|批|那批|一下子|等|之类的|看看|看下|路上|时候"
    r"|没事|啥|有啥|咋|怎么|算|总|老样子|原来|真|快|每次|一直|已经|刚|刚才|刚刚|冇"
    r"|睇下?|接下来|下来|刷完|看完|故事|发生|合作|腻|除外|算|片单|重新|既然|想不起来"
    r"|名字|忘了|叫什么|来着|那个谁"
    r"|那种|这种|那类|一点儿?|点儿|点|的话|的|地|得|了|着|过|吧|吗|嘛|呢|呀|啊|哦"
    r"|呗|哈|哎|嗯|喂|那个|这个|那些|这些|那|这|就是|就|只|是|有|在|里面|里|能|可以"
    r"|会|行|好|可|最近|今晚|今天|晚上|现在|适合|比较|稍微|稍|特别|非常|超级|超|很"
    r"|挺|蛮|有点|关于|有关|讲述|讲|说的?|拍的?|题材|类型|主题|为主题|背景|风格|感觉"
    r"|风|系列|作品|好看|不错|经典的?那种|随便|部|些|片|类|型|随意|推|求|跪求|谁|知道"
    r"|觉得|喜欢|爱|希望|打算|准备|想着|麻烦|谢谢|多谢|大家|人家|如果|因为|所以|一起"
    r"|导演|主演|演|年|别的|其他|其它|同样|相同|不要|别|不|没有?|除了|以外|之外|除外"
    r"|剧|影片|电影|片子|对|至少|左右|之类|等等|起来|方面|元素|成|把|去|从|到|上|下"
    r"|内|大|个|回)"
)
_ASKING_ZH = re.compile(rf"(?:{_ZH})+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_BEGGING = re.compile(r"^(?:跪?求|想要?看|想要)+")
_WHERE = frozenset(["where", "in which", "wherein"])
_ASKS_NAME = re.compile(r"叫(?:啥|什么)(?:名字)?(?:来着)?[\s?？]*$|的电影.{0,3}来着[\s?？]*$")
_STRONG = re.compile(r"讲|说的|关于|剧情|内容|about|where|in which", re.IGNORECASE)
# Behind these a plot is told.
_LEAD = re.compile(
    r"\b(?:about|where|in which|wherein|follow(?:s|ing)?|the story of|with|when)\s+(?=(?:an?"
    r"|two|three|four|some|this|these|the|his|her|their|people|someone|somebody|everyone"
    r"|one|guys?|man|men|woman|women|kids?|all|it|he|she|they|you|young|old|[a-z]+"
    r" (?:who|that))\b)"
    r"|(?:讲述?的?是?|说的是|关于|大概是|剧情是|内容是|故事是|里面?有个?|有(?:个|一个|一群|一只|一对))(?=\S{4,})",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"\b(?:who|whose|whom|that|he|she|they|his|her|hers|their|him|them|each other"
    r"|himself|herself|themselves|after|until|while|then|tries|trying|becomes?|gets?"
    r"|finds?|falls?|goes|turns?|must|has to|have to|comes?|takes?|discovers?|loses?"
    r"|wants?|meets?|(?!(?:something|anything|nothing|king|ring|during|evening|morning"
    r"|boring|amazing|feeling|looking|interesting|exciting|watching|uplifting|disturbing"
    r"|thing|string|spring|wing|wedding|building|christmas|starring|featuring|charming"
    r"|touching|relaxing|heartwarming|thinking|crying|loving|coming|going|moving|depressing"
    r"|confusing|surprising|inspiring|everything)\b)[a-z]{3,}ing)\b"
    r"|[他她它]|自己|之后|后来|结果|发现|然后|最后|为了|被|把|突然|一个|一群|两个"
    r"|一对|几个|男主|女主|小男孩|小女孩|男人|女人|有人",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\s*(?:an?|two|three|some|the|this|these|one|when|after|guys?|girls?|boys?|man|woman|kids?)\s", re.IGNORECASE
)
_OPENS_ZH = re.compile(r"\s*(?:一[个位座名只群对家场条]|两个|有[个一]|几个|某)")
_CLAUSE_END = re.compile(
    (
        r"[,;!?，；。！？]|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])|\.(?=\s|$)|\s(?:but"
        r"|and)\s+(?=(?:not|no|under|from|preferably|it)\b)|\s(?=(?:preferably|ideally"
        r"|under \d|under (?:an|one|two))\b)"
    ),
    re.IGNORECASE,
)
_NOUN_AT_END = re.compile(
    r"的(?:那部)?(?:电影|片子?|动画片?|剧|电视剧|影片|韩剧|日剧|美剧|纪录片|喜剧|恐怖片"
    r"|科幻片|爱情片)(?:吗|呢|叫什么|叫啥|是什么|是哪部|来着|名字|啊)*[\\s?？。.]*$"
)
_FEEL_GOOD = re.compile(r"\bfeel good\b", re.IGNORECASE)
_NO_MATTER = re.compile(r"\u0001+|不[\u3400-\u9fff]{1,5}也(?:没关系|行|可以|无所谓|没事)")
_WORD = re.compile(r"[A-Za-z0-9'’-]+")


def content(text: str) -> str:
    """A text without the words that only ask, point or join; nothing where no word is left."""
    text = _FEEL_GOOD.sub("feel-good", _NO_MATTER.sub(" ", text))
    text = _FILLER.sub(" ", _LIKENESS.sub(" ", text))
    words = re.sub(r"[^\w\s'’&-]+", " ", text)
    words = _HAN_RUN.sub(lambda match: _content_zh(match[0]), words)
    return " ".join(word for word in words.split() if word.strip("-'’&_"))


def _content_zh(text: str) -> str:
    """A run of Chinese without its words that only ask; what stood together stays together."""
    text = _BEGGING.sub(" ", text)
    kept = (word if not _ASKING_ZH.fullmatch(word) else " " for word in cut(text))
    return f" {''.join(kept)} "


def told(text: str) -> str:
    """A plot as the encoder reads it: the sentence as it was told, without what led to it."""
    return " ".join(text.split()).strip(" ,.;:!?，。；：！？")


def plot(text: str, names: Sequence[Span], known: Collection[str]) -> Span | None:
    """The part of a text that tells a plot, in which no word is a condition; None where there is none.

    A clause tells where much is left of it when everything else is read. What follows belongs to it, up to a clause
    that states conditions only: "a girl lost in the woods, her brother looks for her, under two hours".
    """
    clauses = _clauses(text)
    start = None
    end = 0
    for clause in clauses:
        lead = (
            None
            if start is not None
            else next(iter(sorted(_LEAD.finditer(text, *clause), key=lambda m: _STRONG.match(m[0]) is None)), None)
        )
        body = (lead.end(), clause[1]) if lead else clause
        led = lead[0].strip().casefold() if lead else "asked" if _ASKS_NAME.search(text, *clause) else ""
        if _tells(text, body, names, known, led=led, goes_on=start is not None):
            start, end = (body[0] if start is None else start), clause[1]
        elif start is not None:
            break
    if start is None:
        return None
    noun = _NOUN_AT_END.search(text, start, end)
    return (start, noun.start() if noun else end)


def _clauses(text: str) -> list[Span]:
    ends = [match.span() for match in _CLAUSE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return [(a, b) for a, b in zip(starts, stops, strict=True) if text[a:b].strip()]


def _tells(text: str, span: Span, names: Sequence[Span], known: Collection[str], *, led: str, goes_on: bool) -> bool:
    """Whether a clause tells a plot."""
    clause = text[span[0] : span[1]]
    is_han = bool(HAN.search(clause))
    whole = len(HAN.findall(clause)) if is_han else len(_WORD.findall(clause))
    inside = ([max(0, min(len(clause), place - span[0])) for place in name] for name in names)
    rest = without(clause, ((start, end) for start, end in inside))
    stated = conditions.find(rest, known)
    left = content(without(rest, ((c.start, c.end) for c in stated if not (c.column == "keywords" and led))))
    left_count = len(HAN.findall(left)) if is_han else len(_WORD.findall(left))
    has_marker = bool(_MARKER.search(clause))
    if not led and not is_han and _OPENS.match(clause) and not any(c.column in {"kind", "genres"} for c in stated[:2]):
        return has_marker and whole >= 7 and left_count >= 4
    if not led and is_han and _OPENS_ZH.match(clause) and not any(c.column in {"kind", "genres"} for c in stated):
        return left_count >= 6
    enough = (_TOLD_HAN, 14) if is_han else (_TOLD_WORDS, 9)
    if goes_on:
        return left_count >= (4 if is_han else 2) and (has_marker or not stated)
    if led and is_han:
        return left_count >= 6
    if led in _WHERE:
        return left_count >= 3
    if led:
        return has_marker and whole >= (9 if is_han else 5) and left_count >= (5 if is_han else 3)
    return (left_count >= enough[0] and has_marker and whole >= enough[1]) or left_count >= 2 * enough[0]
