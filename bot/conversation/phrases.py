"""Turns of phrase that people type, in English and Chinese, as patterns."""

import re

from data.history import Verdict
from retrieval.request import Sort

_END = r"[\s.!?,~。！？～]*"


def whole(*alternatives: str) -> re.Pattern[str]:
    """A pattern that a whole message must fit, punctuation at its end aside."""
    return re.compile(rf"(?:{'|'.join(alternatives)}){_END}", re.IGNORECASE)


def anywhere(english: str, chinese: str) -> re.Pattern[str]:
    """A pattern found anywhere; the English one between word boundaries."""
    return re.compile(rf"\b(?:{english})\b|{chinese}", re.IGNORECASE)


MORE = whole(
    r"(?:(?:show|give) me |some |any )?(?:more|others?)(?: of (?:these|those|the same|them))?(?: please)?",
    r"next(?: page)?",
    r"what else",
    r"换一批|再来(?:几部|一些|点|一批)?|还有(?:别的|其他的?)?(?:吗|么)?|更多|下一页",
)
HELLO = whole(r"(?:hi|hello|hey|good (?:morning|evening|afternoon))(?: there| usher)?", r"你好|您好|嗨|哈喽")
THANKS = whole(r"(?:thanks?(?: you)?|thx|cheers|great|cool)(?: so much| a lot)?", r"谢谢你?|多谢|太好了")
HELP = whole(r"help|what can you do|how does this work", r"你能做什么|你会什么|怎么用|帮助")
HISTORY = whole(
    r"(?:show )?my history|what (?:have|did) i (?:liked?|seen|tell you)",
    r"我的(?:历史|记录)|我(?:喜欢|看)过(?:什么|哪些)",
)
ANYTHING = whole(
    r"(?:please )?(?:can you )?(?:recommend|suggest)(?: me)?(?: something| anything)?(?: tonight| please| to watch)?",
    r"surprise me|what should i watch(?: tonight)?|something for me|anything",
    r"(?:给我)?推荐(?:一下|几部|一部|点什么|点)?(?:电影|片子|什么)?(?:吧|呗)?|看什么好|随便(?:推荐|来)?(?:几部|一部|点)?",
)

OVER_AGAIN = re.compile(
    r"^(?:(?:please )?(?:forget (?:all )?(?:that|it|everything)|start over|never mind|let'?s start again)"
    r"|重新开始|重来|算了|从头来)[\s,.，。!！;；]*",
    re.IGNORECASE,
)
UNDO = whole(r"undo(?: that| it)?|take (?:that|it) back", r"撤[销回]|(?:刚才)?点错了|取消刚才的?")
BYE = whole(r"(?:good ?)?bye|good ?night|see you(?: later)?", r"再见|拜拜|晚安")
ALL_RIGHT = whole(
    r"ok(?:ay)?|yes|no|nope|yeah|sure|fine|lol|haha+|hm+", r"嗯+|好的?|行|哦+|哈+|呵呵|知道了|是的|不是|666+"
)
WHO_ARE_YOU = whole(
    r"(?:who|what) are you|are you (?:human|real|a bot|an ai)|how are you", r"你是谁|你是什么|你是(?:人|机器人)吗"
)
# Code, markup, drumming on one key, and attempts to give orders to a language model: nobody asks for a film so.
NONSENSE = re.compile(
    r"[<>{}\\$]|--|(.)\1{7,}|\b(?:ignore|disregard) (?:all |the |any )*(?:previous|prior|above) |system prompt"
    r"|\b(?:drop|delete|select|insert)\b.*\b(?:table|from|into)\b|忽略(?:之前|以上|所有).*指令|系统提示词?",
    re.IGNORECASE,
)

POINT = re.compile(
    r"#\s?([1-9])\b"
    r"|\b(?:number|no\.?) ([1-9])\b"
    r"|\b(?:the )?(first|second|third|fourth|fifth)(?: one| film| movie)?\b"
    r"|(?<=[\s,])([1-5])(?=\s*,|\s+and\b|\s*$)"
    r"|第\s?([一二三四五1-5])(?:部|个)",
    re.IGNORECASE,
)
POINTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5}

# In this order: "didn't like it" holds "like it".
VERDICTS = (
    (
        Verdict.DISLIKE,
        anywhere(
            r"hated?|dislike[ds]?|(?:did not|didn'?t|don'?t|do not)(?: really)? (?:like|enjoy)|not for me"
            r"|(?:can'?t|couldn'?t) stand",
            r"不喜欢|讨厌|不好看|难看|不感兴趣|👎",
        ),
    ),
    (
        Verdict.LIKE,
        anywhere(
            r"loved?|liked|(?:i|we)(?: really| do)? like|enjoyed|adored?|is (?:great|amazing|brilliant)|my favou?rite",
            r"喜欢|爱看|[很超最]爱|好看|太棒|👍",
        ),
    ),
    (Verdict.SEEN, anywhere(r"(?:already )?(?:seen|watched|saw)", r"(?<!没)看过了?|已经看了")),
)
AROUND_A_VERDICT = anywhere(
    r"i|we|have|'?ve|already|it|that|this|one|the|a|film|movie|show|so much|really|very|just|too|and|was|is|absolutely"
    r"|yes|yeah",
    r"我|很|都|也|了|这部|那部|它|已经|电影|真的|非常|太|的|[\s.,!?。，！？《》\"“”'’]",
)

ABOUT_A_TITLE = re.compile(
    r"^(?:(?:please )?(?:tell me (?:more )?about|what(?:'s| is)|what happens in"
    r"|who (?:directed|made|stars in|is in|plays in|acted in))|介绍一?下?|说说|讲讲)\s*"
    r"|\s+about\??$|(?:讲|说)的?是?(?:什么|啥|什么故事)[?？。]?$|是?谁[导拍演]的[?？。]?$",
    re.IGNORECASE,
)

# A title before which this stands is not wanted ...
NOT_THIS = re.compile(
    r"(?:\b(?:no|not|but not|except|without|don'?t (?:show|like|want)(?: me)?|didn'?t (?:really )?like|hated?"
    r"|other than)\s+"
    r"|(?:不要|不是|除了|不喜欢|别看?|讨厌)\s*)[\"“《]?$",
    re.IGNORECASE,
)
# ... and one before which this stands is only asked about.
NOT_SEEN = re.compile(r"\b(?:have not|haven'?t|never)(?: yet)? (?:seen|watched)\s+$|没看过\s*$", re.IGNORECASE)

SORTS = (
    (Sort.RATING, anywhere(r"(?:best|highest|top)[ -]rated", r"评分最高|分数最高")),
    (Sort.POPULAR, anywhere(r"most (?:popular|famous|watched)", r"最热门|最火|最有名")),
    (Sort.NEWEST, anywhere(r"newest|latest|most recent", r"最新")),
    (Sort.OLDEST, anywhere(r"oldest|earliest", r"最老|最早")),
    (Sort.SHORTEST, anywhere(r"shortest", r"最短")),
    (Sort.LONGEST, anywhere(r"longest", r"最长")),
)
NUDGES = (
    (Sort.SHORTEST, anywhere(r"shorter|not (?:so|as|that) long", r"短一?点|更短")),
    (Sort.LONGEST, anywhere(r"longer(?! than)", r"长一点|更长")),
    (Sort.NEWEST, anywhere(r"newer|more recent|more modern", r"新一?点|更新的|近一点")),
    (Sort.OLDEST, anywhere(r"older|more classic", r"老一?点|更老|早一点")),
)

# What must not be meant: the words after it, in one of the groups.
UNWANTED = re.compile(
    r"\b(?:less|not (?:too|so|that|as)|without(?: the| any)?|no|nothing(?: too)?)\s+([a-z'-]+(?: [a-z'-]+)?)"
    r"|(?:不要|别|不想要|(?<!有)没有)(?:太|那么|这么)?([\u3400-\u9fff]{1,6}?)(?:的|一点|了|$|[，。！？,.!?\s])",
    re.IGNORECASE,
)
LIKENESS = anywhere(
    r"(?:films? |movies? )?(?:like|similar to|reminds? me of|in the (?:vein|style|spirit) of|(?:with the )?vibes? of"
    r"|as good as|in the mood for|meets|(?:a )?cross between|(?:a )?mix of)",
    r"类似于?|就?像|那样|一样|那种感觉|之类|这类|风格|遇上|的?结合|差不多",
)
# Words that ask, and say nothing of what is asked for.
FILLER = re.compile(
    r"(?<![\w-])(?:(?:i|we)(?:'d| would)?(?: really)? (?:want|like|love|enjoy|need|feel like|am|'m)|i'm|(?:i|we)'d"
    r"|looking for|please|(?:can|could|would) you|recommend|suggest|show|give|find|get|tell|me|us|watch(?:ing)?"
    r"|anything|some(?:thing|what|one)?|to (?:see|watch)|tonight|today|now|good|nice|great|of|for|by|a|an|the|any"
    r"|ones?|that|which|is|are|be|it's|what's|with|and|but|or|in|on|from|to|more|another|also|only|instead|actually|same|maybe"
    r"|bit|little|kind|sort|really|very|than|so|too|what|about|how|i|my|you|your|there|do|not|no|have|has|just|much"
    r"|set)(?![\w-])",
    re.IGNORECASE,
)
_ZH_START = (
    r"(?:我们?|请|帮|给|想要?|看|找|推荐|一下|来|几部|一部|一些|有没有|有什么|但是?|不过|而且|再|更|最好|换成|要|和|跟|与"
    r"|或者?|那种|这种|一点|点|的|了)"
)
_ZH_END = r"(?:的|吧|吗|呢|呀|啊|一点|一些|几部|一部|那种|这种|感觉|片|了)"
FILLER_ZH = re.compile(rf"(?:(?<=\s)|^){_ZH_START}+|{_ZH_END}+(?=\s|$)")
REFINING = re.compile(
    r"^(?:(?:but|and|also|only|just|instead|actually|same|make it|less|more|not|no|without|a bit|(?:what|how) about)\b"
    r"|something (?:less|more|else|\w+er)\b|(?!(?:thriller|western|another)s?\b)\w+er\b"
    r"|再|更|换成|不要|别|只要|但|不过|那)"
    r"|(?:一点的?|instead)[.!?。！？]*$",
    re.IGNORECASE,
)
LESS = re.compile(r"less|not (?:too|so|that|as)|nothing too|(?:不要|别|不想要|没有)(?:太|那么|这么)", re.IGNORECASE)
NOUN = re.compile(r"\b(?:films?|movies?|cinema|shows?|series)\b|[片剧]|电影", re.IGNORECASE)
REPLACING = anywhere(r"actually|instead|rather|make it|(?:how|what) about", r"换成|改成|还是")
