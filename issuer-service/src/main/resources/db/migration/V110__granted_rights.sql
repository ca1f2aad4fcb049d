-- A creator reads all that it granted, whatever the definition.
create index issuing_right_by_creator on issuing_right (creator, id);
