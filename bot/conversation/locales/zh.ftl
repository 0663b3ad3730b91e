# 列表
list-like = 和{ $names }相近的：
list-between = 介于{ $names }之间的：
list-unknown = 我这里没有“{ $name }”。按字面意思，最接近的是这些：
and = { $before }和{ $last }
list-found = 这些合你的意思：
list-taste = 按你的口味选的：
list-first = 先看看这几部。告诉我你喜欢什么，我会慢慢了解：
list-more = 再来几部：
list-changed = 按你说的改了：
list-none = 目录里没有同时满足这些条件的。放宽一个条件，或者换个说法试试。
list-end = 符合的就这些了。放宽条件，或者聊点别的吧。
list-unsure = 没有特别吻合的，最接近的是这些：
list-unrated = 另有{ $count }部符合其他条件，但没有评分，所以没有列入。
list-nothing-before = 还没有列表可以接着看。先告诉我你想看什么吧。

# 理由
why-people = { $details }
why-wanted = { $details }
why-director = 同为{ $details }的作品
why-themes = 与《{ $other }》相通：{ $details }
why-cast = 同样有{ $details }出演
why-genres-with = 与《{ $other }》同为{ $details }
why-genres = { $details }
why-story = { $who }；{ $feeling }

# 反问
ask-which = 你指的是哪一部？
ask-which-choice = { $name }（{ $year }）

# 详情
details-facts = { $name }（{ $year }）
details-minutes = { $minutes }分钟
details-by = 导演：{ $people }
details-with = 主演：{ $people }
details-rating = IMDb { $rating }分

# 反馈
feedback-like = 记下了：你喜欢{ $names }。再按一次，或者说“撤回”，就不算。
feedback-dislike = 记下了：{ $names }不合你口味。再按一次，或者说“撤回”，就不算。
feedback-seen = 记下了：你看过{ $names }。再按一次，或者说“撤回”，就不算。
feedback-undone = 已撤回你刚才对{ $names }的评价。
feedback-nothing = 没有可以撤回的。
feedback-which = 你指的是哪一部？说片名，或者说“第二部”。
feedback-gone = 这部已经不在目录里了。

# 按钮
button-like = 👍 { $number }
button-dislike = 👎 { $number }
button-seen = 看过 { $number }
button-more = 换一批
button-similar = 找类似的
button-forget = 全部清除
button-stale = 现在没有这个按钮。再问一次，我给你新的。

# 记录
history-empty = 你还没有评价过任何影片。点列表下面的👍或👎，或者说“我喜欢……”。
history-list = 你告诉过我的，最近的在前：
history-like = 👍 { $name }
history-dislike = 👎 { $name }
history-seen = 👁 { $name }
history-more = ……还有{ $count }部。

# 设置与隐私
language-ask = 你用什么语言写，我就用什么语言答。命令和按钮用哪种？
language-set = 好的，消息本身看不出语言时，我都用中文。
reset-done = 我们重新开始。你的口味我还记着。
forget-ask = 这会清除我记下的关于你的一切：评价、设置和对话。确定吗？
forget-done = 好了，关于你的内容已全部清除。
privacy = 我记下你喜欢、不喜欢、看过和收藏的影片，你的语言，还有我们聊到哪里，好接着聊下去。这些不会给任何人。/history 查看，/forget 全部清除。

# 帮助
help =
    我帮你找电影和剧集。用中文或英文说说你想看什么：
    • 类似盗梦空间，但更温暖一点
    • 千与千寻那样的动画
    • 两小时以内的韩国惊悚片
    • something like Inception but warmer
    之后可以说“换一批”“别那么沉重”“第二部看过了”，或者点按钮。
    /history 你告诉过我的 · /language 语言 · /reset 重新开始 · /privacy 隐私 · /forget 全部清除
help-admin = 管理员：/reload 重新读取目录 · /rollback 回到上一版本 · /status 状态
start = 你好，我是Usher。说说你想看什么，或者说一部你喜欢的电影。
smalltalk-hello = 你好！今晚想看点什么？
smalltalk-bye = 晚安！想看点什么的时候我都在。
smalltalk-fine = 好的，想看什么随时说。
smalltalk-who = 我是Usher，一个找电影和剧集的程序。说说你想看什么吧。
smalltalk-thanks = 不客气，看得开心！
unclear = 我没看懂。说说你想看怎样的电影或剧集，比如“类似盗梦空间，但更温暖一点”。
unclear-command = 我不认识命令 { $command }。/help 里有我会做的事。
unclear-kind = 我只看得懂文字。用文字说说你想看什么吧。
unclear-document = 我还不能接收文件。请把目录放到 USHER_CATALOG 指向的位置，再发送 /reload。

# 管理员
reload-done = 版本{ $version }已启用：{ $count }部（新增{ $added }，改动{ $changed }，移除{ $removed }），用时{ $seconds }秒。
reload-same = 没有变化：版本{ $version }继续提供{ $count }部。
rollback-failed = 没有回退。{ $reason }
reload-failed = 没有重新载入，原来的版本照常使用。{ $reason }
reload-row = { $place }
reload-row-more = ……还有{ $count }行。
rollback-done = 已回到版本{ $version }：{ $count }部。
status = 版本{ $version }，{ $count }部，编码器{ $encoder }。

# 出错
trouble = 我这边出了点问题，请再试一次。
not-ready = 我还在准备，请稍等片刻再试。

# 命令菜单
menu-start = 开始
menu-help = 我会做什么
menu-history = 你告诉过我的
menu-language = 选择语言
menu-reset = 重新开始对话
menu-privacy = 我记下了什么
menu-forget = 清除关于你的一切
menu-reload = 重新读取目录
menu-rollback = 回到上一版本
menu-status = 当前状态

# Chips: the request as it was read
chip-like = 像《{ $name }》
chip-unlike = 不像《{ $name }》
chip-not = 不要{ $name }
chip-movie = 电影
chip-series = 剧集
chip-min_rating = { $value } 分以上
chip-min_votes = { $value } 人以上评分
chip-max_votes = 评分不到 { $value } 人
chip-decade = { $decade } 年代
chip-years-from = { $low } 年以后{ $high }
chip-years-to = { $low }{ $high } 年以前（含）
chip-years-between = { $low }–{ $high } 年
chip-minutes-from = { $low } 分钟以上{ $high }
chip-minutes-to = { $low }{ $high } 分钟以内
chip-minutes-between = { $low }–{ $high } 分钟
chip-sort-rating = 评分最高
chip-sort-popular = 最热门
chip-sort-newest = 最新
chip-sort-oldest = 最早
chip-sort-shortest = 最短
chip-sort-longest = 最长
button-drop = ✕ { $chip }

# Critiques
critique-darker = 更黑暗一点
critique-lighter = 再轻松一点
critique-shorter = 短一点
critique-newer = 新一点
critique-less-known = 冷门一点
critique-stranger = 更怪一点

# Narrowing
narrow-kind = 想看电影还是剧集？
narrow-kind-movie = 只要电影
narrow-kind-series = 只要剧集
narrow-mood = 想要轻松的，还是严肃的？
narrow-mood-light = 再轻松一点
narrow-mood-serious = 更严肃一点
narrow-era = 想看新的，还是老一些的？
narrow-era-recent = 只要近几年的
narrow-era-older = 只要2010年以前的
narrow-length = 有多少时间？
narrow-length-short = 只要两小时以内的
narrow-length-long = 只要两小时以上的
ask-born = 那是哪一年？告诉我，我就按那年来找。

# Questions about a title
answer-minutes = 《{ $name }》片长 { $value } 分钟。
answer-directors = 《{ $name }》的导演是{ $value }。
answer-cast = 《{ $name }》的主演有{ $value }。
answer-year = 《{ $name }》是 { $value } 年的。
answer-rating = 《{ $name }》的 IMDb 评分是 { $value }。
answer-genres = 《{ $name }》：{ $value }。
answer-countries = 《{ $name }》出自{ $value }。
answer-seasons = 《{ $name }》一共 { $value } 季。
answer-unknown = 目录里没有《{ $name }》的这项资料。已知的有：
details-unknown = 目录里没有“{ $name }”。
details-nearest = 名字最接近的有：{ $names }。

# Comparing
compare-which = 要比较哪几部？说出两部的名字，或者先要一份片单。
compare-title = • 《{ $name }》：{ $facts }
compare-minutes = 《{ $first }》最长，《{ $last }》最短。
compare-year = 《{ $first }》最新，《{ $last }》最早。
compare-votes = 《{ $first }》最有名，《{ $last }》最冷门。
compare-rating = 《{ $first }》评分最高，《{ $last }》最低。
compare-same = 这一点上没有差别：
compare-unknown = { $names }的这项资料不详。已知的有：

# Explaining
explain-because = 《{ $name }》：{ $why }
explain-nothing = 《{ $name }》最接近你要找的，但说不出具体的共同点。

# Watchlist
watchlist-saved = 已收藏：{ $names }。
watchlist-removed = 已从片单移除：{ $names }。
watchlist-list = 你收藏的，最近的在前：
watchlist-title = • 《{ $name }》
watchlist-empty = 片单还是空的。说一声“收藏第二部”，就会记在这里。
button-save = 收藏
button-unsave = 移出片单
menu-watchlist = 收藏的影片

# What is not there yet
not-yet-analyse = 我还不会统计和画图。我能找片、比较，也能介绍每一部。
not-yet-synopsis = 我还不会用特定语气写简介。问我一部片子，我会告诉你它讲什么。
not-yet-invent = 我还不会编造电影。说说你想要的样子，我来找最接近的。
off-topic = 这和影视无关，我帮不上忙。说说你想看什么吧。
smalltalk-films = 我也是。说一部你喜欢的，我再给你找一部。
