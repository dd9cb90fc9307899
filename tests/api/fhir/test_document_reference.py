"""The list as a FHIR R4 DocumentReference."""

import json
from base64 import b64decode

from fhirclient.models.documentreference import DocumentReference as R4DocumentReference

from prep.api.fhir.document_reference import document_reference
from prep.api.fhir.elements import Reference
from prep.i18n import Translator

FILES = {"application/pdf": b"%PDF-\x00\xff", "text/plain": "Łucja’s list".encode()}


def test_it_is_valid_r4_and_holds_the_list_in_each_format():
    made = document_reference(FILES, Reference(reference="Patient/1"), Translator("en"))
    read = R4DocumentReference(json.loads(made.to_json()))
    assert read.as_json() == json.loads(made.to_json())
    assert {one.attachment.contentType: b64decode(one.attachment.data) for one in read.content} == FILES
    assert {one.attachment.language for one in read.content} == {"en"}
    assert (read.status, read.subject.reference) == ("current", "Patient/1")


def test_without_a_patient_it_names_none():
    assert "subject" not in json.loads(document_reference(FILES, None, Translator("en")).to_json())
