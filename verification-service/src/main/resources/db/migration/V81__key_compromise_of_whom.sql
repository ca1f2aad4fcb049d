-- Which key a statement names, and whose it is. Statements from before say neither: they count again once the registry tells them again.
alter table key_compromise
  add column method   text,
  add column registry text;
