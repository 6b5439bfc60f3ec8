"""The command line: names and forwards, nothing else."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import apsw
import typer

from suyuan import __version__
from suyuan.desk import admission, commands, upkeep, words
from suyuan.desk.errors import DeskError

say = words.words(words.of_terminal())
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help=say("Suyuan, a news desk that traces every claim to its sources."),
)

Desk = Annotated[Path, typer.Option("--desk", help=say("The folder of the desk."), envvar="SUYUAN_DESK")]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…", help=say("Saved pages, folders, WARC files, JSON Lines (- is standard input), addresses.")
    ),
]


@app.command(help=say("Read pages, archives, feeds or addresses into the desk."))
def read(inputs: Inputs, desk: Desk = commands.HERE) -> None:
    raise typer.Exit(commands.read(inputs, desk, say=say))


@app.command(help=say("Read one page aloud: who says what, through whom, when, and what its own lists are worth."))
def trace(
    page: Annotated[str, typer.Argument(metavar="FILE|URL", help=say("A saved page or an address."))],
    explain: Annotated[
        bool, typer.Option("--explain", help=say("Show the rule or model that decided each field."))
    ] = False,
) -> None:
    raise typer.Exit(commands.trace(page, explain=explain, say=say))


@app.command(
    help=say(
        "Make records of a kind from files, without a desk, as JSON Lines: articles, statements, times, reprints, stories, related, hot, claims."
    )
)
def make(
    kind: Annotated[str, typer.Argument(metavar="KIND")],
    inputs: Inputs,
    out: Annotated[
        Path | None, typer.Option("--out", help=say("Write to this file instead of standard output."))
    ] = None,
    queries: Annotated[
        Path | None, typer.Option("--queries", help=say("Only for related: lines of {id, until}."))
    ] = None,
    now: Annotated[
        str | None, typer.Option("--now", help=say("Only for hot: the time to look from, ISO 8601."))
    ] = None,
) -> None:
    raise typer.Exit(commands.make(kind, inputs, out=out, queries=queries, now=now, say=say))


@app.command(help=say("Walk from a record back to the pages it was made from."))
def why(record: Annotated[str, typer.Argument(metavar="ID")], desk: Desk = commands.HERE) -> None:
    raise typer.Exit(commands.why(record, desk, say=say))


@app.command(help=say("Make again what an older version made, or all that the named steps made."))
def redo(
    steps: Annotated[list[str] | None, typer.Argument(metavar="[STEP]…")] = None, desk: Desk = commands.HERE
) -> None:
    raise typer.Exit(commands.redo(steps, desk, say=say))


@app.command(help=say("Remove a page and all that was made from it; a tombstone stays."))
def forget(
    address: Annotated[str, typer.Argument(metavar="ADDRESS")],
    desk: Desk = commands.HERE,
    ahead: Annotated[
        bool, typer.Option("--ahead", help=say("Have the address never read, although nothing is kept for it."))
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help=say("Have a forgotten address read again."))] = False,
) -> None:
    if undo:
        raise typer.Exit(commands.recall(address, desk, say=say))
    raise typer.Exit(commands.forget(address, desk, is_ahead=ahead, say=say))


@app.command(help=say("Write the desk into one file, while it runs."))
def backup(file: Annotated[Path, typer.Argument(metavar="FILE")], desk: Desk = commands.HERE) -> None:
    raise typer.Exit(upkeep.backup(file, desk, say=say))


@app.command(help=say("Make a desk of a backup, in a folder that holds none: suyuan restore FILE --desk FOLDER."))
def restore(file: Annotated[Path, typer.Argument(metavar="FILE")], desk: Desk = commands.HERE) -> None:
    raise typer.Exit(upkeep.restore(file, desk, say=say))


@app.command(help=say("See whether database, search index and kept pages agree, and put right what can be."))
def check(
    desk: Desk = commands.HERE,
    mend: Annotated[bool, typer.Option("--mend", help=say("Put right what can be made again."))] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help=say("Put the database aside and begin a new one from the kept pages."))
    ] = False,
) -> None:
    raise typer.Exit(upkeep.check(desk, is_mending=mend, is_rebuilding=rebuild, say=say))


@app.command(help=say("Remove kept pages that are too old or too many; evidence of a claim and what you marked stays."))
def expire(
    desk: Desk = commands.HERE,
    days: Annotated[int | None, typer.Option("--days", min=1, help=say("Older pages go."))] = None,
    gigabytes: Annotated[
        float | None, typer.Option("--gigabytes", min=0, help=say("The oldest go until the rest fits."))
    ] = None,
    trial: Annotated[bool, typer.Option("--trial", help=say("Only say how many would go."))] = False,
) -> None:
    raise typer.Exit(upkeep.expire(desk, days=days, gigabytes=gigabytes, is_trial=trial, say=say))


@app.command(
    help=say("Subscribe to an address: a feed, a sitemap, a list of articles, a page, or a folder of this machine.")
)
def add(
    address: Annotated[str, typer.Argument(metavar="URL|FOLDER", help=say("What it is, the desk finds out."))],
    desk: Desk = commands.HERE,
    yes: Annotated[bool, typer.Option("--yes", help=say("Take the best that is found, without asking."))] = False,
    every: Annotated[int | None, typer.Option("--every", help=say("Look every so many minutes."))] = None,
    folder: Annotated[str, typer.Option("--folder", help=say("A folder to put the subscription in."))] = "",
) -> None:
    from suyuan.desk import subscribe  # the network's client takes a second to load, which no other command should pay

    raise typer.Exit(subscribe.add(address, desk, every=every, into=folder, is_sure=yes, say=say))


@app.command(help=say("List what is watched: last result, next look and why then; or change one subscription."))
def subscriptions(
    address: Annotated[
        str | None, typer.Argument(metavar="[URL]", help=say("One subscription; by itself, its history."))
    ] = None,
    desk: Desk = commands.HERE,
    remove: Annotated[bool, typer.Option("--remove", help=say("End it."))] = False,
    every: Annotated[
        int | None, typer.Option("--every", help=say("Look every so many minutes; 0 lets the desk choose again."))
    ] = None,
    ignore_robots: Annotated[
        bool | None,
        typer.Option(
            "--ignore-robots/--obey-robots", help=say("Only with the publisher's consent: pass over robots.txt.")
        ),
    ] = None,
) -> None:
    from suyuan.desk import subscribe

    raise typer.Exit(
        subscribe.show(address, desk, is_removing=remove, every=every, ignores_robots=ignore_robots, say=say)
    )


lists = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help=say("Lists of subscriptions from and for other readers.")
)
app.add_typer(lists, name="opml")


@lists.command(name="import", help=say("Subscribe to the feeds of an OPML file; what would be added is shown first."))
def opml_import(
    file: Path,
    desk: Desk = commands.HERE,
    yes: Annotated[bool, typer.Option("--yes", help=say("Without asking."))] = False,
) -> None:
    from suyuan.desk import subscribe

    raise typer.Exit(subscribe.take_in(file, desk, is_sure=yes, say=say))


@lists.command(name="export", help=say("Write the feeds that are watched as OPML."))
def opml_export(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]")] = None, desk: Desk = commands.HERE
) -> None:
    from suyuan.desk import subscribe

    raise typer.Exit(subscribe.give_out(file, desk, say=say))


@app.command(name="desk", help=say("Serve the desk as a web site and keep its work going."))
def serve(
    desk: Desk = commands.HERE,
    host: Annotated[
        str | None, typer.Option("--host", help=say("The address to listen on; the settings' own by default."))
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", help=say("The port to listen on; the settings' own by default."))
    ] = None,
) -> None:
    raise typer.Exit(commands.serve(desk, host=host, port=port, say=say))


@app.command(help=say("Set the password of a desk, so that others than this machine may be let in."))
def password(
    desk: Desk = commands.HERE,
    remove: Annotated[bool, typer.Option("--remove", help=say("Remove the password instead."))] = False,
) -> None:
    raise typer.Exit(admission.password(desk, is_removing=remove, say=say))


@app.command(help=say("Make a token for a program or a reading app; without a name, list those there are."))
def token(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]")] = None,
    desk: Desk = commands.HERE,
    scope: Annotated[
        list[str] | None, typer.Option("--scope", help=say("What it may do: read (by itself), mark, manage."))
    ] = None,
    revoke: Annotated[bool, typer.Option("--revoke", help=say("Take the token of that name back."))] = False,
) -> None:
    raise typer.Exit(admission.token(desk, name, scope, is_revoking=revoke, say=say))


@app.command(help=say("Read the sample newsroom into a new desk and serve it."))
def demo(
    desk: Desk = Path("demo-desk"),
    port: Annotated[
        int | None, typer.Option("--port", help=say("The port to listen on; the settings' own by default."))
    ] = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help=say("Only prepare the desk."))] = False,
) -> None:
    raise typer.Exit(commands.demo(desk, port=port, is_served=not no_serve, say=say))


@app.command(help=say("Print the version."))
def version() -> None:
    print(__version__)


def main() -> None:
    """Run a command; what the outside did wrong is one clear line, not a traceback."""
    try:
        app()
    except DeskError as error:
        sys.exit(say.told(error))
    except apsw.BusyError:
        sys.exit(say("Another process is writing to this desk and has not finished. Try again in a moment."))
    except apsw.Error as error:
        sys.exit(
            say(
                "The desk could not be read or written ({error}). Look whether its disk is full, whether you may write there, and whether its desk.db is whole.",
                error=error,
            )
        )
    except OSError as error:
        sys.exit(
            say(
                "{file} cannot be used ({error}). Look at its name, its permissions and the room on its disk.",
                file=error.filename or "—",
                error=say.told(error.strerror or ""),
            )
        )
