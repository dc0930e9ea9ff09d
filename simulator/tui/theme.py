"""Two themes of the product's own: calm, high in contrast, the same roles in both."""

from textual.theme import Theme

DARK = Theme(
    name="rehearsal-dark",
    primary="#8fb8de",
    secondary="#e6b673",
    accent="#b8d8ba",
    foreground="#e4e6eb",
    background="#14171c",
    surface="#1a1e25",
    panel="#20252e",
    success="#8fc69a",
    warning="#e6b673",
    error="#e58a8a",
    dark=True,
)

LIGHT = Theme(
    name="rehearsal-light",
    primary="#1f5f99",
    secondary="#8a5a00",
    accent="#2f6f46",
    foreground="#1c2026",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    success="#2f6f46",
    warning="#8a5a00",
    error="#a33a3a",
    dark=False,
)
