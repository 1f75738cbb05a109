"""Headings map themselves, and a person may correct them."""

import pytest

from hub.errors import Refusal
from hub.sheets.sheets import Sheet, sheet_of
from kiosk.lists.heading_match import field_of, first_name_comes_first
from kiosk.lists.headings import Mapping, draft, fingerprint, likeness, recognise

MEANINGS = {
    "full_name": (
        "ФИО|Ф.И.О.|Ваши фамилия, имя и отчество|Имя, Фамилия|Аты-жөніңіз|Тегі, аты, әкесінің аты|"
        "Full Name|F.I.Sh.|Ism va familiyangiz|Катышуучунун аты-жөнү|Фамилия и инициалы|Как вас зовут?|"
        "Surname and name|Полное имя|Участник|Name and surname|Фамилия, имя|Слушатели семинара|"
        "ФИО участника (полностью)*"
    ),
    "surname": ("Фамилия|LAST_NAME|Surname|Тегіңіз|Familiyangiz|Фамилия участника|Ваша фамилия *|ФАМИЛИЯ:"),
    "first_name": ("Имя|NAME|First name|Атыңыз|Ismingiz|Имя участника|Имя и отчество|Есіміңіз|Your name"),
    "patronymic": ("Отчество|SECOND_NAME|Отчество (при наличии)|Әкесінің аты|Otasining ismi|Middle name|Атасынын аты"),
    "company": (
        "Компания|Название компании|COMPANY_TITLE|Какую компанию вы представляете?|Ұйым атауы|"
        "Tashkilot nomi|Ишкананын аталышы|Company / Organization|Место работы|Наименование организации|"
        "Где вы работаете?|Жұмыс орныңыз"
    ),
    "position": (
        "Должность|POST|Ваша должность|Должность в компании|Лауазымыңыз|Lavozimingiz|Қызметіңіз|"
        "Job Title|Кызматы|Кем вы работаете?"
    ),
    "email": (
        "E-mail|Email|Эл. почта|Адрес электронной почты|Рабочий e-mail|Электрондық поштаңыз|"
        "Elektron pochtangiz|EMAIL_WORK|Электрондук почта|Email Address|"
        "Ваш e-mail для ссылки и рассылки материалов|Почта"
    ),
    "phone": (
        "Телефон|Тел.|Моб. тел.|Рабочий телефон|PHONE_MOBILE|Телефон для связи (WhatsApp)|"
        "Телефон нөміріңіз|Telefon raqamingiz|Контактный телефон*|Mobile phone number|Сотовый|WhatsApp|"
        "Номер телефона (с кодом)"
    ),
    "consent": (
        "Согласие на обработку персональных данных|"
        "Даю согласие на обработку персональных данных (ФИО, телефон, e-mail)|"
        "Дербес деректерді өңдеуге келісемін|Shaxsiy maʼlumotlarni qayta ishlashga roziman|"
        "I agree to the processing of personal data|Жеке маалыматтарды иштетүүгө макулмун|"
        "Согласен на обработку персональных данных и рассылку"
    ),
    "registered_at": (
        "Отметка времени|Timestamp|Дата создания|sent|Дата регистрации|Vaqt belgisi|Уақыт белгісі|Дата заказа"
    ),
    "external_id": ("ID|tranid|Номер заказа|Номер билета|Order ID|requestid"),
    "status": ("Статус|Стадия|Статус заказа|Status"),
    "note": (
        "Название лида|Обращение|Ответственный|Создан CRM-формой|Кем создан|Дата изменения|Дата рождения|"
        "№|№ п/п|#|UTM Source|Согласие на получение рассылки|Сайт компании|"
        "Откуда вы узнали о нас? (телефон, почта)|Ваш ник в Telegram|Город|Комментарий|Почтовый адрес|"
        "Сколько сотрудников в компании?|Удобное время для звонка|formname|Имя пользователя|Пользователь|"
        "БИН организации"
    ),
}


@pytest.mark.parametrize(
    ("field", "heading"), [(field, one) for field, many in MEANINGS.items() for one in many.split("|")]
)
def test_a_heading_speaks_of_its_field(field: str, heading: str) -> None:
    assert field_of(heading)[0] == field


def test_a_heading_may_ask_for_the_first_name_first() -> None:
    assert first_name_comes_first("Ваши имя и фамилия")
    assert first_name_comes_first("Ism va familiya")
    assert not first_name_comes_first("ФИО")
    assert not first_name_comes_first("Фамилия, имя")
    assert not first_name_comes_first("Аты-жөні")


def sheet(*rows: list[str]) -> Sheet:
    return sheet_of("", enumerate(rows, start=1))


def fields(mapping: Mapping) -> list[str | None]:
    return [column.field for column in mapping.columns]


AIGUL = ["Қасымқызы Айгүл", "ТОО «Алма Трейд»", "87010000001", "aigul@example.com"]
TIMUR = ["Цой Тимур", "ИП Серикова", "87010000002", "timur@example.com"]


def test_rows_of_title_stand_above_the_headings() -> None:
    found = recognise(
        sheet(["Список участников", "", "", ""], ["28.11.2026", "", "", ""], ["ФИО", "Компания", "Тел", "Почта"], AIGUL)
    )
    assert found.header_row_number == 3
    assert fields(found) == ["full_name", "company", "phone", "email"]


def test_headings_in_two_rows_are_read_together() -> None:
    found = recognise(sheet(["ФИО", "Компания", "Контакты", ""], ["", "", "Телефон", "E-mail"], AIGUL, TIMUR))
    assert found.header_row_number == 2
    assert fields(found) == ["full_name", "company", "phone", "email"]


def test_a_row_of_data_full_of_keywords_is_not_the_headings() -> None:
    rows = ["Участник Айгүл", "Компания «Почта»", "Специалист по мобильной связи"], ["Цой Тимур", "Фирма", "Юрист"]
    found = recognise(sheet(["ФИО", "Организация", "Должность"], *rows))
    assert found.header_row_number == 1


def test_columns_without_meaning_are_told_by_their_cells() -> None:
    found = recognise(sheet(["ФИО", "Где?", "Контакты", "Ещё"], AIGUL, TIMUR, TIMUR))
    assert fields(found) == ["full_name", "company", "phone", "email"]
    assert found.columns[2].how == "content"


def test_a_question_about_phones_is_no_phone() -> None:
    rows = [[*AIGUL, "по телефону"], [*TIMUR, "почтой"], [*TIMUR, "телефон"]]
    found = recognise(sheet(["ФИО", "Компания", "Тел", "Почта", "Телефон или почта: что выбрать?"], *rows))
    assert fields(found)[4] is None


def test_a_list_without_headings_is_read_by_its_cells() -> None:
    found = recognise(sheet(AIGUL, TIMUR))
    assert (found.header_row_number, found.fingerprint) == (0, "")
    assert [(column.heading, column.field) for column in found.columns] == [
        ("A", "full_name"), ("B", "company"), ("C", "phone"), ("D", "email"),
    ]  # fmt: skip
    assert fields(recognise(sheet(["Цой Тимур"], ["Қасымқызы Айгүл"]))) == ["full_name"]


def test_a_table_that_is_no_list_is_refused() -> None:
    with pytest.raises(Refusal) as told:
        recognise(sheet(["яблоко", "12"], ["груша", "7"]))
    assert told.value.code == "no_headings"
    with pytest.raises(Refusal) as told:
        recognise(sheet(["Телефон", "Почта"], AIGUL[2:]))
    assert (told.value.code, told.value.details) == ("no_name_column", {"headings": ["Телефон", "Почта"]})


def test_a_person_may_correct_the_mapping() -> None:
    rows = sheet(["ФИО", "Примечание", "Тел"], ["Цой Тимур", "РОП", "87010000002"])
    found = recognise(rows, {"примечание": "position", "Тел": None})
    assert fields(found) == ["full_name", "position", None]
    assert found.columns[1].how == "manual"
    for choices, code in (({"Нет такой": "phone"}, "unknown_heading"), ({"Тел": "telephone"}, "unknown_field")):
        with pytest.raises(Refusal) as told:
            recognise(rows, choices)
        assert told.value.code == code


def test_a_mapping_by_hand_saves_a_list_without_names_or_headings() -> None:
    found = recognise(sheet(["Кто", "Кем"], ["Мэй Тан", "x"]), {"Кто": "full_name"})
    assert (found.header_row_number, fields(found)) == (1, ["full_name", None])
    found = recognise(sheet(["яблоко", "x"], ["груша", "y"]), {"A": "full_name", "B": "company"})
    assert (found.header_row_number, fields(found)) == (0, ["full_name", "company"])


def test_one_heading_borne_out_by_its_column_makes_a_row_of_headings() -> None:
    found = recognise(sheet(["Кто", "Тел"], ["Цой Тимур", "87010000002"], ["Ким Анна", "87010000003"]))
    assert (found.header_row_number, fields(found)) == (1, ["full_name", "phone"])


def test_words_over_a_column_of_phones_are_headings_in_any_language() -> None:
    rows = ["Цой Тимур", "87010000002"], ["Қасымқызы Айгүл", "87010000001"]
    found = recognise(sheet(["Jméno", "Číslo"], *rows))
    assert (found.header_row_number, fields(found)) == (1, ["full_name", "phone"])


def test_headings_with_lost_letters_are_understood() -> None:
    lost = ["Тегі", "Аты", "?кесіні? аты", "?йымы", "Электронды? пошта"]
    found = draft(sheet(lost, ["Цой", "Тимур", "", "", "t@example.com"]))
    assert fields(found) == ["surname", "first_name", "patronymic", "company", "email"]


def test_the_fingerprint_is_of_the_set_of_headings() -> None:
    assert fingerprint(["ФИО", "Тел."]) == fingerprint(["тел", "ФИО", ""])
    assert fingerprint(["ФИО"]) != fingerprint(["ФИО", "Тел"])


def test_a_list_looks_more_like_one_than_a_cover_page() -> None:
    assert likeness(sheet(["ФИО", "Тел"], ["Цой Тимур", "87010000002"])) > likeness(
        sheet(["Отчёт", ""], ["Всего", "2"])
    )


@pytest.mark.parametrize(
    ("source", "headings"),
    [
        ("bitrix_lead", "ID;Название лида;Обращение;Имя;Фамилия;Рабочий телефон;Ответственный;Создан CRM-формой"),
        ("bitrix_lead", "ID;TITLE;NAME;LAST_NAME;SECOND_NAME;PHONE_WORK;EMAIL_WORK;POST;COMPANY_TITLE"),
        ("bitrix_contact", "ID;Тип контакта;Имя;Фамилия;Компания;Рабочий телефон"),
        ("google_forms", "Timestamp;Email Address;Full name;Company"),
        ("google_forms", "Vaqt belgisi;F.I.Sh.;Telefon raqami"),
        ("tilda", "Name;Phone;tranid;formid"),
        ("timepad", "Номер заказа;Номер билета;Статус заказа;Фамилия;Имя;E-mail"),
        ("web_form", "ID;Статус;Отправлено в CRM;Дата создания;Пользователь;Ваше имя;Фамилия"),
        ("list", "№;ФИО;Телефон"),
    ],
)
def test_the_source_is_known_by_its_own_headings(source: str, headings: str) -> None:
    assert draft(sheet(headings.split(";"), ["1"] * len(headings.split(";")))).source == source


def test_the_title_of_a_lead_is_no_position_and_a_counter_is_no_identity() -> None:
    found = draft(
        sheet(["ID", "TITLE", "NAME", "LAST_NAME", "PHONE_WORK", "POST"], ["7", "Заявка", "Тимур", "Цой", "1", "РОП"])
    )
    assert fields(found) == ["external_id", "note", "first_name", "surname", "phone", "position"]
    assert fields(draft(sheet(["ID", "ФИО"], ["1", "Цой Тимур"], ["2", "Ким Анна"]))) == ["note", "full_name"]
    assert fields(draft(sheet(["ID", "ФИО"], ["88812", "Цой Тимур"], ["88813", "Ким Анна"])))[0] == "external_id"
