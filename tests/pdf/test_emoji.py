import pytest

pytestmark = pytest.mark.slow


def test_another_version_of_the_engine_is_refused_with_what_to_do(monkeypatch):
    from prep.pdf import emoji

    monkeypatch.setattr("weasyprint.__version__", "71.0")
    with pytest.raises(emoji.EngineVersionError, match=r"WeasyPrint 71\.0 is installed, and .*emoji.py knows 70"):
        emoji.patch_engine()
