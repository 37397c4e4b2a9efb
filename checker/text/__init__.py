"""Text without meaning: sentences, quoted speech, and patterns made of word lists."""
