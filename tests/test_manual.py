"""The manual: every bundled rule has a page that says what there is to say."""

from __future__ import annotations

import pytest

from lint import manual, packs


@pytest.mark.parametrize("name", packs.bundled_names())
def test_every_rule_has_a_page(name: str) -> None:
    for rule in packs.bundled(name).rules:
        page = manual.page(rule, rule.severity, "bundled default")
        assert page.startswith(f"{rule.id}\n{manual.title(rule)}")
        for part in ("Why", "Examples", "Level", "Silence it"):
            assert f"\n\n{part}\n" in page, f"{rule.id} has no {part}"
        for example in rule.examples:
            assert example.text.split("\n")[0] in page
