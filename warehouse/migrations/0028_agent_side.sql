-- Whether who is said to have done it fights for a state or against one.
alter table claims add column agent_side varchar;
