"""Names that stand in the frames of a question or an order: "what's dark about?", "put whiplash on my list"."""

import re
from collections.abc import Iterable

from bot.conversation.phrases import IT
from bot.conversation.spans import Span
from data.title import Title
from retrieval.mentions import Mentions, PersonMention, TitleMention

_KINDS = r"(?:the )?(?:film|movie|show|series)"
_FRAMES = tuple(
    re.compile(frame, re.IGNORECASE)
    for frame in (
        r"\b(?:what'?s?(?: is| was)?) (?P<name>.+?) (?:all )?about\b",
        r"\b(?:any )?info(?:rmation)? (?:on|about) (?P<name>.+)",
        r"\bwhat happens in (?P<name>.+)",
        (
            r"\b(?:is|was) (?P<name>.+?) (?:any good|good|worth|scary|sad|funny|violent|suitable"
            r"|ok|okay|a (?:series|movie|film|comedy|horror|true story)|based on|on here|in"
            r" (?:here|the catalogue)|better|long|old)\b"
        ),
        (
            r"\bhow (?:long|good|old|scary|violent|highly rated|well rated|many seasons|many"
            r" episodes) (?:is|was|does|has|did|are (?:there )?in|in|of) (?P<name>.+?)(?:"
            r" have| rated| run| get)?\W*$"
        ),
        (
            rf"\bwho(?:'?s| is| are| was)? (?:the )?(?:directed|made|wrote|stars? in|starring"
            rf" in|is in|plays? in|acts? in|acted in|was in|in|behind|star of|director of|cast"
            rf" of|shot|did|created)(?: {_KINDS})? (?P<name>.+)"
        ),
        r"\bwho (?:plays?|played|voices?|voiced|is|was) .+ in (?P<name>.+)",
        (
            r"\b(?:where (?:can|do) i (?:watch|stream|see|find)|can i (?:watch|stream|find)"
            r"|is) (?P<name>.+?)(?: on (?:netflix|hulu|prime|disney).*| streaming| online"
            r"| available)?\W*$"
        ),
        r"\bwhen (?:did|was|is|does) (?P<name>.+?) (?:come out|came out|released|made|out|set|filmed|air)",
        (
            r"\b(?:rating|score|cast|plot|director|story|runtime|running time|release (?:date"
            r"|year)|year|length|imdb|genre|premise|storyline) (?:of|for|in) (?P<name>.+)"
        ),
        (
            r"\b(?:tell me(?: a (?:bit|little))?(?: more)? about|more (?:info )?(?:on|about)"
            r"|info(?:rmation)? (?:on|about)|details (?:on|of|about|for)|heard of|do you (?:know"
            r"|have)|what do you (?:know|think) (?:about|of)|have you got|got|is there|about)"
            r" (?P<name>.+)"
        ),
        r"\bwhere (?:is|was|does) (?P<name>.+?) (?:from|made|set|filmed|take place|come from)",
        (
            r"\bwhat (?:year|genre|country|language|kind of (?:film|movie|show)|is the rating"
            r" of|rating|sort of (?:film|movie|show)) (?:is|was|does|did|has) (?P<name>.+?)(?:"
            r" from| made| come out| in| have)?\W*$"
        ),
        (
            r"^(?P<name>.+?)(?:'s)? (?:rating|cast|director|plot|runtime|running time|release"
            r" (?:date|year)|imdb(?: rating| score)?|score)\W*$"
        ),
        (
            r"\b(?:put|add|save|stick|bookmark|pop|stash|throw|chuck|keep|remember|mark)(?:"
            r" me)? (?P<name>.+?) (?:on|onto|to|in|into|for|as|down)\b"
        ),
        r"\b(?:save|bookmark|add|watchlist) (?P<name>.+)",
        r"\b(?:remove|take|delete|drop|cross|scratch|kick|get|ditch|pull) (?P<name>.+?) (?:off|from|out of)\b",
        (
            r"\b(?:remind me (?:of|about|to watch)|(?:i'?ll|i will|want to|going to) watch)"
            r" (?P<name>.+?)(?: later| some ?time| another (?:day|time)| soon| this weekend)?\W*$"
        ),
        (
            r"\bwhy (?:did you (?:recommend|pick|suggest|show(?: me)?|choose|give me|list)"
            r"|is|was|do you (?:think i'?d like|recommend)|are you (?:recommending|suggesting)"
            r"|recommend|suggest) (?P<name>.+?)(?: on (?:the|my|this) list| in (?:the|this"
            r"|here).*| here| there| recommended| to me)?\W*$"
        ),
        r"\b(?:think|guess) i(?:'ll| will)? go with (?P<name>.+?)(?:,.*)?$",
        r"^(?:does|did|has|is|was) (?P<name>.+?) (?:have|has|got|feature|star|include|end|contain)\b",
        r"^(?:请|帮我|给我|那|麻烦)*(?:介绍|说说|讲讲|聊聊|了解)(?:一下|下)?(?P<name>[^,，。？?的]+)",
        (
            r"^(?:那|请问|对了)*(?P<name>.+?)(?:这部片?|那部片?|这部电影|这部剧|这剧)?(?:是"
            r"|到底|大概|主要|究竟)*(?:讲|说|演)(?:的|了)?(?:是)?(?:什么|啥|个啥)"
        ),
        (
            r"^(?:那|请问|对了)*(?P<name>.+?)(?:这部片?|那部片?|这部电影|这部剧)?的?(?:是"
            r"|有|大概|一共|总共|到底|是由)*(?:多长|多久|几个?小时|几季|多少季|多少集|几集"
            r"|哪年|哪一年|几几年|什么时候|谁导|谁演|谁拍|谁主演|多少分|几分|哪国|哪个国家"
            r"|什么类型|好看(?:吗|么|不)|好不好看|值得(?:一)?看|怎么样|如何|恐怖吗|吓人吗"
            r"|适合|评分|口碑|片长|时长|导演|主演|演员|剧情|故事|都有谁|有谁)"
        ),
        r"[那这]部(?P<name>[^,，\s]{1,10}?)的?(?:几|多|谁|哪|怎|评|主演|导演|讲|好看|呢|片长|$)",
        r"^(?P<name>[^是有会能的,，]{2,10}?)(?:是|有|会|能|算|适合|好|真)",
        r"(?:有没有|你?(?:知道|听说过|看过|晓得)|有)(?P<name>.+?)(?:这部片?|这部电影|这部剧|吗|么|没有?|嘛)*[?？]?$",
        r"谁(?:导演?|拍|主?演|执导)(?:的|了)?(?P<name>.+)",
        r"(?:把|将)(?P<name>.+?)(?:加|放|存|记|收|添加|从|移|删|去|拿|标)",
        r"(?:收藏|加入片单|记一下|存一下|马住|码住|保存)(?:一下)?(?P<name>.+)",
        r"(?P<name>.+?)(?:先)?(?:加|放|存|记|收藏|加入|移出|删掉?|标)(?:到|进|入|在|下|一下|起来|着)?",
        r"(?:为什么|为啥|怎么会?|凭什么)(?:会)?(?:给我)?(?:推荐|选|推)(?:了)?(?P<name>.+)",
        r"(?P<name>.+?)(?:为什么|为啥|凭什么|怎么会)",
    )
)
_EDGES = re.compile(
    (
        r"^(?:the (?:film|movie|show|series) |《|\"|“|那个|这个|那部|这部|电影|那)+|(?:》"
        r"|\"|”|[\s,，.。?？!！]| (?:the )?(?:film|movie|show|series)| please| again|"
        r" then| though| anyway| exactly| tho|这部|这片|吧|呢|啊|呀|的)+$"
    ),
    re.IGNORECASE,
)
_PAIR = re.compile(
    (
        r"^(?:(?:ok|so|hey|hmm|difference between|what's the difference between|between"
        r"|compare|which is \w+|which one is \w+|what'?s better|who'?s better|which should"
        r" i watch|should i (?:watch|see)|比较一下|比较|对比(?:一下)?|请问)[\s,:，：]+"
        r"|(?:difference between|between|compare|比较一下|比较|对比一下|对比))*(?P<one>.+?)\s*(?:\b(?:or"
        r"|vs?\.?|versus|and|against|with|to)\b|还是|和|跟|与|比|、)\s*(?P<two>.+?)(?:\s*[,，?？:：;]\s*.*"
        r"|\s*(?:\b(?:which|what|who|better|longer)\b.*|哪(?:个|部|一).*|谁.*|更.*|比.*"
        r"|相比.*|有什么.*|好看.*|的(?:评分|片长|区别).*))?$"
    ),
    re.IGNORECASE,
)
_IS_THAN = re.compile(
    (
        r"^(?:is|was|does|did) (?P<one>.+?) (?:\w+er|better|worse|(?:more|less) \w+|\w+er"
        r" \w+|rated \w+|rate \w+|score \w+)(?: rated| known)? than (?P<two>.+?)\W*$"
    ),
    re.IGNORECASE,
)


def titles_in_frame(text: str, mentions: Mentions) -> tuple[Title, ...]:
    """The titles that the name in a frame may mean; none where no frame fits, or the name is no title's."""
    names = [name for frame in _FRAMES if (match := frame.search(text)) and (name := _trimmed(match["name"]))]
    names += [name.rsplit(" by ", 1)[0] for name in names if " by " in name]
    names = [name for name in names if not IT.fullmatch(name)]
    for find in (mentions.exactly, mentions.named):
        for name in names:
            if found := find(name):
                return found
    return ()


def name_in_frame(text: str) -> str:
    """The name in the first frame that fits, whatever it names."""
    return next((name for frame in _FRAMES if (match := frame.search(text)) and (name := _trimmed(match["name"]))), "")


def pair(text: str, mentions: Mentions) -> tuple[Title, ...]:
    """Two titles set against each other, where both are titles."""
    for pattern in (_IS_THAN, _PAIR):
        match = pattern.match(text.strip(" ?？.!"))
        if not match:
            continue
        found = [
            mentions.exactly(_trimmed(match[part])) or mentions.named(_trimmed(match[part])) for part in ("one", "two")
        ]
        if all(found):
            return tuple(dict.fromkeys(titles[0] for titles in found))
    return ()


def _trimmed(name: str) -> str:
    return _EDGES.sub("", _EDGES.sub("", name.strip())).strip()


def titles_of(named: Iterable[TitleMention]) -> tuple[Title, ...]:
    """The likeliest title of each mention, each once."""
    return tuple(dict.fromkeys(mention.titles[0] for mention in named))


def spans_of(named: Iterable[TitleMention | PersonMention]) -> list[Span]:
    """The places of mentions."""
    return [(mention.start, mention.end) for mention in named]
