-- Which mentions share keys with those of some documents: for each of these the ones that share
-- most, and the rarest. A key of many mentions tells nothing, so that the cost is bounded.
with sought as (
    select key, mention_id, document_id
    from mention_keys
    where document_id in (select document_id from documents_sought)
),

filed as (
    select key, mention_id, document_id
    from mention_keys
    where key in (select key from sought)
),

sizes as (
    select key, count(*) as mentions
    from filed
    group by key
    having count(*) between 2 and $crowd
)

select sought.mention_id, filed.mention_id as near_id
from sought
inner join sizes on sizes.key = sought.key
inner join filed on filed.key = sought.key and filed.document_id <> sought.document_id
group by sought.mention_id, filed.mention_id
qualify row_number() over (
    partition by sought.mention_id
    order by round(sum(1 + ln($crowd / sizes.mentions)), 6) desc, filed.mention_id
) <= $most
order by sought.mention_id, near_id
