"""How well found groups agree with true ones, pair by pair."""


def pairwise(truth: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of claims that share an event.

    Args:
        truth: True event of each claim.
        found: Event given to each claim; claims without one share it with nobody.
    """
    together = pairs([truth[claim] + "\x1f" + found[claim] for claim in truth if claim in found])
    given = pairs([found[claim] for claim in truth if claim in found])
    wanted = pairs(list(truth.values()))
    precision = together / given if given else 1.0
    recall = together / wanted if wanted else 1.0
    f1 = 2 * precision * recall / (precision + recall) if together else 0.0
    return precision, recall, f1


def pairs(labels: list[str]) -> int:
    """Number of pairs with the same label."""
    counts: dict[str, int] = {}
    for label in labels:
        counts[label] = counts.get(label, 0) + 1
    return sum(count * (count - 1) // 2 for count in counts.values())
