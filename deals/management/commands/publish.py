"""`manage.py publish`: publish agreements by id, or all drafts that may be."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from deals.actions.publish import CannotPublish, publish
from deals.management.people import find_curator
from deals.models import Agreement
from deals.vocab.codes import AgreementState


class Command(BaseCommand):
    """Appends an edition for each deal that changed; what is as it should be gets none."""

    help = "Publish agreements: those named, or with --all every draft and every published one anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which agreements, by whom and why."""
        parser.add_argument("slug", nargs="*", help="stable ids of agreements")
        parser.add_argument(
            "--all", action="store_true", help="every draft, and every published agreement anew"
        )
        parser.add_argument("--by", required=True, help="user name of the curator who publishes")
        parser.add_argument("--reason", required=True, help="why, in words for readers")

    def handle(self, *args: Any, **options: Any) -> None:
        """Publish and say what was done."""
        if bool(options["slug"]) == options["all"]:
            raise CommandError("Name agreements, or say --all.", returncode=2)
        agreements = _all() if options["all"] else _named(options["slug"])
        try:
            done = publish(agreements, by=find_curator(options["by"]), reason=options["reason"])
        except CannotPublish as error:
            raise CommandError(
                "\n".join(["Nothing was published.", *error.obstacles]), returncode=2
            ) from error
        self.stdout.write(f"{len(done.published)} published, {done.unchanged} unchanged.")


def _all() -> list[Agreement]:
    return list(Agreement.objects.filter(state__in=[AgreementState.DRAFT, AgreementState.PUBLISHED]))


def _named(slugs: list[str]) -> list[Agreement]:
    found = {agreement.slug: agreement for agreement in Agreement.objects.filter(slug__in=slugs)}
    if missing := [slug for slug in slugs if slug not in found]:
        raise CommandError(f"There is no agreement {', '.join(missing)}.", returncode=2)
    return list(found.values())
