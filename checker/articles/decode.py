"""Bytes -> text, or a reason why they are not text."""

from __future__ import annotations

import codecs

_BOMS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_SAMPLE = 200_000  # bytes that are enough to tell an encoding
# charset-normalizer's share of implausible characters above which a guess is not believed; nor is one that
# looks like no language, unless it is of an encoding with several bytes a character, which hardly fits by
# chance.
_MESS = 0.1


class NotTextError(Exception):
    """The bytes are not text that can be read with confidence; the message says why."""


def decode(data: bytes) -> str:
    """The text of a file, without a byte order mark; raises NotTextError for binary or undecidable bytes."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if b"\0" in data:
        raise NotTextError("binary, not text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _guess(data)
    if _is_binary(text):
        raise NotTextError("binary, not text")
    return text


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(f"damaged {encoding.upper()} text") from error


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.chaos > _MESS or not (best.coherence or best.multi_byte_usage):
        raise NotTextError("not UTF-8, and no other encoding fits; save it as UTF-8")
    return _decode_as(data, best.encoding)


def _is_binary(text: str) -> bool:
    """More than one control character in a hundred: some format's bytes that happen to decode."""
    head = text[:_SAMPLE]
    odd = sum(head.count(chr(code)) for code in (*range(9), *range(14, 27), *range(28, 32), 127))
    return odd * 100 > len(head)
