"""No word of a talk is hidden by the scrollbar that appears as the talk grows."""

from textual.app import App, ComposeResult

from simulator.tui.widgets.talk import Message, Talk

LINE = "Since you ask: somebody upstairs counts badges. I was told off for it in front of my peers."


class Bare(App[None]):
    """A talk and nothing else."""

    def compose(self) -> ComposeResult:
        yield Talk()


async def test_what_is_drawn_holds_every_word_once_the_scrollbar_is_there() -> None:
    app = Bare()
    async with app.run_test(size=(51, 12)) as pilot:
        talk = app.query_one(Talk)
        for _ in range(6):
            talk.add(Message("Claire", "persona", LINE))
            await pilot.pause()
        talk.scroll_home(animate=False, immediate=True)
        await pilot.pause()

        drawn = " ".join(
            talk.render_line(y).text.strip(" ▌│|")
            for y in range(talk.scrollable_content_region.height)
        )

    assert " ".join(drawn.split()).startswith(f"Claire {LINE}")
