"""How measurements are told: a line a figure, spans by their shares."""

from collections.abc import Sequence


def shares(spans: Sequence[float]) -> str:
    """p50 / p95 / most, in whole units."""
    ordered = sorted(spans)
    parts = (ordered[min(int(len(ordered) * part), len(ordered) - 1)] for part in (0.5, 0.95, 1.0))
    return " / ".join(f"{span:.0f}" for span in parts)


def line(name: str, figure: str, beside: str = "") -> None:
    """One line of a report."""
    print(f"{name:<48}{figure:>22}   {beside}", flush=True)
