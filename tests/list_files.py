"""Files of lists in every format, built in memory."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Rows = Sequence[Sequence[Any]]


def csv_bytes(rows: Rows, delimiter: str = ";", encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    """Text with one of the delimiters."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding, "replace")


def xlsx_bytes(*sheets: Rows, names: Sequence[str] = ()) -> bytes:
    """A real workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(names[number] if names else f"Лист{number + 1}")
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls_bytes(rows: Rows) -> bytes:
    """A real BIFF workbook."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Список")
    for at, row in enumerate(rows):
        for index, cell in enumerate(row):
            sheet.write(at, index, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_bytes(rows: Rows) -> bytes:
    """A LibreOffice sheet; numbers stay numbers."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Список")
    for row in rows:
        line = TableRow()
        for cell in row:
            if isinstance(cell, int | float):
                line.addElement(TableCell(valuetype="float", value=str(cell)))
            else:
                text = TableCell(valuetype="string")
                text.addElement(P(text=str(cell)))
                line.addElement(text)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def put(folder: Path, data: bytes, name: str = "list.bin") -> Path:
    """The data as a file whose name tells nothing."""
    path = folder / name
    path.write_bytes(data)
    return path
