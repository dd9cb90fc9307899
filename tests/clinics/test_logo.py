import os

import pytest
from PIL import Image

from prep.clinics.logo import MAX_BYTES, LogoError, read

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><script>alert(1)</script></svg>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    tmp_path = tmp_path_factory.mktemp("logos")
    for name, kind in (("logo.png", "PNG"), ("photo.jpg", "JPEG"), ("moving.gif", "GIF")):
        Image.new("RGB", (60, 20), "#7a1f5c").save(tmp_path / name, kind)
    Image.new("1", (3000, 3000)).save(tmp_path / "poster.png")
    (tmp_path / "drawing.svg").write_text(SVG)
    (tmp_path / "linking.svg").write_text(SVG.replace("<script>", '<image href="https://a.example/x.png"/><script>'))
    (tmp_path / "styled.svg").write_text(SVG.replace("alert(1)", "</script><style>@import 'a.css';</style><script>"))
    (tmp_path / "filled.svg").write_text(SVG.replace("<script>", "<g fill='url( https://a.example/#x)'/><script>"))
    (tmp_path / "sizeless.svg").write_text(SVG.replace('viewBox="0 0 30 10"', ""))
    (tmp_path / "page.svg").write_text("<html viewBox='0 0 1 1'></html>")
    (tmp_path / "broken.svg").write_text("<svg")
    lol = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    (tmp_path / "entities.svg").write_text(f'<!DOCTYPE svg [<!ENTITY a0 "lol">{lol}]>{SVG.replace("alert(1)", "&a9;")}')
    (tmp_path / "secret.txt").write_text("secret")
    outside = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file://{tmp_path}/secret.txt">]>'
    (tmp_path / "outside.svg").write_text(outside + SVG.replace("alert(1)", "&a;"))
    (tmp_path / "broken.png").write_bytes((tmp_path / "logo.png").read_bytes()[:40])
    (tmp_path / "endless.svg").write_text(SVG.replace("0 0 30 10", "0 0 nan inf"))
    (tmp_path / "vast.svg").write_text(SVG.replace("0 0 30 10", "0 0 1e300 1"))
    levels = "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10}</g>' for n in range(1, 10))
    (tmp_path / "laughs.svg").write_text(SVG.replace("<script>", f'<path id="a0" d="M0 0h1"/>{levels}<script>'))
    (tmp_path / "itself.svg").write_text(SVG.replace("<script>", '<g id="a"><use href="#a"/></g><script>'))
    bomb = Image.new("1", (20_000, 20_000))
    bomb.save(tmp_path / "bomb.png", optimize=True)
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "huge.png").write_bytes(b"\0" * (MAX_BYTES + 1))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "mimetype"),
    [("logo.png", "image/png"), ("photo.jpg", "image/jpeg"), ("drawing.svg", "image/svg+xml")],
)
def test_a_picture_is_read_with_its_kind_and_shape(folder, name, mimetype):
    logo = read(name, folder)
    assert (logo.mimetype, logo.ratio) == (mimetype, 3)
    assert logo.data_url.startswith(f"data:{mimetype};base64,")


def test_what_a_file_holds_counts_and_not_its_name(folder):
    (folder / "wrong.svg").write_bytes((folder / "logo.png").read_bytes())  # no other test asks for it
    assert read("wrong.svg", folder).mimetype == "image/png"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../logo.png", "not the name of a file beside"),
        ("/etc/passwd", "not the name of a file beside"),
        (".hidden", "not the name of a file beside"),
        ("nowhere.png", "put the file beside this one"),
        ("moving.gif", "no PNG, JPEG or SVG"),
        ("broken.png", "no PNG, JPEG or SVG"),
        ("broken.svg", "no SVG that can be read"),
        ("entities.svg", "no SVG that can be read"),
        ("outside.svg", "no SVG that can be read"),
        ("page.svg", "not an SVG picture"),
        ("sizeless.svg", "needs a viewBox"),
        ("linking.svg", "save it with everything inside"),
        ("styled.svg", "save it with everything inside"),
        ("filled.svg", "save it with everything inside"),
        ("huge.png", "larger than 100 KB"),
        ("poster.png", "3000 by 3000 pixels"),
        ("bomb.png", "far too many pixels"),
        ("endless.svg", "a width and height between 0 and"),
        ("vast.svg", "a width and height between 0 and"),
        ("laughs.svg", "draws more than 2000 shapes"),
        ("itself.svg", "draws more than 2000 shapes"),
        ("pipe.png", "no regular file"),
    ],
)
def test_anything_else_is_refused_with_the_reason(folder, name, why):
    with pytest.raises(LogoError, match=why):
        read(name, folder)


def test_another_picture_has_another_version(folder):
    assert read("logo.png", folder).version != read("photo.jpg", folder).version
