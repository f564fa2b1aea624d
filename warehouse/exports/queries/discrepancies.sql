-- question: Where do the figures on one event disagree?
-- grain: one event, harm and victim group
select
    event,
    harm,
    victim_group,
    class,
    reason,
    array_to_string(
        list_transform(
            parting,
            lambda side: coalesce(side.figure || ' ' || side.victims, 'denied') || ' ('
                || coalesce(side.holder, '$unquoted') || ')'
        ),
        ' / '
    ) as parting,
    array_to_string(
        list_transform(
            positions,
            lambda line: line.figure || ' ('
                || array_to_string(
                    list_transform(line.holders, lambda holder: holder.holder)
                    || list_transform(
                        line.denied_by, lambda holder: 'denied by ' || holder.holder
                    ),
                    ', '
                )
                || ')'
        ),
        '; '
    ) as positions,
    low,
    high,
    gap,
    ratio,
    documents,
    outlets,
    originators,
    sources,
    place,
    date_from,
    date_to,
    first_seen,
    last_seen,
    policy
from discrepancies
order by "rank", event, harm, victim_group
