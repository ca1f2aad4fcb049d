-- What the verifier's own role may do: keep its copies. It owns nothing.
grant select, insert, update on organisation, organisation_key, definition, issuing_right, status_list, credential_status to ${app_role};
grant select, insert, update on key_compromise to ${app_role};
grant select, insert, delete on key_compromise_registered to ${app_role};
grant select, insert on trust_bundle, trust_bundle_issuer to ${app_role};
grant select, insert, update, delete on status_list_waiting to ${app_role};

-- What is a copy and nothing more can be thrown away and made again.
grant delete on organisation, organisation_key, definition, issuing_right, status_list, credential_status to ${app_role};
grant delete on trust_bundle, trust_bundle_issuer to ${app_role};
grant delete on key_compromise, key_compromise_registered to ${app_role};
