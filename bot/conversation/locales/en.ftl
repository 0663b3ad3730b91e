# Lists
list-like = Like { $names }:
list-between = Between { $names }:
list-unknown = I do not have “{ $name }”. Going by the words, these come nearest:
and = { $before } and { $last }
list-found = Here is what fits:
list-taste = Picked for you:
list-first = A few to begin with. Tell me what you like and I will learn:
list-more = More of the same:
list-changed = Changed to fit:
list-none = Nothing in the catalogue fits all of that. Loosen one condition, or say it another way.
list-end = That was all that fits. Loosen a condition, or ask for something else.
list-unsure = Nothing fits that well, but these come nearest:
list-unrated =
    { $count ->
        [one] One title that would fit has no rating, so it is not counted in.
       *[other] { $count } titles that would fit have no rating, so they are not counted in.
    }
list-nothing-before = There is no list yet to go on from. Tell me what you are in the mood for.

# Reasons
why-people = { $details }
why-wanted = { $details }
why-director = Also by { $details }
why-themes = Like { $other }: { $details }
why-cast = { $details } is in it, too
why-genres-with = { $details }, like { $other }
why-genres = { $details }
why-story = { $who }; { $feeling }

# Asking back
ask-which = Which one do you mean?
ask-which-choice = { $name } ({ $year })

# Details
details-facts = { $name } ({ $year })
details-minutes = { $minutes } min
details-by = By { $people }
details-with = With { $people }
details-rating = IMDb { $rating }

# Feedback
feedback-like = Noted: you like { $names }. The same button, or “undo”, takes it back.
feedback-dislike = Noted: { $names } is not for you. The same button, or “undo”, takes it back.
feedback-seen = Noted: you have seen { $names }. The same button, or “undo”, takes it back.
feedback-undone = Taken back: what you said last of { $names }.
feedback-nothing = There is nothing to take back.
feedback-which = Which title do you mean? Name it, or say “the second one”.
feedback-gone = That title is no longer in the catalogue.

# Buttons
button-like = 👍 { $number }
button-dislike = 👎 { $number }
button-seen = Seen { $number }
button-more = More
button-similar = More like this
button-forget = Erase everything
button-stale = There is no such button now. Ask again, and I will show fresh ones.

# History
history-empty = You have not told me about any title yet. Press 👍 or 👎 under a list, or say “I loved …”.
history-list = What you told me, the latest first:
history-like = 👍 { $name }
history-dislike = 👎 { $name }
history-seen = 👁 { $name }
history-more = … and { $count } more.

# Settings and privacy
language-ask = I answer in the language you write in. For commands and buttons, choose one:
language-set = From now on in English where a message does not say otherwise.
reset-done = A fresh start. What you told me about your taste is kept.
forget-ask = This erases everything I keep about you: opinions, settings and our talk. Are you sure?
forget-done = Done. Nothing about you is kept any more.
privacy = I keep which titles you liked, rejected, saw or saved, your language, and where our talk stands, so that I can go on from there. Nothing goes to anyone else. /history shows it, /forget erases all of it.

# Help
help =
    I find films and series. Say what you are in the mood for, in English or Chinese:
    • something like Inception but warmer
    • Amélie meets Groundhog Day
    • a Korean thriller from the 2000s under two hours
    • 类似千与千寻的温暖动画
    Then: “more”, “something less dark”, “seen the second one”, or the buttons.
    /history what you told me · /language · /reset begin anew · /privacy · /forget erase everything
help-admin = For admins: /reload read the catalogue again · /rollback the version before · /status
start = Hello, I am Usher. Tell me what you feel like watching, or name a film you love.
smalltalk-hello = Hello! What are you in the mood for tonight?
smalltalk-bye = Good night! I will be here when you want to watch something.
smalltalk-fine = Fine. Tell me more whenever you like.
smalltalk-who = I am Usher, a program that finds films and series. Tell me what you feel like watching.
smalltalk-thanks = You are welcome. Enjoy it!
unclear = I could not read that. Tell me about a film or series you would like, for example “something like Inception but warmer”.
unclear-command = I do not know the command { $command }. /help shows what I can do.
unclear-kind = I read text only. Tell me in words what you are in the mood for.
unclear-document = I cannot take files yet. A catalogue goes where USHER_CATALOG points; then send /reload.

# Admins
reload-done = Version { $version } serves now: { $count } titles ({ $added } new, { $changed } changed, { $removed } gone), ready in { $seconds } s.
reload-same = Nothing changed: version { $version } goes on serving { $count } titles.
rollback-failed = Nothing was rolled back. { $reason }
reload-failed = Not reloaded, the version before goes on serving. { $reason }
reload-row = { $place }
reload-row-more = … and { $count } more rows.
rollback-done = Back to version { $version }: { $count } titles.
status = Version { $version }, { $count } titles, encoder { $encoder }.

# Trouble
trouble = Something went wrong on my side. Please try once more.
not-ready = I am still getting ready. Please try again in a moment.

# Menu of commands
menu-start = Begin
menu-help = What I can do
menu-history = What you told me
menu-language = Choose the language
menu-reset = Begin the talk anew
menu-privacy = What I keep about you
menu-forget = Erase everything about you
menu-reload = Read the catalogue again
menu-rollback = The version before
menu-status = What serves now

# Chips: the request as it was read
chip-like = like { $name }
chip-unlike = not like { $name }
chip-not = not { $name }
chip-movie = film
chip-series = series
chip-min_rating = rated { $value }+
chip-min_votes = { $value }+ votes
chip-max_votes = under { $value } votes
chip-decade = { $decade }s
chip-years-from = since { $low }{ $high }
chip-years-to = { $low }up to { $high }
chip-years-between = { $low }–{ $high }
chip-minutes-from = { $low }+ min{ $high }
chip-minutes-to = { $low }≤ { $high } min
chip-minutes-between = { $low }–{ $high } min
chip-sort-rating = best rated
chip-sort-popular = most popular
chip-sort-newest = newest
chip-sort-oldest = oldest
chip-sort-shortest = shortest
chip-sort-longest = longest
button-drop = ✕ { $chip }

# Critiques
critique-darker = darker
critique-lighter = lighter
critique-shorter = shorter
critique-newer = newer
critique-less-known = less known
critique-stranger = stranger

# Narrowing
narrow-kind = A film, or a series?
narrow-kind-movie = only films
narrow-kind-series = only series
narrow-mood = Something light, or something serious?
narrow-mood-light = something lighter
narrow-mood-serious = something more serious
narrow-era = Something recent, or older?
narrow-era-recent = only recent
narrow-era-older = only before 2010
narrow-length = How much time is there?
narrow-length-short = only under two hours
narrow-length-long = only over two hours
ask-born = In which year was that? Tell me, and I will go by it.

# Questions about a title
answer-minutes = { $name } runs { $value } minutes.
answer-directors = { $name } was directed by { $value }.
answer-cast = In { $name } you see { $value }.
answer-year = { $name } came out in { $value }.
answer-rating = { $name } is rated { $value } on IMDb.
answer-genres = { $name }: { $value }.
answer-countries = { $name } comes from { $value }.
answer-seasons = { $name } has { $value } seasons.
answer-unknown = My catalogue does not say that of { $name }. What it knows:
details-unknown = “{ $name }” is not in my catalogue.
details-nearest = The nearest names that I have: { $names }.

# Comparing
compare-which = Which titles shall I compare? Name two, or ask for a list first.
compare-title = • { $name }: { $facts }
compare-minutes = { $first } is the longest, { $last } the shortest.
compare-year = { $first } is the newest, { $last } the oldest.
compare-votes = { $first } is the best known, { $last } the least.
compare-rating = { $first } is rated highest, { $last } lowest.
compare-same = There is no difference in that:
compare-unknown = That is not known of { $names }. What is known:

# Explaining
explain-because = { $name }: { $why }
explain-nothing = { $name } came nearest to what you asked for; it shares nothing that I could name.

# Watchlist
watchlist-saved = Saved for later: { $names }.
watchlist-removed = Taken off your list: { $names }.
watchlist-list = Saved for later, the latest first:
watchlist-title = • { $name }
watchlist-empty = Your list is empty. Say “save the second one”, and it is kept here.
button-save = Save
button-unsave = Take off the list
menu-watchlist = What you saved

# What is not there yet
not-yet-analyse = I cannot count or chart the catalogue yet. I can find titles, compare them, and tell you about each.
not-yet-synopsis = I cannot write a synopsis in a tone yet. Ask me about a title, and I will tell you what it is about.
not-yet-invent = I cannot invent films yet. Describe one, and I will find the nearest that exists.
off-topic = That is not about films or series, so I cannot help with it. Tell me what you feel like watching.
smalltalk-films = So do I. Tell me one that you love, and I will find you another.
