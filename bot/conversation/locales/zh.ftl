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
privacy = 我记下你喜欢、不喜欢和看过的影片，你的语言，还有我们聊到哪里，好接着聊下去。这些不会给任何人。/history 查看，/forget 全部清除。

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
