-- question: Do the data get better or worse from run to run?
-- grain: one run that was checked
-- reads: quality_results
create or replace view quality_trend as
select
    run_id,
    max(checked_at) as checked_at,
    count(*) as expectations,
    count(*) filter (passed) as passed,
    count(*) filter (not passed and severity = 'error') as failed_errors,
    count(*) filter (not passed and severity = 'warning') as failed_warnings,
    cast(sum(failed) as bigint) as failing_rows,
    round(count(*) filter (passed) / count(*), 4) as share_passed
from internal.quality_results
group by run_id;
