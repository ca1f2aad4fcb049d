package org.mikromerit.verification.policy;

/** One thing that a verifier asks of a credential, whose answer changes nothing of the verdict. */
public interface Rule {

  Answer judge(Shown credential);
}
