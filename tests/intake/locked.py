"""A workbook with a password, as far as a program without the password can see."""

from typing import Final

#: Office wraps an encrypted workbook in a compound file with a stream of this name.
LOCKED: Final = (
    bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
)
