import gzip
import zipfile

import pytest
from files import files_in, find_file, read_bytes


def test_a_file_is_found_at_its_path_or_by_the_end_of_its_path(tmp_path):
    for folder in ["a/data", "b/data", "c"]:
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "x.csv").write_text(folder)
    assert find_file("c/x.csv", tmp_path) == tmp_path / "c/x.csv"
    assert find_file(r"C:\b\data\x.csv", tmp_path) == tmp_path / "b/data/x.csv"
    assert find_file(str(tmp_path / "c" / "x.csv"), tmp_path) == tmp_path / "c/x.csv"


def test_a_file_that_is_not_there_or_there_twice_is_an_error(tmp_path):
    for folder in ["a", "b"]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.csv").write_text("")
    with pytest.raises(FileNotFoundError, match="x.csv: 2 such files"):
        find_file("x.csv", tmp_path)
    with pytest.raises(FileNotFoundError, match="y.csv: 0 such files"):
        find_file("y.csv", tmp_path)


def test_a_folder_gives_its_visible_files_in_order(tmp_path):
    for name in ["b.csv", "a.CSV", ".hidden.csv", "note.txt"]:
        (tmp_path / name).write_text("")
    names = [path.name for path in files_in(tmp_path, r".*\.(csv)")]
    assert names == ["a.CSV", "b.csv"]
    assert [p.name for p in files_in(tmp_path, r".*\.csv", False)] == ["b.csv"]


def test_files_are_unzipped_by_what_they_hold(tmp_path):
    plain, zipped, archive = (tmp_path / name for name in ["p", "g", "z"])
    plain.write_bytes(b"text")
    zipped.write_bytes(gzip.compress(b"text"))
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("inner.csv", "text")
    assert [read_bytes(path) for path in [plain, zipped, archive]] == [b"text"] * 3
    assert read_bytes(plain.as_uri()) == b"text"
