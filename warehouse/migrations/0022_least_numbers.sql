-- Numbers that tell the least only: bodies that were found, and a count that stands behind another's
-- "at least".
alter table facts add column is_found boolean;
alter table facts add column shares_bound boolean;
