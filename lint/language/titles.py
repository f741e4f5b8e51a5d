"""What stands before a name and is no part of it: how one addresses somebody, and the offices that are set so."""

from __future__ import annotations

HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady madame".split())
"""How one addresses somebody."""
OFFICES = frozenset(
    """
    admiral ambassador archbishop attorney bishop boss captain cardinal chairman chairwoman chancellor chief coach colonel commissioner
    congressman congresswoman constable councillor councilman councilwoman detective director editor emperor founder gen general gov
    governor imam inspector judge justice king lawyer lieutenant manager mayor minister officer owner pope premier president prince princess
    principal prof professor prosecutor queen rabbi rep representative secretary sen senator sergeant sheikh sheriff speaker spokesman
    spokesperson spokeswoman sultan superintendent
    """.split()
)
"""Offices and callings, without adjectives such as `former`."""
