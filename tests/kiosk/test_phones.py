"""Phones and addresses as people and spreadsheets write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.emails import parse_email
from kiosk.phones import parse, searchable_digits

READ = {
    "8 (701) 000-00-00": "+77010000000",
    "+7 700 000 0001": "+77000000001",
    "87770 00 00 02": "+77770000002",
    "77020000011": "+77020000011",
    "7011234567": "+77011234567",
    "77011234567.0": "+77011234567",
    "77011234567,0": "+77011234567",
    "7.7011234567E10": "+77011234567",
    "7,7011234567E+10": "+77011234567",
    "+996 555 000013": "+996555000013",
    "996555123456": "+996555123456",
    "0555123456": "+996555123456",
    "998900000014": "+998900000014",
    "901234567": "+998901234567",
    "00998901234567": "+998901234567",
    "810998901234567": "+998901234567",
    "+8 701 123 4567": "+77011234567",
    "8 (727) 250-10-10, доб. 12": "+77272501010",
    "тел: 8-701-123-45-67 доб. 12": "+77011234567",
    "+7 701 123 45 67 (WhatsApp)": "+77011234567",
    "\u202a+77011234567\u202c": "+77011234567",
    "tel:+77011234567": "+77011234567",
    "8 (903) 123-45-67": "+79031234567",
    "+44 20 7946 0958": "+442079460958",
}


@pytest.mark.parametrize("written", READ)
def test_a_phone_is_read_however_it_is_written(written: str) -> None:
    phones = parse(written, "KZ")
    assert (phones.e164, phones.valid, phones.raw) == (READ[written], True, written.strip())


@pytest.mark.parametrize("written", ["7,7011E+10", "99655500001", "нет", "-", "12345", "", "+7 701"])
def test_what_is_no_phone_is_kept_as_written(written: str) -> None:
    assert parse(written, "KZ") == parse(written, "KG")
    assert (parse(written, "KZ").raw, parse(written, "KZ").e164) == (written, "")


@pytest.mark.parametrize(
    "written",
    [
        "8 701 123 45 67, 8 702 123 45 67",
        "87011234567 87021234567",
        "+7 701 123 45 67 +7 702 123 45 67",
        "87011234567 и 87021234567",
        "87011234567/87021234567",
        "12345; 87011234567\n87021234567; 87011234567",
    ],
)
def test_several_phones_in_a_cell_are_told_apart(written: str) -> None:
    phones = parse(written, "KZ")
    assert (phones.e164, phones.others) == ("+77011234567", ("+77021234567",))


def test_a_number_without_its_code_belongs_to_the_seminars_country_first() -> None:
    assert parse("8 90 123 45 67", "UZ").e164 == "+998901234567"
    assert parse("701234567", "KG").e164 == "+996701234567"
    assert parse("701234567", "UZ").e164 == "+998701234567"


@given(st.text(), st.sampled_from(["KZ", "KG", "UZ"]))
def test_no_text_whatever_is_refused(text: str, country: str) -> None:
    assert parse(text, country).raw == text.strip()


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("+77011234567", "7011234567"),
        ("8 701 123-45-67", "7011234567"),
        ("+996555000013", "555000013"),
        ("+998900000014", "900000014"),
        ("12345", "12345"),
    ],
)
def test_searching_goes_by_national_digits(phone: str, digits: str) -> None:
    assert searchable_digits(phone) == digits


@pytest.mark.parametrize(
    ("written", "address", "others"),
    [
        ("Aigul@Example.COM", "aigul@example.com", ()),
        ("mailto:aigul@example.com", "aigul@example.com", ()),
        ("Айгүл <aigul@example.com>, timur@example.com", "aigul@example.com", ("timur@example.com",)),
        ("aigul@example.com aigul@example.com", "aigul@example.com", ()),
        ("нет@, timur@example.com", "timur@example.com", ()),
        ("нет", "", ()),
        ("", "", ()),
        ("a@b", "", ()),
    ],
)
def test_addresses_are_read_in_lower_case(written: str, address: str, others: tuple[str, ...]) -> None:
    emails = parse_email(written)
    assert (emails.address, emails.others, emails.valid) == (address, others, bool(address))
