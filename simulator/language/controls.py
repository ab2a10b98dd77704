"""Text without the characters that steer a terminal or a printer: none of them is said, and PostgreSQL keeps no NUL."""


def without_controls(text: str) -> str:
    """The text without control characters; line feeds and tabs stay."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char in "\n\t" or not _controls(char))


def _controls(char: str) -> bool:
    return ord(char) < 32 or 127 <= ord(char) < 160
