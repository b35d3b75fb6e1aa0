"""Which report files the paths on a command line mean."""

from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import CommandError

ENDINGS = {".yaml", ".yml", ".json"}


def report_files(paths: Iterable[str]) -> list[Path]:
    """The files in the order given; a folder stands for its report files by name. None is named twice."""
    files: dict[Path, None] = {}
    for path in map(Path, paths):
        found = _in_folder(path) if path.is_dir() else [path]
        files.update(dict.fromkeys(found))
    return list(files)


def _in_folder(folder: Path) -> list[Path]:
    files = sorted(file for file in folder.iterdir() if file.suffix in ENDINGS and file.is_file())
    if not files:
        raise CommandError(f"There is no report file in {folder}.", returncode=2)
    return files
