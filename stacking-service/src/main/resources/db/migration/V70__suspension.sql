comment on column credential.revoked is 'Revoked or suspended: it counts for nothing now.';
