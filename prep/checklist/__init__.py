"""The core: from answers to the patient’s list. It knows no web, no YAML and no PDF engine."""
