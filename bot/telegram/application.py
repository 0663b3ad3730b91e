"""The Telegram bot: which update goes where, in the order in which they are tried.

1. A press of a button.
2. Text, commands among it. In groups only commands, mentions and replies to the bot.
3. A document, then anything else that is a message in a private chat: a sentence each.
"""

import asyncio
import logging
import os
import re
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from telegram import Bot, BotCommand, BotCommandScopeChat, CallbackQuery, Message, Update, User
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.conversation.commands import ADMIN_COMMANDS, COMMANDS
from bot.conversation.conversation import Conversation
from bot.conversation.reply import Intent, Reply
from bot.conversation.turn import Speaker
from bot.conversation.wording import LANGUAGES, Wording
from bot.settings import Settings
from bot.telegram import rendering
from bot.telegram.limiting import MessageLimiter
from bot.telegram.ordering import PerChatProcessor
from bot.telegram.receiving import UpdatesRequest

_log = logging.getLogger(__name__)

_PARALLEL_CHATS = 64
_TYPING_LASTS = 4.0  # seconds; Telegram shows it for five
_PATIENCE = 4.0  # seconds without an answer from Telegram at the start, after which whoever hosts the bot is told
_LAST_THOUGHTS = 6.0  # seconds; the bot ends within ten
_LONGEST_NOTICE = 200  # characters of the answer to a press
_UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY]


class BotError(Exception):
    """The bot cannot run; said in one sentence."""


def run(settings: Settings, conversation: Conversation, on_start: Callable[[], None]) -> None:
    """Run the bot by long polling until SIGINT or SIGTERM; replies in flight are finished.

    Args:
        settings: with a token.
        conversation: answers.
        on_start: called once the bot polls, to begin what it need not wait for.

    Raises:
        BotError: the token is refused.
    """
    for handler in logging.getLogger().handlers:
        handler.addFilter(_in_one_line)
    telegram = _Telegram(settings, conversation)
    application = _build(settings, telegram, on_start)
    patience = threading.Timer(_PATIENCE, _log.warning, ("%s does not answer; trying on.", settings.telegram_api))
    telegram.on_connected = patience.cancel
    patience.start()
    try:
        application.run_polling(allowed_updates=_UPDATES, bootstrap_retries=-1, drop_pending_updates=False)
    except InvalidToken as error:
        raise BotError("Telegram refuses the token in USHER_TELEGRAM_TOKEN. Ask @BotFather for a valid one.") from error
    finally:
        patience.cancel()
    if telegram.leaves_work:
        logging.shutdown()
        os._exit(0)  # Python would wait for the threads that build or load, and they cannot be told to stop


def _build(
    settings: Settings, telegram: "_Telegram", on_start: Callable[[], None]
) -> Application[Any, Any, Any, Any, Any, Any]:
    assert settings.telegram_token is not None  # noqa: S101 - the command line has seen to it

    async def prepare(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        # The loop's own pool has few threads, and those who wait for the encoder would keep /start waiting.
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(_PARALLEL_CHATS, "turn"))
        for signal_number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(signal_number, telegram.end)
        telegram.on_connected()
        on_start()
        await telegram.announce(application.bot)

    application = (
        ApplicationBuilder()
        .token(settings.telegram_token.get_secret_value())
        .base_url(f"{settings.telegram_api}/bot")
        .base_file_url(f"{settings.telegram_api}/file/bot")
        .concurrent_updates(PerChatProcessor(_PARALLEL_CHATS))
        .get_updates_request(UpdatesRequest())
        .rate_limiter(MessageLimiter())
        .post_init(prepare)
        .build()
    )
    application.add_handlers(telegram.handlers())
    application.add_error_handler(_on_error)
    return application


class _Telegram:
    """Takes updates to the conversation and its replies back."""

    def __init__(self, settings: Settings, conversation: Conversation) -> None:
        self._settings = settings
        self._conversation = conversation
        self._ending = asyncio.Event()
        self._deadline = 0.0
        self.leaves_work = False
        self.on_connected: Callable[[], None] = lambda: None

    def end(self) -> None:
        """Have the bot end: what is thought about for longer than a few seconds from now is given up."""
        self._deadline = asyncio.get_running_loop().time() + _LAST_THOUGHTS
        self._ending.set()
        raise SystemExit

    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        """All handlers, in the order in which they are tried."""
        allowed = [int(user) for user in self._settings.allowed]
        who = filters.UpdateType.MESSAGE & (filters.User(user_id=allowed) if allowed else filters.ALL)
        private = who & filters.ChatType.PRIVATE
        return [
            CallbackQueryHandler(self._on_press),
            MessageHandler(who & filters.TEXT, self._on_text),
            MessageHandler(private & filters.Document.ALL, self._on_document),
            MessageHandler(private & ~filters.StatusUpdate.ALL, self._on_other),
        ]

    async def announce(self, bot: Bot) -> None:
        """Register the menus of commands, in both languages; admins see theirs in their own chat."""
        for language in LANGUAGES:
            code = None if language == "en" else language
            common = _menu(Wording.of(language), tuple(COMMANDS))
            await _set_menu(bot, common, None, code)
            for admin in self._settings.admins:
                menu = common + _menu(Wording.of(language), tuple(ADMIN_COMMANDS))
                await _set_menu(bot, menu, BotCommandScopeChat(int(admin)), code)

    async def _on_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is None or update.effective_user is None or not message.text:
            return
        text = message.text
        if message.chat.type != ChatType.PRIVATE:
            if not _is_for(message, context.bot.id, context.bot.username):
                return
            text = _mention_of(context.bot.username).sub(" ", text).strip()
        speaker = self._speaker(update.effective_user)
        await self._answer(message, speaker, lambda: self._conversation.reply(speaker, text))

    async def _on_document(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        await self._sentence(update, "unclear-document")

    async def _on_other(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        await self._sentence(update, "unclear-kind")

    async def _sentence(self, update: Update, key: str) -> None:
        if update.effective_message and update.effective_user:
            speaker = self._speaker(update.effective_user)
            message = update.effective_message
            await self._answer(message, speaker, lambda: self._conversation.sentence(speaker, Intent.UNCLEAR, key))

    async def _on_press(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """A verdict is committed, acknowledged and marked on the button; anything else is answered like a message."""
        query = update.callback_query
        if query is None or not isinstance(query.data, str) or not self._may_talk(query.from_user):
            return
        speaker, action = self._speaker(query.from_user), query.data
        message = query.message if isinstance(query.message, Message) else None
        if rendering.VERDICT.match(action):
            beside = rendering.handles(message.reply_markup if message else None)
            reply = await self._thought(speaker, lambda: self._conversation.press(speaker, action, beside))
            await query.answer(reply.text[:_LONGEST_NOTICE])
            if reply.buttons:
                await _mark(query, reply)
            return
        await query.answer()
        if message:
            await self._answer(message, speaker, lambda: self._conversation.press(speaker, action))

    async def _answer(self, message: Message, speaker: Speaker, think: Callable[[], Reply]) -> None:
        """Think, show "typing" meanwhile, and send the reply."""
        reply = await self._thought(speaker, think, message)
        await message.reply_text(
            rendering.html(reply), parse_mode=ParseMode.HTML, reply_markup=rendering.keyboard(reply)
        )

    async def _thought(self, speaker: Speaker, think: Callable[[], Reply], message: Message | None = None) -> Reply:
        """Think on a thread, "typing" shown under a message; a bot that is to end waits for a few seconds only."""
        thinking = asyncio.ensure_future(asyncio.to_thread(think))
        ending = asyncio.ensure_future(self._ending.wait())
        while not (thinking.done() or ending.done()):
            if message:
                await _show_typing(message)
            await asyncio.wait({thinking, ending}, timeout=_TYPING_LASTS, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        if not thinking.done():
            left = self._deadline - asyncio.get_running_loop().time()
            await asyncio.wait({thinking}, timeout=max(left, 0))
        if thinking.done():
            return thinking.result()
        self.leaves_work = True
        return self._conversation.sentence(speaker, Intent.UNCLEAR, "not-ready")

    def _speaker(self, user: User) -> Speaker:
        language = (user.language_code or "").partition("-")[0]
        user_id = str(user.id)
        return Speaker(user_id, user_id in self._settings.admins, language if language in LANGUAGES else None)

    def _may_talk(self, user: User) -> bool:
        return not self._settings.allowed or str(user.id) in self._settings.allowed


def _menu(wording: Wording, names: tuple[str, ...]) -> list[BotCommand]:
    return [BotCommand(name, wording(f"menu-{name}")) for name in names]


async def _set_menu(bot: Bot, menu: list[BotCommand], scope: BotCommandScopeChat | None, language: str | None) -> None:
    try:
        await bot.set_my_commands(menu, scope=scope, language_code=language)
    except TelegramError as error:  # an admin who has not talked with the bot yet, or Telegram's fault: nobody waits
        _log.info("A menu of commands%s is not set: %s", f" of admin {scope.chat_id}" if scope else "", error)


def _is_for(message: Message, bot_id: int, bot_name: str) -> bool:
    """Whether a message in a group is for the bot: a command, a mention, or a reply to it."""
    text = message.text or ""
    command = re.match(r"/\w+(?:@(\w+))?", text)
    if command:
        return command[1] is None or command[1].casefold() == bot_name.casefold()
    replied_to = message.reply_to_message
    is_reply = replied_to is not None and replied_to.from_user is not None and replied_to.from_user.id == bot_id
    return is_reply or _mention_of(bot_name).search(text) is not None


def _mention_of(bot_name: str) -> re.Pattern[str]:
    return re.compile(rf"@{re.escape(bot_name)}\b", re.IGNORECASE)


async def _mark(query: CallbackQuery, reply: Reply) -> None:
    try:
        await query.edit_message_reply_markup(rendering.keyboard(reply))
    except BadRequest as error:
        if "not modified" not in error.message.lower():
            raise


async def _show_typing(message: Message) -> None:
    try:
        await message.reply_chat_action(ChatAction.TYPING)
    except TelegramError:  # that it cannot be shown keeps nobody from the answer
        _log.debug("Typing could not be shown.")


def _in_one_line(record: logging.LogRecord) -> bool:
    """Log Telegram's faults without their tracebacks, and leave a refused token to who called `run`."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, TelegramError):
        record.msg, record.args, record.exc_info = f"{record.getMessage()} {type(error).__name__}: {error}", (), None
    return not isinstance(error, InvalidToken)


async def _on_error(_: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what went wrong, without what a person wrote."""
    error = context.error
    _log.error(
        "An update could not be handled: %s: %s",
        type(error).__name__,
        error if isinstance(error, TelegramError) else "",
    )
