"""Reply → Telegram, Update → Conversation. The only room that imports `telegram`."""
