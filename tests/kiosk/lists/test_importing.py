"""Lists come in: nobody twice, nothing lost, whatever came before."""

import json
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from hub.models import AuditEntry
from kiosk import attendees, search
from kiosk.checkin import Scan, check_in
from kiosk.models import Attendee, HeadingMap, ImportRun
from kiosk.presence import Kind
from kiosk.walk_ins import WalkIn, register
from tests.conftest import FIELDS, TESTER
from tests.kiosk.lists.taking_in import (
    AIGUL,
    EVERYBODY,
    HEAD,
    NAMES,
    OLGA,
    SAMPLES,
    TIMUR,
    Report,
    outcomes,
    taken_in,
)
from tests.list_files import csv_bytes, put

TakeIn = Callable[..., Report]

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def take_in(tmp_path: Path) -> TakeIn:
    """Take rows in as a csv file; answers the report."""

    def taken(*rows: list[str], head: list[str] = HEAD, choices: dict[str, str | None] | None = None) -> Report:
        return taken_in(put(tmp_path, csv_bytes([head, *rows])), choices)

    return taken


def changed(row: list[str], **new: str) -> list[str]:
    return [new.get(field, value) for field, value in zip(FIELDS, row, strict=True)]


def named(surname: str) -> Attendee:
    found: Attendee = Attendee.get(Attendee.surname == surname)
    return found


def test_a_list_makes_attendees_with_tickets_who_can_be_found(take_in: TakeIn) -> None:
    told = take_in(*EVERYBODY)
    assert outcomes(told) == ["created"] * 5
    assert told["rows"][0]["attendee"] == named("Қасымқызы").id
    assert len({person.code for person in Attendee.select()}) == 5
    found, total = search.find("kassymkyzy aig", 10)
    assert (total, found[0].company, found[0].source) == (1, "ТОО «Алма Трейд»", "list")
    assert ImportRun.get().who == TESTER.name
    assert AuditEntry.select().where(AuditEntry.action == "attendees_imported").count() == 1


def test_the_same_list_again_changes_nothing(take_in: TakeIn) -> None:
    take_in(*EVERYBODY)
    before = list(Attendee.select().order_by(Attendee.id).dicts())
    assert outcomes(take_in(*EVERYBODY)) == ["unchanged"] * 5
    assert list(Attendee.select().order_by(Attendee.id).dicts()) == before


def test_the_six_samples_name_the_same_sixty_people_in_any_order() -> None:
    for name in NAMES:
        told = taken_in(SAMPLES / name)
        assert told["counts"]["problem"] == told["counts"]["merged"] == 0
        assert Attendee.select().count() == 60
    assert not Attendee.select().where(Attendee.surname.contains("?") | (Attendee.phone_e164 == "")).count()


def test_names_with_lost_letters_are_mended_by_a_later_list() -> None:
    taken_in(SAMPLES / "bitrix24-contacts-cp1251.csv")
    taken_in(SAMPLES / "list-full-name.xlsx")
    taken_in(SAMPLES / "bitrix24-leads.csv")
    assert Attendee.select().count() == 60
    lossy = [getattr(Attendee, name).contains("?") for name in ("surname", "first_name", "patronymic", "company")]
    assert not any(Attendee.select().where(condition).count() for condition in lossy)


def test_a_newer_list_updates_and_erases_nothing(take_in: TakeIn) -> None:
    take_in(TIMUR)
    told = take_in(changed(TIMUR, position="Директор", company=""))
    assert (outcomes(told), told["rows"][0]["changed"]) == (["updated"], ["position"])
    assert (named("Цой").position, named("Цой").company) == ("Директор", TIMUR[2])


def test_a_row_is_the_same_person_by_phone_or_by_email_however_written(take_in: TakeIn) -> None:
    take_in(AIGUL)
    told = take_in(
        changed(AIGUL, surname="KASSYMKYZY", first_name="Aigul", email="", phone="8(701)0000001"),
        changed(AIGUL, email="AIGUL@example.com", phone=""),
    )
    assert outcomes(told) == ["unchanged", "merged"]
    assert told["rows"][1]["into"] == 2
    assert named("Қасымқызы").first_name == "Айгүл"


def test_one_phone_may_serve_several_people(take_in: TakeIn) -> None:
    told = take_in(AIGUL, changed(TIMUR, phone=AIGUL[5], email=AIGUL[4]), changed(AIGUL, first_name="Әсем"))
    assert outcomes(told) == ["created"] * 3


def test_one_name_may_belong_to_several_people(take_in: TakeIn) -> None:
    take_in(TIMUR)
    told = take_in(changed(TIMUR, email="other@example.com", phone="87779999999", company="Другая"))
    assert outcomes(told) == ["created"]
    assert told["rows"][0]["warnings"] == ["same_name_known"]


def test_doubles_within_a_list_fill_gaps_of_the_first(take_in: TakeIn) -> None:
    rows = changed(TIMUR, position=""), changed(TIMUR, position="РОП", company="Другая")
    assert outcomes(take_in(*rows)) == ["created", "merged"]
    assert (named("Цой").position, named("Цой").company) == ("РОП", TIMUR[2])
    assert outcomes(take_in(*rows)) == ["unchanged", "merged"]


def test_people_without_contacts_are_not_doubled_either(take_in: TakeIn) -> None:
    nobody = changed(TIMUR, email="", phone="")
    assert outcomes(take_in(nobody, nobody)) == ["created", "created"]
    assert outcomes(take_in(nobody, nobody)) == ["unchanged", "unchanged"]
    assert Attendee.select().count() == 2


def test_a_phone_that_comes_later_belongs_to_the_person_known_without(take_in: TakeIn) -> None:
    nobody = changed(TIMUR, email="", phone="")
    take_in(nobody)
    assert outcomes(take_in(TIMUR)) == ["updated"]
    assert outcomes(take_in(nobody)) == ["unchanged"]
    assert (Attendee.select().count(), named("Цой").phone_e164) == (1, "+77010000002")


def test_corrections_of_the_desk_outlive_imports_and_old_spellings_still_find(take_in: TakeIn) -> None:
    take_in(TIMUR)
    fields = {"surname": "Цойский", "phone": "+7 705 000 00 00", "position": "Директор"}
    attendees.correct(named("Цой").id, fields, TESTER)
    assert outcomes(take_in(changed(TIMUR, company="Новая"))) == ["updated"]
    person = named("Цойский")
    assert (person.phone, person.position, person.company) == ("+7 705 000 00 00", "Директор", "Новая")
    assert outcomes(take_in(changed(TIMUR, surname="Цойский", email="", phone="87050000000"))) == ["updated"]
    assert Attendee.select().count() == 1


def test_tickets_and_presence_outlive_imports(take_in: TakeIn) -> None:
    take_in(TIMUR)
    before = named("Цой")
    check_in(Scan(id=str(uuid.uuid4()), kind=Kind.ENTRY, code=before.code), TESTER)
    take_in(changed(TIMUR, position="Директор"))
    after = named("Цой")
    assert (after.code, after.presence, after.position) == (before.code, "here", "Директор")
    assert after.first_entry_at is not None


def test_a_walk_in_on_a_later_list_stays_one_person(take_in: TakeIn) -> None:
    fields = dict(zip(FIELDS, TIMUR, strict=True))
    walked = register(WalkIn(str(uuid.uuid4()), fields, consent=True), TESTER).attendee
    take_in([*TIMUR, "нет"], head=[*HEAD, "Согласие"])
    person = Attendee.get()
    assert (person.id, person.source, person.consent) == (walked.id, "walk_in", True)


def test_a_number_of_the_source_finds_who_changed_name_or_phone(take_in: TakeIn) -> None:
    head = ["ID", *HEAD[:4], "Рабочий e-mail", "Рабочий телефон"]
    take_in(["7", *AIGUL], head=head)
    told = take_in(["7", *changed(AIGUL, surname="Серикова")], head=head)
    assert (outcomes(told), told["rows"][0]["changed"]) == (["updated"], ["surname"])
    told = take_in(["7", *OLGA], head=head)
    assert (outcomes(told), told["rows"][0]["warnings"]) == (["created"], ["ref_reused"])


def test_a_bad_phone_never_replaces_a_good_one(take_in: TakeIn) -> None:
    take_in(TIMUR)
    assert outcomes(take_in(changed(TIMUR, phone="99655500001"))) == ["unchanged"]
    assert outcomes(take_in(changed(TIMUR, email="нет"))) == ["unchanged"]
    assert (named("Цой").phone_e164, named("Цой").email) == ("+77010000002", "timur@example.com")


def test_the_better_spelling_of_a_name_stays(take_in: TakeIn) -> None:
    take_in(changed(AIGUL, surname="КАСЫМКЫЗЫ", first_name="Айгуль"))
    take_in(AIGUL)
    take_in(changed(AIGUL, surname="Касымкызы", first_name="АЙГҮЛ"))
    assert (Attendee.get().surname, Attendee.get().first_name) == ("Қасымқызы", "Айгүл")


def test_a_name_told_apart_by_guess_overrides_nothing(take_in: TakeIn) -> None:
    take_in(["Тан", "Мэй", *TIMUR[2:]])
    take_in(["Мэй Тан", *TIMUR[2:]], head=["Имя", *HEAD[2:]])
    assert (Attendee.get().surname, Attendee.get().first_name) == ("Тан", "Мэй")


def test_every_row_has_its_outcome_and_every_column_is_kept(take_in: TakeIn) -> None:
    told = take_in(
        [*TIMUR, "Алматы"],
        ["", "", "ТОО", "РОП", "", "", ""],
        ["Итого", "1", "", "", "", "", ""],
        head=[*HEAD, "Город"],
    )
    assert [(row["row"], row.get("code", "")) for row in told["rows"]] == [(2, ""), (3, "no_name"), (4, "totals_row")]
    assert told["counts"] == {"created": 1, "updated": 0, "unchanged": 0, "merged": 0, "problem": 2}
    assert json.loads(named("Цой").other) == {"Город": "Алматы"}


def test_times_of_registration_are_of_the_seminars_zone(take_in: TakeIn) -> None:
    take_in(["02.11.2026 10:11:12", *TIMUR, "Да"], head=["Отметка времени", *HEAD, "Согласие"])
    person = named("Цой")
    # Almaty is five hours ahead of UTC.
    assert (person.registered_at, person.consent, person.consent_at) == (1793596272000, True, 1793596272000)


def test_a_mapping_by_hand_is_remembered_for_its_headings(take_in: TakeIn) -> None:
    head = ["Кто", "Кем", *HEAD[4:]]
    rows = ["Цой Тимур", "РОП", *TIMUR[4:]], ["Қасымқызы Айгүл", "Директор", *AIGUL[4:]]
    take_in(*rows, head=head, choices={"Кто": "full_name", "Кем": None})
    assert named("Цой").position == ""
    assert HeadingMap.select().count() == 1
    assert outcomes(take_in(*rows, head=head)) == ["unchanged"] * 2
    take_in(*rows, head=head, choices={"Кем": "position"})
    assert named("Цой").position == "РОП"
    assert HeadingMap.select().count() == 1
