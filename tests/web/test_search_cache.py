from prep.i18n import Translator
from prep.web.search_cache import SearchCache


def test_an_index_is_built_once_a_language(small):
    cache = SearchCache(small)
    english = cache.of(Translator("en"))
    assert cache.of(Translator("en")) is english
    assert cache.of(Translator("de")) is not english
    assert english.find("cartilage", {}) == ("left-cartilage",)
