"""Frames are read however they are cut, and nonsense ends the connection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.websocket_frames import Opcode, ProtocolError, Reader, accept, frame

LONGEST = 70_000


def masked(opcode: int, content: bytes, mask: bytes = b"\x01\x02\x03\x04", *, last: bool = True) -> bytes:
    """A frame as a browser sends it."""
    size = len(content)
    if size < 126:
        length = bytes((0x80 | size,))
    elif size < 1 << 16:
        length = bytes((0x80 | 126,)) + size.to_bytes(2, "big")
    else:
        length = bytes((0x80 | 127,)) + size.to_bytes(8, "big")
    hidden = bytes(byte ^ mask[n % 4] for n, byte in enumerate(content))
    return bytes(((0x80 if last else 0) | opcode,)) + length + mask + hidden


def test_the_answer_to_a_browsers_key_is_that_of_the_standard() -> None:
    assert accept("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


@pytest.mark.parametrize(("size", "head"), [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)])
def test_a_frame_has_the_shortest_head(size: int, head: int) -> None:
    framed = frame(Opcode.TEXT, b"x" * size)
    assert len(framed) == head + size
    assert framed[0] == 0x81


@given(
    st.lists(st.tuples(st.sampled_from([Opcode.TEXT, Opcode.BINARY, Opcode.PING]), st.binary(max_size=300))),
    st.binary(min_size=4, max_size=4),
    st.integers(1, 64),
)
def test_messages_come_whole_however_they_are_cut(
    messages: list[tuple[Opcode, bytes]], mask: bytes, piece: int
) -> None:
    data = b"".join(masked(opcode, content, mask) for opcode, content in messages)
    reader = Reader(LONGEST)
    found = [one for at in range(0, len(data), piece) for one in reader.feed(data[at : at + piece])]
    assert found == messages


@pytest.mark.parametrize("size", [125, 126, 65_535, 65_536])
def test_long_messages_are_read(size: int) -> None:
    assert Reader(LONGEST).feed(masked(1, b"y" * size)) == [(Opcode.TEXT, b"y" * size)]


def test_a_message_in_parts_is_joined_and_a_ping_may_come_between() -> None:
    data = masked(1, b"one ", last=False) + masked(9, b"?") + masked(0, b"two", last=True)
    assert Reader(LONGEST).feed(data) == [(Opcode.PING, b"?"), (Opcode.TEXT, b"one two")]


@pytest.mark.parametrize(
    "data",
    [
        frame(Opcode.TEXT, b"not masked"),
        bytes((0xC1,)) + masked(1, b"reserved bit")[1:],
        masked(3, b"unknown kind"),
        masked(0, b"continues nothing"),
        masked(1, b"a", last=False) + masked(1, b"b"),
        masked(1, b"z" * (LONGEST + 1)),
        masked(1, b"z" * LONGEST, last=False) + masked(0, b"z"),
    ],
)
def test_nonsense_is_refused(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        Reader(LONGEST).feed(data)


@given(st.binary(max_size=200))
def test_no_bytes_do_any_other_harm(data: bytes) -> None:
    reader = Reader(LONGEST)
    try:
        reader.feed(data)
    except ProtocolError:
        return
