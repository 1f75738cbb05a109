"""The hall's own name in the seminar's place, which often is a whole address. Pure."""

import re

# «Зал 2», «конференц-зал», «2-зал», «мәжіліс залы», «majlislar zali», «Hall 2», «аудитория 301», «ауд. 301», «room 5».
_WORDS = "зал|залы|zal|zali|hall|room|аудитория|аудиториясы|auditoriya|auditorium|ауд|каб|кабинет"
_HALL = re.compile(rf"\b({_WORDS})\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;|\n]+")


def hall_of(place: str) -> str:
    """«Гостиница «Алматы», зал 2» -> «Зал 2»; the place as it is where no part of it names a hall."""
    halls = [part.strip() for part in _PARTS.split(place) if _HALL.search(part)]
    return halls[-1][:1].upper() + halls[-1][1:] if halls else place.strip()
