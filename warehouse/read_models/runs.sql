-- question: What did each run bring?
-- grain: one run
select
    runs.run_id, runs.command, runs.extractor, runs.started, runs.finished, runs.status,
    coalesce(read.documents, 0) as documents,
    coalesce(told.claims, 0) as claims,
    coalesce(refused.rejections, 0) as rejections
from runs
left join (select run_id, count(*) as documents from documents group by run_id) as read
    on read.run_id = runs.run_id
left join (select run_id, count(*) as claims from claims group by run_id) as told
    on told.run_id = runs.run_id
left join (select run_id, count(*) as rejections from rejections group by run_id) as refused
    on refused.run_id = runs.run_id
