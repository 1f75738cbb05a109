"""What slides say, in each language of a screen. Needs an application context for the catalogues."""

from collections.abc import Sequence

from flask_babel import force_locale
from flask_babel import gettext as _

from hub.i18n import N_
from signage.slides import Shown, SlideKind
from signage.words import Words

KINDS: dict[str, str] = {
    SlideKind.LOGO: N_("Partner's logo"),
    SlideKind.HASHTAG: N_("Hashtag"),
    SlideKind.TEXT: N_("Text"),
    SlideKind.WIFI: N_("Wi-Fi with its QR"),
}


def say(slide: Shown, languages: Sequence[str]) -> dict[str, Words]:
    """A slide's words; only those of the Wi-Fi differ between languages."""
    said = {}
    for language in languages:
        with force_locale(language):
            said[language] = _words(slide)
    return said


def _words(slide: Shown) -> Words:
    facts = slide.facts
    if slide.kind == SlideKind.TEXT:
        return Words(facts["head"], (facts["text"],) if facts["text"] else ())
    if slide.kind == SlideKind.HASHTAG:
        return Words(facts["tag"])
    if slide.kind == SlideKind.LOGO:
        return Words("", note=facts["name"])
    network = _("Network: %(name)s", name=facts["ssid"])
    password = _("Password: %(password)s", password=facts["password"]) if facts["password"] else _("No password")
    return Words(_("Free Wi-Fi"), (network, password))
