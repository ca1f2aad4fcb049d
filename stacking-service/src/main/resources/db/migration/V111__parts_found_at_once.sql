-- Each new credential is looked for among the parts of stacks: what waits to be sorted into an index is read through each time.
alter index stack_by_part set (fastupdate = off);
select gin_clean_pending_list('stack_by_part');
