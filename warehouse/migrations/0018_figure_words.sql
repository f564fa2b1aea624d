-- What tells of a harm without any figure is shown in a reader's words.
update figures
set display = 'number not given'
where word in ('plural', 'unspecified') and value is null;
