from warehouse.linking.places import Step, are_apart, lies_in, shared_step

ARCADIA = Step("country", "Arcadia", "iso:AR")
KARVAT = Step("province", "Karvat", "geo:1")
DOREL = Step("province", "Dorel", "geo:2")


def village(around: tuple[Step, ...], name: str = "brenna") -> tuple[Step, ...]:
    """A village that no gazetteer has, in the places that its text names around it."""
    return (Step("city", name.title(), f"{around[0].key}/{name}"), *around)


def test_a_village_of_a_province_is_that_of_its_country() -> None:
    told, known = village((KARVAT, ARCADIA)), village((ARCADIA,))
    assert lies_in(told, known)
    assert lies_in(known, told)
    assert not are_apart(told, known)
    assert shared_step(told, known) == told[0]


def test_two_villages_of_one_name_lie_in_two_provinces() -> None:
    one, other = village((KARVAT, ARCADIA)), village((DOREL, ARCADIA))
    assert are_apart(one, other)
    assert shared_step(one, other) == ARCADIA


def test_another_village_of_the_country_is_another_place() -> None:
    assert are_apart(village((KARVAT, ARCADIA)), village((ARCADIA,), "holm"))
