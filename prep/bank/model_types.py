"""What all models of the bank are made of: ids, texts, conditions, and the rules that every entry keeps."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

UNSURE = "unsure"
"""The option id that every "I'm not sure" carries."""

CONCERNS = "concerns"
"""The field whose options a question may be about (`Question.concerns`)."""

VISIT_BY = "visit-by"
"""The field that tells whether people meet, phone or see each other by video; `phone` and `video` have words to say."""

FROM_AFAR = ("phone", "video")
"""Of its options, those for a visit at which nothing can be handed over."""

REGION = "region"
"""The field that tells in which country people get care. A bank without it holds for every country."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=400)]
AppliesTo = Mapping[Id, Annotated[tuple[Id, ...], Field(min_length=1)]]
"""Field id to option ids. Fields are joined by AND, the options of one field by OR."""


class BankModel(BaseModel):
    """Common rules: nothing unknown, nothing changed after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=False)
