"""What was said → what is meant → what to answer. Knows no Telegram."""
