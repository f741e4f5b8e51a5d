"""Nouns whose form in number decides nothing: `the team are`, `ten miles is`."""

from __future__ import annotations

COLLECTIVES = frozenset(
    """
    academy accused administration agency airline alliance aristocracy army array arsenal assembly association assortment audience
    authority average band bank barrage batch battalion blind board body bourgeoisie brand breed brigade british broadcaster bulk bunch
    bureau cabinet camp cast charity chinese choir chunk church city clan class club cluster coalition collection collective college
    committee community company confederation congregation congress consortium constituency corporation council country countryside
    county couple court crew crowd data dead deaf delegation department diaspora directorate disabled division dozen duo dutch east
    eighth elderly electorate elite embassy enemy english ensemble establishment executive faction faculty family federation festival
    few fifth firm fleet flock flood flurry following force former foundation fraction franchise french gallery gang gathering
    generation gentry government group half handful hell herd hierarchy homeless hospital host house household human humanity humankind
    industry injured inquiry institute institution irish japanese jury kind knot label latter leadership league legislature litany
    living lot magazine majority management mankind manufacturer many media military ministry minority mix mixture mob morass movement
    multitude museum nation navy network newspaper ninth nobility none north number office old opposition orchestra order organisation
    organization other others outfit pack pair panel parliament part partnership party peasantry people percent percentage plethora
    plurality police poor population portion posse press proletariat proportion public quarter quartet quintet rabble raft range rank
    rash readership regime regiment remainder resistance rest retailer rich ring royalty sample scattering school scottish sect section
    senate series set seventh sex sick side sixth slew smattering society sort south spanish spectrum sprinkling squad staff stream
    string studio sum supplier swath syndicate team tenth theater theatre third throng ton tonne total town trade trickle trio troop
    troupe trust two type unemployed union unit university variety village wave welsh west wing workforce world wounded young youth zoo
    """.split()
)
"""Those that take a plural verb where their members, or what follows, is meant."""
MEASURES = frozenset(
    """
    acres barrels cents centuries chips days decades degrees dollars eggs euros feet gallons games grams halves hectares hours inches
    kilograms kilometers kilometres kilos liters litres lots meters metres miles minutes months ounces pence percent pints points pounds
    quarters rupees seconds stones thirds times tonnes tons weeks yards year years yen
    """.split()
)
"""Plurals that take a singular verb where the whole is meant."""
