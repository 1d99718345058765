"""Finding, reading and writing files."""

from __future__ import annotations

import gzip
import io
import re
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path


def find_file(name: str, data_dir: Path) -> Path:
    """Return data_dir/name, or the file below data_dir whose path ends most like it."""
    data_dir = Path(data_dir)
    if (data_dir / name).exists():
        return data_dir / name
    wanted = [part for part in re.split(r"[\\/]", name) if part][::-1]

    def likeness(path: Path) -> int:
        pairs = zip(path.parts[::-1], wanted)
        return next((i for i, (a, b) in enumerate(pairs) if a != b), len(wanted))

    found = [path for path in data_dir.rglob("*") if path.name == wanted[0]]
    most = max(map(likeness, found), default=0)
    found = [path for path in found if likeness(path) == most]
    if len(found) != 1:
        raise FileNotFoundError(f"{name}: {len(found)} such files in {data_dir}")
    return found[0]


def file_name(path: str) -> str:
    """Return the last part of a path, whatever separator stands in it."""
    return re.split(r"[\\/]", path)[-1]


def files_in(
    folder: Path,
    pattern: str = ".*",
    ignore_case: bool = True,
    subfolders: bool = False,
    hidden: bool = False,
) -> list[Path]:
    """Return the files of a folder whose whole name matches a pattern, in order."""
    flags = re.IGNORECASE if ignore_case else 0
    return sorted(
        path
        for path in (folder.rglob("*") if subfolders else folder.iterdir())
        if path.is_file()
        and re.fullmatch(pattern, path.name, flags)
        and (hidden or not path.name.startswith("."))
    )


def read_bytes(source: str | Path) -> bytes:
    """Return the bytes of a file or URL, unzipped."""
    if isinstance(source, Path):
        data = source.read_bytes()
    else:
        with urllib.request.urlopen(source) as reply:
            data = reply.read()
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(archive.namelist()[0])
    return data


def file_url(path: str) -> str:
    """Return the URL of a file as Java's File.toURI prints it; a URL stays itself."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", path):
        return path
    parts = re.sub(r"/+", "/", path.replace("\\", "/")).lstrip("/")
    escaped = re.sub(r'[ "<>^`{|}%#?\[\]]', lambda sign: f"%{ord(sign[0]):02X}", parts)
    return f"file:/{escaped}"


def url_path(path: str) -> str:
    """Return the path that a file's URL stands for; what is no such URL stays itself."""
    if not path:
        raise ValueError("no file is chosen")
    if not path.lower().startswith("file:"):
        return path
    bare = urllib.parse.unquote(path[len("file:") :])
    drive = re.match(r"/*([A-Za-z]:.*)", bare)
    return drive[1] if drive else bare
