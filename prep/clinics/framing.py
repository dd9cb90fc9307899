"""Checks that browsers will show a clinic's pages in the frames of the sites it names."""

from collections.abc import Mapping

from prep.clinics.models import Clinic
from prep.settings import SettingsError, is_trusted


def check_frames(clinics: Mapping[str, Clinic], base_url: str | None) -> None:
    """Refuse a public address that https sites could not frame.

    Raises:
        SettingsError: `base_url` is not secure, and a clinic names a site that is.
    """
    for clinic in clinics.values():
        secure = [origin for origin in clinic.embed_origins if origin.startswith("https:")]
        if secure and not is_trusted(base_url):
            raise SettingsError(
                f"PREP_BASE_URL is {base_url or 'not set'}, and the clinic {clinic.slug!r} lets {secure[0]} show its"
                " pages in a frame. Browsers show nothing but https there. Give the public address, such as"
                " https://prep.example.org; to try it out on this machine, http://127.0.0.1 and the port will do."
            )
