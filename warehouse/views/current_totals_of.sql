-- question: Which tellings of a holder stand, and which are history?
-- grain: one document, event, harm, victim group and holder; what is withdrawn has a row of its own
-- reads: document_totals_of
create or replace macro current_totals_of(tellings) as table
with ordered as (
    select
        *,
        -- Counted figures of a holder stand before victims whom it names elsewhere.
        bool_or(not is_listed and not is_withdrawn) over holder as is_counted,
        max(seen_from) filter (not is_withdrawn) over holder as last_from
    from query_table(tellings)
    window holder as (partition by event_id, harm, victim_group, holder_id)
)
select
    * exclude (is_counted, last_from),
    not is_withdrawn
        and not (is_listed and is_counted)
        -- A page that tells the minute has no span in which it may have been published.
        and (seen_from = last_from or seen_to > coalesce(last_from, timestamp '-infinity'))
        as is_latest
from ordered;
