-- All that the service's own role may do with the registry's tables; it owns none of them.
-- What it may not update or delete cannot be rewritten through this service, whatever its code does.

grant select, insert, update on organisation         to ${app_role};  -- profile, state and version move on
grant select, insert         on organisation_history to ${app_role};  -- past states stay
grant select, insert         on application          to ${app_role};  -- who filed stays known
grant select, insert         on proposal             to ${app_role};  -- who prepared what stays known
grant select, insert         on proposal_closing     to ${app_role};  -- and who decided
grant select, insert         on accreditation        to ${app_role};  -- that it was accredited stays true
grant select, insert         on accreditation_withdrawal to ${app_role};
grant select, insert         on ledger_entry         to ${app_role};  -- the register only grows
grant select, insert, update, delete on suspension   to ${app_role};  -- a suspension may end
grant select, insert         on definition_version   to ${app_role};  -- published versions stay
grant select, insert, update on organisation_key     to ${app_role};  -- keys are rotated and revoked, never forgotten
grant select, insert         on trust_list_version   to ${app_role};  -- who was trusted when stays provable
grant select, insert, delete on trust_list_change    to ${app_role};  -- marks go when a version tells the change
grant select, insert, update on status_list          to ${app_role};  -- the newest version replaces the one before
grant select, insert         on learner              to ${app_role};  -- who was recognised stays
grant select, insert         on learner_link         to ${app_role};  -- whose a reference was is never rewritten
grant select, insert, delete on learner_key          to ${app_role};  -- to erase a learner is to delete their keys
grant select, insert         on portfolio_entry      to ${app_role};
grant select, insert         on portfolio_body       to ${app_role};  -- a signed document never changes
grant select, insert         on share                to ${app_role};  -- what was shown stays known, and so does that it ended
grant select, insert         on share_credential     to ${app_role};
grant select, insert         on share_view           to ${app_role};
grant select, insert         on share_view_credential to ${app_role};
grant select, insert         on share_wrong_pin      to ${app_role};
grant select, insert         on share_withdrawal     to ${app_role};
grant select, insert, update on issuing_right        to ${app_role};  -- the newest word about a right replaces the one before
grant select, insert         on trust_bundle         to ${app_role};  -- what others signed stays as they signed it
grant select, insert         on trust_bundle_status  to ${app_role};
grant select, insert, update on key_compromise       to ${app_role};  -- it may be found to have been earlier, and is stated part by part

-- What is a copy and nothing more can be thrown away and made again.
grant delete on definition_version, organisation_key, status_list, issuing_right to ${app_role};
