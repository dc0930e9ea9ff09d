"""Saying a screen again in another language without losing what was written or chosen on it."""

from typing import Any

from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea
from textual.widgets.text_area import Selection


async def said_again(screen: Screen[Any]) -> None:
    """Compose `screen` anew; every field and list that has an id holds what it held before."""
    focused = screen.focused.id if screen.focused is not None else None
    written = {one.id: (one.value, one.cursor_position) for one in screen.query(Input)}
    pages = {one.id: (one.text, one.selection) for one in screen.query(TextArea)}
    marked = {one.id: one.highlighted for one in screen.query(OptionList) if one.id}
    await screen.recompose()
    for field in screen.query(Input):
        field.select_on_focus = False  # or the next letter would take the place of all of it
        field.value, field.cursor_position = written.get(field.id, (field.value, 0))
    for page in screen.query(TextArea):
        page.text, page.selection = pages.get(page.id, (page.text, Selection.cursor((0, 0))))
    for options in screen.query(OptionList):
        if options.id in marked:
            options.highlighted = marked[options.id]
    if focused is not None:
        for widget in screen.query(f"#{focused}"):
            widget.focus()
