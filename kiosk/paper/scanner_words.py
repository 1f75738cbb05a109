"""What the scanner's test says to people."""

from hub.i18n import N_

# Verdict -> shape (as in parts.html) and sentence.
VERDICTS: dict[str, tuple[str, str]] = {
    "right": ("go", N_("The scanner types rightly.")),
    "lower_case": ("go", N_("The scanner types in small letters. Tickets are read all the same.")),
    "russian": ("go", N_("The computer types in its Russian layout. Tickets are read all the same.")),
    "kazakh": ("go", N_("The computer types in its Kazakh layout. Tickets are read all the same.")),
    "kazakh_latin": ("go", N_("The computer types in its Kazakh Latin layout. Tickets are read all the same.")),
    "kyrgyz": ("go", N_("The computer types in its Kyrgyz phonetic layout. Tickets are read all the same.")),
    "french": (
        "stop",
        N_("The scanner or the computer is set to a French keyboard. Set the scanner's country to USA in its manual."),
    ),
    "incomplete": ("known", N_("Only a part of the code arrived. Set the scanner slower, or scan again.")),
    "strange": (
        "stop",
        N_("This is not what stands on the card. Set the scanner's country to USA in its manual, then scan again."),
    ),
}
