"""The quick reader takes nothing for what it is not; what it refuses, the careful reader explains."""

import pytest
import yaml
from ruamel.yaml import YAML

from prep.bank import quick_yaml
from prep.paths import QUESTIONS


def test_it_reads_the_bank_as_the_careful_reader_does():
    text = QUESTIONS.read_text(encoding="utf-8")
    assert quick_yaml.read(text) == YAML(typ="rt").load(text)


def test_words_stay_words():
    assert quick_yaml.read("[no, off, yes, true, False]") == ["no", "off", "yes", True, False]


@pytest.mark.parametrize(
    "wrong", ["{a: 1, a: 2}", "a: [", "a: !!python/name:os.system x", "a: 2026-02-31", "a: !!int x", 'a: "\\UFFFFFFFF"']
)
def test_what_is_wrong_is_refused(wrong):
    with pytest.raises(yaml.YAMLError):
        quick_yaml.read(wrong)
