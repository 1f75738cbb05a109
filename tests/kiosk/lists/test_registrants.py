"""Rows become registrants, and no row disappears."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.sheets.sheets import Sheet, sheet_of
from hub.sheets.spreadsheets import read
from kiosk.lists.headings import likeness, recognise
from kiosk.lists.registrants import Registrant, RowProblem, registrants
from kiosk.phones import parse
from tests.list_files import Rows, put, xls_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
TRUTH = {person["email"]: person for person in json.loads((SAMPLES / "truth.json").read_text("utf-8"))["sample"]}
WITH_PATRONYMIC = {"bitrix24-leads.csv", "bitrix24-contacts-cp1251.csv", "google-forms.csv", "list-full-name.xlsx"}
WITH_WHOLE_PHONES = {
    "bitrix24-leads.csv",
    "bitrix24-leads.xls",
    "bitrix24-contacts-cp1251.csv",
    "google-forms.csv",
    "tilda.csv",
}


def at(year: int, month: int, day: int, hour: int, minute: int, second: int = 0) -> dt.datetime:
    """A moment by the seminar's clock: without a zone."""
    return dt.datetime(year, month, day, hour, minute, second, tzinfo=dt.UTC).replace(tzinfo=None)


def people(sheet: Sheet, country: str = "KZ") -> list[Registrant]:
    return [row for row in registrants(sheet, recognise(sheet), country) if isinstance(row, Registrant)]


def problems(sheet: Sheet) -> list[tuple[int, str]]:
    return [(row.row, row.code) for row in registrants(sheet, recognise(sheet), "KZ") if isinstance(row, RowProblem)]


def sheet(*rows: str) -> Sheet:
    return sheet_of("", enumerate((row.split(";") for row in rows), start=1))


def only(*rows: str, country: str = "KZ") -> Registrant:
    (found,) = people(sheet(*rows), country)
    return found


@pytest.mark.parametrize("name", sorted(WITH_PATRONYMIC | WITH_WHOLE_PHONES))
def test_the_samples_come_out_as_they_were_made(name: str) -> None:
    found = people(read(SAMPLES / name, likeness))
    assert len(found) == 60
    for person in found:
        truth = TRUTH[person.email]
        # A letter that windows-1251 lost may be any.
        for given_, true in ((person.surname, "surname"), (person.first_name, "first"), (person.company, "company")):
            assert re.fullmatch(re.escape(given_).replace(r"\?", "."), truth[true])
        assert person.position == truth["position"]
        if name in WITH_PATRONYMIC:
            assert re.fullmatch(re.escape(person.patronymic).replace(r"\?", "."), truth["patr"])
        if name in WITH_WHOLE_PHONES:
            assert person.phone_e164 == parse(truth["phone"], "KZ").e164 != ""


KZ = ["Тегі;Аты;Әкесінің аты;Ұйымы;Лауазымы;Электрондық пошта;Ұялы телефон;Келісім"]
UZ = ["T/r;F.I.Sh.;Tashkilot;Lavozim;Telefon raqami;Elektron pochta;Rozilik"]
EN = ["Surname;First name;Company;Job title;E-mail;Mobile;I agree to the processing of personal data"]


def test_lists_in_other_languages_are_read() -> None:
    person = only(*KZ, "Қасымқызы;Айгүл;;ТОО «Алма»;Директор;aigul@example.com;8 701 000 00 01;Иә")
    assert (person.surname, person.first_name, person.company, person.consent) == (
        "Қасымқызы",
        "Айгүл",
        "ТОО «Алма»",
        True,
    )
    person = only(
        *UZ, "1;Saidov Oʻtkir Alisher oʻgʻli;MCHJ «Savdo»;Rahbar;90 000 00 03;utkir@example.com;Ha", country="UZ"
    )
    assert (person.surname, person.first_name, person.patronymic) == ("Saidov", "Oʻtkir", "Alisher oʻgʻli")
    assert (person.phone_e164, person.consent, person.missing) == ("+998900000003", True, ())
    person = only(*EN, "Tsoy;Timur;LLP Steppe & Sons;Owner;timur@example.com;+7 701 000 00 02;no")
    assert (person.surname, person.position, person.consent, person.warnings) == (
        "Tsoy",
        "Owner",
        False,
        ("consent_refused",),
    )


def test_a_lead_with_all_its_name_in_one_field_is_taken_apart_and_flagged() -> None:
    person = only(
        "ID;Название лида;Имя;Фамилия;Рабочий телефон", "7;Заполнение CRM-формы;Айгүл Қасымқызы;;8 701 000 00 01"
    )
    assert (person.surname, person.first_name, person.external_ref) == ("Қасымқызы", "Айгүл", "bitrix_lead:7")
    assert "name_split_guessed" in person.warnings
    person = only("Name;Phone;tranid", "Мэй Тан;8 701 000 00 01;1:2")
    assert (person.surname, person.first_name) == ("Тан", "Мэй")


def test_parts_of_a_name_win_over_the_whole_and_the_whole_fills_their_gaps() -> None:
    header = "Полное имя;Имя;Фамилия;Телефон"
    person = only(header, "Тимур Цой;Тимурбек;Цой;1")
    assert (person.surname, person.first_name) == ("Цой", "Тимурбек")
    person = only(header, "Тимур Цой;Тимур;;1")
    assert (person.surname, person.first_name) == ("Цой", "Тимур")


def test_a_column_of_names_decides_the_order_of_its_doubtful_rows() -> None:
    rows = ["ФИО;Тел"] + [
        f"{name};8701000000{n}" for n, name in enumerate(["Тимур Цой", "Анна Ким", "Олег Пак", "Мэй Тан"])
    ]
    assert [person.surname for person in people(sheet(*rows))] == ["Цой", "Ким", "Пак", "Тан"]


def test_several_columns_and_cells_of_contacts_are_all_kept() -> None:
    header = "Фамилия;Имя;Рабочий телефон;Мобильный телефон;Рабочий e-mail;Частный e-mail;ID"
    person = only(header, "Цой;Тимур;нет;8 701 000 00 02, 8 702 000 00 02;нет;Timur@Example.com, tsoy@example.com;5")
    assert (person.phone_e164, person.email) == ("+77010000002", "timur@example.com")
    assert person.contacts == ("+77010000002", "timur@example.com", "+77020000002", "tsoy@example.com")
    person = only(header, "Цой;Тимур;;;;;5")
    assert (person.warnings, person.missing) == (
        ("no_contact", "required_missing"),
        ("company", "position", "email", "phone"),
    )


def test_a_phone_and_an_address_in_one_cell_are_both_found() -> None:
    person = only("ФИО;Контакты", "Цой Тимур;8 701 000 00 02, timur@example.com")
    assert person.contacts == ("+77010000002", "timur@example.com")
    person = only("ФИО;Телефон", "Цой Тимур;timur@example.com")
    assert (person.email, person.phone) == ("timur@example.com", "")
    assert "phone_invalid" not in person.warnings


def test_what_is_no_phone_or_address_is_kept_with_a_warning() -> None:
    person = only("ФИО;Тел;Почта", "Цой Тимур;7,7011E+10;timur собака mail")
    assert (person.phone, person.phone_e164, person.email, person.contacts) == (
        "7,7011E+10",
        "",
        "timur собака mail",
        (),
    )
    assert {"phone_invalid", "email_invalid", "no_contact"} <= set(person.warnings)


def test_rows_that_are_nobody_are_named_with_their_reason() -> None:
    rows = sheet(
        "Список, вопросы: orga@example.com;;;",
        "№;ФИО;Компания;Тел",
        "1;Цой Тимур;ИП Серикова;87010000002",
        ";Вторая группа;;",
        "№;ФИО;Компания;Тел",
        "2;;ТОО «Алма»;87010000001",
        "3;;;",
        "Итого;1;;",
        ";Подготовил: Ким;;",
    )
    assert problems(rows) == [
        (1, "above_headings"), (4, "caption"), (5, "repeated_heading"), (6, "no_name"), (7, "empty_row"),
        (8, "totals_row"), (9, "caption"),
    ]  # fmt: skip
    assert [person.row for person in people(rows)] == [3]


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "=cmd|'/c calc'!A1",
        "Ө",
        "Oʻtkir",
        "محمد",
        "Цой\u202eрумиТ",
        "O'Brien; DROP TABLE",
        "?сем",
    ],
)
def test_strange_names_are_names(name: str) -> None:
    rows = [["Фамилия", "Имя", "Тел"], [name, "Тимур", "87010000002"]]
    (person,) = people(sheet_of("", enumerate(rows, start=1)))
    assert person.surname == name.replace("\u202e", "")
    assert ("lossy_letters" in person.warnings) == ("?" in name)


def test_a_name_without_end_is_cut_with_a_warning() -> None:
    person = only("Фамилия;Имя;Тел", f"{'Ы' * 301};Тимур;87010000002")
    assert (len(person.surname), person.warnings[0]) == (300, "text_cut")


def test_web_form_answers_lose_their_marks() -> None:
    header = "ID;Отправлено в CRM;Дата создания;Пользователь;Ваше имя;Фамилия;Должность;Согласие на обработку ПДн"
    person = only(
        header, "12;Нет;02.11.2026 10:11:12;[5] (admin);Айгүл<br>;Қасымқызы;[Директор] (1)<br>;[Да] (Y)<br />"
    )
    assert (person.surname, person.first_name, person.position, person.consent) == (
        "Қасымқызы",
        "Айгүл",
        "Директор",
        True,
    )


def test_a_cancelled_order_is_said_to_be_one() -> None:
    header = "Номер заказа;Номер билета;Статус заказа;Фамилия;Имя;E-mail"
    person = only(header, "9;901;Отменён;Цой;Тимур;timur@example.com")
    assert person.status == "Отменён"
    assert "cancelled_in_source" in person.warnings


def test_the_ticket_and_not_the_order_tells_people_apart() -> None:
    header = "Номер заказа;Номер билета;Фамилия;Имя;E-mail"
    found = people(sheet(header, "9;901;Цой;Тимур;orga@example.com", "9;902;Ким;Анна;orga@example.com"))
    assert [person.external_ref for person in found] == ["timepad:901", "timepad:902"]


@pytest.mark.parametrize(
    ("heading", "written", "moment"),
    [
        ("Отметка времени", "02.11.2026 10:11:12", at(2026, 11, 2, 10, 11, 12)),
        ("sent", "2026-11-02 10:11:12", at(2026, 11, 2, 10, 11, 12)),
        ("Timestamp", "11/2/2026 10:11:12", at(2026, 11, 2, 10, 11, 12)),
        ("Дата", "2/11/2026 9:05", at(2026, 11, 2, 9, 5)),
        (
            "Timestamp",
            "2026/11/02 3:11:12 PM GMT+5",
            dt.datetime(2026, 11, 2, 15, 11, 12, tzinfo=dt.timezone(dt.timedelta(hours=5))),
        ),
        ("Дата", "2026-11-02T05:11:12Z", dt.datetime(2026, 11, 2, 5, 11, 12, tzinfo=dt.UTC)),
        ("Дата", "вчера", None),
        ("Дата", "99.99.2026", None),
    ],
)
def test_moments_are_read(heading: str, written: str, moment: dt.datetime | None) -> None:
    assert only(f"{heading};ФИО;Тел", f"{written};Цой Тимур;87010000002").registered_at == moment


@pytest.mark.parametrize(
    ("written", "agreed"),
    [
        ("Да", True), ("Согласен(на)", True), ("+", True), ("Иә", True), ("Ha", True), ("Ооба", True), ("1", True),
        ("TRUE", True), ("Я даю согласие на обработку", True), ("Келісемін", True), ("Roziman", True),
        ("I agree", True), ("✓", True),
        ("Нет", False), ("Не согласен", False), ("Жоқ", False), ("Yoʻq", False), ("false", False),
        ("Отказываюсь", False), ("подумаю", None), ("", None),
    ],
)  # fmt: skip
def test_consent_is_read_as_it_was_given(written: str, agreed: bool | None) -> None:
    person = only("ФИО;Тел;Согласие", f"Цой Тимур;87010000002;{written}")
    assert (person.consent, person.consent_written) == (agreed, written)


def test_what_means_nothing_to_us_is_kept_aside() -> None:
    assert only("ФИО;Тел;Город;UTM Source", "Цой Тимур;87010000002;Алматы;vk").other == {
        "Город": "Алматы",
        "UTM Source": "vk",
    }


def test_a_real_old_workbook_with_phones_as_numbers_is_read(tmp_path: Path) -> None:
    rows: Rows = [["Список"], [""], ["ФИО", "Тел", "Почта"], ["Цой Тимур", 87010000002.0, "timur@example.com"]]
    (person,) = people(read(put(tmp_path, xls_bytes(rows)), likeness))
    assert (person.row, person.phone_e164) == (4, "+77010000002")


cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", "Цой Тимур", "ФИО", "Тел", "Итого", "8701", "87010000001", "№", "1", "a@example.com", "Компания"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(cells, cells, cells), max_size=12))
def test_every_row_under_the_headings_is_accounted_for_once(rows: list[tuple[str, str, str]]) -> None:
    table = [["ФИО", "Телефон", "Эл. почта"], *map(list, rows)]
    made = sheet_of("", enumerate(table, start=1))
    mapping = recognise(made)
    told = [row.row for row in registrants(made, mapping, "KZ")]
    expected = [row.number for row in made.rows if row.number > mapping.header_row_number]
    assert told[len(told) - len(expected) :] == expected
    assert len(told) == len(set(told))
