"""Which system a list came from, by the headings only that system writes."""

from collections.abc import Iterable

from hub.folding import fold

BITRIX_LEAD, BITRIX_CONTACT = "bitrix_lead", "bitrix_contact"
GOOGLE_FORMS, TILDA, TIMEPAD, WEB_FORM, LIST = "google_forms", "tilda", "timepad", "web_form", "list"

SOURCES = (BITRIX_LEAD, BITRIX_CONTACT, GOOGLE_FORMS, TILDA, TIMEPAD, WEB_FORM, LIST)


def _folded(*headings: str) -> frozenset[str]:
    return frozenset(map(fold, headings))


_TILDA = _folded("tranid", "formid", "formname", "requestid")
_STAMP = _folded("Отметка времени", "Timestamp", "Уақыт белгісі", "Убакыт белгиси", "Vaqt belgisi")
_WEB_FORM = _folded("Отправлено в CRM")
_LEAD = _folded(
    "Название лида", "Создан CRM-формой", "COMPANY_TITLE", "Дополнительно о стадии", "Дополнительно о статусе"
)
_CONTACT = _folded("Тип контакта")
_BITRIX = _folded(
    "Рабочий телефон", "Мобильный телефон", "Рабочий e-mail", "Частный e-mail", "PHONE_WORK", "EMAIL_WORK", "LAST_NAME"
)  # fmt: skip
_TICKETS = _folded(
    "Номер заказа", "Номер билета", "Код билета", "№ заказа", "№ билета", "Статус заказа", "Статус билета"
)


def source_of(headings: Iterable[str]) -> str:
    """One of SOURCES."""
    found = {fold(heading) for heading in headings}
    if found & _TILDA:
        return TILDA
    if found & _WEB_FORM:
        return WEB_FORM
    if len(found & _TICKETS) > 1 or any(fold("timepad") in heading for heading in found):
        return TIMEPAD
    if found & _STAMP:
        return GOOGLE_FORMS
    if found & _LEAD:
        return BITRIX_LEAD
    if found & _CONTACT:
        return BITRIX_CONTACT
    if fold("ID") in found and found & _BITRIX:
        return BITRIX_LEAD if fold("Название компании") in found or fold("Компания") not in found else BITRIX_CONTACT
    return LIST
