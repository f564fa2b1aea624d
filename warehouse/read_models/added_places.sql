-- question: Where do places lie that people added?
-- grain: one place by its name; the last word on it holds
select distinct on (strip_accents(lower(place)))
    place as "name", strip_accents(lower(place)) as place_key, "level", country, province, latitude,
    longitude, reviewer, decided
from verdicts
where kind = 'place'
    and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
order by strip_accents(lower(place)), decided desc, verdict_id desc
