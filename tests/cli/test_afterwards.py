"""What a mentee adds to a session by command: a share, a next step, how life went on."""

from tests.cli.conftest import Run, practised


def test_a_session_is_private_until_it_is_shared_by_name(run: Run) -> None:
    session = practised(run)

    assert "Only you can read" in run("share", session, "--list").out
    assert "Nadia may now read session" in run("share", session, "--with", "Nadia").out
    assert "Nadia" in run("share", session, "--list").out


def test_a_share_is_taken_back_by_name(run: Run) -> None:
    session = practised(run)
    run("share", session, "--with", "Nadia")

    back = run("share", session, "--with", "Nadia", "--revoke")

    assert "no longer shared" in back.out
    assert "Only you can read" in run("share", session, "--list").out


def test_the_way_to_take_a_share_back_can_be_typed_as_it_is_shown(run: Run) -> None:
    session = practised(run)

    shown = run("share", session, "--with", "Nadia O'Hara").out

    assert f"""simulator share {session} --with 'Nadia O'"'"'Hara' --revoke""" in shown


def test_taking_back_what_was_never_given_names_who_has_it(run: Run) -> None:
    session = practised(run)
    run("share", session, "--with", "Nadia")

    refused = run("share", session, "--with", "Paul", "--revoke")

    assert refused.status == 2
    assert "Nadia" in refused.err


def test_a_next_step_is_kept_as_if_and_then(run: Run) -> None:
    session = practised(run)

    kept = run("commit", session, "--if", "she says no", "--then", "I ask what is behind it")

    assert "if she says no, then I ask what is behind it" in kept.out


def test_half_a_next_step_is_refused(run: Run) -> None:
    session = practised(run)

    refused = run("commit", session, "--if", "  ", "--then", "I ask")

    assert refused.status == 2
    assert "both its halves" in refused.err


def test_a_day_that_is_none_is_refused_with_the_way_to_write_one(run: Run) -> None:
    session = practised(run)

    refused = run("commit", session, "--if", "a", "--then", "b", "--due", "30/11/2026")

    assert refused.status == 2
    assert "2026-11-30" in refused.err


def test_how_it_really_went_is_kept_from_words_or_from_standard_input(run: Run) -> None:
    session = practised(run)

    assert run("afterwards", session, "She", "listened.", "--kept", "yes").status == 0
    assert run("afterwards", session, stdin="It was hard.\nBut fine.\n").status == 0
    assert run("afterwards", session, stdin="\n").status == 2
    assert run("verify").status == 0
