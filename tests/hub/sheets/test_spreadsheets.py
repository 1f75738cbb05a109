"""Files of any kind become rows of text; hostile ones become one refusal."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from hub.errors import Refusal
from hub.sheets import spreadsheets
from hub.sheets.sheets import MOST_BYTES, Sheet
from hub.sheets.spreadsheets import read_all
from tests.list_files import Rows, csv_bytes, ods_bytes, put, xls_bytes, xlsx_bytes

ROWS: Rows = [
    ["Фамилия", "Имя", "Телефон", "Компания"],
    ["Қасымқызы", "Айгүл", 77010000001, "ТОО «Алма; Трейд»"],
    ["Saidov", "Oʻtkir", 998900000003, "MCHJ, «Samarqand»"],
]
AS_TEXT = [[str(cell) for cell in row] for row in ROWS]


def likeness(sheet: Sheet) -> tuple[bool, int]:
    """What these tests take for a list of people."""
    return "Фамилия" in sheet.rows[0].cells, len(sheet.rows)


def read(path: Path, name: str | None = None) -> Sheet:
    return spreadsheets.read(path, likeness, name)


def refusal(path: Path) -> str:
    with pytest.raises(Refusal) as told:
        read(path)
    return told.value.code


@pytest.mark.parametrize(
    "data",
    [
        csv_bytes(ROWS),
        csv_bytes(ROWS, ","),
        csv_bytes(ROWS, "\t", "utf-16"),
        csv_bytes(ROWS, "\t", "utf-16-le"),
        csv_bytes(ROWS, ";", "utf-8-sig", "\r"),
        csv_bytes(ROWS, "|", end="\n"),
        b"sep=,\r\n" + csv_bytes(ROWS, ","),
        xlsx_bytes(ROWS),
        xls_bytes(ROWS),
        ods_bytes(ROWS),
        ("<html><table>" + "".join("<tr>" + "".join(f"<td>{c}" for c in row) for row in AS_TEXT)).encode(),
    ],
    ids=["csv", "comma", "utf16", "utf16-no-mark", "bom-cr", "bar", "hint", "xlsx", "xls", "ods", "html"],
)
def test_every_format_gives_the_same_rows(tmp_path: Path, data: bytes) -> None:
    sheet = read(put(tmp_path, data))
    assert [row.cells for row in sheet.rows] == AS_TEXT
    assert [row.number for row in sheet.rows] == [1, 2, 3]


@pytest.mark.parametrize("build", [csv_bytes, xlsx_bytes, xls_bytes, ods_bytes])
def test_rows_keep_the_numbers_seen_in_excel(tmp_path: Path, build: Callable[[Rows], bytes]) -> None:
    sheet = read(
        put(
            tmp_path,
            build(
                [
                    ["", "", ""],
                    ["", "Список", ""],
                    ["", "", ""],
                    ["", "ФИО", "Почта"],
                    ["", "Цой Тимур", "t@example.com"],
                ]
            ),
        )
    )
    assert [row.number for row in sheet.rows] == [2, 4, 5]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1251", "Ёлкина-Берёзкина"),
        ("koi8-r", "Ёлкина-Берёзкина"),
        ("cp866", "Берёзкина Ольга"),
        ("kz1048", "Қасымқызы Әсем"),
    ],
)
def test_one_byte_alphabets_are_told_apart(tmp_path: Path, encoding: str, name: str) -> None:
    rows = [["Фамилия", "Имя", "Компания"], [name, "Ольга", "Мебель для дома и офиса"], [name, "Тимур", "Торговый дом"]]
    assert read(put(tmp_path, csv_bytes(rows, encoding=encoding))).rows[1].cells[0] == name


def test_a_text_with_one_bad_byte_stays_utf8(tmp_path: Path) -> None:
    data = csv_bytes([*ROWS, ["Цой", "Тимур", 1, "x"]] * 20) + b"\xff\xfe;;;"
    sheet = read(put(tmp_path, data))
    assert sheet.rows[1].cells[0] == "Қасымқызы"
    assert sheet.notes == ("letters_lost",)


def test_cells_of_a_workbook_become_the_text_a_person_sees(tmp_path: Path) -> None:
    moment = dt.datetime(2026, 11, 2, 10, 11, 12)  # noqa: DTZ001
    data = xlsx_bytes([["ФИО", "a", "b", "c", "d", "e"], ["Цой", 77011234567.0, 1.5, True, moment, moment.date()]])
    assert read(put(tmp_path, data)).rows[1].cells == [
        "Цой",
        "77011234567",
        "1.5",
        "Да",
        "02.11.2026 10:11:12",
        "02.11.2026",
    ]


def test_the_phantom_last_column_is_dropped(tmp_path: Path) -> None:
    assert read(put(tmp_path, '"ID";"Имя";\n"1";"Тимур";\n'.encode())).width == 2


def test_line_breaks_and_quotes_inside_cells_are_kept(tmp_path: Path) -> None:
    rows: Rows = [["ФИО", "Адрес"], ["Цой Тимур", 'дом "7"\nАлматы; Абая'], ["Ким Анна", ""]]
    sheet = read(put(tmp_path, csv_bytes(rows)))
    assert [row.cells for row in sheet.rows] == rows


def test_what_keeps_numbers_texts_and_formulas_asleep_is_taken_off(tmp_path: Path) -> None:
    text = """ФИО;Тел;Заметка\nЦой Тимур;="87010000002";'=1+1\nКим Анна;'+77010000003;'цитата'\n"""
    rows = [row.cells for row in read(put(tmp_path, text.encode())).rows]
    assert rows[1:] == [["Цой Тимур", "87010000002", "=1+1"], ["Ким Анна", "+77010000003", "'цитата'"]]


def test_a_quote_never_closed_swallows_nobody(tmp_path: Path) -> None:
    text = 'ФИО;Компания;Тел\nЦой Тимур;"Ромашка;87010000001\nКим Анна;Алма;87010000002\nЛи Ян;Нан;87010000003\n'
    sheet = read(put(tmp_path, text.encode()))
    assert [row.cells[0] for row in sheet.rows] == ["ФИО", "Цой Тимур", "Ким Анна", "Ли Ян"]
    assert sheet.notes == ("quotes_mended",)


def test_a_long_cell_is_cut_and_said_so(tmp_path: Path) -> None:
    sheet = read(put(tmp_path, csv_bytes([["ФИО", "Заметка"], ["Цой Тимур", "я" * 3000]])))
    assert (len(sheet.rows[1].cells[1]), sheet.notes) == (2000, ("cells_cut",))


def test_the_sheet_that_looks_like_a_list_is_chosen(tmp_path: Path) -> None:
    cover: Rows = [["Отчёт"], ["Город", "Алматы"], ["Всего", 2]]
    assert read(put(tmp_path, xlsx_bytes(cover, ROWS, names=["Титул", "Люди"]))).name == "Люди"
    assert [sheet.name for sheet in read_all(put(tmp_path, xlsx_bytes(cover, ROWS)))] == ["Лист1", "Лист2"]


def test_the_sheets_that_are_not_read_are_named_with_their_rows(tmp_path: Path) -> None:
    blank: Rows = [["", " "], ["", None]]
    path = put(tmp_path, xlsx_bytes([["Отчёт"], ["", ""], ["Всего", 2]], ROWS, blank, ROWS[:2], names="ABCD"))
    assert read(path).unread == (("A", 2), ("D", 2))
    assert read(path, "D").unread == (("A", 2), ("B", 3))
    assert read(put(tmp_path, csv_bytes(ROWS))).unread == ()


def test_a_hidden_sheet_is_not_read_in_silence(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(ROWS, ROWS[:2], names=["Люди", "Опоздавшие"])))
    book["Опоздавшие"].sheet_state = "veryHidden"
    book.save(tmp_path / "list.xlsx")
    assert read(tmp_path / "list.xlsx").unread == (("Опоздавшие", 2),)


def test_only_a_sheet_that_is_there_can_be_chosen(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="unknown_sheet") as told:
        read(put(tmp_path, xlsx_bytes(ROWS, ROWS)), "Лист3")
    assert told.value.details == {"name": "Лист3", "known": ["Лист1", "Лист2"]}


def test_spans_of_an_html_table_keep_the_columns_in_place(tmp_path: Path) -> None:
    page = (
        "<meta charset=windows-1251><style>td{}</style><table><tr><td colspan=3>Список"
        "<tr><th rowspan=2>ФИО<th colspan=2>"
        "Связь<tr><th>Телефон<th>Почта<tr><td>Цой&nbsp;Тимур<td>1<br>2<td>t@example.com</table>"
    )
    cells = [row.cells for row in read(put(tmp_path, page.encode("cp1251"))).rows]
    assert cells[2:] == [["", "Телефон", "Почта"], ["Цой\xa0Тимур", "1\n2", "t@example.com"]]


def test_the_xml_of_excel_2003_is_read(tmp_path: Path) -> None:
    xml = (
        '<?xml version="1.0"?><Workbook xmlns:ss="x"><Worksheet ss:Name="Л"><Table><Row><Cell><Data>ФИО</Data></Cell>'
        '<Cell ss:Index="3"><Data>Почта</Data></Cell></Row><Row ss:Index="4"><Cell><Data>Цой Тимур</Data></Cell></Row>'
        "</Table></Worksheet></Workbook>"
    )
    rows = read(put(tmp_path, xml.encode())).rows
    assert [(row.number, row.cells) for row in rows] == [(1, ["ФИО", "", "Почта"]), (4, ["Цой Тимур", "", ""])]


def zip_of(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
ENTITY_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha">'
    + b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' * 8
    + b"]><x>&b;</x>"
)
HOSTILE = {
    "empty": (b"", "empty"),
    "blank": (b"\r\n \t\r\n", "empty"),
    "only_mark": (b"\xef\xbb\xbf", "empty"),
    "semicolons": (b";;;\n;;;\n", "empty"),
    "zip_bomb": (zip_of(xl__sharedStrings_xml=b"a" * 110_000_000), "zip_bomb"),
    "dense_bomb": (zip_of(xl__a_xml=b"a" * 20_000_000), "zip_bomb"),
    "many_members": (zip_of(**{f"xl__{n}": b"" for n in range(1001)}), "zip_bomb"),
    "word": (zip_of(word__document_xml=b"<w/>"), "not_a_table"),
    "no_workbook": (zip_of(xl__workbook_xml=b"<workbook/>"), "unreadable"),
    "entities": (zip_of(xl__workbook_xml=ENTITY_BOMB, **{"[Content_Types].xml": b"<Types/>"}), "unreadable"),
    "entities_html": (ENTITY_BOMB, "not_a_table"),
    "encrypted": (OLD_OFFICE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "encrypted"),
    "old_doc": (OLD_OFFICE + b"\0" * 2000, "unreadable"),
    "half_zip": (xlsx_bytes(ROWS)[:2000], "unreadable"),
    "half_xls": (xls_bytes(ROWS)[:1500], "unreadable"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_table"),
    "pdf": (b"%PDF-1.7\n1 0 obj\n", "not_a_table"),
    "binary": (bytes(range(256)) * 20, "not_a_table"),
    "web_page": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "not_a_table"),
    "wide": (csv_bytes([["ФИО", *range(300)], ["Цой Тимур", *range(300)]]), "too_many_columns"),
    "wide_xlsx": (xlsx_bytes([["ФИО", *range(300)], ["Цой", *range(300)]]), "too_many_columns"),
    "long": (csv_bytes([["ФИО"], *([["Цой Тимур"]] * 20_001)]), "too_many_rows"),
    "big": (b"a" * (MOST_BYTES + 1), "file_too_big"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_with_one_reason(tmp_path: Path, kind: str) -> None:
    data, code = HOSTILE[kind]
    assert refusal(put(tmp_path, data)) == code


def test_a_cell_at_the_far_corner_does_not_eat_the_memory(tmp_path: Path) -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        b"</sheetData></worksheet>"
    )
    whole, out = io.BytesIO(xlsx_bytes(ROWS)), io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, sheet if "sheet1" in name else source.read(name))
    assert refusal(put(tmp_path, out.getvalue())) in {"too_heavy", "too_many_columns"}


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "file_missing"
    assert refusal(tmp_path / "nothing.csv") == "file_missing"
