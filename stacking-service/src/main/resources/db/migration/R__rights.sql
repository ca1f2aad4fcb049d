-- All that the running service may do with its own tables; it owns none of them. The kit grants its own.

-- People edit drafts; what was published and what was decided stays.
grant select, insert, update on pathway             to ${app_role};
grant select, insert         on pathway_version     to ${app_role};
grant select, insert         on pathway_definition  to ${app_role};

-- Our copies of others' facts.
grant select, insert, update on definition          to ${app_role};
grant select, insert, update on credential          to ${app_role};
grant select, insert, update on learner_link        to ${app_role};

-- What we decided. A stack may break or be whole again, but never goes.
grant select, insert, update, delete on progress    to ${app_role};  -- goes with its learner's last credential
grant select, insert         on stack               to ${app_role};
grant update (sequence, broken_because, changed_at, holder) on stack to ${app_role};

grant select, insert         on stack_change        to ${app_role};

grant select, insert         on backward_evaluation to ${app_role};
grant update (after_learner, finished_at, not_before) on backward_evaluation to ${app_role};

grant select, insert, update, delete on evaluation_due to ${app_role};  -- goes when it is done

-- What is a copy and nothing more can be thrown away and made again.
grant delete on definition, credential, learner_link to ${app_role};
