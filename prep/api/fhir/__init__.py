"""The form and the list for a hospital's record system, as resources of HL7 FHIR R4 (4.0.1)."""
