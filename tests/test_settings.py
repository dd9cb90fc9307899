import dataclasses
import re
from ipaddress import ip_network
from pathlib import Path

import pytest

from prep.paths import QUESTIONS
from prep.settings import Endpoint, Settings, SettingsError, read

README = Path(__file__).parents[1] / "README.md"


def test_nothing_needs_to_be_set():
    assert read({"HOME": "/root"}) == Settings(bank=QUESTIONS, base_url=None, editor=None, clinics=None, workers=2)


def test_everything_can_be_set(tmp_path):
    (tmp_path / "bank.yaml").touch()
    (tmp_path / "clinics.yaml").touch()
    given = {
        "PREP_BANK": str(tmp_path / "bank.yaml"),
        "PREP_BASE_URL": "https://a.example/",
        "PREP_CLINICS": str(tmp_path / "clinics.yaml"),
        "PREP_EDITOR": "nurse@a.example",
        "PREP_WORKERS": "4",
        "PREP_RENDERERS": "3",
        "PREP_METRICS": "0.0.0.0:9100",
        "PREP_PROXIES": "127.0.0.1, 10.0.0.0/8",
        "PREP_SECURITY_CONTACT": "security@a.example",
    }
    metrics = Endpoint("0.0.0.0", 9100)  # noqa: S104  # only read, not listened on
    assert read(given) == Settings(
        bank=tmp_path / "bank.yaml",
        base_url="https://a.example",
        editor="nurse@a.example",
        clinics=tmp_path / "clinics.yaml",
        proxies=(ip_network("127.0.0.1/32"), ip_network("10.0.0.0/8")),
        workers=4,
        renderers=3,
        metrics=metrics,
        security_contact="mailto:security@a.example",
    )


def test_metrics_are_for_this_machine_unless_told_otherwise():
    assert read({"PREP_METRICS": "9100"}).metrics == Endpoint("127.0.0.1", 9100)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PREP_BANK", "/nowhere.yaml", "there is no such file"),
        ("PREP_BASE_URL", "prep.example.org", "Give scheme and host only"),
        ("PREP_BASE_URL", "https://prep.example.org/path", "Give scheme and host only"),
        ("PREP_BASE_URL", "ftp://prep.example.org", "Give scheme and host only"),
        ("PREP_CLINICS", "/nowhere.yaml", "there is no such file"),
        ("PREP_EDITOR", "nurse", "Give one e-mail address"),
        ("PREP_EDITOR", "nurse@localhost", "Give one e-mail address"),
        ("PREP_EDITOR", "a@b.example?bcc=c@d.example", "Give one e-mail address"),
        ("PREP_EDITOR", "a@b.example, c@d.example", "Give one e-mail address"),
        ("PREP_SECURITY_CONTACT", "security", "Give one e-mail address"),
        ("PREP_SECURITY_CONTACT", "http://a.example/", "or the https address of a page"),
        ("PREP_SECURITY_CONTACT", "https://a.example/\nExpires: never", "or the https address of a page"),
        ("PREP_WORKERS", "many", "Give a whole number from 1 to 64"),
        ("PREP_RENDERERS", "²", "Give a whole number from 1 to 64"),
        ("PREP_WORKERS", "0", "Give a whole number from 1 to 64"),
        ("PREP_PROXIES", "proxy.example", "Give addresses or networks"),
        ("PREP_PROXIES", "10.0.0.1/8", "Give addresses or networks"),
        ("PREP_METRICS", "yes", "Give a port, such as 9100"),
        ("PREP_METRICS", "0", "Give a port, such as 9100"),
        (
            "PREP_BNAK",
            "x",
            "PREP_BNAK is not a setting. The settings are: "
            "PREP_BANK, PREP_BASE_URL, PREP_CLINICS, PREP_EDITOR, PREP_METRICS, "
            "PREP_PROXIES, PREP_RENDERERS, PREP_SECURITY_CONTACT, PREP_WORKERS.",
        ),
    ],
)
def test_a_bad_setting_is_one_sentence_that_names_it(name, value, sentence):
    with pytest.raises(SettingsError, match=re.escape(sentence)) as error:
        read({name: value})
    assert str(error.value).startswith(name)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", [f"PREP_{field.name.upper()}" for field in dataclasses.fields(Settings)])
def test_every_setting_is_in_the_readme(name):
    assert f"`{name}`" in README.read_text(encoding="utf-8")
