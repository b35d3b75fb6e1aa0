"""All rules together: what the desk's offenders are, rule by rule."""

from deals.quality import evidence, facts, publication
from deals.quality.rule import RULES, Offender, Rule

# Importing a module of rules registers them; naming them here keeps the list of such modules in one place.
RULE_MODULES = (evidence, facts, publication)


def find_offenders() -> dict[str, list[Offender]]:
    """The offenders of every rule over the whole desk, by rule name; rules without offenders are there
    with none."""
    return {rule.name: list(rule.find(None)) for rule in RULES}


def rules() -> list[Rule]:
    """All rules."""
    return list(RULES)
