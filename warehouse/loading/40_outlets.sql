-- Outlets in which a text appeared, for the documents that this load brought or touched.
create or replace temp table printed as
select
    appearances.document_id,
    coalesce(
        list(distinct appearances.outlet order by appearances.outlet)
            filter (appearances.outlet is not null),
        []
    ) as outlets
from appearances
where appearances.superseded is null
    and appearances.document_id in (
        select document_id from arriving
        union
        select document_id from touched
        union
        select former_id from replaced
    )
group by appearances.document_id;

update document_origins
set outlets = printed.outlets
from printed
where document_origins.document_id = printed.document_id
    and document_origins.outlets <> printed.outlets;
