"""Turns of phrase that say what a message is for, in English and Chinese, as patterns."""

import re

from data.history import Verdict

_START = (
    r"(?:(?:ok(?:ay)?|so|hey+|hi+|hello|well|hmm+|um+|oh|and|yo|please|pls|btw|no|nah"
    r"|yeah|cool|thanks|great|nice|usher|right|actually|嗯|那|好的?|哦|诶|对了|请问)[\s,.!，。]+)*"
)
_END = (
    r"(?:[\s.!?,~。！？，～…:;)(👍🙏😀😂😊❤️😭🤔]|\b(?:please|pls|plz|thanks|thx|then"
    r"|now|lol|haha|tbh|again|ok|man|dude|bro|mate|too)\b|吧|呗|呢|啊|呀|哈|谢谢)*"
)


def whole(*alternatives: str) -> re.Pattern[str]:
    """A pattern that a whole message must fit, what opens and closes a message aside."""
    return re.compile(rf"{_START}(?:{'|'.join(alternatives)}){_END}", re.IGNORECASE)


def anywhere(english: str, chinese: str) -> re.Pattern[str]:
    """A pattern found anywhere; the English one between word boundaries."""
    return re.compile(rf"(?<![A-Za-z])(?:{english})(?![A-Za-z])|{chinese}", re.IGNORECASE)


MORE = whole(
    (
        r"(?:(?:show|give|get) me |can i (?:see|get|have) |got |have |any |some |a few"
        r" |let'?s see |i want )*(?:more|others?|some ?more|a few more|more (?:options"
        r"|suggestions|recs|results|ideas|titles|movies|films|shows)|other (?:ones|options"
        r"|suggestions|ideas)|another (?:batch|few|round|set|one|page|five))(?: (?:of"
        r" (?:these|those|the same|them|that)|like (?:these|those|them)|to choose from"
        r"|options|please))?(?: got)?"
    ),
    (
        r"next(?: (?:page|batch|ones?|set|five))?|what else(?: (?:you got|do you have"
        r"|have you got|is there))?|anything else|something else|keep (?:going|(?:them"
        r"|em|'em) coming)|show more|continue|go on|others|different ones|new batch|refresh"
        r"|load more"
    ),
    (
        r"(?:再)?换一?(?:批|组|拨|波|些|几部|一?轮)(?:看看|别的)?|再(?:来|推|推荐|给|看)(?:我)?(?:几部"
        r"|几个|一些|些|点|一批|一组|别的|五部)(?:别的|看看|类似的|同样的)?|还有(?:别的"
        r"|其他的?|其它的?|更多的?|更多|没有)?(?:推荐)?(?:吗|么|嘛|没)?|更多(?:的)?|下一[页批组]"
        r"|继续(?:推荐)?|(?:有)?(?:别的|其他的?)(?:吗|么)?|多来(?:点|几部|一些)|换几部(?:看看)?"
        r"|来点别的|再来|下一[拨波轮茬]|(?:再)?翻一?页|(?:后面)?还有没有?|(?:不够看?)?["
        r" ,，]?再(?:上|来|给)一?(?:轮|几个|几部|波|拨)|换一?茬|接着(?:推|来|推荐)|(?:后面"
        r"|下面)(?:还有)?(?:呢|吗)?"
    ),
)
HELLO = whole(
    (
        r"(?:hi+|hello+|hey+|hiya|yo|howdy|sup|greetings|(?:good )?(?:morning|evening"
        r"|afternoon)|good day)(?: there| usher| bot| again| everyone)*|what'?s up|how"
        r" are (?:you|u)(?: doing)?(?: today)?|how'?s (?:it going|your day(?: been| going)?"
        r"|life|things|everything)|how do you do|you there|anyone there"
    ),
    (
        r"(?:你|您|大家)?好呀?|哈[喽罗啰]|嗨+|在吗|在不在|早(?:上好|安)?|晚上好|下午好"
        r"|中午好|最近(?:好|怎么样)吗?|你好(?:吗|呀|啊|哇)|hello.*你好"
    ),
)
THANKS = whole(
    (
        r"(?:(?:many )?thanks?(?: you)?|thx|ty|cheers|great|cool|awesome|perfect|nice(?:"
        r" one)?|brilliant|lovely|good (?:job|bot|stuff|work)|well done|(?:you(?:'re|"
        r" are)|ur|your)(?: the)? (?:best|great|awesome|amazing)|appreciated?(?: it)?"
        r"|that helps?|much appreciated)(?: (?:so much|a lot|a bunch|man|usher|mate|for"
        r" (?:that|the help|these|this|your help)|very much|you so much|(?:you(?:'re|"
        r" are)|ur|your) (?:the best|great|awesome|a star|a legend|amazing|so helpful)))*"
    ),
    (
        r"(?:太)?(?:谢谢|感谢|多谢|谢啦|谢了|3q|thx)(?:你|您|啦|了|哦|推荐|帮忙)*|太(?:好"
        r"|棒|赞)了|真棒|厉害|不错不错|辛苦了|你真(?:好|棒|厉害)"
    ),
)
BYE = whole(
    (
        r"(?:good ?)?bye+(?: bye)?|(?:good ?)?night(?: night)?|see (?:you|ya)(?: later"
        r"| soon)?|cya|later|ttyl|gn|that'?s (?:all|it)(?: for (?:now|today))?|i'?m (?:off"
        r"|done)(?: now)?|gotta go"
    ),
    r"再见|拜拜|晚安|回头见|先这样|下次(?:见|再聊)|我(?:先)?(?:走|睡|撤|去看)了|88|下线了",
)
FINE = whole(
    (
        r"(?:ok(?:ay)?|k|kk|alright|all right|fine|sure|yes|yeah|yep|yup|no|nope|nah|got"
        r" it|lol|lmao|ha(?:ha)+|hehe|wow|omg|hmm+|cool cool|i see|makes sense|sounds"
        r" good|not really|whatever|interesting|good to know)"
    ),
    (
        r"(?:好的?|好吧|行|嗯+|哦+|噢|ok|可以|知道了|明白了?|懂了|收到|是的?|对|不是|没有"
        r"|不用了|哈+|呵+|嘿+|嘻+|666+|牛|哇+|原来如此|有意思|随便)"
    ),
)
WHO_ARE_YOU = whole(
    (
        r"who (?:are|r|made|built|created) (?:you|u)|what are you|are (?:you|u) (?:a "
        r"|an |really |even )*(?:bot|robot|human|person|real|ai|program|machine|chat ?gpt"
        r"|alive)(?: or (?:a |an )?(?:bot|robot|human|person|real person|ai|real))?|what'?s"
        r" your name|do you (?:like|love|enjoy|watch|have (?:a )?favou?rite) (?:films?"
        r"|movies?|feelings?|.{0,20}(?:movie|film))|what'?s your (?:own )?fav(?:e|ou?rite)?"
        r" (?:film|movie|show|series)?|how old are you|where are you from|tell me (?:a"
        r" joke|about yourself|something about yourself)|(?:do|can) you (?:sleep|dream"
        r"|think|feel)|i (?:love|like) you|i'?m (?:bored|so bored|tired|sad|back)|it'?s"
        r" me(?: again)?|you'?re (?:funny|cute|smart|stupid|useless|wrong|so \w+)"
    ),
    (
        r"你(?:是|叫)(?:谁|什么|啥)(?:名字)?|你是(?:个)?(?:机器人|真人|人|ai|AI|程序|人工智能)(?:吗"
        r"|还是.*|么|嘛)?|你叫(?:什么|啥)(?:名字)?|谁(?:做|造|开发|写)的?了?你.*|你(?:多大"
        r"|几岁|从哪来).*|你(?:自己)?(?:喜欢|爱看)(?:看)?(?:什么|哪.)?(?:样的)?(?:电影"
        r"|片|剧)?(?:吗)?|讲个笑话|我爱你|你真(?:笨|蠢|聪明|可爱|逗).*|好无聊|(?:我)?(?:今天)?(?:好"
        r"|很)?(?:无聊|累)(?:啊|了)?|你会(?:做梦|睡觉)吗"
    ),
)
HELP = whole(
    (
        r"/?help(?: me)?|(?:what|which)(?: (?:kind|kinds|kinda|sort|sorts|type)(?: of)?)?(?:"
        r" things| stuff| questions)? can i (?:ask|say|type|do|tell)(?: you)?|what (?:can"
        r"|do|could) (?:you|u) (?:do|understand|know)(?: for me| exactly)?|what (?:are"
        r" you for|else can you do|can i (?:ask|say|do|type))(?: you| here)?(?: for)?"
        r"|how (?:does|do) (?:this|it|you|u|that|i use (?:this|you|it))(?: bot| thing)?(?:"
        r" work)?|how (?:do|can|should) i (?:use|talk to|search|ask|start|tell|rate|save"
        r"|like|get|remove|find).*|(?:what|which) (?:commands|features|options)(?: .*)?"
        r"|instructions|i'?m (?:lost|confused|new(?: here)?)|what now|what'?s this(?:"
        r" bot)?|what is this(?: bot)?|how to use (?:this|it|you)|(?:show|list) (?:me"
        r" )?(?:the |your )?commands"
    ),
    (
        r"(?:怎么|咋)(?:用|玩)你?.*|你?(?:这个?|这东西)?(?:怎么|咋)(?:用|玩|弄).*|你(?:都)?(?:能"
        r"|可以)(?:按|根据|用)(?:什么|哪些)(?:条件)?.*|给(?:个|点)?(?:使用)?说明|你(?:都)?(?:能"
        r"|会|可以)(?:做|干|帮我做?)?(?:些)?(?:什么|啥|哪些)(?:事|呢|呀|功能)?|(?:这个?"
        r"|你)?(?:怎么|如何)(?:用|使用|玩)(?:啊|呢|你)?|(?:使用)?帮助|有(?:什么|哪些)(?:功能"
        r"|命令|用法)|怎么(?:评分|收藏|搜|找|跟你说|操作|告诉你).*|(?:功能|使用)(?:说明"
        r"|介绍)|你有(?:什么|啥|哪些)(?:用|功能|本事)|我(?:该|应该)?(?:怎么|如何)(?:用"
        r"|问|说).*|能干(?:嘛|啥|什么)|什么功能|新手.*"
    ),
)
HISTORY = whole(
    (
        r"(?:(?:show|see|give|open|list|view)(?: me)? )?(?:my|the) (?:history|likes|dislikes"
        r"|ratings?|taste|favou?rites|past ratings|verdicts|liked (?:films|movies|list)"
        r"|seen list)"
    ),
    (
        r"(?:what|which)(?: (?:films?|movies?|shows?|ones?|titles?|series))? (?:have|did"
        r"|do) i (?:already |so far )?(?:like[ds]?|seen?|watch(?:ed)?|rated?|loved?|hated?"
        r"|tell you|told you|said|say)(?: .*)?|what (?:did|have) (?:i|we) (?:said|talked?"
        r"|told).*|what did i (?:like|dislike|hate|rate).*|(?:show|list) (?:me )?(?:everything"
        r"|all|what) (?:i|i'?ve) (?:liked?|seen|watched|rated|told you|disliked).*"
    ),
    (
        r"(?:看看?|查看?|显示|列出|给我看)?(?:一下)?我的(?:历史(?:记录)?|(?:观影|观看"
        r"|评价)?记录|喜好|评分|口味|喜欢)(?:列表)?|我(?:都|以前|之前|跟你说)?(?:喜欢"
        r"|看|讨厌|不喜欢|评价|说|标记)过?(?:的|了)?(?:都)?(?:有)?(?:什么|哪些|哪几部"
        r"|啥)(?:电影|片子?|剧|片)?(?:了|来着)?|我(?:都|之前|以前)?(?:跟|和|对|给)你说过?(?:我)?(?:喜欢"
        r"|看过|讨厌)?(?:过|的)?(?:什么|哪些|啥).*|我说过(?:喜欢)?(?:什么|哪些).*|我(?:都"
        r"|以前|之前)?(?:跟|和|对|给)?你?.{0,3}(?:标记|评价|吐槽|夸|点赞|打分|推荐)过.*(?:哪"
        r"|什么|啥).*|我(?:以前|之前|都)?给(?:哪些|什么).*(?:点过?赞|打过?分|评过?分).*"
    ),
)
ANYTHING = whole(
    (
        r"(?:(?:can|could|would) (?:you|u) |i (?:want|need|would like)(?: you)? (?:to"
        r" |a )?|i'?d like (?:a )?|just |got |any )*(?:recommend(?:ation)?s?|suggest(?:ions?)?"
        r"|recs?|show|give|pick|find|ideas?)(?: me)?(?: something| anything| one| some"
        r"| stuff| a (?:good )?one)?(?: (?:good|nice|great|cool|decent|fun)(?: one)?)?(?:"
        r" to watch| for me| for (?:tonight|us|today|this evening)| tonight| right now"
        r"| now)*"
    ),
    (
        r"surprise me|what (?:should|shall|can|do|could) (?:i|we) watch(?: (?:tonight"
        r"|today|now|next|this evening|right now))*|(?:something|anything|whatever)(?:"
        r" (?:good|nice|great))?(?: (?:for me|to watch|tonight|goes|works))*|dunno what"
        r" to watch(?: tonight)?|i (?:don'?t|dont) know what to watch(?: .*)?|i'?m feeling"
        r" lucky|i (?:want|need) something to watch|what'?s (?:good|worth watching)(?:"
        r" (?:tonight|to watch|now))*|any (?:good )?(?:ideas|suggestions|recommendations"
        r"|recs)|bored what (?:should i watch|to watch)|got anything (?:good|nice)(?:"
        r" .*)?"
    ),
    (
        r"(?:请|能|可以|帮我?|给我|麻烦|你)*(?:推荐|介绍|来|安利|推|挑|选)(?:一下|几部"
        r"|几个|一部|点什么|点|些|个)*(?:好看的|不错的|好的)?(?:什么|吧|呗|看看)?(?:可以吗"
        r"|好吗)?|(?:今晚|晚上|今天|周末|现在|我)*(?:该|应该|可以)?(?:看|追)(?:点|些)?(?:什么"
        r"|啥)(?:好)?(?:呢|呀|啊)?|随便(?:推荐|来|给|挑)?(?:我)?(?:几部|一部|点|看看|一个)?"
        r"|不知道(?:该)?看(?:什么|啥|点什么)(?:好)?.*|有(?:什么|啥)(?:好看|推荐|值得看"
        r"|不错)的?(?:推荐)?(?:吗|么|没)?|给(?:点|个|些)(?:建议|推荐)|剧荒了?(?:求推荐)?"
        r"|片荒.*|求推荐|有推荐吗|推荐推荐|来点(?:什么|好看的)"
    ),
)
UNDO = whole(
    (
        r"(?:please )?undo(?: (?:that|it|the last(?: one)?|this|that last one|my last(?:"
        r" one)?))?|take (?:that|it|this) back|(?:that was|it was) (?:a )?(?:mistake|an"
        r" accident|wrong)|(?:hm+ )?(?:wait )?i take (?:that|it) back|i (?:didn'?t mean"
        r" (?:that|it|to)|take (?:that|it) back|changed my mind(?: about (?:that|it))?)"
        r"|(?:oops|whoops)(?:[, ]+(?:please )?(?:undo|wrong|mistake|not that|take that"
        r" back|my bad|didn'?t mean that))?(?: (?:that|it|one|button|last|the|thing|my))*"
        r"|(?:oops )?(?:wrong (?:one|button|film|movie|title))[, ]*(?:undo(?: (?:it|that))?)?"
        r"|revert(?: that| it)?|cancel (?:that|the last(?: one)?|it)"
    ),
    (
        r"(?:把)?(?:刚才|上一?)(?:那|个)?(?:条|个|句|部)?(?:撤[回销]?|取消)(?:了|掉|吧)*(?:"
        r" ?手滑(?:了)?)?|手滑(?:了|点错了)?|撤[回销](?:一下|刚才的?|上一个|上一条)?|取消(?:刚才的?"
        r"|上一个|标记|评价)|(?:点|按|说|标)错了|收回(?:刚才的?(?:话|评价)?)?|刚才(?:的)?(?:不算"
        r"|点错了|说错了|标错了)|反悔了"
    ),
)

OVER_AGAIN = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|right|hmm+|so|no|actually|please|pls|let'?s|can we|i want to|好|那|嗯)[\s,，]*)*"
    r"(?:forget (?:all (?:of )?(?:that|it|this)|that|it|everything(?! (?:about|you"
    r"|i told))|about (?:it|that|all that))|start(?:ing)? (?:over|again|fresh|from"
    r" scratch|anew)|let'?s start (?:over|again)|never ?mind(?: (?:that|all that|it))?"
    r"|reset(?: (?:everything|it all|it|the search|all))?|clear (?:everything|it|all"
    r"|the search|that)|new search|begin (?:again|anew)|scratch (?:all )?that|clean"
    r" slate|from scratch|wipe the slate|fresh start|different topic|new topic|/?reset"
    r"|重新(?:开始|来过?|找|搜|推荐)|重新来?(?=$|[\s,，])|重来|算了(?!吧)|从头(?:来"
    r"|开始)|重置|清空(?:条件)?|全部(?:重来|清空|取消)|(?:刚才|之前|前面)?(?:说)?的?条件全?(?:清零"
    r"|清空|清掉|取消|重置)|推倒重来|另起炉灶|前面(?:的|说的)?(?:都)?(?:不算|不要了"
    r"|忘了吧?|作废)|刚才(?:说)?的?(?:都)?(?:不算|忘了吧?|忘掉)|换个话题|都忘了吧?)"
    r"(?:\s*(?:then|please|pls|again|now|with|and|吧|了|,|，|。|\.|!|！|;|；|-|–|—|:|：))*\s*",
    re.IGNORECASE,
)
RETURN = re.compile(
    (
        r"\b(?:(?:go |going |get |come |take me |switch |let'?s go )?back to (?:the |my"
        r" |what |our )?|return to (?:the )?|(?:show me )?the (?:previous|earlier|last"
        r"|first|original) (?:list|search|request|results?|ones? (?:you|we) had)|what"
        r" (?:we|i|you) (?:had|asked for|showed) (?:before|earlier|first))|(?:还是)?(?:回到?(?=最"
        r"|刚|之前|前面|一开始)|回到|回去看?|返回|切回|换回|说回|继续看?刚才)(?:刚才|之前"
        r"|前面|最?一?开始|最初|上次)?(?:的|那个|那些|那批|说的)*|把(?:刚才|之前|前面)(?:的"
        r"|那批)*|再拿出来|^还是(?:看|要)?(?:刚才|之前|前面)(?:的|那个|那些)*"
    ),
    re.IGNORECASE,
)

# In this order: "didn't like it" holds "like it".
VERDICTS = (
    (
        Verdict.DISLIKE,
        anywhere(
            (
                r"hated?|dislike[ds]?|loathed?|(?:did not|didn'?t|don'?t|do not|didnt|dont)(?:"
                r" really| even| quite)? (?:like|love|enjoy|care for|get into|finish|get the hype(?:"
                r" about)?)|not (?:for me|my (?:thing|cup of tea|taste|style)|a fan(?: of)?|into)"
                r"|(?:can'?t|couldn'?t|cant|couldnt) (?:stand|get into|finish)|(?:was|is|were"
                r"|felt|found it) (?:(?:so|really|pretty|very|too|a bit|kinda|absolutely|just"
                r"|way too) )*(?:awful|terrible|boring|bad|trash|garbage|rubbish|overrated|disappointing"
                r"|dull|crap|meh|horrible|lame|a waste of time)|(?:so|too|really|pretty|just|super"
                r"|very) (?:boring|bad|dull|slow|long|awful|terrible|overrated)|bored me(?: to"
                r" (?:tears|death))?"
                r"|(?:such )?a (?:total |huge |big |real )?(?:letdown|let down|disappointment"
                r"|snoozefest|mess|dud|bore)|fell asleep (?:in|during|watching)|sucks?|sucked"
                r"|thumbs down|waste of time|gave up on"
            ),
            (
                r"不(?:太|怎么|是很|大|是特别)?(?:喜欢|爱看?|好看|感冒|感兴趣|合(?:我)?(?:的)?(?:口味"
                r"|胃口))|讨厌|打瞌睡|犯困|睡着了?|难看(?:死了)?|烂片|(?:太|好|很|真)(?:烂|无聊"
                r"|难看|失望|差)了?|看不下去|看睡着了|弃(?:了|剧)|踩雷|一般般?(?=$|[，。！,.!])"
                r"|没意思|没看完|看了?一半|👎|不行$|无感|欣赏不来|差评"
            ),
        ),
    ),
    (
        Verdict.LIKE,
        anywhere(
            (
                r"loved?|liked|(?:i|we)(?: really| do| quite)? like|enjoyed|adored?|(?:is|was"
                r"|were|'?s) (?:(?:so|really|pretty|absolutely|such a|just|fucking|damn|very|quite)"
                r" )*(?:great|amazing|brilliant|awesome|fantastic|excellent|so good|good|incredible"
                r"|superb|perfect|a masterpiece|masterpiece|wonderful|beautiful|lovely|fun|my"
                r" favou?rite|one of my favou?rites)|(?:my|an? all[- ]time) favou?rites?(?: (?:film"
                r"|movie|show|ever|of all time))?|a masterpiece|blew (?:me away|my mind)|wrecked"
                r" me|made me cry|(?:absolute |all[- ]time |new )?(?:fave|favou?rite)(?: (?:film"
                r"|movie|show))?s?|best (?:thing|film|movie|show|series)(?: (?:i|i've|ive) (?:have"
                r" )?(?:ever )?(?:seen|watched))?(?: ever)?|cried (?:so much|my eyes out)|(?:huge"
                r"|big|massive)? ?fan of|obsessed(?: with)?|thumbs up|10/10|so good|banger|can'?t"
                r" get enough of"
            ),
            (
                r"喜欢|爱(?:看|了|死)|[很超最好真]爱|(?:很|太|超|挺|真|特别|非常|真的|蛮)?好看"
                r"|(?:很|挺|真|还|蛮|非常)?不错(?!过)|太棒|太赞|神作|(?:很|太|超|真)?(?:精彩|感人"
                r"|经典)(?:了)?|封神|绝了|👍|(?:我的)?最爱|赞$|好评|yyds|百看不厌|百刷"
            ),
        ),
    ),
    (
        Verdict.SEEN,
        anywhere(
            (
                r"(?:already |just |finally |recently |we |i )*(?:seen|watched|saw|rewatched|finished)(?:"
                r" (?:already|before|yesterday|last (?:night|week|month|year)|twice|years ago"
                r"|recently|today|the other day|in the cinema|a million times|loads of times))*"
            ),
            (
                r"(?<!没)(?<!没有)(?:刚刚?|早就?|都|已经|之前|以前|昨天|昨晚|上周)*(?:看|刷|追"
                r"|补)(?:过|完)(?:了|啦|好几遍|很多遍|几遍|两遍|三遍)*|(?:已经|刚刚?|昨[天晚]"
                r"|都|早就)看了"
            ),
        ),
    ),
)
AROUND_A_VERDICT = anywhere(
    (
        r"i|we|have|has|had|'?ve|ive|weve|already|it|that|this|these|those|them|one|ones"
        r"|the|a|an|film|movie|show|series|so|much|really|very|just|too|and|was|were|is"
        r"|are|absolutely|but|or|both|all|of|did|do|not|honestly|tbh|lol|haha|btw|yes"
        r"|yeah|yep|no|nah|sorry|thanks|though|actually|totally|kinda|ngl|oh|ah|aw|ugh"
        r"|ooh|omg|ok|okay|hey|well|last night|yesterday|today|years ago|recently|ages"
        r" ago|as a kid|in the cinema|with my \w+|before|though|bit|little|times?|twice"
        r"|once|every|minute|second|man|dude|wow|hell|yeah|also|personally|pretty|quite"
        r"|to be honest|imo|still|finally|by the way|number|for|in|to|on|my|me|super|again"
        r"|one of|then|already|lot|ever|at|now|film|long ago|other|day|night|week|month"
    ),
    (
        r"我们?|俺|咱|很|都|也|了|过|这|那|部|个|它|已经|电影|片子?|剧|真的?|非常|超级?"
        r"|特别|太|挺|蛮|的|啊|呀|吧|哈|哦|嗯|是|就|还|可|说实话|老实说|其实|觉得|感觉"
        r"|以前|之前|小时候|昨天|昨晚|上周|刚|早就|和|跟|与|、|对|不过|但|一直|完全|实在"
        r"|有点|死|来|好|多|遍|次|几|两|三|最|一|给|看|部剧|[\s.,!?:;~。，！？、：；～《》\"“”'’()（）…]"
    ),
)

IT = re.compile(
    (
        r"\b(?:it|that (?:one|film|movie|show)|this (?:one|film|movie|show)|that|this"
        r"|the (?:film|movie|show)|them|those|these|both|him|her)\b|它|这一?部|那一?部"
        r"|这个|那个|这片|那片|该片|这电影|这剧|那剧|两部|他们|它们"
    ),
    re.IGNORECASE,
)
ALL_OF_THEM = re.compile(
    (
        r"\b(?:all (?:of )?(?:them|these|those|five)|every one of them|the lot|both(?:"
        r" of them)?)\b|全部|都(?=看过|喜欢|不喜欢)|两部都|全都"
    ),
    re.IGNORECASE,
)

# What is asked of a title; a pattern, and what it is about.
QUESTIONS = (
    (
        "minutes",
        (
            r"how long|running ?time|run ?time|how many (?:minutes|hours)|what'?s the length"
            r"|多长(?:时间)?|多久|片长(?:多少|是|呢|$|[?？])|时长(?:多少|是|呢|$|[?？])|几个?小时"
            r"|多少分钟"
        ),
    ),
    (
        "directors",
        (
            r"who(?:'?s| is| was)? (?:the )?(?:director|directed|made|did|shot|directs)|who"
            r" (?:directed|made|shot|directs)|director(?: of)?(?=\W*$)|directed by who|(?:谁"
            r"|哪个导演|哪位导演)(?:是)?(?:导演?|拍|执导|的导演)的?|导演(?:是|叫)?(?:谁|哪位"
            r"|哪个)|谁(?:导|拍)的?|导演$"
        ),
    ),
    (
        "cast",
        (
            r"who(?:'?s| is| are| was| else is| all is)? (?:in|starring|stars?|acts?|acting"
            r"|plays?|acted|the (?:cast|lead|star|actors?|main actors?))|who (?:stars|acts"
            r"|plays|acted|starred)|(?:the )?cast(?: of| list)?|leading (?:actor|actress|man"
            r"|lady)|谁(?:主?演|演的)|主演(?:是|都)?(?:有)?(?:谁|哪些人?|哪位)|(?:都)?有谁(?:演"
            r"|参演)?|演员(?:都)?(?:是|有)?(?:谁|哪些)?|主演$|卡司|谁在里面"
        ),
    ),
    (
        "year",
        (
            r"when (?:did|was|is|does)|what year|which year|how old is|release (?:date|year)"
            r"|came? out|哪年|哪一年|什么时候(?:的|上映|拍|出)|几几年|年份|哪个年代"
        ),
    ),
    (
        "rating",
        (
            r"(?:what(?:'?s| is)|how) (?:the |its )?(?:imdb |rating|score)|(?:imdb )?(?:rating"
            r"|score)(?: of| for|\?)|how (?:highly |well )?(?:is it |was it |is .+ )?(?:rated"
            r"|scored)|how good|is .+ (?:any )?good|(?:is|was) .+ worth (?:it|watching|a watch"
            r"|my time|seeing)|worth (?:it|watching|a watch|my time|seeing)|any good|多少分"
            r"|几分|评分(?:是|多少|高吗|怎么样|如何|高不高|呢|有多)|评分$|得分|好(?:不好)?看(?:吗"
            r"|么|嘛|不)|值得(?:一)?看(?:吗|么|嘛)?|怎么样|如何|口碑(?:怎么样|好吗|如何)"
        ),
    ),
    (
        "genres",
        (
            r"what (?:genre|kind|type|sort)(?: of (?:film|movie|show))? is|is .+ (?:scary"
            r"|funny|sad|violent|a (?:comedy|horror|musical|series|movie|film|documentary"
            r"|true story)|suitable|ok for kids|based on)|(?:is|can i (?:watch|stream|find)"
            r"|where can i (?:watch|stream|find|see)|available) .+ (?:on|at)? ?(?:netflix"
            r"|hulu|prime|disney|max|streaming|stream|online)|where (?:can|do) i (?:watch"
            r"|stream|see|find)|在哪(?:儿|里)?(?:能|可以)?看|哪里(?:能|可以)看|什么类型|是什么片"
            r"|哪种类型|恐怖吗|吓人吗|适合"
        ),
    ),
    (
        "countries",
        (
            r"(?:which|what) country|where(?:'?s| is| was) .+ (?:from|made|set|filmed)|where"
            r" (?:does|did) .+ (?:come from|take place)|(?:which|what) language|哪国|哪个国家"
            r"|什么语言|在哪里?拍"
        ),
    ),
    ("seasons", r"how many (?:seasons|episodes)|number of seasons|几季|多少季|多少集|几集|共有?几"),
    (
        "story",
        (
            r"what(?:'?s| is| was| happens)?(?: in| happens in)?(?: .+)? (?:all )?about|what"
            r" happens|(?:the )?(?:plot|story|premise|synopsis|storyline)(?: of|\?|$)|how"
            r" does .+ (?:start|begin|end)|(?:讲|说|演)的?(?:是)?(?:什么|啥|个啥)(?:故事|内容"
            r"|的)?|什么(?:剧情|内容|故事)|剧情(?:是|讲)?(?:什么)?|故事(?:是|讲)?(?:什么)"
            r"|大概(?:讲|内容)|主要内容"
        ),
    ),
    (
        "",
        (
            r"tell (?:me|us)(?: (?:a bit|a little|some)?(?: more)?)? about|more (?:info|information"
            r"|details?|about)|details? (?:of|on|about|for)|info(?:rmation)? (?:on|about)"
            r"|what do you (?:know|think) (?:about|of)|(?:have you )?(?:ever )?heard of|do"
            r" you (?:have|know)|is there|what(?:'?s| is) (?=[A-Z\"“])|what about|describe"
            r"|explain .+ to me|introduce|介绍(?:一下|下)?|说说|讲讲|聊聊|详情|详细|了解一下"
            r"|具体(?:说说|介绍)|你?(?:知道|听说过|晓得)|有没有"
        ),
    ),
)
QUESTION = tuple(
    (topic, re.compile(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", re.IGNORECASE)) for topic, pattern in QUESTIONS
)
ABOUT_A_TITLE = re.compile(
    r"^(?:(?:can|could) (?:you|u) |please |pls |ok |so |hey )*(?:tell me (?:a (?:bit"
    r"|little) )?(?:more )?about|what(?:'?s| is|s)(?= [a-z].* about\W*$)|what happens"
    r" in|who (?:directed|made|stars in|is in|plays in|acted in|starred in)|more about"
    r"|details (?:on|of|about)|info on|have you heard of|do you (?:know|have)(?! (?:any"
    r"|some|a|an|more|other|something|anything|good)\b)|what'?s the (?:rating|score"
    r"|plot|runtime|running time|cast) of|how long is|when did|when was|(?:is|was)"
    r" (?=.+ (?:any good|worth)))\s+"
    r"|^(?:请|帮我|给我)?(?:介绍(?:一下|下)?|说说|讲讲|聊聊|你?知道|听说过)"
    r"|\s+(?:about|any good|worth watching|worth it|come out|released|made)\W*$|(?:讲"
    r"|说)的?是?(?:什么|啥)(?:故事)?的?[?？。]*$|(?:是)?谁(?:导演?|拍|主?演)的?[?？。]*$"
    r"|(?:怎么样|好看吗|值得看吗|多长|多久|多少分|几分|评分多少|是哪年的|吗|这部电影"
    r"|这部片)[?？。]*$",
    re.IGNORECASE,
)
# A title before which this stands is only asked about.
NOT_SEEN = re.compile(
    r"\b(?:have not|haven'?t|havent|never)(?: yet| ever)? (?:seen|watched)\s+$|没看过\s*[《「\"]?$", re.IGNORECASE
)

COMPARING = anywhere(
    (
        r"compare[ds]?|vs\.?|versus|which (?:ones? |one's )?(?:is|was|has|of (?:these"
        r"|those|them|the (?:two|three|five))|film|movie|one|do you|should i|came|would"
        r"|did)(?! (?:about|with))|(?:is|was|does|did) .+ (?:\w+er|better|worse|more \w+"
        r"|less \w+)(?: (?:rated|known|popular))? than|difference between|(?:what|which"
        r"|who)(?:'s|s| is| ones| one's| one is) (?:\w+er|better|more \w+)|out of (?:these"
        r"|those|the (?:first|last))|(?:compares?|stack up) (?:to|with|against)|what'?s"
        r" better|better[,:]? |or .+\? ?which|the (?:shortest|longest|newest|oldest|best"
        r"|highest rated|funniest|scariest|darkest|most \w+) (?:one )?(?:of|among|out"
        r" of) (?:these|those|them|the)"
    ),
    (
        r"哪(?:个|部).{0,4}(?:多|少|高|低|早|晚)|(?:它俩|这俩|他俩|这两部|那两部).*(?:哪"
        r"|谁)|哪(?:一)?(?:个|部)(?:片|电影|剧)?(?:更"
        r"|最|比较|评分|分|口碑|时间|片长|的|好|长|短|新|老|先|值得)|(?:和|跟|与).+(?:比(?!如"
        r"|较多)|相比|对比|的区别|有什么(?:不同|区别))|比较一下|对比(?:一下)?|.+比.+(?:更"
        r"|好看|长|短|新|高|早|晚)|(?:这|里).*(?:里面?|中|当中).*(?:哪|最)|谁(?:更|的(?:评分"
        r"|分|片长))|还是.+(?:好|长|短|新|高|值得)"
    ),
)
COMPARED = (
    ("minutes", re.compile(r"long|short|runtime|running|长|短|时长|时间", re.IGNORECASE)),
    ("year", re.compile(r"new|old|recent|first|earlier|later|came out|新|老|早|晚|先|旧", re.IGNORECASE)),
    ("votes", re.compile(r"popular|famous|known|watched|votes|热门|火|有名|出名|人气|知名", re.IGNORECASE)),
    (
        "rating",
        re.compile(r"rat(?:ed|ing)|scor|better|best|good|worth|should i|prefer|评分|分|好|口碑|值得", re.IGNORECASE),
    ),
)

EXPLAINING = re.compile(
    r"^(?:(?:ok|hmm+|so|and|but|wait|hey|um|lol|hang on|那|嗯|等等|可是|但|诶|你)[\s,，]*)*(?:why(?!"
    r" (?:not|don'?t (?:we|you)))\b(?!.*\b(?:movie|film)s? about)|how come|what (?:makes"
    r"|made) you (?:think|say|recommend|pick|suggest)|what'?s the (?:reason|connection"
    r"|link)|on what basis|how is (?:that|this|it|the \w+ one|#?\d) (?:like|related"
    r"|similar|a match)|what (?:does|do|has|have) (?:it|that|this|they|the \w+ one"
    r"|#\d) (?:have|got)? ?(?:to do|in common)|explain (?:why|the|that|this|your|#?\d)"
    r"|reason for|how did you (?:pick|choose|get|find|come up|arrive)"
    r"|(?:第?.{0,3}部)?(?:这部|那部|这个|那个|这些|它)?(?:你)?(?:为什么|为啥|为何"
    r"|凭什么|凭啥|怎么会?(?=推荐|选|给|想到|推|挑)|咋会?(?=推|选|给|想到|挑)|干嘛)(?!不)"
    r"|(?:推荐|选)(?:的|它|这部|第.部)*(?:理由|原因|依据)|.{0,14}理由(?:是)?(?:什么"
    r"|啥|呢)|.{0,16}(?:什么|啥)道理|.{0,12}(?:为什么|为啥|凭什么|凭啥|怎么会|咋会)(?:会)?(?:推荐"
    r"|推|选|给我|出现|排|是|在)|.{0,10}(?:有什么关系|哪里像|像在哪|有啥关系|跟.*(?:像"
    r"|有关)吗))",
    re.IGNORECASE,
)

WATCHLIST = anywhere(
    (
        r"(?:add|put|save|stick|bookmark|pop|stash|throw|chuck|include|keep|mark|remember)\b.*\b(?:(?:watch"
        r" ?-?list|list|queue)|(?:for |to watch )?later|to[- ]watch|saved)|(?:save|bookmark"
        r"|watchlist)(?: (?:it|that|this|the|that one|this one|#?\d|number|for|.{1,40}))?"
        r"|(?:my|the) (?:watch ?-?list|saved (?:films|movies|ones|titles|list)|list|queue"
        r"|to[- ]watch)(?: (?:please|so far))?|(?:remove|take|delete|drop|cross|scratch"
        r"|kick|get|ditch|pull)\b.*\b(?:off|from|out of)\b.*\b(?:list|watch ?-?list|queue"
        r"|it|there)|take (?:it|that|that one|.{1,30}) off(?: (?:again|the list|my list"
        r"|it))?|unsave(?: .*)?|(?:i'?ll|i will|gonna|wanna|want to|i'?d like to|let me)"
        r" (?:watch|see|save|keep) .+ (?:later|some ?time|another (?:day|time)|this weekend"
        r"|soon)|remind me (?:of|about|to watch) .+|saved for later"
    ),
    (
        r"收藏|^.{0,10}拿掉(?:吧|了)?$|(?:加|放|存|记|添加|塞|丢)(?:到|进|入|在)?.{0,12}(?:片单"
        r"|待看|想看|清单|列表|单子|watchlist)|(?:片单|待看|想看|收藏|清单)(?:列表|清单"
        r"|单)?(?:里|中)?(?:有|都有)?(?:什么|哪些|啥)?$|(?:我的|看看?|打开|查看)(?:一下)?(?:我的?)?(?:片单"
        r"|待看|想看|清单|收藏夹?|稍后看)|(?:从)?(?:片单|待看|想看|清单|收藏夹?|列表)(?:里"
        r"|中)?.{0,14}(?:去掉|删掉?|移除|拿掉|移出|划掉|取消)|(?:去掉|删掉?|移除|拿掉"
        r"|划掉)(?:片单|待看|清单).*|取消收藏|存(?:一下|起来|着)|先(?:存|记|收)(?:着|下"
        r"|一下)?|(?:以后|回头|稍后|改天|周末|之后|有空)(?:再)?看|标记?(?:为|成)?(?:想看"
        r"|待看)|想看(?:标记|列表|清单)|mark一下|save一下|马(?:住|一下)|码住|记下来?|记一下"
    ),
)
WATCHLIST_REMOVES = re.compile(
    r"\b(?:remove|off|delete|drop|ditch|pull|unsave|cross|scratch|kick|get .* out)\b|去掉|删|移除|移出|拿掉|划掉|取消",
    re.IGNORECASE,
)

PRIVACY = re.compile(
    r"\b(?:(?:delete|erase|wipe|remove|clear|forget|destroy|get rid of) (?:all |everything"
    r" )?(?:of )?(?:it\W*$|(?:my|the) (?:data|info(?:rmation)?|profile|account|history"
    r"|records?|chats?|stuff|messages?|personal \w+)|(?:everything |all |what(?:ever)?"
    r" )?(?:about me|you (?:know|have|keep|store|saved|stored|got|kept)(?: (?:on|about)"
    r" me)?)|me\b)|(?:forget|delete|erase) everything (?:about|you|i told)|what (?:do"
    r"|does|did|data|info(?:rmation)?|have|personal)\b.{0,25}\b(?:you|usher|u|this"
    r" bot)\b.{0,20}\b(?:know|keep|store|save|have|collect|remember|hold|record|stored"
    r"|saved|collected|kept|track|got)\b.{0,25}\b(?:me|i|mine|my|us|users?|people"
    r"|data)?|do (?:you|u) (?:store|save|keep|sell|share|track|record|log|collect"
    r"|remember|spy|give)\b.{0,40}|(?:is|are) (?:my|our|this|these|the) (?:data|chats?"
    r"|messages?|info|conversations?|privacy|stuff)\b.{0,40}|privacy(?: policy)?|gdpr"
    r"|who (?:can )?(?:see|sees|reads?|has access to)\b.{0,30}|where (?:is|does|do"
    r"|are)\b.{0,20}\b(?:data|messages|chats)\b.{0,20}|my (?:personal )?data\b|can"
    r" (?:anyone|others?|people|you|somebody) (?:see|read)\b.{0,30})"
    r"|隐私|(?:我的|个人)(?:数据|信息|资料|隐私|聊天记录|个人信息)|(?:删除?|清除|清空"
    r"|抹掉|忘掉|忘记|销毁|擦除)(?:掉)?(?:所有|全部|你)?(?:关于|有关)?(?:我|和我)(?:的)?(?:所有"
    r"|一切|全部|数据|信息|记录|资料|了|吧|$)|你(?:们)?(?:都|会|有|到底)?(?:记|存"
    r"|保存|知道|收集|记录|存储|储存|留|掌握|保留)(?:录|住|了|着|下)*(?:我|哪些|什么"
    r"|关于我)|(?:把)?(?:我|关于我)的?(?:所有|全部|一切|数据|信息|记录|东西)*(?:都)?(?:删"
    r"|清|忘)(?:了|掉|除|空)|会(?:不会)?(?:把)?(?:泄露|卖|分享|上传|保存|记录)(?:掉)?(?:我)?"
    r"|谁能看到|(?:会|要|都)(?:存|记|留|保存)(?:下来|起来|着|住)?(?:吗|么|嘛|多久)"
    r"|(?:我)?(?:说|发|打)的?(?:这些)?(?:话|内容|东西|消息).{0,8}(?:存|保存|记录|泄露"
    r"|别人|外传)",
    re.IGNORECASE,
)
ERASES = re.compile(
    r"\b(?:delete|erase|wipe|forget|remove|clear|destroy|get rid)\b|删|清除|清空|抹|忘|销毁|擦", re.IGNORECASE
)
LANGUAGE = whole(
    (
        r"(?:(?:can|could|will) (?:you|we|u) |please |let'?s |i (?:want|prefer|need)(?:"
        r" you)?(?: to)? )*(?:speak|talk|reply|answer|write|respond|switch|change|chat"
        r"|set|use|go|continue)(?: to me| with me| it| back)?(?: (?:in|to|the|your|into"
        r"|only|language|lang))* (?P<to>english|chinese|mandarin|中文|英文|language|lang)(?:"
        r" (?:from now on|only|instead|please|settings?|to \w+))*|(?:in )?(?P<only>english"
        r"|chinese) (?:please|pls|only)|(?:change|switch|set)(?: the| my)? language(?:"
        r" to (?P<into>english|chinese|mandarin))?|(?:do|can) you speak (?P<speak>chinese"
        r"|english|mandarin)|language settings?|settings"
    ),
    (
        r"(?:请|可以|能|麻烦|以后|你|从现在起|之后|接下来|跟我|和我|给我)*(?:用|说|讲"
        r"|切换?到?|换成?|改成?|改用|设(?:置|成)?(?:为)?|回)(?:一下)?(?P<zh>中文|英文"
        r"|英语|汉语|普通话)(?:回我|回答我?|回复我?|跟我聊|说话?|聊天?|交流|模式|跟我说"
        r"|和我说|界面|来)*(?:吧|可以吗|好吗)?|(?:切换|更改|设置|换|改)(?:一下)?语言|语言设置"
        r"|设置|(?:你)?会说(?P<zh_speak>中文|英文|英语)吗"
    ),
)

ANALYSING = re.compile(
    r"\bhow many\b(?! (?:seasons|episodes|minutes|hours|more\b))|\b(?:number|count"
    r"|amount) of\b|\b(?:on )?average\b(?! (?:joe|guy|man|person))|\bmedian\b|\bpercent(?:age)?\b"
    r"|\bwhat (?:share|fraction|proportion)\b|\b(?:per|by|each|every|over the) (?:decades?"
    r"|years?|country|genre|director)\b|\bdistribution\b|\b(?:make|draw|show|give)(?:"
    r" me)? (?:a |an )?(?:chart|graph|plot|histogram|bar chart|pie chart|table)\b"
    r"|\b(?:bar|pie|line) chart\b|\b(?:chart|graph) (?:of|the)\b|\bcorrelat|\btrends?\b"
    r"|\bstat(?:s|istics)\b|\b(?:which|what|who)\b.{0,40}\b(?:made|has|have|directed"
    r"|appears?|produces?|makes|acted|worked|works|starred) (?:in )?(?:the )?(?:most"
    r"|fewest)\b|\b(?:which|what) (?:genre|country|director|actor|actress|decade|year"
    r"|language)s?\b.{0,50}\b(?:most|highest|lowest|longest|shortest|best|fewest|common"
    r"|rates?)\b|\bmost (?:common|prolific|frequent)\b|\bdo (?:longer|shorter|older"
    r"|newer)\b.{0,40}\b(?:rate|score|get)\b|\bare \w+ (?:films|movies|shows) (?:longer"
    r"|shorter|better|rated|older|newer)\b|\bwho works? (?:most )?(?:often )?with"
    r" whom\b|\bcompared? by\b|\bcount the\b|\btop \d+ (?:directors|actors|actresses"
    r"|countries|genres|years|decades)\b|\bhow (?:has|have|did)\b.{0,40}\bchang"
    r"|有?多少(?:部|个|种|位|国家|电影|影片|片|剧|导演|演员)(?!分)|一共有?(?:多少"
    r"|几)|总共有?(?:多少|几)|(?<!推荐)(?<!来)(?<!找)有几部|平均|中位数|占比|占(?:多少"
    r"|了多少|百分)|比例(?:是|多少)?|百分之几|百分比|分布|趋势|统计|图表|(?:画|做"
    r"|出)(?:一?张|一?个)?(?:柱状|折线|饼)?图|柱状图|折线图|饼图|每(?:个)?(?:年代"
    r"|年|国家|类型)|各(?:个)?(?:年代|国|国家|类型|年)|(?:哪个|哪位|哪些|什么)(?:导演"
    r"|国家|类型|年代|演员|语言|年份)(?:的)?.{0,12}(?:最|更|多)|谁(?:拍|导|演)(?:的"
    r"|了|过)?.{0,8}最多|相关性|数量(?:是|多少|最多)|最(?:高产|多产|常见)",
    re.IGNORECASE,
)
SYNOPSIS = re.compile(
    r"\b(?:write|give|do|make|create|tell|pitch|rewrite|retell|summari[sz]e|describe"
    r"|narrate|explain|sell)\b.{0,60}\b(?:synopsis|blurb|in the (?:tone|style|voice"
    r"|manner) of|in a \w+ (?:tone|style|voice|way)|as (?:a|an|if) (?:\w+ )*(?:bedtime"
    r" story|fairy ?tale|poem|haiku|news|tweet|trailer|rap|telenovela|western|comedy"
    r"|nature doc\w*|pirate|noir|sports? comment\w*|horror|romance|kids? story|children'?s"
    r" story|ghost story|limerick|soap opera|voice ?over))|\bsynopsis (?:of|for)\b"
    r"|\bpitch (?:me )?(?!something|a (?:movie|film))\S+|\b(?:like|as) a bedtime story\b"
    r"|\bin (?:a|the) (?:tone|style|voice) of\b"
    r"|(?:用|以).{1,14}(?:口吻|语气|风格|方式|腔调|笔调|口气|语调|文风)(?:来|再|给我"
    r"|帮我)*(?:讲|写|说|介绍|描述|复述|来|概括)|写(?:一|个|段|篇|一个|一段|一篇|份"
    r"|一份)*.{0,12}(?:简介|梗概|剧情介绍|文案|剧情简介|推荐语)|.{0,20}(?:讲|说|写"
    r"|改写|改)(?:成|得像|得跟)(?:一?个|一?首|一?篇|一?段)?.{0,8}(?:故事|童话|诗|新闻"
    r"|段子|相声|评书|睡前故事)|当(?:成)?(?:睡前故事|童话|评书)(?:来)?讲",
    re.IGNORECASE,
)
INVENT = re.compile(
    r"\b(?:invent|make up|dream up|come up with|imagine|create|think up|concoct|brainstorm"
    r"|write|pitch|cook up|conjure up)(?: me| us)? (?:an? |some |my own |a new |a"
    r" fake |your own |a brand new |the plot of an? )*(?:\w+[\s-]){0,5}?(?:film|movie"
    r"|show|series|story|plot|sequel|screenplay|premise|heist|horror|comedy|romance"
    r"|western|thriller|musical|sci-?fi|drama|noir|romcom|one|idea)\b|\b(?:film|movie"
    r"|show|series|story|plot|sequel)s? that (?:doesn'?t|does not|don'?t|never|did"
    r" ?n'?t) (?:\w+ )?exist|\bwhat if there (?:was|were) an? (?:film|movie)|\bmake"
    r" (?:me )?up (?:an? |some )|\bmade[- ]up (?:film|movie|show|plot|story)|^(?:please"
    r" |ok |now |hey |usher )*invent\b"
    r"|(?:编|虚构|想象|幻想|构思|创作|杜撰|脑补|发明|瞎编|设计|原创)(?:造)?(?:一|个"
    r"|部|一个|一部|出|出来|一段|个新|篇|点|些)+|(?:写|来)(?:一?个|一?部)?(?:不存在"
    r"|原创|虚构|全新)的|(?:不存在|世界上没有|还没(?:有)?人拍过?)的?(?:一部)?(?:电影"
    r"|片|剧)|脑洞|续集.{0,6}(?:编|想)|帮我(?:编|构思|想)(?:一|个|部)",
    re.IGNORECASE,
)
BIRTH = re.compile(
    (
        r"\b(?:before|after|since|(?:from )?the (?:year|decade)|around(?: the time)?|in"
        r" the year|when)\s+(?:that )?(?:i|my (?:mum|mom|dad|parents|wife|husband|kid"
        r"|son|daughter)|we) (?:was|were|got) born\b|\bolder than (?:me|i am)\b|\bmy birth"
        r" ?(?:year|day)\b|我(?:爸妈?|妈妈?|爸爸|奶奶)?(?:还没)?出生(?:之前|以前|前|那年"
        r"|的那年|的时候|那时候)?(?:的)?|比我(?:年纪|岁数)?(?:大|老)"
    ),
    re.IGNORECASE,
)
BIRTH_YEAR = re.compile(
    (
        r"(?:i(?:'?m| am| was)? )?(?:born )?(?:in |from )?(?P<year>(?:19|20)\d\d)(?: i"
        r" was born)?|(?:我是?)?(?P<zh>(?:19|20)?\d\d)年?(?:的|出生|生)*(?:的)?"
    ),
    re.IGNORECASE,
)

NONSENSE = re.compile(
    r"\b(?:ignore (?:all |any |the |my |your )*(?:previous|prior|above|earlier|former)?\s*(?:instructions"
    r"|prompts?|rules|orders)|disregard (?:all|your|the|any|previous)\b|system prompt"
    r"|you are now\b|pretend (?:to be|you are|you'?re)|act as (?:an?|if|my)\b|jailbreak"
    r"|developer mode|sudo\b|rm -rf|drop table|select \* from|' ?or ?'?1'? ?= ?'?1"
    r"|print your|reveal your|repeat (?:after me|your)|execute|base64|api key|admin"
    r" (?:mode|password)|password|your config)"
    r"|<\s*/?script|忽略(?:之前|以上|上面|前面|所有)的?.{0,6}(?:指令|提示|规则|要求)"
    r"|系统提示词?|你现在是|扮演|越狱|开发者模式|管理员密码",
    re.IGNORECASE,
)
OFF_TOPIC = re.compile(
    r"\bweather\b(?!.*\b(?:movie|film)s?\b)|\b(?:what(?:'?s| is)|calculate|compute"
    r"|solve|how much is)\s+(?:the )?(?:\d+|square|sum|capital of|meaning of life"
    r"|time(?: is it)?\b|date|temperature|population|stock|price|exchange|distance"
    r"|airspeed|score of the)|\bwhat time is it\b|\b(?:order|book|buy) (?:me )?(?:a"
    r" |an |some )?(?:pizza|taxi|flight|table|hotel|tickets?|uber|food)\b|\bwrite"
    r" (?:me )?(?:a |an |some )?(?:python|java|code|javascript|essay|email|cover letter"
    r"|sql|homework|script in python|function)\b|\bcapital of\b|\btranslate\b|\bset"
    r" an? (?:alarm|timer|reminder)\b|\bhow (?:do|to|can) i? ?(?:cook|fix|bake|make"
    r" (?:a )?(?:pasta|bread|cake|soup)|lose weight|boil|tie)\b|\brecipe\b|\bwho (?:is"
    r"|won|was) the (?:president|prime minister|king|world cup|super bowl|election)\b"
    r"|\bbitcoin\b|\bfootball scores?\b|\bwho won\b|\bdo my homework\b|\b\d+\s*[-+*/x×]\s*\d+\b(?!.*(?:film"
    r"|movie))|\bnews today\b|\bplay (?:some )?(?:music|a song|spotify)\b|\bhow tall"
    r" is\b|\bhow far\b|\bwhat'?s (?:your|ur) (?:ip|address|phone)"
    r"|天气|(?:明天|今天|后天|周末|会不会|要不要).{0,6}下雨|下雨(?:吗|不|么)|气温"
    r"|几点(?:了|钟)?|(?:一|多少)?加(?:一)?等于|等于几|(?:叫|点|订)(?:个|一份|份|一?张)?(?:外卖"
    r"|披萨|机票|酒店|车|餐)|写(?:一?段|个|一?篇|封)?(?:代码|python|作文|论文|邮件"
    r"|情书|程序|周报)|股票|股价|比特币|汇率|怎么(?:做|炒|煮)(?:菜|饭|面|红烧肉|.{0,4}(?:鸡蛋"
    r"|肉|鱼|汤|面))|首都是|翻译(?:一下|成|这)|(?:今天|明天|现在)(?:是)?(?:几号|星期几"
    r"|周几)|谁(?:是|当)(?:美国|中国)?总统|做(?:数学)?作业|放(?:首|个)歌|彩票|减肥"
    r"|感冒(?:了)?(?:吃|怎么)|\d+\s*[-+*/x×加减乘除]\s*\d+",
    re.IGNORECASE,
)
FILM_TALK = re.compile(
    r"^(?:(?:i|we) (?:love|like|enjoy|adore|hate|watch|prefer) (?:films?|movies?|cinema"
    r"|watching (?:films?|movies?|tv)|going to the (?:cinema|movies))(?: (?:a lot"
    r"|so much|in general|too|too much|all the time))*|(?:films?|movies?|cinema) (?:are"
    r"|is) (?:the best|great|life|magic|art|awesome|dead).*|(?:my (?:mum|mom|dad|friend"
    r"|gf|girlfriend|bf|boyfriend|wife|husband)|i) (?:just )?(?:got|bought|went to)\b.*"
    r"|(?:it'?s|what a) (?:raining|late|cold|friday|nice day|lovely|snowing).*|i (?:had"
    r"|have had) a (?:long|bad|rough|hard|great|terrible) day(?: (?:at work|today))*"
    r"|(?:happy|merry) \w+(?: \w+)?|congrats|guess what|streaming is .*|nobody goes"
    r" to the cinema.*"
    r"|我(?:超|很|最|就|特别|非常)?(?:喜欢|爱)看?(?:电影|看片|追剧|看剧)(?:了|啊|的)?"
    r"|电影(?:真|太)?(?:好|是)(?:看|东西|艺术).*|(?:今天|今晚)?(?:下雨|好冷|好热|下雪)(?:了"
    r"|啊)?|(?:今天)?(?:上班|工作|加班)?(?:好|真|太)?累(?:死)?(?:了|啊|呀)?|(?:新年"
    r"|圣诞|生日|中秋|周末)快乐|你吃(?:饭)?了(?:吗|么|没)|现在的(?:电影|国产片).{0,12}"
    r"|电影院.{0,15})[\s.!?~。！？～]*$",
    re.IGNORECASE,
)
# "What else did the director make?"
SAME_MAKER = re.compile(
    (
        r"\b(?:by|from|(?:this|that|the same|same)) (?:the |this |that )?(?:same )?director\b(?!"
        r" of)|\bwhat else (?:did|has|have) (?:he|she|they|the director)\b|(?:这个|这位"
        r"|那个|这|那|同一?个?)导演(?!是|的?评)|(?:他|她)(?:导|拍|执导)?的?(?:其他|别的"
        r"|其它)"
    ),
    re.IGNORECASE,
)
