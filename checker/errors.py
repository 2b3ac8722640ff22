"""Errors a user can cause. Each message says what went wrong, where, and what to do next."""

from __future__ import annotations


class CheckerError(Exception):
    """An error that is shown to the user as one line; never a traceback."""


class InputError(CheckerError):
    """The folder or file given can't be checked (missing, empty, unreadable)."""


class ModelError(CheckerError):
    """A model can't be loaded: missing, damaged, or of another kind than asked for."""


class SettingsError(CheckerError):
    """An option or settings value is out of its range or unknown."""
