"""Every text of the house stands in every language."""

import re
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from tools.catalogues import FOLDER, LANGUAGES, extract

HOLES = re.compile(r"%\((\w+)\)[sd]|%[sd]")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """All messages of code and templates, extracted now."""
    path: Path = tmp_path_factory.mktemp("catalogues") / "messages.pot"
    extract(path)
    with path.open("rb") as file:
        return read_po(file)


def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def texts(said: object) -> tuple[str, ...]:
    """A message's id or translation: one text, or one for each plural form."""
    return tuple(map(str, said)) if isinstance(said, list | tuple) else (str(said or ""),)


def strings(message: Message) -> tuple[str, ...]:
    return texts(message.string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated(template: Catalog, language: str) -> None:
    known = catalogue(language)
    untranslated = [
        message.id
        for message in template
        if message.id and not ((found := known.get(message.id)) and all(strings(found)) and not found.fuzzy)
    ]
    assert untranslated == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_outlives_its_text(template: Catalog, language: str) -> None:
    assert [message.id for message in catalogue(language) if message.id and template.get(message.id) is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_for_values(language: str) -> None:
    for message in catalogue(language):
        if message.id:
            ids = texts(message.id)
            wanted = {hole for text in ids for hole in HOLES.findall(text)}
            for text in strings(message):
                assert set(HOLES.findall(text)) <= wanted, message.id
                assert len(ids) > 1 or set(HOLES.findall(text)) == wanted, message.id
