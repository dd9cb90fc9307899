"""Puts what could be added under its topics: those of the person's worries first, the best questions first in each."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping

from prep.bank.bank import Bank
from prep.bank.model_types import CONCERNS
from prep.checklist.answers import Answers
from prep.checklist.checklist import Checklist, Group
from prep.checklist.view_models import ChecklistQuestion


def topics(bank: Bank, answers: Answers, checklist: Checklist, shown: Container[str]) -> tuple[Group, ...]:
    """Return every topic with its questions, without those that are `shown` elsewhere.

    What is less likely to fit comes last in its topic.
    """
    by_section: Mapping[str, list[ChecklistQuestion]] = defaultdict(list)
    for line in (*checklist.offered, *checklist.remaining):
        if line.id not in shown:
            by_section[line.section].append(line)
    order = dict.fromkeys((*_of_worries(bank, answers), *(section.id for section in bank.sections)))
    return tuple(Group(id_, by_section[id_][0].topic, tuple(by_section[id_])) for id_ in order if id_ in by_section)


def _of_worries(bank: Bank, answers: Answers) -> Iterator[str]:
    """Yield the section that holds most questions on each worry."""
    for worry in bank.concerns:
        sections = Counter(question.section for question in bank.questions if worry.id in question.concerns)
        if worry.id in answers.to(CONCERNS) and sections:
            yield sections.most_common(1)[0][0]
