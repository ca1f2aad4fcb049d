-- Who has nothing left on a pathway is forgotten there, wherever that is.
create index progress_of_learner on progress (learner);
