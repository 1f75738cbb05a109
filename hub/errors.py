"""The one way a verb says no."""


class Refusal(Exception):
    """A verb could not do what was asked, for a reason a person can understand.

    `code` is stable and snake_case; the text for people is chosen by the layer that talks to them.
    `details` fill the text: a row number, a limit, a name.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
