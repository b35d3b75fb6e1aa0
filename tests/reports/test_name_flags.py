"""Names that deceive the eye are flagged, and never refused."""

from tests.reports.samples import REPORT, changed, checked


def warnings(report):
    return [str(warning) for warning in checked(report).warnings]


def test_plain_names_are_not_flagged():
    assert warnings(REPORT) == []


def test_a_word_in_two_scripts_is_flagged():
    assert warnings(changed("name: Falcon Works", "name: F\u0430lcon Works")) == [
        'sample.yaml:12: parties[0].name: found "F\u0430lcon Works", a word with letters of several scripts; '
        "expected letters of one script in a word"
    ]


def test_two_names_that_look_alike_are_flagged():
    report = changed("systems:\n", "  - {id: mak, name: MAK}\n  - {id: mak-2, name: МАК}\nsystems:\n")

    assert warnings(report) == [
        'sample.yaml:18: parties[2].name: found "МАК", which looks like "MAK" in other letters; '
        "expected names that can be told apart"
    ]


def test_aliases_of_systems_are_looked_at():
    report = changed("producer: falcon-works", "aliases: [AK, АК]")

    assert warnings(report) == [
        'sample.yaml:18: systems[0].aliases[1]: found "АК", which looks like "AK" in other letters; '
        "expected names that can be told apart"
    ]


def test_a_party_and_a_system_may_look_alike():
    assert warnings(changed("name: Falcon Works", "name: АК").replace("name: Falcon,", "name: AK,")) == []
