"""The reader takes nothing for what it is not, and knows where each value stands."""

import pytest
import yaml

from prep.bank.yaml_file import YamlFile, read_yaml
from prep.file_problems import FileError


def test_words_stay_words():
    assert read_yaml("[no, off, yes, true, False]") == ["no", "off", "yes", True, False]


def test_numbers_are_decimal():
    assert read_yaml("[010, -7, 1_000, 1:30, 0x10]") == [10, -7, "1_000", "1:30", "0x10"]


@pytest.mark.parametrize(
    "wrong", ["{a: 1, a: 2}", "a: [", "a: !!python/name:os.system x", "a: 2026-02-31", "a: !!int x", 'a: "\\UFFFFFFFF"']
)
def test_what_is_wrong_is_refused(wrong):
    with pytest.raises(yaml.YAMLError):
        read_yaml(wrong)


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (("pets", 0, "name"), "3:9: pet 'rex'"),
        (("pets", 0, "toys", 1), "4:16: pet 'rex'"),
        (("pets", 1), "5:3: pet number 2"),
        (("pets", 1, "id"), "5:3: pet number 2"),
        (("fish",), "1:1"),
        ((), "1:1"),
    ],
)
def test_a_problem_is_told_where_its_value_stands_or_should(tmp_path, place, where):
    (tmp_path / "pets.yaml").write_text("pets:\n- id: rex\n  name: Rex\n  toys: [bone, ball]\n- name: Tom\n")
    assert str(YamlFile(tmp_path / "pets.yaml").problem(place, "oh")).startswith(f"pets.yaml:{where}: ")


def test_merged_keys_may_say_otherwise():
    assert read_yaml("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n")["b"] == {"x": 1, "y": 3}


def test_an_empty_file_holds_nothing(tmp_path):
    (tmp_path / "empty.yaml").write_text("# nothing yet\n")
    assert YamlFile(tmp_path / "empty.yaml").data == {}


def test_endless_nesting_is_told_and_no_crash(tmp_path):
    (tmp_path / "deep.yaml").write_text("[" * 100_000)
    with pytest.raises(FileError):
        YamlFile(tmp_path / "deep.yaml")
