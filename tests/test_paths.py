import zipfile

import pytest

from prep import paths


@pytest.mark.parametrize("name", ["TEMPLATES", "STATIC", "QUESTIONS", "FONTS"])
def test_what_the_product_needs_is_there(name):
    assert getattr(paths, name).exists()


def test_an_installed_wheel_holds_what_the_checkout_holds(tmp_path):
    from hatchling.builders.wheel import WheelBuilder

    (wheel,) = WheelBuilder(str(paths.QUESTIONS.parent)).build(directory=str(tmp_path), versions=["standard"])
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "prep/questions.yaml" in names
    for folder, inside in ((paths.TEMPLATES, "prep/templates"), (paths.STATIC, "prep/static")):
        for path in folder.rglob("*"):
            if path.is_file():
                assert f"{inside}/{path.relative_to(folder).as_posix()}" in names
