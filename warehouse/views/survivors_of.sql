-- question: How many of those who were hit were wounded, where a text tells how many of them died?
-- grain: one claim of people hit; without figures where all of them died
-- reads: bounded_claims_as_of, counted_of, additions_of
create or replace macro survivors_of(told, counted, additions) as table
-- How many of a text died of those who were hit; and whether it counts the wounded itself.
with died as (
    select
        killed.document_id, killed.event_id,
        coalesce(
            max(coalesce(added.low, killed.low)) filter (
                not killed.is_listed and not killed.is_partial
            ),
            count(*)
        ) as low,
        bool_and(killed.high = killed.low) as is_known
    from query_table(told) as killed
    left join query_table(additions) as added on added.claim_id = killed.claim_id
    where killed.harm = 'killed'
        and killed.stance = 'asserts'
        and killed.repeats is null
        and killed.low > 0
    group by killed.document_id, killed.event_id
),
-- As many hit as died are the dead: six died, five more later; all 11 had been shot.
hit_and_dead as (
    select hit.claim_id
    from query_table(counted) as hit
    inner join died
        on died.document_id = hit.document_id
        and died.event_id = hit.event_id
        and died.low = hit.low
    where hit.is_open and hit.low > 1
),
-- Those who were hit and did not die were wounded: "five were shot, one of whom died".
survived as (
    select
        hit.claim_id,
        hit.low - coalesce(died.low, 0) as low,
        hit.high - coalesce(died.low, 0) as high,
        case
            when died.low is null then [hit.figure || ' hit']
            else [hit.figure || ' hit', '−' || died.low || ' killed']
        end as addends
    from query_table(counted) as hit
    left join died
        on died.document_id = hit.document_id and died.event_id = hit.event_id
    where hit.is_open
        and hit.low > coalesce(died.low, 0)
        and coalesce(died.is_known, true)
        and not exists (
            from query_table(told) as own
            where own.document_id = hit.document_id
                and own.event_id = hit.event_id
                and own.harm = 'wounded'
                and own.low >= hit.low - coalesce(died.low, 0)
                and not (own.is_listed or own.is_partial)
        )
)
select claim_id, low, high, addends from survived
union all by name
select claim_id, cast(null as bigint) as low from hit_and_dead;
