-- Whether who is said to have done it fights for a state or against one.
alter table internal.facts add column agent_side varchar;
