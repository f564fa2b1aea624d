-- question: Which figures has a policy not read, or read with a low above the high?
-- expects: Every policy gives each figure bounds in order.
-- subject: figures
-- severity: error
select figures.figure_id, figures.display, policies.policy, bounds.low, bounds.high
from figures
cross join policies
left join bounds
    on bounds.figure_id = figures.figure_id and bounds.policy = policies.policy
where bounds.figure_id is null or bounds.low > bounds.high
